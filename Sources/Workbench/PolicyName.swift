import Syntax

/// A policy as commands and tables know it.
struct PolicyName: Sendable, Hashable {
  /// Its declared name; `baseline` and `current` are always there.
  var name: String
  /// What tables call it.
  var label: Wording

  /// The overlay of the prompt.
  static let current = PolicyName(name: "current", label: Wording("current", "当前"))

  /// Whether the word names the overlay, in either language.
  static func isCurrent(_ word: String) -> Bool { word == "current" || word == "当前" }
}
