/// The language of what is drawn. Only signs and number forms depend on it here: `4.5 %` or `4.5%`.
public enum Tongue: String, Sendable, Hashable, CaseIterable {
  case en, zh
}

/// What a command returns: a value that every format can draw. Its texts are in one language already.
public struct Exhibit: Sendable, Hashable {
  /// One piece of an exhibit.
  public enum Part: Sendable, Hashable {
    /// One line. The first of the text and its shorter forms that fits the width is drawn.
    case line(Styled, shorter: [Styled] = [])
    /// Sentences; broken between words where the width demands it, further lines indented so far.
    case prose(Styled, hanging: Int = 0)
    /// An empty line.
    case blank
    /// Columns that keep to the width.
    case table(Table)
    /// A problem with the place in the text.
    case excerpt(Excerpt)
    /// Lines that are drawn as they stand: pictures, scenario text.
    case preformatted(String)
    /// Rows for machines (csv, json, jsonl); drawn for people only if the exhibit has nothing else.
    case rows(TidyRows)
  }

  /// The pieces, from top to bottom.
  public var parts: [Part]

  /// An exhibit of `parts`.
  public init(_ parts: [Part] = []) { self.parts = parts }

  /// An exhibit of one line.
  public init(line: Styled) { parts = [.line(line)] }

  /// Puts another exhibit below this one.
  public mutating func append(_ other: Exhibit) { parts.append(contentsOf: other.parts) }
}

/// The forms in which an exhibit can be asked for (`--format`).
public enum Format: String, Sendable, Hashable, CaseIterable {
  case table, csv, json, jsonl, markdown
}
