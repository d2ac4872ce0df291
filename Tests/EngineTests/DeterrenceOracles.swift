import Ledger
import Plan
import Quantities
import Testing

/// O9, O10: what the perceived risk does to onset, and what people learn of it.
struct DeterrenceOracles {
  /// Acts at .3 a month, and sanctions of which each is of form 2 and weighs 1: s·v^κ = 1.
  static func office(
    seats: Int = 2000, horizon: Int = 1, elasticity: Double = 0.114,
    _ change: (inout DeterrenceTerms) -> Void = { _ in }
  ) -> Office {
    var office = Office(seats: seats, horizon: horizon)
    office.addRisk(0.3) {
      $0.lasts = Months(0)
      $0.elasticity = Factor(elasticity)
    }
    office.addSanction {
      $0.sign = PerForm(0, 1, 0, 0)
      $0.weights = PerForm(0, 1, 0, 0)
    }
    var deterrence = DeterrenceTerms()
    deterrence.severityExponent = Factor(0.25)
    change(&deterrence)
    office.scheme.deterrences = [deterrence]
    return office
  }

  /// D of a perceived risk.
  static func multiplier(
    _ perceived: Double, of reference: Double, elasticity: Double = 0.114, least: Double = 0.002
  ) -> Double {
    power((perceived + least) / (reference + least), -elasticity)
  }

  /// p̂ after so many catches, each with its chance, and so many chances besides: k = 20, p₀ = 10 %.
  static func perceived(_ caught: Double, besides chances: Double = 0) -> Double {
    (2 + caught) / (20 + caught + chances)
  }

  /// D after so many catches.
  static func learnt(_ caught: Double, elasticity: Double = 0.114) -> Double {
    multiplier(perceived(caught), of: 0.1, elasticity: elasticity)
  }

  /// The starts of a month in the policy are those of the baseline at a hazard D times as high.
  static func expect(
    _ office: Office, _ multiplier: Double, in month: Int = 1, at post: Int = 0, runs: Int = 200,
    power: Double = 0.01, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let starts = Atom.count(
      .offences, where: .isOneOf(.post, [Int64(post)]), in: Window(first: month, last: month))
    var evidence = Evidence()
    office.forEachRun(runs, [starts]) { evidence.add($0[1][0], per: $0[0][0]) }
    evidence.expect(
      exponentialMinusOne(-0.3 * multiplier) / exponentialMinusOne(-0.3), power: power,
      sourceLocation: sourceLocation)
  }

  /// O9: from 4 % to as good as certain D is .697, .701 with the usual ladder and mix; D6: 27.7 → 19.2.
  @Test func certaintyDeters() {
    let expected = Self.multiplier(0.999, of: 0.04)
    #expect(abs(expected - 0.697) < 5e-4)
    #expect(abs(Self.multiplier(1, of: 0.04) * 27.7 - 19.2) < 1.5)
    #expect(abs(Self.multiplier(1, of: 0.04, least: 0) - 0.693) < 5e-4)
    var office = Self.office { $0.prior = Share(0.04) }
    office.addPolicy { $0.scheme.deterrences[0].prior = Share(0.999) }
    Self.expect(office, expected)
    // The usual ladder: s = .325, v = 3.286.
    let strength = 0.325 * power(3.286, 0.25)
    let usual = Self.multiplier(strength, of: strength * 0.04)
    #expect(abs(usual - 0.701) < 5e-4)
    office = Self.office { $0.prior = Share(0.04) }
    office.scheme.sanctions[0] = .usual
    office.scheme.risks[0].severity.sign = Share(0.6)
    office.scheme.risks[0].severity.violation = Share(0.3)
    office.scheme.risks[0].severity.crime = Share(0.1)
    office.addPolicy { $0.scheme.deterrences[0].prior = Share(0.999) }
    Self.expect(office, usual)
  }

