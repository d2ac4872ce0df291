import FoundationEssentials
import Model
import Plan
import Presentation
import Syntax
import Vocabulary

/// `save`: keeps the overlay `current` as a policy of the session, or writes the whole as text.
struct Save: Command {
  static let word = Wording("save", "保存")
  static let usage = Wording(
    "save policy NAME [\"Label\", \"标签\"] · save \"FILE\"",
    "保存 方案 名称 [\"Label\", \"标签\"] · 保存 \"文件\"")
  static let help = Wording(
    "keeps the changes of `current` as a policy; or writes the scenario with the policies and all else "
      + "that was declared in the session as a text",
    "把“当前”的改动存为方案；或把情景连同本次声明的方案等写成文本")
  static let examples = ["save policy calm \"Calm\""]

  /// Whether a word is the command's, in either language.
  static func isHead(_ head: String) -> Bool { head == word.en || head == word.zh }

  private enum What {
    case policy(name: String, labels: [String])
    case file(String)
  }
  private let what: What

  init(_ arguments: CommandArguments) throws {
    try arguments.expectClauses(for: Self.word)
    let values = arguments.values
    let strings = values.compactMap { if case .string(let text) = $0.kind { text } else { nil } }
    let words = values.compactMap { if case .path(let path) = $0.kind { path.text } else { nil } }
    if let first = words.first, Kind(word: first) == .policy, words.count == 2, strings.count < 3 {
      what = .policy(name: words[1], labels: strings)
    } else if words.isEmpty, strings.count == 1, !strings[0].isEmpty {
      what = .file(strings[0])
    } else {
      throw Complaint(
        Wording("`save` keeps a policy or writes a file", "“保存”用于保存方案或写出文件"),
        hints: [
          Wording(
            "such as `save policy calm \"Calm\"`, or `save \"mine.probity\"`",
            "例如：保存 方案 calm \"平稳\"，或 保存 \"mine.probity\"")
        ])
    }
  }

  func perform(in session: inout Session) throws -> Exhibit {
    switch what {
    case .policy(let name, let labels): try save(name, labels, in: &session)
    case .file(let path): try write(path, in: &session)
    }
  }

  private func save(
    _ name: String, _ labels: [String], in session: inout Session
  ) throws -> Exhibit {
    guard let overlay = session.overlay else {
      throw Complaint(
        Wording("`current` has no changes to keep", "“当前”没有可保存的改动"),
        hints: [Wording("`set PATH = VALUE` makes one", "“设定 路径 = 值” 作出改动")])
    }
    let language = session.settings.language
    let label = labels.isEmpty ? "" : " " + labels.map(Self.quoted).joined(separator: ", ")
    let text = "\(Kind.policy.word[language]) \(name)\(label) {\n\(overlay.text)}\n"
    try session.keep(text, as: name)
    var exhibit = try ShowDifferences(of: name).perform(in: &session)
    exhibit.parts.append(
      .prose(
        Styled(
          Wording(
            "Kept for this session; `save \"FILE\"` writes it.", "已在本次会话中保存；“保存 \"文件\"” 可写出。")[
              language])))
    return exhibit
  }

  /// A label as the language writes it.
  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n"))\""
  }

  private func write(_ path: String, in session: inout Session) throws -> Exhibit {
    let study = try session.loaded()
    let text = try session.wholeText()
    try verify(text, path, study, rules: session.settings.rules)
    if FileManager.default.fileExists(atPath: path), session.askedToWriteOver != path {
      session.askedToWriteOver = path
      throw Complaint(
        Wording("`\(path)` exists already; nothing was written", "“\(path)”已存在；未写入任何内容"),
        hints: [Wording("the same entry once more writes over it", "再输入一次同样的命令即覆盖")])
    }
    session.askedToWriteOver = nil
    try Files.write(text, to: path, over: true)
    session.noteSaved()
    return answer(path, in: session)
  }

  /// What is written must be readable where it will lie, and say the same.
  private func verify(_ text: String, _ path: String, _ study: Study, rules: String?) throws {
    let names = study.scenario.policies.map(\.name)
    let again: Study
    do {
      again = try Study(Source(name: path, text: text), rules: rules)
    } catch let problematic as Problematic {
      let used = problematic.diagnostics.first { $0.severity == .error }
      throw Complaint(
        Wording("it could not be read there; nothing was written", "写到那里将无法读取；未写入任何内容"),
        hints: [used?.message].compactMap(\.self) + [
          Wording(
            "texts that it uses must lie in the same folder", "它引用的文本须在同一文件夹中")
        ], status: .failed)
    }
    guard again.scenario.plan(policies: names) == study.scenario.plan(policies: names),
      again.scenario.metrics.map(\.question) == study.scenario.metrics.map(\.question)
    else {
      throw Complaint(
        Wording("the text would not say the same; nothing was written", "写出的文本含义会不同；未写入任何内容"),
        status: .failed)
    }
  }

  private func answer(_ path: String, in session: Session) -> Exhibit {
    let language = session.settings.language
    let count = session.declarations.count
    let declared = Wording(
      count == 0
        ? "" : " with \(count) declaration\(count == 1 ? "" : "s") of this session",
      count == 0 ? "" : "，含本次声明 \(count) 项")
    var parts: [Exhibit.Part] = [
      .prose(
        Styled(Wording("Wrote \(path)\(declared.en).", "已写入 \(path)\(declared.zh)。")[language]))
    ]
    if session.hasChangesBesidePolicies {
      let changes = session.overlay?.differences.count ?? 0
      parts.append(
        .prose(
          Styled(
            Wording(
              "Not in it: \(changes) change\(changes == 1 ? "" : "s") of `current`. "
                + "`save policy NAME` first.",
              "不含“当前”的 \(changes) 项改动；可先“保存 方案 名称”。")[language])))
    }
    return Exhibit(parts)
  }
}
