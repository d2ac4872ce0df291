public import Syntax

/// The words of declarations that are written out from a table, `risk points from "risks.csv" { … }`.
public enum TableWord {
  /// The function that takes a cell of the row.
  public static let column = Wording("column", "列")
  /// The column that names what a row declares.
  public static let name = Wording("name", "名称")
  /// The kinds whose declarations can stand in a table.
  public static let kinds: [Kind] = [.risk, .indicator, .post]

  /// What the function does, as a line of the reference.
  static func help(_ language: Language) -> String {
    let words =
      language == .en ? "\(column.en) \(column.zh)" : "\(column.zh) \(column.en)"
    let meaning = Wording(
      "the cell of the row under that heading, where a declaration is written out from a table of the scenario's "
        + "folder; the column `name` names what a row declares, an empty cell leaves its entry out",
      "声明按情景所在文件夹的表格逐行写出时，取该行在此列名下的一格；“名称”一列给出各行声明的名称，空格则略去该条")
    let example = Example.entry(
      "risk points from \"risks.csv\" { at column(post); rate column(rate) per year }", language)
    return "- \(words): \(meaning[language]); `\(example)`\n"
  }

  /// Whether a word is spelled so in either language.
  public static func isColumn(_ word: String) -> Bool { word == column.en || word == column.zh }
}
