import Syntax
import Vocabulary

/// What can be wrong with a scheme as a whole, or not act; codes 0180 to 0199 and 03xx.
enum SchemeProblem: Problem {
  /// Shares of a group that do not add up to 1.
  case sum(String, field: Wording, at: Span)
  /// Thresholds that do not rise.
  case colours(lower: Wording, upper: Wording, at: Span)
  /// An indicator without a threshold.
  case noThreshold(String, at: Span)
  /// A threshold without an indicator.
  case noIndicator(String, at: Span, near: [String])
  /// A selection that no post fulfils.
  case emptySelection(field: Wording, at: Span)
  /// A colour that nobody answers.
  case unanswered(Wording, indicator: String, at: Span)
  /// A response to something that never comes.
  case neverTriggered(Wording, at: Span)
  /// A review that finds nothing.
  case findsNothing(String, at: Span)
  /// No body is declared.
  case noBody(at: Span)
  /// More of something than a scenario may have.
  case tooMuch(Wording, most: String, at: Span)
  /// A risk without any seat, an indicator that reads other posts than its risks.
  case apart(String, risk: String, at: Span)
  /// Readings in another unit than the indicator's.
  case otherReading(Powers, indicator: Powers, at: Span)
  /// Nothing to simulate.
  case noPosts(at: Span)
  /// A rotation without a cycle.
  case neverRotates(at: Span)
  /// A control that stops nothing.
  case stopsNothing(String, at: Span)
  /// A control that blocks more than overriding leaves.
  case overridden(String, post: String, most: Wording, at: Span)
  /// A control at posts where none of its risks exists.
  case elsewhere(String, at: Span)
  /// A remedy that nothing makes anybody issue.
  case neverIssued(String, needs: Wording, at: Span)
  /// A review that reveals what no remedy answers.
  case unansweredWeaknesses(String, at: Span)
  /// A second declaration where only one can act.
  case onlyOne(Kind, at: Span, first: Span)
  /// A field that does nothing unless another is otherwise.
  case idle(Wording, needs: Wording, at: Span)
  /// An organisation or a body that is above itself.
  case aboveItself(String, at: Span)
  /// A post of another unit.
  case elsewherePost(String, unit: String, at: Span, near: [String])
  /// An indicator that stands on others that cannot carry it, or that reads itself as well.
  case together(String, at: Span)

  var diagnostic: Diagnostic {
    switch self {
    case .sum(let total, let field, let span):
      Diagnostic(
        180,
        Wording("the shares of `\(field.en)` add up to \(total)", "“\(field.zh)”各项之和为 \(total)"),
        at: [Label(span, Wording("not 100 %", "不是 100%"))],
        hints: [Wording("change one of them so that they add up to 100 %", "请调整其中一项，使合计为 100%")])
    case .colours(let lower, let upper, let span):
      Diagnostic(
        181, Wording("\(upper.en) is below \(lower.en)", "\(upper.zh)低于\(lower.zh)"),
        at: [
          Label(span, Wording("thresholds rise: yellow <= orange <= red", "阈值应依次升高：黄色 <= 橙色 <= 红色"))
        ])
    case .noThreshold(let name, let span):
      Diagnostic(
        183, .warning,
        Wording("`\(name)` has no threshold and raises no alert", "“\(name)”没有阈值，不会预警"),
        at: [Label(span, Wording("read, but nothing follows", "只有读数，没有后续"))],
        hints: [
          Wording(
            "write `threshold \(name) { yellow …; orange …; red … }`",
            "请写 阈值 \(name) { 黄色 …；橙色 …；红色 … }")
        ])
    case .noIndicator(let name, let span, let near):
      Diagnostic(
        184, Wording("no indicator is called `\(name)`", "没有名为“\(name)”的监测指标"),
        at: [Label(span, Wording("a threshold of nothing", "阈值没有对应的指标"))],
        hints: near.first.map { [Wording("did you mean `\($0)`?", "是不是想写“\($0)”？")] } ?? [])
    case .emptySelection(let field, let span):
      Diagnostic(
        310, .warning, Wording("`\(field.en)` selects no post", "“\(field.zh)”没有选中任何岗位"),
        at: [Label(span, Wording("nobody", "没有岗位符合"))])
    case .unanswered(let colour, let indicator, let span):
      Diagnostic(
        411, .note, Wording("nobody answers \(colour.en) alerts", "\(colour.zh)预警无人处置"),
        at: [Label(span, Wording("`\(indicator)` can raise them", "“\(indicator)”会发出这种预警"))],
        hints: [
          Wording(
            "write `response \(colour.en) { by … }`, or leave them unanswered",
            "请写 处置 \(colour.zh) { 承办 … }，或任其不处置")
        ])
    case .neverTriggered(let cause, let span):
      Diagnostic(
        312, .warning, Wording("this response is never called for", "这项处置永远不会触发"),
        at: [Label(span, Wording("nothing makes \(cause.en)", "没有什么会产生\(cause.zh)"))])
    case .findsNothing(let name, let span):
      Diagnostic(
        313, .warning, Wording("review `\(name)` finds nothing", "检查“\(name)”什么也查不出"),
        at: [Label(span, Wording("`finds` is 0 %", "“查出率”为 0%"))],
        hints: [Wording("write `finds 5%`, or leave the review out", "请写 查出率 5%，或去掉这项检查")])
    case .stopsNothing, .overridden, .elsewhere, .onlyOne, .neverIssued, .unansweredWeaknesses:
      controls
    case .noBody, .tooMuch, .apart, .otherReading, .noPosts, .neverRotates, .idle, .together,
      .elsewherePost, .aboveItself:
      whole
    }
  }

