/// What a stretch of text means; how it looks is decided when it is drawn (experience.md 9, Colours).
public enum Style: String, Sendable, Hashable, CaseIterable {
  /// Nothing in particular.
  case plain
  /// A verdict: met, better.
  case good
  /// A verdict: missed, worse.
  case bad
  /// A verdict: undecided.
  case undecided
  /// A verdict: the same.
  case same
  /// Said in passing.
  case dim
  /// A heading or the word that matters.
  case strong
  /// The colour letter of a yellow alert; black on yellow, never the text itself.
  case yellow
  /// The colour letter of an orange alert.
  case orange
  /// The colour letter of a red alert.
  case red
  /// The ledger of what happened.
  case happened
  /// The ledger of what was detected.
  case detected
  /// The ledger of what is on record.
  case recorded
}

/// A text in one language, with what its stretches mean.
///
/// A literal is plain; `"verdict \("✓ met", .good)"` gives one stretch a style.
public struct Styled: Sendable, Hashable {
  /// A stretch of one style.
  public struct Stretch: Sendable, Hashable {
    /// The characters.
    public var text: String
    /// What they mean.
    public var style: Style

    /// Gives `text` a style.
    public init(_ text: String, _ style: Style) {
      self.text = text
      self.style = style
    }
  }

  /// The stretches, in order.
  public var stretches: [Stretch]

  /// A text of one style.
  public init(_ text: String, _ style: Style = .plain) {
    stretches = text.isEmpty ? [] : [Stretch(text, style)]
  }

  /// A text of several stretches.
  public init(_ stretches: [Stretch]) { self.stretches = stretches.filter { !$0.text.isEmpty } }

  /// The characters without their styles.
  public var text: String { stretches.map(\.text).joined() }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { stretches.isEmpty }

  /// One text after the other.
  public static func + (left: Styled, right: Styled) -> Styled {
    Styled(left.stretches + right.stretches)
  }
}

extension Styled: ExpressibleByStringInterpolation {
  /// Collects the stretches of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    var stretches: [Stretch] = []

    /// Begins an empty text.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds the plain text between two interpolations.
    public mutating func appendLiteral(_ literal: String) {
      stretches.append(Stretch(literal, .plain))
    }

    /// Adds a text of a style.
    public mutating func appendInterpolation(_ text: String, _ style: Style = .plain) {
      stretches.append(Stretch(text, style))
    }

    /// Adds a number as it stands; figures with an interval go through `Figure`.
    public mutating func appendInterpolation(_ number: Int) {
      stretches.append(Stretch(String(number), .plain))
    }

    /// Adds a text that has its styles.
    public mutating func appendInterpolation(_ styled: Styled) {
      stretches.append(contentsOf: styled.stretches)
    }
  }

  /// A plain text.
  public init(stringLiteral value: String) { self.init(value) }

  /// A text with styled stretches.
  public init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.stretches) }
}
