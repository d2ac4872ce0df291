import Ledger
import Plan
import Quantities
import Testing

/// O23 and the rules of work: queues, capacities, priorities, merging, transfers, lapses.
struct WorkOracles {
  /// Reports on nothing, 3.5 a month, on posts without a risk: they never merge.
  private func office(capacity: Double, horizon: Int, warmUp: Int = 0) -> Office {
    var office = Office(seats: 100, horizon: horizon, warmUp: warmUp)
    office.addChannel { $0.noise = PerPersonYear(0.42) }
    office.addBody(capacity: capacity)
    office.addResponse()
    return office
  }

  /// The backlog after service of Q ← max(0, Q + Poisson(a) − c), from its stationary law.
  private func backlog(arrivals: Double, capacity: Int) -> Double {
    let law = Poisson(mean: arrivals)
    let masses = (0...30).map { law.cumulative(Double($0)) - law.cumulative(Double($0) - 1) }
    var shares = [Double](repeating: 0, count: 150)
    shares[0] = 1
    for _ in 0..<800 {
      var next = [Double](repeating: 0, count: 150)
      for (waiting, share) in shares.enumerated() where share > 1e-15 {
        for (arriving, mass) in masses.enumerated() {
          next[min(149, max(0, waiting + arriving - capacity))] += share * mass
        }
      }
      shares = next
    }
    return shares.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
  }

  /// O23: capacity 4 against Poisson 3.5: backlog 2.634, wait .753 months.
  @Test func backlogFollowsItsChain() {
    let expected = backlog(arrivals: 3.5, capacity: 4)
    #expect(abs(expected - 2.634) < 1e-3)
    #expect(abs(expected / 3.5 - 0.753) < 1e-3)
    let office = office(capacity: 4, horizon: 600, warmUp: 240)
    office.evidence(600, .count(.waiting), per: .count(.seats), 0.01)
      .expect(expected, power: 0.08)
    office.evidence(600, .sum(.age, of: .leads), per: .count(.leads), 0x1p20)
      .expect(expected / 3.5, power: 0.08)
  }

  /// Created = verified + void + lapsed + open; starts ≤ capacity; the months waited are the rows of waiting.
  @Test(arguments: [2.5, 4])
  func workIsConserved(_ capacity: Double) {
    var office = office(capacity: capacity, horizon: 120)
    office.scheme.responses[0].within = Months(2)
    office.scheme.responses[0].lapses = Months(5)
    let ledger = office.ledgers()[0]
    let leads = ledger.rows(.leads)
    #expect(leads.count == ledger.count(.reports))
    var starts = [Int](repeating: 0, count: 200)
    for lead in leads {
      let age = Int(lead.time(.age) ?? -1)
      #expect(age >= 0 && age <= 5)
      switch lead[.status].flatMap(ItemStatus.init) {
      case .void, .working: starts[Int(lead.month) + age] += 1
      case .lapsed: #expect(age == 5)
      case .open: #expect(Int(lead.month) + age == 120)
      default: Issue.record("no such status: \(lead[.status] ?? -1)")
      }
    }
    for month in 1...120 {
      let before = Int(capacity * Double(month - 1))
      #expect(starts[month] <= Int(capacity * Double(month)) - before)
    }
    let waited = leads.reduce(0) { $0 + Int($1.time(.age) ?? 0) }
    // A lapse comes before the count of its month, an item open at the end is counted there too.
    let open = leads.count { $0[.status] == ItemStatus.open.rawValue }
    #expect(waited == ledger.count(.waiting) - open)
  }

  /// Overload: the backlog grows by λ − c a month, and fractions of a capacity add up.
  @Test func overloadGrows() {
    let office = office(capacity: 2.5, horizon: 240)
    var growth = Evidence()
    let questions = [120, 240].map { Atom.count(.waiting, in: Window(first: $0, last: $0)) }
    office.forEachRun(400, questions) { growth.add(Double($0[0][1] - $0[0][0]), per: 120) }
    growth.expect(1, power: 0.06)
    // From month 121 on something always waits: every second month has three starts.
    let starts = office.ledgers()[0].rows(.leads).filter {
      $0[.status] == ItemStatus.void.rawValue
    }.map { Int($0.month) + Int($0.time(.age) ?? 0) }
    #expect(starts.count { $0 > 120 } == 300)
  }

  /// The capacity of the body and that of the response both bind.
  @Test(arguments: [(5.0, 3.0), (3, 5)])
  func bothCapacitiesBind(_ body: Double, _ response: Double) {
    var office = Office(seats: 200, horizon: 12)
    office.addOffences()
    office.addIndicator(yellow: 1, under: [0], .constant(2))
    office.addBody(capacity: body)
    office.addResponse(.yellow) { $0.capacity = Rate(response) }
    let months = office.ledgers()[0].months(.findings)
    #expect(months == (1...12).flatMap { Array(repeating: $0, count: 3) })
  }

