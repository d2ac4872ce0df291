import Ledger
import Syntax

/// The language reference, generated from the rows.
public enum Reference {
  /// The reference in both languages, as Markdown.
  public static var markdown: String {
    let title = "# Reference of the language · 语言手册\n\n"
    let notice = "Generated from the rows of Vocabulary by its tests; do not edit.\n"
    return title + notice + part(.en) + part(.zh)
  }

  private static func part(_ language: Language) -> String {
    let heading = Wording("\n# English\n", "\n# 中文\n")[language]
    return heading + kinds(language) + enumerations(language) + events(language)
      + columns(language) + groupings(language) + functions(language) + distributions(language)
      + prepositions(language) + units(language)
  }

  private static func kinds(_ language: Language) -> String {
    KindEntry.all.map { entry in
      let kind = entry.kind
      let intro =
        "\n## \(twin(kind.word, language))\n\n\(kind.help[language])\n\n```\n\(Example.entry(kind.example, language))\n```\n"
      guard !(entry.rows.isEmpty && entry.opening == nil) else { return intro }
      let rows = SchemaRow.all.filter { $0.kind == kind.word }
      return intro + "\n" + header(language) + rows.map { line($0, language) }.joined()
    }.joined()
  }

  private static func header(_ language: Language) -> String {
    Wording(
      "| field | takes | default | bounds | what it is | source | example |\n",
      "| 字段 | 取值 | 默认 | 范围 | 含义 | 依据 | 示例 |\n")[language]
      + "|---|---|---|---|---|---|---|\n"
  }

  private static func line(_ row: SchemaRow, _ language: Language) -> String {
    let required = Wording("required", "必填")[language]
    var takes = row.takes[language]
    for preposition in row.clauses { takes += ", `\(preposition.rawValue)`" }
    if row.isUncertain { takes += " `~`" }
    let cells = [
      twin(row.field, language), takes,
      row.isRequired ? required : row.usually?[language] ?? "–", row.bounds?[language] ?? "–",
      row.help[language], row.source[language], "`\(row.example[language])`",
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
  }

  private static func enumerations(_ language: Language) -> String {
    section(
      Wording("Enumerations", "枚举"),
      Enumerations.all.map { set in
        let words = set.values.map { twin($0, language) }.joined(separator: ", ")
        return "- \(twin(set.name, language)): \(words)\n"
      }, language)
  }

  private static func events(_ language: Language) -> String {
    section(
      Wording("Events", "事件"),
      EventKind.named.map { kind in
        let fields = kind.fields.map { field in
          let hidden = kind.isObservable && !kind.isObservable(field)
          return twin(kind.word(of: field), language) + (hidden ? "°" : "")
        }
        return "- \(twin(kind.word, language))\(kind.isObservable ? "" : "°"): "
          + fields.joined(separator: ", ") + "\n"
      }, language)
      + Wording(
        "\n° is the truth, which no institution sees.\n", "\n° 为真实情况，任何机构都看不到。\n")[language]
  }

  private static func columns(_ language: Language) -> String {
    let intro = Wording(
      "Of `show events` and `trace` as csv and jsonl. A name that begins with `T_` holds the truth.\n\n",
      "“显示 事件”“追踪”输出 csv、jsonl 时的列。以 `T_` 开头的列是实际情况。\n\n")[language]
    let common = EventColumn.common.map { "- `\($0.name)`: \($0.help[language])\n" }
    let own = EventColumn.own.map { column in
      let kinds = column.kinds.map { $0.word[language] }.joined(separator: ", ")
      return "- `\(column.name)`: \(column.word[language]), \(column.values[language]) (\(kinds))\n"
    }
    return section(Wording("Columns of events", "事件的列"), [intro] + common + own, language)
  }

  private static func groupings(_ language: Language) -> String {
    let words = Grouping.all.map { twin($0.word, language) }.joined(separator: ", ")
    return section(Wording("Groupings", "分组"), ["- \(words)\n"], language)
  }

  private static func functions(_ language: Language) -> String {
    section(
      Wording("Functions", "函数"),
      Function.allCases.map {
        "- \(twin($0.word, language)): \($0.help[language]); `\(Example.expression($0.example, language))`\n"
      } + [TableWord.help(language)], language)
  }

  private static func distributions(_ language: Language) -> String {
    section(
      Wording("Distributions", "分布"),
      DistributionFamily.allCases.map {
        "- \(twin($0.word, language)): `\(Example.distribution($0.example, language))`\n"
      }, language)
  }

  private static func prepositions(_ language: Language) -> String {
    section(
      Wording("Reserved words", "保留词"),
      Preposition.allCases.map { preposition in
        let words = Words.reserved.filter {
          $0.word == .preposition(preposition) && $0.language == .zh
        }
        return "- \(preposition.rawValue): \(words.map(\.spelling).joined(separator: ", "))\n"
      }, language)
  }

  private static func units(_ language: Language) -> String {
    section(
      Wording("Units", "单位"),
      UnitWord.allCases.map { unit in
        let words = Words.units.filter { $0.word == unit }
        return "- \(words.map(\.spelling).joined(separator: ", "))\n"
      }, language)
  }

  private static func section(
    _ heading: Wording, _ lines: [String], _ language: Language
  ) -> String {
    "\n## \(heading[language])\n\n" + lines.joined()
  }

  /// The word of the language, and its twin.
  private static func twin(_ word: Wording, _ language: Language) -> String {
    guard word.en != word.zh else { return word.en }
    return language == .en ? "\(word.en) \(word.zh)" : "\(word.zh) \(word.en)"
  }
}
