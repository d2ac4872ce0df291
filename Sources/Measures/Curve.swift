import Ledger

/// A quantile or survival time with what each group of runs adds to its error.
///
/// The delete-a-group jackknife is taken of the height of the curve at the answer, which is smooth, and
/// carried over to the answer by the slope of the curve between two standard errors of the height
/// (Woodruff 1952): the jackknife of a quantile itself comes out too small unless groups are large. Groups
/// of unequal size as in Busing, Meijer and van der Leeden (1999).
struct Curve {
  /// The answer in the unit of the metric; nil if undefined.
  let value: Double?
  /// What each group that has runs adds to the answer.
  private(set) var leans: [Double] = []

  /// Reads a distribution of a sample.
  init(_ distribution: Int, in sample: Sample) {
    let measure = sample.sheet.distributions[distribution].measure
    let pools = sample.pools(ofDistribution: distribution)
    let whole = pools.reduce(into: Pool()) { $0 += $1 }
    guard let share = measure.share, let answer = whole.quantile(share, of: measure) else {
      value = nil
      return
    }
    value = answer * measure.scale
    let height = whole.height(at: answer)
    let runs = Double(sample.runs.count)
    let heights = sample.groups.map { group, count in
      (runs / Double(count) - 1) * (height - whole.without(pools[group]).height(at: answer))
    }
    let groups = sample.groups
    let error =
      Linearised(
        value: height, parts: heights, weights: groups.map { Double($0.count) },
        clusters: groups.indices.map { $0..<$0 + 1 }, isGrouped: true
      ).standardError ?? 0
    let low = whole.quantile(share - 2 * error, of: measure) ?? answer
    let high = whole.quantile(share + 2 * error, of: measure)
    // A curve that ends before is as steep above the answer as below.
    let width = high.map { $0 - low } ?? 2 * (answer - low)
    // Heights that differ by rounding alone say nothing.
    let slope = error < 1e-12 ? 0 : width / (4 * error) * measure.scale
    leans = heights.map { -$0 * slope }
  }
}

extension Atom.Measure {
  /// The share that a quantile or survival time is asked for.
  fileprivate var share: Double? {
    switch self {
    case .count, .sum: nil
    case .quantile(let share, _), .survival(let share, _): share
    }
  }
}
