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

/// Two draws side by side. A word of either stands in the lower half of 64 bits, where one instruction multiplies
/// both; the upper halves mean nothing. The compiler, left alone, spends half of the time on transposing.
private struct BlockPair: BitwiseCopyable {
  var c0: SIMD4<UInt32>
  var c1: SIMD4<UInt32>
  var c2: SIMD4<UInt32>
  var c3: SIMD4<UInt32>

  /// Two counters.
  @inline(__always)
  init(_ first: Words, _ second: Words) {
    c0 = SIMD4(first.0, 0, second.0, 0)
    c1 = SIMD4(first.1, 0, second.1, 0)
    c2 = SIMD4(first.2, 0, second.2, 0)
    c3 = SIMD4(first.3, 0, second.3, 0)
  }

  /// One round.
  @inline(__always)
  mutating func mix(_ k0: SIMD4<UInt32>, _ k1: SIMD4<UInt32>) {
    let product0 = BlockPair.multiplied(c0, by: 0xD251_1F53)
    let product1 = BlockPair.multiplied(c2, by: 0xCD9E_8D57)
    c0 = BlockPair.upper(product1) ^ c1 ^ k0
    c2 = BlockPair.upper(product0) ^ c3 ^ k1
    c1 = unsafeBitCast(product1, to: SIMD4<UInt32>.self)
    c3 = unsafeBitCast(product0, to: SIMD4<UInt32>.self)
  }

  @inline(__always)
  static func multiplied(_ words: SIMD4<UInt32>, by factor: UInt64) -> SIMD2<UInt64> {
    (unsafeBitCast(words, to: SIMD2<UInt64>.self) & 0xFFFF_FFFF) &* SIMD2(repeating: factor)
  }

  @inline(__always)
  static func upper(_ product: SIMD2<UInt64>) -> SIMD4<UInt32> {
    unsafeBitCast(product &>> 32, to: SIMD4<UInt32>.self)
  }

  /// The two draws.
  @inline(__always)
  var blocks: (Block, Block) {
    (Block((c0[0], c1[0], c2[0], c3[0])), Block((c0[2], c1[2], c2[2], c3[2])))
  }
}

/// Four draws side by side, two in each of two vectors, with the keys of the next round.
private struct BlockGroup: BitwiseCopyable {
  var one: BlockPair
  var other: BlockPair
  var k0: SIMD4<UInt32>
  var k1: SIMD4<UInt32>

  /// One round of all.
  @inline(__always)
  mutating func mix() {
    one.mix(k0, k1)
    other.mix(k0, k1)
    k0 &+= SIMD4(repeating: 0x9E37_79B9)
    k1 &+= SIMD4(repeating: 0xBB67_AE85)
  }

  /// The seven rounds, written out: in a loop a third of the instructions would move registers.
  @inline(__always)
  mutating func finish() {
    mix()
    mix()
    mix()
    mix()
    mix()
    mix()
    mix()
  }
}

/// Draws whose counters are told one by one: four at a time as vectors, and what is left over singly.
@inline(__always)
private func philox4x32(
  key: (UInt32, UInt32), count: Int, into blocks: UnsafeMutablePointer<Block>,
  counter: (Int) -> Words
) {
  let grouped = count & ~3
  var n = 0
  while n < grouped {
    var group = BlockGroup(
      one: BlockPair(counter(n), counter(n &+ 1)),
      other: BlockPair(counter(n &+ 2), counter(n &+ 3)),
      k0: SIMD4(repeating: key.0), k1: SIMD4(repeating: key.1))
    group.finish()
    (blocks[n], blocks[n &+ 1]) = group.one.blocks
    (blocks[n &+ 2], blocks[n &+ 3]) = group.other.blocks
    n &+= 4
  }
  for _ in 0..<count & 3 {
    blocks[n] = Block(philox4x32(key: key, counter: counter(n)))
    n &+= 1
  }
}

/// Many draws of `philox4x32` that differ in the first two words of their counters: the same as one by
/// one, but sooner.
@inline(never)
public func philox4x32(
  key: (UInt32, UInt32), low: UnsafePointer<UInt32>, high: UnsafePointer<UInt32>,
  rest: (UInt32, UInt32), count: Int, into blocks: UnsafeMutablePointer<Block>
) {
  philox4x32(key: key, count: count, into: blocks) { (low[$0], high[$0], rest.0, rest.1) }
}

/// Many draws whose counters follow each other in the last word; otherwise the same.
@inline(never)
public func philox4x32(
  key: (UInt32, UInt32), from counter: Words, count: Int,
  into blocks: UnsafeMutablePointer<Block>
) {
  philox4x32(key: key, count: count, into: blocks) {
    (counter.0, counter.1, counter.2, counter.3 &+ UInt32(truncatingIfNeeded: $0))
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
