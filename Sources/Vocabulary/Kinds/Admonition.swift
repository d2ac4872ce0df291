public import Plan
import Quantities
import Syntax

extension AdmonitionTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.admonition
  /// The fields.
  public static let rows: [Row<AdmonitionTerms>] = [
    Row(
      "by", "承办", .performer(\.by), usually: .performer(.kind(.supervisory)),
      help: Wording(
        "who admonishes; what its visit finds is a finding if it is supervisory, else a lead",
        "由谁诫告；监察机关的回访直接查实，其他机构的形成问题线索"),
      grounds: .subject(
        Wording("supervisory organ and procuratorate admonish", "监察和检察机关开展预防诫告")),
      example: "by supervisory"),
    Row(
      "to", "送达对象", .choice(\.to), usually: .word("seat"),
      help: Wording("whether it is addressed to the person or to the unit", "向本人还是向单位诫告"),
      grounds: .subject(
        Wording("to officials or units at risk", "对存在风险的国家工作人员或单位")), example: "to unit"),
    Row(
      "on", "触发", .choices(\.on), usually: .word("sign"), .list,
      help: Wording(
        "what calls for it: a rule that says `admonish`; a verified sign; an orange alert that is void, if its reading is among the highest tenth of its colour",
        "何时诫告：规则要求“诫告”；查实为苗头；橙色预警查否而其读数居同色前一成"),
      grounds: .assumption, example: "on sign, void"),
    Row(
      "served", "送达用时", .number(\.served), usually: .amount(.months(0.5)),
      bounds: .months(0, 12),
      help: Wording("time from the plan to the serving", "从预案到送达的时间"), grounds: .assumption,
      example: "served 1 month"),
    Row(
      "follow_up", "回访", .number(\.followUp.finds),
      clauses: [
        .init(
          .within, .number(\.followUp.within), usually: .amount(.months(6)),
          bounds: .months(1, 60))
      ],
      usually: .amount(.percent(15)), bounds: .anyShare, .uncertain,
      help: Wording(
        "share of what then goes on at the addressee's that a visit after this time finds; 0 % is no visit",
        "送达后经过这段时间回访，能查出当时正在进行的问题的比例；0% 为不回访"),
      grounds: .assumption, example: "follow_up 15% within 6 months"),
    Row(
      "felt", "震慑强度",
      .each(
        Enumeration.admonished, .number,
        [through(\.felt, \.own.number), through(\.felt, \.unit.number)]),
      usually: .amounts([.plain(1), .plain(0.3)]), bounds: .plain(0, 10), .uncertain,
      help: Wording(
        "how strongly it is felt, in chances of being caught: `own` by the person addressed, `unit` by everybody in the unit addressed",
        "感受强度，以一次被查处计：“本人”指受诫告者，“本单位”指受诫告单位的所有人"),
      grounds: .assumption, example: "felt { own 1 }"),
    Row(
      "cost", "费用", .number(\.cost), usually: .amount(.yuan(1000)), bounds: .anyMoney, .uncertain,
      help: Wording("money per admonition that is served, all steps", "每件送达的诫告各环节的费用"),
      grounds: .assumption, example: "cost 1k"),
  ]
}

extension Enumeration {
  /// By whom an admonition is felt.
  static let admonished = Enumeration(
    Wording("admonished", "受诫告者"), [Wording("own", "本人"), Wording("unit", "本单位")])
}

extension AdmonitionTrigger: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("admonition_trigger", "诫告触发"),
    [Wording("rule", "规则"), Wording("sign", "苗头"), Wording("void", "查否")])
}

extension Addressee: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("addressee", "对象"), [Wording("seat", "个人"), Wording("unit", "单位")])
}
