/// A sign of the grammar, as it is after folding (`≤` is `<=`, `（` is `(`).
public enum Sign: String, Sendable, Hashable, CaseIterable {
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case dot = "."
  case tilde = "~"
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
  case add = "+="
  case subtract = "-="
  case multiply = "*="
  case divide = "/="
  case percent = "%"
  case permille = "‰"

  /// The change that the sign makes, if it is one that makes a change.
  var assignment: Assignment? {
    switch self {
    case .equal: .set
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    default: nil
    }
  }

  /// Whether a line that ends with the sign goes on in the next one.
  var continuesLine: Bool {
    switch self {
    case .comma, .tilde, .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus,
      .minus, .times, .divided, .add, .subtract, .multiply, .divide:
      true
    case .openParenthesis, .closeParenthesis, .openBrace, .closeBrace, .dot, .percent, .permille:
      false
    }
  }
}

/// The smallest piece of a text with a meaning; blanks and comments lie between tokens.
///
/// A token knows where the blanks and comments before it begin, so the tokens of a text cover it
/// without a gap and give it back byte by byte.
public struct Token: Sendable, Hashable {
  /// What a token is.
  public enum Kind: Sendable, Hashable {
    /// A word, reserved or not.
    case name
    /// Digits with an optional suffix.
    case number
    /// `"…"`
    case string
    /// A sign of the grammar.
    case sign(Sign)
    /// `;`, `。` or the end of a line that does not go on.
    case end
    /// The end of the text, with the last blanks and comments before it.
    case endOfText
  }

  /// What part a token plays, found out by the parser: the formatter, the translator and editors ask.
  public enum Role: Sendable, Hashable {
    /// No part of its own: a sign, an end, or a token in an entry with a problem.
    case plain
    /// The first word of an entry.
    case head
    /// The first name of a path or a call in a value.
    case name
    /// A name after a dot.
    case member
    /// The unit of a number.
    case unit
    /// The unit after `per`.
    case perUnit
    /// The unit of a point in time.
    case pointUnit
    /// `第`
    case ordinal
    /// A word that opens a clause.
    case preposition(Preposition)
    /// `per`, `每`
    case per
    /// `and`, `or`, `not`
    case connective
    /// A number that counts what `unit` says, or nothing.
    case quantity
    /// A number of a point in time.
    case pointNumber
    /// A number after `per`.
    case perNumber
    /// `-` before its value.
    case prefixMinus
    /// `(` of a call.
    case callParenthesis
  }

  /// What the token is.
  public let kind: Kind
  /// The word after folding, the digits and suffix, the text of a string without quotes and escapes,
  /// or the sign after folding; `;` or a line feed for an end.
  public let text: String
  /// The value of a number, suffix included; 0 for everything else.
  public let value: Double
  /// The reserved word that a name is, if it is one.
  public let reserved: ReservedWord?
  /// Offsets are kept short: a long text has millions of tokens.
  private let file: Int32
  private let lower: Int32
  private let upper: Int32
  private let triviaStart: Int32
  /// What part it plays.
  public internal(set) var role: Role = .plain

  init(
    _ kind: Kind, _ text: String, value: Double = 0, reserved: ReservedWord? = nil, span: Span,
    triviaLower: Int
  ) {
    self.kind = kind
    self.text = text
    self.value = value
    self.reserved = reserved
    file = Int32(truncatingIfNeeded: span.file)
    lower = Int32(truncatingIfNeeded: span.lower)
    upper = Int32(truncatingIfNeeded: span.upper)
    triviaStart = Int32(truncatingIfNeeded: triviaLower)
  }

  /// Where it stands.
  public var span: Span { Span(file: Int(file), Int(lower), Int(upper)) }
  /// Where the blanks and comments before it begin.
  public var triviaLower: Int { Int(triviaStart) }

  /// Whether blanks, comments or a line's end stand before it.
  var hasSpaceBefore: Bool { triviaStart < lower }
  /// Whether it is the sign.
  func `is`(_ sign: Sign) -> Bool { kind == .sign(sign) }
  /// The token as a name of the tree.
  var name: Name { Name(text, span: span) }
  /// The token as a number of the tree.
  var number: Number { Number(value: value, text: text, span: span) }
}
