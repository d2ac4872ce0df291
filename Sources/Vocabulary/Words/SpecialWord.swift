public import Syntax

/// A word that stands for a value.
public enum SpecialWord: String, Sendable, Hashable, CaseIterable {
  case yes, no, off, equal, never, unlimited

  /// The word in both languages.
  public var word: Wording {
    switch self {
    case .yes: Wording("yes", "是")
    case .no: Wording("no", "否")
    case .off: Wording("off", "停用")
    case .equal: Wording("equal", "相同")
    case .never: Wording("never", "永不")
    case .unlimited: Wording("unlimited", "不限")
    }
  }

  /// The Chinese word where the threshold of a colour is left out: a colour is not set rather than never.
  public static let notSet = "不设"

  /// Every spelling in both languages.
  public var spellings: [String] {
    self == .never ? [word.en, word.zh, Self.notSet] : [word.en, word.zh]
  }

  /// The number that the word stands for; nil for yes, no and off.
  public var number: Double? {
    switch self {
    case .equal, .never, .unlimited: .infinity
    case .yes, .no, .off: nil
    }
  }

  /// The word that is spelled so in either language.
  public init?(word: String) {
    guard let special = Self.allCases.first(where: { $0.spellings.contains(word) }) else {
      return nil
    }
    self = special
  }
}
