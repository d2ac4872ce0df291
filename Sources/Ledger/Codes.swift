/// Stage of an offence 苗头、违法、犯罪.
public enum Stage: Int, Sendable, Hashable, CaseIterable {
  case sign, violation, crime
}

/// Colour of an alert; green is no alert.
public enum Colour: Int, Sendable, Hashable, CaseIterable {
  case green, yellow, orange, red
}

/// Why an offence ended.
public enum EndReason: Int, Sendable, Hashable, CaseIterable {
  case desisted, verified, moved, left, censored, removed, intercepted
}

/// Where a lead or a finding came from.
public enum LeadSource: Int, Sendable, Hashable, CaseIterable {
  case alert, report, review, accident, handover, unravelled, notice
}

/// Where an item of work stands.
public enum ItemStatus: Int, Sendable, Hashable, CaseIterable {
  case open, queued, working, verified, void, lapsed, shelved, buried
}

/// Why somebody moved or a seat fell vacant; `sanction` is a move to another post as part of form 2.
public enum MoveReason: Int, Sendable, Hashable, CaseIterable {
  case rotation, refill, departure, removal, sanction
}

/// What money was spent on.
public enum Activity: Int, Sendable, Hashable, CaseIterable {
  case review, response, rotation, indicator, reporting, control, sanction, remedy, meeting
  case education, publicity, dutyReport, admonition
}

/// When a mechanism meets misconduct 事前防范、事中控制、事后整改.
public enum Phase: Int, Sendable, Hashable, CaseIterable {
  case before, during, after
}

/// What a mechanism works on 不敢腐、不能腐、不想腐: what people expect, what they can do, what they want.
public enum Aim: Int, Sendable, Hashable, CaseIterable {
  case dare, cannot, want
}

extension Activity {
  /// When what the money is spent on meets misconduct (MODEL.md, "Accounts").
  public var phase: Phase {
    switch self {
    case .control, .rotation, .education, .publicity, .dutyReport, .admonition: .before
    case .indicator, .reporting, .review, .response, .meeting: .during
    case .remedy, .sanction: .after
    }
  }

  /// What the money works on.
  public var aim: Aim {
    switch self {
    case .control, .rotation, .remedy: .cannot
    case .education: .want
    case .indicator, .reporting, .review, .response, .meeting, .sanction, .publicity, .dutyReport,
      .admonition:
      .dare
    }
  }
}

/// The steps of an admonition 预防诫告: the plan, the served notice, the record, the visit that follows it up.
public enum AdmonitionStep: Int, Sendable, Hashable, CaseIterable {
  case plan, served, record, followUp
}

/// What is weak (model.md G5): a risk point that is not on the list, a control that is performed below its standard,
/// an indicator verified below its standard, a remedy that is overdue or done on paper only.
public enum WeaknessKind: Int, Sendable, Hashable, CaseIterable {
  case unlisted, control, model, remedy
}

/// Who issues a remedy 发出方; `own` is the unit itself.
public enum Issuer: Int, Sendable, Hashable, CaseIterable {
  case supervisory, procuratorial, judicial, audit, own
}

/// Why a risk point is on the list, or not: since the beginning, by drift, by a remedy after a case, a weakness, a
/// review's finding.
public enum ListingCause: Int, Sendable, Hashable, CaseIterable {
  case initial, drift, filing, weakness, review, rule
}

/// The four forms 四种形态 of what follows a finding, from a talk to prosecution.
public enum Form: Int, Sendable, Hashable, CaseIterable {
  case first, second, third, fourth
}

/// What became of an accepted temptation (model.md G2).
public enum AttemptOutcome: Int, Sendable, Hashable, CaseIterable {
  case blocked, abandoned, solo, collusive, overridden, excluded
}

/// How somebody came to be tempted: by himself, through others in his unit, by a control that stopped him
/// elsewhere.
public enum Via: Int, Sendable, Hashable, CaseIterable, BitwiseCopyable {
  case tempted, infected, displaced
}

/// Through which channel a report came: told apart are those of colleagues.
public enum ReportChannel: Int, Sendable, Hashable, CaseIterable {
  case general, coworker
}

/// Who reports.
public enum Reporter: Int, Sendable, Hashable, CaseIterable {
  case employee, customer, anonymous, vendor, other
}

/// Codes of the field `body` that are not the index of a declared body.
public enum BodyCode {
  /// The unit itself.
  public static let unit: Int64 = -1
  /// The supervisory body that acts where none is declared.
  public static let implicit: Int64 = -2
}
