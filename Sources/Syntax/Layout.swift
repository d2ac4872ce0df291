/// Sets pieces in lines.
struct Layout {
  private let pieces: [Piece]
  private var lines = ""
  /// For every open `{`, whether its entries stand on lines of their own.
  private var blocks: [Bool] = []
  /// The last piece that was printed.
  private var last: Piece?
  /// How many line ends stand in the text since then.
  private var lineEnds = 0
  /// The `;` since then, or a line's end that ended an entry.
  private var end: Piece?
  /// Whether a comment was the last that was printed, so that a line's end must follow.
  private var isAfterComment = false
  /// Whether the piece before opened a block over several lines.
  private var isLastBlockBroken = false

  init(pieces: [Piece]) { self.pieces = pieces }

  /// The laid-out text.
  func text() -> String {
    var layout = self
    let broken = brokenBlocks()
    for (index, piece) in pieces.enumerated() {
      layout.comments(before: piece)
      switch piece.token.kind {
      case .end:
        layout.end = piece
        if piece.token.text == "\n" { layout.lineEnds += 1 }
      case .endOfText: break
      case .name, .number, .string, .sign:
        if piece.text.isEmpty { continue }
        layout.put(piece, isBroken: broken.contains(index))
      }
    }
    if !layout.lines.isEmpty, !layout.lines.hasSuffix("\n") { layout.lines += "\n" }
    return layout.lines
  }

  /// Where the `{` and `}` stand whose block goes over several lines.
  private func brokenBlocks() -> Set<Int> {
    var broken: Set<Int> = []
    var open: [(index: Int, lines: Int)] = []
    var count = 0
    for (index, piece) in pieces.enumerated() {
      count += piece.trivia.reduce(0) { $0 + ($1 == .lineEnd ? 1 : 0) }
      if piece.token.kind == .end, piece.token.text == "\n" { count += 1 }
      if piece.token.is(.openBrace) { open.append((index, count)) }
      if piece.token.is(.closeBrace), let opening = open.popLast(), opening.lines < count {
        broken.insert(opening.index)
        broken.insert(index)
      }
    }
    return broken
  }

  private var levels: Int { blocks.reduce(0) { $0 + ($1 ? 1 : 0) } }

  /// Whether an entry, not the rest of one, begins here.
  private var beginsEntry: Bool {
    guard let last, end == nil else { return true }
    return last.token.is(.openBrace) || last.token.is(.closeBrace)
  }

  private mutating func comments(before piece: Piece) {
    for trivium in piece.trivia {
      switch trivium {
      case .lineEnd: lineEnds += 1
      case .comment(let comment):
        if lineEnds > 0 || lines.isEmpty {
          newLine(levels + (beginsEntry ? 0 : 2))
        } else {
          lines += "  "
        }
        lines += comment
        lineEnds = 0
        isAfterComment = true
      }
    }
  }

  /// Begins a line, after an empty one if the text has one that parts entries.
  private mutating func newLine(_ level: Int, closes: Bool = false) {
    if lines.isEmpty { return }
    lines += "\n"
    let opens = last?.token.is(.openBrace) ?? false
    if lineEnds > 1, !closes, isAfterComment || !opens { lines += "\n" }
    lines += String(repeating: "  ", count: level)
  }

  private mutating func put(_ piece: Piece, isBroken: Bool) {
    let closes = piece.token.is(.closeBrace)
    if closes, !blocks.isEmpty { blocks.removeLast() }
    let opensBefore = last?.token.is(.openBrace) ?? false
    let mustBreak = isAfterComment || (isBroken && closes) || (opensBefore && isLastBlockBroken)
    if lineEnds > 0 || mustBreak {
      let goesOn = !closes && !beginsEntry
      newLine(levels + (goesOn && !piece.token.is(.closeParenthesis) ? 2 : 0), closes: closes)
    } else if let end, !closes {
      lines += end.text == ";" ? "; " : end.text
    } else if let last, closes || last.token.is(.openBrace) || last.isApart(from: piece) {
      lines += " "
    }
    lines += piece.text
    if piece.token.is(.openBrace) { blocks.append(isBroken) }
    isLastBlockBroken = isBroken
    last = piece
    lineEnds = 0
    end = nil
    isAfterComment = false
  }
}
