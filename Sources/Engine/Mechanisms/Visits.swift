import Plan
import Quantities

/// Whom one occurrence of a review desk.visits.
struct Visit {
  /// How the visited are told.
  enum Choice {
    case all
    /// By post: the slots whose rank is below the count.
    case seats([Draw])
    /// By unit.
    case units([Bool])
    /// By seat, ranked by a score.
    case scored([Bool])
  }

  /// The visited slots of a post: a keyed permutation of its slots, cut at a count.
  struct Draw {
    var order: Permutation
    var count: Int
    /// By turn: only ranks ≡ turn (mod turns).
    var turn = 0
    var turns = 1

    @inline(__always)
    func selects(_ slot: Int) -> Bool {
      guard slot < order.count else { return false }
      let rank = order.rank(of: slot)
      return turns > 1 ? rank % turns == turn : rank < count
    }

    /// How many slots are visited.
    var visits: Int {
      turns > 1 ? max(0, (order.count - turn + turns - 1) / turns) : min(count, order.count)
    }

    /// The nth visited slot.
    func slot(_ nth: Int) -> Int { order.item(at: turns > 1 ? turn + nth * turns : nth) }
  }

  let review: Int32
  let choice: Choice
  /// Posts in scope, ascending.
  let posts: [Int]
  /// How many weaknesses it has revealed; nil if it looks for none.
  var weaknesses: Int?

  /// Whether everybody in scope is visited.
  var isFull: Bool {
    if case .all = choice { return true }
    return false
  }

  /// Whether the occurrence visits a seat of its scope.
  @inline(__always)
  func selects(_ seat: Int, _ layout: Layout) -> Bool {
    let post = Int(layout.postOfSeat[seat])
    switch choice {
    case .all: return true
    case .seats(let draws): return draws[post].selects(seat - layout.posts[post].seat0)
    case .units(let chosen): return chosen[layout.posts[post].unit]
    case .scored(let chosen): return chosen[seat]
    }
  }
}

extension Visit {
  /// Whether the occurrence visits a unit of its scope, where units are sampled.
  func selects(unit: Int) -> Bool {
    if case .units(let chosen) = choice { return chosen[unit] }
    return true
  }
}

extension Tables {
  /// A review with a cycle.
  struct Round {
    let review: Int32
    /// Months between two occurrences, and the month of the first.
    let every: Int
    let first: Int
    /// Whether everybody in scope is visited.
    let isFull: Bool
    /// Posts in scope, ascending.
    let posts: [Int]
  }

  /// What every month asks of the reviews with a cycle.
  mutating func foldRounds() {
    rounds = scheme.reviews.indices.compactMap { index in
      let review = scheme.reviews[index]
      guard review.isOn, review.every.number < .infinity else { return nil }
      let every = max(1, Int(review.every.number.rounded()))
      return Round(
        review: Int32(index), every: every,
        first: review.first.number < .infinity ? Int(review.first.number.rounded()) : every,
        isFull: review.covers.number >= 1, posts: review.scope.filter { headcounts[$0] > 0 })
    }
  }
}

/// A keyed permutation of 0..<count: a Feistel network of six rounds, walked along its cycle into the range.
///
/// It gives exactly the wanted number of visits without a pass over the seats.
struct Permutation {
  let count: Int
  private let half: UInt32
  private let mask: UInt32
  /// What each round adds.
  private let keys: SIMD8<UInt32>

  init(_ count: Int, keys: Words) {
    self.count = count
    self.keys =
      SIMD8(keys.0, keys.1, keys.2, keys.3, keys.0, keys.1, 0, 0) &+ SIMD8(0, 1, 2, 3, 4, 5, 0, 0)
    let bits = max(2, Int.bitWidth - max(0, count - 1).leadingZeroBitCount)
    half = UInt32((bits + 1) / 2)
    mask = (1 as UInt32) << half - 1
  }

  /// The place of an item.
  func rank(of item: Int) -> Int {
    var x = UInt32(item)
    repeat { x = rounds(x) } while Int(x) >= count
    return Int(x)
  }

  /// The item at a place.
  func item(at rank: Int) -> Int {
    var x = UInt32(rank)
    repeat { x = inverseRounds(x) } while Int(x) >= count
    return Int(x)
  }

  @inline(__always)
  private func rounds(_ x: UInt32) -> UInt32 {
    var (left, right) = (x &>> half, x & mask)
    left ^= mix(right, keys[0])
    right ^= mix(left, keys[1])
    left ^= mix(right, keys[2])
    right ^= mix(left, keys[3])
    left ^= mix(right, keys[4])
    right ^= mix(left, keys[5])
    return left &<< half | right
  }

  @inline(__always)
  private func inverseRounds(_ x: UInt32) -> UInt32 {
    var (left, right) = (x &>> half, x & mask)
    right ^= mix(left, keys[5])
    left ^= mix(right, keys[4])
    right ^= mix(left, keys[3])
    left ^= mix(right, keys[2])
    right ^= mix(left, keys[1])
    left ^= mix(right, keys[0])
    return left &<< half | right
  }

  @inline(__always)
  private func mix(_ x: UInt32, _ key: UInt32) -> UInt32 {
    var z = (x &+ key) &* 0x9E37_79B1
    z ^= z &>> 15
    z = z &* 0x85EB_CA77
    return (z ^ z &>> 13) & mask
  }
}
