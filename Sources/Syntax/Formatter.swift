/// Lays a text out anew: two blanks a level, single blanks between words, entries and comments on the
/// lines where they stand, short blocks on one line as written. The tree stays what it is.
///
/// With a language it also prints the signs, the units and the reserved words of that language, in
/// its order (`6 per month`, `每月 6`; `month 13`, `第13个月`). Every other word is respelled by
/// whoever knows the vocabulary.
public struct Formatter: Sendable {
  /// A word, number, unit or string that is about to be printed.
  public struct Spelling: Sendable {
    /// The token; its role says what part it plays.
    public let token: Token
    /// Of a number: its unit. Of a unit: its number.
    public let partner: Token?
    /// How it is printed if nobody respells it.
    public let usual: String
  }

  /// Gives another spelling, or nil for the usual one; an empty one leaves the token out.
  public typealias Respell = @Sendable (Spelling) -> String?

  /// The language to print, or nil to keep words, signs and order as they are written.
  public let language: Language?
  private let respell: Respell

  /// Prints in `language`, with the spellings that `respell` gives.
  public init(language: Language? = nil, respell: @escaping Respell = { _ in nil }) {
    self.language = language
    self.respell = respell
  }

  /// The text in its canonical layout; a text with errors is given back as it is.
  public func text(of parse: Parse) -> String {
    guard !parse.hasErrors else { return parse.printed }
    let pieces = pieces(of: parse)
    let plain = Layout(pieces: pieces).text()
    guard language != nil else { return plain }
    let moved = Layout(pieces: reordered(pieces, of: parse)).text()
    return Self.tree(moved) == Self.tree(plain) ? moved : plain
  }

  private static func tree(_ text: String) -> String? {
    let parse = Syntax.parse(Source(name: "", text: text))
    return parse.hasErrors ? nil : parse.program.dump
  }

  /// Every token as it is printed, with the line ends and comments before it.
  private func pieces(of parse: Parse) -> [Piece] {
    let bytes = Array(parse.source.text.utf8)
    var pieces: [Piece] = []
    pieces.reserveCapacity(parse.tokens.count)
    for (index, token) in parse.tokens.enumerated() {
      let raw = bytes[token.span.lower..<token.span.upper]
      let usual = usual(token, raw: raw, partner: partner(index, parse.tokens))
      var text = usual
      switch token.kind {
      case .name, .number, .string, .sign(.percent), .sign(.permille):
        let spelling = Spelling(
          token: token, partner: partner(index, parse.tokens), usual: usual)
        text = respell(spelling) ?? usual
      case .sign, .end, .endOfText: break
      }
      pieces.append(
        Piece(token: token, text: text, trivia: bytes[token.triviaLower..<token.span.lower]))
    }
    return pieces
  }

  private func partner(_ index: Int, _ tokens: [Token]) -> Token? {
    switch tokens[index].role {
    case .quantity where tokens[index + 1].role == .unit: tokens[index + 1]
    case .perNumber: tokens[index + 1]
    case .unit: tokens[index - 1]
    case .perUnit where tokens[index - 1].role == .perNumber: tokens[index - 1]
    case .pointNumber:
      tokens[index + 1].role == .pointUnit && tokens[index - 1].role == .ordinal
        ? tokens[index + 1] : tokens[index - 1]
    case .pointUnit: tokens[index - 1].role == .pointNumber ? tokens[index - 1] : tokens[index + 1]
    default: nil
    }
  }

  private func usual(_ token: Token, raw: ArraySlice<UInt8>, partner: Token?) -> String {
    switch token.kind {
    case .name: language.map { Words.spelling(of: token, partner: partner, in: $0) } ?? token.text
    case .number:
      language.map { Words.spelling(ofNumber: token, unit: partner, in: $0) } ?? token.text
    case .string:
      raw.first == 0x22 && raw.last == 0x22 && raw.count > 1
        ? String(decoding: raw, as: UTF8.self) : Self.quoted(token.text)
    case .sign(.comma), .sign(.openParenthesis), .sign(.closeParenthesis):
      punctuation(token.text, raw: raw)
    case .end where token.text == ";": punctuation(";", raw: raw)
    case .sign, .end, .endOfText: token.text
    }
  }

  private func punctuation(_ sign: String, raw: ArraySlice<UInt8>) -> String {
    let wide = [",": "，", ";": "；", "(": "（", ")": "）"]
    return switch language {
    case .en: sign
    case .zh: wide[sign] ?? sign
    case nil: String(decoding: raw, as: UTF8.self)
    }
  }

  /// A string in quotation marks, escaped.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
