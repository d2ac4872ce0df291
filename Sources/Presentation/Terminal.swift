/// The sheet on which an exhibit is drawn for people.
public struct Terminal: Sendable, Hashable {
  /// Columns at most; no line is wider, but for lines that are drawn as they stand.
  public var width: Int
  /// Whether ANSI colours are written.
  public var isColoured: Bool
  /// Whether signs are replaced by their ASCII twins (`--ascii`, not a UTF-8 locale).
  public var isASCII: Bool

  /// A sheet; 80 columns without colour unless said otherwise. Less than 20 columns are taken as 20.
  public init(width: Int = 80, isColoured: Bool = false, isASCII: Bool = false) {
    self.width = max(20, width)
    self.isColoured = isColoured
    self.isASCII = isASCII
  }
}

extension Terminal {
  /// What stands where something was cut.
  var cut: String { isASCII ? "..." : "…" }

  /// The text as this sheet can show it: ASCII twins if asked for, and never a control character, so
  /// that no file and no name can steer the terminal.
  func legible(_ text: String) -> String {
    var result = ""
    for character in text {
      if let twin = isASCII ? Terminal.twins[character] : nil {
        result += twin
      } else if character == "\t" {
        result += "    "
      } else if Terminal.isHarmful(character) {
        result += isASCII ? "?" : "\u{FFFD}"
      } else {
        result.append(character)
      }
    }
    return result
  }

  func legible(_ styled: Styled) -> Styled {
    Styled(styled.stretches.map { Styled.Stretch(legible($0.text), $0.style) })
  }

  /// The line as characters, with colours if the sheet has them.
  func painted(_ line: Styled) -> String {
    if !isColoured { return line.text }
    return line.stretches.map { stretch in
      guard let code = Terminal.codes[stretch.style] else { return stretch.text }
      return "\u{1B}[\(code)m\(stretch.text)\u{1B}[0m"
    }.joined()
  }

  /// Control characters, and those that turn the direction of what follows.
  private static func isHarmful(_ character: Character) -> Bool {
    character.unicodeScalars.contains { scalar in
      scalar.properties.generalCategory == .control
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
  }

  /// Colours of 256 (experience.md 9); colour never says what no sign says. Plain, the ledger of what
  /// happened and the verdict `same` keep the terminal's own colour.
  static let codes: [Style: String] = [
    .good: "38;5;25", .bad: "38;5;166", .undecided: "38;5;242", .dim: "2", .strong: "1",
    .yellow: "38;5;16;48;5;220", .orange: "38;5;16;48;5;172", .red: "38;5;231;48;5;124",
    .detected: "38;5;25", .recorded: "38;5;136",
  ]

  /// ASCII twins of the signs (experience.md, first paragraph and 5). Chinese text has none and stays.
  static let twins: [Character: String] = [
    "✓": "+", "✗": "-", "○": ".", "●": "*", "·": ".", "→": "->", "←": "<-", "↔": "<->", "…": "...",
    "—": "-", "–": "-", "−": "-", "×": "x", "≠": "!=", "≤": "<=", "≥": ">=", "“": "\"", "”": "\"",
    "‘": "'",
    "’": "'", "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+",
    "┬": "+", "┴": "+", "┼": "+", "┊": "!", "■": "X", "□": "_", "▲": "^", "◆": "*", "▀": "=",
    "▄": "=", "░": ":", "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "#", "▍": "#", "▎": "#",
    "▏": "#", "\u{FFFD}": "?",
  ]
}
