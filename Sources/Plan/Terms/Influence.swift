public import Quantities

/// What a programme of education is about.
public enum EducationContent: Int, Sendable, Hashable, CaseIterable {
  /// Cases that happened to others: the only one that gains from a real case in the same field.
  case warning
  /// The right view of power.
  case values
  case law
  case culture
}

/// A programme of education 教育 (model.md G11): what a session reached lowers the temptation of the person, less and
/// less: E = Π [1 − (1 − RR)·2^(−age/half-life)] over the programmes, of each the latest session alone.
public struct EducationTerms: Terms {
  /// Declared name or `education`, the key of its luck.
  public var name = ""
  /// Whom it means. Posts where newcomers alone are meant train them from the day of their entry on.
  public var of = Selection()
  /// What it is about.
  public var content = EducationContent.warning
  /// Months between two sessions.
  public var every = Months(12)
  /// Share of those meant whom a session reaches.
  public var reach = Share(1)
  /// 1 − RR; below 0 it makes things worse.
  public var effect = Share(0)
  /// Half-life of the effect.
  public var halfLife = Months(3)
  /// Multiplier of the effect where a real case of the same field was filed within 12 months.
  public var caseGain = Factor(1)
  /// Money for each person reached.
  public var cost = Price(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}
