import Syntax
import Vocabulary

/// What can be wrong with rules; codes 0240 to 0249, and 0324.
enum RuleProblem: Problem {
  /// A rule that looks at what no institution can see.
  case readsTruth(Wording, of: Wording, at: Span)
  /// A rule that asks for more than counts and sums.
  case notCounted(at: Span)
  /// A comparison of constants.
  case asksNothing(at: Span)
  /// A window that does not count back from now.
  case absolute(at: Span)
  /// A number that no rule may turn.
  case notTurnable(String, at: Span)
  /// More steps than a rule may have.
  case tooMany(String, at: Span)
  /// A remedy that rules do not trigger.
  case otherTrigger(String, at: Span)
  /// A step that changes nothing.
  case changesNothing(String, at: Span)
  /// An appraisal on what nobody can do anything about.
  case scoresNothing(at: Span)
  /// A rule that is never asked.
  case neverAsked(String, review: String, at: Span)

  var diagnostic: Diagnostic {
    switch self {
    case .readsTruth(let field, let kind, let span):
      Diagnostic(
        240, Wording("a rule cannot see `\(field.en)`", "规则看不到“\(field.zh)”"),
        at: [Label(span, Wording("the truth of \(kind.en)", "\(kind.zh)的真实情况"))],
        hints: [
          Wording(
            "a rule sees what an institution can: alerts, results, cases, reports, reviews, costs",
            "规则只能看机构看得到的：预警、结果、案件、举报、检查、费用")
        ])
    case .notCounted(let span):
      Diagnostic(
        241, Wording("a rule counts and adds up", "规则只能计数与求和"),
        at: [Label(span, Wording("a distribution over many runs", "多次模拟的分布"))],
        hints: [
          Wording("write counts, sums, means, shares, rates", "请写计数、合计、均值、占比、比率")
        ])
    case .asksNothing(let span):
      Diagnostic(
        242, Wording("this is the same in every month", "这在任何月份都一样"),
        at: [Label(span, Wording("asks nothing of what happened", "没有问所发生之事"))])
    case .absolute(let span):
      Diagnostic(
        243, Wording("the windows of a rule count back from now", "规则的时间窗从当时往回数"),
        at: [Label(span, Wording("a fixed time", "固定的时间"))],
        hints: [Wording("such as `last 1 year`", "例如 最近 1年")])
    case .notTurnable(let path, let span):
      Diagnostic(
        244, Wording("no rule can turn `\(path)`", "规则不能改动“\(path)”"),
        at: [Label(span, Wording("not decided by an institution", "不由机构决定"))],
        hints: [
          Wording("it can turn: \(RuleText.turnables.en)", "可改动：\(RuleText.turnables.zh)")
        ])
    case .tooMany(let name, let span):
      Diagnostic(
        245, Wording("`\(name)` does too much at once", "“\(name)”一次做得太多"),
        at: [
          Label(span, Wording("at most \(RuleText.mostSteps) steps", "至多 \(RuleText.mostSteps) 项"))
        ])
    case .otherTrigger(let name, let span):
      Diagnostic(
        246, Wording("`\(name)` is not issued by rules", "“\(name)”不由规则触发"),
        at: [Label(span, Wording("its `on` says otherwise", "其“触发”写的是别的"))],
        hints: [Wording("write `on rule` there", "请在那里写 触发 规则")])
    case .changesNothing(let path, let span):
      Diagnostic(
        247, Wording("this leaves `\(path)` as it is", "这不会改动“\(path)”"),
        at: [Label(span, Wording("changes nothing", "没有改动"))])
    case .scoresNothing(let span):
      Diagnostic(
        248, Wording("being scored on this changes nothing", "考核这一指标不起作用"),
        at: [Label(span, Wording("no side effect is known", "没有已知的副作用"))],
        hints: [
          Wording(
            "score what counts cases, findings, sanctions, rotations or remedies",
            "请考核案件、查实、处理、轮岗或整改方面的指标")
        ])
    case .neverAsked(let name, let review, let span):
      Diagnostic(
        324, .warning, Wording("rule `\(name)` is never asked", "规则“\(name)”永远不会判断"),
        at: [Label(span, Wording("`\(review)` never takes place", "“\(review)”从不开展"))])
    }
  }

  /// A review at which the rules of the pages are asked.
  private static let look = "review look { by inspectorate; every 1 year; covers 50%; finds 5% }; "

