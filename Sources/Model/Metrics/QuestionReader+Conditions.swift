import Ledger
import Plan
import Quantities
import Syntax
import Vocabulary

extension QuestionReader {
  /// A condition over the rows of a kind; nil after a problem.
  func condition(_ value: Value, of kind: EventKind) -> Condition? {
    switch value.kind {
    case .path(let path): return flag(path, of: kind)
    case .prefix(.not, let inner): return condition(inner, of: kind).map { .not($0) }
    case .brackets(let groups):
      if let inner = groups.single { return condition(inner, of: kind) }
    case .infix(let left, let sign, let right):
      if sign == .and || sign == .or {
        guard let left = condition(left, of: kind), let right = condition(right, of: kind) else {
          return nil
        }
        return sign == .and ? left.and(right) : .or(left, right)
      }
      if let relation = Relation(rawValue: sign.rawValue) {
        return comparison(left, relation, right, of: kind)
      }
    default: break
    }
    problems.report(QuestionProblem.notCondition(at: value.span))
    return nil
  }

  private func flag(_ path: Path, of kind: EventKind) -> Condition? {
    guard path.names.count == 1, let field = eventField(path.names[0], of: kind) else { return nil }
    guard field.unit == .flag else {
      let takes = Wording("a value, as in `stage = crime`", "某个值（例如 阶段 = 犯罪）")
      problems.report(
        QuestionProblem.notComparable(kind.word(of: field), takes: takes, at: path.span))
      return nil
    }
    return .isOneOf(field, [1])
  }

  private func comparison(
    _ left: Value, _ relation: Relation, _ right: Value, of kind: EventKind
  ) -> Condition? {
    guard let word = left.word else {
      problems.report(QuestionProblem.notCondition(at: left.span))
      return nil
    }
    guard let field = eventField(word, of: kind) else { return nil }
    switch field.unit {
    case .code: return codes(field, relation, right, of: kind)
    case .flag: return flag(field, relation, right, of: kind)
    case .count, .duration, .money, .reading, .share:
      let dimensions: [FieldUnit: Dimension] = [
        .duration: .duration, .money: .money, .count: .count, .share: .share,
      ]
      let facts = FieldFacts(
        kind.word(of: field), dimensions[field.unit], example: "\(word.text) > 3")
      guard let number = version.numbers.number(right, facts) else { return nil }
      let whole = (number.number * field.scale).rounded()
      guard abs(whole) < 9e18 else {
        problems.report(QuestionProblem.notCondition(at: right.span))
        return nil
      }
      return .compares(field, relation, Int64(whole))
    }
  }

  private func flag(
    _ field: EventField, _ relation: Relation, _ right: Value, of kind: EventKind
  ) -> Condition? {
    let special = right.word.flatMap { SpecialWord(word: $0.text) }
    guard special == .yes || special == .no, relation == .equal || relation == .unequal else {
      problems.report(
        QuestionProblem.notComparable(
          kind.word(of: field), takes: Wording("yes or no", "是或否"), at: right.span))
      return nil
    }
    return .isOneOf(field, [(special == .yes) == (relation == .equal) ? 1 : 0])
  }

  private func codes(
    _ field: EventField, _ relation: Relation, _ right: Value, of kind: EventKind
  ) -> Condition? {
    var values = [right]
    if case .brackets(let groups) = right.kind { values = Arguments(groups).main.map(\.value) }
    var codes: [Int64] = []
    for value in values {
      if field == .form, let form = value.form {
        codes.append(form)
        continue
      }
      guard let path = value.path else {
        problems.report(
          QuestionProblem.notComparable(
            kind.word(of: field), takes: Wording("a word", "词"), at: value.span))
        return nil
      }
      guard let found = self.codes(field, path, of: kind) else { return nil }
      codes += found
    }
    switch relation {
    case .equal: return .isOneOf(field, codes.sorted())
    case .unequal:
      return Condition.compares(field, .greater, Row.absent)
        .and(.not(.isOneOf(field, codes.sorted())))
    default:
      guard [.colour, .stage, .riskLevel, .form].contains(field), codes.count == 1 else {
        problems.report(
          QuestionProblem.notComparable(
            kind.word(of: field), takes: Wording("words by = or !=", "词（用 = 或 !=）"),
            at: right.span))
        return nil
      }
      return .compares(field, relation, codes[0])
    }
  }

