/// The natural logarithm, within 1 ulp; −∞ at 0, NaN below.
///
/// IEEE + − × ÷ only, so that every processor gives the same bits: x = 2^k·(1 + f) with
/// √½ ≤ 1 + f < √2, and log(1 + f) = 2·artanh(f/(2 + f)).
public func naturalLog(_ x: Double) -> Double {
  guard x > 0 else { return x == 0 ? -.infinity : .nan }
  guard x < .infinity else { return x }
  let (exponent, fraction) = mantissaAndExponent(x)
  return logarithm(exponent: exponent, fraction: fraction, correction: 0)
}

/// log(1 + x), accurate also near 0; −∞ at −1, NaN below.
public func logOnePlus(_ x: Double) -> Double {
  guard x > -1 else { return x == -1 ? -.infinity : .nan }
  guard x < .infinity else { return x }
  if x > -0.25 && x < 0.375 { return logarithm(exponent: 0, fraction: x, correction: 0) }
  let sum = 1 + x
  let lost = x > 1 ? 1 - (sum - x) : x - (sum - 1)
  let (exponent, fraction) = mantissaAndExponent(sum)
  return logarithm(exponent: exponent, fraction: fraction, correction: lost / sum)
}

/// x = 2^exponent·(1 + fraction) with 1 + fraction from √½ to √2; x positive and finite.
func mantissaAndExponent(_ x: Double) -> (exponent: Int, fraction: Double) {
  var bits = x.bitPattern
  var exponent = -1023
  if bits < 1 << 52 {
    bits = (x * 0x1p54).bitPattern
    exponent -= 54
  }
  // Adding this makes the exponent carry exactly when the mantissa exceeds √2.
  let shifted = bits &+ (0x3FF0_0000_0000_0000 &- 0x3FE6_A09E_667F_3BCD)
  exponent += Int(shifted >> 52)
  let mantissa = (shifted & 0xF_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_667F_3BCD
  return (exponent, Double(bitPattern: mantissa) - 1)
}

/// exponent·ln 2 + log(1 + fraction) + correction.
@inline(__always)
private func logarithm(exponent: Int, fraction: Double, correction: Double) -> Double {
  let s = fraction / (2 + fraction)
  let half = 0.5 * fraction * fraction
  let rest = s * (half + artanhRest(s * s))
  if exponent == 0 { return fraction - (half - (rest + correction)) }
  let k = Double(exponent)
  return k * LogOfTwo.high - ((half - (rest + (k * LogOfTwo.low + correction))) - fraction)
}

/// 2·artanh(s)/s − 2 as a function of z = s², for z up to 3 − 2√2 squared (minimax, 2⁻⁵⁴).
@inline(__always)
func artanhRest(_ z: Double) -> Double {
  z
    * polynomial(
      z,
      [
        0x1.5555555555555p-1, 0x1.9999999999a39p-2, 0x1.2492492476ac6p-2, 0x1.c71c72018d701p-3,
        0x1.745cf8f0676c5p-3, 0x1.3b1c39558416fp-3, 0x1.0fbe321091854p-3, 0x1.0c077296f3d64p-3,
      ])
}
