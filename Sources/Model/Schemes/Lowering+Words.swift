import Plan
import Quantities
import Syntax
import Vocabulary

extension Lowering {
  /// Writes a list of words, names or texts.
  func writeWords<Owner>(
    _ row: Row<Owner>, _ takes: Takes<Owner>, _ items: [Item], _ target: inout Filling<Owner>
  ) {
    switch takes {
    case .choice(let enumeration, let store):
      guard let item = one(items, row), let code = code(item, enumeration, row) else { return }
      store(&target.owner, code)
    case .choices(let enumeration, let store):
      store(&target.owner, items.compactMap { code($0, enumeration, row) })
    case .performer(let field):
      guard let item = one(items, row), let performer = performer(item, row) else { return }
      target.owner[keyPath: field] = performer
    case .optionalPerformer(let field):
      guard let item = one(items, row) else { return }
      target.owner[keyPath: field] = performer(item, row)
    case .claim(let kind, let field):
      guard let item = one(items, row), let condition = conditions.condition(item.value, of: kind)
      else { return }
      target.owner[keyPath: field] = condition
    case .optionalClaim(let kind, let field):
      guard let item = one(items, row) else { return }
      target.owner[keyPath: field] = conditions.condition(item.value, of: kind)
    case .body(let field):
      guard let item = one(items, row) else { return }
      target.owner[keyPath: field] = index(.body, item)
    case .bodies(let field):
      target.owner[keyPath: field] = Set(items.compactMap { index(.body, $0) }).sorted()
    case .units(let field):
      target.owner[keyPath: field] = Set(items.flatMap { units($0) }).sorted()
    case .organization(let field):
      guard let item = one(items, row) else { return }
      target.owner[keyPath: field] = organization(item)
    case .post(let field):
      guard let item = one(items, row) else { return }
      target.owner[keyPath: field] = ownPost(item)
    case .pool(let field):
      guard let item = one(items, row) else { return }
      target.owner[keyPath: field] = index(.pool, item)
    case .risks(let field):
      target.owner[keyPath: field] = Set(items.flatMap { indices(.risk, $0) }).sorted()
    case .controls(let field):
      target.owner[keyPath: field] = Set(items.flatMap { indices(.control, $0) }).sorted()
    case .indicators(let field):
      target.owner[keyPath: field] = Set(items.flatMap { indices(.indicator, $0) }).sorted()
    case .scores(let field): target.owner[keyPath: field] = scoring(items)
    case .text(let field):
      guard let item = one(items, row) else { return }
      target.owner[keyPath: field] = text(item, row)
    case .word(let field):
      guard let item = one(items, row) else { return }
      target.owner[keyPath: field] = item.value.path?.text ?? text(item, row)
    case .flag(let field):
      guard let item = one(items, row), let flag = flag(item, row) else { return }
      target.owner[keyPath: field] = flag
    case .expression(let field):
      target.owner[keyPath: field] = one(items, row)?.value
    case .conditions(let field): target.owner[keyPath: field] += items.map(\.value)
    case .point(let field): target.owner[keyPath: field] = one(items, row)?.value
    case .texts(let field): target.owner[keyPath: field] += items.compactMap { text($0, row) }
    case .names(let kinds, let field):
      target.owner[keyPath: field] += items.compactMap { name($0, kinds, row) }
    case .number, .optionalNumber, .distribution, .optionalDistribution, .readings, .curve,
      .occasions,
      .selection, .optionalSelection, .entries, .steps, .kept, .group, .each,
      .series:
      break
    }
  }

  /// Reads conditions over rows.
  private var conditions: QuestionReader {
    QuestionReader(problems: problems, version: self, metrics: [:], policies: [:])
  }

  /// An occasion: a word, or a word with the least number of such things.
  func occasion<Owner>(
    _ item: Item, _ arguments: Arguments, _ row: Row<Owner>
  ) -> ReviewOccasion? {
    var word = item
    var least: Value?
    if case .infix(let left, .greaterOrEqual, let right) = item.value.kind {
      word.value = left
      least = right
    }
    guard let code = code(word, ReviewTrigger.enumeration, row),
      let trigger = ReviewTrigger(rawValue: code)
    else { return nil }
    var occasion = ReviewOccasion(trigger)
    let counts = Wording("complaints >= 5 within 1 year", "举报 >= 5 限 1年")
    if trigger != .complaints, least != nil || arguments.clause(.within) != nil {
      problems.report(SchemeProblem.idle(row.word, needs: counts, at: item.span))
      return nil
    }
    if let least {
      let facts = FieldFacts(row.word, .count, example: counts.en)
      guard let number = numbers.number(least, facts) else { return nil }
      occasion.least = Count(number.number)
    }
    if let within = arguments.clause(.within)?.items.first {
      let facts = FieldFacts(row.word, .duration, example: counts.en)
      guard let number = numbers.number(within.value, facts) else { return nil }
      occasion.within = Months(number.number)
    }
    return occasion
  }

