/// What came of reading a text: tree, tokens and problems.
public struct Parse: Sendable {
  /// What was read.
  public let source: Source
  /// Which source it is, in order of reading.
  public let file: Int
  /// The tree; where the text has problems, what could be made of it.
  public let program: Program
  /// All tokens, in order; with the blanks before them they are the text.
  public let tokens: [Token]
  /// The problems, in order of place.
  public let diagnostics: [Diagnostic]
  /// What can stand in another order in the other language.
  let movables: [Movable]

  /// Whether the text has an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Tokens whose order depends on the language.
enum Movable: Sendable, Hashable {
  /// A value and the `per` after it or before it.
  case per(value: Range<Int>, amount: Range<Int>)
  /// `year 3` or `第3年`
  case point(Range<Int>)
}

/// Reads a text. Ends on every text, in time in proportion to its length, with a tree and all
/// problems that do not follow from each other.
public func parse(_ source: Source, file: Int = 0) -> Parse {
  guard source.text.utf8.count <= Source.largest else {
    let bytes = source.text.utf8.count
    let problem = SyntaxProblem.tooLarge(bytes: bytes, at: Span(file: file, 0, 0))
    let end = Token(.endOfText, "", span: Span(file: file, bytes, bytes), triviaLower: 0)
    return Parse(
      source: source, file: file, program: Program(entries: []), tokens: [end],
      diagnostics: [problem.diagnostic], movables: [])
  }
  var lexer = Lexer(source, file: file)
  lexer.run()
  var parser = Parser(tokens: lexer.tokens, file: file)
  let program = parser.program()
  return Parse(
    source: source, file: file, program: program, tokens: parser.tokens,
    diagnostics: inOrder(lexer.problems + parser.problems), movables: parser.movables)
}

/// The problems in order of place, with a note in place of those beyond what anybody reads.
private func inOrder(_ problems: [SyntaxProblem]) -> [Diagnostic] {
  var told = problems.map(\.diagnostic).enumerated().sorted {
    ($0.element.span.lower, $0.offset) < ($1.element.span.lower, $1.offset)
  }.map(\.element)
  guard told.count > SyntaxProblem.most else { return told }
  let next = told[SyntaxProblem.most].span
  told.removeSubrange(SyntaxProblem.most...)
  told.append(SyntaxProblem.tooManyProblems(most: SyntaxProblem.most, at: next).diagnostic)
  return told
}
