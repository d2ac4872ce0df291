import Syntax

extension NameProblem {
  /// What `explain` says of each code.
  static let pages: [Explanation] = []
}