  private func code<Owner>(_ item: Item, _ enumeration: Enumeration, _ row: Row<Owner>) -> Int? {
    guard let word = item.value.word else {
      problems.report(
        NameProblem.notTaken(
          row.word, takes: Wording("a word", "一个词"), example: row.example, at: item.span))
      return nil
    }
    if let code = enumeration.code(of: word.text) { return code }
    if LaterWords.find(word.text) != nil {
      problems.report(NameProblem.later(word.text, at: word.span))
      return nil
    }
    let all = enumeration.values.flatMap { [$0.en, $0.zh] }
    problems.report(
      NameProblem.unknownWord(
        word.text, of: row.word, words: enumeration.values, at: word.span,
        near: Nearest.words(to: word.text, among: all)))
    return nil
  }

  private func performer<Owner>(_ item: Item, _ row: Row<Owner>) -> Performer? {
    guard let path = item.value.path else {
      problems.report(
        NameProblem.notTaken(
          row.word, takes: Wording("a body", "机构"), example: row.example, at: item.span))
      return nil
    }
    if let index = draft.index(.body, path.text) { return .body(draft.ordinal(index)) }
    if let performer = Performer(word: path.text) { return performer }
    if LaterWords.find(path.text) != nil {
      problems.report(NameProblem.later(path.text, at: path.span))
    } else {
      reportName(path, Kind.body.word, [.body])
    }
    return nil
  }

  private func units(_ item: Item) -> [Int] {
    guard let path = item.value.path else { return [] }
    let nodes = structure.nodes(path.names.map(\.text)).filter { $0.kind != .post }
    if nodes.isEmpty {
      reportName(path, Wording("unit or organization", "单位或组织"), [.unit, .organization])
    }
    return nodes.flatMap { node in
      node.kind == .unit
        ? [node.index]
        : scheme.units.indices.filter { scheme.units[$0].organization == node.index }
    }
  }

  /// An organisation; of copies the first.
  private func organization(_ item: Item) -> Int? {
    guard let path = item.value.path else { return index(.organization, item) }
    let named = structure.nodes(path.names.map(\.text), kind: .organization)
    if named.isEmpty { reportName(path, Kind.organization.word, [.organization]) }
    return named.first?.index
  }

  /// A post of the unit that is being read; of copies the first.
  private func ownPost(_ item: Item) -> Int? {
    guard let path = item.value.path else { return index(.post, item) }
    let named = structure.nodes(path.names.map(\.text), kind: .post)
    if named.isEmpty { reportName(path, Kind.post.word, [.post]) }
    let own = named.first { unit?.posts.contains($0.index) == true }
    if own == nil, !named.isEmpty, let unit {
      let ours = structure.nodes.filter { $0.kind == .post && unit.posts.contains($0.index) }
      problems.report(
        SchemeProblem.elsewherePost(
          path.text, unit: draft.declarations[unit.declaration].name, at: path.span,
          near: ours.map(\.name)))
    }
    return own?.index
  }

  private func text<Owner>(_ item: Item, _ row: Row<Owner>) -> String? {
    if let text = item.value.string { return text }
    problems.report(
      NameProblem.notTaken(
        row.word, takes: Wording("a text in quotes", "引号中的文字"), example: row.example,
        at: item.span))
    return nil
  }

  private func flag<Owner>(_ item: Item, _ row: Row<Owner>) -> Bool? {
    switch item.value.word.flatMap({ SpecialWord(word: $0.text) }) {
    case .yes: return true
    case .no, .off: return false
    default:
      problems.report(
        NameProblem.notTaken(
          row.word, takes: Wording("yes or no", "是或否"), example: row.example, at: item.span))
      return nil
    }
  }

  private func name<Owner>(_ item: Item, _ kinds: [Kind], _ row: Row<Owner>) -> Path? {
    guard let path = item.value.path else {
      problems.report(
        NameProblem.notTaken(
          row.word, takes: Wording("a name", "名称"), example: row.example, at: item.span))
      return nil
    }
    guard !kinds.isEmpty else { return path }
    if kinds.contains(.policy), policies.contains(path.text) { return path }
    if kinds.contains(where: { draft.index($0, path.text) != nil }) { return path }
    reportName(path, kinds[0].word, kinds)
    return nil
  }
}
