import Plan
import Quantities
import Syntax
import Vocabulary

/// What is to be felt, and could be felt by nobody (model.md G11).
extension SchemeChecks {
  /// Publicity tells of something that exists; duty reports are given by somebody; both are felt.
  func checkTelling() {
    for (position, index) in draft.indices(.publicity).enumerated()
    where !draft.declarations[index].isOff {
      let publicity = scheme.publicities[position]
      checkFelt(
        .publicity, index, [("reach", publicity.reach.number), ("felt", publicity.felt.number)])
    }
    let mayPublish =
      mayTurn(.publicity, "of") || mayTurn(.review, "published") || mayTurn(.sanction, "published")
    if !mayPublish, draft.indices(.policy).isEmpty { base.checkPublicity() }
    for (position, index) in draft.indices(.dutyReport).enumerated()
    where !draft.declarations[index].isOff {
      let report = scheme.dutyReports[position]
      checkFelt(.dutyReport, index, [("felt", report.felt.number)])
      // A selection that was written tells of its emptiness itself.
      if report.of.posts.isEmpty, base.written[index]?.contains("of") != true,
        let row = DutyReportTerms.row("of")
      {
        problems.report(
          SchemeProblem.emptySelection(field: row.word, at: draft.declarations[index].span))
      }
    }
  }

  /// Something calls for an admonition, and it does something.
  func checkAdmonitions() {
    let isPolicyFree = draft.indices(.policy).isEmpty
    let hasOrange =
      scheme.responses.contains { $0.isOn && $0.cause == .orange }
      && scheme.indicators.indices.contains { colours(of: $0).contains(.orange) }
    let needs: [AdmonitionTrigger: (Bool, Wording)] = [
      .rule: (
        scheme.rules.contains { $0.isOn && $0.admonishes },
        Wording("rule … then { admonish … }", "规则 … 则 { 诫告 … }")
      ),
      .void: (
        hasOrange, Wording("orange alerts that somebody answers", "有人处置的橙色预警")
      ),
    ]
    for (position, index) in draft.indices(.admonition).enumerated()
    where !draft.declarations[index].isOff {
      let admonition = scheme.admonitions[position]
      let declaration = draft.declarations[index]
      for trigger in admonition.on where isPolicyFree {
        guard let (isCalled, needed) = needs[trigger], !isCalled else { continue }
        let word = AdmonitionTrigger.enumeration.values[trigger.rawValue]
        problems.report(
          SchemeProblem.idle(
            Wording("admonition on \(word.en)", "诫告 触发 \(word.zh)"), needs: needed,
            at: declaration.span))
      }
      checkFelt(admonition, declaration)
      if admonition.followUp.finds.number == 0, !mayAct(.deterrence),
        !mayTurn(.admonition, "follow_up")
      {
        problems.report(
          SchemeProblem.idle(
            Kind.admonition.word, needs: Kind.deterrence.word, at: declaration.span))
      }
    }
  }

  /// An admonition is felt by whom it is addressed to, and by nobody else.
  private func checkFelt(_ admonition: AdmonitionTerms, _ declaration: Declaration) {
    guard !mayTurn(.admonition, "to"), let row = AdmonitionTerms.row("felt") else { return }
    let other = admonition.to == .seat ? Wording("unit", "本单位") : Wording("own", "本人")
    let addressee = Addressee.enumeration.values[1 - admonition.to.rawValue]
    for field in declaration.holding where row.isCalled(field.head.text) {
      for part in field.block?.entries ?? [] where [other.en, other.zh].contains(part.head.text) {
        problems.report(
          SchemeProblem.idle(
            Wording("felt.\(other.en)", "震慑强度.\(other.zh)"),
            needs: Wording("to \(addressee.en)", "送达对象 \(addressee.zh)"), at: part.head.span))
      }
    }
  }

  /// What is felt acts through the perceived risk alone, and not with a strength of 0.
  private func checkFelt(_ kind: Kind, _ index: Int, _ strengths: [(field: String, Double)]) {
    let span = draft.declarations[index].span
    if !mayAct(.deterrence) {
      problems.report(
        SchemeProblem.idle(kind.word, needs: Kind.deterrence.word, at: span))
    }
    for (field, strength) in strengths where strength == 0 && !mayTurn(kind, field) {
      let word = KindEntry.of(kind).row(field)?.word ?? kind.word
      let needed = Wording("\(word.en) above 0", "\(word.zh)大于0")
      problems.report(SchemeProblem.idle(kind.word, needs: needed, at: span))
    }
  }
}

extension Lowering {
  /// Tells where a publicity has nothing to tell of; in a policy at its own place.
  func checkPublicity(at place: Span? = nil) {
    let isSanctioned = scheme.sanctions.contains(where: \.isOn)
    let needs: [Published: (exists: Bool, Wording)] = [
      .results: (
        scheme.reviews.contains { $0.isOn && $0.isPublished },
        Wording("review … { published yes }", "检查 … { 结果公开 是 }")
      ),
      .sanctions: (
        scheme.sanctions.contains { $0.isOn && $0.isPublished },
        Wording("sanction { published yes }", "惩戒 { 公开通报 是 }")
      ),
      .cases: (isSanctioned, Kind.sanction.word),
    ]
    for (position, index) in draft.indices(.publicity).enumerated()
    where scheme.publicities[position].isOn {
      for what in scheme.publicities[position].of {
        guard let (exists, needed) = needs[what], !exists else { continue }
        let words = Published.enumeration.values[what.rawValue]
        problems.report(
          SchemeProblem.idle(
            Wording(
              "\(Kind.publicity.word.en) of \(words.en)", "\(Kind.publicity.word.zh) \(words.zh)"),
            needs: needed, at: place ?? draft.declarations[index].span))
      }
    }
  }
}
