import Syntax

/// What stands after the head of a command, in the shapes that commands take.
struct CommandArguments: Sendable {
  /// The entry.
  let entry: Entry
  /// The text that it stands in.
  let source: Source

  /// The arguments of an entry of a text.
  init(_ entry: Entry, in source: Source) {
    self.entry = entry
    self.source = source
  }

  /// The terms outside clauses, in order.
  var terms: [Term] {
    entry.groups.flatMap(\.terms).prefix {
      if case .clause = $0.kind { false } else { true }
    }.map(\.self)
  }

  /// The values outside clauses, in order.
  var values: [Value] {
    terms.compactMap { if case .value(let value) = $0.kind { value } else { nil } }
  }

  /// Names and paths outside clauses, as text.
  var names: [String] { values.compactMap(\.spelled) }

  /// Names and paths after a preposition: the clause's own, and those of the groups behind it.
  func names(after preposition: Preposition) -> [String] {
    values(after: preposition).compactMap(\.spelled)
  }

  /// Values after a preposition: the clause's own, and those of the groups behind it.
  func values(after preposition: Preposition) -> [Value] {
    var found: [Value] = []
    var isInside = false
    for term in entry.groups.flatMap(\.terms) {
      switch term.kind {
      case .clause(let word, _, let inner):
        isInside = word == preposition
        if isInside, case .value(let value) = inner.kind { found += value.listed }
      case .value(let value) where isInside: found += value.listed
      default: break
      }
    }
    return found
  }

  /// The condition after `where`; there is one at most.
  func condition() throws -> Value? {
    let found = values(after: .where)
    guard found.count < 2 else {
      throw Complaint(
        Wording("`where` takes one condition", "“其中”后面只写一个条件"),
        hints: [Wording("join several with `and` or `or`", "多个条件用“且”“或”连接")])
    }
    return found.first
  }

  /// The prepositions of the clauses, as they are spelled.
  private var clauses: [(preposition: Preposition, spelling: Name)] {
    entry.groups.flatMap(\.terms).compactMap { term in
      if case .clause(let word, let spelling, _) = term.kind { (word, spelling) } else { nil }
    }
  }

  /// Whether a clause of the preposition stands there.
  func hasClause(_ preposition: Preposition) -> Bool {
    clauses.contains { $0.preposition == preposition }
  }

  /// Refuses clauses that a command does not take, and takes each once.
  func expectClauses(_ known: Preposition..., for word: Wording) throws {
    var seen: [Preposition] = []
    for (preposition, spelling) in clauses {
      guard known.contains(preposition), !seen.contains(preposition) else {
        throw Complaint(
          Wording(
            "`\(word.en)` does not take `\(spelling.text)` here",
            "“\(word.zh)”在这里不带“\(spelling.text)”"),
          hints: [Wording("`help \(word.en)` shows how", "“帮助 \(word.zh)” 说明写法")])
      }
      seen.append(preposition)
    }
  }

  /// Refuses what a command does not take.
  func expectNothing(for word: Wording) throws {
    guard entry.groups.isEmpty, entry.block == nil else {
      throw Complaint(
        Wording("`\(word.en)` takes nothing", "“\(word.zh)”后面不带内容"),
        hints: [Wording("type `\(word.en)` alone", "只输入 \(word.zh)")])
    }
  }
}

extension Value {
  /// The value as one word: a path, a string, a number with its unit, a word between them.
  var spelled: String? {
    switch kind {
    case .path(let path): path.text
    case .string(let text): text
    case .quantity(let number, let unit): number.text + (unit?.text ?? "")
    case .point(let unit, let number): unit.text + number.text
    default: nil
    }
  }

  /// The values of a list: those in brackets, or the value itself.
  fileprivate var listed: [Value] {
    guard case .brackets(let groups) = kind else { return [self] }
    return groups.flatMap(\.terms).compactMap {
      if case .value(let value) = $0.kind { value } else { nil }
    }
  }
}
