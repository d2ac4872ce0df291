public import Ledger

/// How a question differs between two policies, run by run (A minus B).
public struct PairedDifference: Sendable, Hashable {
  /// The difference with its interval: exactly 0 from 0 to 0 if every run is the same.
  public var contrast: Contrast
  /// How alike the errors of both policies are, −1 to 1; nil where one has none.
  public var correlation: Double?
  /// How many runs of each policy with luck of its own would give the same standard error; nil where
  /// the difference has none.
  public var unpairedRuns: Double?

  /// Compares two policies; nil if the samples are not of the same runs.
  public init?(of question: Question, in a: Sample, versus b: Sample, confidence: Double = 0.95) {
    guard
      let contrast = Contrast(
        [.init(1, question, in: a), .init(-1, question, in: b)], confidence: confidence)
    else { return nil }
    self.contrast = contrast
    guard let first = Linearised(Formula(question, in: a.sheet), in: a),
      let second = Linearised(Formula(question, in: b.sheet), in: b)
    else { return }
    guard let error = contrast.standardError, let firstError = first.standardError,
      let secondError = second.standardError
    else { return }
    let apart = firstError * firstError + secondError * secondError
    if error > 0 { unpairedRuns = Double(contrast.runs) * (apart / (error * error)) }
    guard firstError > 0 && secondError > 0 else { return }
    let together = (apart - error * error) / (2 * firstError * secondError)
    correlation = min(1, max(-1, together))
  }
}
