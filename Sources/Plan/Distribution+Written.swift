import Quantities

/// A parameter of a distribution as people write it (language.md 4).
public enum WrittenParameter: Int, Sendable, Hashable, CaseIterable {
  case value, low, high, mode, mean, sd, median, p90, shape, scale, a, b, n, p
}

/// The standard normal quantile of .9.
private let ninetieth = 1.2815515655446004

extension Distribution {
  /// A parameter as it is written. Setting one of a pair (median and p90, mean and sd, …) keeps the other;
  /// setting `value` makes the distribution constant; a parameter that the distribution does not have
  /// reads as NaN, and setting it does nothing; nor
  /// does a value that contradicts the other of its pair.
  public subscript(written parameter: WrittenParameter) -> Double {
    get { written(parameter) ?? .nan }
    set {
      if parameter == .value {
        self = .constant(newValue)
      } else if case .truncated(var inner, let low, let high) = self {
        inner[written: parameter] = newValue
        self = .truncated(inner, low: low, high: high)
      } else if case .scaled(var inner, let factor) = self {
        inner[written: parameter] = newValue / factor
        self = .scaled(inner, by: factor)
      } else if let changed = setting(parameter, to: newValue) {
        self = changed
      }
    }
  }

  private func written(_ parameter: WrittenParameter) -> Double? {
    switch (self, parameter) {
    case (.truncated(let inner, _, _), _): inner.written(parameter)
    case (.scaled(let inner, let factor), _): inner.written(parameter).map { $0 * factor }
    case (.constant(let value), .value): value
    case (.uniform(let low, _), .low), (.pert(let low, _, _), .low),
      (.triangular(let low, _, _), .low):
      low
    case (.uniform(_, let high), .high), (.pert(_, _, let high), .high),
      (.triangular(_, _, let high), .high):
      high
    case (.pert(_, let mode, _), .mode), (.triangular(_, let mode, _), .mode): mode
    case (.normal(let mean, _), .mean), (.exponential(let mean), .mean),
      (.poisson(let mean), .mean):
      mean
    case (.normal(_, let sd), .sd): sd
    case (.lognormal(let mu, let sigma), _): Self.lognormal(parameter, mu, sigma)
    case (.gamma(let shape, let scale), .mean): shape * scale
    case (.gamma(let shape, let scale), .sd): shape.squareRoot() * scale
    case (.gamma(let shape, _), .shape), (.weibull(let shape, _), .shape): shape
    case (.gamma(_, let scale), .scale), (.weibull(_, let scale), .scale): scale
    case (.beta(let a, let b), .mean): a / (a + b)
    case (.beta(let a, let b), .sd):
      (a * b / ((a + b) * (a + b) * (a + b + 1))).squareRoot()
    case (.beta(let a, _), .a): a
    case (.beta(_, let b), .b): b
    case (.binomial(let n, _), .n): n
    case (.binomial(_, let p), .p): p
    default: nil
    }
  }

  private static func lognormal(
    _ parameter: WrittenParameter, _ mu: Double, _ sigma: Double
  ) -> Double? {
    let mean = Quantities.exponential(mu + sigma * sigma / 2)
    return switch parameter {
    case .median: Quantities.exponential(mu)
    case .p90: Quantities.exponential(mu + ninetieth * sigma)
    case .mean: mean
    case .sd: mean * exponentialMinusOne(sigma * sigma).squareRoot()
    default: nil
    }
  }

  private func setting(_ parameter: WrittenParameter, to x: Double) -> Distribution? {
    let other = { (which: WrittenParameter) in written(which) ?? 0 }
    return switch (self, parameter) {
    case (.uniform(_, let high), .low): .uniform(low: x, high: high)
    case (.uniform(let low, _), .high): .uniform(low: low, high: x)
    case (.normal(_, let sd), .mean): .normal(mean: x, sd: sd)
    case (.normal(let mean, _), .sd): .normal(mean: mean, sd: x)
    case (.lognormal, .median): try? .lognormal(median: x, p90: other(.p90))
    case (.lognormal, .p90): try? .lognormal(median: other(.median), p90: x)
    case (.lognormal, .mean): try? .lognormal(mean: x, sd: other(.sd))
    case (.lognormal, .sd): try? .lognormal(mean: other(.mean), sd: x)
    case (.gamma, .mean): try? .gamma(mean: x, sd: other(.sd))
    case (.gamma, .sd): try? .gamma(mean: other(.mean), sd: x)
    case (.gamma(_, let scale), .shape): .gamma(shape: x, scale: scale)
    case (.gamma(let shape, _), .scale): .gamma(shape: shape, scale: x)
    case (.beta, .mean): try? .beta(mean: x, sd: other(.sd))
    case (.beta, .sd): try? .beta(mean: other(.mean), sd: x)
    case (.beta(_, let b), .a): .beta(a: x, b: b)
    case (.beta(let a, _), .b): .beta(a: a, b: x)
    case (.pert(_, let mode, let high), .low): .pert(low: x, mode: mode, high: high)
    case (.pert(let low, _, let high), .mode): .pert(low: low, mode: x, high: high)
    case (.pert(let low, let mode, _), .high): .pert(low: low, mode: mode, high: x)
    case (.triangular(_, let mode, let high), .low): .triangular(low: x, mode: mode, high: high)
    case (.triangular(let low, _, let high), .mode): .triangular(low: low, mode: x, high: high)
    case (.triangular(let low, let mode, _), .high): .triangular(low: low, mode: mode, high: x)
    case (.exponential, .mean): .exponential(mean: x)
    case (.poisson, .mean): .poisson(mean: x)
    case (.weibull(_, let scale), .shape): .weibull(shape: x, scale: scale)
    case (.weibull(let shape, _), .scale): .weibull(shape: shape, scale: x)
    case (.binomial(_, let p), .n): .binomial(n: x, p: p)
    case (.binomial(let n, _), .p): .binomial(n: n, p: x)
    default: nil
    }
  }

  /// A value from its middle: what stands in a scheme until `~` is drawn.
  public var centre: Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high): (low + high) / 2
    case .normal(let mean, _), .exponential(let mean), .poisson(let mean): mean
    case .lognormal(let mu, _): Quantities.exponential(mu)
    case .gamma(let shape, let scale): shape * scale
    case .beta(let a, let b): a / (a + b)
    case .pert(let low, let mode, let high): (low + 4 * mode + high) / 6
    case .triangular(let low, let mode, let high): (low + mode + high) / 3
    case .weibull(_, let scale): scale
    case .binomial(let n, let p): n * p
    case .mixture(let parts):
      parts.reduce(0) { $0 + $1.weight * $1.distribution.centre }
        / parts.reduce(0) { $0 + $1.weight }
    case .empirical(let values): values.reduce(0, +) / Double(max(1, values.count))
    case .truncated(let inner, let low, let high): min(max(inner.centre, low), high)
    case .scaled(let inner, let factor): inner.centre * factor
    }
  }
}
