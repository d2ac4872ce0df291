public import Ledger
import Plan
public import Syntax

extension EventKind {
  /// The kinds that expressions can name; `seats` is a function.
  public static let named: [EventKind] = allCases.filter { $0 != .seats }

  /// The word in both languages.
  public var word: Wording {
    switch self {
    case .offences: Wording("offences", "违法行为")
    case .prevalence: Wording("prevalence", "存量")
    case .alerts: Wording("alerts", "预警")
    case .reports: Wording("reports", "举报件")
    case .leads: Wording("leads", "问题线索")
    case .waiting: Wording("waiting", "积压件")
    case .transfers: Wording("transfers", "移交件")
    case .findings: Wording("findings", "查实件")
    case .reviews: Wording("reviews", "检查记录")
    case .moves: Wording("moves", "人员变动")
    case .vacancies: Wording("vacancies", "空缺")
    case .costs: Wording("costs", "费用")
    case .seats: Wording("seats", "在岗人数")
    case .attempts: Wording("attempts", "企图")
    case .retaliations: Wording("retaliations", "打击报复")
    case .burials: Wording("burials", "压案件")
    case .cases: Wording("cases", "案件")
    case .sanctions: Wording("sanctions", "形态处理")
    case .recoveries: Wording("recoveries", "追缴款")
    case .prosecutions: Wording("prosecutions", "移送起诉")
    case .notices: Wording("notices", "阻断发现")
    case .weaknesses: Wording("weaknesses", "薄弱环节")
    case .recommendations: Wording("recommendations", "整改建议")
    case .rectifications: Wording("rectifications", "整改件")
    case .cells: Wording("cells", "排查单元")
    case .screened: Wording("screened", "筛选记录")
    case .interceptions: Wording("interceptions", "拦截")
    case .exclusions: Wording("exclusions", "禁入")
    case .firings: Wording("firings", "规则触发")
    case .changes: Wording("changes", "参数变更")
    case .sessions: Wording("sessions", "教育场次")
    case .admonitions: Wording("admonitions", "诫告件")
    }
  }

  /// The kind that is spelled so in either language.
  public init?(word: String) {
    guard let kind = Self.named.first(where: { $0.word.en == word || $0.word.zh == word }) else {
      return nil
    }
    self = kind
  }

  /// The fields that a condition over the kind can read: the common ones, then its own.
  public var readable: [EventField] { EventField.allCases.filter(\.isCommon) + fields }

  /// The word of a field of the kind: a delay is 查实时长 of an offence and 耗时 of a transfer.
  public func word(of field: EventField) -> Wording {
    switch (self, field) {
    case (.transfers, .body): Wording("from_body", "移出机构")
    case (.transfers, .delay), (.sanctions, .delay): Wording("delay", "耗时")
    case (.leads, .stage): Wording("stage", "疑似阶段")
    case (.leads, .loss): Wording("loss", "涉案金额")
    case (.leads, .listed): Wording("listed", "已挂牌")
    case (.waiting, .priority): Wording("priority", "优先")
    case (.waiting, .overdue): Wording("overdue", "逾期")
    case (.cells, .known): Wording("known", "已掌握")
    case (.firings, .body): Wording("owner", "责任方")
    default: field.word
    }
  }

  /// The field of the kind that is spelled so in either language.
  public func field(_ spelling: String) -> EventField? {
    readable.first {
      let word = word(of: $0)
      return word.en == spelling || word.zh == spelling
    }
  }
}

extension Lookup {
  /// Every field of every kind of events, each word once.
  public static let fieldsOfEvents: [Wording] = EventKind.named.flatMap { kind in
    kind.readable.map { kind.word(of: $0) }
  }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
}

