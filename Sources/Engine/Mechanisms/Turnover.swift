import Ledger
import Plan
import Quantities

/// People: who sits where, who leaves, who comes (model.md G10).
extension Run {
  /// Step 2: exits, refills, rotation with hand-over.
  mutating func movePeople() {
    let exits = state.exits.take(month: month)
    for entry in exits {
      let seat = Int(entry.index)
      guard !state.seats[seat].isVacant,
        UInt32(truncatingIfNeeded: state.people[seat].id) == entry.check
      else { continue }
      depart(from: seat)
    }
    let refills = state.refills.take(month: month)
    for entry in refills {
      let seat = Int(entry.index)
      guard state.seats[seat].isVacant, state.vacancies[seat] == entry.check, isEstablished(seat)
      else { continue }
      fill(seat)
    }
    rotate()
  }

  /// Somebody leaves the service at the beginning of the month.
  private mutating func depart(from seat: Int) {
    report(
      move: .departure, seat: seat, tenure: tenure(of: state.seats[seat]), complied: nil,
      handover: false)
    endOffences(at: seat, .left)
    vacate(seat, since: month - 1, .departure)
    guard let turnover = tables.turnover else { return }
    let word = luck.word(
      .refill, frame.layout.meaning(ofSeat: seat), state.vacancies[seat])
    let delay = max(0, turnover.refill.quantile(uniform(word)).rounded(.up))
    if delay == 0 {
      fill(seat)
    } else {
      state.refills.add(
        seat, UInt64(state.vacancies[seat]), month: month + Int(min(delay, 1e6)))
    }
  }

  /// Empties a seat at the end of a month.
  mutating func vacate(_ seat: Int, since: Int, _ reason: MoveReason) {
    let post = Int(frame.layout.postOfSeat[seat])
    state.seats[seat] = Seat()
    state.ongoing[seat] = State.nobody
    state.people[seat].leave()
    state.vacancies[seat] &+= 1
    state.vacantSince[seat] = Int32(since) << 1 | (reason == .removal ? 1 : 0)
    state.occupied[post] -= 1
  }

  /// Ends a vacancy with a newcomer.
  mutating func fill(_ seat: Int) {
    report(vacancyOf: seat)
    let post = Int(frame.layout.postOfSeat[seat])
    state.occupied[post] += 1
    hire(into: seat)
    report(move: .refill, seat: seat, tenure: 0, complied: nil, handover: false)
  }

  /// A new person takes the seat at the beginning of the month; what awaits the person begins now.
  mutating func hire(into seat: Int) {
    desk.arrivals.clear()
    desk.arrivals.append(Int32(seat))
    seatPeople(after: 1)
    state.ongoing[seat] = 0
    schedule(seat)
  }

  /// New people take many seats at once.
  mutating func hire(into seats: borrowing Column<Int32>) {
    desk.arrivals.become(seats)
    seatPeople(after: 1)
    Newcomers.schedule(
      desk.arrivals, state.people, frame.layout.posts, tables.duties, from: month, &desk.dues,
      &state.dues)
    for place in desk.eager.indices {
      let seat = Int(desk.eager[place])
      openAbove(seat)
    }
    if tables.turnover != nil {
      for place in seats.indices { scheduleExit(Int(seats[place])) }
    }
  }

  /// The people who are in a post at the beginning: the last word of chance tells the time there.
  mutating func seatFirst(_ post: Int, ages: Ages) {
    let first = frame.layout.posts[post].seat0
    let count = tables.headcounts[post]
    desk.arrivals.makeRoom(count)
    for slot in 0..<count {
      desk.arrivals[slot] = Int32(truncatingIfNeeded: first &+ slot)
      state.ongoing[first &+ slot] = 0
    }
    seatPeople(after: 0)
    let now = Int32(truncatingIfNeeded: month &- 1)
    for slot in 0..<count {
      let since = now &- ages.months(uniform(desk.batch[slot].3))
      state.seats[first &+ slot].since = since
      state.seats[first &+ slot].hired = since
    }
    if tables.duties[post].rotation >= 0 {
      scheduleDues(first..<first + count)
    }
    if tables.turnover != nil {
      for slot in 0..<count { scheduleExit(first &+ slot) }
    }
  }

  /// New people sit down in the seats of the arrivals, since the end of the last month. Traits follow the person;
  /// temptations stay with the seat.
  private mutating func seatPeople(after hires: UInt32) {
    let now = Int32(truncatingIfNeeded: month &- 1)
    Newcomers.name(
      desk.arrivals, after: hires, &state.people, frame.layout.posts, &desk.batch)
    desk.batch.draw(.person, luck)
    desk.eager.clear()
    Newcomers.sit(
      desk.arrivals, since: now, desk.batch, tables.frailty, &state.seats, &state.people,
      cut: tables.highestAboveCut, above: &desk.eager)
    guard tables.turnover != nil else { return }
    for place in desk.arrivals.indices {
      let seat = Int(desk.arrivals[place])
      state.people[seat].exitClock = Float(frame.logs.draw(desk.batch[place].1))
      state.people[seat].priced = now
    }
  }

  /// Enters into the calendars what awaits the person in the seat.
  @inline(__always)
  mutating func schedule(_ seat: Int) {
    let post = Int(state.people[seat].post)
    if tables.turnover != nil { scheduleExit(seat) }
    if tables.duties[post].rotation >= 0 { scheduleDue(seat) }
    openAbove(seat)
  }

  /// The month at whose beginning the person leaves the service.
  mutating func scheduleExit(_ seat: Int) {
    guard let turnover = tables.turnover else { return }
    let person = state.people[seat]
    let time = Double(person.priced) + Double(person.exitClock) / turnover.rate.number
    guard time < Double(frame.horizon) else { return }
    // A time inside a month takes effect at the beginning of the next.
    state.exits.add(seat, person.id, month: max(Int(time.rounded(.up)) + 1, month))
  }

  /// Prices every exit anew: what is left of the clock runs at the new rate.
  mutating func repriceExits(from old: TurnoverTerms?) {
    state.exits.forget(from: month)
    for seat in state.seats.indices where !state.seats[seat].isVacant {
      let now = Int32(month - 1)
      if old == nil {
        // Without turnover nobody's clock was drawn, nor has it run.
        let words = luck.block(.person, Meaning(bits: state.people[seat].id))
        state.people[seat].exitClock = Float(frame.logs.draw(words.1))
      }
      if let old, state.people[seat].priced < now {
        let run = Float(old.rate.number) * Float(now - state.people[seat].priced)
        state.people[seat].exitClock = max(0, state.people[seat].exitClock - run)
      }
      state.people[seat].priced = now
      scheduleExit(seat)
    }
  }

  /// Whole months in the seat at the beginning of the month.
  @inline(__always)
  func tenure(of person: Seat) -> Int { month - 1 - Int(person.since) }
}
