/// Stage of an offence 苗头、违法、犯罪.
public enum Stage: Int, Sendable, Hashable, CaseIterable {
  case sign, violation, crime
}

/// Colour of an alert; green is no alert.
public enum Colour: Int, Sendable, Hashable, CaseIterable {
  case green, yellow, orange, red
}

/// Why an offence ended.
public enum EndReason: Int, Sendable, Hashable, CaseIterable {
  case desisted, verified, moved, left, censored
}

/// Where a lead or a finding came from.
public enum LeadSource: Int, Sendable, Hashable, CaseIterable {
  case alert, report, review, accident, handover
}

/// Where an item of work stands.
public enum ItemStatus: Int, Sendable, Hashable, CaseIterable {
  case open, queued, working, verified, void, lapsed
}

/// Why somebody moved or a seat fell vacant.
public enum MoveReason: Int, Sendable, Hashable, CaseIterable {
  case rotation, refill, departure
}

/// What money was spent on.
public enum Activity: Int, Sendable, Hashable, CaseIterable {
  case review, response, rotation, indicator, reporting
}

/// Codes of the field `body` that are not the index of a declared body.
public enum BodyCode {
  /// The unit itself.
  public static let unit: Int64 = -1
  /// The supervisory body that acts where none is declared.
  public static let implicit: Int64 = -2
}
