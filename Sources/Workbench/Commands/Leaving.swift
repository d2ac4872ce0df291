import Presentation
import Syntax

/// `lang`: the language of answers.
struct SetLanguage: Command {
  static let word = Wording("lang", "语言")
  static let usage = Wording("lang en|zh", "语言 en|zh")
  static let help = Wording("answers in English or Chinese from now on", "今后用英文或中文回答")
  static let examples = ["lang zh"]

  let language: Language

  init(_ arguments: CommandArguments) throws {
    switch arguments.names {
    case ["en"], ["英文"]: language = .en
    case ["zh"], ["中文"]: language = .zh
    default:
      throw Complaint(
        Wording("`lang` takes en or zh", "“语言”后面写 en 或 zh"),
        hints: [Wording("such as `lang zh`", "例如：语言 en")])
    }
  }

  func perform(in session: inout Session) throws -> Exhibit {
    session.settings.language = language
    return Exhibit(line: Styled(Wording("English from now on.", "今后用中文回答。")[language]))
  }
}

/// `history`: the entries of this and former sessions.
struct ShowHistory: Command {
  static let word = Wording("history", "历史记录")
  static let usage = Wording("history", "历史记录")
  static let help = Wording("entries typed before, the last 30", "以前输入过的内容，最近 30 条")
  static let examples = ["history"]

  init(_ arguments: CommandArguments) throws { try arguments.expectNothing(for: Self.word) }

  func perform(in session: inout Session) throws -> Exhibit {
    let entries = session.history.suffix(30)
    guard !entries.isEmpty else {
      return Exhibit(
        line: Styled(Wording("Nothing yet.", "暂无。")[session.settings.language]))
    }
    return Exhibit(entries.map { .preformatted("  " + $0.replacing("\n", with: "\n  ")) })
  }
}

/// `quit`: ends the session.
struct Quit: Command {
  static let word = Wording("quit", "退出")
  static let usage = Wording("quit", "退出")
  static let help = Wording("ends the session; so does Ctrl-D", "结束；Ctrl-D 亦可")
  static let examples = ["quit"]

  init(_ arguments: CommandArguments) throws { try arguments.expectNothing(for: Self.word) }

  func perform(in session: inout Session) throws -> Exhibit {
    session.isOver = true
    return Exhibit()
  }
}
