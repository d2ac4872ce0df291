import Plan
import Quantities
import Syntax
import Vocabulary

/// Rules that nobody asks, and what waits for a rule that nobody wrote (model.md G12).
extension SchemeChecks {
  /// All checks of rules.
  func checkRules() {
    for (position, index) in draft.indices(.rule).enumerated()
    where !draft.declarations[index].isOff {
      let rule = scheme.rules[position]
      guard let first = rule.at.first,
        !rule.at.contains(where: { takesPlace($0, besides: position) })
      else { continue }
      problems.report(
        RuleProblem.neverAsked(
          rule.name, review: scheme.reviews[first].name, at: draft.declarations[index].span))
    }
    for (position, index) in draft.indices(.review).enumerated()
    where scheme.reviews[position].on.contains(where: { $0.trigger == .order }) {
      guard !isOrdered(position), let row = ReviewTerms.row("on") else { continue }
      problems.report(
        SchemeProblem.idle(
          row.word, needs: Wording("rule … then { order … }", "规则 … 则 { 开展 … }"),
          at: draft.declarations[index].span))
    }
  }

  /// Whether a review can take place before the last month.
  private func takesPlace(_ position: Int, besides rule: Int) -> Bool {
    let review = scheme.reviews[position]
    if mayTurn(.review, "every") || mayTurn(.review, "first") { return true }
    guard review.isOn else { return false }
    return !review.on.isEmpty || isOrdered(position, besides: rule)
      || min(review.every.number, review.first.number) < base.settings.horizon.number
  }

  /// Whether a rule orders a review, another than one.
  private func isOrdered(_ position: Int, besides own: Int = -1) -> Bool {
    mayAct(.rule) && scheme.rules.isEmpty
      || scheme.rules.enumerated().contains { index, rule in
        index != own
          && rule.actions.contains {
            if case .order(position, _) = $0 { true } else { false }
          }
      }
  }
}

extension RuleTerms {
  /// Whether it admonishes anybody.
  var admonishes: Bool {
    actions.contains { if case .admonish = $0 { true } else { false } }
  }

  /// Whether it issues any remedy.
  var issuesRemedies: Bool {
    actions.contains { if case .issue = $0 { true } else { false } }
  }
}
