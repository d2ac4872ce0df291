extension Program {
  /// The tree as text, for `show tree`, tests and bug reports: an entry a line, blocks indented, `|`
  /// between groups, `⟨…⟩` around clauses and changes, `[…]` around every operator with its values.
  public var dump: String {
    var lines = ""
    for entry in entries { entry.dump(into: &lines, indent: 0) }
    return lines
  }
}

extension Entry {
  fileprivate func dump(into lines: inout String, indent: Int) {
    lines += String(repeating: "  ", count: indent) + head.text
    if let change { lines += " " + change.rawValue }
    if !groups.isEmpty { lines += ": " + groups.dump }
    lines += block == nil ? "\n" : " {\n"
    guard let block else { return }
    for entry in block.entries { entry.dump(into: &lines, indent: indent + 1) }
    lines += String(repeating: "  ", count: indent) + "}\n"
  }
}

extension [Group] {
  fileprivate var dump: String {
    map { $0.terms.map(\.dump).joined(separator: " ") }.joined(separator: " | ")
  }
}

extension Term {
  fileprivate var dump: String {
    switch kind {
    case .value(let value): value.dump
    case .uncertain(let value): "~" + value.dump
    case .clause(let preposition, _, let term): "⟨\(preposition.rawValue) \(term.dump)⟩"
    case .change(let path, let assignment, let value):
      "⟨\(path.text) \(assignment.rawValue) \(value.dump)⟩"
    case .per(let amount): "⟨per \(amount.dump)⟩"
    }
  }
}

extension Name.Amount {
  fileprivate var dump: String { (number.map { $0.text + "·" } ?? "") + unit.text }
}

extension Value {
  /// The value as `show tree` prints it.
  public var dump: String {
    switch kind {
    case .quantity(let number, let unit):
      number.text + (unit.map { "·" + $0.text } ?? "")
    case .point(let unit, let number): "#\(unit.text)·\(number.text)"
    case .string(let text): Formatter.quoted(text)
    case .path(let path): path.text
    case .call(let path, let groups): "\(path.text)(\(groups.dump))"
    case .brackets(let groups): "(\(groups.dump))"
    case .prefix(let prefix, let value): "[\(prefix.rawValue) \(value.dump)]"
    case .infix(let left, let infix, let right): "[\(left.dump) \(infix.rawValue) \(right.dump)]"
    case .per(let value, let amount): "[\(value.dump) per \(amount.dump)]"
    }
  }
}
