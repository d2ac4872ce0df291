/// A token as it is printed, with what stands before it.
struct Piece {
  /// What stands between two tokens.
  enum Trivium: Equatable {
    case lineEnd
    case comment(String)
  }

  let token: Token
  var text: String
  /// Line ends and comments before the token, in order.
  var trivia: [Trivium]

  init(token: Token, text: String, trivia bytes: ArraySlice<UInt8>) {
    self.token = token
    self.text = text
    trivia = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x0A {
        trivia.append(.lineEnd)
      } else if bytes[index] == 0x23 || bytes[index...].starts(with: "＃".utf8) {
        let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
        var comment = bytes[index..<end]
        while comment.last == 0x20 || comment.last == 0x09 { comment.removeLast() }
        trivia.append(.comment(String(decoding: comment, as: UTF8.self)))
        index = end
        continue
      }
      index += 1
    }
  }

  /// Whether a line's end or a comment stands before the token.
  var hasBreak: Bool { !trivia.isEmpty }

  /// Whether a blank stands between this piece and the next on one line.
  func isApart(from next: Piece) -> Bool {
    if token.is(.openParenthesis) || token.is(.dot) || next.token.is(.dot) { return false }
    if next.token.is(.closeParenthesis) || next.token.is(.comma) { return false }
    if token.is(.comma) { return text == "," }
    if next.token.role == .callParenthesis { return false }
    switch token.role {
    case .prefixMinus, .ordinal: return false
    case .per where text == "每": return next.beginsWithLetter
    case .quantity, .perNumber, .pointNumber:
      switch next.token.role {
      case .unit, .perUnit, .pointUnit:
        return next.beginsWithLetter || (endsWithLetter && !next.isShareSign)
      default: return true
      }
    default: return true
    }
  }

  private var isShareSign: Bool { text == "%" || text == "‰" }

  private var beginsWithLetter: Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return !isShareSign && !Characters.isDigit(first) && !Characters.isChinese(first)
  }

  private var endsWithLetter: Bool {
    text.utf8.last.map(Characters.isLetter) ?? false
  }
}
