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

  /// Posts at which newcomers are meant, and at which everybody else is.
  private struct Chosen {
    var newcomers: Set<Int>
    var others: Set<Int>

    /// Newcomers and others alike.
    init(_ posts: Set<Int>) { self.init(newcomers: posts, others: posts) }

    init(newcomers: Set<Int>, others: Set<Int>) {
      self.newcomers = newcomers
      self.others = others
    }

    /// The same for both.
    func joined(_ other: Chosen, by join: (Set<Int>, Set<Int>) -> Set<Int>) -> Chosen {
      Chosen(
        newcomers: join(newcomers, other.newcomers), others: join(others, other.others))
    }
  }

  /// The posts that a list selects; nil after a problem. A selection of people may mean newcomers alone.
  func selection(_ items: [Item], field: Wording, ofPeople: Bool = false) -> Selection? {
    var chosen = Chosen([])
    var isWhole = true
    for item in items {
      if let part = self.chosen(item.value, field: field) {
        chosen = chosen.joined(part) { $0.union($1) }
      } else {
        isWhole = false
      }
    }
    guard isWhole else { return nil }
    let isEmpty = chosen.others.isEmpty && !(ofPeople && !chosen.newcomers.isEmpty)
    if isEmpty, !scheme.posts.isEmpty, let first = items.first {
      let span = first.span.through(items[items.count - 1].span)
      problems.report(SchemeProblem.emptySelection(field: field, at: span))
    }
    let posts = chosen.others.sorted()
    return Selection(posts: posts, newcomers: ofPeople ? chosen.newcomers.sorted() : posts)
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

  private func chosen(_ value: Value, field: Wording) -> Chosen? {
    switch value.kind {
    case .path(let path): return chosen(path, field: field)
    case .prefix(.not, let inner):
      let all = Chosen(Set(scheme.posts.indices))
      return chosen(inner, field: field).map { all.joined($0) { $0.subtracting($1) } }
    case .infix(let left, let sign, let right) where sign == .and || sign == .or:
      guard let left = chosen(left, field: field), let right = chosen(right, field: field) else {
        return nil
      }
      return left.joined(right) { sign == .and ? $0.intersection($1) : $0.union($1) }
    case .brackets(let groups):
      let parts = Arguments(groups).main.map { chosen($0.value, field: field) }
      return parts.reduce(Chosen?.some(Chosen([]))) { whole, part in
        whole.flatMap { whole in part.map { whole.joined($0) { $0.union($1) } } }
      }
    default:
      problems.report(
        NameProblem.notTaken(
          field, takes: Wording("posts", "岗位"), example: "\(field.en) high_risk", at: value.span))
      return nil
    }
  }

  private func chosen(_ path: Path, field: Wording) -> Chosen? {
    let words = path.names.map(\.text)
    if words.count > 1, let qualified = qualified(words) { return Chosen(qualified) }
    if words.count == 2, PostTerms.row(words[0])?.word.en == "category" {
      return ofCategory(words[1], path)
    }
    let named = structure.nodes(words)
    if !named.isEmpty {
      noteWord(path, words)
      return Chosen(Set(named.flatMap(\.posts)))
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

  /// `category.fieldwork`
  private func ofCategory(_ name: String, _ path: Path) -> Chosen? {
    if let posts = structure.categories[name] { return Chosen(Set(posts)) }
    let known = structure.categories.keys.sorted()
    problems.report(
      NameProblem.unknownName(
        path.text, asked: Wording("category of posts", "岗位类别"), at: path.span,
        near: Nearest.words(to: name, among: known).map { "\(path.names[0].text).\($0)" }))
    return nil
  }

  /// A class or a field of work.
  private func ofWord(_ word: String) -> Chosen? {
    if let code = PostClass.enumeration.code(of: word) {
      let postClass = PostClass.allCases[code]
      let posts = Set(posts(postClass))
      // Whoever is new is a newcomer, wherever he is.
      guard postClass == .newcomers else { return Chosen(posts) }
      return Chosen(newcomers: Set(scheme.posts.indices), others: posts)
    }
    return WorkField.enumeration.code(of: word).map { Chosen(ofField($0)) }
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
