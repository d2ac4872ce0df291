/// A law of chance on the real line, in canonical numbers.
///
/// Functions never trap: parameters that make no law give NaN. Tails keep their relative accuracy,
/// however small they are, and so do quantiles taken from the nearer end.
public protocol Law: Sendable, Hashable {
  /// The mean.
  var mean: Double { get }
  /// The least and the greatest value that can occur.
  var bounds: (low: Double, high: Double) { get }
  /// P(X ≤ x).
  func cumulative(_ x: Double) -> Double
  /// P(X ≥ x).
  func survival(_ x: Double) -> Double
  /// P(X > x).
  func exceedance(_ x: Double) -> Double
  /// The least x with P(X ≤ x) ≥ p.
  func quantile(_ p: Double) -> Double
  /// The same for p = 1 − q: accurate for small q.
  func quantile(upper q: Double) -> Double
}

extension Law {
  /// P(X > x), for laws without atoms.
  public func exceedance(_ x: Double) -> Double { survival(x) }
}

/// The probabilities on both sides of a point; each is accurate where it is small.
struct Tails {
  var lower: Double
  var upper: Double

  /// The two sides exchanged.
  var mirrored: Tails { Tails(lower: upper, upper: lower) }
}

/// One end of a law and the probability that is cut off there.
struct TailTarget {
  var probability: Double
  var isUpper: Bool

  /// The nearer end for P(X ≤ x) = p.
  static func lower(_ p: Double) -> TailTarget {
    p <= 0.5 ? TailTarget(probability: p, isUpper: false) : .init(probability: 1 - p, isUpper: true)
  }

  /// The nearer end for P(X ≥ x) = q.
  static func upper(_ q: Double) -> TailTarget {
    q <= 0.5 ? TailTarget(probability: q, isUpper: true) : .init(probability: 1 - q, isUpper: false)
  }

  /// The standard normal quantile of the target, as a first guess for other laws.
  var normal: Double {
    let depth = normalDepth(probability)
    return isUpper ? depth : -depth
  }
}

/// Where a continuous law on 0 … high cuts off the target: Newton steps on the logarithm of the
/// tail, kept inside a shrinking bracket.
///
/// `tails` gives both tails at a point and `density` the density there.
func invert(
  _ target: TailTarget, from start: Double, high top: Double,
  tails: (Double) -> Tails, density: (Double) -> Double
) -> Double {
  var low = 0.0
  var high = top
  var x = start > 0 && start < top ? start : (top.isFinite ? top / 2 : 1)
  for _ in 0..<400 {
    let both = tails(x)
    let tail = target.isUpper ? both.upper : both.lower
    if tail == target.probability { return x }
    if (tail < target.probability) == target.isUpper { high = x } else { low = x }
    let next = newtonStep(
      x, tail: tail, target: target, density: density(x), low: low, high: high)
    if (next - x).magnitude <= 0x1p-52 * x || next == low || next == high { return next }
    x = next
  }
  return x
}

/// The next point: additive while the step is short, by a factor while it is long, and the middle
/// of the bracket if the step leaves it.
private func newtonStep(
  _ x: Double, tail: Double, target: TailTarget, density: Double, low: Double, high: Double
) -> Double {
  let gap = naturalLog(tail / target.probability)
  let step = (target.isUpper ? gap : -gap) * (tail / density)
  var next = x + step
  if step.magnitude > 0.5 * x { next = x * exponential(max(-30, min(30, step / x))) }
  if next > low && next < high { return next }
  if high == .infinity { return max(2 * x, 0x1p-1000) }
  if low == 0 { return high > 0x1p-900 ? high * 0x1p-4 : high * 0.5 }
  return high > 4 * low ? (low * high).squareRoot() : low + 0.5 * (high - low)
}
