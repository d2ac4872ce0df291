import Plan
import Quantities
import Syntax
import Vocabulary

/// Reads policies: what they extend, when they begin, what they change.
struct PolicyReader {
  /// The baseline.
  let base: Lowering
  /// Where problems go.
  let problems: Problems

  /// A policy with the version that it ends in.
  struct Read {
    var policy: Scenario.Policy
    var last: Lowering
  }

  /// Every spelling of every policy, with its canonical name.
  var names: [String: String] {
    var names = ["baseline": "baseline", "基准": "baseline", "current": "current", "当前": "current"]
    for index in base.draft.indices(.policy) {
      let one = base.draft.declarations[index]
      for spelling in [one.name] + one.aliases where names[spelling] == nil {
        names[spelling] = one.name
      }
    }
    return names
  }

  /// The baseline and the declared policies.
  func policies() -> [Read] {
    let arm = Arm(name: "baseline", phases: [.init(from: 1, scheme: base.scheme)], changes: [])
    var reads = [
      Read(
        policy: .init(
          name: "baseline", aliases: ["基准"], label: Wording("baseline", "基准"), arm: arm,
          differences: []), last: base)
    ]
    for index in base.draft.indices(.policy) {
      let one = base.draft.declarations[index]
      if one.name == "baseline" {
        if let label = one.label { reads[0].policy.label = label }
        if !one.isStandard { problems.report(OverlayProblem.impliedName(one.name, at: one.span)) }
        continue
      }
      if ["基准", "current", "当前"].contains(one.name) {
        problems.report(OverlayProblem.impliedName(one.name, at: one.span))
        continue
      }
      reads.append(policy(index))
    }
    return reads
  }

  /// What a policy does, step by step, what it extends first.
  func steps(of index: Int) -> [Step] {
    var steps: [Step] = []
    gather(index, from: nil, phaseIn: nil, trail: [], &steps)
    return steps
  }

  private func policy(_ index: Int) -> Read {
    let one = base.draft.declarations[index]
    let errors = problems.errors
    let overlays = Overlays(base, problems: problems)
    let (arm, last) = overlays.arm(one.name, steps(of: index), at: one.span)
    let differences = Differences(base: base, last: last).list(arm)
    if problems.errors == errors, differences.isEmpty, arm.changes.isEmpty,
      arm.phases.last?.scheme == base.scheme
    {
      problems.report(OverlayProblem.empty(one.name, at: one.span))
    }
    let label = one.label ?? Wording(one.name, one.name)
    return Read(
      policy: .init(
        name: one.name, aliases: one.aliases, label: label, arm: arm, differences: differences),
      last: last)
  }

  /// What a policy extends first, left to right, then its own; a start said by the one that extends holds
  /// for what it builds on too.
  private func gather(
    _ index: Int, from outer: Int?, phaseIn outerPhase: Int?, trail: [Int],
    _ steps: inout [Step]
  ) {
    let one = base.draft.declarations[index]
    if trail.contains(index) {
      let names = (trail.drop { $0 != index } + [index]).map { base.draft.declarations[$0].name }
      problems.report(OverlayProblem.circle(names, at: base.draft.declarations[trail[0]].span))
      return
    }
    let (fields, rest) = split(one)
    base.current = index
    var terms = PolicyTerms()
    base.bind(
      PolicyTerms.rows, into: &terms, at: nil, prefix: base.path(index), entries: fields)
    var from = outer
    if let value = terms.from {
      if let point = PointReader.months(value) {
        from = from ?? point.lowerBound
      } else {
        problems.report(OverlayProblem.notPoint(at: value.span))
      }
    }
    let wrote = base.written[index]?.contains("phase_in") == true
    let phaseIn = outerPhase ?? (wrote ? whole(terms.phaseIn.number) : nil)
    for path in terms.extends {
      guard let inner = base.draft.index(.policy, path.text) else { continue }
      gather(inner, from: from, phaseIn: phaseIn, trail: trail + [index], &steps)
    }
    for path in terms.without {
      let entry = Entry(
        head: path, change: nil, groups: [], block: nil, span: path.span)
      steps.append(Step(entry: entry, from: from ?? 1, phaseIn: 0, isWithout: true))
    }
    for entry in rest {
      steps.append(Step(entry: entry, from: from ?? 1, phaseIn: phaseIn ?? 0))
    }
  }

  /// The policy's own fields, and what it changes.
  private func split(_ policy: Declaration) -> (fields: [Entry], rest: [Entry]) {
    var fields: [Entry] = []
    var rest: [Entry] = []
    for field in policy.fields.map(\.entry) {
      let word = field.head.text
      let isOwn = PolicyTerms.row(word) != nil || CommonTerms.row(word) != nil
      if field.change == nil, isOwn { fields.append(field) } else { rest.append(field) }
    }
    return (fields, rest)
  }
}
