public import Plan
import Quantities
import Syntax

extension ControlTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.control
  /// The fields.
  public static let rows = place + effect + yield

  /// What it is, and where it acts.
  private static let place: [Row<ControlTerms>] = [
    Row(
      "kind", "类型", .choices(\.kinds), usually: .word("other"), [.list, .label],
      help: Wording("what it is, for tables; without effect", "措施的类型，仅供列表，不影响结果"),
      example: "kind separation"),
    Row(
      "at", "所在岗位", .selection(\.at), usually: .posts(.all), .list,
      help: Wording("posts at which it acts", "在哪些岗位起作用"), example: "at tender"),
    Row(
      "against", "针对", .risks(\.against), usually: .unwritten(Wording("all risks", "全部风险点")), .list,
      help: Wording("risks that it is against", "针对哪些风险点"), example: "against kickbacks"),
  ]

  /// What it does to an attempt.
  private static let effect: [Row<ControlTerms>] = [
    Row(
      "blocks", "阻断", .number(\.blocks), usually: .amount(.percent(0)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of attempts that it stops by itself, those that override it counted in",
        "单独一项能阻断的企图比例，已计入被凌驾的部分"),
      grounds: .assumption, example: "blocks 40%"),
    Row(
      "colludes", "串通", .number(\.colludes),
      clauses: [
        .init(
          .by, .optionalSelection(\.colludesBy),
          usually: .unwritten(Wording("the posts of `at`", "同所在岗位")))
      ],
      usually: .amount(.percent(0)), bounds: .anyShare, .uncertain,
      help: Wording(
        "share of what is not blocked that goes on with an accomplice, in the same unit if it has the post",
        "未被阻断者中转而串通他人的比例；本单位有该岗位时只在本单位找人"),
      grounds: .assumption, example: "colludes 25% by approval"),
    Row(
      "evades", "规避", .number(\.evades), usually: .amount(.percent(100)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of what finds no accomplice that goes on alone; 0 % is a control that nobody passes alone",
        "找不到同案人时仍单独作案的比例；0% 为一人无法绕过"),
      grounds: .assumption, example: "evades 0%"),
    Row(
      "loss_factor", "损失倍数",
      .series(
        Enumeration.accomplices, .number,
        [through(\.lossFactor, \.one.number), through(\.lossFactor, \.more.number)], least: 1),
      usually: .amounts([.plain(2), .plain(4)]), bounds: .plain(1, 10), [.uncertain, .list],
      help: Wording(
        "multiplier of the loss with one accomplice, with several", "有一名、多名同案人时的损失倍数"),
      grounds: .published(
        .c,
        Wording(
          "ACFE 2014: median loss $80k, $200k, $355k for one, two, three or more; detected frauds only",
          "ACFE 2014：一人、二人、三人及以上的损失中位数为 8 万、20 万、35.5 万美元；仅限已发现案件")),
      example: "loss_factor 2, 4"),
    Row(
      "performed", "执行率", .number(\.performed), usually: .amount(.percent(100)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of occasions on which it is performed; a preset's own where `blocks` is not written",
        "实际执行的比例；未写“阻断”时取模板的数值"),
      grounds: .assumption, example: "performed 80%"),
    Row(
      "relation", "关系系数", .curve(\.relation),
      usually: .curve(
        Curve([
          Curve.Point(at: 0, value: 0.5), Curve.Point(at: 36, value: 1),
          Curve.Point(at: 72, value: 1.5),
        ]),
        Wording("0.5 at 0 years, 1 at 3 years, 1.5 at 6 years", "0.5 在 0年, 1 在 3年, 1.5 在 6年")),
      bounds: .plain(0, 3), .uncertain,
      help: Wording(
        "multiplier of `colludes` by the shorter of the two times in post", "串通率随两人中较短任职年限变化的系数"),
      grounds: .assumed(
        Wording(
          "random pairs bribe less than fixed ones in the laboratory (Abbink 2004)",
          "实验室中随机配对者行贿少于固定配对者（Abbink 2004）")),
      example: "relation 0.5 at 0 years, 1 at 3 years"),
  ]

  /// What it brings to light, and what it costs.
  private static let yield: [Row<ControlTerms>] = [
    Row(
      "tells", "拒绝后举报", .number(\.tells), usually: .amount(.percent(2)), bounds: .anyShare,
      .uncertain,
      help: Wording("share of colleagues approached in vain that report it", "拒绝串通者中举报的比例"),
      grounds: .assumption, example: "tells 2%"),
    Row(
      "notices", "阻断发现率", .number(\.notices), usually: .amount(.percent(10)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of blocked attempts that are noticed and become a lead of the unit",
        "被阻断的企图中被察觉并成为本单位线索的比例"),
      grounds: .assumption, example: "notices 10%"),
    Row(
      "displaces", "转移", .number(\.displaces),
      clauses: [
        .init(.to, .risks(\.displacesTo), usually: .unwritten(Wording("nowhere", "无处")))
      ],
      usually: .amount(.percent(0)), bounds: .percent(0, 50), .uncertain,
      help: Wording(
        "share of what it stops that is tried at once at another risk of the same seat, under the controls there",
        "被它阻止者中，随即在同一席位转向另一风险点的比例；须再过那里的措施"),
      grounds: .assumed(
        Wording(
          "effects fade as officials find other ways (Olken, Pande 2012); no figure is known",
          "官员另寻途径，效果减弱（Olken、Pande 2012）；未见数值")),
      example: "displaces 20% to gifts"),
    Row(
      "checks", "查询率", .number(\.checks), usually: .amount(.percent(0)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of attempts with a counterparty on record in which the record is seen and the counterparty excluded",
        "相对人有记录时，查出记录并予以禁入的比例"),
      grounds: .subject(Wording("records of bribery can be queried", "行贿犯罪档案查询")),
      example: "checks 90%"),
    Row(
      "traces", "留痕提升", .number(\.traces), usually: .amount(.percent(0)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "what it adds to `trace` for the risks that it is against at its posts, where performed",
        "执行时，对所在岗位上所针对的风险点增加的留痕比例"),
      grounds: .subject(Wording("operations are recorded and can be retraced", "操作有记录、流程可追溯")),
      example: "traces 30%"),
    Row(
      "standard", "执行率标准", .number(\.standard), usually: .amount(.percent(90)), bounds: .anyShare,
      help: Wording(
        "performed less than this it is a weakness that a review can reveal",
        "执行率低于此即为薄弱环节，检查可以发现"),
      grounds: .assumption, example: "standard 90%"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuanPerYear(0)), bounds: .anyMoneyRate,
      .uncertain, help: Wording("money per time", "运行费用"), grounds: .assumption,
      example: "cost 30k per year"),
    Row(
      "friction", "延误", .number(\.friction), usually: .amount(.days(0)),
      bounds: Bounds(.days(0), .days(365)), [.uncertain, .label],
      help: Wording(
        "by how much it delays the business at its posts: a figure of the design that `show coverage` adds up "
          + "and norms judge; business itself is not simulated",
        "对所在岗位业务造成的延误：设计数值，“显示 覆盖”合计，规范可据以判断；业务本身不推演"),
      example: "friction 2 days"),
  ]
}

extension Enumeration {
  /// How many accomplices.
  static let accomplices = Enumeration(
    Wording("loss_factor", "损失倍数"), [Wording("one", "一人"), Wording("more", "多人")])
}
