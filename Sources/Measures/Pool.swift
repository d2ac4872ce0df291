import Ledger

/// Observations of times or sizes, pooled over runs.
struct Pool: Sendable, Hashable {
  /// What was observed to its end.
  var ended = Histogram()
  /// Times until which nothing had happened.
  var censored = Histogram()

  static func += (left: inout Pool, right: Pool) {
    left.ended += right.ended
    left.censored += right.censored
  }

  /// What is left without a part.
  func without(_ part: Pool) -> Pool {
    Pool(ended: ended.without(part.ended), censored: censored.without(part.censored))
  }

  /// The number below which a share of the observations ends, in whole units; nil if undefined.
  func quantile(_ share: Double, of measure: Atom.Measure) -> Double? {
    switch measure {
    case .count, .sum: nil
    case .quantile: ended.quantile(share)
    case .survival: survivalTime(share)
    }
  }

  /// The time by which a share has ended by the product-limit curve (Kaplan and Meier 1958), or nil if
  /// the curve does not get there. Within a bin, ends come before censorings, evenly spread.
  func survivalTime(_ share: Double) -> Double? {
    let goal = 1 - min(max(share, 0), 1)
    // The product of rounded factors may just miss a share that it reaches.
    guard let step = steps.first(where: { $0.after <= goal + 1e-12 }) else { return nil }
    let range = Histogram.range(of: step.bin)
    let inside = min(1, max(0, (step.before - goal) / (step.before - step.after)))
    return Double(range.lowerBound) + inside * Double(range.upperBound - range.lowerBound)
  }

  /// The share that has ended by a time, from the same curve.
  func height(at time: Double) -> Double {
    var surviving = 1.0
    for step in steps {
      let range = Histogram.range(of: step.bin)
      let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
      if time < low { break }
      let inside = time >= high ? 1 : (time - low) / (high - low)
      surviving = step.before + inside * (step.after - step.before)
    }
    return 1 - surviving
  }

  /// The steps of the curve: bins with ends, and the share that survives before and after each.
  private var steps: [(bin: Int, before: Double, after: Double)] {
    var steps: [(bin: Int, before: Double, after: Double)] = []
    var atRisk = ended.total + censored.total
    var surviving = 1.0
    var waiting = censored.counts.enumerated().makeIterator()
    var next = waiting.next()
    for (offset, count) in ended.counts.enumerated() where count > 0 {
      let bin = ended.first + offset
      while let (place, lost) = next, censored.first + place < bin {
        atRisk -= lost
        next = waiting.next()
      }
      let after = surviving * (Double(atRisk - count) / Double(atRisk))
      steps.append((bin, surviving, after))
      surviving = after
      atRisk -= count
    }
    return steps
  }
}
