import Syntax

/// The names that a program declares, with the kinds of what they name; never translated.
struct DeclaredNames: Sendable {
  private var kinds: [String: [Kind]] = [:]
  /// Whether money is in yuan, which has a word of its own.
  private(set) var isInYuan = true

  /// The names of a program, and names declared elsewhere.
  init(_ program: Program, others: [String]) {
    for name in others { kinds[name] = [] }
    collect(program.entries)
  }

  /// Whether the name is declared.
  func contains(_ name: String) -> Bool { kinds[name] != nil }

  /// The kinds of what the name names; nil if it is not declared.
  func kinds(of name: String) -> [Kind]? { kinds[name] }

  private mutating func collect(_ entries: [Entry]) {
    for entry in entries where entry.change == nil && entry.head.names.count == 1 {
      let head = entry.head.text
      if head == "currency" || head == "币种", let currency = entry.firstName?.text {
        isInYuan = ["yuan", "元"].contains(currency)
      }
      guard let kind = Kind(word: head) else { continue }
      collect(entry, kind)
    }
  }

  private mutating func collect(_ entry: Entry, _ kind: Kind) {
    switch kind.naming {
    case .required, .optional, .ofIndicator:
      if let name = entry.firstName?.text, SpecialWord(word: name) == nil { add(name, kind) }
    case .ofEnumeration, .none: break
    }
    guard let block = entry.block else { return }
    for field in block.entries where ["alias", "别名"].contains(field.head.text) {
      for term in field.groups.flatMap(\.terms) {
        if case .value(let value) = term.kind, case .path(let path) = value.kind {
          add(path.text, kind)
        }
      }
    }
    collect(block.entries)
  }

  private mutating func add(_ name: String, _ kind: Kind) {
    if kinds[name]?.contains(kind) != true { kinds[name, default: []].append(kind) }
  }
}

extension Entry {
  /// The first value after the head, if it is a single name.
  var firstName: Name? {
    guard let term = groups.first?.terms.first, case .value(let value) = term.kind,
      case .path(let path) = value.kind, path.names.count == 1
    else { return nil }
    return path.names[0]
  }
}

extension Kind {
  /// The kind that a word declares in either language.
  public init?(word: String) {
    guard
      let kind = Kind.allCases.first(where: {
        $0 != .common && ($0.word.en == word || $0.word.zh == word)
      })
    else { return nil }
    self = kind
  }
}
