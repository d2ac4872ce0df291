import Plan
import Quantities

/// What appraisal does to those who are appraised (model.md G12): it works through what they do anyway, so it is folded
/// into the terms of responses, reporting, rotation and remedies, and no mechanism knows of it.
extension Scheme {
  /// At most so much of what a unit verifies is kept from the record.
  private static let mostBuried = 0.8

  /// The scheme as people under appraisal carry it out.
  var appraised: Scheme {
    let acting = appraisals.filter(\.isOn)
    guard !acting.isEmpty else { return self }
    var scheme = self
    for appraisal in acting {
      if appraisal.scores.findings { scheme.hide(appraisal) }
      if appraisal.scores.rotation {
        for index in scheme.rotations.indices {
          scheme.rotations[index].coverage = Share(
            min(1, scheme.rotations[index].coverage.number + appraisal.compliesShare.number))
        }
      }
      if appraisal.scores.completion {
        for index in scheme.remedies.indices {
          scheme.remedies[index].paper = Share(
            min(1, scheme.remedies[index].paper.number + appraisal.paperShare.number))
        }
      }
    }
    return scheme
  }

  /// Units keep from the record what they verify themselves, and fewer people report.
  private mutating func hide(_ appraisal: AppraisalTerms) {
    for index in responses.indices where isUnit(responses[index].by) {
      responses[index].buries = Share(
        min(
          max(Scheme.mostBuried, responses[index].buries.number),
          responses[index].buries.number + appraisal.buriesShare.number))
    }
    for index in reportings.indices {
      reportings[index].publicised = Factor(
        reportings[index].publicised.number * (1 - appraisal.chillsFactor.number))
    }
  }

  /// Whether the unit answers for itself.
  private func isUnit(_ performer: Performer) -> Bool {
    switch performer {
    case .unit: true
    case .kind(let kind): kind == .unitBody
    case .above: false
    case .body(let body): bodies[body].kind == .unitBody
    }
  }
}

/// When the appraisals of an arm have been scored for the first time: until then they change nothing. They are scored at
/// the beginning of months that are multiples of `every`.
struct Scorings {
  /// A time in which an appraisal is on: since when, and the first month in which it acts.
  private struct Span {
    var since: Int
    var acts: Int
  }
  /// By appraisal, in order.
  private var spans: [[Span]] = []

  /// Nothing is ever scored.
  init() {}

  /// Those of an arm that branches from a baseline, simulated from some month on.
  init(
    _ arm: Arm, after baseline: Scheme, begins: Int, declared: (_ month: Int) -> Scheme
  ) {
    let switches =
      [(month: begins, scheme: baseline)] + arm.phases.map { (month: $0.from, scheme: $0.scheme) }
    let count = switches.map(\.scheme.appraisals.count).max() ?? 0
    spans = (0..<count).map { index in
      var wasOn = false
      var spans: [Span] = []
      for (month, scheme) in switches {
        let isOn = scheme.appraisals.indices.contains(index) && scheme.appraisals[index].isOn
        if isOn, !wasOn {
          let terms = declared(month).appraisals
          let every = (terms.indices.contains(index) ? terms : scheme.appraisals)[index].every
          spans.append(Span(since: month, acts: Self.multiple(of: every, from: month)))
        }
        wasOn = isOn
      }
      return spans
    }
  }

  /// The first month from another on that is a multiple of a cycle.
  private static func multiple(of every: Months, from month: Int) -> Int {
    let every = max(1, Int(every.number.rounded()))
    let rest = month % every
    return rest == 0 ? month : month - rest + (rest > 0 ? every : 0)
  }

  /// Switches off what has not been scored yet.
  func wait(_ scheme: inout Scheme, in month: Int) {
    for index in scheme.appraisals.indices where scheme.appraisals[index].isOn {
      let span = spans[index].last { $0.since <= month }
      if span.map({ $0.acts > month }) ?? true { scheme.appraisals[index].isOn = false }
    }
  }

  /// The months in which one of them is scored for the first time.
  var months: [Int] { spans.joined().map(\.acts) }
}
