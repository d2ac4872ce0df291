public import Plan
import Quantities
import Syntax

extension OrganizationTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.organization
  /// The fields.
  public static let rows: [Row<OrganizationTerms>] = [
    Row(
      "level", "层级", .choice(\.level), usually: .unwritten(Wording("not told", "未说明")),
      .label,
      help: Wording(
        "on which level of government it stands: a label that `describe` tells, without effect",
        "所在层级：仅作标注，“描述”中说明，不影响推演"),
      grounds: .subject(Wording("province, prefecture, county", "省、州（市）、县（市、区）")),
      example: "level township"),
    Row(
      "above", "上级", .organization(\.above), usually: .unwritten(Wording("none", "无")),
      help: Wording(
        "the organisation above it; the body whose scope is that one is the body above those whose scope is "
          + "this one, and what `above` means here, unless `body.above` is written",
        "其上级组织；未写机构的“上级”时，管辖上级组织的机构即管辖本组织的机构的上级，也是此处的“上级机关”"),
      grounds: .subject(Wording("the levels act together", "上下级联动")),
      example: "above city"),
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
    Row(
      "independence", "措施独立度", .number(\.independence), usually: .amount(.percent(50)),
      bounds: .anyShare, .uncertain,
      help: Wording(
        "how far controls on one post act independently; 0 % means that only the best counts",
        "同一岗位上各项措施相互独立的程度；0% 为只有最强的一项起作用"),
      grounds: .assumption, example: "independence 50%"),
    Row(
      "listed", "已排查", .number(\.listed), usually: .amount(.percent(100)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of its risk points that are on the list at the beginning", "期初列入风险清单的风险点比例"),
      grounds: .assumption, example: "listed 70%"),
    Row(
      "drift", "排查失效率", .number(\.drift), usually: .amount(.perMonth(0)),
      bounds: Bounds(.perMonth(0), .perMonth(1)), .uncertain,
      help: Wording(
        "rate at which a risk point on the list becomes one that the list does not know",
        "清单上的风险点因新业务、新手法而失效的速率"),
      grounds: .assumption, example: "drift 1 per 60 months"),
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
    Row(
      "climate", "举报氛围", .number(\.climate), usually: .amount(.plain(1)), bounds: .plain(0.2, 5),
      .uncertain,
      help: Wording(
        "odds ratio on the willingness to report what goes on here", "对本单位人员举报意愿的优势比"),
      grounds: .assumption, example: "climate 0.5"),
    Row(
      "leader", "负责人", .post(\.leader),
      usually: .unwritten(
        Wording("its first post of leaders, else its first", "本单位首个领导干部岗位，没有则为首个岗位")),
      help: Wording(
        "the post that answers for the unit: for risk points without an owner, for controls, for what a "
          + "rule asks of the unit",
        "对本单位负责的岗位：未写防控责任人的风险点、防控措施和规则对本单位的要求由其负责"),
      grounds: .subject(
        Wording("a list of risks with those who answer for them", "制定风险清单并明确防控责任")),
      example: "leader director"),
    Row(
      "listed", "已排查", .number(\.listed),
      usually: .unwritten(Wording("the organisation's", "同所属组织")), bounds: .anyShare, .uncertain,
      help: Wording(
        "share of its risk points that are on the list at the beginning", "期初列入风险清单的风险点比例"),
      grounds: .assumption, example: "listed 70%"),
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
      "category", "岗位类别", .word(\.category), usually: .unwritten(Wording("none", "无")),
      help: Wording(
        "what posts alike are called together, in whatever unit; `category.fieldwork` selects them",
        "同类岗位的统称，不限单位；选择时写“岗位类别.fieldwork”"),
      example: "category fieldwork"),
    Row(
      "field", "领域", .choice(\.field), usually: .unwritten(Wording("the unit's", "同所属单位")),
      help: Wording("field of work", "所属领域"), example: "field construction"),
    Row(
      "power", "权力类型", .choices(\.powers), usually: .word("execution"), .list,
      help: Wording("kinds of power that it exercises", "行使哪类权力"), example: "power decision"),
    Row(
      "override", "凌驾", .number(\.override),
      usually: .computed(Wording("20 %; leaders 35 %", "20%；领导干部 35%")) {
        $0.override = Share($0.group == .leaders ? 0.35 : 0.20)
      }, bounds: .anyShare, .uncertain,
      help: Wording(
        "share of attempts whose author overrides every control", "作案企图中凌驾于一切措施之上的比例"),
      grounds: .assumed(
        Wording(
          "override was the cause of 19 % of detected frauds (ACFE 2024)",
          "已发现舞弊中 19% 起因于凌驾控制（ACFE 2024）")),
      example: "override 35%"),
    Row(
      "file", "廉政档案", .choice(\.file),
      usually: .computed(Wording("dynamic if of high risk, else none", "高风险为动态，其余无档")) {
        $0.file = $0.riskLevel == .high ? .dynamic : .none
      },
      help: Wording(
        "how well the integrity file is kept: who learns of a record after a move",
        "廉政档案的管理程度：调动后谁能知道既往记录"),
      grounds: .subject(Wording("one person, one file, kept up to date", "一人一档，动态管理")),
      example: "file standard"),
    Row(
      "listed", "已排查", .number(\.listed), usually: .unwritten(Wording("the unit's", "同所属单位")),
      bounds: .anyShare, .uncertain,
      help: Wording(
        "share of its risk points that are on the list at the beginning", "期初列入风险清单的风险点比例"),
      grounds: .assumption, example: "listed 70%"),
    Row(
      "owner", "防控责任人", .optionalSelection(\.owner),
      usually: .unwritten(Wording("the unit's leader", "本单位负责人")),
      help: Wording("the post that answers for its risk points", "哪个岗位对其风险点负责"),
      grounds: .subject(Wording("a list of risks with those who answer for them", "制定风险清单并明确防控责任")),
      example: "owner director"),
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
      "budget", "预算", .number(\.budget),
      usually: .unwritten(Wording("unlimited", "不限")), bounds: .anyMoneyRate, .uncertain,
      help: Wording(
        "money that it may spend; what a year leaves expires. When it is gone its reviews are skipped and its "
          + "items wait, red and listed ones excepted",
        "每年可支出的费用，年末余额不结转；用完后检查不再开展，事项顺延，红色和挂牌事项除外"),
      grounds: .subject(
        Wording(
          "prevention is in the budget of the government of the county and above",
          "预防经费列入县级以上人民政府财政预算")),
      example: "budget 2M per year"),
    Row(
      "covers", "覆盖", .number(\.covers), usually: .amount(.percent(100)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of the seats in its scope that it reaches; the others it neither visits nor answers for, "
          + "as long as the body above it or a supervisory body can",
        "管辖范围内能覆盖的席位比例；其余席位不去检查，事项由其上级或监察机关承办"),
      grounds: .assumed(
        Wording(
          "residents are to reach further down; nobody published how far", "要求派驻监督向下延伸，未见公布比例")),
      example: "covers 60%"),
    Row(
      "above", "上级", .body(\.above), usually: .unwritten(Wording("none", "无")),
      help: Wording("the body above it, which `above` names elsewhere", "其上级机关，即别处所写的“上级机关”"),
      grounds: .subject(Wording("the levels act together", "上下级联动")),
      example: "above city_commission"),
    Row(
      "acts", "处理率", .number(\.acts), usually: .amount(.percent(100)), bounds: .anyShare,
      .uncertain,
      help: Wording(
        "share of findings that it acts on, if it sanctions; the rest ends without a form",
        "承办惩戒时，对查实件作出处理的比例；其余不了了之"),
      grounds: .assumption, example: "acts 90%"),
    Row(
      "scope", "管辖", .units(\.scope), usually: .unwritten(Wording("all", "全部")), .list,
      help: Wording("units or organisations that it answers for", "负责哪些单位或组织"),
      example: "scope procurement"),
  ]
}
