import Plan
import Quantities
import Syntax
import Vocabulary

/// What alerts of indicators come to (model.md G4).
extension SchemeChecks {
  /// The colours that an indicator's readings can reach, lowest first: those of `together` have the lowest of
  /// their parts.
  private func reached(_ indicator: IndicatorTerms) -> [ResponseCause] {
    if !indicator.together.isEmpty {
      let parts = indicator.together.map { reached(scheme.indicators[$0]) }
      return [.yellow, .orange, .red].filter { colour in
        parts.allSatisfy { $0.contains { $0.rawValue >= colour.rawValue } }
      }
    }
    let colours: [(ResponseCause, Double)] = [
      (.yellow, indicator.yellow.number), (.orange, indicator.orange.number),
      (.red, indicator.red.number),
    ]
    return colours.filter { $0.1.isFinite }.map(\.0)
  }

  /// The colours of the alerts that an indicator raises, by its place among all.
  func colours(of position: Int) -> [ResponseCause] {
    let indicator = scheme.indicators[position]
    let wholes = scheme.indicators.filter { $0.isOn && $0.together.contains(position) }
    let heard = Set(wholes.flatMap(\.on.posts))
    if !wholes.isEmpty, heard.isSuperset(of: indicator.on.posts) { return [] }
    var colours = reached(indicator)
    guard indicator.promotes.number.isFinite else { return colours }
    for (lower, upper) in [(ResponseCause.orange, ResponseCause.red), (.yellow, .orange)]
    where colours.contains(lower) && !colours.contains(upper) {
      colours.append(upper)
    }
    return colours
  }

  /// Alerts that nobody answers are noted.
  func checkAnswers(_ position: Int, at span: Span) {
    for cause in colours(of: position)
    where !scheme.responses.contains(where: { $0.cause == cause && $0.isOn }) {
      problems.report(
        SchemeProblem.unanswered(
          cause.word, indicator: scheme.indicators[position].name, at: span))
    }
  }

  /// A screen takes something out, of the alerts of some indicator.
  func checkScreens() {
    for (position, index) in draft.indices(.screen).enumerated()
    where !draft.declarations[index].isOff {
      let screen = scheme.screens[position]
      let span = draft.declarations[index].span
      let path = draft.declarations[index].path
      let isUncertain = base.uncertain.contains { $0.dial.path.hasPrefix("\(path).") }
      let acts = screen.keepsTrue.number < 1 || screen.cutsFalse.number > 0 || isUncertain
      if !acts, !mayTurn(.screen, "keeps_true"), !mayTurn(.screen, "cuts_false") {
        problems.report(
          SchemeProblem.idle(
            Kind.screen.word, needs: Wording("cuts_false", "误警剔除"), at: span))
      } else if scheme.indicators.isEmpty {
        problems.report(
          SchemeProblem.idle(Kind.screen.word, needs: Kind.indicator.word, at: span))
      }
    }
  }

  /// Whether an indicator may raise alerts above yellow.
  func isAboveYellow(_ position: Int) -> Bool {
    colours(of: position).contains { $0 != .yellow }
      || mayTurn(.threshold, "orange") || mayTurn(.threshold, "red")
  }

  /// An indicator that stands on others has two or more, which read themselves wherever it watches, and no
  /// readings of its own.
  func checkTogether(_ position: Int, at index: Int) {
    let indicator = scheme.indicators[position]
    let parts = indicator.together.map { scheme.indicators[$0] }
    let reads = Set(indicator.on.posts)
    let stands =
      parts.count > 1
      && parts.allSatisfy { $0.together.isEmpty && reads.isSubset(of: $0.on.posts) }
    let readsItself =
      draft.index(.threshold, indicator.name) != nil
      || base.written[index]?.isDisjoint(with: ["clean", "shows", "models", "stable"]) != true
    guard !stands || readsItself else { return }
    problems.report(SchemeProblem.together(indicator.name, at: draft.declarations[index].span))
  }
}
