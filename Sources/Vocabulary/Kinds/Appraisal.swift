public import Plan
import Quantities
public import Syntax

/// An appraisal as it is written; Model looks up what its metrics score.
extension AppraisalTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.appraisal
  /// The fields.
  public static let rows: [Row<AppraisalTerms>] = [
    Row(
      "on", "考核指标", .scores(\.scores), [.required, .list],
      help: Wording(
        "metrics on which units are scored, of what can be observed: what counts cases, findings or sanctions makes them hide; what counts due rotations makes them rotate; what counts remedies reported makes them report",
        "据以考核单位的指标，须可观测：考核案件、查实或处理数则压案，考核到期轮岗则多轮岗，考核整改报告则多报完成"),
      grounds: .subject(Wording("tied to awards for the best", "与评优评先直接挂钩")),
      example: "on detected_incidence"),
    Row(
      "weight", "权重", .number(\.weight), usually: .amount(.percent(0)), bounds: .anyShare,
      .uncertain,
      help: Wording("how much hangs on it", "考核所占分量"), grounds: .assumption,
      example: "weight 50%"),
    Row(
      "every", "周期", .number(\.every), usually: .amount(.months(12)), bounds: .months(1, 60),
      help: Wording(
        "time between two scorings, in months that are multiples of it; an appraisal acts from the first scoring on",
        "两次考核评分的间隔，在其整数倍的月份评分；自首次评分起起作用"),
      grounds: .subject(Wording("an evaluation every year", "每年开展专项评估")),
      example: "every 1 year"),
    Row(
      "buries", "压案", .number(\.buriesShare),
      usually: .unwritten(Wording("40% × weight", "40% × 权重")), bounds: .percent(0, 80),
      .uncertain,
      help: Wording(
        "share of what a unit verifies itself that it keeps from the record besides, where findings are scored",
        "考核查实情况时，本单位查实的问题另有多少被压下"),
      grounds: .assumption, example: "buries 20%"),
    Row(
      "chills", "寒蝉效应", .number(\.chillsFactor),
      usually: .unwritten(Wording("0.2 × weight", "0.2 × 权重")), bounds: .plain(0, 1), .uncertain,
      help: Wording(
        "by how much lower the odds are that people report, where findings are scored",
        "考核查实情况时，举报意愿的优势比降低多少"),
      grounds: .assumption, example: "chills 0.1"),
    Row(
      "paper", "纸面整改", .number(\.paperShare),
      usually: .unwritten(Wording("30% × weight", "30% × 权重")), bounds: .anyShare, .uncertain,
      help: Wording(
        "share of what is not done that is reported done besides, where completion is scored",
        "考核整改完成时，未完成者另有多少报为完成"),
      grounds: .assumption, example: "paper 15%"),
    Row(
      "complies", "执行提升", .number(\.compliesShare),
      usually: .unwritten(Wording("10% × weight", "10% × 权重")), bounds: .anyShare, .uncertain,
      help: Wording(
        "share of the due who rotate besides, where rotation is scored",
        "考核轮岗时，到期者另有多少得以轮岗"),
      grounds: .assumption, example: "complies 5%"),
  ]
}
