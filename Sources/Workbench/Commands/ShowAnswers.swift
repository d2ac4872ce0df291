import Ledger
import Measures
import Model
import Plan
import Presentation
import Quantities
import Syntax
import Vocabulary

/// `show METRIC by GROUPING`: what runs say to a question, group by group.
struct ShowAnswers {
  /// The arguments: questions, then `by`, `where` and `of`.
  let arguments: CommandArguments

  /// Whether the arguments ask something of runs rather than of the text.
  static func isAsked(_ arguments: CommandArguments) -> Bool {
    let hasExpression = arguments.values.contains { value in
      switch value.kind {
      case .path, .string: false
      default: true
      }
    }
    return hasExpression || arguments.hasClause(.by) || arguments.hasClause(.where)
      || arguments.hasClause(.of)
  }

  func perform(in session: inout Session) throws -> Exhibit {
    let study = try session.loaded()
    let language = session.settings.language
    try arguments.expectClauses(.by, .where, .of, for: Show.word)
    let asked = try arguments.values.map { try inquiry($0, study) }
    guard !asked.isEmpty else { throw Complaint.nothingToShow }
    let groupings = try groupings(of: asked, study)
    let usual = session.overlay == nil ? "baseline" : "current"
    let named = arguments.names(after: .of) + asked.compactMap(\.policy)
    let policies = named.isEmpty ? [usual] : Self.distinct(named)
    let schemes = try study.plan(of: policies, overlay: session.overlay).plan.arms.map { arm in
      arm.phases.last?.scheme ?? study.scenario.scheme
    }
    let breakdowns = try zip(asked, arguments.values).map { inquiry, value in
      try Breakdown(
        measurand(inquiry, value, study), by: groupings, in: study.scenario, schemes,
        horizon: study.horizon)
    }
    var order = try session.order(policies, in: study)
    order.questions += breakdowns.flatMap(\.questions)
    let (results, making) = try session.project(order, in: study)
    var exhibit = Exhibit()
    for (index, result) in results.enumerated() {
      let runs = result.sample.runs.count
      if index > 0 { exhibit.parts.append(.blank) }
      exhibit.parts.append(
        Heading(subject: result.label, making: making, runs: runs, language: language).part)
      for breakdown in breakdowns {
        exhibit.parts.append(.blank)
        exhibit.append(
          BreakdownExhibit(
            breakdown: breakdown, result: result, targets: study.targets, making: making,
            language: language
          ).exhibit)
      }
    }
    let runs = results.first?.sample.runs.count ?? 0
    exhibit.parts += making.footing(
      runs: runs, next: next(asked[0], groupings, language), in: language)
    return exhibit.withRowsTogether
  }

  private func inquiry(_ value: Value, _ study: Study) throws -> Inquiry {
    let condition = try arguments.condition()
    let (inquiry, diagnostics) = study.scenario.inquiry(value, where: condition)
    guard let inquiry, !diagnostics.contains(where: { $0.severity == .error }) else {
      throw Problematic(diagnostics: diagnostics, sources: [arguments.source], isTyped: true)
    }
    return inquiry
  }

  /// The groupings that are named; one that a question cannot be broken down by is a problem.
  private func groupings(of asked: [Inquiry], _ study: Study) throws -> [Grouping] {
    let questions = asked.map(\.question)
    return try arguments.values(after: .by).map { value in
      let word = value.spelled ?? ""
      let grouping = Grouping(word: word)
      for question in questions {
        let told = study.scenario.diagnostics(
          of: question, by: grouping, as: word, at: value.span)
        guard told.isEmpty else {
          throw Problematic(diagnostics: told, sources: [arguments.source], isTyped: true)
        }
      }
      guard let grouping else { throw Complaint.nothingToShow }
      return grouping
    }
  }

  /// A question as tables show it, over the time that is simulated.
  private func measurand(_ inquiry: Inquiry, _ value: Value, _ study: Study) -> Measurand {
    let own = Int(study.scenario.settings.horizon.number)
    let spelled = Language.allCases.map { text(value, in: $0) }
    var (name, label) = (spelled[0], Wording(spelled[0], spelled[1]))
    if let metric = inquiry.metric {
      // Of a metric with arguments these stay: `verification_rate(single_bid)`.
      let tails = spelled.map { $0.drop { $0 != "(" && $0 != "（" } }
      name = metric.name + tails[0]
      label = Wording(
        metric.label.en + (tails[0].isEmpty ? "" : " " + tails[0]), metric.label.zh + tails[1])
    }
    if let condition = arguments.values(after: .where).first {
      let own = Language.allCases.map { text(condition, after: .where, in: $0) }
      name += own[0]
      label = Wording(label.en + own[0], label.zh + own[1])
    }
    return Measurand(
      name: name, label: label, question: inquiry.question.moved(from: own, to: study.horizon),
      unit: .init(inquiry.dimension, factor: inquiry.shown.factor),
      better: inquiry.metric.map { Direction($0.better) } ?? .neither)
  }

  /// A value in the words of a language, as it stands in `show`.
  private func text(
    _ value: Value, after preposition: Preposition? = nil, in language: Language
  ) -> String {
    let subject = arguments.values.first.map { arguments.source.text(of: $0.span) } ?? ""
    let own = arguments.source.text(of: value.span)
    func translated(_ text: String) -> String {
      let source = Source(name: "", text: "\(Show.word.en) \(text)")
      let shown = (try? FormatText.text(of: source, in: language, declared: [])) ?? text
      return String(shown.dropFirst(Show.word[language].count + 1).prefix { $0 != "\n" })
    }
    guard let preposition else { return translated(own) }
    let alone = translated(subject)
    return String(
      translated("\(subject) \(preposition.rawValue) \(own)").dropFirst(alone.count))
  }

  /// The same question by another grouping, as one may type it next.
  private func next(
    _ first: Inquiry, _ groupings: [Grouping], _ language: Language
  ) -> [String] {
    let known: [Grouping] = [.year, .field(.unit), .field(.risk), .field(.colour), .field(.stage)]
    let other = known.first { grouping in
      guard !groupings.contains(grouping) else { return false }
      guard let field = grouping.field else { return true }
      return (try? first.question.narrowed(to: .without(field))) != nil
    }
    guard let word = other?.word, let value = arguments.values.first else { return [] }
    let condition = arguments.values(after: .where).first.map {
      text($0, after: .where, in: language)
    }
    let by = Wording(" by \(word.en)", " 按 \(word.zh)")[language]
    return ["\(Show.word[language]) \(text(value, in: language))\(by)\(condition ?? "")"]
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Swift.Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension Complaint {
  /// `show` with nothing behind it.
  static let nothingToShow = Complaint(
    Wording("`show` what?", "“显示”什么？"),
    hints: [
      Wording(
        "a declared name, a kind such as `rotation`, `incidence by year`, or one of: tree, scenario, "
          + "plan, events",
        "可写：已声明的名称，类型（如 轮岗），实际发生率 按 年，或 结构、情景、计划、事件")
    ])
}
