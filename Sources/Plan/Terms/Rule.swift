public import Ledger
public import Quantities

/// What a rule looks at: comparisons of questions over what an institution can observe.
///
/// Windows count back from now: the months from `first` to `last` of a window whose last month is 0 or less are
/// counted from the month of the evaluation, which is 0.
public indirect enum RuleCondition: Sendable, Hashable {
  case compares(Question, Relation, Question)
  case and(RuleCondition, RuleCondition)
  case or(RuleCondition, RuleCondition)
  case not(RuleCondition)

  /// The questions, left to right.
  public var questions: [Question] {
    switch self {
    case .compares(let left, _, let right): [left, right]
    case .and(let left, let right), .or(let left, let right): left.questions + right.questions
    case .not(let inner): inner.questions
    }
  }
}

/// What a rule does.
public enum RuleAction: Sendable, Hashable {
  /// Turns a number, within its bounds.
  case turn(Dial, Change.Operation, Double)
  /// Undoes what rules have done to a number.
  case restore(Dial)
  /// Lets a review look next month, at its scope or at some posts of it.
  case order(review: Int, posts: Selection?)
  /// Issues a remedy, to all units or to some.
  case issue(remedy: Int, units: [Int]?)
  /// Admonishes the holders of some posts, or their units, with every admonition that rules call for.
  case admonish(Selection)
  /// Lists leads for supervision from above, by what they look like, under any listing that has room.
  case list(Condition)

  /// The number that it turns.
  public var dial: Dial? {
    switch self {
    case .turn(let dial, _, _), .restore(let dial): dial
    case .order, .issue, .admonish, .list: nil
    }
  }
}

/// A rule 规则: what changes when an evaluation shows this or that (model.md G12).
public struct RuleTerms: Terms {
  /// Declared name.
  public var name = ""
  /// Reviews after whose occurrence it is asked, by index.
  public var at: [Int] = []
  /// What must hold; nil never does.
  public var condition: RuleCondition?
  /// What is done then, in order.
  public var actions: [RuleAction] = []
  /// Months that must have passed since it last fired.
  public var cooldown = Months(0)
  /// Who answers for it.
  public var owner = Performer.kind(.supervisory)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}

extension Scheme {
  /// The numbers that rules turn, each once, in the order of the rules; a row of `changes` names them by place.
  public var ruledDials: [Dial] {
    rules.flatMap(\.actions).compactMap(\.dial).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }
}
