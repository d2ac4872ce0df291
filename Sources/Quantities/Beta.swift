/// ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), for positive a and b.
func logBeta(_ a: Double, _ b: Double) -> Double {
  let small = min(a, b)
  return logGamma(small) - logGammaRise(from: max(a, b), by: small)
}

/// ln Γ(b + a) − ln Γ(b), without cancellation when b is large.
private func logGammaRise(from b: Double, by a: Double) -> Double {
  if b < 10 { return logGamma(a + b) - logGamma(b) }
  return (b - 0.5) * logOnePlus(a / b) + a * (naturalLog(a + b) - 1)
    + (stirlingRest(a + b) - stirlingRest(b))
}

/// Both tails of the beta law at x, where y = 1 − x: the regularised incomplete beta function
/// I_x(a, b) and its complement.
///
/// Lentz's continued fraction on the nearer side; where a parameter is below 1 a series of both
/// tails, so that neither loses digits.
func betaTails(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Tails {
  guard a > 0, b > 0, a + b < .infinity, !x.isNaN else { return Tails(lower: .nan, upper: .nan) }
  if x <= 0 { return Tails(lower: 0, upper: 1) }
  if y <= 0 { return Tails(lower: 1, upper: 0) }
  if x * (a + b + 2) > a + 1 { return nearerBetaTails(b, a, y, x).mirrored }
  return nearerBetaTails(a, b, x, y)
}

/// The tails for an x on the lower side.
private func nearerBetaTails(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Tails {
  if a < 1 { return betaTailsOfSmallParameter(a, b, x) }
  let lower = betaFront(a, b, x, y) / a * betaFraction(a, b, x)
  return Tails(lower: lower, upper: 1 - lower)
}

/// x^a y^b/B(a, b), by Loader's deviances so that large parameters lose no digits.
func betaFront(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
  if a < 1 || b < 1 {
    let logX = x > 0.5 ? logOnePlus(-y) : naturalLog(x)
    let logY = y > 0.5 ? logOnePlus(-x) : naturalLog(y)
    return exponential(a * logX + b * logY - logBeta(a, b))
  }
  let sum = a + b
  let distance = b * x - a * y
  let deviance =
    deviance(of: sum * x, from: a, distance: distance)
    + deviance(of: sum * y, from: b, distance: -distance)
  return (a / sum * (b * 0x1.45f306dc9c883p-3)).squareRoot()
    * exponential(stirlingRest(sum) - stirlingRest(a) - stirlingRest(b) - deviance)
}

/// The continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method.
private func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
  var c = 1.0
  var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
  var value = d
  var m = 0.0
  while m < 0x1p22 {
    m += 1
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonzero(1 + even * d)
    c = nonzero(1 + even / c)
    value *= c * d
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonzero(1 + odd * d)
    c = nonzero(1 + odd / c)
    let factor = c * d
    value *= factor
    if (factor - 1).magnitude < 0x1p-52 { break }
  }
  return value
}

/// Both tails by x^a/(a·B)·(1 + Σ (1 − b)…(n − b)/n!·xⁿ·a/(a + n)), with e^L − 1 for what is
/// nearly 1.
private func betaTailsOfSmallParameter(_ a: Double, _ b: Double, _ x: Double) -> Tails {
  var sum = 0.0
  var term = 1.0
  var n = 0.0
  while term.magnitude > 0x1p-60 {
    n += 1
    term *= (n - b) / n * x
    sum += term * (a / (a + n))
  }
  let lead = a * naturalLog(x) - (logGammaOnePlus(a) - logGammaRise(from: b, by: a))
  let factor = exponential(lead)
  return Tails(lower: factor * (1 + sum), upper: -exponentialMinusOne(lead) - factor * sum)
}
