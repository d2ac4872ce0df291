import Plan
import Quantities
import Syntax
import Vocabulary

extension Lowering {
  /// Writes the occurrences of a field into the terms.
  func write<Owner>(_ row: Row<Owner>, _ entries: [Entry], _ target: inout Filling<Owner>) {
    switch row.takes {
    case .entries(let field), .steps(let field):
      target.owner[keyPath: field] = entries
      return
    case .group(let rows):
      if let entry = entries.first { writeGroup(row, rows, entry, &target) }
      return
    case .each(let enumeration, let dimension, let fields):
      guard let entry = entries.first else { return }
      row.fill(&target.owner)
      writeEach(row, enumeration, dimension, fields, entry, &target)
      return
    case .series:
      guard let entry = entries.first else { return }
      row.fill(&target.owner)
      writeSeries(row, row.takes, entry, &target)
      return
    default: break
    }
    for entry in entries {
      if let block = entry.block, !isOpening(row) {
        problems.report(NameProblem.tooMany(row.word, at: block.span))
      }
      let arguments = Arguments(entry.groups)
      if case .curve(let field) = row.takes {
        let points = CurveReader(problems: problems, numbers: numbers)
        if let curve = points.curve(entry, FieldFacts(row, dimension: .number)) {
          target.owner[keyPath: field] = curve
        }
        continue
      }
      if arguments.main.isEmpty {
        problems.report(
          NameProblem.missingValue(row.word, example: row.example, at: entry.head.span))
        continue
      }
      write(row, row.takes, arguments.main, arguments, &target, [row.word])
      writeClauses(row, arguments, &target)
    }
  }

  private func isOpening<Owner>(_ row: Row<Owner>) -> Bool {
    row.word.en == draft.declarations[current].kind.word.en
  }

  private func writeClauses<Owner>(
    _ row: Row<Owner>, _ arguments: Arguments, _ target: inout Filling<Owner>
  ) {
    for clause in arguments.clauses {
      if case .readings = row.takes, clause.preposition == .under { continue }
      if case .occasions = row.takes, clause.preposition == .within { continue }
      guard let taken = row.clause(clause.preposition) else {
        problems.report(
          NameProblem.unknownClause(clause.spelling.text, of: row.word, at: clause.spelling.span))
        continue
      }
      if case .kept = taken.takes { continue }
      let words = Preposition.wording(clause.preposition)
      if case .number(let dimension, let field) = taken.takes, let item = clause.items.first {
        let facts = FieldFacts(taken, of: row, dimension: dimension)
        if let number = numbers.number(item.value, facts) {
          target.owner[keyPath: field] = number.number
        }
        continue
      }
      write(
        row, taken.takes, clause.items, arguments, &target, [row.word] + (words.map { [$0] } ?? []))
    }
    for clause in row.clauses where arguments.clause(clause.preposition) == nil {
      clause.fill(&target.owner)
    }
    addClauseKnobs(row, target)
  }

  private func addClauseKnobs<Owner>(_ row: Row<Owner>, _ target: Filling<Owner>) {
    guard let place = target.place else { return }
    for clause in row.clauses {
      guard case .number(let dimension, let field) = clause.takes,
        let words = Preposition.wording(clause.preposition)
      else { continue }
      let facts = FieldFacts(clause, of: row, dimension: dimension)
      add([row.word, words], target.prefix, facts, through(place, field))
    }
  }

