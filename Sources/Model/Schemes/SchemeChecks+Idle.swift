import Plan
import Quantities
import Syntax
import Vocabulary

extension SchemeChecks {
  /// A field that acts only beside something else.
  struct Dependent {
    var kind: Kind
    var field: String
    var needs: Wording
    /// Whether it acts in the declaration at a position among those of the kind.
    var acts: (Int) -> Bool
  }

  /// What is written and could not act is an error: it is not ignored.
  func checkIdle() {
    for one in dependents {
      for (position, index) in draft.indices(one.kind).enumerated()
      where base.written[index]?.contains(one.field) == true && !one.acts(position) {
        let row = KindEntry.of(one.kind).row(one.field)
        let declaration = draft.declarations[index]
        let written = declaration.holding.first { row?.isCalled($0.head.text) == true }
        problems.report(
          SchemeProblem.idle(
            row?.word ?? Wording(one.field, one.field), needs: one.needs,
            at: written?.head.span ?? declaration.span))
      }
    }
  }

  private var dependents: [Dependent] {
    let isCold = base.settings.start == .cold
    let cold = Wording("start cold", "初始状态 冷启动")
    let stationary = Wording("start stationary", "初始状态 稳态")
    let scored = Wording("targets by_score", "抽样方式 评分")
    let alert = Wording("response yellow", "处置 黄色")
    func beside(_ kind: Kind, _ owner: Kind, _ fields: String...) -> [Dependent] {
      let acts = mayAct(kind)
      return fields.map {
        Dependent(kind: owner, field: $0, needs: kind.word, acts: { _ in acts })
      }
    }
    return [
      Dependent(kind: .officials, field: "tenure", needs: cold, acts: { _ in isCold }),
      Dependent(kind: .risk, field: "initial", needs: cold, acts: { _ in isCold }),
      Dependent(kind: .scenario, field: "warm_up", needs: stationary, acts: { _ in !isCold }),
      Dependent(
        kind: .review, field: "accuracy", needs: scored,
        acts: { scheme.reviews[$0].targets == .byScore }),
      Dependent(
        kind: .response, field: "overdue", needs: alert,
        acts: { [.yellow, .orange].contains(scheme.responses[$0].cause) }),
      Dependent(
        kind: .indicator, field: "intercepts", needs: Wording("threshold orange", "阈值 橙色"),
        acts: isAboveYellow),
      Dependent(
        kind: .body, field: "acts", needs: Wording("sanction.by", "惩戒.承办"), acts: sanctions),
    ]
      + beside(.deterrence, .review, "visit", "clean_visit", "announced", "published")
      + beside(.deterrence, .sanction, "weights", "felt", "published")
      + beside(.deterrence, .admonition, "felt") + beside(.deterrence, .risk, "elasticity")
      + beside(.control, .post, "override") + beside(.control, .organization, "independence")
      + beside(.reporting, .unit, "climate") + spreadAndList + dealings + rotating
  }

  /// What acts only where something spreads, or where reviews look for weaknesses.
  private var spreadAndList: [Dependent] {
    func needs(
      _ kind: Kind, _ field: String, _ other: String, _ acts: @escaping (Int) -> Bool
    ) -> Dependent {
      let word = KindEntry.of(kind).row(other)?.word ?? Wording(other, other)
      let mayTurn = mayTurn(kind, other)
      return Dependent(kind: kind, field: field, needs: word, acts: { mayTurn || acts($0) })
    }
    let reveals =
      mayTurn(.review, "reveals") || scheme.reviews.contains { $0.isOn && $0.reveals.number > 0 }
    let hasNewRules = scheme.rules.isEmpty && mayAct(.rule)
    let revealing = Wording("a review with `reveals`", "写有“薄弱发现率”的检查")
    let lists: [(Kind, String)] = [
      (.control, "standard"), (.indicator, "standard"), (.risk, "owner"), (.post, "owner"),
    ]
    return [
      needs(.risk, "infects_by", "infects") { scheme.risks[$0].infects.number > 0 },
      needs(.risk, "tips_below", "tipping") { scheme.risks[$0].tipping.number > 0 },
      needs(.response, "joint_gain", "joint") { !scheme.responses[$0].joint.isEmpty },
      Dependent(
        kind: .education, field: "case_gain", needs: Wording("content warning", "内容 警示"),
        acts: { scheme.educations[$0].content == .warning }),
      Dependent(
        kind: .review, field: "exempt", needs: Wording("establishes lead", "结果形式 问题线索"),
        acts: { mayTurn(.review, "establishes") || scheme.reviews[$0].establishes == .lead }),
      needs(.review, "method", "reveals") { scheme.reviews[$0].reveals.number > 0 },
      Dependent(
        kind: .unit, field: "leader", needs: revealing,
        acts: { _ in reveals || scheme.rules.contains(where: \.issuesRemedies) || hasNewRules }),
    ] + lists.map { Dependent(kind: $0, field: $1, needs: revealing, acts: { _ in reveals }) }
  }

