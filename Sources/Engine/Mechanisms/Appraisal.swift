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
  /// Where an arm switches its appraisals: by phase the first month, and which are on.
  private let switches: [(from: Int, isOn: [Bool])]
  /// Which are on before the first month.
  private let before: [Bool]
  /// The first month that is simulated.
  private let begins: Int

  /// Those of an arm that branches from a baseline.
  init(_ arm: Arm, after baseline: Scheme, begins: Int) {
    switches = arm.phases.map { ($0.from, $0.scheme.appraisals.map(\.isOn)) }
    before = baseline.appraisals.map(\.isOn)
    self.begins = begins
  }

  /// The month since which an appraisal is on, without a break; nil where it is off.
  private func start(of index: Int, in month: Int) -> Int? {
    var start = before.indices.contains(index) && before[index] ? begins : nil
    for phase in switches where phase.from <= max(month, 1) {
      if !phase.isOn[index] {
        start = nil
      } else if start == nil {
        start = phase.from
      }
    }
    return start
  }

  /// The first month from another on in which an appraisal is scored.
  private func scoring(_ appraisal: AppraisalTerms, from month: Int) -> Int {
    let every = max(1, Int(appraisal.every.number.rounded()))
    let rest = month % every
    return rest == 0 ? month : month - rest + (rest > 0 ? every : 0)
  }

  /// Switches off what has not been scored yet.
  func wait(_ scheme: inout Scheme, in month: Int) {
    for index in scheme.appraisals.indices where scheme.appraisals[index].isOn {
      guard let start = start(of: index, in: month) else { continue }
      if scoring(scheme.appraisals[index], from: start) > month {
        scheme.appraisals[index].isOn = false
      }
    }
  }

  /// The months in which one of them is scored for the first time.
  func months(_ scheme: (_ month: Int) -> Scheme) -> [Int] {
    ([begins] + switches.map(\.from)).flatMap { month in
      let appraisals = scheme(month).appraisals
      return appraisals.indices.compactMap { index in
        start(of: index, in: month).map { scoring(appraisals[index], from: $0) }
      }
    }.filter { $0 > begins }
  }
}
