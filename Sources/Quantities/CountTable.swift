/// How many points a Poisson law of a fixed mean gives, by inverting 64 bits of chance.
public struct CountTable: Sendable {
  /// The least count that can occur, to 2⁻⁷⁰ of the most likely one's probability.
  private let least: Int
  /// P(N ≤ least + n), as a share of 2⁶⁴; the last is out of reach.
  private let below: [UInt64]

  /// The table of a mean above 0 and at most some thousands: from the most likely count outwards, without
  /// a special function.
  public init(mean: Double) {
    let mode = floor(mean)
    var shares = [1.0]
    var count = mode
    while count > 0, let share = shares.last, share > 0x1p-70 {
      shares.append(share * count / mean)
      count -= 1
    }
    least = Int(count)
    shares.reverse()
    count = mode
    while let share = shares.last, share > 0x1p-70 {
      count += 1
      shares.append(share * mean / count)
    }
    let total = shares.reduce(0, +)
    var sum = 0.0
    below = shares.map { share in
      sum += share
      let scaled = sum / total * 0x1p64
      return scaled < 0x1p64 ? UInt64(scaled) : .max
    }
  }

  /// The count of a word of 64 bits.
  public func draw(_ word: UInt64) -> Int {
    // A search by halves in which no branch depends on the word.
    var low = 0
    var left = below.count - 1
    while left > 0 {
      let half = (left + 1) / 2
      low &+= below[low &+ half &- 1] <= word ? half : 0
      left &-= half
    }
    return least + low
  }
}
