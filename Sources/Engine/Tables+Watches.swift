import Ledger
import Plan
import Quantities

/// What indicators come to.
extension Tables {
  /// Readings of one indicator at one post.
  struct Watching {
    var isOn = false
    /// Read every month on every seat without a quiet time, and answered without error.
    var isPlain = false
    /// The risks that it names, folded.
    var names: UInt32 = 0
    /// How high the field is walked: yellow, before any tuning.
    var height: Float = 0
    /// −ln(1 − tail) of a clean reading at yellow, orange, red.
    var yellow: Float = 0
    var orange: Float = 0
    var red: Float = 0
    var every = 1
    var quiet = 0
    var covers = 1.0
    /// How many like it there are, of which the highest reading counts.
    var models = 1.0
    /// The alert that is this in number within so many months has the next colour; 0 never.
    var promotes = 0
    var promotesWithin = 0
    /// Whether its readings raise alerts only together with others'.
    var isPart = false
    /// Whether its alerts pass a screen, and the share of the genuine ones above yellow that stop what they read.
    var isScreened = false
    var intercepts = 0.0
    /// Share of the variance of clean readings that is the seat's own; such readings have no field.
    var stable = 0.0

    /// The colour of a clean reading beyond yellow. No branch depends on chance: the signs of differences tell.
    @inline(__always)
    func colour(_ mark: Float) -> Int32 {
      let beyond = (mark - orange).bitPattern &>> 31 &+ (mark - red).bitPattern &>> 31
      return 1 &+ Int32(bitPattern: beyond)
    }
  }

  /// An indicator at a post that stands on others there.
  struct Conjunction {
    let watch: Int
    let parts: [Int]
  }

  /// An alert's charges under an offence: nested, so that what is left tells the colour.
  struct Showing {
    var yellow: Int32 = 0
    var orange: Int32 = 0
    var red: Int32 = 0
    /// Which reading of which watch the offence gives.
    var reading = 0
    var watch: Int32 = 0
  }
}

/// Folding what concerns indicators: their readings on clean seats and under offences, and untrue reports.
extension Tables {
  mutating func foldWatches(_ layout: Layout, _ causes: Causes) {
    for (index, watch) in layout.watches.enumerated() {
      let names = names(of: index, layout)
      var watching = Watching()
      if watch.indicator < scheme.indicators.count {
        let indicator = scheme.indicators[watch.indicator]
        watching.isOn =
          indicator.isOn && indicator.on.posts.contains(watch.post)
          && indicator.yellow.number < .infinity
        watching.every = max(1, Int(indicator.every.number.rounded()))
        watching.quiet = Int(indicator.quiet.number.rounded(.up))
        watching.covers = indicator.covers.number
        watching.models = indicator.models.number
        watching.intercepts = indicator.intercepts.number
        watching.stable = indicator.together.isEmpty ? indicator.stable.number : 0
        if indicator.promotes.number < .infinity {
          watching.promotes = max(2, Int(indicator.promotes.number.rounded()))
          watching.promotesWithin = Int(indicator.promotesWithin.number.rounded(.up))
        }
      }
      watching.names = names.folded
      named.append(names)
      watchings.append(watching)
      foldMarks(of: index, layout)
      watchings[index].height = watchings[index].stable > 0 ? 0 : watchings[index].yellow
    }
    foldConjunctions(layout)
    foldScreens(layout)
    showings = [Showing](
      repeating: Showing(), count: layout.exposures.count * max(causes.watches, 1))
    for index in layout.exposures.indices { foldShowings(of: index, layout, causes) }
    for hearing in layout.hearings {
      let reporting =
        hearing.reporting < scheme.reportings.count ? scheme.reportings[hearing.reporting] : nil
      noises.append(Float(reporting.map { $0.isOn ? $0.noise.number / 12 : 0 } ?? 0))
    }
  }

