extension Parser {
  /// `12`, `35%`, `3 months`
  mutating func quantity() -> Value {
    let token = take(as: .quantity)
    var number = token.number
    var unit: Name?
    if tokens[index].is(.percent) || tokens[index].is(.permille) {
      unit = take(as: .unit).name
    } else if unitFollows {
      let taken = takeUnit(after: number, as: .unit)
      number = taken.number ?? number
      unit = taken.unit
    }
    return Value(
      .quantity(number, unit: unit), span: token.span.through(unit?.span ?? token.span))
  }

  /// Whether the name here is the unit of the number before it.
  private var unitFollows: Bool {
    guard tokens[index].kind == .name, tokens[index].reserved == nil else { return false }
    if ahead(1).is(.openParenthesis) || ahead(1).is(.dot) { return false }
    return !(current.text == Words.ordinal && ahead(1).kind == .number)
  }

  /// `year 3`, `第3年`
  mutating func point() -> Value? {
    guard ahead(1).kind == .number else { return nil }
    let start = index
    let first = current
    if first.text == Words.ordinal {
      guard ahead(2).kind == .name, ahead(2).reserved == nil else { return nil }
      take(as: .ordinal)
      let number = take(as: .pointNumber)
      let written = current.name
      let (better, taken) = takeUnit(after: number.number, as: .pointUnit)
      let unit = taken ?? written
      movables.append(.point(start..<index))
      return Value(
        .point(unit: unit, better ?? number.number), span: first.span.through(unit.span))
    }
    guard let unit = Words.unit(first.text), unit.word.isTime else { return nil }
    take(as: .pointUnit)
    let number = take(as: .pointNumber)
    movables.append(.point(start..<index))
    return Value(.point(unit: first.name, number.number), span: first.span.through(number.span))
  }

  /// Takes the unit here. Where something else was written, `8K`, `8千元`, `3个月内`, tells what to
  /// write instead and goes on as if it stood there.
  mutating func takeUnit(
    after number: Number?, as role: Token.Role
  ) -> (number: Number?, unit: Name?) {
    let unit = take(as: role).name
    guard Words.unit(unit.text) == nil else { return (nil, unit) }
    if let (word, rest) = ChineseNumerals.limit(unit.text) {
      let end = Span(file: file, unit.span.upper - rest.utf8.count, unit.span.upper)
      report(.fusedLimit(unit: word, word: rest, at: unit.span, end: end))
      return (nil, Name(word, span: unit.span))
    }
    guard let number, let instead = ChineseNumerals.instead(of: number.text, unit.text) else {
      return (nil, unit)
    }
    let span = number.span.through(unit.span)
    report(.unknownSuffix(unit.text, instead: instead, at: span))
    return read(instead, at: span) ?? (nil, unit)
  }

  /// `三年`, `百分之五`: a problem, and the quantity that was meant.
  mutating func numberInWords(_ path: Path) -> Value? {
    guard path.names.count == 1, let name = path.names.first,
      let instead = ChineseNumerals.digits(for: name.text)
    else { return nil }
    report(.numberInWords(name.text, instead: instead, at: name.span))
    guard let (number, unit) = read(instead, at: name.span), let number else { return nil }
    return Value(.quantity(number, unit: unit), span: name.span)
  }

  /// A number and its unit as they would be read, at the place of what stands instead.
  private func read(_ text: String, at span: Span) -> (number: Number?, unit: Name?)? {
    var lexer = Lexer(Source(name: "", text: text), file: file)
    lexer.run()
    guard let number = lexer.tokens.first, number.kind == .number else { return nil }
    let unit = lexer.tokens[1]
    return (
      Number(value: number.value, text: number.text, span: span),
      unit.kind == .endOfText ? nil : Name(unit.text, span: span)
    )
  }

  /// Tells what is written instead of 的.
  mutating func checkPossessive(_ path: Path) {
    for name in path.names {
      guard let instead = ChineseNumerals.withoutPossessive(name.text) else { continue }
      report(.possessive(name.text, instead: instead.isEmpty ? nil : instead, at: name.span))
    }
  }
}
