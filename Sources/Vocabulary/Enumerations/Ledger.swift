public import Ledger
import Syntax

extension Enumeration {
  /// Stages of an offence.
  public static let stage = Enumeration(
    Wording("stage", "阶段"),
    [Wording("sign", "苗头"), Wording("violation", "违法"), Wording("crime", "犯罪")])
}

extension Stage: Enumerated {
  /// The words.
  public static let enumeration = Enumeration.stage
}
extension Colour: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("colour", "颜色"),
    [
      Wording("green", "绿色"), Wording("yellow", "黄色"), Wording("orange", "橙色"),
      Wording("red", "红色"),
    ])
}

extension EndReason: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("reason", "终止原因"),
    [
      Wording("desisted", "自行终止"), Wording("verified", "已查实"), Wording("moved", "已调岗"),
      Wording("left", "离职"), Wording("censored", "删失"), Wording("removed", "去职"),
      Wording("intercepted", "被拦截"),
    ])
}

extension LeadSource: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("source", "来源"),
    [
      Wording("alert", "预警"), Wording("report", "举报"), Wording("review", "检查"),
      Wording("accident", "偶发"), Wording("handover", "交接"), Wording("case", "案件"),
      Wording("notice", "阻断发现"),
    ])
}

extension ItemStatus: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("status", "状态"),
    [
      Wording("open", "待办"), Wording("queued", "排队"), Wording("working", "在办"),
      Wording("verified", "已查实"), Wording("void", "查否"), Wording("lapsed", "失效"),
      Wording("shelved", "暂存待查"), Wording("buried", "被压案"),
    ])
}

extension MoveReason: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("why", "事由"),
    [
      Wording("rotation", "轮岗"), Wording("refill", "补缺"), Wording("departure", "离职"),
      Wording("removal", "去职"), Wording("sanction", "组织调整"),
    ])
}

extension Activity: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("activity", "事项"),
    [
      Wording("review", "检查"), Wording("response", "处置"), Wording("rotation", "轮岗"),
      Wording("indicator", "监测"), Wording("reporting", "举报"), Wording("control", "防控措施"),
      Wording("sanction", "惩戒"), Wording("remedy", "整改"), Wording("meeting", "会议"),
      Wording("education", "教育"), Wording("publicity", "公开"), Wording("duty_report", "述责述廉"),
      Wording("admonition", "诫告"),
    ])
}

extension Phase: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("phase", "防控环节"),
    [Wording("before", "事前"), Wording("during", "事中"), Wording("after", "事后")])
}

extension Aim: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("aim", "三不腐"),
    [Wording("dare", "不敢腐"), Wording("cannot", "不能腐"), Wording("want", "不想腐")])
}

extension AdmonitionStep: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("step", "环节"),
    [
      Wording("plan", "预案"), Wording("served", "送达"), Wording("record", "笔录"),
      Wording("follow_up", "回访"),
    ])
}

extension WeaknessKind: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("weakness_kind", "薄弱环节类型"),
    [
      Wording("unlisted", "未排查"), Wording("control", "防控措施"), Wording("model", "模型"),
      Wording("remedy", "整改"),
    ])
}

extension Issuer: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("issuer", "发出方"),
    [
      Wording("supervisory", "监察"), Wording("procuratorial", "检察"), Wording("judicial", "司法"),
      Wording("audit", "审计"), Wording("own", "自行"),
    ])
}

extension ListingCause: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("listing_cause", "排查变动原因"),
    [
      Wording("initial", "期初"), Wording("drift", "失效"), Wording("case", "案件"),
      Wording("weakness", "薄弱环节"), Wording("review", "检查"), Wording("rule", "规则"),
    ])
}

extension Form: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("form", "形态"),
    [
      Wording("form_1", "第一种形态"), Wording("form_2", "第二种形态"), Wording("form_3", "第三种形态"),
      Wording("form_4", "第四种形态"),
    ])
}

extension AttemptOutcome: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("outcome", "结果"),
    [
      Wording("blocked", "被阻断"), Wording("abandoned", "放弃"), Wording("solo", "单独作案"),
      Wording("collusive", "串通作案"), Wording("overridden", "凌驾作案"),
      Wording("excluded", "被禁入"),
    ])
}

extension Via: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("via", "经由"),
    [Wording("tempted", "诱发"), Wording("infected", "传染"), Wording("displaced", "转移")])
}

extension ReportChannel: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("channel", "渠道"), [Wording("general", "一般渠道"), Wording("coworker", "同事")])
}

extension Reporter: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("reporter", "举报人"),
    [
      Wording("employee", "职工"), Wording("customer", "服务对象"), Wording("anonymous", "匿名"),
      Wording("vendor", "供应商"), Wording("other", "其他"),
    ])
}
