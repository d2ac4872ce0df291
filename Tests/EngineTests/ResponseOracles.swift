import Ledger
import Plan
import Quantities
import Testing

/// What comes of items: shelved, talked over, buried, unravelled, handed over, escalated (model.md G7).
struct ResponseOracles {
  /// Reports, true and untrue, in a queue that is too short for them.
  private func busy() -> Office {
    var office = Office(seats: 200, horizon: 60)
    office.addOffences(share: 0.3)
    office.addOffences(share: 0.3)
    office.addChannel(0.05) { $0.noise = PerPersonYear(0.5) }
    office.addBody(capacity: 8)
    office.addResponse(verifies: 0.5) {
      $0.within = Months(2)
      $0.lapses = Months(6)
      $0.wrongs = Share(0.02)
      $0.shelves = Share(0.2)
      $0.talks = Share(0.25)
      $0.buries = Share(0.1)
      $0.unravels.others = Share(0.5)
    }
    office.addForm(.first)
    return office
  }

  /// O23: created = verified + void + shelved + lapsed + buried + open, and each leaves what it should.
  @Test func workIsConserved() {
    let ledger = busy().ledgers()[0]
    func leads(_ status: ItemStatus) -> Int {
      ledger.count(.leads) { $0[.status] == status.rawValue }
    }
    let results: [ItemStatus] = [
      .verified, .void, .shelved, .lapsed, .buried, .open, .working,
    ]
    for status in results { #expect(leads(status) > 0, "\(status)") }
    #expect(results.reduce(0) { $0 + leads($1) } == ledger.count(.leads))
    // Every report that was not merged opened a lead, and so did what was brought to light.
    let unravelled = ledger.count(.leads) { $0[.source] == LeadSource.unravelled.rawValue }
    #expect(unravelled > 0)
    #expect(ledger.count(.leads) - unravelled <= ledger.count(.reports))
    #expect(ledger.count(.burials) == leads(.buried))
    #expect(ledger.count(.findings) == leads(.verified))
    #expect(ledger.count(.sanctions) { $0[.reminder] == 0 } == leads(.verified))
  }

  /// Of the unverified some are shelved; some subjects get a talk, shelved or not, which is no prior.
  @Test func theUnverifiedAreShelvedOrTalkedTo() {
    var office = Office(seats: 1000, horizon: 6)
    office.addRisk()
    office.addChannel { $0.noise = PerPersonYear(1) }
    office.addResponse {
      $0.shelves = Share(0.2)
      $0.talks = Share(0.25)
    }
    office.addForm(.fourth) { $0.remembers = Months(600) }
    let shelved = Condition.has(.status, ItemStatus.shelved)
    office.evidence(130, .count(.leads, where: shelved), per: .count(.leads))
      .expect(0.2, power: 0.05)
    office.evidence(100, .count(.sanctions), per: .count(.leads)).expect(0.25, power: 0.05)
    let ledger = office.ledgers()[0]
    #expect(
      ledger.rows(.sanctions).allSatisfy {
        $0[.form] == 0 && $0[.reminder] == 1 && $0[.prior] == 0 && $0[.stage] == nil
      })
    #expect(ledger.count(.cases) == 0)
    // Without a ladder there is no form 1 either.
    office.scheme.sanctions[0].isOn = false
    #expect(office.ledgers()[0].count(.sanctions) == 0)
  }

