import Measures
import Model
import Presentation
import Syntax

/// `experiment`: the questions that the file itself declares.
struct RunExperiments: Command {
  static let word = Wording("experiment", "实验")
  static let usage = Wording("experiment [NAME, …]", "实验 [名称, …]")
  static let help = Wording("runs experiments that the file declares", "运行文件中声明的实验")
  static let examples = ["experiment", "experiment rotation_study"]

  /// Names; empty is all.
  var names: [String] = []

  init(_ arguments: CommandArguments) throws { names = arguments.names }

  init(names: [String]) { self.names = names }

  func perform(in session: inout Session) throws -> Exhibit {
    let study = try session.loaded()
    let all = study.scenario.experiments
    guard !all.isEmpty else {
      throw Complaint(
        Wording("\(study.name) declares no experiment", "\(study.name)没有声明实验"),
        hints: [
          Wording(
            "such as `experiment NAME { compare baseline, brisk; on incidence }`",
            "例如：实验 名称 { 比较 基准, 方案; 结果指标 实际发生率 }")
        ])
    }
    let chosen = try names.isEmpty ? all : names.map(study.experiment)
    var exhibit = Exhibit()
    for (index, experiment) in chosen.enumerated() {
      if index > 0 { exhibit.parts.append(.blank) }
      let own = session.settings.horizon == nil ? study.over(experiment.horizon) : study
      exhibit.append(try answer(experiment, own, &session))
    }
    return exhibit.withRowsTogether
  }

  private func answer(
    _ experiment: Experiment, _ study: Study, _ session: inout Session
  ) throws -> Exhibit {
    let language = session.settings.language
    let asked = try study.metrics(named: experiment.metrics)
    var order = try session.order(for: experiment, in: study)
    order.questions += asked.map(\.question)
    let (results, making) = try session.project(order, in: study)
    var exhibit = Exhibit([
      .line(
        Styled(
          Wording("Experiment \(experiment.label.en)", "实验 \(experiment.label.zh)")[language],
          .strong))
    ])
    if results.count > 1 {
      exhibit.append(
        ComparisonExhibit(
          results: results, metrics: asked, targets: study.targets, making: making, next: [],
          language: language
        ).exhibit)
    } else if let result = results.first {
      exhibit.append(
        RunExhibit(
          result: result, metrics: asked, targets: [], making: making, hasAlerts: false, next: [],
          language: language
        ).exhibit)
    }
    return exhibit
  }
}

extension Session {
  /// What an experiment orders; what the person chose on the command line wins.
  func order(for experiment: Experiment, in study: Study) throws -> Order {
    Order(
      policies: experiment.policies, questions: study.questions,
      runs: settings.runs ?? experiment.runs ?? study.runs,
      draws: settings.runs == nil ? experiment.draws : nil,
      seed: settings.seed ?? experiment.seed ?? study.seed,
      until: try experiment.until.map { wish in
        (try study.metrics(named: [wish.metric])[0].question, .relative(wish.within))
      })
  }
}
