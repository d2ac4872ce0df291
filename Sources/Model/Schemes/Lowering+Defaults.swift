import Plan
import Vocabulary

/// Defaults that hang on other declarations: who performs, what deterrence says.
extension Lowering {
  /// What a review makes of what it finds, and how a visit is felt, by who performs it.
  func lowerOutside() {
    for (position, index) in draft.indices(.review).enumerated() {
      let by = scheme.reviews[position].by
      let fields = written[index] ?? []
      if !fields.contains("every"), !fields.contains("on"), !draft.declarations[index].isOff,
        let row = ReviewTerms.row("every")
      {
        problems.report(
          NameProblem.missingField(
            row.word, of: Kind.review.word, example: row.example,
            at: draft.declarations[index].span))
      }
      if written[index]?.contains("establishes") != true {
        scheme.reviews[position].establishes = kind(of: by) == .supervisory ? .finding : .lead
      }
      // Who looks at himself deters nobody (model.md, settled detail 28).
      if kind(of: by) != .unitBody {
        scheme.reviews[position].usualVisit = ReviewTerms.outsideVisit
      }
      keepInScope(position, at: index)
    }
  }

  /// A body looks at those alone for whom it answers.
  private func keepInScope(_ position: Int, at index: Int) {
    guard case .body(let body) = scheme.reviews[position].by, !draft.declarations[index].isOff,
      scheme.bodies.indices.contains(body)
    else { return }
    let asked = scheme.reviews[position].of
    let posts = asked.posts.filter { scheme.answers(body, for: scheme.posts[$0].unit) }
    scheme.reviews[position].of = Selection(
      posts: posts, newcomers: asked.newcomers.filter { posts.contains($0) })
    if posts.isEmpty, !asked.posts.isEmpty, let row = ReviewTerms.row("of") {
      problems.report(
        SchemeProblem.emptySelection(field: row.word, at: draft.declarations[index].span))
    }
  }

  /// A unit that answers for itself buries some of what it finds.
  func lowerBurying() {
    for (position, index) in draft.indices(.response).enumerated()
    where written[index]?.contains("buries") != true {
      if kind(of: scheme.responses[position].by) == .unitBody {
        scheme.responses[position].buries = ResponseTerms.unitBuries
      }
    }
  }

  /// What a remedy writes acts whatever its trigger; defaults act where they fit.
  func lowerRemedies() {
    for (position, index) in draft.indices(.remedy).enumerated() {
      let fields = written[index] ?? []
      scheme.remedies[position].isPerforming = fields.contains("performs")
      scheme.remedies[position].isHardening = fields.contains("hardens")
      scheme.remedies[position].isTuning = fields.contains("tunes")
    }
  }

  /// Risks without an elasticity of their own have that of deterrence, also when it is turned.
  func lowerElasticity() {
    guard
      let (position, deterrence) = draft.indices(.deterrence).enumerated().last(where: {
        !draft.declarations[$0.element].isOff
      })
    else { return }
    let elasticity = scheme.deterrences[position].elasticity
    for (risk, index) in draft.indices(.risk).enumerated()
    where written[index]?.contains("elasticity") != true {
      scheme.risks[risk].elasticity = elasticity
      let place = through(\Scheme.risks, \[RiskTerms][risk])
      inherit("\(path(deterrence)).elasticity", through(place, \RiskTerms.elasticity.number))
    }
  }

  /// The kind of body that performs; the unit itself counts as its body.
  private func kind(of performer: Performer) -> BodyKind? {
    switch performer {
    case .unit: .unitBody
    case .kind(let kind): kind
    case .above: .supervisory
    case .body(let body): scheme.bodies.indices.contains(body) ? scheme.bodies[body].kind : nil
    }
  }
}
