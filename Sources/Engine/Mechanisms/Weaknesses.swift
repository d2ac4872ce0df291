import Ledger
import Plan
import Quantities

/// What reviews reveal 薄弱环节, and the problem list 问题清单 that it stands on (model.md G5).
extension Run {
  /// Whether an occurrence visits anybody at a post.
  private func visits(_ post: Int, _ visit: Visit) -> Bool {
    let place = frame.layout.posts[post]
    return switch visit.choice {
    case .all: true
    case .seats(let draws): draws[post].visits > 0
    case .units(let chosen): chosen[place.unit]
    case .scored(let chosen): (place.seat0..<place.seat0 + place.slots).contains { chosen[$0] }
    }
  }

  /// Each weakness at the visited posts is revealed by a share, in luck of its own; gives how many were.
  mutating func reveal(_ visit: Visit) -> Int? {
    guard tables.keepsList else { return nil }
    let review = tables.scheme.reviews[Int(visit.review)]
    guard review.reveals.number > 0 else { return nil }
    let posts = visit.posts.filter { visits($0, visit) }
    var looking = Looking(
      review: visit.review, meaning: frame.layout.reviewMeanings[Int(visit.review)],
      share: min(1, review.reveals.number * review.method.yield))
    for post in posts { revealUnlisted(at: post, &looking) }
    for unit in unitsOf(posts) { revealControls(of: unit, posts, &looking) }
    for indicator in tables.scheme.indicators.indices {
      revealModel(indicator, posts, &looking)
    }
    revealRemedies(Set(posts), &looking)
    return looking.revealed
  }

  /// An occurrence of a review that looks for weaknesses.
  private struct Looking {
    let review: Int32
    let meaning: Meaning
    let share: Double
    var revealed = 0
  }

  /// Whether the occurrence sees a weakness at a place.
  private func sees(_ place: Meaning, _ looking: Looking) -> Bool {
    certainly(
      luck.word(.weakness, looking.meaning.joined(place), keyed(month)), below: looking.share)
  }

  private mutating func revealUnlisted(at post: Int, _ looking: inout Looking) {
    for index in frame.layout.posts[post].exposures {
      let exposure = frame.layout.exposures[index]
      guard !state.loop.cells[index].isListed, tables.existing[index],
        sees(exposure.meaning, looking)
      else { continue }
      state.loop.cells[index].isKnown = true
      let place = LoopPlace(
        post: Int32(post), unit: Int32(frame.layout.posts[post].unit), exposure: Int32(index),
        risk: Int32(exposure.risk))
      state.loop.cells[index].weakness = write(
        .unlisted, place, exposure.meaning, at: state.loop.cells[index].weakness, &looking)
    }
  }

  private mutating func revealControls(of unit: Int, _ posts: [Int], _ looking: inout Looking) {
    for (index, control) in tables.scheme.controls.enumerated() where control.isOn {
      let key = unit * frame.layout.places.controls.count + index
      // What waits to be added is no weakness.
      guard !tables.isAdded[index] || state.loop.performed[key].size != 0,
        tables.performed(index, in: unit) < control.standard.number - 1e-9,
        let post = posts.first(where: {
          frame.layout.posts[$0].unit == unit && control.at.posts.contains($0)
        })
      else { continue }
      let meaning = frame.layout.places.controls[index].joined(frame.layout.places.units[unit])
      guard sees(meaning, looking) else { continue }
      let place = LoopPlace(post: Int32(post), unit: Int32(unit), control: Int32(index))
      state.loop.performed[key].weakness = write(
        .control, place, meaning, at: state.loop.performed[key].weakness, &looking)
    }
  }

  private mutating func revealModel(
    _ index: Int, _ posts: [Int], _ looking: inout Looking
  ) {
    let indicator = tables.scheme.indicators[index]
    guard indicator.isOn, let post = posts.first(where: { indicator.on.posts.contains($0) }),
      let rate = verificationRate(of: index), rate < indicator.standard.number
    else { return }
    let meaning = frame.layout.places.indicators[index]
    guard sees(meaning, looking) else { return }
    let place = LoopPlace(
      post: Int32(post), unit: Int32(frame.layout.posts[post].unit), indicator: Int32(index))
    state.loop.tuned[index].weakness = write(
      .model, place, meaning, at: state.loop.tuned[index].weakness, &looking)
  }

