import Plan
import Quantities
import Syntax
import Vocabulary

extension Overlays {
  func change(_ path: Path, _ sign: Assignment, _ entry: Entry, _ step: Step) {
    let words = path.names.map(\.text)
    draft.implyExplaining(path)
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

  func reportRow(_ words: [String], _ declarations: [Int], _ first: String, _ path: Path) {
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
  func assign(
    _ declarations: [Int], _ words: [String], _ sign: Assignment, _ entry: Entry, _ span: Span,
    _ step: Step, _ row: AnyRow
  ) {
    if row.isOfBeginning {
      problems.report(OverlayProblem.hasBegun(row.word, at: span))
      return
    }
    let arguments = Arguments(entry.groups)
    guard let tail = PathResolver.canonical(words, row) else {
      problems.report(
        OverlayProblem.unknownPath(words.joined(separator: "."), at: span, near: []))
      return
    }
    for index in declarations {
      let one = draft.declarations[index]
      if one.kind == .response, one.name == Lowering.explained { explaining = span }
      let path = ([PathResolver.prefix(index, in: draft)] + tail).joined(separator: ".")
      let isFresh = index >= base.draft.declarations.count
      let isWhole = tail.count == 1 && isTree(row, arguments, path, isFresh)
      if isWhole {
        guard sign == .set else {
          problems.report(
            base.isRandom(path)
              ? OverlayProblem.changesChance(path, at: span)
              : OverlayProblem.notNumber(path, at: span))
          return
        }
        // What was changed of its parts before is written over.
        numbers.removeAll {
          ($0.path == path || $0.path.hasPrefix(path + ".")) && $0.step.from >= step.from
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

  func isTree(
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
}
