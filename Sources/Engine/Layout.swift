import Ledger
import Plan
import Quantities

/// Where everything stands in the arrays of a run: the union of what any arm declares, so that all arms share it.
struct Layout {
  /// The seats of a post and what touches them.
  struct Post {
    let meaning: Meaning
    let unit: Int
    let seat0: Int
    let slots: Int
    /// The exposures of the post; the ordinal within is the bit in a lead's set of risks.
    let exposures: Range<Int>
    /// The watches of the post.
    let watches: Range<Int>
    let riskCell0: Int
    let watchCell0: Int

    /// The seats of the post.
    @inline(__always)
    var seats: Range<Int32> { Int32(seat0)..<Int32(seat0 + slots) }

    /// What the luck of a seat of the post hangs on.
    @inline(__always)
    func meaning(ofSeat seat: Int) -> Meaning { meaning.with(UInt64(seat &- seat0)) }
  }

  /// A risk at a post.
  struct Exposure {
    let meaning: Meaning
    let post: Int
    let risk: Int
    let ordinal: Int
    /// Hazard up to which the lanes serve; above it each slot has a field of its own. Never of a policy.
    let cut: Double
  }

  /// An indicator at a post.
  struct Watch {
    let meaning: Meaning
    let post: Int
    let indicator: Int
    let ordinal: Int
  }

  /// A reporting channel at a post, for the reports that are not true.
  struct Hearing {
    let meaning: Meaning
    let post: Int
    let reporting: Int
  }

  private(set) var posts: [Post] = []
  private(set) var exposures: [Exposure] = []
  private(set) var watches: [Watch] = []
  private(set) var hearings: [Hearing] = []
  /// By watch: the first of its post.
  private(set) var firstWatches: [Int32] = []
  /// The watches that may betray an offence of an exposure.
  private(set) var watchesOf: [[Int]] = []
  /// Keys of the reviews' luck, and of every clock, by exposure and cause.
  private(set) var reviewMeanings: [Meaning] = []
  private(set) var clockKeys: [Meaning] = []
  private(set) var causes = Causes([], watched: 0)
  private(set) var temptationLanes: [Lane] = []
  private(set) var readingLanes: [Lane] = []
  private(set) var noiseLanes: [Lane] = []
  /// By seat: its post.
  private(set) var postOfSeat: [Int32] = []
  private(set) var riskCells = 0
  private(set) var watchCells = 0
  /// The most units and organisations that any scheme has.
  private(set) var units = 0
  private(set) var organizations = 0
  /// What the closed loop is about.
  private(set) var places = LoopPlaces()
  /// How many earlier alerts of a watch cell are remembered, for those that count them.
  private(set) var alertMemory = 0
  /// Whether some control asks whether counterparties have a record.
  private(set) var keepsRecords = false
  /// Whether somebody looks at what leads seem to have cost.
  private(set) var hasListings = false
  /// Whether some visit that finds nothing makes the visited bolder.
  private(set) var hasCleanVisits = false
  /// What teaches: one more than the most programmes of any scheme; 0 where nothing does.
  private(set) var programmes = 0

