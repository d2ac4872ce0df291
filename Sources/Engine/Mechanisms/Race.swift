import Ledger
import Plan
import Quantities

/// The month of every active offence: each cause subtracts its hazard from its clock; what goes below zero
/// rings, at the exact time within the month (model.md 2, clock-notes.md 7).
extension Run {
  /// Step 5.
  mutating func race() {
    prepareVisits()
    prepareMask()
    chargeSelected()
    chargeAll()
    // From the back: who leaves the list is replaced by the last, which is settled already.
    for index in desk.rung.indices.reversed() { settle(Int(desk.rung[index])) }
    chargePast()
  }

  /// Which clocks run for everybody this month: what is continuous or monthly, and the full reviews that are due.
  private mutating func prepareMask() {
    let causes = frame.causes
    desk.mask.reset(to: Clocks(repeating: -1), count: causes.vectors)
    for review in 0..<causes.reviews {
      let isFull = desk.visits.contains { Int($0.review) == review && $0.isFull }
      if !isFull {
        let cause = causes.review(review)
        desk.mask[Causes.block(of: cause)][Causes.lane(of: cause)] = 0
      }
    }
  }

  /// Charges what acts on some only: sampled reviews on those who are visited, rarer readings in their months.
  private mutating func chargeSelected() {
    let causes = frame.causes
    for visit in desk.visits where !visit.isFull {
      let cause = causes.review(Int(visit.review))
      let lane = Causes.lane(of: cause)
      for place in activePlaces {
        let block = place + Causes.block(of: cause)
        let charge = tables.rows[Int(state.active[block].row)][lane]
        guard charge > 0 else { continue }
        let seat = Int(state.offences[Int(state.active[place].offence)].seat)
        guard visit.selects(seat, frame.layout) else { continue }
        // Who is sampled may never be: the clock is drawn when it is first charged.
        if state.active[block].clocks[lane] == .max { drawClock(cause, place) }
        state.active[block].clocks[lane] &-= charge
      }
    }
    guard tables.hasRarerReadings else { return }
    for place in activePlaces {
      let exposure = Int(state.offences[Int(state.active[place].offence)].exposure)
      for (watchPlace, watch) in frame.layout.watchesOf[exposure].enumerated() {
        let watching = tables.watchings[watch]
        guard watching.isOn, watching.every > 1, isDue(every: watching.every) else { continue }
        let cause = causes.watch(watchPlace)
        state.active[place + Causes.block(of: cause)].clocks[Causes.lane(of: cause)] &-=
          tables.showings[exposure * causes.watches + watchPlace].yellow
      }
    }
  }

  /// Whether something with a cycle is due: month ≡ 0 (mod every).
  @inline(__always)
  func isDue(every: Int) -> Bool { (month + Field.origin * every) % every == 0 }

  /// Charges a month to every clock and lists the offences where one rings; no branch depends on luck.
  private mutating func chargeAll() {
    let vectors = frame.causes.vectors
    desk.rung.makeRoom(state.active.count / max(1, vectors))
    var count = 0
    if vectors == 1 {
      let mask = desk.mask[0]
      for place in state.active.indices {
        let left =
          state.active[place].clocks &- (tables.rows[Int(state.active[place].row)] & mask)
        state.active[place].clocks = left
        desk.rung[count] = Int32(truncatingIfNeeded: place)
        count &+= left.isAnyNegative
      }
    } else {
      for place in activePlaces {
        var signs = Clocks()
        for block in place..<place + vectors {
          let charged = tables.rows[Int(state.active[block].row)] & desk.mask[block - place]
          let left = state.active[block].clocks &- charged
          state.active[block].clocks = left
          signs |= left
        }
        desk.rung[count] = Int32(truncatingIfNeeded: place)
        count &+= signs.isAnyNegative
      }
    }
    desk.rung.makeRoom(count)
  }

  /// Settles the clocks of one offence that rang.
  private mutating func settle(_ place: Int) {
    let causes = frame.causes
    let index = Int(state.active[place].offence)
    let isOver = left(Causes.end, place) < 0
    if causes.reportings > 0 { hear(place, index) }
    if isOver {
      let begins = end(of: month - 1)
      let ends = begins + time(Causes.end, place)
      if wants.loss { addLoss(index, from: begins, to: ends) }
      finish(index, .desisted, at: max(ends, state.offences[index].onset))
      return
    }
    for block in 0..<causes.vectors {
      var rung = state.active[place &+ block].clocks.negativeLanes
      while rung != 0 {
        let lane = rung.trailingZeroBitCount &>> 3
        rung &= ~(0xFF &<< UInt64(lane &* 8))
        ring(block &* 8 &+ lane, state.active[place &+ block].clocks[lane], place, index)
      }
    }
  }

