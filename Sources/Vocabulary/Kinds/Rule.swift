public import Ledger
public import Plan
public import Quantities
public import Syntax

/// A rule as it is written; Model compiles it.
public struct RuleText: Terms {
  /// Reviews after which it is asked.
  public var at: [Path] = []
  /// What must hold.
  public var condition: Value?
  /// What is done then.
  public var steps: [Entry] = []
  /// Time between two firings; nil is one cycle.
  public var cooldown: Months?
  /// Who answers for it.
  public var owner = Performer.kind(.supervisory)
  /// The neutral terms.
  public init() {}
}

extension RuleText: Spelled {
  /// The kind that the terms are of.
  public static let declaration = Kind.rule
  /// The fields.
  public static let rows: [Row<RuleText>] = [
    Row(
      "at", "时点", .names([.review], \.at), [.required, .list],
      help: Wording("reviews after which it is asked", "在哪些检查之后判断"), example: "at evaluation"),
    Row(
      "when", "当", .expression(\.condition), .required,
      help: Wording(
        "what must hold, of what an institution can observe: comparisons of counts, sums and metrics, joined by and, or, not; windows count back from now",
        "须满足的条件，只问机构可观测到的：计数、合计、指标的比较，以 且、或、非 连接；时间窗从当时往回数"),
      example: "when verification_rate(last 1 year) < 40%"),
    Row(
      "then", "则", .steps(\.steps), .required,
      help: Wording(
        "what is done from the next month on: changes of numbers, and the words below; at most 8",
        "自次月起采取的措施：改动数值，以及下列各项；至多 8 项"),
      example: "then { single_bid.yellow *= 1.1; order targeted_survey }"),
    Row(
      "cooldown", "最短间隔", .optionalNumber(\.cooldown),
      usually: .unwritten(Wording("one cycle", "一个周期")), bounds: .months(0, 120),
      help: Wording("time that must have passed since it last fired", "距上次触发须间隔多久"),
      grounds: .assumption, example: "cooldown 2 years"),
    Row(
      "owner", "责任方", .performer(\.owner), usually: .word("supervisory"),
      help: Wording("who answers for it", "由谁负责"),
      grounds: .subject(Wording("a list of problems with those who mend them", "问题清单——整改方——制度修订")),
      example: "owner inspectorate"),
  ]
}

/// One thing that a rule does, besides changes of numbers.
public struct RuleStep: Terms {
  /// Reviews that are to look.
  public var reviews: [Path] = []
  /// Posts at which they look; nil is their scope.
  public var posts: Selection?
  /// Remedies that are issued.
  public var remedies: [Path] = []
  /// Units to which they are issued, by index; nil is all.
  public var units: [Int]?
  /// Posts whose holders, or units, are admonished; nil is none.
  public var admonished: Selection?
  /// Which unstarted leads are listed; nil is none.
  public var listed: Condition?
  /// Numbers that go back to where they stood before rules turned them.
  public var restored: [Path] = []
  /// The neutral terms.
  public init() {}
}

extension RuleStep: Spelled {
  /// The kind in whose `then` they stand.
  public static let declaration = Kind.rule
  /// The words.
  public static let rows: [Row<RuleStep>] = [
    Row(
      "order", "开展", .names([.review], \.reviews),
      clauses: [
        .init(
          .of, .optionalSelection(\.posts), usually: .unwritten(Wording("its scope", "同范围")))
      ], usually: .unwritten(Wording("nothing", "无")), [.repeatable, .list],
      help: Wording(
        "reviews that look next month, at everybody in their scope or at some posts of it",
        "次月开展的检查，针对其全部范围或其中一些岗位"),
      example: "order targeted_survey of finance"),
    Row(
      "issue", "制发", .names([.remedy], \.remedies),
      clauses: [.init(.to, .units(\.units), usually: .unwritten(Wording("all units", "全部单位")))],
      usually: .unwritten(Wording("nothing", "无")), [.repeatable, .list],
      help: Wording(
        "remedies `on rule` that are issued, to all units or to some", "制发哪些按规则触发的整改，发给全部或部分单位"),
      example: "issue recommendation to finance"),
    Row(
      "admonish", "诫告", .optionalSelection(\.admonished),
      usually: .unwritten(Wording("nobody", "无")), [.repeatable, .list],
      help: Wording(
        "posts whose holders get every admonition `on rule` from the next month on, or whose units do where it is addressed to units",
        "对哪些岗位的人员自次月起作按规则触发的诫告；送达对象为单位的，向其单位诫告"),
      example: "admonish tender"),
    Row(
      "list", "挂牌督办", .optionalClaim(.leads, \.listed),
      usually: .unwritten(Wording("nothing", "无")), .repeatable,
      help: Wording(
        "unstarted leads that are listed for supervision from above next month, as far as the higher body has room: by what they look like from outside, whatever a `listing` asks",
        "次月挂牌督办哪些尚未启动的线索：按其外观，不问“挂牌督办”自身的条件，以督办机关尚有余力为限"),
      grounds: .subject(Wording("key cases are listed for supervision from above", "重点案件挂牌督办")),
      example: "list overdue"),
    Row(
      "restore", "恢复", .names([], \.restored), usually: .unwritten(Wording("nothing", "无")),
      [.repeatable, .list],
      help: Wording(
        "numbers that go back to where they stood before rules turned them", "把哪些数值恢复到规则改动之前"),
      example: "restore single_bid.yellow"),
  ]
}
