public import Plan
public import Quantities
public import Syntax

/// Which way a metric is better; `neither` where it can rise or fall for the better and for the worse.
public enum Better: Int, Sendable, Hashable, CaseIterable, Enumerated {
  case lower, higher, neither

  /// The words.
  public static let enumeration = Enumeration(
    Wording("better", "优劣方向"),
    [
      Wording("lower", "越低越好"), Wording("higher", "越高越好"), Wording("neither", "不论优劣"),
    ])
}

/// A question over events.
public struct MetricTerms: Terms {
  /// The expression.
  public var definition: Value?
  /// How its values are shown, as written; empty is by dimension.
  public var shown: [Entry] = []
  /// Which way is better.
  public var better = Better.lower
  /// The neutral terms.
  public init() {}
}

extension MetricTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.metric
  /// The fields.
  public static let rows: [Row<MetricTerms>] = [
    Row(
      "is", "定义", .expression(\.definition), .required,
      help: Wording("the question, over events", "对事件的提问"),
      example: "is count(offences) / person_years"),
    Row(
      "shown", "显示为", .entries(\.shown),
      usually: .unwritten(Wording("by its dimension", "按量纲")),
      help: Wording("unit in which it is shown", "以什么单位显示"),
      example: "shown per 1000 person_years"),
    Row(
      "better", "优劣方向", .choice(\.better), usually: .word("lower"),
      help: Wording(
        "which way is better; neither where it rises with what is found as well as with what happens: then no verdict calls it better or worse",
        "高好还是低好；既随查处、又随发生而升降的指标不论优劣，不判好坏"),
      example: "better neither"),
  ]
}

/// What a scheme must satisfy by design.
public struct NormTerms: Terms {
  /// The conditions over the declarations.
  public var requires: [Value] = []
  /// Posts that it speaks of.
  public var of = Selection()
  /// The article, in words.
  public var article: String?
  /// The neutral terms.
  public init() {}
}

extension NormTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.norm
  /// The fields.
  public static let rows: [Row<NormTerms>] = [
    Row(
      "requires", "要求", .conditions(\.requires), [.required, .repeatable],
      help: Wording("what the scheme must satisfy", "方案须满足的条件"),
      example: "requires rotation.every <= 5 years"),
    Row(
      "of", "对象", .selection(\.of), usually: .posts(.all), .list,
      help: Wording("posts that it speaks of", "针对哪些岗位"), example: "of high_risk"),
    Row(
      "article", "条文", .text(\.article), usually: .unwritten(Wording("none", "无")),
      help: Wording("the article, in words", "条文原文"),
      example: "article \"Posts of high risk rotate\""),
  ]
}

/// What results should reach.
public struct TargetTerms: Terms {
  /// The condition over a metric.
  public var condition: Value?
  /// Window back from the end.
  public var last: Months?
  /// First point of the window.
  public var from: Value?
  /// Last point of the window.
  public var to: Value?
  /// By when.
  public var by: Value?
  /// The article, in words.
  public var article: String?
  /// The neutral terms.
  public init() {}
}

extension TargetTerms: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.target
  /// What the entry takes before its block.
  public static let opening: Row<TargetTerms>? = Row(
    "target", "目标", .expression(\.condition),
    clauses: [
      .init(.last, .optionalNumber(\.last)), .init(.from, .point(\.from)),
      .init(.to, .point(\.to)), .init(.by, .point(\.by)),
    ], .required, help: Wording("condition over a metric", "关于评估指标的条件"),
    example: "target verification_rate >= 68% by year 3")
  /// The fields.
  public static let rows: [Row<TargetTerms>] = [
    Row(
      "article", "条文", .text(\.article), usually: .unwritten(Wording("none", "无")),
      help: Wording("the article, in words", "条文原文"), example: "article \"68 % verified\"")
  ]
}
