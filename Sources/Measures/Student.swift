import Quantities

/// The number that a Student variable exceeds with probability `tail` (0 < tail ≤ ½).
///
/// T²/(ν + T²) follows Beta(½, ν/2); from ten million degrees of freedom on, the normal limit.
func studentQuantile(tail: Double, degrees: Int) -> Double {
  guard degrees < 10_000_000 else { return Normal(mean: 0, deviation: 1).quantile(upper: tail) }
  let freedom = Double(degrees)
  if 2 * tail < 0.1 {
    // Far out, the complement carries the digits.
    let rest = Beta(freedom / 2, 0.5).quantile(2 * tail)
    return (freedom * (1 - rest) / rest).squareRoot()
  }
  let part = Beta(0.5, freedom / 2).quantile(upper: 2 * tail)
  return (freedom * part / (1 - part)).squareRoot()
}
