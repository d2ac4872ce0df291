public import Plan
import Syntax

extension ReportingTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.reporting
  /// The fields.
  public static let rows = truthful + untrue

  /// True reports.
  private static let truthful: [Row<ReportingTerms>] = [
    Row(
      "by", "承办", .performer(\.by), usually: .performer(.kind(.supervisory)),
      help: Wording("who receives the reports", "由谁受理"),
      grounds: .subject(Wording("reports go to the supervisory organ", "举报由监察机关受理")),
      example: "by inspectorate"),
    Row(
      "hears", "知情举报率", .number(\.hears), usually: .amount(.percentPerMonth(2)),
      bounds: .percentPerMonth(0, 50), [.uncertain, .sharePerPeriod],
      help: Wording(
        "share of active offences that somebody reports, per time", "单位时间内被知情人举报的进行中违法行为比例"),
      grounds: .assumption, example: "hears 2% per month"),
    Row(
      "other", "其他发现", .number(\.other), usually: .amount(.percentPerMonth(0.3)),
      bounds: .percentPerMonth(0, 10), [.uncertain, .sharePerPeriod],
      help: Wording("share that comes to light by accident, per time", "单位时间内偶然暴露的比例"),
      grounds: .assumed(
        Wording("accident to tips as 5 to 43 (ACFE 2024)", "偶然发现与举报之比为 5 比 43（ACFE 2024）")),
      example: "other 0.3% per month"),
    Row(
      "willingness", "举报意愿", .number(\.willingness), usually: .amount(.percent(60)),
      bounds: .anyShare, .uncertain,
      help: Wording("share of those who saw something that report it", "目睹者中愿意举报的比例"),
      grounds: .published(
        .d, Wording("recalled from a survey of 2016 and not read again", "凭记忆引自 2016 年调查，未经复核")),
      example: "willingness 60%"),
    Row(
      "protection", "保护效应", .number(\.protection), usually: .amount(.plain(1)),
      bounds: .plain(0.5, 3), .uncertain,
      help: Wording(
        "odds ratio of protection on willingness; 1.3 where it works", "保护举报人对意愿的优势比；有效时取 1.3"),
      grounds: .assumption, example: "protection 1.3"),
    Row(
      "reward", "奖励效应", .number(\.reward), usually: .amount(.plain(1)), bounds: .plain(0.5, 3),
      .uncertain, help: Wording("odds ratio of rewards on willingness", "举报奖励对意愿的优势比"),
      grounds: .assumption, example: "reward 1.2"),
    Row(
      "publicised", "宣传效应", .number(\.publicised), usually: .amount(.plain(1)),
      bounds: .plain(0.5, 3), .uncertain,
      help: Wording("odds ratio of publicity on willingness", "宣传对意愿的优势比"),
      grounds: .assumption, example: "publicised 1.2"),
    Row(
      "real_name", "实名率", .number(\.realName), usually: .amount(.percent(35)), bounds: .anyShare,
      .uncertain,
      help: Wording("share of true reports that name their author", "真实举报中实名的比例"),
      grounds: .assumption, example: "real_name 35%"),
  ]

  /// Untrue reports, and what becomes of all.
  private static let untrue: [Row<ReportingTerms>] = [
    Row(
      "noise", "不实举报", .number(\.noise), usually: .amount(.perThousandPersonYears(15)),
      bounds: Bounds(.perThousandPersonYears(0), .perThousandPersonYears(200)), .uncertain,
      help: Wording("untrue reports per person-year", "每人年的不实举报件数"),
      grounds: .derived(
        Wording(
          "accusations of 2023–2025 (CCDI/NSC) over 50 to 64 million staff, less the true ones",
          "2023—2025 年检举控告数（中央纪委国家监委）除以 5000 万至 6400 万人，再减去属实部分")),
      example: "noise 15 per 1000 person_years"),
    Row(
      "malicious", "诬告", .number(\.malicious), usually: .amount(.percent(10)), bounds: .anyShare,
      .uncertain, help: Wording("share of the untrue that are malicious", "不实举报中诬告的比例"),
      grounds: .assumption, example: "malicious 10%"),
    Row(
      "admits", "受理率", .number(\.admits), usually: .amount(.percent(50)), bounds: .anyShare,
      .uncertain, help: Wording("share of reports that become leads", "举报转为问题线索的比例"),
      grounds: .published(
        .b,
        Wording(
          "CCDI/NSC: leads to reports .47 (2021), .50 (2023), .63 (2025)",
          "中央纪委国家监委：线索与信访举报之比 0.47（2021）、0.50（2023）、0.63（2025）")),
      example: "admits 50%"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuan(500)), bounds: .anyMoney, .uncertain,
      help: Wording("money per admitted report", "每件受理举报的费用"), grounds: .assumption,
      example: "cost 500"),
  ]
}
