import Ledger
import Measures
import Presentation
import Syntax

/// A metric as tables need it: the question, and how its values are shown.
struct Measurand: Sendable, Hashable {
  /// In what its values are shown.
  enum Unit: Sendable, Hashable {
    /// A fraction, in per cent.
    case share
    /// Money, in the currency.
    case money
    /// Months.
    case months
    /// So many per this many person-years.
    case perPersonYears(Double)
    /// A number as it stands, times a factor.
    case number(factor: Double)
  }

  /// Its declared name.
  var name: String
  /// What tables call it.
  var label: Wording
  /// What is asked.
  var question: Question
  /// In what it is shown.
  var unit: Unit
  /// Which way is better.
  var better: Direction

  /// Whether an institution can answer it.
  var isObservable: Bool { question.isObservable }

  /// Who can see it: `●` an institution, `○` nobody there.
  var eye: Styled { isObservable ? Styled("●", .detected) : Styled("○", .happened) }

  /// What a value is multiplied by before it is shown.
  var factor: Double {
    switch unit {
    case .share, .money, .months: 1
    case .perPersonYears(let number): number
    case .number(let factor): factor
    }
  }

  /// The unit as rows for machines name it.
  var unitName: String {
    switch unit {
    case .share: "share"
    case .money: "currency"
    case .months: "months"
    case .perPersonYears(let number): "per \(Int(number)) person_years"
    case .number: "number"
    }
  }

  /// The unit in words.
  var unitWord: Wording {
    switch unit {
    case .share: Wording("a share", "比例")
    case .money: Wording("money over the horizon", "模拟期内的金额")
    case .months: Wording("months", "月数")
    case .perPersonYears(let number):
      Wording("per \(Int(number)) person-years", "每 \(Int(number)) 人年")
    case .number: Wording("a number", "数")
    }
  }

  /// What stands behind a figure in a sentence, where the figure itself has no unit.
  var unitBehind: Wording {
    guard case .perPersonYears(let number) = unit else { return Wording("", "") }
    let count = Presentation.Figure.count(Int(number))
    return Wording(" per \(count) person-years", "（每 \(count) 人年）")
  }

  /// The unit of figures.
  var figureUnit: Figure.Unit {
    switch unit {
    case .share: .share
    case .money: .money
    case .months: .months
    case .perPersonYears, .number: .number
    }
  }

  /// Its value with the interval, in the digits that the interval supports.
  func figure(_ estimate: Estimate, in tongue: Tongue, line: Double? = nil) -> Figure {
    Figure(
      estimate.value.map { $0 * factor }, low: estimate.interval.map { $0.low * factor },
      high: estimate.interval.map { $0.high * factor }, figureUnit, in: tongue,
      line: line.map { $0 * factor })
  }

  /// A difference with its interval.
  func figure(_ contrast: Contrast, in tongue: Tongue, scale: Figure.Scale? = nil) -> Figure {
    Figure(
      contrast.value.map { $0 * factor }, low: contrast.interval.map { $0.low * factor },
      high: contrast.interval.map { $0.high * factor }, figureUnit, in: tongue,
      isDifference: true, scale: scale)
  }

  /// From the run of the lowest twentieth to that of the highest, on the scale of the figure.
  func spread(_ estimate: Estimate, like figure: Figure) -> String {
    guard let quantiles = estimate.runQuantiles else { return "-" }
    return figure.spread(quantiles.low * factor, quantiles.high * factor)
  }

  /// A number of its dimension as targets are written: `<= 6`, `>= 68 %`.
  func line(_ number: Double, in tongue: Tongue) -> String {
    Figure(number * factor, figureUnit, in: tongue).mean
  }
}

extension Wording {
  /// A label inside a sentence: in English without its capital, unless it is one of several.
  var inSentence: Wording {
    let letters = Array(en.prefix(2))
    guard letters.count == 2, letters[0].isUppercase, letters[1].isLowercase else { return self }
    return Wording(en.prefix(1).lowercased() + en.dropFirst(), zh)
  }
}

extension Language {
  /// The same language as figures know it.
  var tongue: Tongue { self == .en ? .en : .zh }
}

extension Tongue {
  /// The same language as wordings know it.
  var language: Language { self == .en ? .en : .zh }
}
