import Ledger
import Measures
import Syntax

/// What the runs of one policy said, with what is needed to speak of it.
struct PolicyResult: Sendable {
  /// Declared name; `baseline`, `current`.
  var name: String
  /// What tables call it.
  var label: Wording
  /// Its runs.
  var sample: Sample

  /// What the runs say to a metric.
  func estimate(_ metric: Measurand) -> Estimate { estimate(metric.question) }

  /// What the runs say to a question.
  func estimate(_ question: Question) -> Estimate { Estimate(of: question, in: sample) }
}

/// A target with the metric that it is about.
struct Aim: Sendable, Hashable {
  /// The metric, over the target's own window.
  var metric: Measurand
  /// How the value is to stand to the line.
  var relation: Relation
  /// The line, in canonical numbers.
  var line: Double
  /// Whether it is about the whole horizon, so that it stands beside the metric itself.
  var isWhole: Bool

  /// `<= 6`
  func text(in language: Language) -> String {
    "\(relation.rawValue) \(metric.line(line, in: language.tongue))"
  }
}

/// How the runs of a table were made, for its heading and its rows.
struct Making: Sendable, Hashable {
  /// Name of the scenario, as rows carry it.
  var scenario: String
  /// Months simulated.
  var horizon: Int
  /// The seed.
  var seed: UInt64
  /// How many uncertain values there are.
  var uncertain: Int
  /// How runs hang together.
  var design: Design
  /// Seconds that it took; nil if they are not told.
  var seconds: Double?
  /// How many runs were computed anew.
  var computed: Int
  /// Whether it ended before its time.
  var wasInterrupted: Bool
  /// A directory that replaced the shipped rules.
  var rules: String?
}
