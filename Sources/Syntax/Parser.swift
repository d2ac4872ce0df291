/// Makes the tree of language.md 3 from tokens.
///
/// One problem ends a group (what stands between two commas); reading goes on with the next, so
/// that problems that do not follow from each other are all told.
struct Parser {
  /// Thrown after a problem was told, to leave what it spoils.
  struct Spoiled: Error {}

  /// How deep brackets, blocks, clauses and signs may stand inside each other.
  static let deepest = 64
  /// How deep the operators of one value may be stacked.
  static let highest = 256
  /// How many entries a program may have.
  static let mostEntries = 1_000_000

  var tokens: [Token]
  let file: Int
  var index = 0
  var depth = 0
  /// The height of the tallest value of the groups that are being read.
  var tallest = 0
  var entryCount = 0
  var problems: [SyntaxProblem] = []
  var movables: [Movable] = []

  init(tokens: [Token], file: Int) {
    self.tokens = tokens
    self.file = file
  }

  var current: Token { tokens[index] }

  /// The token `step` places ahead, or the end of the text.
  func ahead(_ step: Int) -> Token { tokens[min(index + step, tokens.count - 1)] }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  /// Notes what part the current token plays, and goes on.
  @discardableResult
  mutating func take(as role: Token.Role) -> Token {
    tokens[index].role = role
    let token = tokens[index]
    advance()
    return token
  }

  mutating func report(_ problem: SyntaxProblem) {
    if problems.count <= SyntaxProblem.most { problems.append(problem) }
  }

  /// Tells a problem and leaves what it spoils.
  mutating func spoil(_ problem: SyntaxProblem) -> Spoiled {
    report(problem)
    return Spoiled()
  }

  mutating func program() -> Program {
    let entries = self.entries(inside: nil)
    return Program(entries: entries)
  }

  /// Entries up to the `}` of the block that `opening` opened, or to the end of the text.
  mutating func entries(inside opening: Token?) -> [Entry] {
    var entries: [Entry] = []
    while true {
      let token = current
      switch token.kind {
      case .end: advance()
      case .endOfText: return entries
      case .sign(.closeBrace):
        if opening != nil { return entries }
        report(.strayClosing(.closeBrace, at: token.span))
        advance()
      case .sign(.openBrace): blockWithoutHead(after: &entries)
      case .name:
        entryCount += 1
        if entryCount > Self.mostEntries {
          report(.tooManyEntries(most: Self.mostEntries, at: token.span))
          index = tokens.count - 1
          return entries
        }
        entries.append(entry())
      case .number, .string, .sign:
        report(.entryWithoutHead(found: found, at: token.span))
        skipEntry()
      }
    }
  }

  /// A block that begins a line: it was meant for the entry before it.
  private mutating func blockWithoutHead(after entries: inout [Entry]) {
    let opening = current
    if var last = entries.popLast(), last.block == nil, index > 0,
      tokens[index - 1].kind == .end, tokens[index - 1].text == "\n"
    {
      report(.braceOnOwnLine(at: opening.span))
      last.block = block()
      last.span = last.span.through(last.block?.span ?? last.span)
      entries.append(last)
    } else {
      report(.entryWithoutHead(found: found, at: opening.span))
      _ = block()
    }
  }

  private mutating func entry() -> Entry {
    let first = take(as: .head)
    var names = [first.name]
    while tokens[index].is(.dot), ahead(1).kind == .name {
      advance()
      names.append(take(as: .member).name)
    }
    let head = Path(names)
    checkPossessive(head)
    var change: Assignment?
    if case .sign(let sign) = tokens[index].kind, let assignment = sign.assignment {
      change = assignment
      advance()
      if endsGroups { missingValue(after: sign.rawValue) }
    } else if names.count > 1 {
      report(.pathAsHead(head.text, at: head.span))
    }
    let groups = self.groups()
    var span = head.span.through(groups.last?.span ?? head.span)
    let block = tokens[index].is(.openBrace) ? self.block() : nil
    if let block { span = span.through(block.span) }
    endEntry(hasBlock: block != nil)
    return Entry(head: head, change: change, groups: groups, block: block, span: span)
  }

  /// An entry is followed by an end, a `}` or the end of the text.
  private mutating func endEntry(hasBlock: Bool) {
    switch tokens[index].kind {
    case .end, .endOfText, .sign(.closeBrace): return
    case .name where hasBlock: report(.missingEnd(found: found, at: current.span))
    case .sign(.closeParenthesis):
      report(.strayClosing(.closeParenthesis, at: current.span))
      skipEntry()
    default:
      report(
        hasBlock
          ? .missingEnd(found: found, at: current.span)
          : .unexpected(found: found, at: current.span))
      skipEntry()
    }
  }

  /// `{ … }`
  mutating func block() -> Block {
    let opening = current
    guard depth < Self.deepest else {
      report(.tooDeep(most: Self.deepest, at: opening.span))
      skipBlock()
      return Block(entries: [], span: opening.span)
    }
    depth += 1
    defer { depth -= 1 }
    advance()
    let entries = self.entries(inside: opening)
    let closing = current
    if closing.is(.closeBrace) {
      advance()
    } else {
      unclosed(.openBrace, opening)
    }
    return Block(entries: entries, span: opening.span.through(closing.span))
  }

  /// A bracket that nothing closed; of several that end at the same place, the innermost is told.
  mutating func unclosed(_ sign: Sign, _ opening: Token) {
    let until = current.span
    if case .unclosed(_, _, let place)? = problems.last, place == until { return }
    report(.unclosed(sign, opened: opening.span, until: until))
  }
}
