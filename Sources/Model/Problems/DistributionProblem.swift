import Syntax
import Vocabulary

/// What can be wrong with distributions, curves and `~`; codes 0160 to 0169 and 0402.
enum DistributionProblem: Problem {
  /// A call that is no distribution.
  case unknown(String, at: Span, near: [String])
  /// A parameter that is not given.
  case missing(of: DistributionFamily, at: Span)
  /// A parameter that the distribution does not have.
  case unknownParameter(String, of: DistributionFamily, at: Span)
  /// Parameters that contradict each other.
  case contradicts(Wording, hint: Wording, at: Span)
  /// A distribution where a number is asked for.
  case notTaken(field: Wording, mayBeUncertain: Bool, at: Span)
  /// `~` at a field that a draw may not change.
  case structural(field: Wording, at: Span)
  /// A curve that is not given by points.
  case points(field: Wording, example: String, at: Span)
  /// `~` before something that is no distribution.
  case nothingUncertain(at: Span)
  /// A distribution that reaches beyond the bounds of its field.
  case cut(field: Wording, mass: String, side: Wording, mean: Wording, at: Span)
  /// Nothing of the distribution lies within the bounds.
  case nothingLeft(field: Wording, low: Wording, high: Wording, at: Span)

  var diagnostic: Diagnostic {
    switch self {
    case .unknown(let name, let span, let near):
      Diagnostic(
        160, Wording("`\(name)` is no distribution", "“\(name)”不是分布"),
        at: [Label(span, Wording("unknown", "未知"))],
        hints: [
          near.first.map { Wording("did you mean `\($0)`?", "是不是想写“\($0)”？") }
            ?? Wording("such as `lognormal(median 80k, p90 600k)`", "例如 对数正态(中位数 8万元, p90 60万元)")
        ],
        edits: near.first.map { [Edit(span, $0)] } ?? [])
    case .missing(let law, let span):
      Diagnostic(
        161, Wording("`\(law.word.en)` lacks a parameter", "“\(law.word.zh)”缺少参数"),
        at: [Label(span, Wording("not all given", "没有给全"))],
        hints: [Wording("it takes \(law.usage.en)", "它的参数是\(law.usage.zh)")])
    case .unknownParameter(let name, let law, let span):
      Diagnostic(
        162, Wording("`\(law.word.en)` has no `\(name)`", "“\(law.word.zh)”没有参数“\(name)”"),
        at: [Label(span, Wording("not a parameter of it", "不是它的参数"))],
        hints: [Wording("it takes \(law.usage.en)", "它的参数是\(law.usage.zh)")])
    case .contradicts(let label, let hint, let span):
      Diagnostic(
        163, Wording("this distribution contradicts itself", "这个分布自相矛盾"),
        at: [Label(span, label)], hints: [hint])
    case .notTaken(let field, let mayBeUncertain, let span):
      Diagnostic(
        164,
        Wording("`\(field.en)` is a number, not chance inside a run", "“\(field.zh)”是一个数，不是运行中的偶然"),
        at: [Label(span, Wording("a distribution", "这是分布"))],
        hints: mayBeUncertain
          ? [Wording("not known exactly? write `\(field.en) ~ …`", "若是不确定，请写“\(field.zh) ~ …”")]
          : [])
    case .structural(let field, let span):
      Diagnostic(
        165, Wording("`\(field.en)` cannot be uncertain", "“\(field.zh)”不能是不确定的"),
        at: [Label(span, Wording("a draw may not change it", "抽样不能改变它"))],
        hints: [Wording("give one value, or compare policies that differ in it", "请给一个值，或用不同方案比较")])
    case .points(let field, let example, let span):
      Diagnostic(
        166, Wording("`\(field.en)` takes points over time in post", "“\(field.zh)”要的是随任职年限变化的点"),
        at: [Label(span, Wording("not a point", "不是点"))],
        hints: [Wording("such as `\(example)`", "例如 1.0 在 0年, 1.3 在 3年")])
    case .nothingUncertain(let span):
      Diagnostic(
        167, Wording("`~` stands before a distribution", "“~”后面要写分布"),
        at: [Label(span, Wording("a single value", "只有一个值"))],
        hints: [Wording("drop the `~`, or write `~ uniform(low, high)`", "请去掉“~”，或写“~ 均匀(下限, 上限)”")]
      )
    case .cut(let field, let mass, let side, let mean, let span):
      Diagnostic(
        402, .note,
        Wording("distribution cut at the bounds of `\(field.en)`", "分布在“\(field.zh)”的范围处截断"),
        at: [Label(span, Wording("\(mass) of it lies \(side.en)", "其中 \(mass) \(side.zh)"))],
        hints: [
          Wording(
            "drawn again within the bounds; mean \(mean.en) after the cut",
            "在范围内重新抽取；截断后均值 \(mean.zh)")
        ])
    case .nothingLeft(let field, let low, let high, let span):
      Diagnostic(
        168, Wording("nothing of this distribution lies within the bounds", "这个分布全部落在范围之外"),
        at: [Label(span, Wording("all of it is beyond", "全部超出"))],
        hints: [
          Wording(
            "`\(field.en)` goes from \(low.en) to \(high.en)",
            "“\(field.zh)”取值为 \(low.zh) 至 \(high.zh)")
        ])
    }
  }
}

extension DistributionFamily {
  /// The ways to give its parameters, in words.
  var usage: Wording {
    let english = parameters.map { $0.map(\.word.en).joined(separator: ", ") }
    let chinese = parameters.map { $0.map(\.word.zh).joined(separator: "、") }
    return Wording(english.joined(separator: "; or "), chinese.joined(separator: "；或"))
  }
}
