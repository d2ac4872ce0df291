import Ledger
import Plan
import Quantities
import Testing

/// O30 and the rules of the ladder: forms, records, decisions, cases, recovery, cost.
struct SanctionOracles {
  /// Everybody did something, in these shares of signs, violations and crimes, and is found in month 1.
  private func office(_ signs: Double, _ violations: Double) -> Office {
    var office = Office(seats: 1000, horizon: 1)
    office.addOffences {
      $0.severity.sign = Share(signs)
      $0.severity.violation = Share(violations)
      $0.severity.crime = Share(1 - signs - violations)
    }
    office.addCertainReview()
    return office
  }

  /// O30: (.605, .35, .045) gives .697, .236, .032, .035; cases are the forms from 2 on.
  @Test func formsFollowTheLadder() {
    var office = office(0.605, 0.35)
    office.addLadder()
    let expected = [
      0.605 * 0.95 + 0.35 * 0.35, 0.605 * 0.05 + 0.35 * 0.58 + 0.045 * 0.05,
      0.35 * 0.06 + 0.045 * 0.25, 0.35 * 0.01 + 0.045 * 0.70,
    ]
    for (share, published) in zip(expected, [0.697, 0.236, 0.032, 0.035]) {
      #expect(abs(share - published) < 6e-4)
    }
    var shares = [Evidence](repeating: Evidence(), count: 4)
    office.forEachRun(300) { ledgers in
      let forms = ledgers[0].forms
      for form in 0..<4 { shares[form].add(forms[form], per: 1000) }
      #expect(forms.reduce(0, +) == 1000)
      #expect(ledgers[0].count(.cases) == 1000 - forms[0])
      #expect(ledgers[0].count(.prosecutions) == forms[3])
    }
    for form in 0..<4 { shares[form].expect(expected[form], power: 0.06) }
  }

  /// O30: of the cases .994 are punished; who gets form 1 never had a case.
  @Test func someCasesAreWithdrawn() {
    var office = office(0, 0)
    office.addLadder {
      $0.withdraws = Share(0.006)
      $0.recovers = Share(1)
    }
    let punished = Condition.compares(.form, .greaterOrEqual, 1)
    office.evidence(300, .count(.sanctions, where: punished), per: .count(.cases))
      .expect(0.994, power: 0.001)
    office.evidence(300, .count(.cases, where: .flag(.withdrawn)), per: .count(.cases))
      .expect(0.006, power: 0.2)
  }

  /// The form hangs on the offence alone: later decisions and other consequences change none of it.
  @Test func formsAreThoseOfTheOffence() {
    var office = office(0.5, 0.3)
    office.horizon = 12
    office.addLadder()
    office.addPolicy {
      $0.scheme.sanctions[0].decides = PerForm(1, 2, 3, 4)
      $0.scheme.sanctions[0].recovers = Share(0.5)
    }
    let ledgers = office.ledgers()
    #expect(ledgers[0].forms == ledgers[1].forms)
    for (form, delay) in zip(Form.allCases, [1, 2, 3, 4]) {
      let rows = ledgers[1].rows(.sanctions).filter { $0[.form] == form.rawValue }
      #expect(!rows.isEmpty)
      #expect(rows.allSatisfy { $0.month == 1 + delay && $0.time(.delay) == Double(delay) })
    }
    // A case is dated at the verification, whenever it is decided.
    #expect(ledgers[1].rows(.cases).allSatisfy { $0.month == 1 })
  }

