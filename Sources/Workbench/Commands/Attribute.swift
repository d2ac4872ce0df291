import Model
import Presentation
import Syntax

/// `attribute`: what each clause of a policy is worth, by leaving it out.
struct AttributePolicy: Command {
  static let word = Wording("attribute", "归因")
  static let usage = Wording("attribute POLICY [on METRIC, …]", "归因 方案 [看 指标, …]")
  static let help = Wording(
    "what each clause of a policy is worth: the policy against itself without the clause",
    "方案中每一条的作用：与去掉该条后的方案逐轮配对比较")
  static let examples = ["attribute brisk", "attribute baseline on incidence"]

  /// The policy; the prompt's changes, or else the baseline, unless given.
  var policy: String?
  /// Names of metrics.
  var metrics: [String] = []

  init(_ arguments: CommandArguments) throws {
    try arguments.expectClauses(.on, for: Self.word)
    let names = arguments.names
    guard names.count < 2 else {
      throw Complaint(Wording("one policy at a time", "一次只能看一个方案"))
    }
    policy = names.first
    metrics = arguments.names(after: .on)
  }

  init(policy: String?, metrics: [String]) {
    self.policy = policy
    self.metrics = metrics
  }

  func perform(in session: inout Session) throws -> Exhibit {
    let study = try session.loaded()
    let typed = policy ?? (session.overlay == nil ? "baseline" : "current")
    let declared = PolicyName.isCurrent(typed) ? nil : try study.policy(typed)
    let name = declared?.name ?? PolicyName.current.name
    let clauses =
      declared.map { study.scenario.clauses(of: $0) }
      ?? session.overlay.map { study.scenario.clauses(of: $0) } ?? []
    guard !clauses.isEmpty else {
      throw Complaint(Wording("`\(name)` has no clause to leave out", "“\(name)”没有可去掉的条款"))
    }
    let asked = try study.metrics(named: metrics.isEmpty ? usual(in: study) : metrics)
    let others = clauses.enumerated().compactMap { index, clause in
      clause.rest.map {
        (name: PolicyName(name: "\(name) without \(index + 1)", label: clause.text), arm: $0)
      }
    }
    // The baseline has nothing that it could be compared with as a whole.
    let names = name == "baseline" ? [name] : [name, "baseline"]
    let (results, making) = try session.project(
      try session.order(names, asking: asked, in: study), and: others, in: study)
    return AttributionExhibit(
      policy: results[0], baseline: name == "baseline" ? nil : results[1],
      rests: Array(results.dropFirst(names.count)),
      left: clauses.filter { $0.rest == nil }.map(\.text), metrics: asked, making: making,
      language: session.settings.language
    ).exhibit
  }

  /// What one wants to know of a clause first: what happens, what it does to damage, what it costs.
  private func usual(in study: Study) -> [String] {
    ["incidence", "net_loss", "total_cost"].filter { name in
      study.metrics.contains { $0.name == name }
    }
  }
}
