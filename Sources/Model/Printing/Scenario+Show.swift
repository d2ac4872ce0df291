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
    for row in entry.rows where !holding.contains(where: { row.isCalled($0.head.text) }) {
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
