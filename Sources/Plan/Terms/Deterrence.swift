public import Quantities

/// Perceived risk: what people believe about being caught, and what that does (model.md G1, G11).
///
/// p̂ = (k·p₀ + ΣA)/(k + ΣN) over pulses of the person, the unit and the organisation that fade with
/// `halfLife`; p₀ = `prior` + `announcement`·(a − a of the baseline). What it does to onset is `risk.elasticity`.
public struct DeterrenceTerms: Terms {
  /// Perceived probability of being caught within a year, before anything is learnt.
  public var prior = Share(0.1)
  /// Weight k of the prior, in chances of a year.
  public var learning = Factor(20)
  /// Half-life of what was learnt, and of the chill after a known retaliation.
  public var halfLife = Months(12)
  /// Elasticity of risks that have none of their own; the engine reads `RiskTerms.elasticity`.
  public var elasticity = Factor(0)
  /// Exponent κ of the severity of sanctions in the perceived risk.
  public var severityExponent = Factor(0)
  /// How far an announcement is believed: ϑ.
  public var announcement = Factor(0)
  /// Share that is announced to be looked at within a year; nil means 1 − Π(1 − covers·finds)^(12/every)
  /// over the announced reviews.
  public var announced: Share?
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}
