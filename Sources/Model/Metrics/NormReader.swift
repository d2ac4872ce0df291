public import Ledger
public import Plan
import Quantities
import Syntax
import Vocabulary

extension MetricReader {
  /// The norms, judged for the baseline and every policy.
  func norms(_ policies: [PolicyReader.Read]) -> [Norm] {
    base.draft.indices(.norm).map { index in
      base.current = index
      let one = base.draft.declarations[index]
      var own = NormTerms()
      base.bind(NormTerms.rows, into: &own, at: nil, prefix: base.path(index))
      let verdicts = own.requires.flatMap { requirement in
        policies.compactMap { judge(requirement, own.of, $0, isStandard: one.isStandard) }
      }
      return Norm(
        name: one.name, label: one.label ?? Wording(one.name, one.name), article: own.article,
        verdicts: verdicts)
    }
  }

  /// A requirement `PATH <= VALUE` judged on a policy's scheme, all of its fixed changes made.
  ///
  /// A kind that is not declared, or is off, keeps no requirement on its numbers; posts that the norm
  /// speaks of and a rotation or review does not cover break it.
  private func judge(
    _ requirement: Value, _ posts: Selection, _ read: PolicyReader.Read, isStandard: Bool
  ) -> Norm.Verdict? {
    guard case .infix(let left, let sign, let right) = requirement.kind,
      let relation = Relation(rawValue: sign.rawValue), let path = left.path
    else {
      problems.report(QuestionProblem.notCondition(at: requirement.span))
      return nil
    }
    let text = Printed.value(requirement).en
    func verdict(_ isKept: Bool, _ found: Wording) -> Norm.Verdict {
      Norm.Verdict(policy: read.policy.name, requirement: text, isKept: isKept, found: found)
    }
    guard let knobs = knobs(path, read.last, isStandard: isStandard) else {
      // `remedy.recommendation.within` speaks of such a declaration where there is one.
      if isStandard, Kind(head: path.names[0].text)?.naming == .required { return nil }
      return isStandard || isUndeclared(path) ? verdict(false, Wording("not declared", "未声明")) : nil
    }
    let scheme = read.policy.arm.settled
    var isKept = !knobs.isEmpty
    var found: [Wording] = []
    for knob in knobs {
      guard let number = base.numbers.number(right, unbounded(knob.facts)) else { return nil }
      for dial in knob.dials {
        let value = dial.read(scheme)
        if !relation.holds(value, number.number) { isKept = false }
        let word = Figure.wording(value, dial.dimension, like: knob.unit)
        if !found.contains(word) { found.append(word) }
      }
    }
    if let gap = gap(path, posts, scheme) { return verdict(false, gap) }
    return verdict(
      isKept,
      Wording(found.map(\.en).joined(separator: ", "), found.map(\.zh).joined(separator: "、")))
  }

  private func unbounded(_ facts: FieldFacts) -> FieldFacts {
    var facts = facts
    facts.bounds = nil
    return facts
  }

  private func knobs(_ path: Path, _ version: Lowering, isStandard: Bool) -> [Knob]? {
    let quiet = Problems()
    guard
      let (declarations, rest) = PathResolver(draft: version.draft, problems: quiet).resolve(path)
    else {
      // A standard norm speaks of what a scheme may leave out: then it is broken, not misspelt.
      if !isStandard, !isUndeclared(path) {
        for problem in quiet.diagnostics { problems.report(problem) }
      }
      return nil
    }
    let knobs = declarations.compactMap { index -> Knob? in
      guard let first = rest.first,
        let row = KindEntry.of(version.draft.declarations[index].kind).row(first),
        let tail = PathResolver.canonical(rest, row)
      else { return nil }
      let prefix = PathResolver.prefix(index, in: version.draft)
      return version.knobs[([prefix] + tail).joined(separator: ".")]
    }
    if knobs.isEmpty {
      problems.report(OverlayProblem.unknownPath(path.text, at: path.span, near: []))
      return nil
    }
    return knobs
  }

  private func isUndeclared(_ path: Path) -> Bool {
    guard let kind = Kind(head: path.names[0].text), kind.naming == .optional else { return false }
    return base.draft.indices(kind).isEmpty
  }

  /// What switches a requirement off, or which posts it leaves out.
  private func gap(_ path: Path, _ posts: Selection, _ scheme: Scheme) -> Wording? {
    guard Kind(head: path.names[0].text) == .rotation else { return nil }
    let acting = scheme.rotations.filter(\.isOn)
    guard !acting.isEmpty else { return Wording("off", "停用") }
    let covered = Set(acting.flatMap(\.of.posts))
    guard let left = posts.posts.first(where: { scheme.posts[$0].isOn && !covered.contains($0) })
    else { return nil }
    let name = scheme.posts[left].name
    return Wording("`\(name)` does not rotate", "“\(name)”不轮岗")
  }
}

extension Relation {
  /// Whether the comparison holds.
  public func holds(_ a: Double, _ b: Double) -> Bool {
    // Per cent and twelfths are not exact: what is written alike is equal.
    let slack = 1e-12 * max(abs(a), abs(b))
    let isEqual = a == b || abs(a - b) <= slack
    return switch self {
    case .equal: isEqual
    case .unequal: !isEqual
    case .less: a < b && !isEqual
    case .lessOrEqual: a < b || isEqual
    case .greater: a > b && !isEqual
    case .greaterOrEqual: a > b || isEqual
    }
  }
}

extension Arm {
  /// The scheme of the last phase with every fixed change made.
  public var settled: Scheme {
    var scheme = phases.last?.scheme ?? Scheme()
    for change in changes {
      guard case .fixed(let amount) = change.amount else { continue }
      change.dial.turn(
        &scheme, to: change.operation.applied(to: change.dial.read(scheme), amount))
    }
    return scheme
  }
}
