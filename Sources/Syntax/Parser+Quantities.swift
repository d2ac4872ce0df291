extension Parser {
  /// `12`, `35%`, `3 months`
  mutating func quantity() -> Value {
    let token = take(as: .quantity)
    let unit: Name?
    if current.is(.percent) || current.is(.permille) {
      unit = take(as: .unit).name
    } else if unitFollows {
      checkUnit(after: token.number)
      unit = take(as: .unit).name
    } else {
      unit = nil
    }
    let span = unit.map { token.span.through($0.span) } ?? token.span
    return Value(.quantity(token.number, unit: unit), span: span)
  }

  /// Whether the name here is the unit of the number before it.
  private var unitFollows: Bool {
    guard current.kind == .name, current.reserved == nil else { return false }
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
      checkUnit(after: number.number)
      let unit = take(as: .pointUnit)
      movables.append(.point(start..<index))
      return Value(
        .point(unit: unit.name, number.number), span: first.span.through(unit.span))
    }
    guard let unit = Words.unit(first.text), unit.word.isTime else { return nil }
    take(as: .pointUnit)
    let number = take(as: .pointNumber)
    movables.append(.point(start..<index))
    return Value(.point(unit: first.name, number.number), span: first.span.through(number.span))
  }

  /// Tells what is written instead of a unit that is none: `8K`, `8千元`, `3个月内`.
  mutating func checkUnit(after number: Number?) {
    let unit = current
    guard unit.kind == .name, Words.unit(unit.text) == nil else { return }
    if let (word, rest) = ChineseNumerals.limit(unit.text) {
      let end = Span(file: file, unit.span.upper - rest.utf8.count, unit.span.upper)
      report(.fusedLimit(unit: word, word: rest, at: unit.span, end: end))
      return
    }
    guard let number, number.span.upper == unit.span.lower else {
      if number != nil,
        let suffix = Words.suffixes.first(where: { unit.text.hasPrefix($0.spelling) }),
        let instead = fused(number, suffix, unit.text)
      {
        let span = Span(file: file, tokens[index - 1].span.lower, unit.span.upper)
        report(.unknownSuffix(unit.text, instead: instead, at: span))
      }
      return
    }
    if let instead = ChineseNumerals.number(number.text, multipliedBy: unit.text) {
      report(
        .unknownSuffix(unit.text, instead: instead, at: number.span.through(unit.span)))
    }
  }

  /// `8 万元` was meant as `8万元`.
  private func fused(_ number: Number?, _ suffix: Words.Suffix, _ text: String) -> String? {
    let rest = text.dropFirst(suffix.spelling.count)
    guard let number, suffix.language == .zh, rest.isEmpty || Words.unit(String(rest)) != nil else {
      return nil
    }
    return number.text + text
  }

  /// Tells what is written instead of 的 and of numbers in words.
  mutating func checkWords(_ path: Path) {
    guard path.names.count == 1, let name = path.names.first,
      !name.text.utf8.allSatisfy({ $0 < 0x80 })
    else { return }
    if let instead = ChineseNumerals.digits(for: name.text) {
      report(.numberInWords(name.text, instead: instead, at: name.span))
    } else if let instead = ChineseNumerals.withoutPossessive(name.text) {
      report(
        .possessive(name.text, instead: instead.isEmpty ? nil : instead, at: name.span))
    }
  }
}
