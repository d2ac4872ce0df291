import Ledger
import Syntax

extension TranslationWalk {
  /// An expression; inside a question about events the fields of their kind are words.
  mutating func expression(_ value: Value, _ kind: EventKind?) {
    switch value.kind {
    case .quantity(let number, let unit): amount(number, unit, isMoney: false)
    case .path(let path): word(path, kind)
    case .call(let path, let groups): call(path, groups)
    case .infix(let left, _, let right):
      if let field = field(left, kind) {
        expression(left, kind)
        codes(right, field, kind)
      } else if let shape = dial(left) {
        self.value(right, as: shape)
      } else {
        expression(left, kind)
        expression(right, kind)
      }
    default: parts(value) { $0.expression($1, kind) }
    }
  }

  /// What the field takes that a value is the path of; the path is spelled.
  mutating func dial(_ value: Value) -> Shape? {
    guard case .path(let path) = value.kind, path.names.count > 1 else { return nil }
    return self.path(path)
  }

  /// The field of events that a value names.
  private func field(_ value: Value, _ kind: EventKind?) -> EventField? {
    guard let kind, let name = single(value), !names.contains(name.text) else { return nil }
    return kind.field(name.text)
  }

  /// A name in an expression: a field of events, a function without arguments, a kind of events, a path.
  private mutating func word(_ path: Path, _ kind: EventKind?) {
    guard path.names.count == 1 else {
      self.path(path)
      return
    }
    let name = path.names[0]
    guard !names.contains(name.text) else { return }
    if let kind, let field = kind.field(name.text) {
      sayBesideNames(name, kind.word(of: field))
    } else if let function = Function(word: name.text) {
      sayBesideNames(name, function.word)
    } else if let event = EventKind(word: name.text) {
      sayBesideNames(name, event.word)
    } else if let special = SpecialWord(word: name.text) {
      sayBesideNames(name, special.word)
    } else if let word = unique(name.text, among: arguments) {
      sayBesideNames(name, word)
    } else if kind != nil, let word = unique(name.text, among: Self.filters) {
      sayBesideNames(name, word)
    } else if kind == nil, let declared = Kind(word: name.text) {
      sayBesideNames(name, declared.word)
    }
  }

  /// Every word that a filter of a metric can be.
  private static let filters: [Wording] = {
    var words: [Wording] = []
    for field in EventField.allCases {
      guard case .words(let enumeration) = field.codes else { continue }
      words += enumeration.values.filter { !words.contains($0) }
    }
    return words
  }()

  /// The word that is spelled so, if no other has a spelling of either of its languages: 离职 is the end of
  /// an offence and the reason of a move, and stays.
  private func unique(_ spelling: String, among words: [Wording]) -> Wording? {
    guard let word = words.first(where: { $0.en == spelling || $0.zh == spelling }) else {
      return nil
    }
    let alike = words.filter { $0.en == word.en || $0.zh == word.zh }
    return alike.count == 1 ? word : nil
  }

  /// What a field is compared with.
  private mutating func codes(_ value: Value, _ field: EventField, _ kind: EventKind?) {
    if let name = single(value), case .words(let words) = field.codes,
      let code = words.code(of: name.text)
    {
      return sayBesideNames(name, words.values[code])
    }
    if case .quantity(let number, let unit) = value.kind {
      return amount(number, unit, isMoney: field.unit == .money)
    }
    if case .brackets = value.kind { return parts(value) { $0.codes($1, field, kind) } }
    // `unit = procurement` is a declared name, whatever the word means elsewhere.
    if case .declared = field.codes { return }
    expression(value, kind)
  }

  /// A function over events, a distribution, or a metric.
  private mutating func call(_ path: Path, _ groups: [Group]) {
    if path.names.count == 1, !names.contains(path.text) {
      if let function = Function(word: path.text) { say(path.names[0], function.word) }
    }
    let kind = groups.lazy.flatMap(\.terms).compactMap(Self.event).first ?? .seats
    for term in groups.flatMap(\.terms) { argument(term, kind) }
  }

  private mutating func argument(_ term: Term, _ kind: EventKind) {
    switch term.kind {
    case .value(let value), .uncertain(let value): expression(value, kind)
    case .clause(let preposition, let spelling, let inner):
      say(spelling, word(of: preposition))
      argument(inner, kind)
    case .change, .per: break
    }
  }

  /// The kind of events that a term names: `offences`, or after `of`.
  static func event(_ term: Term) -> EventKind? {
    switch term.kind {
    case .value(let value):
      guard case .path(let path) = value.kind, path.names.count == 1 else { return nil }
      return EventKind(word: path.text)
    case .clause(.of, _, let inner): return event(inner)
    default: return nil
    }
  }
}