  private func codes(_ field: EventField, _ path: Path, of kind: EventKind) -> [Int64]? {
    switch field.codes {
    case .words(let enumeration):
      if let code = enumeration.code(of: path.text) { return [Int64(code)] }
      if LaterWords.find(path.text) != nil {
        problems.report(NameProblem.later(path.text, at: path.span))
        return nil
      }
      let all = enumeration.values.flatMap { [$0.en, $0.zh] }
      problems.report(
        NameProblem.unknownWord(
          path.text, of: kind.word(of: field), words: enumeration.values, at: path.span,
          near: Nearest.words(to: path.text, among: all)))
      return nil
    case .declared(let declared):
      if let codes = declaredCodes(declared, path) { return codes }
      version.reportName(path, declared.word, [declared])
      return nil
    case .dials: return dial(path, of: kind)
    case nil: return nil
    }
  }

  /// The place of a number among those that rules turn.
  private func dial(_ path: Path, of kind: EventKind) -> [Int64]? {
    let dials = version.scheme.ruledDials
    let found = dials.indices.filter {
      dials[$0].path.split(separator: ".").dropFirst().joined(separator: ".") == path.text
    }
    if !found.isEmpty { return found.map { Int64($0) } }
    problems.report(
      NameProblem.unknownName(
        path.text, asked: Wording("number that a rule turns", "规则改动的数值"), at: path.span,
        near: []))
    return nil
  }

  private func declaredCodes(_ kind: Kind, _ path: Path) -> [Int64]? {
    if kind.nesting != nil || kind == .organization {
      let nodes = version.structure.nodes(path.names.map(\.text), kind: kind)
      return nodes.isEmpty ? nil : nodes.map { Int64($0.index) }
    }
    let found = version.draft.indices(kind, called: path.text)
    return found.isEmpty ? nil : found.map { Int64(version.draft.ordinal($0)) }
  }

  /// The field and codes that a name filters by; nil after a problem.
  func filter(_ path: Path) -> Asking.Filter? {
    let kinds: [(Kind, EventField)] = [
      (.risk, .risk), (.control, .control), (.indicator, .indicator), (.body, .body),
      (.review, .review), (.pool, .pool), (.rule, .rule),
      (.post, .post), (.unit, .unit), (.organization, .organization),
    ]
    for (kind, field) in kinds {
      if let codes = declaredCodes(kind, path) {
        return Asking.Filter(field: field, codes: codes, span: path.span)
      }
    }
    if let filter = wordFilter(path) { return filter }
    if LaterWords.find(path.text) != nil {
      problems.report(NameProblem.later(path.text, at: path.span))
      return nil
    }
    let known = policies.keys.sorted() + version.draft.declarations.map(\.name)
    problems.report(
      NameProblem.unknownName(
        path.text, asked: Wording("policy, declaration or class", "方案、声明或类别"), at: path.span,
        near: Nearest.words(to: path.text, among: known)))
    return nil
  }

  private func wordFilter(_ path: Path) -> Asking.Filter? {
    let levels: [PostClass: Int64] = [.lowRisk: 0, .mediumRisk: 1, .highRisk: 2]
    if let code = PostClass.enumeration.code(of: path.text),
      let level = levels[PostClass.allCases[code]]
    {
      return Asking.Filter(field: .riskLevel, codes: [level], span: path.span)
    }
    let fields: [EventField] = [
      .colour, .stage, .form, .riskLevel, .group, .field, .source, .status, .reason, .why,
      .outcome, .reporter, .activity,
    ]
    for field in fields {
      guard case .words(let enumeration)? = field.codes, let code = enumeration.code(of: path.text)
      else { continue }
      return Asking.Filter(field: field, codes: [Int64(code)], span: path.span)
    }
    return nil
  }
}

extension Value {
  /// The code of a form that is written as its number, 1 to 4.
  fileprivate var form: Int64? {
    guard case .quantity(let number, unit: nil) = kind, (1...4).contains(number.value),
      number.value.rounded() == number.value
    else { return nil }
    return Int64(number.value) - 1
  }
}
