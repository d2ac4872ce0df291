extension Parser {
  /// What stands here, in words for a problem.
  var found: String {
    switch tokens[index].kind {
    case .end: current.text == ";" ? "`;`" : "the end of the line"
    case .endOfText: "the end of the text"
    case .number: "a number"
    case .string: "a string"
    case .name: "`\(current.text)`"
    case .sign(let sign): "`\(sign.rawValue)`"
    }
  }

  /// The place of the current token; for an end, the last character before it.
  var place: Span {
    switch tokens[index].kind {
    case .end, .endOfText:
      index > 0 ? tokens[index - 1].span : current.span
    case .name, .number, .string, .sign: current.span
    }
  }

  /// Tells that a value is missing after the word or sign.
  mutating func missingValue(after word: String) {
    report(.missingValue(after: word, found: found, at: place))
  }

  /// Whether no group can begin or go on here.
  var endsGroups: Bool {
    switch tokens[index].kind {
    case .end, .endOfText, .sign(.openBrace), .sign(.closeBrace), .sign(.closeParenthesis): true
    case .name, .number, .string, .sign: false
    }
  }

  /// Skips to the next comma or to where the groups end, over whole brackets.
  mutating func skipGroup() {
    var open = 0
    while true {
      switch tokens[index].kind {
      case .end, .endOfText, .sign(.openBrace), .sign(.closeBrace): return
      case .sign(.openParenthesis): open += 1
      case .sign(.closeParenthesis):
        if open == 0 { return }
        open -= 1
      case .sign(.comma) where open == 0: return
      case .name, .number, .string, .sign: break
      }
      advance()
    }
  }

  /// Skips what is left of an entry, with its block.
  mutating func skipEntry() {
    while true {
      switch tokens[index].kind {
      case .end, .endOfText, .sign(.closeBrace): return
      case .sign(.openBrace): skipBlock()
      case .name, .number, .string, .sign: advance()
      }
    }
  }

  /// Skips from `{` to after its `}`, without calling itself.
  mutating func skipBlock() {
    var open = 0
    while tokens[index].kind != .endOfText {
      if tokens[index].is(.openBrace) { open += 1 }
      if tokens[index].is(.closeBrace) { open -= 1 }
      advance()
      if open == 0 { return }
    }
  }
}
