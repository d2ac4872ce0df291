import Plan
import Quantities
import Syntax
import Vocabulary

extension Overlays {
  func lowered(upTo month: Int, isMuted: Bool) -> Lowering {
    let before = problems.isMuted
    problems.isMuted = before || isMuted
    defer { problems.isMuted = before }
    var version = draft
    for change in tree where change.from <= month {
      switch change.what {
      case .off: version.declarations[change.declaration].isOff = true
      case .on: version.declarations[change.declaration].isOff = false
      case .field(let entry):
        let layer = version.declarations[change.declaration].nextLayer
        version.declarations[change.declaration].fields.append(.init(entry: entry, layer: layer))
      }
    }
    let lowering = Lowering(version, problems: problems)
    lowering.lowerScheme()
    return lowering
  }

  /// The `~` that this version has and the baseline has not, and what replaces the baseline's.
  func drawn(in last: Lowering) -> [Change] {
    let ours = Set(last.uncertain)
    let theirs = Set(base.uncertain)
    let dropped = base.uncertain.filter { !ours.contains($0) }
      .map { Change($0.dial, .set, .fixed($0.dial.read(last.scheme))) }
      .filter { change in
        if case .fixed(let number) = change.amount { return !number.isNaN }
        return false
      }
    return dropped + last.uncertain.filter { !theirs.contains($0) }
  }

  func changes(_ number: NumberChange, in last: Lowering) -> [Change] {
    guard let knob = last.knobs[number.path] else {
      let shown = number.path.split(separator: ".").dropFirst().joined(separator: ".")
      problems.report(
        base.isRandom(number.path)
          ? OverlayProblem.changesChance(shown, at: number.written)
          : OverlayProblem.unknownPath(shown, at: number.written, near: []))
      return []
    }
    guard let (operation, amount) = amount(number, knob, in: last) else { return [] }
    return knob.dials.map {
      Change(
        $0, operation, amount, from: number.step.from, phaseIn: number.step.phaseIn)
    }
  }

  func amount(
    _ number: NumberChange, _ knob: Knob, in last: Lowering
  ) -> (Change.Operation, Change.Amount)? {
    var facts = knob.facts
    switch number.sign {
    case .set:
      if number.item.isUncertain {
        return last.drawn(number.item, facts).map { (.set, .drawn($0)) }
      }
    case .add, .subtract: facts.bounds = nil
    case .multiply, .divide:
      facts = FieldFacts(
        facts.word, .number, example: "\(knob.shown.en) \(number.sign.rawValue) 1.1")
    }
    if number.item.isUncertain {
      problems.report(DistributionProblem.structural(field: facts.word, at: number.item.span))
      return nil
    }
    if DistributionReader.isDistribution(number.item.value) {
      problems.report(
        DistributionProblem.notTaken(
          field: facts.word, mayBeUncertain: facts.isUncertain, at: number.item.span))
      return nil
    }
    guard let value = last.numbers.number(number.item.value, facts) else { return nil }
    let operation: Change.Operation =
      switch number.sign {
      case .set: .set
      case .add: .add
      case .subtract: .subtract
      case .multiply: .multiply
      case .divide: .divide
      }
    return (operation, .fixed(value.number))
  }

