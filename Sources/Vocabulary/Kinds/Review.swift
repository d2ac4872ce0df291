public import Plan
public import Quantities
import Syntax

extension ReviewTerms {
  /// What a visit weighs where it is not written and another body than the unit's performs it.
  public static let outsideVisit = Factor(2.7)
}

extension ReviewTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.review
  /// The fields.
  public static let rows = sampling + yield

  /// Who looks, when and where.
  private static let sampling: [Row<ReviewTerms>] = [
    Row(
      "by", "承办", .performer(\.by), .required,
      help: Wording("who performs", "由谁承办"), example: "by inspectorate"),
    Row(
      "every", "周期", .number(\.every),
      usually: .unwritten(Wording("never: on its occasions only", "不定期，仅按触发")),
      bounds: .months(1, 120),
      help: Wording(
        "time between two occurrences; without it, it looks on its occasions only",
        "多久开展一次；不写则只按触发开展"),
      example: "every 3 months"),
    Row(
      "on", "触发", .occasions(\.on), clauses: [.init(.within, .kept)],
      usually: .unwritten(Wording("nothing but its cycle", "仅按周期")), [.repeatable],
      help: Wording(
        "when it looks besides, in the next month: a seat that somebody leaves, a unit with a case or with so many admitted reports, a field of work whose cases of 12 months are 5 or more and above 1.3 times the yearly mean of the 3 years before",
        "次月另行开展的情形：有人离任的席位；发案或受理举报达到件数的单位；12 个月内发案 5 件以上且超过前三年年均 1.3 倍的领域"),
      grounds: .subject(
        Wording("audits at departure, surveys after cases", "离任审计、案后整改调查")),
      example: "on complaints >= 5 within 1 year"),
    Row(
      "first", "首次", .number(\.first),
      usually: .computed(Wording("= every", "同周期")) { $0.first = $0.every },
      bounds: .months(0, 120),
      help: Wording("month of the first occurrence", "首次开展的时间"),
      grounds: .design, example: "first 6 months"),
    Row(
      "of", "范围", .selection(\.of), usually: .posts(.all), .list,
      help: Wording("posts in its scope", "检查哪些岗位"), example: "of high_risk"),
    Row(
      "covers", "覆盖", .number(\.covers),
      clauses: [
        .init(
          .of, .optionalSelection(\.coversOf), usually: .unwritten(Wording("its scope", "同范围")))
      ],
      usually: .amount(.percent(100)), bounds: .anyShare, .uncertain,
      help: Wording("share visited each time", "每次检查的比例"),
      grounds: .subject(Wording("all are to be checked", "要求全覆盖")),
      example: "covers 40% of high_risk"),
    Row(
      "selects", "抽样单元", .choice(\.selects), usually: .word("seat"),
      help: Wording("what is sampled: seats or whole units", "抽取个人还是整个单位"),
      example: "selects unit"),
    Row(
      "targets", "抽样方式", .choice(\.targets), usually: .word("random"),
      help: Wording("how it is sampled", "如何抽样"), example: "targets by_turn"),
    Row(
      "accuracy", "区分度", .number(\.accuracy), usually: .amount(.percent(50)),
      bounds: .percent(50, 100), .uncertain,
      help: Wording(
        "of `targets by_score`: how well the score tells (50 % not at all)", "评分抽样的区分能力（50% 为毫无区分）"),
      grounds: .assumption, example: "accuracy 70%"),
  ]

  /// What comes of it.
  private static let yield: [Row<ReviewTerms>] = [
    Row(
      "finds", "查出率", .number(\.finds), usually: .amount(.percent(0)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of active offences found at a visit", "到访时查出进行中违法行为的比例"),
      grounds: .assumption, example: "finds 5%"),
    Row(
      "conflicts", "只查利益冲突", .flag(\.isOfConflicts), usually: .flag(false),
      help: Wording(
        "whether it finds offences of conflicts of interests alone (`conflict` of a risk)",
        "是否只查得出利益冲突类行为（风险点写明“利益冲突”）"),
      grounds: .subject(Wording("personal matters are checked", "核查个人事项")),
      example: "conflicts yes"),
    Row(
      "unlisted", "未排查折减", .number(\.unlisted), usually: .amount(.plain(0.5)),
      bounds: .plain(0, 1), .uncertain,
      help: Wording(
        "what is left of the chance to find an offence at a risk point that is not on the list",
        "风险点未列入清单时，查出的可能性降为多少"),
      grounds: .assumption, example: "unlisted 0.5"),
    Row(
      "reveals", "薄弱发现率", .number(\.reveals), usually: .amount(.percent(0)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of weaknesses at the visited posts that it reveals: risk points off the list, controls and indicators below their standard, remedies overdue or on paper",
        "到访岗位的薄弱环节被发现的比例：未列入清单的风险点、未达标准的措施和指标、逾期或纸面的整改"),
      grounds: .assumption, example: "reveals 60%"),
    Row(
      "method", "调查方法", .choice(\.method), usually: .word("document"),
      help: Wording(
        "how it asks: reveals × 0.8 symposium, 0.7 questionnaire, 1 document, 0.9 talk, 1.1 expert",
        "调查方法：薄弱发现率乘以 座谈 0.8、问卷 0.7、审阅 1、谈心 0.9、专家约谈 1.1"),
      grounds: .assumption, example: "method expert"),
    Row(
      "exempt", "防压案", .flag(\.isExempt), usually: .flag(false),
      help: Wording(
        "whether nobody can keep what it finds from the record", "查出的线索是否不受压案影响"),
      grounds: .subject(Wording("supervision reaches down from above", "上下级联动、下沉式监督")),
      example: "exempt yes"),
    Row(
      "effort", "工作量", .number(\.effort), usually: .amount(.plain(0)), bounds: .plain(0, 1000),
      .uncertain,
      help: Wording(
        "items of the performer's capacity that a visit to a unit takes", "每到访一个单位占用承办机构多少件的能力"),
      grounds: .assumption, example: "effort 1"),
    Row(
      "lookback", "追溯期", .number(\.lookback), usually: .amount(.months(0)), bounds: .months(0, 120),
      help: Wording("how far back ended offences can be found", "已结束的行为可追溯多久"),
      grounds: .assumption, example: "lookback 3 years"),
    Row(
      "establishes", "结果形式", .choice(\.establishes),
      usually: .unwritten(
        Wording("finding if a supervisory body performs, else lead", "监察机关承办为直接查实，其余为问题线索")),
      help: Wording(
        "what it makes of what it finds: a finding at once, or a lead", "查出的问题直接查实，还是作为线索移交"),
      grounds: .subject(Wording("others hand over to the supervisory organ", "其他机构移交监察机关")),
      example: "establishes lead"),
    Row(
      "transfers", "移交", .number(\.transfers),
      clauses: [
        .init(
          .within, .number(\.transferWithin), usually: .amount(.months(1)), bounds: .months(0, 60))
      ],
      usually: .amount(.percent(80)), bounds: .anyShare, .uncertain,
      help: Wording("share of its leads that are handed over", "线索移交的比例"),
      grounds: .assumption, example: "transfers 80% within 1 month"),
    Row(
      "wrongs", "误查", .number(\.wrongs), usually: .amount(.percent(0)), bounds: .percent(0, 1),
      .uncertain,
      help: Wording("share of visited clean seats wrongly found", "到访的清白席位被误查的比例"),
      grounds: .assumption, example: "wrongs 0.1%"),
    Row(
      "visit", "检查震慑", .number(\.visitWeight),
      usually: .unwritten(
        Wording(
          "2.7 where another body than the unit's finds something, else 0",
          "非本单位机构承办且能查出问题时为 2.7，否则为 0")),
      bounds: .plain(0, 10), .uncertain,
      help: Wording(
        "how strongly a visit is felt, in chances of being caught; acts with `deterrence`",
        "到访的震慑强度，以一次被查处计；有“震慑”时起作用"),
      grounds: .derived(
        Wording(
          "makes onset 8 % lower after an audit, as in Brazil (Avis, Ferraz, Finan 2018)",
          "使审计之后的发生率低 8%，与巴西所见相同（Avis、Ferraz、Finan 2018）")),
      example: "visit 2.7"),
    Row(
      "clean_visit", "空查影响", .number(\.cleanVisit), usually: .amount(.plain(0)),
      bounds: .plain(0, 10), .uncertain,
      help: Wording(
        "chances without a catch that a visit without a finding counts as: people feel safe afterwards",
        "未查出问题的到访相当于几次未被查处的机会：此后人们放松戒备"),
      grounds: .assumed(
        Wording(
          "lightning is thought not to strike twice (Guala, Mittone 2005); no figure is known",
          "人们以为不会再查（Guala、Mittone 2005）；未见数值")),
      example: "clean_visit 0.5"),
    Row(
      "announced", "预告", .flag(\.isAnnounced), usually: .flag(true),
      help: Wording(
        "whether people know that it comes; acts with `deterrence`", "事先是否预告；有“震慑”时起作用"),
      grounds: .assumption, example: "announced no"),
    Row(
      "published", "结果公开", .flag(\.isPublished), usually: .flag(false),
      help: Wording(
        "whether its results are published: everybody in the organisation feels it as a tenth of a chance of being caught, or as `publicity` of results says; acts with `deterrence`",
        "结果是否公开：全组织的人都感到相当于十分之一次被查处，或依“公开”的设定；有“震慑”时起作用"),
      grounds: .subject(Wording("results of evaluations are published", "评估结果公开")),
      example: "published yes"),
    Row(
      "lump", "单次成本", .number(\.lump), usually: .amount(.yuan(0)), bounds: .anyMoney, .uncertain,
      help: Wording("money per occurrence", "每次开展的费用"), grounds: .assumption,
      example: "lump 300k"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuan(2000)), bounds: .anyMoney, .uncertain,
      help: Wording("money per visited unit", "每到访一个单位的费用"), grounds: .assumption,
      example: "cost 2k"),
  ]
}
