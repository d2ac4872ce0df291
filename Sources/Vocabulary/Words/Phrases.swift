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
    let figure = figure(number)
    switch (unit, language) {
    case (.plain, _): return figure
    case (.percent, _): return figure + "%"
    case (.percentPerMonth, .en): return figure + "% per month"
    case (.percentPerMonth, .zh): return "每月 " + figure + "%"
    case (.percentPerYear, .en): return figure + "% per year"
    case (.percentPerYear, .zh): return "每年 " + figure + "%"
    case (.perMonth, .en): return figure + " per month"
    case (.perMonth, .zh): return "每月 " + figure
    case (.months, .en): return figure + (number == 1 ? " month" : " months")
    case (.months, .zh): return figure + "个月"
    case (.years, .en): return figure + (number == 1 ? " year" : " years")
    case (.years, .zh): return figure + "年"
    case (.monthNumber, .en): return "month " + figure
    case (.monthNumber, .zh): return "第" + figure + "个月"
    case (.yuan, _): return Self.money(number, language)
    case (.yuanPerMonth, .en): return Self.money(number, language) + " per month"
    case (.yuanPerMonth, .zh): return "每月 " + Self.money(number, language)
    case (.yuanPerYear, .en): return Self.money(number, language) + " per year"
    case (.yuanPerYear, .zh): return "每年 " + Self.money(number, language)
    case (.perThousandPersonYears, .en): return figure + " per 1000 person_years"
    case (.perThousandPersonYears, .zh): return "每1000人年 " + figure
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
    return language == .en
      ? "\(low.text(.en)) to \(high.text(.en))" : "\(low.text(.zh)) 至 \(high.text(.zh))"
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
