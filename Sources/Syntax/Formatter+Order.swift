extension Formatter {
  /// The pieces in the order of the language: Chinese says 每 first and 第3年, English `per` last and
  /// `year 3`. What has a line's end or a comment inside stays as it is.
  func reordered(_ pieces: [Piece], of parse: Parse) -> [Piece] {
    var pieces = pieces
    for movable in parse.movables {
      switch movable {
      case .per(let value, let amount): move(value, amount, in: &pieces)
      case .point(let range): turn(range, in: &pieces)
      }
    }
    return pieces
  }

  private func move(_ value: Range<Int>, _ amount: Range<Int>, in pieces: inout [Piece]) {
    let amountIsFirst = amount.lowerBound < value.lowerBound
    guard amountIsFirst != (language == .zh) else { return }
    let start = min(value.lowerBound, amount.lowerBound)
    let middle = max(value.lowerBound, amount.lowerBound)
    let end = max(value.upperBound, amount.upperBound)
    guard !pieces[middle].hasBreak,
      amountIsFirst
        ? !takesAmount(after: value, before: end, pieces)
        : !takesAmount(before: start, pieces) && !takesUnit(after: value, before: end, pieces)
    else { return }
    exchange(start, middle, end, in: &pieces)
  }

  private func turn(_ range: Range<Int>, in pieces: inout [Piece]) {
    let start = range.lowerBound
    guard !pieces[range.dropFirst()].contains(where: \.hasBreak) else { return }
    if range.count == 2, language == .zh {
      exchange(start, start + 1, start + 2, in: &pieces)
      pieces[start].text = Words.ordinal + pieces[start].text
    } else if range.count == 3, language == .en, !isBareNumber(start - 1, pieces) {
      exchange(start + 1, start + 2, start + 3, in: &pieces)
      pieces[start].text = ""
    }
  }

  /// Whether the value before a place would take a `per` that came to stand there.
  private func takesAmount(before start: Int, _ pieces: [Piece]) -> Bool {
    guard start > 0 else { return false }
    switch pieces[start - 1].token.role {
    case .quantity, .unit, .perUnit: return true
    default: return pieces[start - 1].token.is(.closeParenthesis)
    }
  }

  /// Whether `per` after a word would be taken by the value that follows.
  private func takesAmount(
    after value: Range<Int>, before end: Int, _ pieces: [Piece]
  ) -> Bool {
    guard end < pieces.count else { return false }
    switch pieces[value.upperBound - 1].token.role {
    case .name, .member, .pointNumber, .pointUnit, .plain:
      break
    default: return false
    }
    let next = pieces[end].token
    switch next.kind {
    case .number, .string, .sign(.openParenthesis): return true
    case .name: return next.reserved == nil
    case .sign, .end, .endOfText: return false
    }
  }

  /// Whether a number without a unit would take the word that follows for one.
  private func takesUnit(after value: Range<Int>, before end: Int, _ pieces: [Piece]) -> Bool {
    guard end < pieces.count, isBareNumber(value.upperBound - 1, pieces) else { return false }
    return pieces[end].token.kind == .name && pieces[end].token.reserved == nil
  }

  private func isBareNumber(_ index: Int, _ pieces: [Piece]) -> Bool {
    index >= 0 && index + 1 < pieces.count && pieces[index].token.role == .quantity
      && pieces[index + 1].token.role != .unit
  }

  /// Exchanges two neighbouring stretches; what stands before the first stays before it.
  private func exchange(_ start: Int, _ middle: Int, _ end: Int, in pieces: inout [Piece]) {
    let before = pieces[start].trivia
    pieces[start].trivia = pieces[middle].trivia
    pieces[middle].trivia = before
    pieces.replaceSubrange(start..<end, with: Array(pieces[middle..<end] + pieces[start..<middle]))
  }
}
