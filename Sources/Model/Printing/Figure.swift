public import Quantities
public import Syntax
public import Vocabulary

/// Canonical numbers as the language writes them.
public enum Figure {
  /// A number with at most `digits` significant digits, without a trailing `.0`.
  public static func plain(_ number: Double, digits: Int = 12) -> String {
    guard number.isFinite else { return number > 0 ? "∞" : number < 0 ? "-∞" : "—" }
    guard number != 0 else { return "0" }
    let rounded = significant(number, digits)
    if rounded.rounded() == rounded, abs(rounded) < 1e15 { return String(Int64(rounded)) }
    return "\(rounded)"
  }

  /// The nearest number with so many significant digits.
  private static func significant(_ number: Double, _ digits: Int) -> Double {
    var scale = 1.0
    var size = abs(number)
    var exponent = 0
    while size >= 10, exponent < 400 { (size, exponent) = (size / 10, exponent + 1) }
    while size < 1, exponent > -400 { (size, exponent) = (size * 10, exponent - 1) }
    let places = digits - 1 - exponent
    guard abs(places) <= 300 else { return number }
    for _ in 0..<abs(places) { scale *= 10 }
    return places >= 0
      ? (number * scale).rounded() / scale : (number / scale).rounded() * scale
  }

  /// A canonical number of a dimension in the unit that reads best: `3 years`, `80%`, `1.2% per year`.
  /// A rate is told like `unit`, that of its field's bounds: a number of things, or a share per month or year.
  public static func text(
    _ number: Double, _ dimension: Dimension?, like unit: Amount.Unit? = nil, _ language: Language
  ) -> String {
    amount(number, dimension, like: unit).text(language)
  }

  /// Both languages.
  public static func wording(
    _ number: Double, _ dimension: Dimension?, like unit: Amount.Unit? = nil, digits: Int = 10
  ) -> Wording {
    let amount = amount(number, dimension, like: unit, digits: digits)
    return Wording(amount.text(.en), amount.text(.zh))
  }

  private static func amount(
    _ number: Double, _ dimension: Dimension?, like unit: Amount.Unit?, digits count: Int = 10
  ) -> Amount {
    func tidy(_ x: Double) -> Double { x == 0 || !x.isFinite ? x : significant(x, count) }
    guard number.isFinite else {
      switch dimension {
      case .duration: return .never
      case .number, nil: return .equal
      default: return .unlimited
      }
    }
    switch dimension {
    case .duration where unit == .days: return .days(tidy(number * 30))
    case .duration:
      let years = number / 12
      let isWhole = years.rounded() == years && years != 0
      return isWhole ? .years(years) : .months(tidy(number))
    case .share:
      let percent = tidy(number * 100)
      return unit == .percentWithinYear ? .percentWithinYear(percent) : .percent(percent)
    case .rate:
      if unit == .perMonth { return .perMonth(tidy(number)) }
      if unit == .percentPerMonth { return .percentPerMonth(tidy(number * 100)) }
      if unit == .percentPerYear { return .percentPerYear(tidy(number * 1200)) }
      let perMonth = tidy(number * 100)
      let perYear = tidy(number * 1200)
      return digits(perMonth) <= digits(perYear)
        ? .percentPerMonth(perMonth) : .percentPerYear(perYear)
    case .money: return .yuan(tidy(number))
    case .moneyRate:
      let perYear = tidy(number * 12)
      return digits(tidy(number)) <= digits(perYear)
        ? .yuanPerMonth(tidy(number)) : .yuanPerYear(perYear)
    case .perPersonYear: return .perThousandPersonYears(tidy(number * 1000))
    case .point: return .month(tidy(number))
    case .number, .count, .persons, .personYears, nil: return .plain(tidy(number))
    }
  }

  private static func digits(_ number: Double) -> Int { plain(number).count }

  /// A quantity as it stands in the text, for hints.
  static func written(_ value: Value) -> String {
    switch value.kind {
    case .quantity(let number, let unit):
      guard let unit else { return number.text }
      return unit.text == "%" || unit.text == "‰"
        ? number.text + unit.text : "\(number.text) \(unit.text)"
    case .prefix(.minus, let inner): return "-" + written(inner)
    default: return "…"
    }
  }
}
