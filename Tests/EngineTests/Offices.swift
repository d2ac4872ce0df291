import Engine
import Ledger
import Plan
import Quantities

/// A plan made by hand: one unit with one post of so many seats, where nothing happens until something is added.
struct Office {
  /// The baseline's declarations.
  var scheme = Scheme()
  /// Months reported.
  var horizon = 120
  /// Months before them; 0 is a cold start.
  var warmUp = 0
  /// Policies after the baseline: what each changes at once.
  var policies: [Arm] = []
  /// What is drawn anew for every outer draw.
  var uncertain: [Change] = []
  /// What the runs' luck hangs on.
  var seed: UInt64 = 20_261_125

  /// An office with one post.
  init(seats: Int, horizon: Int = 120, warmUp: Int = 0) {
    var organization = OrganizationTerms()
    organization.name = "office"
    scheme.organizations = [organization]
    self.horizon = horizon
    self.warmUp = warmUp
    addUnit()
    addPost(seats: seats)
  }

  /// Posts of one seat each, so that the rows tell the seats apart.
  init(desks: Int, horizon: Int = 120, warmUp: Int = 0) {
    self.init(seats: 1, horizon: horizon, warmUp: warmUp)
    for _ in 1..<desks { addPost(seats: 1) }
  }

  /// All posts.
  var everywhere: Selection { Selection(posts: Array(scheme.posts.indices)) }

  /// The plan.
  var plan: Plan {
    var plan = Plan()
    plan.horizon = horizon
    plan.warmUp = warmUp
    plan.start = warmUp == 0 ? .cold : .stationary
    plan.scheme = scheme
    plan.uncertain = uncertain
    plan.arms =
      [Arm(name: "baseline", phases: [Arm.Phase(from: 1, scheme: scheme)], changes: [])] + policies
    return plan
  }

  /// Adds a unit.
  mutating func addUnit() {
    var unit = UnitTerms()
    unit.name = "unit\(scheme.units.count)"
    unit.path = "office.\(unit.name)"
    scheme.units.append(unit)
  }

  /// Adds a post to the last unit.
  mutating func addPost(seats: Int, _ change: (inout PostTerms) -> Void = { _ in }) {
    var post = PostTerms()
    post.name = "post\(scheme.posts.count)"
    post.unit = scheme.units.count - 1
    post.path = "\(scheme.units[post.unit].path).\(post.name)"
    post.headcount = .constant(Double(seats))
    change(&post)
    scheme.posts.append(post)
  }

  /// Adds a risk at every post, with a hazard per month.
  mutating func addRisk(_ rate: Double = 0, _ change: (inout RiskTerms) -> Void = { _ in }) {
    var risk = RiskTerms()
    risk.name = "risk\(scheme.risks.count)"
    risk.at = everywhere
    risk.rate = Rate(rate)
    risk.cap = Factor(1000)
    change(&risk)
    scheme.risks.append(risk)
  }

  /// Adds a risk under which everybody is active from the beginning and nobody begins later.
  mutating func addOffences(
    share: Double = 1, _ change: (inout RiskTerms) -> Void = { _ in }
  ) {
    addRisk(0) {
      $0.initial = Share(share)
      change(&$0)
    }
  }

  /// Adds a control at every post, against every risk, that does nothing yet.
  mutating func addControl(_ change: (inout ControlTerms) -> Void = { _ in }) {
    var control = ControlTerms()
    control.name = "control\(scheme.controls.count)"
    control.at = everywhere
    change(&control)
    scheme.controls.append(control)
  }

  /// Adds a sanction that is not felt by anybody yet.
  mutating func addSanction(_ change: (inout SanctionTerms) -> Void = { _ in }) {
    var sanction = SanctionTerms()
    sanction.name = "sanction"
    change(&sanction)
    scheme.sanctions.append(sanction)
  }

