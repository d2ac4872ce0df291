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

  /// What a move leaves behind acts only where controls stand at the posts that rotate.
  var rotating: [Dependent] {
    let mayControl = mayTurn(.control, "at") || mayAct(.control) && !draft.indices(.policy).isEmpty
    func meets(_ rotation: Int, _ acts: (ControlTerms) -> Bool) -> Bool {
      let posts = Set(scheme.rotations[rotation].of.posts)
      return scheme.controls.contains {
        $0.isOn && acts($0) && !posts.isDisjoint(with: $0.at.posts)
      }
    }
    let colluding = mayControl || mayTurn(.control, "colludes")
    let settles = mayTurn(.rotation, "settling")
    let lags = mayTurn(.rotation, "lag")
    return [
      Dependent(
        kind: .rotation, field: "passes", needs: Wording("control.colludes", "防控措施.串通"),
        acts: { colluding || meets($0) { $0.colludes.number > 0 } }),
      Dependent(
        kind: .rotation, field: "settling", needs: Wording("lag", "适应损失"),
        acts: { lags || scheme.rotations[$0].lag.number > 0 }),
      Dependent(
        kind: .rotation, field: "lag", needs: Wording("settling", "适应期"),
        acts: { settles || scheme.rotations[$0].settling.number > 0 }),
    ]
      + ["settling", "lag"].map { field in
        Dependent(
          kind: .rotation, field: field, needs: Kind.control.word,
          acts: { mayControl || meets($0) { _ in true } })
      }
  }
}
