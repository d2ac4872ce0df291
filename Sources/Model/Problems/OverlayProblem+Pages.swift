import Syntax

extension OverlayProblem {
  /// What `explain` says of each code.
  static let pages: [Explanation] = []
}
