/// Cuts a text into tokens, in one pass and time in proportion to the text.
struct Lexer {
  let bytes: [UInt8]
  let file: Int
  var index = 0
  var tokens: [Token] = []
  var problems: [SyntaxProblem] = []
  /// Where the blanks before the next token begin.
  private var triviaLower = 0
  /// How many `(` are open: inside them a line's end is blank.
  private(set) var openParentheses = 0

  init(_ source: Source, file: Int) {
    bytes = Array(source.text.utf8)
    self.file = file
    tokens.reserveCapacity(bytes.count / 4 + 1)
  }

  /// Reads everything.
  mutating func run() {
    while index < bytes.count {
      let (raw, length) = Characters.decode(bytes, at: index)
      let scalar = Characters.fold(raw)
      switch scalar {
      case "\n": endLine()
      case "#": comment()
      case " ", "\t": index += length
      case "\"": string(openedBy: raw, length: length)
      case "0"..."9": number()
      case _ where Characters.startsName(scalar): name()
      default: other(scalar, raw: raw, length: length)
      }
    }
    add(.endOfText, "", from: index)
  }

  /// The place from `lower` to the next character to read.
  func span(_ lower: Int) -> Span { Span(file: file, lower, index) }

  /// Notes a problem, as long as somebody could want to read it.
  mutating func report(_ problem: SyntaxProblem) {
    if problems.count <= SyntaxProblem.most { problems.append(problem) }
  }

  /// Adds the token that ends here.
  mutating func add(
    _ kind: Token.Kind, _ text: String, value: Double = 0, from lower: Int
  ) {
    let reserved = kind == .name ? Words.reserved(text) : nil
    tokens.append(
      Token(
        kind, text, value: value, reserved: reserved, span: span(lower), triviaLower: triviaLower))
    triviaLower = index
  }

  /// A line's end is an end of an entry, unless the line goes on.
  private mutating func endLine() {
    let lower = index
    index += 1
    guard openParentheses == 0, let last = tokens.last else { return }
    switch last.kind {
    case .end: return
    case .sign(let sign) where sign.continuesLine: return
    case .sign(.openBrace): return
    case .name where lineGoesOn(after: last): return
    default: add(.end, "\n", from: lower)
    }
  }

  /// Whether a word at the end of a line is an operator that wants a value; a head is none.
  private func lineGoesOn(after last: Token) -> Bool {
    switch last.reserved {
    case .and, .or, .not, .per: !isHead(tokens.count - 1)
    case .preposition, nil: false
    }
  }

  private func isHead(_ position: Int) -> Bool {
    guard position > 0 else { return true }
    let before = tokens[position - 1]
    return before.kind == .end || before.is(.openBrace) || before.is(.closeBrace)
      || before.is(.dot)
  }

  private mutating func comment() {
    while index < bytes.count, bytes[index] != 0x0A { skipInText() }
  }

  /// Steps over one character of a comment or a string; one that cannot be seen is a problem.
  mutating func skipInText() {
    if bytes[index] >= 0x20, bytes[index] < 0x7F {
      index += 1
      return
    }
    let lower = index
    let (scalar, length) = Characters.decode(bytes, at: index)
    index += length
    if Characters.isInvisible(scalar), !Characters.choosesPicture(scalar) {
      report(.invisible(scalar, at: span(lower)))
    }
  }

