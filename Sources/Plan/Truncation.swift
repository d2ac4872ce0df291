/// A law given that its value lies from low to high; probabilities are taken from the nearer end.
struct Truncation {
  private let inner: Distribution
  private let low: Double
  private let high: Double
  /// P(X < low), P(X ≥ low), P(X ≤ high), P(X > high) and P(low ≤ X ≤ high) of the whole law.
  private let below: Double
  private let fromLow: Double
  private let toHigh: Double
  private let above: Double
  let mass: Double

  init(_ inner: Distribution, low: Double, high: Double) {
    self.inner = inner
    self.low = low
    self.high = high
    fromLow = inner.survival(low)
    toHigh = inner.cumulative(high)
    above = inner.exceedance(high)
    // What lies at `low` belongs to the law, so P(X < low) is not P(X ≤ low).
    let atLow = max(0, fromLow - inner.exceedance(low))
    below = max(0, inner.cumulative(low) - atLow)
    mass = max(0, below < 0.5 ? toHigh - below : fromLow - above)
  }

  /// The quantile; the nearer bound if nothing is kept.
  func quantile(_ p: Double, isUpper: Bool) -> Double {
    let (lower, upper) = isUpper ? (1 - p, p) : (p, 1 - p)
    guard mass > 0 else { return max(low, min(high, inner.quantile(0.5))) }
    let target = below + lower * mass
    let value =
      target <= 0.5 ? inner.quantile(target) : inner.quantile(upper: above + upper * mass)
    return max(low, min(high, value))
  }

  func cumulative(_ x: Double) -> Double {
    if x < low || x >= high { return x < low ? 0 : 1 }
    if below >= 0.5 { return share(fromLow - inner.exceedance(x)) }
    return share(inner.cumulative(x) - below)
  }

  func survival(_ x: Double) -> Double {
    if x <= low || x > high { return x <= low ? 1 : 0 }
    return share(inner.survival(x) - above)
  }

  func exceedance(_ x: Double) -> Double {
    if x < low || x >= high { return x < low ? 1 : 0 }
    return share(inner.exceedance(x) - above)
  }

  private func share(_ part: Double) -> Double { mass > 0 ? max(0, min(1, part / mass)) : .nan }

  /// The mean: of parts where the law has parts, of single values where it has atoms, else
  /// integrated.
  var mean: Double {
    switch inner {
    case .constant(let value): value
    case .empirical(let values):
      Distribution.empirical(values.filter { $0 >= low && $0 <= high }).mean
    case .poisson, .binomial: meanOfCounts
    case .mixture(let components): mean(of: components)
    case .truncated(let core, let from, let to):
      Truncation(core, low: max(low, from), high: min(high, to)).mean
    case .scaled(let core, let factor):
      factor
        * Truncation(
          core, low: (factor < 0 ? high : low) / factor, high: (factor < 0 ? low : high) / factor
        ).mean
    default: integral
    }
  }

  private func mean(of components: [Distribution.Component]) -> Double {
    var (sum, total) = (0.0, 0.0)
    for component in components where component.weight > 0 {
      let part = Truncation(component.distribution, low: low, high: high)
      guard part.mass > 0 else { continue }
      sum += component.weight * part.mass * part.mean
      total += component.weight * part.mass
    }
    return sum / total
  }

  /// The least count and what lies above each, down to 2⁻⁶⁰; very wide laws are integrated.
  private var meanOfCounts: Double {
    let least = quantile(0, isUpper: false)
    let most = quantile(0x1p-60, isUpper: true)
    guard most - least < 100_000 else { return integral }
    var sum = least
    var count = least
    while count < most {
      sum += exceedance(count)
      count += 1
    }
    return sum
  }

  /// The integral of the quantile over u = s³(10 − 15s + 6s²), which is flat at both ends and so
  /// tames what is steep there; midpoints, a fixed number of them.
  private var integral: Double {
    let steps = 1024
    var sum = 0.0
    for step in 0..<steps {
      let s = (Double(step) + 0.5) / Double(steps)
      let t = 1 - s
      let slope = 30 * s * s * t * t
      let value =
        s < 0.5
        ? quantile(s * s * s * (10 - 15 * s + 6 * s * s), isUpper: false)
        : quantile(t * t * t * (10 - 15 * t + 6 * t * t), isUpper: true)
      sum += slope * value
    }
    return sum / Double(steps)
  }
}
