import Syntax
import Vocabulary

extension SchemeProblem {
  /// What concerns controls, sanctions and deterrence.
  var controls: Diagnostic {
    switch self {
    case .stopsNothing(let name, let span):
      Diagnostic(
        320, .warning, Wording("control `\(name)` stops nothing", "防控措施“\(name)”什么也阻断不了"),
        at: [Label(span, Wording("it changes no attempt", "不改变任何企图"))],
        hints: [
          Wording(
            "write `blocks 40%`, `colludes 25% by …` or `evades 0%`",
            "请写 阻断 40%、串通 25% 伙同 … 或 规避 0%")
        ])
    case .overridden(let name, let post, let most, let span):
      Diagnostic(
        321, .warning,
        Wording(
          "`\(name)` cannot block so much at `\(post)`", "“\(name)”在“\(post)”阻断不了这么多"),
        at: [
          Label(
            span,
            Wording(
              "at most \(most.en): the rest overrides every control",
              "至多 \(most.zh)：其余凌驾于一切措施之上"))
        ],
        hints: [
          Wording("write less, or `override` of the post", "请写小一些，或写明该岗位的“凌驾”")
        ])
    case .elsewhere(let name, let span):
      Diagnostic(
        322, .warning,
        Wording(
          "`\(name)` acts at no post where its risks exist", "“\(name)”所在的岗位上没有它所针对的风险点"),
        at: [Label(span, Wording("stops nothing", "什么也阻断不了"))])
    case .neverIssued(let name, let needs, let span):
      Diagnostic(
        323, .warning,
        Wording("remedy `\(name)` is never issued", "整改“\(name)”永远不会发出"),
        at: [Label(span, Wording("nothing calls for it", "没有什么会触发它"))],
        hints: [
          Wording("it takes \(needs.en)", "须有\(needs.zh)")
        ])
    case .unansweredWeaknesses(let name, let span):
      Diagnostic(
        418, .note,
        Wording(
          "nothing follows from the weaknesses that `\(name)` reveals", "“\(name)”发现的薄弱环节没有后续整改"),
        at: [Label(span, Wording("they stay on the problem list", "它们只停留在问题清单上"))],
        hints: [
          Wording(
            "write `remedy recommendation`: risk points come on the list by a remedy",
            "请写 整改 监察建议：风险点经整改才列入清单")
        ])
    case .onlyOne(let kind, let span, let first):
      Diagnostic(
        188, Wording("only one \(kind.word.en) can act", "只能有一项\(kind.word.zh)起作用"),
        at: [
          Label(span, Wording("the second", "第二项")), Label(first, Wording("the first", "第一项")),
        ],
        hints: [
          Wording(
            "switch one of them off, or change its fields", "请停用其中一项，或改动它的字段")
        ])
    default: diagnostic
    }
  }

  /// What `explain` says of them.
  static let controlPages: [Explanation] = [
    Explanation(
      "E0188", Wording("two where one can act", "两项中只能有一项起作用"),
      Wording(
        "There is one ladder of sanctions and one perceived risk; a policy overlays the fields.",
        "惩戒阶梯和感知风险各只有一套；方案改动其字段即可。"),
      wrong: "deterrence first { prior 10% per year }; deterrence second { prior 20% per year }",
      right: "deterrence { prior 10% per year }; policy p { deterrence.prior = 20% per year }"),
    Explanation(
      "W0323", Wording("a remedy that is never issued", "永远不会发出的整改"),
      Wording(
        "A remedy answers cases, weaknesses that a review `reveals`, or offences that a review `finds`; here there are none.",
        "整改针对案件、检查发现的薄弱环节或查出的违法行为；这里一样也没有。"),
      wrong: "remedy recommendation { on weakness }",
      right:
        "review survey { by supervisory; every 1 year; reveals 60% }; remedy recommendation { on weakness }"
    ),
    Explanation(
      "N0418", Wording("weaknesses that nothing answers", "没有后续的薄弱环节"),
      Wording(
        "A review that `reveals` writes a risk point that is off the list on the problem list; a remedy `on weakness` brings it on the list of risks. Without one it stays unwatched.",
        "检查按“薄弱发现率”把未列入清单的风险点写入问题清单；针对薄弱环节的整改才使它列入风险清单，否则仍无人监测。"),
      wrong:
        "review survey { by supervisory; every 1 year; reveals 60% }; risk gifts { at approval; listed 50% }",
      right:
        "review survey { by supervisory; every 1 year; reveals 60% }; risk gifts { at approval; listed 50% }; remedy recommendation"
    ),
    Explanation(
      "W0320", Wording("a control that stops nothing", "不起阻断作用的防控措施"),
      Wording(
        "It blocks nothing, forces nobody to find an accomplice and leaves no trace.",
        "既不阻断，也不迫使人串通，也不留痕。"),
      wrong: "control rules { against kickbacks }",
      right: "control rules { against kickbacks; blocks 20% }"),
    Explanation(
      "W0321", Wording("a control beyond overriding", "措施超过了可阻断的范围"),
      Wording(
        "Who overrides is untouched by every control, so no control stops more than the rest.",
        "凌驾者不受任何措施约束，所以任何措施至多阻断其余部分。"),
      wrong: "control gate { at tender; blocks 90% }",
      right: "control gate { at tender; blocks 60% }"),
    Explanation(
      "W0322", Wording("a control in the wrong place", "措施放错了岗位"),
      Wording(
        "None of the risks that it is against exists at its posts.",
        "它所针对的风险点都不在这些岗位上。"),
      wrong: "control gate { at approval; against kickbacks; blocks 40% }",
      right: "control gate { at tender; against kickbacks; blocks 40% }"),
  ]
}
