import Quantities
import Syntax

extension Dimension {
  /// What people call it, with its article in English.
  var word: Wording {
    switch self {
    case .duration: Wording("a duration", "时长")
    case .share: Wording("a share", "比例")
    case .rate: Wording("a rate", "速率")
    case .money: Wording("money", "金额")
    case .moneyRate: Wording("money per time", "单位时间金额")
    case .number: Wording("a number", "数")
    case .count: Wording("a whole number", "整数")
    case .perPersonYear: Wording("a number per person-year", "每人年次数")
    case .persons: Wording("persons", "人数")
    case .personYears: Wording("person-years", "人年")
    case .point: Wording("a point in time", "时点")
    }
  }

  /// How one is written.
  var example: Wording {
    switch self {
    case .duration: Wording("3 months", "3个月")
    case .share: Wording("80%", "80%")
    case .rate: Wording("1.2% per year", "每年 1.2%")
    case .money: Wording("60k", "6万元")
    case .moneyRate: Wording("20k per year", "每年 2万元")
    case .number, .count: Wording("3", "3")
    case .perPersonYear: Wording("15 per 1000 person_years", "每1000人年 15")
    case .persons: Wording("12 persons", "12人")
    case .personYears: Wording("1000 person_years", "1000人年")
    case .point: Wording("month 13", "第13个月")
    }
  }
}

extension Powers {
  /// What people call it.
  var word: Wording { dimension?.word ?? Wording("a mixed unit", "混合单位") }
}
