public import Ledger
public import Plan
public import Quantities
import Syntax

extension SharingTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.sharing
  /// The fields.
  public static let rows: [Row<SharingTerms>] = [
    Row(
      "degree", "共享程度", .number(\.degree),
      clauses: [
        .init(.from, .body(\.from), usually: .unwritten(everyBody)),
        .init(.to, .body(\.to), usually: .unwritten(everyBody)),
      ],
      usually: .amount(.percent(30)), bounds: .anyShare, .uncertain,
      help: Wording(
        "how much of what one body knows another can use: verifies more easily (hazard × (1 + half of it)) "
          + "and loses fewer leads on the way",
        "一个机构掌握的信息供另一机构使用的程度：提高查实风险率（乘以 1 加其一半），并减少移交中流失的线索"),
      grounds: .assumption, example: "degree 60% from audit_office to inspectorate"),
    Row(
      "records", "记录通报", .flag(\.records), usually: .flag(true),
      help: Wording(
        "whether records follow people who change posts, to this degree, whatever their file",
        "既往记录是否按此程度随人员调动通报，不论档案管理如何"),
      grounds: .subject(Wording("information is to be shared", "信息共享")),
      example: "records no"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuanPerYear(0)), bounds: .anyMoneyRate,
      .uncertain, help: Wording("money per time", "运行费用"), grounds: .assumption,
      example: "cost 200k per year"),
  ]

  private static let everyBody = Wording("every body", "各机构")
}

extension MeetingTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.meeting
  /// The fields.
  public static let rows: [Row<MeetingTerms>] = [
    Row(
      "every", "周期", .number(\.every), bounds: .months(1, 120), .required,
      help: Wording(
        "time between two meetings; what one member hands to another arrives within half of it",
        "两次会议的间隔；成员之间的移交不超过其一半"),
      grounds: .assumption, example: "every 3 months"),
    Row(
      "of", "成员单位", .bodies(\.of), usually: .unwritten(Wording("all bodies", "全部机构")), .list,
      help: Wording("the bodies that meet", "参加会议的机构"),
      grounds: .subject(
        Wording(
          "regular joint meetings of judicial and enforcement bodies", "定期召开联席会议，由司法机关和行政执法机关参加")),
      example: "of inspectorate, audit_office"),
    Row(
      "reassigns", "调剂", .flag(\.reassigns), usually: .flag(true),
      help: Wording(
        "whether items that a member cannot start until the next meeting go to one that can",
        "某成员在下次会议前无力启动的事项是否调剂给有余力的成员"),
      grounds: .assumption, example: "reassigns no"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuan(0)), bounds: .anyMoney, .uncertain,
      help: Wording("money per meeting", "每次会议的费用"), grounds: .assumption,
      example: "cost 5k"),
  ]
}

extension ListingTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.listing
  /// The fields.
  public static let rows: [Row<ListingTerms>] = [
    Row(
      "by", "督办", .performer(\.by), usually: .performer(.above),
      help: Wording(
        "who watches over them: each lead takes one of its capacity", "由谁督办，每件占用其一件承办能力"),
      grounds: .subject(Wording("key cases are listed for supervision from above", "重点案件挂牌督办")),
      example: "by city_commission"),
    Row(
      "where", "条件", .claim(.leads, \.condition),
      usually: .computed(
        Wording("stage = crime or loss >= 1M", "疑似阶段 = 犯罪 或 涉案金额 >= 100万")
      ) { $0.condition = ListingTerms.usual },
      help: Wording(
        "which unstarted leads, by what they look like from outside: apparent stage and loss, source, age",
        "哪些尚未启动的线索：按其外观，即疑似阶段、涉案金额、来源、等待时长等"),
      grounds: .assumption, example: "where stage = crime or loss >= 500k"),
    Row(
      "priority", "优先级", .number(\.priority), usually: .amount(.plain(5)), bounds: .plain(0, 9),
      help: Wording("rank in the queue, 9 first", "排队次序，9 最先"), grounds: .assumption,
      example: "priority 5"),
    Row(
      "shortens", "时限系数", .number(\.shortens), usually: .amount(.plain(0.75)),
      bounds: .plain(0.1, 1), .uncertain,
      help: Wording("factor on the time from start to result", "办理时间的倍数"),
      grounds: .assumption, example: "shortens 0.75"),
    Row(
      "gain", "查实加成", .number(\.gain), usually: .amount(.plain(1.3)), bounds: .plain(1, 5),
      .uncertain, help: Wording("factor on the hazard of being verified", "查实风险率的倍数"),
      grounds: .assumption, example: "gain 1.3"),
  ]
}
