import Plan
import Quantities

/// Willingness to report: how known retaliation and kept promises change it from month to month (model.md G6).
extension Tables {
  /// The hazard of a true report of an offence that is as visible as any: −ln(1 − δ₀)·(w/w₀)·openness.
  func hearing(_ reporting: Int, _ post: Int, odds: Double) -> Double {
    let terms = scheme.reportings[reporting]
    guard terms.isOn else { return 0 }
    let climate = scheme.units[scheme.posts[post].unit].climate.number
    let isOpen = terms.opennessOf.map { $0.posts.contains(post) } ?? true
    return hazard(ofShare: terms.hears.number) * terms.willing(climate * odds)
      * (isOpen ? terms.openness.number : 1)
  }

  /// Folds again how willing people are to report what goes on in the units where that has changed; `odds` is
  /// what has changed by unit since the terms were folded.
  mutating func refold(
    _ reporting: Int, odds: [Double], _ layout: Layout, _ causes: Causes
  ) {
    let before = willingness[reporting]
    guard odds != before else { return }
    willingness[reporting] = odds
    let cause = causes.hears(reporting)
    for (index, exposure) in layout.exposures.enumerated() where exposure.risk < scheme.risks.count
    {
      let unit = layout.posts[exposure.post].unit
      guard odds[unit] != before[unit] else { continue }
      let hears = hearing(reporting, exposure.post, odds: odds[unit])
      for stage in 0..<3 {
        let detect = courses[index].visibility * lives[exposure.risk].detect[stage]
        let row = Tables.row(index, stage) * causes.vectors + Causes.block(of: cause)
        rows[row][Causes.lane(of: cause)] = charge(hears * detect)
      }
    }
  }

  /// Folds what the terms of the channels come to.
  mutating func foldChannels() {
    willingness = scheme.reportings.map { _ in
      [Double](repeating: 1, count: scheme.units.count)
    }
    channels = scheme.reportings.map { terms in
      let isAnswered = terms.isOn && terms.feedback.number != 1 && terms.feedbackWithin.number <= 12
      return Channel(
        realName: shifted(terms.realName.number, odds: terms.protection.number),
        retaliation: terms.retaliation.number * (1 - terms.protects.number),
        surfaces: terms.surfaces.number,
        chill: terms.chills.number > 0 ? naturalLog(terms.chills.number) : 0,
        feedback: terms.feedback.number > 0 ? naturalLog(terms.feedback.number) : 0,
        promise: isAnswered ? wholeMonths(terms.feedbackWithin.number) : nil,
        planned: terms.planWithin.number)
    }
    let halfLife = scheme.deterrences.last { $0.isOn }?.halfLife ?? DeterrenceTerms().halfLife
    fades =
      halfLife.number > 0 ? exponential(-0x1.62e42fefa39efp-1 / halfLife.number) : 0
  }
}

/// A reporting channel as the reports of a month need it.
struct Channel {
  /// Share of reports that name their author: higher where something protects.
  var realName: Double
  /// Share of real-name reports that are retaliated against in spite of what protects.
  var retaliation: Double
  var surfaces: Double
  /// Log odds of a known retaliation, and of feedback that is kept.
  var chill: Double
  var feedback: Double
  /// Whole months within which feedback is promised; nil where it makes no difference.
  var promise: Int?
  /// Months within which a lead must be begun.
  var planned: Double
}

/// A share whose odds are multiplied.
func shifted(_ share: Double, odds: Double) -> Double {
  guard share > 0, share < 1 else { return share }
  let shifted = share / (1 - share) * odds
  return shifted / (1 + shifted)
}

extension ReportingTerms {
  /// How much more willing people are than without protection, reward and the like: w / w₀, where
  /// logit w = logit w₀ + Σ ln(odds ratios) (model.md G6); `odds` is the product of those of the unit.
  func willing(_ odds: Double) -> Double {
    let base = willingness.number
    guard base > 0, base < 1 else { return base <= 0 ? 0 : 1 }
    let odds =
      base / (1 - base) * protection.number * reward.number * publicised.number * feedback.number
      * odds
    return odds / (1 + odds) / base
  }
}
