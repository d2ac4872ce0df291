import Syntax
import Vocabulary

/// Writes a declaration `from` a table out as a text, one row a line, so that problems show the row that has them.
struct TableRows {
  /// What the declaration says of every row.
  let entry: Entry
  /// What it is called where all rows are meant.
  let name: Name?
  /// The name of the table, and where it stands.
  let file: String
  let span: Span
  /// Where problems go.
  let problems: Problems

  /// A declaration of a kind that can stand in a table, if it names one.
  init?(_ entry: Entry, problems: Problems) {
    guard entry.change == nil, let kind = Kind(head: entry.head.text),
      TableWord.kinds.contains(kind),
      let item = Arguments(entry.groups).clause(.from)?.items.first, let file = item.value.string
    else { return nil }
    self.entry = entry
    self.file = file
    self.problems = problems
    span = item.span
    name = Arguments(entry.groups).main.lazy.compactMap(\.value.path).first?.names.first
  }

  /// The declarations as a text, in which line n is line n of a table without line ends in its cells; nil after
  /// a problem.
  func text(of table: SourceTable) -> String? {
    guard table.rows.contains(where: { !$0.isEmpty }) else {
      problems.report(TableProblem.noRows(file, at: span))
      return nil
    }
    guard let named = [TableWord.name.en, TableWord.name.zh].firstIndex(in: table.columns) else {
      problems.report(TableProblem.noColumn(TableWord.name.en, file, table.columns, at: span))
      return nil
    }
    var lines = ["# " + table.columns.joined(separator: ",").replacing("\n", with: " ")]
    for (place, cells) in table.rows.enumerated() {
      if cells.isEmpty {
        lines.append("")
        continue
      }
      guard let line = try? line(Row(table.columns, cells, place + 2), named: named) else {
        return nil
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A row with the names of its cells.
  private struct Row {
    let columns: [String]
    let cells: [String]
    /// Its line in the table.
    let line: Int

    init(_ columns: [String], _ cells: [String], _ line: Int) {
      (self.columns, self.cells, self.line) = (columns, cells, line)
    }
  }

  /// Why a row or an entry of it is not written out.
  private enum Stop: Error {
    /// An empty cell: what it would say is left out.
    case empty
    /// A problem was told.
    case told
  }

  private func line(_ row: Row, named: Int) throws -> String {
    let own = Name(row.cells[named], span: span)
    guard !own.text.isEmpty else { throw told(.noName(file, row.line, at: span)) }
    // Of two words the second would be lost.
    guard own.text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
      throw told(.notPlain(own.text, file, row.line, at: span))
    }
    var entries = try entry.block.map { try filled($0.entries, row) } ?? []
    if let name {
      let alias = Path([Name("alias", span: span)])
      entries.insert(
        Entry(head: alias, change: nil, groups: [Group(name)], block: nil, span: span), at: 0)
    }
    return Entry(
      head: entry.head, change: nil, groups: [Group(own)],
      block: Block(entries: entries, span: entry.span), span: entry.span
    ).line
  }

  /// Entries with the cells of a row in place of their columns; an empty cell leaves its entry out.
  private func filled(_ entries: [Entry], _ row: Row) throws -> [Entry] {
    try entries.compactMap { entry in
      do {
        var entry = entry
        entry.groups = try filled(entry.groups, row)
        if let inner = entry.block { entry.block?.entries = try filled(inner.entries, row) }
        return entry
      } catch Stop.empty { return nil }
    }
  }

  private func filled(_ groups: [Group], _ row: Row) throws -> [Group] {
    try groups.map { group in
      Group(terms: try group.terms.map { try filled($0, row) }, span: group.span)
    }
  }

  private func filled(_ term: Term, _ row: Row) throws -> Term {
    let kind: Term.Kind =
      switch term.kind {
      case .value(let value): .value(try filled(value, row))
      case .uncertain(let value): .uncertain(try filled(value, row))
      case .clause(let preposition, let spelling, let inner):
        .clause(preposition, spelling: spelling, try filled(inner, row))
      case .change(let path, let sign, let value): .change(path, sign, try filled(value, row))
      case .per: term.kind
      }
    return Term(kind, span: term.span)
  }

  private func filled(_ value: Value, _ row: Row) throws -> Value {
    let kind: Value.Kind =
      switch value.kind {
      case .call(let path, let groups) where TableWord.isColumn(path.text):
        // The cell is printed as it stands, and read again with its row.
        .path(Path([Name(try cell(groups, row, at: value.span), span: value.span)]))
      case .call(let path, let groups): .call(path, try filled(groups, row))
      case .brackets(let groups): .brackets(try filled(groups, row))
      case .prefix(let prefix, let inner): .prefix(prefix, try filled(inner, row))
      case .infix(let left, let sign, let right):
        .infix(try filled(left, row), sign, try filled(right, row))
      case .per(let inner, let amount): .per(try filled(inner, row), amount)
      case .quantity, .point, .string, .path: value.kind
      }
    return Value(kind, span: value.span)
  }

  /// The cell of the column that a call names.
  private func cell(_ groups: [Group], _ row: Row, at span: Span) throws -> String {
    let named = Arguments(groups).main.first?.value
    guard let column = named?.path?.text ?? named?.string else {
      problems.report(
        NameProblem.missingValue(TableWord.column, example: "column(rate)", at: span))
      throw Stop.told
    }
    guard let place = row.columns.firstIndex(of: column) else {
      throw told(.noColumn(column, file, row.columns, at: span))
    }
    guard !row.cells[place].isEmpty else { throw Stop.empty }
    try check(row.cells[place], row, at: span)
    return row.cells[place]
  }

  /// What ends an entry cannot stand in a cell.
  private func check(_ cell: String, _ row: Row, at span: Span) throws {
    if cell.contains(where: { "{};#\"\n".contains($0) }) {
      throw told(.notPlain(cell, file, row.line, at: span))
    }
  }

  private func told(_ problem: TableProblem) -> Stop {
    problems.report(problem)
    return .told
  }
}

extension [String] {
  /// The place in a list of the first of these words that stands there.
  fileprivate func firstIndex(in list: [String]) -> Int? {
    lazy.compactMap { list.firstIndex(of: $0) }.first
  }
}

extension Group {
  /// A group of one name.
  fileprivate init(_ name: Name) {
    let value = Value(.path(Path([name])), span: name.span)
    self.init(terms: [Term(.value(value), span: name.span)], span: name.span)
  }
}

extension Entry {
  /// The entry on one line.
  fileprivate var line: String {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    return lines.dropFirst().reduce(lines.first.map(String.init) ?? "") { line, next in
      line + (line.hasSuffix("{") || next == "}" ? " " : "; ") + next
    }
  }
}
