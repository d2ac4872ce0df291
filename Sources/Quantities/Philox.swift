/// The four 32-bit words of one draw.
public typealias Words = (UInt32, UInt32, UInt32, UInt32)

/// Philox4x32-7, the counter generator of Salmon et al. 2011 (Random123): four words that depend
/// on nothing but the key and the counter, so that any draw can be made in any order. Seven rounds are the
/// fewest of which the authors found that they pass all tests of BigCrush; ten are their margin.
@inlinable @inline(__always)
public func philox4x32(key: (UInt32, UInt32), counter: Words) -> Words {
  var (k0, k1) = key
  var (c0, c1, c2, c3) = counter
  for _ in 0..<7 {
    let product0 = 0xD251_1F53 &* UInt64(c0)
    let product1 = 0xCD9E_8D57 &* UInt64(c2)
    c0 = UInt32(truncatingIfNeeded: product1 >> 32) ^ c1 ^ k0
    c2 = UInt32(truncatingIfNeeded: product0 >> 32) ^ c3 ^ k1
    c1 = UInt32(truncatingIfNeeded: product1)
    c3 = UInt32(truncatingIfNeeded: product0)
    k0 = k0 &+ 0x9E37_79B9
    k1 = k1 &+ 0xBB67_AE85
  }
  return (c0, c1, c2, c3)
}

/// The four words of one draw, as they stand in memory.
public struct Block: Sendable, Hashable, BitwiseCopyable {
  /// The first word.
  public var w0: UInt32
  /// The second word.
  public var w1: UInt32
  /// The third word.
  public var w2: UInt32
  /// The fourth word.
  public var w3: UInt32

  /// A block of the words.
  @inlinable @inline(__always)
  public init(_ words: Words) { (w0, w1, w2, w3) = words }
}

/// Many draws of `philox4x32` that differ in the first two words of their counters: the same as one by
/// one, but in a loop of its own, which the compiler turns into vector instructions.
@inline(never)
public func philox4x32(
  key: (UInt32, UInt32), low: UnsafePointer<UInt32>, high: UnsafePointer<UInt32>,
  rest: (UInt32, UInt32), count: Int, into blocks: UnsafeMutablePointer<Block>
) {
  for n in 0..<count {
    blocks[n] = Block(philox4x32(key: key, counter: (low[n], high[n], rest.0, rest.1)))
  }
}

/// Many draws whose counters follow each other in the last word; otherwise the same.
@inline(never)
public func philox4x32(
  key: (UInt32, UInt32), from counter: Words, count: Int,
  into blocks: UnsafeMutablePointer<Block>
) {
  for n in 0..<count {
    let last = counter.3 &+ UInt32(truncatingIfNeeded: n)
    blocks[n] = Block(philox4x32(key: key, counter: (counter.0, counter.1, counter.2, last)))
  }
}

/// The uniform number of a word: (word + ½)/2³², never 0 and never 1.
@inlinable @inline(__always)
public func uniform(_ word: UInt32) -> Double {
  (Double(word) + 0.5) * 0x1p-32
}

/// The threshold of a probability: `word < threshold32(p)` has probability p to 2⁻³².
///
/// A probability of 1 (or above) gives the largest word, which misses 1 by 2⁻³²; what is certain
/// should not be drawn. NaN and what is below 0 give 0.
@inlinable
public func threshold32(_ probability: Double) -> UInt32 {
  guard probability > 0 else { return 0 }
  let scaled = probability * 0x1p32 + 0.5
  return scaled < 0x1p32 ? UInt32(scaled) : .max
}
