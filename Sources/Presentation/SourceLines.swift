/// A place in a text, from 0: the line, and the column in characters and in UTF-16 units.
public struct Position: Sendable, Hashable {
  /// The line, from 0.
  public var line: Int
  /// The column in characters, from 0; people count it from 1.
  public var column: Int
  /// The column in UTF-16 units, from 0, as the language server protocol counts.
  public var utf16: Int
}

/// The lines of a text, for finding places by UTF-8 offsets.
public struct SourceLines: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Finds the lines of a text.
  public init(_ text: String) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The place of an offset; one outside is taken to the nearest end, one inside a character to its end.
  public func position(utf8 offset: Int) -> Position {
    let offset = max(0, min(offset, bytes.count))
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = String(decoding: bytes[starts[low]..<offset], as: UTF8.self)
    return Position(line: low, column: before.count, utf16: before.utf16.count)
  }

  /// The text of a line without its end.
  public func line(_ index: Int) -> String {
    guard starts.indices.contains(index) else { return "" }
    let end = index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count
    return String(decoding: bytes[starts[index]..<end], as: UTF8.self)
  }
}
