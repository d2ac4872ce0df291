import Syntax
import Vocabulary

/// What can be wrong with questions over events; codes 0200 to 0219.
enum QuestionProblem: Problem {
  /// A word that is no kind of event.
  case unknownEvent(String, at: Span, near: [String])
  /// A word that is no field of the event kind.
  case unknownField(String, of: Wording, at: Span, near: [String])
  /// Metrics that ask each other.
  case circle([String], at: Span)
  /// A word that is no function and no metric.
  case unknownFunction(String, at: Span, near: [String])
  /// A kind of event where a figure is asked for.
  case uncounted(Wording, at: Span)
  /// A function without what it needs.
  case needs(Function, at: Span)
  /// Something that is no expression over events.
  case notQuestion(at: Span)
  /// A field that cannot be used so.
  case notSummable(String, at: Span)
  /// A code compared with a number, or a flag.
  case notComparable(Wording, takes: Wording, at: Span)
  /// A window that is none.
  case window(at: Span)
  /// A filter that no event of the metric has.
  case filter(String, at: Span)
  /// A condition that does not compare.
  case notCondition(at: Span)
  /// A metric that two policies are asked of.
  case twoPolicies(at: Span)
  /// A metric that asks another policy than the baseline, or for more than counts and sums of it.
  case otherPolicy(String, at: Span)
  /// A window that reaches beyond the horizon.
  case beyondHorizon(at: Span)
  /// A grouping that what is counted does not have.
  case indivisible(by: Wording, kinds: [Wording], known: [Wording], at: Span)
  /// A word that is no grouping.
  case unknownGrouping(String, near: [String], known: [Wording], at: Span)
  /// A condition that only a part of what is counted can fulfil.
  case conditionOfPart([Wording], at: Span)

  var diagnostic: Diagnostic {
    switch self {
    case .unknownEvent(let word, let span, let near):
      asked(200, Wording("no kind of event is called `\(word)`", "没有名为“\(word)”的事件"), near, span)
    case .unknownField(let word, let kind, let span, let near):
      asked(
        201, Wording("\(kind.en) have no field `\(word)`", "\(kind.zh)没有“\(word)”这个字段"), near, span)
    case .circle(let names, let span):
      Diagnostic(
        203, Wording("metrics ask each other in a circle", "评估指标相互引用成环"),
        at: [Label(span, Wording(names.joined(separator: " -> "), names.joined(separator: " -> ")))]
      )
    case .unknownFunction(let word, let span, let near):
      asked(
        204, Wording("no metric or function is called `\(word)`", "没有名为“\(word)”的评估指标或函数"), near,
        span,
        otherwise: Wording(
          "the standard metrics come with `use \"metrics\"`", "标准评估指标要先写 引用 \"metrics\""))
    case .uncounted(let kind, let span):
      Diagnostic(
        204, Wording("`\(kind.en)` are events, not a figure", "“\(kind.zh)”是事件，不是数值"),
        at: [Label(span, Wording("what of them?", "问它的什么？"))],
        hints: [Wording("such as `count(\(kind.en))`", "例如 计数(\(kind.zh))")])
    case .needs(let function, let span):
      Diagnostic(
        205, Wording("`\(function.word.en)` asks something else", "“\(function.word.zh)”的写法不对"),
        at: [Label(span, Wording("cannot be answered", "无法回答"))],
        hints: [Wording("such as `\(function.example)`", "例如 \(function.example)")])
    case .notQuestion(let span):
      Diagnostic(
        206, Wording("this asks nothing of the events", "这不是对事件的提问"),
        at: [Label(span, Wording("not an expression", "不是表达式"))],
        hints: [Wording("such as `count(offences) / person_years`", "例如 计数(违法行为) / 人年数")])
    case .notSummable(let word, let span):
      Diagnostic(
        207, Wording("`\(word)` cannot be added up", "“\(word)”不能求和"),
        at: [Label(span, Wording("a word, not a quantity", "是词，不是数量"))])
    case .notComparable(let field, let takes, let span):
      Diagnostic(
        208, Wording("`\(field.en)` is compared with \(takes.en)", "“\(field.zh)”要与\(takes.zh)比较"),
        at: [Label(span, Wording("something else", "不是这样的内容"))])
    case .window(let span):
      Diagnostic(
        209, Wording("this window cannot be read", "这个时间窗看不懂"),
        at: [Label(span, Wording("not a window", "不是时间窗"))],
        hints: [Wording("write `last 1 year` or `from year 3 to year 5`", "请写 最近 1年，或 自 第3年 至 第5年")]
      )
    case .filter, .notCondition, .twoPolicies, .otherPolicy, .beyondHorizon: rest
    case .indivisible, .unknownGrouping, .conditionOfPart: ofParts
    }
  }

