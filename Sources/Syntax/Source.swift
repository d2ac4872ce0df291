/// A text that was read: a file, an entry typed at the prompt, standard input, or a text of `rules/`.
public struct Source: Sendable, Hashable {
  /// What diagnostics call it, such as `binhai.probity`.
  public let name: String
  /// The text, after a byte-order mark was dropped and CRLF became LF.
  public let text: String

  /// Makes a source from its name and text, without a byte-order mark and with plain line ends.
  public init(name: String, text: String) {
    self.name = name
    var scalars = Substring(text).unicodeScalars
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    let plain = Substring(scalars)
    self.text = plain.utf8.contains(0x0D) ? Self.withPlainLineEnds(plain) : String(plain)
  }

  /// The text with a line feed in place of every carriage return, with or without a line feed after it.
  private static func withPlainLineEnds(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var afterReturn = false
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || !afterReturn {
        bytes.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A stretch of one source, in UTF-8 offsets. `file` counts the sources in the order of their reading.
public struct Span: Sendable, Hashable {
  /// Which source, in order of reading (0 is the file asked for).
  public var file: Int
  /// First byte.
  public var lower: Int
  /// One past the last byte.
  public var upper: Int

  /// A stretch of the source `file`.
  public init(file: Int = 0, _ lower: Int, _ upper: Int) {
    self.file = file
    self.lower = lower
    self.upper = upper
  }

  /// From the beginning of this stretch to the end of `other`.
  public func through(_ other: Span) -> Span { Span(file: file, lower, max(upper, other.upper)) }
}
