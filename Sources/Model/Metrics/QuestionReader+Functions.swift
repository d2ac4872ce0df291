import Ledger
import Plan
import Quantities
import Syntax
import Vocabulary

extension QuestionReader {
  /// The answer of a function; nil after a problem.
  func answer(
    _ function: Function, _ groups: [Group], _ asking: Asking, at span: Span
  ) -> Asked? {
    switch function {
    case .count: return count(groups, asking, at: span)
    case .sum, .mean, .median: return field(function, groups[...], 0.5, asking, at: span)
    case .quantile, .survival:
      guard groups.count > 1 else {
        problems.report(QuestionProblem.needs(function, at: span))
        return nil
      }
      guard let share = share(groups[0], function) else { return nil }
      return field(function, groups.dropFirst(), share, asking, at: span)
    case .share: return portion(groups, asking, at: span)
    case .personYears, .seats:
      guard let subject = subject(.seats, groups[...], asking) else { return nil }
      let seats = Question.atom(Atom(.seats, .count, where: subject.condition, in: subject.window))
      return function == .seats
        ? Asked(question: seats, powers: .none)
        : Asked(question: .combined(seats, .divide, .number(12)), powers: Powers(.personYears))
    case .min, .max: return extreme(function, groups, asking, at: span)
    case .gini: return unevenness(groups, asking, at: span)
    }
  }

  private func extreme(
    _ function: Function, _ groups: [Group], _ asking: Asking, at span: Span
  ) -> Asked? {
    let items = Arguments(groups).main
    let parts = items.compactMap { asked($0.value, asking) }
    guard let first = parts.first, parts.count == items.count else {
      if items.isEmpty { problems.report(QuestionProblem.needs(function, at: span)) }
      return nil
    }
    for part in parts.dropFirst() where !part.powers.matches(first.powers) {
      problems.report(DimensionProblem.unlike(first.powers, .less, part.powers, at: span))
      return nil
    }
    let operation: Question.Operation = function == .min ? .minimum : .maximum
    return parts.dropFirst().reduce(first) {
      Asked(question: .combined($0.question, operation, $1.question), powers: $0.powers)
    }
  }

  /// What a function asks of: the rows, and when.
  struct Subject {
    var condition: Condition
    var window: Window
  }

  /// Conditions and window of the groups; `of E` is read elsewhere.
  func subject(
    _ kind: EventKind, _ groups: ArraySlice<Group>, _ asking: Asking
  ) -> Subject? {
    var condition = Condition.always
    var window = asking.window ?? .all
    for group in groups {
      var rest = Arguments([group])
      for clause in rest.clauses where clause.preposition == .where {
        guard let item = clause.items.first, let read = self.condition(item.value, of: kind) else {
          return nil
        }
        condition = condition.and(read)
      }
      rest.clauses.removeAll { [.where, .of].contains($0.preposition) }
      guard !rest.clauses.isEmpty else { continue }
      guard let read = self.window(rest, at: group.span) else { return nil }
      window = read
    }
    for filter in asking.filters where kind.has(filter.field) {
      condition = condition.and(.isOneOf(filter.field, filter.codes))
    }
    return Subject(condition: condition, window: window)
  }

  func kind(_ path: Path?, _ function: Function, at span: Span) -> EventKind? {
    guard let path else {
      problems.report(QuestionProblem.needs(function, at: span))
      return nil
    }
    if let kind = EventKind(word: path.text) { return kind }
    if LaterWords.find(path.text) != nil {
      problems.report(NameProblem.later(path.text, at: path.span))
      return nil
    }
    let known = EventKind.named.flatMap { [$0.word.en, $0.word.zh] }
    problems.report(
      QuestionProblem.unknownEvent(
        path.text, at: path.span, near: Nearest.words(to: path.text, among: known)))
    return nil
  }

