import Measures
import Presentation
import Syntax

/// The answer of `attribute`: a table a metric, a row a clause.
struct AttributionExhibit {
  /// The whole policy.
  let policy: PolicyResult
  /// The baseline; nil where the policy is the baseline itself.
  let baseline: PolicyResult?
  /// The policy without each of its clauses, called by the clause.
  let rests: [PolicyResult]
  /// Clauses without which the rest does not stand.
  let left: [Wording]
  /// The metrics asked.
  let metrics: [Measurand]
  /// How the runs were made.
  let making: Making
  /// The language.
  let language: Language

  /// The tables, what they mean, and the rows.
  var exhibit: Exhibit {
    let count = Figure.count(policy.sample.runs.count)
    let title = Wording(
      "What each clause of \(policy.label.en) is worth · paired over \(count) runs · seed \(making.seed)",
      "\(policy.label.zh)各条的作用 · 逐轮配对 \(count) 轮 · 种子 \(making.seed)")
    let short = Wording(
      "Clauses of \(policy.label.en) · \(count) runs", "\(policy.label.zh)各条 · \(count) 轮")
    var parts: [Exhibit.Part] = [
      .line(Styled(title[language]), shorter: [Styled(short[language])])
    ]
    for metric in metrics {
      parts += [.blank, .line(headline(metric)), .table(table(metric))]
    }
    parts += notes
    parts += making.footing(runs: policy.sample.runs.count, next: [], in: language)
    return Exhibit(parts + [.rows(rows)])
  }

  private func headline(_ metric: Measurand) -> Styled {
    Styled("\(metric.label[language]) ") + metric.eye + Styled(metric.unitBehind[language])
  }

  private func table(_ metric: Measurand) -> Table {
    func title(_ en: String, _ zh: String) -> Table.Cell {
      .init(Styled(Wording(en, zh)[language]))
    }
    let compared = compared
    let verdicts = Holm.verdicts(of: compared.count) { index, level in
      PairedDifference(
        of: metric.question, in: policy.sample, versus: compared[index].sample, confidence: level
      )?.contrast.verdict(better: metric.better) ?? .undefined
    }
    let rows = zip(compared, verdicts).compactMap { row($0, $1, metric) }
    return Table(
      columns: [
        .init(title("clause", "条款"), least: 24), .init(title("worth", "作用"), .trailing),
        .init(title("95 % interval", "95% 区间"), .trailing), .init(title("verdict", "判定")),
      ], rows: rows)
  }

  /// What the policy is held against: itself without each clause, then the baseline, without any; where there is
  /// one clause that is the same.
  private var compared: [PolicyResult] {
    guard var baseline, rests.count > 1 else { return rests }
    baseline.label = Wording("all together, against baseline", "全部合计，与基准相比")
    return rests + [baseline]
  }

  private func row(_ rest: PolicyResult, _ verdict: Verdict, _ metric: Measurand) -> Table.Row? {
    guard
      let paired = PairedDifference(of: metric.question, in: policy.sample, versus: rest.sample)
    else { return nil }
    let figure = metric.figure(paired.contrast, in: language.tongue)
    return .init([
      .init(Styled(rest.label[language])), .init(Styled(figure.mean)),
      .init(Styled(figure.interval)), .init(verdict.styled(in: language)),
    ])
  }

  private var notes: [Exhibit.Part] {
    var said: [Wording] = [
      Wording(
        "Worth: \(policy.label.en) minus the same without the clause, everything else as it is.",
        "作用：\(policy.label.zh)减去去掉该条后的同一方案，其余不变。")
    ]
    if rests.count > 1 {
      said.append(
        Wording(
          "Clauses may replace or need each other, so that their worths need not add up.",
          "各条可能相互替代或相互依赖，因此各条的作用不一定能相加。"))
    }
    if !left.isEmpty {
      said.append(
        Wording(
          "Not left out, because the rest does not stand without it: "
            + left.map(\.en).joined(separator: "; ") + ".",
          "未去掉（去掉后其余不成立）：" + left.map(\.zh).joined(separator: "；") + "。"))
    }
    let count = compared.count
    if count > 1 {
      said.append(
        Wording(
          "Intervals hold one by one at 95 %; the \(count) verdicts of a table all together (Holm).",
          "各区间的置信水平分别为 95%；同一张表的 \(count) 个判定整体为 95%（Holm 法）。"))
    }
    return said.map { .prose(Styled($0[language])) }
  }

  private var rows: TidyRows {
    var rows: [[TidyRows.Value]] = []
    for metric in metrics {
      for rest in rests {
        guard
          let paired = PairedDifference(
            of: metric.question, in: policy.sample, versus: rest.sample)
        else { continue }
        func value(_ number: Double?) -> TidyRows.Value {
          .measured(number.map { $0 * metric.factor })
        }
        let contrast = paired.contrast
        rows.append([
          .text(making.scenario), .text(policy.name), .text(rest.label.en), .text(metric.name),
          .text(metric.unitName), value(contrast.value), value(contrast.standardError),
          value(contrast.interval?.low), value(contrast.interval?.high),
          .measured(paired.correlation), .integer(contrast.runs),
          .integer(Int(clamping: making.seed)),
        ])
      }
    }
    return TidyRows(
      schema: "probity.clauses/1",
      columns: [
        "scenario", "policy", "clause", "metric", "unit", "worth", "worth_se", "worth_low",
        "worth_high", "correlation", "runs", "seed",
      ], rows: rows)
  }
}
