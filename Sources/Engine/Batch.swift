import Quantities

/// Draws of one purpose that are asked for one by one and made together: the same words, sooner.
struct Batch: ~Copyable {
  private var low = Column<UInt32>()
  private var high = Column<UInt32>()
  private var blocks = Column<Block>()

  /// How many were asked for.
  @inline(__always)
  var count: Int { low.count }

  /// Forgets what was asked for, keeping the memory.
  @inline(__always)
  mutating func clear() {
    low.clear()
    high.clear()
  }

  /// Asks for the block of a meaning; the nth asked for is the nth drawn.
  @inline(__always)
  mutating func ask(_ meaning: Meaning) {
    let words = meaning.words
    low.append(words.low)
    high.append(words.high)
  }

  /// Takes a count of questions that are put one by one next.
  @inline(__always)
  mutating func makeRoom(_ count: Int) {
    low.makeRoom(count)
    high.makeRoom(count)
  }

  /// Asks for the block of a meaning in its place.
  @inline(__always)
  mutating func ask(_ meaning: Meaning, at place: Int) {
    let words = meaning.words
    low[place] = words.low
    high[place] = words.high
  }

  /// The meaning that the nth block was asked for.
  @inline(__always)
  func meaning(_ n: Int) -> Meaning { Meaning(bits: UInt64(high[n]) << 32 | UInt64(low[n])) }

  /// Draws what was asked for.
  mutating func draw(_ purpose: Purpose, _ luck: Luck, _ index: UInt32 = 0) {
    blocks.makeRoom(low.count)
    philox4x32(
      key: luck.key, low: low.memory, high: high.memory, rest: (index, purpose.rawValue << 24),
      count: low.count, into: blocks.memory)
  }

  /// Draws blocks of one meaning that follow each other.
  @inline(__always)
  mutating func draw(
    _ purpose: Purpose, _ luck: Luck, _ meaning: Meaning, _ index: UInt32, from sub: UInt32,
    count: Int
  ) {
    blocks.makeRoom(count)
    let words = meaning.words
    philox4x32(
      key: luck.key, from: (words.low, words.high, index, purpose.rawValue << 24 | sub),
      count: count, into: blocks.memory)
  }

  /// Lends some of the words of all blocks.
  @inline(__always)
  func withWords(_ words: Range<Int>, _ read: (UnsafePointer<UInt32>) -> Void) {
    precondition(words.lowerBound >= 0 && words.upperBound <= blocks.count &* 4)
    blocks.memory.withMemoryRebound(to: UInt32.self, capacity: blocks.count &* 4) {
      read(UnsafePointer($0) + words.lowerBound)
    }
  }

  /// The words of the nth block.
  @inline(__always)
  subscript(n: Int) -> Words {
    (blocks[n].w0, blocks[n].w1, blocks[n].w2, blocks[n].w3)
  }
}
