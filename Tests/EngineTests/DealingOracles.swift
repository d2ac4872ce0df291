import Ledger
import Plan
import Quantities
import Testing

/// O24: counterparties with records are kept out; what they, guidance and records of this run's findings come to.
struct DealingOracles {
  /// Acts at .3 a month with one of so many counterparties, of whom .4 have a record; a control asks for it.
  private func office(
    members: Double = 200, horizon: Int = 20, _ change: (inout PoolTerms) -> Void = { _ in }
  ) -> Office {
    var office = ControlOracles.acts(horizon: horizon)
    var pool = PoolTerms()
    pool.name = "bidders"
    pool.number = Count(members)
    pool.recorded = Share(0.4)
    pool.remembers = Months(40)
    change(&pool)
    office.scheme.pools = [pool]
    office.scheme.risks[0].pool = 0
    office.addControl { $0.checks = Share(0.75) }
    return office
  }

  /// Records of any age run out evenly: the mean share over months 1 to 20.
  private let recorded = 0.4 * (1 - 9.5 / 40)

  private func expect(
    _ office: Office, excluded: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var evidence = (Evidence(), Evidence())
    office.forEachRun(
      150,
      [
        .count(.attempts), .count(.attempts, where: .has(.outcome, AttemptOutcome.excluded)),
        .count(.offences),
      ]
    ) { sums in
      evidence.0.add(sums[0][1], per: sums[0][0])
      evidence.1.add(sums[0][2], per: sums[0][0])
    }
    evidence.0.expect(excluded, power: 0.1, sourceLocation: sourceLocation)
    evidence.1.expect(1 - excluded, power: 0.1, sourceLocation: sourceLocation)
  }

  /// O24: starts × (1 − r·a), for members alike and unlike, performed by halves.
  @Test func recordsAreChecked() {
    expect(office(), excluded: recorded * 0.75)
    expect(office { $0.spread = Factor(1) }, excluded: recorded * 0.75)
    var other = office()
    other.scheme.controls[0].performed = Share(0.5)
    expect(other, excluded: recorded * 0.375)
    // Two checks are one with 1 − Π(1 − a).
    other.addControl { $0.checks = Share(0.75) }
    expect(other, excluded: recorded * (1 - 0.25 * 0.625))
    // Who overrides is not asked.
    other = office()
    other.scheme.posts[0].override = Share(0.5)
    expect(other, excluded: recorded * 0.375)
  }

  /// In the place of half of the excluded another is sought, who is asked too; where there is one only, nobody.
  @Test func anotherIsSought() {
    let kept = recorded * 0.75
    expect(office { $0.replaces = Share(0.5) }, excluded: kept * (1 - 0.5 * (1 - kept)))
    let weighted = office {
      $0.replaces = Share(0.5)
      $0.spread = Factor(1)
    }
    expect(weighted, excluded: kept * (1 - 0.5 * (1 - kept)))
    for spread in [Double.infinity, 1] {
      let alone = office(members: 1) {
        $0.recorded = Share(1)
        $0.remembers = Months(60_000)
        $0.replaces = Share(1)
        $0.spread = Factor(spread)
      }
      alone.evidence(
        20, .count(.attempts, where: .has(.outcome, AttemptOutcome.excluded)),
        per: .count(.attempts)
      ).expect(0.75, power: 0.05)
    }
  }

  /// A few are met far more often than the others: the same share of them all, but not in every run.
  @Test func weightsDiffer() {
    func spread(_ shape: Double) -> Double {
      var squares = 0.0
      let office = office(members: 10, horizon: 5) { $0.spread = Factor(shape) }
      office.forEachRun(100, [.count(.attempts), .count(.exclusions)]) { sums in
        let rest = Double(sums[0][1]) / Double(sums[0][0]) - 0.3 * (1 - 2.0 / 40)
        squares += rest * rest
      }
      return squares
    }
    // Var Σw·recorded/Σw is about (1 + 1/shape)/n of that of equal members.
    #expect(spread(0.3) > 2 * spread(.infinity))
  }

  /// What is verified gives its counterparty a record, from the next month on, for so long.
  @Test func findingsAreRecorded() {
    var office = office(members: 1, horizon: 12) {
      $0.recorded = Share(0)
      $0.remembers = Months(3)
    }
    office.scheme.controls[0].checks = Share(1)
    office.scheme.risks[0].lasts = Months(.infinity)
    office.addReview(every: 1, finds: 1)
    let ledger = office.ledgers()[0]
    #expect(Set(ledger.months(.offences)) == [1, 5, 9])
    for row in ledger.rows(.exclusions) {
      #expect(row.time(.until) == Double(3 - (Int(row.month) - 2) % 4))
    }
    #expect(Set(ledger.months(.exclusions)).count == 9)
    // Of two, the other takes his place, and both are on record a month later.
    office.scheme.pools[0].number = Count(2)
    office.scheme.pools[0].replaces = Share(1)
    #expect(Set(office.ledgers()[0].months(.offences)).isSubset(of: [1, 2, 5, 6, 9, 10]))
  }

