public import Ledger
public import Syntax

/// What an answer is broken down by: a span of time, or a field of the rows.
public enum Grouping: Sendable, Hashable {
  case year, quarter, month
  case field(EventField)

  /// Every grouping, in the order of help.
  public static let all: [Grouping] =
    [.year, .quarter, .month]
    + [
      EventField.unit, .post, .organization, .field, .group, .riskLevel, .risk, .indicator,
      .colour, .stage, .form, .control, .outcome, .body, .review, .reason, .source, .status, .why,
      .activity, .channel, .via,
    ].map { .field($0) }

  /// The word in both languages.
  public var word: Wording {
    switch self {
    case .year: Wording("year", "年")
    case .quarter: Wording("quarter", "季度")
    case .month: Wording("month", "月")
    case .field(.reason): Wording("cause", "原因")
    case .field(let field): field.word
    }
  }

  /// The grouping that is spelled so in either language.
  public init?(word: String) {
    func isSpelled(_ wording: Wording) -> Bool { wording.en == word || wording.zh == word }
    let found =
      Self.all.first { isSpelled($0.word) }
      ?? Self.all.first { if case .field(let field) = $0 { isSpelled(field.word) } else { false } }
    guard let found else { return nil }
    self = found
  }
}
