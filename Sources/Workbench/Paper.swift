import FoundationEssentials
import Glibc
import LineEditor
import Presentation

/// Where answers are drawn: standard output or a file, and standard error for everything else.
struct Paper: Sendable {
  /// The form of answers.
  var format = Format.table
  /// A file in place of standard output.
  var file: String?
  /// The sheet of standard output.
  var terminal = Terminal()
  /// The sheet of standard error.
  var errors = Terminal()
  /// Only results, nothing said beside them.
  var isQuiet = false

  /// The paper of this process. On a terminal it is as wide as that, at most 100 columns.
  init(isColoured: Bool = true, isASCII: Bool = false) {
    let ascii = isASCII || !Device.isUTF8
    func sheet(_ stream: Device.Stream) -> Terminal {
      let width = stream.isTerminal ? Device.width(of: stream) : nil
      return Terminal(
        width: min(width ?? 80, 80), isColoured: isColoured && Device.isColoured(stream),
        isASCII: ascii)
    }
    terminal = sheet(.output)
    errors = sheet(.errors)
  }

  /// Draws an answer.
  func show(_ exhibit: Exhibit) throws {
    let text = exhibit.drawn(as: format, on: terminal)
    if let file {
      try Files.write(text, to: file, over: true)
    } else {
      Self.put(text, on: 1)
    }
  }

  /// Says something that is no result.
  func tell(_ exhibit: Exhibit) { Self.put(exhibit.drawn(as: .table, on: errors), on: 2) }

  /// Writes all bytes, also after an interrupted write; a reader that has gone is none of our concern.
  static func put(_ text: String, on descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }
}
