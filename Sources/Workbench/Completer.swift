import Ledger
import LineEditor
import Model
import Plan
import Quantities
import Syntax
import Vocabulary

/// Words, names, paths and units that fit at the cursor. Everything is gathered once an entry, so that an
/// answer takes no time.
struct Completer: Sendable {
  private let language: Language
  private let study: Study?

  init(_ session: Session) {
    language = session.settings.language
    study = session.study
  }

  /// What fits at a place in a line, in the order of help.
  func completion(of line: String, at cursor: Int) -> Completion {
    let typed = line.prefix(cursor)
    let start = typed.lastIndex { Self.breaks.contains($0) }.map { typed.index(after: $0) }
    let word = String(typed[(start ?? typed.startIndex)...])
    let before = typed[..<(start ?? typed.startIndex)]
    let isPath = word.contains(".")
    let fitting = candidates(after: String(before), word).filter {
      $0.hasPrefix(word) && $0 != word
    }
    var seen: Swift.Set<String> = []
    let matches = fitting.filter { seen.insert($0).inserted }
    let isOpen = matches.count == 1 && matches[0].hasSuffix(".")
    return Completion(
      Array(matches.prefix(200)), from: typed.count - word.count,
      suffix: isOpen || (isPath && matches.count != 1) ? nil : " ")
  }

  private static let breaks: Swift.Set<Character> = [
    " ", "\t", "\n", ",", "，", "(", ")", "（", "）", "{", "}", "｛", "｝", ";", "；", "=", "~", "、",
  ]

  /// Candidates by what stands before: a head, an argument of a command, a unit after a number.
  private func candidates(after before: String, _ word: String) -> [String] {
    // The entry that the cursor stands in: what follows the last end of an entry or beginning of a block.
    let entry =
      before.lastIndex { "\n;；{｛}｝".contains($0) }.map { before[$0...].dropFirst() } ?? before[...]
    let words = entry.split { Self.breaks.contains($0) }.map(String.init)
    if let block = openKind(before) { return inside(block, words, word) }
    guard let head = words.first else {
      return spelled(Commands.all.map { $0.word })
        + spelled(Lookup.candidates(in: .program).map(\.word))
    }
    if let last = words.last, Double(last) != nil { return units(after: words) }
    guard let command = Commands.named(head) else { return declaredNames }
    return arguments(of: command.word.en, words)
  }

  private func arguments(of head: String, _ words: [String]) -> [String] {
    switch head {
    case "run", "compare", "diff":
      return words.contains { $0 == "on" || $0 == "看" }
        ? metricNames : policyNames + [language == .en ? "on" : "看"]
    case "set":
      return words.count > 1
        ? values(of: words[1])
        : paths + spelled([Wording("runs", "模拟次数"), Wording("seed", "随机种子")])
    case "show": return shown(words)
    case "trace": return traced(words)
    case "save": return words.count == 1 ? [Kind.policy.word[language]] : []
    case "experiment": return study?.scenario.experiments.map(\.name) ?? []
    case "lang": return ["en", "zh"]
    case "explain": return Explain.pages.map(\.code)
    case "fmt": return ["to en", "to zh"]
    case "use": return study?.library.names.map { "\"\($0)\"" } ?? []
    case "help":
      return spelled(Commands.all.map { $0.word }) + spelled(KindEntry.all.map(\.kind.word))
        + metricNames + fieldPaths
        + spelled([Wording("month", "月"), Wording("metrics", "指标"), Show.events])
        + (study?.scenario.evidence.map(\.name) ?? [])
    default: return []
    }
  }

  /// What `show` takes: names, then groupings after `by`, policies after `of`, fields after `where`.
  private func shown(_ words: [String]) -> [String] {
    let more = spelled([Wording("by", "按"), Wording("where", "其中"), Wording("of", "属于")])
    if words.count > 1, words[1] == Show.events.en || words[1] == Show.events.zh {
      return traced(words)
    }
    switch clause(in: words) {
    case .by: return spelled(Grouping.all.map(\.word)) + more
    case .of: return policyNames + more
    case .where: return spelled(Lookup.fieldsOfEvents) + more
    default: return (words.count > 1 ? more : []) + spelled(Show.words(of: study))
    }
  }

  /// What `trace` takes: `run`, kinds of events, policies after `of`, fields after `where`.
  private func traced(_ words: [String]) -> [String] {
    let more = spelled([Wording("where", "其中"), Wording("of", "属于"), Wording("to", "至")])
    switch clause(in: words) {
    case .of: return policyNames + more
    case .where: return spelled(Lookup.fieldsOfEvents) + more
    case .to: return []
    default: return ["run"] + spelled((EventKind.named + [.seats]).map(\.word)) + more
    }
  }

