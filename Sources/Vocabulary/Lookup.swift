public import Ledger
import Plan
import Quantities
public import Syntax

/// Where a word stands, which decides what it means.
public enum Scope: Sendable, Hashable {
  /// The head of an entry outside every block.
  case program
  /// The head of an entry in the block of a kind.
  case block(Kind)
  /// The head of an entry in the nested block of a field: `severity { … }`.
  case group(Kind, field: String)
  /// A value of a field.
  case value(Kind, field: String)
  /// A value of a field in a nested block.
  case groupValue(Kind, field: String, String)
  /// An expression of a metric, target, expectation or question.
  case expression
  /// A condition over, or a field of, the rows of an event kind.
  case rows(EventKind)
  /// What is compared with a field of events: `stage = crime`.
  case codes(EventField)
  /// After `by` of a question.
  case groupings
}

/// What a word means.
public enum Meaning: Sendable, Hashable {
  case kind(Kind)
  case field(AnyRow)
  case value(Enumeration, Int)
  case posts(PostClass)
  case workField(Int)
  case performer(Int)
  case special(SpecialWord)
  case distribution(DistributionFamily)
  case parameter(DistributionFamily.Parameter)
  case function(Function)
  case event(EventKind)
  case eventField(EventField)
  case grouping(Grouping)
}

/// A word that can stand in a scope: for completion, suggestions and the translation of texts.
public struct Candidate: Sendable, Hashable {
  /// The word in both languages.
  public let word: Wording
  /// What it means.
  public let meaning: Meaning

  /// One line of help, where the word has one.
  public var help: Wording? {
    switch meaning {
    case .kind(let kind): kind.help
    case .field(let row): row.help
    case .function(let function): function.help
    default: nil
    }
  }
}

/// What the words of the language mean, in either language. Declared names are the caller's: where a
/// place takes both, they win.
public enum Lookup {
  /// The words that can stand in a scope, in the order of help.
  public static func candidates(in scope: Scope) -> [Candidate] {
    switch scope {
    case .program: return kinds(Kind.allCases.filter { $0 != .common })
    case .block(.policy): return fields(.policy) + kinds(overlaid)
    case .block(let kind): return fields(kind) + kinds(kind.nested)
    case .group(let kind, let field): return children(KindEntry.of(kind).row(field))
    case .value(let kind, let field): return values(KindEntry.of(kind).row(field)?.shape)
    case .groupValue(let kind, let group, let field):
      let row = KindEntry.of(kind).row(group)?.children.first {
        $0.word.en == field || $0.word.zh == field
      }
      return values(row?.shape ?? .number(nil))
    case .expression:
      return Function.allCases.map { Candidate(word: $0.word, meaning: .function($0)) }
        + EventKind.named.map { Candidate(word: $0.word, meaning: .event($0)) }
    case .rows(let kind):
      return kind.readable.map { Candidate(word: kind.word(of: $0), meaning: .eventField($0)) }
    case .codes(let field):
      guard case .words(let enumeration) = field.codes else { return [] }
      return words(enumeration)
    case .groupings: return Grouping.all.map { Candidate(word: $0.word, meaning: .grouping($0)) }
    }
  }

  /// What a word means in a scope, or nil if it is no word there.
  public static func meaning(of spelling: String, in scope: Scope) -> Meaning? {
    if let found = candidates(in: scope).first(where: {
      $0.word.en == spelling || $0.word.zh == spelling
    }) {
      return found.meaning
    }
    if case .value = scope, spelling == SpecialWord.notSet { return .special(.never) }
    return nil
  }

  /// Words of the scope that are near an unknown one, in the language in which that is written.
  public static func suggestions(for spelling: String, in scope: Scope, limit: Int = 3) -> [String]
  {
    let candidates = candidates(in: scope)
    return Nearest.words(
      to: spelling, among: candidates.map(\.word.en) + candidates.map(\.word.zh), limit: limit)
  }

  /// The words of the scope that begin so in either language, in the order of help; all for no beginning.
  public static func completions(of beginning: String, in scope: Scope) -> [Candidate] {
    candidates(in: scope).filter {
      beginning.isEmpty || $0.word.en.hasPrefix(beginning) || $0.word.zh.hasPrefix(beginning)
    }
  }

  /// Kinds that a policy can declare or overlay.
  static let overlaid: [Kind] = Kind.allCases.filter { kind in
    switch kind {
    case .common, .scenario, .organization, .unit, .metric, .norm, .target, .policy, .experiment,
      .expect, .evidence, .use:
      false
    default: true
    }
  }
}

extension Lookup {
  private static func kinds(_ kinds: [Kind]) -> [Candidate] {
    kinds.map { Candidate(word: $0.word, meaning: .kind($0)) }
  }

  private static func fields(_ kind: Kind) -> [Candidate] {
    let common = kind == .common ? [] : KindEntry.of(.common).rows
    return (KindEntry.of(kind).rows + common).map {
      Candidate(word: $0.word, meaning: .field($0))
    }
  }

  private static func children(_ row: AnyRow?) -> [Candidate] {
    guard let row else { return [] }
    if let enumeration = row.shape.words { return words(enumeration) }
    return row.children.map { Candidate(word: $0.word, meaning: .field($0)) }
  }

  private static func words(_ enumeration: Enumeration) -> [Candidate] {
    enumeration.values.enumerated().map {
      Candidate(word: $0.element, meaning: .value(enumeration, $0.offset))
    }
  }

  private static func special(_ words: [SpecialWord]) -> [Candidate] {
    words.map { Candidate(word: $0.word, meaning: .special($0)) }
  }

  private static let families = DistributionFamily.allCases.map {
    Candidate(word: $0.word, meaning: .distribution($0))
  }

  private static let selection =
    PostClass.allCases.map { Candidate(word: $0.word, meaning: .posts($0)) }
    + WorkField.enumeration.values.enumerated().map {
      Candidate(word: $0.element, meaning: .workField($0.offset))
    }

  private static func values(_ shape: Shape?) -> [Candidate] {
    switch shape {
    case .number(let dimension), .distribution(let dimension):
      return special(endless(dimension)) + families
    case .readings: return families
    case .choice(let enumeration), .choices(let enumeration): return words(enumeration)
    case .performer:
      return Performer.words.values.enumerated().map {
        Candidate(word: $0.element, meaning: .performer($0.offset))
      }
    case .selection: return selection
    case .flag: return special([.yes, .no])
    case .expression: return candidates(in: .expression)
    default: return []
    }
  }

  /// The words for a value without end that a dimension has; an indicator's reading may be never reached.
  private static func endless(_ dimension: Dimension?) -> [SpecialWord] {
    switch dimension {
    case nil, .duration: [.never]
    case .rate, .moneyRate: [.unlimited]
    case .number: [.equal]
    default: []
    }
  }
}
