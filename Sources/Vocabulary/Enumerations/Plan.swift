public import Plan
import Syntax

extension Start: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("start", "初始状态"), [Wording("stationary", "稳态"), Wording("cold", "冷启动")])
}

extension WorkField: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("field", "领域"),
    [
      Wording("general", "综合"), Wording("fiscal", "财政"), Wording("finance", "金融"),
      Wording("construction", "工程建设"), Wording("tax", "税务"), Wording("land", "土地"),
      Wording("transport", "交通"), Wording("medicine", "医药"), Wording("health", "卫生"),
      Wording("education", "教育系统"), Wording("law_enforcement", "行政执法"), Wording("justice", "司法"),
      Wording("state_firm", "国企"), Wording("procurement", "政府采购"),
      Wording("public_resources", "公共资源交易"), Wording("mining", "矿业权"),
      Wording("property_rights", "产权交易"), Wording("funds", "民生资金"), Wording("personnel", "人事任免"),
    ])
}

extension Level: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("level", "层级"),
    [
      Wording("province", "省级"), Wording("prefecture", "地市级"), Wording("county", "县级"),
      Wording("township", "乡级"), Wording("village", "村级"), Wording("enterprise", "企业"),
    ])
}

extension RiskLevel: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("risk_level", "风险等级"),
    [Wording("low", "低"), Wording("medium", "中"), Wording("high", "高")])
}

extension OfficialGroup: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("group", "群体"),
    [
      Wording("leaders", "领导干部"), Wording("key", "关键岗位"), Wording("newcomers", "新入职"),
      Wording("ordinary", "一般人员"),
    ])
}

extension Power: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("power", "权力类型"),
    [Wording("decision", "决策权"), Wording("execution", "执行权"), Wording("supervision", "监督权")])
}

extension BodyKind: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("body_kind", "机构类型"),
    [
      Wording("unit_body", "内部机构"), Wording("resident", "派驻机构"), Wording("supervisory", "监察机关"),
      Wording("audit", "审计机关"), Wording("leading", "领导机构"), Wording("procuratorate", "检察机关"),
      Wording("court", "审判机关"), Wording("task_force", "调查组"), Wording("police", "公安机关"),
      Wording("third_party", "第三方"),
    ])
}

extension ResponseCause: Enumerated {
  /// The words.
  public static let enumeration = Enumeration.responseCause
}

extension Enumeration {
  /// What a response answers.
  public static let responseCause = Enumeration(
    Wording("response", "处置"),
    [
      Wording("yellow", "黄色"), Wording("orange", "橙色"), Wording("red", "红色"),
      Wording("lead", "问题线索"), Wording("real_name", "实名举报"), Wording("case", "案件"),
      Wording("transfer", "移交件"),
    ])
  /// What a response is declared for: what it answers, or all that is explained.
  public static let responseTo = Enumeration(
    responseCause.name, responseCause.values + [Disposal.explain.word])
}

extension SelectionUnit: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("selects", "抽样单元"), [Wording("seat", "个人"), Wording("unit", "单位")])
}

extension Targeting: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("targets", "抽样方式"),
    [Wording("random", "随机"), Wording("by_turn", "轮流"), Wording("by_score", "评分")])
}

extension Establishes: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("establishes", "结果形式"), [Wording("finding", "直接查实"), Wording("lead", "问题线索")])
}

extension RotationMode: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("mode", "轮岗方式"), [Wording("exchange", "交流"), Wording("replace", "接替")])
}

extension Disposal: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("disposal", "处置方式"),
    [Wording("verify", "初步核实"), Wording("explain", "责令说明"), Wording("talk", "谈话函询")])
}

extension Infection: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("infects_by", "传染来源"), [Wording("active", "存量"), Wording("known", "已查实")])
}

extension ControlKind: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("control_kind", "措施类型"),
    [
      Wording("dual", "双人负责"), Wording("separation", "三分离"), Wording("two_lines", "收支两条线"),
      Wording("tiered", "权限分级"), Wording("collective", "集体决策"), Wording("expert", "专家论证"),
      Wording("public", "公众参与"), Wording("recusal", "任职回避"),
      Wording("declaration", "个人事项报告"), Wording("disclosure", "信息公开"),
      Wording("online", "网上办理"), Wording("platform", "公共资源交易平台"),
      Wording("record_check", "行贿档案查询"), Wording("three_major", "三重一大"),
      Wording("custody", "错案责任追究"), Wording("other", "其他"),
    ])
}

extension FileLevel: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("file", "廉政档案"),
    [Wording("none", "无档"), Wording("standard", "一般"), Wording("dynamic", "动态")])
}

extension EducationContent: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("content", "内容"),
    [
      Wording("warning", "警示"), Wording("values", "权力观"), Wording("law", "法治"),
      Wording("culture", "廉洁文化"),
    ])
}

extension Published: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("published_what", "公开内容"),
    [Wording("results", "评估结果"), Wording("sanctions", "处分"), Wording("cases", "案例")])
}

extension RemedyTrigger: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("remedy_trigger", "整改触发"),
    [
      Wording("case", "案件"), Wording("weakness", "薄弱环节"), Wording("review", "检查"),
      Wording("rule", "规则"),
    ])
}

extension ReviewTrigger: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("review_trigger", "检查触发"),
    [
      Wording("departure", "离任"), Wording("case", "发案"), Wording("complaints", "举报"),
      Wording("rising", "发案上升"), Wording("order", "交办"),
    ])
}

extension SurveyMethod: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("survey_method", "调查方法"),
    [
      Wording("symposium", "座谈"), Wording("questionnaire", "问卷"), Wording("document", "审阅"),
      Wording("talk", "谈心"), Wording("expert", "专家约谈"),
    ])
}

extension Enumeration {
  /// Which alerts a revised model gives less often.
  static let tails = Enumeration(
    Wording("tunes", "模型调优"), [Wording("untrue", "误警"), Wording("genuine", "真警")])
}
