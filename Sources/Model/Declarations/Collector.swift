import Plan
import Quantities
public import Syntax
import Vocabulary

/// A command that stands in a file or was typed at the prompt; Workbench binds it.
public struct CommandEntry: Sendable, Hashable {
  /// The canonical head, such as `compare`.
  public let head: String
  /// The entry as it stands.
  public let entry: Entry

  /// A command of this head.
  public init(head: String, entry: Entry) {
    self.head = head
    self.entry = entry
  }
}

/// Gathers the declarations and commands of programs, knowing kinds and names but no meaning.
struct Collector {
  /// Where problems go.
  let problems: Problems
  /// Heads of commands: every spelling, with the canonical one.
  let commands: [String: String]
  /// What was gathered.
  var draft = Draft()
  /// Which names are taken.
  private var namesakes = Namesakes()
  /// Commands, in order.
  var entries: [CommandEntry] = []
  /// Whether the text is one of `rules/`.
  var isStandard = false
  /// The layer of the fields that are being gathered.
  var layer = 0

  init(problems: Problems, commands: [String: String]) {
    self.problems = problems
    self.commands = commands
  }

  /// Takes the entries of one source; `use` was followed before.
  mutating func collect(_ program: Program) {
    for entry in program.entries { collect(entry, in: nil) }
  }

  /// Takes an entry at the top level (`parent` nil) or inside a structure.
  mutating func collect(_ entry: Entry, in parent: Int?) {
    guard entry.change == nil else {
      problems.report(NameProblem.changeOutside(at: entry.head.span))
      return
    }
    // A path without a sign: the parser has told.
    guard entry.head.names.count == 1 else { return }
    let head = entry.head.names[0]
    if let kind = Kind(head: head.text) {
      declare(kind, entry, in: parent)
    } else if let command = commands[head.text] {
      entries.append(CommandEntry(head: command, entry: entry))
    } else if head.text == "language" || head.text == "语言版本" {
      return
    } else if LaterWords.find(head.text) != nil {
      problems.report(NameProblem.later(head.text, at: head.span))
    } else {
      let all = Kind.allCases.filter { $0 != .common }.flatMap { [$0.word.en, $0.word.zh] }
      problems.report(
        NameProblem.unknownHead(
          head.text, at: head.span,
          near: Nearest.words(to: head.text, among: all + commands.keys.sorted())))
    }
  }

  private mutating func declare(_ kind: Kind, _ entry: Entry, in parent: Int?) {
    guard kind != .use else { return }
    guard isInPlace(kind, parent) else {
      problems.report(NameProblem.misplaced(kind, at: entry.head.span))
      return
    }
    guard var declaration = opened(kind, entry) else { return }
    declaration.parent = parent
    declaration.isStandard = isStandard
    if let first = twin(of: declaration) {
      replaceOrReport(declaration, first)
      return
    }
    draft.declarations.append(declaration)
    let index = draft.declarations.count - 1
    for field in entry.block?.entries ?? [] {
      if let nested = Kind(head: field.head.text), field.change == nil,
        kind.nested.contains(nested)
      {
        collect(field, in: index)
      } else {
        note(field, of: index)
      }
    }
  }

  /// A file's own metric, norm or evidence may have the name of a standard one; nothing else is declared twice.
  private mutating func replaceOrReport(_ declaration: Declaration, _ first: Int) {
    guard draft.declarations[first].isStandard, !declaration.isStandard else {
      problems.report(
        NameProblem.duplicate(
          declaration.name, at: declaration.span, first: draft.declarations[first].span))
      return
    }
    draft.declarations[first] = declaration
  }

  private func isInPlace(_ kind: Kind, _ parent: Int?) -> Bool {
    guard let parent else { return kind != .unit && kind != .post }
    return draft.declarations[parent].kind.nested.contains(kind)
  }

  /// Keeps a field, and reads at once the few that decide about names.
  private mutating func note(_ field: Entry, of index: Int) {
    draft.declarations[index].fields.append(.init(entry: field, layer: layer))
    guard field.change == nil, field.head.names.count == 1,
      let row = CommonTerms.row(field.head.text)
    else { return }
    let items = Arguments(field.groups).main
    switch row.word.en {
    case "alias":
      draft.declarations[index].aliases += items.compactMap { $0.value.path?.text }
    case "copies":
      let facts = FieldFacts(row, dimension: .count)
      let reader = NumberReader(problems: problems)
      if let item = items.first, let number = reader.number(item.value, facts) {
        draft.declarations[index].copies = whole(number.number)
      }
    default: break
    }
  }

