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
