import Ledger
import Plan
import Quantities

/// The life of an offence: its birth, its clocks, its end (model.md G3, clock-notes.md).
extension Run {
  /// A person who sits in a seat commits an offence; it begins with all others of the month.
  @inline(__always)
  mutating func conceive(
    _ seat: Int, _ exposure: Int, _ cell: Int, accomplices: Int32 = -1, loss: Float = 1,
    via: Via = .tempted
  ) {
    let index = Int(state.freeOffences.popLast() ?? Int32(state.offences.count))
    if index == state.offences.count { state.offences.append(Offence()) }
    state.cells[cell] = Int32(index)
    state.ongoing[seat] += 1
    desk.begun.append(
      Begun(
        seat: Int32(seat), exposure: Int32(exposure), offence: Int32(index),
        accomplices: accomplices, loss: loss, via: via))
  }

  /// The offences of the month begin: their luck is drawn together, then that of their clocks.
  mutating func begin(atStart: Bool = false) {
    guard !desk.begun.isEmpty else { return }
    desk.batch.makeRoom(desk.begun.count)
    var clocks = 0
    var isAnyMomentary = false
    for place in desk.begun.indices {
      let id = meaning(ofTempted: desk.begun[place].seat, desk.begun[place].exposure)
      desk.begun[place].id = id
      desk.batch.ask(id, at: place)
      let birth = tables.births[Int(desk.begun[place].exposure)]
      clocks &+= birth.charged.count
      isAnyMomentary = isAnyMomentary || birth.isMomentary
    }
    desk.batch.draw(.onset, luck)
    desk.clockBatch.makeRoom(clocks)
    let first = state.active.count
    create(atStart: atStart)
    desk.clockBatch.draw(.clock, luck)
    setClocks(from: first)
    for place in desk.begun.indices
    where isAnyMomentary && tables.births[Int(desk.begun[place].exposure)].isMomentary {
      endAtOnce(Int(desk.begun[place].offence))
    }
    noteRelapses()
    desk.begun.clear()
  }

  /// What a temptation of the month is called, and the offence that comes of it.
  @inline(__always)
  func meaning(ofTempted seat: Int32, _ exposure: Int32) -> Meaning {
    let birth = tables.births[Int(exposure)]
    let slot = UInt64(UInt32(bitPattern: seat &- birth.seat0))
    return birth.meaning.with(slot << 32 | UInt64(keyed(month)))
  }

  /// Writes the records of the offences, puts them among the active and asks for their clocks.
  private mutating func create(atStart: Bool) {
    let (births, charged) = (tables.births, tables.charged)
    let (begun, offences) = (desk.begun.lent, state.offences.lent)
    let vectors = frame.causes.vectors
    var block = state.active.count
    state.active.makeRoom(block &+ begun.count &* vectors)
    let active = state.active.lent
    var asked = 0
    for place in 0..<begun.count {
      let (words, exposure) = (desk.batch[place], Int(begun[place].exposure))
      let birth = births[exposure]
      let (risk, stage) = (Int(birth.risk), birth.stage(words.1))
      // In its month an onset is uniform; what a cold start finds there began with it.
      let fraction = atStart ? 0 : Int32(bitPattern: words.0 >> 12)
      let detectability =
        birth.isEquallySeen ? 1 : tables.detectabilities[risk].value(words.3)
      begun[place].fraction = fraction
      begun[place].detectability = detectability
      var scale: Int64 = 0
      // What a cold start finds there begins before anybody is asked what he wants.
      if wants.loss || atStart {
        let loss = tables.scheme.risks[risk].loss.quantile(uniform(words.2))
        scale = Money(loss * Double(begun[place].loss)).hundredths
      }
      let id = begun[place].id
      offences[Int(begun[place].offence)] = Offence(
        id: id.bits, person: state.people[Int(begun[place].seat)].id, seat: begun[place].seat,
        exposure: begun[place].exposure, onset: end(of: month - 1) &+ Int64(fraction),
        month: Int32(truncatingIfNeeded: month), stage: stage, via: begun[place].via,
        detectability: detectability, accomplices: begun[place].accomplices, scale: scale,
        place: Int32(truncatingIfNeeded: block))
      let row = (Int(birth.row) &+ Int(stage)) &* vectors
      for vector in 0..<vectors {
        active[block] = ClockBlock(
          row: Int32(truncatingIfNeeded: row &+ vector), offence: begun[place].offence)
        block &+= 1
      }
      for cause in birth.charged {
        desk.clockBatch.ask(id.joined(charged[Int(cause)].key), at: asked)
        asked &+= 1
      }
    }
  }

  /// Sets the clocks of the offences that have just begun, whose blocks stand from a place on.
  private mutating func setClocks(from first: Int) {
    let (births, charged, rows) = (tables.births, tables.charged, tables.rows)
    let (begun, active) = (desk.begun.lent, state.active.lent)
    let causes = frame.causes
    var drawn = 0
    var block = first
    for place in 0..<begun.count {
      let (fraction, detectability) = (begun[place].fraction, begun[place].detectability)
      for index in births[Int(begun[place].exposure)].charged {
        let cause = Int(charged[Int(index)].cause)
        let lane = Causes.lane(of: cause)
        let own = block &+ Causes.block(of: cause)
        var left = frame.clock(desk.clockBatch[drawn], cause, detectability, ordinal: 0)
        if cause < causes.firstReview {
          // What is continuous did not act before the onset: that part is paid in advance.
          let charge = rows[Int(active[own].row)][lane]
          left = left.addingSaturating(Int32((Int64(charge) * Int64(fraction)) >> 20))
        }
        active[own].clocks[lane] = left
        drawn &+= 1
      }
      block &+= causes.vectors
    }
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

  /// Whether the occupant of a seat has something going on there.
  @inline(__always)
  func hasOngoing(_ seat: Int) -> Bool {
    state.ongoing[seat] != 0 && state.ongoing[seat] != State.nobody
  }

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
    guard hasOngoing(seat) else { return }
    forEachOffence(at: seat) { run, index in
      run.finish(index, reason, at: end(of: run.month - 1))
    }
  }

  /// An active offence ends: it leaves the active list, its seat and its cell.
  mutating func finish(_ index: Int, _ reason: EndReason, at time: Moment) {
    let seat = Int(state.offences[index].seat)
    let exposure = Int(state.offences[index].exposure)
    state.cells[frame.layout.cell(seat, exposure)] = -1
    state.ongoing[seat] -= 1
    let place = Int(state.offences[index].place)
    let vectors = frame.causes.vectors
    let last = state.active.count - vectors
    if reason != .verified,
      tables.lives[frame.layout.exposures[exposure].risk].evidence > 0
    {
      // Its clocks run on, for reports and look-backs, while the evidence lasts. Whoever ends by himself within the
      // month does so before his clocks ring for anything else.
      if reason != .desisted || time == end(of: month) { renew() }
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
    if state.offences[index].accomplices >= 0 { freeAccomplices(of: index) }
    state.freeOffences.append(Int32(index))
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
