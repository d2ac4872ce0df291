import Ledger
import Measures
import Model
import Presentation
import Syntax

/// `run`: what the runs of policies say to metrics and targets.
struct RunPolicies: Command {
  static let word = Wording("run", "运行")
  static let usage = Wording("run [POLICY, …] [on METRIC, …]", "运行 [方案, …] [看 指标, …]")
  static let help = Wording(
    "runs policies (the baseline, or `current` after `set`) and shows metrics and targets",
    "运行方案（默认基准；“设定”之后为“当前”），显示指标和目标")
  static let examples = ["run", "run brisk", "run baseline on incidence, total_cost"]

  /// Names of policies.
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
    let usual = session.overlay == nil ? "baseline" : "current"
    let asked = try study.metrics(named: metrics)
    let order = try session.order(
      policies.isEmpty ? [usual] : policies, asking: asked, in: study)
    let (results, making) = try session.project(order, in: study)
    var exhibit = Exhibit()
    for (index, result) in results.enumerated() {
      if index > 0 { exhibit.parts.append(.blank) }
      exhibit.append(
        RunExhibit(
          result: result, metrics: asked, targets: metrics.isEmpty ? study.targets : [],
          making: making, hasAlerts: study.hasAlerts && metrics.isEmpty,
          next: next(study, session.settings.language), language: session.settings.language
        ).exhibit)
    }
    return exhibit.withRowsTogether
  }

  private func next(_ study: Study, _ language: Language) -> [String] {
    var steps: [Wording] = []
    if let other = study.policies.dropFirst().first?.name {
      steps.append(Wording("compare baseline, \(other)", "比较 基准, \(other)"))
    }
    if let metric = study.scenario.metric("incidence") {
      let alias = metric.aliases.first ?? metric.name
      steps.append(Wording("show incidence by year", "显示 \(alias) 按 年"))
    }
    steps.append(Wording("help metrics", "帮助 指标"))
    return steps.map { $0[language] }
  }
}

extension Session {
  /// An order of everything that tables may ask of policies, so that later questions are answered from
  /// what is remembered.
  func order(
    _ policies: [String], asking metrics: [Measurand] = [], in study: Study
  ) throws -> Order {
    var order = Order(
      policies: policies,
      questions: study.questions + metrics.map(\.question), runs: settings.runs ?? study.runs,
      draws: nil,
      seed: settings.seed ?? study.seed)
    order.until = try settings.until.map { wish in
      let metric = try study.metrics(named: [wish.metric])[0]
      return (metric.question, .relative(wish.share))
    }
    return order
  }
}
