import Engine
import Ledger
import Plan
import Support
import Synchronization
import Syntax
import Vocabulary

@testable import Model
@testable import Workbench

/// A version of a shipped scenario, its baseline or one of its policies, in which fields are moved to see whether the
/// rows change. A policy holds from the first month here, and what is uncertain stands at its middle.
final class Version: Sendable {
  let name: String
  let isBaseline: Bool
  private let plan: Plan
  private let seed: UInt64
  /// The numbers that a change can turn, by field, those of all declarations together.
  let dials: [String: [Dial]]
  /// The fields that are written in it, or changed by a path.
  let written: Set<String>
  /// What its rows are as it stands.
  private let reference: Mutex<Course>

  private init(
    _ name: String, _ read: PolicyReader.Read, of scenario: Scenario, seed: UInt64
  ) {
    self.name = name
    self.seed = seed
    isBaseline = read.policy.name == "baseline"
    dials = read.last.dialsByField
    written = read.last.writtenFields.union(
      read.last.fields(read.policy.arm.changes.map(\.dial.path)).values)
    var plan = scenario.plan()
    plan.uncertain = []
    let arm = read.policy.arm
    let whole = changed(arm.phases[arm.phases.count - 1].scheme, arm.changes)
    plan.arms = [Arm(name: arm.name, phases: [.init(from: 1, scheme: whole)], changes: [])]
    self.plan = plan
    reference = Mutex(Course(plan, seed: seed))
  }

  /// All versions of all scenarios, the cheapest first.
  static let all: [Version] = Scenarios.paths.flatMap { path -> [Version] in
    guard let study = try? Study(paths: [path], rules: nil) else { return [] }
    let scenario = study.scenario
    let base = Lowering(scenario.draft, problems: Problems(), currency: scenario.settings.currency)
    base.lowerScheme()
    return PolicyReader(base: base, problems: Problems()).policies().map {
      Version(
        "\(study.shortName) \($0.policy.name)", $0, of: scenario, seed: study.seed)
    }
  }.sorted { $0.cost < $1.cost }

  private var cost: Double {
    let seats = plan.scheme.posts.reduce(0) { $0 + $1.headcount.centre }
    return (seats + 50) * Double(plan.horizon + plan.warmUp)
  }

  /// Whether the rows of one of some runs differ when a scheme holds in place of this one: in the arm alone, where it
  /// has the same posts, or, of a baseline, from the warm-up on.
  func differs(with scheme: Scheme, in runs: Range<Int>) -> Bool {
    var moved = plan
    moved.arms[0].phases[0].scheme = scheme
    if scheme.posts.count == plan.scheme.posts.count, differs(moved, in: runs) { return true }
    guard isBaseline else { return false }
    moved.scheme = scheme
    return differs(moved, in: runs)
  }

  private func differs(_ other: Plan, in runs: Range<Int>) -> Bool {
    var course = Course(other, seed: seed)
    return runs.contains { run in
      course.digests(of: run) != reference.withLock { $0.digests(of: run) }
    }
  }

  /// The scheme as it stands.
  var scheme: Scheme { plan.arms[0].phases[0].scheme }
}

/// The digests of the rows of a plan's arms, run by run, each made when it is first asked for.
struct Course {
  private var simulation: Simulation
  private let arms: Int
  private var digests: [Int: [UInt64]] = [:]

  init(_ plan: Plan, seed: UInt64) {
    simulation = Simulation(plan, seed: seed)
    arms = plan.arms.count
  }

  mutating func digests(of run: Int) -> [UInt64] {
    if let known = digests[run] { return known }
    var ledgers = Array(repeating: Ledger(), count: arms)
    simulation.run(run, outer: 0, into: &ledgers)
    let found = ledgers.map(\.digest)
    digests[run] = found
    return found
  }
}

/// A scheme after the fixed changes of a policy.
private func changed(_ scheme: Scheme, _ changes: [Change]) -> Scheme {
  var scheme = scheme
  for change in changes {
    guard case .fixed(let amount) = change.amount else { continue }
    change.dial.turn(&scheme, to: change.operation.applied(to: change.dial.read(scheme), amount))
  }
  return scheme
}

extension Lowering {
  /// The fields that paths lead to, such as `sanction.weights.form_1`: without the name of the declaration, and the
  /// parameters of a distribution as one.
  fileprivate func fields(_ paths: some Sequence<String>) -> [String: String] {
    let kinds = Dictionary(
      draft.declarations.indices.map {
        (PathResolver.prefix($0, in: draft), draft.declarations[$0].kind)
      }, uniquingKeysWith: { first, _ in first })
    var found: [String: String] = [:]
    for path in paths {
      var prefix = Substring(path)
      while let dot = prefix.lastIndex(of: "."), found[path] == nil {
        prefix = prefix[..<dot]
        guard let kind = kinds[String(prefix)] else { continue }
        let rest = path.dropFirst(prefix.count + 1)
        let first = rest.prefix { $0 != "." }
        let word = first.hasPrefix("shows_") ? "shows" : String(first)
        switch KindEntry.of(kind).row(word)?.shape {
        case .distribution, .readings: found[path] = "\(kind.word.en).\(word)"
        default: found[path] = "\(kind.word.en).\(rest)"
        }
      }
    }
    return found
  }

  fileprivate var dialsByField: [String: [Dial]] {
    var found: [String: [Dial]] = [:]
    for (path, field) in fields(knobPaths) { found[field, default: []] += knobs[path]?.dials ?? [] }
    return found
  }

  /// The fields that declarations write: `risk.rate`, of blocks and lists each word `sanction.weights.form_2`.
  fileprivate var writtenFields: Set<String> {
    Set(
      draft.declarations.flatMap { one in
        one.holding.flatMap { entry -> [String] in
          guard let row = KindEntry.of(one.kind).row(entry.head.text) else { return [] }
          let field = "\(one.kind.word.en).\(row.word.en)"
          let items = Arguments(entry.groups)
          let words: [String]
          switch row.shape {
          case .series(let enumeration, _):
            words = enumeration.values.prefix(items.main.count).map(\.en)
          case .each(let enumeration, _):
            let codes = (entry.block?.entries ?? []).compactMap {
              enumeration.code(of: $0.head.text)
            }
            words = codes.map { enumeration.values[$0].en }
          case .group:
            words = (entry.block?.entries ?? []).compactMap { inner in
              row.children.first { [$0.word.en, $0.word.zh].contains(inner.head.text) }?.word.en
            }
          default: return [field] + items.clauses.map { "\(field).\($0.preposition.rawValue)" }
          }
          return words.map { "\(field).\($0)" }
        }
      })
  }
}
