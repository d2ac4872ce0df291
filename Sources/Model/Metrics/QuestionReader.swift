import Ledger
import Plan
import Quantities
import Syntax
import Vocabulary

/// A question with the powers of its answer.
struct Asked {
  var question: Question
  var powers: Powers
}

/// What a metric call adds to every atom of the metric.
struct Asking {
  /// Conditions on fields; each applies to the kinds that have the field.
  var filters: [Filter] = []
  /// When; nil is the whole horizon.
  var window: Window?
  /// Metrics that are being read, to find circles.
  var open: [String] = []

  /// A condition on one field.
  struct Filter: Hashable {
    var field: EventField
    var codes: [Int64]
    var span: Span
  }
}

/// Compiles expressions over events to questions.
struct QuestionReader {
  /// Where problems go.
  let problems: Problems
  /// The version whose names the conditions use.
  let version: Lowering
  /// Expressions of metrics, by name and alias.
  let metrics: [String: (name: String, value: Value)]
  /// Names of policies, with aliases.
  let policies: [String: String]
  /// Whether a rule asks: its windows count back from now.
  var isOfRule = false

  /// Months simulated, from whose end `last` counts back.
  var horizon: Int { whole(version.settings.horizon.number) }

  /// The question of an expression; nil after a problem.
  func asked(_ value: Value, _ asking: Asking = Asking()) -> Asked? {
    switch value.kind {
    case .quantity, .point: return constant(value)
    case .per(let inner, let amount): return per(value, inner, amount, asking)
    case .path(let path): return named(path, [], asking, at: value.span)
    case .call(let path, let groups): return named(path, groups, asking, at: value.span)
    case .brackets(let groups):
      if let inner = groups.single { return asked(inner, asking) }
    case .prefix(.minus, let inner):
      return asked(inner, asking).map {
        Asked(question: .combined(.number(0), .subtract, $0.question), powers: $0.powers)
      }
    case .infix(let left, let sign, let right):
      return combined(left, sign, right, asking, at: value.span)
    case .string, .prefix: break
    }
    problems.report(QuestionProblem.notQuestion(at: value.span))
    return nil
  }

  private func constant(_ value: Value) -> Asked? {
    let facts = FieldFacts(Wording("a question", "提问"), nil, example: "6 per 1000 person_years")
    return version.numbers.measured(value, facts).map {
      Asked(question: .number($0.number), powers: $0.powers)
    }
  }

  private func per(
    _ value: Value, _ inner: Value, _ amount: Name.Amount, _ asking: Asking
  ) -> Asked? {
    if inner.isNumber { return constant(value) }
    guard let inner = asked(inner, asking), let divisor = version.numbers.amount(amount) else {
      return nil
    }
    return Asked(
      question: .combined(inner.question, .divide, .number(divisor.number)),
      powers: inner.powers.times(divisor.powers, sign: -1))
  }

  private func combined(
    _ left: Value, _ sign: Infix, _ right: Value, _ asking: Asking, at span: Span
  ) -> Asked? {
    guard let operation = Question.Operation(sign) else {
      problems.report(QuestionProblem.notQuestion(at: span))
      return nil
    }
    guard let left = asked(left, asking), let right = asked(right, asking),
      let powers = powers(left.powers, sign, right.powers, at: span)
    else { return nil }
    return Asked(question: .combined(left.question, operation, right.question), powers: powers)
  }

  /// The powers of a combination, or a problem.
  func powers(_ left: Powers, _ sign: Infix, _ right: Powers, at span: Span) -> Powers? {
    switch sign {
    case .times: return left.times(right)
    case .divided: return left.times(right, sign: -1)
    default:
      guard left.matches(right) else {
        problems.report(DimensionProblem.unlike(left, sign, right, at: span))
        return nil
      }
      var powers = left
      powers.isShare = left.isShare || right.isShare
      return powers
    }
  }

  private func named(_ path: Path, _ groups: [Group], _ asking: Asking, at span: Span) -> Asked? {
    if let metric = metrics[path.text] { return call(metric, groups, asking, path) }
    if let function = Function(word: path.text) {
      return answer(function, groups, asking, at: span)
    }
    if let kind = EventKind(word: path.text) {
      problems.report(QuestionProblem.uncounted(kind.word, at: path.span))
      return nil
    }
    let known = metrics.keys.sorted() + Function.allCases.flatMap { [$0.word.en, $0.word.zh] }
    problems.report(
      QuestionProblem.unknownFunction(
        path.text, at: path.span, near: Nearest.words(to: path.text, among: known)))
    return nil
  }

