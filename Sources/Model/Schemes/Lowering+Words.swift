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
    case .units(let field):
      target.owner[keyPath: field] = Set(items.flatMap { units($0) }).sorted()
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
      .selection, .optionalSelection, .entries, .kept, .group, .each:
      break
    }
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

  /// Reads a nested block of fields.
  func writeGroup<Owner>(
    _ row: Row<Owner>, _ rows: [Row<Owner>], _ entry: Entry, _ target: inout Filling<Owner>
  ) {
    guard let block = entry.block else {
      problems.report(
        NameProblem.missingValue(row.word, example: row.example, at: entry.head.span))
      return
    }
    var seen: [String: Entry] = [:]
    for inner in block.entries {
      let word = inner.head.text
      guard let child = rows.first(where: { $0.isCalled(word) }) else {
        let near = Nearest.words(to: word, among: rows.flatMap { [$0.word.en, $0.word.zh] })
        let help = near.first.flatMap { name in rows.first { $0.isCalled(name) }?.help }
        problems.report(
          NameProblem.unknownField(word, of: row.word, at: inner.head.span, near: near, help: help))
        continue
      }
      if let first = seen[child.word.en] {
        problems.report(
          NameProblem.fieldTwice(child.word, at: inner.head.span, first: first.head.span))
        continue
      }
      seen[child.word.en] = inner
      writeChild(child, inner, of: row, &target)
    }
    for child in rows where seen[child.word.en] == nil {
      child.fill(&target.owner)
      addKnobs(child, target, [row.word, child.word])
    }
    if row.traits.contains(.sumsToOne) { checkSum(row, rows, target, at: block.span) }
  }

  private func writeChild<Owner>(
    _ child: Row<Owner>, _ entry: Entry, of row: Row<Owner>, _ target: inout Filling<Owner>
  ) {
    guard case .number(let dimension, let field) = child.takes else { return }
    guard let item = one(Arguments(entry.groups).main, child) else {
      problems.report(
        NameProblem.missingValue(child.word, example: child.example, at: entry.head.span))
      return
    }
    writeInner(
      FieldFacts(child, dimension: dimension), item, field, &target, [row.word, child.word])
  }

  private func writeInner<Owner>(
    _ facts: FieldFacts, _ item: Item, _ field: Field<Owner, Double>,
    _ target: inout Filling<Owner>, _ path: [Wording]
  ) {
    if item.isUncertain {
      guard let amount = drawn(item, facts) else { return }
      target.owner[keyPath: field] = amount.centre
      if let place = target.place {
        add(path, target.prefix, facts, through(place, field))
        addUncertain(path, target.prefix, amount)
      }
      return
    }
    if DistributionReader.isDistribution(item.value) {
      problems.report(
        DistributionProblem.notTaken(
          field: facts.word, mayBeUncertain: facts.isUncertain, at: item.span))
      return
    }
    if let number = numbers.number(item.value, facts) {
      target.owner[keyPath: field] = number.number
    }
    if let place = target.place { add(path, target.prefix, facts, through(place, field)) }
  }

  /// The shares of a group must add up to 1; hazards in it do not count.
  private func checkSum<Owner>(
    _ row: Row<Owner>, _ rows: [Row<Owner>], _ target: Filling<Owner>, at span: Span
  ) {
    var total = 0.0
    for child in rows {
      if case .number(.share, let field) = child.takes { total += target.owner[keyPath: field] }
    }
    let prefix = "\(target.prefix).\(row.word.en)."
    guard !uncertain.contains(where: { $0.dial.path.hasPrefix(prefix) }) else { return }
    if abs(total - 1) > 1e-9 {
      problems.report(
        SchemeProblem.sum("\(Figure.plain(total * 100, digits: 6)) %", field: row.word, at: span))
    }
  }

  /// Reads a nested block with a number for each word.
  func writeEach<Owner>(
    _ row: Row<Owner>, _ enumeration: Enumeration, _ dimension: Dimension,
    _ fields: [Field<Owner, Double>], _ entry: Entry, _ target: inout Filling<Owner>
  ) {
    guard let block = entry.block else {
      problems.report(
        NameProblem.missingValue(row.word, example: row.example, at: entry.head.span))
      return
    }
    var seen: [Int: Entry] = [:]
    for inner in block.entries {
      guard let code = enumeration.code(of: inner.head.text) else {
        let all = enumeration.values.flatMap { [$0.en, $0.zh] }
        problems.report(
          NameProblem.unknownWord(
            inner.head.text, of: row.word, words: enumeration.values, at: inner.head.span,
            near: Nearest.words(to: inner.head.text, among: all)))
        continue
      }
      if let first = seen[code] {
        problems.report(
          NameProblem.fieldTwice(
            enumeration.values[code], at: inner.head.span, first: first.head.span))
        continue
      }
      seen[code] = inner
      guard let item = one(Arguments(inner.groups).main, row) else {
        problems.report(
          NameProblem.missingValue(row.word, example: row.example, at: inner.head.span))
        continue
      }
      let facts = FieldFacts(row, dimension: dimension)
      writeInner(facts, item, fields[code], &target, [row.word, enumeration.values[code]])
    }
    for (code, word) in enumeration.values.enumerated() where seen[code] == nil {
      guard let place = target.place else { continue }
      let facts = FieldFacts(row, dimension: dimension)
      add([row.word, word], target.prefix, facts, through(place, fields[code]))
    }
  }
}
