/// The kinds of rows that a run leaves behind (schema.md, "Event kinds"); each row is one thing, dated
/// at its creation, with its fields as they stand when the last of them is settled.
public enum EventKind: Int, Sendable, Hashable, CaseIterable {
  case offences, prevalence, alerts, reports, leads, waiting, transfers, findings, reviews, moves
  case vacancies, costs
  /// Occupied seats at month ends; not an event of the language but what `seats` and `person_years` count.
  case seats
  /// Accepted temptations, also those that came to nothing; truth.
  case attempts
  /// Retaliations against somebody who reported; truth, also those that became known.
  case retaliations
  /// Verified items that their performer kept from the record; truth.
  case burials
  /// Cases, filed from form 2 on, dated at the verification.
  case cases
  /// Forms given, also reminder talks, dated at the decision.
  case sanctions
  /// Money recovered, dated at the decision.
  case recoveries
  /// Suspects handed over to the procuratorate: form 4, dated at the decision.
  case prosecutions
  /// Blocked attempts that somebody noticed, and which control blocked them.
  case notices
  /// Lines of the problem list: what reviews revealed, dated at the first time.
  case weaknesses
  /// What was proposed to a unit, and its reply, dated at the issue.
  case recommendations
  /// What became of a remedy, dated at its first issue.
  case rectifications
  /// Risk points of a post at month ends, known or not; those that nobody knows of are truth.
  case cells
  /// Alerts that passed a screen, kept or taken out.
  case screened
  /// Offences that an alert stopped on the spot.
  case interceptions
  /// Counterparties whom a check of records kept out, with the time for which their record still stands.
  case exclusions
  /// Rules that fired, and the numbers that they turned.
  case firings, changes
  /// Sessions of education, post by post.
  case sessions
  /// Steps of admonitions, each with its month.
  case admonitions
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
  /// Of an attempt: what became of it, and the control that blocked it, to which the increments of B credit it.
  case outcome, control
  /// Of an offence: whether it has accomplices, and how many.
  case collusive, accomplices
  /// Of an alert: whether its subject got a form, a reminder talk included, and whether a case was filed.
  case disposed, filed
  /// Who reported.
  case reporter
  /// Whether a retaliation became known.
  case known
  /// The form; whether the case was withdrawn later; prior forms on the known record; whether it is a talk
  /// without a finding.
  case form, withdrawn, prior, reminder
  /// Of a weakness: what is weak, the post that answers for it, whether it was followed up as closed, and how
  /// long that took.
  case weakness, owner, closed, stepTime
  /// Of a review: how many weaknesses it revealed.
  case weaknesses
  /// Of a remedy: who issued it, whether the reply is not in by its deadline, is in, accepts.
  case issuer, late, replied, accepted
  /// What it answers; whether completion is reported, is true; whether it was reissued.
  case trigger, reported, done, reopened
  /// Whether in its unit and for its risk a case was filed within 24 months of the report, an offence began within
  /// 24 months of true completion; time since the report.
  case recurred, relapsed, elapsed
  /// Of a risk point: whether it is on the list, and why it stands so.
  case listed, cause
  /// How an attempt came about; of an offence, whether it came about through others in the unit.
  case via, infected
  /// Through which channel a report came.
  case channel
  /// Of an alert: whether a screen took it out. Of a screening: whether the alert was kept.
  case screened, kept
  /// Of an exclusion: which counterparties, and for how long the record still stands.
  case pool, until
  /// Which rule; the number that it turned, from what to what.
  case rule, path, old, new
  /// Of a review: whether there was no money for it. Of a cost: what was due and could not be paid.
  case skipped, unpaid
  /// Of a session: the programme, and the share of those meant whom it reached.
  case programme, reach
  /// Of an admonition: to whom it is addressed, and which of its steps was taken.
  case addressee, step
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
  /// A share in 2⁻²⁰.
  case share
}

