/// A number with its interval, in the digits that the interval supports (experience.md 9, Digits).
///
/// The half-width of the interval is rounded to one significant digit (two if it begins with 1), the
/// number to the same place; never more than four significant digits. A share from 10 % up gets a
/// decimal only if the verdict against `line` hangs on it.
public struct Figure: Sendable, Hashable {
  /// What the number counts; it decides the unit's sign and the scale.
  public enum Unit: Sendable, Hashable {
    /// A number as it stands: a rate in its own unit, a count.
    case number
    /// A fraction, drawn as percent.
    case share
    /// A sum in the currency, drawn on one scale of thousands, or of 万.
    case money
    /// A time in months.
    case months
  }

  /// The number in canonical unit (fraction, currency, months); nil: undefined.
  public let value: Double?
  /// The interval, if there is one.
  public let low: Double?
  /// The interval, if there is one.
  public let high: Double?
  /// What is counted.
  public let unit: Unit
  /// The language of the number's form.
  public let tongue: Tongue
  /// Whether it is a difference: always with its sign, shares in percentage points.
  public let isDifference: Bool
  /// The scale of money; chosen by the number unless given.
  public let scale: Scale

  private let place: Int

  /// Makes a figure. `line` is the target that a verdict compares it with; `scale` makes several
  /// sums of one row stand on one scale.
  public init(
    _ value: Double?, low: Double? = nil, high: Double? = nil, _ unit: Unit = .number,
    in tongue: Tongue, isDifference: Bool = false, line: Double? = nil, scale: Scale? = nil
  ) {
    func finite(_ number: Double?) -> Double? { number.flatMap { $0.isFinite ? $0 : nil } }
    self.value = finite(value)
    // Half an interval, or one without its number, is none.
    let isInterval = finite(value) != nil && finite(low) != nil && finite(high) != nil
    self.low = isInterval ? low : nil
    self.high = isInterval ? high : nil
    self.unit = unit
    self.tongue = tongue
    self.isDifference = isDifference
    let largest = [self.value, self.low, self.high].compactMap { $0.map(abs) }
    let size = self.value.map(abs) ?? 0
    self.scale =
      unit == .money
      ? scale ?? Scale.fitting(size > 0 ? size : largest.max() ?? 0, in: tongue) : .one
    let factor = unit == .share ? 0.01 : self.scale.factor
    place = Figure.place(
      value: (self.value ?? 0) / factor, low: self.low.map { $0 / factor },
      high: self.high.map { $0 / factor },
      line: unit == .share && !isDifference ? .some(line.map { $0 / factor }) : nil)
  }

  /// What stands where nothing can be computed.
  public static let undefined = "—"

  /// The number with its unit: `4.5 %`, `5.5M`, `-0.3 pp`; `—` if undefined.
  public var mean: String {
    value.map { written($0, isLone: true) + suffix } ?? Figure.undefined
  }

  /// The interval without a unit: `4.1 to 4.9`; empty if there is none.
  public var interval: String {
    guard let low, let high else { return "" }
    return range(written(low), written(high))
  }

  /// The number with its interval: `4.5 % (4.1 to 4.9)`.
  public var text: String {
    if interval.isEmpty { return mean }
    return tongue == .en ? "\(mean) (\(interval))" : "\(mean)（\(interval)）"
  }

  /// A range of runs on the scale and place of this figure, at most three digits: `0 to 12.5`.
  public func spread(_ low: Double?, _ high: Double?) -> String {
    guard let low, let high, low.isFinite, high.isFinite else { return Figure.undefined }
    let ends = [low, high].map { $0 / factor }
    let largest = ends.map(abs).max() ?? 0
    var place = max(self.place, Digits.exponent(of: largest) - 2)
    if unit == .share, largest >= 10 { place = max(place, 0) }
    // Decimals that are zero in both ends say nothing.
    while place < 0, ends.allSatisfy({ Digits.endsInZero($0, place: place) }) { place += 1 }
    let texts = ends.map { $0 == 0 ? "0" : Digits.text($0, place: place) }
    return range(texts[0], texts[1])
  }

  private var factor: Double { unit == .share ? 0.01 : scale.factor }

