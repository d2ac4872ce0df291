import Measures
import Presentation
import Syntax

/// The answer of `run` for one policy (experience.md 1).
struct RunExhibit {
  /// What the runs said.
  let result: PolicyResult
  /// The metrics asked, in order.
  let metrics: [Measurand]
  /// The targets of the scenario.
  let targets: [Aim]
  /// How the runs were made.
  let making: Making
  /// Whether there are indicators, whose alerts are worth a table.
  let hasAlerts: Bool
  /// Entries that one may go on with.
  let next: [String]
  /// The language.
  let language: Language

  /// The tables, the words and the rows.
  var exhibit: Exhibit {
    var exhibit = Exhibit([
      Heading(
        subject: result.label, making: making, runs: result.sample.runs.count, language: language
      ).part
    ])
    func add(_ parts: [Exhibit.Part]) {
      guard !parts.isEmpty else { return }
      exhibit.parts += [.blank] + parts
    }
    add(rates.map { [.table($0)] } ?? [])
    add(others.map { [.table($0)] } ?? [])
    add(
      hasAlerts
        ? [.table(AlertsTable(result: result, making: making, language: language).table)] : [])
    add(notes + making.footing(runs: result.sample.runs.count, next: next, in: language))
    exhibit.parts.append(.rows(rows))
    return exhibit
  }

  /// Rates per person-years that stand side by side: what happened, what was detected.
  private var ledgers: [Measurand] {
    let names = ["incidence", "finding_rate", "detected_incidence"]
    let found = names.compactMap { name in metrics.first { $0.name == name } }
      .filter { if case .perPersonYears = $0.unit { true } else { false } }
    return found.first?.name == "incidence" ? found.filter { $0.unit == found[0].unit } : []
  }

  private func heading(of metric: Measurand) -> Styled {
    let word =
      switch metric.name {
      case "incidence": Wording("happened", "实际发生")
      case "detected_incidence": Wording("on record", "立案")
      default: Wording("detected", "查出")
      }
    return Styled(word[language] + " ") + metric.eye
  }

  private func target(of metric: Measurand) -> (aim: Aim, verdict: Verdict)? {
    targets.first { $0.isWhole && $0.metric.name == metric.name }.map {
      ($0, result.estimate($0.metric).verdict(on: $0.relation, $0.line))
    }
  }

  private var rates: Table? {
    guard let first = ledgers.first, case .perPersonYears(let number) = first.unit else {
      return nil
    }
    let per = Figure.count(Int(number))
    let title = Table.Cell(
      Styled(Wording("Per \(per) person-years", "每\(Self.thousands(number))人年")[language]),
      short: Styled(Wording("Per \(per) p.-years", "每\(Self.thousands(number))人年")[language]))
    let estimates = ledgers.map { ($0, result.estimate($0)) }
    let figures = estimates.map {
      $0.figure($1, in: language.tongue, line: target(of: $0)?.aim.line)
    }
    var table = Table(
      columns: [.init(title)]
        + ledgers.map { .init(.init(heading(of: $0)), .trailing, gap: 3) })
    func row(_ name: Wording, _ cells: [Table.Cell], fromWidth: Int = 0) {
      table.rows.append(.init([.init(Styled(name[language]))] + cells, fromWidth: fromWidth))
    }
    row(Wording("incidence", "均值"), figures.map { .init(Styled($0.mean)) })
    row(Wording("  95 % interval", "  95% 区间"), figures.map { .init(Styled($0.interval)) })
    row(
      Wording("  5-95 % of runs", "  各轮 5-95%"),
      zip(estimates, figures).map { .init(Styled($0.0.spread($0.1, like: $1))) }, fromWidth: 70)
    if ledgers.contains(where: { target(of: $0) != nil }) {
      row(Wording("  target", "  目标"), ledgers.map(verdictCell))
    }
    return table
  }

  private func verdictCell(_ metric: Measurand) -> Table.Cell {
    guard let (aim, verdict) = target(of: metric) else { return "-" }
    let text = aim.text(in: language)
    let word = verdict.styled(in: language)
    return .init(Styled(text + "   ") + word, short: Styled(text + " ") + word)
  }

  /// `千` for 1000, so that it reads 每千人年.
  private static func thousands(_ number: Double) -> String {
    number == 1000 ? "千" : number == 10_000 ? "万" : Figure.count(Int(number))
  }

  /// The metrics that are no rates of the first table, and the targets over windows of their own.
  private var others: Table? {
    let first = ledgers
    let own = metrics.filter { metric in !first.contains { $0.name == metric.name } }
    let lines =
      own.map { ($0, target(of: $0)?.aim) }
      + targets.filter { !$0.isWhole || !metrics.map(\.name).contains($0.metric.name) }
      .map { ($0.metric, Optional($0)) }
    guard !lines.isEmpty else { return nil }
    let hasTargets = lines.contains { $0.1 != nil }
    func title(_ en: String, _ zh: String) -> Table.Cell {
      .init(Styled(Wording(en, zh)[language]))
    }
    var columns: [Table.Column] = [
      .init(title("Other metrics", "其他指标"), least: 16),
      .init(gap: 1),
      .init(title("mean", "均值"), .trailing), .init(title("95 % interval", "95% 区间"), .trailing),
      .init(title("5-95 % of runs", "各轮 5-95%"), .trailing, rank: 1),
    ]
    if hasTargets {
      columns += [.init(title("target", "目标"), .trailing), .init(title("verdict", "判定"))]
    }
    return Table(columns: columns, rows: lines.map { row($0, $1, hasTargets: hasTargets) })
  }

  private func row(_ metric: Measurand, _ aim: Aim?, hasTargets: Bool) -> Table.Row {
    let estimate = result.estimate(metric)
    let figure = metric.figure(estimate, in: language.tongue, line: aim?.line)
    var cells: [Table.Cell] = [
      .init(Styled(metric.label[language])), .init(metric.eye), .init(Styled(figure.mean)),
      .init(Styled(figure.interval)), .init(Styled(metric.spread(estimate, like: figure))),
    ]
    if hasTargets {
      guard let aim else { return .init(cells + ["-", ""]) }
      let verdict = estimate.verdict(on: aim.relation, aim.line)
      cells += [.init(Styled(aim.text(in: language))), .init(verdict.styled(in: language))]
    }
    return .init(cells)
  }

  private var notes: [Exhibit.Part] {
    RunNotes(result: result, metrics: metrics, targets: targets, making: making, language: language)
      .parts
  }

  private var rows: TidyRows {
    ResultRows(making: making, targets: targets, language: language)
      .rows(of: result, metrics: metrics, alerts: hasAlerts)
  }
}
