/// The gamma law; its mean is shape·scale.
public struct Gamma: Law {
  /// The shape.
  public var shape: Double
  /// The scale.
  public var scale: Double

  /// The gamma law of a shape and a scale, both positive.
  public init(shape: Double, scale: Double) {
    self.shape = shape
    self.scale = scale
  }

  /// The mean.
  public var mean: Double { shape * scale }

  /// The least and the greatest value that can occur.
  public var bounds: (low: Double, high: Double) { (0, .infinity) }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double { gammaTails(shape: shape, x / scale).lower }

  /// P(X ≥ x).
  public func survival(_ x: Double) -> Double { gammaTails(shape: shape, x / scale).upper }

  /// The least x with P(X ≤ x) ≥ p.
  public func quantile(_ p: Double) -> Double { scale * standardQuantile(.lower(p)) }

  /// The same for p = 1 − q, accurate for small q.
  public func quantile(upper q: Double) -> Double { scale * standardQuantile(.upper(q)) }

  private func standardQuantile(_ target: TailTarget) -> Double {
    guard shape > 0, shape < .infinity, target.probability >= 0 else { return .nan }
    if target.probability == 0 { return target.isUpper ? .infinity : 0 }
    return invert(
      target, from: guess(target), high: .infinity, tails: { gammaTails(shape: shape, $0) },
      density: { gammaFront(shape, $0) / $0 })
  }

  /// Wilson and Hilferty's cube of a normal; near 0 the inverse of x^a/Γ(a + 1).
  private func guess(_ target: TailTarget) -> Double {
    let third = 1 / (9 * shape)
    let root = 1 - third + target.normal * third.squareRoot()
    if root > 0.25 { return shape * root * root * root }
    let lower = target.isUpper ? 1 - target.probability : target.probability
    let log = naturalLog(lower) + (shape < 1 ? logGammaOnePlus(shape) : logGamma(shape + 1))
    return max(exponential(log / shape), 0x1p-1000)
  }
}

/// The beta law on 0 … 1.
public struct Beta: Law {
  /// The weight towards 1.
  public var a: Double
  /// The weight towards 0.
  public var b: Double

  /// The beta law of two positive parameters; its mean is a/(a + b).
  public init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
  }

  /// The mean.
  public var mean: Double { a / (a + b) }

  /// The least and the greatest value that can occur.
  public var bounds: (low: Double, high: Double) { (0, 1) }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double { betaTails(a, b, x, 1 - x).lower }

  /// P(X ≥ x).
  public func survival(_ x: Double) -> Double { betaTails(a, b, x, 1 - x).upper }

  /// The least x with P(X ≤ x) ≥ p.
  public func quantile(_ p: Double) -> Double { quantile(.lower(p)) }

  /// The same for p = 1 − q, accurate for small q.
  public func quantile(upper q: Double) -> Double { quantile(.upper(q)) }

  private func quantile(_ target: TailTarget) -> Double {
    guard a > 0, b > 0, a + b < .infinity, target.probability >= 0 else { return .nan }
    // The upper end is solved as the lower end of the mirrored law, which has its digits near 0.
    return target.isUpper
      ? Beta.place(b, a, target.probability).y : Beta.place(a, b, target.probability).x
  }

  /// The x with I_x(a, b) = p, and y = 1 − x: the smaller of the two is solved for.
  private static func place(_ a: Double, _ b: Double, _ p: Double) -> (x: Double, y: Double) {
    if p == 0 { return (0, 1) }
    let isAboveHalf = p > betaTails(a, b, 0.5, 0.5).lower
    if isAboveHalf {
      let y = smaller(b, a, TailTarget(probability: p, isUpper: true))
      return (1 - y, y)
    }
    let x = smaller(a, b, TailTarget(probability: p, isUpper: false))
    return (x, 1 - x)
  }

  /// A quantile below ½: from x^a/(a·B), which is near it in the lower tail, or from the mean.
  private static func smaller(_ a: Double, _ b: Double, _ target: TailTarget) -> Double {
    let mean = a / (a + b)
    let lower = target.isUpper ? 1 - target.probability : target.probability
    let near = exponential((naturalLog(lower) + naturalLog(a) + logBeta(a, b)) / a)
    return invert(
      target, from: max(min(near, mean), 0x1p-1000), high: 1,
      tails: { betaTails(a, b, $0, 1 - $0) },
      density: { betaFront(a, b, $0, 1 - $0) / ($0 * (1 - $0)) })
  }
}

/// The PERT law: a beta law on low … high with its peak at the mode and weight 4 on the mode.
public struct Pert: Law {
  /// The least value.
  public var low: Double
  /// The most likely value.
  public var mode: Double
  /// The greatest value.
  public var high: Double

  /// The PERT law of low ≤ mode ≤ high with low < high.
  public init(low: Double, mode: Double, high: Double) {
    self.low = low
    self.mode = mode
    self.high = high
  }

  /// The law of the place between low and high.
  private var standard: Beta {
    Beta(1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low))
  }

  /// The mean.
  public var mean: Double { (low + 4 * mode + high) / 6 }

  /// The least and the greatest value that can occur.
  public var bounds: (low: Double, high: Double) { (low, high) }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double { tails(x).lower }

  /// P(X ≥ x).
  public func survival(_ x: Double) -> Double { tails(x).upper }

  /// The least x with P(X ≤ x) ≥ p.
  public func quantile(_ p: Double) -> Double { low + (high - low) * standard.quantile(p) }

  /// The same for p = 1 − q, accurate for small q.
  public func quantile(upper q: Double) -> Double {
    low + (high - low) * standard.quantile(upper: q)
  }

  private func tails(_ x: Double) -> Tails {
    let law = standard
    return betaTails(law.a, law.b, (x - low) / (high - low), (high - x) / (high - low))
  }
}
