import Plan
import Quantities

/// What limits bodies: money, reach, the capacity of those who take part.
extension Tables {
  mutating func foldBodies(_ responses: [ResponseTerms?]) {
    budgets = scheme.bodies.map {
      $0.budget.number < .infinity ? Money($0.budget.number * 12) : nil
    }
    hasBudgets = budgets.contains { $0 != nil }
    hasGaps = scheme.bodies.contains { $0.isOn && $0.covers.number < 1 }
    partners = responses.map { $0?.joint.filter { scheme.bodies[$0].isOn } ?? [] }
    isJoint = partners.contains { !$0.isEmpty }
    coordination = Coordination(scheme)
  }
}
