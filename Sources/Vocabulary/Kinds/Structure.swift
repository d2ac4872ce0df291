public import Plan
import Quantities
import Syntax

extension OrganizationTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.organization
  /// The fields.
  public static let rows: [Row<OrganizationTerms>] = [
    Row(
      "field", "领域", .choice(\.field), usually: .word("general"),
      help: Wording("field of work that its units inherit", "所属领域，各单位默认沿用"),
      example: "field finance"),
    Row(
      "trace", "留痕", .number(\.trace), usually: .amount(.percent(0)), bounds: .anyShare, .uncertain,
      help: Wording(
        "share of work that leaves a trace: raises every detection by 1 + trace",
        "业务留痕的比例：各渠道发现率乘以 1+留痕"),
      grounds: .assumption, example: "trace 20%"),
  ]
}

extension UnitTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.unit
  /// The fields.
  public static let rows: [Row<UnitTerms>] = [
    Row(
      "field", "领域", .choice(\.field), usually: .unwritten(Wording("the organisation's", "同所属组织")),
      help: Wording("field of work", "所属领域"), example: "field procurement"),
    Row(
      "trace", "留痕", .number(\.trace), usually: .unwritten(Wording("the organisation's", "同所属组织")),
      bounds: .anyShare, .uncertain,
      help: Wording(
        "share of work that leaves a trace: raises every detection by 1 + trace",
        "业务留痕的比例：各渠道发现率乘以 1+留痕"),
      grounds: .assumption, example: "trace 50%"),
  ]
}

extension PostTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.post
  /// The fields.
  public static let rows: [Row<PostTerms>] = [
    Row(
      "headcount", "编制", .distribution(.count, \.headcount), bounds: .plain(1, 100_000),
      [.required, .uncertain],
      help: Wording("seats of the post", "该岗位的席位数"), example: "headcount 12"),
    Row(
      "risk_level", "风险等级", .choice(\.riskLevel), usually: .word("medium"),
      help: Wording("how risky the post is held to be", "岗位的廉政风险等级"),
      example: "risk_level high"),
    Row(
      "group", "群体", .choice(\.group), usually: .word("ordinary"),
      help: Wording("group of its officials", "任职人员所属群体"), example: "group key"),
    Row(
      "field", "领域", .choice(\.field), usually: .unwritten(Wording("the unit's", "同所属单位")),
      help: Wording("field of work", "所属领域"), example: "field construction"),
    Row(
      "power", "权力类型", .choices(\.powers), usually: .word("execution"), .list,
      help: Wording("kinds of power that it exercises", "行使哪类权力"), example: "power decision"),
    Row(
      "exchange_group", "交流组", .word(\.exchangeGroup),
      usually: .unwritten(Wording("the post itself", "仅限本岗位")),
      help: Wording(
        "posts of the same exchange group swap people in a rotation", "同一交流组的岗位之间可以互换人员"),
      example: "exchange_group buyers"),
  ]
}

extension BodyTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.body
  /// The fields.
  public static let rows: [Row<BodyTerms>] = [
    Row(
      "kind", "类型", .choice(\.kind), .required,
      help: Wording("what kind of body it is", "机构的类型"), example: "kind supervisory"),
    Row(
      "capacity", "承办能力", .number(\.capacity), usually: .amount(.unlimited),
      bounds: Bounds(.perMonth(0), .unlimited), .uncertain,
      help: Wording(
        "items that it can start, shared by all its queues", "每月能启动办理的件数，各类事项共用"),
      grounds: .assumption, example: "capacity 6 per month"),
    Row(
      "scope", "管辖", .units(\.scope), usually: .unwritten(Wording("all", "全部")), .list,
      help: Wording("units or organisations that it answers for", "负责哪些单位或组织"),
      example: "scope procurement"),
  ]
}
