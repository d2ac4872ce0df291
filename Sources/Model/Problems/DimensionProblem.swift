import Quantities
import Syntax
import Vocabulary

/// What can be wrong with numbers and their units; codes 0150 to 0159.
enum DimensionProblem: Problem {
  /// A word after a number that is no unit.
  case unknownUnit(String, at: Span, near: [String])
  /// A share or number where something per time is asked for.
  case rateWithoutTime(String, example: String, at: Span)
  /// A sum, difference or comparison of unlike things.
  case unlike(Powers, Infix, Powers, at: Span)
  /// A number of another dimension than the one asked for.
  case wrong(Powers, asked: Dimension, field: Wording, example: String, at: Span)
  /// A number beyond the bounds of its field.
  case outside(field: Wording, low: Wording, high: Wording, at: Span)
  /// A fraction where a whole number is asked for.
  case notWhole(field: Wording, at: Span)
  /// A number without the unit that it needs.
  case unitMissing(String, asked: Dimension, at: Span)
  /// Something that is no number.
  case notNumber(field: Wording, asked: Wording, example: String, at: Span)
  /// A special word that the field does not take.
  case specialWord(String, field: Wording, at: Span)

  var diagnostic: Diagnostic {
    switch self {
    case .unknownUnit(let unit, let span, let near):
      Diagnostic(
        150, Wording("`\(unit)` is no unit", "“\(unit)”不是单位"),
        at: [Label(span, Wording("unknown unit", "未知的单位"))],
        hints: [
          near.first.map { Wording("did you mean `\($0)`?", "是不是想写“\($0)”？") }
            ?? Wording("a field? put `;` before it", "若是另一个字段，请在前面加“；”")
        ],
        edits: near.first.map { [Edit(span, $0)] } ?? [])
    case .rateWithoutTime(let text, let example, let span):
      Diagnostic(
        151, Wording("a rate needs a time", "速率要写明单位时间"),
        at: [Label(span, Wording("alone: per month? per year?", "只有数值：是每月还是每年？"))],
        hints: [
          Wording("write `\(text) per year` or `\(text) per month`", "请写“每年 \(text)”或“每月 \(text)”")
        ],
        edits: [Edit(span, example)])
    case .unlike(let left, let sign, let right, let span):
      unlike(left, sign, right, span)
    case .wrong(let powers, let asked, let field, let example, let span):
      Diagnostic(
        153, Wording("`\(field.en)` takes \(asked.word.en)", "“\(field.zh)”要的是\(asked.word.zh)"),
        at: [Label(span, Wording("this is \(powers.word.en)", "这是\(powers.word.zh)"))],
        hints: [Wording("such as `\(example)`", "例如 \(example)")])
    case .outside(let field, let low, let high, let span):
      Diagnostic(
        154,
        Wording(
          "`\(field.en)` goes from \(low.en) to \(high.en)",
          "“\(field.zh)”取值为 \(low.zh) 至 \(high.zh)"),
        at: [Label(span, Wording("beyond that", "超出范围"))])
    case .notWhole(let field, let span):
      Diagnostic(
        155, Wording("`\(field.en)` takes a whole number", "“\(field.zh)”要的是整数"),
        at: [Label(span, Wording("a fraction", "不是整数"))])
    case .unitMissing(let text, let asked, let span):
      unitMissing(text, asked, span)
    case .notNumber(let field, let asked, let example, let span):
      Diagnostic(
        157, Wording("`\(field.en)` takes \(asked.en)", "“\(field.zh)”要的是\(asked.zh)"),
        at: [Label(span, Wording("not a number", "不是数值"))],
        hints: [Wording("such as `\(example)`", "例如 \(example)")])
    case .specialWord(let word, let field, let span):
      Diagnostic(
        158, Wording("`\(field.en)` cannot be `\(word)`", "“\(field.zh)”不能取“\(word)”"),
        at: [Label(span, Wording("a number is needed here", "此处需要数值"))])
    }
  }

  private func unlike(_ left: Powers, _ sign: Infix, _ right: Powers, _ span: Span) -> Diagnostic {
    let verb: Wording
    switch sign {
    case .plus: verb = Wording("added", "相加")
    case .minus: verb = Wording("subtracted", "相减")
    default: verb = Wording("compared", "比较")
    }
    return Diagnostic(
      152,
      Wording(
        "\(left.word.en) and \(right.word.en) cannot be \(verb.en)",
        "\(left.word.zh)和\(right.word.zh)不能\(verb.zh)"),
      at: [
        Label(
          span,
          Wording(
            "\(left.word.en) \(sign.rawValue) \(right.word.en)",
            "\(left.word.zh) \(sign.rawValue) \(right.word.zh)"))
      ])
  }

  private func unitMissing(_ text: String, _ asked: Dimension, _ span: Span) -> Diagnostic {
    let proposal: Wording
    switch asked {
    case .share:
      let percent = Double(text).map { $0 <= 1 && $0 > 0 ? Figure.plain($0 * 100) : text } ?? text
      proposal = Wording("\(percent)%", "\(percent)%")
    case .duration: proposal = Wording("\(text) months", "\(text)个月")
    default: proposal = asked.example
    }
    return Diagnostic(
      156, Wording("the number needs a unit", "数值缺少单位"),
      at: [Label(span, Wording("\(asked.word.en) is asked for", "要的是\(asked.word.zh)"))],
      hints: [Wording("such as `\(proposal.en)`", "例如 \(proposal.zh)")])
  }
}
