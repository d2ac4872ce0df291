import Quantities

extension Distribution {
  /// The mean; a truncated law's is integrated over its quantiles (to about 1e-6).
  public var mean: Double {
    switch self {
    case .constant(let value): value
    case .mixture(let components):
      components.reduce(0) { $0 + $1.weight * $1.distribution.mean } / totalWeight(components)
    case .empirical(let values): values.reduce(0, +) / Double(values.count)
    case .truncated(let inner, let low, let high):
      Truncation(inner, low: low, high: high).mean
    case .scaled(let inner, let factor): factor * inner.mean
    default: law?.mean ?? .nan
    }
  }

  /// The least and the greatest value that can occur.
  public var bounds: (low: Double, high: Double) {
    switch self {
    case .constant(let value): return (value, value)
    case .mixture(let components):
      let all = components.filter { $0.weight > 0 }.map(\.distribution.bounds)
      return (all.map(\.low).min() ?? .nan, all.map(\.high).max() ?? .nan)
    case .empirical(let values): return (values.min() ?? .nan, values.max() ?? .nan)
    case .truncated(let inner, let low, let high):
      let wide = inner.bounds
      return (max(low, wide.low), min(high, wide.high))
    case .scaled(let inner, let factor):
      let ends = inner.bounds
      return factor < 0
        ? (factor * ends.high, factor * ends.low) : (factor * ends.low, factor * ends.high)
    default: return law?.bounds ?? (.nan, .nan)
    }
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    switch self {
    case .constant(let value): value <= x ? 1 : 0
    case .mixture(let components): average(components) { $0.cumulative(x) }
    case .empirical(let values): share(of: values) { $0 <= x }
    case .truncated(let inner, let low, let high):
      Truncation(inner, low: low, high: high).cumulative(x)
    case .scaled(let inner, let factor):
      factor < 0 ? inner.survival(x / factor) : inner.cumulative(x / factor)
    default: law?.cumulative(x) ?? .nan
    }
  }

  /// P(X ≥ x), accurate in the far tail.
  public func survival(_ x: Double) -> Double {
    switch self {
    case .constant(let value): value >= x ? 1 : 0
    case .mixture(let components): average(components) { $0.survival(x) }
    case .empirical(let values): share(of: values) { $0 >= x }
    case .truncated(let inner, let low, let high):
      Truncation(inner, low: low, high: high).survival(x)
    case .scaled(let inner, let factor):
      factor < 0 ? inner.cumulative(x / factor) : inner.survival(x / factor)
    default: law?.survival(x) ?? .nan
    }
  }

  /// P(X > x), accurate in the far tail.
  public func exceedance(_ x: Double) -> Double {
    switch self {
    case .constant(let value): value > x ? 1 : 0
    case .mixture(let components): average(components) { $0.exceedance(x) }
    case .empirical(let values): share(of: values) { $0 > x }
    case .truncated(let inner, let low, let high):
      Truncation(inner, low: low, high: high).exceedance(x)
    case .scaled(let inner, let factor):
      factor < 0 ? 1 - inner.survival(x / factor) : inner.exceedance(x / factor)
    default: law?.exceedance(x) ?? .nan
    }
  }

  /// The least x with P(X ≤ x) ≥ u.
  public func quantile(_ u: Double) -> Double { quantile(u, isUpper: false) }

  /// The same for u = 1 − q, accurate for small q.
  public func quantile(upper q: Double) -> Double { quantile(q, isUpper: true) }

  private func quantile(_ p: Double, isUpper: Bool) -> Double {
    guard p >= 0 && p <= 1 else { return .nan }
    switch self {
    case .constant(let value): return value
    case .mixture(let components): return mixed(components, p, isUpper: isUpper)
    case .empirical(let values): return ranked(values, p, isUpper: isUpper)
    case .truncated(let inner, let low, let high):
      return Truncation(inner, low: low, high: high).quantile(p, isUpper: isUpper)
    case .scaled(let inner, let factor):
      return factor * inner.quantile(p, isUpper: isUpper != (factor < 0))
    default:
      guard let law else { return .nan }
      return isUpper ? law.quantile(upper: p) : law.quantile(p)
    }
  }

