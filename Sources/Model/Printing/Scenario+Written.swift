import Plan
public import Syntax
public import Vocabulary

/// What a declaration of the scenario says in a field.
public struct WrittenField: Sendable, Hashable {
  /// How the declaration is called: its name, or its kind.
  public var owner: Wording
  /// What stands there, in both languages.
  public var text: Wording
  /// Where it stands.
  public var span: Span
  /// The evidence that the declaration cites.
  public var evidence: [Evidence]
}

extension Scenario {
  /// What the baseline's declarations of a kind say in a field (`coverage`), or in a part of one
  /// (`severity`, `sign`); those that leave it to the default are left out.
  public func written(_ kind: Kind, _ field: String, part: String? = nil) -> [WrittenField] {
    draft.indices(kind).flatMap { index -> [WrittenField] in
      let one = draft.declarations[index]
      let row = KindEntry.of(kind).row(field)
      let cited = evidence.filter { $0.citedBy.contains(one.path) }
      let owner = one.name == kind.word.en ? kind.word : Wording(one.name, one.name)
      return one.holding.filter { row?.isCalled($0.head.text) == true }.compactMap { entry in
        guard let part else {
          let text = Printed.field(KindEntry.of(kind), entry)
          let head = row?.word ?? Wording("", "")
          return WrittenField(
            owner: owner, text: text.without(head), span: entry.span, evidence: cited)
        }
        let child = row?.children.first { $0.isCalled(part) }
        guard let child,
          let inner = entry.block?.entries.first(where: { child.isCalled($0.head.text) })
        else { return nil }
        return WrittenField(
          owner: owner, text: Printed.groups(inner.groups, child), span: inner.span, evidence: cited
        )
      }
    }
  }

  /// The kinds of the declarations that have a name; an indicator and its threshold share one.
  public func kinds(named name: String) -> [Kind] {
    draft.declarations.filter { $0.kind.naming != .none && $0.isCalled(name) }.map(\.kind)
  }

  /// The evidence of a name.
  public func evidence(_ name: String) -> Evidence? { evidence.first { $0.name == name } }
}

extension Wording {
  /// The wording without the word that it begins with.
  fileprivate func without(_ head: Wording) -> Wording {
    func rest(_ text: String, _ head: String) -> String {
      guard text.hasPrefix(head) else { return text }
      return String(text.dropFirst(head.count).drop { $0 == " " })
    }
    return Wording(rest(en, head.en), rest(zh, head.zh))
  }
}
