/// A place in a text as people and editors count it.
public struct Position: Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// The column in characters as a reader sees them, from 1.
  public let column: Int
  /// The column in UTF-16 units, from 0, as the language-server protocol counts.
  public let utf16: Int
}

extension Source {
  /// Where the UTF-8 offset is; an offset outside the text is taken as its nearest end.
  ///
  /// Takes time in proportion to the text: for many places make a `LineIndex` once.
  public func position(of offset: Int) -> Position { LineIndex(self).position(of: offset) }

  /// The text of a line (counted from 1) without its end, or an empty text if there is none.
  public func line(_ number: Int) -> String { LineIndex(self).text(ofLine: number) }
}

/// Where the lines of a source begin, for many look-ups of places.
public struct LineIndex: Sendable {
  private let text: String
  private let starts: [Int]

  /// Finds the lines of `source`.
  public init(_ source: Source) {
    text = source.text
    var starts = [0]
    var offset = 0
    for byte in source.text.utf8 {
      offset += 1
      if byte == 0x0A { starts.append(offset) }
    }
    self.starts = starts
  }

  /// How many lines there are; a text that ends with a line's end has an empty last line.
  public var count: Int { starts.count }

  /// Where the UTF-8 offset is; an offset outside the text is taken as its nearest end.
  public func position(of offset: Int) -> Position {
    let offset = max(0, min(offset, text.utf8.count))
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = slice(starts[low], offset)
    return Position(line: low + 1, column: before.count + 1, utf16: before.utf16.count)
  }

  /// The UTF-8 offset of the first byte of a line (counted from 1); the nearest line's if there is none.
  public func offset(ofLine number: Int) -> Int { starts[max(1, min(number, starts.count)) - 1] }

  /// The text of a line (counted from 1) without its end, or an empty text if there is none.
  public func text(ofLine number: Int) -> String {
    guard (1...starts.count).contains(number) else { return "" }
    let upper = number < starts.count ? starts[number] - 1 : text.utf8.count
    return slice(starts[number - 1], upper)
  }

  private func slice(_ lower: Int, _ upper: Int) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: lower)
    return String(decoding: utf8[start..<utf8.index(start, offsetBy: upper - lower)], as: UTF8.self)
  }
}