  /// O9: where nobody sanctions nobody is deterred; certainty and severity count through each other.
  @Test func sanctionsMakeItFelt() {
    var office = Self.office()
    office.scheme.sanctions[0].isOn = false
    office.addPolicy { $0.scheme.deterrences[0].prior = Share(0.9) }
    let ledgers = office.ledgers()
    #expect(ledgers[0].digest == ledgers[1].digest)
    // All forms up by a weight of 16: as if the risk had doubled, at κ = .25.
    office = Self.office(elasticity: 0.5)
    office.addPolicy { $0.scheme.sanctions[0].weights = PerForm(0, 16, 0, 0) }
    Self.expect(office, Self.multiplier(0.2, of: 0.1, elasticity: 0.5))
    // A body that acts on half of its findings, and one whose units these are not.
    office = Self.office(elasticity: 0.5)
    office.addBody()
    office.addPolicy { $0.scheme.bodies[0].acts = Share(0.5) }
    Self.expect(office, Self.multiplier(0.05, of: 0.1, elasticity: 0.5), power: 0.015)
    office.policies = []
    office.scheme.bodies[0].scope = []
    office.addPolicy { $0.scheme.bodies[0].acts = Share(0.5) }
    Self.expect(office, 1)
    // Sanctions that a policy does away with: D = ((0 + m₀)/(g + m₀))^−ε, at most 4.
    for (elasticity, multiplier) in [(0.1, power(0.002 / 0.102, -0.1)), (0.9, 4)] {
      office = Self.office(elasticity: elasticity)
      office.scheme.risks[0].rate = Rate(0.3)
      office.addPolicy { $0.scheme.sanctions[0].isOn = false }
      Self.expect(office, multiplier, power: 0.015)
    }
    // Nobody is deterred to less than a quarter.
    office = Self.office(elasticity: 1) { $0.prior = Share(0.04) }
    office.addPolicy { $0.scheme.deterrences[0].prior = Share(0.9) }
    Self.expect(office, 0.25, power: 0.03)
  }

  /// D counts among the multipliers of which the cap is the highest product.
  @Test func theCapCountsFear() {
    var office = Self.office(elasticity: 0.5)
    office.scheme.risks[0].cap = Factor(2.5)
    office.scheme.officials.temptation = PerGroup(ordinary: 3)
    let fear = Self.multiplier(0.3, of: 0.1, elasticity: 0.5)
    office.addPolicy { $0.scheme.deterrences[0].prior = Share(0.3) }
    let starts = Atom.count(.offences)
    var evidence = Evidence()
    office.forEachRun(200, [starts]) { evidence.add($0[1][0], per: $0[0][0]) }
    evidence.expect(
      exponentialMinusOne(-0.3 * 3 * fear) / exponentialMinusOne(-0.3 * 2.5), power: 0.01)
  }

  /// A look at everybody in month 1 alone, which finds nothing and weighs so much; in the policy only.
  private func visited(
    _ weight: Double, horizon: Int, _ change: (inout ReviewTerms) -> Void = { _ in }
  ) -> Office {
    var office = Self.office(horizon: horizon)
    office.addPolicy {
      $0.addReview(every: 1000) {
        $0.first = Months(1)
        $0.visit = Factor(weight)
        change(&$0)
      }
    }
    return office
  }

  /// O10: one catch makes p̂ .1429, an audit's visit .207 and D .921; after a half-life half of it counts.
  /// D6: past audits deter by 8 % in the first term and by no more than 1 % in the second.
  @Test func visitsAreLearntFrom() {
    #expect(abs(Self.perceived(1) - 0.1429) < 5e-5)
    #expect(abs(Self.learnt(1) - 0.961) < 5e-4)
    let audit = Self.learnt(2.7)
    #expect(abs(Self.perceived(2.7) - 0.207) < 5e-4)
    #expect(abs(audit - 0.921) < 5e-4)
    #expect(abs(audit - 0.92) < 0.03)
    let later = Self.learnt(1.35)
    #expect(abs(Self.perceived(1.35) - 0.157) < 5e-4)
    let second = Self.learnt(2.7 / 16)
    #expect(second > 0.99)
    Self.expect(visited(1, horizon: 2), Self.learnt(1), in: 2, power: 0.006)
    // What the month of the visit brings is tempted before.
    var office = visited(2.7, horizon: 50)
    // In the months between, which nobody looks at, nobody is tempted.
    let times: [(Double, Double)] = [
      (1, 1), (2, 0), (12, 0), (13, 1), (14, 0), (48, 0), (49, 1),
    ]
    let quiet = Curve(times.map { .init(at: $0.0, value: $0.1) })
    office.scheme.risks[0].tenure = quiet
    office.policies[0].phases[0].scheme.risks[0].tenure = quiet
    let expected = [(1, 1), (2, audit), (14, later), (50, second)]
    let starts = expected.map { Atom.count(.offences, in: Window(first: $0.0, last: $0.0)) }
    var evidence = [Evidence](repeating: Evidence(), count: expected.count)
    office.forEachRun(200, starts) { sums in
      for place in expected.indices { evidence[place].add(sums[1][place], per: sums[0][place]) }
    }
    for (place, (_, multiplier)) in expected.enumerated() {
      evidence[place].expect(
        exponentialMinusOne(-0.3 * multiplier) / exponentialMinusOne(-0.3), power: 0.006)
    }
    // Nothing has faded by the next month, half of it a half-life later.
    var quick = Self.office(horizon: 3) { $0.halfLife = Months(1) }
    quick.addPolicy {
      $0.addReview(every: 1000) {
        $0.first = Months(1)
        $0.visit = Factor(2.7)
      }
    }
    Self.expect(quick, audit, in: 2)
    Self.expect(quick, later, in: 3)
  }

