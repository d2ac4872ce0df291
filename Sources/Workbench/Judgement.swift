import Ledger
import Measures
import Model
import Presentation
import Syntax

/// An expectation that was judged: three-valued, with the figure and its interval.
struct Judgement: Sendable {
  /// What was expected.
  let expectation: Expectation
  /// The file that says so, and the line.
  let place: (file: String, line: Int)
  /// Passed, failed, undecided; undefined where there is nothing to judge.
  let verdict: Verdict
  /// What the runs said; nil where the claim cannot be computed.
  let contrast: Contrast?
  /// How the value is shown.
  let metric: Measurand
  /// What the value is compared with, in canonical numbers.
  let line: Double

  /// Judges a claim by the runs of its policies.
  init(
    _ expectation: Expectation, at place: (file: String, line: Int), results: [PolicyResult],
    metrics: [Measurand]
  ) {
    self.expectation = expectation
    self.place = place
    let claim = expectation.claim
    metric =
      metrics.first { $0.name == claim.metric }
      ?? Measurand(
        name: claim.text.en, label: claim.text, question: .number(0),
        unit: Measurand.Unit(claim.dimension, factor: 1), better: .neither)
    let sum = WeightedSum(claim.left).map { left in
      WeightedSum(claim.right).map { left.minus($0) }
    }
    guard let sum = sum ?? nil else {
      (contrast, line, verdict) = (nil, 0, .undefined)
      return
    }
    line = -sum.constant
    let terms = sum.terms.compactMap { term in
      results.first { $0.name == term.policy }.map {
        Contrast.Term(term.weight, term.question, in: $0.sample)
      }
    }
    contrast =
      terms.count == sum.terms.count ? Contrast(terms, confidence: expectation.confidence) : nil
    verdict = contrast?.verdict(expecting: claim.relation, line) ?? .undefined
  }

  /// Whether the value is a difference, shown with its sign.
  var isDifference: Bool {
    (expectation.claim.left.questions + expectation.claim.right.questions).count > 1
  }

  /// The figure, its interval, and what is still needed: `-0.2M (-1.0M to +0.6M): about 4,900 more runs`.
  func text(in language: Language) -> String {
    guard let contrast, let value = contrast.value else {
      return Wording("there is no value to judge", "没有可判断的值")[language]
    }
    let factor = metric.factor
    let figure = Presentation.Figure(
      value * factor, low: contrast.interval.map { $0.low * factor },
      high: contrast.interval.map { $0.high * factor }, metric.figureUnit, in: language.tongue,
      isDifference: isDifference, line: line * factor)
    guard verdict != .passed else { return figure.text }
    let tail: Wording
    if verdict == .undecided {
      guard let more = RunNotes.more(contrast.runsToDecide(line), after: contrast.runs) else {
        return figure.text
      }
      tail = Wording(": \(more.en)", "：\(more.zh)")
    } else {
      let side =
        value < line
        ? Wording("below", "低于") : value > line ? Wording("above", "高于") : Wording("at", "等于")
      let wanted = metric.line(line, in: language.tongue)
      tail = Wording(
        ": the whole interval is \(side.en) \(wanted)", "：整个区间\(side.zh) \(wanted)")
    }
    return figure.text + tail[language]
  }
}

/// A claim's side as a weighted sum of questions asked of policies, and a constant.
struct WeightedSum {
  /// One question of one policy.
  struct Term {
    var weight: Double
    var question: Question
    var policy: String
  }
  var terms: [Term] = []
  var constant = 0.0

  /// The sum of a term; nil if it is no sum: a ratio between policies, a least or greatest of two.
  init?(_ term: ClaimTerm) {
    switch term {
    case .number(let number): constant = number
    case .question(let question, let policy):
      terms = [Term(weight: 1, question: question, policy: policy ?? "baseline")]
    case .combined(let left, let operation, let right):
      guard let left = WeightedSum(left), let right = WeightedSum(right) else { return nil }
      switch operation {
      case .add: self = left.minus(right.times(-1))
      case .subtract: self = left.minus(right)
      case .multiply where left.terms.isEmpty: self = right.times(left.constant)
      case .multiply where right.terms.isEmpty: self = left.times(right.constant)
      case .divide where right.terms.isEmpty && right.constant != 0:
        self = left.times(1 / right.constant)
      default: return nil
      }
    }
  }

  /// Every weight and the constant multiplied.
  func times(_ factor: Double) -> WeightedSum {
    var sum = self
    for index in sum.terms.indices { sum.terms[index].weight *= factor }
    sum.constant *= factor
    return sum
  }

  /// This sum less another one.
  func minus(_ other: WeightedSum) -> WeightedSum {
    let negative = other.times(-1)
    var sum = self
    sum.terms += negative.terms
    sum.constant += negative.constant
    return sum
  }
}
