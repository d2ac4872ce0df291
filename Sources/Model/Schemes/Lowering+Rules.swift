import Ledger
import Plan
import Quantities
import Syntax
import Vocabulary

/// Compiles rules: what they look at, and what they do (model.md G12).
extension Lowering {
  /// Reads the rules, after everything that they may name.
  func lowerRules() {
    let indices = draft.indices(.rule)
    guard !indices.isEmpty else { return }
    var questions = observing
    questions.isOfRule = true
    for index in indices {
      current = index
      let declaration = draft.declarations[index]
      var text = RuleText()
      var rule = RuleTerms()
      rule.name = declaration.name
      rule.isOn = !declaration.isOff
      if !(declaration.isOff && declaration.fields.isEmpty) {
        bind(RuleText.rows, into: &text, at: nil, prefix: path(index))
        rule.at = text.at.compactMap { draft.index(.review, $0.text).map { draft.ordinal($0) } }
        rule.condition = text.condition.flatMap { condition($0, questions) }
        rule.actions = text.steps.flatMap { actions($0) }
        rule.cooldown = text.cooldown ?? Months(0)
        rule.owner = text.owner
        if rule.actions.count > RuleText.mostSteps {
          problems.report(RuleProblem.tooMany(rule.name, at: declaration.span))
        }
      }
      scheme.rules.append(rule)
    }
  }

  /// How metrics are read; what is wrong with one is told where metrics are read.
  private var observing: QuestionReader {
    let before = (current, problems.isMuted)
    problems.isMuted = true
    defer { (current, problems.isMuted) = before }
    return MetricReader(base: self, problems: problems, policies: [:]).questions
  }

  /// What the metrics of an appraisal count.
  func scoring(_ items: [Item]) -> Scoring {
    let questions = observing
    var scoring = Scoring()
    for item in items {
      guard let path = item.value.path, questions.metrics[path.text] != nil else {
        _ = item.value.path.map { reportName($0, Kind.metric.word, [.metric]) }
        continue
      }
      for kind in observed(item.value, questions)?.question.atoms.map(\.kind) ?? [] {
        switch kind {
        case .cases, .findings, .sanctions, .prosecutions: scoring.findings = true
        case .moves: scoring.rotation = true
        case .rectifications, .recommendations: scoring.completion = true
        default: break
        }
      }
    }
    if scoring == Scoring(), let first = items.first, problems.errors == 0 {
      problems.report(RuleProblem.scoresNothing(at: first.span))
    }
    return scoring
  }

  // MARK: - When

  private func condition(_ value: Value, _ questions: QuestionReader) -> RuleCondition? {
    switch value.kind {
    case .brackets(let groups):
      if let inner = groups.single { return condition(inner, questions) }
    case .prefix(.not, let inner): return condition(inner, questions).map { .not($0) }
    case .infix(let left, let sign, let right):
      if sign == .and || sign == .or {
        let first = condition(left, questions)
        guard let second = condition(right, questions), let first else { return nil }
        return sign == .and ? .and(first, second) : .or(first, second)
      }
      if let relation = Relation(rawValue: sign.rawValue) {
        return comparison(left, relation, sign, right, questions, at: value.span)
      }
    default: break
    }
    problems.report(QuestionProblem.notCondition(at: value.span))
    return nil
  }

  private func comparison(
    _ left: Value, _ relation: Relation, _ sign: Infix, _ right: Value,
    _ questions: QuestionReader, at span: Span
  ) -> RuleCondition? {
    let first = observed(left, questions)
    guard let second = observed(right, questions), let first,
      questions.powers(first.powers, sign, second.powers, at: span) != nil
    else { return nil }
    guard !(first.question.atoms + second.question.atoms).isEmpty else {
      problems.report(RuleProblem.asksNothing(at: span))
      return nil
    }
    return .compares(first.question, relation, second.question)
  }

