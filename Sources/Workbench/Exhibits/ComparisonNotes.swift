import Ledger
import Measures
import Presentation
import Syntax

/// What is said below a table of differences.
struct ComparisonNotes {
  /// The differences.
  let pairs: [ComparisonExhibit.Pair]
  /// The policy.
  let result: PolicyResult
  /// What it is compared with.
  let first: PolicyResult
  /// The language.
  let language: Language

  /// The sentences, in the order of experience.md 2.
  var parts: [Exhibit.Part] { paradox + pairing + words + luck }

  private func prose(_ en: String, _ zh: String) -> [Exhibit.Part] {
    [.prose(Styled(Wording(en, zh)[language]))]
  }

  private func pair(_ name: String) -> ComparisonExhibit.Pair? {
    pairs.first { $0.metric.name == name }
  }

  /// Whether the whole interval of a difference lies above (+1) or below (−1) zero.
  private func sign(_ pair: ComparisonExhibit.Pair?) -> Int {
    guard let interval = pair?.paired.contrast.interval else { return 0 }
    return interval.low > 0 ? 1 : interval.high < 0 ? -1 : 0
  }

  /// Detected and true may part: finding more is not misconduct growing.
  private var paradox: [Exhibit.Part] {
    let truth = sign(pair("incidence"))
    let sight = sign(pair("finding_rate") ?? pair("detected_incidence"))
    if truth < 0 && sight > 0 {
      return [
        .line(
          Styled(
            Wording(
              "! Detected rose while true fell: finding more is not misconduct growing.",
              "! 查出上升而实际下降：查得多不等于违法增多。")[language], .bad))
      ]
    }
    if truth > 0 && sight < 0 {
      return [
        .line(
          Styled(
            Wording(
              "! Detected fell while true rose: finding less is not misconduct shrinking.",
              "! 查出下降而实际上升：查得少不等于违法减少。")[language], .bad))
      ]
    }
    return []
  }

  private var pairing: [Exhibit.Part] {
    var said = Wording(
      "Pairing: the same synthetic people met the same temptations under both policies.",
      "配对：两个方案下是同一批合成人员，遇到同样的诱因。")
    let best = pair("incidence") ?? pairs.first { !$0.metric.question.isAgainstBaseline }
    if let best, let correlation = best.paired.correlation, let runs = best.paired.unpairedRuns,
      runs > Double(best.is.runs)
    {
      let count = Figure.count(best.is.runs)
      let equal = Figure.count(RunNotes.rounded(Int(min(runs, 1e9))))
      let rho = Figure(
        correlation, low: correlation - 0.05, high: correlation + 0.05, in: language.tongue
      ).mean
      said = Wording(
        said.en
          + " For \(best.metric.label.inSentence.en) (correlation \(rho)) \(count) paired runs tell as "
          + "much as \(equal) unpaired.",
        said.zh + "就“\(best.metric.label.zh)”而言（相关 \(rho)），配对 \(count) 轮相当于不配对 \(equal) 轮。")
    }
    return prose(said.en, said.zh)
  }

  /// The first metric in a sentence, with its interval; a verdict only if the interval allows one.
  private var words: [Exhibit.Part] {
    // What is set against the baseline is a comparison already.
    guard
      let pair = pair("incidence") ?? pairs.first(where: { !$0.metric.question.isAgainstBaseline })
    else { return [] }
    let contrast = pair.paired.contrast
    let label = pair.metric.label.inSentence
    switch pair.verdict {
    case .better, .worse, .different:
      guard let value = contrast.value, let interval = contrast.interval else { return [] }
      let isLess = value < 0
      let (near, far) = isLess ? (-interval.high, -interval.low) : (interval.low, interval.high)
      let figure = Figure(
        abs(value) * pair.metric.factor, low: near * pair.metric.factor,
        high: far * pair.metric.factor, pair.metric.figureUnit, in: language.tongue)
      let amount = figure.mean + pair.metric.unitBehind[language]
      return prose(
        "In words: in the model \(label.en) would be \(amount) \(isLess ? "lower" : "higher") under "
          + "\(result.label.en) (95 % interval \(figure.interval)).",
        "一句话：在模型中，\(result.label.zh)下的\(label.zh)会\(isLess ? "低" : "高") \(amount)"
          + "（95% 区间 \(figure.interval)）。")
    case .same:
      return prose(
        "In words: \(label.en) is exactly the same in every run.",
        "一句话：每一轮的\(label.zh)都完全相同。")
    default:
      let more = RunNotes.more(contrast.runsToDecide(), after: contrast.runs)
      return prose(
        "In words: whether \(label.en) differs is undecided"
          + (more.map { " (\($0.en) would decide it)." } ?? "."),
        "一句话：\(label.zh)是否不同，未定" + (more.map { "（\($0.zh)可定）。" } ?? "。"))
    }
  }

  /// How often a table of so many rows shows a verdict by luck alone.
  private var luck: [Exhibit.Part] {
    guard pairs.count > 1 else { return [] }
    let right = (0..<pairs.count).reduce(1.0) { chance, _ in chance * 0.95 }
    let share = Int(((1 - right) * 10).rounded())
    guard share > 0 else { return [] }
    return prose(
      "\(pairs.count) rows at 95 %: in \(share) of 10 such tables a verdict is luck.",
      "共 \(pairs.count) 行，置信水平 95%：每 10 张这样的表约有 \(share) 张含偶然的判定。")
  }
}
