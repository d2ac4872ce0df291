/// How narrow an interval is wanted.
public enum Precision: Sendable, Hashable {
  /// Half the width is at most this share of the value: `within 3%`.
  case relative(Double)
  /// Half the width is at most this, in the unit of the metric.
  case absolute(Double)

  /// Whether an interval around a value is narrow enough.
  public func isReached(value: Double?, interval: Interval?) -> Bool {
    guard let value, let interval else { return false }
    let half = (interval.high - interval.low) / 2
    switch self {
    case .relative(let share): return half <= share * value.magnitude
    case .absolute(let width): return half <= width
    }
  }
}

/// When to stop running: `until METRIC within 3 %`.
///
/// Intervals are looked at only at planned numbers of runs, which depend on nothing but the plan, so
/// that neither threads nor shards change where a study ends. It ends when the precision was reached at two
/// looks in a row (a guard against lucky narrow intervals: Hoad, Robinson and Davies 2007), or at the cap.
public struct Stopping: Sendable, Hashable {
  /// What to do after a look.
  public enum Decision: Sendable, Hashable {
    /// Run on, up to so many runs in all, then look again.
    case goOn(until: Int)
    /// Every interval is narrow enough.
    case reached
    /// The cap came first.
    case capped
  }

  /// The planned looks: numbers of runs, ascending; the last is the cap.
  public let looks: [Int]
  private var looked = 0
  private var heldBefore = false

  /// Plans looks from the minimum on, each a quarter further than the one before, up to the cap; all of
  /// them whole outer draws of so many inner runs, one draw at least.
  public init(minimum: Int = 40, cap: Int, inner: Int = 1) {
    let inner = max(1, inner)
    let last = max(1, cap / inner)
    var looks = [min(last, max(2, (minimum + inner - 1) / inner))]
    while let draws = looks.last, draws < last {
      looks.append(min(last, draws + max(1, draws / 4)))
    }
    self.looks = looks.map { $0 * inner }
  }

  /// The runs to make before the next look.
  public var next: Int { looks[min(looked, looks.count - 1)] }

  /// Takes a look: whether every precision is reached with the runs made so far.
  public mutating func look(allReached: Bool) -> Decision {
    looked += 1
    if allReached && (heldBefore || looked >= looks.count) { return .reached }
    heldBefore = allReached
    return looked < looks.count ? .goOn(until: looks[looked]) : .capped
  }
}
