public import Ledger
public import Quantities

/// A body that performs reviews and responses (model.md 1, G7).
public struct BodyTerms: Terms {
  /// Declared name.
  public var name = ""
  /// What kind of body it is.
  public var kind = BodyKind.supervisory
  /// Items that it can start a month; infinity is unlimited.
  public var capacity = Rate(.infinity)
  /// Money that it may spend, per month of the year; infinity is unlimited.
  public var budget = PriceRate(.infinity)
  /// Share of the seats in its scope that it reaches.
  public var covers = Share(1)
  /// The body above it, by index.
  public var above: Int?
  /// Share of what is verified that it acts on when it sanctions; the rest ends without a form.
  public var acts = Share(1)
  /// Units in its scope, by index; nil means all.
  public var scope: [Int]?
  /// The organisations that are its scope, where it is made of whole ones.
  public var organizations: [Int] = []
  /// False where a policy takes the body out.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}

/// What makes a review look besides its cycle (model.md G5).
public struct ReviewOccasion: Sendable, Hashable {
  /// What happens.
  public var trigger: ReviewTrigger
  /// Admitted reports on a unit that are enough.
  public var least = Count(5)
  /// Months within which they count.
  public var within = Months(12)
  /// An occasion.
  public init(_ trigger: ReviewTrigger) { self.trigger = trigger }
}

/// A look at posts, with a cycle or on occasion (model.md G5).
public struct ReviewTerms: Terms {
  /// Declared name, the key of its luck.
  public var name = ""
  /// Who performs.
  public var by = Performer.kind(.supervisory)
  /// Months between two occurrences.
  public var every = Months(.infinity)
  /// Occasions on which it looks besides.
  public var on: [ReviewOccasion] = []
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
  /// Whether it finds offences of conflicts of interests alone.
  public var isOfConflicts = false
  /// What is left of the hazard of being found where the risk point is not on the list.
  public var unlisted = Factor(1)
  /// Share of weaknesses at the visited posts that are revealed, before `method`.
  public var reveals = Share(0)
  /// How it asks.
  public var method = SurveyMethod.document
  /// Whether nobody can keep what it finds from the record.
  public var isExempt = false
  /// Items of the performer's capacity that a visit to a unit takes.
  public var effort = Count(0)
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
  /// Weight of a visit in the perceived risk of the visited, on catches A and chances N alike (model.md
  /// G1, G5); nil means `usualVisit`, if the review finds anything at all.
  public var visit: Factor?
  /// What a visit weighs where `visit` is not written: 0 if the unit looks at itself.
  public var usualVisit = Factor(0)
  /// Weight of a visit that found nothing, on chances N alone, besides `visit`.
  public var cleanVisit = Factor(0)
  /// Whether the review is announced and so enters what people expect (model.md G1).
  public var isAnnounced = false
  /// Whether what it came to is published, and so felt in the organisation (model.md G11, G12).
  public var isPublished = false
  /// The weight of a visit: the number that the dial `visit` turns.
  public var visitWeight: Factor {
    get { visit ?? (finds.number > 0 ? usualVisit : Factor(0)) }
    set { visit = newValue }
  }
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
  /// Hazard at which an active offence is reported by co-workers if all seats of the unit are held by honest people.
  public var coworkers = Rate(0)
  /// Share of those who saw something that report it.
  public var willingness = Share(0.6)
  /// Odds ratio of protection on willingness.
  public var protection = Factor(1)
  /// Odds ratio of rewards.
  public var reward = Factor(1)
  /// Odds ratio of publicity.
  public var publicised = Factor(1)
  /// Odds ratio of feedback to those who gave their name. It counts in proportion to the share of the
  /// channel's real-name leads of the last 12 months whose work began within `feedbackWithin`, wholly while
  /// there is none.
  public var feedback = Factor(1)
  /// Time within which feedback is promised, rounded up to whole months.
  public var feedbackWithin = Months(.infinity)
  /// Factor of openness 公示 on the hazard of being reported, at `opennessOf`.
  public var openness = Factor(1)
  /// Posts whose dealings are made public; nil means all.
  public var opennessOf: Selection?
  /// Share of reports that name their author.
  public var realName = Share(0)
  /// Share of real-name reports that are retaliated against, before `protects`.
  public var retaliation = Share(0)
  /// Share of retaliation that protection prevents: it happens with `retaliation` × (1 − `protects`).
  public var protects = Share(0)
  /// Share of retaliations that become known.
  public var surfaces = Share(0)
  /// Odds ratio on the willingness in the unit for every known retaliation; its logarithm fades with the
  /// half-life of the perceived risk.
  public var chills = Factor(1)
  /// Who reports: shares that add up to 1. Who gives a name is drawn among all but the anonymous.
  public var sources = PerReporter()
  /// Untrue reports per person-year.
  public var noise = PerPersonYear(0)
  /// Share of the untrue that are malicious.
  public var malicious = Share(0)
  /// Share of reports that become leads.
  public var admits = Share(1)
  /// Time within which the plan for a report's lead is due: unstarted for longer, it is overdue.
  public var planWithin = Months(.infinity)
  /// Money per admitted report.
  public var cost = Price(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}

/// The shares of those who report, by who they are (model.md G6).
public struct PerReporter: Sendable, Hashable {
  /// Employees 职工.
  public var employee = Share(0)
  /// Customers 服务对象.
  public var customer = Share(0)
  /// Nobody knows 匿名.
  public var anonymous = Share(0)
  /// Vendors 供应商.
  public var vendor = Share(0)
  /// Everybody else.
  public var other = Share(1)
  /// Nobody in particular.
  public init() {}
  /// The share of a kind of reporter.
  public subscript(reporter: Reporter) -> Share {
    switch reporter {
    case .employee: employee
    case .customer: customer
    case .anonymous: anonymous
    case .vendor: vendor
    case .other: other
    }
  }
}

/// What a verified item brings to light besides (model.md G7).
public struct Unravelling: Sendable, Hashable {
  /// Share of the offence's accomplices who are found with it.
  public var accomplices = Share(0)
  /// Share of the person's other active offences that become leads, with the source `case`.
  public var others = Share(0)
  /// Nothing more.
  public init() {}
}

/// What is done about an alert, a lead or a real-name report (model.md G7).
public struct ResponseTerms: Terms {
  /// What it answers.
  public var cause = ResponseCause.lead
  /// Who performs.
  public var by = Performer.kind(.supervisory)
  /// How the item is dealt with: what its figures are unless they are written.
  public var disposal = Disposal.verify
  /// Months from the start of work to its result.
  public var within = Months(0)
  /// Share of true ones verified.
  public var verifies = Share(0)
  /// The bodies, by index, that take part in each item with one of their own; empty for none.
  public var joint: [Int] = []
  /// Factor on the hazard of being verified where others take part.
  public var jointGain = Factor(1)
  /// Items started a month; infinity means that the body's capacity alone binds.
  public var capacity = Rate(.infinity)
  /// Rank in the queue, 9 first.
  public var priority = Count(2)
  /// Share of untrue ones wrongly found.
  public var wrongs = Share(0)
  /// Share of the unverified that are shelved 暂存待查 rather than void: nothing follows, no result is counted.
  public var shelves = Share(0)
  /// Share of the unverified, shelved or not, whose subject gets a reminder talk: form 1 without a finding.
  public var talks = Share(0)
  /// Share of the verified that the performer keeps from the record 压案: no finding, a talk that nobody hears
  /// of, no pulse; the offence stops in half of these cases.
  public var buries = Share(0)
  /// What a verified item brings to light besides.
  public var unravels = Unravelling()
  /// Whether an unstarted item that is older than `within` goes to the response of the next higher colour.
  public var escalatesOverdue = false
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
  /// Share of the collusive offences not found at hand-over into which the successor is drawn.
  public var passes = Share(0)
  /// How long somebody who has just come performs the controls of his seat less, and by how much.
  public var settling = Months(0)
  /// What is taken from the share of occasions on which they are performed.
  public var lag = Share(0)
  /// Money per move.
  public var cost = Price(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}
