/// The value of c₀ + c₁z + c₂z² + … by Horner's rule.
///
/// Coefficients stand as hexadecimal literals throughout this module: a decimal literal passes
/// through 80 bits on x86-64 and may round differently there than on other processors.
@inline(__always)
func polynomial<let count: Int>(_ z: Double, _ coefficients: InlineArray<count, Double>) -> Double {
  var sum = coefficients[count - 1]
  var index = count - 2
  while index >= 0 {
    sum = sum * z + coefficients[index]
    index -= 1
  }
  return sum
}

/// Constants of the logarithm to base e; `high` has 42 bits, so that its product with an exponent
/// is exact.
enum LogOfTwo {
  static let high = 0x1.62e42fefa38p-1
  static let low = 0x1.ef35793c7673p-45
  static let inverse = 0x1.71547652b82fep0
}

/// The number times 2^exponent with one rounding, for exponents from −1,200 to 1,100.
@inline(__always)
func scaled(_ number: Double, byTwoTo exponent: Int) -> Double {
  if exponent > 1023 { return number * powerOfTwo(1023) * powerOfTwo(exponent - 1023) }
  if exponent < -1021 { return number * powerOfTwo(exponent + 256) * powerOfTwo(-256) }
  return number * powerOfTwo(exponent)
}

/// 2^exponent for exponents from −1,022 to 1,023.
@inlinable @inline(__always)
public func powerOfTwo(_ exponent: Int) -> Double {
  Double(bitPattern: UInt64(truncatingIfNeeded: exponent + 1023) << 52)
}

/// The exact sum of a product: high + low = a·b (Dekker 1971), for factors below 2^990.
@inline(__always)
func exactProduct(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
  let high = a * b
  let (aHigh, aLow) = halves(a)
  let (bHigh, bLow) = halves(b)
  return (high, ((aHigh * bHigh - high) + aHigh * bLow + aLow * bHigh) + aLow * bLow)
}

/// The number as a sum of two numbers of at most 26 bits each (Veltkamp 1968).
@inline(__always)
private func halves(_ number: Double) -> (Double, Double) {
  let spread = number * 0x1.0000002p27
  let high = spread - (spread - number)
  return (high, number - high)
}
