public import Plan
public import Quantities
public import Syntax

/// What a policy says of itself, besides its changes and declarations.
public struct PolicyTerms: Terms {
  /// Policies that it builds on, applied left to right before its own changes.
  public var extends: [Path] = []
  /// Declarations that it takes out.
  public var without: [Path] = []
  /// When it begins; nil is month 1.
  public var from: Value?
  /// Months over which its numbers move from the old to the new.
  public var phaseIn = Months(0)
  /// The neutral terms.
  public init() {}
}

extension PolicyTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.policy
  /// The fields.
  public static let rows: [Row<PolicyTerms>] = [
    Row(
      "extends", "基于", .names([.policy], \.extends),
      usually: .unwritten(Wording("baseline", "基准")), .list,
      help: Wording("policies that it builds on", "在哪个方案的基础上改动"), example: "extends brisk"),
    Row(
      "without", "取消", .names([], \.without), usually: .unwritten(Wording("nothing", "无")),
      [.repeatable, .list],
      help: Wording("declarations that it takes out", "取消哪些声明"), example: "without self_check"),
    Row(
      "from", "自", .point(\.from), usually: .unwritten(Wording("month 1", "第1个月")),
      bounds: Bounds(.month(1), .month(6000)),
      help: Wording("when it begins", "何时开始实施"), example: "from month 13"),
    Row(
      "phase_in", "过渡期", .number(\.phaseIn), usually: .amount(.months(0)),
      bounds: .months(0, 120),
      help: Wording(
        "time over which its numbers move from the old to the new", "数值由旧到新逐步过渡的时间"),
      example: "phase_in 6 months"),
  ]
}

/// A question to be asked of several policies.
public struct ExperimentTerms: Terms {
  /// Policies compared.
  public var compare: [Path] = []
  /// Metrics asked; none means all.
  public var on: [Path] = []
  /// Time simulated; nil is the scenario's.
  public var horizon: Months?
  /// Runs; nil is the scenario's.
  public var runs: Count?
  /// Draws of the uncertain parameters; nil is half the runs if anything is uncertain.
  public var draws: Count?
  /// `until METRIC within PRECISION`, as written.
  public var until: [Entry] = []
  /// Seed; nil is the scenario's.
  public var seed: Count?
  /// The neutral terms.
  public init() {}
}

extension ExperimentTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.experiment
  /// The fields.
  public static let rows: [Row<ExperimentTerms>] = [
    Row(
      "compare", "比较", .names([.policy], \.compare),
      usually: .unwritten(Wording("all policies", "全部方案")), .list,
      help: Wording("policies compared", "比较哪些方案"), example: "compare baseline, brisk"),
    Row(
      "on", "结果指标", .names([.metric], \.on),
      usually: .unwritten(Wording("all metrics", "全部指标")), .list,
      help: Wording("metrics asked", "看哪些评估指标"), example: "on incidence, net_loss"),
    Row(
      "horizon", "时长", .optionalNumber(\.horizon),
      usually: .unwritten(Wording("the scenario's", "同情景")), bounds: .months(1, 6000),
      help: Wording("time simulated", "模拟时长"), example: "horizon 10 years"),
    Row(
      "runs", "模拟次数", .optionalNumber(\.runs),
      usually: .unwritten(Wording("the scenario's", "同情景")), bounds: .plain(1, 1_000_000),
      help: Wording("runs of each policy", "每个方案模拟多少次"), example: "runs 500"),
    Row(
      "draws", "参数抽样", .optionalNumber(\.draws),
      usually: .unwritten(
        Wording("half the runs, if anything is uncertain (~)", "有不确定参数（~）时为模拟次数的一半")),
      bounds: .plain(1, 100_000),
      help: Wording("draws of the uncertain parameters", "不确定参数抽取多少组"), example: "draws 100"),
    Row(
      "until", "直至", .entries(\.until), clauses: [.init(.within, .kept)],
      usually: .unwritten(Wording("the runs are done", "模拟次数用完")), .repeatable,
      help: Wording(
        "go on until the interval of a metric is that narrow", "直到指标的区间达到所要求的精度"),
      example: "until incidence within 3%"),
    Row(
      "seed", "随机种子", .optionalNumber(\.seed),
      usually: .unwritten(Wording("the scenario's", "同情景")),
      bounds: .plain(0, 9_007_199_254_740_991),
      help: Wording("number that fixes all luck", "决定全部随机结果的数"), example: "seed 2026"),
  ]
}

/// What a result must satisfy.
public struct ExpectTerms: Terms {
  /// The condition over metrics called with policies.
  public var condition: Value?
  /// First point of the window.
  public var from: Value?
  /// Last point of the window.
  public var to: Value?
  /// Window back from the end.
  public var last: Months?
  /// The experiment whose result is meant.
  public var experiment: [Path] = []
  /// Confidence at which the bounds of the interval must satisfy it.
  public var confidence = Share(0.95)
  /// The neutral terms.
  public init() {}
}

extension ExpectTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.expect
  /// What the entry takes before its block.
  public static let opening: Row<ExpectTerms>? = Row(
    "expect", "预期", .expression(\.condition),
    clauses: [
      .init(.from, .point(\.from)), .init(.to, .point(\.to)),
      .init(.last, .optionalNumber(\.last)), .init(.in, .names([.experiment], \.experiment)),
    ], .required, help: Wording("condition over metrics", "关于评估指标的条件"),
    example: "expect incidence(brisk) < incidence(baseline)")
  /// The fields.
  public static let rows: [Row<ExpectTerms>] = [
    Row(
      "confidence", "置信水平", .number(\.confidence), usually: .amount(.percent(95)),
      bounds: .percent(50, 99.9),
      help: Wording(
        "confidence at which the bounds of the interval must satisfy it", "区间两端须满足条件的置信水平"),
      example: "confidence 99%")
  ]
}
