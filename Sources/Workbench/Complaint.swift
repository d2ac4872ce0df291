import Syntax

/// Why a command cannot be carried out: one fact, and what to do instead.
struct Complaint: Error, Sendable, Hashable {
  /// What is wrong.
  let message: Wording
  /// What to do, in lines.
  let hints: [Wording]
  /// How the program ends outside the prompt.
  let status: ExitStatus

  /// Complains of a wrong use, unless another status is given.
  init(_ message: Wording, hints: [Wording] = [], status: ExitStatus = .wrongUse) {
    self.message = message
    self.hints = hints
    self.status = status
  }
}

/// Problems of a text that stop a command; each with its place.
struct Problematic: Error {
  /// What is wrong.
  let diagnostics: [Diagnostic]
  /// The texts that the places point into, by number.
  let sources: [Source]
  /// Whether it is about an entry that was typed, which needs no count of its problems.
  var isTyped = false
  /// What is said below the problems: what becomes of the text.
  var remedy: Wording?
}

extension Complaint {
  /// A name that stands for nothing of a kind, with the names that are near.
  static func unknown(_ name: String, _ what: Wording, near: [String]) -> Complaint {
    let hints =
      near.isEmpty
      ? []
      : [
        Wording(
          "did you mean \(near.map { "`\($0)`" }.joined(separator: ", "))?",
          "是不是想写\(near.map { "“\($0)”" }.joined(separator: "、"))？")
      ]
    return Complaint(
      Wording("no \(what.en) is called `\(name)`", "没有名为“\(name)”的\(what.zh)"), hints: hints)
  }

  /// A command that needs a scenario where none is loaded.
  static let noScenario = Complaint(
    Wording("no scenario is loaded", "尚未载入情景"),
    hints: [
      Wording(
        "load one: `use \"FILE\"`, or make one: `probity new NAME`",
        "先载入：引用 \"文件\"，或新建：probity new 名称")
    ])
}
