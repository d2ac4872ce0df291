import Quantities

/// The powers of the base units that a number carries, so that sums and products can be judged.
struct Powers: Hashable {
  /// Months.
  var time = 0
  /// Units of the currency.
  var money = 0
  /// Persons.
  var persons = 0
  /// Person-years, a unit of its own.
  var personYears = 0
  /// Written in % or ‰.
  var isShare = false
  /// A point in time, not a duration.
  var isPoint = false

  /// Without any unit.
  static let none = Powers()
  /// A share.
  static let share = Powers(isShare: true)

  /// The powers of a dimension.
  init(_ dimension: Dimension) {
    switch dimension {
    case .duration: time = 1
    case .share: isShare = true
    case .rate: time = -1
    case .money: money = 1
    case .moneyRate: (money, time) = (1, -1)
    case .number, .count: break
    case .perPersonYear: personYears = -1
    case .persons: persons = 1
    case .personYears: personYears = 1
    case .point: (time, isPoint) = (1, true)
    }
  }

  init(
    time: Int = 0, money: Int = 0, persons: Int = 0, personYears: Int = 0, isShare: Bool = false
  ) {
    self.time = time
    self.money = money
    self.persons = persons
    self.personYears = personYears
    self.isShare = isShare
  }

  /// Whether there is no unit but perhaps `%`.
  var isPlain: Bool { time == 0 && money == 0 && persons == 0 && personYears == 0 }

  /// Whether two numbers may be added or compared: a share is a number.
  func matches(_ other: Powers) -> Bool {
    time == other.time && money == other.money && persons == other.persons
      && personYears == other.personYears && isPoint == other.isPoint
  }

  /// Of a product, or of a quotient with `sign` -1.
  func times(_ other: Powers, sign: Int = 1) -> Powers {
    var result = Powers(
      time: time + sign * other.time, money: money + sign * other.money,
      persons: persons + sign * other.persons,
      personYears: personYears + sign * other.personYears)
    result.isShare = result.isPlain && (isShare || other.isShare)
    return result
  }

  /// The dimension that has these powers, if the language has one.
  var dimension: Dimension? {
    if isPoint { return .point }
    switch (time, money, persons, personYears) {
    case (0, 0, 0, 0): return isShare ? .share : .number
    case (1, 0, 0, 0): return .duration
    case (-1, 0, 0, 0): return .rate
    case (0, 1, 0, 0): return .money
    case (-1, 1, 0, 0): return .moneyRate
    case (0, 0, 0, -1): return .perPersonYear
    case (0, 0, 1, 0): return .persons
    case (0, 0, 0, 1): return .personYears
    default: return nil
    }
  }
}
