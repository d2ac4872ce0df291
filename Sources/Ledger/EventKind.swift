/// The kinds of rows that a run leaves behind (schema.md, "Event kinds"); each row is one thing, dated
/// at its creation, with its fields as they stand when the last of them is settled.
public enum EventKind: Int, Sendable, Hashable, CaseIterable {
  case offences, prevalence, alerts, reports, leads, waiting, transfers, findings, reviews, moves
  case vacancies, costs
  /// Occupied seats at month ends; not an event of the language but what `seats` and `person_years` count.
  case seats
}

/// What a row says. The common fields follow from the month and the post of the row.
public enum EventField: Int, Sendable, Hashable, CaseIterable {
  case month, post, unit, organization, field, group, riskLevel
  case risk, stage, loss, months, reason, verified, latency, delay, followed, alerted
  case indicator, colour, value, void, answered, genuine
  case realName, admitted, malicious
  case source, body, priority, status, age, overdue
  case toBody, wrong, review, visits, found, cost
  case why, tenure, complied, due, handover
  case activity, amount
}

/// How a field's whole number is to be read.
public enum FieldUnit: Sendable, Hashable {
  /// A code: the raw value of an enumeration, or the index of a declaration.
  case code
  /// 0 or 1.
  case flag
  /// A whole number.
  case count
  /// A duration in 2⁻²⁰ months.
  case duration
  /// Money in hundredths.
  case money
  /// A reading in 2⁻²⁰ of its unit.
  case reading
}

extension EventField {
  /// How the field's number is to be read.
  public var unit: FieldUnit {
    switch self {
    case .month, .priority, .visits, .found: .count
    case .post, .unit, .organization, .field, .group, .riskLevel, .risk, .stage, .reason,
      .indicator, .colour, .source, .body, .status, .toBody, .review, .why, .activity:
      .code
    case .verified, .alerted, .void, .answered, .genuine, .realName, .admitted, .malicious,
      .overdue, .wrong, .complied, .due, .handover:
      .flag
    case .months, .latency, .delay, .followed, .age, .tenure: .duration
    case .loss, .cost, .amount: .money
    case .value: .reading
    }
  }

  /// Whether the field follows from the month and the post of the row.
  public var isCommon: Bool { rawValue <= EventField.riskLevel.rawValue }
}

extension EventKind {
  /// The fields of the kind, in the order of the row's slots.
  public var fields: [EventField] {
    switch self {
    case .offences:
      [.risk, .stage, .loss, .months, .reason, .verified, .latency, .delay, .followed, .alerted]
    case .prevalence: [.risk, .stage]
    case .alerts: [.indicator, .colour, .value, .verified, .void, .answered, .genuine]
    case .reports: [.realName, .admitted, .genuine, .malicious]
    case .leads: [.source, .body, .priority, .status, .age, .overdue]
    case .waiting: [.body, .priority, .overdue]
    case .transfers: [.body, .toBody, .delay]
    case .findings: [.body, .stage, .verified, .source, .latency, .wrong]
    case .reviews: [.review, .body, .visits, .found, .cost]
    case .moves: [.why, .tenure, .complied, .due, .handover]
    case .vacancies: [.why, .months]
    case .costs: [.body, .activity, .amount]
    case .seats: []
    }
  }

  /// Whether an institution could know that there is such a row.
  public var isObservable: Bool {
    switch self {
    case .offences, .prevalence: false
    case .alerts, .reports, .leads, .waiting, .transfers, .findings, .reviews, .moves, .vacancies,
      .costs, .seats:
      true
    }
  }

  /// Whether an institution could see the field of such a row.
  public func isObservable(_ field: EventField) -> Bool {
    guard isObservable else { return field.isCommon }
    switch (self, field) {
    case (.alerts, .genuine), (.reports, .genuine), (.reports, .malicious), (.findings, .wrong),
      (.findings, .latency):
      return false
    default: return true
    }
  }

  /// The slot of a field in the row, or nil for a common field or one that the kind does not have.
  public func slot(of field: EventField) -> Int? { fields.firstIndex(of: field) }
}
