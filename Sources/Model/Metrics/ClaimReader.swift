import Ledger
import Quantities
import Syntax
import Vocabulary

/// Reads comparisons over questions asked of policies.
struct ClaimReader {
  /// How questions are read.
  let questions: QuestionReader

  private struct Read {
    var term: ClaimTerm
    var powers: Powers
  }

  /// The claim of a condition; nil after a problem. A metric that names no policy is asked of `policy`.
  func claim(_ value: Value, window: Window?, policy: String?) -> Claim? {
    guard case .infix(let left, let sign, let right) = value.kind,
      let relation = Relation(rawValue: sign.rawValue)
    else {
      questions.problems.report(QuestionProblem.notCondition(at: value.span))
      return nil
    }
    let asking = Asking(window: window)
    let first = term(left, asking, policy)
    let second = term(right, asking, policy)
    guard let first, let second,
      let powers = questions.powers(first.powers, sign, second.powers, at: value.span)
    else { return nil }
    return Claim(
      left: first.term, relation: relation, right: second.term, dimension: powers.dimension,
      metric: metric(left), text: Printed.value(value), span: value.span)
  }

  private func metric(_ value: Value) -> String? {
    switch value.kind {
    case .path(let path), .call(let path, _): questions.metrics[path.text]?.name
    default: nil
    }
  }

  private func term(_ value: Value, _ asking: Asking, _ policy: String?) -> Read? {
    if case .brackets(let groups) = value.kind, let inner = groups.single {
      return term(inner, asking, policy)
    }
    if case .infix(let left, let sign, let right) = value.kind,
      let operation = Question.Operation(sign)
    {
      guard let left = term(left, asking, policy), let right = term(right, asking, policy),
        let powers = questions.powers(left.powers, sign, right.powers, at: value.span)
      else { return nil }
      return Read(term: left.term.combined(operation, with: right.term), powers: powers)
    }
    guard let asked = questions.asked(value, asking) else { return nil }
    if case .number(let number) = asked.question {
      return Read(term: .number(number), powers: asked.powers)
    }
    let named = self.policy(value) ?? policy
    return Read(term: .question(asked.question, policy: named), powers: asked.powers)
  }

  /// The policy that a call asks of.
  private func policy(_ value: Value) -> String? {
    guard case .call(_, let groups) = value.kind else { return nil }
    let found = groups.flatMap { Arguments([$0]).main }.compactMap { item in
      item.value.path.flatMap { questions.policies[$0.text] }
    }
    if found.count > 1 {
      questions.problems.report(QuestionProblem.twoPolicies(at: value.span))
    }
    return found.first
  }
}

extension ClaimTerm {
  /// Two terms combined; questions asked of one policy become one question.
  func combined(_ operation: Question.Operation, with other: ClaimTerm) -> ClaimTerm {
    switch (self, other) {
    case (.number(let a), .number(let b)): .number(operation.applied(a, b))
    case (.question(let a, let first), .question(let b, let second)) where first == second:
      .question(.combined(a, operation, b), policy: first)
    case (.question(let a, let policy), .number(let b)):
      .question(.combined(a, operation, .number(b)), policy: policy)
    case (.number(let a), .question(let b, let policy)):
      .question(.combined(.number(a), operation, b), policy: policy)
    default: .combined(self, operation, other)
    }
  }
}

extension Question.Operation {
  /// The result of the operation on two numbers.
  func applied(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .minimum: Swift.min(a, b)
    case .maximum: Swift.max(a, b)
    }
  }
}