  /// What refers to something taken out is switched off with it (model.md, settled question 15).
  func switchOffReferrers(_ scheme: inout Scheme, of version: Lowering, at span: Span) {
    func isOut(_ performer: Performer) -> Int? {
      guard case .body(let body) = performer, scheme.bodies.indices.contains(body),
        !scheme.bodies[body].isOn
      else { return nil }
      return body
    }
    for index in scheme.reviews.indices where scheme.reviews[index].isOn {
      guard let body = isOut(scheme.reviews[index].by) else { continue }
      scheme.reviews[index].isOn = false
      note(scheme.reviews[index].name, scheme.bodies[body].name, at: span)
    }
    for index in scheme.reportings.indices where scheme.reportings[index].isOn {
      guard let body = isOut(scheme.reportings[index].by) else { continue }
      scheme.reportings[index].isOn = false
      note(scheme.reportings[index].name, scheme.bodies[body].name, at: span)
    }
    for index in scheme.responses.indices where scheme.responses[index].isOn {
      guard let body = isOut(scheme.responses[index].by) else { continue }
      scheme.responses[index].isOn = false
      note("response.\(scheme.responses[index].cause.word.en)", scheme.bodies[body].name, at: span)
    }
    for index in scheme.admonitions.indices where scheme.admonitions[index].isOn {
      guard let body = isOut(scheme.admonitions[index].by) else { continue }
      scheme.admonitions[index].isOn = false
      note(scheme.admonitions[index].name, scheme.bodies[body].name, at: span)
    }
    for index in scheme.sanctions.indices where scheme.sanctions[index].isOn {
      guard let body = isOut(scheme.sanctions[index].by) else { continue }
      scheme.sanctions[index].isOn = false
      note(scheme.sanctions[index].name, scheme.bodies[body].name, at: span)
    }
    for index in scheme.controls.indices where scheme.controls[index].isOn {
      guard let named = scheme.controls[index].against, let risk = named.first,
        named.allSatisfy({ !scheme.risks[$0].isOn })
      else { continue }
      scheme.controls[index].isOn = false
      note(scheme.controls[index].name, scheme.risks[risk].name, at: span)
    }
    for index in scheme.indicators.indices where scheme.indicators[index].isOn {
      let named = Set(scheme.indicators[index].shows.flatMap(\.under))
      let out = named.filter { !scheme.risks[$0].isOn }
      guard !named.isEmpty, out.count == named.count, let risk = out.min() else { continue }
      scheme.indicators[index].isOn = false
      note(scheme.indicators[index].name, scheme.risks[risk].name, at: span)
    }
    for index in scheme.rules.indices where scheme.rules[index].isOn {
      let reviews = scheme.rules[index].at
      guard let review = reviews.first, reviews.allSatisfy({ !scheme.reviews[$0].isOn }) else {
        continue
      }
      scheme.rules[index].isOn = false
      note(scheme.rules[index].name, scheme.reviews[review].name, at: span)
    }
    for index in scheme.indicators.indices where scheme.indicators[index].isOn {
      guard
        let part = scheme.indicators[index].together.first(where: { !scheme.indicators[$0].isOn })
      else { continue }
      scheme.indicators[index].isOn = false
      note(scheme.indicators[index].name, scheme.indicators[part].name, at: span)
    }
  }

  func note(_ name: String, _ other: String, at span: Span) {
    problems.report(OverlayProblem.switchedOff(name, with: other, at: span))
  }

  /// Whether the fixed changes keep bounds and the order of colours (model.md, settled detail 30).
  func check(_ changes: [Change], _ phases: [Arm.Phase], in last: Lowering) {
    guard var scheme = phases.last?.scheme else { return }
    for change in changes {
      guard case .fixed(let amount) = change.amount else { continue }
      let value = change.operation.applied(to: change.dial.read(scheme), amount)
      let range = change.dial.bounds
      let slack = 1e-9 * max(1, abs(value))
      if value < range.lowerBound - slack || value > range.upperBound + slack,
        let number = numbers.first(where: { $0.path == change.dial.path }),
        let knob = last.knobs[change.dial.path], let bounds = knob.facts.bounds
      {
        problems.report(
          OverlayProblem.beyond(
            path: knob.shown,
            value: Figure.wording(value, change.dial.dimension, like: knob.unit),
            low: bounds.low.wording, high: bounds.high.wording, at: number.written))
        continue
      }
      change.dial.turn(&scheme, to: value)
    }
    checkSums(scheme, in: last)
    for indicator in scheme.indicators where indicator.isOn {
      let (yellow, orange, red) = (
        indicator.yellow.number, indicator.orange.number, indicator.red.number
      )
      let prefix = "threshold.\(indicator.name)."
      guard yellow > orange || orange > red || yellow > red,
        let number = numbers.last(where: { $0.path.hasPrefix(prefix) })
      else { continue }
      if orange.isInfinite, yellow <= red { continue }
      problems.report(OverlayProblem.colours(indicator: indicator.name, at: number.written))
    }
  }

  /// Whether the shares of a whole still add up to 1 when single ones were changed.
  private func checkSums(_ scheme: Scheme, in last: Lowering) {
    var seen: Set<String> = []
    for number in numbers.reversed() {
      let parts = number.path.split(separator: ".").map(String.init)
      guard parts.count > 2, let kind = Kind(head: parts[0]),
        let row = KindEntry.of(kind).row(parts[parts.count - 2]), row.isWhole
      else { continue }
      let whole = parts.dropLast().joined(separator: ".") + "."
      let isDrawn = (base.uncertain + last.uncertain).contains { $0.dial.path.hasPrefix(whole) }
      guard seen.insert(whole).inserted, !isDrawn else { continue }
      let dials = last.knobs.values.filter { $0.path.hasPrefix(whole) }.compactMap(\.dials.first)
      let shares = dials.filter { $0.dimension == .share }.map { $0.read(scheme) }.sorted()
      let total = shares.reduce(0, +)
      guard abs(total - 1) > 1e-9 else { continue }
      let problem = SchemeProblem.sum(
        "\(Figure.plain(total * 100, digits: 6)) %", field: row.word, at: number.written)
      if isTyped {
        unfinished.append(problem.diagnostic)
      } else {
        problems.report(problem)
      }
    }
  }
}
