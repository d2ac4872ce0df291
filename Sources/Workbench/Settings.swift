import Syntax

/// What the person chose, over what the scenario says.
struct Settings: Sendable, Hashable {
  /// Language of answers.
  var language: Language
  /// Runs of each policy; nil is the scenario's.
  var runs: Int?
  /// The seed; nil is the scenario's.
  var seed: UInt64?
  /// Months simulated; nil is the scenario's.
  var horizon: Int?
  /// `METRIC:3%`: go on until the interval of the metric is that narrow.
  var until: [Until] = []
  /// Threads that compute.
  var threads = 1
  /// A directory that replaces the shipped rules; recorded in results.
  var rules: String?
  /// Times are left out, so that outputs can be compared byte by byte.
  var isSteady = false
  /// Whether a bar may be drawn on standard error.
  var showsProgress = false

  /// A wish for precision.
  struct Until: Sendable, Hashable {
    /// Name of the metric.
    var metric: String
    /// Half the width of the interval as a share of the value.
    var share: Double
  }

  /// Settings in a language, everything else as the scenario says.
  init(language: Language) { self.language = language }
}
