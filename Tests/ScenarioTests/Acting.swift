import Plan
import Support
import Testing
import Vocabulary

/// Nothing is accepted and ignored: every number that a shipped scenario writes, moved to a bound, changes the rows
/// within fifty runs in some scenario.
@Suite struct Acting {
  /// Fields that are numbers, of the kinds that a policy rules; one that is always the same cannot be moved.
  static let numbers = Set(
    Version.all.flatMap { version in
      version.dials.filter { field, dials in
        version.written.contains(field) && !isLabel(field)
          && dials.contains { $0.bounds.lowerBound < $0.bounds.upperBound }
      }.keys
    }
  ).sorted()

  /// Whether a number is said to people and takes part in nothing.
  private static func isLabel(_ field: String) -> Bool {
    let words = field.split(separator: ".").map(String.init)
    return Kind(word: words[0]).flatMap { KindEntry.of($0).row(words[1]) }?.isLabel == true
  }

  /// A field that some scenario writes, moved where it is written or, where that shows nothing, wherever it has its
  /// default. Most moves show at once somewhere; the others have fifty runs.
  @Test(arguments: numbers)
  func everyNumberActs(_ field: String) {
    let all = Version.all.filter { $0.dials[field] != nil }
    let writers = all.filter { $0.written.contains(field) }
    let others = all.filter { !$0.written.contains(field) }
    let acts = [(writers, 0..<2), (others, 0..<2), (writers, 2..<50), (others, 2..<50)].contains {
      versions, runs in
      versions.contains { version in
        Bound.allCases.contains { bound in
          version.turned(field, to: bound).map { version.differs(with: $0, in: runs) } ?? false
        }
      }
    }
    #expect(acts, "\(field) changes nothing in \(all.count) versions")
  }
}

/// Where a number is moved to.
enum Bound: CaseIterable {
  case lowest, highest
}

extension Version {
  /// The scheme with all numbers of a field at a bound; nil where they stand there.
  fileprivate func turned(_ field: String, to bound: Bound) -> Scheme? {
    // More people than declared would take long to simulate, and show no more.
    if field == "post.headcount", bound == .highest { return nil }
    var turned = scheme
    for dial in dials[field] ?? [] {
      let number = dial.read(scheme)
      let end = bound == .lowest ? dial.bounds.lowerBound : dial.bounds.upperBound
      // Where there is no bound, far away.
      let far = 10 * abs(number) + 1000
      if end.isFinite || number.isFinite {
        dial.turn(&turned, to: end.isFinite ? end : bound == .lowest ? -far : far)
      }
    }
    return turned == scheme ? nil : turned
  }
}