  /// The law of a plain family; nil for constants and what is made of other distributions.
  var law: (any Law)? {
    switch self {
    case .uniform(let low, let high): Uniform(low: low, high: high)
    case .normal(let mean, let sd): Normal(mean: mean, deviation: sd)
    case .lognormal(let mu, let sigma): Lognormal(location: mu, scale: sigma)
    case .gamma(let shape, let scale): Gamma(shape: shape, scale: scale)
    case .beta(let a, let b): Beta(a, b)
    case .pert(let low, let mode, let high): Pert(low: low, mode: mode, high: high)
    case .triangular(let low, let mode, let high): Triangular(low: low, mode: mode, high: high)
    case .exponential(let mean): Exponential(mean: mean)
    case .weibull(let shape, let scale): Weibull(shape: shape, scale: scale)
    case .poisson(let mean): Poisson(mean: mean)
    case .binomial(let n, let p): Binomial(trials: n, probability: p)
    case .constant, .mixture, .empirical, .truncated, .scaled: nil
    }
  }
}

private func totalWeight(_ components: [Distribution.Component]) -> Double {
  components.reduce(0) { $0 + $1.weight }
}

/// The weighted average of a probability over the parts.
private func average(
  _ components: [Distribution.Component], _ probability: (Distribution) -> Double
) -> Double {
  components.reduce(0) { $0 + $1.weight * probability($1.distribution) } / totalWeight(components)
}

private func share(of values: [Double], _ holds: (Double) -> Bool) -> Double {
  Double(values.reduce(0) { $0 + (holds($1) ? 1 : 0) }) / Double(values.count)
}

/// The quantile of a mixture: it lies between those of its parts, and is found by halving the
/// doubles in between (64 steps at most, exact at atoms).
private func mixed(
  _ components: [Distribution.Component], _ p: Double, isUpper: Bool
) -> Double {
  let parts = components.filter { $0.weight > 0 }.map {
    isUpper ? $0.distribution.quantile(upper: p) : $0.distribution.quantile(p)
  }
  guard let least = parts.min(), let most = parts.max(), !parts.contains(where: \.isNaN) else {
    return .nan
  }
  func reaches(_ x: Double) -> Bool {
    isUpper
      ? average(components) { $0.exceedance(x) } <= p
      : average(components) { $0.cumulative(x) } >= p
  }
  var (low, high) = (rank(least), rank(most))
  while low < high {
    // The mean rounded down, without the sum, which may not fit.
    let middle = (low & high) + ((low ^ high) >> 1)
    if reaches(number(ofRank: middle)) { high = middle } else { low = middle + 1 }
  }
  return number(ofRank: high)
}

/// The place of a double among all doubles, counted from 0.
private func rank(_ x: Double) -> Int {
  let bits = Int(truncatingIfNeeded: x.magnitude.bitPattern)
  return x < 0 ? -bits : bits
}

private func number(ofRank rank: Int) -> Double {
  let size = Double(bitPattern: UInt64(rank.magnitude))
  return rank < 0 ? -size : size
}

/// The quantile of values seen, which need not be in order (but are read faster if they are).
private func ranked(_ values: [Double], _ p: Double, isUpper: Bool) -> Double {
  guard !values.isEmpty else { return .nan }
  let isAscending = zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
  let ordered = isAscending ? values : values.sorted()
  let count = Double(ordered.count)
  // The least k ≥ 1 with k/n ≥ u; from above, n − k is the greatest number with (n − k)/n ≤ q.
  var k = isUpper ? ordered.count - Int(p * count) : Int(p * count)
  if !isUpper && Double(k) / count < p { k += 1 }
  return ordered[max(0, min(ordered.count, k) - 1)]
}
