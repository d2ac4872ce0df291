import Plan
import Quantities
import Syntax
import Vocabulary

extension Lowering {
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
    // Hazards of the group are no shares of it.
    let shares = rows.compactMap { child -> Field<Owner, Double>? in
      guard case .number(.share, let field) = child.takes else { return nil }
      return field
    }
    checkSum(row, shares, target, at: block.span)
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

  func writeInner<Owner>(
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

  /// The shares of a whole must add up to 1, unless one of them is uncertain.
  func checkSum<Owner>(
    _ row: Row<Owner>, _ shares: [Field<Owner, Double>], _ target: Filling<Owner>, at span: Span
  ) {
    guard row.traits.contains(.sumsToOne) else { return }
    let total = shares.reduce(0) { $0 + target.owner[keyPath: $1] }
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
    checkSum(row, fields, target, at: block.span)
  }

  /// Reads a list with a number for each word, in their order.
  func writeSeries<Owner>(
    _ row: Row<Owner>, _ takes: Takes<Owner>, _ entry: Entry, _ target: inout Filling<Owner>
  ) {
    guard case .series(let enumeration, let dimension, let fields, let least) = takes else {
      return
    }
    let items = Arguments(entry.groups).main
    guard items.count >= least else {
      problems.report(
        NameProblem.missingValue(row.word, example: row.example, at: entry.head.span))
      return
    }
    if items.count > fields.count {
      problems.report(NameProblem.tooMany(row.word, at: items[fields.count].span))
    }
    for (code, word) in enumeration.values.enumerated() {
      let facts = FieldFacts(row, dimension: dimension, at: code, of: enumeration)
      let path = [row.word, word]
      if code < items.count {
        writeInner(facts, items[code], fields[code], &target, path)
      } else if let place = target.place {
        add(path, target.prefix, facts, through(place, fields[code]))
      }
    }
    checkSum(row, fields, target, at: entry.span)
  }
}