  /// The risks that an indicator names at a post: those that its readings betray, and that are on the list.
  func names(of watch: Int, _ layout: Layout) -> RiskSet {
    let place = layout.watches[watch]
    var names = RiskSet()
    guard place.indicator < scheme.indicators.count else { return names }
    let indicator = scheme.indicators[place.indicator]
    let readings = indicator.shows + indicator.together.flatMap { scheme.indicators[$0].shows }
    let under = Set(readings.flatMap(\.under))
    for exposure in layout.posts[place.post].exposures
    where under.contains(layout.exposures[exposure].risk)
      && (isUnlisted.isEmpty || !isUnlisted[exposure])
    {
      names |= .one(layout.exposures[exposure].ordinal)
    }
    return names
  }

  /// Where the readings of a clean seat turn yellow, orange, red, as the indicator is tuned.
  mutating func foldMarks(of watch: Int, _ layout: Layout) {
    let place = layout.watches[watch]
    guard place.indicator < scheme.indicators.count else { return }
    let indicator = scheme.indicators[place.indicator]
    let left = tuning.isEmpty ? 1 : tuning[place.indicator].x
    // The field is walked to a finite height: beyond 23 a reading fails once in 10¹⁰ months.
    let certain = 23.0
    func mark(_ threshold: Factor) -> Float {
      threshold.number == .infinity
        ? 0
        : Float(
          min(
            indicator.models.number
              * hazard(ofShare: indicator.clean.survival(threshold.number) * left), certain))
    }
    if watchings[watch].isOn { watchings[watch].yellow = mark(indicator.yellow) }
    watchings[watch].red = mark(indicator.red)
    // Without an orange line of its own, red is reached from yellow.
    watchings[watch].orange = max(mark(indicator.orange), watchings[watch].red)
  }

  /// What the indicators of a post charge under an offence; nothing where its risk point is not on the list.
  mutating func foldShowings(of index: Int, _ layout: Layout, _ causes: Causes) {
    let exposure = layout.exposures[index]
    let isSeen = isUnlisted.isEmpty || !isUnlisted[index]
    for (place, watch) in layout.watchesOf[index].enumerated() {
      let indicatorIndex = layout.watches[watch].indicator
      guard watchings[watch].isOn,
        let reading = scheme.indicators[indicatorIndex].shows.firstIndex(where: {
          $0.under.contains(exposure.risk)
        })
      else { continue }
      let indicator = scheme.indicators[indicatorIndex]
      let law = indicator.shows[reading].reading
      let left = tuning.isEmpty ? 1 : tuning[indicatorIndex].y
      func mark(_ threshold: Factor) -> Int32 {
        threshold.number == .infinity || !isSeen
          ? 0
          : charge(
            indicator.models.number * hazard(ofShare: law.survival(threshold.number) * left))
      }
      let red = mark(indicator.red)
      let showing = Showing(
        yellow: mark(indicator.yellow), orange: max(mark(indicator.orange), red), red: red,
        reading: reading, watch: Int32(watch))
      showings[index * causes.watches + place] = showing
      // A reading that is not monthly is charged in its own months only.
      guard watchings[watch].every == 1 else { continue }
      let cause = causes.watch(place)
      for stage in 0..<3 {
        rows[Tables.row(index, stage) * causes.vectors + cause / 8][cause % 8] = showing.yellow
      }
    }
  }

  /// Indicators that stand on others take their voice where they watch.
  private mutating func foldConjunctions(_ layout: Layout) {
    guard scheme.indicators.contains(where: { $0.isOn && !$0.together.isEmpty }) else { return }
    for (post, place) in layout.posts.enumerated() {
      var own: [Conjunction] = []
      for watch in place.watches where layout.watches[watch].indicator < scheme.indicators.count {
        let indicator = scheme.indicators[layout.watches[watch].indicator]
        guard indicator.isOn, !indicator.together.isEmpty, indicator.on.posts.contains(post) else {
          continue
        }
        let parts = place.watches.filter {
          watchings[$0].isOn && indicator.together.contains(layout.watches[$0].indicator)
        }
        guard parts.count == indicator.together.count else { continue }
        own.append(Conjunction(watch: watch, parts: parts))
        watchings[watch].isOn = true
        for part in parts { watchings[part].isPart = true }
      }
      conjunctions.append(own)
    }
  }
}
