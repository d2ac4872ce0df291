import Plan
import Quantities
import Syntax
import Vocabulary

/// What acts only with counterparties, records and conflicts of interests (model.md G2, G5).
extension SchemeChecks {
  /// The fields that do nothing without the others.
  var dealings: [Dependent] {
    let asks = Wording("control.checks", "防控措施.查询率")
    let deals = Wording("risk.pool", "风险点.相对人")
    let checked = mayTurn(.control, "checks")
    func isChecked(_ pool: Int) -> Bool {
      checked
        || scheme.controls.contains { control in
          control.isOn && control.checks.number > 0
            && scheme.risks.indices.contains {
              scheme.risks[$0].pool == pool && acts(control, against: $0)
            }
        }
    }
    func isGuided(_ pool: Int) -> Bool {
      mayTurn(.pool, "guided") || scheme.pools[pool].guided.number > 0
    }
    func isDealtWith(_ pool: Int) -> Bool {
      mayTurn(.risk, "pool") || scheme.risks.contains { $0.pool == pool }
    }
    let ofRecords = ["number", "spread", "recorded", "remembers", "replaces"]
    return [
      Dependent(
        kind: .control, field: "displaces", needs: Wording("to", "至"),
        acts: { displaces(scheme.controls[$0]) }),
      Dependent(
        kind: .control, field: "checks", needs: deals,
        acts: { position in
          mayTurn(.risk, "pool")
            || scheme.risks.indices.contains {
              scheme.risks[$0].pool != nil && acts(scheme.controls[position], against: $0)
            }
        }),
      Dependent(
        kind: .risk, field: "pool", needs: asks,
        acts: { risk in scheme.risks[risk].pool.map { isChecked($0) || isGuided($0) } ?? true }),
      Dependent(kind: .pool, field: "guided", needs: deals, acts: isDealtWith),
      Dependent(
        kind: .pool, field: "guidance", needs: Wording("guided", "合规指引覆盖"),
        acts: { isGuided($0) && isDealtWith($0) }),
      Dependent(
        kind: .risk, field: "conflict", needs: Wording("review.conflicts", "检查.只查利益冲突"),
        acts: { _ in
          mayTurn(.review, "conflicts") || scheme.reviews.contains { $0.isOfConflicts }
        }),
      Dependent(
        kind: .review, field: "conflicts", needs: Wording("risk.conflict", "风险点.利益冲突"),
        acts: { _ in mayTurn(.risk, "conflict") || scheme.risks.contains { $0.isConflict } }),
    ] + ofRecords.map { Dependent(kind: .pool, field: $0, needs: asks, acts: isChecked) }
  }

  /// Whether a control acts against a risk somewhere.
  private func acts(_ control: ControlTerms, against risk: Int) -> Bool {
    control.against?.contains(risk) ?? true
      && !Set(scheme.risks[risk].at.posts).isDisjoint(with: control.at.posts)
  }

  /// Whether what a control stops finds another risk at some post.
  private func displaces(_ control: ControlTerms) -> Bool {
    guard let targets = control.displacesTo else { return false }
    return control.at.posts.contains { post in
      let here = scheme.risks.indices.filter { scheme.risks[$0].at.posts.contains(post) }
      let from = here.filter { control.against?.contains($0) ?? true }
      return targets.contains { target in
        here.contains(target) && from.contains { $0 != target }
      }
    }
  }

  /// Counterparties with whom no risk deals.
  func checkPools() {
    for (position, index) in draft.indices(.pool).enumerated()
    where !mayTurn(.risk, "pool") && !scheme.risks.contains(where: { $0.pool == position }) {
      problems.report(
        SchemeProblem.idle(
          Kind.pool.word, needs: Wording("risk.pool", "风险点.相对人"),
          at: draft.declarations[index].span))
    }
  }
}
