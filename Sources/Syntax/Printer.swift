extension Parse {
  /// The exact text that was read, from the tokens and the blanks and comments before them.
  public var printed: String {
    let bytes = Array(source.text.utf8)
    var printed: [UInt8] = []
    printed.reserveCapacity(bytes.count)
    for token in tokens {
      printed += bytes[token.triviaLower..<token.span.lower]
      printed += bytes[token.span.lower..<token.span.upper]
    }
    return String(decoding: printed, as: UTF8.self)
  }
}
