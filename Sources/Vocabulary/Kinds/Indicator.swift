public import Plan
import Syntax

extension IndicatorTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.indicator
  /// The fields.
  public static let rows: [Row<IndicatorTerms>] = [
    Row(
      "on", "对象", .selection(\.on), [.required, .list],
      help: Wording("posts whose seats are read", "监测哪些岗位"), example: "on tender"),
    Row(
      "every", "周期", .number(\.every), usually: .amount(.months(1)), bounds: .months(1, 120),
      help: Wording("time between readings", "两次读数的间隔"), grounds: .assumption,
      example: "every 1 month"),
    Row(
      "clean", "正常分布", .distribution(nil, \.clean), usually: .unwritten(ownReadings), .uncertain,
      help: Wording("reading of a clean seat", "无违法行为时的读数"),
      example: "clean beta(mean 8%, sd 5%)"),
    Row(
      "shows", "异常分布", .readings(\.shows), usually: .unwritten(ownReadings),
      [.repeatable, .uncertain],
      help: Wording("reading while one of the risks is active", "存在所列风险时的读数"),
      example: "shows beta(mean 30%, sd 12%) under tailored_spec"),
    Row(
      "covers", "覆盖", .number(\.covers), usually: .amount(.percent(100)), bounds: .anyShare,
      .uncertain, help: Wording("share of seats with data", "有数据的席位比例"), grounds: .assumption,
      example: "covers 90%"),
    Row(
      "models", "模型数", .number(\.models), usually: .amount(.plain(1)), bounds: .plain(1, 1000),
      help: Wording(
        "independent models alike; the highest reading counts, and each costs",
        "相互独立的同类模型数，取最高读数，费用按个数计"),
      grounds: .assumption, example: "models 116"),
    Row(
      "stable", "固有差异", .number(\.stable), usually: .amount(.percent(0)), bounds: .percent(0, 95),
      help: Wording(
        "share of the variance of clean readings that is the seat's own and stays: the same seats are "
          + "falsely alerted again and again",
        "正常读数方差中属于席位本身、长期不变的比例：误警反复落在同一席位"),
      grounds: .assumption, example: "stable 40%"),
    Row(
      "intercepts", "事中拦截", .number(\.intercepts), usually: .amount(.percent(0)),
      bounds: .anyShare,
      help: Wording(
        "share of genuine orange and red alerts that stop the transaction, and with it the offence, at once",
        "属实的橙色、红色预警中当场拦下交易、即时终止违法行为的比例"),
      grounds: .assumed(
        Wording(
          "the subject asks for interception during the transaction; nobody published a share",
          "文件要求“事中拦截”，未见公布比例")),
      example: "intercepts 30%"),
    Row(
      "together", "同时触发", .indicators(\.together),
      usually: .unwritten(Wording("reads by itself", "自行读数")), .list,
      help: Wording(
        "indicators that must all be beyond yellow on a seat in one month; the lowest colour "
          + "counts, and where this indicator watches they raise no alerts of their own",
        "所列指标须在同月同席均达黄色，颜色取最低；在本指标监测处，所列指标不再单独预警"),
      example: "together single_bid"),
    Row(
      "promotes", "累计升级", .number(\.promotes),
      clauses: [
        .init(
          .within, .number(\.promotesWithin), usually: .amount(.months(12)),
          bounds: .months(1, 120))
      ],
      usually: .unwritten(Wording("never", SpecialWord.notSet)), bounds: .plain(2, 100),
      help: Wording(
        "from this many alerts on a seat within a time on, an alert has the next colour",
        "同席在规定时间内预警达到此次数起，颜色升一级"),
      grounds: .assumption, example: "promotes 3 within 12 months"),
    Row(
      "quiet", "静默期", .number(\.quiet), usually: .amount(.months(2)), bounds: .months(0, 24),
      help: Wording(
        "time in which the same seat raises no second alert, unless of a higher colour",
        "同一席位多久内不重复预警，颜色升高除外"),
      grounds: .assumption, example: "quiet 2 months"),
    Row(
      "standard", "查实率标准", .number(\.standard), usually: .amount(.percent(40)), bounds: .anyShare,
      help: Wording(
        "with a verification rate below this over 12 months, of 20 results or more, it is a weakness that a review can reveal",
        "12 个月内有 20 件以上结果而查实率低于此，即为薄弱环节，检查可以发现"),
      grounds: .assumption, example: "standard 40%"),
    Row(
      "owner", "责任方", .optionalPerformer(\.owner),
      usually: .unwritten(Wording("nobody in particular", "未指定")),
      help: Wording(
        "the body that runs it, and pays for it out of its budget", "负责运行、并从预算中支付费用的机构"),
      example: "owner inspectorate"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuanPerYear(20000)),
      bounds: .anyMoneyRate, .uncertain, help: Wording("money per time and model", "每个模型的运行费用"),
      grounds: .assumption, example: "cost 20k per year"),
  ]

  private static let ownReadings = Wording("required without `together`", "无“同时触发”时必填")

  /// The fields of `threshold`, the other facet of the name.
  public static let thresholdRows: [Row<IndicatorTerms>] = [
    Row(
      "yellow", "黄色", .reading(\.yellow), [.required, .uncertain],
      help: Wording("reading from which an alert is yellow", "达到即黄色预警的读数"),
      grounds: .design, example: "yellow 20%"),
    Row(
      "orange", "橙色", .reading(\.orange), usually: .unwritten(Wording("never", SpecialWord.notSet)),
      .uncertain,
      help: Wording("reading from which an alert is orange", "达到即橙色预警的读数"),
      grounds: .design, example: "orange 30%"),
    Row(
      "red", "红色", .reading(\.red), usually: .unwritten(Wording("never", SpecialWord.notSet)),
      .uncertain,
      help: Wording("reading from which an alert is red", "达到即红色预警的读数"),
      grounds: .design, example: "red 45%"),
  ]
}

extension ScreenTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.screen
  /// The fields.
  public static let rows: [Row<ScreenTerms>] = [
    Row(
      "of", "对象", .indicators(\.of), usually: .unwritten(Wording("all", "全部")), .list,
      help: Wording("indicators whose alerts are screened", "筛选哪些监测指标的预警"),
      example: "of single_bid"),
    Row(
      "keeps_true", "真警保留", .number(\.keepsTrue), usually: .amount(.percent(100)),
      bounds: .anyShare, .uncertain,
      help: Wording("share of genuine alerts that it keeps", "属实预警中保留的比例"),
      grounds: .assumption, example: "keeps_true 95%"),
    Row(
      "cuts_false", "误警剔除", .number(\.cutsFalse), usually: .amount(.percent(0)),
      bounds: .anyShare, .uncertain,
      help: Wording("share of the other alerts that it takes out", "不属实预警中剔除的比例"),
      grounds: .assumption, example: "cuts_false 60%"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuanPerYear(0)), bounds: .anyMoneyRate,
      .uncertain, help: Wording("money per time", "运行费用"), grounds: .assumption,
      example: "cost 100k per year"),
  ]
}
