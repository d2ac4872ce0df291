/// What a draw of chance stands for: a 64-bit hash of declared paths and whole numbers.
///
/// Keys are meanings, never positions: adding a post, a risk or a policy moves nobody else's luck.
/// The hash (FNV-1a over UTF-8, then the finaliser of SplitMix64) is part of the results and must
/// not change. Source: model.md, settled details 25 and 26.
public struct Meaning: Sendable, Hashable, BitwiseCopyable {
  /// The hash.
  public var bits: UInt64

  /// A meaning from its hash.
  @inlinable
  public init(bits: UInt64) { self.bits = bits }

  /// The meaning of a declared path, such as `post.clerk` or `risk.bribe`.
  @inlinable
  public init(_ path: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    bits = Meaning.mix(hash)
  }

  /// This meaning together with a whole number; the order of what is joined counts.
  @inlinable @inline(__always)
  public func with(_ number: UInt64) -> Meaning {
    Meaning(bits: Meaning.mix((bits &* 0x9E37_79B9_7F4A_7C15 ^ number) &+ 0x9E37_79B9_7F4A_7C15))
  }

  /// This meaning together with another.
  @inlinable @inline(__always)
  public func with(_ other: Meaning) -> Meaning { with(other.bits) }

  /// This meaning together with that of a path.
  @inlinable
  public func with(_ path: String) -> Meaning { with(Meaning(path)) }

  /// The low and the high word, as Philox counters take them.
  @inlinable @inline(__always)
  public var words: (low: UInt32, high: UInt32) {
    (UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32))
  }

  /// A bijection of 64 bits in which every bit of the argument reaches every bit of the value.
  @inlinable @inline(__always)
  static func mix(_ number: UInt64) -> UInt64 {
    var z = number
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
