import Ledger

extension Interval {
  /// The interval of a ratio of two differences (Fieller 1954): all θ for which above − θ · below may be 0. It has no ends
  /// where the lower difference may itself be 0, and is then nil: what was bought cannot be told from nothing.
  init?(ratioOf above: Question, to below: Question, in sample: Sample, confidence: Double) {
    let terms = [above, below].map { Linearised(Formula($0, in: sample.sheet), in: sample) }
    guard let over = terms[0], let under = terms[1],
      let apart = Linearised(terms, weights: [1, -1], in: sample),
      let overError = over.standardError, let underError = under.standardError,
      let apartError = apart.standardError
    else { return nil }
    let reach = studentQuantile(tail: (1 - confidence) / 2, degrees: apart.degrees)
    let (overVariance, underVariance) = (overError * overError, underError * underError)
    let covariance = (overVariance + underVariance - apartError * apartError) / 2
    let square = under.value * under.value - reach * reach * underVariance
    let middle = over.value * under.value - reach * reach * covariance
    let rest = over.value * over.value - reach * reach * overVariance
    let root = middle * middle - square * rest
    guard square > 0, root >= 0 else { return nil }
    self.init(
      low: (middle - root.squareRoot()) / square, high: (middle + root.squareRoot()) / square)
  }
}
