import Plan
import Quantities
import Syntax

/// What a clause is for, where Chinese has a word for each use.
enum ClauseUse {
  case data, posts, performer, grouping, deadline, precision, accomplices
}

extension TranslationWalk {
  /// The word of a preposition in its use (schema.md, "How Chinese is printed").
  func word(of preposition: Preposition, _ use: ClauseUse = .data) -> Wording {
    let zh: String
    switch (preposition, use) {
    case (.of, .posts): zh = "面向"
    case (.of, _): zh = "属于"
    case (.by, .performer): zh = "由"
    case (.by, .deadline): zh = "截至"
    case (.by, .accomplices): zh = "伙同"
    case (.by, _): zh = "按"
    case (.within, .precision): zh = "误差"
    case (.within, _): zh = "限"
    default:
      zh =
        Words.reserved.first { $0.word == .preposition(preposition) && $0.language == .zh }?
        .spelling ?? preposition.rawValue
    }
    return Wording(preposition.rawValue, zh)
  }

  /// The use of a clause of a row.
  private func use(_ preposition: Preposition, _ shape: Shape?, _ kind: Kind?) -> ClauseUse {
    switch (preposition, shape) {
    case (.of, .selection): .posts
    case (.by, .performer): .performer
    case (.by, .selection): .accomplices
    case (.by, _): kind == .target ? .deadline : .grouping
    case (.within, _): kind == .experiment ? .precision : .data
    default: .data
    }
  }

  /// The terms after a head.
  mutating func terms(
    _ groups: [Group], as shape: Shape, of row: AnyRow? = nil, _ kind: Kind? = nil
  ) {
    for term in groups.flatMap(\.terms) { self.term(term, as: shape, of: row, kind) }
  }

  /// A term.
  mutating func term(_ term: Term, as shape: Shape, of row: AnyRow? = nil, _ kind: Kind? = nil) {
    switch term.kind {
    case .value(let value), .uncertain(let value): self.value(value, as: shape)
    case .clause(let preposition, let spelling, let inner):
      let clause = row?.clauses.first { $0.preposition == preposition }?.shape
      say(spelling, word(of: preposition, use(preposition, clause, kind)))
      self.term(inner, as: clause ?? clauseShape(preposition, shape))
    case .change(let path, let sign, let value):
      let shape = self.path(path)
      self.value(value, as: sign.isFactor ? .number(.number) : shape ?? .expression)
    case .per: break
    }
  }

  /// What follows a clause that no row describes.
  private func clauseShape(_ preposition: Preposition, _ shape: Shape) -> Shape {
    switch (preposition, shape) {
    case (.at, .curve): .number(.duration)
    case (.under, .readings): .names([.risk])
    default: .expression
    }
  }

  /// A path from a kind or a declared name to a field; gives what the field takes.
  @discardableResult
  mutating func path(_ path: Path) -> Shape? {
    var rest = path.names[...]
    guard let first = rest.popFirst() else { return nil }
    var kinds: [Kind]
    if let declared = names.kinds(of: first.text) {
      kinds = declared
    } else if let kind = Kind(word: first.text) {
      say(first, kind.word)
      kinds = [kind]
      if case .ofEnumeration(let words) = kind.naming, let name = rest.first,
        let code = words.code(of: name.text)
      {
        say(name, words.values[code])
        rest.removeFirst()
      }
    } else {
      return qualified(first, rest)
    }
    while let name = rest.popFirst() {
      if let row = kinds.lazy.compactMap({ Self.row(name.text, of: $0) }).first {
        say(name, row.word)
        return inside(row, rest)
      }
      // A name that is declared elsewhere is one of the kind that stands before it.
      if let next = names.kinds(of: name.text), !next.isEmpty { kinds = next }
    }
    return nil
  }

  /// `field.finance`, `category.fieldwork`: a word of an enumeration, or a name, after what it is one of.
  private mutating func qualified(_ first: Name, _ rest: ArraySlice<Name>) -> Shape? {
    if let row = PostTerms.row(first.text), row.word.en == "category", rest.count == 1 {
      say(first, row.word)
      return nil
    }
    let words = WorkField.enumeration
    guard let name = rest.first, words.name.en == first.text || words.name.zh == first.text,
      let code = words.code(of: name.text)
    else { return nil }
    say(first, words.name)
    say(name, words.values[code])
    return nil
  }

  /// The part of a field: a field of its block, a word of its enumeration, or a clause.
  private mutating func inside(_ row: AnyRow, _ rest: ArraySlice<Name>) -> Shape {
    guard let name = rest.first else { return row.shape }
    if let words = row.shape.words, let code = words.code(of: name.text) {
      say(name, words.values[code])
    } else if let child = row.children.first(where: {
      $0.word.en == name.text || $0.word.zh == name.text
    }) {
      say(name, child.word)
      return child.shape
    } else if case .preposition(let preposition) = Words.reserved(name.text),
      let clause = row.clauses.first(where: { $0.preposition == preposition })
    {
      say(name, word(of: preposition, use(preposition, clause.shape, nil)))
      return clause.shape
    }
    return row.shape
  }
}

extension Assignment {
  /// Whether what follows is a factor, which has no unit.
  var isFactor: Bool { self == .multiply || self == .divide }
}
