import Ledger
import Plan
import Quantities
import Testing

/// Who takes part in another's offence, and what attempts leave behind.
struct CollusionMeanings {
  /// A control that half of those who pass it bring an accomplice to.
  private func office(
    colleagues: Int = 30, horizon: Int = 20, _ change: (inout ControlTerms) -> Void = { _ in }
  ) -> Office {
    var office = ControlOracles.acts(colleagues: colleagues, horizon: horizon)
    office.addControl {
      $0.colludes = Share(0.5)
      $0.colludesBy = Selection(posts: [1])
      change(&$0)
    }
    return office
  }

  private func expectCollusion(
    _ office: Office, _ share: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let collusive = Atom.count(.offences, where: .flag(.collusive))
    let evidence = office.evidence(100, collusive, per: .count(.offences))
    if share == 0 {
      #expect(evidence.ratio == 0, sourceLocation: sourceLocation)
    } else {
      evidence.expect(share, power: 0.04, sourceLocation: sourceLocation)
    }
  }

  /// The relation is that of the shorter of the two times in post.
  @Test func relationsGrow() {
    var office = office(horizon: 1) {
      $0.relation = Curve([.init(at: 0, value: 0), .init(at: 20, value: 1)])
    }
    office.scheme.posts[0].headcount = .constant(2000)
    office.scheme.officials.tenure = .constant(12)
    expectCollusion(office, 0.3)
    // Together since yesterday, although one of them has been there for long.
    office.addRotation(every: 12) { $0.of = Selection(posts: [1]) }
    expectCollusion(office, 0)
    office.scheme.rotations[0].of = Selection(posts: [0])
    expectCollusion(office, 0)
    // However close, at most nine of ten are won over.
    office.scheme.rotations = []
    office.scheme.controls[0].relation = Curve(constant: 3)
    expectCollusion(office, 0.9)
  }

  /// Nobody is his own accomplice, an empty seat is none, and one person is one accomplice.
  @Test func accomplicesAreOthers() {
    var office = office()
    office.scheme.posts[1].headcount = .constant(0)
    expectCollusion(office, 0)
    office.scheme.controls[0].colludesBy = nil
    office.scheme.controls[0].at = Selection(posts: [0])
    office.scheme.posts[0].headcount = .constant(1)
    expectCollusion(office, 0)
    office.scheme.posts[0].headcount = .constant(2)
    office.horizon = 1000
    expectCollusion(office, 0.25)
    // Who has left takes part in nothing: of the seats in month 20 e^−.95 are still occupied.
    office = self.office()
    office.scheme.posts[0].headcount = .constant(2000)
    office.addTurnover(0.05) { $0.refill = .constant(1000) }
    let last = Window(first: 20, last: 20)
    office.evidence(
      200, .count(.offences, where: .flag(.collusive), in: last), per: .count(.offences, in: last)
    ).expect(0.5 * exponential(-0.95), power: 0.15)
    // Two controls, one colleague: one accomplice; two colleagues are one or two.
    for (colleagues, pairs) in [(1, 0), (2, 0.5)] {
      var office = self.office(colleagues: colleagues)
      office.scheme.controls[0].colludes = Share(0.9)
      office.scheme.controls[0].lossFactor = CollusionFactor(one: 2, more: 4)
      office.addControl {
        $0.colludes = Share(0.9)
        $0.colludesBy = Selection(posts: [1])
        $0.lossFactor = CollusionFactor(one: 1.5, more: 5)
      }
      let several = Condition.isOneOf(.accomplices, [2])
      let evidence = office.evidence(
        60, .count(.offences, where: several), per: .count(.offences))
      if pairs == 0 {
        #expect(evidence.ratio == 0)
      } else {
        evidence.expect(0.81 * pairs, power: 0.04)
      }
      for row in office.ledgers()[0].rows(.offences) {
        switch row[.accomplices] {
        case 0: #expect(row[.loss] == 100_000)
        case 1: #expect(row[.loss] == 200_000 || row[.loss] == 150_000)
        default: #expect(row[.loss] == 500_000)
        }
      }
    }
  }

  /// An offence is its lead person's: accomplices are not counted as such, and may be tempted themselves.
  @Test func leadPersonsCount() {
    var office = Office(seats: 50, horizon: 60)
    office.addRisk(0.05)
    office.addControl {
      $0.colludes = Share(0.9)
      $0.evades = Share(0)
    }
    let ledger = office.ledgers()[0]
    let offences = ledger.rows(.offences)
    #expect(offences.allSatisfy { $0[.accomplices] == 1 })
    for month in 1...60 {
      let active = offences.count { $0.month <= month }
      #expect(ledger.count(.prevalence) { $0.month == month } == active)
    }
    // In the end nearly all take part in something and lead something of their own.
    #expect(offences.count > 40)
  }