  /// A case that is not decided by the horizon stands, but nobody was sanctioned yet.
  @Test func casesMayBeOpenAtTheHorizon() {
    var office = office(0, 0)
    office.horizon = 3
    office.addLadder {
      $0.decides = PerForm(0, 2, 3, 3)
      $0.withdraws = Share(1)
    }
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.cases) == 1000 && ledger.count(.sanctions) == 0)
    // Withdrawn is what was withdrawn by then.
    let second = ledger.count(.cases) { $0[.form] == 1 }
    #expect(ledger.count(.cases) { $0[.withdrawn] == 1 } == second)
  }

  /// Each prior moves 30 % of every form's mass one form up, two priors at most.
  @Test func recordsWeigh() {
    var office = Office(seats: 300, horizon: 6)
    office.addRisk(5) {
      $0.severity.sign = Share(0)
      $0.severity.violation = Share(1)
    }
    office.addCertainReview()
    office.addLadder {
      $0.remembers = Months(60)
      $0.shifts = Share(0.3)
    }
    var shares = [Evidence](repeating: Evidence(), count: 16)
    office.forEachRun(200) { ledgers in
      let rows = ledgers[0].rows(.sanctions)
      for prior in 0..<4 {
        let own = rows.filter { $0[.prior] == prior }
        for form in 0..<4 {
          shares[prior * 4 + form].add(own.count { $0[.form] == form }, per: own.count)
        }
      }
    }
    var masses = [0.35, 0.58, 0.06, 0.01]
    for prior in 0..<4 {
      for form in 0..<4 {
        shares[prior * 4 + form].expect(masses[form], power: form == 3 ? 0.3 : 0.08)
      }
      // From the second prior on nothing changes any more.
      guard prior < 2 else { continue }
      masses = [
        masses[0] * 0.7, masses[1] * 0.7 + masses[0] * 0.3, masses[2] * 0.7 + masses[1] * 0.3,
        masses[3] + masses[2] * 0.3,
      ]
    }
  }

  /// A record counts for as long as it is remembered, and not in the month of its decision.
  @Test(arguments: [(0.0, 0), (11.5, 0), (12, 1), (24, 2), (600, 3)])
  func recordsFade(_ remembers: Double, _ known: Int) {
    var office = Office(seats: 40, horizon: 48)
    office.addRisk(20)
    office.addCertainReview(every: 12)
    office.addForm(.second) { $0.remembers = Months(remembers) }
    let rows = office.ledgers()[0].rows(.sanctions)
    #expect(rows.count == 160)
    for row in rows { #expect(row[.prior] == min(known, Int(row.month) / 12 - 1)) }
  }

  /// After a move to another post a share of the records is known, by the file of the post that is left.
  @Test(arguments: [(FileLevel.none, 0.3), (.standard, 0.7), (.dynamic, 1)])
  func filesTell(_ file: FileLevel, _ known: Double) {
    var office = Office(seats: 300, horizon: 12)
    office.scheme.posts[0].exchangeGroup = "group"
    office.addPost(seats: 300) { $0.exchangeGroup = "group" }
    for post in 0..<2 { office.scheme.posts[post].file = file }
    office.addOffences()
    office.addRisk(1)
    for (risk, every) in [6.0, 12].enumerated() {
      office.addIndicator(yellow: 1, under: [risk], .constant(2)) { $0.every = Months(every) }
    }
    office.addResponse(.yellow)
    office.scheme.officials.tenure = .constant(0)
    office.addRotation(every: 9, .exchange)
    office.addForm(.second) {
      $0.remembers = Months(600)
      $0.known.none = Share(0.3)
      $0.known.standard = Share(0.7)
      $0.known.dynamic = Share(1)
    }
    // About half of the movers stay in their post, where everything is known.
    let second = Condition.compares(.month, .greater, 6)
    office.evidence(
      100, .sum(.prior, of: .sanctions, where: second), per: .count(.sanctions, where: second)
    ).expect(1 - 300.0 / 599 * (1 - known), power: 0.02)
  }

  /// The body that sanctions acts on a share of the findings; the rest ends without a form.
  @Test func bodiesAct() {
    var office = office(0, 1)
    office.addBody()
    office.scheme.bodies[0].acts = Share(0.8)
    office.addBody(.audit)
    office.addLadder()
    office.evidence(300, .count(.sanctions), per: .count(.findings)).expect(0.8, power: 0.01)
    office.scheme.sanctions[0].by = .body(1)
    #expect(office.ledgers()[0].count(.sanctions) == 1000)
  }

  /// Every form has its cost, paid by the body that sanctions.
  @Test func sanctionsCost() {
    var office = office(0.3, 0.3)
    office.addBody(.audit)
    office.addLadder {
      $0.by = .body(0)
      $0.cost = PerForm(1, 10, 100, 1000)
    }
    let ledger = office.ledgers()[0]
    let forms = ledger.forms
    let costs = ledger.rows(.costs)
    #expect(costs.allSatisfy { $0[.activity] == Activity.sanction.rawValue && $0[.body] == 0 })
    let spent = zip(forms, [1, 10, 100, 1000]).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(ledger.sum(.amount, of: .costs) == 100 * spent)
  }

  /// Desks with offences that cost something, of which somebody hears.
  private func costly(warmUp: Int) -> Office {
    var office = Office(desks: 200, horizon: 60, warmUp: warmUp)
    office.addRisk(0.02) {
      $0.loss = .lognormal(mu: 3, sigma: 1)
      $0.evidenceLasts = Months(36)
      $0.lasts = Months(24)
    }
    office.addChannel(0.1)
    office.addResponse { $0.within = Months(2) }
    office.addLadder {
      $0.sign = PerForm(0, 0.8, 0.2, 0)
      $0.decides = PerForm(0, 3, 6, 6)
      $0.recovers = Share(0.3)
    }
    return office
  }

  /// Recovery is a share of what was lost by the verification: of no offence more than that.
  @Test func lossesAreRecovered() {
    let ledger = costly(warmUp: 0).ledgers()[0]
    let cases = ledger.rows(.cases)
    let recoveries = ledger.rows(.recoveries)
    #expect(cases.count > 100)
    for row in cases {
      let month = Int(row.month) + (row[.form] == 1 ? 3 : 6)
      let amount = Money(hundredths: Int64(row[.amount] ?? -1)) * 0.3
      #expect(
        month > 60 || amount.hundredths == 0
          || recoveries.contains {
            Int($0.month) == month && $0.post == row.post && $0[.amount] == Int(amount.hundredths)
          })
    }
    let lost = ledger.rows(.offences).filter { $0[.verified] == 1 }
    #expect(ledger.sum(.amount, of: .cases) == lost.reduce(0) { $0 + ($1[.loss] ?? 0) })
    #expect(
      Double(ledger.sum(.amount, of: .recoveries)) < 0.3 * Double(ledger.sum(.amount, of: .cases)))
  }

  /// What was lost before the first month is recovered too.
  @Test func earlierLossesAreRecovered() {
    let office = costly(warmUp: 60)
    let recoveries = office.ledgers()[0].rows(.recoveries)
    #expect(recoveries.count { $0.month <= 3 } > 2)
    // Whether anybody asks for losses, too, makes no difference.
    var sums: [[Int]] = []
    let amount = Atom.sum(.amount, of: .recoveries)
    office.forEachRun(1, [amount]) { sums.append([$0[0][0]]) }
    office.forEachRun(1, [amount, .sum(.loss, of: .offences)]) { sums.append([$0[0][0]]) }
    #expect(sums[0] == sums[1])
    #expect(sums[0] == [recoveries.reduce(0) { $0 + ($1[.amount] ?? 0) }])
  }

  /// Who did nothing is sanctioned as one seems to deserve, and nothing is recovered.
  @Test func wrongFindingsAreSanctioned() {
    var office = Office(seats: 1000, horizon: 24)
    office.addRisk { $0.loss = .constant(100) }
    office.addReview(every: 1) { $0.wrongs = Share(0.05) }
    office.addLadder { $0.recovers = Share(1) }
    for (stage, share) in zip(Stage.allCases, [0.7, 0.25, 0.05]) {
      office.evidence(
        150, .count(.sanctions, where: .has(.stage, stage)), per: .count(.sanctions)
      ).expect(share, power: 0.06)
    }
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.sanctions) == ledger.count(.findings))
    #expect(ledger.count(.recoveries) == 0)
    #expect(ledger.rows(.cases).allSatisfy { $0[.amount] == 0 && $0[.risk] == 0 })
  }

  /// Reminders are so many per occupied seat and year, of form 1, each with its cost.
  @Test func remindersAreDaily() {
    var office = Office(seats: 500, horizon: 24)
    office.addUnit()
    office.addPost(seats: 100)
    office.addForm(.fourth) {
      $0.reminders = PerPersonYear(0.2)
      $0.cost = PerForm(7, 0, 0, 0)
    }
    office.evidence(300, .count(.sanctions), per: .count(.seats), 1.0 / 12)
      .expect(0.2, power: 0.02)
    let ledger = office.ledgers()[0]
    #expect(ledger.rows(.sanctions).allSatisfy { $0[.form] == 0 && $0[.reminder] == 1 })
    #expect(ledger.rows(.sanctions).allSatisfy { $0[.stage] == nil && $0[.prior] == nil })
    #expect(ledger.sum(.amount, of: .costs) == 700 * ledger.count(.sanctions))
    #expect(Set(ledger.rows(.sanctions).map(\.post)) == [0, 1])
  }
}
