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
      tempt(Int(point.seat), Int(point.owner), point.mark)
    }
    guard !desk.above[place].isEmpty else { return }
    for point in desk.above[place]
    where UInt32(truncatingIfNeeded: state.seats[Int(point.seat)].person) == point.person {
      tempt(Int(point.seat), Int(point.exposure), point.mark)
    }
  }

  @inline(__always)
  private mutating func tempt(_ seat: Int, _ exposure: Int, _ mark: Float) {
    guard mark < hazard(seat, exposure) else { return }
    let cell = frame.layout.cell(seat, exposure)
    guard state.cells[cell] < 0 else { return }
    begin(seat, exposure, cell)
  }

  /// The hazard of onset of the person in a seat: λ·f·min(M̄, τ·γ).
  @inline(__always)
  private func hazard(_ seat: Int, _ exposure: Int) -> Float {
    let onset = tables.onsets[exposure]
    let person = state.seats[seat]
    // A vacant seat has no beginning (`since` is the greatest number) and no frailty either.
    let served = min(max(0, Int32(month - 1) &- person.since), onset.tenures - 1)
    let group =
      onset.newcomers != onset.group && isNewcomer(person) ? onset.newcomers : onset.group
    let factor = tables.tenures[Int(onset.tenure0 + served)] * group
    return onset.hazard * person.frailty * min(onset.cap, factor)
  }

  private func isNewcomer(_ person: Seat) -> Bool {
    guard let turnover = tables.turnover else { return false }
    return Double(month - 1 - Int(person.hired)) < turnover.newcomer.number
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
    for lane in frame.layout.temptationLanes {
      let owner = Int(lane.owner)
      let low = old.map { $0.bound(owner, frame.layout) } ?? 0
      let high = tables.bound(owner, frame.layout)
      guard high > low else { continue }
      Field.walk(lane, .temptation, window: window, from: low, to: high, luck, logs) {
        if $1 >= first { desk.temptations.add(Tape.Point(lane, $0, $2), month: $1) }
      }
    }
    var seen = Field.Seen()
    for lane in frame.layout.readingLanes {
      let owner = Int(lane.owner)
      let low = old.map { Double($0.watchings[owner].yellow) } ?? 0
      let high = Double(tables.watchings[owner].yellow)
      guard high > low else { continue }
      // Of two points on one seat and month the lower counts, and it comes first: a bit for each.
      seen.clear(lane)
      Field.walk(lane, .reading, window: window, from: 0, to: high, luck, logs) {
        guard seen.insert($0, $1), $1 >= first, Double($2) >= low else { return }
        desk.readings.add(Tape.Point(lane, $0, $2), month: $1)
      }
    }
    for lane in frame.layout.noiseLanes {
      let owner = Int(lane.owner)
      let low = old.map { Double($0.noises[owner]) } ?? 0
      let high = Double(tables.noises[owner])
      guard high > low else { continue }
      Field.walk(lane, .noise, window: window, from: low, to: high, luck, logs) {
        if $1 >= first { desk.noises.add(Tape.Point(lane, $0, $2), month: $1) }
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
    min(layout.exposures[exposure].cut, Double(onsets[exposure].highest * frailty.highest))
  }
}
