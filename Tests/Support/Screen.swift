/// The screen of a terminal, as far as a line editor writes to it; an oracle of its own for widths.
///
/// It never scrolls: the lines that would have left at the top are kept.
struct Screen {
  let width: Int
  private(set) var lines: [[Character?]] = [[]]
  private(set) var row = 0
  private(set) var column = 0
  private var pending: [UInt8] = []
  private var sequence: String?

  init(width: Int) { self.width = width }

  /// The text of each line, without trailing spaces.
  var text: [String] { lines.map(Screen.text) }

  /// The text of the line where the cursor stands.
  var cursorLine: String { Screen.text(lines[row]) }

  /// Takes bytes as the terminal would; an unfinished character waits for the next ones.
  mutating func receive(_ bytes: [UInt8]) {
    pending += bytes
    // At most three bytes of an unfinished UTF-8 character stay.
    var end = pending.count
    for back in 1...4 where back <= pending.count {
      let byte = pending[pending.count - back]
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      if byte & 0xC0 != 0x80 {
        if length > back { end = pending.count - back }
        break
      }
    }
    let whole = String(decoding: pending[..<end], as: UTF8.self)
    pending.removeFirst(end)
    for scalar in whole.unicodeScalars { receive(scalar) }
  }

  private mutating func receive(_ scalar: Unicode.Scalar) {
    if sequence != nil {
      continueSequence(scalar)
      return
    }
    switch scalar {
    case "\u{1B}": sequence = ""
    case "\r": column = 0
    case "\n": moveDown()
    case "\u{8}": column = max(0, min(column, width) - 1)
    case "\u{7}", "\0": break
    case "\t":
      repeat { put(" ") } while column % 8 != 0
    default: put(scalar)
    }
  }

  private mutating func moveDown() {
    row += 1
    if row == lines.count { lines.append([]) }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let cells = Screen.cells(of: scalar)
    if cells == 0 {
      let last = column - 1
      if last >= 0, last < lines[row].count, let base = lines[row][last] {
        lines[row][last] = String(String.UnicodeScalarView(base.unicodeScalars + [scalar])).first
      }
      return
    }
    if column + cells > width {
      column = 0
      moveDown()
    }
    pad(to: column + cells)
    lines[row][column] = Character(scalar)
    if cells == 2 { lines[row][column + 1] = nil }
    column += cells
  }

  private mutating func pad(to count: Int) {
    while lines[row].count < count { lines[row].append(" ") }
  }

  /// Takes one more scalar of `ESC …`; acts when it is complete.
  private mutating func continueSequence(_ scalar: Unicode.Scalar) {
    let body = sequence ?? ""
    if body.isEmpty, scalar != "[", scalar != "]", scalar != "(" {
      sequence = nil
    } else if body.hasPrefix("(") {
      sequence = nil
    } else if body.hasPrefix("]") {
      sequence = scalar == "\u{7}" ? nil : body
    } else if body.hasPrefix("["), (0x40...0x7E).contains(scalar.value) {
      sequence = nil
      act(String(body.dropFirst()), scalar)
    } else {
      sequence = body + String(scalar)
    }
  }

  private mutating func act(_ parameters: String, _ final: Unicode.Scalar) {
    let number = Int(parameters.split(separator: ";").first ?? "")
    let count = max(1, number ?? 1)
    switch final {
    case "A": row = max(0, row - count)
    case "B": for _ in 0..<count { moveDown() }
    case "C": column = min(width - 1, column + count)
    case "D": column = max(0, min(column, width) - count)
    case "G": column = min(width, count) - 1
    case "H":
      row = 0
      column = 0
    case "J":
      eraseToEnd()
      lines.removeSubrange((row + 1)...)
    case "K":
      if number == 2 { lines[row] = [] } else { eraseToEnd() }
    case "P":
      pad(to: column)
      lines[row].removeSubrange(column..<min(lines[row].count, column + count))
    case "@":
      pad(to: column)
      lines[row].insert(contentsOf: [Character?](repeating: " ", count: count), at: column)
    default: break  // colours and modes do not move anything
    }
  }

  private mutating func eraseToEnd() {
    if column < lines[row].count { lines[row].removeSubrange(column...) }
  }

  private static func text(_ cells: [Character?]) -> String {
    var text = String(cells.compactMap { $0 })
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Cells of a scalar: 2 for East Asian wide and emoji, 0 for combining marks, else 1 (UAX #11).
  static func cells(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
