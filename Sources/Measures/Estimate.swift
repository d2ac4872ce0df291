public import Ledger
import Quantities

/// What a sample says about a question, with an honest interval.
///
/// - A ratio is the ratio of the sums over all runs, never a mean of ratios; it is undefined (nil, never
///   NaN) if its denominator is 0 in all runs together.
/// - The interval is Student's with the outer draws less one degrees of freedom; for a share Wilson's, for
///   a rate of counts the score interval, both with the effective number that the standard error is worth.
/// - If nothing was counted, no standard error can tell how rare it is. The interval then ends where so few
///   (none) would be seen with probability 1 − confidence, rows taken as independent: 3 rows for 95 %
///   (rule of three); for a share 1 − 0.05^(1/n).
public struct Estimate: Sendable, Hashable {
  /// Quantiles of the runs: 5, 50 and 95 %.
  public struct RunQuantiles: Sendable, Hashable {
    /// 5 % of the runs lie below.
    public var low: Double
    /// The median run.
    public var middle: Double
    /// 5 % of the runs lie above.
    public var high: Double
  }

  /// The value, or nil where undefined.
  public var value: Double?
  /// Its standard error, or nil where unknown (fewer than two outer draws, a curve too short).
  public var standardError: Double?
  /// Where the value lies with the asked confidence.
  public var interval: Interval?
  /// The confidence of the interval.
  public var confidence: Double
  /// How many runs.
  public var runs: Int
  /// In how many of them the question is undefined.
  public var undefinedRuns: Int
  /// Quantiles of the runs in which it is defined; nil for questions on pooled distributions.
  public var runQuantiles: RunQuantiles?
  /// Standard deviation of a run by chance.
  public var chance: Double?
  /// Standard deviation by what is uncertain.
  public var uncertainty: Double?

  /// Estimates a question whose atoms were asked of the sample's sheet.
  public init(of question: Question, in sample: Sample, confidence: Double = 0.95) {
    let formula = Formula(question, in: sample.sheet)
    self.confidence = confidence
    runs = sample.runs.count
    undefinedRuns = 0
    if formula.distributions.isEmpty { describeRuns(formula, in: sample) }
    guard let linearised = Linearised(formula, in: sample) else { return }
    value = linearised.value
    standardError = linearised.standardError
    (chance, uncertainty) = linearised.spread(under: sample.design)
    interval = Interval(linearised, of: question, in: sample, confidence: confidence)
    // What was bought cannot be told from nothing: then it has no price.
    if question.isAgainstBaseline, interval == nil { value = nil }
  }

  private mutating func describeRuns(_ formula: Formula, in sample: Sample) {
    var defined: [Double] = []
    for run in sample.runs.indices {
      let sums = sample.sums(ofRunAt: run)
      let point: [Double?] = zip(formula.sums, formula.scales).map { sum, scale in
        Double(sums[sums.startIndex + sum]) * scale
      }
      if let value = formula.value(at: point) { defined.append(value) }
    }
    undefinedRuns = runs - defined.count
    defined.sort()
    guard let low = quantile(0.05, ofSorted: defined),
      let middle = quantile(0.5, ofSorted: defined),
      let high = quantile(0.95, ofSorted: defined)
    else { return }
    runQuantiles = RunQuantiles(low: low, middle: middle, high: high)
  }
}

extension Interval {
  /// The interval of a linearised question, by its shape.
  init?(_ linearised: Linearised, of question: Question, in sample: Sample, confidence: Double) {
    if question.isAgainstBaseline, case .combined(let above, .divide, let below) = question {
      self.init(ratioOf: above, to: below, in: sample, confidence: confidence)
      return
    }
    guard let error = linearised.standardError else { return nil }
    let (value, degrees) = (linearised.value, linearised.degrees)
    guard let shape = Shape.of(question) else {
      self.init(around: value, error: error, degrees: degrees, confidence: confidence)
      return
    }
    let core = (value - shape.offset) / shape.scale
    let coreError = error / abs(shape.scale)
    let found: Interval
    switch shape.core {
    case .share(let part, let whole):
      let (cases, hits) = (sample.total(whole), sample.total(part))
      if hits == 0 || hits == cases {
        let bound = 1 - exponential(naturalLog(1 - confidence) / cases)
        found = hits == 0 ? Interval(low: 0, high: bound) : Interval(low: 1 - bound, high: 1)
      } else if error == 0 {
        found = Interval(low: core, high: core)
      } else {
        found = Interval(share: core, error: coreError, degrees: degrees, confidence: confidence)
      }
    case .rate(let atom):
      if sample.total(atom) == 0 {
        // What one row in all runs together would have made of the value.
        let one = (linearised.slopes[atom] ?? 0) / Double(sample.runs.count)
        found = Interval(low: 0, high: abs(naturalLog(1 - confidence) * one / shape.scale))
      } else if error == 0 || core <= 0 {
        found = Interval(
          around: core, error: coreError, degrees: degrees, confidence: confidence)
      } else {
        found = Interval(rate: core, error: coreError, degrees: degrees, confidence: confidence)
      }
    }
    self = found.mapped(offset: shape.offset, scale: shape.scale)
  }
}

extension Sample {
  /// How many rows an atom counted in all runs.
  fileprivate func total(_ atom: Atom) -> Double {
    guard let place = sheet.position(of: atom) else { return 0 }
    return column(place).reduce(0.0) { $0 + Double($1) }
  }
}
