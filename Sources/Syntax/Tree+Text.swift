extension Entry {
  /// The entry as a text that is read as the same tree: words as they were written, `per` behind its
  /// value. Comments and layout are those of a text, and a tree has none.
  public var text: String {
    var text = head.text
    if let change { text += " \(change.rawValue)" }
    if !groups.isEmpty { text += " " + groups.text }
    guard let block else { return text }
    let inner = block.entries.map { entry in
      entry.text.split(separator: "\n").map { "  \($0)\n" }.joined()
    }
    return inner.isEmpty ? text + " { }" : text + " {\n\(inner.joined())}"
  }
}

extension [Group] {
  fileprivate var text: String { map(\.text).joined(separator: ", ") }
}

extension Group {
  /// The terms; behind a bare `per` a measured value says its own first, or it would lose its number.
  fileprivate var text: String {
    var isAfterPer = false
    return terms.map { term in
      defer { isAfterPer = term.endsInPer }
      if isAfterPer, case .value(let value) = term.kind { return value.text(isAfterPer: true) }
      return term.text
    }.joined(separator: " ")
  }
}

extension Term {
  fileprivate var text: String {
    switch kind {
    case .value(let value): value.text()
    case .uncertain(let value): "~ \(value.text())"
    case .clause(_, let spelling, let term): "\(spelling.text) \(term.text)"
    case .change(let path, let assignment, let value):
      "\(path.text) \(assignment.rawValue) \(value.text())"
    case .per(let amount): amount.text
    }
  }

  fileprivate var endsInPer: Bool {
    switch kind {
    case .per: true
    case .clause(_, _, let term): term.endsInPer
    case .value, .uncertain, .change: false
    }
  }
}

extension Name.Amount {
  fileprivate var text: String { "per " + (number.map { "\($0.text) " } ?? "") + unit.text }
}

extension Value {
  fileprivate func text(isAfterPer: Bool = false) -> String {
    switch kind {
    case .quantity(let number, let unit):
      number.text + (unit.map { $0.text == "%" || $0.text == "‰" ? $0.text : " \($0.text)" } ?? "")
    case .point(let unit, let number):
      Words.unit(unit.text)?.language == .en
        ? "\(unit.text) \(number.text)" : "\(Words.ordinal)\(number.text)\(unit.text)"
    case .string(let text): Formatter.quoted(text)
    case .path(let path): path.text
    case .call(let path, let groups): "\(path.text)(\(groups.text))"
    case .brackets(let groups): "(\(groups.text))"
    case .prefix(.minus, let value): "-\(value.text())"
    case .prefix(.not, let value): "not \(value.text())"
    case .infix(let left, let infix, let right):
      "\(left.text(isAfterPer: isAfterPer)) \(infix.rawValue) \(right.text())"
    case .per(let value, let amount): value.text(per: amount, isAfterPer)
    }
  }

  /// Behind a word `per` would belong to what follows, so it stands before.
  private func text(per amount: Name.Amount, _ isAfterPer: Bool) -> String {
    switch kind {
    case .path, .string, .point: "\(amount.text) \(text())"
    default: isAfterPer ? "\(amount.text) \(text())" : "\(text()) \(amount.text)"
    }
  }
}