  private mutating func revealRemedies(_ posts: Set<Int>, _ looking: inout Looking) {
    for index in state.loop.remedies.indices {
      let remedy = state.loop.remedies[index]
      guard posts.contains(Int(remedy.place.post)), isWeak(remedy), remedy.flaw < 0 else {
        continue
      }
      guard sees(Meaning(bits: remedy.id), looking) else { continue }
      let line = add(
        Weakness(
          kind: UInt8(WeaknessKind.remedy.rawValue), review: looking.review, month: Int32(month),
          place: remedy.place))
      looking.revealed += 1
      state.loop.remedies[index].flaw = line
      reissue(index, at: month)
    }
  }

  /// Whether a remedy is overdue, or was not truly done in its time.
  private func isWeak(_ remedy: Remedy) -> Bool {
    guard remedy.doneAt == .max else { return false }
    if remedy.isFinished { return true }
    let age = Double(month - Int(remedy.issued))
    return age >= tables.scheme.remedies[Int(remedy.terms)].within.number
      && !(remedy.isAccepted && remedy.reply <= age)
  }

  /// Writes a weakness on the problem list, or takes the line on which it is; whoever is not at work on it yet begins.
  private mutating func write(
    _ kind: WeaknessKind, _ place: LoopPlace, _ meaning: Meaning, at line: Int32,
    _ looking: inout Looking
  ) -> Int32 {
    if line >= 0, state.loop.weaknesses[Int(line)].atWork > 0 { return line }
    looking.revealed += 1
    let line =
      line >= 0
      ? line
      : add(
        Weakness(
          kind: UInt8(kind.rawValue), review: looking.review, month: Int32(month), place: place))
    state.loop.weaknesses[Int(line)].isSpoilt = false
    issueRemedies(
      .weakness, place, id: looking.meaning.joined(meaning).with(UInt64(keyed(month))),
      kind: kind, weakness: line)
    return line
  }

  private mutating func add(_ weakness: Weakness) -> Int32 {
    Int32(state.loop.weaknesses.place(weakness))
  }

  // MARK: - Closing

  /// A remedy is followed up: of the line that it works on, and of the line that it is itself.
  mutating func leaveWork(_ index: Int, isClosed: Bool) {
    state.loop.remedies[index].isAtWork = false
    let remedy = state.loop.remedies[index]
    if remedy.flaw >= 0 {
      if isClosed { close(Int(remedy.flaw)) }
      state.loop.remedies[index].flaw = -1
    }
    let line = Int(remedy.weakness)
    guard line >= 0, state.loop.weaknesses[line].month > .min else { return }
    state.loop.weaknesses[line].atWork -= 1
    if !isClosed { state.loop.weaknesses[line].isSpoilt = true }
    if state.loop.weaknesses[line].atWork == 0, !state.loop.weaknesses[line].isSpoilt {
      close(line)
    }
  }

  /// A line of the problem list is closed, as the institution sees it; the place can be found weak again.
  private mutating func close(_ line: Int) {
    let weakness = state.loop.weaknesses[line]
    report(weakness, closed: month - 1)
    state.loop.weaknesses[line].month = .min
    let number = Int32(line)
    let place = weakness.place
    if place.exposure >= 0, state.loop.cells[Int(place.exposure)].weakness == number {
      state.loop.cells[Int(place.exposure)].weakness = -1
      state.loop.cells[Int(place.exposure)].isKnown = false
    }
    if place.control >= 0 {
      let key = Int(place.unit) * frame.layout.places.controls.count + Int(place.control)
      if state.loop.performed[key].weakness == number { state.loop.performed[key].weakness = -1 }
    }
    if place.indicator >= 0, state.loop.tuned[Int(place.indicator)].weakness == number {
      state.loop.tuned[Int(place.indicator)].weakness = -1
    }
  }

  // MARK: - Results of indicators

  /// Notes results of an indicator's alerts.
  mutating func noteYield(of watch: Int, isVerified: Bool, times: Int32 = 1) {
    let indicator = frame.layout.watches[watch].indicator
    let place = indicator * Yield.months + (month + Field.origin) % Yield.months
    if Int(state.loop.yields[place].month) != month {
      state.loop.yields[place] = Yield(month: Int32(month))
    }
    state.loop.yields[place].answered += times
    if isVerified { state.loop.yields[place].verified += times }
  }

  /// Share verified of an indicator's results in the last 12 months before this one; nil if they are too few.
  func verificationRate(of indicator: Int) -> Double? {
    var answered: Int32 = 0
    var verified: Int32 = 0
    for place in indicator * Yield.months..<(indicator + 1) * Yield.months {
      let yield = state.loop.yields[place]
      guard Int(yield.month) >= month - Yield.months, yield.month > .min else { continue }
      answered += yield.answered
      verified += yield.verified
    }
    return Int(answered) >= Yield.fewest ? Double(verified) / Double(answered) : nil
  }
}
