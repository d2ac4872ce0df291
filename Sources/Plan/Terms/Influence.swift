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

/// What is made public 公开.
public enum Published: Int, Sendable, Hashable, CaseIterable {
  /// What reviews come to whose results are `published`.
  case results
  /// Sanctions from form 2 on, where these are `published`, when they are decided.
  case sanctions
  /// Cases, when they are filed.
  case cases
}

/// Publicity 公开 (model.md G11): how far what is made public is heard of, and how strongly it is felt.
public struct PublicityTerms: Terms {
  /// Declared name or `publicity`.
  public var name = ""
  /// What is made public.
  public var of: [Published] = []
  /// Share of the organisation that hears of it.
  public var reach = Share(0)
  /// How strongly whoever hears of it feels it, in chances of being caught.
  public var felt = Factor(0)
  /// Money for each month.
  public var cost = PriceRate(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}

/// Reports on duty and integrity 述责述廉 (model.md G11): who gives one thinks of being caught.
public struct DutyReportTerms: Terms {
  /// Declared name or `duty_report`.
  public var name = ""
  /// Who gives reports.
  public var of = Selection()
  /// Months between two reports.
  public var every = Months(12)
  /// How strongly each feels it, in chances of being caught.
  public var felt = Factor(0)
  /// Money for each report.
  public var cost = Price(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}
