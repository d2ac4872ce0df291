import Ledger
import Model
import Plan
import Quantities
import Syntax
import Vocabulary

/// A scenario that is loaded, as commands use it: names to policies and metrics, plans to run.
struct Study: Sendable {
  /// The file that it was read from.
  let name: String
  /// The texts that the person named, as they stand in their files.
  let own: [Source]
  /// What came of reading.
  let reading: Reading
  /// What it may use.
  let library: Library
  /// The checked scenario.
  let scenario: Scenario
  /// The metrics, as tables show them.
  var metrics: [Measurand]
  /// The targets.
  var targets: [Aim]
  /// What results must satisfy.
  var expectations: [Expectation]
  /// Months simulated.
  var horizon: Int
  /// Names and paths for completion, gathered when they are first wanted.
  let vocabulary = DeclaredWords()

  /// Reads files: the first is the scenario, the others are read on top of it.
  init(paths: [String], rules: String?) throws {
    let path = paths[0]
    let library = try Files(rules: rules).library(for: path)
    let sources = try paths.map(Files.source)
    var reading = read(sources[0], library: library, commands: Commands.heads)
    for other in sources.dropFirst() {
      reading = reading.adding(other, library: library, commands: Commands.heads)
    }
    try self.init(name: path, own: sources, reading, library)
  }

  /// Reads a text as if it stood in the file of its name.
  init(_ source: Source, rules: String? = nil) throws {
    let library = try Files(rules: rules).library(for: source.name)
    try self.init(
      name: source.name, own: [source],
      read(source, library: library, commands: Commands.heads), library)
  }

  private init(name: String, own: [Source], _ reading: Reading, _ library: Library) throws {
    guard let scenario = reading.scenario else {
      throw Problematic(diagnostics: reading.diagnostics, sources: reading.sources)
    }
    self.name = name
    self.own = own
    self.reading = reading
    self.library = library
    self.scenario = scenario
    let metrics = scenario.metrics.map { Measurand($0) }
    self.metrics = metrics
    targets = scenario.targets.map { Aim($0, among: metrics) }
    expectations = scenario.expectations
    horizon = Int(scenario.settings.horizon.number)
  }

  /// The study with further entries on top, in the language in which they are typed.
  func adding(_ source: Source) throws -> Study {
    try Study(
      name: name, own: own,
      reading.adding(source, library: library, commands: Commands.heads), library)
  }

  /// What rows call it: its declared name, or the name of its file without folders and suffix; the same
  /// wherever it lies, and in either language.
  var shortName: String {
    if let declared = scenario.name { return declared }
    let last = name.split(separator: "/").last ?? ""
    return String(last.hasSuffix(".probity") ? last.dropLast(8) : last)
  }
  /// Problems that do not stop it.
  var diagnostics: [Diagnostic] { reading.diagnostics }
  /// The texts, by file number.
  var sources: [Source] { reading.sources }
  /// The declared policies, the baseline first.
  var policies: [PolicyName] {
    scenario.policies.map { PolicyName(name: $0.name, label: $0.label) }
  }
  /// Runs that the scenario asks for.
  var runs: Int { Int(scenario.settings.runs.number) }
  /// Its seed.
  var seed: UInt64 { UInt64(max(0, scenario.settings.seed.number)) }
  /// Whether anything raises alerts.
  var hasAlerts: Bool { scenario.scheme.indicators.contains(where: \.isOn) }

  /// Every question that a table may ask, so that one set of runs answers them all; what is set against the baseline
  /// is asked by name, since it needs a second one.
  var questions: [Question] {
    metrics.map(\.question).filter { !$0.isAgainstBaseline } + targets.map(\.metric.question)
      + (hasAlerts ? AlertsTable.questions(horizon: horizon) : []) + [RunNotes.comesToLight]
      + expectations.filter { $0.experiment == nil }.flatMap {
        ($0.claim.left.questions + $0.claim.right.questions).map(\.question)
      }
  }
}

extension Study {
  /// The metrics of names; without names those that a first look needs.
  func metrics(named names: [String]) throws -> [Measurand] {
    guard names.isEmpty else {
      return try names.map { name in
        guard let found = scenario.metric(name),
          let metric = metrics.first(where: { $0.name == found.name })
        else {
          let known = scenario.metrics.flatMap { [$0.name] + $0.aliases }
          throw Complaint.unknown(
            name, Wording("metric", "指标"), near: Nearest.words(to: name, among: known))
        }
        return metric
      }
    }
    guard !metrics.isEmpty else {
      throw Complaint(
        Wording("\(self.name) asks nothing: it has no metric", "\(self.name)没有任何指标"),
        hints: [Wording("add `use \"metrics\"` to the file", "请在文件中加入：引用 \"metrics\"")])
    }
    let first = Self.usual.compactMap { name in metrics.first { $0.name == name } }
    let own = metrics.filter { metric in
      !first.contains(metric)
        && (targets.contains { $0.metric.name == metric.name }
          || scenario.metric(metric.name)?.isStandard == false)
    }
    let usual = first + own
    return usual.isEmpty ? Array(metrics.prefix(8)) : usual
  }

  /// The standard metrics of a first look.
  private static let usual = [
    "incidence", "finding_rate", "detected_incidence", "latency_median", "verification_rate",
    "rotation_rate", "gross_loss", "net_loss", "total_cost", "loss_plus_cost", "wrong_findings",
  ]

  /// The policy of a name in either language.
  func policy(_ name: String) throws -> Scenario.Policy {
    guard let policy = scenario.policy(name) else {
      let known = scenario.policies.flatMap { [$0.name] + $0.aliases }
      let near = Nearest.words(to: name, among: known)
      let complaint = Complaint.unknown(name, Wording("policy", "方案"), near: near)
      throw near.isEmpty ? Complaint(complaint.message, hints: [policiesHint]) : complaint
    }
    return policy
  }

  /// The policies that there are, as a hint.
  var policiesHint: Wording {
    let names = policies.map(\.name)
    return Wording(
      "there are: \(names.joined(separator: ", "))", "已有：\(names.joined(separator: "、"))")
  }

  /// The experiment of a name.
  func experiment(_ name: String) throws -> Experiment {
    guard let found = scenario.experiments.first(where: { $0.name == name }) else {
      throw Complaint.unknown(
        name, Wording("experiment", "实验"),
        near: Nearest.words(to: name, among: scenario.experiments.map(\.name)))
    }
    return found
  }

  /// The plan of policies in the order asked, with what tables call them.
  func plan(
    of names: [String], overlay: Overlay?
  ) throws -> (plan: Plan, names: [PolicyName]) {
    var found: [PolicyName] = []
    for name in names {
      if PolicyName.isCurrent(name) {
        if let problem = overlay?.unfinished.first {
          throw Complaint(problem.message, hints: problem.hints)
        }
        found.append(.current)
      } else {
        let policy = try self.policy(name)
        found.append(PolicyName(name: policy.name, label: policy.label))
      }
    }
    var plan = scenario.plan(policies: found.map(\.name))
    plan.horizon = horizon
    // Without changes `current` is the baseline under another name.
    let current =
      overlay?.arm
      ?? Arm(name: "current", phases: [.init(from: 1, scheme: plan.scheme)], changes: [])
    let arms = plan.arms + [current]
    plan.arms = found.compactMap { policy in arms.first { $0.name == policy.name } }
    return (plan, found)
  }
}
