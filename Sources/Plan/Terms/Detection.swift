public import Quantities

/// A body that performs reviews and responses (model.md 1, G7).
public struct BodyTerms: Terms {
  /// Declared name.
  public var name = ""
  /// What kind of body it is.
  public var kind = BodyKind.supervisory
  /// Items that it can start a month; infinity is unlimited.
  public var capacity = Rate(.infinity)
  /// Units in its scope, by index; nil means all.
  public var scope: [Int]?
  /// False where a policy takes the body out.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}

/// A periodic look (model.md G5).
public struct ReviewTerms: Terms {
  /// Declared name, the key of its luck.
  public var name = ""
  /// Who performs.
  public var by = Performer.kind(.supervisory)
  /// Months between two occurrences.
  public var every = Months(.infinity)
  /// Month of the first occurrence; due when month ≡ first (mod every).
  public var first = Months(.infinity)
  /// Posts in its scope.
  public var of = Selection()
  /// Share of selection units visited each time.
  public var covers = Share(1)
  /// Posts among which `covers` is counted; nil means `of`.
  public var coversOf: Selection?
  /// What is sampled.
  public var selects = SelectionUnit.seat
  /// How it is sampled.
  public var targets = Targeting.random
  /// Area under the curve of the score.
  public var accuracy = Share(0.5)
  /// Share of active offences found at a visit.
  public var finds = Share(0)
  /// How far back ended offences can be found.
  public var lookback = Months(0)
  /// Finding at once, or a lead.
  public var establishes = Establishes.finding
  /// Share of leads handed over to the responding body.
  public var transfers = Share(1)
  /// Months that the hand-over takes.
  public var transferWithin = Months(0)
  /// Share of visited clean seats wrongly found.
  public var wrongs = Share(0)
  /// Money per occurrence.
  public var lump = Price(0)
  /// Money per visited organisational unit.
  public var cost = Price(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}

/// Reports (model.md G6).
public struct ReportingTerms: Terms {
  /// Declared name or `reporting`, the key of its luck.
  public var name = ""
  /// Who receives the reports.
  public var by = Performer.kind(.supervisory)
  /// Share per month of active offences that somebody reports.
  public var hears = Rate(0)
  /// Share per month that come to light otherwise.
  public var other = Rate(0)
  /// Share of those who saw something that report it.
  public var willingness = Share(0.6)
  /// Odds ratio of protection on willingness.
  public var protection = Factor(1)
  /// Odds ratio of rewards.
  public var reward = Factor(1)
  /// Odds ratio of publicity.
  public var publicised = Factor(1)
  /// Share of reports that name their author.
  public var realName = Share(0)
  /// Untrue reports per person-year.
  public var noise = PerPersonYear(0)
  /// Share of the untrue that are malicious.
  public var malicious = Share(0)
  /// Share of reports that become leads.
  public var admits = Share(1)
  /// Money per admitted report.
  public var cost = Price(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}

/// What is done about an alert, a lead or a real-name report (model.md G7).
public struct ResponseTerms: Terms {
  /// What it answers.
  public var cause = ResponseCause.lead
  /// Who performs.
  public var by = Performer.kind(.supervisory)
  /// Months from the start of work to its result.
  public var within = Months(0)
  /// Share of true ones verified.
  public var verifies = Share(0)
  /// Items started a month; infinity means that the body's capacity alone binds.
  public var capacity = Rate(.infinity)
  /// Rank in the queue, 9 first.
  public var priority = Count(2)
  /// Share of untrue ones wrongly found.
  public var wrongs = Share(0)
  /// Age at which an unstarted item lapses.
  public var lapses = Months(.infinity)
  /// Money per item.
  public var cost = Price(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}

/// Rotation of officials (model.md G10).
public struct RotationTerms: Terms {
  /// Declared name or `rotation`, the key of its luck.
  public var name = ""
  /// Posts that rotate.
  public var of = Selection()
  /// Time in post after which a move is due; infinity is off.
  public var every = Months(.infinity)
  /// Share of the due that move.
  public var coverage = Share(0)
  /// Time after which one who stayed is due again; nil means `every`.
  public var retry: Months?
  /// `retry`, or `every` while it is not written: the number that the dial `rotation.retry` turns.
  public var retryAfter: Months {
    get { retry ?? every }
    set { retry = newValue }
  }
  /// Exchange or replacement.
  public var mode = RotationMode.exchange
  /// Share of active offences found at hand-over.
  public var handover = Share(0)
  /// Money per move.
  public var cost = Price(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}
