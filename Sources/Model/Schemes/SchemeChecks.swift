import Plan
import Quantities
import Syntax
import Vocabulary

/// Looks for what contradicts itself in the baseline, and for what cannot act.
struct SchemeChecks {
  let base: Lowering
  let problems: Problems
  var draft: Draft { base.draft }
  var scheme: Scheme { base.scheme }

  init(_ base: Lowering, problems: Problems) {
    self.base = base
    self.problems = problems
  }

  /// All checks.
  func check() {
    let isEmpty = draft.declarations.allSatisfy { !$0.kind.isScheme }
    if isEmpty { return }
    if scheme.posts.isEmpty, let first = draft.declarations.first(where: { $0.kind.isScheme }) {
      problems.report(SchemeProblem.noPosts(at: first.span))
    }
    checkHeadcount()
    checkIndicators()
    checkScreens()
    checkResponses()
    checkReviews()
    checkRotations()
    checkControls()
    checkRemedies()
    checkPools()
    checkRules()
    checkEducation()
    checkTelling()
    checkAdmonitions()
    base.checkSingle()
    checkBodies()
    checkIdle()
  }

  private func checkHeadcount() {
    let total = scheme.posts.reduce(0) { $0 + $1.headcount.centre }
    guard total > 10_000_000, let first = draft.indices(.post).first else { return }
    problems.report(
      SchemeProblem.tooMuch(
        Wording("seats", "席位"), most: "10_000_000", at: draft.declarations[first].span))
  }

  private func checkIndicators() {
    for (position, index) in draft.indices(.indicator).enumerated() {
      let declaration = draft.declarations[index]
      let indicator = scheme.indicators[position]
      guard !declaration.isOff else { continue }
      guard indicator.together.isEmpty else {
        checkTogether(position, at: index)
        checkAnswers(position, at: declaration.span)
        continue
      }
      guard let threshold = draft.index(.threshold, declaration.name) else {
        problems.report(SchemeProblem.noThreshold(declaration.name, at: declaration.span))
        continue
      }
      checkColours(indicator, at: draft.declarations[threshold].span)
      checkAnswers(position, at: draft.declarations[threshold].span)
      let read = Set(indicator.on.posts)
      for risk in Set(indicator.shows.flatMap(\.under)).sorted()
      where scheme.risks.indices.contains(risk) && !read.isEmpty {
        if read.isDisjoint(with: scheme.risks[risk].at.posts), !scheme.risks[risk].at.posts.isEmpty
        {
          problems.report(
            SchemeProblem.apart(
              declaration.name, risk: scheme.risks[risk].name, at: declaration.span))
        }
      }
    }
  }

  private func checkColours(_ indicator: IndicatorTerms, at span: Span) {
    let colours =
      [(Wording("yellow", "黄色"), indicator.yellow.number)]
      + [(Wording("orange", "橙色"), indicator.orange.number)]
      + [(Wording("red", "红色"), indicator.red.number)]
    let set = colours.filter { $0.1.isFinite }
    for (lower, upper) in zip(set, set.dropFirst()) where lower.1 > upper.1 {
      problems.report(SchemeProblem.colours(lower: lower.0, upper: upper.0, at: span))
    }
  }

  private func checkResponses() {
    for (position, index) in draft.indices(.response).enumerated()
    where !draft.declarations[index].isImplied {
      if draft.declarations[index].name == Lowering.explained {
        if !base.explainsAny, !mayTurn(.response, "disposal") {
          problems.report(SchemeProblem.nothingExplained(at: draft.declarations[index].span))
        }
        continue
      }
      let cause = scheme.responses[position].cause
      let isCalled: Bool
      switch cause {
      case .yellow, .orange, .red:
        isCalled = scheme.indicators.indices.contains { colours(of: $0).contains(cause) }
      case .realName:
        isCalled = scheme.reportings.contains { $0.realName.number > 0 }
      case .lead:
        isCalled =
          !scheme.reportings.isEmpty || !scheme.rotations.isEmpty
          || scheme.reviews.contains { $0.establishes == .lead }
          || scheme.controls.contains { $0.notices.number > 0 || $0.tells.number > 0 }
      case .unravelled:
        isCalled = scheme.responses.contains { $0.unravels.others.number > 0 }
      case .transfer: isCalled = scheme.reviews.contains { $0.establishes == .lead }
      }
      if !isCalled {
        problems.report(
          SchemeProblem.neverTriggered(cause.word, at: draft.declarations[index].span))
      }
    }
  }

  private func checkReviews() {
    for (position, index) in draft.indices(.review).enumerated()
    where !draft.declarations[index].isOff {
      let review = scheme.reviews[position]
      let isUncertain = base.uncertain.contains {
        ["finds", "reveals"].map { "review.\(review.name).\($0)" }.contains($0.dial.path)
      }
      if review.finds.number == 0, review.reveals.number == 0, !isUncertain {
        problems.report(
          SchemeProblem.findsNothing(review.name, at: draft.declarations[index].span))
      }
    }
  }

  private func checkRotations() {
    for (position, index) in draft.indices(.rotation).enumerated()
    where !draft.declarations[index].isOff {
      // A cycle that was written and could not be read is told already.
      let isRead = problems.errors == 0 || base.written[index]?.contains("every") != true
      if isRead, scheme.rotations[position].every.number.isInfinite {
        problems.report(SchemeProblem.neverRotates(at: draft.declarations[index].span))
      }
    }
  }

  /// Without a body one implicit supervisory body acts, with a note (model.md, settled question 27).
  private func checkBodies() {
    guard scheme.bodies.isEmpty,
      let first = draft.declarations.first(where: {
        [.review, .response, .reporting, .sanction].contains($0.kind) && !$0.isImplied
      })
    else { return }
    problems.report(SchemeProblem.noBody(at: first.span))
  }
}
