import Syntax

extension SchemeProblem {
  /// What `explain` says of each code.
  static let pages: [Explanation] = []
}
