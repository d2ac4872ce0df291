public import Plan
import Syntax

extension DeterrenceTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.deterrence
  /// The fields.
  public static let rows: [Row<DeterrenceTerms>] = [
    Row(
      "prior", "感知查处率", .number(\.prior), usually: .amount(.percentWithinYear(10)),
      bounds: Bounds(.percentWithinYear(0.1), .percentWithinYear(99.9)),
      [.uncertain, .sharePerYear],
      help: Wording(
        "probability of being caught within a year that people believe in before they learn anything",
        "人们在获得任何经验之前所认为的一年内被查处的概率"),
      grounds: .assumption, example: "prior 10% per year"),
    Row(
      "learning", "先验权重", .number(\.learning), usually: .amount(.plain(20)),
      bounds: .plain(1, 1000), .uncertain,
      help: Wording(
        "weight of that belief, in chances of being caught: more learns more slowly",
        "上述看法的权重，以被查处的机会次数计：越大学得越慢"),
      grounds: .published(
        .d, Wording("10 to 30, recalled from studies of perceived risk", "10 至 30，凭记忆引自感知风险研究")),
      example: "learning 20"),
    Row(
      "half_life", "半衰期", .number(\.halfLife), usually: .amount(.months(12)),
      bounds: .months(1, 120), .uncertain,
      help: Wording(
        "half-life of what was learnt, and of the chill after a known retaliation",
        "所获经验的半衰期，也是报复曝光后寒蝉效应的半衰期"),
      grounds: .assumed(
        Wording(
          "timely audits leave no effect at the next ones (Bobonis 2016)",
          "及时审计的作用到下次审计时已不存在（Bobonis 2016）")),
      example: "half_life 1 year"),
    Row(
      "elasticity", "震慑弹性", .number(\.elasticity), usually: .amount(.plain(0.114)),
      bounds: .plain(0, 1), .uncertain,
      help: Wording(
        "by how many per cent onset falls when the perceived risk rises by one per cent",
        "感知查处风险每升高 1%，发生率下降百分之几"),
      grounds: .derived(
        Wording(
          "audits announced at 4 % and at 100 %: missing expenditure .277 and .192 (Olken 2007)",
          "预告审计概率 4% 与 100% 时，缺失支出 0.277 与 0.192（Olken 2007）")),
      example: "elasticity 0.114"),
    Row(
      "severity_exponent", "严厉性指数", .number(\.severityExponent), usually: .amount(.plain(0.25)),
      bounds: .plain(0, 1), .uncertain,
      help: Wording(
        "how much the severity of sanctions counts beside their certainty: 0 not at all, 1 as much",
        "惩戒的严厉性相对于确定性的分量：0 为不计，1 为同等"),
      grounds: .assumed(
        Wording(
          "with the elasticity an effect of severity inside the 0 to .1 of reviews",
          "与弹性合计，严厉性的作用在综述所见 0 至 0.1 之内")),
      example: "severity_exponent 0.25"),
    Row(
      "announcement", "预告可信度", .number(\.announcement), usually: .amount(.plain(0.3)),
      bounds: .plain(0, 1), .uncertain,
      help: Wording(
        "how far people believe what is announced beyond the baseline's reviews",
        "对超出基准方案的检查预告相信到什么程度"),
      grounds: .assumption, example: "announcement 0.3"),
    Row(
      "announced", "预告覆盖", .optionalNumber(\.announced),
      usually: .unwritten(Wording("from the announced reviews", "由预告的检查得出")), bounds: .anyShare,
      help: Wording(
        "share announced to be found within a year, in place of what the reviews come to",
        "所预告的一年内查处比例，代替由检查推算的数值"),
      grounds: .derived(
        Wording("1 − Π(1 − covers × finds)^(12 months / every)", "1 − Π(1 − 覆盖 × 查出率)^(12个月 / 周期)")),
      example: "announced 40%"),
  ]
}
