public import Plan
import Quantities
import Syntax

extension SanctionTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.sanction
  /// The fields.
  public static let rows = ladder + consequence + feeling

  /// Which form follows.
  private static let ladder: [Row<SanctionTerms>] = [
    Row(
      "by", "承办", .performer(\.by), usually: .performer(.kind(.supervisory)),
      help: Wording("who sanctions", "由谁处理"),
      grounds: .subject(Wording("the supervisory organ disposes of offences", "职务违法由监察机关处置")),
      example: "by inspectorate"),
    Row(
      "sign", "苗头", .eachForm(\.sign),
      usually: .amounts([.percent(95), .percent(5), .percent(0), .percent(0)]), bounds: .anyShare,
      [.uncertain, .list, .sumsToOne],
      help: Wording("shares of the four forms for signs", "苗头性问题适用四种形态的比例"),
      grounds: shares, example: "sign 95%, 5%, 0%, 0%"),
    Row(
      "violation", "违法", .eachForm(\.violation),
      usually: .amounts([.percent(35), .percent(58), .percent(6), .percent(1)]), bounds: .anyShare,
      [.uncertain, .list, .sumsToOne],
      help: Wording("shares of the four forms for violations", "职务违法适用四种形态的比例"),
      grounds: shares, example: "violation 35%, 58%, 6%, 1%"),
    Row(
      "crime", "犯罪", .eachForm(\.crime),
      usually: .amounts([.percent(0), .percent(5), .percent(25), .percent(70)]), bounds: .anyShare,
      [.uncertain, .list, .sumsToOne],
      help: Wording("shares of the four forms for crimes", "职务犯罪适用四种形态的比例"),
      grounds: shares, example: "crime 0%, 5%, 25%, 70%"),
    Row(
      "remembers", "记录期限", .number(\.remembers), usually: .amount(.months(60)),
      bounds: .months(0, 600),
      help: Wording("how long a record counts", "既往记录多久内有效"), grounds: .assumption,
      example: "remembers 5 years"),
    Row(
      "shifts", "从重", .number(\.shifts), usually: .amount(.percent(30)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of each form that moves one form up for every known prior, two at most",
        "每有一次已知前科，各形态中升高一档的比例，至多计两次"),
      grounds: .assumption, example: "shifts 30%"),
    Row(
      "known", "记录可见率",
      .each(
        FileLevel.enumeration, .share,
        [
          through(\.known, \.none.number), through(\.known, \.standard.number),
          through(\.known, \.dynamic.number),
        ]), usually: .amounts([.percent(30), .percent(70), .percent(100)]), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of records that are known after a move, by the file of the post that is left",
        "调动之后既往记录仍被知悉的比例，按原岗位的廉政档案"),
      grounds: .assumption, example: "known { none 30%; standard 70%; dynamic 100% }"),
    Row(
      "reminders", "日常谈话提醒", .number(\.reminders), usually: .amount(.perThousandPersonYears(0)),
      bounds: Bounds(.perThousandPersonYears(0), .perThousandPersonYears(1000)), .uncertain,
      help: Wording(
        "reminder talks without a lead, counted as form 1", "没有线索的日常提醒谈话，计入第一种形态"),
      grounds: .assumed(
        Wording(
          "2021: 2.125 million persons in the four forms, 1.826 million leads (CCDI/NSC)",
          "2021 年四种形态处理 212.5 万人次，问题线索 182.6 万件（中央纪委国家监委）")),
      example: "reminders 20 per 1000 person_years"),
  ]

  private static let shares = Grounds.derived(
    Wording(
      "with 60.5, 35, 4.5 % signs, violations, crimes the forms of 2021: 70, 23.2, 3.3, 3.5 % (CCDI/NSC)",
      "查实件中苗头、违法、犯罪占 60.5%、35%、4.5% 时，得 2021 年四种形态 70%、23.2%、3.3%、3.5%（中央纪委国家监委）"))

  /// What comes with it.
  private static let consequence: [Row<SanctionTerms>] = [
    Row(
      "decides", "审理时长", .eachForm(\.decides),
      usually: .amounts([.months(0), .months(3), .months(6), .months(6)]), bounds: .months(0, 60),
      [.uncertain, .list],
      help: Wording("time from the verification to the decision, by form", "由查实到决定的时间，按形态"),
      grounds: .assumption, example: "decides 0, 3, 6, 6 months"),
    Row(
      "withdraws", "撤案", .number(\.withdraws), usually: .amount(.percent(0.6)), bounds: .anyShare,
      .uncertain,
      help: Wording("share of filed cases that end without a form", "立案后撤销、未作处理的比例"),
      grounds: .published(
        .b, Wording("CCDI/NSC: punished to filed .994", "中央纪委国家监委：处分人数与立案数之比 0.994")),
      example: "withdraws 0.6%"),
    Row(
      "recovers", "追缴", .number(\.recovers), usually: .amount(.percent(30)), bounds: .anyShare,
      .uncertain,
      help: Wording("share of the loss that is recovered, from form 2 on", "第二种形态及以上追回损失的比例"),
      grounds: .assumption, example: "recovers 30%"),
    Row(
      "removes", "去职", .eachForm(\.removes),
      usually: .amounts([.percent(0), .percent(0), .percent(100), .percent(100)]),
      bounds: .anyShare, [.uncertain, .list],
      help: Wording("share that leave the service for good, by form", "离开公职、不再返回的比例，按形态"),
      grounds: .assumption, example: "removes 0%, 0%, 100%, 100%"),
    Row(
      "moves", "调离", .eachForm(\.moves),
      usually: .amounts([.percent(0), .percent(10), .percent(0), .percent(0)]), bounds: .anyShare,
      [.uncertain, .list],
      help: Wording(
        "share that change places with somebody of the same exchange group elsewhere, by form",
        "与同一交流组其他岗位人员对调的比例，按形态"),
      grounds: .assumption, example: "moves 0%, 10%, 0%, 0%"),
    Row(
      "cost", "费用", .eachForm(\.cost),
      usually: .amounts([.yuan(3000), .yuan(10_000), .yuan(20_000), .yuan(60_000)]),
      bounds: .anyMoney, [.uncertain, .list],
      help: Wording("money per sanction, by form", "每次处理的费用，按形态"), grounds: .assumption,
      example: "cost 3k, 10k, 20k, 60k"),
  ]

  /// What others make of it, with `deterrence`.
  private static let feeling: [Row<SanctionTerms>] = [
    Row(
      "weights", "形态权重", .eachForm(\.weights),
      usually: .amounts([.plain(0), .plain(1), .plain(3), .plain(10)]),
      bounds: .plain(0, 1000), [.uncertain, .list, .fromSecond],
      help: Wording(
        "how severe the forms are held to be; what others fear begins with the second, so the first is 0",
        "各形态在人们心目中的严厉程度；令他人畏惧的自第二种形态起，故第一种为 0"),
      grounds: .assumption, example: "weights 0, 1, 3, 10"),
    Row(
      "published", "公开通报", .flag(\.isPublished), usually: .flag(true),
      help: Wording(
        "whether the organisation learns of sanctions, as strongly as `felt` or `publicity` of sanctions says",
        "处理结果是否通报全组织，强度依“震慑强度”或“公开”的设定"),
      grounds: .assumption, example: "published no"),
    Row(
      "felt", "震慑强度",
      .each(
        Enumeration.felt, .number,
        [
          through(\.felt, \.own.number), through(\.felt, \.unit.number),
          through(\.felt, \.organization.number),
        ]), usually: .amounts([.plain(1), .plain(0.3), .plain(0.1)]), bounds: .plain(0, 10),
      .uncertain,
      help: Wording(
        "how strongly it is felt by the person, the unit, the organisation, in chances of being caught",
        "本人、本单位、全组织的感受强度，以一次被查处计"),
      grounds: .assumption, example: "felt { own 1; unit 0.3; organization 0.1 }"),
  ]
}

extension Enumeration {
  /// By whom a sanction is felt.
  static let felt = Enumeration(
    Wording("felt_by", "感受者"),
    [Wording("own", "本人"), Wording("unit", "本单位"), Wording("organization", "全组织")])
}
