import Quantities
public import Syntax

/// The words of a program in the other language: keywords, never declared names, labels or comments.
///
/// Order, units and `per` are the formatter's; this says how names, prepositions and amounts of money are
/// spelled. The two texts mean the same, and going there and back gives the first one.
public struct Translation: Sendable {
  /// The new spellings by the first byte of the token; an empty one drops the token.
  public let spellings: [Int: String]

  /// The spellings of a program in a language.
  ///
  /// - Parameters:
  ///   - program: the tree of one text.
  ///   - language: the language to write in.
  ///   - heads: words of commands, which the caller knows.
  ///   - arguments: words that commands take, such as `worst`.
  ///   - declared: names declared in other texts, such as metrics.
  public init(
    of program: Program, into language: Language, heads: [Wording] = [], arguments: [Wording] = [],
    declared: [String] = []
  ) {
    var walk = TranslationWalk(
      language: language, names: DeclaredNames(program, others: declared), heads: heads,
      arguments: arguments)
    for entry in program.entries { walk.entry(entry, in: nil) }
    spellings = walk.spellings
  }

  /// The new spelling of a token, or nil if it stays.
  public func spelling(of token: Token) -> String? { spellings[token.span.lower] }
}

/// The walk over a tree that collects spellings.
struct TranslationWalk {
  let language: Language
  let names: DeclaredNames
  let heads: [Wording]
  let arguments: [Wording]
  var spellings: [Int: String] = [:]

  /// Spells a keyword.
  mutating func say(_ name: Name, _ word: Wording) {
    if name.text != word[language] { spellings[name.span.lower] = word[language] }
  }

  /// Spells a word that stands where a declared name could: it stays where its twin is a declared name.
  mutating func sayBesideNames(_ name: Name, _ word: Wording) {
    if !names.contains(word[language]) { say(name, word) }
  }

  /// An entry of the program (`kind` nil) or of the block of a kind.
  mutating func entry(_ entry: Entry, in kind: Kind?) {
    if let sign = entry.change {
      let shape = path(entry.head)
      terms(entry.groups, as: sign.isFactor ? .number(.number) : shape ?? .expression)
      return
    }
    let head = entry.head.names[0]
    if let kind, let row = Self.row(head.text, of: kind) {
      field(entry, row, of: kind)
    } else if let declared = Kind(word: head.text) {
      declaration(entry, declared)
    } else if let word = ([LanguageVersion.word] + heads).first(where: {
      $0.en == head.text || $0.zh == head.text
    }) {
      command(entry, word)
    }
  }

  private mutating func declaration(_ entry: Entry, _ kind: Kind) {
    say(entry.head.names[0], kind.word)
    if let opening = KindEntry.of(kind).opening {
      terms(entry.groups, as: opening.shape, of: opening, kind)
    } else {
      naming(entry, kind)
    }
    for inner in entry.block?.entries ?? [] { self.entry(inner, in: kind) }
  }

  /// What stands between the head of a declaration and its block: name, label, preset, `off`.
  private mutating func naming(_ entry: Entry, _ kind: Kind) {
    for term in entry.groups.flatMap(\.terms) {
      switch term.kind {
      case .value(let value):
        guard case .path(let path) = value.kind, path.names.count == 1 else { continue }
        let name = path.names[0]
        if case .ofEnumeration(let words) = kind.naming, let code = words.code(of: name.text) {
          say(name, words.values[code])
        } else if SpecialWord(word: name.text) == .off {
          say(name, SpecialWord.off.word)
        }
      case .clause(let preposition, let spelling, _): say(spelling, word(of: preposition))
      default: continue
      }
    }
  }

  private mutating func field(_ entry: Entry, _ row: AnyRow, of kind: Kind) {
    say(entry.head.names[0], row.word)
    terms(entry.groups, as: row.shape, of: row, kind)
    for inner in entry.block?.entries ?? [] {
      if inner.change != nil {
        self.entry(inner, in: nil)
        continue
      }
      guard inner.head.names.count == 1 else { continue }
      let head = inner.head.names[0]
      if case .each(let words, _) = row.shape, let code = words.code(of: head.text) {
        say(head, words.values[code])
        terms(inner.groups, as: row.shape)
      } else if let child = row.children.first(where: {
        $0.word.en == head.text || $0.word.zh == head.text
      }) {
        field(inner, child, of: kind)
      }
    }
  }

  /// The row of a word in the block of a kind.
  static func row(_ word: String, of kind: Kind) -> AnyRow? {
    KindEntry.of(kind).row(word) ?? KindEntry.of(.common).row(word)
  }
}
