/// A kind of declaration.
public enum Kind: String, Sendable, Hashable, CaseIterable {
  /// Not a kind of its own: the fields that every declaration takes.
  case common
  case scenario, organization, unit, post, officials, turnover, body
  case pool, risk, control, indicator, threshold, screen, response, sharing, meeting, listing,
    review, reporting, rotation, sanction, education, publicity
  case dutyReport = "duty_report"
  case admonition, deterrence, remedy, rule, appraisal
  case metric, norm, target, policy, experiment, expect, evidence, use

  /// How a declaration of the kind is named.
  public enum Naming: Sendable, Hashable {
    /// By a name of its own.
    case required
    /// By a name, or it stands alone and is called like its kind.
    case optional
    /// By the name of an indicator.
    case ofIndicator
    /// By a word of an enumeration.
    case ofEnumeration(Enumeration)
    /// By nothing: the entry is a condition or a file.
    case none
  }

  /// How a declaration of the kind is named.
  public var naming: Naming {
    switch self {
    case .scenario, .officials, .turnover, .reporting, .rotation, .sanction, .deterrence, .screen,
      .appraisal, .sharing, .meeting, .listing, .education, .publicity,
      .dutyReport, .admonition:
      .optional
    case .threshold: .ofIndicator
    case .response: .ofEnumeration(.responseTo)
    case .common, .target, .expect, .use: .none
    default: .required
    }
  }

  /// Kinds that may be declared inside the block of this one.
  public var nested: [Kind] {
    switch self {
    case .organization: [.unit]
    case .unit: [.post]
    default: []
    }
  }

  /// Whether a declaration is a mechanism that can be switched off, not a part of the organisation or a
  /// temptation in it.
  public var isMechanism: Bool {
    switch self {
    case .post, .turnover, .body, .risk: false
    default: canBeOff
    }
  }

  /// Whether `KIND off` and `without` can take a declaration of the kind out.
  public var canBeOff: Bool {
    switch self {
    case .post, .turnover, .body, .risk, .control, .indicator, .response, .review, .reporting,
      .rotation, .sanction, .deterrence, .remedy, .screen, .rule,
      .appraisal, .sharing, .meeting, .listing, .education, .publicity,
      .dutyReport, .admonition:
      true
    default: false
    }
  }
}
