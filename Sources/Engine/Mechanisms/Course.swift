import Ledger
import Plan
import Quantities

/// The life of an offence: its birth, its clocks, its end (model.md G3, clock-notes.md).
extension Run {
  /// A person who sits in a seat commits an offence; it begins with all others of the month.
  @inline(__always)
  mutating func conceive(_ seat: Int, _ exposure: Int, _ cell: Int) {
    let index = Int(state.freeOffences.popLast() ?? Int32(state.offences.count))
    if index == state.offences.count { state.offences.append(Offence()) }
    state.cells[cell] = Int32(index)
    desk.begun.append(
      Begun(seat: Int32(seat), exposure: Int32(exposure), offence: Int32(index)))
  }

  /// The offences of the month begin: their luck is drawn together, then that of their clocks.
  mutating func begin(atStart: Bool = false) {
    guard !desk.begun.isEmpty else { return }
    desk.batch.clear()
    for place in desk.begun.indices { desk.batch.ask(meaning(of: desk.begun[place])) }
    desk.batch.draw(.onset, luck)
    for place in desk.begun.indices {
      create(desk.begun[place], desk.batch[place], atStart: atStart)
    }
    desk.batch.clear()
    for place in desk.begun.indices {
      let exposure = Int(desk.begun[place].exposure)
      let id = Meaning(bits: state.offences[Int(desk.begun[place].offence)].id)
      for charged in tables.chargedOf[exposure] {
        desk.batch.ask(id.joined(tables.charged[charged].key))
      }
    }
    desk.batch.draw(.clock, luck)
    var drawn = 0
    for place in desk.begun.indices {
      let begun = desk.begun[place]
      for charged in tables.chargedOf[Int(begun.exposure)] {
        set(tables.charged[charged], desk.batch[drawn], of: Int(begun.offence))
        drawn += 1
      }
      if tables.lives[frame.layout.exposures[Int(begun.exposure)].risk].isMomentary {
        endAtOnce(Int(begun.offence))
      }
    }
    desk.begun.clear()
  }

  @inline(__always)
  private func meaning(of begun: Begun) -> Meaning {
    let exposure = frame.layout.exposures[Int(begun.exposure)]
    let slot = Int(begun.seat) - frame.layout.posts[exposure.post].seat0
    return exposure.meaning.with(UInt64(slot) << 32 | UInt64(keyed(month)))
  }

  /// Writes the record of an offence and puts it among the active.
  @inline(__always)
  private mutating func create(_ begun: Begun, _ words: Words, atStart: Bool) {
    let index = Int(begun.offence)
    let exposure = Int(begun.exposure)
    let risk = frame.layout.exposures[exposure].risk
    // In its month an onset is uniform; what a cold start finds there began with it.
    let fraction = atStart ? 0 : Int64(words.0 >> 12)
    var offence = Offence()
    offence.id = meaning(of: begun).bits
    offence.person = state.people[Int(begun.seat)].id
    offence.seat = begun.seat
    offence.exposure = begun.exposure
    offence.onset = end(of: month - 1) + fraction
    offence.month = Int32(month)
    offence.stage = tables.lives[risk].stage(of: uniform(words.1))
    offence.detectability = tables.detectabilities[risk].value(words.3)
    // What a cold start finds there begins before anybody is asked what he wants.
    if wants.loss || atStart {
      offence.scale =
        Money(tables.scheme.risks[risk].loss.quantile(uniform(words.2))).hundredths
    }
    offence.place = Int32(state.active.count)
    state.offences[index] = offence
    state.seats[Int(begun.seat)].active += 1
    let vectors = frame.causes.vectors
    let row = Tables.row(exposure, Int(offence.stage)) * vectors
    for block in 0..<vectors {
      state.active.append(ClockBlock(row: Int32(row + block), offence: begun.offence))
    }
  }

  /// Sets a clock of an offence that has just begun.
  @inline(__always)
  private mutating func set(_ charged: Tables.Charged, _ words: Words, of index: Int) {
    let cause = Int(charged.cause)
    let place = Int(state.offences[index].place) + Causes.block(of: cause)
    let lane = Causes.lane(of: cause)
    var left = frame.clock(words, cause, state.offences[index].detectability, ordinal: 0)
    let fraction = state.offences[index].onset - end(of: month - 1)
    if cause < frame.causes.review(0), fraction > 0 {
      // What is continuous did not act before the onset: that part is paid in advance.
      let charge = tables.rows[Int(state.active[place].row)][lane]
      left = left.addingSaturating(Int32((Int64(charge) * fraction) >> 20))
    }
    state.active[place].clocks[lane] = left
  }

