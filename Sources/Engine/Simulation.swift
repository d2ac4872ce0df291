public import Ledger
public import Plan
import Quantities

/// The runs of a plan: give it a run's number, and it puts the rows of every arm into that arm's sink.
///
/// A simulation is a workspace for one thread; its results depend on the plan, the seed and the run alone.
/// With uncertain values the run r = k·I + i takes the outer draw k (model.md 37).
public struct Simulation: Sendable {
  private let plan: Plan
  private let seed: UInt64
  private let logs = ExponentialTable()
  private let layers = Field.Layers()
  private var laws = GammaTables()
  private var workspace = Workspace()
  /// What was made ready for the last outer draw.
  private var prepared: Prepared?

  /// Programs and tables of all arms under one outer draw and one synthetic organisation.
  private struct Prepared {
    let outer: Int
    let headcounts: [[Int]]
    let frame: Frame
    let programs: [Program]
    /// The baseline's, where the warm-up begins and where it ends.
    let first: Tables
    let before: Tables
    let tables: [Tables]
    /// What the rules of each arm ask.
    let books: [RuleBook?]
  }

  /// Makes ready to run a plan, whose first arm is the baseline.
  public init(_ plan: Plan, seed: UInt64) {
    self.plan = plan
    self.seed = seed
  }

  /// Runs every arm and counts: one tally per arm.
  public mutating func run(_ run: Int, outer: Int, into tallies: inout [Tally]) {
    simulate(run, outer: outer, into: &tallies)
  }

  /// Runs every arm and keeps the rows: one ledger per arm.
  public mutating func run(_ run: Int, outer: Int, into ledgers: inout [Ledger]) {
    simulate(run, outer: outer, into: &ledgers)
  }

  private mutating func simulate<S: Sink>(_ run: Int, outer: Int, into sinks: inout [S]) {
    let luck = Luck(seed: seed, run: UInt64(run))
    let prepared = prepare(outer: outer, luck)
    let isCold = plan.start == .cold || prepared.frame.warmUp == 0
    let first = isCold ? 1 : 1 - prepared.frame.warmUp
    // A copy of a simulation works in memory of its own.
    if !isKnownUniquelyReferenced(&workspace) { workspace = Workspace() }
    var begun = Run(
      frame: prepared.frame, luck: luck, tables: prepared.first,
      sink: Silent(keepsLoss: sinks.contains { Wants.outlastingLoss($0) }), month: first,
      state: &workspace.state, desk: &workspace.desk)
    begun.populate(cold: isCold)
    let baseline = prepared.programs[0]
    while begun.month < 1 {
      begun.pass(baseline)
      begun.month += 1
    }
    begun.giveBack(state: &workspace.begun, desk: &workspace.desk)
    let arms = min(prepared.programs.count, sinks.count)
    for arm in 0..<arms {
      // The last arm takes what has begun over instead of copying it.
      if arm == arms - 1 {
        swap(&workspace.state, &workspace.begun)
      } else {
        workspace.state.become(workspace.begun)
      }
      var branch = Run(
        frame: prepared.frame, luck: luck, tables: prepared.before, sink: sinks[arm],
        book: prepared.books[arm], month: 1, state: &workspace.state, desk: &workspace.desk)
      branch.take(over: prepared.tables[arm])
      let (program, horizon) = (prepared.programs[arm], prepared.frame.horizon)
      while branch.month <= horizon {
        branch.pass(program)
        branch.month += 1
      }
      branch.month = horizon
      branch.conclude()
      sinks[arm] = branch.sink.inner
      branch.giveBack(state: &workspace.state, desk: &workspace.desk)
    }
  }

  /// Programs and tables for an outer draw; made again only when the draw or the headcounts change.
  private mutating func prepare(outer: Int, _ luck: Luck) -> Prepared {
    if let prepared, !isDrawn || prepared.outer == outer, !hasChanceHeadcounts { return prepared }
    let draws = Draws(seed: seed, outer: outer)
    let arms =
      plan.arms.isEmpty
      ? [Arm(name: "baseline", phases: [Arm.Phase(from: 1, scheme: plan.scheme)], changes: [])]
      : plan.arms
    let baseline = Arm(
      name: "baseline", phases: [Arm.Phase(from: 1, scheme: plan.scheme)], changes: [])
    let begins = plan.start == .cold ? 1 : 1 - plan.warmUp
    let programs = arms.map { Program($0, of: plan, begins: begins, draws: draws) }
    let warming = Program(baseline, of: plan, begins: begins, draws: draws)
    let (first, before) = (warming.scheme(in: begins), warming.scheme(in: 0))
    // Every scheme that holds at some time: what is laid out is their union.
    let schemes = programs.map { program in
      ([1] + program.turns).map { program.scheme(in: $0) }
    }
    let counts = ([[before]] + schemes).map { $0.map { headcounts(of: $0, luck) } }
    let union = ([[before]] + schemes).flatMap(\.self)
    let posts = union.map(\.posts.count).max() ?? 0
    let highest = (0..<posts).map { post in
      counts.joined().compactMap { post < $0.count ? $0[post] : nil }.max() ?? 0
    }
    let layout = Layout(baseline: plan.scheme, union: union, headcounts: highest)
    let frame = Frame(
      layout: layout, causes: layout.causes, logs: logs, layers: layers,
      warmUp: plan.start == .cold ? 0 : plan.warmUp, horizon: plan.horizon)
    func fold(_ scheme: Scheme) -> Tables {
      Tables(
        scheme, baseline: before, layout: layout, causes: frame.causes,
        headcounts: headcounts(of: scheme, luck), laws: &laws)
    }
    let tables = programs.map { fold($0.scheme(in: 1)) }
    let ended = fold(before)
    let made = Prepared(
      outer: outer, headcounts: counts.map { $0[0] }, frame: frame, programs: programs,
      first: first == before ? ended : fold(first), before: ended, tables: tables,
      books: schemes.map { RuleBook($0, horizon: plan.horizon) })
    prepared = made
    return made
  }

  private var isDrawn: Bool {
    !plan.uncertain.isEmpty
      || plan.arms.contains { arm in
        arm.changes.contains { if case .drawn = $0.amount { true } else { false } }
      }
  }

  private var hasChanceHeadcounts: Bool {
    ([plan.scheme] + plan.arms.flatMap { $0.phases.map(\.scheme) }).contains { scheme in
      scheme.posts.contains { if case .constant = $0.headcount { false } else { true } }
    }
  }

  /// The seats of every post in this run's synthetic organisation.
  private func headcounts(of scheme: Scheme, _ luck: Luck) -> [Int] {
    scheme.posts.map { post in
      guard post.isOn else { return 0 }
      let word = luck.word(.headcount, Meaning(post.path))
      return Int(min(max(0, post.headcount.quantile(uniform(word)).rounded()), 1e6))
    }
  }
}

/// Takes nothing: the warm-up is not reported.
struct Silent: Sink {
  /// Whether somebody will ask for what was lost before.
  let keepsLoss: Bool

  func wants(_ kind: EventKind) -> Bool { false }
  func wants(_ field: EventField, of kind: EventKind) -> Bool {
    keepsLoss && kind == .offences && field == .loss
  }
  mutating func settle(_ row: borrowing Row) {}
}

/// The memory of a simulation, used again from run to run: it means nothing between them.
private final class Workspace: @unchecked Sendable {
  /// The state of the arm at work, and the state in which all arms begin.
  var state = State()
  var begun = State()
  var desk = Desk()
}
