public import Syntax

/// The entry that a file may begin with, so that words that change later keep their meaning for it.
public enum LanguageVersion {
  /// `language 1`, `语言版本 1`
  public static let word = Wording("language", "语言版本")
  /// The version that this table of words is.
  public static let current = 1
}
