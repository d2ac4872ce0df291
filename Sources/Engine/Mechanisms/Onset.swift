import Ledger
import Plan
import Quantities

/// Temptation meets the person who sits there (model.md G1).
extension Run {
  /// Step 4: the points of the month, accepted where the hazard of the person now in the seat lies desk.above.
  mutating func tempt() {
    if window != Field.window(of: month) || !kept.contains(month) { openWindow() }
    if tables.isSpreading { countHonest() }
    let place = month - Field.firstMonth(of: window)
    sift(desk.temptations.range(of: place))
    keepTempting()
    for place in desk.reached.indices {
      let point = desk.temptations.points[Int(desk.reached[place])]
      tempt(Int(point.seat), Int(point.owner))
    }
    for point in desk.above[place]
    where UInt32(truncatingIfNeeded: state.people[Int(point.seat)].id) == point.person
      && point.mark < hazard(Int(point.seat), Int(point.exposure))
    {
      tempt(Int(point.seat), Int(point.exposure))
    }
    if tables.isSpreading { spread() }
    resolveAttempts()
    begin()
  }

  /// Lists the points below what the person could reach at the longest tenure: few, and no branch depends on
  /// luck. The last digits are left to the exact comparison.
  private mutating func sift(_ range: Range<Int>) {
    desk.reached.makeRoom(range.count)
    var count = 0
    for index in range {
      let point = desk.temptations.points[index]
      let reach =
        tables.onsets[Int(point.owner)].highest * state.seats[Int(point.seat)].frailty * 1.00001
      desk.reached[count] = Int32(truncatingIfNeeded: index)
      // The sign of the difference: the compiler would make a branch of a comparison.
      count &+= Int(truncatingIfNeeded: (point.mark - reach).bitPattern &>> 31)
    }
    desk.reached.makeRoom(count)
  }

  /// Keeps of the listed points those below the hazard of the person, again without a branch that depends on luck.
  private mutating func keepTempting() {
    var count = 0
    for place in desk.reached.indices {
      let index = desk.reached[place]
      let point = desk.temptations.points[Int(index)]
      let margin = point.mark - hazard(Int(point.seat), Int(point.owner))
      desk.reached[count] = index
      count &+= Int(truncatingIfNeeded: margin.bitPattern &>> 31)
    }
    desk.reached.makeRoom(count)
  }

  /// Who is tempted and idle begins.
  @inline(__always)
  mutating func tempt(_ seat: Int, _ exposure: Int, via: Via = .tempted) {
    let cell = frame.layout.cell(seat, exposure)
    if tables.isGuarded || wants.attempts {
      guard state.cells[cell] == -1 else { return }
      attempt(seat, exposure, cell, via: via)
    } else {
      // Most seats have nothing going on, and the bytes that say so are nearer than the cells.
      guard state.ongoing[seat] == 0 || state.cells[cell] == -1 else { return }
      conceive(seat, exposure, cell, via: via)
    }
  }

  /// The hazard of onset of the person in a seat: λ·f·min(M̄, τ·γ·D·E).
  @inline(__always)
  private func hazard(_ seat: Int, _ exposure: Int) -> Float {
    let onset = tables.onsets[exposure]
    let served = min(
      max(0, Int32(truncatingIfNeeded: month &- 1) &- state.seats[seat].since), onset.tenures &- 1)
    var factor = tables.tenures[Int(onset.tenure0 &+ served)] * onset.group
    if onset.newcomers != onset.group, isNewcomer(hired: state.seats[seat].hired) {
      factor = tables.tenures[Int(onset.tenure0 &+ served)] * onset.newcomers
    }
    if tables.isDeterring { factor *= deterrence(seat, exposure) }
    if !tables.programmes.isEmpty { factor *= schooling(seat) }
    return onset.hazard * state.seats[seat].frailty * min(onset.cap, factor)
  }

  /// D of the person in a seat: looked up for those alone who are tempted.
  @inline(__always)
  func deterrence(_ seat: Int, _ exposure: Int) -> Float {
    tables.deterrence?.multiplier(
      exposure, at: seat, of: state.people[seat].id, post: Int(frame.layout.postOfSeat[seat]),
      month: month - 1, state.beliefs) ?? 1
  }

