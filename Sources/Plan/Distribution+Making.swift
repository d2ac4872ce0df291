import Quantities

/// Why parameters make no distribution.
public enum Contradiction: Error, Sendable, Hashable {
  /// A parameter is not a finite number.
  case notFinite(parameter: String)
  /// A parameter that must be above 0 is not.
  case notPositive(parameter: String)
  /// A parameter that must be 0 or more is not.
  case negative(parameter: String)
  /// A probability or the mean of a beta is outside 0 … 1.
  case outsideUnit(parameter: String)
  /// A number of trials has a fraction.
  case notWhole(parameter: String)
  /// Low lies above high, or equals it where the law needs width.
  case disordered(low: Double, high: Double)
  /// The mode lies outside low … high.
  case modeOutside(mode: Double, low: Double, high: Double)
  /// The 90th percentile lies below the median.
  case p90BelowMedian(median: Double, p90: Double)
  /// A standard deviation that no beta law with this mean has: it must be below √(mean(1 − mean)).
  case tooWide(sd: Double, below: Double)
  /// A mixture without weight or a sample without values.
  case empty
  /// Truncation leaves nothing.
  case nothingKept(low: Double, high: Double)
}

extension Distribution {
  /// The lognormal law of a median and a 90th percentile; equal ones make a constant.
  public static func lognormal(
    median: Double, p90: Double
  ) throws(Contradiction) -> Distribution {
    try requirePositive(median, "median")
    try requirePositive(p90, "p90")
    guard p90 >= median else { throw .p90BelowMedian(median: median, p90: p90) }
    if p90 == median { return .constant(median) }
    // 1/10 is divided here because a decimal literal may round differently on other processors.
    let depth = Normal(mean: 0, deviation: 1).quantile(upper: 1.0 / 10)
    return .lognormal(mu: naturalLog(median), sigma: naturalLog(p90 / median) / depth)
  }

  /// The lognormal law of a mean and a standard deviation; sd 0 makes a constant.
  public static func lognormal(mean: Double, sd: Double) throws(Contradiction) -> Distribution {
    try requirePositive(mean, "mean")
    try requireNonnegative(sd, "sd")
    if sd == 0 { return .constant(mean) }
    let variance = logOnePlus((sd / mean) * (sd / mean))
    return .lognormal(mu: naturalLog(mean) - 0.5 * variance, sigma: variance.squareRoot())
  }

  /// The gamma law of a mean and a standard deviation; sd 0 makes a constant.
  public static func gamma(mean: Double, sd: Double) throws(Contradiction) -> Distribution {
    try requirePositive(mean, "mean")
    try requireNonnegative(sd, "sd")
    if sd == 0 { return .constant(mean) }
    return .gamma(shape: (mean / sd) * (mean / sd), scale: sd / mean * sd)
  }

  /// The beta law of a mean and a standard deviation; sd 0 makes a constant.
  public static func beta(mean: Double, sd: Double) throws(Contradiction) -> Distribution {
    try requireFinite(mean, "mean")
    try requireNonnegative(sd, "sd")
    guard mean >= 0 && mean <= 1 else { throw .outsideUnit(parameter: "mean") }
    if sd == 0 { return .constant(mean) }
    let widest = mean * (1 - mean)
    guard sd * sd < widest else { throw .tooWide(sd: sd, below: widest.squareRoot()) }
    let weight = widest / (sd * sd) - 1
    return .beta(a: mean * weight, b: (1 - mean) * weight)
  }

  /// The law of values seen, in ascending order.
  public static func sample(_ values: [Double]) throws(Contradiction) -> Distribution {
    let sample = Distribution.empirical(values.sorted())
    if let contradiction = sample.contradiction { throw contradiction }
    return sample
  }

  /// This law kept from low to high; itself if it never leaves them.
  public func truncated(low: Double, high: Double) -> Distribution {
    let ends = bounds
    return ends.low >= low && ends.high <= high ? self : .truncated(self, low: low, high: high)
  }

  /// The law of the value times a factor: `D per year` is `D.scaled(by: 1/12)` per month.
  public func scaled(by factor: Double) -> Distribution {
    if factor == 1 { return self }
    if factor == 0 { return .constant(0) }
    guard factor > 0 else { return .scaled(self, by: factor) }
    switch self {
    case .constant(let value): return .constant(value * factor)
    case .uniform(let low, let high): return .uniform(low: low * factor, high: high * factor)
    case .normal(let mean, let sd): return .normal(mean: mean * factor, sd: sd * factor)
    case .lognormal(let mu, let sigma): return .lognormal(mu: mu + naturalLog(factor), sigma: sigma)
    case .gamma(let shape, let scale): return .gamma(shape: shape, scale: scale * factor)
    case .pert(let low, let mode, let high):
      return .pert(low: low * factor, mode: mode * factor, high: high * factor)
    case .triangular(let low, let mode, let high):
      return .triangular(low: low * factor, mode: mode * factor, high: high * factor)
    case .exponential(let mean): return .exponential(mean: mean * factor)
    case .weibull(let shape, let scale): return .weibull(shape: shape, scale: scale * factor)
    case .mixture(let components):
      return .mixture(
        components.map {
          Component(weight: $0.weight, distribution: $0.distribution.scaled(by: factor))
        })
    case .empirical(let values): return .empirical(values.map { $0 * factor })
    case .truncated(let inner, let low, let high):
      return .truncated(inner.scaled(by: factor), low: low * factor, high: high * factor)
    case .scaled(let inner, let before): return .scaled(inner, by: before * factor)
    case .beta, .poisson, .binomial: return .scaled(self, by: factor)
    }
  }
}

/// Refuses what is not a finite number.
func requireFinite(_ value: Double, _ parameter: String) throws(Contradiction) {
  guard value.isFinite else { throw .notFinite(parameter: parameter) }
}

/// Refuses what is not finite and above 0.
func requirePositive(_ value: Double, _ parameter: String) throws(Contradiction) {
  try requireFinite(value, parameter)
  guard value > 0 else { throw .notPositive(parameter: parameter) }
}

/// Refuses what is not finite and 0 or more.
func requireNonnegative(_ value: Double, _ parameter: String) throws(Contradiction) {
  try requireFinite(value, parameter)
  guard value >= 0 else { throw .negative(parameter: parameter) }
}