  /// A shelved alert has no result, a void one has; talks dispose of both. Answers at once are no different.
  @Test(arguments: [0.0, 1])
  func alertsTellWhatCameOfThem(_ within: Double) {
    var office = Office(seats: 300, horizon: 3)
    office.addOffences(share: 0.5)
    office.addIndicator(yellow: 1, under: [0], .constant(2)) { $0.every = Months(2) }
    office.addResponse(.yellow, verifies: 0.6) {
      $0.within = Months(within)
      $0.shelves = Share(0.3)
      $0.talks = Share(0.4)
    }
    office.addLadder {
      $0.sign = PerForm(0.5, 0.5, 0, 0)
      $0.withdraws = Share(0.5)
    }
    let ledger = office.ledgers()[0]
    let alerts = ledger.rows(.alerts)
    func count(_ claim: (Row) -> Bool) -> Int { alerts.count(where: claim) }
    let verified = count { $0[.verified] == 1 }
    let shelved = ledger.count(.leads) { $0[.status] == ItemStatus.shelved.rawValue }
    #expect(verified == ledger.count(.findings) && verified > 50 && shelved > 10)
    #expect(count { $0[.answered] == 0 } == shelved)
    #expect(count { $0[.void] == 1 } == alerts.count - verified - shelved)
    #expect(count { $0[.filed] == 1 } == ledger.count(.cases))
    #expect(count { $0[.filed] == 1 && $0[.verified] == 0 } == 0)
    // Withdrawn cases leave their subject without a form.
    #expect(count { $0[.disposed] == 1 } == ledger.count(.sanctions))
    #expect(
      count { $0[.disposed] == 1 && $0[.verified] == 0 }
        == ledger.count(.sanctions) { $0[.reminder] == 1 })
  }

  /// Of the verified a share is buried: no finding, no form; half of these offences stop.
  @Test func unitsBury() {
    var office = Office(seats: 1000, horizon: 1)
    office.addOffences()
    office.addChannel(0.5)
    office.addResponse {
      $0.by = .unit
      $0.buries = Share(0.4)
    }
    office.addForm(.first)
    let buried = Condition.has(.status, ItemStatus.buried)
    office.evidence(100, .count(.leads, where: buried), per: .count(.leads))
      .expect(0.4, power: 0.03)
    office.evidence(
      200, .count(.offences, where: .has(.reason, EndReason.desisted)), per: .count(.burials)
    ).expect(0.5, power: 0.03)
    let ledger = office.ledgers()[0]
    #expect(ledger.rows(.burials).allSatisfy { $0[.body] == Int(BodyCode.unit) })
    #expect(ledger.count(.burials) + ledger.count(.findings) == ledger.count(.leads))
    #expect(ledger.count(.sanctions) == ledger.count(.findings))
    let found = ledger.count(.offences) { $0[.verified] == 1 }
    #expect(found == ledger.count(.findings))
  }

  /// A verified item brings the person's other offences to light, for the next month's work and a response of
  /// its own.
  @Test(arguments: [false, true])
  func itemsUnravel(_ hasOwn: Bool) {
    var office = Office(seats: 500, horizon: 2)
    office.addOffences()
    office.addOffences()
    office.addOffences()
    office.addIndicator(yellow: 1, under: [0], .constant(2))
    office.addResponse(.yellow) { $0.unravels.others = Share(0.5) }
    office.addResponse(verifies: hasOwn ? 0 : 1) { $0.priority = Count(2) }
    if hasOwn { office.addResponse(.unravelled) { $0.priority = Count(7) } }
    let source = Condition.has(.source, LeadSource.unravelled)
    office.evidence(100, .count(.leads, where: source), per: .count(.seats), 0.5)
      .expect(1, power: 0.02)
    let ledger = office.ledgers()[0]
    let leads = ledger.rows(.leads).filter { $0[.source] == LeadSource.unravelled.rawValue }
    #expect(leads.allSatisfy { $0.month == 1 && $0[.priority] == (hasOwn ? 7 : 2) })
    #expect(leads.allSatisfy { $0.time(.age) == 1 })
    let findings = ledger.rows(.findings).filter { $0[.source] == LeadSource.unravelled.rawValue }
    #expect(findings.count == leads.count && findings.allSatisfy { $0.month == 2 })
  }

  /// What a review finds at once brings to light what a lead would; a wrong finding brings nothing.
  @Test func findingsUnravel() {
    var office = Office(seats: 100, horizon: 2)
    office.addOffences()
    office.addOffences { $0.stageDetect = PerStage(sign: 0) }
    office.addCertainReview()
    office.addResponse { $0.unravels.others = Share(1) }
    #expect(office.ledgers()[0].count(.leads) == 100)
    office.scheme.risks[0].initial = Share(0)
    office.addChannel { $0.noise = PerPersonYear(4) }
    office.scheme.responses[0].wrongs = Share(1)
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.findings) { $0[.wrong] == 1 } > 20)
    #expect(ledger.count(.leads) { $0[.source] == LeadSource.unravelled.rawValue } == 0)
  }

  /// What one body hands over to another is answered as a transfer, where that has a response of its own.
  @Test(arguments: [false, true])
  func transfersHaveTheirResponse(_ hasOwn: Bool) {
    var office = Office(seats: 50, horizon: 3)
    office.addOffences()
    office.addBody(.audit)
    office.addBody(.supervisory)
    office.addBody(.procuratorate)
    office.addReview(every: 100, finds: 1) {
      $0.by = .body(0)
      $0.first = Months(1)
      $0.establishes = .lead
      $0.transferWithin = Months(1)
    }
    office.addResponse { $0.by = .body(1) }
    if hasOwn { office.addResponse(.transfer) { $0.by = .body(2) } }
    let ledger = office.ledgers()[0]
    let there = hasOwn ? 2 : 1
    #expect(ledger.count(.transfers) == 50)
    #expect(ledger.rows(.transfers).allSatisfy { $0[.body] == 0 && $0[.toBody] == there })
    #expect(ledger.rows(.findings).allSatisfy { $0[.body] == there && $0.month == 2 })
    // The body's own leads are none.
    office.scheme.responses[0].by = .body(0)
    let own = office.ledgers()[0]
    #expect(own.count(.transfers) == 0 && own.count(.findings) == 50)
    #expect(own.rows(.findings).allSatisfy { $0[.body] == 0 && $0.month == 1 })
  }

  /// An unstarted alert that is older than its time goes to the next colour, to its body and priority.
  @Test func overdueAlertsEscalate() {
    var office = Office(seats: 40, horizon: 8)
    office.addOffences()
    office.addIndicator(yellow: 1, under: [0], .constant(2)) {
      $0.every = Months(2)
      $0.quiet = Months(100)
    }
    office.addBody(.unitBody, capacity: 0)
    office.addBody(.resident, capacity: 0)
    office.addBody(.taskForce)
    for (cause, within) in [(ResponseCause.yellow, 1.0), (.orange, 3.5), (.red, 1)] {
      office.addResponse(cause) {
        $0.by = .body(cause.rawValue)
        $0.within = Months(within)
        $0.priority = Count(Double(cause.rawValue))
        $0.escalatesOverdue = true
      }
    }
    let ledger = office.ledgers()[0]
    // Raised in month 2; older than a month in 4, than 3.5 months in 6; done a month later.
    let transfers = ledger.rows(.transfers)
    #expect(transfers.count == 80)
    for row in transfers {
      #expect(row.month == (row[.body] == 0 ? 4 : 6) && row[.toBody] == (row[.body] ?? 9) + 1)
    }
    #expect(ledger.rows(.findings).allSatisfy { $0.month == 7 && $0[.body] == 2 })
    #expect(ledger.count(.findings) == 40)
    #expect(ledger.rows(.leads).allSatisfy { $0[.priority] == 2 && $0[.overdue] == 1 })
    office.scheme.responses[1].escalatesOverdue = false
    #expect(office.ledgers()[0].count(.findings) == 0)
  }

  /// O29: without capacity nothing is verified and nobody is sanctioned, whatever goes on.
  @Test func capacityBindsAll() {
    var office = Office(seats: 200, horizon: 24)
    office.addRisk(0.02)
    office.addChannel(0.2)
    office.addBody(capacity: 0)
    office.addResponse()
    office.addLadder()
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.offences) > 50 && ledger.count(.leads) > 20)
    #expect(ledger.count(.cases) == 0 && ledger.count(.sanctions) == 0)
  }

  /// Work is paid by whoever does it, once for each item.
  @Test(arguments: [0.0, 1])
  func itemsCost(_ within: Double) {
    var office = Office(seats: 300, horizon: 3)
    office.addOffences(share: 0.5)
    office.addBody(.supervisory)
    office.addBody(.resident)
    office.addIndicator(yellow: 1.5, under: [0], .constant(2))
    office.addChannel(0.2) {
      $0.by = .body(1)
      $0.cost = Price(3)
    }
    for cause in [ResponseCause.yellow, .lead] {
      office.addResponse(cause, verifies: 0.5) {
        $0.by = cause == .yellow ? .unit : .body(0)
        $0.within = Months(within)
        $0.cost = Price(cause == .yellow ? 5 : 7)
      }
    }
    let ledger = office.ledgers()[0]
    func paid(_ body: Int, _ activity: Activity) -> Int {
      ledger.rows(.costs).reduce(0) {
        $0
          + ($1[.body] == body && $1[.activity] == activity.rawValue
            ? ($1[.amount] ?? 0) * Int($1.times) : 0)
      }
    }
    func begun(_ body: Int) -> Int {
      ledger.count(.leads) { $0[.body] == body && $0[.status] != ItemStatus.open.rawValue }
    }
    let unit = Int(BodyCode.unit)
    #expect(begun(0) > 10 && begun(unit) > 50)
    #expect(paid(unit, .response) == 500 * begun(unit))
    #expect(paid(0, .response) == 700 * begun(0))
    #expect(paid(1, .reporting) == 300 * ledger.count(.reports))
    // Whether anybody asks for leads makes no difference.
    let amount = Atom.sum(.amount, of: .costs)
    office.forEachRun(1, [amount]) { #expect($0[0][0] == ledger.sum(.amount, of: .costs)) }
  }
}
