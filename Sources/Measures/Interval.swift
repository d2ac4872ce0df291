public import Ledger
import Quantities

/// From the least to the greatest value that the runs allow.
public struct Interval: Sendable, Hashable {
  /// The least value.
  public var low: Double
  /// The greatest value.
  public var high: Double

  /// From one value to another; `low` ≤ `high`.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Whether a value lies inside, ends included.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// Whether all values stand in a relation to a number: true, false, or nil if some do and some do not.
  public func fulfils(_ relation: Relation, _ line: Double) -> Bool? {
    switch relation {
    case .lessOrEqual: high <= line ? true : low > line ? false : nil
    case .less: high < line ? true : low >= line ? false : nil
    case .greaterOrEqual: low >= line ? true : high < line ? false : nil
    case .greater: low > line ? true : high <= line ? false : nil
    case .equal: low == line && high == line ? true : contains(line) ? nil : false
    case .unequal: fulfils(.equal, line).map { !$0 }
    }
  }
}

extension Interval {
  /// The Student interval around a value.
  init(around value: Double, error: Double, degrees: Int, confidence: Double) {
    let reach = error * studentQuantile(tail: (1 - confidence) / 2, degrees: degrees)
    self.init(low: value - reach, high: value + reach)
  }

  /// Wilson's interval of a share with the number of independent cases that its standard error is worth
  /// (Wilson 1927; effective number as in Korn and Graubard 1998). It stays within 0 to 1.
  init(share: Double, error: Double, degrees: Int, confidence: Double) {
    let reach = studentQuantile(tail: (1 - confidence) / 2, degrees: degrees)
    let cases = share * (1 - share) / (error * error)
    let pull = reach * reach / cases
    let centre = (share + pull / 2) / (1 + pull)
    let half =
      reach / (1 + pull)
      * (share * (1 - share) / cases + pull / (4 * cases)).squareRoot()
    self.init(low: max(0, centre - half), high: min(1, centre + half))
  }

  /// The score interval of a rate of counts, with the number of independent events that its standard
  /// error is worth: variance in proportion to the mean, so it does not reach below 0.
  init(rate: Double, error: Double, degrees: Int, confidence: Double) {
    let reach = studentQuantile(tail: (1 - confidence) / 2, degrees: degrees)
    let events = rate * rate / (error * error)
    let pull = reach * reach / (2 * events)
    let half = (2 * pull + pull * pull).squareRoot()
    self.init(low: max(0, rate * (1 + pull - half)), high: rate * (1 + pull + half))
  }

  /// The interval under value = offset + scale · x.
  func mapped(offset: Double, scale: Double) -> Interval {
    let (one, other) = (offset + scale * low, offset + scale * high)
    return Interval(low: min(one, other), high: max(one, other))
  }
}
