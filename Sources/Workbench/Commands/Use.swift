import Presentation
import Syntax

/// `use`: loads a scenario, or adds a text of the rules to the one that is loaded.
struct Use: Command {
  static let word = Wording("use", "引用")
  static let usage = Wording("use \"FILE\" · use \"metrics\"", "引用 \"文件\" · 引用 \"metrics\"")
  static let help = Wording(
    "loads a scenario; with one loaded, adds a file or a text of the rules",
    "载入情景；已载入时，再加入一个文件或规则文本")
  static let examples = ["use \"metrics\""]

  let names: [String]

  init(_ arguments: CommandArguments) throws {
    names = arguments.names
    guard !names.isEmpty else {
      throw Complaint(
        Wording("`use` needs a file", "“引用”需要文件名"),
        hints: [
          Wording(
            "such as `use \"scenarios/binhai.probity\"`",
            "例如：引用 \"scenarios/binhai_zh.probity\"")
        ])
    }
  }

  func perform(in session: inout Session) throws -> Exhibit {
    if session.study == nil {
      try session.load(names)
      return Greeting(session: session).exhibit
    }
    let entry = names.map { "use \"\($0)\"" }.joined(separator: "\n")
    return try session.declare(entry)
  }
}
