import Syntax

extension DistributionProblem {
  /// What `explain` says of each code.
  static let pages: [Explanation] = []
}
