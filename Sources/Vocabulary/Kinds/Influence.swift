public import Plan
import Syntax

extension EducationTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.education
  /// The fields.
  public static let rows: [Row<EducationTerms>] = [
    Row(
      "of", "对象", .selection(\.of), usually: .posts(.all), [.list, .people],
      help: Wording(
        "who is meant; `newcomers` are those who are new at any post, taught from their entry on",
        "面向哪些人员；“新入职”指任何岗位上的新入职人员，自入职之日起受训"),
      grounds: .subject(
        Wording("by group: leaders, key posts, newcomers", "分领导干部、关键岗位、新入职人员分别开展")),
      example: "of high_risk"),
    Row(
      "content", "内容", .choice(\.content), usually: .word("warning"),
      help: Wording(
        "what it is about: warning cases alone gain from a real case in the same field",
        "教育内容：只有警示教育因同领域的真实案例而增强"),
      grounds: .subject(
        Wording(
          "views of power, warning cases by sector, rule of law, a culture of integrity",
          "权力观教育、分行业警示教育、法治教育、廉洁文化")),
      example: "content law"),
    Row(
      "every", "周期", .number(\.every), usually: .amount(.months(12)), bounds: .months(1, 120),
      help: Wording(
        "time between sessions; a newcomer's count from the entry", "两次之间的间隔；新入职人员自入职起算"),
      grounds: .assumption, example: "every 6 months"),
    Row(
      "reach", "参训率", .number(\.reach), usually: .amount(.percent(90)), bounds: .anyShare,
      .uncertain, help: Wording("share of those meant whom a session reaches", "应训人员中实际参训的比例"),
      grounds: .assumption, example: "reach 90%"),
    Row(
      "effect", "效果", .number(\.effect), usually: .amount(.percent(5)), bounds: .percent(-5, 15),
      .uncertain,
      help: Wording(
        "by how much onset is lower just after a session; below 0 it is higher",
        "教育之后发生率当即降低的比例，负值为升高"),
      grounds: .assumed(
        Wording(
          "1 − RR, with RR .95 (.85 to 1.05); well-known results on reminders failed large replications",
          "1 − RR，RR 取 0.95（0.85 至 1.05）；关于提醒作用的著名结果未通过大规模重复检验")),
      example: "effect 5%"),
    Row(
      "half_life", "半衰期", .number(\.halfLife), usually: .amount(.months(3)),
      bounds: .months(1, 120), .uncertain,
      help: Wording("time after which half of the effect is left", "效果减半所需时间"),
      grounds: .assumed(Wording("3 months (1 to 12)", "3个月（1 至 12）")), example: "half_life 3 months"
    ),
    Row(
      "case_gain", "案例加成", .number(\.caseGain), usually: .amount(.plain(1.5)),
      bounds: .plain(1, 3), .uncertain,
      help: Wording(
        "multiplier of the effect of warning cases if a case of the same field was filed within 12 months",
        "12个月内同领域有案件立案时，警示教育效果的倍数"),
      grounds: .assumption, example: "case_gain 1.5"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuan(200)), bounds: .anyMoney, .uncertain,
      help: Wording("money for each person at a session", "每人次的费用"), grounds: .assumption,
      example: "cost 200"),
  ]
}

extension PublicityTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.publicity
  /// The fields.
  public static let rows: [Row<PublicityTerms>] = [
    Row(
      "of", "公开内容", .choices(\.of), usually: .word("results"), .list,
      help: Wording(
        "what is made public: results of the reviews that say `published yes`; sanctions from form 2 on, unless `sanction` says `published no`; cases as they are filed",
        "公开什么：写有“结果公开 是”的检查的结果；第二种形态及以上的处理（“惩戒”写“公开通报 否”的除外）；立案的案件"),
      grounds: .subject(Wording("results of evaluations are published", "评估结果公开")),
      example: "of results, cases"),
    Row(
      "reach", "知晓率", .number(\.reach), usually: .amount(.percent(50)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of the organisation that hears of it; without `publicity` everybody hears of what is published",
        "全组织中得知的比例；不设“公开”时，凡公开的人人得知"),
      grounds: .assumption, example: "reach 80%"),
    Row(
      "felt", "震慑强度", .number(\.felt), usually: .amount(.plain(0.1)), bounds: .plain(0, 10),
      .uncertain,
      help: Wording(
        "how strongly whoever hears of it feels it, in chances of being caught",
        "得知者的感受强度，以一次被查处计"),
      grounds: .assumed(
        Wording(
          "publicity weighs .1 where one's own detection weighs 1", "自己被查处计 1 时，公开计 0.1")),
      example: "felt 0.2"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuanPerYear(0)), bounds: .anyMoneyRate,
      .uncertain, help: Wording("money per time", "公开所需费用"), grounds: .assumption,
      example: "cost 50k per year"),
  ]
}

extension DutyReportTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.dutyReport
  /// The fields.
  public static let rows: [Row<DutyReportTerms>] = [
    Row(
      "of", "对象", .selection(\.of), usually: .posts(.leaders), .list,
      help: Wording("whose holders report on duty and integrity", "哪些岗位的人员述责述廉"),
      grounds: .subject(Wording("the heads report", "领导干部述责述廉")), example: "of leaders, key"),
    Row(
      "every", "周期", .number(\.every), usually: .amount(.months(12)), bounds: .months(1, 120),
      help: Wording("time between reports", "两次之间的间隔"),
      grounds: .assumed(Wording("once a year", "每年一次")), example: "every 1 year"),
    Row(
      "felt", "震慑强度", .number(\.felt), usually: .amount(.plain(0.05)), bounds: .plain(0, 10),
      .uncertain,
      help: Wording(
        "how strongly whoever reports feels it, in chances of being caught", "述责述廉者的感受强度，以一次被查处计"),
      grounds: .assumption, example: "felt 0.1"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuan(0)), bounds: .anyMoney, .uncertain,
      help: Wording("money per report", "每次的费用"), grounds: .assumption, example: "cost 500"),
  ]
}
