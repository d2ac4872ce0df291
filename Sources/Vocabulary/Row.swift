public import Plan
public import Syntax

/// One field of a kind: its words, what it takes and where that goes, its default, bounds and grounds.
///
/// The checker, help, completion, formatter, translator, reference and overlays all read this row.
public struct Row<Owner: Terms>: Sendable {
  /// What a field is allowed to be.
  public struct Traits: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: Int
    /// From bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Must be written.
    public static var required: Traits { Traits(rawValue: 1) }
    /// May be written several times.
    public static var repeatable: Traits { Traits(rawValue: 2) }
    /// May be uncertain (`~`). A change may turn any number; a draw turns only these.
    public static var uncertain: Traits { Traits(rawValue: 4) }
    /// Takes a list.
    public static var list: Traits { Traits(rawValue: 8) }
    /// The number is the share of a period, not a hazard: p per T is stored as the equivalent share a
    /// month, 1 − (1 − p)^(1/T) (model.md, settled detail 1).
    public static var sharePerPeriod: Traits { Traits(rawValue: 16) }
    /// The fields of the group add up to 1.
    public static var sumsToOne: Traits { Traits(rawValue: 32) }
    /// The number is the share of a year: p per T is stored as 1 − (1 − p)^(1 year/T), a bare share as it is.
    public static var sharePerYear: Traits { Traits(rawValue: 128) }
    /// The shape of differences: `equal` stands for no differences.
    public static var mayBeEqual: Traits { Traits(rawValue: 64) }
    /// The selection is one of people: the class of newcomers means those who are new, at any post.
    public static var people: Traits { Traits(rawValue: 256) }
    /// Acts before the first month alone, when all policies are still one: none of them can change it.
    public static var beginning: Traits { Traits(rawValue: 512) }
    /// Is said to people: shown, and nothing is simulated by it.
    public static var label: Traits { Traits(rawValue: 2048) }
    /// Of the words of the list the first has always 0: what it stands for does not count.
    public static var fromSecond: Traits { Traits(rawValue: 1024) }
  }

  /// A clause that the field takes besides.
  public struct Clause: Sendable {
    /// The word that opens it.
    public let preposition: Preposition
    /// What follows.
    public let takes: Takes<Owner>
    /// Its bounds.
    public let bounds: Bounds?
    /// Its default.
    public let usually: Usual<Owner>?

    /// A clause.
    public init(
      _ preposition: Preposition, _ takes: Takes<Owner>, usually: Usual<Owner>? = nil,
      bounds: Bounds? = nil
    ) {
      self.preposition = preposition
      self.takes = takes
      self.usually = usually
      self.bounds = bounds
    }
  }

  /// The word in both languages.
  public let word: Wording
  /// One line of help.
  public let help: Wording
  /// What it takes.
  public let takes: Takes<Owner>
  /// Clauses that it takes besides.
  public let clauses: [Clause]
  /// What holds when the field is not written; nil only if it is required or leaves nothing to say.
  public let usually: Usual<Owner>?
  /// The least and the most.
  public let bounds: Bounds?
  /// Flags.
  public let traits: Traits
  /// What the default stands on.
  public let grounds: Grounds
  /// The field as one would write it, in English.
  public let example: String

  /// Makes a row.
  public init(
    _ en: String, _ zh: String, _ takes: Takes<Owner>, clauses: [Clause] = [],
    usually: Usual<Owner>? = nil, bounds: Bounds? = nil, _ traits: Traits = [],
    help: Wording, grounds: Grounds = .design, example: String
  ) {
    word = Wording(en, zh)
    self.takes = takes
    self.clauses = clauses
    self.usually = usually
    self.bounds = bounds
    self.traits = traits
    self.help = help
    self.grounds = grounds
    self.example = example
  }

  /// Whether the field must be written.
  public var isRequired: Bool { traits.contains(.required) }
  /// Whether the field may be written several times.
  public var isRepeatable: Bool { traits.contains(.repeatable) }
  /// Whether the field may be uncertain.
  public var isUncertain: Bool { traits.contains(.uncertain) }
  /// Whether the field takes a list.
  public var isList: Bool { traits.contains(.list) }

  /// The clause that a preposition opens.
  public func clause(_ preposition: Preposition) -> Clause? {
    clauses.first { $0.preposition == preposition }
  }

  /// The fields of the nested block, if the row is a group.
  public var children: [Row<Owner>] {
    guard case .group(let rows) = takes else { return [] }
    return rows
  }
}

/// Terms whose fields have words.
public protocol Spelled: Terms {
  /// The kind of declaration that they are the terms of.
  static var declaration: Kind { get }
  /// The fields, in the order of help.
  static var rows: [Row<Self>] { get }
  /// What the entry takes before its block (`target CONDITION by year 3`), if anything but a name.
  static var opening: Row<Self>? { get }
}

extension Spelled {
  /// Nothing but a name.
  public static var opening: Row<Self>? { nil }

  /// The row of a word in either language.
  public static func row(_ word: String) -> Row<Self>? {
    rows.first { $0.word.en == word || $0.word.zh == word }
  }
}