  private func range(_ low: String, _ high: String) -> String {
    tongue == .en ? "\(low) to \(high)" : "\(low) 至 \(high)"
  }

  /// One number on the figure's scale and place; exactly zero is `0`, whatever the place.
  private func written(_ number: Double, isLone: Bool = false) -> String {
    if number == 0 { return "0" }
    let scaled = number / factor
    var place = self.place
    // Without an interval, and with one of no width, zeros at the end say nothing.
    if low == high {
      while place < 0, Digits.endsInZero(scaled, place: place) { place += 1 }
    }
    let sign = number < 0 ? "-" : "+"
    return isDifference
      ? sign + Digits.text(abs(scaled), place: place) : Digits.text(scaled, place: place)
  }

  private var suffix: String {
    switch (unit, tongue) {
    case (.number, _): ""
    case (.share, .en): isDifference ? value == 0 ? "" : " pp" : " %"
    case (.share, .zh): isDifference ? value == 0 ? "" : " 个百分点" : "%"
    case (.money, _): value == 0 ? "" : scale.suffix
    case (.months, .en): value == 0 && isDifference ? "" : " mo"
    case (.months, .zh): value == 0 && isDifference ? "" : " 个月"
    }
  }

  /// The place of the last digit: 1 for tens, 0 for ones, -1 for the first decimal.
  ///
  /// `line` is nil where the rule for shares does not apply, and `.some(nil)` where no target hangs on it.
  private static func place(value: Double, low: Double?, high: Double?, line: Double??) -> Int {
    let size = [value, low ?? 0, high ?? 0].map(abs).max() ?? 0
    let least = Digits.exponent(of: value == 0 ? size : abs(value)) - 3
    guard let low, let high, high > low else { return min(0, least) }
    // A trace more, so that 0.2 computed as 0.19999… counts as 0.2.
    let half = (high - low) / 2 * (1 + 1e-9)
    let exponent = Digits.exponent(of: half)
    let beginsWithOne = half < 2 * Digits.power(exponent)
    let place = max(least, beginsWithOne ? exponent - 1 : exponent)
    guard let line, place < 0, abs(value) >= 10 else { return place }
    let hangs =
      line.map { target in
        [value, low, high].contains { $0.rounded() == target.rounded() && $0 != target }
      } ?? false
    return hangs ? place : 0
  }
}

extension Figure {
  /// The scale of a sum of money: its factor and what stands behind the number.
  public struct Scale: Sendable, Hashable {
    /// One of the scale in units of the currency.
    public let factor: Double
    /// `k`, `M`, `bn`; `万`, `亿`; empty.
    public let suffix: String

    /// The currency's own unit.
    public static let one = Scale(factor: 1, suffix: "")

    /// The scale on which a sum of this size is read: below 10,000 none.
    public static func fitting(_ size: Double, in tongue: Tongue) -> Scale {
      let scales: [(Double, Scale)] =
        tongue == .en
        ? [
          (999_500_000, Scale(factor: 1e9, suffix: "bn")),
          (999_500, Scale(factor: 1e6, suffix: "M")),
          (10_000, Scale(factor: 1e3, suffix: "k")),
        ]
        : [
          (99_995_000, Scale(factor: 1e8, suffix: "亿")), (10_000, Scale(factor: 1e4, suffix: "万")),
        ]
      return scales.first { abs(size) >= $0.0 }?.1 ?? .one
    }
  }

  /// A count with thousands signs: `12,480`.
  public static func count(_ count: Int) -> String { Digits.grouped(String(count)) }

  /// A time on the clock: `0.9 s`, `1 min 11 s`, `2 h 5 min`; in Chinese `1 分 11 秒`.
  public static func clock(_ seconds: Double, in tongue: Tongue) -> String {
    guard seconds.isFinite, seconds < 1e9 else { return undefined }
    let (s, min, h) = tongue == .en ? (" s", " min", " h") : (" 秒", " 分", " 小时")
    if seconds < 9.95 { return Digits.text(max(0, seconds), place: -1) + s }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole)\(s)" }
    if whole < 3600 { return "\(whole / 60)\(min) \(whole % 60)\(s)" }
    return "\(whole / 3600)\(h) \(whole % 3600 / 60)\(min)"
  }
}
