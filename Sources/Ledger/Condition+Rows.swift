extension Relation {
  /// Whether the numbers stand in the relation.
  func holds(_ left: Int64, _ right: Int64) -> Bool {
    switch self {
    case .equal: left == right
    case .unequal: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

extension Condition {
  /// Whether the condition holds where the fields have these values.
  func holds(_ value: (EventField) -> Int64) -> Bool {
    switch self {
    case .always: true
    case .isOneOf(let field, let codes):
      value(field) != Row.absent && codes.contains(value(field))
    case .compares(let field, let relation, let number):
      value(field) != Row.absent && relation.holds(value(field), number)
    case .not(let inner): !inner.holds(value)
    case .and(let left, let right): left.holds(value) && right.holds(value)
    case .or(let left, let right): left.holds(value) || right.holds(value)
    }
  }

  /// Whether a row fulfils the condition: one row at a time, for traces; a `Tally` is the fast way.
  public func holds(for row: Row, in places: Places) -> Bool {
    holds { row.value(of: $0, in: places) }
  }

  /// What must all hold, left to right.
  public var conjuncts: [Condition] {
    switch self {
    case .always: []
    case .and(let left, let right): left.conjuncts + right.conjuncts
    default: [self]
    }
  }

  /// All of these.
  init(all conditions: [Condition]) {
    guard let first = conditions.first else {
      self = .always
      return
    }
    self = conditions.dropFirst().reduce(first) { .and($0, $1) }
  }

  /// The numbers that the condition compares with.
  var numbers: [Int64] {
    switch self {
    case .always: []
    case .isOneOf(_, let codes): codes
    case .compares(_, _, let number): [number]
    case .not(let inner): inner.numbers
    case .and(let left, let right), .or(let left, let right): left.numbers + right.numbers
    }
  }
}

extension Row {
  /// The value of a field of the row, `absent` where there is none.
  public func value(of field: EventField, in places: Places) -> Int64 {
    if field == .month { return Int64(month) }
    if field.isCommon { return places.code(field, ofPost: Int(post)) }
    return kind.slot(of: field).map { slots[$0] } ?? Row.absent
  }
}

extension Places {
  /// What a common field says about a post; `absent` for no post, and for the month.
  public func code(_ field: EventField, ofPost post: Int) -> Int64 {
    guard posts.indices.contains(post) else { return Row.absent }
    switch field {
    case .post: return Int64(post)
    case .unit: return Int64(posts[post].unit)
    case .organization: return Int64(posts[post].organization)
    case .field: return Int64(posts[post].field)
    case .group: return Int64(posts[post].group)
    case .riskLevel: return Int64(posts[post].riskLevel)
    default: return Row.absent
    }
  }
}
