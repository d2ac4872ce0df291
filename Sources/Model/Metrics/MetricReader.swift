import Ledger
import Plan
import Quantities
import Syntax
import Vocabulary

/// Reads what is asked of results: metrics, targets, expectations, experiments; and the evidence.
struct MetricReader {
  /// The baseline.
  let base: Lowering
  /// Where problems go.
  let problems: Problems
  /// How questions are read.
  let questions: QuestionReader
  private let terms: [Int: MetricTerms]

  init(base: Lowering, problems: Problems, policies: [String: String]) {
    self.base = base
    self.problems = problems
    var terms: [Int: MetricTerms] = [:]
    var metrics: [String: (name: String, value: Value)] = [:]
    for index in base.draft.indices(.metric) {
      base.current = index
      var own = MetricTerms()
      base.bind(MetricTerms.rows, into: &own, at: nil, prefix: base.path(index))
      terms[index] = own
      let one = base.draft.declarations[index]
      guard let value = own.definition else { continue }
      for name in [one.name] + one.aliases where metrics[name] == nil {
        metrics[name] = (one.name, value)
      }
    }
    self.terms = terms
    questions = QuestionReader(
      problems: problems, version: base, metrics: metrics, policies: policies)
  }

  /// The metrics, in order of declaration.
  func metrics() -> [Metric] {
    base.draft.indices(.metric).compactMap { index in
      let one = base.draft.declarations[index]
      guard let own = terms[index], let value = own.definition,
        let asked = questions.asked(value, Asking(open: [one.name]))
      else { return nil }
      return Metric(
        name: one.name, aliases: one.aliases, label: one.label ?? Wording(one.name, one.name),
        question: asked.question, dimension: asked.powers.dimension,
        shown: shown(own.shown.first, asked.powers), better: own.better,
        isStandard: one.isStandard)
    }
  }

  /// How values are shown: as written, else by the dimension.
  private func shown(_ entry: Entry?, _ powers: Powers) -> Metric.Shown {
    guard let entry, let term = entry.groups.first?.terms.first else { return natural(powers) }
    if case .per(let amount) = term.kind, let divisor = base.numbers.amount(amount) {
      guard divisor.powers.times(powers).isPlain else {
        problems.report(
          DimensionProblem.wrong(
            divisor.powers, asked: powers.dimension ?? .number, field: Wording("shown", "显示为"),
            example: "shown per 1000 person_years", at: entry.span))
        return natural(powers)
      }
      return Metric.Shown(
        factor: divisor.number, unit: Printed.groups(entry.groups))
    }
    if let word = term.kind.value?.word {
      if word.text == "share" || word.text == "比例" || word.text == "占比", powers.isPlain {
        return natural(.share)
      }
      if let unit = Words.unit(word.text), unit.factor > 0 {
        return Metric.Shown(factor: 1 / unit.factor, unit: Printed.groups(entry.groups))
      }
    }
    problems.report(
      NameProblem.notTaken(
        Wording("shown", "显示为"), takes: Wording("a unit", "单位"),
        example: "shown per 1000 person_years", at: entry.span))
    return natural(powers)
  }

  /// How values are shown where nothing is written.
  func natural(_ powers: Powers) -> Metric.Shown {
    switch powers.dimension {
    case .share: Metric.Shown(factor: 100, unit: Wording("%", "%"))
    case .duration: Metric.Shown(factor: 1, unit: Wording("months", "个月"))
    case .money: Metric.Shown(factor: 1, unit: Wording("yuan", "元"))
    case .perPersonYear:
      Metric.Shown(factor: 1000, unit: Wording("per 1000 person_years", "每1000人年"))
    default: Metric.Shown(factor: 1, unit: Wording("", ""))
    }
  }

  /// The targets.
  func targets() -> [Target] {
    base.draft.indices(.target).compactMap { index in
      base.current = index
      var own = TargetTerms()
      base.bind(TargetTerms.rows, into: &own, at: nil, prefix: base.path(index))
      guard let condition = own.condition else { return nil }
      let span = base.draft.declarations[index].span
      guard let window = window(own.last, own.from, own.to, own.by, at: span) else { return nil }
      let claims = ClaimReader(questions: questions)
      guard let claim = claims.claim(condition, window: window.whole, policy: nil) else {
        return nil
      }
      return Target(claim: claim, article: own.article)
    }
  }

