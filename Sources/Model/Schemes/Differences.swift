import Plan
import Quantities
import Syntax
import Vocabulary

/// Lists what a version does otherwise than the baseline, as the language writes it.
struct Differences {
  /// The baseline.
  let base: Lowering
  /// The version.
  let last: Lowering

  /// Changes of numbers in order, then of the tree.
  func list(_ arm: Arm) -> [Difference] {
    numbers(arm) + tree(arm)
  }

  private func numbers(_ arm: Arm) -> [Difference] {
    var result: [Difference] = []
    var seen: [String] = []
    var scheme = arm.phases.last?.scheme ?? base.scheme
    for change in arm.changes {
      let path = change.dial.path
      guard let knob = last.knobs[path] else { continue }
      let before = change.dial.read(base.isKnown(change.dial) ? base.scheme : scheme)
      let after: Wording
      switch change.amount {
      case .fixed(let amount):
        change.dial.turn(
          &scheme, to: change.operation.applied(to: change.dial.read(scheme), amount))
        after = text(change.dial.read(scheme), change.dial, knob)
      case .drawn(let distribution):
        let drawn = Printed.distribution(distribution, change.dial.dimension)
        after = Wording("~ \(drawn.en)", "~ \(drawn.zh)")
      }
      let old = text(before, change.dial, knob)
      let difference = Difference(
        path: knob.shown, before: old, after: after, from: change.from)
      if let index = seen.firstIndex(of: path) {
        result[index] = difference
      } else {
        seen.append(path)
        result.append(difference)
      }
    }
    return result
  }

  private func text(_ number: Double, _ dial: Dial, _ knob: Knob) -> Wording {
    Figure.wording(number, dial.dimension, like: knob.unit)
  }

  /// What is on or off, new, or another list or curve.
  private func tree(_ arm: Arm) -> [Difference] {
    var result: [Difference] = []
    let from = arm.phases.map(\.from).max() ?? 1
    for (index, declaration) in last.draft.declarations.enumerated()
    where declaration.kind.isScheme {
      let name =
        declaration.name == declaration.kind.word.en
        ? declaration.kind.word : Wording(declaration.name, declaration.name)
      let on = Wording("on", "启用")
      let off = Wording("off", "停用")
      guard base.draft.declarations.indices.contains(index) else {
        if !declaration.isOff, !declaration.isImplied {
          result.append(
            Difference(path: name, before: nil, after: Wording("new", "新增"), from: from))
        }
        continue
      }
      let before = base.draft.declarations[index]
      if before.isOff != declaration.isOff {
        result.append(
          Difference(
            path: name, before: before.isOff ? off : on, after: declaration.isOff ? off : on,
            from: from))
      }
      result += fields(before, declaration, name, from)
    }
    return result
  }

  private func fields(
    _ before: Declaration, _ after: Declaration, _ name: Wording, _ from: Int
  ) -> [Difference] {
    let old = before.holding
    return after.holding.filter { !old.contains($0) }.map { entry in
      let word =
        KindEntry.of(after.kind).row(entry.head.text)?.word
        ?? Wording(entry.head.text, entry.head.text)
      let earlier = old.first { KindEntry.of(after.kind).row($0.head.text)?.word == word }
      let path = Wording("\(name.en).\(word.en)", "\(name.zh).\(word.zh)")
      let text = Printed.groups(entry.groups)
      return Difference(
        path: path, before: earlier.map { Printed.groups($0.groups) }, after: text,
        from: from)
    }
  }
}

extension Lowering {
  /// Whether the dial exists in this version.
  func isKnown(_ dial: Dial) -> Bool { knobs[dial.path]?.dials.contains(dial) == true }
}