  /// A replaced counterparty is the one who gets the record: of two, one on record, the other becomes so.
  @Test func theReplacementIsRecorded() {
    for run in 0..<10 {
      var office = office(members: 2, horizon: 3) {
        $0.recorded = Share(0)
        $0.replaces = Share(1)
      }
      office.scheme.controls[0].checks = Share(1)
      office.scheme.posts[0].headcount = .constant(2)
      office.scheme.risks[0].rate = Rate(30)
      office.scheme.risks[0].lasts = Months(.infinity)
      office.addReview(every: 1, finds: 1)
      let months = office.ledgers(run: run)[0].months(.offences)
      // Both try each month: whoever was not met in the first is met, and found, in the second.
      #expect(months.count(where: { $0 == 3 }) == 0 && months.contains(1))
    }
  }

  /// Guidance given to .6 of them leaves .5 of onset there.
  @Test func guidanceLowersOnset() {
    var office = office()
    office.scheme.controls = []
    office.addPolicy {
      $0.scheme.pools[0].guided = Share(0.6)
      $0.scheme.pools[0].guidance = Factor(0.5)
    }
    var evidence = Evidence()
    office.forEachRun(60, [.count(.offences)]) { evidence.add($0[1][0], per: $0[0][0]) }
    // Acts at h a month: 1 − e^(−.7·h) of 1 − e^(−h).
    evidence.expect((1 - exponential(-0.3 * 0.7)) / (1 - exponential(-0.3)), power: 0.02)
  }

  /// A check of personal files sees conflicts of interests alone.
  @Test func filesShowConflicts() {
    var office = Office(seats: 100, horizon: 12)
    office.addOffences { $0.isConflict = true }
    office.addOffences()
    office.addReview(every: 6, finds: 1) { $0.isOfConflicts = true }
    let found = office.ledgers()[0].rows(.offences).filter { $0[.verified] == 1 }
    #expect(found.count == 100 && found.allSatisfy { $0[.risk] == 0 })
  }
}

/// What a control stops turns elsewhere.
struct DisplacementOracles {
  /// Acts at .3 a month; nobody is tempted to the second risk, where a quarter is blocked.
  private func office(_ change: (inout ControlTerms) -> Void) -> Office {
    var office = ControlOracles.acts()
    office.addRisk(0) { $0.lasts = Months(0) }
    office.addControl {
      $0.against = [0]
      $0.displaces = Share(0.4)
      $0.displacesTo = [1]
      change(&$0)
    }
    office.addControl {
      $0.against = [1]
      $0.blocks = Share(0.25)
    }
    return office
  }

  private let first = Condition.isOneOf(.risk, [0])
  private let second = Condition.isOneOf(.risk, [1])

  /// .4 of the .5 that is blocked tries the second risk, and a quarter of these is blocked there.
  @Test func whatIsBlockedTurnsElsewhere() {
    let office = office { $0.blocks = Share(0.5) }
    let all = Atom.count(.attempts, where: first)
    office.evidence(60, .count(.attempts, where: second), per: all).expect(0.2, power: 0.05)
    office.evidence(60, .count(.offences, where: second), per: all).expect(0.15, power: 0.05)
    let ledger = office.ledgers()[0]
    #expect(
      ledger.rows(.attempts).allSatisfy { row in
        (row[.via] == Via.displaced.rawValue) == (row[.risk] == 1)
      })
    // What is tried elsewhere does not touch what was tried at first.
    var without = office
    without.scheme.controls[0].displaces = Share(0)
    func firsts(_ office: Office) -> [[Int64]] {
      office.ledgers()[0].rows(.attempts).filter { $0[.risk] == 0 }.map(\.numbers)
    }
    #expect(firsts(without) == firsts(office))
  }

  /// Who cannot pass alone is stopped too; who is stopped twice gives up.
  @Test func whatIsGivenUpTurnsElsewhereOnce() {
    var office = office { $0.evades = Share(0) }
    let all = Atom.count(.attempts, where: first)
    office.evidence(60, .count(.attempts, where: second), per: all).expect(0.4, power: 0.05)
    office.scheme.controls[1].displaces = Share(0.5)
    office.scheme.controls[1].displacesTo = [0]
    office.evidence(60, .count(.attempts, where: second), per: all).expect(0.4, power: 0.05)
    #expect(
      office.ledgers()[0].rows(.attempts).allSatisfy {
        $0[.risk] == 1 || $0[.via] == Via.tempted.rawValue
      })
  }

  /// It turns to what there is at the post, and where something goes on already it comes to nothing.
  @Test func itTurnsToWhatIsThere() {
    var office = office { $0.blocks = Share(0.5) }
    office.addRisk(0) { $0.lasts = Months(0) }
    office.scheme.controls[0].displacesTo = [1, 2]
    let all = Atom.count(.attempts, where: first)
    office.evidence(60, .count(.attempts, where: second), per: all).expect(0.1, power: 0.08)
    office.scheme.risks[2].at = Selection(posts: [1])
    office.evidence(60, .count(.attempts, where: second), per: all).expect(0.2, power: 0.05)
    // One who goes on for ever at the second risk tries nothing there again.
    office.scheme.risks[1].lasts = Months(.infinity)
    let ledger = office.ledgers()[0]
    let offences = ledger.count(.offences) { $0[.risk] == 1 }
    #expect(offences <= 1000 && offences > 500)
  }
}