  /// A side of a comparison, if an institution could answer it while it goes on.
  private func observed(_ value: Value, _ questions: QuestionReader) -> Asked? {
    guard let asked = questions.asked(value) else { return nil }
    for atom in asked.question.atoms {
      if let hidden = atom.hidden {
        problems.report(RuleProblem.readsTruth(hidden, of: atom.kind.word, at: value.span))
        return nil
      }
      if atom.measure.isDistribution {
        problems.report(RuleProblem.notCounted(at: value.span))
        return nil
      }
    }
    if asked.question.isUneven {
      problems.report(RuleProblem.notCounted(at: value.span))
      return nil
    }
    return asked
  }

  // MARK: - Then

  private func actions(_ entry: Entry) -> [RuleAction] {
    guard let block = entry.block, !block.entries.isEmpty else {
      problems.report(
        NameProblem.missingValue(
          Wording("then", "则"), example: "then { order targeted_survey }", at: entry.head.span))
      return []
    }
    return block.entries.flatMap { step in
      if let sign = step.change { return turn(step.head, sign, step) }
      let word = step.head.text
      guard let row = RuleStep.row(word) else {
        reportStep(step)
        return []
      }
      var target = Filling(owner: RuleStep(), place: nil, prefix: "")
      write(row, [step], &target)
      return steps(target.owner, at: step.span)
    }
  }

  private func reportStep(_ step: Entry) {
    let word = step.head.text
    if LaterWords.find(word) != nil {
      problems.report(NameProblem.later(word, at: step.head.span))
      return
    }
    let words = RuleStep.rows.flatMap { [$0.word.en, $0.word.zh] }
    problems.report(
      NameProblem.unknownField(
        word, of: Wording("then", "则"), at: step.head.span,
        near: Nearest.words(to: word, among: words), help: nil))
  }

  private func steps(_ step: RuleStep, at span: Span) -> [RuleAction] {
    let orders = step.reviews.compactMap { path in
      draft.index(.review, path.text).map {
        RuleAction.order(review: draft.ordinal($0), posts: step.posts)
      }
    }
    let issues = step.remedies.compactMap { path -> RuleAction? in
      guard let index = draft.index(.remedy, path.text).map({ draft.ordinal($0) }) else {
        return nil
      }
      guard scheme.remedies[index].on.contains(.rule) else {
        problems.report(RuleProblem.otherTrigger(path.text, at: path.span))
        return nil
      }
      return .issue(remedy: index, units: step.units)
    }
    let restores = step.restored.flatMap { dials($0, at: $0.span).map { RuleAction.restore($0) } }
    return orders + issues + admonished(step, at: span) + listed(step, at: span) + restores
  }

  /// Whom a rule admonishes, if some admonition waits for a rule.
  private func admonished(_ step: RuleStep, at span: Span) -> [RuleAction] {
    guard let selection = step.admonished else { return [] }
    guard scheme.admonitions.contains(where: { $0.isOn && $0.on.contains(.rule) }) else {
      problems.report(
        SchemeProblem.idle(
          Wording("admonish", "诫告"), needs: Wording("admonition { on rule }", "诫告 { 触发 规则 }"),
          at: span))
      return []
    }
    return [.admonish(selection)]
  }

  /// Which leads a rule lists, if some listing says what that means.
  private func listed(_ step: RuleStep, at span: Span) -> [RuleAction] {
    guard let condition = step.listed else { return [] }
    guard scheme.listings.contains(where: \.isOn) else {
      problems.report(
        SchemeProblem.idle(
          Wording("list", "挂牌督办"), needs: Wording("listing { … }", "挂牌督办 { … }"), at: span))
      return []
    }
    return [.list(condition)]
  }

