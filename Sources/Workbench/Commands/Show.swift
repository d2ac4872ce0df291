import Model
import Presentation
import Syntax

/// `show`: what was declared, as it was understood, or a stage of what was read, as text.
struct Show: Command {
  static let word = Wording("show", "显示")
  static let usage = Wording("show NAME · show tree|scenario|plan", "显示 名称 · 显示 结构|情景|计划")
  static let help = Wording(
    "a declaration with its defaults, or all of a kind; what a policy changes; the text as a tree, "
      + "the scenario as it was understood, or the plan in canonical numbers",
    "一项声明及其默认值，或某一类的全部声明；某个方案的改动；文本的语法结构、读懂后的情景，或以标准单位表示的计划")
  static let examples = [
    "show rotation", "show incidence", "show brisk", "show norms", "show tree", "show scenario",
    "show plan",
  ]

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

  /// Stages and names, in order.
  let words: [String]

  init(_ arguments: CommandArguments) throws {
    words = arguments.names
    guard arguments.terms.count == arguments.entry.groups.flatMap(\.terms).count,
      words.count == arguments.terms.count, arguments.entry.block == nil
    else {
      throw Complaint(
        Wording("`show` takes names only", "“显示”后面只写名称"),
        hints: [Wording("such as `show rotation`", "例如：显示 轮岗")])
    }
    guard !words.isEmpty else {
      throw Complaint(
        Wording("`show` what?", "“显示”什么？"),
        hints: [
          Wording(
            "a declared name, a kind such as `rotation`, or one of: tree, scenario, plan",
            "可写：已声明的名称，类型（如 轮岗），或 结构、情景、计划")
        ])
    }
  }

  init(stage: Stage) { words = [stage.word.en] }

  func perform(in session: inout Session) throws -> Exhibit {
    let study = try session.loaded()
    var exhibit = Exhibit()
    for word in words { exhibit.append(try answer(word, study, &session)) }
    return exhibit
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
    return Stage.allCases.map(\.word) + (study?.scenario.shownWords ?? []) + policies
      + [PolicyName.current.label]
  }
}
