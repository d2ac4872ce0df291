public import Quantities

/// A figure as people say it: a number with the unit that it is said in.
public struct Amount: Sendable, Hashable {
  /// The unit that a figure is said in.
  public enum Unit: Sendable, Hashable, CaseIterable {
    case plain, percent, percentPerMonth, percentPerYear, perMonth
    /// A probability within a year, not a hazard.
    case percentWithinYear
    case days, months, years, monthNumber
    case yuan, yuanPerMonth, yuanPerYear
    case perThousandPersonYears
  }

  /// The figure.
  public let number: Double
  /// What it is said in.
  public let unit: Unit

  /// A figure in a unit.
  public init(_ number: Double, _ unit: Unit) {
    self.number = number
    self.unit = unit
  }

  /// The number that the engine computes with.
  public var canonical: Double {
    switch unit {
    case .plain, .perMonth, .months, .monthNumber, .yuan, .yuanPerMonth: number
    case .percent, .percentPerMonth, .percentWithinYear: number / 100
    case .percentPerYear: number / 1200
    case .days: number / 30
    case .years: number * 12
    case .yuanPerYear: number / 12
    case .perThousandPersonYears: number / 1000
    }
  }

  /// The dimension of the figure; a rate may be a share or a number of things per time.
  public var dimension: Dimension {
    switch unit {
    case .plain: .number
    case .percent, .percentWithinYear: .share
    case .percentPerMonth, .percentPerYear, .perMonth: .rate
    case .days, .months, .years: .duration
    case .monthNumber: .point
    case .yuan: .money
    case .yuanPerMonth, .yuanPerYear: .moneyRate
    case .perThousandPersonYears: .perPersonYear
    }
  }

  /// A number without unit.
  public static func plain(_ number: Double) -> Amount { Amount(number, .plain) }
  /// A share in per cent.
  public static func percent(_ number: Double) -> Amount { Amount(number, .percent) }
  /// A hazard in per cent a month.
  public static func percentPerMonth(_ number: Double) -> Amount {
    Amount(number, .percentPerMonth)
  }
  /// A hazard in per cent a year.
  public static func percentPerYear(_ number: Double) -> Amount { Amount(number, .percentPerYear) }
  /// A probability within a year in per cent.
  public static func percentWithinYear(_ number: Double) -> Amount {
    Amount(number, .percentWithinYear)
  }
  /// Things a month.
  public static func perMonth(_ number: Double) -> Amount { Amount(number, .perMonth) }
  /// A duration in days, of which a month has thirty.
  public static func days(_ number: Double) -> Amount { Amount(number, .days) }
  /// A duration in months.
  public static func months(_ number: Double) -> Amount { Amount(number, .months) }
  /// A duration in years.
  public static func years(_ number: Double) -> Amount { Amount(number, .years) }
  /// A point in time.
  public static func month(_ number: Double) -> Amount { Amount(number, .monthNumber) }
  /// Money.
  public static func yuan(_ number: Double) -> Amount { Amount(number, .yuan) }
  /// Money a month.
  public static func yuanPerMonth(_ number: Double) -> Amount { Amount(number, .yuanPerMonth) }
  /// Money a year.
  public static func yuanPerYear(_ number: Double) -> Amount { Amount(number, .yuanPerYear) }
  /// Things per 1000 person-years.
  public static func perThousandPersonYears(_ number: Double) -> Amount {
    Amount(number, .perThousandPersonYears)
  }
  /// A duration that never ends, or a threshold that is never reached.
  public static let never = Amount(.infinity, .months)
  /// A capacity without limit.
  public static let unlimited = Amount(.infinity, .perMonth)
  /// A shape without differences.
  public static let equal = Amount(.infinity, .plain)
}

/// The least and the most that a field takes, both included.
public struct Bounds: Sendable, Hashable {
  /// The least.
  public let low: Amount
  /// The most.
  public let high: Amount

  /// From `low` to `high`.
  public init(_ low: Amount, _ high: Amount) {
    self.low = low
    self.high = high
  }

  /// The bounds in canonical numbers.
  public var canonical: ClosedRange<Double> {
    low.canonical...max(low.canonical, high.canonical)
  }

  /// Shares in per cent.
  public static func percent(_ low: Double, _ high: Double) -> Bounds {
    Bounds(.percent(low), .percent(high))
  }
  /// Hazards in per cent a month.
  public static func percentPerMonth(_ low: Double, _ high: Double) -> Bounds {
    Bounds(.percentPerMonth(low), .percentPerMonth(high))
  }
  /// Hazards in per cent a year.
  public static func percentPerYear(_ low: Double, _ high: Double) -> Bounds {
    Bounds(.percentPerYear(low), .percentPerYear(high))
  }
  /// Durations in months.
  public static func months(_ low: Double, _ high: Double) -> Bounds {
    Bounds(.months(low), .months(high))
  }
  /// Numbers without unit.
  public static func plain(_ low: Double, _ high: Double) -> Bounds {
    Bounds(.plain(low), .plain(high))
  }
  /// Any share.
  public static let anyShare = percent(0, 100)
  /// Any money that is not negative.
  public static let anyMoney = Bounds(.yuan(0), .yuan(.infinity))
  /// Any money a month that is not negative.
  public static let anyMoneyRate = Bounds(.yuanPerMonth(0), .yuanPerMonth(.infinity))
}
