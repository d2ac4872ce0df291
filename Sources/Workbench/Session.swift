import Model
import Presentation
import Syntax
import Vocabulary

/// What a person has loaded, changed and found out; a value, so that `undo` is an assignment.
struct Session: Sendable {
  /// What the person chose.
  var settings: Settings
  /// The scenario that is loaded, or nil.
  var study: Study?
  /// The overlay `current` after each change, the last one holds; nil after `reset`.
  var overlays: [Overlay?] = []
  /// Overlays taken back, the last one last.
  var undone: [Overlay?] = []
  /// Finished runs.
  var remembered = Remembered()
  /// The worst that happened to what was asked.
  var status = ExitStatus.done
  /// Entries of former days, for `history`.
  var history: [String] = []
  /// How many entries were added to the scenario.
  private var entered = 0
  /// Whether somebody sits at a terminal.
  var isInteractive = false
  /// Whether `quit` was typed.
  var isOver = false
  /// Whether leaving with changes was warned of.
  var hasWarnedOfLeaving = false
  /// The scenario as its files say it, before anything was declared.
  private var filed: Study?
  /// What was declared at the prompt, in order.
  private(set) var declarations: [Declared] = []
  /// The texts of the declarations that a file holds.
  private var saved: [String] = []
  /// The changes of `current` that a policy holds.
  private var kept: [Entry] = []
  /// A file that was not written over, because nobody had asked for that yet.
  var askedToWriteOver: String?
  /// A text of `edit` that has problems still.
  var draft: String?

  /// A text that was typed and holds; the name of the policy that it keeps, if it was made by `save`.
  struct Declared: Sendable {
    var source: Source
    var policy: String?
  }

  /// A session without a scenario.
  init(_ settings: Settings) { self.settings = settings }

  /// Whether the session holds what no file does.
  var hasUnsavedChanges: Bool { hasChangesBesidePolicies || unsavedDeclarations > 0 }

  /// Whether `current` holds changes that no policy does.
  var hasChangesBesidePolicies: Bool {
    guard let overlay else { return false }
    return overlay.entries.map(\.text) != kept.map(\.text)
  }

  /// How many texts that were typed no file holds.
  private var unsavedDeclarations: Int {
    declarations.count { !saved.contains($0.source.text) }
  }

  /// What would be lost, and how to keep it.
  var unsaved: Wording {
    var (lost, ways): ([Wording], [Wording]) = ([], [])
    if hasChangesBesidePolicies {
      let count = overlay?.differences.count ?? 0
      lost.append(
        Wording(
          "\(count) change\(count == 1 ? "" : "s") of `current`", "“当前”的 \(count) 项改动"))
      ways.append(Wording("`save policy NAME`", "“保存 方案 名称”"))
    }
    let count = unsavedDeclarations
    if count > 0 {
      lost.append(
        Wording("\(count) declaration\(count == 1 ? "" : "s") of this session", "本次声明 \(count) 项"))
    }
    ways.append(Wording("`save \"FILE\"`", "“保存 \"文件\"”"))
    return Wording(
      "Not saved: \(lost.map(\.en).joined(separator: " and ")). "
        + "\(ways.map(\.en).joined(separator: ", then ")) keeps them; Ctrl-D again leaves.",
      "未保存：\(lost.map(\.zh).joined(separator: "、"))。用\(ways.map(\.zh).joined(separator: "，再"))"
        + "可保留；再按 Ctrl-D 离开。")
  }

  /// Loads a scenario in place of the one before; its problems are thrown if they are errors.
  mutating func load(_ paths: [String]) throws {
    let study = try Study(paths: paths, rules: settings.rules)
    overlays = []
    undone = []
    remembered.forget()
    self.study = study
    declarations = []
    (saved, kept, draft) = ([], [], nil)
  }

  /// Adds declarations to the scenario; the answer says what was added.
  mutating func declare(_ text: String) throws -> Exhibit {
    let study = try loaded()
    if declarations.isEmpty { filed = study }
    let source = newSource(text)
    try readAgain(told(about: source) { try study.adding(source) })
    declarations.append(Declared(source: source))
    hasWarnedOfLeaving = false
    return Exhibit(
      line: Styled(Wording("Noted.", "已记下。")[settings.language]))
  }

  /// Keeps a text as the policy of a name: in place of what `save` kept under it before.
  mutating func keep(_ text: String, as name: String) throws {
    let source = newSource(text)
    let own = Declared(source: source, policy: name)
    var all = declarations
    if let place = all.firstIndex(where: { $0.policy == name }) {
      all[place] = own
    } else {
      all.append(own)
    }
    if declarations.isEmpty { filed = study }
    guard let start = filed else { throw Complaint.noScenario }
    try readAgain(
      told(about: source) { try all.reduce(start) { try $0.adding($1.source) } })
    declarations = all
    kept = overlay?.entries ?? []
    hasWarnedOfLeaving = false
  }

