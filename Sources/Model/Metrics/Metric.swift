public import Ledger
public import Quantities
public import Syntax
public import Vocabulary

/// A question with a name: what it asks, how it is shown, which way is better.
public struct Metric: Sendable, Hashable {
  /// How its values are shown.
  public struct Shown: Sendable, Hashable {
    /// By how much a value is multiplied before it is printed.
    public var factor: Double
    /// What is printed behind it, such as `per 1000 person_years`.
    public var unit: Wording
  }

  /// Declared name, English for the standard ones.
  public var name: String
  /// Other spellings.
  public var aliases: [String]
  /// What tables call it.
  public var label: Wording
  /// What it asks.
  public var question: Question
  /// Dimension of its values; nil for a mixed unit.
  public var dimension: Dimension?
  /// How its values are shown.
  public var shown: Shown
  /// Which way is better.
  public var better: Better
  /// Whether it is one of `rules/`.
  public var isStandard: Bool
  /// Whether an institution could know it; if not it reads the truth of the simulation.
  public var isObservable: Bool { question.isObservable }
}

/// An expression over questions asked of policies: what a claim compares.
public indirect enum ClaimTerm: Sendable, Hashable {
  /// A constant, in canonical numbers.
  case number(Double)
  /// A question asked of a policy; nil is any policy.
  case question(Question, policy: String?)
  /// Two terms combined.
  case combined(ClaimTerm, Question.Operation, ClaimTerm)

  /// The questions with their policies, left to right.
  public var questions: [(question: Question, policy: String?)] {
    switch self {
    case .number: []
    case .question(let question, let policy): [(question, policy)]
    case .combined(let left, _, let right): left.questions + right.questions
    }
  }
}

/// A comparison that a result must satisfy.
public struct Claim: Sendable, Hashable {
  /// Left side.
  public var left: ClaimTerm
  /// How the sides compare.
  public var relation: Relation
  /// Right side.
  public var right: ClaimTerm
  /// Dimension of both sides.
  public var dimension: Dimension?
  /// The metric that it is about, if its left side is one.
  public var metric: String?
  /// The claim as the language writes it.
  public var text: Wording
  /// Where it stands.
  public var span: Span
}

/// What results should reach.
public struct Target: Sendable, Hashable {
  /// The comparison.
  public var claim: Claim
  /// The article, in words.
  public var article: String?
}

/// What a result must satisfy: a test.
public struct Expectation: Sendable, Hashable {
  /// The comparison.
  public var claim: Claim
  /// Confidence at which the bounds of the interval must satisfy it.
  public var confidence: Double
  /// The experiment whose result is meant.
  public var experiment: String?
}
