import Plan
import Syntax
import Vocabulary

/// Who stands above whom: organisations, and the bodies that answer for them.
extension Lowering {
  /// A body that does not say which is above it has that of the organisation above its own, where there is one.
  func lowerAbove() {
    for (position, index) in draft.indices(.body).enumerated() {
      scheme.bodies[position].organizations = organizations(ofBody: index, scheme.bodies[position])
    }
    checkCircles()
    for (position, index) in draft.indices(.body).enumerated()
    where written[index]?.contains("above") != true {
      let body = scheme.bodies[position]
      let higher = Set(body.organizations.map { scheme.organizations[$0].above })
      guard higher.count == 1, let above = higher.first ?? nil else { continue }
      scheme.bodies[position].above = scheme.body(of: above, like: body.kind)
    }
  }

  /// The organisations of which the scope of a body is made, where it is made of nothing else.
  private func organizations(ofBody index: Int, _ body: BodyTerms) -> [Int] {
    let items = draft.declarations[index].holding
      .filter { BodyTerms.row($0.head.text)?.word.en == "scope" }
      .flatMap { Arguments($0.groups).main }
    let nodes = items.compactMap(\.value.path)
      .flatMap { structure.nodes($0.names.map(\.text)) }.filter { $0.kind != .post }
    guard nodes.allSatisfy({ $0.kind == .organization }) else { return [] }
    return Set(nodes.map(\.index)).sorted()
  }

  /// Nobody is above himself.
  private func checkCircles() {
    report(
      circles: scheme.organizations.map(\.above), .organization,
      names: scheme.organizations.map(\.name))
    report(circles: scheme.bodies.map(\.above), .body, names: scheme.bodies.map(\.name))
  }

  private func report(circles above: [Int?], _ kind: Kind, names: [String]) {
    for (position, index) in draft.indices(kind).enumerated() where above.indices.contains(position)
    {
      let own =
        kind == .organization
        ? structure.nodes.first { $0.kind == kind && $0.declaration == index }?.index ?? position
        : position
      guard Scheme.stands(own, above: own, by: above) else { continue }
      let entry = draft.declarations[index].holding
        .first { KindEntry.of(kind).row($0.head.text)?.word.en == "above" }
      problems.report(
        SchemeProblem.aboveItself(names[own], at: entry?.span ?? draft.declarations[index].span))
    }
  }
}
