import Syntax

/// A class of posts that a selection can name.
public enum PostClass: Int, Sendable, Hashable, CaseIterable, Enumerated {
  case all, highRisk, mediumRisk, lowRisk
  case leaders, key, newcomers, ordinary
  case decision, execution, supervision

  /// The words.
  public static let enumeration = Enumeration(
    Wording("class", "类别"),
    [
      Wording("all", "全体"), Wording("high_risk", "高风险"), Wording("medium_risk", "中风险"),
      Wording("low_risk", "低风险"), Wording("leaders", "领导干部"), Wording("key", "关键岗位"),
      Wording("newcomers", "新入职"), Wording("ordinary", "一般人员"), Wording("decision", "决策权"),
      Wording("execution", "执行权"), Wording("supervision", "监督权"),
    ])
}