  /// What is published is felt by everybody in the organisation: 27 results weigh as much as an audit's visit.
  @Test func publishedResultsAreFelt() {
    var office = Self.office(horizon: 2)
    office.addUnit()
    office.addPost(seats: 10)
    office.addPolicy { office in
      for _ in 0..<27 {
        office.addReview(every: 1000) {
          $0.first = Months(1)
          $0.of = Selection(posts: [1])
          $0.isPublished = true
        }
      }
    }
    Self.expect(office, Self.learnt(2.7), in: 2, at: 0)
  }

  /// Units that are visited learn as one, seats each for itself; covered are those who are visited.
  @Test func theVisitedLearn() {
    let audit = Self.learnt(2.7)
    var office = Self.office(horizon: 2)
    office.addUnit()
    office.addPost(seats: 2000)
    office.scheme.risks[0].at = office.everywhere
    office.addPolicy {
      $0.addReview(every: 1000) {
        $0.first = Months(1)
        $0.visit = Factor(2.7)
        $0.of = Selection(posts: [1])
        $0.selects = .unit
      }
    }
    Self.expect(office, 1, in: 2)
    Self.expect(office, audit, in: 2, at: 1)
    // A third of the seats: their starts fall, the others' do not.
    let third = visited(2.7, horizon: 2) { $0.covers = Share(0.3) }
    Self.expect(third, 0.7 + 0.3 * audit, in: 2, power: 0.006)
    let turn = visited(2.7, horizon: 2) {
      $0.covers = Share(0.5)
      $0.targets = .byTurn
    }
    Self.expect(turn, 0.5 + 0.5 * audit, in: 2, power: 0.006)
    let scored = visited(2.7, horizon: 2) {
      $0.covers = Share(0.4)
      $0.targets = .byScore
    }
    Self.expect(scored, 0.6 + 0.4 * audit, in: 2, power: 0.006)
    // Unwritten, a visit weighs what the reviewer's usually does, if it finds anything at all.
    let unwritten = visited(0, horizon: 2) {
      $0.visit = nil
      $0.usualVisit = Factor(2.7)
    }
    Self.expect(unwritten, 1, in: 2)
  }

  /// A visit that shows nothing makes bolder, if it is said to; one that found something does not.
  @Test func lightningDoesNotStrikeTwice() {
    func clean(_ change: (inout Office) -> Void) -> Office {
      var office = Self.office(horizon: 2, elasticity: 1)
      office.addOffences(share: 0.5)
      office.addPolicy {
        $0.addReview(every: 1000) {
          $0.first = Months(1)
          $0.cleanVisit = Factor(20)
        }
        change(&$0)
      }
      return office
    }
    let bolder = Self.multiplier(Self.perceived(0, besides: 20), of: 0.1, elasticity: 1)
    #expect(bolder > 1.9)
    // Half of the seats hold an offence of another risk, which a look finds or does not.
    Self.expect(clean { _ in }, bolder, in: 2, power: 0.015)
    let half = exponentialMinusOne(-0.3 * bolder) + exponentialMinusOne(-0.3)
    let mixed = -naturalLog(1 + half / 2) / 0.3
    Self.expect(clean { $0.scheme.reviews[0].finds = Share(1) }, mixed, in: 2, power: 0.02)
  }

  /// What is announced beyond the baseline raises p₀ where it is announced: .1 + .3·a.
  @Test func announcementsAreHeard() {
    var office = Self.office { $0.announcement = Factor(0.3) }
    office.addPost(seats: 2000)
    office.scheme.risks[0].at = office.everywhere
    func announce(_ change: (inout ReviewTerms) -> Void) {
      office.policies = []
      office.addPolicy {
        $0.addReview(every: 24, finds: 0.8) {
          $0.isAnnounced = true
          $0.covers = Share(0.5)
          $0.of = Selection(posts: [1])
          $0.visit = Factor(0)
          change(&$0)
        }
      }
    }
    announce { _ in }
    let a = 1 - power(0.6, 0.5)
    Self.expect(office, 1)
    Self.expect(office, Self.multiplier(0.1 + 0.3 * a, of: 0.1), at: 1)
    announce { $0.isAnnounced = false }
    Self.expect(office, 1, at: 1)
    // What the baseline announces too is no news.
    office.scheme.reviews = office.policies[0].phases[0].scheme.reviews
    office.scheme.reviews[0].isAnnounced = true
    office.policies = []
    office.addPolicy { $0.scheme.reviews[0].finds = Share(0.8) }
    Self.expect(office, 1, at: 1)
    office.policies = []
    office.addPolicy { $0.scheme.deterrences[0].announced = Share(1) }
    Self.expect(office, Self.multiplier(0.1 + 0.3 * (1 - a), of: 0.1), at: 1)
    Self.expect(office, Self.multiplier(0.1 + 0.3, of: 0.1))
  }

