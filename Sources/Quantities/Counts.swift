/// The Poisson law.
public struct Poisson: Law {
  /// The mean.
  public var mean: Double

  /// The Poisson law of a mean, 0 or more.
  public init(mean: Double) { self.mean = mean }

  /// The least and the greatest value that can occur.
  public var bounds: (low: Double, high: Double) { (0, mean == 0 ? 0 : .infinity) }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    if x < 0 || mean == 0 || x == .infinity { return x < 0 ? 0 : 1 }
    return gammaTails(shape: floor(x) + 1, mean).upper
  }

  /// P(X ≥ x).
  public func survival(_ x: Double) -> Double {
    if x <= 0 || mean == 0 || x == .infinity { return x <= 0 ? 1 : 0 }
    return gammaTails(shape: ceiling(x), mean).lower
  }

  /// P(X > x).
  public func exceedance(_ x: Double) -> Double { survival(floor(x) + 1) }

  /// The least x with P(X ≤ x) ≥ p.
  public func quantile(_ p: Double) -> Double { quantile(.lower(p)) }

  /// The same for p = 1 − q, accurate for small q.
  public func quantile(upper q: Double) -> Double { quantile(.upper(q)) }

  private func quantile(_ target: TailTarget) -> Double {
    guard mean >= 0, mean < 0x1p50, target.probability >= 0 else { return .nan }
    if mean == 0 { return 0 }
    return leastCount(
      of: self, target, near: mean + mean.squareRoot() * target.normal,
      step: 1 + mean.squareRoot())
  }
}

/// The binomial law.
public struct Binomial: Law {
  /// The number of trials, whole.
  public var trials: Double
  /// The probability of a success.
  public var probability: Double

  /// The binomial law of a number of trials (its fraction is dropped) and a probability.
  public init(trials: Double, probability: Double) {
    self.trials = floor(trials)
    self.probability = probability
  }

  /// The mean.
  public var mean: Double { trials * probability }

  /// The least and the greatest value that can occur.
  public var bounds: (low: Double, high: Double) {
    (probability == 1 ? trials : 0, probability == 0 ? 0 : trials)
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    let count = floor(x)
    if count < 0 || count >= trials { return count < 0 ? 0 : 1 }
    return betaTails(trials - count, count + 1, 1 - probability, probability).lower
  }

  /// P(X ≥ x).
  public func survival(_ x: Double) -> Double {
    let count = ceiling(x)
    if count <= 0 || count > trials { return count <= 0 ? 1 : 0 }
    return betaTails(count, trials - count + 1, probability, 1 - probability).lower
  }

  /// P(X > x).
  public func exceedance(_ x: Double) -> Double { survival(floor(x) + 1) }

  /// The least x with P(X ≤ x) ≥ p.
  public func quantile(_ p: Double) -> Double { quantile(.lower(p)) }

  /// The same for p = 1 − q, accurate for small q.
  public func quantile(upper q: Double) -> Double { quantile(.upper(q)) }

  private func quantile(_ target: TailTarget) -> Double {
    guard trials >= 0, trials < 0x1p50, probability >= 0, probability <= 1,
      target.probability >= 0
    else { return .nan }
    let deviation = (trials * probability * (1 - probability)).squareRoot()
    return leastCount(
      of: self, target, near: mean + deviation * target.normal, step: 1 + deviation)
  }
}

/// The least whole number with the target's probability at or below it: gallops from a guess, then
/// halves.
private func leastCount(
  of law: some Law, _ target: TailTarget, near guess: Double, step: Double
) -> Double {
  let (low, high) = law.bounds
  if target.probability == 0 { return target.isUpper ? high : low }
  func reaches(_ count: Double) -> Bool {
    target.isUpper
      ? law.exceedance(count) <= target.probability
      : law.cumulative(count) >= target.probability
  }
  var above = max(low, min(high, floor(guess)))
  var stride = floor(step)
  while above < high && !reaches(above) {
    above = min(high, above + stride)
    stride *= 2
  }
  stride = floor(step)
  var below = above - stride
  while below >= low && reaches(below) {
    above = below
    stride *= 2
    below -= stride
  }
  below = max(below, low - 1)
  while above - below > 1 {
    let middle = below + floor((above - below) / 2)
    if reaches(middle) { above = middle } else { below = middle }
  }
  return above
}

/// The greatest whole number at most x; exact, without libm.
func floor(_ x: Double) -> Double {
  guard x.magnitude < 0x1p52 else { return x }
  let whole = Double(Int64(x))
  return whole > x ? whole - 1 : whole
}

/// The least whole number at least x.
func ceiling(_ x: Double) -> Double { -floor(-x) }
