/// Whether an entry that was typed at the prompt goes on in the next line: a bracket is open, or the
/// line ends with a comma or an operator.
public func unfinished(_ text: String) -> Bool {
  var lexer = Lexer(Source(name: "", text: text.hasSuffix("\n") ? text : text + "\n"), file: 0)
  lexer.run()
  if lexer.openParentheses > 0 { return true }
  var openBraces = 0
  for token in lexer.tokens {
    if token.is(.openBrace) { openBraces += 1 }
    if token.is(.closeBrace) { openBraces -= 1 }
  }
  if openBraces > 0 { return true }
  guard let last = lexer.tokens.dropLast().last else { return false }
  return openBraces == 0 && last.kind != .end
}
