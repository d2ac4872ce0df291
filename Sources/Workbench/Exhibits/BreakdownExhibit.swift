import Ledger
import Measures
import Presentation
import Syntax
import Vocabulary

/// The answer of `show METRIC by GROUPING` for one policy: a row a group, then the whole.
struct BreakdownExhibit {
  /// What was asked.
  let breakdown: Breakdown
  /// What the runs said.
  let result: PolicyResult
  /// The targets, for the rows.
  let targets: [Aim]
  /// How the runs were made.
  let making: Making
  /// The language.
  let language: Language

  /// The title, the table, what is to be said of it, and the rows.
  var exhibit: Exhibit {
    Exhibit([title, .table(table)] + notes + [.rows(rows)])
  }

  private var metric: Measurand { breakdown.metric }

  private var title: Exhibit.Part {
    let words = breakdown.groupings.map { $0.word[language] }
    let by =
      words.isEmpty
      ? ""
      : Wording(
        " by \(words.joined(separator: ", "))", " 按 \(words.joined(separator: "、"))")[language]
    let head = Styled(metric.label[language], .strong) + Styled(" ") + metric.eye + Styled(by)
    let unit = metric.unitBehind
    let behind = Wording(unit.en.isEmpty ? "" : "," + unit.en, unit.zh)[language]
    return .prose(head + Styled(behind))
  }

  /// A group with what the runs said of it.
  private struct Answered {
    var row: Breakdown.Row
    var estimate: Estimate
  }

  private var answered: [Answered] {
    breakdown.rows.map { Answered(row: $0, estimate: result.estimate($0.question)) }
  }

  /// The groups in which anything was counted, or which are shown in any case.
  private var shown: [Answered] {
    answered.filter { one in
      if one.row.isLasting { return true }
      let own = one.row.question.atoms.filter { !metric.question.atoms.contains($0) }
      let sums = own.filter { !$0.measure.isDistribution }
      let isCounted = sums.isEmpty ? one.estimate.value != nil : sums.contains(where: isCounted)
      return isCounted
    }
  }

  private func isCounted(_ atom: Atom) -> Bool {
    guard let place = result.sample.sheet.position(of: atom) else { return false }
    return result.sample.runs.indices.contains { run in
      let sums = result.sample.sums(ofRunAt: run)
      return sums[sums.startIndex + place] != 0
    }
  }

  private var table: Table {
    func title(_ en: String, _ zh: String) -> Table.Cell {
      .init(Styled(Wording(en, zh)[language]))
    }
    let isTime = breakdown.groupings.map { $0.field == nil }
    let groups = zip(breakdown.groupings, isTime).map { grouping, isTime in
      Table.Column(.init(Styled(grouping.word[language])), isTime ? .trailing : .leading)
    }
    return Table(
      columns: (groups.isEmpty ? [.init()] : groups) + [
        .init(title("mean", "均值"), .trailing), .init(title("95 % interval", "95% 区间"), .trailing),
        .init(title("5-95 % of runs", "各轮 5-95%"), .trailing, rank: 1),
      ], rows: shown.map(row))
  }

  private func row(_ one: Answered) -> Table.Row {
    let figure = metric.figure(one.estimate, in: language.tongue)
    let missing = max(1, breakdown.groupings.count) - one.row.labels.count
    let labels =
      one.row.labels.enumerated().map { cell($1, in: $0) }
      + Array(repeating: .empty, count: max(0, missing))
    return .init(
      labels + [
        .init(Styled(figure.mean)), .init(Styled(figure.interval)),
        .init(Styled(metric.spread(one.estimate, like: figure))),
      ])
  }

  /// What a group is called; the colour of alerts with its letter, as in the table of a run.
  private func cell(_ label: Wording, in column: Int) -> Table.Cell {
    let chips: [String: (String, Style)] = [
      "yellow": ("Y", .yellow), "orange": ("O", .orange), "red": ("R", .red),
    ]
    guard language == .en, breakdown.groupings.indices.contains(column),
      breakdown.groupings[column] == .field(.colour), let (letter, style) = chips[label.en]
    else { return .init(Styled(label[language])) }
    return .init(Styled(letter, style) + Styled(" \(label.en)"))
  }

  private var notes: [Exhibit.Part] {
    var said: [Wording] = []
    for (grouping, kinds) in breakdown.leftWhole {
      let words = kinds.map { $0 == .seats ? Wording("person-years", "人年") : $0.word }
      let (en, zh) = (
        words.map(\.en).joined(separator: ", "), words.map(\.zh).joined(separator: "、")
      )
      said.append(
        Wording(
          "\(en) have no \(grouping.word.en): every row is over all of them, so the rows add up.",
          "\(zh)没有\(grouping.word.zh)：每一行都以全部\(zh)为分母，因此各行可相加。"))
    }
    let shown = shown
    if shown.count == 1, !breakdown.groupings.isEmpty {
      said.append(Wording("in these runs none of it happened.", "这些轮次中没有发生。"))
    }
    if shown.contains(where: { $0.estimate.value == nil }) {
      said.append(Wording("—: there is nothing to divide by.", "—：没有可作分母的事件。"))
    } else if shown.contains(where: {
      $0.estimate.undefinedRuns > 0 && $0.estimate.runQuantiles != nil
    }) {
      said.append(
        Wording(
          "Runs in which a row has nothing to divide by do not count in its 5-95 %.",
          "某行没有分母的那些轮次，不计入该行的各轮 5-95%。"))
    }
    return said.map { note in
      .prose(Styled(note.capitalised[language]))
    }
  }

  private var rows: TidyRows {
    ResultRows(making: making, targets: targets, language: language)
      .rows(of: result, metric, groups: shown.map { ($0.row.group, $0.row.question) })
  }
}

extension Wording {
  /// The wording as the beginning of a sentence.
  fileprivate var capitalised: Wording { Wording(en.prefix(1).uppercased() + en.dropFirst(), zh) }
}
