public import Plan
import Quantities
import Syntax

extension OfficialsTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.officials
  /// The fields.
  public static let rows: [Row<OfficialsTerms>] = [
    Row(
      "tenure", "期初任期", .optionalDistribution(.duration, \.tenure),
      usually: .unwritten(Wording("the stationary age", "按稳态分布")), bounds: .months(0, 600),
      .beginning, help: Wording("time in post at month 0 of a cold start", "冷启动时已任职的时间"),
      grounds: .derived(
        Wording("the age under turnover and rotation in the long run", "人员流动与轮岗之下的长期分布")),
      example: "tenure uniform(0, 35 months)"),
    Row(
      "spread", "个体差异", .number(\.spread), usually: .amount(.plain(1)), bounds: .plain(0.1, 1000),
      [.uncertain, .mayBeEqual],
      help: Wording(
        "shape of the individual differences (gamma, mean 1): smaller is more unequal; `equal` is none",
        "个体差异的形状参数（伽马分布，均值 1）：越小差异越大；“相同”为无差异"),
      grounds: .derived(
        Wording(
          "1 makes those found once twice as prone; US financial advisers: five times (Egan, Matvos, Seru)",
          "取 1 时曾被查处者再犯倾向为 2 倍；美国金融顾问为 5 倍（Egan、Matvos、Seru）")),
      example: "spread 1"),
    Row(
      "spread_cap", "差异上限", .number(\.spreadCap), usually: .amount(.plain(8)),
      bounds: .plain(2, 50),
      help: Wording("highest individual factor", "个体系数的上限"), grounds: .assumption,
      example: "spread_cap 8"),
    Row(
      "temptation", "诱因系数", .eachGroup(\.temptation),
      usually: .amounts([.plain(1), .plain(1), .plain(1), .plain(1)]), bounds: .plain(0.1, 4),
      .uncertain,
      help: Wording("multiplier of onset by group", "各群体的发生率系数"), grounds: .assumption,
      example: "temptation { leaders 1.5 }"),
    Row(
      "damage", "损失系数", .eachGroup(\.damage),
      usually: .amounts([.plain(8), .plain(3), .plain(1), .plain(1)]), bounds: .plain(0.1, 100),
      .uncertain,
      help: Wording("multiplier of loss by group", "各群体的损失系数"),
      grounds: .published(
        .c,
        Wording(
          "ACFE 2024: median loss $500k, $184k, $60k by position; detected frauds, ordering only",
          "ACFE 2024：按职级损失中位数 50 万、18.4 万、6 万美元；仅限已发现案件，只取次序")),
      example: "damage { leaders 8; key 3 }"),
    Row(
      "visibility", "发现系数", .eachGroup(\.visibility),
      usually: .amounts([.plain(0.5), .plain(0.67), .plain(1), .plain(1)]), bounds: .plain(0.1, 2),
      .uncertain,
      help: Wording("multiplier of every detection by group", "各群体的发现率系数"),
      grounds: .published(
        .c,
        Wording(
          "ACFE 2020: median duration 24, 18, 12 months by rank; detected frauds only",
          "ACFE 2020：按职级持续时间中位数 24、18、12 个月；仅限已发现案件")),
      example: "visibility { leaders 0.5 }"),
  ]
}

extension TurnoverTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.turnover
  /// The fields.
  public static let rows: [Row<TurnoverTerms>] = [
    Row(
      "rate", "离职率", .number(\.rate), usually: .amount(.percentPerYear(6)),
      bounds: .percentPerYear(0, 100), .uncertain,
      help: Wording("hazard of leaving the service", "离开公职的速率"),
      grounds: .published(
        .c,
        Wording("US GAO: federal staff 2004–2012, 5.9 % a year", "美国 GAO：联邦雇员 2004—2012 年每年 5.9%")),
      example: "rate 6% per year"),
    Row(
      "refill", "补缺时间", .distribution(.duration, \.refill), usually: .amount(.months(2)),
      bounds: .months(0, 600), .uncertain,
      help: Wording("time until a vacated seat is filled", "空缺岗位补齐所需时间"),
      grounds: .assumption, example: "refill 2 months"),
    Row(
      "newcomer", "新入职期", .number(\.newcomer), usually: .amount(.months(24)),
      bounds: .months(0, 120),
      help: Wording("how long a hire counts as a newcomer", "入职多久内算新入职人员"),
      grounds: .assumption, example: "newcomer 2 years"),
  ]
}
