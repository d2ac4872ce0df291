import Ledger
import Plan
import Quantities
import Testing

/// O28, O29: money for a year, joint work, bodies that do not reach everybody.
struct BudgetOracles {
  /// Everybody is active and alerted every month; one body answers at 10 an item, started in order.
  private func office(
    seats: Int = 400, horizon: Int = 36, _ cause: ResponseCause = .yellow, budget: Double
  ) -> Office {
    var office = Office(seats: seats, horizon: horizon)
    office.addOffences()
    office.addIndicator(yellow: 1, under: [0], .constant(Double(1 + cause.rawValue))) {
      $0.clean = .constant(0)
      $0.orange = Factor(2)
      $0.red = Factor(3)
    }
    office.addBody()
    office.scheme.bodies[0].budget = PriceRate(budget / 12)
    office.addResponse(cause) {
      $0.cost = Price(10)
      $0.priority = Count(Double(cause.rawValue))
    }
    return office
  }

  /// A budget of 255 at 10 an item starts 25 items every January, and none besides; what waits is told once.
  @Test func moneyStartsWork() {
    let ledger = office(budget: 255).ledgers()[0]
    let months = [1, 13, 25].flatMap { Array(repeating: $0, count: 25) }
    #expect(ledger.months(.findings) == months)
    let costs = ledger.rows(.costs)
    #expect(costs.reduce(0) { $0 + ($1[.amount] ?? 0) } == 75 * 1000)
    #expect(costs.reduce(0) { $0 + ($1[.unpaid] ?? 0) } == 375 * 1000)
    #expect(ledger.rows(.leads).allSatisfy { $0.month == 1 })
  }