  /// Writes one list by what the field takes.
  private func write<Owner>(
    _ row: Row<Owner>, _ takes: Takes<Owner>, _ items: [Item], _ arguments: Arguments,
    _ target: inout Filling<Owner>, _ path: [Wording]
  ) {
    switch takes {
    case .number(let dimension, let field):
      guard let item = one(items, row) else { return }
      writeNumber(row, FieldFacts(row, dimension: dimension), item, field, &target, path)
    case .optionalNumber(let dimension, let field):
      guard let item = one(items, row) else { return }
      var facts = FieldFacts(row, dimension: dimension)
      facts.isUncertain = false
      if let number = plainNumber(item, facts) { target.owner[keyPath: field] = number.number }
    case .distribution(let dimension, let field):
      guard let item = one(items, row) else { return }
      writeDistribution(row, FieldFacts(row, dimension: dimension), item, field, &target, path)
    case .optionalDistribution(let dimension, let field):
      guard let item = one(items, row) else { return }
      let facts = FieldFacts(row, dimension: dimension)
      target.owner[keyPath: field] =
        distributions.distribution(item.value, facts)?.distribution
    case .readings(let field):
      guard let item = one(items, row) else { return }
      writeReadings(row, item, arguments, field, &target, path)
    case .occasions(let field):
      guard let item = one(items, row), let occasion = occasion(item, arguments, row) else {
        return
      }
      target.owner[keyPath: field].append(occasion)
    case .selection(let field):
      if let selection = selections.selection(
        items, field: row.word, ofPeople: row.traits.contains(.people))
      {
        target.owner[keyPath: field] = selection
      }
    case .optionalSelection(let field):
      if let selection = selections.selection(
        items, field: row.word, ofPeople: row.traits.contains(.people))
      {
        target.owner[keyPath: field] = selection
      }
    default: writeWords(row, takes, items, &target)
    }
  }

  /// The only item, with a problem for each further one.
  func one<Owner>(_ items: [Item], _ row: Row<Owner>) -> Item? {
    if items.count > 1 { problems.report(NameProblem.tooMany(row.word, at: items[1].span)) }
    return items.first
  }

  /// A number that may not be uncertain.
  private func plainNumber(_ item: Item, _ facts: FieldFacts) -> Measured? {
    if item.isUncertain {
      problems.report(DistributionProblem.structural(field: facts.word, at: item.span))
      return nil
    }
    if DistributionReader.isDistribution(item.value) {
      problems.report(
        DistributionProblem.notTaken(
          field: facts.word, mayBeUncertain: facts.isUncertain, at: item.span))
      return nil
    }
    return numbers.number(item.value, facts)
  }

  private func writeNumber<Owner>(
    _ row: Row<Owner>, _ facts: FieldFacts, _ item: Item, _ field: Field<Owner, Double>,
    _ target: inout Filling<Owner>, _ path: [Wording]
  ) {
    guard item.isUncertain else {
      guard let number = plainNumber(item, facts) else {
        addKnob(facts, field, target, path)
        return
      }
      if facts.dimension == nil { agree(number.powers, at: item.span) }
      target.owner[keyPath: field] = number.number
      addKnob(facts, field, target, path)
      return
    }
    guard let amount = drawn(item, facts) else { return }
    target.owner[keyPath: field] = amount.centre
    addKnob(facts, field, target, path)
    if target.place != nil { addUncertain(path, target.prefix, amount) }
  }

  private func addKnob<Owner>(
    _ facts: FieldFacts, _ field: Field<Owner, Double>, _ target: Filling<Owner>, _ path: [Wording]
  ) {
    guard let place = target.place else { return }
    add(path, target.prefix, facts, through(place, field))
  }

  /// The distribution of a `~` value; nil after a problem.
  func drawn(_ item: Item, _ facts: FieldFacts) -> Distribution? {
    guard facts.isUncertain else {
      problems.report(DistributionProblem.structural(field: facts.word, at: item.span))
      return nil
    }
    guard DistributionReader.isDistribution(item.value) else {
      problems.report(DistributionProblem.nothingUncertain(at: item.span))
      return nil
    }
    guard let read = distributions.distribution(item.value, facts) else { return nil }
    if facts.dimension == nil { agree(read.powers, at: item.span) }
    guard read.uncertain.isEmpty else {
      problems.report(DistributionProblem.structural(field: facts.word, at: item.span))
      return nil
    }
    return read.distribution
  }

  /// Holds all values of an indicator to one unit.
  func agree(_ powers: Powers, at span: Span) {
    guard let known = reading else {
      reading = powers
      return
    }
    if !known.matches(powers) {
      problems.report(SchemeProblem.otherReading(powers, indicator: known, at: span))
    }
  }

