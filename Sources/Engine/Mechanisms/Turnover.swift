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
      .refill, frame.layout.seatMeanings[seat], state.vacancies[seat])
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
    state.people[seat] = Person()
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

  /// A new person takes the seat at the beginning of the month.
  mutating func hire(into seat: Int) {
    state.hires[seat] &+= 1
    seatPerson(in: seat, ordinal: state.hires[seat], since: month - 1)
  }

  /// Seats a person who has been there since the end of a month; what awaits the person begins now.
  mutating func seatPerson(in seat: Int, ordinal: UInt32, since: Int) {
    let meaning = frame.layout.seatMeanings[seat].with(UInt64(ordinal))
    let words = luck.block(.person, meaning)
    sit(meaning, words, in: seat, since: Int32(since), Newcomers(self))
    schedule(seat)
  }

  /// New people take many seats at once.
  mutating func hire(into seats: borrowing Column<Int32>) {
    let newcomers = Newcomers(self)
    let since = newcomers.now
    var dues = DueBag(nobody: month)
    desk.batch.clear()
    for place in seats.indices {
      let seat = Int(seats[place])
      let ordinal = state.hires[seat] &+ 1
      state.hires[seat] = ordinal
      let meaning = frame.layout.seatMeanings[seat].with(UInt64(ordinal))
      state.people[seat].id = meaning.bits
      desk.batch.ask(meaning)
    }
    desk.batch.draw(.person, luck)
    for place in seats.indices {
      let seat = Int(seats[place])
      let id = state.people[seat].id
      sit(Meaning(bits: id), desk.batch[place], in: seat, since: since, newcomers)
      let post = Int(frame.layout.postOfSeat[seat])
      // Whoever has just arrived is due a whole cycle later.
      if tables.rotations[post] >= 0 {
        dues.add(seats[place], id, month: month &+ tables.cycles[post], to: &state.dues)
      }
      if state.seats[seat].frailty * tables.aboveCut[post] > 1 { openAbove(seat, post) }
    }
    dues.close(&state.dues)
    if tables.turnover != nil {
      for place in seats.indices { scheduleExit(Int(seats[place])) }
    }
  }

  /// The people who are there at the beginning: the last word of chance tells the time in post.
  mutating func seatFirst(_ range: Range<Int>, ages: Ages) {
    let newcomers = Newcomers(self)
    desk.batch.clear()
    for seat in range {
      let meaning = frame.layout.seatMeanings[seat].with(0)
      state.people[seat].id = meaning.bits
      desk.batch.ask(meaning)
    }
    desk.batch.draw(.person, luck)
    for seat in range {
      let words = desk.batch[seat - range.lowerBound]
      sit(
        Meaning(bits: state.people[seat].id), words, in: seat,
        since: newcomers.now - ages.months(uniform(words.3)), newcomers)
    }
    for seat in range { schedule(seat) }
  }

  /// Somebody sits down who is there since the end of a month. Traits follow the person; temptations stay with
  /// the seat.
  @inline(__always)
  private mutating func sit(
    _ meaning: Meaning, _ words: Words, in seat: Int, since: Int32, _ newcomers: Newcomers
  ) {
    state.seats[seat] = Seat(
      frailty: newcomers.frailty.value(words.0), since: since, hired: since, active: 0)
    state.people[seat] = Person(
      id: meaning.bits == 0 ? 1 : meaning.bits,
      exitClock: newcomers.leave ? Float(newcomers.logs.draw(words.1)) : 0,
      priced: newcomers.now, coin: words.2)
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

/// What many newcomers have in common, looked up once.
private struct Newcomers {
  let logs: ExponentialTable
  let frailty: QuantileTable
  /// Whether people leave the service, so that a clock says when.
  let leave: Bool
  /// The month at whose end they come.
  let now: Int32

  init(_ run: borrowing Run<some Sink>) {
    logs = run.frame.logs
    frailty = run.tables.frailty
    leave = run.tables.turnover != nil
    now = Int32(truncatingIfNeeded: run.month - 1)
  }
}
