import Ledger
import Plan
import Quantities
import Testing

/// Who else is sanctioned, and who learns from it: where the ladder meets controls and deterrence.
struct ConsequenceMeanings {
  /// Everybody acts with one of his colleagues, and is found in month 12.
  private func office() -> Office {
    var office = Office(seats: 400, horizon: 12)
    office.addPost(seats: 4000)
    office.addRisk(3) {
      $0.at = Selection(posts: [0])
      $0.loss = .constant(100)
    }
    office.addControl {
      $0.at = Selection(posts: [0])
      $0.colludes = Share(0.9)
      $0.colludesBy = Selection(posts: [1])
      $0.evades = Share(0)
    }
    office.addIndicator(yellow: 1, under: [0], .constant(2)) {
      $0.on = Selection(posts: [0])
      $0.every = Months(12)
    }
    office.addResponse(.yellow)
    return office
  }

  /// Of the accomplices a share is found, whom the forms of the offence await where they sit.
  @Test func accomplicesAreFound() {
    var office = office()
    office.addForm(.second)
    office.scheme.responses[0].unravels.accomplices = Share(0.8)
    let found = Atom.count(.sanctions, where: .isOneOf(.post, [1]))
    office.evidence(100, found, per: .count(.findings, where: .flag(.verified)))
      .expect(0.8, power: 0.02)
    let ledger = office.ledgers()[0]
    let findings = ledger.count(.findings)
    // Each finding is one, however many take part; each gets a case.
    #expect(findings > 300)
    #expect(ledger.count(.sanctions) { $0.post == 0 } == findings)
    #expect(ledger.count(.cases) == ledger.count(.sanctions))
    office.scheme.responses[0].unravels.accomplices = Share(0)
    #expect(office.ledgers()[0].count(.sanctions) == findings)
  }

  /// The money of an offence hangs on one case, and is recovered once: from the subject, or an accomplice.
  @Test(arguments: [1, 0.5])
  func lossesAreRecoveredOnce(_ cases: Double) {
    var office = office()
    office.scheme.responses[0].unravels.accomplices = Share(1)
    office.addLadder {
      $0.sign = PerForm(1 - cases, cases, 0, 0)
      $0.recovers = Share(1)
    }
    let ledger = office.ledgers()[0]
    var lost = 0
    for row in ledger.rows(.offences) where row[.verified] == 1 { lost += row[.loss] ?? 0 }
    let recovered = ledger.sum(.amount, of: .recoveries)
    #expect(recovered == ledger.sum(.amount, of: .cases))
    if cases == 1 {
      #expect(recovered == lost)
      #expect(ledger.count(.recoveries) { $0.post == 1 } == 0)
    } else {
      // Where neither gets more than a talk nothing comes back.
      #expect(recovered > lost * 7 / 10 && recovered < lost * 8 / 10)
      #expect(ledger.count(.recoveries) { $0.post == 1 } > 50)
    }
    #expect(ledger.count(.recoveries) <= ledger.count(.findings))
  }

  /// Accomplices who sit elsewhere by now are removed where they sit.
  @Test func accomplicesAreRemoved() {
    var office = office()
    office.scheme.officials.tenure = .constant(0)
    office.addRotation(every: 13, .exchange)
    office.horizon = 20
    office.scheme.responses[0].unravels.accomplices = Share(1)
    office.addForm(.third) {
      $0.decides = PerForm(0, 0, 6, 0)
      $0.removes = PerForm(0, 0, 1, 0)
    }
    let ledger = office.ledgers()[0]
    let removed = ledger.rows(.moves).filter { $0[.why] == MoveReason.removal.rawValue }
    #expect(removed.count { $0.post == 0 } == ledger.count(.findings))
    // One accomplice may serve several: he is removed once.
    let accomplices = removed.count { $0.post == 1 }
    #expect(accomplices <= ledger.count(.findings) && accomplices > 300)
  }

