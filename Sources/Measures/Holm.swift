/// Several claims judged together, so that the chance of any false verdict among them stays at most one minus the
/// confidence (Holm 1979, step-down): as long as one is decided at the level that the number of open ones asks,
/// the others are asked again at the lower level of the fewer that are left.
public enum Holm {
  /// The verdicts; `verdict` judges a claim, by index, at a confidence of its own.
  public static func verdicts(
    of count: Int, confidence: Double = 0.95, _ verdict: (Int, Double) -> Verdict
  ) -> [Verdict] {
    var verdicts = Array(repeating: Verdict.undecided, count: count)
    var open = Array(0..<count)
    while !open.isEmpty {
      let level = 1 - (1 - confidence) / Double(open.count)
      var rest: [Int] = []
      for index in open {
        verdicts[index] = verdict(index, level)
        if verdicts[index] == .undecided { rest.append(index) }
      }
      guard rest.count < open.count else { break }
      open = rest
    }
    return verdicts
  }
}