extension EventField {
  /// How the field's number is to be read.
  public var unit: FieldUnit {
    switch self {
    case .month, .priority, .visits, .found, .accomplices, .prior, .weaknesses: .count
    case .post, .unit, .organization, .field, .group, .riskLevel, .risk, .stage, .reason,
      .indicator, .colour, .source, .body, .status, .toBody, .review, .why, .activity, .outcome,
      .control, .reporter, .form, .weakness, .owner, .issuer, .trigger, .cause,
      .via, .channel, .pool, .rule, .path, .programme, .addressee,
      .step:
      .code
    case .verified, .alerted, .void, .answered, .genuine, .realName, .admitted, .malicious,
      .overdue, .wrong, .complied, .due, .handover, .collusive, .disposed, .filed, .known,
      .withdrawn, .reminder, .closed, .late, .replied, .accepted, .reported, .done, .reopened,
      .recurred, .relapsed, .listed, .infected, .screened, .kept, .skipped:
      .flag
    case .months, .latency, .delay, .followed, .age, .tenure, .stepTime, .elapsed, .until: .duration
    case .loss, .cost, .amount, .unpaid: .money
    case .value, .old, .new: .reading
    case .reach: .share
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
      [
        .risk, .stage, .loss, .months, .reason, .verified, .latency, .delay, .followed, .alerted,
        .collusive, .accomplices, .infected,
      ]
    case .prevalence: [.risk, .stage]
    case .alerts:
      [
        .indicator, .colour, .value, .verified, .void, .answered, .genuine, .disposed, .filed,
        .screened,
      ]
    case .reports: [.realName, .admitted, .genuine, .malicious, .reporter, .channel]
    // Stage and loss are what they look like from outside, never the truth.
    case .leads: [.source, .body, .priority, .status, .age, .overdue, .stage, .loss, .listed]
    case .waiting: [.body, .priority, .overdue]
    case .transfers: [.body, .toBody, .delay]
    case .findings: [.body, .stage, .verified, .source, .latency, .wrong]
    case .reviews: [.review, .body, .visits, .found, .cost, .weaknesses, .skipped]
    case .moves: [.why, .tenure, .complied, .due, .handover]
    case .vacancies: [.why, .months]
    case .costs: [.body, .activity, .amount, .unpaid]
    case .seats: []
    // Which control stopped it, if one did.
    case .attempts: [.risk, .outcome, .control, .via]
    case .retaliations: [.known]
    case .burials: [.body]
    // Dated at the verification; the amount is the loss by then, as the institution knows it.
    case .cases: [.stage, .form, .risk, .withdrawn, .amount]
    // Dated at the decision; the delay since the verification. A reminder has no stage.
    case .sanctions: [.form, .stage, .prior, .delay, .reminder]
    case .recoveries: [.amount]
    case .prosecutions: [.stage]
    case .notices: [.control]
    case .weaknesses: [.weakness, .owner, .review, .closed, .stepTime, .followed, .risk]
    case .recommendations: [.issuer, .late, .replied, .accepted, .due]
    case .rectifications:
      [
        .issuer, .trigger, .reported, .done, .late, .reopened, .followed, .recurred, .relapsed,
        .elapsed, .risk,
      ]
    case .cells: [.risk, .listed, .known, .cause]
    case .screened: [.indicator, .kept]
    // The reading that betrayed it.
    case .interceptions: [.indicator, .value]
    case .exclusions: [.pool, .until, .risk, .control]
    case .firings: [.rule, .body]
    case .changes: [.path, .old, .new, .rule]
    case .sessions: [.programme, .reach]
    case .admonitions: [.addressee, .step, .body]
    }
  }

  /// The flag without which nobody but the simulation knows of such a row, where there is one: who asks for all
  /// rows asks for the truth.
  public var veil: EventField? { self == .cells ? .known : nil }

  /// Whether an institution could know that there is such a row.
  public var isObservable: Bool {
    switch self {
    case .offences, .prevalence, .attempts, .retaliations, .burials: false
    case .alerts, .reports, .leads, .waiting, .transfers, .findings, .reviews, .moves, .vacancies,
      .costs, .seats, .cases, .sanctions, .recoveries, .prosecutions, .notices, .weaknesses,
      .recommendations, .rectifications, .cells, .screened, .interceptions, .exclusions, .firings,
      .changes, .sessions, .admonitions:
      true
    }
  }

  /// Whether an institution could see the field of such a row.
  public func isObservable(_ field: EventField) -> Bool {
    guard isObservable else { return field.isCommon }
    switch (self, field) {
    case (.alerts, .genuine), (.reports, .genuine), (.reports, .malicious), (.findings, .wrong),
      (.findings, .latency), (.rectifications, .done), (.rectifications, .relapsed):
      return false
    default: return true
    }
  }

  /// The slot of a field in the row, or nil for a common field or one that the kind does not have.
  public func slot(of field: EventField) -> Int? { fields.firstIndex(of: field) }
}
