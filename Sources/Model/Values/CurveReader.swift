import Plan
import Quantities
import Syntax
import Vocabulary

/// Reads curves: `1.0 at 0 years, 1.3 at 3 years`.
struct CurveReader {
  /// Where problems go.
  let problems: Problems
  /// How numbers are read.
  let numbers: NumberReader

  /// The curve of a field's entry; nil after a problem. One bare number is a flat curve.
  func curve(_ entry: Entry, _ facts: FieldFacts) -> Curve? {
    var points: [Curve.Point] = []
    var isWhole = !entry.groups.isEmpty
    if entry.groups.isEmpty {
      problems.report(
        NameProblem.missingValue(facts.word, example: facts.example, at: entry.head.span))
    }
    let age = FieldFacts(facts.word, .duration, bounds: .months(0, 600), example: facts.example)
    for group in entry.groups {
      let arguments = Arguments([group])
      guard let item = arguments.main.first, arguments.main.count == 1, !item.isUncertain else {
        problems.report(
          DistributionProblem.points(field: facts.word, example: facts.example, at: group.span))
        isWhole = false
        continue
      }
      let value = numbers.number(item.value, facts)
      guard let place = arguments.clause(.at)?.items.first else {
        if entry.groups.count == 1 {
          return value.map { Curve(constant: $0.number) }
        }
        problems.report(
          DistributionProblem.points(field: facts.word, example: facts.example, at: group.span))
        isWhole = false
        continue
      }
      guard let value, let at = numbers.number(place.value, age) else {
        isWhole = false
        continue
      }
      if points.contains(where: { $0.at == at.number }) {
        problems.report(
          DistributionProblem.contradicts(
            Wording("two values at one time", "同一时间有两个值"),
            hint: Wording("keep one of the two points", "请保留其中一个点"), at: group.span))
        isWhole = false
      }
      points.append(.init(at: at.number, value: value.number))
    }
    return isWhole ? Curve(points) : nil
  }
}
