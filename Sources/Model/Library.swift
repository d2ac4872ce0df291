public import Syntax

/// The texts that a scenario may use: those of `rules/`, by name, and the files of its own folder tree.
///
/// Model reads nothing itself; whoever owns the files hands them over.
public struct Library: Sendable {
  private let find: @Sendable (_ name: String, _ user: String) -> Text?
  private let findTable: @Sendable (_ name: String, _ user: String) -> TableReading
  /// Names that can be used, for suggestions.
  public let names: [String]

  /// A text of the library.
  public struct Text: Sendable {
    /// The text.
    public let source: Source
    /// Whether it is one of `rules/`.
    public let isStandard: Bool
    /// A text.
    public init(_ source: Source, isStandard: Bool) {
      self.source = source
      self.isStandard = isStandard
    }
  }

  /// A library of `rules` by name; `file` finds the text of a path relative to the text that uses it, and
  /// answers nil for what does not exist or lies outside the scenario's folder; `table` finds a table likewise.
  public init(
    rules: [String: String],
    file: @escaping @Sendable (_ name: String, _ user: String) -> Source? = { _, _ in nil },
    table: @escaping @Sendable (_ name: String, _ user: String) -> TableReading = { _, _ in .absent
    }
  ) {
    findTable = table
    names = rules.keys.sorted()
    find = { name, user in
      if let text = rules[name] {
        return Text(Source(name: "rules/\(name).probity", text: text), isStandard: true)
      }
      return file(name, user).map { Text($0, isStandard: false) }
    }
  }

  /// The text of a name, as used in the text called `user`.
  public func text(_ name: String, usedIn user: String) -> Text? { find(name, user) }

  /// The table of a name, as used in the text called `user`.
  public func table(_ name: String, usedIn user: String) -> TableReading { findTable(name, user) }
}
