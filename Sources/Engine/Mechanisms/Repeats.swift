/// Alerts that come again, and readings that count only together (model.md G4).
extension Run {
  /// The colour of an alert, one higher if it is one too many of its seat and indicator within the time. The quiet
  /// time goes by the colour of the reading.
  mutating func promoted(_ colour: Int32, _ seat: Int, _ watch: Int) -> Int32 {
    let watching = tables.watchings[watch]
    let memory = frame.layout.alertMemory
    guard watching.promotes > 0, memory > 0 else { return colour }
    if state.repeats.isEmpty {
      state.repeats.reset(to: .min, count: frame.layout.watchCells * memory)
    }
    let first = frame.layout.watchCell(seat, watch) * memory
    let before = Int(state.repeats[first + min(watching.promotes - 2, memory - 1)])
    for place in stride(from: first + memory - 1, to: first, by: -1) {
      state.repeats[place] = state.repeats[place - 1]
    }
    state.repeats[first] = Int32(truncatingIfNeeded: month)
    return month - before < watching.promotesWithin ? min(3, colour + 1) : colour
  }

  /// The alert with the colour that it has after those before it.
  mutating func promoted(_ shown: Shown) -> Shown {
    var result = shown
    result.colour = UInt8(promoted(Int32(shown.colour), Int(shown.seat), Int(shown.watch)))
    return result
  }

  /// Alerts of indicators that stand on others: all beyond yellow on one seat in this month.
  mutating func conjoin() {
    desk.partial.sort {
      $0.place != $1.place
        ? $0.place < $1.place
        : $0.mark != $1.mark ? $0.mark < $1.mark : $0.offence < $1.offence
    }
    var first = 0
    while first < desk.partial.count {
      let seat = desk.partial[first].seat
      var last = first
      while last + 1 < desk.partial.count, desk.partial[last + 1].seat == seat { last += 1 }
      let post = Int(frame.layout.postOfSeat[Int(seat)])
      for conjunction in tables.conjunctions[post] { conjoin(conjunction, first...last) }
      first = last + 1
    }
    desk.partial.clear()
  }

  /// The alert of one such indicator, if all its parts are among the readings of a seat: the lowest of their colours.
  private mutating func conjoin(_ whole: Tables.Conjunction, _ places: ClosedRange<Int>) {
    var colour: UInt8 = 3
    var offences: [Int32] = []
    for part in whole.parts {
      let own = places.filter { Int(desk.partial[$0].watch) == part }
      guard let highest = own.map({ desk.partial[$0].colour }).max() else { return }
      colour = min(colour, highest)
      for place in own {
        let offence = desk.partial[place].offence
        if offence >= 0, !offences.contains(offence) { offences.append(offence) }
      }
    }
    let seat = desk.partial[places.lowerBound].seat
    guard isCovered(Int(seat), whole.watch),
      tables.watchings[whole.watch].quiet <= 0 || speaksUp(Int(seat), whole.watch, colour)
    else { return }
    var shown = Shown(
      seat: seat, watch: Int32(whole.watch), offence: offences.first ?? -1, colour: colour, mark: 0)
    shown = promoted(shown)
    let alert = raise(shown, isGenuine: !offences.isEmpty)
    if screensOut(shown, alert: alert, isGenuine: !offences.isEmpty) { return }
    guard !offences.isEmpty else {
      signal(shown, of: -1, alert: alert)
      return
    }
    for offence in offences {
      state.offences[Int(offence)].isAlerted = true
      intercept(offence, shown)
      signal(shown, of: Int(offence), alert: offence == offences[0] ? alert : -1)
    }
  }
}
