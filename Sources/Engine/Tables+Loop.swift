import Ledger
import Plan
import Quantities

/// Folding what the closed loop changes: what is off the list is not seen, what is mended acts otherwise.
extension Tables {
  /// Whether a list is kept, and which controls wait to be added. A kind that is not declared does not act.
  mutating func foldLoop(_ layout: Layout) {
    let acting = scheme.remedies.filter(\.isOn)
    keepsList =
      !acting.isEmpty || scheme.organizations.contains { $0.drift.number > 0 }
      || scheme.posts.contains { $0.listed.number < 1 }
      || scheme.risks.contains { $0.listedShare.number < 1 }
    hasOccasions = scheme.reviews.contains { $0.isOn && !$0.on.isEmpty }
    let added = Set(acting.flatMap { $0.adds ?? [] })
    isAdded = scheme.controls.indices.map { added.contains($0) }
    if keepsList { foldCells(layout) }
  }

  /// Which risk points exist, and how fast they drift off the list.
  private mutating func foldCells(_ layout: Layout) {
    let at = scheme.risks.map { $0.isOn ? Set($0.at.posts) : [] }
    existing = layout.exposures.map {
      $0.risk < at.count && $0.post < scheme.posts.count && scheme.posts[$0.post].isOn
        && at[$0.risk].contains($0.post)
    }
    drifts = zip(layout.exposures, existing).map { exposure, exists in
      guard exists else { return 0 }
      let unit = scheme.units[scheme.posts[exposure.post].unit]
      return scheme.organizations[unit.organization].drift.number
    }
  }

  /// Share of such risk points that are on the list at the beginning: what the risk says, else what the post says.
  func listedShare(_ index: Int, _ exposure: Layout.Exposure) -> Double {
    guard keepsList, existing[index] else { return 1 }
    return (scheme.risks[exposure.risk].listed ?? scheme.posts[exposure.post].listed).number
  }

  /// The post that answers for a risk point: the owner of the risk, of the post, the unit's leader.
  func owner(of exposure: Layout.Exposure) -> Int {
    let unit = scheme.posts[exposure.post].unit
    if let owner = scheme.risks[exposure.risk].owner ?? scheme.posts[exposure.post].owner {
      let near = owner.posts.first { scheme.posts[$0].unit == unit }
      return near ?? owner.posts.first ?? exposure.post
    }
    return leader(of: unit) ?? exposure.post
  }

  /// The post that answers for a unit: the one that it names, its first of leaders, its first.
  func leader(of unit: Int) -> Int? {
    if let leader = scheme.units[unit].leader, scheme.posts[leader].isOn { return leader }
    let posts = scheme.posts.indices.filter {
      scheme.posts[$0].unit == unit && scheme.posts[$0].isOn
    }
    return posts.first { scheme.posts[$0].group == .leaders } ?? posts.first
  }

  /// Who issues, as the rows call it.
  func issuer(of performer: Performer, unit: Int) -> Issuer {
    let queue = Queues(scheme).queue(of: performer, unit: unit)
    guard queue < scheme.bodies.count else {
      return queue == Queues.implicit(scheme) ? .supervisory : .own
    }
    switch scheme.bodies[queue].kind {
    case .unitBody: return .own
    case .procuratorate: return .procuratorial
    case .court: return .judicial
    case .audit: return .audit
    default: return .supervisory
    }
  }

  /// A risk point leaves the list or comes on it: indicators watch it or do not, reviews find it as hard or easily.
  mutating func setListed(
    _ index: Int, _ isListed: Bool, _ layout: Layout, _ causes: Causes
  ) {
    if isUnlisted.isEmpty {
      guard !isListed else { return }
      isUnlisted = [Bool](repeating: false, count: layout.exposures.count)
    }
    isUnlisted[index] = !isListed
    let exposure = layout.exposures[index]
    guard existing[index] else { return }
    foldShowings(of: index, layout, causes)
    for watch in layout.posts[layout.exposures[index].post].watches {
      named[watch] = names(of: watch, layout)
    }
    for (j, review) in scheme.reviews.enumerated()
    where review.isOn && review.looks(at: scheme.risks[exposure.risk], exposure.post) {
      let cause = causes.review(j)
      let finds = hazard(ofShare: review.finds.number) * (isListed ? 1 : review.unlisted.number)
      for stage in 0..<3 {
        let detect = courses[index].visibility * lives[exposure.risk].detect[stage]
        let row = Tables.row(index, stage) * causes.vectors + Causes.block(of: cause)
        rows[row][Causes.lane(of: cause)] = finds > 0 ? charge(finds * detect) : 0
      }
    }
  }

  /// What is left of the temptation at a risk point: K.
  mutating func setTemptation(_ index: Int, to factor: Double, _ layout: Layout) {
    let group = scheme.posts[layout.exposures[index].post].group
    let temptation = scheme.officials.temptation
    onsets[index].group = Float(temptation[group] * factor)
    onsets[index].newcomers = Float(
      (group == .ordinary ? temptation[.newcomers] : temptation[group]) * factor)
  }

  /// What is left of an indicator's tails: of untrue and of genuine alerts.
  mutating func setTails(
    _ indicator: Int, to left: SIMD2<Double>, _ layout: Layout, _ causes: Causes
  ) {
    if tuning.isEmpty {
      tuning = [SIMD2<Double>](repeating: SIMD2(1, 1), count: scheme.indicators.count)
    }
    guard tuning[indicator] != left else { return }
    tuning[indicator] = left
    for (watch, place) in layout.watches.enumerated() where place.indicator == indicator {
      foldMarks(of: watch, layout)
      for exposure in layout.posts[place.post].exposures
      where layout.watchesOf[exposure].contains(watch) {
        foldShowings(of: exposure, layout, causes)
      }
    }
  }
}
