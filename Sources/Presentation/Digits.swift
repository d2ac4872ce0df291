/// Decimal writing of doubles: no locale, no library, the same text on every machine.
enum Digits {
  /// 10 to a power, exact from 0 to 22; its reciprocal below.
  static func power(_ exponent: Int) -> Double {
    exponent >= 0 ? powers[min(exponent, 22)] : 1 / powers[min(-exponent, 22)]
  }

  /// The place of the first significant digit: 0 for 1 to 9.99, -1 for 0.1 to 0.99; 0 for zero.
  static func exponent(of value: Double) -> Int {
    let size = abs(value)
    if size == 0 || !size.isFinite { return 0 }
    var exponent = 0
    while exponent < 22, size >= power(exponent + 1) { exponent += 1 }
    while exponent > -22, size < power(exponent) { exponent -= 1 }
    return exponent
  }

  /// The number rounded to a place (half away from zero), with thousands signs: `-1,234.50`.
  static func text(_ value: Double, place: Int) -> String {
    let place = max(-18, min(place, 18))
    let size = abs(value)
    guard
      let units = UInt64(
        exactly: (place < 0 ? size * power(-place) : size / power(place)).rounded())
    else { return value.description }
    let sign = value < 0 && units > 0 ? "-" : ""
    if place >= 0 {
      let zeros = units == 0 ? 0 : place
      return sign + grouped(String(units) + String(repeating: "0", count: zeros))
    }
    let digits = String(units)
    let padded = String(repeating: "0", count: max(0, 1 - place - digits.count)) + digits
    return sign + grouped(String(padded.dropLast(-place))) + "." + padded.suffix(-place)
  }

  /// Whether the digit at a place is zero after rounding.
  static func endsInZero(_ value: Double, place: Int) -> Bool {
    let units = abs(value) * power(-place)
    guard units < 1e15 else { return true }
    return units.rounded().truncatingRemainder(dividingBy: 10) == 0
  }

  /// Whole digits with a comma before every three from the right.
  static func grouped(_ digits: String) -> String {
    let sign = digits.hasPrefix("-") ? "-" : ""
    let bare = Array(digits.dropFirst(sign.count))
    var result = ""
    for (index, digit) in bare.enumerated() {
      if index > 0, (bare.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return sign + result
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
