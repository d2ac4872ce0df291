import Ledger
import Plan
import Quantities

/// The life of an offence: its birth, its clocks, its end (model.md G3, clock-notes.md).
extension Run {
  /// An offence begins; all its clocks are drawn now.
  mutating func begin(_ seat: Int, _ exposure: Int, _ cell: Int, atStart: Bool = false) {
    let layout = frame.layout
    let slot = seat - layout.posts[layout.exposures[exposure].post].seat0
    let id = layout.exposures[exposure].meaning.with(UInt64(slot) << 32 | UInt64(keyed(month)))
    let words = luck.block(.onset, id)
    let risk = layout.exposures[exposure].risk
    // In its month an onset is uniform; what a cold start finds there began with it.
    let fraction = atStart ? 0 : Int64(words.0 >> 12)
    create(
      Offence(
        id: id.bits, person: state.seats[seat].person, seat: Int32(seat),
        exposure: Int32(exposure), onset: end(of: month - 1) + fraction, month: Int32(month),
        stage: tables.lives[risk].stage(of: uniform(words.1)),
        reason: UInt8(EndReason.censored.rawValue),
        detectability: tables.detectabilities[risk].value(words.3),
        // What a cold start finds there begins before anybody is asked what he wants.
        scale: wants.loss || atStart
          ? Money(tables.scheme.risks[risk].loss.quantile(uniform(words.2))).hundredths : 0),
      cell, before: fraction)
  }

  /// Puts an offence among the active; `before` is the part of the month, in 2⁻²⁰, that passed before it.
  mutating func create(_ offence: Offence, _ cell: Int, before fraction: Int64) {
    let index = Int(state.freeOffences.popLast() ?? Int32(state.offences.count))
    if index == state.offences.count {
      state.offences.append(offence)
    } else {
      state.offences[index] = offence
    }
    let exposure = Int(offence.exposure)
    let place = state.active.count
    state.offences[index].place = Int32(place)
    state.cells[cell] = Int32(index)
    state.seats[Int(offence.seat)].active += 1
    let causes = frame.causes
    let row = Tables.row(exposure, Int(offence.stage)) * causes.vectors
    for block in 0..<causes.vectors {
      state.active.append(ClockBlock(row: Int32(row + block), offence: Int32(index)))
    }
    for charged in tables.chargedOf[exposure] {
      let cause = Int(tables.charged[charged])
      let (block, lane) = (Causes.block(of: cause), Causes.lane(of: cause))
      var left = frame.clock(
        cause, of: Meaning(bits: offence.id), exposure, offence.detectability, ordinal: 0, luck)
      if cause < causes.review(0), fraction > 0 {
        // What is continuous did not act before the onset: that part is paid in advance.
        let charge = tables.rows[row + block][lane]
        left = left.addingSaturating(Int32((Int64(charge) * fraction) >> 20))
      }
      state.active[place + block].clocks[lane] = left
    }
    if tables.lives[frame.layout.exposures[exposure].risk].isMomentary {
      // One act: over in its month, with one month's loss; only evidence remains.
      if wants.loss { addLoss(index, from: offence.onset, to: offence.onset + 1 << 20) }
      finish(index, .desisted, at: offence.onset)
      state.cells[cell] = actedNow
    }
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
