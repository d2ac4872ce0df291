import Syntax

extension QuestionProblem {
  /// What `explain` says of each code.
  static let pages: [Explanation] = []
}