  /// What is red is paid anyway, and nothing is left for the rest of the year.
  @Test func redOverdraws() {
    #expect(office(.red, budget: 255).ledgers()[0].months(.findings).allSatisfy { $0 == 1 })
    var mixed = office(seats: 20, horizon: 24, .red, budget: 100)
    mixed.addUnit()
    mixed.addPost(seats: 30)
    mixed.addOffences { $0.at = Selection(posts: [1]) }
    mixed.scheme.risks[0].at = Selection(posts: [0])
    mixed.addIndicator(yellow: 1, under: [1], .constant(2)) { $0.on = Selection(posts: [1]) }
    mixed.scheme.indicators[0].on = Selection(posts: [0])
    mixed.addResponse(.yellow) {
      $0.cost = Price(10)
      $0.priority = Count(0)
    }
    let ledger = mixed.ledgers()[0]
    #expect(ledger.count(.findings) { $0.post == 0 && $0.month == 1 } == 20)
    #expect(
      ledger.rows(.findings).filter { $0.post == 1 }.map(\.month) == Array(repeating: 13, count: 10)
    )
  }

  /// O23 with a budget: created = answered + open; the months waited are the rows of waiting (Little), and the items of
  /// a year cost no more than there is, in the years before the first, too.
  @Test func littleHoldsWithBudgets() {
    var office = Office(seats: 100, horizon: 240)
    office.addBody()
    office.scheme.bodies[0].budget = PriceRate(30)
    office.addChannel { $0.noise = PerPersonYear(0.42) }
    office.addResponse { $0.cost = Price(10) }
    let ledger = office.ledgers()[0]
    var starts = [Int](repeating: 0, count: 21)
    var waited = 0
    for lead in ledger.rows(.leads) {
      let age = Int(lead.time(.age) ?? -1)
      if lead[.status] == ItemStatus.void.rawValue { starts[(Int(lead.month) + age - 1) / 12] += 1 }
      waited += age + (lead[.status] == ItemStatus.open.rawValue ? 1 : 0)
    }
    #expect(ledger.count(.leads) == ledger.count(.reports))
    #expect(ledger.count(.waiting) == waited)
    #expect(starts.allSatisfy { $0 <= 36 })
    // What the years before the first have spent and left waiting shows in the first.
    office.warmUp = 42
    for year in 0..<20 {
      let paid = office.ledgers()[0].rows(.costs).filter { (Int($0.month) - 1) / 12 == year }
        .reduce(0) { $0 + ($1[.amount] ?? 0) }
      #expect(paid == 36 * 1000)
    }
  }

  /// A review costs 100 a unit: 250 a year pay two of twelve; the others are rows of their own and find nothing.
  @Test func reviewsAreSkipped() {
    var office = Office(seats: 50, horizon: 24)
    office.addOffences()
    office.addBody()
    office.scheme.bodies[0].budget = PriceRate(250.0 / 12)
    office.addReview(every: 1, finds: 0.1) { $0.cost = Price(100) }
    let ledger = office.ledgers()[0]
    let held = ledger.rows(.reviews).filter { $0[.skipped] == 0 }
    #expect(held.map(\.month).sorted() == [1, 2, 13, 14])
    #expect(ledger.count(.reviews) == 24)
    #expect(ledger.rows(.findings).allSatisfy { [1, 2, 13, 14].contains($0.month) })
    #expect(ledger.rows(.costs).reduce(0) { $0 + ($1[.unpaid] ?? 0) } == 20 * 100 * 100)
    #expect(ledger.rows(.costs).reduce(0) { $0 + ($1[.amount] ?? 0) } == 4 * 100 * 100)
  }

  /// O29: items of several bodies take one of the capacity of each; with a partner that can do nothing, nothing is ever
  /// verified, while offences go on.
  @Test(arguments: [2.0, 0]) func jointWorkTakesFromAll(_ capacity: Double) {
    var office = Office(seats: 200, horizon: 12)
    office.addOffences()
    office.addIndicator(yellow: 1, under: [0], .constant(2))
    office.addBody(capacity: 5)
    office.addBody(.audit, capacity: capacity)
    office.addResponse(.yellow) { $0.joint = [1] }
    let ledger = office.ledgers()[0]
    let count = Int(capacity)
    #expect(ledger.months(.findings) == (1...12).flatMap { Array(repeating: $0, count: count) })
    #expect(ledger.count(.offences) == 200)
    // The partner's own work has what is left, the graver first.
    office.addRisk { $0.initial = Share(1) }
    office.addIndicator(yellow: 1, under: [1], .constant(2)) { $0.orange = Factor(1.5) }
    office.addResponse(.orange) {
      $0.by = .body(1)
      $0.priority = Count(4)
    }
    let other = office.ledgers()[0]
    #expect(other.count(.findings) { $0[.body] == 1 } == 12 * count)
    #expect(other.count(.findings) { $0[.body] == 0 } == 0)
  }

  /// O28: ν = ½ with a gain of 1.6 is .670.
  @Test func othersHelpToVerify() {
    var office = Office(seats: 400, horizon: 1)
    office.addOffences()
    office.addIndicator(yellow: 1, under: [0], .constant(2))
    office.addBody()
    office.addBody(.audit)
    office.addResponse(.yellow, verifies: 0.5) {
      $0.joint = [1]
      $0.jointGain = Factor(1.6)
    }
    office.evidence(60, .count(.findings), per: .count(.alerts)).expect(
      1 - power(0.5, 1.6), power: 0.04)
    #expect(abs(1 - power(0.5, 1.6) - 0.670) < 5e-4)
    // One that is out gains nothing.
    office.scheme.bodies[1].isOn = false
    office.evidence(60, .count(.findings), per: .count(.alerts)).expect(0.5, power: 0.05)
  }

  /// A body that reaches a share of the seats visits no other and answers for no other; the body above it does, or the
  /// supervisory body.
  @Test(arguments: [false, true]) func bodiesReachAShare(hasAbove: Bool) {
    var office = Office(seats: 400, horizon: 2)
    office.addOffences()
    office.addIndicator(yellow: 1, under: [0], .constant(2)) { $0.every = Months(2) }
    office.addBody(.resident)
    office.addBody(.supervisory)
    office.addBody(.supervisory)
    office.scheme.bodies[0].covers = Share(0.3)
    if hasAbove { office.scheme.bodies[0].above = 2 }
    office.addReview(every: 1, finds: 1) {
      $0.by = .body(0)
      $0.first = Months(1)
      $0.every = Months(12)
    }
    office.addResponse(.yellow) { $0.by = .body(0) }
    office.evidence(40, .sum(.visits, of: .reviews), per: .count(.seats), 0.5).expect(
      0.3, power: 0.06)
    let ledger = office.ledgers()[0]
    let visits = ledger.rows(.reviews).first?[.visits] ?? 0
    #expect(ledger.count(.findings) { $0.month == 1 && $0[.body] == 0 } == visits)
    #expect(
      ledger.count(.findings) { $0.month == 2 && $0[.body] == (hasAbove ? 2 : 1) } == 400 - visits)
  }

  /// A body answers for the units of its scope; for the others the body above it does, as far as its own scope goes, or
  /// the supervisory body.
  @Test func bodiesAnswerForTheirScope() {
    var office = Office(seats: 20, horizon: 1)
    office.addOffences()
    office.addIndicator(yellow: 1, under: [0], .constant(2))
    office.addBody(.resident)
    office.addBody(.supervisory)
    office.addBody(.leading)
    office.addResponse(.yellow) { $0.by = .body(0) }
    func answers(_ body: Int) -> Bool {
      office.ledgers()[0].count(.findings) { $0[.body] == body } == 20
    }
    #expect(answers(0))
    office.scheme.bodies[0].scope = []
    #expect(answers(1))
    office.scheme.bodies[0].above = 2
    #expect(answers(2))
    office.scheme.bodies[2].scope = []
    #expect(answers(1))
    // Who is above a body answers for its units, too.
    office.scheme.bodies[1].scope = [0]
    office.scheme.bodies[1].above = 2
    #expect(answers(2))
  }

  /// Who reviews from above is the body above the supervisory one, or that one where there is none.
  @Test func aboveIsABody() {
    var office = Office(seats: 10, horizon: 1)
    office.addOffences()
    office.addBody()
    office.addBody(.leading)
    office.addReview(every: 1, finds: 1) { $0.by = .above }
    #expect(office.ledgers()[0].count(.findings) { $0[.body] == 0 } == 10)
    office.scheme.bodies[0].above = 1
    #expect(office.ledgers()[0].count(.findings) { $0[.body] == 1 } == 10)
    // Where none is above it, or there is none, it is the supervisory body of the organisation above.
    office.addBody()
    office.scheme.bodies[2].scope = []
    office.scheme.bodies[2].organizations = [1]
    office.scheme.organizations.append(OrganizationTerms())
    #expect(office.ledgers()[0].count(.findings) { $0[.body] == 1 } == 10)
    for own in [true, false] {
      office.scheme.bodies[0].above = nil
      office.scheme.bodies[0].isOn = own
      office.scheme.organizations[0].above = nil
      #expect(office.ledgers()[0].count(.findings) { $0[.body] == (own ? 0 : -2) } == 10)
      office.scheme.organizations[0].above = 1
      #expect(office.ledgers()[0].count(.findings) { $0[.body] == 2 } == 10)
    }
  }
}
