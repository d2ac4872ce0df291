public import Plan
import Syntax

extension RotationTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.rotation
  /// The fields.
  public static let rows: [Row<RotationTerms>] = [
    Row(
      "of", "对象", .selection(\.of), usually: .posts(.highRisk), .list,
      help: Wording("posts whose holders rotate", "哪些岗位的人员轮岗"),
      grounds: .subject(Wording("posts of high risk rotate", "高风险岗位定期轮岗")),
      example: "of high_risk"),
    Row(
      "every", "周期", .number(\.every), usually: .amount(.never),
      bounds: Bounds(.months(1), .never), .uncertain,
      help: Wording("time in a post after which a move is due", "任职满多久即到轮岗期"),
      grounds: .design, example: "every 3 years"),
    Row(
      "coverage", "覆盖", .number(\.coverage), usually: .amount(.percent(80)), bounds: .anyShare,
      .uncertain,
      help: Wording("share of the due that really move", "到期人员中真正轮换的比例"),
      grounds: .subject(
        Wording(
          "80 % is a target, no measured value was found; in agencies of one German ministry 9 in 10 stayed "
            + "over the limit (report of 2011), so try 10 %",
          "80% 是目标值，未见实测数据；德国某部所属机构九成人员超期未动（2011 年报告），可试 10%")),
      example: "coverage 80%"),
    Row(
      "retry", "再次到期", .number(\.retryAfter),
      usually: .unwritten(Wording("= every", "同周期")), bounds: Bounds(.months(1), .never),
      help: Wording("time after which one who stayed is due again", "到期未动者多久后再次到期"),
      grounds: .derived(Wording("the cycle itself", "即轮岗周期")), example: "retry 1 year"),
    Row(
      "mode", "轮岗方式", .choice(\.mode), usually: .word("exchange"),
      help: Wording(
        "exchange: people change places; replace: newcomers come", "交流：互换岗位；接替：由新人接任"),
      grounds: .assumption, example: "mode exchange"),
    Row(
      "handover", "交接发现率", .number(\.handover), usually: .amount(.percent(15)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of a leaver's active offences found at hand-over", "离岗交接时查出其进行中违法行为的比例"),
      grounds: .assumption, example: "handover 15%"),
    Row(
      "passes", "拉拢继任", .number(\.passes), usually: .amount(.percent(20)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of a leaver's collusive offences, if not found at hand-over, that the successor carries on",
        "离岗者的串通行为中，交接时未被查出而由继任者接手的比例"),
      grounds: .assumption, example: "passes 20%"),
    Row(
      "settling", "适应期", .number(\.settling), usually: .amount(.months(3)), bounds: .months(0, 24),
      .uncertain,
      help: Wording(
        "time after a move in which the controls of the seat are performed less",
        "轮岗到任后，该席位的防控措施执行打折扣的时间"),
      grounds: .assumption, example: "settling 3 months"),
    Row(
      "lag", "适应损失", .number(\.lag), usually: .amount(.percent(5)), bounds: .anyShare, .uncertain,
      help: Wording(
        "what is taken from the share of occasions on which they are performed meanwhile",
        "适应期内从执行率中扣去的百分点"),
      grounds: .assumption, example: "lag 5%"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuan(5000)), bounds: .anyMoney, .uncertain,
      help: Wording("money per move", "每次轮换的费用"), grounds: .assumption, example: "cost 5k"),
  ]
}
