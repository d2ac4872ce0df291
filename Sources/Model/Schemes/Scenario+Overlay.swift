import Plan
public import Syntax
import Vocabulary

extension Scenario {
  /// The overlay after one more `set` entry (`set rotation.every = 1 year`, `set rotation.every 1 year`,
  /// `set rotation off`), or a change or declaration as a policy would write it; with what is to be told.
  /// Nil if there is an error.
  public func overlay(
    _ before: Overlay?, applying entry: Entry
  ) -> (overlay: Overlay?, diagnostics: [Diagnostic]) {
    let problems = Problems()
    guard let step = step(of: entry, problems) else { return (nil, problems.sorted) }
    return overlay((before?.entries ?? []) + [step], problems, at: entry.span)
  }

  /// The overlay of these entries, as after `undo`, or from a file; nil if none is left.
  public func overlay(
    of entries: [Entry]
  ) -> (overlay: Overlay?, diagnostics: [Diagnostic]) {
    guard let first = entries.first else { return (nil, []) }
    return overlay(entries, Problems(), at: first.span)
  }

  private func overlay(
    _ entries: [Entry], _ problems: Problems, at span: Span
  ) -> (overlay: Overlay?, diagnostics: [Diagnostic]) {
    let quiet = Problems()
    let base = Lowering(draft, problems: quiet)
    base.lowerScheme()
    let overlays = Overlays(base, problems: problems)
    overlays.isTyped = true
    let (arm, last) = overlays.arm("current", Self.steps(of: entries), at: span)
    // What the baseline itself is told was told when it was read.
    let diagnostics = problems.sorted.filter { !quiet.diagnostics.contains($0) }
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
    let differences = Differences(base: base, last: last).list(arm)
    let overlay = Overlay(
      entries: entries, arm: arm, differences: differences, unfinished: overlays.unfinished)
    return (overlay, diagnostics)
  }

  /// What entries of an overlay do.
  static func steps(of entries: [Entry]) -> [Step] {
    entries.map { entry in
      let isWithout = PolicyTerms.row(entry.head.text)?.word.en == "without"
      let path = isWithout ? Arguments(entry.groups).main.first?.value.path : nil
      guard let path else { return Step(entry: entry, from: 1, phaseIn: 0) }
      let taken = Entry(head: path, change: nil, groups: [], block: nil, span: entry.span)
      return Step(entry: taken, from: 1, phaseIn: 0, isWithout: true)
    }
  }

  /// A `set` entry as the change that a policy would write.
  private func step(of entry: Entry, _ problems: Problems) -> Entry? {
    guard entry.change == nil, ["set", "设定"].contains(entry.head.text) else { return entry }
    guard let first = entry.groups.first, let term = first.terms.first else {
      problems.report(
        NameProblem.missingValue(
          Wording("set", "设定"), example: "set rotation.every = 2 years", at: entry.span))
      return nil
    }
    func change(_ path: Path, _ sign: Assignment, _ terms: [Term]) -> Entry {
      let groups = [Group(terms: terms, span: first.span)] + entry.groups.dropFirst()
      return Entry(head: path, change: sign, groups: groups, block: nil, span: entry.span)
    }
    let rest = Array(first.terms.dropFirst())
    switch term.kind {
    case .change(let path, let sign, let value):
      return change(path, sign, [Term(.value(value), span: value.span)] + rest)
    case .value(let value):
      // `set x = y`: the first comparison to the left is the assignment.
      if let (path, right) = value.assigned {
        return change(path, .set, [Term(.value(right), span: right.span)] + rest)
      }
      if let path = value.path, rest.count == 1, entry.groups.count == 1,
        let word = rest[0].kind.value?.word, SpecialWord(word: word.text) == .off,
        let taken = takenOut(path, rest, entry)
      {
        return taken
      }
      if let path = value.path, !rest.isEmpty { return change(path, .set, rest) }
    default: break
    }
    problems.report(
      NameProblem.notTaken(
        Wording("set", "设定"), takes: Wording("a path and a value", "路径和值"),
        example: "set rotation.every = 2 years", at: entry.span))
    return nil
  }
}

extension Scenario {
  /// `set rotation off` as `rotation off`, `set evaluation off` as `without evaluation`; nil for a path to
  /// neither a kind nor a declaration that can be taken out.
  private func takenOut(_ path: Path, _ off: [Term], _ entry: Entry) -> Entry? {
    func made(_ head: Path, _ terms: [Term]) -> Entry {
      Entry(
        head: head, change: nil, groups: [Group(terms: terms, span: entry.span)],
        block: entry.block, span: entry.span)
    }
    let isDeclared = draft.declarations.contains { $0.kind.canBeOff && $0.isCalled(path.text) }
    if Kind(head: path.text) != nil { return made(path, off) }
    guard isDeclared, let without = PolicyTerms.row("without")?.word.en else { return nil }
    let head = Path([Name(without, span: path.span)])
    return made(head, [Term(.value(Value(.path(path), span: path.span)), span: path.span)])
  }
}

extension Value {
  /// Path and value of `path = value`.
  fileprivate var assigned: (Path, Value)? {
    guard case .infix(let left, .equal, let right) = kind, let path = left.path else { return nil }
    return (path, right)
  }
}

extension Overlay {
  /// The overlay as a policy writes it: an entry a line, its words as they were typed.
  public var text: String { entries.map { $0.text + "\n" }.joined() }
}
