/// e^x, within 1 ulp; infinite above 709.78, 0 below −745.13.
///
/// IEEE + − × ÷ only: x = k·ln 2 + r with |r| ≤ ½ ln 2, and a polynomial in r.
public func exponential(_ x: Double) -> Double {
  guard x <= 0x1.62e42fefa39efp9 else { return x.isNaN ? x : .infinity }
  guard x >= -0x1.74910d52d3051p9 else { return 0 }
  let (exponent, rest) = excess(x)
  return scaled(1 + rest, byTwoTo: exponent)
}

/// e^x − 1, accurate also near 0.
public func exponentialMinusOne(_ x: Double) -> Double {
  guard x <= 0x1.62e42fefa39efp9 else { return x.isNaN ? x : .infinity }
  guard x >= -40 else { return -1 }
  let (exponent, rest) = excess(x)
  if exponent == 0 { return rest }
  if exponent > 55 { return scaled(1 + rest, byTwoTo: exponent) - 1 }
  let scale = powerOfTwo(exponent)
  return rest * scale + (scale - 1)
}

/// x = exponent·ln 2 + r, and `rest` = e^r − 1; x within the range of `exponential`.
@inline(__always)
private func excess(_ x: Double) -> (exponent: Int, rest: Double) {
  let exponent = Int(x * LogOfTwo.inverse + (x < 0 ? -0.5 : 0.5))
  let k = Double(exponent)
  let high = x - k * LogOfTwo.high
  let low = k * LogOfTwo.low
  let r = high - low
  let lost = (high - r) - low
  let tail = polynomial(
    r,
    [
      0x1p-1, 0x1.5555555555557p-3, 0x1.5555555555557p-5, 0x1.11111111100bdp-7,
      0x1.6c16c16c15a47p-10, 0x1.a01a01abf881cp-13, 0x1.a01a01a9f7442p-16, 0x1.71de01fd535cdp-19,
      0x1.27e4d3f4d165cp-22, 0x1.af4e560b572dbp-26, 0x1.1f7f6b080fb0cp-29,
    ])
  return (exponent, r + (r * r * tail + lost))
}

/// x^y to a few 1e-16 (relative), as C's `pow`: the logarithm is carried in two doubles.
///
/// A negative x needs a whole y, else NaN; 0^y is 0, 1 or infinite; anything^0 is 1.
public func power(_ x: Double, _ y: Double) -> Double {
  if y == 0 || x == 1 { return 1 }
  if x.isNaN || y.isNaN { return .nan }
  if x < 0 || (x == 0 && x.sign == .minus) {
    guard y.isInfinite || y.isWhole else {
      return x == 0 ? power(0, y) : x.isInfinite ? power(.infinity, y) : .nan
    }
    let size = power(-x, y)
    return y.isWhole && !(y * 0.5).isWhole ? -size : size
  }
  if x == 0 { return y > 0 ? 0 : .infinity }
  if x.isInfinite { return y > 0 ? .infinity : 0 }
  // Every x but 1 has |ln x| > 2⁻⁵³, so beyond this y nothing is left between 0 and infinity.
  if y.magnitude > 0x1p70 { return (x > 1) == (y > 0) ? .infinity : 0 }
  let log = preciseLog(x)
  let product = exactProduct(y, log.high)
  if product.high.magnitude > 1000 { return product.high > 0 ? .infinity : 0 }
  let size = exponential(product.high)
  return size.isInfinite ? size : size + size * (product.low + y * log.low)
}

/// ln x as an unevaluated sum, to about 2⁻⁵⁹ (relative); x positive and finite.
private func preciseLog(_ x: Double) -> (high: Double, low: Double) {
  let (exponent, fraction) = mantissaAndExponent(x)
  let divisor = 2 + fraction
  let divisorLow = fraction - (divisor - 2)
  let s = fraction / divisor
  let back = exactProduct(s, divisor)
  let sLow = (((fraction - back.high) - back.low) - s * divisorLow) / divisor
  let k = Double(exponent)
  let lead = k * LogOfTwo.high
  let high = lead + 2 * s
  let lost = exponent == 0 ? 0 : (lead - high) + 2 * s
  let low = lost + (2 * sLow + s * artanhRest(s * s) + k * LogOfTwo.low)
  let sum = high + low
  return (sum, (high - sum) + low)
}

extension Double {
  /// Whether the number is finite and has no fraction.
  var isWhole: Bool { magnitude >= 0x1p53 ? isFinite : self == Double(Int(self)) }
}
