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
struct TreeChange {
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
struct NumberChange {
  var path: String
  var sign: Assignment
  var item: Item
  var step: Step
  var written: Span
}

/// Makes the arm of one policy: what it declares otherwise, and its ordered changes of numbers.
final class Overlays {
  /// The baseline.
  let base: Lowering
  /// Where problems go.
  let problems: Problems
  /// The declarations with everything that the policy appends and changes.
  var draft: Draft
  var tree: [TreeChange] = []
  var numbers: [NumberChange] = []
  /// Whether the changes are typed one after another, so that the shares of a whole may add up later.
  var isTyped = false
  /// Wholes of typed changes that do not add up.
  var unfinished: [Diagnostic] = []
  /// Where it says how what is explained is dealt with.
  var explaining: Span?

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
    last.checkSingle(at: span)
    if let place = explaining { last.checkExplaining(at: place) }
    if last.scheme.publicities != base.scheme.publicities { last.checkPublicity(at: span) }
    return (Arm(name: name, phases: phases, changes: changes), last)
  }

  func take(_ step: Step) {
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

  func reportHead(_ entry: Entry) {
    // A path without a sign: the parser has told.
    guard entry.head.names.count == 1 else { return }
    let word = entry.head.text
    if LaterWords.find(word) != nil {
      problems.report(NameProblem.later(word, at: entry.head.span))
      return
    }
    if draft.declarations.contains(where: { $0.kind.canBeOff && $0.isCalled(word) }) {
      let values = entry.groups.flatMap(\.terms).map { $0.kind.value?.word?.text ?? "" }
      let isOff = values.count == 1 && SpecialWord(word: values[0]) == .off && entry.block == nil
      problems.report(
        NameProblem.declaredAsField(word, off: isOff ? entry.span : nil, at: entry.head.span))
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
  func overlay(_ kind: Kind, _ entry: Entry, in parent: Int?, _ step: Step) {
    var collector = Collector(problems: problems, commands: [:])
    collector.draft = draft
    guard let opened = collector.opened(kind, entry) else { return }
    if kind == .response, opened.name == Lowering.explained { explaining = opened.span }
    if opened.isOff, entry.block == nil {
      switchOff(kind, opened.name, step, at: entry.span)
      return
    }
    let existing = draft.declarations.indices.first {
      let one = draft.declarations[$0]
      return one.kind == kind && one.name == opened.name
        && (parent == nil ? kind.nesting == nil || one.parent == nil : one.parent == parent)
    }
    guard let existing else {
      for field in entry.block?.entries ?? [] {
        guard let row = KindEntry.of(kind).row(field.head.text), row.isOfBeginning else { continue }
        problems.report(OverlayProblem.hasBegun(row.word, at: field.head.span))
      }
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
  func set(_ declarations: [Int], _ field: Entry, _ step: Step) {
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

  func append(_ entry: Entry, to index: Int, _ step: Step) {
    tree.append(TreeChange(what: .field(entry), declaration: index, from: step.from))
  }

  /// `rotation off` switches off whatever there is of the kind, `response lead off` what is called so.
  func switchOff(_ kind: Kind, _ name: String, _ step: Step, at span: Span) {
    guard kind.canBeOff else {
      problems.report(OverlayProblem.cannotBeOff(kind, at: span))
      return
    }
    let all = draft.indices(kind).filter {
      name == kind.word.en || draft.declarations[$0].name == name
    }
    if all.isEmpty { problems.report(OverlayProblem.nothingToTake(name, at: span)) }
    for index in all {
      tree.append(TreeChange(what: .off, declaration: index, from: step.from))
    }
  }

  /// `without NAME`
  func takeOut(_ path: Path, _ step: Step) {
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

  func posts(under index: Int) -> [Int] {
    draft.children(of: index).flatMap { child in
      draft.declarations[child].kind == .post ? [child] : posts(under: child)
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
