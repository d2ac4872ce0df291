/// A number with a dimension, held in the unit that the engine computes in.
///
/// Units are types, so that a duration cannot be handed over as a share; `number` is the canonical value.
public protocol Quantity: Sendable, Hashable {
  /// The dimension of the type.
  static var dimension: Dimension { get }
  /// The canonical number: months, fraction, per month, yuan, or the plain number.
  var number: Double { get set }
  /// From a canonical number.
  init(_ number: Double)
}

/// What kind of quantity a number is.
public enum Dimension: String, Sendable, Hashable, CaseIterable {
  /// A duration, in months.
  case duration
  /// A share, as a fraction of 1.
  case share
  /// A hazard or a number of occurrences, per month.
  case rate
  /// Money, in units of the scenario's currency.
  case money
  /// Money per month.
  case moneyRate
  /// A number without unit.
  case number
  /// A whole number of things.
  case count
  /// A number per person-year.
  case perPersonYear
  /// Persons.
  case persons
  /// Person-years.
  case personYears
  /// A point in time, in months from the start.
  case point
}

/// A duration in months; `infinity` means never.
public struct Months: Quantity {
  /// The dimension of the type.
  public static let dimension = Dimension.duration
  /// The canonical number.
  public var number: Double
  /// From a canonical number.
  public init(_ number: Double) { self.number = number }
}

/// A share: 0.35 is 35 %.
public struct Share: Quantity {
  /// The dimension of the type.
  public static let dimension = Dimension.share
  /// The canonical number.
  public var number: Double
  /// From a canonical number.
  public init(_ number: Double) { self.number = number }
}

/// A hazard or frequency per month.
public struct Rate: Quantity {
  /// The dimension of the type.
  public static let dimension = Dimension.rate
  /// The canonical number.
  public var number: Double
  /// From a canonical number.
  public init(_ number: Double) { self.number = number }
}

/// Money as it stands in terms: currency units. What is accounted is `Money`, in hundredths.
public struct Price: Quantity {
  /// The dimension of the type.
  public static let dimension = Dimension.money
  /// The canonical number.
  public var number: Double
  /// From a canonical number.
  public init(_ number: Double) { self.number = number }
}

/// Money per month.
public struct PriceRate: Quantity {
  /// The dimension of the type.
  public static let dimension = Dimension.moneyRate
  /// The canonical number.
  public var number: Double
  /// From a canonical number.
  public init(_ number: Double) { self.number = number }
}

/// A number without unit: a factor, a shape, a weight.
public struct Factor: Quantity {
  /// The dimension of the type.
  public static let dimension = Dimension.number
  /// The canonical number.
  public var number: Double
  /// From a canonical number.
  public init(_ number: Double) { self.number = number }
}

/// A whole number of things.
public struct Count: Quantity {
  /// The dimension of the type.
  public static let dimension = Dimension.count
  /// The canonical number.
  public var number: Double
  /// From a canonical number.
  public init(_ number: Double) { self.number = number }
}

/// Occurrences per person-year: 15 per 1000 person-years is .015.
public struct PerPersonYear: Quantity {
  /// The dimension of the type.
  public static let dimension = Dimension.perPersonYear
  /// The canonical number.
  public var number: Double
  /// From a canonical number.
  public init(_ number: Double) { self.number = number }
}

/// The whole number of a double, its fraction cut off: saturating, and 0 for NaN, so that no text can trap.
public func whole(_ number: Double) -> Int {
  if number.isNaN { return 0 }
  return number >= 0x1p63 ? .max : number <= -0x1p63 ? .min : Int(number)
}
