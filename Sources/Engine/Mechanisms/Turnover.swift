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
        UInt32(truncatingIfNeeded: state.seats[seat].person) == entry.check
      else { continue }
      depart(from: seat)
    }
    state.exits.giveBack(exits, month: month)
    let refills = state.refills.take(month: month)
    for entry in refills {
      let seat = Int(entry.index)
      guard state.seats[seat].isVacant, state.vacancies[seat] == entry.check else { continue }
      fill(seat)
    }
    state.refills.giveBack(refills, month: month)
    rotate()
  }

  /// Somebody leaves the service at the beginning of the month.
  private mutating func depart(from seat: Int) {
    let person = state.seats[seat]
    report(move: .departure, seat: seat, tenure: tenure(of: person), complied: nil, handover: false)
    endOffences(at: seat, .left)
    vacate(seat)
    guard let turnover = tables.turnover else { return }
    let word = luck.word(
      .refill, frame.layout.seatMeanings[seat], state.vacancies[seat])
    let delay = max(0, turnover.refill.quantile(uniform(word)).rounded(.up))
    if delay == 0 {
      fill(seat)
    } else {
      state.refills.add(
        seat, UInt64(state.vacancies[seat]), month: month + Int(min(delay, 1e6)))
    }
  }

  /// Empties a seat.
  mutating func vacate(_ seat: Int) {
    let post = Int(frame.layout.postOfSeat[seat])
    state.seats[seat] = Seat()
    state.vacancies[seat] &+= 1
    state.vacantSince[seat] = Int32(month - 1)
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

  /// A new person takes the seat at the beginning of the month.
  mutating func hire(into seat: Int) {
    state.hires[seat] &+= 1
    seatPerson(in: seat, ordinal: state.hires[seat], since: month - 1)
  }

  /// Seats a person who has been there since the end of a month; what awaits the person begins now.
  mutating func seatPerson(in seat: Int, ordinal: UInt32, since: Int) {
    state.seats[seat] = People(self).draw(
      frame.layout.seatMeanings[seat].with(UInt64(ordinal)), since: Int32(since))
    schedule(seat)
  }

  /// New people take many seats at once.
  mutating func hire(into seats: borrowing Column<Int32>) {
    let people = People(self)
    let since = people.now
    var dues = DueBag(nobody: month)
    for place in seats.indices {
      let seat = Int(seats[place])
      let ordinal = state.hires[seat] &+ 1
      state.hires[seat] = ordinal
      let person = people.draw(
        frame.layout.seatMeanings[seat].with(UInt64(ordinal)), since: since)
      state.seats[seat] = person
      let post = Int(frame.layout.postOfSeat[seat])
      // Whoever has just arrived is due a whole cycle later.
      if tables.rotations[post] >= 0 {
        dues.add(
          seats[place], person.person, month: month &+ tables.cycles[post], to: &state.dues)
      }
      if person.frailty * tables.aboveCut[post] > 1 { openAbove(seat, post) }
    }
    dues.close(&state.dues)
    if tables.turnover != nil {
      for place in seats.indices { scheduleExit(Int(seats[place])) }
    }
  }

  /// The people who are there at the beginning.
  mutating func seatFirst(_ range: Range<Int>, ages: Ages) {
    let people = People(self)
    for seat in range {
      state.seats[seat] = people.draw(frame.layout.seatMeanings[seat].with(0), ages: ages)
    }
    for seat in range { schedule(seat) }
  }

  /// Enters into the calendars what awaits the person in the seat.
  @inline(__always)
  mutating func schedule(_ seat: Int) {
    let post = Int(frame.layout.postOfSeat[seat])
    if tables.turnover != nil { scheduleExit(seat) }
    if tables.rotations[post] >= 0 { scheduleDue(seat, post) }
    if state.seats[seat].frailty * tables.aboveCut[post] > 1 { openAbove(seat, post) }
  }

  /// The month at whose beginning the person leaves the service.
  mutating func scheduleExit(_ seat: Int) {
    guard let turnover = tables.turnover else { return }
    let person = state.seats[seat]
    let time = Double(person.priced) + Double(person.exitClock) / turnover.rate.number
    guard time < Double(frame.horizon) else { return }
    // A time inside a month takes effect at the beginning of the next.
    state.exits.add(seat, person.person, month: max(Int(time.rounded(.up)) + 1, month))
  }

  /// Prices every exit anew: what is left of the clock runs at the new rate.
  mutating func repriceExits(from old: TurnoverTerms?) {
    state.exits.forget(from: month)
    for seat in state.seats.indices where !state.seats[seat].isVacant {
      let now = Int32(month - 1)
      if old == nil {
        // Without turnover nobody's clock was drawn, nor has it run.
        let words = luck.block(.person, Meaning(bits: state.seats[seat].person))
        state.seats[seat].exitClock = Float(frame.logs.draw(words.1))
      }
      if let old, state.seats[seat].priced < now {
        let run = Float(old.rate.number) * Float(now - state.seats[seat].priced)
        state.seats[seat].exitClock = max(0, state.seats[seat].exitClock - run)
      }
      state.seats[seat].priced = now
      scheduleExit(seat)
    }
  }

  /// Whole months in the seat at the beginning of the month.
  @inline(__always)
  func tenure(of person: Seat) -> Int { month - 1 - Int(person.since) }
}

/// Where people come from: traits follow the person, temptations stay with the seat.
private struct People {
  let luck: Luck
  let logs: ExponentialTable
  let frailty: QuantileTable
  let leave: Bool
  let now: Int32

  init(_ run: borrowing Run<some Sink>) {
    luck = run.luck
    logs = run.frame.logs
    frailty = run.tables.frailty
    leave = run.tables.turnover != nil
    now = Int32(truncatingIfNeeded: run.month - 1)
  }

  /// The person of a meaning, who has been in the seat since the end of a month.
  @inline(__always)
  func draw(_ meaning: Meaning, since: Int32) -> Seat {
    draw(luck.block(.person, meaning), meaning, since: since)
  }

  /// The first person of a seat: the last word tells the time in post.
  @inline(__always)
  func draw(_ meaning: Meaning, ages: Ages) -> Seat {
    let w = luck.block(.person, meaning)
    return draw(w, meaning, since: now - ages.months(uniform(w.3)))
  }

  @inline(__always)
  private func draw(_ w: Words, _ meaning: Meaning, since: Int32) -> Seat {
    var person = Seat()
    person.person = meaning.bits == 0 ? 1 : meaning.bits
    person.frailty = frailty.value(w.0)
    if leave { person.exitClock = Float(logs.draw(w.1)) }
    person.coin = w.2
    person.priced = now
    person.since = since
    person.hired = since
    return person
  }
}
