import Ledger
import Model
import Presentation
import Syntax
import Vocabulary

/// What help tells of a metric: who sees it, what it asks, by what it can be broken down.
struct MetricHelp {
  let metric: Metric
  let scenario: Scenario
  let language: Language

  var exhibit: Exhibit {
    let shown = Measurand(metric)
    let sight =
      shown.isObservable
      ? Wording("an institution can see it", "机构看得到") : Wording("nobody there sees it", "机构看不到")
    let direction = Help.direction(shown)
    let groupings = Grouping.all.filter { grouping in
      guard let field = grouping.field else { return true }
      return (try? metric.question.narrowed(to: .without(field))) != nil
    }
    let words = groupings.map { $0.word[language] }
    let name = language == .en ? metric.name : metric.aliases.first ?? metric.name
    let first = groupings.first { $0 == .field(.colour) }?.word[language] ?? words.first ?? ""
    return Exhibit([
      .prose(
        Styled(metric.name, .strong) + Styled(" · \(metric.label[language]) ") + shown.eye
          + Styled(" \(sight[language])")),
      .line(
        Styled(
          Wording(
            "\(direction.en); shown as \(shown.unitWord.en)",
            "\(direction.zh)；单位：\(shown.unitWord.zh)")[
              language])),
      .preformatted(scenario.shown(metric.name, in: language) ?? ""),
      .prose(
        Styled(
          Wording("by   ", "按   ")[language] + words.joined(separator: language == .en ? ", " : "、")
        ),
        hanging: 5),
      .prose(
        Styled(
          Wording(
            "Ask   run on \(name) · show \(name) by \(first)",
            "提问   运行 看 \(name) · 显示 \(name) 按 \(first)")[
              language])),
    ])
  }
}

/// What help tells of a piece of evidence: how good it is, where it was published, what stands on it.
struct EvidenceHelp {
  let evidence: Evidence
  let language: Language

  var exhibit: Exhibit {
    let grade = Wording(
      "grade \(evidence.grade.word.en): \(evidence.grade.meaning.en)",
      "\(evidence.grade.word.zh)级：\(evidence.grade.meaning.zh)")[language]
    func line(_ name: Wording, _ text: String) -> Exhibit.Part {
      .prose(Styled("  \(name[language])" + text), hanging: 11)
    }
    let cited = evidence.citedBy.isEmpty ? "-" : evidence.citedBy.joined(separator: ", ")
    return Exhibit(
      [
        .prose(Styled(evidence.name, .strong) + Styled(" · \(grade)")),
        line(Wording("source   ", "出处     "), evidence.citation),
      ]
        + evidence.values.map { line(Wording("value    ", "数值     "), $0[language]) }
        + (evidence.url.map { [line(Wording("url      ", "网址     "), $0)] } ?? [])
        + [line(Wording("cited by ", "被引用   "), cited)])
  }
}

extension Grade {
  /// What the grade says of evidence.
  fileprivate var meaning: Wording {
    switch self {
    case .a: Wording("an experiment in the field", "实地实验或自然实验")
    case .b: Wording("measured statistics of the field", "本领域的统计数据")
    case .c: Wording("one interested source, or another field", "单一来源，或其他领域")
    case .d: Wording("recalled, or expert opinion", "凭记忆，或专家意见")
    case .assumption: Wording("ASSUMPTION: nobody has published it", "假定：未见发表")
    }
  }
}
