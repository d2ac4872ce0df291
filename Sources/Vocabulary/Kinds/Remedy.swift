public import Plan
import Quantities
import Syntax

extension RemedyTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.remedy
  /// The fields.
  public static let rows = way + operations

  /// From issue to follow-up.
  private static let way: [Row<RemedyTerms>] = [
    Row(
      "on", "触发", .choices(\.on), usually: .word("case"), .list,
      help: Wording(
        "what it answers: a case filed, a weakness revealed, an offence that a review finds",
        "针对什么：立案的案件、发现的薄弱环节、检查查出的违法行为"),
      grounds: .subject(
        Wording("proposals follow cases and weak rules alike", "发案及制度不健全、管理不规范的，提出建议")),
      example: "on weakness"),
    Row(
      "by", "发出方", .performer(\.by), usually: .performer(.kind(.supervisory)),
      help: Wording("who issues it", "由谁发出"),
      grounds: .subject(
        Wording(
          "supervisory organ, procuratorate, court and audit each propose", "监察、检察、司法、审计均可提出建议")),
      example: "by supervisory"),
    Row(
      "to", "整改方", .optionalSelection(\.to),
      usually: .unwritten(Wording("the unit concerned", "所涉单位")), .list,
      help: Wording("to whom it is addressed: the posts where it acts", "由谁整改：在哪些岗位落实"),
      example: "to tender"),
    Row(
      "within", "时限", .number(\.within), usually: .amount(.months(3)), bounds: .months(0, 60),
      help: Wording("time within which the unit is to reply", "单位须在多久内回复"),
      grounds: .subject(Wording("a report within three months", "3个月内提交整改报告")),
      example: "within 3 months"),
    Row(
      "replies", "回复时间", .distribution(.duration, \.replies),
      usually: .distribution(
        .lognormal(mu: 0.4054651081081644, sigma: 0.5408656188293053),
        Wording("lognormal(median 1.5 months, p90 3 months)", "对数正态(中位数 1.5个月, p90 3个月)")),
      bounds: .months(0, 600), .uncertain,
      help: Wording("time from issue to reply", "从发出到回复的时间"), grounds: .assumption,
      example: "replies lognormal(median 1.5 months, p90 3 months)"),
    Row(
      "accepts", "采纳率", .number(\.accepts), usually: .amount(.percent(95)), bounds: .anyShare,
      .uncertain, help: Wording("share that is accepted", "被采纳的比例"), grounds: .assumption,
      example: "accepts 95%"),
    Row(
      "completes", "真实完成", .number(\.completes), usually: .amount(.percent(75)),
      bounds: .anyShare, .uncertain,
      help: Wording("share of the accepted that is truly done", "采纳后真正完成的比例"),
      grounds: .assumed(
        Wording("no figure for proposals is published", "监察建议的完成比例未见公开数据")),
      example: "completes 75%"),
    Row(
      "takes", "完成时间", .distribution(.duration, \.takes),
      usually: .distribution(
        .lognormal(mu: 1.3862943611198906, sigma: 0.8572517237737914),
        Wording("lognormal(median 4 months, p90 12 months)", "对数正态(中位数 4个月, p90 12个月)")),
      bounds: .months(0, 600), .uncertain,
      help: Wording("time from the reply until it is done, or should be", "从回复到完成或应完成的时间"),
      grounds: .assumption, example: "takes lognormal(median 4 months, p90 12 months)"),
    Row(
      "paper", "纸面整改", .number(\.paper), usually: .amount(.percent(40)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of the accepted and not done that is reported as done", "采纳而未完成者中报告为已完成的比例"),
      grounds: .assumption, example: "paper 40%"),
    Row(
      "follow_up", "回访", .number(\.followUp.sees),
      clauses: [
        .init(
          .within, .number(\.followUp.within), usually: .amount(.months(6)),
          bounds: .months(0, 60)),
        .init(
          .by, .performer(\.followUp.by), usually: .performer(.kind(.supervisory))),
      ],
      usually: .amount(.percent(50)), bounds: .anyShare, .uncertain,
      help: Wording(
        "share of what is not done that a look after this time sees; a third party sees 30 points more; without one nothing is closed",
        "经过这段时间后的回访能看出未真正完成的比例；由第三方承办多 30 个百分点；没有回访则不能销号"),
      grounds: .assumption, example: "follow_up 50% within 6 months by third_party"),
    Row(
      "reopens", "重启次数", .number(\.reopens), usually: .amount(.plain(1)), bounds: .plain(0, 10),
      help: Wording("how often it is issued anew", "至多重新发出几次"), grounds: .assumption,
      example: "reopens 1"),
    Row(
      "half_life", "半衰期", .number(\.halfLife), usually: .amount(.months(36)),
      bounds: Bounds(.months(0), .never), .uncertain,
      help: Wording(
        "how long half of what it changes lasts; the list does not fade", "整改成效减半所需的时间；清单不减"),
      grounds: .assumption, example: "half_life 3 years"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuan(10000)), bounds: .anyMoney, .uncertain,
      help: Wording("money per remedy; a follow-up costs half of it", "每件整改的费用；回访另计一半"),
      grounds: .assumption, example: "cost 10k"),
  ]

  /// What it changes when it is truly done.
  private static let operations: [Row<RemedyTerms>] = [
    Row(
      "lists", "补充排查", .flag(\.lists), usually: .flag(true),
      help: Wording(
        "whether the risk points concerned come on the list", "是否把所涉风险点补充列入清单"),
      grounds: .subject(Wording("a list of risks with those who answer for them", "制定风险清单并明确防控责任")),
      example: "lists yes"),
    Row(
      "performs", "督促执行", .number(\.performs),
      clauses: [
        .init(
          .against, .risks(\.performsAgainst),
          usually: .unwritten(Wording("the risk concerned", "所涉风险点")))
      ],
      usually: .amount(.percent(50)), bounds: .anyShare, .uncertain,
      help: Wording(
        "share of what is missing by which the controls concerned are performed better",
        "所涉防控措施执行率的缺口补上多少"),
      grounds: .assumption, example: "performs 50% against kickbacks"),
    Row(
      "adds", "新增措施", .controls(\.adds), usually: .unwritten(Wording("none", "无")), .list,
      help: Wording(
        "controls that begin to act in the unit; until then they do not", "在所涉单位开始实行的防控措施；此前不实行"),
      example: "adds separation"),
    Row(
      "hardens", "风险点加固", .number(\.hardens), usually: .amount(.percent(15)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share by which temptation at the risk points concerned falls, to half at most",
        "所涉风险点的发生率降低多少，至多减半"),
      grounds: .assumption, example: "hardens 15%"),
    Row(
      "tunes", "模型调优",
      .series(
        Enumeration.tails, .share,
        [through(\.tunes, \.untrue.number), through(\.tunes, \.genuine.number)], least: 1),
      usually: .amounts([.percent(30), .percent(5)]), bounds: .anyShare, [.uncertain, .list],
      help: Wording(
        "shares by which false and genuine alerts of the indicator concerned become fewer; other triggers than a weak indicator only if written",
        "所涉监测指标的误警、真警各减少多少；除模型薄弱外，写明才起作用"),
      grounds: .assumption, example: "tunes 30%, 5%"),
    Row(
      "retrains", "再培训", .flag(\.retrains), usually: .flag(false),
      help: Wording(
        "whether the unit is trained anew: temptation 5 % lower, fading by half every 3 months",
        "是否再培训：发生率降低 5%，每 3 个月减半"),
      grounds: .assumption, example: "retrains yes"),
    Row(
      "guides", "案例指导", .flag(\.guides), usually: .flag(false),
      help: Wording(
        "whether the body above guides by cases and files the rules: 5 points more done, 10 fewer on paper",
        "是否由上级案例指导、制度备案：真实完成多 5 个百分点，纸面整改少 10 个"),
      grounds: .assumption, example: "guides yes"),
  ]
}
