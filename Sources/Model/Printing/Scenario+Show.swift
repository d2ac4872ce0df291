import Plan
import Quantities
public import Syntax
import Vocabulary

extension Scenario {
  /// The checked scenario as text: every declaration with what it says and, marked, what it takes by
  /// default (`probity show scenario`).
  public func shown(in language: Language) -> String {
    var lines: [String] = []
    for index in draft.declarations.indices where draft.declarations[index].parent == nil {
      show(index, indent: "", language, &lines)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The declarations that a word names, each as the checked scenario says it: by name, alias, `KIND.NAME`,
  /// or all of a kind; nil where it names none.
  public func shown(_ word: String, in language: Language) -> String? {
    var lines: [String] = []
    for index in indices(named: word) { show(index, indent: "", language, &lines) }
    return lines.isEmpty ? nil : lines.joined(separator: "\n") + "\n"
  }

  /// What `shown` knows: names and aliases, then kinds that have declarations.
  public var shownWords: [Wording] {
    let names = draft.declarations.filter(Self.isNamed).flatMap { [$0.name] + $0.aliases }
    let kinds = Kind.allCases.filter { kind in draft.declarations.contains { $0.kind == kind } }
    return names.map { Wording($0, $0) } + kinds.map(\.word)
  }

  private static func isNamed(_ one: Declaration) -> Bool {
    one.kind.naming != .none && one.name != one.kind.word.en
  }

  private func indices(named word: String) -> [Int] {
    let parts = word.split(separator: ".", maxSplits: 1).map(String.init)
    if parts.count == 2, let kind = Kind(head: parts[0]) {
      return draft.indices(kind).filter { isCalled(draft.declarations[$0], parts[1]) }
    }
    let named = draft.declarations.indices.filter {
      Self.isNamed(draft.declarations[$0]) && isCalled(draft.declarations[$0], word)
    }
    guard named.isEmpty else { return named }
    // `norms` for all of them.
    let single = word.hasSuffix("s") ? String(word.dropLast()) : word
    return (Kind(head: word) ?? Kind(head: single)).map(draft.indices) ?? []
  }

  private func isCalled(_ one: Declaration, _ word: String) -> Bool {
    guard case .ofEnumeration(let enumeration) = one.kind.naming else { return one.isCalled(word) }
    return enumeration.values.contains { $0.en == one.name && ($0.en == word || $0.zh == word) }
  }

  private func show(
    _ index: Int, indent: String, _ language: Language, _ lines: inout [String]
  ) {
    let one = draft.declarations[index]
    let entry = KindEntry.of(one.kind)
    var head = "\(indent)\(one.kind.word[language])"
    if one.kind.naming == .none {
      head += " " + Printed.groups(one.groups)[language]
    } else if case .ofEnumeration(let enumeration) = one.kind.naming {
      let word = enumeration.values.first { $0.en == one.name }
      head += " " + (word?[language] ?? one.name)
    } else if one.name != one.kind.word.en {
      head += " \(one.name)"
    }
    if let label = one.label {
      head += label.en == label.zh ? " \"\(label.en)\"" : " \"\(label.en)\", \"\(label.zh)\""
    }
    if one.isOff { head += " \(SpecialWord.off.word[language])" }
    let children = draft.children(of: index)
    var inner: [String] = []
    let holding = one.holding
    for field in holding {
      inner.append("\(indent)  \(Printed.any(entry, field)[language])")
    }
    for row in entry.rows
    where !holding.contains(where: { row.isCalled($0.head.text) }) && one.takes(row) {
      guard let usual = row.usually else { continue }
      // A comment, so that the text can be read again.
      let mark = language == .en ? "default" : "默认"
      inner.append("\(indent)  # \(row.word[language]) \(usual[language])  (\(mark))")
    }
    guard !inner.isEmpty || !children.isEmpty else {
      lines.append(head)
      return
    }
    lines.append(head + " {")
    lines += inner
    for child in children { show(child, indent: indent + "  ", language, &lines) }
    lines.append(indent + "}")
  }
}

extension Declaration {
  /// Whether it can have the field: what is explained has figures alone.
  fileprivate func takes(_ row: AnyRow) -> Bool {
    guard kind == .response, name == Lowering.explained else { return true }
    return switch row.shape {
    case .number, .series: true
    default: false
    }
  }
}

extension AnyRow {
  /// Whether the row is spelled so in either language.
  func isCalled(_ spelling: String) -> Bool { word.en == spelling || word.zh == spelling }
}

extension Printed {
  /// A field, a change, or a declaration inside a policy.
  static func any(_ kind: KindEntry, _ entry: Entry) -> Wording {
    if let sign = entry.change {
      let text = groups(entry.groups)
      return Wording(
        "\(entry.head.text) \(sign.rawValue) \(text.en)",
        "\(entry.head.text) \(sign.rawValue) \(text.zh)")
    }
    if kind.kind == .policy, let inner = Kind(head: entry.head.text) {
      let text = groups(entry.groups)
      let fields = (entry.block?.entries ?? []).map { field(KindEntry.of(inner), $0) }
      let tail =
        entry.block == nil
        ? Wording("", "")
        : Wording(
          " { \(fields.map(\.en).joined(separator: "; ")) }",
          " { \(fields.map(\.zh).joined(separator: "；")) }")
      return Wording(
        "\(inner.word.en) \(text.en)\(tail.en)", "\(inner.word.zh) \(text.zh)\(tail.zh)")
    }
    return field(kind, entry)
  }
}