  /// A metric with its arguments: a policy, filters and a window.
  private func call(
    _ metric: (name: String, value: Value), _ groups: [Group], _ asking: Asking, _ path: Path
  ) -> Asked? {
    if asking.open.contains(metric.name) {
      problems.report(QuestionProblem.circle(asking.open + [metric.name], at: path.span))
      return nil
    }
    var inner = asking
    inner.open.append(metric.name)
    var filters: [Asking.Filter] = []
    var other: (name: String, span: Span)?
    for group in groups {
      let arguments = Arguments([group])
      if !arguments.clauses.isEmpty {
        guard let window = window(arguments, at: group.span) else { return nil }
        inner.window = window
      }
      for item in arguments.main {
        guard let word = item.value.path else {
          problems.report(QuestionProblem.notQuestion(at: item.span))
          return nil
        }
        if let policy = policies[word.text] {
          // Of a question that stands by itself the claim knows the policy; a metric is asked of any.
          if !asking.open.isEmpty { other = (policy, item.span) }
          continue
        }
        guard let filter = filter(word) else { return nil }
        filters.append(filter)
      }
    }
    inner.filters += filters
    guard var asked = asked(metric.value, inner) else { return nil }
    if let other {
      guard other.name == "baseline", let question = asked.question.ofBaseline else {
        problems.report(QuestionProblem.otherPolicy(other.name, at: other.span))
        return nil
      }
      asked.question = question
    }
    for filter in filters
    where !asked.question.atoms.contains(where: { $0.kind.has(filter.field) }) {
      problems.report(QuestionProblem.filter(path.text, at: filter.span))
    }
    return asked
  }

  /// `last 1 year`, `from year 3 to year 5`; nil after a problem.
  func window(_ arguments: Arguments, at span: Span) -> Window? {
    var window = Window.all
    for clause in arguments.clauses {
      guard let item = clause.items.first else { continue }
      switch clause.preposition {
      case .last:
        let facts = FieldFacts(
          Wording("last", "最近"), .duration, bounds: Bounds(.months(1), .months(6000)),
          example: "last 1 year")
        guard let number = version.numbers.number(item.value, facts) else { return nil }
        if isOfRule { return Window(first: 1 - whole(number.number), last: 0) }
        window = Window(
          first: max(1, horizon - min(whole(number.number), horizon) + 1), last: horizon)
      case .from, .to, .by:
        guard !isOfRule else {
          problems.report(RuleProblem.absolute(at: item.span))
          return nil
        }
        guard let point = PointReader.months(item.value) else {
          problems.report(QuestionProblem.window(at: item.span))
          return nil
        }
        if clause.preposition == .from { window.first = point.lowerBound }
        if clause.preposition == .to { window.last = point.upperBound }
        // `by year 3` judges the year that ends then.
        if clause.preposition == .by {
          window = Window(first: max(1, point.upperBound - 11), last: point.upperBound)
        }
      default:
        problems.report(QuestionProblem.window(at: clause.spelling.span))
        return nil
      }
    }
    return checked(window, at: span)
  }

  /// The window, if it lies within the horizon and is not empty.
  func checked(_ window: Window, at span: Span) -> Window? {
    if window.first > horizon || (window.last != Window.all.last && window.last > horizon) {
      problems.report(QuestionProblem.beyondHorizon(at: span))
      return nil
    }
    if window.first > window.last {
      problems.report(QuestionProblem.window(at: span))
      return nil
    }
    return window
  }
}

/// Reads points in time.
enum PointReader {
  /// The months of a point: `month 13` is one month, `year 3` twelve.
  static func months(_ value: Value) -> ClosedRange<Int>? {
    guard case .point(let unit, let number) = value.kind, let found = Words.unit(unit.text),
      found.word.isTime, number.value >= 1, number.value <= 6000,
      number.value.rounded() == number.value
    else { return nil }
    let length = max(1, Int(found.factor))
    let first = (min(max(whole(number.value), -10_000), 10_000) - 1) * length + 1
    return first...(first + length - 1)
  }
}

extension [Group] {
  /// The value of brackets around one value.
  var single: Value? {
    guard count == 1, self[0].terms.count == 1 else { return nil }
    return self[0].terms[0].kind.value
  }
}

extension Value {
  /// Whether it is a plain number, with or without a unit.
  var isNumber: Bool {
    switch kind {
    case .quantity: true
    case .per(let inner, _), .prefix(_, let inner): inner.isNumber
    default: false
    }
  }
}

extension Question.Operation {
  /// The operation of a sign; nil for comparisons.
  init?(_ sign: Infix) {
    switch sign {
    case .plus: self = .add
    case .minus: self = .subtract
    case .times: self = .multiply
    case .divided: self = .divide
    default: return nil
    }
  }
}
