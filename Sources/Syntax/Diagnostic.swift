/// How much a diagnostic matters: an error stops, a warning asks for a look, a note only tells.
public enum Severity: String, Sendable, Hashable {
  case error, warning, note
}

/// A place in the text with what is to be said of it.
public struct Label: Sendable, Hashable {
  /// The place.
  public let span: Span
  /// What is said at the place.
  public let text: Wording

  /// Says `text` at `span`.
  public init(_ span: Span, _ text: Wording) {
    self.span = span
    self.text = text
  }
}

/// A replacement that would mend the text.
public struct Edit: Sendable, Hashable {
  /// What to replace.
  public let span: Span
  /// What to write instead.
  public let text: String

  /// Replaces `span` by `text`.
  public init(_ span: Span, _ text: String) {
    self.span = span
    self.text = text
  }
}

/// One thing to be told about a text: code, place, what is wrong, what to do (experience.md 3).
///
/// Every stage has an enum of its problems, whose cases hold facts; each case makes its diagnostic.
/// Rendering is elsewhere.
public struct Diagnostic: Sendable, Hashable {
  /// The number of the code: 142 is E0142 as an error, W0142 as a warning, N0142 as a note.
  public let number: Int
  /// Error, warning or note.
  public let severity: Severity
  /// The headline: one fact, no full stop.
  public let message: Wording
  /// The places; the first is where the problem is.
  public let labels: [Label]
  /// What to do, in lines.
  public let hints: [Wording]
  /// Replacements that an editor can offer.
  public let edits: [Edit]

  /// Makes a diagnostic.
  public init(
    _ number: Int, _ severity: Severity, _ message: Wording, at labels: [Label],
    hints: [Wording] = [], edits: [Edit] = []
  ) {
    self.number = number
    self.severity = severity
    self.message = message
    self.labels = labels
    self.hints = hints
    self.edits = edits
  }

  /// Makes an error.
  public init(
    _ number: Int, _ message: Wording, at labels: [Label], hints: [Wording] = [], edits: [Edit] = []
  ) {
    self.init(number, .error, message, at: labels, hints: hints, edits: edits)
  }

  /// The code as it is printed, such as `E0142`.
  public var code: String {
    let letter = severity == .error ? "E" : severity == .warning ? "W" : "N"
    let digits = String(number)
    return letter + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The place of the problem.
  public var span: Span { labels.first?.span ?? Span(0, 0) }
}
