import Presentation
import Syntax

/// `show`: a stage of what was read, as text.
struct Show: Command {
  static let word = Wording("show", "显示")
  static let usage = Wording("show tree|scenario|plan", "显示 结构|情景|计划")
  static let help = Wording(
    "the text as a tree, the scenario as it was understood, or the plan in canonical numbers",
    "文本的语法结构、读懂后的情景，或以标准单位表示的计划")
  static let examples = ["show tree", "show scenario", "show plan"]

  /// What is shown.
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

  let stage: Stage

  init(_ arguments: CommandArguments) throws {
    guard let name = arguments.names.first else {
      throw Complaint(
        Wording("`show` what?", "“显示”什么？"),
        hints: [Wording("one of: tree, scenario, plan", "可写：结构、情景、计划")])
    }
    stage = try Stage(word: name)
  }

  init(stage: Stage) { self.stage = stage }

  func perform(in session: inout Session) throws -> Exhibit {
    let study = try session.loaded()
    return Exhibit([.preformatted(study.text(of: stage, in: session.settings.language))])
  }
}
