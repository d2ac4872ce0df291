public import Ledger

/// A weighted sum of questions over samples of the same runs, such as metric(A) − metric(B).
///
/// The errors are taken run by run, so what common random numbers make alike cancels.
public struct Contrast: Sendable, Hashable {
  /// One question on one policy, and its weight.
  public struct Term: Sendable {
    /// What the value is multiplied by.
    public var weight: Double
    /// The question.
    public var question: Question
    /// The policy's runs.
    public var sample: Sample

    /// A weighted question on a policy.
    public init(_ weight: Double, _ question: Question, in sample: Sample) {
      self.weight = weight
      self.question = question
      self.sample = sample
    }
  }

  /// The value, or nil where a term is undefined.
  public var value: Double?
  /// Its standard error, or nil where unknown.
  public var standardError: Double?
  /// Where the value lies with the asked confidence.
  public var interval: Interval?
  /// Whether it is exactly 0 in every run, not by the rounding of an interval.
  public var isExactlyZero = false
  /// Standard deviation of a run by chance.
  public var chance: Double?
  /// Standard deviation by what is uncertain.
  public var uncertainty: Double?
  /// How many runs.
  public var runs: Int

  /// Evaluates a weighted sum; nil without terms, or if the samples are not of the same runs.
  public init?(_ terms: [Term], confidence: Double = 0.95) {
    guard let first = terms.first?.sample else { return nil }
    guard terms.allSatisfy({ $0.sample.runs == first.runs && $0.sample.design == first.design })
    else { return nil }
    runs = first.runs.count
    let found = terms.map { Linearised(Formula($0.question, in: $0.sample.sheet), in: $0.sample) }
    guard let sum = Linearised(found, weights: terms.map(\.weight), in: first) else { return }
    // What has no price of its own (Fieller) is no dearer and no cheaper than anything.
    let isPriceless = zip(terms, found).contains { term, own in
      guard term.question.isAgainstBaseline, let own else { return false }
      return Interval(own, of: term.question, in: term.sample, confidence: confidence) == nil
    }
    if isPriceless { return }
    value = sum.value
    isExactlyZero = sum.isExactlyZero
    standardError = isExactlyZero ? 0 : sum.standardError
    (chance, uncertainty) = sum.spread(under: first.design)
    if terms.count == 1, let weight = terms.first?.weight, let term = found[0] {
      // A single question keeps the interval of its shape.
      interval = Interval(term, of: terms[0].question, in: first, confidence: confidence)?
        .mapped(offset: 0, scale: weight)
    } else if isExactlyZero {
      interval = Interval(low: 0, high: 0)
    } else if let error = standardError {
      interval = Interval(
        around: sum.value, error: error, degrees: sum.degrees, confidence: confidence)
    }
  }
}

extension Linearised {
  /// A weighted sum over samples of the same runs; nil if a term is undefined.
  init?(_ terms: [Linearised?], weights factors: [Double], in sample: Sample) {
    var defined = terms.compactMap { $0 }
    guard defined.count == terms.count, var sum = defined.first else { return nil }
    if defined.contains(where: \.isGrouped) {
      defined = defined.map { $0.grouped(in: sample) }
      // Where one error is unknown, so is that of the sum.
      sum = defined.first { $0.parts.isEmpty } ?? defined[0]
    }
    sum.value = zip(factors, defined).reduce(0) { $0 + $1.0 * $1.1.value }
    for unit in sum.parts.indices {
      sum.parts[unit] = zip(factors, defined).reduce(0) { $0 + $1.0 * $1.1.parts[unit] }
    }
    self = sum
  }

  /// Whether the value and every part are exactly 0.
  var isExactlyZero: Bool { value == 0 && !parts.isEmpty && parts.allSatisfy { $0 == 0 } }
}
