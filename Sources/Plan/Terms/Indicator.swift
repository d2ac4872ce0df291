public import Quantities

/// An indicator with its threshold: two facets of one name (model.md G4).
public struct IndicatorTerms: Terms {
  /// What an offence makes of the reading.
  public struct Shows: Sendable, Hashable {
    /// Reading while one of `under` is active.
    public var reading: Distribution
    /// Risks, by index, that the reading betrays.
    public var under: [Int]
    /// Reads `reading` under the risks `under`.
    public init(reading: Distribution, under: [Int]) {
      self.reading = reading
      self.under = under
    }
  }

  /// Declared name, the key of its luck.
  public var name = ""
  /// Posts whose seats are read.
  public var on = Selection()
  /// Months between readings.
  public var every = Months(1)
  /// Reading of a clean seat.
  public var clean = Distribution.constant(0)
  /// Readings under an offence.
  public var shows: [Shows] = []
  /// Share of seats with data.
  public var covers = Share(1)
  /// Independent models alike, of which the highest reading counts: a tail p becomes 1 − (1 − p)ⁿ.
  public var models = Count(1)
  /// Share of the variance of clean readings that belongs to the seat and never changes.
  public var stable = Share(0)
  /// Share of genuine orange and red alerts that stop what they read on the spot.
  public var intercepts = Share(0)
  /// The indicators, by index, that must all be beyond yellow in one month; empty for one that reads itself.
  public var together: [Int] = []
  /// The alert of a seat that is the nth within `promotesWithin` has the next colour; infinity never.
  public var promotes = Count(.infinity)
  /// Months within which alerts are counted.
  public var promotesWithin = Months(12)
  /// Months in which the same seat raises no second alert unless of a higher colour.
  public var quiet = Months(0)
  /// With a verification rate below this it is a weakness that a review can reveal (model.md G5).
  public var standard = Share(0)
  /// Who pays for it; nil is nobody in particular.
  public var owner: Performer?
  /// Money per month and model.
  public var cost = PriceRate(0)
  /// Dimension of the readings and thresholds.
  public var dimension = Dimension.number
  /// Reading from which an alert is yellow; infinity never.
  public var yellow = Factor(.infinity)
  /// Reading from which an alert is orange.
  public var orange = Factor(.infinity)
  /// Reading from which an alert is red.
  public var red = Factor(.infinity)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}

/// A screening of alerts before anybody works on them 筛选 (model.md G4).
public struct ScreenTerms: Terms {
  /// Declared name or `screen`, the key of its luck.
  public var name = ""
  /// The indicators, by index, whose alerts pass it; empty for all.
  public var of: [Int] = []
  /// Share of genuine alerts that it keeps.
  public var keepsTrue = Share(1)
  /// Share of the others that it takes out.
  public var cutsFalse = Share(0)
  /// Money per month.
  public var cost = PriceRate(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}
