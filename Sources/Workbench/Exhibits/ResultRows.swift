import Ledger
import Measures
import Presentation
import Syntax

extension Exhibit {
  /// The exhibit with the rows of all its parts as one table, wherever they have the same columns.
  var withRowsTogether: Exhibit {
    var others: [Part] = []
    var sets: [TidyRows] = []
    for part in parts {
      guard case .rows(let rows) = part else {
        others.append(part)
        continue
      }
      if let index = sets.firstIndex(where: { $0.columns == rows.columns }) {
        sets[index].rows += rows.rows
      } else {
        sets.append(rows)
      }
    }
    return Exhibit(others + sets.map { .rows($0) })
  }
}

/// Results as rows for machines, in the columns of interface.md 2.
struct ResultRows {
  /// How the runs were made.
  let making: Making
  /// The targets.
  let targets: [Aim]
  /// The language of labels.
  let language: Language

  /// Columns of every row.
  static let columns = [
    "scenario", "policy", "metric", "label", "unit", "group", "mean", "se", "ci_low", "ci_high",
    "p05", "p50", "p95", "sd_chance", "sd_uncertain", "runs", "seed", "target", "met",
  ]

  /// Columns that comparisons have besides.
  static let comparing = [
    "versus", "difference", "difference_se", "difference_low", "difference_high", "correlation",
  ]

  /// One row a metric, and the alerts by colour if asked.
  func rows(of result: PolicyResult, metrics: [Measurand], alerts: Bool) -> TidyRows {
    var rows = metrics.map { row($0, group: "", of: result) }
    for aim in targets where !aim.isWhole {
      rows.append(row(aim.metric, group: "", of: result, aim))
    }
    if alerts { rows += colours(of: result) }
    return TidyRows(columns: columns, rows: rows.map { $0 + rules })
  }

  /// One row a group of one metric.
  func rows(
    of result: PolicyResult, _ metric: Measurand, groups: [(group: String, question: Question)]
  ) -> TidyRows {
    let rows = groups.map { group, question in
      var metric = metric
      metric.question = question
      return row(metric, group: group, of: result) + rules
    }
    return TidyRows(columns: columns, rows: rows)
  }

  /// One row a metric and policy, with the difference of each policy from the first.
  func rows(comparing results: [PolicyResult], metrics: [Measurand]) -> TidyRows {
    guard let first = results.first else { return TidyRows(columns: columns) }
    var rows: [[TidyRows.Value]] = []
    for result in results {
      for metric in metrics {
        var row = row(metric, group: "", of: result)
        if result.name != first.name,
          let paired = PairedDifference(
            of: metric.question, in: result.sample, versus: first.sample)
        {
          row += difference(paired, metric, versus: first.name)
        } else {
          row += Array(repeating: .missing, count: Self.comparing.count)
        }
        rows.append(row + rules)
      }
    }
    return TidyRows(
      columns: Self.columns + Self.comparing + (making.rules == nil ? [] : ["rules"]), rows: rows)
  }

  private var columns: [String] { Self.columns + (making.rules == nil ? [] : ["rules"]) }

  /// A directory that replaced the shipped rules is recorded in every row.
  private var rules: [TidyRows.Value] { making.rules.map { [.text($0)] } ?? [] }

  private func row(
    _ metric: Measurand, group: String, of result: PolicyResult, _ own: Aim? = nil
  ) -> [TidyRows.Value] {
    let estimate = result.estimate(metric)
    let aim = own ?? targets.first { $0.isWhole && $0.metric.name == metric.name && group.isEmpty }
    func value(_ number: Double?) -> TidyRows.Value { .measured(number.map { $0 * metric.factor }) }
    let met: TidyRows.Value =
      switch aim.map({ estimate.verdict(on: $0.relation, $0.line) }) {
      case .met?: .truth(true)
      case .missed?: .truth(false)
      default: .missing
      }
    return [
      .text(making.scenario), .text(result.name), .text(metric.name), .text(metric.label[language]),
      .text(metric.unitName), .text(group), value(estimate.value), value(estimate.standardError),
      value(estimate.interval?.low), value(estimate.interval?.high),
      value(estimate.runQuantiles?.low), value(estimate.runQuantiles?.middle),
      value(estimate.runQuantiles?.high), value(estimate.chance), value(estimate.uncertainty),
      .integer(estimate.runs), .integer(Int(clamping: making.seed)),
      .measured(aim.map { $0.line * metric.factor }), met,
    ]
  }

  private func difference(
    _ paired: PairedDifference, _ metric: Measurand, versus name: String
  ) -> [TidyRows.Value] {
    func value(_ number: Double?) -> TidyRows.Value { .measured(number.map { $0 * metric.factor }) }
    let contrast = paired.contrast
    return [
      .text(name), value(contrast.value), value(contrast.standardError),
      value(contrast.interval?.low), value(contrast.interval?.high),
      .measured(paired.correlation),
    ]
  }

  private func colours(of result: PolicyResult) -> [[TidyRows.Value]] {
    let colours: [(Colour, String)] = [(.yellow, "yellow"), (.orange, "orange"), (.red, "red")]
    return colours.flatMap { colour, word in
      let questions = AlertsTable.Questions(colour, horizon: making.horizon)
      let asked: [(String, Wording, Question, Measurand.Unit, Direction)] = [
        (
          "alerts_per_year", Wording("Alerts a year", "每年预警"), questions.yearly,
          .number(factor: 1), .lower
        ),
        (
          "verification_rate", Wording("Verified of alerts", "查实率"), questions.verified, .share,
          .higher
        ),
        (
          "disposal_rate", Wording("Alerts dealt with", "处置率"), questions.disposed, .share, .higher
        ),
        (
          "filing_rate", Wording("Alerts that became cases", "立案率"), questions.filed, .share,
          .higher
        ),
        ("void_share", Wording("Void of alerts", "无效预警率"), questions.void, .share, .lower),
      ]
      return asked.map { name, label, question, unit, better in
        let metric = Measurand(
          name: name, label: label, question: question, unit: unit, better: better)
        return row(metric, group: "colour=\(word)", of: result)
      }
    }
  }
}
