extension Parser {
  /// Groups up to where they end, without the sign there.
  mutating func groups() -> [Group] {
    var groups: [Group] = []
    guard !endsGroups else { return groups }
    while true {
      let group = self.group()
      if let group { groups.append(group) }
      guard tokens[index].is(.comma) else { return groups }
      advance()
      if endsGroups {
        if group != nil { missingValue(after: ",") }
        return groups
      }
    }
  }

  /// The terms up to the next comma; one with a problem has the terms before it.
  private mutating func group() -> Group? {
    var terms: [Term] = []
    do {
      if tokens[index].is(.comma) {
        missingValue(after: tokens[max(0, index - 1)].text)
        throw Spoiled()
      }
      while !tokens[index].is(.comma), !endsGroups { terms.append(try term()) }
    } catch {
      skipGroup()
    }
    guard let first = terms.first, let last = terms.last else { return nil }
    return Group(terms: terms, span: first.span.through(last.span))
  }

  private mutating func term() throws(Spoiled) -> Term {
    let start = current
    if start.is(.tilde) {
      advance()
      let value = try self.value(after: "~")
      return Term(.uncertain(value), span: start.span.through(value.span))
    }
    if start.kind == .name {
      if case .preposition(let preposition)? = start.reserved { return try clause(preposition) }
      if start.reserved == .per, let length = lengthOfAmount, !startsPlainValue(ahead(length)) {
        let (amount, span) = try self.amount()
        return Term(.per(amount), span: span)
      }
    }
    guard startsValue(start) else { throw spoil(.unexpected(found: found, at: start.span)) }
    let value = try self.value(after: "")
    guard case .sign(let sign) = tokens[index].kind, let assignment = sign.assignment else {
      return Term(.value(value), span: value.span)
    }
    guard case .path(let path) = value.kind else {
      throw spoil(.changeOfValue(sign.rawValue, at: current.span))
    }
    advance()
    let change = try self.value(after: sign.rawValue)
    return Term(.change(path, assignment, change), span: value.span.through(change.span))
  }

  private mutating func clause(_ preposition: Preposition) throws(Spoiled) -> Term {
    try deeper()
    defer { depth -= 1 }
    let word = take(as: .preposition(preposition))
    if endsGroups || tokens[index].is(.comma) {
      missingValue(after: word.text)
      throw Spoiled()
    }
    let term = try self.term()
    return Term(
      .clause(preposition, spelling: word.name, term), span: word.span.through(term.span))
  }

  /// Goes one level deeper; the caller comes back by `depth -= 1`.
  mutating func deeper() throws(Spoiled) {
    guard depth < Self.deepest else {
      throw spoil(.tooDeep(most: Self.deepest, at: current.span))
    }
    depth += 1
  }

  /// How many tokens `per [NUMBER] UNIT` takes here, or nil if there is no unit.
  var lengthOfAmount: Int? {
    let numberLength = ahead(1).kind == .number ? 1 : 0
    let unit = ahead(1 + numberLength)
    return unit.kind == .name && unit.reserved == nil ? 2 + numberLength : nil
  }

  /// `per [NUMBER] UNIT`
  mutating func amount() throws(Spoiled) -> (amount: Name.Amount, span: Span) {
    guard lengthOfAmount != nil else {
      throw spoil(.perWithoutUnit(at: current.span))
    }
    let word = take(as: .per)
    let number = tokens[index].kind == .number ? take(as: .perNumber).number : nil
    let written = current.name
    let (better, taken) = takeUnit(after: number, as: .perUnit)
    let unit = taken ?? written
    return (Name.Amount(number: better ?? number, unit: unit), word.span.through(unit.span))
  }
}