  /// The scenario with all that was declared in the session, in canonical layout.
  func wholeText() throws -> String {
    let files = try loaded().own
    return try (files + declarations.map(\.source)).map {
      try FormatText.text(of: $0, in: nil, declared: [])
    }.joined(separator: "\n")
  }

  /// Takes down that a file holds everything that was declared.
  mutating func noteSaved() { saved = declarations.map(\.source.text) }

  private mutating func newSource(_ text: String) -> Source {
    entered += 1
    return Source(name: "\(Self.entryName) \(entered)", text: text + "\n")
  }

  /// What is read, or the problems of the text that was typed: those of the texts before were told.
  private func told(about source: Source, _ read: () throws -> Study) throws -> Study {
    do {
      return try read()
    } catch let problematic as Problematic {
      let file = problematic.sources.firstIndex { $0.name == source.name }
      let own = problematic.diagnostics.filter { $0.span.file == file }
      throw Problematic(
        diagnostics: own.isEmpty ? problematic.diagnostics : own, sources: problematic.sources,
        isTyped: true)
    }
  }

  /// Takes a scenario over that has more declarations; the changes of `current` are made again, so that
  /// `undo` and `redo` still know them. Of what does not hold now, only that which still fits is kept.
  private mutating func readAgain(_ next: Study) throws {
    let current = try overlay.flatMap { try next.overlay(like: $0) }
    func again(_ overlays: some Sequence<Overlay?>) -> [Overlay?] {
      overlays.compactMap { old -> Overlay?? in
        guard let old else { return .some(nil) }
        return (try? next.overlay(like: old)).map(Optional.some)
      }
    }
    undone = again(undone)
    overlays = overlays.isEmpty ? [] : again(overlays.dropLast()) + [current]
    study = next
  }

  /// The scenario, or a complaint that there is none.
  func loaded() throws -> Study {
    guard let study else { throw Complaint.noScenario }
    return study.over(settings.horizon)
  }

  /// What problems call an entry that was typed.
  static let entryName = "entry"

  /// The entries of a text that was typed; a text with errors is a problem.
  func entries(of text: String) throws -> (entries: [Entry], source: Source) {
    let source = Source(name: Self.entryName, text: text)
    let parse = parse(source)
    guard !parse.hasErrors else {
      throw Problematic(diagnostics: parse.diagnostics, sources: [source], isTyped: true)
    }
    return (parse.program.entries, source)
  }

  /// The answer to an entry: a command is performed, a declaration joins the scenario.
  mutating func answer(to entry: Entry, in source: Source) throws -> Exhibit {
    let head = entry.head.text
    if !Save.isHead(head) { askedToWriteOver = nil }
    // `experiment NAME { … }` declares, `experiment NAME` runs.
    let isDeclaration = entry.block != nil && Kind(word: head) != nil
    if entry.change == nil, entry.head.names.count == 1, !isDeclaration,
      let command = Commands.named(head)
    {
      return try command.init(CommandArguments(entry, in: source)).perform(in: &self)
    }
    if LaterWords.find(head) != nil, Kind(word: head) == nil {
      throw Complaint.unknownOrLater(head, Wording("command", "命令"), among: [])
    }
    guard entry.change != nil || Kind(word: head) != nil else {
      throw Complaint.unknownOrLater(
        head, Wording("command", "命令"), among: Commands.all.map { $0.word },
        hint: Wording("`help` lists the commands", "“帮助” 列出全部命令"))
    }
    guard entry.change == nil else {
      throw Complaint(
        Wording("a change stands after `set`", "改动写在“设定”后面"),
        hints: [
          Wording("`set \(source.text(of: entry.span))`", "设定 \(source.text(of: entry.span))")
        ])
    }
    let answer = try declare(source.text(of: entry.span))
    guard Kind(word: head) == .policy, let name = study?.scenario.policies.last?.name else {
      return answer
    }
    return try ShowDifferences(of: name).perform(in: &self)
  }
}

extension Source {
  /// The text of a stretch.
  func text(of span: Span) -> String {
    let bytes = text.utf8
    let lower = bytes.index(bytes.startIndex, offsetBy: max(0, min(span.lower, bytes.count)))
    let upper = bytes.index(bytes.startIndex, offsetBy: max(0, min(span.upper, bytes.count)))
    return lower < upper ? String(text[lower..<upper]) : ""
  }
}
