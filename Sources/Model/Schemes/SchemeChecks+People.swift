import Plan
import Quantities
import Syntax
import Vocabulary

/// What teaches or tells people something, and could not act.
extension SchemeChecks {
  /// A programme reaches somebody and does something; newcomers exist where people come.
  func checkEducation() {
    for (position, index) in draft.indices(.education).enumerated()
    where !draft.declarations[index].isOff {
      let education = scheme.educations[position]
      let span = draft.declarations[index].span
      for (field, number) in [("reach", education.reach), ("effect", education.effect)]
      where number.number == 0 && !mayTurn(.education, field) {
        let word = EducationTerms.row(field)?.word ?? Kind.education.word
        problems.report(SchemeProblem.idle(Kind.education.word, needs: word, at: span))
      }
      let isForNewcomers = education.of.posts.isEmpty && !education.of.newcomers.isEmpty
      if isForNewcomers, !mayAct(.turnover) {
        problems.report(
          SchemeProblem.idle(
            PostClass.newcomers.word, needs: Kind.turnover.word, at: span))
      }
    }
  }
}
