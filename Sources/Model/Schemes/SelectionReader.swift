import Ledger
import Plan
import Syntax
import Vocabulary

/// Reads selections of posts: names, classes and fields joined by and, or, not.
struct SelectionReader {
  /// Where problems go.
  let problems: Problems
  /// The names.
  let structure: Structure
  /// The posts.
  let scheme: Scheme

  /// The posts that a list selects; nil after a problem.
  func selection(_ items: [Item], field: Wording) -> Selection? {
    var posts: Set<Int> = []
    var isWhole = true
    for item in items {
      if let part = self.posts(item.value, field: field) {
        posts.formUnion(part)
      } else {
        isWhole = false
      }
    }
    guard isWhole else { return nil }
    if posts.isEmpty, !scheme.posts.isEmpty, let first = items.first {
      let span = first.span.through(items[items.count - 1].span)
      problems.report(SchemeProblem.emptySelection(field: field, at: span))
    }
    return Selection(posts: posts.sorted())
  }

  /// The posts of a class.
  func posts(_ postClass: PostClass) -> [Int] {
    scheme.posts.indices.filter { index in
      let post = scheme.posts[index]
      return switch postClass {
      case .all: true
      case .highRisk: post.riskLevel == .high
      case .mediumRisk: post.riskLevel == .medium
      case .lowRisk: post.riskLevel == .low
      case .leaders: post.group == .leaders
      case .key: post.group == .key
      case .newcomers: post.group == .newcomers
      case .ordinary: post.group == .ordinary
      case .decision: post.powers.contains(.decision)
      case .execution: post.powers.contains(.execution)
      case .supervision: post.powers.contains(.supervision)
      }
    }
  }

  private func posts(_ value: Value, field: Wording) -> Set<Int>? {
    switch value.kind {
    case .path(let path): return posts(path, field: field)
    case .prefix(.not, let inner):
      return posts(inner, field: field).map { Set(scheme.posts.indices).subtracting($0) }
    case .infix(let left, let sign, let right) where sign == .and || sign == .or:
      guard let left = posts(left, field: field), let right = posts(right, field: field) else {
        return nil
      }
      return sign == .and ? left.intersection(right) : left.union(right)
    case .brackets(let groups):
      let parts = Arguments(groups).main.map { posts($0.value, field: field) }
      return parts.reduce(Set<Int>?.some([])) { whole, part in
        whole.flatMap { whole in part.map { whole.union($0) } }
      }
    default:
      problems.report(
        NameProblem.notTaken(
          field, takes: Wording("posts", "岗位"), example: "\(field.en) high_risk", at: value.span))
      return nil
    }
  }

  private func posts(_ path: Path, field: Wording) -> Set<Int>? {
    let words = path.names.map(\.text)
    if words.count > 1, let qualified = qualified(words) { return qualified }
    let named = structure.nodes(words)
    if !named.isEmpty {
      noteWord(path, words)
      return Set(named.flatMap(\.posts))
    }
    if words.count == 1, let word = ofWord(words[0]) { return word }
    let asked = Wording("post, unit or class", "岗位、单位或类别")
    if LaterWords.find(path.text) != nil {
      problems.report(NameProblem.later(path.text, at: path.span))
    } else {
      let known =
        structure.nodes.flatMap { $0.names[$0.names.count - 1] }
        + PostClass.enumeration.values.flatMap { [$0.en, $0.zh] }
      problems.report(
        NameProblem.unknownName(
          path.text, asked: asked, at: path.span,
          near: Nearest.words(to: path.text, among: known)))
    }
    return nil
  }

  /// `unit.finance`, `field.finance`
  private func qualified(_ words: [String]) -> Set<Int>? {
    let rest = Array(words.dropFirst())
    if let kind = Kind(head: words[0]) {
      let nodes = structure.nodes(rest, kind: kind)
      return nodes.isEmpty ? nil : Set(nodes.flatMap(\.posts))
    }
    let enumeration = WorkField.enumeration
    guard words[0] == enumeration.name.en || words[0] == enumeration.name.zh, rest.count == 1,
      let code = enumeration.code(of: rest[0])
    else { return nil }
    return ofField(code)
  }

  /// A class or a field of work.
  private func ofWord(_ word: String) -> Set<Int>? {
    if let code = PostClass.enumeration.code(of: word) {
      return Set(posts(PostClass.allCases[code]))
    }
    return WorkField.enumeration.code(of: word).map(ofField)
  }

  private func ofField(_ code: Int) -> Set<Int> {
    let places = scheme.places.posts
    return Set(places.indices.filter { Int(places[$0].field) == code })
  }

  private func noteWord(_ path: Path, _ words: [String]) {
    guard words.count == 1, ofWord(words[0]) != nil else { return }
    problems.report(
      NameProblem.nameBeforeWord(
        words[0], word: Wording("a class or field", "类别或领域"), at: path.span))
  }
}