  private mutating func name() {
    let lower = index
    var folded: String.UnicodeScalarView?
    var afterChinese = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let isDigit = (0x30...0x39).contains(byte)
        guard isDigit || Characters.isLetter(byte) || byte == 0x5F, !(isDigit && afterChinese)
        else { break }
        index += 1
        folded?.append(Unicode.Scalar(byte))
        afterChinese = false
        continue
      }
      let (raw, length) = Characters.decode(bytes, at: index)
      let scalar = Characters.fold(raw)
      guard Characters.continuesName(scalar), !(afterChinese && Characters.isDigit(scalar)),
        raw != "每" || index == lower
      else { break }
      if scalar != raw, folded == nil {
        folded = String(decoding: bytes[lower..<index], as: UTF8.self).unicodeScalars
      }
      index += length
      folded?.append(scalar)
      if raw == "每" { break }
      afterChinese = Characters.isChinese(raw)
    }
    let text = folded.map { String($0) } ?? String(decoding: bytes[lower..<index], as: UTF8.self)
    splitOrdinal(text, from: lower)
  }

  /// `截至第3年`: 第 before a digit is a word by itself, like 每.
  private mutating func splitOrdinal(_ text: String, from lower: Int) {
    let ordinal = Words.ordinal.utf8.count
    guard text.utf8.count > ordinal, text.hasSuffix(Words.ordinal), index < bytes.count,
      Characters.isDigit(Characters.fold(Characters.decode(bytes, at: index).scalar))
    else {
      add(.name, text, from: lower)
      return
    }
    index -= ordinal
    add(.name, String(text.dropLast()), from: lower)
    index += ordinal
    add(.name, Words.ordinal, from: index - ordinal)
  }

  private mutating func other(_ scalar: Unicode.Scalar, raw: Unicode.Scalar, length: Int) {
    let lower = index
    index += length
    if scalar == ";" {
      openParentheses = 0
      add(.end, ";", from: lower)
    } else if scalar == ".", bareFraction(from: lower) {
      return
    } else if let sign = sign(scalar, from: lower) {
      count(sign)
      add(.sign(sign), sign.rawValue, from: lower)
    } else if scalar == ":" {
      report(.colon(at: span(lower)))
    } else if Characters.isInvisible(raw) {
      report(.invisible(raw, at: span(lower)))
    } else if !Characters.isBlank(raw) {
      unexpected(raw, from: lower)
    }
  }

  private mutating func count(_ sign: Sign) {
    switch sign {
    case .openParenthesis: openParentheses += 1
    case .closeParenthesis: openParentheses = max(0, openParentheses - 1)
    case .openBrace, .closeBrace: openParentheses = 0
    default: break
    }
  }

  /// The sign that begins with the character just read, with the `=` that may follow.
  private mutating func sign(_ first: Unicode.Scalar, from lower: Int) -> Sign? {
    switch first {
    case "≤": return .lessOrEqual
    case "≥": return .greaterOrEqual
    case "≠": return .unequal
    case "<": return takeEqual() ? .lessOrEqual : .less
    case ">": return takeEqual() ? .greaterOrEqual : .greater
    case "+": return takeEqual() ? .add : .plus
    case "-": return takeEqual() ? .subtract : .minus
    case "*": return takeEqual() ? .multiply : .times
    case "/": return takeEqual() ? .divide : .divided
    case "!": return takeEqual() ? .unequal : nil
    case "=":
      if takeEqual() { report(.doubleEqual(at: span(lower))) }
      return .equal
    case "(", ")", "{", "}", ",", ".", "~", "%", "‰": return Sign(rawValue: String(first))
    default: return nil
    }
  }

  private mutating func takeEqual() -> Bool {
    guard index < bytes.count else { return false }
    let (raw, length) = Characters.decode(bytes, at: index)
    guard Characters.fold(raw) == "=" else { return false }
    index += length
    return true
  }

  /// A character that the language has no use for; a run of them is one problem.
  private mutating func unexpected(_ first: Unicode.Scalar, from lower: Int) {
    if case .unexpectedCharacter(let text, let place)? = problems.last, place.upper == lower,
      place.lower < lower, text.unicodeScalars.count < 20
    {
      problems[problems.count - 1] = .unexpectedCharacter(
        text + String(first), at: span(place.lower))
    } else if case .unexpectedCharacter(let text, let place)? = problems.last,
      place.upper == lower, text.unicodeScalars.count >= 20
    {
      problems[problems.count - 1] = .unexpectedCharacter(text, at: span(place.lower))
    } else {
      report(.unexpectedCharacter(String(first), at: span(lower)))
    }
  }
}
