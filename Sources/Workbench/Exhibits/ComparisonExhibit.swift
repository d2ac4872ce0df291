import Measures
import Presentation
import Syntax

/// The answer of `compare`: paired differences of each policy against the first (experience.md 2).
struct ComparisonExhibit {
  /// The policies, the first is what the others are compared with.
  let results: [PolicyResult]
  /// The metrics asked, in order.
  let metrics: [Measurand]
  /// The targets, for the rows.
  let targets: [Aim]
  /// How the runs were made.
  let making: Making
  /// Entries that one may go on with.
  let next: [String]
  /// The language.
  let language: Language

  /// A table for each policy, the words and the rows.
  var exhibit: Exhibit {
    var exhibit = Exhibit()
    guard let first = results.first else { return exhibit }
    for (index, result) in results.dropFirst().enumerated() {
      if index > 0 { exhibit.parts.append(.blank) }
      exhibit.append(against(result, first))
    }
    let parts = making.footing(runs: first.sample.runs.count, next: next, in: language)
    exhibit.parts += parts
    exhibit.parts.append(
      .rows(
        ResultRows(making: making, targets: targets, language: language)
          .rows(comparing: results, metrics: metrics)))
    return exhibit
  }

  private func against(_ result: PolicyResult, _ first: PolicyResult) -> Exhibit {
    let count = Figure.count(result.sample.runs.count)
    let line = Wording(
      "\(result.label.en) against \(first.label.en) · paired over \(count) runs · seed \(making.seed)",
      "\(result.label.zh) 与 \(first.label.zh) 相比 · 逐轮配对 \(count) 轮 · 种子 \(making.seed)")
    let short = Wording(
      "\(result.label.en) against \(first.label.en) · \(count) runs",
      "\(result.label.zh) 与 \(first.label.zh) 相比 · \(count) 轮")
    let pairs = metrics.compactMap { metric in
      PairedDifference(of: metric.question, in: result.sample, versus: first.sample).map {
        Pair(metric: metric, paired: $0, was: first.estimate(metric), is: result.estimate(metric))
      }
    }
    let notes = ComparisonNotes(pairs: pairs, result: result, first: first, language: language)
    return Exhibit(
      [
        .line(Styled(line[language]), shorter: [Styled(short[language])]), .blank,
        .table(table(pairs, result, first)),
      ] + notes.parts)
  }

  /// A metric under both policies.
  struct Pair {
    let metric: Measurand
    let paired: PairedDifference
    let was: Estimate
    let `is`: Estimate

    var verdict: Verdict { paired.contrast.verdict(better: metric.better) }
  }

  private func table(_ pairs: [Pair], _ result: PolicyResult, _ first: PolicyResult) -> Table {
    func title(_ en: String, _ zh: String) -> Table.Cell {
      .init(Styled(Wording(en, zh)[language]))
    }
    func name(_ result: PolicyResult) -> Table.Cell {
      let label = Styled(result.label[language])
      return Table.Cell(label.width > 10 ? Styled(result.name) : label)
    }
    return Table(
      columns: [
        .init(least: 16), .init(gap: 1), .init(name(first), .trailing, rank: 2, least: 7),
        .init(name(result), .trailing, rank: 1, least: 7),
        .init(
          .init(title("difference", "差异").full, short: Styled(Wording("diff.", "差异")[language])),
          .trailing),
        .init(title("95 % interval", "95% 区间"), .trailing), .init(title("verdict", "判定")),
      ], rows: pairs.map(row))
  }

  private func row(_ pair: Pair) -> Table.Row {
    let tongue = language.tongue
    let metric = pair.metric
    let was = metric.figure(pair.was, in: tongue)
    let `is` = metric.figure(pair.is, in: tongue)
    // Both sums and their difference stand on one scale, unless that would hide the difference.
    let size = abs(pair.paired.contrast.value ?? 0)
    let fits = metric.figureUnit == .money && (size == 0 || size >= 0.1 * was.scale.factor)
    let scale = fits ? was.scale : nil
    let difference = metric.figure(pair.paired.contrast, in: tongue, scale: scale)
    return .init([
      .init(Styled(metric.label[language])), .init(metric.eye), .init(Styled(was.mean)),
      .init(Styled(`is`.mean)), .init(Styled(difference.mean)), .init(Styled(difference.interval)),
      .init(pair.verdict.styled(in: language)),
    ])
  }
}
