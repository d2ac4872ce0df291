public import Ledger

/// The checked scenario in canonical numbers: all that the engine needs, and no word of any language.
public struct Plan: Sendable, Hashable {
  /// Months simulated and reported.
  public var horizon = 120
  /// How a run begins.
  public var start = Start.stationary
  /// Months simulated before month 1 under the baseline, not reported; 0 for a cold start.
  public var warmUp = 60
  /// The baseline's scheme.
  public var scheme = Scheme()
  /// The `~` of the scenario: set, before every policy's changes, in order of declaration.
  public var uncertain: [Change] = []
  /// The policies to be run, in order of declaration; the baseline is the first.
  public var arms: [Arm] = []

  /// An empty plan.
  public init() {}
}

/// One policy: what it declares otherwise, and the ordered list of its changes of numbers.
///
/// Selections, lists, switches and new declarations are merged into the scheme of a phase; numbers stay
/// changes, applied after the draw of `~`.
public struct Arm: Sendable, Hashable {
  /// The scheme from a month on.
  public struct Phase: Sendable, Hashable {
    /// First month in which the scheme holds; the first phase holds from the start.
    public var from: Int
    /// The declarations.
    public var scheme: Scheme
    /// A scheme from a month on.
    public init(from: Int, scheme: Scheme) {
      self.from = from
      self.scheme = scheme
    }
  }

  /// Declared name; `baseline` for the first, `current` for the prompt's overlay.
  public var name: String
  /// At least one phase, ascending.
  public var phases: [Phase]
  /// Changes of numbers, in order of application.
  public var changes: [Change]

  /// Makes an arm.
  public init(name: String, phases: [Phase], changes: [Change]) {
    self.name = name
    self.phases = phases
    self.changes = changes
  }
}

extension Scheme {
  /// The codes of every post, for conditions over unit, field, group and risk level.
  public var places: Places {
    Places(
      posts: posts.map { post in
        let unit = units[post.unit]
        let organization = organizations[unit.organization]
        let field = post.field ?? unit.field ?? organization.field
        return Places.Post(
          unit: post.unit, organization: unit.organization, field: field.rawValue,
          group: post.group.rawValue, riskLevel: post.riskLevel.rawValue)
      })
  }
}
