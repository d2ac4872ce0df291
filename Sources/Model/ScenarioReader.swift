import Ledger
import Plan
import Quantities
import Syntax
import Vocabulary

/// Lowers the declarations of a scenario and reads everything around its scheme.
struct ScenarioReader {
  /// The declarations.
  var draft: Draft
  /// Where problems go.
  let problems: Problems

  /// The scenario; what has problems is left out.
  func scenario(named name: String) -> Scenario {
    let base = Lowering(draft, problems: problems)
    base.lowerScheme()
    SchemeChecks(base, problems: problems).check()
    let policies = PolicyReader(base: base, problems: problems)
    let arms = policies.policies()
    let names = policies.names
    let questions = MetricReader(base: base, problems: problems, policies: names)
    let metrics = questions.metrics()
    return Scenario(
      settings: base.settings, title: base.settings.title ?? name, scheme: base.scheme,
      uncertain: base.uncertain, policies: arms.map(\.policy), metrics: metrics,
      norms: questions.norms(arms), targets: questions.targets(),
      expectations: questions.expectations(), experiments: questions.experiments(),
      evidence: questions.evidence(), draft: draft, knobs: base.knobs, knobPaths: base.knobPaths,
      policyNames: names)
  }
}
