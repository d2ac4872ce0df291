import Syntax

/// One value of a list, with the `~` before it and the `per` beside it.
struct Item {
  /// The value; a `per` beside it is part of it.
  var value: Value
  /// Whether `~` stands before it.
  var isUncertain: Bool
  /// Its place, `~` included.
  var span: Span
}

/// What follows a head: the main list, and lists after prepositions (language.md 3).
struct Arguments {
  /// A clause: its preposition, its spelling, its list.
  struct Clause {
    var preposition: Preposition
    var spelling: Name
    var items: [Item]
  }

  /// The main list.
  var main: [Item] = []
  /// The clauses, in order.
  var clauses: [Clause] = []
  /// Changes inside the list, which only a few entries take.
  var changes: [(path: Path, sign: Assignment, value: Value, span: Span)] = []

  /// Sorts the terms of groups into lists. A plain value after a comma continues the nearest list; in a
  /// list a bare number takes the unit of the next element that has one.
  init(_ groups: [Group]) {
    // The clause that the last group ended with, or nil for the main list.
    var open: Int?
    for (position, group) in groups.enumerated() {
      var pending: [Name.Amount] = []
      var last: (clause: Int?, index: Int)?
      for (order, term) in group.terms.enumerated() {
        switch term.kind {
        case .value(let value), .uncertain(let value):
          let clause = position > 0 && order == 0 ? open : nil
          last = append(item(term, value), to: clause)
          open = clause
        case .clause(let preposition, let spelling, let inner):
          clauses.append(Clause(preposition: preposition, spelling: spelling, items: []))
          open = clauses.count - 1
          if let value = inner.kind.value { last = append(item(inner, value), to: open) }
        case .change(let path, let sign, let value):
          changes.append((path, sign, value, term.span))
        case .per(let amount): pending.append(amount)
        }
      }
      if let last { for amount in pending { wrap(last, amount) } }
    }
    main = Self.shareUnits(main)
    for index in clauses.indices { clauses[index].items = Self.shareUnits(clauses[index].items) }
  }

  /// The clause that a preposition opens.
  func clause(_ preposition: Preposition) -> Clause? {
    clauses.first { $0.preposition == preposition }
  }

  private func item(_ term: Term, _ value: Value) -> Item {
    if case .uncertain = term.kind { return Item(value: value, isUncertain: true, span: term.span) }
    return Item(value: value, isUncertain: false, span: term.span)
  }

  private mutating func append(_ item: Item, to clause: Int?) -> (clause: Int?, index: Int) {
    guard let clause else {
      main.append(item)
      return (nil, main.count - 1)
    }
    clauses[clause].items.append(item)
    return (clause, clauses[clause].items.count - 1)
  }

  private mutating func wrap(_ place: (clause: Int?, index: Int), _ amount: Name.Amount) {
    func wrapped(_ item: Item) -> Item {
      var item = item
      item.value = Value(.per(item.value, amount), span: item.value.span)
      return item
    }
    if let clause = place.clause {
      clauses[clause].items[place.index] = wrapped(clauses[clause].items[place.index])
    } else {
      main[place.index] = wrapped(main[place.index])
    }
  }

  /// `1, 2, 3 years` is three durations, and `6, 8 per month` two rates.
  static func shareUnits(_ items: [Item]) -> [Item] {
    var items = items
    for index in items.indices.reversed().dropFirst() {
      items[index].value = items[index].value.takingUnit(of: items[index + 1].value)
    }
    return items
  }
}

extension Term.Kind {
  /// The value of a plain or uncertain term.
  var value: Value? {
    switch self {
    case .value(let value), .uncertain(let value): value
    case .clause, .change, .per: nil
    }
  }
}

extension Value {
  /// A bare number with the unit of the next element; anything else as it is.
  func takingUnit(of next: Value) -> Value {
    guard case .quantity(let number, unit: nil) = kind else { return self }
    switch next.kind {
    case .quantity(_, let unit?): return Value(.quantity(number, unit: unit), span: span)
    case .per(let inner, let amount):
      return Value(.per(takingUnit(of: inner), amount), span: span)
    default: return self
    }
  }

  /// The path of a bare word or path.
  var path: Path? {
    if case .path(let path) = kind { return path }
    return nil
  }

  /// The word of a bare word.
  var word: Name? {
    guard let path, path.names.count == 1 else { return nil }
    return path.names[0]
  }

  /// The text of a string.
  var string: String? {
    if case .string(let text) = kind { return text }
    return nil
  }
}
