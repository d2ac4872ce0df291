import Ledger
import Plan
import Quantities

/// Folding what concerns indicators: their readings on clean seats and under offences, and untrue reports.
extension Tables {
  mutating func foldWatches(_ layout: Layout, _ causes: Causes) {
    for watch in layout.watches {
      var watching = Watching()
      var names = RiskSet()
      if watch.indicator < scheme.indicators.count {
        let indicator = scheme.indicators[watch.indicator]
        watching.isOn =
          indicator.isOn && indicator.on.posts.contains(watch.post)
          && indicator.yellow.number < .infinity
        // The field is walked to a finite height: beyond 23 a reading fails once in 10¹⁰ months.
        let certain = 23.0
        func mark(_ threshold: Factor) -> Float {
          threshold.number == .infinity
            ? 0 : Float(min(hazard(ofShare: indicator.clean.survival(threshold.number)), certain))
        }
        if watching.isOn { watching.yellow = mark(indicator.yellow) }
        watching.red = mark(indicator.red)
        // Without an orange line of its own, red is reached from yellow.
        watching.orange = max(mark(indicator.orange), watching.red)
        watching.every = max(1, Int(indicator.every.number.rounded()))
        watching.quiet = Int(indicator.quiet.number.rounded(.up))
        watching.covers = indicator.covers.number
        let under = Set(indicator.shows.flatMap(\.under))
        for exposure in layout.posts[watch.post].exposures
        where under.contains(layout.exposures[exposure].risk) {
          names |= .one(layout.exposures[exposure].ordinal)
        }
      }
      watching.names = names.folded
      named.append(names)
      watchings.append(watching)
    }
    showings = [Showing](
      repeating: Showing(), count: layout.exposures.count * max(causes.watches, 1))
    for (index, exposure) in layout.exposures.enumerated() {
      for (place, watch) in layout.watchesOf[index].enumerated() {
        let indicatorIndex = layout.watches[watch].indicator
        guard watchings[watch].isOn,
          let reading = scheme.indicators[indicatorIndex].shows.firstIndex(where: {
            $0.under.contains(exposure.risk)
          })
        else { continue }
        let indicator = scheme.indicators[indicatorIndex]
        let law = indicator.shows[reading].reading
        func mark(_ threshold: Factor) -> Int32 {
          threshold.number == .infinity
            ? 0 : charge(hazard(ofShare: law.survival(threshold.number)))
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
    for hearing in layout.hearings {
      let reporting =
        hearing.reporting < scheme.reportings.count ? scheme.reportings[hearing.reporting] : nil
      noises.append(Float(reporting.map { $0.isOn ? $0.noise.number / 12 : 0 } ?? 0))
    }
  }
}
