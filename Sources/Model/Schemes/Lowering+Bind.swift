import Plan
import Quantities
import Syntax
import Vocabulary

extension Lowering {
  /// Reads the fields of the current declaration into its terms: first what is written, then defaults.
  func bind<Owner: Spelled>(
    _ rows: [Row<Owner>], into terms: inout Owner, at place: Field<Scheme, Owner>?, prefix: String,
    entries: [Entry]? = nil
  ) {
    let declaration = draft.declarations[current]
    let entries = entries ?? declaration.holding
    var common = CommonTerms()
    var seen: [String: [Entry]] = [:]
    for entry in entries {
      let word = entry.head.text
      if entry.change != nil {
        problems.report(NameProblem.changeOutside(at: entry.head.span))
      } else if let row = rows.first(where: { $0.isCalled(word) }) {
        seen[row.word.en, default: []].append(entry)
      } else if let row = CommonTerms.row(word) {
        var target = Filling(owner: common, place: nil, prefix: prefix)
        write(row, [entry], &target)
        common = target.owner
      } else if entry.head.names.count == 1 {
        reportField(word, rows, declaration.kind, at: entry.head.span)
      }
    }
    commons[current] = common
    written[current] = Set(seen.keys)
    var target = Filling(owner: terms, place: place, prefix: prefix)
    if let opening = Owner.opening, !declaration.groups.isEmpty {
      let whole = Entry(
        head: Path([Name(opening.word.en, span: declaration.span)]), change: nil,
        groups: declaration.groups, block: nil, span: declaration.span)
      write(opening, [whole], &target)
    }
    fill(rows, seen, &target, of: declaration)
    terms = target.owner
  }

  /// Writes what is written, in the order of the rows, then the defaults.
  private func fill<Owner: Spelled>(
    _ rows: [Row<Owner>], _ seen: [String: [Entry]], _ target: inout Filling<Owner>,
    of declaration: Declaration
  ) {
    for row in rows {
      guard let entries = seen[row.word.en] else { continue }
      if entries.count > 1, !row.isRepeatable {
        problems.report(
          NameProblem.fieldTwice(row.word, at: entries[1].head.span, first: entries[0].head.span))
      }
      write(row, row.isRepeatable ? entries : [entries[0]], &target)
    }
    for row in rows where seen[row.word.en] == nil {
      if row.isRequired {
        problems.report(
          NameProblem.missingField(
            row.word, of: declaration.kind.word, example: row.example, at: declaration.span))
      }
      fillDefault(row, &target)
    }
  }

  /// The default of a row that is not written, with the knobs that it leaves.
  func fillDefault<Owner>(_ row: Row<Owner>, _ target: inout Filling<Owner>) {
    row.fill(&target.owner)
    if case .posts(let postClass) = row.usually {
      let selection = Selection(posts: selections.posts(postClass))
      switch row.takes {
      case .selection(let field): target.owner[keyPath: field] = selection
      case .optionalSelection(let field): target.owner[keyPath: field] = selection
      default: break
      }
    }
    addKnobs(row, target, [row.word])
  }

  private func reportField<Owner>(
    _ word: String, _ rows: [Row<Owner>], _ kind: Kind, at span: Span
  ) {
    let spellings = rows.flatMap { [$0.word.en, $0.word.zh] }
    let near = Nearest.words(to: word, among: spellings)
    if LaterWords.find(word, in: kind) != nil, Kind(head: word) == nil || near.isEmpty {
      problems.report(NameProblem.later(word, at: span))
      return
    }
    if let other = Kind(head: word) {
      problems.report(NameProblem.misplaced(other, at: span))
      return
    }
    let help = near.first.flatMap { name in rows.first { $0.isCalled(name) }?.help }
    problems.report(
      NameProblem.unknownField(word, of: kind.word, at: span, near: near, help: help))
  }
}

/// Terms that are being filled, with their place in the scheme.
struct Filling<Owner: Terms> {
  /// The terms.
  var owner: Owner
  /// Where they will stand; nil for what no policy rules.
  var place: Field<Scheme, Owner>?
  /// The canonical path of the declaration.
  var prefix: String
}

extension Row {
  /// Whether the row is spelled so in either language.
  func isCalled(_ word: String) -> Bool { self.word.en == word || self.word.zh == word }
}
