public import Plan
import Quantities
import Syntax

extension ResponseTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.response
  /// The fields.
  public static let rows: [Row<ResponseTerms>] = [
    Row(
      "by", "承办", .performer(\.by),
      usually: .computed(
        Wording(
          "yellow the unit, orange resident, red task_force, lead and real_name supervisory",
          "黄色本单位，橙色派驻机构，红色调查组，问题线索与实名举报监察机关")
      ) { $0.by = $0.cause.performer },
      help: Wording("who performs", "由谁承办"),
      grounds: .subject(
        Wording(
          "yellow and orange are named, red is not", "写明黄色、橙色的承办方，未写红色")),
      example: "by inspectorate"),
    Row(
      "within", "时限", .number(\.within),
      usually: .computed(
        Wording(
          "yellow 1, orange 2, red 3, lead 2, real_name 2 months",
          "黄色 1，橙色 2，红色 3，问题线索 2，实名举报 2 个月")
      ) { $0.within = Months($0.cause.figure(1, 2, 3, 2, 2)) },
      bounds: .months(0, 60), .uncertain,
      help: Wording("time from the start of work to its result", "从启动到办结的时间"),
      grounds: .assumption, example: "within 2 months"),
    Row(
      "verifies", "查实能力", .number(\.verifies),
      usually: .computed(
        Wording(
          "yellow 35 %, orange 60 %, red 85 %, lead 50 %, real_name 60 %",
          "黄色 35%，橙色 60%，红色 85%，问题线索 50%，实名举报 60%")
      ) { $0.verifies = Share($0.cause.figure(0.35, 0.60, 0.85, 0.50, 0.60)) },
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
      "priority", "优先级", .number(\.priority),
      usually: .computed(
        Wording(
          "yellow 1, orange 2, red 4, lead 2, real_name 3", "黄色 1，橙色 2，红色 4，问题线索 2，实名举报 3")
      ) { $0.priority = Count($0.cause.figure(1, 2, 4, 2, 3)) },
      bounds: .plain(0, 9),
      help: Wording("rank in the queue, 9 first", "排队次序，9 最先"), grounds: .assumption,
      example: "priority 4"),
    Row(
      "wrongs", "误查", .number(\.wrongs), usually: .amount(.percent(0.2)), bounds: .percent(0, 5),
      .uncertain, help: Wording("share of the untrue wrongly found", "不属实却被误查的比例"),
      grounds: .assumption, example: "wrongs 0.2%"),
    Row(
      "lapses", "失效期限", .number(\.lapses), usually: .amount(.months(12)),
      bounds: Bounds(.months(1), .never),
      help: Wording("age at which an unstarted item lapses", "超过多久未启动即失效"),
      grounds: .assumption, example: "lapses 1 year"),
    Row(
      "cost", "费用", .number(\.cost),
      usually: .computed(
        Wording(
          "yellow 500, orange 5k, red 60k, lead 8k, real_name 8k yuan",
          "黄色 500元，橙色 5000元，红色 6万元，问题线索 8000元，实名举报 8000元")
      ) { $0.cost = Price($0.cause.figure(500, 5000, 60_000, 8000, 8000)) },
      bounds: .anyMoney, .uncertain, help: Wording("money per item", "每件的费用"),
      grounds: .assumption, example: "cost 60k"),
  ]
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
