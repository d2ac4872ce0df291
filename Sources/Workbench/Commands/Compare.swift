import Presentation
import Syntax

/// `compare`: paired differences of policies from the first.
struct ComparePolicies: Command {
  static let word = Wording("compare", "比较")
  static let usage = Wording("compare POLICY, POLICY, … [on METRIC, …]", "比较 方案, 方案, … [看 指标, …]")
  static let help = Wording(
    "paired differences of each policy from the first, under the same luck",
    "在相同的随机条件下，逐轮配对比较各方案与第一个方案")
  static let examples = ["compare baseline, brisk", "compare baseline, brisk on incidence"]

  /// Names of policies; the others are compared with the first.
  var policies: [String] = []
  /// Names of metrics.
  var metrics: [String] = []

  init(_ arguments: CommandArguments) throws {
    policies = arguments.names
    metrics = arguments.names(after: .on)
  }

  init(policies: [String], metrics: [String]) {
    self.policies = policies
    self.metrics = metrics
  }

  func perform(in session: inout Session) throws -> Exhibit {
    let study = try session.loaded()
    var names = policies
    if names.isEmpty, session.overlay != nil { names = ["baseline", "current"] }
    guard names.count > 1 else {
      throw Complaint(
        Wording("`compare` needs two policies or more", "“比较”至少需要两个方案"),
        hints: [study.policiesHint])
    }
    let asked = try study.metrics(named: metrics)
    let (results, making) = try session.project(
      try session.order(names, asking: asked, in: study), in: study)
    let last = names[names.count - 1]
    let next = [
      Wording("run \(last)", "运行 \(last)"), Wording("help \(asked[0].name)", "帮助 \(asked[0].name)"),
    ]
    return ComparisonExhibit(
      results: results, metrics: asked, targets: study.targets, making: making,
      next: next.map { $0[session.settings.language] }, language: session.settings.language
    ).exhibit
  }
}