  private var rest: Diagnostic {
    switch self {
    case .filter(let name, let span):
      Diagnostic(
        210, Wording("`\(name)` filters nothing here", "“\(name)”在此处起不到筛选作用"),
        at: [Label(span, Wording("none of the events asked has it", "所问的事件都没有这一项"))])
    case .notCondition(let span):
      Diagnostic(
        212, Wording("a condition is asked for", "此处要的是条件"),
        at: [Label(span, Wording("compares nothing", "没有比较"))],
        hints: [
          Wording("such as `incidence(brisk) < incidence(baseline)`", "例如 实际发生率(方案甲) < 实际发生率(基准)")
        ])
    case .twoPolicies(let span):
      Diagnostic(
        213, Wording("a metric is asked of one policy", "一个评估指标只能对一个方案提问"),
        at: [Label(span, Wording("one too many", "多出一个"))])
    case .otherPolicy(let name, let span):
      Diagnostic(
        211, Wording("a metric cannot ask this of `\(name)`", "评估指标不能这样引用方案“\(name)”"),
        at: [Label(span, Wording("asked of one policy alone", "只问某一个方案"))],
        hints: [
          Wording(
            "a metric is asked of any policy; what it can set it against are counts and sums of the baseline, such as "
              + "`total_cost - total_cost(baseline)`",
            "指标可问任何方案；能与之相比的只有基准的计数与合计，例如 总费用 - 总费用(基准)")
        ])
    case .beyondHorizon(let span):
      Diagnostic(
        214, Wording("this lies beyond the horizon", "超出模拟时长"),
        at: [Label(span, Wording("nothing happens then", "那时已无事件"))],
        hints: [Wording("lengthen `horizon`, or ask earlier", "请加长“时长”，或问更早的时间")])
    default: Diagnostic(206, Wording("", ""), at: [])
    }
  }

  /// Of questions that are broken down.
  private var ofParts: Diagnostic {
    func list(_ words: [Wording]) -> Wording {
      Wording(
        words.map(\.en).joined(separator: ", "), words.map(\.zh).joined(separator: "、"))
    }
    switch self {
    case .indivisible(let word, let kinds, let known, let span):
      let (kinds, known) = (list(kinds), list(known))
      return Diagnostic(
        215, Wording("this cannot be told apart by \(word.en)", "不能按\(word.zh)分组"),
        at: [Label(span, Wording("\(kinds.en) have no \(word.en)", "\(kinds.zh)没有\(word.zh)"))],
        hints: [Wording("it can be by: \(known.en)", "可按：\(known.zh)")])
    case .unknownGrouping(let word, let near, let known, let span):
      let known = list(known)
      return asked(
        216, Wording("no grouping is called `\(word)`", "没有名为“\(word)”的分组"), near, span,
        otherwise: Wording("one of: \(known.en)", "可写：\(known.zh)"))
    case .conditionOfPart(let kinds, let span):
      let kinds = list(kinds)
      return Diagnostic(
        217, Wording("this condition cannot be asked of all that is counted", "该条件不适用于所统计的全部事件"),
        at: [Label(span, Wording("not a field of \(kinds.en)", "不是\(kinds.zh)的字段"))])
    default: return Diagnostic(206, Wording("", ""), at: [])
    }
  }

  private func asked(
    _ number: Int, _ message: Wording, _ near: [String], _ span: Span,
    otherwise hint: Wording? = nil
  ) -> Diagnostic {
    let meant = near.first.map { Wording("did you mean `\($0)`?", "是不是想写“\($0)”？") }
    return Diagnostic(
      number, message, at: [Label(span, Wording("unknown", "未知"))],
      hints: [meant ?? hint].compactMap(\.self),
      edits: near.count == 1 ? [Edit(span, near[0])] : [])
  }
}
