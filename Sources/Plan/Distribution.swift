/// A distribution in canonical numbers (language.md 4).
public indirect enum Distribution: Sendable, Hashable {
  /// A part of a mixture.
  public struct Component: Sendable, Hashable {
    public var weight: Double
    public var distribution: Distribution
    public init(weight: Double, distribution: Distribution) {
      self.weight = weight
      self.distribution = distribution
    }
  }
  case constant(Double)
  case uniform(low: Double, high: Double)
  case normal(mean: Double, sd: Double)
  case lognormal(mu: Double, sigma: Double)
  case gamma(shape: Double, scale: Double)
  case beta(a: Double, b: Double)
  case pert(low: Double, mode: Double, high: Double)
  case triangular(low: Double, mode: Double, high: Double)
  case exponential(mean: Double)
  case weibull(shape: Double, scale: Double)
  case poisson(mean: Double)
  case binomial(n: Double, p: Double)
  case mixture([Component])
  case empirical([Double])
  case truncated(Distribution, low: Double, high: Double)
}
