/// The two languages in which Probity is written, read and answered.
public enum Language: String, Sendable, CaseIterable {
  case en, zh
}

/// One thing said in English and in Chinese; neither is the translation of the other.
public struct Wording: Sendable, Hashable {
  /// The English wording.
  public let en: String
  /// The Chinese wording.
  public let zh: String

  /// Pairs the English wording with the Chinese one.
  public init(_ en: String, _ zh: String) {
    self.en = en
    self.zh = zh
  }

  /// The wording in one language.
  public subscript(language: Language) -> String {
    language == .en ? en : zh
  }
}
