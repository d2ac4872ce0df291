import Presentation
import Syntax

/// A verb of the workbench: the shell, the prompt, help and completion read the same value.
protocol Command: Sendable {
  /// The word at the prompt and in files.
  static var word: Wording { get }
  /// What may follow the word.
  static var usage: Wording { get }
  /// What it does, in one line.
  static var help: Wording { get }
  /// Entries as one would type them, in English.
  static var examples: [String] { get }

  /// Reads the command from an entry of a file or of the prompt.
  init(_ arguments: CommandArguments) throws

  /// Carries it out and answers with what is to be seen.
  func perform(in session: inout Session) throws -> Exhibit
}

/// Every command of this version.
enum Commands {
  /// In the order of help.
  static let all: [any Command.Type] = [
    RunPolicies.self, ComparePolicies.self, RankPolicies.self, AttributePolicy.self,
    RunExperiments.self, TestExpectations.self,
    CheckTexts.self, SetValue.self, ShowDifferences.self, Undo.self, Redo.self, Reset.self,
    Edit.self, Save.self, Show.self, TraceRun.self, Describe.self, Use.self, FormatText.self,
    Help.self,
    Explain.self, SetLanguage.self,
    ShowHistory.self, Quit.self,
  ]

  /// Every spelling of a head with its canonical word, for reading files.
  static let heads: [String: String] = Dictionary(
    all.flatMap { [($0.word.en, $0.word.en), ($0.word.zh, $0.word.en)] },
    uniquingKeysWith: { first, _ in first })

  /// The command of a head in either language.
  static func named(_ head: String) -> (any Command.Type)? {
    all.first { $0.word.en == head || $0.word.zh == head }
  }
}
