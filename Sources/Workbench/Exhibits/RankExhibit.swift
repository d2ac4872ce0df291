import Measures
import Presentation
import Syntax

/// The answer of `rank`: a row a policy, the best by the first metric first.
struct RankExhibit {
  /// The policies.
  let results: [PolicyResult]
  /// The metrics asked, in order; the rows stand in the order of the first.
  let metrics: [Measurand]
  /// How the runs were made.
  let making: Making
  /// The language.
  let language: Language

  /// The table, where truth and sight part, and the rows.
  var exhibit: Exhibit {
    let rankings = metrics.compactMap { metric in
      Ranking(of: metric.question, in: results.map(\.sample), better: metric.better)
    }
    guard let first = rankings.first, rankings.count == metrics.count, let result = results.first
    else { return Exhibit() }
    let runs = result.sample.runs.count
    let subject = Wording("\(results.count) policies ranked", "\(results.count) 个方案排名")
    let best = results[first.order[0]].name
    let next = Wording("run \(best)", "运行 \(best)")
    var parts: [Exhibit.Part] = [
      Heading(subject: subject, making: making, runs: runs, language: language).part, .blank,
      .table(table(rankings)),
    ]
    parts += reversals(rankings) + [winner(first)] + meaningless + [together]
    parts += making.footing(runs: runs, next: [next[language]], in: language)
    return Exhibit(parts + [.rows(rows(rankings))])
  }

  private func table(_ rankings: [Ranking]) -> Table {
    var columns: [Table.Column] = [
      .init(.init(Styled(Wording("policy", "方案")[language])), least: 12)
    ]
    for (place, metric) in metrics.enumerated() {
      let title = Styled("\(metric.label[language]) ") + metric.eye
      columns.append(.init(.init(title), .trailing, rank: place > 1 ? place : 0, least: 10))
      columns.append(
        .init(
          .init(Styled(Wording("place", "名次")[language])), .trailing, rank: place > 1 ? place : 0))
    }
    let rows = rankings[0].order.map { policy -> Table.Row in
      var cells: [Table.Cell] = [
        .init(Styled(results[policy].label[language]), short: Styled(results[policy].name))
      ]
      for (metric, ranking) in zip(metrics, rankings) {
        let figure = metric.figure(results[policy].estimate(metric), in: language.tongue)
        cells.append(.init(Styled(figure.mean)))
        cells.append(.init(Styled(text(ranking.places[policy]))))
      }
      return .init(cells)
    }
    return Table(columns: columns, rows: rows)
  }

  /// `1`, or `2 to 4` where the pairs leave it open.
  private func text(_ places: Ranking.Places) -> String {
    guard places.best < places.worst else { return "\(places.best)" }
    return Wording("\(places.best) to \(places.worst)", "\(places.best) 至 \(places.worst)")[
      language]
  }

  /// Pairs whose order by something true is surely the other way round by something seen.
  private func reversals(_ rankings: [Ranking]) -> [Exhibit.Part] {
    var parts: [Exhibit.Part] = []
    for (truth, true_) in zip(metrics, rankings) where !truth.isObservable {
      for (sight, seen) in zip(metrics, rankings) where sight.isObservable {
        for pair in true_.reversals(in: seen) where truth.better != .neither {
          let (better, worse) = (results[pair.better].label, results[pair.worse].label)
          // What has no good side puts a policy behind another one, but does not make it worse.
          let isJudging = sight.better != .neither
          let line = Wording(
            "! By \(truth.label.inSentence.en) \(better.en) is better than \(worse.en); by "
              + "\(sight.label.inSentence.en), which is all that is seen, it "
              + (isJudging ? "is worse." : "comes behind."),
            "！按\(truth.label.zh)，\(better.zh)优于\(worse.zh)；按机构能看到的\(sight.label.zh)"
              + (isJudging ? "则相反。" : "却排在其后。"))
          parts.append(.prose(Styled(line[language], .bad), hanging: 2))
        }
      }
    }
    guard parts.count > 3 else { return parts }
    let more = parts.count - 3
    return parts.prefix(3) + [
      .line(
        Styled(
          Wording("! And \(more) more pairs the other way round.", "！另有 \(more) 对次序相反。")[language],
          .bad))
    ]
  }

  private func winner(_ ranking: Ranking) -> Exhibit.Part {
    let label = metrics[0].label.inSentence
    let first = results[ranking.order[0]].label
    let said =
      ranking.places[ranking.order[0]].worst == 1
      ? Wording(
        "In words: in the model \(first.en) is first by \(label.en).",
        "一句话：在模型中，按\(label.zh)，\(first.zh)居首。")
      : Wording(
        "In words: which is first by \(label.en) is undecided.", "一句话：按\(label.zh)谁居首，未定。")
    return .prose(Styled(said[language]))
  }

  /// What the places by a metric of which neither way is better are worth.
  private var meaningless: [Exhibit.Part] {
    metrics.filter { $0.better == .neither }.map { metric in
      let sight =
        metric.isObservable
        ? Wording(" They are what an institution sees.", "这只是机构所看到的名次。") : Wording("", "")
      let said = Wording(
        "Places by \(metric.label.inSentence.en) begin with the lowest and mean nothing by themselves: neither way is "
          + "better.\(sight.en)",
        "\(metric.label.zh)不论优劣，名次由低到高，本身不说明好坏。\(sight.zh)")
      return .prose(Styled(said[language]))
    }
  }

  /// How sure the places are.
  private var together: Exhibit.Part {
    let pairs = results.count * (results.count - 1) / 2
    let said = Wording(
      pairs == 1
        ? "Places hold at 95 %, on the same luck."
        : "Places of a column hold all together at 95 % (\(pairs) pairs on the same luck, Holm).",
      pairs == 1
        ? "名次的置信水平为 95%，随机条件相同。" : "同一列的名次整体置信水平为 95%（随机条件相同的 \(pairs) 对，Holm 法）。")
    return .prose(Styled(said[language]))
  }

  private func rows(_ rankings: [Ranking]) -> TidyRows {
    var rows: [[TidyRows.Value]] = []
    for (metric, ranking) in zip(metrics, rankings) {
      for policy in ranking.order {
        let estimate = results[policy].estimate(metric)
        func value(_ number: Double?) -> TidyRows.Value {
          .measured(number.map { $0 * metric.factor })
        }
        rows.append([
          .text(making.scenario), .text(results[policy].name), .text(metric.name),
          .text(metric.unitName), value(estimate.value), value(estimate.interval?.low),
          value(estimate.interval?.high), .integer(ranking.places[policy].best),
          .integer(ranking.places[policy].worst), .truth(metric.isObservable),
          .integer(estimate.runs), .integer(Int(clamping: making.seed)),
        ])
      }
    }
    return TidyRows(
      schema: "probity.ranks/1",
      columns: [
        "scenario", "policy", "metric", "unit", "mean", "ci_low", "ci_high", "place_best",
        "place_worst", "observable", "runs", "seed",
      ], rows: rows)
  }
}
