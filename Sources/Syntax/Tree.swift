/// What a program is: a list of entries (language.md 3). The tree knows the grammar and no domain word.
public struct Program: Sendable, Hashable {
  /// The entries, in the order of the text.
  public var entries: [Entry]

  /// A program of `entries`.
  public init(entries: [Entry]) { self.entries = entries }
}

/// A head word, then groups of terms, then possibly a block; or a change, whose path is its head.
public struct Entry: Sendable, Hashable {
  /// The first word of the entry, or the path of a change.
  public var head: Path
  /// The sign of a change (`rotation.every = 1 year`), or nil for an entry with a head word.
  public var change: Assignment?
  /// The terms after the head, separated by commas.
  public var groups: [Group]
  /// The block, if the entry has one.
  public var block: Block?
  /// The whole entry, block included.
  public var span: Span

  /// Makes an entry.
  public init(head: Path, change: Assignment?, groups: [Group], block: Block?, span: Span) {
    self.head = head
    self.change = change
    self.groups = groups
    self.block = block
    self.span = span
  }
}

/// Entries in braces.
public struct Block: Sendable, Hashable {
  /// The entries inside.
  public var entries: [Entry]
  /// From `{` to `}`.
  public var span: Span

  /// Makes a block.
  public init(entries: [Entry], span: Span) {
    self.entries = entries
    self.span = span
  }
}

/// The terms between two commas.
public struct Group: Sendable, Hashable {
  /// The terms, in order.
  public var terms: [Term]
  /// From the first term to the last.
  public var span: Span

  /// Makes a group.
  public init(terms: [Term], span: Span) {
    self.terms = terms
    self.span = span
  }
}

/// One term: a value, an uncertain value, a clause, a change, or a bare `per`.
public struct Term: Sendable, Hashable {
  /// What the term is.
  public indirect enum Kind: Sendable, Hashable {
    /// `3 years`
    case value(Value)
    /// `~ lognormal(…)`
    case uncertain(Value)
    /// `of high_risk`
    case clause(Preposition, spelling: Name, Term)
    /// `threshold.yellow *= 1.1`, inside a list of changes
    case change(Path, Assignment, Value)
    /// `per year`, `每年` standing before or after a value of the same group
    case per(Name.Amount)
  }

  /// What the term is.
  public var kind: Kind
  /// Its place.
  public var span: Span

  /// Makes a term.
  public init(_ kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// One word as it stands in the text, after NFC and with full-width forms folded.
public struct Name: Sendable, Hashable {
  /// The word.
  public var text: String
  /// Its place.
  public var span: Span

  /// Makes a name.
  public init(_ text: String, span: Span) {
    self.text = text
    self.span = span
  }

  /// A number of units: `1000 person_years` after `per`; the number is 1 when none is written.
  public struct Amount: Sendable, Hashable {
    /// How many, 1 if not written.
    public var number: Number?
    /// Of what.
    public var unit: Name

    /// Makes an amount.
    public init(number: Number?, unit: Name) {
      self.number = number
      self.unit = unit
    }
  }
}

/// A number as it stands in the text.
public struct Number: Sendable, Hashable {
  /// Its value, suffix (`k`, `M`, `bn`, `万`, `亿`) included.
  public var value: Double
  /// Digits and suffix as written.
  public var text: String
  /// Its place.
  public var span: Span

  /// Makes a number.
  public init(value: Double, text: String, span: Span) {
    self.value = value
    self.text = text
    self.span = span
  }
}

/// Names joined by dots: `response.yellow.within`.
public struct Path: Sendable, Hashable {
  /// The names, at least one.
  public var names: [Name]

  /// Makes a path.
  public init(_ names: [Name]) { self.names = names }

  /// The path as text.
  public var text: String { names.map(\.text).joined(separator: ".") }
  /// From the first name to the last.
  public var span: Span { names[0].span.through(names[names.count - 1].span) }
}

/// An expression.
public struct Value: Sendable, Hashable {
  /// What the value is.
  public indirect enum Kind: Sendable, Hashable {
    /// `12`, `35%` (unit `%`), `3 months`
    case quantity(Number, unit: Name?)
    /// `year 3`, `month 13`, `第3年`
    case point(unit: Name, Number)
    /// `"…"`, unescaped
    case string(String)
    /// A word or a path.
    case path(Path)
    /// `lognormal(median 80k, p90 600k)`; each argument is a group of its own
    case call(Path, [Group])
    /// `(red, orange)`, or one value in brackets
    case brackets([Group])
    /// `-x`, `not x`
    case prefix(Prefix, Value)
    /// `a + b`, `a < b`, `a and b`
    case infix(Value, Infix, Value)
    /// `x per 1000 person_years`, `每年 1.2%`
    case per(Value, Name.Amount)
  }

  /// What the value is.
  public var kind: Kind
  /// Its place.
  public var span: Span

  /// Makes a value.
  public init(_ kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// The sign of a change.
public enum Assignment: String, Sendable, Hashable, CaseIterable {
  case set = "="
  case add = "+="
  case subtract = "-="
  case multiply = "*="
  case divide = "/="
}

/// An operator before its value.
public enum Prefix: String, Sendable, Hashable {
  case minus = "-"
  case not
}

/// An operator between two values.
public enum Infix: String, Sendable, Hashable, CaseIterable {
  case or, and
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
}

/// The words that open a clause; reserved after the head, in both languages.
public enum Preposition: String, Sendable, Hashable, CaseIterable {
  case of, by, at, on, `in`, over, under, against, within, until, `where`, last, to, from, `as`
}
