public import Plan
import Quantities
import Syntax

extension PoolTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.pool
  /// The fields.
  public static let rows: [Row<PoolTerms>] = [
    Row(
      "number", "数量", .number(\.number), usually: .amount(.plain(50)), bounds: .plain(1, 100_000),
      help: Wording("how many there are", "有多少个"), grounds: .assumption, example: "number 40"),
    Row(
      "spread", "权重差异", .number(\.spread), usually: .amount(.plain(1)), bounds: .plain(0.1, 1000),
      [.uncertain, .mayBeEqual],
      help: Wording(
        "shape of the differences in how often they are met (gamma, mean 1); `equal` is none",
        "被遇到的频度差异的形状参数（伽马分布，均值 1）；“相同”为无差异"),
      grounds: .assumption, example: "spread equal"),
    Row(
      "recorded", "已有记录", .number(\.recorded), usually: .amount(.percent(0)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share with a record at the beginning, which fades evenly within `remembers`",
        "期初已有记录的比例，在记录期限内均匀到期"),
      grounds: .assumption, example: "recorded 10%"),
    Row(
      "remembers", "记录期限", .number(\.remembers), usually: .amount(.months(60)),
      bounds: .months(0, 600),
      help: Wording("how long a record stands", "一条记录保留多久"), grounds: .assumption,
      example: "remembers 5 years"),
    Row(
      "replaces", "替补", .number(\.replaces), usually: .amount(.percent(30)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of the excluded in whose place another is sought, who is checked too",
        "被禁入后另找一个相对人的比例；后者同样受查询"),
      grounds: .assumption, example: "replaces 30%"),
    Row(
      "guided", "合规指引覆盖", .number(\.guided), usually: .amount(.percent(0)), bounds: .anyShare,
      .uncertain,
      help: Wording("share that were given guidance on compliance", "接受合规指引的比例"),
      grounds: .subject(
        Wording("guidance on compliance, training against bribery", "廉洁合规指引、反商业贿赂培训")),
      example: "guided 60%"),
    Row(
      "guidance", "合规指引效果", .number(\.guidance), usually: .amount(.plain(0.95)),
      bounds: .plain(0.5, 1), .uncertain,
      help: Wording("what guidance leaves of onset with them", "接受指引者使发生率降为多少"),
      grounds: .assumption, example: "guidance 0.95"),
  ]
}
