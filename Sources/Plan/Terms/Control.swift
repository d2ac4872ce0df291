public import Quantities

/// By how much collusion multiplies the loss of an offence (model.md G2).
public struct CollusionFactor: Sendable, Hashable {
  /// With one accomplice.
  public var one: Factor
  /// With several.
  public var more: Factor
  /// A factor for one and for several accomplices.
  public init(one: Double = 1, more: Double = 1) {
    self.one = Factor(one)
    self.more = Factor(more)
  }
}

/// A control 防控措施: what it stops, and what it drives into collusion (model.md G2).
///
/// It acts on accepted temptations to `against` at `at`, in the order of model.md's composition: who overrides
/// is untouched; then `blocks`; then accomplices; then `evades`.
public struct ControlTerms: Terms {
  /// Declared name, the key of its luck.
  public var name = ""
  /// What it is: labels without effect.
  public var kinds: [ControlKind] = []
  /// Posts at which it acts.
  public var at = Selection()
  /// Risks that it is against, by index; nil means all.
  public var against: [Int]?
  /// Share of temptations that it alone stops where it is performed, those that override it counted in: b.
  public var blocks = Share(0)
  /// Share of what is not blocked that goes on with an accomplice, at relation 1: c.
  public var colludes = Share(0)
  /// Posts at which an accomplice is sought, in the same unit, else in the organisation; nil means `at`.
  public var colludesBy: Selection?
  /// Share of what finds no accomplice that goes on alone: e. 0 is a control that nobody passes alone.
  public var evades = Share(1)
  /// Multiplier of the loss of a collusive offence.
  public var lossFactor = CollusionFactor()
  /// Share of occasions on which it is performed: u.
  public var performed = Share(1)
  /// Multiplier of `colludes` by the shorter of the two times in post.
  public var relation = Curve(constant: 1)
  /// Share of the colleagues approached in vain that report it.
  public var tells = Share(0)
  /// Share of what it blocks that is noticed and becomes a lead of the unit's own.
  public var notices = Share(0)
  /// Share of what it stops that turns to another risk of the same seat, once.
  public var displaces = Share(0)
  /// Risks to which it turns, by index, each as likely of those at the post; nil means none.
  public var displacesTo: [Int]?
  /// Share of the counterparties with a record that it excludes.
  public var checks = Share(0)
  /// What it adds to the unit's trace for the risks at its posts, times `performed`; together at most 1.
  public var traces = Share(0)
  /// Performed less than this it is a weakness that a review can reveal (model.md G5).
  public var standard = Share(0)
  /// Money per month.
  public var cost = PriceRate(0)
  /// By how much it delays the business at its posts: a figure of the design, without effect in a run.
  public var friction = Months(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}