  /// What `explain` says of each code.
  static let pages: [Explanation] = [
    Explanation(
      "E0240", Wording("a rule that sees the truth", "看得到真相的规则"),
      Wording(
        "Rules close the loop with what an institution can observe; the truth of the simulation belongs to results.",
        "规则以机构可观测到的闭合回路；模拟中的真相只属于结果。"),
      wrong:
        look + "rule r { at look; when count(offences) > 6; then { look.covers = 100% } }",
      right:
        look + "rule r { at look; when count(cases, last 1 year) > 6; then { look.covers = 100% } }"
    ),
    Explanation(
      "E0241", Wording("a distribution in a rule", "规则中的分布"),
      Wording(
        "Medians, quantiles, survival and Gini are taken over many runs; a rule acts within one.",
        "中位数、分位数、生存分位数、基尼系数要由多次模拟得出；规则在一次模拟之中起作用。"),
      wrong:
        look
        + "rule r { at look; when median(age of leads) > 3 months; then { look.covers = 100% } }",
      right: look
        + "rule r { at look; when mean(age of leads) > 3 months; then { look.covers = 100% } }"),
    Explanation(
      "E0242", Wording("a rule that asks nothing", "什么也不问的规则"),
      Wording(
        "A comparison of constants holds always or never; a rule would fire always or never.",
        "常数之间的比较恒真或恒假，规则便总是触发或永不触发。"),
      wrong: look + "rule r { at look; when 40% < 50%; then { look.covers = 100% } }",
      right: look + "rule r { at look; when count(alerts) >= 20; then { look.covers = 100% } }"),
    Explanation(
      "E0243", Wording("a fixed window in a rule", "规则中的固定时间窗"),
      Wording(
        "A rule is asked again and again; its windows count back from then, or take all since the beginning.",
        "规则会反复判断；时间窗从当时往回数，或取开始以来的全部。"),
      wrong:
        look
        + "rule r { at look; when count(cases, from year 1 to year 2) > 3; then { look.covers = 100% } }",
      right: look
        + "rule r { at look; when count(cases, last 2 years) > 3; then { look.covers = 100% } }"),
    Explanation(
      "E0244", Wording("beyond what rules can turn", "规则不能改动的内容"),
      Wording(
        "Rules turn what an institution decides; how tempted people are, or what law and headcount say, they cannot.",
        "规则只改动由机构决定的；人的诱因、法律和编制不由它改动。"),
      wrong: look
        + "rule r { at look; when count(cases) > 3; then { kickbacks.rate = 0% per year } }",
      right: look + "rule r { at look; when count(cases) > 3; then { look.covers = 100% } }"),
    Explanation(
      "E0245", Wording("too many steps", "步骤过多"),
      Wording("A rule does at most 8 things; write another rule.", "一条规则至多做 8 件事；请另写一条。"),
      wrong:
        look
        + "rule r { at look; when count(cases) > 3; then { order look; order look; order look; order look; order look; order look; order look; order look; order look } }",
      right: look + "rule r { at look; when count(cases) > 3; then { order look } }"),
    Explanation(
      "E0246", Wording("a remedy that rules do not trigger", "不由规则触发的整改"),
      Wording(
        "A remedy says what it answers; only one that says `on rule` is issued by rules.",
        "整改写明针对什么；只有写“触发 规则”的才由规则制发。"),
      wrong:
        look
        + "remedy mend { on case }; rule r { at look; when count(cases) > 3; then { issue mend } }",
      right:
        look
        + "remedy mend { on rule }; rule r { at look; when count(cases) > 3; then { issue mend } }"),
    Explanation(
      "E0247", Wording("a step that changes nothing", "没有作用的步骤"),
      Wording("Adding 0 or multiplying by 1 leaves a number as it is.", "加 0 或乘 1 不改变数值。"),
      wrong: look + "rule r { at look; when count(cases) > 3; then { look.covers *= 1 } }",
      right: look + "rule r { at look; when count(cases) > 3; then { look.covers *= 1.1 } }"),
    Explanation(
      "E0248", Wording("an appraisal without effect", "没有作用的考核"),
      Wording(
        "An appraisal acts through what units can do about their score: hide findings, rotate, report completion.",
        "考核通过单位能对分数做的事起作用：压案、轮岗、报告完成。"),
      wrong: "metric visits_made { is count(reviews) }; appraisal { on visits_made; weight 50% }",
      right: "metric cases_filed { is count(cases) }; appraisal { on cases_filed; weight 50% }"),
    Explanation(
      "W0324", Wording("a rule that is never asked", "永远不会判断的规则"),
      Wording(
        "Its reviews are off, or first due beyond the horizon.", "其检查已停用，或首次开展在模拟时长之外。"),
      wrong:
        "scenario { horizon 2 years }; review late { by supervisory; every 5 years; covers 50%; finds 5% }; rule r { at late; when count(cases) > 3; then { late.covers = 100% } }",
      right:
        "scenario { horizon 6 years }; review late { by supervisory; every 5 years; covers 50%; finds 5% }; rule r { at late; when count(cases) > 3; then { late.covers = 100% } }"
    ),
  ]
}
