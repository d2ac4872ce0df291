public import Quantities

/// What a declaration says, in canonical numbers.
///
/// `init()` is the neutral value, which does nothing; defaults live in the rows of Vocabulary.
public protocol Terms: Sendable, Hashable {
  /// The neutral terms.
  init()
}

/// An organisation.
public struct OrganizationTerms: Terms {
  /// Declared name, and its path for the keys of chance.
  public var name = ""
  /// On which level it stands, if that is told: a label for descriptions, without effect of its own.
  public var level: Level?
  /// The organisation above it, by index: whose body is meant where nobody names the body above.
  public var above: Int?
  /// Field of work that units inherit.
  public var field = WorkField.general
  /// Share by which operations leave a trace (model.md 1), inherited by units.
  public var trace = Share(0)
  /// Overlap ρ of controls (model.md G2): 1 means that they act independently, 0 that only the best counts.
  public var independence = Share(1)
  /// Share of its risk points that are on the list at the beginning (model.md G5), inherited by units.
  public var listed = Share(1)
  /// Hazard with which a listed risk point becomes one that the list does not know: new procedures, new tricks.
  public var drift = Rate(0)
  /// The neutral terms.
  public init() {}
}

/// A unit of an organisation.
public struct UnitTerms: Terms {
  /// Declared name; copies are `firm_1` ….
  public var name = ""
  /// The path, such as `binhai.procurement`: the key of its luck.
  public var path = ""
  /// Index of its organisation.
  public var organization = 0
  /// Field of work; nil means the organisation's.
  public var field: WorkField?
  /// Share by which operations leave a trace: raises every detection by 1 + trace.
  public var trace = Share(0)
  /// Odds ratio on the willingness to report what goes on here (model.md G6).
  public var climate = Factor(1)
  /// Share of its risk points that are on the list at the beginning, inherited by posts.
  public var listed = Share(1)
  /// The post that answers for the unit; nil means its first post of leaders, else its first.
  public var leader: Int?
  /// The neutral terms.
  public init() {}
}

/// A post of a unit: seats alike.
public struct PostTerms: Terms {
  /// Declared name.
  public var name = ""
  /// The path, such as `binhai.procurement.tender`: the key of its luck.
  public var path = ""
  /// Index of its unit.
  public var unit = 0
  /// Seats; a distribution draws a synthetic organisation per run.
  public var headcount = Distribution.constant(0)
  /// How risky the post is held to be.
  public var riskLevel = RiskLevel.medium
  /// The group of its officials.
  public var group = OfficialGroup.ordinary
  /// What posts alike are called together, in whatever unit; selections name it.
  public var category: String?
  /// Field of work; nil means the unit's.
  public var field: WorkField?
  /// Kinds of power that it exercises.
  public var powers: [Power] = []
  /// Share of accepted temptations that no control touches, because the holder overrides them (model.md G2).
  public var override = Share(0)
  /// Share of its risk points that are on the list at the beginning (model.md G5).
  public var listed = Share(1)
  /// Posts whose holder answers for its risk points; nil means the leader of the unit.
  public var owner: Selection?
  /// How well the integrity file of its holders is kept (model.md G8).
  public var file = FileLevel.none
  /// Posts with the same exchange group swap people; nil means that the post is its own group.
  public var exchangeGroup: String?
  /// False where a policy takes the post out: no seat, no occupant.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}

/// A set of posts, resolved from names, classes and fields; sorted.
public struct Selection: Sendable, Hashable {
  /// Indices of posts, ascending.
  public var posts: [Int]
  /// The posts at which newcomers are meant: those of `posts`, unless the class of newcomers was named.
  public var newcomers: [Int]
  /// A selection of posts, newcomers and others alike.
  public init(posts: [Int] = []) { self.init(posts: posts, newcomers: posts) }
  /// A selection of posts for newcomers and for everybody else.
  public init(posts: [Int], newcomers: [Int]) {
    self.posts = posts
    self.newcomers = newcomers
  }
}

/// One number for each group of officials.
public struct PerGroup: Sendable, Hashable {
  /// Leaders.
  public var leaders: Factor
  /// Holders of key posts.
  public var key: Factor
  /// Newcomers.
  public var newcomers: Factor
  /// Everybody else.
  public var ordinary: Factor
  /// The same number for everybody unless given.
  public init(leaders: Double = 1, key: Double = 1, newcomers: Double = 1, ordinary: Double = 1) {
    self.leaders = Factor(leaders)
    self.key = Factor(key)
    self.newcomers = Factor(newcomers)
    self.ordinary = Factor(ordinary)
  }
  /// The number of a group.
  public subscript(group: OfficialGroup) -> Double {
    switch group {
    case .leaders: leaders.number
    case .key: key.number
    case .newcomers: newcomers.number
    case .ordinary: ordinary.number
    }
  }
}

/// Individual differences (model.md G1, G3). Undeclared, everybody is equal.
public struct OfficialsTerms: Terms {
  /// Time in post at month 0 of a cold start; nil means the stationary age.
  public var tenure: Distribution?
  /// Shape of the gamma frailty with mean 1; infinity means that everybody is equal.
  public var spread = Factor(.infinity)
  /// Highest frailty.
  public var spreadCap = Factor(8)
  /// Multiplier of onset by group.
  public var temptation = PerGroup()
  /// Multiplier of loss by group of the post.
  public var damage = PerGroup()
  /// Multiplier of every detection by group of the post.
  public var visibility = PerGroup()
  /// The neutral terms.
  public init() {}
}

/// Exits and refills (model.md G10).
public struct TurnoverTerms: Terms {
  /// Hazard of leaving the service.
  public var rate = Rate(0)
  /// Months until a vacated seat is filled.
  public var refill = Distribution.constant(0)
  /// How long a hire counts as a newcomer.
  public var newcomer = Months(24)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}
