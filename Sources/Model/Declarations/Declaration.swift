import Plan
import Plan
import Syntax
import Vocabulary

/// A declaration as it stands in the text, with what policies wrote over it.
struct Declaration: Sendable, Hashable {
  /// A field entry, and how many overlays lie below it: the highest layer of a field holds.
  struct Layered: Sendable, Hashable {
    var entry: Entry
    var layer: Int
  }

  /// Its kind.
  var kind: Kind
  /// Its name; for a kind without names, its English word.
  var name: String
  /// Where the name or head stands.
  var span: Span
  /// What tables call it, if it is labelled.
  var label: Wording?
  /// The preset that it takes.
  var preset: Path?
  /// The terms of the entry before its block.
  var groups: [Group] = []
  /// Its fields.
  var fields: [Layered] = []
  /// Index of the declaration that it stands in.
  var parent: Int?
  /// How many are alike.
  var copies = 1
  /// Other spellings of its name.
  var aliases: [String] = []
  /// Whether it is switched off.
  var isOff = false
  /// Whether it came from a text of `rules/`.
  var isStandard = false
  /// Whether nobody wrote it: it acts with its defaults unless it is off.
  var isImplied = false

  /// The fields that hold: of each head those of the highest layer.
  var holding: [Entry] {
    var top: [String: Int] = [:]
    for field in fields {
      let key = Self.key(field.entry, kind)
      top[key] = max(top[key] ?? .min, field.layer)
    }
    return fields.filter { $0.layer == top[Self.key($0.entry, kind)] }.map(\.entry)
  }

  /// The layer of the next overlay.
  var nextLayer: Int { (fields.map(\.layer).max() ?? 0) + 1 }

  private static func key(_ entry: Entry, _ kind: Kind) -> String {
    let word = entry.head.text
    return KindEntry.of(kind).row(word)?.word.en ?? word
  }

  /// Whether it writes a field, by its English word.
  func writes(_ field: String) -> Bool { fields.contains { Self.key($0.entry, kind) == field } }

  /// Whether a word is its name or an alias of it.
  func isCalled(_ word: String) -> Bool { name == word || aliases.contains(word) }

  /// How problems and tables call it: its name, or its kind with its name.
  var path: String { name == kind.word.en ? name : "\(kind.word.en).\(name)" }
}

/// The declarations of a scenario or of a policy's version of it, in order.
struct Draft: Sendable, Hashable {
  /// In order of declaration; a policy switches off or appends, so an index means the same in every version.
  var declarations: [Declaration] = []
  /// Names of tables that could not be read: what is called so is no problem of its own.
  var spoiled: Set<String> = []

  /// Adds what acts although nobody declares it (model.md, settled detail 3): the sanction ladder and the
  /// response to leads, so that their defaults can be seen, changed and switched off like all others.
  mutating func imply() {
    guard !indices(.post).isEmpty else { return }
    let span = Span(0, 0)
    if indices(.sanction).isEmpty {
      declarations.append(
        Declaration(kind: .sanction, name: Kind.sanction.word.en, span: span, isImplied: true))
    }
    let lead = ResponseCause.lead.word.en
    if index(.response, lead) == nil {
      declarations.append(
        Declaration(kind: .response, name: lead, span: span, isImplied: true))
    }
  }

  /// Indices of a kind, in order.
  func indices(_ kind: Kind) -> [Int] {
    declarations.indices.filter { declarations[$0].kind == kind }
  }

  /// The declaration of a kind and name.
  func index(_ kind: Kind, _ name: String) -> Int? {
    declarations.indices.first { isCalled($0, kind, name) }
  }

  /// The declarations of a kind and name: more than one where the name is that of a table.
  func indices(_ kind: Kind, called name: String) -> [Int] {
    guard let first = index(kind, name) else { return [] }
    // A name of its own is nobody else's.
    return declarations[first].name == name
      ? [first] : declarations.indices.filter { isCalled($0, kind, name) }
  }

  private func isCalled(_ index: Int, _ kind: Kind, _ name: String) -> Bool {
    declarations[index].kind == kind && declarations[index].isCalled(name)
  }

  /// The position of a declaration among those of its kind.
  func ordinal(_ index: Int) -> Int {
    declarations[..<index].count { $0.kind == declarations[index].kind }
  }

  /// Indices of the declarations inside another.
  func children(of index: Int) -> [Int] {
    declarations.indices.filter { declarations[$0].parent == index }
  }
}