  private func turn(_ path: Path, _ sign: Assignment, _ step: Entry) -> [RuleAction] {
    guard let item = Arguments(step.groups).main.first else {
      problems.report(
        NameProblem.missingValue(
          Wording(path.text, path.text), example: "\(path.text) *= 1.1", at: path.span))
      return []
    }
    guard let knob = knob(path) else { return [] }
    var facts = knob.facts
    facts.isUncertain = false
    switch sign {
    case .set: break
    case .add, .subtract: facts.bounds = nil
    case .multiply, .divide:
      facts = FieldFacts(facts.word, .number, example: "\(path.text) \(sign.rawValue) 1.1")
    }
    guard !item.isUncertain, let number = numbers.number(item.value, facts) else {
      if item.isUncertain {
        problems.report(DistributionProblem.structural(field: facts.word, at: item.span))
      }
      return []
    }
    let operation = Change.Operation(sign)
    let isIdle =
      switch operation {
      case .set: false
      case .add, .subtract: number.number == 0
      case .multiply, .divide: number.number == 1
      }
    if isIdle { problems.report(RuleProblem.changesNothing(path.text, at: step.span)) }
    return knob.dials.map { .turn($0, operation, number.number) }
  }

  private func dials(_ path: Path, at span: Span) -> [Dial] { knob(path)?.dials ?? [] }

  /// What a path turns, if it is something that an institution decides.
  private func knob(_ path: Path) -> Knob? {
    let words = path.names.map(\.text)
    guard let (declarations, rest) = PathResolver(draft: draft, problems: problems).resolve(path)
    else { return nil }
    for index in declarations {
      let kind = draft.declarations[index].kind
      guard let first = rest.first, let row = KindEntry.of(kind).row(first),
        let tail = PathResolver.canonical(rest, row)
      else { continue }
      let whole = ([PathResolver.prefix(index, in: draft)] + tail).joined(separator: ".")
      guard let knob = knobs[whole] else { continue }
      guard RuleText.mayTurn(kind, tail[0]) else {
        problems.report(RuleProblem.notTurnable(path.text, at: path.span))
        return nil
      }
      return knob
    }
    problems.report(
      OverlayProblem.unknownPath(words.joined(separator: "."), at: path.span, near: []))
    return nil
  }
}

extension RuleText {
  /// At most so many steps.
  static let mostSteps = 8

  /// What an institution decides, by kind: thresholds, reviews, rotation, how work is done.
  private static let turnable: [Kind: Set<String>] = [
    .threshold: ["yellow", "orange", "red"],
    .indicator: ["quiet", "covers", "models"],
    .review: ["every", "covers", "finds", "lookback"],
    .rotation: ["every", "coverage", "retry"],
    .response: ["capacity", "within", "priority"],
    .body: ["capacity"],
    .control: ["performed"],
  ]

  /// Whether a rule may turn a field.
  static func mayTurn(_ kind: Kind, _ field: String) -> Bool {
    turnable[kind]?.contains(field) == true
  }

  /// The fields that a rule may turn, in words.
  static let turnables: Wording = {
    let all = Kind.allCases.flatMap { kind in
      KindEntry.of(kind).rows.filter { mayTurn(kind, $0.word.en) }.map { (kind.word, $0.word) }
    }
    return Wording(
      all.map { "\($0.en).\($1.en)" }.joined(separator: ", "),
      all.map { "\($0.zh).\($1.zh)" }.joined(separator: "、"))
  }()
}

extension Change.Operation {
  /// The operation of a sign.
  init(_ sign: Assignment) {
    self =
      switch sign {
      case .set: .set
      case .add: .add
      case .subtract: .subtract
      case .multiply: .multiply
      case .divide: .divide
      }
  }
}

extension Atom {
  /// What it reads that no institution can see; nil where it sees all.
  fileprivate var hidden: Wording? {
    guard !isObservable else { return nil }
    guard !isOfBaseline else { return Wording("baseline", "基准") }
    guard kind.isObservable else { return kind.word }
    var fields = condition.fields
    if let field = measure.field { fields.insert(field) }
    let field = EventField.allCases.first { fields.contains($0) && !kind.isObservable($0) }
    return field.map { kind.word(of: $0) } ?? kind.word
  }
}

extension Question {
  /// Whether it asks how unequally something falls.
  fileprivate var isUneven: Bool {
    switch self {
    case .number, .atom: false
    case .combined(let left, _, let right): left.isUneven || right.isUneven
    case .gini: true
    }
  }
}
