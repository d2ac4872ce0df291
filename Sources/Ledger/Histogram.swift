/// How often whole numbers occurred, in log-linear bins: 128 an octave.
///
/// Numbers up to ±255 have bins of their own; above, a bin is at most 1/128 of its numbers wide. Counts
/// are whole, so histograms add in any order to the same result (architecture.md 6.4).
public struct Histogram: Sendable, Hashable {
  /// The bin of the first count.
  public private(set) var first = 0
  /// Counts of the bins from `first` on; neither the first nor the last is 0.
  public private(set) var counts: [Int64] = []
  /// How many numbers.
  public private(set) var total: Int64 = 0

  /// An empty histogram.
  public init() {}

  /// The bin of a number: 0 at 0, growing with it, mirrored below 0.
  @inlinable
  public static func bin(of number: Int64) -> Int {
    guard number >= 0 else { return -bin(of: number == .min ? .max : -number) }
    guard number >= 256 else { return Int(number) }
    let shift = 56 - number.leadingZeroBitCount
    return shift << 7 + Int(number &>> Int64(shift))
  }

  /// The least and the greatest number of a bin.
  public static func range(of bin: Int) -> ClosedRange<Int64> {
    guard bin >= 0 else {
      let mirrored = range(of: -bin)
      return -mirrored.upperBound ... -mirrored.lowerBound
    }
    guard bin >= 256 else { return Int64(bin)...Int64(bin) }
    let shift = bin >> 7 - 1
    let low = Int64(bin - shift << 7) << Int64(shift)
    return low...(low + (1 << Int64(shift) - 1))
  }

  /// Counts a number; `times` at least 0.
  public mutating func add(_ number: Int64, times: Int64 = 1) {
    add(times, toBin: Histogram.bin(of: number))
  }

  /// Adds to the count of a bin.
  public mutating func add(_ times: Int64, toBin bin: Int) {
    guard times > 0 else { return }
    if counts.isEmpty {
      first = bin
      counts = [0]
    } else if bin < first {
      counts.insert(contentsOf: repeatElement(0, count: first - bin), at: 0)
      first = bin
    } else if bin >= first + counts.count {
      counts.append(contentsOf: repeatElement(0, count: bin - first - counts.count + 1))
    }
    counts[bin - first] += times
    total += times
  }

  /// Both together.
  public static func += (left: inout Histogram, right: Histogram) {
    for (offset, count) in right.counts.enumerated() {
      left.add(count, toBin: right.first + offset)
    }
  }

  /// What is left without a part that was added before.
  public func without(_ part: Histogram) -> Histogram {
    var rest = counts
    for (offset, count) in part.counts.enumerated() { rest[part.first + offset - first] -= count }
    var left = Histogram()
    for (offset, count) in rest.enumerated() { left.add(count, toBin: first + offset) }
    return left
  }

  /// The number below or at which a share (0...1) of the numbers lies; nil when there is none.
  ///
  /// Inside a bin the numbers are taken as evenly spread, so the error is below the bin's width.
  public func quantile(_ share: Double) -> Double? {
    guard total > 0 else { return nil }
    let rank = min(max(share, 0), 1) * Double(total)
    var below: Int64 = 0
    for (offset, count) in counts.enumerated() where count > 0 {
      if Double(below + count) >= rank {
        let range = Histogram.range(of: first + offset)
        let inside = max(0, (rank - Double(below)) / Double(count))
        return Double(range.lowerBound)
          + inside * Double(range.upperBound - range.lowerBound)
      }
      below += count
    }
    return Double(Histogram.range(of: first + counts.count - 1).upperBound)
  }
}