  private func writeDistribution<Owner>(
    _ row: Row<Owner>, _ facts: FieldFacts, _ item: Item, _ field: Field<Owner, Distribution>,
    _ target: inout Filling<Owner>, _ path: [Wording]
  ) {
    if item.isUncertain {
      guard let amount = drawn(item, facts) else { return }
      target.owner[keyPath: field] = .constant(amount.centre)
      addKnobs(row, target, path)
      if target.place != nil { addUncertain(path, target.prefix, amount) }
      return
    }
    guard let read = distributions.distribution(item.value, facts) else { return }
    if facts.dimension == nil { agree(read.powers, at: item.span) }
    target.owner[keyPath: field] = read.distribution
    guard let place = target.place else { return }
    addKnobs(row, target, path)
    note(read, facts, path, target.prefix, at: through(place, field))
  }

  private func writeReadings<Owner>(
    _ row: Row<Owner>, _ item: Item, _ arguments: Arguments,
    _ field: Field<Owner, [IndicatorTerms.Shows]>, _ target: inout Filling<Owner>, _ path: [Wording]
  ) {
    let facts = FieldFacts(row, dimension: nil)
    if item.isUncertain {
      problems.report(DistributionProblem.structural(field: row.word, at: item.span))
      return
    }
    guard let clause = arguments.clause(.under) else {
      problems.report(
        NameProblem.missingValue(Wording("under", "对应"), example: row.example, at: item.span))
      return
    }
    let risks = clause.items.flatMap { indices(.risk, $0) }
    guard let read = distributions.distribution(item.value, facts) else { return }
    agree(read.powers, at: item.span)
    let position = target.owner[keyPath: field].count
    target.owner[keyPath: field].append(.init(reading: read.distribution, under: risks))
    guard let place = target.place else { return }
    let name = position == 0 ? row.word : Wording("shows_\(position + 1)", "异常分布_\(position + 1)")
    let reading = through(field, \[IndicatorTerms.Shows][position].reading)
    note(read, facts, [name], target.prefix, at: through(place, reading))
  }

  /// Knobs of the written parameters, and the `~` among them.
  private func note(
    _ read: ReadDistribution, _ facts: FieldFacts, _ path: [Wording], _ prefix: String,
    at place: Field<Scheme, Distribution>
  ) {
    addKnobs(read, facts, path, prefix: prefix, at: place)
    for (parameter, amount) in read.uncertain {
      guard let word = parameter.family?.word else { continue }
      addUncertain(path + [word], prefix, amount)
    }
  }

  /// The position among its kind of a declared name; nil after a problem.
  func index(_ kind: Kind, _ item: Item) -> Int? { indices(kind, item).first }

  /// The positions among their kind of what a name declares, perhaps in a table; none after a problem.
  func indices(_ kind: Kind, _ item: Item) -> [Int] {
    guard let path = item.value.path else {
      problems.report(
        NameProblem.notTaken(
          kind.word, takes: Wording("a \(kind.word.en)", kind.word.zh), example: kind.example,
          at: item.span))
      return []
    }
    let found = draft.indices(kind, called: path.text)
    if found.isEmpty { reportName(path, kind.word, [kind]) }
    return found.map { draft.ordinal($0) }
  }

  /// Takes down a name that nothing of these kinds has.
  func reportName(_ path: Path, _ asked: Wording, _ kinds: [Kind]) {
    guard !draft.spoiled.contains(path.text) else { return }
    let known = draft.declarations.filter { kinds.contains($0.kind) }
      .flatMap { [$0.name] + $0.aliases }
    if let other = draft.declarations.first(where: { $0.name == path.text }), !kinds.isEmpty {
      problems.report(
        NameProblem.wrongKind(path.text, is: other.kind.word, asked: asked, at: path.span))
    } else if let node = structure.nodes(path.names.map(\.text)).first, !kinds.isEmpty {
      problems.report(
        NameProblem.wrongKind(path.text, is: node.kind.word, asked: asked, at: path.span))
    } else {
      problems.report(
        NameProblem.unknownName(
          path.text, asked: asked, at: path.span,
          near: Nearest.words(to: path.text, among: known)))
    }
  }
}