  /// The declaration that an entry opens: name, label, preset, `off`.
  func opened(_ kind: Kind, _ entry: Entry) -> Declaration? {
    var declaration = Declaration(
      kind: kind, name: kind.word.en, span: entry.head.span, groups: entry.groups)
    guard kind.naming != .none else {
      // Targets and expectations have no names; their place tells them apart.
      declaration.name = "\(kind.word.en)_\(draft.indices(kind).count + 1)"
      declaration.span = entry.span
      return declaration
    }
    let arguments = Arguments(entry.groups)
    declaration.preset = arguments.clause(.as)?.items.first?.value.path
    if KindEntry.of(kind).opening == nil {
      for clause in arguments.clauses where clause.preposition != .as {
        problems.report(
          NameProblem.unknownClause(
            clause.spelling.text, of: kind.word, at: clause.spelling.span))
      }
    }
    let strings = arguments.main.compactMap(\.value.string)
    if let first = strings.first {
      declaration.label = Wording(first, strings.count > 1 ? strings[1] : first)
    }
    var words = arguments.main.filter { $0.value.string == nil }
    if case .ofEnumeration = kind.naming, words.count == 2, words[1].value.isOff {
      declaration.isOff = true
      words.removeLast()
    }
    // A name, and a label in each language.
    let labels = arguments.main.filter { $0.value.string != nil }
    if let extra = words.dropFirst().first ?? labels.dropFirst(2).first {
      problems.report(NameProblem.manyNames(kind.word, at: extra.span))
    }
    return named(declaration, words.first?.value.path, entry)
  }

  private func named(_ declaration: Declaration, _ path: Path?, _ entry: Entry) -> Declaration? {
    var declaration = declaration
    let kind = declaration.kind
    guard let path else {
      guard kind.naming == .optional else {
        problems.report(NameProblem.missingName(kind, at: entry.head.span))
        return nil
      }
      return declaration
    }
    declaration.span = path.span
    let word = path.text
    if SpecialWord(word: word) == .off, kind.naming == .optional {
      declaration.isOff = true
      return declaration
    }
    switch kind.naming {
    case .ofEnumeration(let enumeration):
      guard let code = enumeration.code(of: word) else {
        report(word, of: kind, enumeration, at: path.span)
        return nil
      }
      declaration.name = enumeration.values[code].en
    default:
      if Words.reserved(word) != nil || path.names.count > 1 {
        problems.report(NameProblem.reserved(word, at: path.span))
        return nil
      }
      declaration.name = word
    }
    return declaration
  }

  private func report(_ word: String, of kind: Kind, _ enumeration: Enumeration, at span: Span) {
    if LaterWords.find(word) != nil {
      problems.report(NameProblem.later(word, at: span))
      return
    }
    let all = enumeration.values.flatMap { [$0.en, $0.zh] }
    problems.report(
      NameProblem.unknownWord(
        word, of: kind.word, words: enumeration.values, at: span,
        near: Nearest.words(to: word, among: all)))
  }

  /// The declaration that has the same name already; an indicator and its threshold are two facets of one,
  /// and posts and units may be called alike in different places.
  private mutating func twin(of declaration: Declaration) -> Int? {
    guard declaration.kind.naming != .none else { return nil }
    namesakes.take(draft.declarations)
    return namesakes.of(declaration).first { index in
      let other = draft.declarations[index].kind
      if other == declaration.kind { return true }
      if Set([other, declaration.kind]) == [.indicator, .threshold] { return false }
      return declaration.name != other.word.en
    }
  }
}

/// Declarations by name, so that a large text is not walked for every one of its names.
struct Namesakes {
  /// What may not be called alike: within a kind that lives apart only in the same place.
  private struct Key: Hashable {
    let name: String
    let kind: Kind?
    let parent: Int?

    init(_ declaration: Declaration) {
      name = declaration.name
      let isApart = Namesakes.apart.contains(declaration.kind)
      kind = isApart ? declaration.kind : nil
      parent = declaration.parent
    }
  }

  /// Evidence, metrics and what has no free name live apart.
  private static let apart: Set<Kind> = [
    .response, .organization, .unit, .post, .evidence, .metric, .norm,
  ]
  private var known: [Key: [Int]] = [:]
  private var count = 0

  /// Takes down the declarations that were added since the last time.
  mutating func take(_ declarations: [Declaration]) {
    for index in declarations.indices.dropFirst(count) {
      known[Key(declarations[index]), default: []].append(index)
    }
    count = declarations.count
  }

  /// The declarations that could be the same by name, in order.
  func of(_ declaration: Declaration) -> [Int] { known[Key(declaration)] ?? [] }
}

extension Kind {
  /// The kind that a head declares, in either language.
  init?(head: String) {
    let found = Self.allCases.first {
      $0 != .common && ($0.word.en == head || $0.word.zh == head)
    }
    guard let found else { return nil }
    self = found
  }
}

extension Value {
  /// Whether it is the word that switches something off.
  fileprivate var isOff: Bool { word.map { SpecialWord(word: $0.text) == .off } ?? false }
}
