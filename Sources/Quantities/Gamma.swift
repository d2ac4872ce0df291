/// ln Γ(x) for x > 0, to about 1e-15 (relative, also near its zeros 1 and 2); infinite at 0, NaN
/// below.
public func logGamma(_ x: Double) -> Double {
  guard x > 0 else { return x == 0 ? .infinity : .nan }
  guard x < .infinity else { return x }
  if x < 1 { return logGammaOnePlus(x) - naturalLog(x) }
  if x < 10 {
    var rest = x
    var factor = 1.0
    while rest > 2 {
      rest -= 1
      factor *= rest
    }
    let small = logGammaOnePlus(rest - 1)
    return factor == 1 ? small : small + naturalLog(factor)
  }
  return (x - 0.5) * naturalLog(x) - x + 0x1.d67f1c864beb5p-1 + stirlingRest(x)
}

/// ln Γ(1 + y) for 0 ≤ y ≤ 1: y(y − 1) times a polynomial (minimax, 2⁻⁵⁴).
func logGammaOnePlus(_ y: Double) -> Double {
  let series = polynomial(
    2 * y - 1,
    [
      0x1.eeb95b094c191p-2, -0x1.2aed059bd608ap-4, 0x1.01af62a2929e9p-6, -0x1.007aa83cee101p-8,
      0x1.1334235278bd0p-10, -0x1.34dbda14a599fp-12, 0x1.64f066528e09dp-14,
      -0x1.a5035229a9556p-16, 0x1.f814b79321d8dp-18, -0x1.313e8bc6a6231p-19,
      0x1.750aee2c28438p-21, -0x1.cb448e61e1d84p-23, 0x1.1c738d7488bd5p-24,
      -0x1.62443cdd5170dp-26, 0x1.bb23dfcd7cb80p-28, -0x1.15350c1f6c64ap-29,
      0x1.5cef37f89e567p-31, -0x1.cb09aadf8c861p-33, 0x1.24e8e099927e3p-34,
      -0x1.0ed848f4c3a8bp-36, 0x1.4b1cbb3300970p-38, -0x1.0ba7e4b7ec423p-38,
      0x1.602307cb0039ep-40,
    ])
  return y * (y - 1) * series
}

/// What Stirling's formula leaves: ln Γ(x) − (x − ½)ln x + x − ½ ln 2π, for x ≥ 1.
///
/// Bernoulli's series from 10 on; below, δ(x) = δ(x + 1) + (x + ½)ln(1 + 1/x) − 1, whose rest is
/// s²/3 + s⁴/5 + … with s = 1/(2x + 1), without cancellation.
func stirlingRest(_ x: Double) -> Double {
  var sum = 0.0
  var point = x
  while point < 10 {
    let s = 1 / (2 * point + 1)
    sum += oddSeries(s * s)
    point += 1
  }
  let inverse = 1 / point
  let series = polynomial(
    inverse * inverse,
    [
      0x1.5555555555555p-4, -0x1.6c16c16c16c17p-9, 0x1.a01a01a01a01ap-11, -0x1.3813813813814p-11,
      0x1.b951e2b18ff23p-11, -0x1.f6ab0d9993c7dp-10, 0x1.a41a41a41a41ap-8,
      -0x1.e4286cb0f5398p-6, 0x1.6fe96381e0680p-3,
    ])
  return sum + inverse * series
}

/// z/3 + z²/5 + z³/7 + … for 0 ≤ z ≤ ⅑.
private func oddSeries(_ z: Double) -> Double {
  var sum = 0.0
  var factor = z
  var divisor = 3.0
  while true {
    let next = sum + factor / divisor
    if next == sum { return sum }
    sum = next
    factor *= z
    divisor += 2
  }
}

/// v − ln(1 + v), without cancellation near 0 (after Loader 2000).
func excessOverLog(_ v: Double) -> Double {
  guard v > -0.5 && v < 1 else { return v - logOnePlus(v) }
  let s = v / (2 + v)
  return s * (v - 2 * oddSeries(s * s))
}

/// count·ln(count/expected) + expected − count, with distance = expected − count given apart because
/// it is often known more precisely.
func deviance(of expected: Double, from count: Double, distance: Double) -> Double {
  let v = distance / count
  if v > -0.5 { return count * excessOverLog(v) }
  return expected - count - count * naturalLog(expected / count)
}

