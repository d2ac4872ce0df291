import Plan
import Quantities
import Syntax
import Vocabulary

/// What the reading of a value must know of its field.
struct FieldFacts {
  /// The word of the field.
  var word: Wording
  /// The dimension asked for; nil is that of an indicator's readings.
  var dimension: Dimension?
  /// The bounds.
  var bounds: Bounds?
  /// The field as one would write it.
  var example: String
  /// Whether it may be uncertain.
  var isUncertain: Bool
  /// Whether a share per time is the share of a period, not a hazard.
  var isSharePerPeriod = false
  /// Whether a share per time is the share of that time, kept as the share of a year.
  var isSharePerYear = false
  /// Whether the field can be endless: never, unlimited.
  var isEndless: Bool
  /// Whether `equal` stands for no differences.
  var mayBeEqual = false

  /// The facts of a row.
  init<Owner>(_ row: Row<Owner>, dimension: Dimension?) {
    word = row.word
    self.dimension = dimension
    bounds = row.bounds
    example = row.example
    isUncertain = row.isUncertain
    isSharePerPeriod = row.traits.contains(.sharePerPeriod)
    isSharePerYear = row.traits.contains(.sharePerYear)
    mayBeEqual = row.traits.contains(.mayBeEqual)
    isEndless = (row.bounds.map { $0.high.canonical.isInfinite } ?? true)
  }

  /// The facts of the number that a word of the row's list reaches.
  init<Owner>(_ row: Row<Owner>, dimension: Dimension?, at code: Int, of words: Enumeration) {
    self.init(row, dimension: dimension)
    guard code == 0, row.traits.contains(.fromSecond) else { return }
    let first = words.values[code]
    word = Wording("\(row.word.en).\(first.en)", "\(row.word.zh).\(first.zh)")
    bounds = Bounds(.plain(0), .plain(0))
    isUncertain = false
  }

  /// The facts of a clause of a row.
  init<Owner>(_ clause: Row<Owner>.Clause, of row: Row<Owner>, dimension: Dimension?) {
    self.init(row, dimension: dimension)
    bounds = clause.bounds
    isUncertain = false
    isSharePerPeriod = false
    isSharePerYear = false
  }

  /// Facts of something that is no field of a declaration.
  init(_ word: Wording, _ dimension: Dimension?, bounds: Bounds? = nil, example: String) {
    self.word = word
    self.dimension = dimension
    self.bounds = bounds
    self.example = example
    isUncertain = false
    isEndless = true
  }

  /// The bounds in canonical numbers.
  var range: ClosedRange<Double> { bounds?.canonical ?? -.infinity ... .infinity }
}

/// A number with its powers.
struct Measured {
  /// In canonical units: months, currency, fractions, person-years.
  var number: Double
  /// Its powers.
  var powers: Powers
}
