public import Syntax

/// A word of the contract whose mechanism is not built yet.
public struct LaterWord: Sendable, Hashable {
  /// What the word will be.
  public enum Role: Sendable, Hashable {
    case kind
    case field(of: String)
    case value(of: String)
    case command
  }

  /// The word in both languages.
  public let word: Wording
  /// What it will be.
  public let role: Role
}

/// Every word of the contract that is in no row yet.
public enum LaterWords {
  /// All of them.
  public static let all: [LaterWord] =
    kinds.map { LaterWord(word: $0, role: .kind) }
    + fields.flatMap { owner, words in words.map { LaterWord(word: $0, role: .field(of: owner)) } }
    + values.flatMap { owner, words in words.map { LaterWord(word: $0, role: .value(of: owner)) } }
    + commands.map { LaterWord(word: $0, role: .command) }

  private static let bySpelling: [String: [LaterWord]] = {
    var result: [String: [LaterWord]] = [:]
    for later in all {
      for spelling in Set([later.word.en, later.word.zh]) {
        result[spelling, default: []].append(later)
      }
    }
    return result
  }()

  /// The later word that is spelled so in either language: a field of the kind if it is one, else the first.
  public static func find(_ spelling: String, in kind: Kind? = nil) -> LaterWord? {
    let found = bySpelling[spelling] ?? []
    return found.first { $0.role == .field(of: kind?.rawValue ?? "") } ?? found.first
  }

  /// Reads a table `english 中文, english 中文`.
  static func pairs(_ table: String) -> [Wording] {
    table.split(separator: ",").compactMap { pair in
      let words = pair.split(separator: " ")
      return words.count == 2 ? Wording(String(words[0]), String(words[1])) : nil
    }
  }

  /// Reads lines `owner: english 中文, english 中文`.
  static func tables(_ text: String) -> [(owner: String, words: [Wording])] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":")
      return parts.count == 2 ? (owner: String(parts[0]), words: pairs(String(parts[1]))) : nil
    }
  }
}
