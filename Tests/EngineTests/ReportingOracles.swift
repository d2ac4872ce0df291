import Ledger
import Plan
import Quantities
import Testing

/// Who reports, what happens to those who do, and what that does to the next (model.md G6).
struct ReportingOracles {
  private let void = ItemStatus.void.rawValue

  /// w/w₀ after an odds ratio.
  private func willing(_ base: Double, _ odds: Double) -> Double {
    let after = base / (1 - base) * odds
    return after / (1 + after) / base
  }

  /// True reports per active offence and month.
  private func hearing(_ office: Office, _ runs: Int, in window: Window = .all) -> Evidence {
    office.evidence(
      runs, .count(.reports, where: .flag(.genuine), in: window),
      per: .count(.prevalence, in: window))
  }

  /// The climate of a unit is an odds ratio on the willingness of its own; openness a factor where it is.
  @Test func climateAndOpennessAreOfPlaces() {
    var office = Office(seats: 200, horizon: 24)
    office.addPost(seats: 200)
    office.addUnit()
    office.addPost(seats: 200)
    office.addOffences()
    office.scheme.units[1].climate = Factor(0.5)
    office.addChannel(0.05) {
      $0.openness = Factor(1.5)
      $0.opennessOf = Selection(posts: [1])
    }
    let expected = [0.05, 0.05 * 1.5, 0.05 * willing(0.6, 0.5)]
    var hearings = [Evidence](repeating: Evidence(), count: 3)
    office.forEachRun(120) { ledgers in
      for post in 0..<3 {
        let reports = ledgers[0].count(.reports) { $0.post == post }
        hearings[post].add(reports, per: 200 * 24)
      }
    }
    for post in 0..<3 { hearings[post].expect(expected[post], power: 0.04) }
    // Where nothing else is said openness is everywhere.
    office.scheme.reportings[0].opennessOf = nil
    office.scheme.units[1].climate = Factor(1)
    hearing(office, 120).expect(0.075, power: 0.03)
  }

  /// Real-name reports are retaliated against with retaliation × (1 − protects); a share becomes known.
  @Test func reportersSuffer() {
    var office = Office(seats: 300, horizon: 24)
    office.addOffences()
    office.addChannel(0.05) {
      $0.realName = Share(0.5)
      $0.noise = PerPersonYear(0.3)
      $0.retaliation = Share(0.4)
      $0.protects = Share(0.25)
      $0.surfaces = Share(0.6)
    }
    let named = Atom.count(.reports, where: .flag(.realName))
    office.evidence(130, .count(.retaliations), per: named).expect(0.3, power: 0.05)
    office.evidence(
      100, .count(.retaliations, where: .flag(.known)), per: .count(.retaliations)
    ).expect(0.6, power: 0.05)
    office.scheme.reportings[0].realName = Share(0)
    #expect(office.ledgers()[0].count(.retaliations) == 0)
  }

  /// A known retaliation multiplies the odds in its own unit from the next month on; the logarithm fades by halves.
  ///
  /// What is expected of every month follows from the retaliations before it.
  @Test(arguments: [nil, 3.0])
  func retaliationChills(_ halfLife: Double?) {
    var office = Office(seats: 30, horizon: 24)
    office.addUnit()
    office.addPost(seats: 10)
    office.addOffences()
    office.addChannel(0.05) {
      $0.realName = Share(1)
      $0.retaliation = Share(0.3)
      $0.surfaces = Share(0.5)
      $0.chills = Factor(0.6)
    }
    if let halfLife {
      var deterrence = DeterrenceTerms()
      deterrence.halfLife = Months(halfLife)
      office.scheme.deterrences = [deterrence]
    }
    var hearings = [Evidence](repeating: Evidence(), count: 2)
    var effect = Evidence()
    office.forEachRun(1500) { ledgers in
      for (unit, seats) in [30.0, 10].enumerated() {
        let known = ledgers[0].rows(.retaliations).filter { $0.post == unit && $0[.known] == 1 }
        var expected = 0.0
        for month in 1...24 {
          let chill = known.reduce(0.0) { sum, row in
            let age = month - 1 - Int(row.month)
            return age < 0 ? sum : sum + power(0.5, Double(age) / (halfLife ?? 12))
          }
          expected += 0.05 * seats * willing(0.6, power(0.6, chill))
        }
        let reports = ledgers[0].count(.reports) { $0.post == unit }
        hearings[unit].add(Double(reports), per: expected)
        if unit == 0 { effect.add(expected, per: 0.05 * 30 * 24) }
      }
    }
    for hearing in hearings { hearing.expect(1, power: 0.06) }
    // There is something to see.
    #expect(effect.ratio < 0.9)
  }

