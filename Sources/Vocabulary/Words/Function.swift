public import Syntax

/// A function of metric expressions (language.md 6).
public enum Function: String, Sendable, Hashable, CaseIterable {
  case count, sum, mean, median, quantile, share
  case personYears = "person_years"
  case seats, survival, gini, min, max

  /// The word in both languages.
  public var word: Wording {
    switch self {
    case .count: Wording("count", "计数")
    case .sum: Wording("sum", "合计")
    case .mean: Wording("mean", "均值")
    case .median: Wording("median", "中位数")
    case .quantile: Wording("quantile", "分位数")
    case .share: Wording("share", "占比")
    case .personYears: Wording("person_years", "人年数")
    case .seats: Wording("seats", "在岗人数")
    case .survival: Wording("survival", "生存分位数")
    case .gini: Wording("gini", "基尼系数")
    case .min: Wording("min", "最小值")
    case .max: Wording("max", "最大值")
    }
  }

  /// What it answers, in one line.
  public var help: Wording {
    switch self {
    case .count: Wording("how many", "有多少")
    case .sum: Wording("the sum of a field", "字段之和")
    case .mean: Wording("the mean of a field", "字段的均值")
    case .median: Wording("the median of a field, pooled over the runs", "字段的中位数，各次模拟合并")
    case .quantile: Wording("a quantile of a field, pooled over the runs", "字段的分位数，各次模拟合并")
    case .share: Wording("of the events, the share that fulfils a condition", "事件中满足条件的比例")
    case .personYears: Wording("years that seats were occupied", "席位在岗的人年数")
    case .seats: Wording("occupied seats at month ends", "各月末在岗人数之和")
    case .survival:
      Wording(
        "time by which a share of the events has the field (Kaplan–Meier)",
        "多久之后有该比例的事件出现该字段（Kaplan–Meier）")
    case .gini:
      Wording(
        "how unequally events per person-year fall on units: 0 alike, 1 all on one",
        "每人年事件在各单位间分布的不均程度：0 为相同，1 为全在一处")
    case .min: Wording("the least", "最小者")
    case .max: Wording("the greatest", "最大者")
    }
  }

  /// The function as one would write it, in English.
  public var example: String {
    switch self {
    case .count: "count(offences where stage = crime)"
    case .sum: "sum(loss of offences)"
    case .mean: "mean(loss of offences)"
    case .median: "median(delay of offences)"
    case .quantile: "quantile(90%, loss of offences)"
    case .share: "share(verified of alerts)"
    case .personYears: "person_years"
    case .seats: "seats"
    case .survival: "survival(50%, latency of offences)"
    case .gini: "gini(count of findings by unit)"
    case .min: "min(count(offences), count(findings))"
    case .max: "max(count(offences), count(findings))"
    }
  }

  /// The function that is spelled so in either language.
  public init?(word: String) {
    guard let function = Self.allCases.first(where: { $0.word.en == word || $0.word.zh == word })
    else { return nil }
    self = function
  }
}