  /// The expectations.
  func expectations() -> [Expectation] {
    base.draft.indices(.expect).compactMap { index in
      base.current = index
      var own = ExpectTerms()
      base.bind(ExpectTerms.rows, into: &own, at: nil, prefix: base.path(index))
      guard let condition = own.condition else { return nil }
      let span = base.draft.declarations[index].span
      guard let window = window(own.last, own.from, own.to, nil, at: span) else { return nil }
      let claims = ClaimReader(questions: questions)
      guard let claim = claims.claim(condition, window: window.whole, policy: "baseline") else {
        return nil
      }
      return Expectation(
        claim: claim, confidence: own.confidence.number, experiment: own.experiment.first?.text)
    }
  }

  /// A window that was read; `whole` is nil if none was written.
  private struct ReadWindow {
    var whole: Window?
  }

  private func window(
    _ last: Months?, _ from: Value?, _ to: Value?, _ by: Value?, at span: Span
  ) -> ReadWindow? {
    guard last != nil || from != nil || to != nil || by != nil else { return ReadWindow() }
    var window = Window.all
    if let last {
      window = Window(
        first: max(1, questions.horizon - min(whole(last.number), questions.horizon) + 1),
        last: questions.horizon)
    }
    for (value, isFirst) in [(from, true), (to, false), (by, false)] {
      guard let value else { continue }
      guard let point = PointReader.months(value) else {
        problems.report(OverlayProblem.notPoint(at: value.span))
        return nil
      }
      if isFirst { window.first = point.lowerBound } else { window.last = point.upperBound }
    }
    // `by year 3` judges the year that ends then.
    if by != nil, from == nil { window.first = max(1, window.last - 11) }
    return questions.checked(window, at: span).map { ReadWindow(whole: $0) }
  }

  /// The experiments.
  func experiments() -> [Experiment] {
    base.draft.indices(.experiment).map { index in
      base.current = index
      let one = base.draft.declarations[index]
      var own = ExperimentTerms()
      base.bind(ExperimentTerms.rows, into: &own, at: nil, prefix: base.path(index))
      var policies = own.compare.compactMap { questions.policies[$0.text] }
      if policies.isEmpty {
        policies =
          ["baseline"]
          + base.draft.indices(.policy).map { base.draft.declarations[$0].name }
          .filter { $0 != "baseline" }
      }
      return Experiment(
        name: one.name, label: one.label ?? Wording(one.name, one.name), policies: policies,
        metrics: own.on.compactMap { questions.metrics[$0.text]?.name },
        horizon: own.horizon.map { whole($0.number) }, runs: own.runs.map { whole($0.number) },
        draws: own.draws.map { whole($0.number) },
        seed: own.seed.map { UInt64(max(0, whole($0.number))) },
        until: own.until.compactMap { precision($0) })
    }
  }

  /// `until METRIC within 3%`
  private func precision(_ entry: Entry) -> Experiment.Precision? {
    let arguments = Arguments(entry.groups)
    guard let path = arguments.main.first?.value.path,
      let item = arguments.clause(.within)?.items.first
    else {
      problems.report(
        NameProblem.missingValue(
          Wording("until", "直至"), example: "until incidence within 3%", at: entry.span))
      return nil
    }
    guard let metric = questions.metrics[path.text] else {
      base.reportName(path, Kind.metric.word, [.metric])
      return nil
    }
    let facts = FieldFacts(
      Wording("within", "误差"), .share, bounds: .percent(0.01, 100),
      example: "until incidence within 3%")
    guard let share = base.numbers.number(item.value, facts) else { return nil }
    return Experiment.Precision(metric: metric.name, within: share.number)
  }

  /// The evidence, with what cites it.
  func evidence() -> [Evidence] {
    base.draft.indices(.evidence).map { index in
      base.current = index
      let one = base.draft.declarations[index]
      var own = EvidenceTerms()
      base.bind(EvidenceTerms.rows, into: &own, at: nil, prefix: base.path(index))
      let citing = base.draft.declarations.indices.filter {
        base.commons[$0]?.sources.contains { $0.text == one.name } == true
      }
      return Evidence(
        name: one.name, citation: own.citation ?? "",
        values: own.values.map { Printed.groups($0.groups) }, grade: own.grade, url: own.url,
        citedBy: citing.map { base.path($0) })
    }
  }
}
