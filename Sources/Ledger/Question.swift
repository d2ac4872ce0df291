/// Months from the first to the last, both included; 1 is the first reported month.
public struct Window: Sendable, Hashable {
  /// First month.
  public var first: Int
  /// Last month.
  public var last: Int
  /// From `first` to `last`.
  public init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }
  /// The whole horizon.
  public static let all = Window(first: 1, last: Int(Int32.max))
}

/// How two numbers are compared.
public enum Relation: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// A condition over the fields of one kind of row. Numbers are whole, in the units of the fields;
/// an absent field fulfils no comparison.
public indirect enum Condition: Sendable, Hashable {
  case always
  /// The field is one of these codes.
  case isOneOf(EventField, [Int64])
  /// The field compares so with a number.
  case compares(EventField, Relation, Int64)
  case not(Condition)
  case and(Condition, Condition)
  case or(Condition, Condition)

  /// Every field that the condition reads.
  public var fields: Set<EventField> {
    switch self {
    case .always: []
    case .isOneOf(let field, _), .compares(let field, _, _): [field]
    case .not(let inner): inner.fields
    case .and(let left, let right), .or(let left, let right): left.fields.union(right.fields)
    }
  }
}

/// One thing that a run can be asked: a count, a sum, or a distribution over the rows of a kind.
public struct Atom: Sendable, Hashable {
  /// What is taken of the rows that fulfil the condition.
  public enum Measure: Sendable, Hashable {
    /// How many rows.
    case count
    /// The sum of a field over the rows that have it.
    case sum(EventField)
    /// A quantile (0...1) of a field, pooled over the runs.
    case quantile(Double, EventField)
    /// The time by which this share of the rows has the field (Kaplan–Meier), pooled over the runs;
    /// a row without it is censored at `months` (what it lasted, or was followed).
    case survival(Double, EventField)
  }

  /// The kind of row.
  public var kind: EventKind
  /// What is taken.
  public var measure: Measure
  /// Which rows.
  public var condition: Condition
  /// Created when.
  public var window: Window
  /// Whether it is asked of the baseline in the same run, whatever the policy.
  public var isOfBaseline = false

  /// Makes an atom.
  public init(
    _ kind: EventKind, _ measure: Measure, where condition: Condition = .always,
    in window: Window = .all
  ) {
    self.kind = kind
    self.measure = measure
    self.condition = condition
    self.window = window
  }

  /// Whether an institution could answer it: no hidden kind, no hidden field.
  public var isObservable: Bool {
    var fields = condition.fields
    switch measure {
    case .count: break
    case .sum(let field), .quantile(_, let field), .survival(_, let field): fields.insert(field)
    }
    let isVeiled = kind.veil.map { !condition.conjuncts.contains(.isOneOf($0, [1])) } ?? false
    // Nobody sees what would have been.
    return !isOfBaseline && kind.isObservable && !isVeiled
      && fields.allSatisfy { kind.isObservable($0) }
  }
}

/// An expression over atoms: what a metric is. Its values are in the units of the metric: money in
/// currency, durations in months, shares as fractions, person-years in years.
public indirect enum Question: Sendable, Hashable {
  /// How two questions are combined.
  public enum Operation: Sendable, Hashable {
    case add, subtract, multiply, divide, minimum, maximum
  }
  /// A constant.
  case number(Double)
  /// One atom.
  case atom(Atom)
  /// Two questions combined.
  case combined(Question, Operation, Question)
  /// How unequally rows per seat fall on places: the Gini coefficient Σᵢⱼ|xᵢ − xⱼ|/(2n²x̄) over those with
  /// seats (model.md 4, M25). Of all runs together, so what chance alone does to single runs cancels.
  case gini([Portion])

  /// What falls on one place: the rows and the seats there.
  public struct Portion: Sendable, Hashable {
    /// The rows.
    public var count: Atom
    /// The occupied seats.
    public var seats: Atom
    /// The rows and the seats of a place.
    public init(count: Atom, seats: Atom) {
      self.count = count
      self.seats = seats
    }
  }

  /// The atoms, left to right, each once.
  public var atoms: [Atom] {
    switch self {
    case .number: return []
    case .atom(let atom): return [atom]
    case .combined(let left, _, let right):
      let first = left.atoms
      return first + right.atoms.filter { !first.contains($0) }
    case .gini(let portions): return portions.flatMap { [$0.count, $0.seats] }
    }
  }

  /// Whether an institution could answer it.
  public var isObservable: Bool { atoms.allSatisfy(\.isObservable) }

  /// Whether it sets a policy against the baseline.
  public var isAgainstBaseline: Bool { atoms.contains(where: \.isOfBaseline) }

  /// The same question of the baseline, whatever the policy; nil where it is not made of counts and sums.
  public var ofBaseline: Question? {
    switch self {
    case .number: return self
    case .atom(var atom):
      guard !atom.measure.isDistribution else { return nil }
      atom.isOfBaseline = true
      return .atom(atom)
    case .combined(let left, let operation, let right):
      guard let left = left.ofBaseline, let right = right.ofBaseline else { return nil }
      return .combined(left, operation, right)
    case .gini: return nil
    }
  }
}

/// What the posts of a plan are, for conditions over unit, organisation, field, group and risk level.
public struct Places: Sendable, Hashable {
  /// The codes of one post.
  public struct Post: Sendable, Hashable {
    /// The codes.
    public var unit, organization, field, group, riskLevel: Int32
    /// Makes the codes of one post.
    public init(unit: Int, organization: Int, field: Int, group: Int, riskLevel: Int) {
      self.unit = Int32(unit)
      self.organization = Int32(organization)
      self.field = Int32(field)
      self.group = Int32(group)
      self.riskLevel = Int32(riskLevel)
    }
  }
  /// By index of post.
  public var posts: [Post]
  /// Makes places.
  public init(posts: [Post]) { self.posts = posts }
}
