import Measures
import Presentation
import Syntax

/// The first line of a table of results: what was run, how long, how often, with which luck.
struct Heading {
  let subject: Wording
  let making: Making
  let runs: Int
  let language: Language

  /// The line, and a shorter one for narrow sheets.
  var part: Exhibit.Part {
    let span = Heading.span(months: making.horizon, in: language)
    let count = Wording(Heading.runs(runs), "\(Figure.count(runs)) 轮")[language]
    let seed = Wording("seed \(making.seed)", "种子 \(making.seed)")[language]
    let start = "\(subject[language]) · \(span) · \(count)"
    return .line(Styled("\(start)\(draws) · \(seed)"), shorter: [Styled("\(start) · \(seed)")])
  }

  private var draws: String {
    guard making.design.isUncertain else { return "" }
    let inner = making.design.inner
    let outer = (runs + inner - 1) / inner
    return Wording(
      " (\(outer) draw\(outer == 1 ? "" : "s") of \(making.uncertain) uncertain value\(making.uncertain == 1 ? "" : "s")"
        + " x \(inner))",
      "（\(making.uncertain) 个不确定值抽 \(outer) 组，每组 \(inner) 轮）")[language]
  }

  /// A number of runs in English.
  static func runs(_ number: Int) -> String {
    "\(Figure.count(number)) run\(number == 1 ? "" : "s")"
  }

  /// A number of months as people say it: `10 years`, `36 个月`.
  static func span(months: Int, in language: Language) -> String {
    if months % 12 == 0 {
      let years = months / 12
      return Wording(years == 1 ? "1 year" : "\(years) years", "\(years) 年")[language]
    }
    return Wording(months == 1 ? "1 month" : "\(months) months", "\(months) 个月")[language]
  }
}

extension Making {
  /// The last line: how many runs in what time, and where to go on.
  func footing(runs: Int, next: [String], in language: Language) -> [Exhibit.Part] {
    let count = Figure.count(runs)
    var text = Wording(Heading.runs(runs), "\(count) 轮")[language]
    if let seconds {
      let time = Figure.clock(seconds, in: language.tongue)
      text = Wording("\(Heading.runs(runs)) in \(time)", "\(count) 轮用时 \(time)")[language]
    }
    text += Wording(".", "。")[language]
    if computed == 0 { text += Wording(" All remembered.", "均为已有结果。")[language] }
    // As many of the next steps as fit.
    let lines = (0...min(3, next.count)).reversed().map { count -> Styled in
      let steps = next.prefix(count).joined(separator: " · ")
      return Styled(
        text + (count == 0 ? "" : Wording("  Next: \(steps)", "  接着：\(steps)")[language]))
    }
    var parts: [Exhibit.Part] = []
    if wasInterrupted {
      parts.append(
        .line(
          Styled(
            Wording("Interrupted: what was finished is shown.", "已中断：以下为已完成的部分。")[language],
            .bad)))
    }
    if let rules {
      parts.append(.line(Styled(Wording("Rules from \(rules).", "规则取自 \(rules)。")[language])))
    }
    parts.append(.line(lines[0], shorter: Array(lines.dropFirst())))
    return parts
  }
}