  @inline(__always)
  func isNewcomer(hired: Int32) -> Bool {
    guard let turnover = tables.turnover else { return false }
    return Double(month - 1 - Int(hired)) < turnover.newcomer.number
  }

  // MARK: - The field of luck

  /// Draws the points of the month's window, up to what this arm asks.
  private mutating func openWindow() {
    window = Field.window(of: month)
    openTapes()
    for month in desk.above.indices { desk.above[month].removeAll(keepingCapacity: true) }
    for post in frame.layout.posts.indices where tables.aboveCut[post] > 0 {
      let place = frame.layout.posts[post]
      for seat in place.seat0..<place.seat0 + place.slots { openAbove(seat) }
    }
  }

  private mutating func openTapes() {
    let window = window
    let luck = luck
    let layers = frame.layers
    let layout = frame.layout
    let tables = tables
    kept = tables.kept(from: month, frame)
    let months =
      kept.lowerBound - Field.firstMonth(of: window)..<kept.upperBound
      - Field.firstMonth(of: window)
    var batch = Batch()
    swap(&batch, &desk.batch)
    defer { swap(&batch, &desk.batch) }
    desk.temptations.write(months) { tape in
      for lane in layout.temptationLanes {
        Field.draw(
          lane, .temptation, window: window, below: tables.bound(Int(lane.owner), layout),
          layers, luck, &batch, &tape)
      }
    }
    desk.readings.write(months) { tape in
      for lane in layout.readingLanes {
        Field.draw(
          lane, .reading, window: window, below: tables.watchings[Int(lane.owner)].height,
          layers, luck, &batch, &tape)
      }
    }
    desk.noises.write(months) { tape in
      for lane in layout.noiseLanes {
        Field.draw(
          lane, .noise, window: window, below: tables.noises[Int(lane.owner)],
          layers, luck, &batch, &tape)
      }
    }
  }

  /// Looks up the points above the cut for a person whose hazard reaches there, from this month on.
  @inline(__always)
  mutating func openAbove(_ seat: Int) {
    let post = Int(state.people[seat].post)
    if state.seats[seat].frailty * tables.aboveCut[post] > 1 { openAbove(seat, post) }
  }

  private mutating func openAbove(_ seat: Int, _ post: Int) {
    let person = UInt32(truncatingIfNeeded: state.people[seat].id)
    let current = Field.window(of: month)
    let first = month - Field.firstMonth(of: current)
    let slot = UInt64(seat - frame.layout.posts[post].seat0)
    for exposure in frame.layout.posts[post].exposures {
      let cut = frame.layout.exposures[exposure].cut
      let highest = Double(tables.onsets[exposure].highest * state.seats[seat].frailty)
      guard highest > cut else { continue }
      let meaning = frame.layout.exposures[exposure].meaning.with(slot)
      Field.walkAbove(cut, to: highest, of: meaning, window: current, luck, frame.logs) {
        month, mark in
        guard month >= first else { return }
        desk.above[month].append(
          AbovePoint(
            seat: Int32(seat), exposure: Int32(exposure), mark: mark, person: person))
      }
    }
  }
}

extension Tables {
  /// Up to which hazard the lanes of an exposure are walked: nobody's is higher, or the cut.
  func bound(_ exposure: Int, _ layout: Layout) -> Float {
    min(Float(layout.exposures[exposure].cut), onsets[exposure].highest * highestFrailty)
  }

  /// The months from one on whose points are kept: to the end of the window or of the run, or fewer where so
  /// many are expected that keeping them would cost more memory than drawing them again costs time.
  func kept(from month: Int, _ frame: borrowing Frame) -> Range<Int> {
    let layout = frame.layout
    var expected: Float = 0
    for (index, exposure) in layout.exposures.enumerated() {
      expected += bound(index, layout) * Float(layout.posts[exposure.post].slots)
    }
    for (index, watch) in layout.watches.enumerated() {
      expected += watchings[index].yellow * Float(layout.posts[watch.post].slots)
    }
    var months = Field.window
    while expected * Float(months) > 2.5e6, months > 16 { months /= 2 }
    let end = Field.firstMonth(of: Field.window(of: month) + 1)
    return month..<min(month + months, end, frame.horizon + 1)
  }
}
