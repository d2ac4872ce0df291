public import Quantities

/// What the metrics of an appraisal score: how many cases, findings or sanctions a unit has, how many of those due
/// rotate, how many remedies are reported complete.
public struct Scoring: Sendable, Hashable {
  /// Cases, findings, sanctions, prosecutions.
  public var findings = false
  /// Moves that were due.
  public var rotation = false
  /// Remedies and recommendations.
  public var completion = false
  /// Nothing of these.
  public init() {}
}

/// An appraisal 考核 of units, and what it does to them besides what it is for (model.md G12).
public struct AppraisalTerms: Terms {
  /// Declared name.
  public var name = ""
  /// What it scores.
  public var scores = Scoring()
  /// Months between two scorings; it acts from the first on.
  public var every = Months(1)
  /// How much hangs on it.
  public var weight = Share(0)
  /// Share of verified items that units keep from the record because findings are scored; nil is .4 of the weight.
  public var buries: Share?
  /// By how much lower the odds are that people report because findings are scored; nil is .2 of the weight.
  public var chills: Factor?
  /// Share of what is not done that is reported done because completion is scored; nil is .3 of the weight.
  public var paper: Share?
  /// Share of the due who rotate besides because rotation is scored; nil is .1 of the weight.
  public var complies: Share?
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}

  /// What is written of `buries`, or what follows from the weight: the number that the dial turns.
  public var buriesShare: Share {
    get { buries ?? Share(0.4 * weight.number) }
    set { buries = newValue }
  }
  /// Likewise `chills`.
  public var chillsFactor: Factor {
    get { chills ?? Factor(0.2 * weight.number) }
    set { chills = newValue }
  }
  /// Likewise `paper`.
  public var paperShare: Share {
    get { paper ?? Share(0.3 * weight.number) }
    set { paper = newValue }
  }
  /// Likewise `complies`.
  public var compliesShare: Share {
    get { complies ?? Share(0.1 * weight.number) }
    set { complies = newValue }
  }
}