  /// What a sanction does to the perceived risk of others: p̂ = (k·p₀ + w)/(k + w), D = ((p̂ + m₀)/(p₀ + m₀))^−ε.
  @Test(arguments: [Form.first, .second])
  func sanctionsAreFelt(_ form: Form) {
    // Who is found sits in post 0; colleagues in post 1; others of the organisation in post 2.
    var office = Office(seats: 1, horizon: 2)
    office.addPost(seats: 400)
    office.addUnit()
    office.addPost(seats: 400)
    office.addOffences { $0.at = Selection(posts: [0]) }
    office.addRisk(0.3) {
      $0.at = Selection(posts: [1, 2])
      $0.elasticity = Factor(0.5)
      $0.severity.sign = Share(0)
      $0.severity.violation = Share(1)
    }
    office.addIndicator(yellow: 1, under: [0], .constant(2)) { $0.on = Selection(posts: [0]) }
    office.addResponse(.yellow)
    // Violations, which nobody looks for, are what the credibility of the ladder is measured on.
    office.addLadder {
      $0.sign = form == .first ? PerForm(1, 0, 0, 0) : PerForm(0, 1, 0, 0)
      $0.violation = PerForm(0, 1, 0, 0)
      $0.isPublished = true
      $0.felt.unit = Factor(40)
      $0.felt.organization = Factor(20)
    }
    office.scheme.deterrences = [DeterrenceTerms()]
    for (post, felt) in [(1, 60.0), (2, 20)] {
      let weight = form == .first ? 0 : felt
      let perceived = (20 * 0.1 + weight) / (20 + weight)
      let share = 1 - exponential(-0.3 * power((perceived + 0.002) / 0.102, -0.5))
      var onsets = Evidence()
      office.forEachRun(1200) { ledgers in
        let rows = ledgers[0].rows(.offences).filter { $0.post == post }
        let first = rows.count { $0.month == 1 }
        onsets.add(rows.count - first, per: 400 - first)
      }
      onsets.expect(share, power: 0.03)
    }
  }

  /// Who was sanctioned learns for himself, whatever the form, and takes it along.
  @Test(arguments: [false, true])
  func theSanctionedLearn(_ areMoved: Bool) {
    var office = Office(seats: 300, horizon: 2)
    office.scheme.posts[0].exchangeGroup = "group"
    office.addPost(seats: 300) { $0.exchangeGroup = "group" }
    office.addOffences { $0.at = Selection(posts: [0]) }
    office.addRisk(0.3) {
      $0.elasticity = Factor(0.5)
      $0.severity.sign = Share(0)
      $0.severity.violation = Share(1)
    }
    office.addIndicator(yellow: 1, under: [0], .constant(2)) { $0.on = Selection(posts: [0]) }
    office.addResponse(.yellow)
    office.addLadder {
      $0.violation = PerForm(0, 1, 0, 0)
      $0.felt.own = Factor(60)
      if areMoved {
        $0.sign = PerForm(0, 1, 0, 0)
        $0.moves = PerForm(0, 1, 0, 0)
      } else {
        $0.sign = PerForm(1, 0, 0, 0)
      }
    }
    office.scheme.deterrences = [DeterrenceTerms()]
    let plain = 1 - exponential(-0.3)
    let learnt = 1 - exponential(-0.3 * power((62.0 / 80 + 0.002) / 0.102, -0.5))
    // Whoever moves changes places with somebody who learnt nothing; many move more than once.
    var onsets = [Evidence](repeating: Evidence(), count: 2)
    office.forEachRun(800) { ledgers in
      let rows = ledgers[0].rows(.offences).filter { $0[.risk] == 1 }
      for post in 0..<2 {
        let here = rows.filter { $0.post == post }
        let idle = here.count { $0.month == 1 && $0[.reason] == EndReason.censored.rawValue }
        onsets[post].add(here.count { $0.month == 2 }, per: 300 - idle)
      }
    }
    if areMoved {
      #expect(onsets[0].ratio + onsets[1].ratio < plain + learnt + 0.01)
      #expect(onsets[1].ratio < plain - 0.02 && onsets[0].ratio > learnt + 0.02)
    } else {
      onsets[0].expect(learnt, power: 0.04)
      onsets[1].expect(plain, power: 0.04)
    }
  }
}
