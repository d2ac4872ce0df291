/// The exponential law.
public struct Exponential: Law {
  /// The mean.
  public var mean: Double

  /// The exponential law of a positive mean.
  public init(mean: Double) { self.mean = mean }

  /// The least and the greatest value that can occur.
  public var bounds: (low: Double, high: Double) { (0, .infinity) }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : -exponentialMinusOne(-x / mean)
  }

  /// P(X ≥ x).
  public func survival(_ x: Double) -> Double { x <= 0 ? 1 : exponential(-x / mean) }

  /// The least x with P(X ≤ x) ≥ p.
  public func quantile(_ p: Double) -> Double { -mean * logOnePlus(-p) }

  /// The same for p = 1 − q, accurate for small q.
  public func quantile(upper q: Double) -> Double { -mean * naturalLog(q) }
}

/// The Weibull law: (X/scale)^shape is exponential with mean 1.
public struct Weibull: Law {
  /// The shape.
  public var shape: Double
  /// The scale.
  public var scale: Double

  /// The Weibull law of a shape and a scale, both positive.
  public init(shape: Double, scale: Double) {
    self.shape = shape
    self.scale = scale
  }

  /// The mean.
  public var mean: Double { scale * exponential(logGamma(1 + 1 / shape)) }

  /// The least and the greatest value that can occur.
  public var bounds: (low: Double, high: Double) { (0, .infinity) }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : -exponentialMinusOne(-power(x / scale, shape))
  }

  /// P(X ≥ x).
  public func survival(_ x: Double) -> Double {
    x <= 0 ? 1 : exponential(-power(x / scale, shape))
  }

  /// The least x with P(X ≤ x) ≥ p.
  public func quantile(_ p: Double) -> Double { scale * power(-logOnePlus(-p), 1 / shape) }

  /// The same for p = 1 − q, accurate for small q.
  public func quantile(upper q: Double) -> Double { scale * power(-naturalLog(q), 1 / shape) }
}

/// The uniform law.
public struct Uniform: Law {
  /// The least value.
  public var low: Double
  /// The greatest value.
  public var high: Double

  /// The uniform law from low to high.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// The mean.
  public var mean: Double { low + 0.5 * (high - low) }

  /// The least and the greatest value that can occur.
  public var bounds: (low: Double, high: Double) { (low, high) }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    x >= high ? 1 : x <= low ? 0 : (x - low) / (high - low)
  }

  /// P(X ≥ x).
  public func survival(_ x: Double) -> Double {
    x <= low ? 1 : x >= high ? 0 : (high - x) / (high - low)
  }

  /// The least x with P(X ≤ x) ≥ p.
  public func quantile(_ p: Double) -> Double { low + p * (high - low) }

  /// The same for p = 1 − q, accurate for small q.
  public func quantile(upper q: Double) -> Double { high - q * (high - low) }
}

/// The triangular law.
public struct Triangular: Law {
  /// The least value.
  public var low: Double
  /// The most likely value.
  public var mode: Double
  /// The greatest value.
  public var high: Double

  /// The triangular law of low ≤ mode ≤ high.
  public init(low: Double, mode: Double, high: Double) {
    self.low = low
    self.mode = mode
    self.high = high
  }

  /// The mean.
  public var mean: Double { (low + mode + high) / 3 }

  /// The least and the greatest value that can occur.
  public var bounds: (low: Double, high: Double) { (low, high) }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    if x >= high { return 1 }
    if x <= low { return 0 }
    return x <= mode
      ? (x - low) * (x - low) / ((high - low) * (mode - low))
      : 1 - (high - x) * (high - x) / ((high - low) * (high - mode))
  }

  /// P(X ≥ x).
  public func survival(_ x: Double) -> Double {
    if x <= low { return 1 }
    if x >= high { return 0 }
    return x >= mode
      ? (high - x) * (high - x) / ((high - low) * (high - mode))
      : 1 - (x - low) * (x - low) / ((high - low) * (mode - low))
  }

  /// The least x with P(X ≤ x) ≥ p.
  public func quantile(_ p: Double) -> Double { quantile(lower: p, upper: 1 - p) }

  /// The same for p = 1 − q, accurate for small q.
  public func quantile(upper q: Double) -> Double { quantile(lower: 1 - q, upper: q) }

  private func quantile(lower p: Double, upper q: Double) -> Double {
    p * (high - low) <= mode - low
      ? low + (p * (high - low) * (mode - low)).squareRoot()
      : high - (q * (high - low) * (high - mode)).squareRoot()
  }
}
