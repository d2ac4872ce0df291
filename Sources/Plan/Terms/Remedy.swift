public import Quantities

/// By how much a revised model shortens its tails (model.md G9).
public struct Tuning: Sendable, Hashable {
  /// Share by which false alerts become fewer.
  public var untrue = Share(0)
  /// Share by which genuine alerts become fewer.
  public var genuine = Share(0)
  /// Nothing is tuned.
  public init() {}
}

/// How a remedy is looked at again 回访 (model.md G9).
public struct FollowUp: Sendable, Hashable {
  /// Share of what is not truly done that is seen; 0 is no follow-up, so nothing is ever closed.
  public var sees = Share(0)
  /// Time from when it should be done to the follow-up.
  public var within = Months(0)
  /// Who looks; a third party sees more.
  public var by = Performer.kind(.supervisory)
  /// No follow-up.
  public init() {}
}

/// A remedy 整改: what a case, a weakness or a review obliges the unit to do (model.md G9).
///
/// Chance is settled when the remedy is issued, under the terms of that month; what it changes is that of the month
/// in which it is truly done.
public struct RemedyTerms: Terms {
  /// Declared name, the key of its luck.
  public var name = ""
  /// What it answers.
  public var on: [RemedyTrigger] = []
  /// Who issues it.
  public var by = Performer.kind(.supervisory)
  /// Posts to which it is addressed; nil means those of the unit concerned.
  public var to: Selection?
  /// Time within which the unit is to reply.
  public var within = Months(.infinity)
  /// Time from issue to reply.
  public var replies = Distribution.constant(0)
  /// Share accepted.
  public var accepts = Share(1)
  /// Share of the accepted that is truly done.
  public var completes = Share(1)
  /// Time from the reply until it is done, or should be.
  public var takes = Distribution.constant(0)
  /// Share of the accepted that is not done and is reported as done all the same.
  public var paper = Share(0)
  /// How it is looked at again.
  public var followUp = FollowUp()
  /// How often it is reissued.
  public var reopens = Count(0)
  /// Half-life of what it changes, lists excepted; infinity never fades.
  public var halfLife = Months(.infinity)
  /// Whether it puts its risk points on the list.
  public var lists = false
  /// Share of what is missing by which controls are performed better: u ← u + g(1 − u).
  public var performs = Share(0)
  /// Of which risks; nil means those concerned.
  public var performsAgainst: [Int]?
  /// Controls, by index, that begin to act in the unit.
  public var adds: [Int]?
  /// Share by which the temptation at its risk points falls: K ← max(.5, K(1 − g)).
  public var hardens = Share(0)
  /// By how much the indicator concerned is tuned.
  public var tunes = Tuning()
  /// Which of `performs`, `hardens`, `tunes` are written, and so act whatever the trigger.
  public var isPerforming = false, isHardening = false, isTuning = false
  /// Whether the unit is trained anew.
  public var retrains = false
  /// Whether the body above guides the unit by cases and files its rules: completes 5 points more, paper 10 less.
  public var guides = false
  /// Money per remedy; a follow-up costs half of it.
  public var cost = Price(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}