  /// The preposition of the clause that the line ends in.
  private func clause(in words: [String]) -> Preposition? {
    words.compactMap { word -> Preposition? in
      if case .preposition(let preposition)? = Words.reserved(word) { preposition } else { nil }
    }.last
  }

  /// The kind whose block is open at the end of a text, if one is.
  private func openKind(_ before: String) -> Kind? {
    var heads: [String] = []
    var head = ""
    for character in before {
      switch character {
      case "{", "｛":
        heads.append(head)
        head = ""
      case "}", "｝":
        _ = heads.popLast()
        head = ""
      case ";", "；", "\n": head = ""
      case " " where head.isEmpty: break
      default: head.append(character)
      }
    }
    let word = heads.last?.split(separator: " ").first.map(String.init) ?? ""
    return Kind(word: word)
  }

  private func inside(_ kind: Kind, _ words: [String], _ word: String) -> [String] {
    if let last = words.last, Double(last) != nil { return units(after: words, of: kind) }
    if let field = words.last, KindEntry.of(kind).row(field) != nil {
      return values(kind, field) + declaredNames
    }
    let fields = spelled(Lookup.candidates(in: .block(kind)).map(\.word))
    guard words.isEmpty else { return declaredNames + paths }
    return kind == .policy ? fields + paths : fields
  }

  private func values(of path: String) -> [String] {
    let parts = path.split(separator: ".").map(String.init)
    guard parts.count > 1, let kind = Kind(word: parts[0]) else { return [] }
    return values(kind, parts[parts.count - 1])
  }

  /// The words that a field takes; of selections the categories of posts besides.
  private func values(_ kind: Kind, _ field: String) -> [String] {
    let words = Lookup.candidates(in: .value(kind, field: field)).map(\.word)
    guard KindEntry.of(kind).row(field)?.shape == .selection,
      let row = PostTerms.row("category")?.word
    else { return spelled(words) }
    let categories = Swift.Set(study?.scenario.scheme.posts.compactMap(\.category) ?? []).sorted()
    return spelled(words + categories.map { Wording("\(row.en).\($0)", "\(row.zh).\($0)") })
  }

  private func spelled(_ words: [Wording]) -> [String] {
    // The language of answers first; the other is understood too.
    words.map { $0[language] } + words.map { $0[language == .en ? .zh : .en] }
  }

  private var policyNames: [String] {
    (study?.policies.map(\.name) ?? []) + (language == .en ? ["current"] : ["基准", "当前", "current"])
  }
  private var metricNames: [String] {
    (study?.metrics.map(\.name) ?? []) + (study?.scenario.metrics.flatMap(\.aliases) ?? [])
  }
  private var declaredNames: [String] { study?.names ?? [] }
  /// The units of the field that was named last: after `every 3` only times.
  private func units(after words: [String], of kind: Kind? = nil) -> [String] {
    let dimension: Dimension? = words.reversed().compactMap { self.dimension(of: $0, kind) }.first
    let own = Words.units.filter { $0.language == nil || $0.language == language }
    let fitting = own.filter { unit -> Bool in
      switch dimension {
      case .duration: return unit.word.isTime
      case .share: return unit.word == .percent || unit.word == .permille
      case .money: return unit.word == .yuan
      default: return true
      }
    }
    return fitting.map { $0.spelling }
  }

  /// The dimension of a field: by its path, or by its word in the block of a kind.
  private func dimension(of word: String, _ kind: Kind?) -> Dimension? {
    let parts = word.split(separator: ".").map(String.init)
    guard let field = parts.last else { return nil }
    let kinds = kind.map { [$0] } ?? parts.first.flatMap { Kind(word: $0) }.map { [$0] }
    let rows = (kinds ?? Kind.allCases).compactMap { KindEntry.of($0).row(field) }
    guard let row = rows.first, kind != nil || parts.count > 1 else { return nil }
    switch row.shape {
    case .number(let dimension), .distribution(let dimension): return dimension
    default: return nil
    }
  }
  private var paths: [String] {
    study?.paths.flatMap { [$0[language], $0[language == .en ? .zh : .en]] } ?? []
  }
  private var fieldPaths: [String] {
    KindEntry.all.flatMap { entry in
      spelled(
        entry.rows.map {
          Wording("\(entry.kind.word.en).\($0.word.en)", "\(entry.kind.word.zh).\($0.word.zh)")
        })
    }
  }
}
