/// Columns that a text takes on a terminal (UAX #11): wide and full-width 2, combining and format
/// characters 0, everything else 1, ambiguous ones included, as glibc has it in Chinese locales too.
public enum Width {
  /// Columns of a text.
  public static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Columns of one character; an emoji of several scalars counts as the sum, as terminals do.
  public static func of(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Columns of one scalar.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }  // Hangul vowels join the syllable
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return WideRanges.contains(scalar.value) ? 2 : 1
    }
  }
}

extension Styled {
  /// Columns that the text takes.
  public var width: Int { stretches.reduce(0) { $0 + Width.of($1.text) } }

  /// The text cut to `width` columns, `mark` included; unchanged if it fits.
  public func truncated(to width: Int, mark: String = "…") -> Styled {
    if self.width <= width { return self }
    let room = width - Width.of(mark)
    if room < 0 { return Styled(String(repeating: ".", count: max(0, width))) }
    var kept: [Stretch] = []
    var used = 0
    for stretch in stretches {
      var text = ""
      for character in stretch.text {
        let cells = Width.of(character)
        if used + cells > room {
          kept.append(Stretch(text + mark, stretch.style))
          return Styled(kept)
        }
        text.append(character)
        used += cells
      }
      kept.append(Stretch(text, stretch.style))
    }
    return Styled(kept)
  }

  /// The text filled up with spaces to `width` columns.
  public func padded(to width: Int, _ alignment: Table.Alignment = .leading) -> Styled {
    let missing = width - self.width
    if missing <= 0 { return self }
    let spaces = Styled(String(repeating: " ", count: missing))
    return alignment == .leading ? self + spaces : spaces + self
  }

  /// The text without spaces at its end.
  var trimmed: Styled {
    var stretches = self.stretches
    while let last = stretches.last {
      let text = last.text.reversed().drop { $0 == " " }.reversed()
      if !text.isEmpty {
        stretches[stretches.count - 1].text = String(text)
        break
      }
      stretches.removeLast()
    }
    return Styled(stretches)
  }
}
