import Ledger
import Measures
import Syntax

/// What is to be run and asked: the policies, the questions, how often, with which luck.
struct Order: Sendable {
  /// Names of policies; the first is what others are compared with.
  var policies: [String]
  /// What is asked of all of them.
  var questions: [Question]
  /// Runs of each policy.
  var runs: Int
  /// Draws of what is uncertain; nil is half the runs.
  var draws: Int?
  /// The seed.
  var seed: UInt64
  /// Go on until these are that narrow.
  var until: [(question: Question, precision: Precision)] = []

  /// Everything that the runs must answer.
  var asked: [Question] { questions + until.map(\.question) }

  /// The design of the runs (model.md 37): with `~` two runs a draw unless draws are given.
  func design(isUncertain: Bool) -> Design {
    guard isUncertain else { return .certain }
    guard let draws else { return .uncertain(inner: 2) }
    return .uncertain(inner: max(1, (runs + draws - 1) / max(1, draws)))
  }

  /// The most runs that `until` may take.
  static let most = 1_000_000
}
