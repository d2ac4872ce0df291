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

/// What calls for an admonition: a rule, a verified sign, an orange alert that was striking and came to nothing.
public enum AdmonitionTrigger: Int, Sendable, Hashable, CaseIterable {
  case rule, sign, void
}

/// To whom an admonition is addressed.
public enum Addressee: Int, Sendable, Hashable, CaseIterable {
  case seat, unit
}

/// The visit that follows an admonition.
public struct Revisit: Sendable, Hashable {
  /// Share of what goes on at the addressee's that it finds; 0 is no visit.
  public var finds = Share(0)
  /// Time from the serving to the visit.
  public var within = Months(6)
  /// No visit.
  public init() {}
}

/// How strongly an admonition is felt, by whom it is addressed to.
public struct AdmonitionFelt: Sendable, Hashable {
  /// By the person.
  public var own = Factor(0)
  /// By everybody in the unit.
  public var unit = Factor(0)
  /// By nobody.
  public init() {}
}

/// An admonition 预防诫告 (model.md G11): planned, served, recorded, followed up by a visit.
public struct AdmonitionTerms: Terms {
  /// Declared name or `admonition`, the key of its luck.
  public var name = ""
  /// Who admonishes.
  public var by = Performer.kind(.supervisory)
  /// To whom.
  public var to = Addressee.seat
  /// What calls for it.
  public var on: [AdmonitionTrigger] = []
  /// Time from the plan to the serving.
  public var served = Months(0)
  /// The visit that follows.
  public var followUp = Revisit()
  /// How strongly it is felt, in chances of being caught.
  public var felt = AdmonitionFelt()
  /// Money for each that is served.
  public var cost = Price(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}
