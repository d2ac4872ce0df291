import Presentation
import Syntax

/// `rank`: policies in the order of a metric, by the truth and by what the institution sees.
struct RankPolicies: Command {
  static let word = Wording("rank", "排名")
  static let usage = Wording(
    "rank [POLICY, POLICY, …] [on METRIC, …]", "排名 [方案, 方案, …] [看 指标, …]")
  static let help = Wording(
    "policies in order, by the truth and by what the institution sees; says where the two part",
    "按真实情况和机构所见分别排名，并指出两者何时相反")
  static let examples = ["rank", "rank baseline, brisk on incidence"]

  /// Names of policies; all unless given.
  var policies: [String] = []
  /// Names of metrics.
  var metrics: [String] = []

  init(_ arguments: CommandArguments) throws {
    try arguments.expectClauses(.on, for: Self.word)
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
    if names.isEmpty {
      names = study.policies.map(\.name) + (session.overlay == nil ? [] : ["current"])
    }
    guard names.count > 1 else {
      throw Complaint(
        Wording("`rank` needs two policies or more", "“排名”至少需要两个方案"), hints: [study.policiesHint])
    }
    let asked = try measurands(in: study)
    let (results, making) = try session.project(
      try session.order(names, asking: asked, in: study), in: study)
    return RankExhibit(
      results: results, metrics: asked, making: making, language: session.settings.language
    ).exhibit
  }

  /// What is asked, and beside it what it is to be held against: what happens, or what is seen of it.
  private func measurands(in study: Study) throws -> [Measurand] {
    let named = metrics.isEmpty ? [] : try study.metrics(named: metrics)
    let truth = study.metrics.first { $0.name == "incidence" }
    let sight = study.metrics.first { $0.name == "detected_incidence" }
    if named.isEmpty {
      let both = [truth, sight].compactMap(\.self)
      return try both.isEmpty ? Array(study.metrics(named: []).prefix(2)) : both
    }
    let hasBoth = Set(named.map(\.isObservable)).count > 1
    let other = named[0].isObservable ? truth : sight
    return named + (hasBoth ? [] : [other].compactMap(\.self).filter { !named.contains($0) })
  }
}
