public import Syntax

/// Examples in the language of the reader; they are kept in English.
public enum Example {
  /// An entry of a program.
  public static func entry(_ english: String, _ language: Language) -> String {
    let parse = parse(Source(name: "example", text: english))
    let translation = Translation(of: parse.program, into: language)
    let text = Formatter(language: language) { translation.spelling(of: $0.token) }.text(of: parse)
    return text.last == "\n" ? String(text.dropLast()) : text
  }

  /// A field in the block of a kind.
  public static func field(_ english: String, of kind: Kind, _ language: Language) -> String {
    let head = kind == .common ? Kind.post.word.en : kind.word.en
    return inside(entry("\(head) x { \(english) }", language))
  }

  /// A field of a block in the block of a kind.
  public static func field(
    _ english: String, of group: AnyRow, in kind: Kind, _ language: Language
  ) -> String {
    let outer = field("\(group.word.en) { \(english) }", of: kind, language)
    return inside(outer)
  }

  /// An expression of a metric.
  public static func expression(_ english: String, _ language: Language) -> String {
    afterHead(field("is \(english)", of: .metric, language))
  }

  /// A distribution.
  public static func distribution(_ english: String, _ language: Language) -> String {
    afterHead(field("clean \(english)", of: .indicator, language))
  }

  /// What stands between the first `{` and the last `}`.
  private static func inside(_ entry: String) -> String {
    guard let open = entry.firstIndex(of: "{"), let close = entry.lastIndex(of: "}") else {
      return entry
    }
    let inner = entry[entry.index(after: open)..<close]
    return String(inner.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private static func afterHead(_ entry: String) -> String {
    String(entry.drop { $0 != " " }.dropFirst())
  }
}
