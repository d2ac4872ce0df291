extension Exhibit {
  /// The exhibit as Markdown: tables as tables, lines as lines, pictures and problems as they stand.
  var markdown: String {
    var blocks: [String] = []
    var lines: [String] = []
    func closeLines() {
      if !lines.isEmpty { blocks.append(lines.joined(separator: "  \n")) }
      lines = []
    }
    for part in readable {
      switch part {
      case .line(let text, _), .prose(let text, _): lines.append(Markdown.escaped(text.text))
      case .blank: closeLines()
      case .table(let table):
        closeLines()
        blocks.append(Markdown.table(table))
      case .excerpt(let excerpt):
        closeLines()
        let drawn = excerpt.lines(on: Terminal()).map(\.text)
        blocks.append(Markdown.fenced(drawn.joined(separator: "\n")))
      case .preformatted(let text):
        closeLines()
        blocks.append(Markdown.fenced(text.hasSuffix("\n") ? String(text.dropLast()) : text))
      case .rows(let rows):
        closeLines()
        blocks.append(Markdown.table(rows.table))
      }
    }
    closeLines()
    return blocks.map { $0 + "\n" }.joined(separator: "\n")
  }
}

private enum Markdown {
  static func table(_ table: Table) -> String {
    let head = table.columns.map(\.title)
    let rule = table.columns.map { $0.alignment == .leading ? "---" : "--:" }
    let rows = table.rows.map { row in
      table.columns.indices.map { $0 < row.cells.count ? row.cells[$0] : .empty }
    }
    let lines = [line(head.map(cell)), "|" + rule.joined(separator: "|") + "|"]
    return (lines + rows.map { line($0.map(cell)) }).joined(separator: "\n")
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func cell(_ cell: Table.Cell) -> String {
    escaped(cell.full.text).split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|")
  }

  /// Keeps the signs of Markdown from acting, but for `` `code` ``.
  static func escaped(_ text: String) -> String {
    var result = ""
    var isCode = false
    for character in text {
      if character == "`" { isCode.toggle() }
      switch character {
      case "<" where !isCode: result += "&lt;"
      case "*" where !isCode: result += "\\*"
      case "_" where !isCode: result += "\\_"
      case "\n", "\r\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }

  /// A fence longer than any inside.
  static func fenced(_ text: String) -> String {
    var (longest, run) = (0, 0)
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\n\(text)\n\(fence)"
  }
}
