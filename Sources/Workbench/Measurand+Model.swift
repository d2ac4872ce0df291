import Ledger
import Measures
import Model
import Quantities
import Syntax
import Vocabulary

extension Measurand {
  /// A declared metric as tables show it.
  init(_ metric: Metric) {
    name = metric.name
    label = metric.label
    question = metric.question
    better = Direction(metric.better)
    unit = Unit(metric.dimension, factor: metric.shown.factor)
  }
}

extension Direction {
  /// The direction that a metric declares.
  init(_ better: Better) {
    self =
      switch better {
      case .lower: .lower
      case .higher: .higher
      case .neither: .neither
      }
  }
}

extension Measurand.Unit {
  /// How values of a dimension are shown.
  init(_ dimension: Dimension?, factor: Double) {
    self =
      switch dimension {
      case .share: .share
      case .money: .money
      case .duration: .months
      case .perPersonYear: .perPersonYears(factor)
      default: .number(factor: factor)
      }
  }
}

extension ClaimTerm {
  /// The term as one question, if it is asked of one policy.
  var question: Question {
    switch self {
    case .number(let number): .number(number)
    case .question(let question, _): question
    case .combined(let left, let operation, let right):
      .combined(left.question, operation, right.question)
    }
  }
}

extension Aim {
  /// A target with the metric that it is about; what compares two questions is asked as their difference.
  init(_ target: Target, among metrics: [Measurand]) {
    let claim = target.claim
    let own = metrics.first { $0.name == claim.metric }
    if case .number(let number) = claim.right, let own {
      self.init(own, claim, claim.left.question, number)
    } else {
      let unit = Measurand.Unit(claim.dimension, factor: 1)
      let difference = Question.combined(claim.left.question, .subtract, claim.right.question)
      let metric = Measurand(
        name: claim.text.en, label: claim.text, question: difference, unit: unit, better: .neither)
      self.init(metric, claim, difference, 0)
    }
  }

  private init(_ own: Measurand, _ claim: Claim, _ question: Question, _ number: Double) {
    var metric = own
    metric.question = question
    self.metric = metric
    relation = claim.relation
    line = number
    isWhole = question == own.question
  }
}
