import Plan
import Quantities
import Syntax
import Vocabulary

/// One thing that a policy does, with the time from which it holds.
struct Step {
  /// The entry of the policy's block.
  var entry: Entry
  /// First month in which it holds.
  var from: Int
  /// Months over which numbers move.
  var phaseIn: Int
  /// Whether the head is a name that is taken out.
  var isWithout = false
}

/// A change of the tree: a field, a switch.
private struct TreeChange {
  /// What is done.
  enum What {
    case field(Entry)
    case off
    case on
  }
  var what: What
  var declaration: Int
  var from: Int
}

/// A change of a number, before its value is read.
private struct NumberChange {
  var path: String
  var sign: Assignment
  var item: Item
  var step: Step
  var written: Span
}

/// Makes the arm of one policy: what it declares otherwise, and its ordered changes of numbers.
final class Overlays {
  /// The baseline.
  private let base: Lowering
  /// Where problems go.
  private let problems: Problems
  /// The declarations with everything that the policy appends and changes.
  private var draft: Draft
  private var tree: [TreeChange] = []
  private var numbers: [NumberChange] = []

  /// Starts from the baseline.
  init(_ base: Lowering, problems: Problems) {
    self.base = base
    self.problems = problems
    draft = base.draft
  }

  /// The arm, and the version that it ends in.
  func arm(_ name: String, _ steps: [Step], at span: Span) -> (arm: Arm, last: Lowering) {
    for step in steps { take(step) }
    let last = lowered(upTo: .max, isMuted: false)
    var changes = drawn(in: last)
    for number in numbers { changes += self.changes(number, in: last) }
    var phases: [Arm.Phase] = []
    for from in Set(tree.map(\.from) + [1]).sorted() {
      let version = lowered(upTo: from, isMuted: true)
      switchOffReferrers(&version.scheme, of: version, at: span)
      phases.append(.init(from: from, scheme: version.scheme))
    }
    check(changes, phases, in: last)
    return (Arm(name: name, phases: phases, changes: changes), last)
  }

  // MARK: Taking steps

  private func take(_ step: Step) {
    let entry = step.entry
    if step.isWithout {
      takeOut(entry.head, step)
      return
    }
    if let sign = entry.change {
      change(entry.head, sign, entry, step)
      return
    }
    guard let kind = Kind(head: entry.head.text) else {
      reportHead(entry)
      return
    }
    if kind == .policy || kind.naming == .none || !kind.isScheme {
      problems.report(NameProblem.misplaced(kind, at: entry.head.span))
      return
    }
    overlay(kind, entry, in: nil, step)
  }

  private func reportHead(_ entry: Entry) {
    let word = entry.head.text
    if LaterWords.find(word) != nil {
      problems.report(NameProblem.later(word, at: entry.head.span))
      return
    }
    let rows = PolicyTerms.rows.flatMap { [$0.word.en, $0.word.zh] }
    let known = rows + Kind.allCases.filter(\.isScheme).flatMap { [$0.word.en, $0.word.zh] }
    problems.report(
      NameProblem.unknownField(
        word, of: Kind.policy.word, at: entry.head.span,
        near: Nearest.words(to: word, among: known), help: nil))
  }

  /// A whole declaration inside a policy: over one of the same name, or a new one.
  private func overlay(_ kind: Kind, _ entry: Entry, in parent: Int?, _ step: Step) {
    var collector = Collector(problems: problems, commands: [:])
    collector.draft = draft
    guard let opened = collector.opened(kind, entry) else { return }
    if opened.isOff, opened.fields.isEmpty, entry.block == nil, opened.name == kind.word.en {
      switchOff(kind, step, at: entry.span)
      return
    }
    let existing = draft.declarations.indices.first {
      let one = draft.declarations[$0]
      return one.kind == kind && one.name == opened.name
        && (parent == nil ? kind.nesting == nil || one.parent == nil : one.parent == parent)
    }
    guard let existing else {
      collector.collect(entry, in: parent)
      let first = draft.declarations.count
      draft = collector.draft
      for index in draft.declarations.indices.dropFirst(first) where step.from > 1 {
        draft.declarations[index].isOff = true
        tree.append(TreeChange(what: .on, declaration: index, from: step.from))
      }
      if draft.declarations.count > first, tree.allSatisfy({ $0.declaration < first }) {
        tree.append(TreeChange(what: .on, declaration: first, from: step.from))
      }
      return
    }
    tree.append(TreeChange(what: .on, declaration: existing, from: step.from))
    for field in entry.block?.entries ?? [] {
      if let nested = Kind(head: field.head.text), field.change == nil, kind.nested.contains(nested)
      {
        overlay(nested, field, in: existing, step)
      } else if field.change != nil {
        problems.report(NameProblem.changeOutside(at: field.head.span))
      } else {
        set([existing], field, step)
      }
    }
  }

