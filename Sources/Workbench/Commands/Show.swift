import Measures
import Model
import Plan
import Presentation
import Syntax

/// `show`: what was declared, as it was understood; a stage of what was read, as text; the answer to a
/// question, broken down.
struct Show: Command {
  static let word = Wording("show", "显示")
  static let usage = Wording(
    "show NAME · show METRIC by GROUPING [where CONDITION] [of POLICY] · show events [KIND, …] · "
      + "show coverage [of POLICY] · show tree|scenario|plan",
    "显示 名称 · 显示 指标 按 分组 [其中 条件] [属于 方案] · 显示 事件 [事件, …] · 显示 覆盖 [属于 方案] · 显示 结构|情景|计划")
  static let help = Wording(
    "a declaration with its defaults, or all of a kind; what a policy changes; a metric by year, unit, "
      + "risk, colour …; what happened in a run; what acts on each risk point, and the gaps; the text as a tree, the scenario as it was understood, or the plan in canonical "
      + "numbers",
    "一项声明及其默认值，或某一类的全部声明；某个方案的改动；按年、单位、风险点、颜色等分组的指标；一轮中发生的事件；各风险点的措施与空缺；"
      + "文本的语法结构、读懂后的情景，或以标准单位表示的计划")
  static let examples = [
    "show rotation", "show incidence", "show brisk", "show norms", "show incidence by year",
    "show verification_rate by colour, unit of brisk",
    "show incidence by risk where stage = crime", "show count(leads) by source", "show events",
    "show events alerts where colour = red", "show coverage", "show tree", "show scenario",
    "show plan",
  ]

  /// What happened in runs.
  static let events = Wording("events", "事件")

  /// What acts on each risk point.
  static let coverage = Wording("coverage", "覆盖")

  /// A stage of reading.
  enum Stage: String, Sendable, CaseIterable {
    case tree, scenario, plan

    /// The word in both languages.
    var word: Wording {
      switch self {
      case .tree: Wording("tree", "结构")
      case .scenario: Wording("scenario", "情景")
      case .plan: Wording("plan", "计划")
      }
    }

    init(word: String) throws {
      guard let stage = Self.allCases.first(where: { $0.word.en == word || $0.word.zh == word })
      else {
        throw Complaint.unknownOrLater(
          word, Wording("stage", "内容"), among: Self.allCases.map(\.word),
          hint: Wording("one of: tree, scenario, plan", "可写：结构、情景、计划"))
      }
      self = stage
    }
  }

  private enum What {
    /// Stages and names, in order.
    case words([String])
    /// Questions, with how they are broken down.
    case answers(ShowAnswers)
    /// What happened in runs.
    case events(AskedEvents)
    /// What acts on each risk point, of a policy.
    case coverage(String?)
  }
  private let what: What

  init(_ arguments: CommandArguments) throws {
    guard arguments.entry.block == nil, !arguments.values.isEmpty else {
      throw Complaint.nothingToShow
    }
    if let first = arguments.names.first, first == Self.events.en || first == Self.events.zh {
      what = .events(try AskedEvents(arguments, after: 1, for: Self.word))
      return
    }
    if arguments.names.count == 1,
      arguments.names[0] == Self.coverage.en || arguments.names[0] == Self.coverage.zh
    {
      try arguments.expectClauses(.of, for: Self.word)
      what = .coverage(arguments.names(after: .of).first)
      return
    }
    if ShowAnswers.isAsked(arguments) {
      what = .answers(ShowAnswers(arguments: arguments))
      return
    }
    try arguments.expectClauses(for: Self.word)
    what = .words(arguments.names)
  }

  /// What is declared under a name.
  init(named name: String) { what = .words([name]) }

  func perform(in session: inout Session) throws -> Exhibit {
    switch what {
    case .answers(let answers): return try answers.perform(in: &session)
    case .events(let events): return try events.answer(in: &session)
    case .coverage(let policy): return try coverage(of: policy, in: &session)
    case .words(let words):
      let study = try session.loaded()
      var exhibit = Exhibit()
      for word in words { exhibit.append(try answer(word, study, &session)) }
      return exhibit
    }
  }

  private func coverage(of policy: String?, in session: inout Session) throws -> Exhibit {
    let study = try session.loaded()
    let name = policy ?? (session.overlay == nil ? "baseline" : "current")
    let plan = try study.plan(of: [name], overlay: session.overlay).plan
    let scheme = plan.arms.first?.settled ?? plan.scheme
    let coverage = Coverage(scheme)
    guard !coverage.cells.isEmpty else {
      throw Complaint(Wording("there is no risk point", "没有风险点"))
    }
    let activities = Activity.all(scheme)
    var order = try session.order([name], in: study)
    order.questions += coverage.cells.map(Coverage.seen) + activities.map(\.question)
    let (results, making) = try session.project(order, in: study)
    return CoverageExhibit(
      coverage: coverage, activities: activities, scheme: scheme, scenario: study.scenario,
      result: results[0], making: making, language: session.settings.language
    ).exhibit
  }

  private func answer(_ word: String, _ study: Study, _ session: inout Session) throws -> Exhibit {
    let language = session.settings.language
    if let stage = try? Stage(word: word) {
      return Exhibit([.preformatted(study.text(of: stage, in: language))])
    }
    if PolicyName.isCurrent(word) || study.scenario.policy(word) != nil {
      return try ShowDifferences(of: word).perform(in: &session)
    }
    guard let text = study.scenario.shown(word, in: language) else {
      throw Complaint.unknownOrLater(
        word, Wording("declaration", "声明"), among: Self.words(of: study),
        hint: Wording(
          "`show scenario` shows all of them; or one of: tree, plan", "“显示 情景” 显示全部；或写：结构、计划"))
    }
    let norms = study.scenario.norms.filter { $0.name == word }
    let all = ["norm", "norms", "规范"].contains(word) ? study.scenario.norms : norms
    guard !all.isEmpty else { return Exhibit([.preformatted(text)]) }
    let judged = NormsTable(norms: all, language: language)
    return Exhibit([.preformatted(text), .blank, .table(judged.table), .rows(judged.rows)])
  }

  /// What can be shown: stages, then names and kinds.
  static func words(of study: Study?) -> [Wording] {
    let policies = study?.policies.map { Wording($0.name, $0.name) } ?? []
    return Stage.allCases.map(\.word) + [events, coverage] + (study?.scenario.shownWords ?? [])
      + policies
      + [PolicyName.current.label]
  }
}
