public import Plan
public import Syntax
import Vocabulary

/// A part of a policy that can be left out, with what is left.
public struct Clause: Sendable, Hashable {
  /// The clause, as it is written.
  public var text: Wording
  /// The policy without it; nil if the rest does not stand alone.
  public var rest: Arm?
}

extension Scenario {
  /// What a policy does, clause by clause, those of the policies that it extends first.
  ///
  /// The baseline's clauses are the mechanisms that it declares: what can be switched off and is no part of the
  /// organisation itself.
  public func clauses(of policy: Policy) -> [Clause] {
    let base = baseline
    guard policy.name != "baseline" else {
      return base.draft.declarations.filter { $0.kind.isMechanism && !$0.isOff }.map { one in
        let path = Path([Name(one.name, span: one.span)])
        let entry = Entry(head: path, change: nil, groups: [], block: nil, span: one.span)
        let without = Step(entry: entry, from: 1, phaseIn: 0, isWithout: true)
        return Clause(text: one.called, rest: arm([without], over: base, at: one.span))
      }
    }
    guard let index = draft.index(.policy, policy.name) else { return [] }
    let steps = PolicyReader(base: base, problems: Problems()).steps(of: index)
    return clauses(steps, over: base, at: draft.declarations[index].span)
  }

  /// What was set at the prompt, entry by entry.
  public func clauses(of overlay: Overlay) -> [Clause] {
    guard let first = overlay.entries.first else { return [] }
    return clauses(Self.steps(of: overlay.entries), over: baseline, at: first.span)
  }

  private var baseline: Lowering {
    let base = Lowering(draft, problems: Problems())
    base.lowerScheme()
    return base
  }

  private func clauses(_ steps: [Step], over base: Lowering, at span: Span) -> [Clause] {
    steps.indices.map { index in
      var rest = steps
      let step = rest.remove(at: index)
      return Clause(text: step.text, rest: arm(rest, over: base, at: span))
    }
  }

  private func arm(_ steps: [Step], over base: Lowering, at span: Span) -> Arm? {
    let problems = Problems()
    let (arm, _) = Overlays(base, problems: problems).arm("rest", steps, at: span)
    return problems.errors == 0 ? arm : nil
  }
}

extension Step {
  /// The step as a policy writes it, a block without what stands in it.
  fileprivate var text: Wording {
    guard isWithout else {
      let line = entry.text.split(separator: "\n").first.map(String.init) ?? ""
      return Wording(line, line)
    }
    let word = PolicyTerms.row("without")?.word ?? Wording("", "")
    return Wording("\(word.en) \(entry.head.text)", "\(word.zh) \(entry.head.text)")
  }
}

extension Declaration {
  /// What tables call it: its label, or its name, with the kind where the name is a word of the language.
  fileprivate var called: Wording {
    if let label { return label }
    guard name != kind.word.en else { return kind.word }
    guard case .ofEnumeration(let words) = kind.naming,
      let word = words.values.first(where: { $0.en == name })
    else { return Wording(name, name) }
    return Wording("\(kind.word.en) \(word.en)", "\(kind.word.zh)\(word.zh)")
  }
}