  /// Where the own unit has no such post, a colleague of the organisation takes part, of no other.
  @Test func accomplicesAreNear() {
    var office = office()
    office.addUnit()
    office.addPost(seats: 0)
    office.scheme.posts[1].unit = 1
    expectCollusion(office, 0.5)
    var other = OrganizationTerms()
    other.name = "other"
    office.scheme.organizations.append(other)
    office.scheme.units[1].organization = 1
    expectCollusion(office, 0)
    // A post in the own unit is preferred to one elsewhere: its only seat is the offender's.
    office.scheme.units[1].organization = 0
    office.scheme.controls[0].colludesBy = Selection(posts: [0, 1])
    office.scheme.posts[0].headcount = .constant(1)
    expectCollusion(office, 0)
  }

  /// A share of what is blocked is noticed: a lead of the unit's own, with nothing behind it.
  @Test func blocksAreNoticed() {
    var office = office {
      $0.blocks = Share(0.5)
      $0.notices = Share(0.3)
    }
    office.addResponse()
    let blocked = Atom.count(.attempts, where: .has(.outcome, AttemptOutcome.blocked))
    office.evidence(60, .count(.notices), per: blocked).expect(0.3, power: 0.04)
    let ledger = office.ledgers()[0]
    let leads = ledger.rows(.leads)
    #expect(leads.count == ledger.count(.notices))
    #expect(leads.allSatisfy { $0[.source] == LeadSource.notice.rawValue })
    #expect(leads.allSatisfy { $0[.body] == Int(BodyCode.unit) })
    #expect(leads.allSatisfy { $0[.status] == ItemStatus.void.rawValue })
    // Where work takes time, others' leads on the same person and risk join it, and it stays the unit's.
    office.scheme.responses[0].within = Months(3)
    let open = office.ledgers()[0].rows(.leads)
    #expect(open.count < leads.count)
    #expect(open.allSatisfy { $0[.body] == Int(BodyCode.unit) })
    // Without a response to leads it is noticed, and that is all.
    office.scheme.responses = []
    #expect(office.ledgers()[0].count(.notices) == leads.count)
    #expect(office.ledgers()[0].count(.leads) == 0)
  }

  /// Of the colleagues asked in vain by those who then give up, some tell.
  @Test func refusalsAreTold() {
    var office = office {
      $0.evades = Share(0)
      $0.performed = Share(0.8)
      $0.tells = Share(0.4)
    }
    office.addResponse()
    // Asked and refused: u − c·u. Of those who were not won over 1 − u go on alone, and nobody tells of them.
    office.evidence(60, .count(.leads), per: .count(.attempts))
      .expect((0.8 - 0.4) * 0.8 * 0.4, power: 0.05)
    #expect(office.ledgers()[0].count(.notices) == 0)
    #expect(office.ledgers()[0].rows(.leads).allSatisfy { $0[.body] == Int(BodyCode.unit) })
  }

  /// What a control traces makes its offences easier to see, with the unit's own trace at most twice as easy.
  @Test(arguments: [(0.2, 1.4), (0.9, 2)])
  func tracesBetray(_ unit: Double, _ gain: Double) {
    var office = Office(seats: 400, horizon: 60)
    office.addRisk(0.05)
    office.addChannel(0.01)
    office.addResponse(verifies: 0)
    office.scheme.units[0].trace = Share(unit)
    office.addControl {
      $0.traces = Share(0.4)
      $0.performed = Share(0.5)
    }
    office.addControl {
      $0.traces = Share(0.4)
      $0.against = []
    }
    office.evidence(60) { ledger in
      let hazard = 0.01 * gain
      let rows = ledger.rows(.offences)
      return (
        Double(rows.count { $0[.latency] != nil }),
        rows.reduce(0) { $0 - exponentialMinusOne(-hazard * ($1.time(.months) ?? 0)) }
      )
    }.expect(1, power: 0.05)
  }

  /// A control costs every month what it costs, the unit pays.
  @Test func controlsCost() {
    var office = office(horizon: 12) { $0.cost = PriceRate(250) }
    office.addControl { $0.cost = PriceRate(100) }
    office.scheme.controls[1].isOn = false
    let costs = office.ledgers()[0].rows(.costs)
    #expect(costs.map { $0[.amount] ?? 0 } == [Int](repeating: 25_000, count: 12))
    #expect(costs.allSatisfy { $0[.activity] == Activity.control.rawValue })
    #expect(costs.allSatisfy { $0[.body] == Int(BodyCode.unit) })
  }
}
