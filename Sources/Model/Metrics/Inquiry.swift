public import Ledger
import Plan
public import Quantities
public import Syntax
public import Vocabulary

/// A question as somebody types it: a metric by its name, a metric with arguments, or an expression.
public struct Inquiry: Sendable, Hashable {
  /// The metric, alone or with arguments; nil for an expression.
  public var metric: Metric?
  /// What is asked, over the scenario's own horizon.
  public var question: Question
  /// Dimension of its values; nil for a mixed unit.
  public var dimension: Dimension?
  /// How its values are shown.
  public var shown: Metric.Shown
  /// The policy that it names, `incidence(brisk)`; nil is any.
  public var policy: String?
}

extension Scenario {
  /// The question of an expression, narrowed by a condition over the fields of the events that it counts.
  ///
  /// As with groupings, what is added up must have the fields of the condition; a denominator that has
  /// none of them stays whole. Nil after a problem.
  public func inquiry(
    _ value: Value, where condition: Value? = nil
  ) -> (inquiry: Inquiry?, diagnostics: [Diagnostic]) {
    asking { metrics in
      guard let asked = metrics.questions.asked(value) else { return nil }
      let metric = (value.path ?? value.called).flatMap { self.metric($0.text) }
      var inquiry = Inquiry(
        metric: metric, question: asked.question, dimension: asked.powers.dimension,
        shown: metric?.shown ?? metrics.natural(asked.powers),
        policy: metrics.questions.policy(value))
      if let condition {
        guard let question = metrics.questions.narrowed(asked.question, where: condition) else {
          return nil
        }
        inquiry.question = question
      }
      return inquiry
    }
  }

  /// A condition over the rows of a kind; nil after a problem.
  public func condition(
    _ value: Value, of kind: EventKind
  ) -> (condition: Condition?, diagnostics: [Diagnostic]) {
    asking { $0.questions.condition(value, of: kind) }
  }

  /// What is read with the names of the baseline, and the problems of that alone.
  private func asking<Answer>(
    _ read: (MetricReader) -> Answer?
  ) -> (Answer?, [Diagnostic]) {
    let problems = Problems()
    let base = Lowering(draft, problems: problems)
    problems.isMuted = true
    base.lowerScheme()
    let metrics = MetricReader(base: base, problems: problems, policies: policyNames)
    // What the texts have was told when they were read.
    problems.isMuted = false
    return (read(metrics), problems.sorted)
  }

  /// What is said of a grouping that nobody knows, or that what the question counts does not have.
  public func diagnostics(
    of question: Question, by grouping: Grouping?, as word: String, at span: Span
  ) -> [Diagnostic] {
    let problems = Problems()
    guard let grouping else {
      if LaterWords.find(word) != nil {
        problems.report(NameProblem.later(word, at: span))
      } else {
        let known = Grouping.all.flatMap { [$0.word.en, $0.word.zh] }
        let near = Nearest.words(to: word, among: known)
        problems.report(
          QuestionProblem.unknownGrouping(
            word, near: near, known: groupings(of: question), at: span))
      }
      return problems.sorted
    }
    if let kinds = question.kinds(without: grouping) {
      problems.report(
        QuestionProblem.indivisible(
          by: grouping.word, kinds: kinds.map(\.word), known: groupings(of: question), at: span))
    }
    return problems.sorted
  }

  private func groupings(of question: Question) -> [Wording] {
    Grouping.all.filter { question.kinds(without: $0) == nil }.map(\.word)
  }
}

extension Question {
  /// The kinds of rows that cannot be told apart by a grouping; nil if the question can be broken down so.
  func kinds(without grouping: Grouping) -> [EventKind]? {
    guard let field = grouping.field else { return nil }
    do {
      _ = try narrowed(to: .without(field))
      return nil
    } catch {
      return error.kinds
    }
  }
}

extension QuestionReader {
  /// The policy that a metric is asked of.
  func policy(_ value: Value) -> String? {
    guard case .call(_, let groups) = value.kind else { return nil }
    let named = groups.flatMap { Arguments([$0]).main }.lazy.compactMap { item in
      item.value.path.flatMap { policies[$0.text] }
    }
    return named.first
  }

  /// The question with a condition on the rows of every kind that has its fields; nil after a problem.
  fileprivate func narrowed(_ question: Question, where value: Value) -> Question? {
    var conditions: [EventKind: Condition] = [:]
    let kinds = question.atoms.map(\.kind)
    problems.isMuted = true
    for kind in kinds where conditions[kind] == nil {
      conditions[kind] = condition(value, of: kind)
    }
    problems.isMuted = false
    guard !conditions.isEmpty else {
      if let first = kinds.first { _ = condition(value, of: first) }
      return nil
    }
    do {
      return try question.narrowed { atom in
        conditions[atom.kind].map { condition in
          var atom = atom
          atom.condition = atom.condition.and(condition)
          return atom
        }
      }
    } catch {
      problems.report(
        QuestionProblem.conditionOfPart(error.kinds.map(\.word), at: value.span))
      return nil
    }
  }
}

extension Value {
  /// The name of what is called.
  fileprivate var called: Path? {
    if case .call(let path, _) = kind { return path }
    return nil
  }
}
