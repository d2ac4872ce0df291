/// Draws from the exponential law of mean 1 by inverting one 32-bit word: −ln((word + ½)/2³²).
///
/// A logarithm of 256 cells and a cubic, built from the project's own `naturalLog`: within 4e-12,
/// never 0, strictly falling in the word. A hot loop takes the table as a parameter or a local
/// `let`; reading it through a class or a global costs more than the draw. Source: luck-notes.md 5,
/// engine-notes.md 2.
public struct ExponentialTable: Sendable {
  /// Of each cell of the mantissa: 1/middle, and the logarithm of the middle.
  @usableFromInline
  struct Cell: Sendable {
    @usableFromInline let inverse: Double
    @usableFromInline let log: Double

    init(_ index: Int) {
      inverse = 1 / (1 + (Double(index) + 0.5) / 256)
      log = -naturalLog(inverse)
    }
  }

  @usableFromInline let cells: [Cell]

  /// Builds the table (4 KB, some microseconds).
  public init() { cells = (0..<256).map(Cell.init) }

  /// −ln((word + ½)/2³²), from 1.16e-10 to 22.9.
  @inlinable @inline(__always)
  public func draw(_ word: UInt32) -> Double {
    let bits = Double(Int64(word) &* 2 &+ 1).bitPattern
    let cell = cells[Int((bits >> 44) & 0xFF)]
    let mantissa = Double(bitPattern: (bits & 0xF_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000)
    let r = mantissa * cell.inverse - 1
    let halvings = Double(1056 &- Int(bits >> 52))
    return halvings * 0x1.62e42fefa39efp-1
      - (cell.log + r * (1 + r * (r * 0x1.5555555555555p-2 - 0.5)))
  }

  /// A clock that nothing has charged yet: `draw` in whole units of `Clock.unit`, rounded down.
  @inlinable @inline(__always)
  public func clock(_ word: UInt32) -> Int32 { Int32(draw(word) * 0x1p26) }

  /// A clock whose owner feels every charge times `factor`: the clock divided by the factor,
  /// saturating (never rings) where it would be longer than a clock can be.
  @inlinable @inline(__always)
  public func clock(_ word: UInt32, factor: Double) -> Int32 {
    let left = draw(word) * 0x1p26 / factor
    return left >= 0 && left < 0x1p31 ? Int32(left) : .max
  }
}
