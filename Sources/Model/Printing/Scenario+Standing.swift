import Plan
import Syntax
public import Vocabulary

/// On what the numbers of declarations stand.
public struct Standing: Sendable, Hashable {
  /// Written, in a declaration that cites evidence.
  public var cited = 0
  /// Written, without evidence.
  public var written = 0
  /// Left to a default that is published, from the subject's document, or derived.
  public var sourced = 0
  /// Left to a default that is an ASSUMPTION.
  public var assumed = 0

  /// No number.
  public init() {}

  /// Both together.
  public static func + (left: Standing, right: Standing) -> Standing {
    var sum = left
    sum.cited += right.cited
    sum.written += right.written
    sum.sourced += right.sourced
    sum.assumed += right.assumed
    return sum
  }

  /// Whether there is no number at all.
  public var isEmpty: Bool { cited + written + sourced + assumed == 0 }
}

extension Scenario {
  /// On what the numbers of the baseline's declarations of a kind that makes up a scheme stand; those of fields that are no matter of
  /// evidence, such as names, are not counted.
  public func standing(of kind: Kind) -> Standing {
    draft.indices(kind).reduce(Standing()) { sum, index in
      let one = draft.declarations[index]
      guard !one.isOff else { return sum }
      let isCited = evidence.contains { $0.citedBy.contains(one.path) }
      return KindEntry.of(kind).rows.filter(\.isQuantity).reduce(sum) { sum, row in
        var sum = sum
        switch (one.writes(row.word.en), row.grounds) {
        case (true, _): if isCited { sum.cited += 1 } else { sum.written += 1 }
        case (false, .assumption), (false, .assumed): sum.assumed += 1
        case (false, .design): break
        case (false, _): sum.sourced += 1
        }
        return sum
      }
    }
  }
}

extension AnyRow {
  /// Whether the field takes numbers.
  fileprivate var isQuantity: Bool {
    switch shape {
    case .number, .distribution, .readings, .curve, .each, .series, .group: true
    default: false
    }
  }
}
