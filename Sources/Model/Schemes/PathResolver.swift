import Plan
import Syntax
public import Vocabulary

/// Finds what a path names: declarations, and the field that is left.
struct PathResolver {
  /// The declarations.
  let draft: Draft
  /// Where problems go.
  let problems: Problems

  /// The declarations that a path begins with, and its remaining words; nil after a problem.
  func resolve(_ path: Path) -> (declarations: [Int], rest: [String])? {
    let words = path.names.map(\.text)
    if let found = declared(words) ?? structural(words) ?? ofKind(words) { return found }
    if draft.spoiled.contains(words[0]) { return nil }
    if LaterWords.find(words[0]) != nil {
      problems.report(NameProblem.later(words[0], at: path.names[0].span))
      return nil
    }
    if let kind = Kind(head: words[0]) {
      problems.report(OverlayProblem.nothingToTake(kind.word.en, at: path.names[0].span))
      return nil
    }
    let known =
      draft.declarations.map(\.name)
      + Kind.allCases.filter { $0.naming == .optional }.flatMap { [$0.word.en, $0.word.zh] }
    let near = Nearest.words(to: words[0], among: known)
      .map { ([$0] + words.dropFirst()).joined(separator: ".") }
    problems.report(OverlayProblem.unknownPath(path.text, at: path.span, near: near))
    return nil
  }

  private func declared(_ words: [String]) -> ([Int], [String])? {
    let found = draft.declarations.indices.filter {
      let one = draft.declarations[$0]
      return one.kind.isScheme && one.kind.nesting == nil && one.kind != .organization
        && one.name != one.kind.word.en && one.kind != .response
        && (one.name == words[0] || one.aliases.contains(words[0]))
    }
    return found.isEmpty ? nil : (found, Array(words.dropFirst()))
  }

  /// An organisation, unit or post, by the longest path that is one.
  private func structural(_ words: [String]) -> ([Int], [String])? {
    let quiet = Problems()
    let nodes = Structure(draft, problems: quiet)
    for count in words.indices.map({ $0 + 1 }).reversed() {
      let found = nodes.nodes(Array(words.prefix(count)))
      guard !found.isEmpty else { continue }
      var indices: [Int] = []
      for node in found where !indices.contains(node.declaration) {
        indices.append(node.declaration)
      }
      return (indices, Array(words.dropFirst(count)))
    }
    return nil
  }

  /// `rotation.every`, `response.yellow.within`, `risk.tailored_spec.rate`
  private func ofKind(_ words: [String]) -> ([Int], [String])? {
    guard let kind = Kind(head: words[0]), kind.isScheme else { return nil }
    if kind.nesting != nil || kind == .organization {
      return structural(Array(words.dropFirst()))
    }
    if words.count > 1 {
      var name = words[1]
      if case .ofEnumeration(let enumeration) = kind.naming, let code = enumeration.code(of: name) {
        name = enumeration.values[code].en
      }
      let found = draft.indices(kind, called: name)
      if let first = found.first, draft.declarations[first].name != kind.word.en {
        return (found, Array(words.dropFirst(2)))
      }
    }
    guard kind.naming == .optional else { return nil }
    let all = draft.indices(kind)
    let unnamed = all.filter { draft.declarations[$0].name == kind.word.en }
    let found = unnamed.isEmpty ? all : unnamed
    return found.isEmpty ? nil : (found, Array(words.dropFirst()))
  }

  /// The words of a field path in English: `severity.escalates`, `loss.median`; nil if they are none.
  static func canonical(_ words: [String], _ row: AnyRow) -> [String]? {
    guard words.count > 1 else { return [row.word.en] }
    let next = words[1]
    var inner: [String]?
    switch row.shape {
    case .group:
      if let child = row.children.first(where: { $0.word.en == next || $0.word.zh == next }) {
        inner = [child.word.en]
      }
    case .each(let enumeration, _), .series(let enumeration, _):
      inner = enumeration.code(of: next).map { [enumeration.values[$0].en] }
    case .distribution, .readings:
      inner = DistributionFamily.Parameter(word: next).map { [$0.word.en] }
    default:
      if case .preposition(let preposition)? = Words.reserved(next) {
        inner = [preposition.rawValue]
      }
    }
    guard let inner, words.count == 2 else { return nil }
    return [row.word.en] + inner
  }

  /// The canonical path of a declaration: `risk.tailored_spec`, `post.binhai.procurement.tender`.
  static func prefix(_ index: Int, in draft: Draft) -> String {
    let one = draft.declarations[index]
    guard one.kind.nesting != nil || one.kind == .organization else { return one.path }
    var names = [one.name]
    var outer = one.parent
    while let parent = outer {
      names.insert(draft.declarations[parent].name, at: 0)
      outer = draft.declarations[parent].parent
    }
    return ([one.kind.word.en] + names).joined(separator: ".")
  }
}

extension Kind {
  /// Whether a policy rules declarations of the kind.
  public var isScheme: Bool {
    switch self {
    case .organization, .unit, .post, .officials, .turnover, .body, .pool, .risk, .indicator,
      .threshold,
      .response, .review, .reporting, .rotation, .control, .sanction, .deterrence,
      .remedy, .screen, .rule, .appraisal, .sharing, .meeting, .listing, .education, .publicity,
      .dutyReport, .admonition:
      true
    default: false
    }
  }
}
