import Ledger
import Plan
import Syntax
import Vocabulary

extension QuestionReader {
  /// `gini(count of E by unit where C)`: rows per seat over units, posts, organisations, or classes of posts.
  func unevenness(_ groups: [Group], _ asking: Asking, at span: Span) -> Asked? {
    guard let first = groups.first.map({ Arguments([$0]) }),
      let word = first.main.first?.value.word, Function(word: word.text) == .count,
      let by = first.clause(.by)?.items.first?.value.word
    else {
      problems.report(QuestionProblem.needs(.gini, at: span))
      return nil
    }
    let path = first.clause(.of)?.items.first?.value.path
    guard let kind = kind(path, .gini, at: span), let field = place(by, of: kind) else {
      return nil
    }
    // The grouping is not a window, which the other clauses are.
    let rest = groups.map { $0.without(.by) }
    guard let rows = subject(kind, rest[...], asking),
      let seats = subject(.seats, rest.map { $0.without(.where) }[...], asking)
    else { return nil }
    let portions = codes(of: field).map { code in
      let here = Condition.isOneOf(field, [code])
      return Question.Portion(
        count: Atom(kind, .count, where: rows.condition.and(here), in: rows.window),
        seats: Atom(
          .seats, .count,
          where: rows.condition.ofPlaces.and(seats.condition).and(here), in: seats.window))
    }
    return Asked(question: .gini(portions), powers: .none)
  }

  /// The field by which places are told apart; nil after a problem.
  private func place(_ word: Name, of kind: EventKind) -> EventField? {
    guard let field = eventField(word, of: kind) else { return nil }
    guard field.isCommon, field != .month else {
      problems.report(QuestionProblem.needs(.gini, at: word.span))
      return nil
    }
    return field
  }

  /// Every value that a field has at some post, ascending.
  private func codes(of field: EventField) -> [Int64] {
    let places = version.scheme.places
    let all = places.posts.indices.map { places.code(field, ofPost: $0) }
    return Set(all).sorted()
  }
}

extension Group {
  /// The group without the clauses of a preposition.
  fileprivate func without(_ preposition: Preposition) -> Group {
    Group(
      terms: terms.filter { term in
        if case .clause(preposition, _, _) = term.kind { return false }
        return true
      }, span: span)
  }
}

extension Condition {
  /// What it says of places alone: of seats only that can be asked.
  fileprivate var ofPlaces: Condition {
    conjuncts.filter { part in
      part.fields.allSatisfy { $0.isCommon && $0 != .month }
    }.reduce(.always) { $0.and($1) }
  }
}
