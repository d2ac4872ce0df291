extension Exhibit {
  /// The exhibit in a format. It ends in a line feed, or is empty.
  ///
  /// csv, json and jsonl hold the rows and problems; without rows the cells of its tables, and
  /// without tables its lines, so that nothing asked for is ever silently left out.
  public func drawn(as format: Format, on terminal: Terminal = Terminal()) -> String {
    switch format {
    case .table: table(on: terminal)
    case .markdown: markdown
    case .csv: tidy.map(\.csv).joined(separator: "\n")
    case .jsonl: (tidy.flatMap(\.objects) + problems).map { $0.text + "\n" }.joined()
    case .json: document.text + "\n"
    }
  }

  /// The parts that people read: the rows for machines only if there is nothing else.
  var readable: [Part] {
    let others = parts.filter { if case .rows = $0 { false } else { true } }
    return others.isEmpty ? parts : others
  }

  private func table(on terminal: Terminal) -> String {
    var result = ""
    for part in readable {
      if case .preformatted(let text) = part {
        result += text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
        continue
      }
      for line in lines(of: part, on: terminal) { result += terminal.painted(line) + "\n" }
    }
    return result
  }

  private func lines(of part: Part, on terminal: Terminal) -> [Styled] {
    switch part {
    case .line(let text, let shorter):
      let forms = ([text] + shorter).map { terminal.legible($0) }
      let fitting = forms.first { $0.width <= terminal.width } ?? forms[forms.count - 1]
      return [fitting.trimmed.truncated(to: terminal.width, mark: terminal.cut)]
    case .prose(let text, let hanging):
      return terminal.legible(text).wrapped(to: terminal.width, hanging: hanging)
    case .blank: return [Styled("")]
    case .table(let table): return table.lines(on: terminal)
    case .excerpt(let excerpt): return excerpt.lines(on: terminal)
    case .preformatted(let text): return [Styled(text)]
    case .rows(let rows): return rows.table.lines(on: terminal)
    }
  }

  private var problems: [JSON] {
    parts.compactMap { if case .excerpt(let excerpt) = $0 { excerpt.json } else { nil } }
  }

  /// What machines get: the rows, or else the tables, or else the lines, if no problem says it all.
  private var tidy: [TidyRows] {
    let rows = parts.compactMap { if case .rows(let rows) = $0 { rows } else { nil as TidyRows? } }
    if !rows.isEmpty { return rows }
    let tables = parts.compactMap {
      if case .table(let table) = $0 { table } else { nil as Table? }
    }
    if !tables.isEmpty { return tables.map(\.tidy) }
    if !problems.isEmpty { return [] }
    let lines = parts.compactMap { part -> String? in
      switch part {
      case .line(let text, _), .prose(let text, _): text.text
      case .preformatted(let text): text
      case .blank, .table, .excerpt, .rows: nil
      }
    }
    if lines.isEmpty { return [] }
    return [
      TidyRows(schema: "probity.text/1", columns: ["text"], rows: lines.map { [.text($0)] })
    ]
  }

  /// One document: the schema once, then the rows, then problems if there are any.
  private var document: JSON {
    let tidy = self.tidy
    let rows = tidy.flatMap { set in
      set.objects.map { row -> JSON in
        guard tidy.allSatisfy({ $0.schema == set.schema }), case .object(let members) = row else {
          return row
        }
        return .object(Array(members.dropFirst()))
      }
    }
    var members = [JSON.Member("schema", .string(tidy.first?.schema ?? "probity.problem/1"))]
    if !tidy.isEmpty || problems.isEmpty { members.append(JSON.Member("rows", .array(rows))) }
    if !problems.isEmpty { members.append(JSON.Member("problems", .array(problems))) }
    return .object(members)
  }
}

extension Table {
  /// The cells as rows for machines; a column without a title is called by its number.
  var tidy: TidyRows {
    let names = columns.enumerated().map { index, column in
      column.title.full.isEmpty ? "column_\(index + 1)" : column.title.full.text
    }
    return TidyRows(
      schema: "probity.table/1", columns: names,
      rows: rows.map { $0.cells.prefix(columns.count).map { .text($0.full.text) } })
  }
}

extension TidyRows {
  /// The rows for people, as they are: no rounding, for an exhibit that holds nothing else.
  var table: Table {
    Table(
      columns: columns.enumerated().map { index, name in
        let isNumeric = rows.allSatisfy { row in
          guard index < row.count else { return true }
          if case .text = row[index] { return false }
          return true
        }
        return Table.Column(Table.Cell(Styled(name)), isNumeric ? .trailing : .leading, rank: index)
      },
      rows: rows.map { row in
        Table.Row(
          row.map { value in
            if case .text(let text) = value {
              Table.Cell(Styled(text))
            } else {
              Table.Cell(Styled(value.csv))
            }
          })
      })
  }
}
