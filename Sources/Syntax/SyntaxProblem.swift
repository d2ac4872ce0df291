/// What can be wrong with the letters and the grammar of a text; codes E0100 to E0129.
public enum SyntaxProblem: Error, Sendable, Hashable {
  /// Characters that the language has no use for.
  case unexpectedCharacter(String, at: Span)
  /// A `(` or `{` that nothing closes before the text or the entry ends.
  case unclosed(Sign, opened: Span, until: Span)
  /// A string that nothing closes on its line.
  case unclosedString(at: Span)
  /// `8,300`
  case commaInNumber(groups: [String], at: Span)
  /// `:`
  case colon(at: Span)
  /// `8K`, `8千元`: not a suffix; `instead` is what to write.
  case unknownSuffix(String, instead: String, at: Span)
  /// More brackets or operators inside each other than anybody reads.
  case tooDeep(most: Int, at: Span)
  /// A source of more than 16 MB.
  case tooLarge(bytes: Int, at: Span)
  /// More entries than a program may have.
  case tooManyEntries(most: Int, at: Span)
  /// A character that cannot be seen.
  case invisible(Unicode.Scalar, at: Span)
  /// A `)` or `}` that nothing opened.
  case strayClosing(Sign, at: Span)
  /// An entry that does not begin with a word.
  case entryWithoutHead(found: String, at: Span)
  /// Nothing, or nothing that is a value, where one is wanted after a word or a sign.
  case missingValue(after: String, found: String, at: Span)
  /// `\q`
  case unknownEscape(at: Span)
  /// `招标岗的发生率`, or 的 alone; `instead` is what to write.
  case possessive(String, instead: String?, at: Span)
  /// `三年`, `百分之五`; `instead` is the number in digits.
  case numberInWords(String, instead: String, at: Span)
  /// `3个月内`
  case fusedLimit(unit: String, word: String, at: Span, end: Span)
  /// `a < b < c`
  case chainedComparison(at: Span)
  /// A `{` on a line of its own.
  case braceOnOwnLine(at: Span)
  /// Something after an entry that should have ended.
  case missingEnd(found: String, at: Span)
  /// Bytes that are not UTF-8.
  case notUTF8(guess: Encoding, name: String, at: Span)
  /// `per 100` without a unit.
  case perWithoutUnit(at: Span)
  /// `==`
  case doubleEqual(at: Span)
  /// `rotation.every 1 year` without a sign.
  case pathAsHead(String, at: Span)
  /// `1.2.3`
  case twoPoints(at: Span)
  /// `.5`, `5.`; `instead` is what to write.
  case pointAtEdge(instead: String, at: Span)
  /// A number beyond what a number can hold.
  case numberTooLarge(at: Span)
  /// `3 += 4`
  case changeOfValue(String, at: Span)
  /// Something that has no place inside an entry.
  case unexpected(found: String, at: Span)
  /// More problems than anybody reads.
  case tooManyProblems(most: Int, at: Span)

  /// After how many problems no more are told.
  static let most = 200
}

extension SyntaxProblem {
  /// The problem in words, with its code, its places and what to write instead.
  public var diagnostic: Diagnostic {
    switch self {
    case .unexpectedCharacter(let text, let span): Self.sayUnexpectedCharacter(text, span)
    case .unclosed(let sign, let opened, let until): Self.sayUnclosed(sign, opened, until)
    case .unclosedString(let span): Self.sayUnclosedString(span)
    case .commaInNumber(let groups, let span): Self.sayCommaInNumber(groups, span)
    case .colon(let span): Self.sayColon(span)
    case .unknownSuffix(let text, let instead, let span): Self.saySuffix(text, instead, span)
    case .tooDeep(let most, let span): Self.sayTooDeep(most, span)
    case .tooLarge(let bytes, let span): Self.sayTooLarge(bytes, span)
    case .tooManyEntries(let most, let span): Self.sayTooManyEntries(most, span)
    case .invisible(let scalar, let span): Self.sayInvisible(scalar, span)
    case .strayClosing(let sign, let span): Self.sayStrayClosing(sign, span)
    case .entryWithoutHead(let found, let span): Self.sayWithoutHead(found, span)
    case .missingValue(let after, let found, let span): Self.sayMissing(after, found, span)
    case .unknownEscape(let span): Self.sayUnknownEscape(span)
    case .possessive(let text, let instead, let span): Self.sayPossessive(text, instead, span)
    case .numberInWords(let text, let instead, let span): Self.sayInWords(text, instead, span)
    case .fusedLimit(let unit, let word, let span, let end):
      Self.sayFusedLimit(unit, word, span, end)
    case .chainedComparison(let span): Self.sayChained(span)
    case .braceOnOwnLine(let span): Self.sayBraceOnOwnLine(span)
    case .missingEnd(let found, let span): Self.sayMissingEnd(found, span)
    case .notUTF8(let guess, let name, let span): Self.sayNotUTF8(guess, name, span)
    case .perWithoutUnit(let span): Self.sayPerWithoutUnit(span)
    case .doubleEqual(let span): Self.sayDoubleEqual(span)
    case .pathAsHead(let text, let span): Self.sayPathAsHead(text, span)
    case .twoPoints(let span): Self.sayTwoPoints(span)
    case .pointAtEdge(let instead, let span): Self.sayPointAtEdge(instead, span)
    case .numberTooLarge(let span): Self.sayNumberTooLarge(span)
    case .changeOfValue(let sign, let span): Self.sayChangeOfValue(sign, span)
    case .unexpected(let found, let span): Self.sayUnexpected(found, span)
    case .tooManyProblems(let most, let span): Self.sayTooManyProblems(most, span)
    }
  }

  /// A diagnostic with one place and one hint.
  static func told(
    _ number: Int, _ message: Wording, at span: Span, _ label: Wording, hint: Wording,
    edits: [Edit] = []
  ) -> Diagnostic {
    Diagnostic(number, message, at: [Label(span, label)], hints: [hint], edits: edits)
  }
}
