public import Ledger
public import Plan
import Quantities
public import Syntax
public import Vocabulary

/// A checked scenario: everything that its texts say, bound and in canonical numbers.
public struct Scenario: Sendable {
  /// What it says of itself.
  public var settings: ScenarioTerms
  /// Title, or the name of its file.
  public var title: String
  /// Its declared name; nil where it has none.
  public var name: String? {
    let one = draft.indices(.scenario).first.map { draft.declarations[$0] }
    return one.flatMap { $0.name == $0.kind.word.en ? nil : $0.name }
  }
  /// The baseline's scheme.
  public var scheme: Scheme
  /// The `~` values.
  public var uncertain: [Change]
  /// The policies, in order of declaration; the baseline is the first.
  public var policies: [Policy]
  /// The metrics, in order of declaration, those of `rules/` that were used included.
  public var metrics: [Metric]
  /// The norms, as they were judged.
  public var norms: [Norm]
  /// The targets.
  public var targets: [Target]
  /// The expectations.
  public var expectations: [Expectation]
  /// The experiments.
  public var experiments: [Experiment]
  /// The evidence, by order of declaration.
  public var evidence: [Evidence]
  /// The declarations, for further reading and printing.
  let draft: Draft
  /// The baseline's knobs, by path.
  let knobs: [String: Knob]
  /// Canonical paths of the knobs, in order.
  let knobPaths: [String]
  /// Names of policies with their aliases.
  let policyNames: [String: String]

  /// A policy with what tables call it.
  public struct Policy: Sendable, Hashable {
    /// Declared name.
    public var name: String
    /// Other spellings.
    public var aliases: [String]
    /// What tables call it.
    public var label: Wording
    /// What it changes.
    public var arm: Arm
    /// Its differences from the baseline, as the language writes them.
    public var differences: [Difference]
  }

  /// The policy of a name in either language, `baseline` and 基准 included.
  public func policy(_ name: String) -> Policy? {
    let name = policyNames[name] ?? name
    return policies.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// The metric of a name or alias.
  public func metric(_ name: String) -> Metric? {
    metrics.first { $0.name == name } ?? metrics.first { $0.aliases.contains(name) }
  }

  /// The plan of some policies, in the order given, after the baseline; names that no policy has are left
  /// out. The overlay of the prompt is the last arm.
  public func plan(policies names: [String] = [], overlay: Overlay? = nil) -> Plan {
    var plan = Plan()
    plan.horizon = whole(settings.horizon.number)
    plan.start = settings.start
    plan.warmUp = settings.start == .cold ? 0 : whole(settings.warmUp.number)
    plan.scheme = scheme
    plan.uncertain = uncertain
    plan.arms = [Arm(name: "baseline", phases: [.init(from: 1, scheme: scheme)], changes: [])]
    for name in names {
      guard let policy = policy(name), !plan.arms.contains(where: { $0.name == policy.name }) else {
        continue
      }
      plan.arms.append(policy.arm)
    }
    if let overlay { plan.arms.append(overlay.arm) }
    return plan
  }
}

/// What a policy does otherwise, as the language writes it: `rotation.every  3 years -> 1 year`.
public struct Difference: Sendable, Hashable {
  /// What is changed.
  public var path: Wording
  /// The value under the baseline; nil for what is new.
  public var before: Wording?
  /// The value under the policy; nil for what is taken out.
  public var after: Wording?
  /// Months from which it holds, 1 for the start.
  public var from: Int
}

/// What a scheme must satisfy by design, and whether it does.
public struct Norm: Sendable, Hashable {
  /// Declared name.
  public var name: String
  /// What tables call it.
  public var label: Wording
  /// The article, in words.
  public var article: String?
  /// Each requirement with its verdict for the baseline and every policy.
  public var verdicts: [Verdict]

  /// Whether a policy keeps a requirement.
  public struct Verdict: Sendable, Hashable {
    /// The policy.
    public var policy: String
    /// The requirement as written.
    public var requirement: String
    /// Whether it holds.
    public var isKept: Bool
    /// The value found.
    public var found: Wording
  }
}

/// A question to be asked of several policies.
public struct Experiment: Sendable, Hashable {
  /// Declared name.
  public var name: String
  /// What tables call it.
  public var label: Wording
  /// Policies, by canonical name; the first is compared against.
  public var policies: [String]
  /// Metrics, by canonical name; empty means all.
  public var metrics: [String]
  /// Months simulated; nil is the scenario's.
  public var horizon: Int?
  /// Runs; nil is the scenario's.
  public var runs: Int?
  /// Draws of the uncertain values.
  public var draws: Int?
  /// Seed; nil is the scenario's.
  public var seed: UInt64?
  /// Go on until the interval of each metric is that narrow, as a share of its value.
  public var until: [Precision]

  /// A precision to be reached.
  public struct Precision: Sendable, Hashable {
    /// Canonical name of the metric.
    public var metric: String
    /// Half-width of the interval as a share of the value.
    public var within: Double
  }
}

/// A published figure with its source.
public struct Evidence: Sendable, Hashable {
  /// Declared name.
  public var name: String
  /// Where it was published.
  public var citation: String
  /// The figures with their ranges, as written.
  public var values: [Wording]
  /// How good it is.
  public var grade: Grade
  /// Where it can be read.
  public var url: String?
  /// Paths of declarations that cite it.
  public var citedBy: [String]
}

/// An unnamed policy of the prompt: entries that were set, one after another. A value; undo keeps copies.
public struct Overlay: Sendable, Hashable {
  /// The entries, in order.
  public internal(set) var entries: [Entry]
  /// What they do.
  public internal(set) var arm: Arm
  /// Its differences from the baseline.
  public internal(set) var differences: [Difference]
  /// Wholes whose shares do not add up: they are set one by one, so that more must follow before a run.
  public internal(set) var unfinished: [Diagnostic]
}