  /// What concerns the whole.
  private var whole: Diagnostic {
    switch self {
    case .noBody(let span):
      Diagnostic(
        415, .note, Wording("no body is declared", "没有声明机构"),
        at: [
          Label(
            span, Wording("one supervisory body without limit and cost acts", "由一个不限能力、不计费用的监察机关承办")
          )
        ])
    case .tooMuch(let what, let most, let span):
      Diagnostic(
        185, Wording("too many \(what.en)", "\(what.zh)过多"),
        at: [Label(span, Wording("at most \(most)", "最多 \(most)"))])
    case .apart(let indicator, let risk, let span):
      Diagnostic(
        316, .warning,
        Wording(
          "`\(indicator)` reads no post where `\(risk)` exists", "“\(indicator)”监测的岗位上没有“\(risk)”"),
        at: [Label(span, Wording("never seen", "永远看不到"))])
    case .otherReading(let powers, let indicator, let span):
      Diagnostic(
        186, Wording("this indicator reads \(indicator.word.en)", "这个指标的读数是\(indicator.word.zh)"),
        at: [Label(span, Wording("\(powers.word.en)", "\(powers.word.zh)"))])
    case .aboveItself(let name, let span):
      Diagnostic(
        197, Wording("`\(name)` is above itself", "“\(name)”成了自己的上级"),
        at: [Label(span, Wording("leads back to it", "绕回了自己"))],
        hints: [Wording("leave out one `above` of the circle", "请去掉环中的一处“上级”")])
    case .elsewherePost(let post, let unit, let span, let near):
      Diagnostic(
        196, Wording("`\(post)` is no post of `\(unit)`", "“\(post)”不是“\(unit)”的岗位"),
        at: [Label(span, Wording("a post of another unit", "属于其他单位"))],
        hints: near.first.map { first in
          [Wording("name one of its own posts, such as `\(first)`", "请写本单位的岗位，如“\(first)”")]
        } ?? [])
    case .together(let indicator, let span):
      Diagnostic(
        195,
        Wording(
          "`\(indicator)` cannot stand on these indicators", "“\(indicator)”不能由这些指标组成"),
        at: [
          Label(
            span,
            Wording(
              "`together` names two or more that read all its posts themselves",
              "“同时触发”须列两个以上自行监测其全部岗位的指标"))
        ],
        hints: [
          Wording(
            "leave out `clean`, `shows`, `models` and the threshold here",
            "此处不写“正常分布”“异常分布”“模型数”和阈值")
        ])
    case .idle(let field, let needed, let span):
      Diagnostic(
        187, Wording("`\(field.en)` does nothing here", "“\(field.zh)”在此处不起作用"),
        at: [Label(span, Wording("written, and never read", "写了，但不会用到"))],
        hints: [
          Wording(
            "it acts with `\(needed.en)`: write that, or leave it out",
            "它只在“\(needed.zh)”时起作用：请写明，或去掉它")
        ])
    case .noPosts(let span):
      Diagnostic(
        317, .warning, Wording("nothing is declared that could happen", "没有声明任何可能发生的事"),
        at: [Label(span, Wording("no post", "没有岗位"))],
        hints: [Wording("declare an organization with posts", "请声明带有岗位的组织")])
    default:
      Diagnostic(
        318, .warning, Wording("this rotation moves nobody", "这项轮岗不会使任何人轮换"),
        at: [Label(span0, Wording("`every` is never", "“周期”为永不"))],
        hints: [Wording("write `every 3 years`", "请写 周期 3年")])
    }
  }

  private var span0: Span {
    if case .neverRotates(let span) = self { return span }
    return Span(0, 0)
  }
}
