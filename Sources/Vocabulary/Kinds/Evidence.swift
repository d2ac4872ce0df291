public import Plan
public import Syntax

/// A published figure with its source.
public struct EvidenceTerms: Terms {
  /// Where it was published.
  public var citation: String?
  /// The figures, as written.
  public var values: [Entry] = []
  /// How good it is.
  public var grade = Grade.assumption
  /// Where it can be read.
  public var url: String?
  /// The neutral terms.
  public init() {}
}

extension Grade: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("grade", "等级"),
    [
      Wording("A", "甲"), Wording("B", "乙"), Wording("C", "丙"), Wording("D", "丁"),
      Wording("assumption", "假定"),
    ])
}

extension EvidenceTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.evidence
  /// The fields.
  public static let rows: [Row<EvidenceTerms>] = [
    Row(
      "citation", "出处", .text(\.citation), .required,
      help: Wording("where it was published", "出自何处"),
      example: "citation \"ACFE, Report to the Nations, 2020\""),
    Row(
      "value", "数值", .entries(\.values), clauses: [.init(.from, .kept), .init(.to, .kept)],
      usually: .unwritten(Wording("none", "无")), .repeatable,
      help: Wording("a figure, with its range", "数值及其范围"), example: "value 14 months"),
    Row(
      "grade", "等级", .choice(\.grade), .required,
      help: Wording(
        "A field experiment, B statistics of the field, C one interested source or another field, D recalled",
        "甲 实地实验，乙 本领域统计，丙 单一来源或其他领域，丁 凭记忆"),
      example: "grade C"),
    Row(
      "url", "网址", .text(\.url), usually: .unwritten(Wording("none", "无")),
      help: Wording("where it can be read", "可在何处查阅"), example: "url \"https://example.org\""),
  ]
}

/// A text that is read before the rest.
public struct UseTerms: Terms {
  /// Its name: one of `rules/`, or a file beside the scenario.
  public var name: String?
  /// The neutral terms.
  public init() {}
}

extension UseTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.use
  /// What the entry takes before its block.
  public static let opening: Row<UseTerms>? = Row(
    "use", "引用", .word(\.name), .required,
    help: Wording("a text of rules/, or a file beside the scenario", "rules/ 中的文本，或情景旁的文件"),
    example: "use \"metrics\"")
  /// The fields.
  public static let rows: [Row<UseTerms>] = []
}
