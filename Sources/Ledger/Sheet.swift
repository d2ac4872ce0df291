/// Questions made ready for tallying: every atom once, compiled to counters on the rows of its kind.
///
/// Atoms that differ only in window, place and the code of one field share one counter: it finds the cell
/// of a row by a look-up for each, however many years, units and risks were asked for, and the sum of an
/// atom is that of its cells.
public struct Sheet: Sendable {
  /// The atoms whose result is a sum (counts and sums), each once, in the order of the questions.
  public internal(set) var sums: [Atom] = []
  /// The atoms whose result is a distribution (quantiles and survival), each once, in order.
  public internal(set) var distributions: [Atom] = []
  /// The places that the conditions were compiled for.
  public let places: Places

  /// What the counters of a row's kind do, `starts[kind] ..< starts[kind + 1]`.
  @usableFromInline var counters: [Counter] = []
  @usableFromInline var starts: [Int32] = []
  /// The same for the simple ones.
  @usableFromInline var simpleCounters: [SimpleCounter] = []
  @usableFromInline var simpleStarts: [Int32] = []
  @usableFromInline var tests: [Test] = []
  @usableFromInline var words: [UInt64] = []
  /// Class of cells by month, by post + 1 or by code; −1 where nobody asked.
  @usableFromInline var classes: [Int32] = []
  /// Where each distinct table of classes stands.
  var tables: [[Int32]: Int32] = [:]
  /// One bit for each kind that is asked about.
  @usableFromInline var kinds: UInt64 = 0
  /// For each kind one bit for each field that is asked about.
  @usableFromInline var fields: [UInt128] = []
  /// How many cells the counters of sums fill.
  var cellCount = 0
  /// How many cells there are for the observations of distributions; `Mark.cell` is one of them.
  public internal(set) var distributionCellCount = 0
  /// The cells of each sum.
  var sumCells: [[Int32]] = []
  /// The cells of each distribution.
  var distributionCells: [[Int32]] = []
  /// The place of each atom in `sums` or in `distributions`.
  private var positions: [Atom: Int] = [:]

  /// Compiles questions for the posts of a plan.
  public init(_ questions: [Question], places: Places) {
    self.places = places
    for atom in questions.flatMap(\.atoms) where positions[atom] == nil {
      if atom.measure.isDistribution {
        positions[atom] = distributions.count
        distributions.append(atom)
      } else {
        positions[atom] = sums.count
        sums.append(atom)
      }
    }
    noteWhatIsAsked()
    compile()
  }

  /// The place of an atom in `sums`, or in `distributions` if it is one; nil if it was not asked for.
  public func position(of atom: Atom) -> Int? { positions[atom] }

  /// The cells in which the observations of a distribution are marked.
  public func cells(ofDistribution position: Int) -> [Int] {
    distributionCells[position].map { Int($0) }
  }

  private mutating func noteWhatIsAsked() {
    fields = Array(repeating: 0, count: EventKind.allCases.count)
    for atom in sums + distributions {
      let kind = atom.kind.rawValue
      kinds |= 1 << UInt64(kind)
      for field in atom.fields { fields[kind] |= 1 << UInt128(field.rawValue) }
      if atom.window != .all { fields[kind] |= 1 << UInt128(EventField.month.rawValue) }
    }
  }
}

extension Atom.Measure {
  /// Whether the measure is a distribution rather than a sum.
  public var isDistribution: Bool {
    switch self {
    case .count, .sum: false
    case .quantile, .survival: true
    }
  }

  /// What a whole number of the result is worth in the units of metrics: currency, months, things.
  public var scale: Double {
    switch field?.unit {
    case .money: 0.01
    case .duration, .reading, .share: 0x1p-20
    case .code, .flag, .count, nil: 1
    }
  }

  /// The field that is taken.
  public var field: EventField? {
    switch self {
    case .count: nil
    case .sum(let field), .quantile(_, let field), .survival(_, let field): field
    }
  }
}

extension Atom {
  /// Every field of the rows that the atom reads.
  public var fields: Set<EventField> {
    var fields = condition.fields
    if let field = measure.field { fields.insert(field) }
    if case .survival = measure { fields.insert(.months) }
    return fields
  }
}

extension Sheet {
  /// How many counters look at rows: atoms that share one cost no more than one.
  public var counterCount: Int { counters.count + simpleCounters.count }
}
