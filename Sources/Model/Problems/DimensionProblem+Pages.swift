import Syntax

extension DimensionProblem {
  /// What `explain` says of each code.
  static let pages: [Explanation] = []
}
