import Syntax
import Vocabulary

/// What can be wrong with policies and changes by path; codes 0170 to 0179, 0182 and 0417.
enum OverlayProblem: Problem {
  /// Policies that extend each other.
  case circle([String], at: Span)
  /// A path that leads nowhere.
  case unknownPath(String, at: Span, near: [String])
  /// A path to something that cannot be changed so.
  case notChangeable(String, at: Span)
  /// Arithmetic on something that is no number.
  case notNumber(String, at: Span)
  /// Something taken out that is not there.
  case nothingToTake(String, at: Span)
  /// Something taken out that a scheme cannot do without.
  case cannotBeOff(Kind, at: Span)
  /// What refers to something taken out, and is switched off with it.
  case switchedOff(String, with: String, at: Span)
  /// A change that pushes a value beyond its bounds.
  case beyond(path: Wording, value: Wording, low: Wording, high: Wording, at: Span)
  /// A change that breaks the order of the colours.
  case colours(indicator: String, at: Span)
  /// A policy that changes nothing.
  case empty(String, at: Span)
  /// A start that is no point in time.
  case notPoint(at: Span)
  /// A change of a value that is drawn anew in every run.
  case changesChance(String, at: Span)
  /// A change of what acts before the first month alone.
  case hasBegun(Wording, at: Span)
  /// A policy that is called like the baseline or the overlay of the prompt.
  case impliedName(String, at: Span)

  var diagnostic: Diagnostic {
    switch self {
    case .circle(let names, let span):
      Diagnostic(
        171, Wording("policies extend each other in a circle", "方案相互基于，形成循环"),
        at: [
          Label(span, Wording(names.joined(separator: " -> "), names.joined(separator: " -> ")))
        ],
        hints: [Wording("drop one of the `extends`", "请去掉其中一处“基于”")])
    case .unknownPath(let path, let span, let near):
      Diagnostic(
        172, Wording("nothing is called `\(path)`", "没有“\(path)”这一项"),
        at: [Label(span, Wording("leads nowhere", "路径不存在"))],
        hints: near.isEmpty ? [] : [Wording("did you mean `\(near[0])`?", "是不是想写“\(near[0])”？")],
        edits: near.count == 1 ? [Edit(span, near[0])] : [])
    case .notChangeable(let path, let span):
      Diagnostic(
        173, Wording("`\(path)` cannot be changed by a policy", "方案不能改动“\(path)”"),
        at: [Label(span, Wording("no value of a scheme", "不是方案中的值"))])
    case .notNumber(let path, let span):
      Diagnostic(
        174, Wording("`\(path)` is no number to reckon with", "“\(path)”不是可以加减乘除的数"),
        at: [Label(span, Wording("only `=` works here", "此处只能用“=”"))])
    case .nothingToTake(let name, let span):
      Diagnostic(
        175, Wording("there is no `\(name)` to take out", "没有“\(name)”可取消"),
        at: [Label(span, Wording("not declared", "未声明"))])
    case .cannotBeOff(let kind, let span):
      Diagnostic(
        176, Wording("a \(kind.word.en) cannot be switched off", "\(kind.word.zh)不能停用"),
        at: [Label(span, Wording("always there", "始终存在"))])
    case .switchedOff(let name, let other, let span):
      Diagnostic(
        417, .note,
        Wording("`\(name)` is switched off with `\(other)`", "“\(name)”随“\(other)”一并停用"),
        at: [Label(span, Wording("takes out what it rests on", "取消了它所依靠的内容"))])
    case .beyond(let path, let value, let low, let high, let span):
      Diagnostic(
        177, Wording("this makes `\(path.en)` \(value.en)", "这会使“\(path.zh)”变为 \(value.zh)"),
        at: [Label(span, Wording("beyond its bounds", "超出范围"))],
        hints: [Wording("it goes from \(low.en) to \(high.en)", "取值为 \(low.zh) 至 \(high.zh)")])
    case .colours, .empty, .notPoint, .changesChance, .hasBegun, .impliedName: rest
    }
  }

  private var rest: Diagnostic {
    switch self {
    case .colours(let indicator, let span):
      Diagnostic(
        178,
        Wording(
          "this puts the colours of `\(indicator)` out of order", "这会打乱“\(indicator)”各色阈值的次序"),
        at: [Label(span, Wording("yellow <= orange <= red", "黄色 <= 橙色 <= 红色"))])
    case .empty(let name, let span):
      Diagnostic(
        319, .warning, Wording("policy `\(name)` changes nothing", "方案“\(name)”没有任何改动"),
        at: [Label(span, Wording("equal to the baseline", "与基准相同"))])
    case .notPoint(let span):
      Diagnostic(
        179, Wording("a point in time is asked for", "要的是时点"),
        at: [Label(span, Wording("not a point", "不是时点"))],
        hints: [Wording("such as `month 13` or `year 2`", "例如 第13个月、第2年")])
    case .changesChance(let path, let span):
      Diagnostic(
        169,
        Wording(
          "`\(path)` is drawn by chance, so there is no one value to change",
          "“\(path)”由偶然决定，没有单一的值可改"),
        at: [Label(span, Wording("set a value, or change a parameter", "请直接设值，或改动它的参数"))])
    case .hasBegun(let field, let span):
      Diagnostic(
        182,
        Wording(
          "`\(field.en)` acts before any policy does", "“\(field.zh)”在任何方案开始之前就已起作用"),
        at: [Label(span, Wording("changes nothing here", "写在此处不起作用"))],
        hints: [
          Wording(
            "write it in the declaration itself, where it holds under every policy",
            "请写在声明本身中，对所有方案一样")
        ])
    case .impliedName(let name, let span):
      Diagnostic(
        170, Wording("`\(name)` is always there", "“\(name)”本来就有"),
        at: [Label(span, Wording("a policy needs another name", "方案需要另取名称"))])
    default: Diagnostic(172, Wording("", ""), at: [])
    }
  }
}