  /// Who moves takes along what he has learnt; who comes has learnt nothing.
  @Test(arguments: RotationMode.allCases)
  func learningFollowsThePerson(_ mode: RotationMode) {
    var office = Office(desks: 2, horizon: 4)
    let terms = Self.office(elasticity: 1)
    office.scheme.risks = terms.scheme.risks
    office.scheme.risks[0].at = office.everywhere
    office.scheme.sanctions = terms.scheme.sanctions
    office.scheme.deterrences = terms.scheme.deterrences
    for post in 0..<2 { office.scheme.posts[post].exchangeGroup = "all" }
    office.scheme.officials.tenure = .constant(0)
    office.addRotation(every: 3, mode)
    office.addPolicy {
      $0.addReview(every: 1000) {
        $0.first = Months(1)
        $0.visit = Factor(10)
        $0.of = Selection(posts: [0])
      }
    }
    func deterred(_ months: Double) -> Double {
      Self.learnt(10 * power(0.5, months / 12), elasticity: 1)
    }
    Self.expect(office, deterred(1), in: 3, runs: 30_000, power: 0.15)
    Self.expect(office, 1, in: 4, runs: 3000, power: 0.15)
    Self.expect(
      office, mode == .exchange ? deterred(2) : 1, in: 4, at: 1, runs: 30_000, power: 0.15)
  }

  /// O38: where nothing is learnt and nothing announced, nobody is deterred more or less than before; a
  /// deterrence that a policy declares begins there.
  @Test func deterrenceThins() {
    var office = FieldOracles.busy()
    office.scheme.deterrences = []
    office.addPolicy {
      $0.scheme.deterrences = [DeterrenceTerms()]
      for risk in 0..<2 { $0.scheme.risks[risk].elasticity = Factor(0) }
    }
    office.addPolicy {
      $0.scheme.deterrences = [DeterrenceTerms()]
      $0.scheme.risks[0].elasticity = Factor(0.5)
      $0.scheme.reviews[0].visit = Factor(0)
      $0.scheme.reviews[0].cleanVisit = Factor(0)
    }
    for run in 0..<5 { #expect(Set(office.ledgers(run: run).map(\.digest)).count == 1) }
    // More fear leaves a part of the same starts.
    office = Self.office()
    office.addPolicy { $0.scheme.deterrences[0].prior = Share(0.3) }
    let starts = office.ledgers().map { Set($0.rows(.offences).map(\.numbers)) }
    #expect(starts[1].isSubset(of: starts[0]))
    #expect(starts[1].count < starts[0].count)
  }

  /// What has been learnt fades at the pace that holds.
  @Test func forgettingChangesItsPace() {
    var office = Self.office(horizon: 14)
    office.addReview(every: 1000) {
      $0.first = Months(1)
      $0.visit = Factor(2.7)
    }
    office.scheme.deterrences[0].halfLife = Months(6)
    office.addPolicy(from: 8) { $0.scheme.deterrences[0].halfLife = Months(3) }
    // Six months at a half-life of 6, then at one of 3: in month 14 three halves, else two.
    let (slow, fast) = (Self.learnt(2.7 / 4), Self.learnt(2.7 / 8))
    let ratio = exponentialMinusOne(-0.3 * fast) / exponentialMinusOne(-0.3 * slow)
    var evidence = Evidence()
    let starts = Atom.count(.offences, in: Window(first: 14, last: 14))
    office.forEachRun(300, [starts]) { evidence.add($0[1][0], per: $0[0][0]) }
    evidence.expect(ratio, power: 0.003)
  }
}

extension SanctionTerms {
  /// The ladder of the default: mostly talks for signs, light forms for violations, prosecution for crimes.
  static var usual: SanctionTerms {
    var sanction = SanctionTerms()
    sanction.sign = PerForm(0.95, 0.05, 0, 0)
    sanction.violation = PerForm(0.35, 0.58, 0.06, 0.01)
    sanction.crime = PerForm(0, 0.05, 0.25, 0.70)
    sanction.weights = PerForm(0, 1, 3, 10)
    return sanction
  }
}
