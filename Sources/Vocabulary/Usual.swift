public import Plan
public import Syntax

/// What holds when a field is not written.
public enum Usual<Owner: Terms>: Sendable {
  /// A figure.
  case amount(Amount)
  /// One figure for each word of the field's enumeration.
  case amounts([Amount])
  /// A distribution in canonical numbers, and how it is written.
  case distribution(Distribution, Wording)
  /// A curve in canonical numbers, and how it is written.
  case curve(Curve, Wording)
  /// A word of the field's enumeration, in English.
  case word(String)
  /// Yes or no.
  case flag(Bool)
  /// Who performs.
  case performer(Performer)
  /// A class of posts; Model resolves it.
  case posts(PostClass)
  /// What depends on the other fields, filled after them, and how it is said.
  case computed(Wording, @Sendable (inout Owner) -> Void)
  /// The terms stay as they are; this says what that means.
  case unwritten(Wording)
}

extension Row {
  /// Gives the terms the default of the field. Called for fields that are not written, in the order of the
  /// rows, after those that are. Classes of posts are left to Model.
  public func fill(_ owner: inout Owner) {
    usually?.fill(takes, of: &owner)
    for clause in clauses { clause.usually?.fill(clause.takes, of: &owner) }
    for child in children { child.fill(&owner) }
  }
}

extension Row.Clause {
  /// Gives the terms the default of the clause.
  public func fill(_ owner: inout Owner) { usually?.fill(takes, of: &owner) }
}

extension Usual {
  /// Writes the default into the terms.
  func fill(_ takes: Takes<Owner>, of owner: inout Owner) {
    switch (self, takes) {
    case (.computed(_, let compute), _): compute(&owner)
    case (.amount(let amount), .number(_, let field)): owner[keyPath: field] = amount.canonical
    case (.amount(let amount), .optionalNumber(_, let field)):
      owner[keyPath: field] = amount.canonical
    case (.amount(let amount), .distribution(_, let field)):
      owner[keyPath: field] = .constant(amount.canonical)
    case (.amounts(let amounts), .each(_, _, let fields)),
      (.amounts(let amounts), .series(_, _, let fields, _)):
      for (amount, field) in zip(amounts, fields) { owner[keyPath: field] = amount.canonical }
    case (.distribution(let distribution, _), .distribution(_, let field)):
      owner[keyPath: field] = distribution
    case (.curve(let curve, _), .curve(let field)): owner[keyPath: field] = curve
    case (.word(let word), .choice(let enumeration, let store)):
      if let code = enumeration.code(of: word) { store(&owner, code) }
    case (.word(let word), .choices(let enumeration, let store)):
      if let code = enumeration.code(of: word) { store(&owner, [code]) }
    case (.flag(let flag), .flag(let field)): owner[keyPath: field] = flag
    case (.performer(let performer), .performer(let field)): owner[keyPath: field] = performer
    default: break
    }
  }
}

extension Usual {
  /// The default as a canonical number, where it is one.
  public var number: Double? {
    if case .amount(let amount) = self { return amount.canonical }
    return nil
  }
}

extension Row {
  /// The default as it is written in both languages.
  public var usualWording: Wording? { usually?.wording(takes) }
}

extension Row.Clause {
  /// The default as it is written in both languages.
  public var usualWording: Wording? { usually?.wording(takes) }
}

extension Usual {
  /// The default as it is written in both languages.
  func wording(_ takes: Takes<Owner>) -> Wording {
    switch self {
    case .amount(let amount): Wording(amount.text(.en), amount.text(.zh))
    case .amounts(let amounts):
      Wording(
        amounts.map { $0.text(.en) }.joined(separator: takes.isSeries ? ", " : " / "),
        amounts.map { $0.text(.zh) }.joined(separator: takes.isSeries ? ", " : " / "))
    case .distribution(_, let said), .curve(_, let said), .computed(let said, _),
      .unwritten(let said):
      said
    case .word(let word): takes.word(word)
    case .flag(let flag): (flag ? SpecialWord.yes : .no).word
    case .performer(let performer): performer.word ?? Wording("", "")
    case .posts(let posts): posts.word
    }
  }
}

extension Takes {
  /// Whether it takes a list with a number for each word.
  fileprivate var isSeries: Bool {
    if case .series = self { return true }
    return false
  }

  /// An English word of the enumeration that the field takes, with its Chinese twin.
  fileprivate func word(_ en: String) -> Wording {
    switch self {
    case .choice(let enumeration, _), .choices(let enumeration, _):
      enumeration.values.first { $0.en == en } ?? Wording(en, en)
    default: Wording(en, en)
    }
  }
}