  /// A field of a whole declaration, as a change of its path.
  private func set(_ declarations: [Int], _ field: Entry, _ step: Step) {
    let kind = draft.declarations[declarations[0]].kind
    guard let row = KindEntry.of(kind).row(field.head.text) else {
      // The lowering of the version says what is wrong with the word.
      for index in declarations { append(field, to: index, step) }
      return
    }
    if let block = field.block {
      for inner in block.entries {
        let path = Path(field.head.names + inner.head.names)
        assign(declarations, path.names.map(\.text), .set, inner, path.span, step, row)
      }
      return
    }
    assign(declarations, field.head.names.map(\.text), .set, field, field.head.span, step, row)
  }

  private func append(_ entry: Entry, to index: Int, _ step: Step) {
    tree.append(TreeChange(what: .field(entry), declaration: index, from: step.from))
  }

  private func switchOff(_ kind: Kind, _ step: Step, at span: Span) {
    guard kind.canBeOff else {
      problems.report(OverlayProblem.cannotBeOff(kind, at: span))
      return
    }
    let all = draft.indices(kind)
    if all.isEmpty { problems.report(OverlayProblem.nothingToTake(kind.word.en, at: span)) }
    for index in all {
      tree.append(TreeChange(what: .off, declaration: index, from: step.from))
    }
  }

  /// `without NAME`
  private func takeOut(_ path: Path, _ step: Step) {
    let words = path.names.map(\.text)
    var found = draft.declarations.indices.filter {
      let one = draft.declarations[$0]
      return words.count == 1 && (one.name == words[0] || one.aliases.contains(words[0]))
        && one.kind.nesting == nil && one.kind != .threshold
    }
    if words.count == 1, let kind = Kind(head: words[0]), found.isEmpty {
      found = draft.indices(kind)
    }
    if found.isEmpty {
      let nodes = Structure(draft, problems: problems).nodes(words)
      for node in nodes {
        found += node.kind == .post ? [node.declaration] : posts(under: node.declaration)
      }
    }
    guard !found.isEmpty else {
      problems.report(OverlayProblem.nothingToTake(path.text, at: path.span))
      return
    }
    for index in found {
      let kind = draft.declarations[index].kind
      if kind.canBeOff {
        tree.append(TreeChange(what: .off, declaration: index, from: step.from))
      } else {
        problems.report(OverlayProblem.cannotBeOff(kind, at: path.span))
      }
    }
  }

  private func posts(under index: Int) -> [Int] {
    draft.children(of: index).flatMap { child in
      draft.declarations[child].kind == .post ? [child] : posts(under: child)
    }
  }

  // MARK: Changes by path

  private func change(_ path: Path, _ sign: Assignment, _ entry: Entry, _ step: Step) {
    let words = path.names.map(\.text)
    guard let (declarations, rest) = PathResolver(draft: draft, problems: problems).resolve(path)
    else { return }
    guard let first = rest.first else {
      problems.report(OverlayProblem.notChangeable(path.text, at: path.span))
      return
    }
    // An indicator and its threshold are two facets of one name: the field tells which is meant.
    let fitting = declarations.filter {
      KindEntry.of(draft.declarations[$0].kind).row(first) != nil
    }
    guard let any = fitting.first,
      let row = KindEntry.of(draft.declarations[any].kind).row(first)
    else {
      reportRow(words, declarations, first, path)
      return
    }
    assign(fitting, rest, sign, entry, path.span, step, row)
  }

  private func reportRow(_ words: [String], _ declarations: [Int], _ first: String, _ path: Path) {
    let kinds = declarations.map { draft.declarations[$0].kind }
    if let kind = kinds.first, LaterWords.find(first, in: kind) != nil {
      problems.report(NameProblem.later(first, at: path.span))
      return
    }
    let known = kinds.flatMap { KindEntry.of($0).rows.flatMap { [$0.word.en, $0.word.zh] } }
    let head = words.dropLast(1).joined(separator: ".")
    let near = Nearest.words(to: first, among: known).map { "\(head).\($0)" }
    problems.report(OverlayProblem.unknownPath(path.text, at: path.span, near: near))
  }

