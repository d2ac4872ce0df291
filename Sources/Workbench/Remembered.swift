import Ledger
import Measures
import Plan

/// Finished runs, so that `run` after `set` computes only what changed.
struct Remembered: Sendable {
  /// What the outcomes of an arm depend on, and nothing else: not its name, not the other arms.
  struct Key: Sendable, Hashable {
    /// The plan without arms.
    let plan: Plan
    /// The arm without its name.
    let arm: Arm
    /// The seed.
    let seed: UInt64
    /// How runs hang together.
    let design: Design

    init(_ plan: Plan, arm: Arm, seed: UInt64, design: Design) {
      var bare = plan
      bare.arms = []
      self.plan = bare
      self.arm = Arm(name: "", phases: arm.phases, changes: arm.changes)
      self.seed = seed
      self.design = design
    }
  }

  /// The outcomes of the runs of an arm from run 0 on, and what was asked of them.
  struct Finished: Sendable {
    /// What was asked.
    let sheet: Sheet
    /// Run by run.
    var outcomes: [Outcome] = []

    /// The first runs as a sample.
    func sample(of count: Int, design: Design) -> Sample {
      var sample = Sample(sheet, design: design)
      for (run, outcome) in outcomes.prefix(count).enumerated() { sample.append(outcome, run: run) }
      return sample
    }
  }

  private var known: [Key: Finished] = [:]

  /// The most atoms that are asked again only because they were asked before.
  private static let most = 4_096

  /// The runs that are known of an arm, if all of the atoms were asked then.
  func finished(_ key: Key, asking atoms: [Atom]) -> Finished? {
    guard let found = known[key], atoms.allSatisfy({ found.sheet.position(of: $0) != nil })
    else { return nil }
    return found
  }

  /// What was asked of an arm before, to be asked again with new questions, so that no answer is forgotten.
  func questions(_ key: Key) -> [Question] {
    guard let sheet = known[key]?.sheet else { return [] }
    let atoms = sheet.sums + sheet.distributions
    return atoms.count > Self.most ? [] : atoms.map { .atom($0) }
  }

  /// Keeps the runs of an arm.
  mutating func keep(_ finished: Finished, for key: Key) { known[key] = finished }

  /// Forgets everything: the texts have changed.
  mutating func forget() { known = [:] }
}
