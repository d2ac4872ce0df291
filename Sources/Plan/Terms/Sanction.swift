public import Ledger
public import Quantities

/// One quantity for each of the four forms.
public struct PerForm<Amount: Quantity>: Sendable, Hashable {
  /// Form 1 批评教育帮助.
  public var first: Amount
  /// Form 2 轻处分、组织调整.
  public var second: Amount
  /// Form 3 重处分、重大职务调整.
  public var third: Amount
  /// Form 4 涉嫌犯罪移送.
  public var fourth: Amount
  /// One quantity a form, in canonical numbers.
  public init(_ first: Double, _ second: Double, _ third: Double, _ fourth: Double) {
    self.first = Amount(first)
    self.second = Amount(second)
    self.third = Amount(third)
    self.fourth = Amount(fourth)
  }
  /// The quantity of a form.
  public subscript(form: Form) -> Amount {
    switch form {
    case .first: first
    case .second: second
    case .third: third
    case .fourth: fourth
    }
  }
}

/// How strongly a sanction is felt, by whom: pulses on A and N alike (model.md G8).
public struct Felt: Sendable, Hashable {
  /// By the person.
  public var own = Factor(0)
  /// By the colleagues of the unit, from form 2 on.
  public var unit = Factor(0)
  /// By everybody in the organisation, from form 2 on, if sanctions are published.
  public var organization = Factor(0)
  /// By nobody.
  public init() {}
}

/// One share for each level of the integrity file.
public struct PerFile: Sendable, Hashable {
  /// No file.
  public var none = Share(1)
  /// A common file.
  public var standard = Share(1)
  /// A file that is kept up to date.
  public var dynamic = Share(1)
  /// The same for all: everything is known.
  public init() {}
  /// The share of a level.
  public subscript(level: FileLevel) -> Share {
    switch level {
    case .none: none
    case .standard: standard
    case .dynamic: dynamic
    }
  }
}

/// What follows a finding: the ladder from stage and record to the four forms (model.md G8).
///
/// The form is drawn, and a case filed from form 2 on, at the verification; the sanction follows after
/// `decides`, with its pulses, its removal and its recovery.
public struct SanctionTerms: Terms {
  /// Declared name or `sanction`, the key of its luck.
  public var name = ""
  /// Who sanctions; the body's `acts` is the share of findings that it acts on.
  public var by = Performer.kind(.supervisory)
  /// Shares of the forms for signs.
  public var sign = PerForm<Share>(1, 0, 0, 0)
  /// Shares of the forms for violations.
  public var violation = PerForm<Share>(1, 0, 0, 0)
  /// Shares of the forms for crimes.
  public var crime = PerForm<Share>(1, 0, 0, 0)
  /// How long a record counts as prior.
  public var remembers = Months(0)
  /// Share of each form's mass that moves one form up for every prior known record, two at most.
  public var shifts = Share(0)
  /// Time from the verification to the decision.
  public var decides = PerForm<Months>(0, 0, 0, 0)
  /// Share of cases that are withdrawn: no sanction, no recovery.
  public var withdraws = Share(0)
  /// Share of the loss that is recovered at the decision, from form 2 on.
  public var recovers = Share(0)
  /// Share whose seat is vacated for good.
  public var removes = PerForm<Share>(0, 0, 0, 0)
  /// Share who change places with another of the same exchange group.
  public var moves = PerForm<Share>(0, 0, 0, 0)
  /// Reminder talks without a lead: form 1, per person-year.
  public var reminders = PerPersonYear(0)
  /// Weights of the forms in the severity v of sanctions, for deterrence.
  public var weights = PerForm<Factor>(0, 0, 0, 0)
  /// Whether sanctions are published, so that the organisation feels them.
  public var isPublished = false
  /// How strongly a sanction is felt.
  public var felt = Felt()
  /// Share of records that are known elsewhere after a move, by the file of the post that is left.
  public var known = PerFile()
  /// Money per sanction.
  public var cost = PerForm<Price>(0, 0, 0, 0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}

  /// The shares of the forms for a stage.
  public subscript(stage: Stage) -> PerForm<Share> {
    switch stage {
    case .sign: sign
    case .violation: violation
    case .crime: crime
    }
  }
}