  /// A value for a field: a change of a dial where the field is a number, else a change of the tree.
  private func assign(
    _ declarations: [Int], _ words: [String], _ sign: Assignment, _ entry: Entry, _ span: Span,
    _ step: Step, _ row: AnyRow
  ) {
    let arguments = Arguments(entry.groups)
    guard let tail = PathResolver.canonical(words, row) else {
      problems.report(
        OverlayProblem.unknownPath(words.joined(separator: "."), at: span, near: []))
      return
    }
    for index in declarations {
      let path = ([PathResolver.prefix(index, in: draft)] + tail).joined(separator: ".")
      let isFresh = index >= base.draft.declarations.count
      let isWhole = tail.count == 1 && isTree(row, arguments, path, isFresh)
      if isWhole {
        guard sign == .set else {
          problems.report(OverlayProblem.notNumber(path, at: span))
          return
        }
        let head = Path([Name(row.word.en, span: span)])
        append(
          Entry(head: head, change: nil, groups: entry.groups, block: nil, span: entry.span),
          to: index, step)
        continue
      }
      guard let item = arguments.main.first, arguments.main.count == 1 else {
        problems.report(NameProblem.missingValue(row.word, example: row.example, at: span))
        return
      }
      numbers.append(
        NumberChange(path: path, sign: sign, item: item, step: step, written: span))
      guard tail.count == 1 else { continue }
      for clause in arguments.clauses {
        guard let word = Preposition.wording(clause.preposition), let value = clause.items.first
        else { continue }
        if case .kept? = row.clauses.first(where: { $0.preposition == clause.preposition })?.shape {
          continue
        }
        numbers.append(
          NumberChange(
            path: "\(path).\(word.en)", sign: .set, item: value, step: step,
            written: clause.spelling.span))
      }
    }
  }

  private func isTree(
    _ row: AnyRow, _ arguments: Arguments, _ path: String, _ isFresh: Bool
  ) -> Bool {
    switch row.shape {
    case .number:
      // A clause with a selection (`covers 40% of key`) is a matter of the tree.
      let hasSelection = arguments.clauses.contains { clause in
        row.clauses.contains { $0.preposition == clause.preposition && $0.shape == .selection }
      }
      return hasSelection || (!isFresh && base.knobs[path] == nil)
    case .distribution:
      guard let item = arguments.main.first, arguments.main.count == 1 else { return true }
      return !item.isUncertain && DistributionReader.isDistribution(item.value)
        || base.knobs[path] == nil && !isFresh
    default: return true
    }
  }

  // MARK: Versions

  private func lowered(upTo month: Int, isMuted: Bool) -> Lowering {
    let before = problems.isMuted
    problems.isMuted = before || isMuted
    defer { problems.isMuted = before }
    var version = draft
    for change in tree where change.from <= month {
      switch change.what {
      case .off: version.declarations[change.declaration].isOff = true
      case .on: version.declarations[change.declaration].isOff = false
      case .field(let entry):
        let layer = version.declarations[change.declaration].nextLayer
        version.declarations[change.declaration].fields.append(.init(entry: entry, layer: layer))
      }
    }
    let lowering = Lowering(version, problems: problems)
    lowering.lowerScheme()
    return lowering
  }

  /// The `~` that this version has and the baseline has not, and what replaces the baseline's.
  private func drawn(in last: Lowering) -> [Change] {
    let ours = Set(last.uncertain)
    let theirs = Set(base.uncertain)
    let dropped = base.uncertain.filter { !ours.contains($0) }
      .map { Change($0.dial, .set, .fixed($0.dial.read(last.scheme))) }
      .filter { change in
        if case .fixed(let number) = change.amount { return !number.isNaN }
        return false
      }
    return dropped + last.uncertain.filter { !theirs.contains($0) }
  }

  private func changes(_ number: NumberChange, in last: Lowering) -> [Change] {
    guard let knob = last.knobs[number.path] else {
      let shown = number.path.split(separator: ".").dropFirst().joined(separator: ".")
      problems.report(
        base.isRandom(number.path)
          ? OverlayProblem.changesChance(shown, at: number.written)
          : OverlayProblem.unknownPath(shown, at: number.written, near: []))
      return []
    }
    guard let (operation, amount) = amount(number, knob, in: last) else { return [] }
    return knob.dials.map {
      Change(
        $0, operation, amount, from: number.step.from, phaseIn: number.step.phaseIn)
    }
  }

  private func amount(
    _ number: NumberChange, _ knob: Knob, in last: Lowering
  ) -> (Change.Operation, Change.Amount)? {
    var facts = knob.facts
    switch number.sign {
    case .set:
      if number.item.isUncertain {
        return last.drawn(number.item, facts).map { (.set, .drawn($0)) }
      }
    case .add, .subtract: facts.bounds = nil
    case .multiply, .divide:
      facts = FieldFacts(
        facts.word, .number, example: "\(knob.shown.en) \(number.sign.rawValue) 1.1")
    }
    if number.item.isUncertain {
      problems.report(DistributionProblem.structural(field: facts.word, at: number.item.span))
      return nil
    }
    if DistributionReader.isDistribution(number.item.value) {
      problems.report(
        DistributionProblem.notTaken(
          field: facts.word, mayBeUncertain: facts.isUncertain, at: number.item.span))
      return nil
    }
    guard let value = last.numbers.number(number.item.value, facts) else { return nil }
    let operation: Change.Operation =
      switch number.sign {
      case .set: .set
      case .add: .add
      case .subtract: .subtract
      case .multiply: .multiply
      case .divide: .divide
      }
    return (operation, .fixed(value.number))
  }

