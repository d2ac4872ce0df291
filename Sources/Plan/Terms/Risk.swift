public import Quantities

/// One number for each stage of an offence.
public struct PerStage: Sendable, Hashable {
  /// Signs 苗头.
  public var sign: Factor
  /// Violation 违法.
  public var violation: Factor
  /// Crime 犯罪.
  public var crime: Factor
  /// One number a stage.
  public init(sign: Double = 1, violation: Double = 1, crime: Double = 1) {
    self.sign = Factor(sign)
    self.violation = Factor(violation)
    self.crime = Factor(crime)
  }
}

/// Severity at onset and escalation (model.md G3).
public struct Severity: Sendable, Hashable {
  /// Share of onsets that are signs.
  public var sign = Share(1)
  /// Share of onsets that are violations.
  public var violation = Share(0)
  /// Share of onsets that are crimes.
  public var crime = Share(0)
  /// Hazard of rising one stage.
  public var escalates = Rate(0)
  /// Signs that stay signs.
  public init() {}
}

/// A risk point: temptation and course of an offence (model.md G1, G3).
public struct RiskTerms: Terms {
  /// Declared name, the key of its luck.
  public var name = ""
  /// Posts where the risk exists.
  public var at = Selection()
  /// Hazard of onset per occupied idle seat.
  public var rate = Rate(0)
  /// Share of occupied seats with an active offence at month 0 of a cold start.
  public var initial = Share(0)
  /// Share of its posts where it is on the list at the beginning (model.md G5); nil means what the posts say.
  public var listed: Share?
  /// `listed`, or all while it is not written: the number that the dial `listed` turns.
  public var listedShare: Share {
    get { listed ?? Share(1) }
    set { listed = newValue }
  }
  /// Posts whose holder answers for the risk; nil means what the posts say.
  public var owner: Selection?
  /// Multiplier of onset by time in post.
  public var tenure = Curve(constant: 1)
  /// Multiplier of loss by time in post.
  public var tenureLoss = Curve(constant: 1)
  /// Elasticity ε of onset to the perceived risk (model.md G1): 0 is no deterrence. Lowered from
  /// `deterrence.elasticity` where the risk has none of its own.
  public var elasticity = Factor(0)
  /// Attempts a month that an offence makes on colleagues in the unit: ω (model.md G1).
  public var infects = Rate(0)
  /// What it is that infects.
  public var infectsBy = Infection.active
  /// Hazard λ of going with the crowd: of beginning while too few in the unit are honest, of stopping otherwise.
  public var tipping = Rate(0)
  /// Share of the established seats of the unit with an honest occupant below which it tips.
  public var tipsBelow = Share(0.5)
  /// Counterparties with whom it is committed, by index; nil means nobody in particular.
  public var pool: Int?
  /// Whether it comes of a conflict of interests, which personal files show (model.md G5).
  public var isConflict = false
  /// Highest product of the multipliers of onset, frailty apart.
  public var cap = Factor(2.5)
  /// Severity at onset and escalation.
  public var severity = Severity()
  /// Mean duration if nobody ever finds the offence; 0 is one act, infinity never ends.
  public var lasts = Months(.infinity)
  /// Loss scale, drawn once per offence.
  public var loss = Distribution.constant(0)
  /// Multiplier of loss by stage.
  public var stageLoss = PerStage()
  /// Multiplier of detection by stage.
  public var stageDetect = PerStage()
  /// Shape of the gamma detectability with mean 1; infinity means all alike.
  public var detectability = Factor(.infinity)
  /// Half-life of the evidence after an offence ended.
  public var evidenceLasts = Months(0)
  /// False where a policy takes the risk out.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}
