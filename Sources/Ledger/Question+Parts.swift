/// One part of what an answer is broken down into: the rows that it is about.
public enum Part: Sendable, Hashable {
  /// Rows created in these months.
  case months(Window)
  /// Rows whose field has this code.
  case code(EventField, Int64)
  /// Rows whose field has one of these codes.
  case codes(EventField, [Int64])
  /// Rows without the field: a review that visits many units happens in none of them.
  case without(EventField)
}

/// Why a question cannot be broken down so: these kinds of rows would be counted whole in every part.
public struct Indivisible: Error, Sendable, Hashable {
  /// The kinds, in the order of the question.
  public var kinds: [EventKind]
  /// Rows of these kinds cannot be divided so.
  public init(kinds: [EventKind]) { self.kinds = kinds }
}

extension EventKind {
  /// Whether rows of the kind have the field.
  public func has(_ field: EventField) -> Bool { field.isCommon || slot(of: field) != nil }
}

extension Question {
  /// The question about the rows of a part alone.
  ///
  /// Everything that is added up must be divisible, so that the parts make the whole. A denominator of
  /// which no kind of row can be divided so stays whole: `incidence by risk` is over the person-years of
  /// all, and its parts add up; one that can be divided in part only cannot be asked.
  public func narrowed(to part: Part) throws(Indivisible) -> Question {
    try narrowed { $0.narrowed(to: part) }
  }

  /// The question with every atom changed; nil stands for an atom that cannot be changed so.
  public func narrowed(by change: (Atom) -> Atom?) throws(Indivisible) -> Question {
    switch self {
    case .number: return self
    case .atom(let atom):
      guard let changed = change(atom) else { throw Indivisible(kinds: [atom.kind]) }
      return .atom(changed)
    case .combined(let left, .divide, let right):
      let below =
        right.isUntouched(by: change) ? right : try right.narrowed(by: change)
      return .combined(try left.narrowed(by: change), .divide, below)
    case .combined(let left, let operation, let right):
      return .combined(
        try left.narrowed(by: change), operation, try right.narrowed(by: change))
    case .gini(let portions):
      // Seats are the denominator: they stay whole where they cannot be divided so.
      var narrowed: [Portion] = []
      for portion in portions {
        guard let count = change(portion.count) else {
          throw Indivisible(kinds: [portion.count.kind])
        }
        narrowed.append(Portion(count: count, seats: change(portion.seats) ?? portion.seats))
      }
      return .gini(narrowed)
    }
  }

  /// The kinds of rows that a division by such parts leaves whole, as denominators.
  public func kindsLeftWhole(by change: (Atom) -> Atom?) -> [EventKind] {
    switch self {
    case .number, .atom: return []
    case .combined(let left, let operation, let right):
      let above = left.kindsLeftWhole(by: change)
      let isWhole = operation == .divide && right.isUntouched(by: change)
      let below = isWhole ? right.atoms.map(\.kind) : right.kindsLeftWhole(by: change)
      return below.reduce(into: above) { if !$0.contains($1) { $0.append($1) } }
    case .gini(let portions):
      return portions.contains { change($0.seats) == nil } ? [.seats] : []
    }
  }

  /// Whether it reads rows, and no atom can be changed so.
  private func isUntouched(by change: (Atom) -> Atom?) -> Bool {
    !atoms.isEmpty && atoms.allSatisfy { change($0) == nil }
  }
}

extension Atom {
  /// The atom of the rows of a part alone; nil if rows of its kind do not have the field.
  public func narrowed(to part: Part) -> Atom? {
    var atom = self
    switch part {
    case .months(let months):
      atom.window = Window(
        first: max(window.first, months.first), last: min(window.last, months.last))
    case .code(let field, let code):
      guard kind.has(field) else { return nil }
      atom.condition = condition.and(.isOneOf(field, [code]))
    case .codes(let field, let codes):
      guard kind.has(field) else { return nil }
      atom.condition = condition.and(.isOneOf(field, codes))
    case .without(let field):
      guard kind.has(field) else { return nil }
      atom.condition = condition.and(.not(.compares(field, .greater, Row.absent)))
    }
    return atom
  }
}

extension Condition {
  /// Both conditions.
  public func and(_ other: Condition) -> Condition {
    if self == .always { return other }
    if other == .always { return self }
    return .and(self, other)
  }
}
