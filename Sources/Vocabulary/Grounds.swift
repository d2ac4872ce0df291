public import Syntax

/// How good the evidence for a figure is.
public enum Grade: Int, Sendable, Hashable, CaseIterable {
  /// A causal estimate from an experiment or a natural experiment in the field.
  case a
  /// Measured statistics of the field.
  case b
  /// Reported by one interested source, or from another field.
  case c
  /// Recalled, or expert opinion.
  case d
  /// Nobody has published it.
  case assumption
}

/// What a default stands on.
public enum Grounds: Sendable, Hashable {
  /// A published figure.
  case published(Grade, Wording)
  /// The document that Probity was commissioned from says so.
  case subject(Wording)
  /// Derived from published figures or from the model itself.
  case derived(Wording)
  /// Nobody has published it.
  case assumption
  /// Nobody has published it, but something published leans that way.
  case assumed(Wording)
  /// No figure: a matter of the scenario.
  case design
}
