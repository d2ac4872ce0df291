import LineEditor
import Model
import Presentation
import Syntax

/// `edit`: the changes of `current` as a text in the person's editor, read back when it is left.
struct Edit: Command {
  static let word = Wording("edit", "编辑")
  static let usage = Wording("edit", "编辑")
  static let help = Wording(
    "opens the changes of `current` in $EDITOR, as a policy writes them, and reads them back",
    "在 $EDITOR 中以方案的写法编辑“当前”的改动，离开后读回")
  static let examples = ["edit"]

  init(_ arguments: CommandArguments) throws { try arguments.expectNothing(for: Self.word) }

  func perform(in session: inout Session) throws -> Exhibit {
    let study = try session.loaded()
    let language = session.settings.language
    guard session.isInteractive else {
      throw Complaint(Wording("`edit` needs a terminal", "“编辑”需要终端"))
    }
    let before = session.draft ?? Self.text(of: session.overlay, language)
    let after: String
    do {
      after = try ExternalEditor.edit(before)
    } catch {
      throw Self.complaint(of: error)
    }
    let (entries, source) = try Self.entries(of: after, in: &session)
    let (overlay, told) = Self.overlay(of: entries, study)
    guard !told.contains(where: { $0.severity == .error }) else {
      throw session.keepingDraft(
        after, Problematic(diagnostics: told, sources: [source], isTyped: true))
    }
    session.draft = nil
    guard overlay?.entries.map(\.text) != session.overlay?.entries.map(\.text) else {
      return Exhibit(line: Styled(Wording("Nothing was changed.", "没有改动。")[language]))
    }
    session.overlays.append(overlay)
    session.undone = []
    session.hasWarnedOfLeaving = false
    let notes = ProblemsExhibit(diagnostics: told, sources: [source], language: language)
    return Exhibit(notes.parts + (try ShowDifferences(of: "current").perform(in: &session)).parts)
  }

  /// The text that is edited.
  private static func text(of overlay: Overlay?, _ language: Language) -> String {
    let head = Wording(
      "# The changes of `current`, one a line, as a policy writes them:\n"
        + "#   rotation.every = 2 years\n# Save and leave to take them over; without a line there are none.\n",
      "# “当前”的改动，每行一项，写法同方案：\n#   轮岗.周期 = 2年\n# 保存并离开即生效；不写任何一行即没有改动。\n")
    let own = overlay.map { $0.text } ?? ""
    let source = Source(name: PolicyName.current.name, text: own)
    return head[language] + ((try? FormatText.text(of: source, in: nil, declared: [])) ?? own)
  }

  /// The entries of what was written; a text with errors is kept for the next `edit`.
  private static func entries(
    of text: String, in session: inout Session
  ) throws -> (entries: [Entry], source: Source) {
    let source = Source(name: PolicyName.current.name, text: text)
    let parse = parse(source)
    guard !parse.hasErrors else {
      throw session.keepingDraft(
        text, Problematic(diagnostics: parse.diagnostics, sources: [source], isTyped: true))
    }
    return (parse.program.entries, source)
  }

  /// The overlay of all entries, and the problems of each of them.
  private static func overlay(
    of entries: [Entry], _ study: Study
  ) -> (overlay: Overlay?, told: [Diagnostic]) {
    var overlay: Overlay?
    var told: [Diagnostic] = []
    for entry in entries {
      let (next, diagnostics) = study.scenario.overlay(overlay, applying: entry)
      told += diagnostics.filter { !told.contains($0) }
      overlay = next ?? overlay
    }
    return (overlay, told)
  }

  private static func complaint(of failure: ExternalEditor.Failure) -> Complaint {
    switch failure {
    case .noFile:
      Complaint(
        Wording("no file could be made for the editor", "无法为编辑器建立文件"), status: .failed)
    case .noEditor(let command):
      Complaint(
        Wording("`\(command)` did not end well; nothing was changed", "“\(command)”未正常结束；未作改动"),
        hints: [Wording("$EDITOR names the editor", "编辑器由 $EDITOR 指定")], status: .failed)
    }
  }
}

extension Session {
  /// Keeps a text that has problems, so that the next `edit` goes on with it.
  fileprivate mutating func keepingDraft(_ text: String, _ problem: Problematic) -> Problematic {
    draft = text
    var problem = problem
    problem.remedy = Wording(
      "Your text is kept: `edit` goes on with it. `current` is as before.",
      "文本已保留：“编辑” 可继续修改。“当前”未变。")
    return problem
  }
}
