public import Plan
import Quantities
import Syntax

extension RiskTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.risk
  /// The fields.
  public static let rows = onset + course

  /// When the offence comes about.
  private static let onset: [Row<RiskTerms>] = [
    Row(
      "at", "所在岗位", .selection(\.at), [.required, .list],
      help: Wording("posts where the risk exists", "风险存在于哪些岗位"), example: "at tender"),
    Row(
      "rate", "发生率", .number(\.rate), usually: .amount(.percentPerYear(1.2)),
      bounds: .percentPerYear(0, 50), .uncertain,
      help: Wording(
        "hazard that the holder of a seat begins, while nothing goes on", "在岗人员（无进行中行为时）开始作案的速率"),
      grounds: .assumed(
        Wording(
          "Party discipline punishes 5.4 to 7.2 per 1000 member-years (CCDI 2021–2025); if a third is found",
          "党纪处分每千名党员每年 5.4 至 7.2 人（中央纪委 2021—2025）；设三分之一被发现")),
      example: "rate 1.2% per year"),
    Row(
      "initial", "期初存量", .number(\.initial), usually: .amount(.percent(0)), bounds: .anyShare,
      [.uncertain, .beginning],
      help: Wording(
        "share of seats with an active offence at month 0 of a cold start", "冷启动时已有进行中违法行为的席位比例"),
      grounds: .assumption, example: "initial 1%"),
    Row(
      "listed", "已排查", .number(\.listedShare),
      usually: .unwritten(Wording("the posts'", "同所在岗位")), bounds: .anyShare, .uncertain,
      help: Wording(
        "share of its posts where it is on the list at the beginning", "期初列入风险清单的岗位比例"),
      grounds: .assumption, example: "listed 70%"),
    Row(
      "owner", "防控责任人", .optionalSelection(\.owner),
      usually: .unwritten(Wording("the posts'", "同所在岗位")),
      help: Wording("the post that answers for it", "哪个岗位对它负责"),
      grounds: .subject(Wording("a list of risks with those who answer for them", "制定风险清单并明确防控责任")),
      example: "owner director"),
    Row(
      "tenure", "任职年限系数", .curve(\.tenure),
      usually: .curve(Curve(constant: 1), Wording("1", "1")), bounds: .plain(0.2, 4), .uncertain,
      help: Wording("multiplier of onset by time in post", "发生率随任职年限变化的系数"),
      grounds: .published(
        .c,
        Wording(
          "ACFE 2008–2020: cases per person-year hardly change with tenure; detected frauds only",
          "ACFE 2008—2020：每人年案件数几乎不随任职年限变化；仅限已发现案件")),
      example: "tenure 1.0 at 0 years, 1.3 at 3 years, 2.0 at 6 years"),
    Row(
      "elasticity", "震慑弹性", .number(\.elasticity),
      usually: .unwritten(Wording("deterrence.elasticity", "震慑.震慑弹性")), bounds: .plain(0, 1),
      .uncertain,
      help: Wording(
        "elasticity of onset to the perceived risk; 0 is no deterrence", "发生率对感知查处风险的弹性；0 为不受震慑"),
      grounds: .derived(Wording("that of all risks", "取全部风险点共同的弹性")), example: "elasticity 0.05"),
    Row(
      "infects", "传染率", .number(\.infects), usually: .amount(.percentPerMonth(0)),
      bounds: .percentPerMonth(0, 100), .uncertain,
      help: Wording(
        "attempts per time that an offence draws a colleague of the unit into; each falls on a seat at random",
        "一起行为在单位时间内带动本单位同事作案的次数；每次随机落在一个席位上"),
      grounds: .assumption, example: "infects 2% per month"),
    Row(
      "infects_by", "传染来源", .choice(\.infectsBy), usually: .word("active"),
      help: Wording(
        "what infects: offences that go on, or those verified in the last 12 months",
        "由什么传染：进行中的行为，或近12个月内查实的行为"),
      grounds: .assumption, example: "infects_by known"),
    Row(
      "tipping", "从众率", .number(\.tipping), usually: .amount(.percentPerMonth(0)),
      bounds: .percentPerMonth(0, 100), .uncertain,
      help: Wording(
        "hazard of going with the crowd: of beginning while too few in the unit are honest, of stopping while enough are",
        "从众的速率：本单位廉洁者过少时随众作案，足够多时随众收手"),
      grounds: .published(
        .d,
        Wording(
          "the switching rate of a mean-field game (Kolokoltsov and Malafeyev 2017), recalled",
          "平均场博弈的转换率（Kolokoltsov、Malafeyev 2017），凭记忆引用")),
      example: "tipping 20% per month"),
    Row(
      "tips_below", "从众临界值", .number(\.tipsBelow), usually: .amount(.percent(50)),
      bounds: .anyShare, .uncertain,
      help: Wording(
        "share of the unit's seats held by honest people below which the crowd draws others in",
        "本单位席位中由廉洁者担任的比例低于此值，即随众作案"),
      grounds: .assumption, example: "tips_below 60%"),
    Row(
      "pool", "相对人", .pool(\.pool), usually: .unwritten(Wording("nobody in particular", "无特定相对人")),
      help: Wording(
        "counterparties with one of whom it is committed", "与哪一类相对人中的一个共同实施"),
      grounds: .subject(Wording("records of bribery can be queried", "行贿犯罪档案查询")),
      example: "pool bidders"),
    Row(
      "conflict", "利益冲突", .flag(\.isConflict), usually: .flag(false),
      help: Wording(
        "whether it comes of a conflict of interests, which checks of personal files look for",
        "是否出于利益冲突，个人事项核查只查此类"),
      grounds: .subject(Wording("one person, one file", "一人一档")), example: "conflict yes"),
    Row(
      "cap", "倍数上限", .number(\.cap), usually: .amount(.plain(2.5)), bounds: .plain(1, 10),
      help: Wording(
        "highest product of the multipliers of onset, individual differences apart",
        "发生率各系数连乘的上限，不含个体差异"),
      grounds: .assumption, example: "cap 2.5"),
  ]

  /// What becomes of it.
  private static let course: [Row<RiskTerms>] = [
    Row(
      "severity", "严重程度", .group(stages), .sumsToOne,
      help: Wording("stage at onset, and rising through the stages", "起始阶段的构成与升级速率"),
      grounds: .assumption,
      example: "severity { sign 60%; violation 30%; crime 10%; escalates 4% per month }"),
    Row(
      "lasts", "自然存续期", .number(\.lasts), usually: .amount(.months(60)),
      bounds: Bounds(.months(0), .never), .uncertain,
      help: Wording(
        "mean duration if nobody ever finds the offence; 0 is a single act",
        "若始终无人发现，平均持续多久；0 为一次性行为"),
      grounds: .assumed(
        Wording(
          "the 12 to 14 months of ACFE surveys are of detected cases, so shorter",
          "ACFE 调查的 12 至 14 个月只含已发现案件，故偏短")),
      example: "lasts 5 years"),
    Row(
      "loss", "损失", .distribution(.moneyRate, \.loss),
      usually: .distribution(
        .lognormal(mu: 8.987196820661973, sigma: 1.5722371808628892),
        Wording("lognormal(median 8k, p90 60k) per month", "每月 对数正态(中位数 8000元, p90 6万元)")),
      bounds: .anyMoneyRate, .uncertain,
      help: Wording("loss scale, drawn once per offence", "损失规模，每起行为抽取一次"),
      grounds: .assumed(
        Wording("ACFE 2022: $8,300 a month, detected frauds", "ACFE 2022：每月 8300 美元，仅限已发现案件")),
      example: "loss lognormal(median 80k, p90 600k) per month"),
    Row(
      "tenure_loss", "年限损失系数", .curve(\.tenureLoss),
      usually: .curve(
        Curve([
          Curve.Point(at: 0, value: 0.5), Curve.Point(at: 36, value: 1),
          Curve.Point(at: 96, value: 1.9),
        ]),
        Wording(
          "0.5 at 0 years, 1 at 3 years, 1.9 at 8 years", "0.5 在 0年, 1 在 3年, 1.9 在 8年")),
      bounds: .plain(0.1, 5), .uncertain,
      help: Wording("multiplier of loss by time in post", "损失随任职年限变化的系数"),
      grounds: .derived(
        Wording(
          "ratios of the median losses by tenure, 50k, 100k, 190k (ACFE 2020)",
          "由各任职年限损失中位数 5 万、10 万、19 万之比得出（ACFE 2020）")),
      example: "tenure_loss 0.5 at 0 years, 1 at 3 years"),
    Row(
      "stage_loss", "阶段损失系数", .eachStage(\.stageLoss),
      usually: .amounts([.plain(0.1), .plain(1), .plain(2)]), bounds: .plain(0, 10), .uncertain,
      help: Wording("multiplier of loss by stage", "各阶段的损失系数"), grounds: .assumption,
      example: "stage_loss { sign 0.1; violation 1; crime 2 }"),
    Row(
      "stage_detect", "阶段发现系数", .eachStage(\.stageDetect),
      usually: .amounts([.plain(0.6), .plain(1), .plain(1.4)]), bounds: .plain(0.1, 5), .uncertain,
      help: Wording("multiplier of detection by stage", "各阶段的发现率系数"), grounds: .assumption,
      example: "stage_detect { sign 0.6; crime 1.4 }"),
    Row(
      "detectability", "隐蔽性差异", .number(\.detectability), usually: .amount(.plain(5)),
      bounds: .plain(1, 1000), [.uncertain, .mayBeEqual],
      help: Wording(
        "shape of the differences in concealment (gamma, mean 1); `equal` is none",
        "隐蔽程度差异的形状参数（伽马分布，均值 1）；“相同”为无差异"),
      grounds: .derived(
        Wording(
          "fitted to the durations of detected frauds (ACFE 2020)", "由已发现案件的持续时间分布拟合（ACFE 2020）")),
      example: "detectability 5"),
    Row(
      "evidence_lasts", "证据留存期", .number(\.evidenceLasts), usually: .amount(.months(36)),
      bounds: .months(0, 240), .uncertain,
      help: Wording("half-life of the evidence after an offence ended", "行为结束后证据的半衰期"),
      grounds: .assumption, example: "evidence_lasts 3 years"),
  ]

  private static let stages: [Row<RiskTerms>] = [
    Row(
      "sign", "苗头", .number(\.severity.sign), usually: .amount(.percent(60)), bounds: .anyShare,
      .uncertain, help: Wording("share that begin as signs", "起始为苗头的比例"), grounds: .assumption,
      example: "sign 60%"),
    Row(
      "violation", "违法", .number(\.severity.violation), usually: .amount(.percent(30)),
      bounds: .anyShare, .uncertain,
      help: Wording("share that begin as violations", "起始为违法的比例"), grounds: .assumption,
      example: "violation 30%"),
    Row(
      "crime", "犯罪", .number(\.severity.crime), usually: .amount(.percent(10)), bounds: .anyShare,
      .uncertain, help: Wording("share that begin as crimes", "起始为犯罪的比例"), grounds: .assumption,
      example: "crime 10%"),
    Row(
      "escalates", "升级", .number(\.severity.escalates), usually: .amount(.percentPerMonth(4)),
      bounds: .percentPerMonth(0, 50), .uncertain,
      help: Wording("hazard of rising one stage", "升高一个阶段的速率"), grounds: .assumption,
      example: "escalates 4% per month"),
  ]
}
