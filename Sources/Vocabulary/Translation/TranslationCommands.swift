import Ledger
public import Syntax

/// The number of a run as an argument: `run 17`, 第17次.
public enum RunNumber {
  /// The words; Chinese writes 第 before the number and 次 behind it.
  public static let word = Wording("run", "次")

  /// A run that is named in a list.
  public struct Found {
    /// The number.
    public var number: Int
    /// How many values of the list name it.
    public var count: Int
    /// The word behind the number, which the grammar takes for its unit: `run 17 alerts`.
    public var next: Name?
  }

  /// The run that a list begins with: `run` and a number, or 第17次.
  public static func find(_ values: some Collection<Value>) -> Found? {
    guard let first = values.first else { return nil }
    switch first.kind {
    case .point(let unit, let number) where unit.text == word.zh:
      return whole(number).map { Found(number: $0, count: 1) }
    case .path(let path) where path.text == word.en:
      guard let (number, unit) = values.dropFirst().first.flatMap(bare) else { return nil }
      return whole(number).map { Found(number: $0, count: 2, next: unit) }
    default: return nil
    }
  }

  /// A number without a unit, perhaps with a word behind it that is none.
  static func bare(_ value: Value) -> (number: Number, next: Name?)? {
    guard case .quantity(let number, let unit) = value.kind,
      unit.map({ Words.unit($0.text) == nil }) ?? true
    else { return nil }
    return (number, unit)
  }

  private static func whole(_ number: Number) -> Int? { Int(exactly: number.value) }
}

extension TranslationWalk {
  /// A command: its head, its clauses, and what it takes.
  mutating func command(_ entry: Entry, _ word: Wording) {
    say(entry.head.names[0], word)
    var shape = Shape.expression
    var open: Preposition?
    let terms = entry.groups.flatMap(\.terms)
    for (index, term) in terms.enumerated() {
      switch term.kind {
      case .clause(let preposition, let spelling, let inner):
        let use: ClauseUse = word.en == "best" && preposition == .within ? .precision : .grouping
        say(spelling, self.word(of: preposition, use))
        open = preposition
        switch preposition {
        case .by: grouping(inner)
        case .where: condition(inner, of: entry)
        default: self.term(inner, as: shape)
        }
      case .value(let value):
        if open == .by {
          grouping(term)
        } else if let field = dial(value) {
          shape = field
        } else if !runNumber(value, before: terms.dropFirst(index + 1).first) {
          self.value(value, as: shape)
        }
      default: self.term(term, as: shape)
      }
    }
    for inner in entry.block?.entries ?? [] { self.entry(inner, in: nil) }
  }

  private mutating func grouping(_ term: Term) {
    guard case .value(let value) = term.kind, case .path(let path) = value.kind,
      path.names.count == 1, let grouping = Grouping(word: path.text)
    else { return self.term(term, as: .expression) }
    say(path.names[0], grouping.word)
  }

  /// `run 17` as 第17次, and back; whether the value is such a number.
  private mutating func runNumber(_ value: Value, before next: Term?) -> Bool {
    switch value.kind {
    case .point(let unit, _) where unit.text == RunNumber.word.zh:
      if language == .en {
        // 第 stands close to its number; the word does not.
        spellings[value.span.lower] = RunNumber.word.en + " "
        spellings[unit.span.lower] = ""
      }
      return true
    case .path(let path) where path.text == RunNumber.word.en:
      guard case .value(let value)? = next?.kind, let (number, unit) = RunNumber.bare(value) else {
        return false
      }
      if language == .zh {
        // A Chinese word behind a number would stand close to it, as a unit does.
        let word = unit.flatMap { EventKind(word: $0.text)?.word.zh }
        let blank = word == nil ? "" : " "
        spellings[path.span.lower] = ""
        spellings[number.span.lower] =
          "\(Words.ordinal)\(number.text)\(RunNumber.word.zh)\(blank)"
        if let unit, let word { spellings[unit.span.lower] = word }
      }
      return true
    default: return false
    }
  }

  /// A condition over the events that a command asks of: those that it names, or else the kinds that have
  /// all of the fields, if these are called alike in them.
  private mutating func condition(_ term: Term, of entry: Entry) {
    guard case .value(let value) = term.kind else { return self.term(term, as: .expression) }
    let named = entry.groups.flatMap(\.terms).lazy.compactMap(Self.counted).first
    let fields = Self.fields(value)
    let kinds = (EventKind.named + [.seats]).filter { kind in
      fields.allSatisfy { kind.field($0) != nil }
    }
    let isAlike = fields.allSatisfy { field in
      let words = kinds.map { kind in kind.field(field).map { kind.word(of: $0) } }
      return words.allSatisfy { $0 == words.first }
    }
    expression(value, named ?? (isAlike ? kinds.first : nil))
  }

  /// The kind of events that a call in a term counts.
  private static func counted(_ term: Term) -> EventKind? {
    guard case .value(let value) = term.kind, case .call(_, let groups) = value.kind else {
      return nil
    }
    return groups.lazy.flatMap(\.terms).compactMap(event).first
  }

  /// The words of a condition that must be fields: what is compared, and what stands alone.
  private static func fields(_ value: Value) -> [String] {
    switch value.kind {
    case .path(let path): [path.text]
    case .prefix(_, let inner): fields(inner)
    case .brackets(let groups):
      groups.flatMap(\.terms).flatMap { term in
        if case .value(let value) = term.kind { fields(value) } else { [String]() }
      }
    case .infix(let left, .and, let right), .infix(let left, .or, let right):
      fields(left) + fields(right)
    case .infix(let left, _, _): fields(left)
    default: []
    }
  }
}
