import Ledger
import Measures
import Presentation
import Syntax

/// What is said below the tables of a run: spread, words, what is undecided or undefined.
struct RunNotes {
  /// What the runs said.
  let result: PolicyResult
  /// The metrics asked.
  let metrics: [Measurand]
  /// The targets.
  let targets: [Aim]
  /// How the runs were made.
  let making: Making
  /// The language.
  let language: Language

  /// The sentences, in the order of experience.md 1.
  var parts: [Exhibit.Part] { spread + words + undecided + undefined }

  private func prose(_ en: String, _ zh: String) -> [Exhibit.Part] {
    [.prose(Styled(Wording(en, zh)[language]))]
  }

  private var spread: [Exhibit.Part] {
    guard let metric = metrics.first(where: { $0.name == "incidence" }) ?? metrics.first,
      let chance = result.estimate(metric).chance
    else { return [] }
    let label = metric.name == "incidence" ? Wording("incidence", "实际发生率") : metric.label.inSentence
    func figure(_ number: Double) -> String {
      let unit: Figure.Unit = metric.figureUnit
      let size = number * metric.factor
      return Figure(size, low: size * 0.8, high: size * 1.2, unit, in: language.tongue).mean
    }
    guard let uncertainty = result.estimate(metric).uncertainty, making.design.isUncertain else {
      return prose(
        "Spread of \(label.en) between runs: \(figure(chance)), because of luck alone.",
        "各轮\(label.zh)的差异：\(figure(chance))，全部因偶然。")
    }
    return prose(
      "Spread of \(label.en) between runs: chance \(figure(chance)), uncertain values "
        + "\(figure(uncertainty)) (kept apart).",
      "各轮\(label.zh)的差异：偶然 \(figure(chance))，不确定值 \(figure(uncertainty))（分开计）。")
  }

  /// Two facts in everyday words: how many offences come to light, how many alerts are void.
  private var words: [Exhibit.Part] {
    guard metrics.contains(where: { $0.name == "incidence" }) else { return [] }
    var said: [Wording] = []
    if let share = result.estimate(Self.comesToLight).value, result.sample.runs.count > 1 {
      let part = Self.inWords(share)
      said.append(
        Wording("\(part.en) offences come to light", "\(part.zh)违法行为会被查实"))
    }
    let alerts = AlertsTable.Questions(nil, horizon: making.horizon)
    if result.sample.sheet.position(of: alerts.void.atoms[0]) != nil,
      let void = result.estimate(alerts.void).value
    {
      let number = Int((void * 100).rounded())
      said.append(
        Wording("of 100 alerts \(number) are void", "100 条预警中 \(number) 条无效"))
    }
    guard !said.isEmpty else { return [] }
    return prose(
      "In words: in the model \(said.map(\.en).joined(separator: "; ")).",
      "一句话：在模型中，\(said.map(\.zh).joined(separator: "；"))。")
  }

  /// The share of offences that are verified.
  static let comesToLight = Question.combined(
    .atom(Atom(.offences, .count, where: .isOneOf(.verified, [1]))), .divide,
    .atom(Atom(.offences, .count)))

  /// A share as people say it: about 3 in 4.
  static func inWords(_ share: Double) -> Wording {
    if share < 0.05 { return Wording("fewer than 1 in 20", "不到二十分之一的") }
    if share > 0.95 { return Wording("nearly all", "几乎全部") }
    let parts = [
      (1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10),
    ]
    let (part, whole) =
      parts.min {
        abs(Double($0.0) / Double($0.1) - share) < abs(Double($1.0) / Double($1.1) - share)
      }
      ?? (1, 2)
    let chinese = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return Wording(
      "about \(part) in \(whole)", "约\(chinese[whole])分之\(chinese[part])的")
  }

  private var undecided: [Exhibit.Part] {
    targets.flatMap { aim -> [Exhibit.Part] in
      let estimate = result.estimate(aim.metric)
      guard estimate.verdict(on: aim.relation, aim.line) == .undecided else { return [] }
      let what = "\(aim.metric.label.inSentence[language]) \(aim.text(in: language))"
      guard let more = Self.more(estimate.runsToDecide(aim.line), after: estimate.runs) else {
        return prose("Undecided: \(what).", "未定：\(what)。")
      }
      return prose(
        "Undecided: \(what) (\(more.en) would decide it).", "未定：\(what)（\(more.zh)可定）。")
    }
  }

  /// How many more runs would decide something; beyond what anybody runs the number means nothing.
  static func more(_ needed: Int?, after runs: Int) -> Wording? {
    guard let needed else { return nil }
    let more = max(1, needed - runs)
    guard more <= Order.most else {
      return Wording("more than a million more runs", "再运行一百万轮以上")
    }
    let count = Figure.count(rounded(more))
    return Wording("about \(count) more runs", "约再运行 \(count) 轮")
  }

  private var undefined: [Exhibit.Part] {
    metrics.flatMap { metric -> [Exhibit.Part] in
      let estimate = result.estimate(metric)
      let count = estimate.undefinedRuns
      guard count > 0, !metric.question.atoms.contains(where: \.measure.isDistribution) else {
        return []
      }
      let runs = Figure.count(estimate.runs)
      return prose(
        "\(metric.label.en): undefined in \(Figure.count(count)) of \(runs) runs.",
        "\(metric.label.zh)：\(runs) 轮中有 \(Figure.count(count)) 轮无定义。")
    }
  }

  /// Two significant digits are enough for what is itself an estimate.
  static func rounded(_ number: Int) -> Int {
    var unit = 1
    while number / unit >= 100 { unit *= 10 }
    return (number + unit / 2) / unit * unit
  }
}
