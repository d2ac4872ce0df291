import Syntax

extension [Diagnostic] {
  /// What is wrong with a declaration from a table is wrong in every row of it: told once, with the first row, and
  /// that it holds for all. What only some rows have is told of each of them. `tables` are those written out, by
  /// file number.
  func toldOnce(in tables: [Int: Source]) -> [Diagnostic] {
    guard !tables.isEmpty else { return self }
    let written = tables.mapValues { WrittenTable($0) }
    var rows: [Fault: Set<Int>] = [:]
    for diagnostic in self {
      guard let (fault, row) = written[diagnostic.span.file]?.place(of: diagnostic) else {
        continue
      }
      rows[fault, default: []].insert(row)
    }
    return compactMap { diagnostic in
      guard let table = written[diagnostic.span.file],
        let (fault, row) = table.place(of: diagnostic), let all = rows[fault], all.count > 1,
        all == table.rows
      else { return diagnostic }
      guard row == all.min() else { return nil }
      return Diagnostic(
        diagnostic.number, diagnostic.severity, diagnostic.message, at: diagnostic.labels,
        hints: diagnostic.hints + [
          Wording("it is so in every row of `\(table.name)`", "“\(table.name)”的每一行都是如此")
        ], edits: diagnostic.edits)
    }
  }
}

/// What makes the problems of two rows the same: what is said, and of which entry.
private struct Fault: Hashable {
  let file: Int
  let number: Int
  let message: Wording
  /// The word with which the entry begins.
  let entry: [UInt8]
}

/// A table that was written out as a text, a row a line.
private struct WrittenTable {
  let name: String
  /// The lines on which a declaration stands.
  let rows: Set<Int>
  private let lines: [ArraySlice<UInt8>]

  init(_ source: Source) {
    name = source.name
    lines = Array(source.text.utf8).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    rows = Set(
      lines.indices.filter { [lines] in
        !lines[$0].isEmpty && lines[$0].first != UInt8(ascii: "#")
      })
  }

  /// The fault that a problem tells, and its row.
  func place(of diagnostic: Diagnostic) -> (Fault, Int)? {
    let span = diagnostic.span
    guard let row = lines.firstIndex(where: { span.lower <= $0.endIndex }) else { return nil }
    let line = lines[row]
    let ends = ";{}".utf8
    let before = line[..<Swift.max(line.startIndex, span.lower)]
    let start = before.lastIndex(where: ends.contains).map { $0 + 1 } ?? line.startIndex
    let word = line[start...].drop { $0 == UInt8(ascii: " ") }
      .prefix { $0 != UInt8(ascii: " ") && !ends.contains($0) }
    return (
      Fault(
        file: span.file, number: diagnostic.number, message: diagnostic.message, entry: Array(word)),
      row
    )
  }
}
