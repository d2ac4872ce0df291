import Model
import SwiftCSV
import Syntax

extension Files {
  /// The table that a text of comma-separated values holds. Blank lines keep their place, so that line n of the
  /// file stays line n.
  static func table(_ text: String) -> TableReading {
    // Within a cell quotation marks are doubled: an odd one out would take all that follows into its cell.
    guard text.count(where: { $0 == "\"" }).isMultiple(of: 2) else {
      return .malformed(Wording("a quotation mark is not closed", "有引号没有闭合"))
    }
    var rows: [[String]] = []
    var columns: [String] = []
    do {
      let values = try EnumeratedCSV(string: text, delimiter: .comma, loadColumns: false)
      columns = values.header.map(trimmed)
      try values.enumerateAsArray(startAt: 1, rowLimit: nil) { row in
        rows.append(row.map(trimmed))
      }
    } catch {
      return .malformed(
        Wording("a quotation mark stands where none can", "引号的位置不对"))
    }
    if let only = columns.first, columns.count == 1,
      let (_, sign) = otherSigns.first(where: { only.contains($0.key) })
    {
      return .malformed(
        Wording(
          "its first line has no comma, and looks separated by \(sign.en)",
          "第一行没有逗号，看来是用\(sign.zh)分隔的"))
    }
    while let last = rows.last, last.allSatisfy(\.isEmpty) { rows.removeLast() }
    if let twice = columns.first(where: { name in columns.count { $0 == name } > 1 }) {
      return .malformed(
        Wording("two columns are called `\(twice)`", "有两列都叫“\(twice)”"))
    }
    for (place, row) in rows.enumerated() where !row.allSatisfy(\.isEmpty) {
      guard row.count == columns.count else {
        return .malformed(
          Wording(
            "line \(place + 2) has \(row.count) \(row.count == 1 ? "cell" : "cells"), and there are "
              + "\(columns.count) \(columns.count == 1 ? "column" : "columns")",
            "第 \(place + 2) 行有 \(row.count) 格，而列数为 \(columns.count)"))
      }
    }
    return .table(
      SourceTable(columns: columns, rows: rows.map { $0.allSatisfy(\.isEmpty) ? [] : $0 }))
  }

  /// What other programs put between cells.
  private static let otherSigns: [(key: Character, sign: Wording)] = [
    (";", Wording("semicolons", "分号")), ("\t", Wording("tabs", "制表符")),
    ("，", Wording("full-width commas", "全角逗号")),
  ]

  private static func trimmed(_ cell: String) -> String {
    String(cell.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