  private func count(_ groups: [Group], _ asking: Asking, at span: Span) -> Asked? {
    let path = groups.first.flatMap { Arguments([$0]).main.first?.value.path }
    guard let kind = kind(path, .count, at: span), let subject = subject(kind, groups[...], asking)
    else { return nil }
    return Asked(
      question: .atom(Atom(kind, .count, where: subject.condition, in: subject.window)),
      powers: .none)
  }

  /// `field of E where C` for sum, mean, median, quantile, survival.
  private func field(
    _ function: Function, _ groups: ArraySlice<Group>, _ share: Double, _ asking: Asking,
    at span: Span
  ) -> Asked? {
    guard let arguments = groups.first.map({ Arguments([$0]) }),
      let word = arguments.main.first?.value.word
    else {
      problems.report(QuestionProblem.needs(function, at: span))
      return nil
    }
    let path = arguments.clause(.of)?.items.first?.value.path
    guard let kind = kind(path, function, at: span), let field = eventField(word, of: kind) else {
      return nil
    }
    guard let powers = field.powers else {
      problems.report(QuestionProblem.notSummable(word.text, at: word.span))
      return nil
    }
    guard let subject = subject(kind, groups, asking) else { return nil }
    func atom(_ measure: Atom.Measure, where condition: Condition? = nil) -> Question {
      .atom(Atom(kind, measure, where: condition ?? subject.condition, in: subject.window))
    }
    switch function {
    case .sum: return Asked(question: atom(.sum(field)), powers: powers)
    case .mean:
      // Rows without the field do not count: an absent field fulfils no comparison.
      let known = subject.condition.and(.compares(field, .greater, Row.absent))
      return Asked(
        question: .combined(atom(.sum(field)), .divide, atom(.count, where: known)),
        powers: powers)
    case .survival: return Asked(question: atom(.survival(share, field)), powers: powers)
    default: return Asked(question: atom(.quantile(share, field)), powers: powers)
    }
  }

  /// `share(C of E where D)`
  private func portion(_ groups: [Group], _ asking: Asking, at span: Span) -> Asked? {
    guard let arguments = groups.first.map({ Arguments([$0]) }), let item = arguments.main.first
    else {
      problems.report(QuestionProblem.needs(.share, at: span))
      return nil
    }
    let path = arguments.clause(.of)?.items.first?.value.path
    guard let kind = kind(path, .share, at: span), let claim = condition(item.value, of: kind),
      let subject = subject(kind, groups[...], asking)
    else { return nil }
    let whole = Atom(kind, .count, where: subject.condition, in: subject.window)
    let part = Atom(kind, .count, where: subject.condition.and(claim), in: subject.window)
    return Asked(question: .combined(.atom(part), .divide, .atom(whole)), powers: .share)
  }

  private func share(_ group: Group, _ function: Function) -> Double? {
    guard let item = Arguments([group]).main.first else {
      problems.report(QuestionProblem.needs(function, at: group.span))
      return nil
    }
    let facts = FieldFacts(function.word, .share, bounds: .anyShare, example: function.example)
    return version.numbers.number(item.value, facts)?.number
  }

  /// The field of a kind that a word names; nil after a problem.
  func eventField(_ word: Name, of kind: EventKind) -> EventField? {
    if let field = kind.field(word.text) { return field }
    if LaterWords.find(word.text) != nil {
      problems.report(NameProblem.later(word.text, at: word.span))
      return nil
    }
    let known = kind.readable.flatMap { [kind.word(of: $0).en, kind.word(of: $0).zh] }
    problems.report(
      QuestionProblem.unknownField(
        word.text, of: kind.word, at: word.span,
        near: Nearest.words(to: word.text, among: known)))
    return nil
  }
}

extension EventField {
  /// The powers of the field's values; nil for words.
  var powers: Powers? {
    switch unit {
    case .code: nil
    case .flag, .count, .reading, .share: Powers.none
    case .duration: Powers(.duration)
    case .money: Powers(.money)
    }
  }

  /// How many whole units of the field one canonical unit is.
  var scale: Double {
    switch unit {
    case .code, .flag, .count: 1
    case .duration, .reading, .share: 0x1p20
    case .money: 100
    }
  }
}
