/// The normal law.
public struct Normal: Law {
  /// The mean.
  public var mean: Double
  /// The standard deviation; 0 puts all mass on the mean.
  public var deviation: Double

  /// The normal law of a mean and a standard deviation.
  public init(mean: Double, deviation: Double) {
    self.mean = mean
    self.deviation = deviation
  }

  /// The least and the greatest value that can occur.
  public var bounds: (low: Double, high: Double) {
    deviation == 0 ? (mean, mean) : (-.infinity, .infinity)
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    if deviation == 0 { return x >= mean ? 1 : 0 }
    return normalTail((mean - x) / deviation)
  }

  /// P(X ≥ x).
  public func survival(_ x: Double) -> Double {
    if deviation == 0 { return x <= mean ? 1 : 0 }
    return normalTail((x - mean) / deviation)
  }

  /// P(X > x).
  public func exceedance(_ x: Double) -> Double {
    deviation == 0 ? (x < mean ? 1 : 0) : survival(x)
  }

  /// The least x with P(X ≤ x) ≥ p.
  public func quantile(_ p: Double) -> Double {
    deviation == 0 ? mean : mean + deviation * TailTarget.lower(p).normal
  }

  /// The same for p = 1 − q, accurate for small q.
  public func quantile(upper q: Double) -> Double {
    deviation == 0 ? mean : mean + deviation * TailTarget.upper(q).normal
  }
}

/// The law of a number whose natural logarithm is normal.
public struct Lognormal: Law {
  /// The logarithm's law.
  public var logarithm: Normal

  /// The lognormal law of the mean and the standard deviation of the logarithm.
  public init(location: Double, scale: Double) {
    logarithm = Normal(mean: location, deviation: scale)
  }

  /// The mean.
  public var mean: Double {
    exponential(logarithm.mean + 0.5 * logarithm.deviation * logarithm.deviation)
  }

  /// The least and the greatest value that can occur.
  public var bounds: (low: Double, high: Double) {
    let (low, high) = logarithm.bounds
    return (exponential(low), exponential(high))
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    x > 0 ? logarithm.cumulative(naturalLog(x)) : x.isNaN ? x : 0
  }

  /// P(X ≥ x).
  public func survival(_ x: Double) -> Double {
    x > 0 ? logarithm.survival(naturalLog(x)) : x.isNaN ? x : 1
  }

  /// The least x with P(X ≤ x) ≥ p.
  public func quantile(_ p: Double) -> Double { exponential(logarithm.quantile(p)) }

  /// The same for p = 1 − q, accurate for small q.
  public func quantile(upper q: Double) -> Double { exponential(logarithm.quantile(upper: q)) }
}

/// P(Z ≥ z) of the standard normal law.
func normalTail(_ z: Double) -> Double { 0.5 * complementaryError(z * 0x1.6a09e667f3bcdp-1) }

/// The z ≥ 0 with P(Z ≥ z) = q for q ≤ ½; infinite at 0, NaN outside.
///
/// A rational guess (Abramowitz and Stegun 26.2.23: error below 5e-4), then Halley's steps, each of
/// which triples the digits.
func normalDepth(_ q: Double) -> Double {
  guard q > 0 && q <= 0.5 else { return q == 0 ? .infinity : .nan }
  if q == 0.5 { return 0 }
  let t = (-2 * naturalLog(q)).squareRoot()
  let above = (0x1.526d8b1dd5d3ep-7 * t + 0x1.9b0f8c64fdb0ap-1) * t + 0x1.41fc7607c419ap1
  let below =
    ((0x1.56e264e48626fp-10 * t + 0x1.839f77292c493p-3) * t + 0x1.6ecb31c219eb6p0) * t + 1
  var z = t - above / below
  for _ in 0..<3 {
    let density = 0x1.9884533d43651p-2 * gaussian(z * 0x1.6a09e667f3bcdp-1)
    guard density > 0x1p-1000 else { return z }
    let ratio = (normalTail(z) - q) / density
    z += ratio / (1 - 0.5 * z * ratio)
  }
  return z
}
