// The closed sets of the plan. Their spellings live in Vocabulary; here they are only told apart.

/// How a run begins (model.md 2).
public enum Start: Int, Sendable, Hashable, CaseIterable {
  case stationary, cold
}

/// The field of work of an organisation, unit or post.
public enum WorkField: Int, Sendable, Hashable, CaseIterable {
  case general, fiscal, finance, construction, tax, land, transport, medicine, health, education
  case lawEnforcement, justice, stateFirm, procurement, publicResources, mining, propertyRights
  case funds, personnel
}

/// On which level of government an organisation stands 层级; a label.
public enum Level: Int, Sendable, Hashable, CaseIterable {
  case province, prefecture, county, township, village, enterprise
}

/// How risky a post is held to be.
public enum RiskLevel: Int, Sendable, Hashable, CaseIterable {
  case low, medium, high
}

/// The group of a post's officials.
public enum OfficialGroup: Int, Sendable, Hashable, CaseIterable {
  case leaders, key, newcomers, ordinary
}

/// The kind of power a post exercises.
public enum Power: Int, Sendable, Hashable, CaseIterable {
  case decision, execution, supervision
}

/// The kind of a body.
public enum BodyKind: Int, Sendable, Hashable, CaseIterable {
  case unitBody, resident, supervisory, audit, leading, procuratorate, court, taskForce, police
  case thirdParty
}

/// What a response answers: a colour, a lead, a real-name report, what a case brought to light, what
/// another body handed over.
public enum ResponseCause: Int, Sendable, Hashable, CaseIterable {
  case yellow, orange, red, lead, realName, unravelled, transfer
}

/// How an item is dealt with 处置方式: verified, explained by its subject on demand, or talked over.
public enum Disposal: Int, Sendable, Hashable, CaseIterable {
  case verify, explain, talk
}

/// What infects colleagues: offences that go on, or those that were verified in the last 12 months.
public enum Infection: Int, Sendable, Hashable, CaseIterable {
  case active, known
}

/// What a control is: a label for tables, without effect of its own.
public enum ControlKind: Int, Sendable, Hashable, CaseIterable {
  case dual, separation, twoLines, tiered, collective, expert, `public`, recusal, declaration
  case disclosure, online, platform, recordCheck, threeMajor, custody, other
}

/// How well the integrity file 廉政档案 of a post's holders is kept: who learns of their record.
public enum FileLevel: Int, Sendable, Hashable, CaseIterable {
  case none, standard, dynamic
}

/// What a review samples.
public enum SelectionUnit: Int, Sendable, Hashable, CaseIterable {
  case seat, unit
}

/// How a review picks what it visits.
public enum Targeting: Int, Sendable, Hashable, CaseIterable {
  case random, byTurn, byScore
}

/// What a review makes of what it finds: a finding at once, or a lead for another body.
public enum Establishes: Int, Sendable, Hashable, CaseIterable {
  case finding, lead
}

/// How a rotation fills the seats: people change places, or newcomers come.
public enum RotationMode: Int, Sendable, Hashable, CaseIterable {
  case exchange, replace
}

/// Who performs: the unit itself, a declared body, or the body of a kind in whose scope the unit lies.
public enum Performer: Sendable, Hashable {
  case unit
  case body(Int)
  case kind(BodyKind)
  /// The body above the supervisory one of the unit.
  case above
}

/// What makes a remedy be issued: a case, a weakness that a review reveals, an offence that a review finds, a rule.
public enum RemedyTrigger: Int, Sendable, Hashable, CaseIterable {
  case filing, weakness, review, rule
}

/// How a survey asks 调查方法: some methods reveal more than others.
public enum SurveyMethod: Int, Sendable, Hashable, CaseIterable {
  case symposium, questionnaire, document, talk, expert

  /// What the method makes of the share that is revealed (model.md G5).
  public var yield: Double {
    switch self {
    case .symposium: 0.8
    case .questionnaire: 0.7
    case .document: 1
    case .talk: 0.9
    case .expert: 1.1
    }
  }
}

/// What makes a review look besides its cycle: somebody leaves a seat, a case is filed, so many reports are admitted,
/// the cases of a field of work rise, a rule orders it.
public enum ReviewTrigger: Int, Sendable, Hashable, CaseIterable {
  case departure, filing, complaints, rising, order
}
