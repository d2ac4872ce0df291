/// A problem with the places in the text that it is about (experience.md 3).
public struct Excerpt: Sendable, Hashable {
  /// A text that was read.
  public struct Source: Sendable, Hashable {
    /// What it is called: a file name.
    public var name: String
    /// All of it.
    public var text: String

    /// Names a text.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A place, in UTF-8 offsets of one source; offsets outside are drawn at the nearest place inside.
  public struct Place: Sendable, Hashable {
    /// Which of the sources.
    public var source: Int
    /// The first byte.
    public var lower: Int
    /// One past the last byte.
    public var upper: Int

    /// A stretch of a source.
    public init(source: Int = 0, _ lower: Int, _ upper: Int) {
      self.source = source
      self.lower = lower
      self.upper = upper
    }
  }

  /// A place with what is said of it.
  public struct Label: Sendable, Hashable {
    /// The place.
    public var place: Place
    /// What is said; may be empty.
    public var text: String

    /// Says `text` of `place`.
    public init(_ place: Place, _ text: String) {
      self.place = place
      self.text = text
    }
  }

  /// A replacement that would mend the text; for editors, not drawn on paper.
  public struct Edit: Sendable, Hashable {
    /// What to replace.
    public var place: Place
    /// What to write instead.
    public var text: String

    /// Replaces `place` by `text`.
    public init(_ place: Place, _ text: String) {
      self.place = place
      self.text = text
    }
  }

  /// How much it matters.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    case error, warning, note
  }

  /// How much it matters.
  public var severity: Severity
  /// The code, such as `E0142`.
  public var code: String
  /// The headline.
  public var message: String
  /// The texts that the places point into.
  public var sources: [Source]
  /// The places; the first is where the problem is.
  public var labels: [Label]
  /// What to do, in lines.
  public var hints: [String]
  /// Replacements for editors.
  public var edits: [Edit]
  /// The language of the texts.
  public var tongue: Tongue

  /// Makes an excerpt.
  public init(
    _ severity: Severity, code: String, _ message: String, sources: [Source], labels: [Label],
    hints: [String] = [], edits: [Edit] = [], in tongue: Tongue
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.sources = sources
    self.labels = labels
    self.hints = hints
    self.edits = edits
    self.tongue = tongue
  }
}
