import Plan
import Syntax
import Vocabulary

/// The organisations, units and posts of a version, by name.
struct Structure {
  /// One organisation, unit or post.
  struct Node {
    /// What it is.
    var kind: Kind
    /// Index of its declaration.
    var declaration: Int
    /// Index among the scheme's of its kind.
    var index: Int
    /// Its own names and those of what it stands in, outermost first; of a copy, its own and the common one.
    var names: [[String]]
    /// Posts that it holds.
    var posts: [Int] = []

    /// Its own name.
    var name: String { names[names.count - 1][0] }
    /// The path, such as `binhai.procurement.tender`.
    var path: String { names.map { $0[0] }.joined(separator: ".") }
    /// The path as declared, the same for all copies.
    var commonPath: String { names.map { $0[$0.count > 1 ? 1 : 0] }.joined(separator: ".") }

    /// Whether the words are the end of its path.
    func isCalled(_ words: [String]) -> Bool {
      guard words.count <= names.count else { return false }
      return zip(names.suffix(words.count), words).allSatisfy { $0.contains($1) }
    }
  }

  /// In order of declaration.
  var nodes: [Node] = []
  /// Posts by their category.
  private(set) var categories: [String: [Int]] = [:]

  private var counts: [Kind: Int] = [:]

  /// The nodes that a path names, perhaps of one kind.
  func nodes(_ words: [String], kind: Kind? = nil) -> [Node] {
    nodes.filter { (kind == nil || $0.kind == kind) && $0.isCalled(words) }
  }

  /// Lays out a version: copies are multiplied, each post knows its unit, each unit its organisation. What
  /// is too large is told and left out.
  init(_ draft: Draft, problems: Problems) {
    var total = 0
    var inside: [Int: [Int]] = [:]
    for (index, declaration) in draft.declarations.enumerated() {
      if let parent = declaration.parent { inside[parent, default: []].append(index) }
    }
    let organizations = draft.indices(.organization).filter { organization in
      let size = Self.size(organization, draft, inside)
      total += size
      guard total > Self.most else { return true }
      total -= size
      problems.report(
        SchemeProblem.tooMuch(
          Wording("units and posts", "单位和岗位"), most: "\(Self.most)",
          at: draft.declarations[organization].span))
      return false
    }
    let named = draft.indices(.post).compactMap { post in
      Self.category(draft.declarations[post]).map { (post, $0) }
    }
    let category = Dictionary(named, uniquingKeysWith: { first, _ in first })
    for organization in organizations {
      let units = (inside[organization] ?? []).map { ($0, inside[$0] ?? []) }
      for names in Self.copies(draft.declarations[organization]) {
        let outer = add(.organization, organization, [names])
        for (unit, posts) in units {
          for names in Self.copies(draft.declarations[unit]) {
            let middle = add(.unit, unit, nodes[outer].names + [names])
            for post in posts {
              for names in Self.copies(draft.declarations[post]) {
                let inner = add(.post, post, nodes[middle].names + [names])
                let index = nodes[inner].index
                for node in [outer, middle, inner] { nodes[node].posts.append(index) }
                if let name = category[post] { categories[name, default: []].append(index) }
              }
            }
          }
        }
      }
    }
  }

  private static func size(_ index: Int, _ draft: Draft, _ inside: [Int: [Int]]) -> Int {
    draft.declarations[index].copies
      * (1 + (inside[index] ?? []).reduce(0) { $0 + size($1, draft, inside) })
  }

  private static func category(_ post: Declaration) -> String? {
    let entry = post.holding.first { PostTerms.row($0.head.text)?.word.en == "category" }
    let value = entry.flatMap { Arguments($0.groups).main.first?.value }
    return value.flatMap { $0.path?.text ?? $0.string }
  }

  /// Organisations, units and posts together, copies counted.
  static let most = 100_000

  private mutating func add(_ kind: Kind, _ declaration: Int, _ names: [[String]]) -> Int {
    let index = counts[kind, default: 0]
    counts[kind] = index + 1
    nodes.append(Node(kind: kind, declaration: declaration, index: index, names: names))
    return nodes.count - 1
  }

  private static func copies(_ declaration: Declaration) -> [[String]] {
    let own = [declaration.name] + declaration.aliases
    guard declaration.copies > 1 else { return [own] }
    return (1...declaration.copies).map { ["\(declaration.name)_\($0)"] + own }
  }
}
