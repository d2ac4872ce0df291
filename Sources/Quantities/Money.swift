/// Money in whole hundredths of the currency unit: sums are exact, so their order cannot matter.
///
/// Beyond ±9.2e16 units it saturates instead of trapping. Source: model.md, settled detail 32.
public struct Money: Sendable, Hashable, Comparable {
  /// The number of hundredths.
  public var hundredths: Int64

  /// So many hundredths of a unit.
  @inlinable
  public init(hundredths: Int64) { self.hundredths = hundredths }

  /// An amount in currency units, rounded to hundredths, halves to even; NaN is 0.
  @inlinable
  public init(_ units: Double) { self.init(rounding: units * 100) }

  /// A number of hundredths, rounded to a whole one, halves to even; NaN is 0.
  @inlinable
  public init(rounding hundredths: Double) {
    guard hundredths > -0x1p63 else {
      self.hundredths = hundredths.isNaN ? 0 : .min
      return
    }
    guard hundredths < 0x1p63 else {
      self.hundredths = .max
      return
    }
    // Beyond 2⁵² every double is whole; below, adding 2⁵² rounds halves to even (and needs no libm).
    let size = hundredths.magnitude
    let whole = size < 0x1p52 ? (size + 0x1p52) - 0x1p52 : size
    self.hundredths = Int64(hundredths < 0 ? -whole : whole)
  }

  /// Nothing.
  @inlinable
  public static var zero: Money { Money(hundredths: 0) }

  /// The amount in currency units, rounded to a double.
  @inlinable
  public var units: Double { Double(hundredths) / 100 }

  /// The exact sum.
  @inlinable
  public static func + (a: Money, b: Money) -> Money {
    let (sum, overflow) = a.hundredths.addingReportingOverflow(b.hundredths)
    return Money(hundredths: overflow ? (b.hundredths < 0 ? .min : .max) : sum)
  }

  /// The exact difference.
  @inlinable
  public static func - (a: Money, b: Money) -> Money {
    let (rest, overflow) = a.hundredths.subtractingReportingOverflow(b.hundredths)
    return Money(hundredths: overflow ? (b.hundredths < 0 ? .max : .min) : rest)
  }

  /// The opposite amount.
  @inlinable
  public static prefix func - (a: Money) -> Money { zero - a }

  /// A share of an amount, rounded to hundredths, halves to even.
  @inlinable
  public static func * (a: Money, factor: Double) -> Money {
    Money(rounding: Double(a.hundredths) * factor)
  }

  /// Adds an amount.
  @inlinable
  public static func += (a: inout Money, b: Money) { a = a + b }

  /// Takes an amount away.
  @inlinable
  public static func -= (a: inout Money, b: Money) { a = a - b }

  /// The order of amounts.
  @inlinable
  public static func < (a: Money, b: Money) -> Bool { a.hundredths < b.hundredths }
}
