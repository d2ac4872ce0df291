/// A distribution in canonical numbers (language.md 4).
///
/// The cases take their parameters as they come; `contradiction` says whether they make a law, and
/// the factories (`Distribution+Making.swift`) refuse what does not. No function traps.
public indirect enum Distribution: Sendable, Hashable {
  /// A part of a mixture.
  public struct Component: Sendable, Hashable {
    /// The weight, relative to the sum of all.
    public var weight: Double
    /// The law of the part.
    public var distribution: Distribution

    /// A part of a mixture.
    public init(weight: Double, distribution: Distribution) {
      self.weight = weight
      self.distribution = distribution
    }
  }

  /// Always the same number.
  case constant(Double)
  /// Evenly from low to high.
  case uniform(low: Double, high: Double)
  /// Normal, by mean and standard deviation.
  case normal(mean: Double, sd: Double)
  /// Lognormal, by mean and standard deviation of the natural logarithm.
  case lognormal(mu: Double, sigma: Double)
  /// Gamma; its mean is shape·scale.
  case gamma(shape: Double, scale: Double)
  /// Beta on 0 … 1; its mean is a/(a + b).
  case beta(a: Double, b: Double)
  /// PERT: a beta on low … high with weight 4 on the mode.
  case pert(low: Double, mode: Double, high: Double)
  /// Triangular.
  case triangular(low: Double, mode: Double, high: Double)
  /// Exponential, by its mean.
  case exponential(mean: Double)
  /// Weibull.
  case weibull(shape: Double, scale: Double)
  /// Poisson, by its mean.
  case poisson(mean: Double)
  /// The number of successes in n trials of probability p.
  case binomial(n: Double, p: Double)
  /// One of several laws, by weight.
  case mixture([Component])
  /// One of the values seen, all equally likely.
  case empirical([Double])
  /// A law given that its value lies from low to high.
  case truncated(Distribution, low: Double, high: Double)
  /// A law times a factor, where its family is not closed under factors; made by `scaled(by:)`.
  case scaled(Distribution, by: Double)
}
