extension Table {
  /// The lines of the table, none wider than the sheet.
  func lines(on terminal: Terminal) -> [Styled] {
    let shown = rows.filter { $0.fromWidth <= terminal.width }
    let ranks = [Int.max] + Set(columns.map(\.rank)).filter { $0 > 0 }.sorted(by: >)
    let steps: [(limit: Int, length: Length)] =
      ranks.flatMap { [($0, .full), ($0, .short)] } + ranks.map { ($0, .shortest) }
    var sheet = Layout(self, shown, visible: [], length: .full, terminal)
    for step in steps {
      let visible = columns.indices.filter { columns[$0].rank < step.limit }
      sheet = Layout(self, shown, visible: visible, length: step.length, terminal)
      // Gaps and words give way only where the short words alone do not fit.
      if step.length != .full { sheet.tighten(to: terminal.width) }
      if sheet.width <= terminal.width { break }
    }
    sheet.narrow(to: terminal.width)
    return sheet.lines
  }
}

/// A table with some of its columns, in its full or its short words, with the width of each column.
private struct Layout {
  private let table: Table
  private let terminal: Terminal
  private var columns: [Table.Column]
  private var titles: [Styled]
  private var rows: [[Styled]]
  /// How many of the visible columns a title stands over.
  private let spans: [Int]
  private var widths: [Int]

  init(
    _ table: Table, _ rows: [Table.Row], visible: [Int], length: Table.Length, _ terminal: Terminal
  ) {
    func chosen(_ cell: Table.Cell) -> Styled {
      terminal.legible(cell.form(length))
    }
    self.table = table
    self.terminal = terminal
    columns = visible.map { table.columns[$0] }
    titles = columns.map { chosen($0.title) }
    self.rows = rows.map { row in
      visible.map { $0 < row.cells.count ? chosen(row.cells[$0]) : Styled("") }
    }
    spans = visible.map { index in
      visible.filter { (index..<index + table.columns[index].span).contains($0) }.count
    }
    widths = []
    measure()
  }

  /// Columns of the sheet that a line takes.
  var width: Int {
    table.indent + widths.reduce(0, +) + columns.dropFirst().reduce(0) { $0 + $1.gap }
  }

  private mutating func measure() {
    widths = columns.indices.map { index in
      let cells = rows.map { $0[index].width }.max() ?? 0
      return spans[index] == 1 ? max(cells, titles[index].width) : cells
    }
    for index in columns.indices where spans[index] > 1 {
      let last = index + spans[index] - 1
      let missing = titles[index].width - room(of: index)
      if missing > 0 { widths[last] += missing }
    }
  }

  /// Columns of the sheet over which the title of a column stands.
  private func room(of index: Int) -> Int {
    let covered = index..<index + spans[index]
    return covered.reduce(0) { $0 + widths[$1] + ($1 > index ? columns[$1].gap : 0) }
  }

  /// Narrows gaps, then cuts what may give way between words; as far as the width demands it.
  mutating func tighten(to limit: Int) {
    for index in columns.indices.reversed() where width > limit && columns[index].gap > 1 {
      columns[index].gap = 1
    }
    for index in columns.indices where width > limit && spans[index] == 1 {
      guard let least = columns[index].least else { continue }
      let room = max(least, widths[index] - (width - limit))
      titles[index] = titles[index].cut(to: room, mark: terminal.cut)
      if columns[index].alignment == .leading {
        for row in rows.indices {
          rows[row][index] = rows[row][index].cut(to: room, mark: terminal.cut)
        }
      }
      measure()
    }
  }

  /// Cuts cells where even the fewest columns in the shortest words are too wide: words before figures.
  mutating func narrow(to limit: Int) {
    for alignment in [Table.Alignment.leading, .trailing] {
      let least = alignment == .leading ? 6 : 2
      while width > limit {
        let candidates = columns.indices.filter {
          columns[$0].alignment == alignment && widths[$0] > least
        }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
      }
    }
  }

  var lines: [Styled] {
    var result: [Styled] = []
    if titles.contains(where: { !$0.isEmpty }) { result.append(head) }
    result += rows.map { row in
      line(
        columns.indices.map { index in
          (index, row[index], widths[index], columns[index].alignment)
        })
    }
    return result
  }

  private var head: Styled {
    var pieces: [(Int, Styled, Int, Table.Alignment)] = []
    var next = 0
    for index in columns.indices where index >= next {
      let alignment = spans[index] > 1 ? .leading : columns[index].alignment
      pieces.append((index, titles[index], room(of: index), alignment))
      next = index + max(1, spans[index])
    }
    return line(pieces)
  }

  private func line(_ pieces: [(Int, Styled, Int, Table.Alignment)]) -> Styled {
    var line = Styled(String(repeating: " ", count: table.indent))
    for (index, text, width, alignment) in pieces {
      if index > 0 { line = line + Styled(String(repeating: " ", count: columns[index].gap)) }
      line = line + text.truncated(to: width, mark: terminal.cut).padded(to: width, alignment)
    }
    return line.trimmed.truncated(to: terminal.width, mark: terminal.cut)
  }
}
