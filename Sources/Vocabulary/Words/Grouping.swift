public import Ledger
public import Syntax

/// What an answer is broken down by: a span of time, a field of the rows, or a tag of what they are spent on.
public enum Grouping: Sendable, Hashable {
  case year, quarter, month
  case field(EventField)
  /// When the activity of a cost meets misconduct, and what it works on.
  case phase, aim

  /// Every grouping, in the order of help.
  public static let all: [Grouping] =
    [.year, .quarter, .month]
    + [
      EventField.unit, .post, .organization, .field, .group, .riskLevel, .risk, .indicator,
      .colour, .stage, .form, .control, .outcome, .body, .review, .reason, .source, .status, .why,
      .activity, .channel, .via,
    ].map { .field($0) } + [.phase, .aim]

  /// The field that rows must have to be told apart so; nil for a span of time.
  public var field: EventField? {
    switch self {
    case .year, .quarter, .month: nil
    case .field(let field): field
    case .phase, .aim: .activity
    }
  }

  /// The words of a tag, each with the codes of `field` that bear it; nil for what is no tag.
  public var tags: [(word: Wording, codes: [Int64])]? {
    func codes(_ isTagged: (Activity) -> Bool) -> [Int64] {
      Activity.allCases.filter(isTagged).map { Int64($0.rawValue) }
    }
    return switch self {
    case .phase: Phase.allCases.map { tag in (tag.word, codes { $0.phase == tag }) }
    case .aim: Aim.allCases.map { tag in (tag.word, codes { $0.aim == tag }) }
    case .year, .quarter, .month, .field: nil
    }
  }

  /// The word in both languages.
  public var word: Wording {
    switch self {
    case .year: Wording("year", "年")
    case .quarter: Wording("quarter", "季度")
    case .month: Wording("month", "月")
    case .field(.reason): Wording("cause", "原因")
    case .field(let field): field.word
    case .phase: Phase.enumeration.name
    case .aim: Aim.enumeration.name
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