  /// Lays out the union of the schemes; `baseline` alone decides what must not depend on a policy.
  init(baseline: Scheme, union schemes: [Scheme], headcounts: [Int]) {
    let risks = Layout.pairs(schemes.map(\.risks)) { $0.isOn ? $0.at.posts : [] }
    let indicators = Layout.pairs(schemes.map(\.indicators)) { $0.isOn ? $0.on.posts : [] }
    units = schemes.map(\.units.count).max() ?? 0
    organizations = schemes.map(\.organizations.count).max() ?? 0
    alertMemory =
      schemes.flatMap { $0.indicators.map(\.promotes.number) }.filter(\.isFinite).max()
      .map { Int($0.rounded()) - 1 } ?? 0
    keepsRecords = schemes.contains { $0.controls.contains { $0.isOn && $0.checks.number > 0 } }
    hasListings = schemes.contains { $0.listings.contains(where: \.isOn) }
    hasCleanVisits = schemes.contains { $0.reviews.contains { $0.cleanVisit.number > 0 } }
    let educations = schemes.map(\.educations.count).max() ?? 0
    let retrains = schemes.contains { $0.remedies.contains { $0.isOn && $0.retrains } }
    programmes = educations > 0 || retrains ? educations + 1 : 0
    let reportings = schemes.map(\.reportings.count).max() ?? 0
    let all = schemes.max { $0.posts.count < $1.posts.count } ?? baseline
    func named<T>(_ list: KeyPath<Scheme, [T]>, _ index: Int) -> T? {
      if index < baseline[keyPath: list].count { return baseline[keyPath: list][index] }
      return schemes.first { index < $0[keyPath: list].count }?[keyPath: list][index]
    }
    postOfSeat.reserveCapacity(headcounts.reduce(0, +))
    for (index, post) in all.posts.enumerated() {
      let meaning = Meaning(post.path)
      let seat0 = postOfSeat.count
      let slots = headcounts[index]
      let firstExposure = exposures.count
      let firstWatch = watches.count
      for (risk, at) in risks.enumerated() where at.contains(index) {
        guard let terms = named(\.risks, risk) else { continue }
        let own = meaning.with("risk." + terms.name)
        let cut = Layout.cut(terms)
        temptationLanes += Field.lanes(
          own, owner: exposures.count, seat0: seat0, slots: slots, hazard: cut / 2)
        exposures.append(
          Exposure(
            meaning: own, post: index, risk: risk, ordinal: exposures.count - firstExposure,
            cut: cut)
        )
      }
      for (indicator, on) in indicators.enumerated() where on.contains(index) {
        guard let terms = named(\.indicators, indicator) else { continue }
        let own = meaning.with("indicator." + terms.name)
        let tail = terms.clean.survival(terms.yellow.number)
        readingLanes += Field.lanes(
          own, owner: watches.count, seat0: seat0, slots: slots,
          hazard: min(hazard(ofShare: tail) * terms.models.number, 1))
        watches.append(
          Watch(
            meaning: own, post: index, indicator: indicator, ordinal: watches.count - firstWatch))
      }
      for reporting in 0..<reportings {
        guard let terms = named(\.reportings, reporting) else { continue }
        let own = meaning.with("reporting." + terms.name)
        noiseLanes += Field.lanes(
          own, owner: hearings.count, seat0: seat0, slots: slots,
          hazard: terms.noise.number / 12)
        hearings.append(Hearing(meaning: own, post: index, reporting: reporting))
      }
      posts.append(
        Post(
          meaning: meaning, unit: post.unit, seat0: seat0, slots: slots,
          exposures: firstExposure..<exposures.count, watches: firstWatch..<watches.count,
          riskCell0: riskCells, watchCell0: watchCells))
      firstWatches += repeatElement(Int32(firstWatch), count: watches.count - firstWatch)
      riskCells += slots * (exposures.count - firstExposure)
      watchCells += slots * (watches.count - firstWatch)
      postOfSeat += repeatElement(Int32(index), count: slots)
    }
    places = LoopPlaces(schemes, posts: posts)
    for exposure in exposures {
      watchesOf.append(
        posts[exposure.post].watches.filter { watch in
          schemes.contains { scheme in
            let indicator = watches[watch].indicator
            return indicator < scheme.indicators.count
              && scheme.indicators[indicator].shows.contains { $0.under.contains(exposure.risk) }
          }
        })
    }
    for index in 0..<(schemes.map(\.reviews.count).max() ?? 0) {
      reviewMeanings.append(Meaning("review." + (named(\.reviews, index)?.name ?? "")))
    }
    let channels = (0..<reportings).map {
      Meaning("reporting." + (named(\.reportings, $0)?.name ?? ""))
    }
    causes = Causes(schemes, watched: watchesOf.map(\.count).max() ?? 0)
    for exposure in exposures.indices {
      var keys = [Meaning](repeating: Meaning(bits: 0), count: causes.count)
      keys[Causes.end] = Meaning("end")
      keys[Causes.escalation] = Meaning("escalation")
      for (index, channel) in channels.enumerated() {
        keys[causes.hears(index)] = channel.with(0)
        keys[causes.other(index)] = channel.with(1)
        if causes.coworkers > 0 { keys[causes.coworker(index)] = channel.with(2) }
      }
      for (index, review) in reviewMeanings.enumerated() { keys[causes.review(index)] = review }
      for (place, watch) in watchesOf[exposure].enumerated() {
        keys[causes.watch(place)] = watches[watch].meaning
      }
      clockKeys += keys
    }
  }

  var seats: Int { postOfSeat.count }

  /// The posts of each declaration of a list, in any scheme.
  private static func pairs<T>(_ lists: [[T]], _ posts: (T) -> [Int]) -> [Set<Int>] {
    var result: [Set<Int>] = []
    for list in lists {
      for (index, terms) in list.enumerated() {
        if index == result.count { result.append([]) }
        result[index].formUnion(posts(terms))
      }
    }
    return result
  }

  /// The power of two nearest to four times the declared hazard at its highest tenure factor (luck-notes.md 3).
  private static func cut(_ terms: RiskTerms) -> Double {
    let wanted = 4 * terms.rate.number * min(terms.cap.number, terms.tenure.highest)
    guard wanted > 0x1p-40 else { return 0x1p-10 }
    var cut = 1.0
    while cut > wanted { cut /= 2 }
    // Now cut <= wanted < 2 cut (or wanted is above 1): the nearer of the two.
    return wanted - cut > 2 * cut - wanted ? 2 * cut : cut
  }

  /// What the luck of a seat hangs on.
  func meaning(ofSeat seat: Int) -> Meaning { posts[Int(postOfSeat[seat])].meaning(ofSeat: seat) }

  /// The unit in which a seat stands.
  @inline(__always)
  func unit(of seat: Int) -> Int { posts[Int(postOfSeat[seat])].unit }

  /// The seat's slot within its post.
  @inline(__always)
  func slot(of seat: Int) -> Int { seat - posts[Int(postOfSeat[seat])].seat0 }

  /// The cell of a seat under a risk of its post.
  @inline(__always)
  func cell(_ seat: Int, _ exposure: Int) -> Int {
    let place = posts[Int(postOfSeat[seat])]
    return place.riskCell0 + (seat - place.seat0) * place.exposures.count
      + (exposure - place.exposures.lowerBound)
  }

  /// The cell of a seat under an indicator of its post.
  @inline(__always)
  func watchCell(_ seat: Int, _ watch: Int) -> Int {
    let place = posts[Int(postOfSeat[seat])]
    return place.watchCell0 + (seat - place.seat0) * place.watches.count
      + (watch - place.watches.lowerBound)
  }
}
