public import Ledger
public import Plan
public import Syntax
import Vocabulary

/// What a code in a row of events stands for.
public struct CodeName: Sendable, Hashable {
  /// The code.
  public var code: Int64
  /// Its name for machines: the English word, or the declared name, with its place where that is not unique.
  public var name: String
  /// What tables call it.
  public var label: Wording
}

extension Scenario {
  /// What the codes of a field can be under a scheme, in the order of declaration or of the words; empty for
  /// a field that holds none. Of fields of work, groups and risk levels those that posts have.
  public func codes(of field: EventField, in scheme: Scheme) -> [CodeName] {
    switch field.codes {
    case .words(let words):
      let all = words.values.enumerated().map {
        CodeName(code: Int64($0), name: $1.en, label: $1)
      }
      guard field.isCommon else { return field == .colour ? Array(all.dropFirst()) : all }
      let places = scheme.places
      let used = Set(places.posts.indices.map { places.code(field, ofPost: $0) })
      return all.filter { used.contains($0.code) }
    case .declared(let kind):
      return named(kind, in: scheme) + (kind == .body ? Self.undeclared : [])
    case .dials:
      return scheme.ruledDials.enumerated().map { index, dial in
        let name = dial.path.split(separator: ".").dropFirst().joined(separator: ".")
        return CodeName(
          code: Int64(index), name: name, label: knobs[dial.path]?.shown ?? Wording(name, name))
      }
    case nil: return []
    }
  }

  /// Who performs where no body is declared for it.
  private static let undeclared = [
    CodeName(code: BodyCode.unit, name: "unit", label: Wording("the unit itself", "本单位")),
    CodeName(
      code: BodyCode.implicit, name: "supervisory", label: Wording("supervisory body", "监察机关")),
  ]

  private func named(_ kind: Kind, in scheme: Scheme) -> [CodeName] {
    let paths: [[Substring]]
    switch kind {
    case .organization: paths = scheme.organizations.map { [Substring($0.name)] }
    case .unit: paths = scheme.units.map { $0.path.split(separator: ".") }
    case .post: paths = scheme.posts.map { $0.path.split(separator: ".") }
    case .body: paths = scheme.bodies.map { [Substring($0.name)] }
    case .pool: paths = scheme.pools.map { [Substring($0.name)] }
    case .risk: paths = scheme.risks.map { [Substring($0.name)] }
    case .indicator: paths = scheme.indicators.map { [Substring($0.name)] }
    case .review: paths = scheme.reviews.map { [Substring($0.name)] }
    case .rule: paths = scheme.rules.map { [Substring($0.name)] }
    case .control: paths = scheme.controls.map { [Substring($0.name)] }
    case .education: paths = scheme.educations.map { [Substring($0.name)] }
    default: return []
    }
    let names = Self.shortest(paths)
    let labels = labels(of: kind)
    return names.enumerated().map { index, name in
      let label = index < labels.count ? labels[index] : nil
      return CodeName(code: Int64(index), name: name, label: label ?? Wording(name, name))
    }
  }

  /// Each path without the outer names that it does not need to be told from the others.
  private static func shortest(_ paths: [[Substring]]) -> [String] {
    var counts: [[Substring]: Int] = [:]
    for path in paths {
      for length in 1...max(1, path.count) { counts[path.suffix(length), default: 0] += 1 }
    }
    return paths.map { path in
      let length = (1...max(1, path.count)).first { counts[path.suffix($0)] == 1 } ?? path.count
      return path.suffix(length).joined(separator: ".")
    }
  }

  /// The labels of the baseline's declarations of a kind; nil for those without one, and for labels that
  /// several bear.
  private func labels(of kind: Kind) -> [Wording?] {
    let isPlace = kind == .organization || kind == .unit || kind == .post
    let nodes = isPlace ? Structure(draft, problems: Problems()).nodes : []
    let labels: [Wording?] =
      isPlace
      ? nodes.filter { $0.kind == kind }.map { node in
        let one = draft.declarations[node.declaration]
        guard one.copies > 1, let own = node.names.last?.first else { return one.label }
        let number = own.dropFirst(one.name.count + 1)
        return one.label.map { Wording("\($0.en) \(number)", "\($0.zh) \(number)") }
      } : draft.indices(kind).map { draft.declarations[$0].label }
    let counts = Dictionary(labels.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    return labels.map { label in label.flatMap { counts[$0] == 1 ? $0 : nil } }
  }
}
