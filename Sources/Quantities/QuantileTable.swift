/// A continuous law's quantiles as a table: a word of chance in, a value out, without logarithm.
///
/// 32 knots per octave of probability towards 0 and towards 1, indexed by the exponent and the
/// mantissa of the word's distance from the nearer end, linear in between: the mean errs by about
/// 1e-5, and both tails are kept down to 2⁻³³. Source: engine-notes.md 3.4.
public struct QuantileTable: Sendable, Hashable {
  /// The number of knots of a table: 32 octaves of 32 and an end, on both sides of the median.
  @inlinable
  public static var size: Int { 2050 }

  /// The knots; several tables may be joined into one array, see `value(_:in:at:)`.
  public let knots: [Float]

  /// Tabulates a quantile function: of the probability below the value, or with `upper` of the one
  /// above it. Infinite values become the greatest finite one.
  public init(_ quantile: (_ p: Double, _ upper: Bool) -> Double) {
    var knots: [Float] = []
    knots.reserveCapacity(Self.size)
    for upper in [false, true] {
      for index in 0...1024 {
        let p = scaled(1 + Double(index & 31) / 32, byTwoTo: (index >> 5) - 33)
        let value = Float(quantile(p, upper))
        let limit = Float.greatestFiniteMagnitude
        knots.append(value.isNaN ? value : max(-limit, min(limit, value)))
      }
    }
    self.knots = knots
  }

  /// Tabulates a law.
  public init(_ law: some Law) {
    self.init { p, upper in upper ? law.quantile(upper: p) : law.quantile(p) }
  }

  /// The value of a word; never falls as the word grows, up to the last digit of a Float.
  @inlinable @inline(__always)
  public func value(_ word: UInt32) -> Float { Self.value(word, in: knots, at: 0) }

  /// The value of a word in the table that begins at `start` of joined knots.
  @inlinable @inline(__always)
  public static func value(_ word: UInt32, in knots: [Float], at start: Int) -> Float {
    let upper = word >> 31
    let distance = (word ^ (0 &- upper)) &* 2 &+ 1
    // A double of a whole number: octave, 5 bits of knot, and the place between two knots.
    let bits = Double(distance).bitPattern
    let index = start &+ Int(upper) &* 1025 &+ (Int(bits >> 47) &- 1023 &* 32)
    let place = Float(Int64(bits & 0x7FFF_FFFF_FFFF)) * 0x1p-47
    let knot = knots[index]
    return knot + place * (knots[index &+ 1] - knot)
  }
}