  /// A lead takes up every later signal on it; one finding answers all of them.
  @Test func signalsMerge() {
    var office = Office(seats: 50, horizon: 4)
    office.addOffences()
    office.addIndicator(yellow: 1, under: [0], .constant(2))
    office.addResponse(.yellow) { $0.within = Months(3) }
    let ledger = office.ledgers()[0]
    #expect(ledger.months(.leads) == Array(repeating: 1, count: 50))
    #expect(ledger.months(.findings) == Array(repeating: 4, count: 50))
    // The alerts of months 1 to 4; that of the fourth comes before the result.
    let alerts = ledger.rows(.alerts).filter { $0[.genuine] == 1 }
    #expect(alerts.count == 200)
    #expect(alerts.allSatisfy { $0[.verified] == 1 })
  }

  /// Two risks named apart are two leads; an indicator that names both makes them one.
  @Test(arguments: [false, true])
  func leadsHoldWhatTheirSignalsName(_ isShared: Bool) {
    var office = Office(seats: 20, horizon: 2)
    office.addOffences()
    office.addOffences()
    for risk in 0..<2 {
      office.addIndicator(yellow: 1, under: isShared ? [0, 1] : [risk], .constant(2))
    }
    office.addResponse(.yellow) { $0.within = Months(10) }
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.leads) == (isShared ? 20 : 40))
  }

  /// A graver signal takes an unstarted lead over, to its own body and priority.
  @Test func graverSignalsTakeOver() {
    var office = Office(seats: 20, horizon: 2)
    office.addOffences()
    office.addBody(.supervisory, capacity: 0)
    office.addBody(.taskForce)
    office.addReview(every: 1, finds: 1) { $0.establishes = .lead }
    office.addIndicator(yellow: .infinity, under: [0], .constant(2)) {
      $0.yellow = Factor(1)
      $0.orange = Factor(1)
      $0.red = Factor(1)
      $0.every = Months(2)
    }
    office.addResponse(.lead) { $0.priority = Count(2) }
    office.addResponse(.red) {
      $0.priority = Count(4)
      $0.by = .kind(.taskForce)
    }
    let ledger = office.ledgers()[0]
    #expect(ledger.months(.waiting) == Array(repeating: 1, count: 20))
    #expect(ledger.months(.findings) == Array(repeating: 2, count: 20))
    #expect(ledger.rows(.findings).allSatisfy { $0[.body] == 1 })
    for lead in ledger.rows(.leads) {
      #expect(lead[.priority] == 4)
      #expect(lead[.source] == LeadSource.review.rawValue)
    }
  }

  /// A higher priority starts first.
  @Test func prioritiesOrderTheQueue() {
    var office = Office(seats: 30, horizon: 12)
    office.addOffences()
    office.addChannel(0.3) { $0.realName = Share(0.5) }
    office.addBody(capacity: 1)
    office.addResponse(.lead) { $0.priority = Count(2) }
    office.addResponse(.realName) { $0.priority = Count(3) }
    let ledger = office.ledgers()[0]
    for month in 1...12
    where ledger.count(
      .waiting,
      where: {
        $0.month == month && $0[.priority] == 3
      }) > 0
    {
      let started = ledger.rows(.leads).filter {
        $0[.status] == ItemStatus.verified.rawValue
          && Int($0.month) + Int(($0.time(.age) ?? 0).rounded(.down)) == month
      }
      #expect(started.allSatisfy { $0[.priority] == 3 })
    }
    #expect(ledger.count(.findings) > 8)
  }

  /// Audits that find every offence in month 1 and hand so many of them to another body.
  private func auditing(seats: Int, transfers: Double) -> Office {
    var office = Office(seats: seats, horizon: 4)
    office.addOffences()
    office.addBody(.audit)
    office.addBody(.supervisory)
    office.addReview(every: 1, finds: 1) {
      $0.by = .kind(.audit)
      $0.establishes = .lead
      $0.every = Months(100)
      $0.first = Months(1)
      $0.transfers = Share(transfers)
      $0.transferWithin = Months(2)
    }
    office.addResponse()
    return office
  }

  /// Leads of a review reach another body in part, after the time of the hand-over.
  @Test func transfersTakeTime() {
    let office = auditing(seats: 400, transfers: 0.8)
    office.evidence(200, .count(.transfers), per: .sum(.found, of: .reviews))
      .expect(0.8, power: 0.02)
    let ledger = office.ledgers()[0]
    #expect(ledger.months(.findings) == Array(repeating: 3, count: ledger.count(.transfers)))
    #expect(ledger.rows(.transfers).allSatisfy { $0[.body] == 0 && $0[.toBody] == 1 })
  }

  /// A lead under way to somebody who does not answer any more goes nowhere, and stops nothing.
  @Test func transfersMayComeToNobody() {
    var office = auditing(seats: 40, transfers: 1)
    office.addPolicy(from: 2) { $0.scheme.responses[0].isOn = false }
    let ledger = office.ledgers()[1]
    #expect(ledger.count(.transfers) == 40)
    #expect(ledger.count(.findings) == 0 && ledger.count(.leads) == 0)
  }

  /// Wrong findings: of clean seats visited, and of untrue leads; with none of an offence.
  @Test func wrongFindings() {
    var office = Office(seats: 400)
    office.addRisk()
    office.addReview(every: 12) { $0.wrongs = Share(0.05) }
    office.evidence(200, .count(.findings, where: .flag(.wrong)), per: .sum(.visits, of: .reviews))
      .expect(0.05, power: 0.03)
    #expect(
      office.ledgers()[0].rows(.findings).allSatisfy { $0[.wrong] == 1 && $0[.latency] == nil })
  }
}