  /// One act: over in its month, with one month's loss; only evidence remains.
  private mutating func endAtOnce(_ index: Int) {
    let onset = state.offences[index].onset
    if wants.loss { addLoss(index, from: onset, to: onset + 1 << 20) }
    finish(index, .desisted, at: onset)
  }

  /// δ of model.md G3: how much more easily the offence is seen than a bare one; fades after its end.
  @inline(__always)
  func visibility(of index: Int) -> Double {
    let exposure = Int(state.offences[index].exposure)
    let risk = frame.layout.exposures[exposure].risk
    let now =
      Double(state.offences[index].detectability) * tables.courses[exposure].visibility
      * tables.lives[risk].detect[Int(state.offences[index].stage)]
    guard !state.offences[index].isActive else { return now }
    return now * fading(tables.lives[risk].evidence, since: state.offences[index].endedAt)
  }

  /// What is left of the evidence: 2^(−age/half-life).
  @inline(__always)
  func fading(_ halfLife: Double, since ended: Moment) -> Double {
    let age = Double(end(of: month) - ended) * 0x1p-20
    guard halfLife > 0 else { return age <= 0 ? 1 : 0 }
    return exponential(-0x1.62e42fefa39efp-1 * age / halfLife)
  }

  // MARK: - Ends

  /// Calls for every active offence of a seat's occupant.
  mutating func forEachOffence(at seat: Int, _ act: (inout Self, Int) -> Void) {
    let place = frame.layout.posts[Int(frame.layout.postOfSeat[seat])]
    for exposure in place.exposures {
      let index = state.cells[frame.layout.cell(seat, exposure)]
      if index >= 0 { act(&self, Int(index)) }
    }
  }

  /// Everything that goes on at a seat ends at the beginning of the month.
  mutating func endOffences(at seat: Int, _ reason: EndReason) {
    guard state.seats[seat].active > 0 else { return }
    forEachOffence(at: seat) { run, index in
      run.finish(index, reason, at: end(of: run.month - 1))
    }
  }

  /// An active offence ends: it leaves the active list, its seat and its cell.
  mutating func finish(_ index: Int, _ reason: EndReason, at time: Moment) {
    let seat = Int(state.offences[index].seat)
    let exposure = Int(state.offences[index].exposure)
    state.cells[frame.layout.cell(seat, exposure)] = -1
    state.seats[seat].active -= 1
    let place = Int(state.offences[index].place)
    let vectors = frame.causes.vectors
    let last = state.active.count - vectors
    if reason != .verified,
      tables.lives[frame.layout.exposures[exposure].risk].evidence > 0
    {
      // Its clocks run on, for reports and look-backs, while the evidence lasts.
      state.offences[index].holds += 1
      for block in 0..<vectors { state.past.append(state.active[place + block]) }
    }
    if place != last {
      for block in 0..<vectors { state.active[place + block] = state.active[last + block] }
      state.offences[Int(state.active[last].offence)].place = Int32(place)
    }
    state.active.removeLast(vectors)
    state.offences[index].place = -1
    close(index, reason, at: time)
  }

  private mutating func close(_ index: Int, _ reason: EndReason, at time: Moment) {
    state.offences[index].endedAt = time
    state.offences[index].reason = UInt8(reason.rawValue)
    settleIfOver(index)
  }

  /// Settles the row of an offence that is over and to which nothing refers any more.
  mutating func settleIfOver(_ index: Int) {
    guard !state.offences[index].isActive, state.offences[index].holds == 0 else { return }
    report(offence: index)
    state.freeOffences.append(Int32(index))
  }
}

extension Tables.Life {
  /// The stage at onset of a uniform number.
  func stage(of u: Double) -> UInt8 {
    let stage: Stage = u < sign ? .sign : u < violation ? .violation : .crime
    return UInt8(stage.rawValue)
  }
}

extension Int32 {
  /// The sum, at most the largest number.
  @inline(__always)
  func addingSaturating(_ other: Int32) -> Int32 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