  // MARK: What follows

  /// What refers to something taken out is switched off with it (model.md, settled question 15).
  private func switchOffReferrers(_ scheme: inout Scheme, of version: Lowering, at span: Span) {
    func isOut(_ performer: Performer) -> Int? {
      guard case .body(let body) = performer, scheme.bodies.indices.contains(body),
        !scheme.bodies[body].isOn
      else { return nil }
      return body
    }
    for index in scheme.reviews.indices where scheme.reviews[index].isOn {
      guard let body = isOut(scheme.reviews[index].by) else { continue }
      scheme.reviews[index].isOn = false
      note(scheme.reviews[index].name, scheme.bodies[body].name, at: span)
    }
    for index in scheme.reportings.indices where scheme.reportings[index].isOn {
      guard let body = isOut(scheme.reportings[index].by) else { continue }
      scheme.reportings[index].isOn = false
      note(scheme.reportings[index].name, scheme.bodies[body].name, at: span)
    }
    for index in scheme.responses.indices where scheme.responses[index].isOn {
      guard let body = isOut(scheme.responses[index].by) else { continue }
      scheme.responses[index].isOn = false
      note("response.\(scheme.responses[index].cause.word.en)", scheme.bodies[body].name, at: span)
    }
    for index in scheme.indicators.indices where scheme.indicators[index].isOn {
      let named = Set(scheme.indicators[index].shows.flatMap(\.under))
      let out = named.filter { !scheme.risks[$0].isOn }
      guard !named.isEmpty, out.count == named.count, let risk = out.min() else { continue }
      scheme.indicators[index].isOn = false
      note(scheme.indicators[index].name, scheme.risks[risk].name, at: span)
    }
  }

  private func note(_ name: String, _ other: String, at span: Span) {
    problems.report(OverlayProblem.switchedOff(name, with: other, at: span))
  }

  /// Whether the fixed changes keep bounds and the order of colours (model.md, settled detail 30).
  private func check(_ changes: [Change], _ phases: [Arm.Phase], in last: Lowering) {
    guard var scheme = phases.last?.scheme else { return }
    for change in changes {
      guard case .fixed(let amount) = change.amount else { continue }
      let value = change.operation.applied(to: change.dial.read(scheme), amount)
      let range = change.dial.bounds
      let slack = 1e-9 * max(1, abs(value))
      if value < range.lowerBound - slack || value > range.upperBound + slack,
        let number = numbers.first(where: { $0.path == change.dial.path }),
        let knob = last.knobs[change.dial.path], let bounds = knob.facts.bounds
      {
        problems.report(
          OverlayProblem.beyond(
            path: knob.shown,
            value: Figure.wording(value, change.dial.dimension, isShareRate: knob.isShareRate),
            low: bounds.low.wording, high: bounds.high.wording, at: number.written))
        continue
      }
      change.dial.turn(&scheme, to: value)
    }
    for indicator in scheme.indicators where indicator.isOn {
      let (yellow, orange, red) = (
        indicator.yellow.number, indicator.orange.number, indicator.red.number
      )
      let prefix = "threshold.\(indicator.name)."
      guard yellow > orange || orange > red || yellow > red,
        let number = numbers.last(where: { $0.path.hasPrefix(prefix) })
      else { continue }
      if orange.isInfinite, yellow <= red { continue }
      problems.report(OverlayProblem.colours(indicator: indicator.name, at: number.written))
    }
  }
}

extension Change.Operation {
  /// The number after the operation.
  func applied(to number: Double, _ amount: Double) -> Double {
    switch self {
    case .set: amount
    case .add: number + amount
    case .subtract: number - amount
    case .multiply: number * amount
    case .divide: number / amount
    }
  }
}

extension Kind {
  /// The kind inside whose block this one is declared.
  var nesting: Kind? {
    switch self {
    case .unit: .organization
    case .post: .unit
    default: nil
    }
  }
}

extension Lowering {
  /// Whether a path leads to a distribution, which has parameters but no one value.
  func isRandom(_ path: String) -> Bool { knobPaths.contains { $0.hasPrefix(path + ".") } }
}
