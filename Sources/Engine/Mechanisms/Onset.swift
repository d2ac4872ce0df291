import Ledger
import Plan
import Quantities

/// Temptation meets the person who sits there (model.md G1).
extension Run {
  /// Step 4: the points of the month, accepted where the hazard of the person now in the seat lies desk.above.
  mutating func tempt() {
    if window != Field.window(of: month) { openWindow() }
    let place = month - Field.firstMonth(of: window)
    for index in desk.temptations.range(of: place) {
      let point = desk.temptations.points[index]
      let exposure = Int(point.owner)
      let seat = Int(point.seat)
      // Most points lie above what the person could reach at the longest tenure; the last digits are
      // left to the exact comparison.
      let reach = tables.onsets[exposure].highest * state.seats[seat].frailty * 1.00001
      guard point.mark < reach, point.mark < hazard(seat, exposure) else { continue }
      tempt(seat, exposure)
    }
    guard !desk.above[place].isEmpty else { return }
    for point in desk.above[place]
    where UInt32(truncatingIfNeeded: state.seats[Int(point.seat)].person) == point.person
      && point.mark < hazard(Int(point.seat), Int(point.exposure))
    {
      tempt(Int(point.seat), Int(point.exposure))
    }
  }

  /// Who is tempted and idle begins.
  private mutating func tempt(_ seat: Int, _ exposure: Int) {
    let cell = frame.layout.cell(seat, exposure)
    if state.cells[cell] < 0, state.cells[cell] != actedNow { begin(seat, exposure, cell) }
  }

  /// What stands in the cell of somebody whose act of this month is over: the month is not idle any more.
  var actedNow: Int32 { -2 - Int32(truncatingIfNeeded: keyed(month)) }

  /// The hazard of onset of the person in a seat: λ·f·min(M̄, τ·γ).
  @inline(__always)
  private func hazard(_ seat: Int, _ exposure: Int) -> Float {
    let onset = tables.onsets[exposure]
    let served = min(
      max(0, Int32(truncatingIfNeeded: month &- 1) &- state.seats[seat].since), onset.tenures &- 1)
    var factor = tables.tenures[Int(onset.tenure0 &+ served)] * onset.group
    if onset.newcomers != onset.group, isNewcomer(hired: state.seats[seat].hired) {
      factor = tables.tenures[Int(onset.tenure0 &+ served)] * onset.newcomers
    }
    return onset.hazard * state.seats[seat].frailty * min(onset.cap, factor)
  }

  private func isNewcomer(hired: Int32) -> Bool {
    guard let turnover = tables.turnover else { return false }
    return Double(month - 1 - Int(hired)) < turnover.newcomer.number
  }

  // MARK: - The field of luck

  /// Draws the points of the month's window, up to what this arm asks.
  private mutating func openWindow() {
    window = Field.window(of: month)
    desk.temptations.clear()
    desk.readings.clear()
    desk.noises.clear()
    for month in desk.above.indices { desk.above[month].removeAll(keepingCapacity: true) }
    openTapes(above: nil)
    for post in frame.layout.posts.indices where tables.aboveCut[post] > 0 {
      let place = frame.layout.posts[post]
      for seat in place.seat0..<place.seat0 + place.slots
      where state.seats[seat].frailty * tables.aboveCut[post] > 1 {
        openAbove(seat, post)
      }
    }
  }

  /// Walks every lane from where the old tables stopped to where the present ones do.
  mutating func openTapes(above old: Tables?) {
    let first = month - Field.firstMonth(of: window)
    let window = window
    let luck = luck
    let logs = frame.logs
    let layout = frame.layout
    let tables = tables
    var stretch = Field.Stretch(
      purpose: .temptation, window: window, first: first, low: 0, high: 0)
    desk.temptations.write { tape in
      for lane in layout.temptationLanes {
        let owner = Int(lane.owner)
        stretch.low = old.map { $0.bound(owner, layout) } ?? 0
        stretch.high = tables.bound(owner, layout)
        if stretch.high > stretch.low { Field.walk(lane, stretch, luck, logs, tape) }
      }
    }
    stretch.purpose = .reading
    stretch.isSingle = true
    desk.readings.write { tape in
      for lane in layout.readingLanes {
        let owner = Int(lane.owner)
        stretch.low = Double(old?.watchings[owner].yellow ?? 0)
        stretch.high = Double(tables.watchings[owner].yellow)
        if stretch.high > stretch.low { Field.walk(lane, stretch, luck, logs, tape) }
      }
    }
    stretch.purpose = .noise
    stretch.isSingle = false
    desk.noises.write { tape in
      for lane in layout.noiseLanes {
        let owner = Int(lane.owner)
        stretch.low = Double(old?.noises[owner] ?? 0)
        stretch.high = Double(tables.noises[owner])
        if stretch.high > stretch.low { Field.walk(lane, stretch, luck, logs, tape) }
      }
    }
  }

  /// Looks up the points above the cut for a person whose hazard reaches there, from this month on.
  mutating func openAbove(_ seat: Int, _ post: Int) {
    let person = state.seats[seat]
    let current = Field.window(of: month)
    let first = month - Field.firstMonth(of: current)
    let slot = UInt64(seat - frame.layout.posts[post].seat0)
    for exposure in frame.layout.posts[post].exposures {
      let cut = frame.layout.exposures[exposure].cut
      let highest = Double(tables.onsets[exposure].highest * person.frailty)
      guard highest > cut else { continue }
      let meaning = frame.layout.exposures[exposure].meaning.with(slot)
      Field.walkAbove(cut, to: highest, of: meaning, window: current, luck, frame.logs) {
        month, mark in
        guard month >= first else { return }
        desk.above[month].append(
          AbovePoint(
            seat: Int32(seat), exposure: Int32(exposure), mark: mark,
            person: UInt32(truncatingIfNeeded: person.person)))
      }
    }
  }
}

extension Tables {
  /// Up to which hazard the lanes of an exposure are walked: nobody's is higher, or the cut.
  func bound(_ exposure: Int, _ layout: Layout) -> Double {
    min(layout.exposures[exposure].cut, Double(onsets[exposure].highest * highestFrailty))
  }
}
