import Presentation
import Syntax

/// `describe`: the scenario in the form in which simulation models are published (ODD: Grimm et al. 2020).
struct Describe: Command {
  static let word = Wording("describe", "描述")
  static let usage = Wording("describe", "描述")
  static let help = Wording(
    "the scenario in the ODD form of published models, with what it leaves unsaid",
    "按发表模型通用的 ODD 格式描述情景，未说明之处也会写明")
  static let examples = ["describe"]

  init(_ arguments: CommandArguments) throws { try arguments.expectNothing(for: Self.word) }

  init() {}

  func perform(in session: inout Session) throws -> Exhibit {
    DescriptionExhibit(
      study: try session.loaded(), runs: session.settings.runs,
      language: session.settings.language
    ).exhibit
  }
}
