public import Ledger
import Plan
public import Quantities
public import Syntax

/// What a field takes, without the terms that it goes into.
public indirect enum Shape: Sendable, Hashable {
  case number(Dimension?)
  case distribution(Dimension?)
  case readings, curve, selection
  case choice(Enumeration)
  case choices(Enumeration)
  case claim(EventKind)
  case performer, units, text, word, flag, expression, condition, point
  case names([Kind])
  case texts, entries, kept, group
  /// A block of changes and of the words of `then`.
  case steps
  case each(Enumeration, Dimension)
  case series(Enumeration, Dimension)
}

extension Shape {
  /// The words by which a path reaches the single numbers of the field.
  public var words: Enumeration? {
    switch self {
    case .each(let enumeration, _), .series(let enumeration, _): enumeration
    default: nil
    }
  }
}

/// A row without the terms that it goes into, for help, completion, suggestions, schema and reference.
public struct AnyRow: Sendable, Hashable {
  /// A clause of the row.
  public struct Clause: Sendable, Hashable {
    /// The word that opens it.
    public let preposition: Preposition
    /// What follows.
    public let shape: Shape
    /// Its default as it is written.
    public let usually: Wording?
  }

  /// The word in both languages.
  public let word: Wording
  /// One line of help.
  public let help: Wording
  /// What it takes.
  public let shape: Shape
  /// Clauses that it takes besides.
  public let clauses: [Clause]
  /// The default as it is written; nil if there is none.
  public let usually: Wording?
  /// The default as a canonical number, where it is one.
  public let usualNumber: Double?
  /// The bounds as they are written.
  public let bounds: Wording?
  /// The bounds in canonical numbers.
  public let range: ClosedRange<Double>?
  /// Must be written.
  public let isRequired: Bool
  /// May be written several times.
  public let isRepeatable: Bool
  /// May be uncertain (`~`).
  public let isUncertain: Bool
  /// Takes a list.
  public let isList: Bool
  /// Its shares add up to 1.
  public let isWhole: Bool
  /// Acts before the first month alone.
  public let isOfBeginning: Bool
  /// Is said to people, not simulated.
  public let isLabel: Bool
  /// What the default stands on.
  public let grounds: Grounds
  /// The field as one would write it, in English.
  public let example: String
  /// The fields of the nested block.
  public let children: [AnyRow]

  /// The row without its terms.
  public init<Owner>(_ row: Row<Owner>) {
    word = row.word
    help = row.help
    shape = row.takes.shape
    clauses = row.clauses.map {
      Clause(preposition: $0.preposition, shape: $0.takes.shape, usually: $0.usualWording)
    }
    usually = row.usualWording
    usualNumber = row.usually?.number
    bounds = row.bounds.map { Wording($0.text(.en), $0.text(.zh)) }
    range = row.bounds?.canonical
    isRequired = row.isRequired
    isRepeatable = row.isRepeatable
    isUncertain = row.isUncertain
    isList = row.isList
    isWhole = row.traits.contains(.sumsToOne)
    isOfBeginning = row.traits.contains(.beginning)
    isLabel = row.traits.contains(.label)
    grounds = row.grounds
    example = row.example
    children =
      row.takes.shape == .steps
      ? RuleStep.rows.map { AnyRow($0) } : row.children.map { AnyRow($0) }
  }
}

/// A kind of declaration with its fields.
public struct KindEntry: Sendable, Hashable {
  /// The kind.
  public let kind: Kind
  /// What the entry takes before its block, if anything but a name.
  public let opening: AnyRow?
  /// Its fields.
  public let rows: [AnyRow]

  /// The entry of terms.
  init<Owner: Spelled>(_: Owner.Type) {
    self.init(Owner.declaration, opening: Owner.opening, rows: Owner.rows)
  }

  /// An entry of rows.
  init<Owner>(_ kind: Kind, opening: Row<Owner>? = nil, rows: [Row<Owner>]) {
    self.kind = kind
    self.opening = opening.map { AnyRow($0) }
    self.rows = rows.map { AnyRow($0) }
  }

  /// The row of a word in either language.
  public func row(_ word: String) -> AnyRow? {
    rows.first { $0.word.en == word || $0.word.zh == word }
  }

  /// Every kind, in the order of help; `common` is the first.
  public static let all: [KindEntry] = [
    KindEntry(CommonTerms.self), KindEntry(ScenarioTerms.self), KindEntry(OrganizationTerms.self),
    KindEntry(UnitTerms.self), KindEntry(PostTerms.self), KindEntry(OfficialsTerms.self),
    KindEntry(TurnoverTerms.self), KindEntry(BodyTerms.self), KindEntry(PoolTerms.self),
    KindEntry(RiskTerms.self),
    KindEntry(ControlTerms.self), KindEntry(IndicatorTerms.self),
    KindEntry(.threshold, rows: IndicatorTerms.thresholdRows), KindEntry(ScreenTerms.self),
    KindEntry(ResponseTerms.self), KindEntry(SharingTerms.self), KindEntry(MeetingTerms.self),
    KindEntry(ListingTerms.self), KindEntry(ReviewTerms.self), KindEntry(ReportingTerms.self),
    KindEntry(RotationTerms.self), KindEntry(SanctionTerms.self), KindEntry(RemedyTerms.self),
    KindEntry(EducationTerms.self), KindEntry(PublicityTerms.self),
    KindEntry(DutyReportTerms.self), KindEntry(AdmonitionTerms.self),
    KindEntry(DeterrenceTerms.self), KindEntry(RuleText.self),
    KindEntry(AppraisalTerms.self),
    KindEntry(MetricTerms.self), KindEntry(NormTerms.self),
    KindEntry(TargetTerms.self), KindEntry(PolicyTerms.self), KindEntry(ExperimentTerms.self),
    KindEntry(ExpectTerms.self), KindEntry(EvidenceTerms.self), KindEntry(UseTerms.self),
  ]

  private static let byKind = Dictionary(
    all.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })

  /// The entry of a kind.
  public static func of(_ kind: Kind) -> KindEntry { byKind[kind] ?? all[0] }
}

extension Takes {
  /// The shape without its places.
  public var shape: Shape {
    switch self {
    case .number(let dimension, _), .optionalNumber(let dimension, _): .number(dimension)
    case .distribution(let dimension, _), .optionalDistribution(let dimension, _):
      .distribution(dimension)
    case .readings: .readings
    case .occasions: .choice(ReviewTrigger.enumeration)
    case .curve: .curve
    case .selection, .optionalSelection: .selection
    case .choice(let enumeration, _): .choice(enumeration)
    case .choices(let enumeration, _): .choices(enumeration)
    case .performer, .optionalPerformer: .performer
    case .claim(let kind, _), .optionalClaim(let kind, _): .claim(kind)
    case .body, .bodies: .names([.body])
    case .units: .units
    case .organization: .names([.organization])
    case .post: .names([.post])
    case .pool: .names([.pool])
    case .risks: .names([.risk])
    case .controls: .names([.control])
    case .indicators: .names([.indicator])
    case .scores: .names([.metric])
    case .text: .text
    case .word: .word
    case .flag: .flag
    case .expression: .expression
    case .conditions: .condition
    case .point: .point
    case .names(let kinds, _): .names(kinds)
    case .texts: .texts
    case .entries: .entries
    case .steps: .steps
    case .kept: .kept
    case .group: .group
    case .each(let enumeration, let dimension, _): .each(enumeration, dimension)
    case .series(let enumeration, let dimension, _, _): .series(enumeration, dimension)
    }
  }
}