  /// Feedback counts by the share of the year's real-name leads that were begun in time.
  @Test(arguments: [0.0, 2, 6, .infinity])
  func feedbackCountsAsFarAsItIsGiven(_ capacity: Double) {
    var office = Office(seats: 200, horizon: 36)
    office.addOffences()
    office.addBody(capacity: capacity)
    office.addChannel(0.02) {
      $0.willingness = Share(0.3)
      $0.realName = Share(1)
      $0.feedback = Factor(3)
      $0.feedbackWithin = Months(0.7)
    }
    office.addResponse(.realName, verifies: 0) { $0.lapses = Months(3) }
    var hearing = Evidence()
    var effect = Evidence()
    office.forEachRun(capacity == 2 || capacity == 6 ? 120 : 40) { ledgers in
      let leads = ledgers[0].rows(.leads)
      var expected = 0.0
      for month in 1...36 {
        // A report of a month is answered by its end or not in time.
        let due = leads.filter { (month - 12..<month).contains(Int($0.month)) }
        let isKept = { (row: Row) in (row.time(.age) ?? 9) <= 1 && row[.status] == void }
        let kept = due.isEmpty ? 1 : Double(due.count(where: isKept)) / Double(due.count)
        expected += 200 * 0.02 * willing(0.3, power(3, kept))
      }
      hearing.add(Double(ledgers[0].count(.reports)), per: expected)
      effect.add(expected, per: 200 * 0.02 * 36)
    }
    hearing.expect(1, power: 0.07)
    let whole = willing(0.3, 3)
    let isWhole = abs(effect.ratio / whole - 1) < 1e-9
    #expect(capacity == .infinity ? isWhole : effect.ratio < 0.9 * whole)
    if capacity == 0 { #expect(effect.ratio < 1.05) }
  }

  /// The shares of those who report hold for all reports; whoever gives a name is not anonymous.
  @Test(arguments: [0.0, 0.35, 1])
  func sourcesAddUp(_ realName: Double) {
    var office = Office(seats: 500, horizon: 24)
    office.addOffences(share: 0.2)
    office.addChannel(0.05) {
      $0.noise = PerPersonYear(0.4)
      $0.realName = Share(realName)
      $0.sources.employee = Share(0.52)
      $0.sources.customer = Share(0.21)
      $0.sources.anonymous = Share(0.15)
      $0.sources.vendor = Share(0.11)
      $0.sources.other = Share(0.01)
    }
    let shares = [0.52, 0.21, 0.15, 0.11, 0.01]
    for (reporter, share) in zip(Reporter.allCases, shares) {
      let evidence = office.evidence(
        60, .count(.reports, where: .has(.reporter, reporter)), per: .count(.reports))
      if realName == 1 {
        if reporter == .anonymous {
          #expect(evidence.ratio == 0)
        } else {
          evidence.expect(share / 0.85, power: 0.35)
        }
      } else {
        evidence.expect(share, power: 0.35)
      }
    }
    let both = Condition.and(.flag(.realName), .has(.reporter, Reporter.anonymous))
    office.forEachRun(1, [.count(.reports, where: both)]) { #expect($0[0][0] == 0) }
  }

  /// The lead of a report must be begun within its plan; that of an alert has its response's time.
  @Test func plansAreDue() {
    var office = Office(seats: 100, horizon: 8)
    office.addPost(seats: 50)
    office.addOffences()
    office.addBody(capacity: 3)
    office.addChannel(0.05) { $0.planWithin = Months(2) }
    office.addResponse(verifies: 0) {
      $0.within = Months(1)
      $0.priority = Count(3)
    }
    office.scheme.responses[0].within = Months(6)
    office.addIndicator(yellow: 1, under: [0], .constant(2)) {
      $0.on = Selection(posts: [1])
      $0.quiet = Months(100)
    }
    office.addResponse(.yellow, verifies: 0) { $0.within = Months(6) }
    var late = 0
    for row in office.ledgers()[0].rows(.leads) {
      let age = 8 - Int(row.month)
      if row[.source] == LeadSource.alert.rawValue {
        #expect(row[.overdue] == (age > 6 ? 1 : 0))
        continue
      }
      let waited = Int((row.time(.age) ?? 0).rounded(.up)) - 1
      // From its start the item is worked on for six months, to the horizon at most.
      let isLate = waited > 2 || min(age, waited + 6) > 6
      #expect(row[.overdue] == (isLate ? 1 : 0))
      if isLate { late += 1 }
    }
    #expect(late > 5)
  }
}
