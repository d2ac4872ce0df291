extension Parser {
  /// A value with the height of its tree, which is bounded so that no walk over it is too deep.
  struct Operand {
    var value: Value
    var height: Int
  }

  /// Whether a value, `per` before it included, can begin with the token.
  func startsValue(_ token: Token) -> Bool {
    startsPlainValue(token) || token.is(.minus) || token.reserved == .not || token.reserved == .per
  }

  /// Whether a number, a string, a word or a bracket stands here.
  func startsPlainValue(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .string, .sign(.openParenthesis): true
    case .name: token.reserved == nil
    case .sign, .end, .endOfText: false
    }
  }

  /// A value; `word` is what wants it.
  mutating func value(after word: String) throws(Spoiled) -> Value {
    let operand = try operand(binding: 1, after: word)
    tallest = max(tallest, operand.height)
    return operand.value
  }

  /// A value whose operators bind at least as tightly as `floor`.
  private mutating func operand(binding floor: Int, after word: String) throws(Spoiled) -> Operand {
    var left = try prefixed(floor, after: word)
    var compared = false
    while let infix = infix(current), infix.binding >= floor {
      if infix == .minus, startsTerm { break }
      if infix.binding == Infix.equal.binding {
        if compared { throw spoil(.chainedComparison(at: current.span)) }
        compared = true
      }
      let sign = tokens[index].kind == .name ? take(as: .connective) : take(as: .plain)
      let right = try operand(binding: infix.binding + 1, after: sign.text)
      let span = left.value.span.through(right.value.span)
      left = try raised(
        Value(.infix(left.value, infix, right.value), span: span),
        above: max(left.height, right.height))
    }
    return left
  }

  /// A value over others, unless the tree grows too high.
  private mutating func raised(
    _ value: Value, above height: Int
  ) throws(Spoiled) -> Operand {
    guard height < Self.highest else {
      throw spoil(.tooDeep(most: Self.highest, at: place))
    }
    return Operand(value: value, height: height + 1)
  }

  /// The operator between two values that the token is.
  private func infix(_ token: Token) -> Infix? {
    switch token.kind {
    case .name:
      switch token.reserved {
      case .or: .or
      case .and: .and
      case .not, .per, .preposition, nil: nil
      }
    case .sign(let sign): Infix(sign)
    case .number, .string, .end, .endOfText: nil
    }
  }

  /// A `-` with a blank before and none after it starts a term.
  private var startsTerm: Bool { tokens[index].hasSpaceBefore && !ahead(1).hasSpaceBefore }

  private mutating func prefixed(_ floor: Int, after word: String) throws(Spoiled) -> Operand {
    let sign = current
    let prefix: Prefix
    if sign.is(.minus) {
      prefix = .minus
    } else if sign.kind == .name, sign.reserved == .not {
      prefix = .not
    } else {
      return try measured(after: word)
    }
    try deeper()
    defer { depth -= 1 }
    take(as: prefix == .minus ? .prefixMinus : .connective)
    let binding = prefix == .minus ? Infix.tightest + 1 : max(floor, Infix.equal.binding)
    let operand = try self.operand(binding: binding, after: sign.text)
    return try raised(
      Value(.prefix(prefix, operand.value), span: sign.span.through(operand.value.span)),
      above: operand.height)
  }

  /// A primary value with `per` before or after it.
  private mutating func measured(after word: String) throws(Spoiled) -> Operand {
    let start = index
    var operand: Operand
    if tokens[index].kind == .name, tokens[index].reserved == .per {
      let (amount, span) = try self.amount()
      let middle = index
      guard startsPlainValue(current) else {
        missingValue(after: "per")
        throw Spoiled()
      }
      let inner = try primary(after: "per")
      operand = try raised(
        Value(.per(inner.value, amount), span: span.through(inner.value.span)),
        above: inner.height)
      movables.append(.per(value: middle..<index, amount: start..<middle))
    } else {
      operand = try primary(after: word)
    }
    while tokens[index].kind == .name, tokens[index].reserved == .per, perBelongs(to: operand.value)
    {
      let middle = index
      let (amount, span) = try self.amount()
      operand = try raised(
        Value(.per(operand.value, amount), span: operand.value.span.through(span)),
        above: operand.height)
      movables.append(.per(value: start..<middle, amount: middle..<index))
    }
    return operand
  }

  /// `median 每年 3%`: after a word, `per` belongs to the value that follows, if one does.
  private func perBelongs(to value: Value) -> Bool {
    switch value.kind {
    case .path, .string, .point:
      guard let length = lengthOfAmount else { return true }
      return !startsPlainValue(ahead(length))
    case .quantity, .call, .brackets, .prefix, .infix, .per: return true
    }
  }

  private mutating func primary(after word: String) throws(Spoiled) -> Operand {
    let token = current
    switch token.kind {
    case .number: return Operand(value: quantity(), height: 1)
    case .string:
      advance()
      return Operand(value: Value(.string(token.text), span: token.span), height: 1)
    case .name where token.reserved == nil:
      if let point = point() { return Operand(value: point, height: 1) }
      return try pathOrCall()
    case .sign(.openParenthesis):
      let known = problems.count
      let (groups, height, span) = try arguments()
      if groups.isEmpty {
        if problems.count > known { throw Spoiled() }
        throw spoil(.missingValue(after: "(", found: "`)`", at: span))
      }
      return try raised(Value(.brackets(groups), span: span), above: height)
    case .name, .sign, .end, .endOfText:
      missingValue(after: word)
      throw Spoiled()
    }
  }

  private mutating func pathOrCall() throws(Spoiled) -> Operand {
    let first = take(as: .name)
    var names = [first.name]
    while tokens[index].is(.dot), ahead(1).kind == .name {
      advance()
      names.append(take(as: .member).name)
    }
    let path = Path(names)
    if let number = numberInWords(path) { return Operand(value: number, height: 1) }
    checkPossessive(path)
    guard tokens[index].is(.openParenthesis) else {
      return Operand(value: Value(.path(path), span: path.span), height: 1)
    }
    tokens[index].role = .callParenthesis
    let (groups, height, span) = try arguments()
    return try raised(Value(.call(path, groups), span: path.span.through(span)), above: height)
  }

  /// `( … )`, with the height of the tallest value inside.
  private mutating func arguments() throws(Spoiled) -> (groups: [Group], height: Int, span: Span) {
    let opening = current
    try deeper()
    defer { depth -= 1 }
    advance()
    let outside = tallest
    tallest = 0
    defer { tallest = outside }
    let groups = self.groups()
    let closing = current
    if closing.is(.closeParenthesis) {
      advance()
    } else {
      unclosed(.openParenthesis, opening)
    }
    return (groups, tallest, opening.span.through(closing.span))
  }
}
