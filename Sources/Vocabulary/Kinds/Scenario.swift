public import Plan
public import Quantities
public import Syntax

/// What a scenario says of itself.
public struct ScenarioTerms: Terms {
  /// Title; nil is the name of the file.
  public var title: String?
  /// Currency in which money is shown.
  public var currency: String?
  /// Months simulated and reported.
  public var horizon = Months(0)
  /// How a run begins.
  public var start = Start.stationary
  /// Months simulated before month 1.
  public var warmUp = Months(0)
  /// Runs of a projection.
  public var runs = Count(1)
  /// Seed of the luck.
  public var seed = Count(0)
  /// The neutral terms.
  public init() {}
}

extension ScenarioTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.scenario
  /// The fields.
  public static let rows: [Row<ScenarioTerms>] = [
    Row(
      "title", "标题", .text(\.title), usually: .unwritten(Wording("the file's name", "文件名")),
      help: Wording("title of the scenario", "情景的标题"), example: "title \"Binhai\""),
    Row(
      "currency", "币种", .word(\.currency),
      usually: .computed(Wording("yuan", "元")) { $0.currency = "yuan" }, .label,
      help: Wording("currency in which money is shown", "金额的币种"), example: "currency yuan"),
    Row(
      "horizon", "时长", .number(\.horizon), usually: .amount(.years(10)), bounds: .months(1, 6000),
      help: Wording("time simulated and reported", "模拟并报告的时长"), example: "horizon 10 years"),
    Row(
      "start", "初始状态", .choice(\.start), usually: .word("stationary"),
      help: Wording(
        "stationary: after a warm-up under the baseline; cold: no offence yet",
        "稳态：先按基准预热；冷启动：期初无违法行为"),
      example: "start cold"),
    Row(
      "warm_up", "预热期", .number(\.warmUp), usually: .amount(.months(60)), bounds: .months(0, 240),
      help: Wording("time simulated before month 1, not reported", "第1个月之前模拟而不报告的时长"),
      grounds: .assumption, example: "warm_up 5 years"),
    Row(
      "runs", "模拟次数", .number(\.runs), usually: .amount(.plain(200)),
      bounds: .plain(1, 1_000_000),
      help: Wording("runs of a projection", "每个方案模拟多少次"), example: "runs 500"),
    Row(
      "seed", "随机种子", .number(\.seed), usually: .amount(.plain(1)),
      bounds: .plain(0, 9_007_199_254_740_991),
      help: Wording("number that fixes all luck", "决定全部随机结果的数"), example: "seed 2026"),
  ]
}

/// The fields that every declaration takes.
public struct CommonTerms: Terms {
  /// Names of the evidence that its figures stand on.
  public var sources: [Path] = []
  /// Other spellings of its name.
  public var aliases: [Path] = []
  /// Remarks.
  public var notes: [String] = []
  /// How many are alike; organisations, units and posts only.
  public var copies = Count(1)
  /// The neutral terms.
  public init() {}
}

extension CommonTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.common
  /// The fields.
  public static let rows: [Row<CommonTerms>] = [
    Row(
      "source", "依据", .names([.evidence], \.sources),
      usually: .unwritten(Wording("none", "无")), .list,
      help: Wording("evidence that the figures stand on", "数值所依据的资料"), example: "source acfe2020"),
    Row(
      "alias", "别名", .names([], \.aliases), usually: .unwritten(Wording("none", "无")),
      [.repeatable, .list],
      help: Wording("another spelling of the name", "名称的另一种写法"), example: "alias 招标岗"),
    Row(
      "note", "备注", .texts(\.notes), usually: .unwritten(Wording("none", "无")), .repeatable,
      help: Wording("a remark", "备注"), example: "note \"after the reform\""),
    Row(
      "copies", "个数", .number(\.copies), usually: .amount(.plain(1)), bounds: .plain(1, 1000),
      help: Wording("how many are alike", "同样的有多少个"), example: "copies 20"),
  ]
}