  /// Adds an indicator on every post that betrays the given risks; N(0, 1) where nothing goes on.
  mutating func addIndicator(
    yellow: Double, under risks: [Int] = [], _ reading: Distribution = .normal(mean: 0, sd: 1),
    _ change: (inout IndicatorTerms) -> Void = { _ in }
  ) {
    var indicator = IndicatorTerms()
    indicator.name = "indicator\(scheme.indicators.count)"
    indicator.on = everywhere
    indicator.clean = .normal(mean: 0, sd: 1)
    if !risks.isEmpty { indicator.shows = [.init(reading: reading, under: risks)] }
    indicator.yellow = Factor(yellow)
    change(&indicator)
    scheme.indicators.append(indicator)
  }

  /// Adds a screen of all alerts that does nothing yet.
  mutating func addScreen(_ change: (inout ScreenTerms) -> Void = { _ in }) {
    var screen = ScreenTerms()
    screen.name = "screen\(scheme.screens.count)"
    change(&screen)
    scheme.screens.append(screen)
  }

  /// Adds a review of everybody with a cycle in months and a share found.
  mutating func addReview(
    every: Double, finds: Double = 0, _ change: (inout ReviewTerms) -> Void = { _ in }
  ) {
    var review = ReviewTerms()
    review.name = "review\(scheme.reviews.count)"
    review.of = everywhere
    review.every = Months(every)
    review.first = Months(every)
    review.finds = Share(finds)
    change(&review)
    scheme.reviews.append(review)
  }

  /// Adds a channel through which an offence is reported with a hazard per month.
  mutating func addChannel(
    _ hazard: Double = 0, _ change: (inout ReportingTerms) -> Void = { _ in }
  ) {
    var reporting = ReportingTerms()
    reporting.name = "reporting\(scheme.reportings.count)"
    reporting.hears = Rate(-exponentialMinusOne(-hazard))
    change(&reporting)
    scheme.reportings.append(reporting)
  }

  /// Adds a response that verifies a share of what is true, at once and without limit.
  mutating func addResponse(
    _ cause: ResponseCause = .lead, verifies: Double = 1,
    _ change: (inout ResponseTerms) -> Void = { _ in }
  ) {
    var response = ResponseTerms()
    response.cause = cause
    response.verifies = Share(verifies)
    change(&response)
    scheme.responses.append(response)
  }

  /// Adds a rotation of every post.
  mutating func addRotation(
    every: Double, coverage: Double = 1, _ mode: RotationMode = .replace,
    _ change: (inout RotationTerms) -> Void = { _ in }
  ) {
    var rotation = RotationTerms()
    rotation.name = "rotation\(scheme.rotations.count)"
    rotation.of = everywhere
    rotation.every = Months(every)
    rotation.coverage = Share(coverage)
    rotation.mode = mode
    change(&rotation)
    scheme.rotations.append(rotation)
  }

  /// Adds turnover with a hazard per month and an immediate refill.
  mutating func addTurnover(_ rate: Double, _ change: (inout TurnoverTerms) -> Void = { _ in }) {
    var turnover = TurnoverTerms()
    turnover.rate = Rate(rate)
    change(&turnover)
    scheme.turnovers.append(turnover)
  }

  /// Adds a body that starts so many items a month.
  mutating func addBody(_ kind: BodyKind = .supervisory, capacity: Double = .infinity) {
    var body = BodyTerms()
    body.name = "body\(scheme.bodies.count)"
    body.kind = kind
    body.capacity = Rate(capacity)
    scheme.bodies.append(body)
  }

  /// Adds a policy that declares otherwise from a month on.
  mutating func addPolicy(
    from month: Int = 1, changes: [Change] = [], _ change: (inout Office) -> Void = { _ in }
  ) {
    var other = self
    change(&other)
    var phases = [Arm.Phase(from: 1, scheme: month == 1 ? other.scheme : scheme)]
    if month > 1 { phases.append(Arm.Phase(from: month, scheme: other.scheme)) }
    policies.append(
      Arm(name: "policy\(policies.count + 1)", phases: phases, changes: changes))
  }
}
