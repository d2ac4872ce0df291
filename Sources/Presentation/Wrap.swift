extension Styled {
  /// The text in lines of at most `width` columns; every line but the first begins with `hanging` spaces.
  ///
  /// Breaks at spaces and between Chinese characters, but never inside `` `code` ``, before a closing
  /// sign or after an opening one. A word that is wider than a line is broken where the line ends.
  public func wrapped(to width: Int, hanging: Int = 0) -> [Styled] {
    let letters = stretches.flatMap { stretch in
      stretch.text.map { Letter(character: $0, style: stretch.style) }
    }
    let breaks = Styled.breaks(letters.map(\.character))
    let indent = Styled(String(repeating: " ", count: min(hanging, max(0, width - 10))))
    var lines: [Styled] = []
    var start = 0
    while start < letters.count || lines.isEmpty {
      let room = max(2, lines.isEmpty ? width : width - indent.width)
      let end = Styled.end(of: letters, from: start, room: room, breaks: breaks)
      let line = Styled.joined(letters[start..<end]).trimmed
      lines.append(lines.isEmpty ? line : indent + line)
      start = end
      while start < letters.count, letters[start].character == " " { start += 1 }
    }
    return lines
  }

  /// The text cut between words to `width` columns, `mark` included; unchanged if it fits.
  func cut(to width: Int, mark: String) -> Styled {
    let room = width - Width.of(mark)
    guard self.width > width, room > 1 else { return truncated(to: width, mark: mark) }
    var head = wrapped(to: room)[0]
    if let last = head.stretches.indices.last,
      let sign = head.stretches[last].text.last, ",，、·".contains(sign)
    {
      head.stretches[last].text.removeLast()
    }
    return head.trimmed + Styled(mark)
  }

  private struct Letter {
    var character: Character
    var style: Style
  }

  /// Where a line that begins at `start` ends: at the last break that fits.
  private static func end(of letters: [Letter], from start: Int, room: Int, breaks: Set<Int>) -> Int
  {
    var used = 0
    var last: Int?
    for index in start..<letters.count {
      let character = letters[index].character
      // Spaces at the end of a line take no room.
      if used + Width.of(character) > room, character != " " {
        return last ?? max(index, start + 1)
      }
      used += Width.of(character)
      if breaks.contains(index + 1) { last = index + 1 }
    }
    return letters.count
  }

  /// The places, counted in characters, before which a line may begin.
  private static func breaks(_ characters: [Character]) -> Set<Int> {
    var places: Set<Int> = []
    var isCode = false
    for (index, character) in characters.enumerated() where index + 1 < characters.count {
      if character == "`" { isCode.toggle() }
      if isCode { continue }
      let next = characters[index + 1]
      if character == " " {
        if next != " ", next != "%", next != "·" { places.insert(index + 1) }
      } else if isIdeograph(character) || isIdeograph(next), next != " ",
        !closing.contains(next), !opening.contains(character)
      {
        places.insert(index + 1)
      }
    }
    return places
  }

  private static func isIdeograph(_ character: Character) -> Bool {
    Width.of(character) == 2
  }

  private static let closing: Set<Character> = Set("，。、；：！？）》」』”’】…%)]},.;:!?")
  private static let opening: Set<Character> = Set("（《「『“‘【([{")

  private static func joined(_ letters: ArraySlice<Letter>) -> Styled {
    var stretches: [Stretch] = []
    for letter in letters {
      if let last = stretches.last, last.style == letter.style {
        stretches[stretches.count - 1].text.append(letter.character)
      } else {
        stretches.append(Stretch(String(letter.character), letter.style))
      }
    }
    return Styled(stretches)
  }
}