  /// A clock rang at the end of the month, or rings no more than once in it.
  @inline(__always)
  private mutating func ring(_ cause: Int, _ left: Int32, _ place: Int, _ index: Int) {
    let causes = frame.causes
    if cause >= causes.firstWatch {
      show(cause &- causes.firstWatch, left, index)
      renew(cause, place)
    } else if cause >= causes.firstReview {
      find(index, cause &- causes.firstReview, id: ringID(cause, place))
      renew(cause, place)
    } else if cause == Causes.escalation {
      // At most one stage a month; the new one counts from the next month.
      state.offences[index].stage += 1
      for block in 0..<causes.vectors {
        state.active[place + block].row += Int32(causes.vectors)
      }
      renew(cause, place)
    }
  }

  /// Reports of the month, until the offence ends: one in exact time may be followed by another.
  private mutating func hear(_ place: Int, _ index: Int) {
    let causes = frame.causes
    let begins = end(of: month - 1)
    let ends = left(Causes.end, place) < 0 ? time(Causes.end, place) : 1 << 20
    for cause in 2..<causes.firstReview {
      while left(cause, place) < 0 {
        let at = time(cause, place)
        if at < ends { hear(index, cause, time: begins + at, id: ringID(cause, place)) }
        let overshoot = left(cause, place)
        let ordinal = countRing(cause, place)
        state.active[place + Causes.block(of: cause)].clocks[Causes.lane(of: cause)] =
          overshoot.addingSaturating(
            frame.clock(
              cause, of: Meaning(bits: state.offences[index].id),
              Int(state.offences[index].exposure), state.offences[index].detectability,
              ordinal: ordinal, luck))
      }
    }
  }

  /// A reading beyond yellow; what was left before the charge tells how far beyond.
  @inline(__always)
  private mutating func show(_ watchPlace: Int, _ left: Int32, _ index: Int) {
    let exposure = Int(state.offences[index].exposure)
    let showing = tables.showings[exposure &* frame.causes.watches &+ watchPlace]
    let before = left &+ showing.yellow
    let colour = 1 &+ (before < showing.orange ? 1 : 0) &+ (before < showing.red ? 1 : 0)
    desk.shown.append(
      Shown(
        seat: state.offences[index].seat, watch: showing.watch, offence: Int32(index),
        colour: UInt8(truncatingIfNeeded: colour), mark: Float(before) * 0x1p-26))
  }

  @inline(__always)
  private func left(_ cause: Int, _ place: Int) -> Int32 {
    state.active[place + Causes.block(of: cause)].clocks[Causes.lane(of: cause)]
  }

  /// When in the month the clock rang, in 2⁻²⁰ of it.
  @inline(__always)
  private func time(_ cause: Int, _ place: Int) -> Int64 {
    let row = Int(state.active[place + Causes.block(of: cause)].row)
    let charge = Int64(tables.rows[row][Causes.lane(of: cause)])
    return charge == 0 ? 0 : ((Int64(left(cause, place)) + charge) << 20) / charge
  }

  /// Draws a clock that nothing has charged before.
  private mutating func drawClock(_ cause: Int, _ place: Int) {
    let offence = state.offences[Int(state.active[place].offence)]
    state.active[place + Causes.block(of: cause)].clocks[Causes.lane(of: cause)] = frame.clock(
      cause, of: Meaning(bits: offence.id), Int(offence.exposure), offence.detectability,
      ordinal: 0, luck)
  }

  /// Notes that a clock rang; gives the ordinal of its next time.
  @inline(__always)
  private mutating func countRing(_ cause: Int, _ place: Int) -> Int {
    let block = place + Causes.block(of: cause)
    let lane = Causes.lane(of: cause)
    let ordinal = state.active[block].rings[lane] &+ 1
    state.active[block].rings[lane] = ordinal
    return Int(ordinal)
  }

  /// A clock that rang at a month's end begins anew, its overshoot dropped: independent months.
  @inline(__always)
  private mutating func renew(_ cause: Int, _ place: Int) {
    desk.renewals.append(
      Renewal(
        offence: state.active[place].offence, cause: Int32(cause),
        ordinal: Int32(countRing(cause, place))))
  }

  /// The new times of the clocks that rang this month, drawn together at its end: most of those that rang for
  /// an alert or a review belong to offences that are over by then.
  mutating func renew() {
    guard !desk.renewals.isEmpty else { return }
    desk.batch.makeRoom(desk.renewals.count)
    var kept = 0
    for place in desk.renewals.indices {
      let renewal = desk.renewals[place]
      let index = Int(renewal.offence)
      desk.renewals[kept] = renewal
      desk.batch.ask(
        frame.clockMeaning(
          Int(renewal.cause), of: Meaning(bits: state.offences[index].id),
          Int(state.offences[index].exposure), ordinal: Int(renewal.ordinal)), at: kept)
      // What is over is overwritten by the next: nobody can guess which.
      kept &+= state.offences[index].place >= 0 ? 1 : 0
    }
    desk.renewals.makeRoom(kept)
    desk.batch.makeRoom(kept)
    desk.batch.draw(.clock, luck)
    for place in desk.renewals.indices {
      let renewal = desk.renewals[place]
      let index = Int(renewal.offence)
      let cause = Int(renewal.cause)
      let block = Int(state.offences[index].place) + Causes.block(of: cause)
      state.active[block].clocks[Causes.lane(of: cause)] = frame.clock(
        desk.batch[place], cause, state.offences[index].detectability,
        ordinal: Int(renewal.ordinal))
    }
    desk.renewals.clear()
  }

