public import Plan
public import Quantities
import Syntax

extension ResponseTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.response
  /// The fields.
  public static let rows = work + result

  /// Who works on it, how and how fast.
  private static let work: [Row<ResponseTerms>] = [
    Row(
      "by", "承办", .performer(\.by),
      usually: .computed(
        Wording(
          "yellow the unit, orange resident, red task_force, all others supervisory",
          "黄色本单位，橙色派驻机构，红色调查组，其余监察机关")
      ) { $0.by = $0.cause.performer },
      help: Wording("who performs", "由谁承办"),
      grounds: .subject(
        Wording(
          "yellow and orange are named, red is not", "写明黄色、橙色的承办方，未写红色")),
      example: "by inspectorate"),
    Row(
      "disposal", "处置方式", .choice(\.disposal), usually: .word("verify"),
      help: Wording(
        "verify, ask the subject to explain, or talk: sets the defaults of the other fields",
        "初步核实、责令说明或谈话函询：决定其他字段的默认值"),
      grounds: .subject(Wording("units may be ordered to explain", "可责令说明情况")),
      example: "disposal explain"),
    Row(
      "within", "时限", .number(\.within),
      usually: .computed(
        Wording(
          "yellow 1, orange 2, red 3, all others 2 months; explain half a month, talk 1 month",
          "黄色 1，橙色 2，红色 3，其余 2 个月；责令说明半个月，谈话函询 1 个月")
      ) { $0.within = Months($0.usual(1, 2, 3, 2, 2, explain: 0.5, talk: 1)) },
      bounds: .months(0, 60), .uncertain,
      help: Wording("time from the start of work to its result", "从启动到办结的时间"),
      grounds: .assumption, example: "within 2 months"),
    Row(
      "verifies", "查实能力", .number(\.verifies),
      usually: .computed(
        Wording(
          "yellow 35 %, orange 60 %, red 85 %, real_name 60 %, all others 50 %; explain 20 %, talk 15 %",
          "黄色 35%，橙色 60%，红色 85%，实名举报 60%，其余 50%；责令说明 20%，谈话函询 15%")
      ) { $0.verifies = Share($0.usual(0.35, 0.60, 0.85, 0.50, 0.60, explain: 0.2, talk: 0.15)) },
      bounds: .anyShare, .uncertain,
      help: Wording("share of the true ones that are verified", "属实的能查实的比例"),
      grounds: .assumption, example: "verifies 60%"),
    Row(
      "capacity", "承办能力", .number(\.capacity), usually: .amount(.unlimited),
      bounds: Bounds(.perMonth(0), .unlimited), .uncertain,
      help: Wording(
        "items started, within the body's own capacity", "每月启动的件数，受机构承办能力约束"),
      grounds: .assumption, example: "capacity 4 per month"),
    Row(
      "joint", "联合调查", .bodies(\.joint), usually: .unwritten(Wording("none", "无")), .list,
      help: Wording(
        "bodies that take part: each item takes one of the capacity of each, and waits for all",
        "联合办理的机构：每件占用各机构一件承办能力，缺一则等"),
      grounds: .subject(
        Wording("auditors check the accounts, the police assist", "审计核查财务数据，公安协助")),
      example: "joint audit_office"),
    Row(
      "joint_gain", "联合加成", .number(\.jointGain), usually: .amount(.plain(1.6)),
      bounds: .plain(1, 5), .uncertain,
      help: Wording(
        "factor on the hazard of being verified where others take part", "联合调查时查实风险率的倍数"),
      grounds: .assumption, example: "joint_gain 1.6"),
    Row(
      "priority", "优先级", .number(\.priority),
      usually: .computed(
        Wording(
          "yellow 1, orange 2, red 4, real_name 3, all others 2", "黄色 1，橙色 2，红色 4，实名举报 3，其余 2")
      ) { $0.priority = Count($0.cause.figure(1, 2, 4, 2, 3)) },
      bounds: .plain(0, 9),
      help: Wording("rank in the queue, 9 first", "排队次序，9 最先"), grounds: .assumption,
      example: "priority 4"),
    Row(
      "overdue", "逾期升级", .flag(\.escalatesOverdue), usually: .flag(false),
      help: Wording(
        "whether an alert unstarted after its time goes to the next colour's response",
        "超过时限未启动的预警是否升为更高一级处置"),
      grounds: .assumption, example: "overdue yes"),
    Row(
      "lapses", "失效期限", .number(\.lapses), usually: .amount(.months(12)),
      bounds: Bounds(.months(1), .never),
      help: Wording("age at which an unstarted item lapses", "超过多久未启动即失效"),
      grounds: .assumption, example: "lapses 1 year"),
  ]

  /// What comes of it.
  private static let result: [Row<ResponseTerms>] = [
    Row(
      "wrongs", "误查", .number(\.wrongs), usually: .amount(.percent(0.2)), bounds: .percent(0, 5),
      .uncertain, help: Wording("share of the untrue wrongly found", "不属实却被误查的比例"),
      grounds: .assumption, example: "wrongs 0.2%"),
    Row(
      "shelves", "暂存待查", .number(\.shelves), usually: .amount(.percent(20)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of the unverified that are shelved rather than void", "未查实件中暂存待查而非查否的比例"),
      grounds: .assumed(
        Wording(
          "one of the four ways to dispose of a lead; no shares are published",
          "问题线索四类处置方式之一，未见比例")),
      example: "shelves 20%"),
    Row(
      "talks", "谈话提醒", .number(\.talks),
      usually: .computed(Wording("25 %; talk 100 %", "25%；谈话函询 100%")) {
        $0.talks = Share($0.disposal == .talk ? 1 : 0.25)
      }, bounds: .anyShare, .uncertain,
      help: Wording(
        "share of the unverified whose subject gets a reminder talk, form 1",
        "未查实件中给予谈话提醒（第一种形态）的比例"),
      grounds: .assumption, example: "talks 25%"),
    Row(
      "buries", "压案", .number(\.buries),
      usually: .unwritten(Wording("10 % by the unit, else 0 %", "本单位承办 10%，否则 0%")),
      bounds: .percent(0, 80), .uncertain,
      help: Wording(
        "share of the verified that the performer keeps from the record", "查实后承办方压下不报的比例"),
      grounds: .assumption, example: "buries 10%"),
    Row(
      "unravels", "牵出率",
      .series(
        Enumeration.unravelled, .share,
        [
          through(\.unravels, \.accomplices.number), through(\.unravels, \.others.number),
        ], least: 1),
      usually: .amounts([.percent(80), .percent(50)]), bounds: .anyShare, [.uncertain, .list],
      help: Wording(
        "of a verified item: share of accomplices found, of the person's other offences that become leads",
        "查实后查出同案人的比例，以及其本人其他行为成为线索的比例"),
      grounds: .assumption, example: "unravels 80%, 50%"),
    Row(
      "cost", "费用", .number(\.cost),
      usually: .computed(
        Wording(
          "yellow 500, orange 5k, red 60k, all others 8k yuan; explain 100, talk 200 yuan",
          "黄色 500元，橙色 5000元，红色 6万元，其余 8000元；责令说明 100元，谈话函询 200元")
      ) { $0.cost = Price($0.usual(500, 5000, 60_000, 8000, 8000, explain: 100, talk: 200)) },
      bounds: .anyMoney, .uncertain, help: Wording("money per item", "每件的费用"),
      grounds: .assumption, example: "cost 60k"),
  ]

  /// What `buries` is where a unit answers for itself and does not write it.
  public static let unitBuries = Share(0.10)

  /// The figure of the way it is dealt with, for verifying that of the cause.
  private func usual(
    _ yellow: Double, _ orange: Double, _ red: Double, _ lead: Double, _ realName: Double,
    explain: Double, talk: Double
  ) -> Double {
    switch disposal {
    case .verify: cause.figure(yellow, orange, red, lead, realName)
    case .explain: explain
    case .talk: talk
    }
  }
}

extension Enumeration {
  /// What a verified item brings to light.
  static let unravelled = Enumeration(
    Wording("unravels", "牵出率"), [Wording("accomplices", "同案人"), Wording("others", "其他行为")])
}

extension ResponseCause {
  /// Who answers the cause unless it is written.
  var performer: Performer {
    switch self {
    case .yellow: .unit
    case .orange: .kind(.resident)
    case .red: .kind(.taskForce)
    case .lead, .realName, .unravelled, .transfer: .kind(.supervisory)
    }
  }

  /// The figure of the cause.
  func figure(
    _ yellow: Double, _ orange: Double, _ red: Double, _ lead: Double, _ realName: Double
  ) -> Double {
    switch self {
    case .yellow: yellow
    case .orange: orange
    case .red: red
    case .lead, .unravelled, .transfer: lead
    case .realName: realName
    }
  }
}
