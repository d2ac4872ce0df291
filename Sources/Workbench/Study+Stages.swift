import Model
import Plan
import Presentation
import Syntax

extension Study {
  /// A stage of what was read, as text.
  func text(of stage: Show.Stage, in language: Language) -> String {
    switch stage {
    case .tree: parse(sources[0]).program.dump
    case .scenario: scenario.shown(in: language)
    case .plan: scenario.plan(policies: policies.map(\.name)).shown
    }
  }

  /// What it is called; the name of its file where it has no title.
  var title: Wording { Wording(scenario.title, scenario.title) }

  /// The scheme in figures: `48 synthetic officials in 2 units`, and what else is declared.
  var facts: (people: Wording, parts: Wording) {
    let scheme = scenario.scheme
    let seats = scheme.posts.filter(\.isOn).reduce(0.0) { sum, post in
      guard case .constant(let number) = post.headcount else { return sum }
      return sum + number
    }
    let isSure = scheme.posts.allSatisfy {
      if case .constant = $0.headcount { true } else { false }
    }
    let units = scheme.units.count
    let number = (isSure ? "" : ">= ") + Presentation.Figure.count(Int(seats))
    let people = Wording(
      "\(number) synthetic officials in \(units) unit\(units == 1 ? "" : "s")",
      "\(units) 个单位、\(number) 名合成公职人员")
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    let policies = scenario.policies.count - 1
    let (risks, controls, indicators, reviews) = (
      scheme.risks.count(where: \.isOn), scheme.controls.count(where: \.isOn),
      scheme.indicators.count(where: \.isOn), scheme.reviews.count(where: \.isOn)
    )
    let parts = Wording(
      [
        count(risks, "risk point", "risk points"), count(controls, "control", "controls"),
        count(indicators, "indicator", "indicators"), count(reviews, "review", "reviews"),
      ].joined(separator: ", ") + " · baseline and " + count(policies, "policy", "policies"),
      "\(risks) 个风险点，\(controls) 项防控措施，\(indicators) 个监测指标，\(reviews) 种检查 · 基准和 \(policies) 个方案"
    )
    return (people, parts)
  }
}