extension EventField {
  /// The word in both languages, where the kind has no other.
  var word: Wording {
    switch self {
    case .month: Wording("month", "月份")
    case .post: Wording("post", "岗位")
    case .unit: Wording("unit", "单位")
    case .organization: Wording("organization", "组织")
    case .field: Wording("field", "领域")
    case .group: Wording("group", "群体")
    case .riskLevel: Wording("risk_level", "风险等级")
    case .risk: Wording("risk", "风险点")
    case .stage: Wording("stage", "阶段")
    case .loss: Wording("loss", "损失")
    case .months: Wording("months", "月数")
    case .reason: Wording("reason", "终止原因")
    case .verified: Wording("verified", "已查实")
    case .latency: Wording("latency", "潜伏期")
    case .delay: Wording("delay", "查实时长")
    case .followed: Wording("followed", "可观察期")
    case .alerted: Wording("alerted", "曾预警")
    case .indicator: Wording("indicator", "监测指标")
    case .colour: Wording("colour", "颜色")
    case .value: Wording("value", "数值")
    case .void: Wording("void", "查否")
    case .answered: Wording("answered", "已办结")
    case .genuine: Wording("genuine", "属实")
    case .realName: Wording("real_name", "实名")
    case .admitted: Wording("admitted", "已受理")
    case .malicious: Wording("malicious", "诬告")
    case .source: Wording("source", "来源")
    case .body: Wording("body", "机构")
    case .priority: Wording("priority", "优先级")
    case .status: Wording("status", "状态")
    case .age: Wording("age", "等待时长")
    case .overdue: Wording("overdue", "已逾期")
    case .toBody: Wording("to_body", "接收机构")
    case .wrong: Wording("wrong", "误查")
    case .review: Wording("review", "检查")
    case .visits: Wording("visits", "到访数")
    case .found: Wording("found", "查出数")
    case .cost: Wording("cost", "费用")
    case .why: Wording("why", "事由")
    case .tenure: Wording("tenure", "任职年限")
    case .complied: Wording("complied", "已执行")
    case .due: Wording("due", "已到期")
    case .handover: Wording("handover", "交接发现")
    case .activity: Wording("activity", "事项")
    case .amount: Wording("amount", "金额")
    case .outcome: Wording("outcome", "结果")
    case .control: Wording("control", "防控措施")
    case .collusive: Wording("collusive", "串通")
    case .accomplices: Wording("accomplices", "同案人数")
    case .disposed: Wording("disposed", "已处置")
    case .filed: Wording("filed", "已立案")
    case .reporter: Wording("source", "来源")
    case .known: Wording("known", "已曝光")
    case .form: Wording("form", "形态")
    case .withdrawn: Wording("withdrawn", "已撤案")
    case .prior: Wording("prior", "既往处理")
    case .reminder: Wording("reminder", "谈话提醒")
    case .weakness: Wording("kind", "类型")
    case .owner: Wording("owner", "责任方")
    case .closed: Wording("closed", "已销号")
    case .stepTime: Wording("step_time", "环节时长")
    case .weaknesses: Wording("weaknesses", "薄弱环节数")
    case .issuer: Wording("issuer", "发出方")
    case .late: Wording("late", "已逾期")
    case .replied: Wording("replied", "已回复")
    case .accepted: Wording("accepted", "已采纳")
    case .trigger: Wording("trigger", "触发")
    case .reported: Wording("reported", "报告完成")
    case .done: Wording("done", "真实完成")
    case .reopened: Wording("reopened", "已重启")
    case .recurred: Wording("recurred", "已复发")
    case .relapsed: Wording("relapsed", "真实复发")
    case .elapsed: Wording("elapsed", "完成后时长")
    case .listed: Wording("listed", "已排查")
    case .cause: Wording("cause", "原因")
    case .via: Wording("via", "经由")
    case .infected: Wording("infected", "被传染")
    case .channel: Wording("channel", "渠道")
    case .screened: Wording("screened", "已筛除")
    case .kept: Wording("kept", "已保留")
    case .pool: Wording("pool", "相对人")
    case .until: Wording("until", "禁入期限")
    case .rule: Wording("rule", "规则")
    case .path: Wording("path", "路径")
    case .old: Wording("old", "原值")
    case .new: Wording("new", "新值")
    case .skipped: Wording("skipped", "未开展")
    case .unpaid: Wording("skipped", "未支出")
    case .programme: Wording("programme", "教育项目")
    case .reach: Wording("reach", "参训率")
    case .addressee: Wording("addressee", "对象")
    case .step: Wording("step", "环节")
    }
  }

  /// What a field that holds a code is compared with.
  public enum Codes: Sendable, Hashable {
    /// Words of an enumeration; the code is the place in it.
    case words(Enumeration)
    /// Declared names of a kind; the code is the index of the declaration.
    case declared(Kind)
    /// Numbers that rules turn, in their order.
    case dials
  }

  /// What the codes of the field mean; nil for a field that holds no code.
  public var codes: Codes? {
    switch self {
    case .field: .words(WorkField.enumeration)
    case .group: .words(OfficialGroup.enumeration)
    case .riskLevel: .words(RiskLevel.enumeration)
    case .stage: .words(.stage)
    case .reason: .words(EndReason.enumeration)
    case .colour: .words(Colour.enumeration)
    case .source: .words(LeadSource.enumeration)
    case .status: .words(ItemStatus.enumeration)
    case .why: .words(MoveReason.enumeration)
    case .activity: .words(Activity.enumeration)
    case .outcome: .words(AttemptOutcome.enumeration)
    case .reporter: .words(Reporter.enumeration)
    case .form: .words(Form.enumeration)
    case .weakness: .words(WeaknessKind.enumeration)
    case .issuer: .words(Issuer.enumeration)
    case .trigger: .words(RemedyTrigger.enumeration)
    case .cause: .words(ListingCause.enumeration)
    case .via: .words(Via.enumeration)
    case .channel: .words(ReportChannel.enumeration)
    case .post, .owner: .declared(.post)
    case .unit: .declared(.unit)
    case .organization: .declared(.organization)
    case .risk: .declared(.risk)
    case .pool: .declared(.pool)
    case .rule: .declared(.rule)
    case .path: .dials
    case .indicator: .declared(.indicator)
    case .body, .toBody: .declared(.body)
    case .review: .declared(.review)
    case .control: .declared(.control)
    case .programme: .declared(.education)
    case .addressee: .words(Addressee.enumeration)
    case .step: .words(AdmonitionStep.enumeration)
    default: nil
    }
  }
}
