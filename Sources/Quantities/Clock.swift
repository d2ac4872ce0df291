/// Integer clocks: what is left of a unit-exponential allowance, in units of 2⁻²⁶ of hazard.
///
/// Each month the charge of the cause's hazard is subtracted; the clock rings when the rest falls
/// below zero. Whole numbers make charges commute and split exactly, so that order, threads and
/// shards cannot matter. Source: clock-notes.md 6.
public enum Clock {
  /// The hazard that one unit stands for: 2⁻²⁶.
  @inlinable
  public static var unit: Double { 0x1p-26 }

  /// The greatest charge, a hazard of 8 (a probability of .9997): a clock together with one charge
  /// or refund still fits. What is certain is not a clock.
  @inlinable
  public static var greatestCharge: Int32 { 8 << 26 }

  /// The charge of a hazard, rounded to whole units (halves to even) and capped; what is negative
  /// or NaN charges nothing.
  @inlinable
  public static func charge(hazard: Double) -> Int32 {
    guard hazard > 0 else { return 0 }
    let scaled = min(hazard, 8) * 0x1p26
    return Int32((scaled + 0x1p52) - 0x1p52)
  }

  /// The charge of a monthly probability q, −ln(1 − q).
  public static func charge(probability: Double) -> Int32 {
    probability >= 1 ? greatestCharge : charge(hazard: -logOnePlus(-probability))
  }

  /// When in the month a clock rang, from 0 to 1: what was left before the charge over the charge.
  ///
  /// `left` is what the charge left over, below zero.
  @inlinable @inline(__always)
  public static func time(left: Int32, charge: Int32) -> Double {
    Double(left &+ charge) / Double(charge)
  }
}
