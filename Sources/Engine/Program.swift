import Plan
import Quantities

/// An arm made ready for one outer draw: which scheme holds in which month.
struct Program {
  private let phases: [Arm.Phase]
  private let changes: [Change]
  private let uncertain: [Change]
  private let draws: Draws
  private var scorings = Scorings()
  /// Months at whose beginning something changes, in the warm-up too.
  private(set) var turns: [Int]

  /// An arm of a plan under the values that `~` took in this draw, simulated from some month on.
  init(_ arm: Arm, of plan: Plan, begins: Int, draws: Draws) {
    phases = arm.phases
    changes = arm.changes
    uncertain = plan.uncertain
    self.draws = draws
    var months = Set(phases.map(\.from).filter { $0 > 1 })
    for change in changes {
      if change.from > 1 { months.insert(change.from) }
      for month in 0..<max(change.phaseIn, 0) { months.insert(change.from + month + 1) }
    }
    turns = []
    scorings = Scorings(arm, after: plan.scheme, begins: begins, declared: declared)
    months.formUnion(scorings.months.filter { $0 > begins })
    turns = months.sorted()
  }

  /// The scheme that holds in a month, but for what waits for its first scoring.
  func scheme(in month: Int) -> Scheme {
    var scheme = declared(in: month)
    scorings.wait(&scheme, in: month)
    return scheme
  }

  /// What is declared for a month: the phase, then `~`, then the arm's changes in their order.
  private func declared(in month: Int) -> Scheme {
    var scheme = (phases.last { $0.from <= month } ?? phases[0]).scheme
    for change in uncertain { apply(change, to: &scheme, weight: 1) }
    for change in changes where change.from <= max(month, 1) {
      let weight =
        change.phaseIn == 0
        ? 1 : min(1, Double(max(month, 1) - change.from) / Double(change.phaseIn))
      apply(change, to: &scheme, weight: weight)
    }
    return scheme
  }

  /// Turns a dial; `weight` is how far a phase-in has come.
  private func apply(_ change: Change, to scheme: inout Scheme, weight: Double) {
    let before = change.dial.read(scheme)
    let amount =
      switch change.amount {
      case .fixed(let number): number
      case .drawn(let law): draws.value(of: law, at: change.dial.path)
      }
    let after =
      switch change.operation {
      case .set: amount
      case .add: before + amount
      case .subtract: before - amount
      case .multiply: before * amount
      case .divide: before / amount
      }
    // From "off" (infinity) there is no way in between: the change takes effect at once.
    let value =
      weight < 1 && before.isFinite && after.isFinite
      ? before + weight * (after - before) : weight > 0 || !before.isFinite ? after : before
    change.dial.turn(&scheme, to: value)
  }
}

/// The outer draw k of a plan's uncertain values: one uniform per dial, whatever the policy.
struct Draws {
  let luck: Luck

  /// The values of draw `outer`.
  init(seed: UInt64, outer: Int) {
    luck = Luck(seed: Meaning(bits: seed).with("uncertain").bits, run: UInt64(outer))
  }

  /// What the dial's value is in this draw.
  func value(of law: Distribution, at path: String) -> Double {
    let word = luck.block(.uncertain, Meaning(path))
    // 53 bits: a parameter is drawn once a draw, so its tail may be fine.
    let bits = UInt64(word.0) << 21 | UInt64(word.1 >> 11)
    return law.quantile((Double(bits) + 0.5) * 0x1p-53)
  }
}
