public import Ledger

/// Where policies stand by one question, as far as their paired differences tell. Where neither way is better the
/// fewest come first, as whoever is judged by his record would have it.
///
/// All pairs are judged together: by Holm's step-down procedure the chance that any of them is called
/// different by luck is at most one minus the confidence. From what is decided each policy gets the places
/// that it may hold (confidence sets for ranks: Mogstad, Romano, Shaikh and Wilhelm 2024).
public struct Ranking: Sendable, Hashable {
  /// The places that a policy may hold, from 1.
  public struct Places: Sendable, Hashable {
    /// One more than the policies that are surely better.
    public var best: Int
    /// All but the policies that are surely worse.
    public var worst: Int
  }

  /// The policies, by index, the best value first; equal ones, and those without a value, as they were given.
  public var order: [Int]
  /// What each policy may hold, as they were given.
  public var places: [Places]
  /// Whether a policy is surely better than another one: `isBetter[a][b]`.
  public var isBetter: [[Bool]]

  /// Ranks policies; nil if the samples are not of the same runs.
  public init?(
    of question: Question, in samples: [Sample], better direction: Direction,
    confidence: Double = 0.95
  ) {
    let direction = direction == .neither ? Direction.lower : direction
    let count = samples.count
    let pairs = samples.indices.flatMap { a in ((a + 1)..<count).map { b in (a, b) } }
    guard
      pairs.allSatisfy({ samples[$0.0].runs == samples[$0.1].runs })
    else { return nil }
    let verdicts = Holm.verdicts(of: pairs.count, confidence: confidence) { pair, level in
      let (a, b) = pairs[pair]
      return Contrast(
        [.init(1, question, in: samples[a]), .init(-1, question, in: samples[b])],
        confidence: level
      )?.verdict(better: direction) ?? .undefined
    }
    var isBetter = Array(repeating: Array(repeating: false, count: count), count: count)
    for ((a, b), verdict) in zip(pairs, verdicts) {
      if verdict == .better { isBetter[a][b] = true }
      if verdict == .worse { isBetter[b][a] = true }
    }
    self.isBetter = isBetter
    let better = isBetter
    places = samples.indices.map { policy in
      Places(
        best: 1 + samples.indices.count { better[$0][policy] },
        worst: count - samples.indices.count { better[policy][$0] })
    }
    let sign: Double = direction == .lower ? 1 : -1
    let values = samples.map { sample in
      Linearised(Formula(question, in: sample.sheet), in: sample).map { $0.value * sign }
        ?? .infinity
    }
    order = samples.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  }

  /// Pairs that another ranking of the same policies surely puts the other way round: the first of a pair is
  /// better here.
  public func reversals(in other: Ranking) -> [(better: Int, worse: Int)] {
    isBetter.indices.flatMap { a in
      isBetter.indices.compactMap { b in
        isBetter[a][b] && other.isBetter[b][a] ? (better: a, worse: b) : nil
      }
    }
  }
}