/// Both tails of the gamma law of a shape and scale 1: the regularised incomplete gamma functions
/// P(shape, x) and Q(shape, x).
///
/// Below the shape by series, above it by continued fraction, for a shape below 1 by a series of
/// both, and for enormous shapes by the first terms of Temme's expansion (1979).
func gammaTails(shape: Double, _ x: Double) -> Tails {
  guard shape > 0, shape < .infinity, !x.isNaN else { return Tails(lower: .nan, upper: .nan) }
  if x <= 0 { return Tails(lower: 0, upper: 1) }
  if x == .infinity { return Tails(lower: 1, upper: 0) }
  if shape > 0x1p30 { return gammaTailsOfLargeShape(shape, x) }
  if shape < 1 && x < shape + 1 { return gammaTailsOfSmallShape(shape, x) }
  if x < shape + 1 {
    let lower = gammaFront(shape, x) / shape * gammaSeries(shape, x)
    return Tails(lower: lower, upper: 1 - lower)
  }
  let upper = gammaFront(shape, x) * gammaFraction(shape, x)
  return Tails(lower: 1 - upper, upper: upper)
}

/// x^a e^{−x}/Γ(a), by Loader's deviance so that large shapes lose no digits.
func gammaFront(_ shape: Double, _ x: Double) -> Double {
  if shape < 1 {
    return shape * exponential(shape * naturalLog(x) - x - logGammaOnePlus(shape))
  }
  let deviance = deviance(of: x, from: shape, distance: x - shape)
  return (shape * 0x1.45f306dc9c883p-3).squareRoot()
    * exponential(-deviance - stirlingRest(shape))
}

/// 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …
private func gammaSeries(_ shape: Double, _ x: Double) -> Double {
  var sum = 1.0
  var term = 1.0
  var divisor = shape
  while term > sum * 0x1p-54 {
    divisor += 1
    term *= x / divisor
    sum += term
  }
  return sum
}

/// Legendre's continued fraction 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − …)) by Lentz's method.
private func gammaFraction(_ shape: Double, _ x: Double) -> Double {
  var b = x + 1 - shape
  var c = 0x1p1000
  var d = 1 / b
  var value = d
  var index = 0.0
  while index < 0x1p22 {
    index += 1
    let a = index * (shape - index)
    b += 2
    d = 1 / nonzero(a * d + b)
    c = nonzero(b + a / c)
    let factor = c * d
    value *= factor
    if (factor - 1).magnitude < 0x1p-52 { break }
  }
  return value
}

/// The number, or something tiny in place of 0.
@inline(__always)
func nonzero(_ number: Double) -> Double { number == 0 ? 0x1p-1000 : number }

/// Both tails by 1 − a·x/(a + 1) + a·x²/(2(a + 2)) − …, with e^L − 1 for what is nearly 1.
private func gammaTailsOfSmallShape(_ shape: Double, _ x: Double) -> Tails {
  var sum = 0.0
  var term = 1.0
  var index = 0.0
  while term.magnitude > 0x1p-60 {
    index += 1
    term *= -x / index
    sum += term * (shape / (shape + index))
  }
  let lead = shape * naturalLog(x) - logGammaOnePlus(shape)
  let factor = exponential(lead)
  return Tails(
    lower: factor * (1 + sum), upper: -exponentialMinusOne(lead) - factor * sum)
}

/// Temme's uniform expansion to its first term: relative error below 1/shape.
private func gammaTailsOfLargeShape(_ shape: Double, _ x: Double) -> Tails {
  let v = (x - shape) / shape
  let half = excessOverLog(v)
  let eta = v < 0 ? -(2 * half).squareRoot() : (2 * half).squareRoot()
  let first = v.magnitude < 0x1p-10 ? eta / 12 - 1.0 / 3 : 1 / v - 1 / eta
  let rest =
    first * exponential(-shape * half) * 0x1.9884533d43651p-2 / shape.squareRoot()
  let z = eta * shape.squareRoot()
  return Tails(lower: normalTail(-z) - rest, upper: normalTail(z) + rest)
}
