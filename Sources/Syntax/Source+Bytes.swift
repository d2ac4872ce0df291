extension Source {
  /// The most bytes that a source may have: 16 MB.
  public static let largest = 16 << 20

  /// Reads a source from bytes that somebody saved.
  ///
  /// The source can always be shown; what is not UTF-8 in it is replaced, and the problem says so,
  /// with how to convert the file if it looks like GB 18030 or UTF-16.
  public static func reading(
    _ bytes: [UInt8], name: String, file: Int = 0
  ) -> (source: Source, problem: Diagnostic?) {
    if bytes.count > largest {
      let beginning = Source(name: name, text: String(decoding: bytes.prefix(1024), as: UTF8.self))
      let place = Span(file: file, 0, 0)
      return (beginning, SyntaxProblem.tooLarge(bytes: bytes.count, at: place).diagnostic)
    }
    let source = Source(name: name, text: String(decoding: bytes, as: UTF8.self))
    guard let valid = lengthOfValidBeginning(bytes) else { return (source, nil) }
    let lower = Source(name: name, text: String(decoding: bytes[..<valid], as: UTF8.self)).text.utf8
      .count
    let place = Span(file: file, lower, min(lower + 3, source.text.utf8.count))
    let problem = SyntaxProblem.notUTF8(guess: Encoding(guessing: bytes), name: name, at: place)
    return (source, problem.diagnostic)
  }

  /// How many bytes before the first that is not UTF-8, or nil if all are.
  private static func lengthOfValidBeginning(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard (0xC2...0xF4).contains(first), index + length <= bytes.count else { return index }
      let second = bytes[index + 1]
      let seconds: ClosedRange<UInt8> =
        switch first {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
      guard seconds.contains(second),
        bytes[(index + 2)..<max(index + 2, index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      else { return index }
      index += length
    }
    return nil
  }
}

/// How a file that is not UTF-8 seems to be encoded.
public enum Encoding: String, Sendable, Hashable {
  case gb18030 = "GB18030"
  case utf16 = "UTF-16"
  case unknown = ""

  /// Guesses from the shape of the bytes.
  init(guessing bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else {
      self = Self.looksLikeGB18030(bytes) ? .gb18030 : .unknown
    }
  }

  /// Whether every byte above 0x7F belongs to a pair or a group of four of GB 18030.
  private static func looksLikeGB18030(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard (0x81...0xFE).contains(bytes[index]), index + 1 < bytes.count else { return false }
      let second = bytes[index + 1]
      if (0x40...0xFE).contains(second), second != 0x7F {
        index += 2
      } else if (0x30...0x39).contains(second), index + 3 < bytes.count,
        (0x81...0xFE).contains(bytes[index + 2]), (0x30...0x39).contains(bytes[index + 3])
      {
        index += 4
      } else {
        return false
      }
    }
    return true
  }
}