  /// What a ring is called: the same in every policy in which it happens.
  @inline(__always)
  private func ringID(_ cause: Int, _ place: Int) -> UInt64 {
    ringID(
      cause, Int(state.active[place].offence),
      state.active[place + Causes.block(of: cause)].rings[Causes.lane(of: cause)])
  }

  @inline(__always)
  private func ringID(_ cause: Int, _ index: Int, _ ordinal: UInt16) -> UInt64 {
    let exposure = Int(state.offences[index].exposure)
    let key = frame.layout.clockKeys[exposure * frame.causes.count + cause]
    return Meaning(bits: state.offences[index].id ^ key.bits).with(UInt64(ordinal)).bits
  }

  /// Somebody heard of the offence; until the reports of the month it is referred to.
  private mutating func hear(_ index: Int, _ cause: Int, time: Moment, id: UInt64) {
    state.offences[index].holds += 1
    desk.heard.append(Heard(offence: Int32(index), channel: Int32(cause - 2), time: time, id: id))
  }

  /// A review found the offence.
  private mutating func find(_ index: Int, _ review: Int, id: UInt64) {
    state.offences[index].holds += 1
    desk.found.append(
      Found(
        review: Int32(review), offence: Int32(index), seat: state.offences[index].seat, id: id))
  }

  // MARK: - After the end

  /// Ended offences can be reported, and found by reviews that look back, while evidence lasts.
  private mutating func chargePast() {
    let causes = frame.causes
    var place = state.past.count
    while place > 0 {
      place -= causes.vectors
      let index = Int(state.past[place].offence)
      let offence = state.offences[index]
      let evidence = tables.lives[frame.layout.exposures[Int(offence.exposure)].risk].evidence
      let age = Double(end(of: month) - offence.endedAt) * 0x1p-20
      if age > 3 * evidence + 1 || offence.verifiedAt != Row.absent {
        forget(place)
        continue
      }
      // What ended during this month is reported from the next.
      guard offence.endedAt <= end(of: month - 1) else { continue }
      let fades = fading(evidence, since: offence.endedAt)
      for reporting in 0..<causes.reportings {
        let cause = causes.hears(reporting)
        let charge = Int32(Double(pastCharge(cause, place)) * fades * 0.5)
        if let (id, at) = chargePast(cause, place, charge) {
          hear(index, cause, time: end(of: month - 1) + at, id: id)
        }
      }
      for visit in desk.visits where tables.lookbacks[Int(visit.review)] >= age {
        let cause = causes.review(Int(visit.review))
        let full = pastCharge(cause, place)
        guard full > 0, visit.selects(Int(offence.seat), frame.layout) else { continue }
        // What would be certain fades too: it becomes a share of the evidence that is left.
        let charge = full == .max ? charge(hazard(ofShare: fades)) : Int32(Double(full) * fades)
        if let (id, _) = chargePast(cause, place, charge) { find(index, Int(visit.review), id: id) }
      }
    }
  }

  /// What a month would charge if the offence still went on.
  @inline(__always)
  private func pastCharge(_ cause: Int, _ place: Int) -> Int32 {
    let row = Int(state.past[place + Causes.block(of: cause)].row)
    return tables.rows[row][Causes.lane(of: cause)]
  }

  /// Charges a clock of an ended offence; gives the ring's id and its time within the month if it rang.
  private mutating func chargePast(
    _ cause: Int, _ place: Int, _ charge: Int32
  ) -> (id: UInt64, at: Int64)? {
    guard charge > 0 else { return nil }
    let block = place + Causes.block(of: cause)
    let lane = Causes.lane(of: cause)
    let index = Int(state.past[place].offence)
    let offence = state.offences[index]
    if state.past[block].clocks[lane] == .max {
      state.past[block].clocks[lane] = frame.clock(
        cause, of: Meaning(bits: offence.id), Int(offence.exposure), offence.detectability,
        ordinal: 0, luck)
    }
    let left = state.past[block].clocks[lane] &- charge
    state.past[block].clocks[lane] = left
    guard left < 0 else { return nil }
    let ordinal = state.past[block].rings[lane]
    state.past[block].rings[lane] = ordinal &+ 1
    state.past[block].clocks[lane] = frame.clock(
      cause, of: Meaning(bits: offence.id), Int(offence.exposure), offence.detectability,
      ordinal: Int(ordinal) + 1, luck)
    return (
      ringID(cause, index, ordinal), ((Int64(left) + Int64(charge)) << 20) / Int64(charge)
    )
  }

  /// The evidence of an ended offence is gone.
  private mutating func forget(_ place: Int) {
    let vectors = frame.causes.vectors
    let index = Int(state.past[place].offence)
    let last = state.past.count - vectors
    for block in 0..<vectors { state.past[place + block] = state.past[last + block] }
    state.past.removeLast(vectors)
    release(index)
  }

  /// One reference less to an offence.
  mutating func release(_ index: Int) {
    state.offences[index].holds -= 1
    settleIfOver(index)
  }
}
