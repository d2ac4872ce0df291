import Quantities
import Syntax
import Vocabulary

extension Dimension {
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
