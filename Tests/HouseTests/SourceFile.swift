import Support
import Testing

/// A Swift file of the repository.
struct SourceFile: Sendable, CustomTestStringConvertible {
  /// From the root of the repository.
  let path: String

  var testDescription: String { path }

  /// The folder of the target.
  var module: String { String(path.split(separator: "/").dropFirst().first ?? "") }

  var content: String { text(of: repository + "/" + path) ?? "" }

  var lines: [Substring] { content.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The modules named in import lines.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ").filter {
        !$0.hasPrefix("@")
          && !["public", "internal", "package", "private", "fileprivate"].contains($0)
      }
      guard words.count >= 2, words[0] == "import" else { return nil }
      let name =
        words.count > 2 && !words[1].contains(".") && words[2].contains(".")
        ? words[2] : words[1]
      return String(name.split(separator: ".")[0])
    }
  }

  /// The code without comments and without the text of string literals; what is interpolated is code.
  var bareCode: String {
    var result = ""
    // The innermost stretch last; code inside a literal knows how many brackets are open in it.
    var states = [Stretch.code(open: 0)]
    var rest = Substring(content)
    while let character = rest.first, let state = states.last {
      if let delimiter = state.delimiter {
        if rest.hasPrefix(delimiter) {
          states.removeLast()
          rest.removeFirst(delimiter.count)
        } else if state != .raw, rest.hasPrefix("\\(") {
          states.append(.code(open: 0))
          rest.removeFirst(2)
        } else {
          rest.removeFirst(state != .raw && character == "\\" ? min(2, rest.count) : 1)
        }
      } else if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if let opened = Stretch.literals.first(where: { rest.hasPrefix($0.opening) }) {
        states.append(opened.stretch)
        rest.removeFirst(opened.opening.count)
      } else {
        if case .code(let open) = state {
          let now = open + (character == "(" ? 1 : character == ")" ? -1 : 0)
          states[states.count - 1] = .code(open: now)
          if now < 0, states.count > 1 { states.removeLast() }
        }
        result.append(character)
        rest.removeFirst()
      }
    }
    return result
  }

  private enum Stretch: Equatable {
    case code(open: Int)
    case literal, block, raw

    static let literals: [(opening: String, stretch: Stretch)] = [
      ("#\"", .raw), ("\"\"\"", .block), ("\"", .literal),
    ]

    var delimiter: String? {
      switch self {
      case .code: nil
      case .literal: "\""
      case .block: "\"\"\""
      case .raw: "\"#"
      }
    }
  }

  static func all(below folder: String) -> [SourceFile] {
    files(below: repository + "/" + folder, suffix: ".swift").map {
      SourceFile(path: folder + "/" + $0)
    }
  }
}