  /// Whether a field is uncertain, or a policy may change it.
  func mayTurn(_ kind: Kind, _ field: String) -> Bool {
    let row = KindEntry.of(kind).row(field)
    return base.uncertain.contains {
      $0.dial.path.hasPrefix(kind.word.en) && $0.dial.path.hasSuffix(".\(field)")
    }
      || draft.indices(.policy).contains { index in
        draft.declarations[index].fields.contains { one in
          let head = one.entry.head
          return Kind(head: head.text) == kind
            || head.names.count > 1 && row?.isCalled(head.names[head.names.count - 1].text) == true
        }
      }
  }

  /// Whether the baseline or some policy declares a kind.
  func mayAct(_ kind: Kind) -> Bool {
    !draft.indices(kind).isEmpty
      || draft.indices(.policy).contains { index in
        draft.declarations[index].fields.contains { Kind(head: $0.entry.head.text) == kind }
      }
  }

  /// Whether a body sanctions.
  private func sanctions(_ body: Int) -> Bool {
    scheme.sanctions.contains { sanction in
      switch sanction.by {
      case .body(let one): one == body
      case .kind(let kind): scheme.bodies[body].kind == kind
      case .unit: scheme.bodies[body].kind == .unitBody
      case .above: scheme.bodies.contains { $0.above == body }
      }
    }
  }

  /// Risk points can be off the list, a review reveals them, and nothing follows.
  private func checkWeaknesses() {
    let isListed =
      scheme.organizations.allSatisfy { $0.drift.number == 0 }
      && scheme.posts.allSatisfy { $0.listed.number == 1 }
      && scheme.risks.allSatisfy { $0.listedShare.number == 1 }
    guard !isListed, !scheme.remedies.contains(where: { $0.isOn && $0.on.contains(.weakness) })
    else { return }
    let revealing = draft.indices(.review).enumerated().first { position, _ in
      scheme.reviews[position].isOn && scheme.reviews[position].reveals.number > 0
    }
    guard let (position, index) = revealing else { return }
    problems.report(
      SchemeProblem.unansweredWeaknesses(
        scheme.reviews[position].name, at: draft.declarations[index].span))
  }

  /// Remedies for which nothing calls, in the baseline or a policy.
  func checkRemedies() {
    checkWeaknesses()
    let isPolicyFree = draft.indices(.policy).isEmpty
    let needs: [RemedyTrigger: (Bool, Wording)] = [
      .filing: (scheme.sanctions.contains(where: \.isOn), Wording("a sanction", "惩戒")),
      .weakness: (
        scheme.reviews.contains { $0.isOn && $0.reveals.number > 0 },
        Wording("a review with `reveals`", "写有“薄弱发现率”的检查")
      ),
      .review: (
        scheme.reviews.contains { $0.isOn && $0.finds.number > 0 },
        Wording("a review with `finds`", "写有“查出率”的检查")
      ),
      .rule: (
        scheme.rules.contains { $0.isOn && $0.issuesRemedies },
        Wording("a rule that issues it", "制发它的规则")
      ),
    ]
    for (position, index) in draft.indices(.remedy).enumerated()
    where isPolicyFree && !draft.declarations[index].isOff {
      let lacking = scheme.remedies[position].on.compactMap { needs[$0] }
      guard let first = lacking.first, !lacking.contains(where: \.0) else { continue }
      problems.report(
        SchemeProblem.neverIssued(
          scheme.remedies[position].name, needs: first.1, at: draft.declarations[index].span))
    }
  }

  /// Controls that stop nothing, or that are said to stop more than overriding leaves.
  func checkControls() {
    for (position, index) in draft.indices(.control).enumerated()
    where !draft.declarations[index].isOff {
      let control = scheme.controls[position]
      let span = draft.declarations[index].span
      let isUncertain = base.uncertain.contains {
        $0.dial.path.hasPrefix("control.\(control.name).")
      }
      if control.blocks.number == 0, control.colludes.number == 0, control.evades.number == 1,
        control.traces.number == 0, control.checks.number == 0, !isUncertain
      {
        problems.report(SchemeProblem.stopsNothing(control.name, at: span))
      }
      let risks = control.against ?? Array(scheme.risks.indices)
      let exposed = Set(risks.flatMap { scheme.risks[$0].at.posts })
      if !exposed.isEmpty, !control.at.posts.isEmpty, exposed.isDisjoint(with: control.at.posts) {
        problems.report(SchemeProblem.elsewhere(control.name, at: span))
      }
      let bold = control.at.posts.max {
        scheme.posts[$0].override.number < scheme.posts[$1].override.number
      }
      if let bold, control.blocks.number > 1 - scheme.posts[bold].override.number + 1e-9 {
        problems.report(
          SchemeProblem.overridden(
            control.name, post: scheme.posts[bold].name,
            most: Figure.wording(1 - scheme.posts[bold].override.number, .share), at: span))
      }
    }
  }
}

extension Lowering {
  /// Tells where two sanctions or two deterrences act, of which one can; in a policy at its own place.
  func checkSingle(at place: Span? = nil) {
    for kind in [Kind.sanction, .deterrence] {
      let acting = draft.indices(kind).filter { !draft.declarations[$0].isOff }
      guard acting.count > 1 else { continue }
      problems.report(
        SchemeProblem.onlyOne(
          kind, at: place ?? draft.declarations[acting[1]].span,
          first: draft.declarations[acting[0]].span))
    }
  }
}
