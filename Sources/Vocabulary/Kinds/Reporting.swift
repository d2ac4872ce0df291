import Ledger
public import Plan
import Quantities
import Syntax

extension ReportingTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.reporting
  /// The fields.
  public static let rows = truthful + followed + untrue

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
      "coworkers", "同事举报", .number(\.coworkers), usually: .amount(.percentPerMonth(0)),
      bounds: .percentPerMonth(0, 100), .uncertain,
      help: Wording(
        "hazard that co-workers report an active offence, times the share of the unit's seats held by honest people",
        "同事举报进行中行为的速率，再乘以本单位席位中由廉洁者担任的比例"),
      grounds: .assumption, example: "coworkers 2% per month"),
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
      "feedback", "反馈效应", .number(\.feedback),
      clauses: [
        .init(
          .within, .number(\.feedbackWithin), usually: .amount(.months(0.7)),
          bounds: .months(0, 12))
      ],
      usually: .amount(.plain(1)), bounds: .plain(0.5, 3), .uncertain,
      help: Wording(
        "odds ratio of feedback on willingness, as far as real-name leads are begun in time",
        "反馈对意愿的优势比，按实名线索及时启动的比例计"),
      grounds: .assumption, example: "feedback 1.1 within 0.7 months"),
    Row(
      "openness", "公示效应", .number(\.openness),
      clauses: [
        .init(
          .of, .optionalSelection(\.opennessOf), usually: .unwritten(Wording("all posts", "全体")))
      ],
      usually: .amount(.plain(1)), bounds: .plain(0.8, 3), .uncertain,
      help: Wording(
        "multiplier of being reported where dealings are made public; 1.2 where it works",
        "公示对被举报速率的系数；有效时取 1.2"),
      grounds: .assumed(
        Wording(
          "participation moved only missing wages, not materials (Olken 2007)",
          "公众参与只减少了工资缺失，未减少材料缺失（Olken 2007）")),
      example: "openness 1.2 of funds"),
    Row(
      "sources", "来源构成",
      .each(
        Reporter.enumeration, .share,
        [
          through(\.sources, \.employee.number), through(\.sources, \.customer.number),
          through(\.sources, \.anonymous.number), through(\.sources, \.vendor.number),
          through(\.sources, \.other.number),
        ]),
      usually: .amounts([
        .percent(52), .percent(21), .percent(15), .percent(11), .percent(1),
      ]), bounds: .anyShare, [.uncertain, .sumsToOne],
      help: Wording(
        "who reports; who gives a name is not anonymous", "举报人的构成；实名举报不计匿名"),
      grounds: .published(
        .c,
        Wording(
          "ACFE 2024: who tips; detected frauds only, the rest made up to 100 %",
          "ACFE 2024：线索提供者；仅限已发现案件，余数补足 100%")),
      example:
        "sources { employee 52%; customer 21%; anonymous 15%; vendor 11%; other 1% }"),
    Row(
      "real_name", "实名率", .number(\.realName), usually: .amount(.percent(35)), bounds: .anyShare,
      .uncertain,
      help: Wording("share of true reports that name their author", "真实举报中实名的比例"),
      grounds: .assumption, example: "real_name 35%"),
  ]

  /// What happens to those who report.
  private static let followed: [Row<ReportingTerms>] = [
    Row(
      "retaliation", "打击报复", .number(\.retaliation), usually: .amount(.percent(5)),
      bounds: .percent(0, 50), .uncertain,
      help: Wording(
        "share of real-name reports that are retaliated against, where nothing protects",
        "无保护时实名举报遭打击报复的比例"),
      grounds: .assumption, example: "retaliation 5%"),
    Row(
      "protects", "防报复率", .number(\.protects), usually: .amount(.percent(50)), bounds: .anyShare,
      .uncertain, help: Wording("share of retaliation that is prevented", "被防止的打击报复比例"),
      grounds: .assumption, example: "protects 50%"),
    Row(
      "surfaces", "报复曝光率", .number(\.surfaces), usually: .amount(.percent(50)), bounds: .anyShare,
      .uncertain, help: Wording("share of retaliation that becomes known", "打击报复被知悉的比例"),
      grounds: .assumption, example: "surfaces 50%"),
    Row(
      "chills", "寒蝉效应", .number(\.chills), usually: .amount(.plain(0.8)), bounds: .plain(0.3, 1),
      .uncertain,
      help: Wording(
        "odds ratio of one known retaliation on the willingness in the unit; it fades",
        "一次已知报复对本单位举报意愿的优势比，随时间消退"),
      grounds: .assumption, example: "chills 0.8"),
    Row(
      "plan_within", "处置方案时限", .number(\.planWithin), usually: .amount(.months(1)),
      bounds: .months(0, 12),
      help: Wording(
        "time within which the lead of a report must be begun; later it is overdue",
        "举报线索须在多久内启动；过后即逾期"),
      grounds: .published(
        .b, Wording("rules for leads: a plan within one month", "线索处置规定：一个月内提出处置方案")),
      example: "plan_within 1 month"),
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
