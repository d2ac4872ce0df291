import Quantities
public import Syntax

/// A figure without a trailing `.0`: `80`, `0.2`, `1000000`.
func figure(_ number: Double) -> String {
  guard number.rounded() == number, number.magnitude < 1e16 else { return "\(number)" }
  return "\(Int64(number))"
}

extension Amount {
  /// The figure as it is written in a language.
  public func text(_ language: Language) -> String {
    guard number.isFinite else { return endless[language] }
    return phrase(digits(language), isOne: number == 1, language)
  }

  /// The figure without its unit; money has its own.
  fileprivate func digits(_ language: Language) -> String {
    switch unit {
    case .yuan, .yuanPerMonth, .yuanPerYear: Self.money(number, language)
    default: figure(number)
    }
  }

  /// A figure, or a range of figures, with the unit.
  fileprivate func phrase(_ figure: String, isOne: Bool, _ language: Language) -> String {
    switch (unit, language) {
    case (.plain, _), (.yuan, _): figure
    case (.percent, _): figure + "%"
    case (.percentPerMonth, .en): figure + "% per month"
    case (.percentPerMonth, .zh): "每月 " + figure + "%"
    case (.percentPerYear, .en), (.percentWithinYear, .en): figure + "% per year"
    case (.percentPerYear, .zh), (.percentWithinYear, .zh): "每年 " + figure + "%"
    case (.perMonth, .en), (.yuanPerMonth, .en): figure + " per month"
    case (.perMonth, .zh), (.yuanPerMonth, .zh): "每月 " + figure
    case (.yuanPerYear, .en): figure + " per year"
    case (.yuanPerYear, .zh): "每年 " + figure
    case (.days, .en): figure + (isOne ? " day" : " days")
    case (.days, .zh): figure + "天"
    case (.months, .en): figure + (isOne ? " month" : " months")
    case (.months, .zh): figure + "个月"
    case (.years, .en): figure + (isOne ? " year" : " years")
    case (.years, .zh): figure + "年"
    case (.monthNumber, .en): "month " + figure
    case (.monthNumber, .zh): "第" + figure + "个月"
    case (.perThousandPersonYears, .en): figure + " per 1000 person_years"
    case (.perThousandPersonYears, .zh): "每1000人年 " + figure
    }
  }

  /// The word of a figure without end.
  private var endless: Wording {
    switch dimension {
    case .duration: SpecialWord.never.word
    case .number: SpecialWord.equal.word
    default: SpecialWord.unlimited.word
    }
  }

  /// Money as it is written: `80k` in English, `8万元` in Chinese.
  public static func money(_ number: Double, _ language: Language) -> String {
    let steps: [(Double, String)] =
      language == .en ? [(1e9, "bn"), (1e6, "M"), (1e3, "k")] : [(1e8, "亿"), (1e4, "万")]
    let step = steps.first { number.magnitude >= $0.0 }
    let written = figure(number / (step?.0 ?? 1)) + (step?.1 ?? "")
    return language == .en ? written : written + "元"
  }
}

extension Bounds {
  /// The bounds as they are written in a language.
  public func text(_ language: Language) -> String {
    guard high.number.isFinite else {
      return language == .en
        ? "at least \(low.text(.en))" : "不小于 \(low.text(.zh))"
    }
    guard low.unit == high.unit else {
      return low.text(language) + Wording(" to ", " 至 ")[language] + high.text(language)
    }
    let range = low.digits(language) + Wording(" to ", "–")[language] + high.digits(language)
    return high.phrase(range, isOne: false, language)
  }
}

extension Grounds {
  /// What the default stands on, in words; an assumption always says so.
  public func text(_ language: Language) -> String {
    let said: Wording
    switch self {
    case .published(let grade, let citation):
      said = Wording(
        "grade \(grade.word.en): \(citation.en)", "\(grade.word.zh)级：\(citation.zh)")
    case .subject(let what): said = Wording("the scheme: \(what.en)", "方案：\(what.zh)")
    case .derived(let how): said = Wording("derived: \(how.en)", "推得：\(how.zh)")
    case .assumption: said = Wording("ASSUMPTION: nobody has published it", "假定：未见发表")
    case .assumed(let what):
      said = Wording("ASSUMPTION: nobody has published it; \(what.en)", "假定：未见发表；\(what.zh)")
    case .design: said = Wording("a matter of the scenario", "由情景决定")
    }
    return said[language]
  }
}
