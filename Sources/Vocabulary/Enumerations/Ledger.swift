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
      Wording("left", "离职"), Wording("censored", "删失"),
    ])
}

extension LeadSource: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("source", "来源"),
    [
      Wording("alert", "预警"), Wording("report", "举报"), Wording("review", "检查"),
      Wording("accident", "偶发"), Wording("handover", "交接"),
    ])
}

extension ItemStatus: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("status", "状态"),
    [
      Wording("open", "待办"), Wording("queued", "排队"), Wording("working", "在办"),
      Wording("verified", "已查实"), Wording("void", "查否"), Wording("lapsed", "失效"),
    ])
}

extension MoveReason: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("why", "事由"),
    [Wording("rotation", "轮岗"), Wording("refill", "补缺"), Wording("departure", "离职")])
}

extension Activity: Enumerated {
  /// The words.
  public static let enumeration = Enumeration(
    Wording("activity", "事项"),
    [
      Wording("review", "检查"), Wording("response", "处置"), Wording("rotation", "轮岗"),
      Wording("indicator", "监测"), Wording("reporting", "举报"),
    ])
}
