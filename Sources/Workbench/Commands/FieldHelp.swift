import Model
import Presentation
import Syntax
import Vocabulary

/// What help tells of a field: what it takes, what stands here, its default, and on what that stands.
struct FieldHelp {
  /// The kind, the field, and the part of the field if it is one.
  let kind: Kind
  let row: AnyRow
  let part: AnyRow?
  /// The declaration that is asked about; nil is all of the kind.
  let owner: String?
  /// The scenario that is loaded, and what is changed in it.
  let study: Study?
  let overlay: Overlay?
  /// The language.
  let language: Language

  private var told: AnyRow { part ?? row }

  /// The page.
  var exhibit: Exhibit {
    let other: Language = language == .en ? .zh : .en
    let (own, twin) = (path(in: language), path(in: other))
    let title = Styled(own, .strong) + Styled(own == twin ? "" : " \(twin)")
    var parts: [Exhibit.Part] = [
      .line(title + Styled(" · \(told.shape.wording[language])")),
      .prose(Styled(told.help[language])),
    ]
    if !values.isEmpty {
      let columns: [Table.Column] = [.init(), .init(least: 20), .init(least: 12)]
      parts.append(.table(Table(columns: columns, rows: values, indent: 2)))
    }
    let hang = language == .en ? 11 : 8
    parts.append(
      .prose(
        Styled(Wording("  source   ", "  依据  ")[language] + told.grounds.text(language)),
        hanging: hang))
    parts.append(
      .prose(Styled(Wording("Example    ", "示例    ")[language] + example), hanging: hang))
    if let see { parts.append(.prose(Styled(Wording("See also   ", "另见    ")[language] + see))) }
    return Exhibit(parts)
  }

  private func path(in language: Language) -> String {
    ([kind.word, row.word] + (part.map { [$0.word] } ?? [])).map { $0[language] }
      .joined(separator: ".")
  }

  private var example: String {
    part.map { Example.field($0.example, of: row, in: kind, language) }
      ?? Example.field(row.example, of: kind, language)
  }

  /// Lines of what holds here, what is set, the default and its bounds.
  private var values: [Table.Row] {
    var rows: [Table.Row] = []
    func add(_ name: Wording, _ text: String, _ beside: Table.Cell = .empty) {
      rows.append(.init([.init(Styled(name[language])), .init(Styled(text)), beside]))
    }
    for one in here.prefix(4) { add(Wording("here", "此处"), one.text[language], place(of: one)) }
    if here.count > 4 {
      add(
        Wording("", ""), Wording("and \(here.count - 4) more", "另有 \(here.count - 4) 处")[language])
    }
    for change in changes {
      add(
        Wording("current", "当前"), change.after?[language] ?? "-",
        .init(Styled(change.path[language])))
    }
    var bounds =
      told.bounds.map { Wording("bounds", "范围")[language] + " " + $0[language] }.map { [$0] } ?? []
    if told.isUncertain { bounds.append(Wording("may be uncertain (~)", "可以不确定（~）")[language]) }
    let usual = told.isRequired ? Wording("required", "必填") : told.usually
    if usual != nil || !bounds.isEmpty {
      add(
        Wording("default", "默认"), usual?[language] ?? "-",
        .init(Styled(bounds.joined(separator: " · ")), short: bounds.first.map { Styled($0) }))
    }
    return rows
  }

  private var here: [WrittenField] {
    let all = study?.scenario.written(kind, row.word.en, part: part?.word.en) ?? []
    return all.filter { owner == nil || $0.owner.en == owner }
  }

  /// Whose it is, where it stands, and how good what it cites is.
  private func place(of one: WrittenField) -> Table.Cell {
    guard let study else { return .empty }
    let (file, line) = study.place(of: one.span)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let cited = one.evidence.map { evidence in
      Wording(
        " · \(evidence.name), grade \(evidence.grade.word.en)",
        " · \(evidence.name)，\(evidence.grade.word.zh)级")[language]
    }.joined()
    guard one.owner != kind.word else { return .init(Styled("\(name):\(line)\(cited)")) }
    let owner = one.owner[language]
    return .init(
      Styled("\(owner) · \(name):\(line)\(cited)"), short: Styled("\(owner):\(line)\(cited)"),
      shortest: Styled("\(owner):\(line)"))
  }

  /// What `current` does to the field.
  private var changes: [Difference] {
    let tail = "." + ([row.word.en] + (part.map { [$0.word.en] } ?? [])).joined(separator: ".")
    let owners = here.map(\.owner.en) + [kind.word.en]
    return (overlay?.differences ?? []).filter { difference in
      owners.contains { difference.path.en == $0 + tail }
    }
  }

  private var see: String? {
    let word = kind.word[language]
    let help = Wording("help \(word)", "帮助 \(word)")[language]
    guard study?.scenario.shown(word, in: language) != nil else { return help }
    return help + " · " + Wording("show \(word)", "显示 \(word)")[language]
  }
}
