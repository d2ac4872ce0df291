import Ledger
import Plan
import Quantities
import Testing

/// O31: remedies, reported and true, and what each of their operations changes.
struct RemedyOracles {
  /// Offences of two lasting months at each desk that are found at once and become cases: a case a month or so.
  static func cases(desks: Int = 20, rate: Double = 0.3, horizon: Int = 60) -> Office {
    var office = Office(desks: desks, horizon: horizon)
    office.addRisk(rate)
    office.addForm(.second)
    office.addCertainReview()
    return office
  }

  /// Everybody is found in the first month, which files a case at each desk of a unit of its own.
  static func oneCase(desks: Int = 50, horizon: Int) -> Office {
    var office = Office(seats: 1, horizon: horizon)
    for _ in 1..<desks {
      office.addUnit()
      office.addPost(seats: 1)
    }
    office.addOffences()
    office.addForm(.second)
    office.addCertainReview(every: 500) { $0.first = Months(1) }
    return office
  }

  /// Reported .95·(.75 + .25·.4) = .808, true .7125, once the time is past and before any follow-up.
  @Test func completionIsReportedAndTrue() {
    var office = Self.oneCase(horizon: 120)
    office.addRemedy(on: [.filing]) {
      $0.accepts = Share(0.95)
      $0.completes = Share(0.75)
      $0.paper = Share(0.4)
      $0.replies = .constant(1.5)
      $0.takes = .lognormal(mu: 1.386, sigma: 0.857)
    }
    let all = Atom.count(.rectifications)
    office.evidence(800, .count(.rectifications, where: .flag(.reported)), per: all)
      .expect(0.95 * (0.75 + 0.25 * 0.4), power: 0.015)
    office.evidence(200, .count(.rectifications, where: .flag(.done)), per: all)
      .expect(0.95 * 0.75, power: 0.04)
    office.evidence(200, .count(.recommendations, where: .flag(.accepted)), per: all)
      .expect(0.95, power: 0.015)
    // Guided from above, 5 points more are done and 10 fewer of the rest are on paper.
    office.scheme.remedies[0].guides = true
    office.evidence(200, .count(.rectifications, where: .flag(.reported)), per: all)
      .expect(0.95 * (0.8 + 0.2 * 0.3), power: 0.03)
    office.evidence(200, .count(.rectifications, where: .flag(.done)), per: all)
      .expect(0.95 * 0.8, power: 0.03)
  }

  /// A reply is late after its time; what comes after the horizon has not come.
  @Test func repliesAreLate() {
    var office = Self.oneCase(horizon: 7)
    office.addRemedy(on: [.filing]) {
      $0.within = Months(3)
      $0.replies = .uniform(low: 0, high: 12)
    }
    let all = Atom.count(.recommendations)
    office.evidence(200, .count(.recommendations, where: .flag(.replied)), per: all)
      .expect(0.5, power: 0.06)
    office.evidence(200, .count(.recommendations, where: .flag(.late)), per: all)
      .expect(0.75, power: 0.03)
    #expect(office.ledgers()[0].rows(.recommendations).allSatisfy { $0[.due] == 1 })
    office.scheme.remedies[0].within = Months(7)
    #expect(office.ledgers()[0].rows(.recommendations).allSatisfy { $0[.due] == 0 })
    #expect(office.ledgers()[0].rows(.recommendations).allSatisfy { $0[.late] == 0 })
    // The unit itself recommends nothing to itself, and puts right all the same.
    office.scheme.remedies[0].by = .unit
    #expect(office.ledgers()[0].count(.recommendations) == 0)
    #expect(office.ledgers()[0].count(.rectifications) == 50)
  }

  /// What is done in its month takes effect at the beginning of the next, or of the one after its time.
  @Test(arguments: [(0.0, 0.0, 2), (1, 0.5, 4), (0.5, 0.5, 3)])
  func remediesBegin(_ reply: Double, _ takes: Double, _ month: Int) {
    var office = Self.oneCase(horizon: 8)
    for post in office.scheme.posts.indices { office.scheme.posts[post].listed = Share(0) }
    office.addRemedy(on: [.filing]) {
      $0.lists = true
      $0.replies = .constant(reply)
      $0.takes = .constant(takes)
    }
    for row in office.ledgers()[0].rows(.cells) {
      #expect((row[.listed] == 1) == (Int(row.month) >= month))
      #expect(row[.cause] == (Int(row.month) >= month ? 2 : 0))
    }
    office.scheme.remedies[0].lists = false
    #expect(office.ledgers()[0].count(.cells) { $0[.listed] == 1 } == 0)
  }

  /// A case puts the risk right in its unit, nowhere else, and no other risk; `to` says where instead.
  @Test func remediesConcernTheUnit() {
    var office = Office(desks: 3, horizon: 4)
    office.addUnit()
    office.addPost(seats: 1)
    office.addOffences { $0.at = Selection(posts: [0]) }
    office.addRisk()
    for post in office.scheme.posts.indices { office.scheme.posts[post].listed = Share(0) }
    office.scheme.risks[0].at = office.everywhere
    office.scheme.risks[0].initial = Share(0)
    office.scheme.risks[0].rate = Rate(100)
    office.scheme.risks[0].lasts = Months(0)
    office.addForm(.second)
    office.addIndicator(yellow: 1, under: [0], .constant(9)) { $0.on = Selection(posts: [0]) }
    office.addCertainReview { $0.of = Selection(posts: [0]) }
    office.scheme.risks[0].lasts = Months(50)
    office.addRemedy(on: [.filing]) { $0.lists = true }
    func listed(_ office: Office) -> Set<[Int]> {
      Set(
        office.ledgers()[0].rows(.cells).filter { $0[.listed] == 1 }
          .map { [Int($0.post), $0[.risk] ?? -1] })
    }
    #expect(listed(office) == [[0, 0], [1, 0], [2, 0]])
    office.scheme.remedies[0].to = Selection(posts: [1, 3])
    #expect(listed(office) == [[1, 0], [3, 0]])
  }

  // MARK: - What remedies change

  /// A unit with a post of one seat, looked at in month 2, and a post of many: where the one acted in month 1
  /// there is a case, and what answers it acts from month 3 on. Every offence is over at once.
  private func beside(horizon: Int) -> Office {
    var office = Office(seats: 1, horizon: horizon)
    office.addPost(seats: 300)
    office.addRisk(0.3) {
      $0.lasts = Months(0)
      $0.evidenceLasts = Months(1e9)
    }
    office.addForm(.second)
    office.addCertainReview(every: 500) {
      $0.first = Months(2)
      $0.lookback = Months(6)
      $0.of = Selection(posts: [0])
    }
    return office
  }

  /// Evidence at the large post from the runs that have a case.
  private func evidence(
    _ office: Office, months: ClosedRange<Int>, _ measure: (Row) -> Int, of kind: EventKind,
    per base: (Row) -> Int = { _ in 0 }, seats: Int = 0
  ) -> Evidence {
    var evidence = Evidence()
    office.forEachRun(150) { ledgers in
      guard ledgers[0].count(.cases) == 1 else { return }
      let rows = ledgers[0].rows(kind).filter { months.contains(Int($0.month)) && $0.post == 1 }
      evidence.add(
        rows.reduce(0) { $0 + measure($1) * Int($1.times) },
        per: seats * months.count + rows.reduce(0) { $0 + base($1) * Int($1.times) })
    }
    return evidence
  }

  /// Starts per seat and month at K: 1 − e^(−.3 K).
  private func expectTemptation(
    _ office: Office, months: ClosedRange<Int>, _ factor: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    evidence(office, months: months, { _ in 1 }, of: .offences, seats: 300)
      .expect(-exponentialMinusOne(-0.3 * factor), power: 0.1, sourceLocation: sourceLocation)
  }

  /// K falls by .15 three times to .614, and never below a half; half of that is back after a half-life.
  @Test(arguments: [
    (3, Double.infinity, 3...6, 0.614125), (6, .infinity, 3...6, 0.5),
    (3, 36, 39...39, 1 - 0.385875 / 2), (3, 0, 4...6, 1), (0, .infinity, 3...6, 1),
  ])
  func hardeningFades(
    _ times: Int, _ halfLife: Double, _ months: ClosedRange<Int>, _ factor: Double
  ) {
    var office = beside(horizon: months.upperBound)
    for _ in 0..<times {
      office.addRemedy(on: [.filing]) {
        $0.hardens = Share(0.15)
        $0.halfLife = Months(halfLife)
      }
    }
    expectTemptation(office, months: months, factor)
    // Before it is done nothing is harder.
    if times == 6 { expectTemptation(office, months: 1...2, 1) }
  }

  /// Training takes a twentieth away, half of it for three months: over the first month .893 of it on average.
  @Test(arguments: [(3, 1 - 0.05 * 0.8929), (6, 1 - 0.025 * 0.8929)])
  func trainingFades(_ month: Int, _ factor: Double) {
    var office = beside(horizon: month)
    office.scheme.posts[1].headcount = .constant(20000)
    office.addRemedy(on: [.filing]) { $0.retrains = true }
    evidence(office, months: month...month, { _ in 1 }, of: .offences, seats: 20000)
      .expect(-exponentialMinusOne(-0.3 * factor), power: 0.012)
  }

  /// Share of attempts at the large post that are blocked.
  private func expectBlocked(
    _ office: Office, months: ClosedRange<Int>, _ share: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let evidence = evidence(
      office, months: months, { $0[.outcome] == AttemptOutcome.blocked.rawValue ? 1 : 0 },
      of: .attempts, per: { _ in 1 })
    if share == 0 {
      #expect(evidence.ratio == 0, sourceLocation: sourceLocation)
    } else {
      evidence.expect(share, power: 0.2, sourceLocation: sourceLocation)
    }
  }

  /// u ← u + g(1 − u): .4 becomes .7, and .55 after a half-life.
  @Test func performanceImproves() {
    var office = beside(horizon: 15)
    office.addControl {
      $0.at = Selection(posts: [1])
      $0.blocks = Share(0.5)
      $0.performed = Share(0.4)
    }
    office.addRemedy(on: [.filing]) {
      $0.performs = Share(0.5)
      $0.halfLife = Months(12)
    }
    expectBlocked(office, months: 1...2, 0.2)
    expectBlocked(office, months: 3...3, 0.35)
    expectBlocked(office, months: 15...15, 0.275)
    // Of other risks it says nothing, unless it says so.
    office.addRisk()
    office.scheme.remedies[0].performsAgainst = [1]
    office.scheme.controls[0].against = [0]
    expectBlocked(office, months: 3...3, 0.2)
    office.scheme.remedies[0].performsAgainst = [0]
    expectBlocked(office, months: 3...3, 0.35)
  }

  /// What a remedy adds does not act before, nor elsewhere.
  @Test func controlsAreAdded() {
    var office = beside(horizon: 6)
    office.addControl {
      $0.blocks = Share(0.8)
      $0.performed = Share(0.5)
    }
    office.addRemedy(on: [.filing]) {
      $0.adds = [0]
      $0.performs = Share(0.5)
    }
    expectBlocked(office, months: 1...2, 0)
    expectBlocked(office, months: 3...6, 0.4)
    // In a unit without a case it never does.
    office.addUnit()
    office.addPost(seats: 50)
    office.scheme.risks[0].at = office.everywhere
    for run in 0..<5 {
      let attempts = office.ledgers(run: run)[0].rows(.attempts).filter { $0.post == 2 }
      #expect(!attempts.isEmpty)
      #expect(attempts.allSatisfy { $0[.outcome] == AttemptOutcome.solo.rawValue })
    }
  }

  /// A verification rate below its standard is a weakness: tuning leaves .7 of the false and .95 of the genuine.
  @Test func modelsAreTuned() {
    var office = Office(seats: 400, horizon: 24)
    office.addOffences(share: 0.2)
    office.addIndicator(yellow: 1, under: [0], .normal(mean: 1, sd: 1)) { $0.standard = Share(0.4) }
    office.addResponse(.yellow, verifies: 0)
    office.addSurvey(every: 12, reveals: 1) { $0.first = Months(12) }
    office.addRemedy(on: [.weakness]) {
      $0.tunes.untrue = Share(0.3)
      $0.tunes.genuine = Share(0.05)
    }
    let tail = 0.15865525393145705
    let clean = Condition.isOneOf(.genuine, [0])
    let genuine = Condition.flag(.genuine)
    func count(_ condition: Condition, _ months: ClosedRange<Int>) -> Evidence {
      let window = Window(first: months.lowerBound, last: months.upperBound)
      let seats = Atom.count(.seats, in: window)
      let active = Atom.count(.prevalence, in: window)
      var evidence = Evidence()
      office.forEachRun(60, [.count(.alerts, where: condition, in: window), seats, active]) {
        let base = condition == clean ? $0[0][1] - $0[0][2] : $0[0][2]
        evidence.add($0[0][0], per: base)
      }
      return evidence
    }
    count(clean, 1...12).expect(tail, power: 0.03)
    count(clean, 13...24).expect(tail * 0.7, power: 0.03)
    count(genuine, 1...12).expect(0.5, power: 0.03)
    count(genuine, 13...24).expect(0.475, power: 0.03)
    let ledger = office.ledgers()[0]
    #expect(ledger.rows(.weaknesses).map { $0[.weakness] } == [2, 2])
    // With a standard that it meets, or too few results, it is none.
    office.scheme.indicators[0].standard = Share(0)
    #expect(office.ledgers()[0].count(.weaknesses) == 0)
    office.scheme.indicators[0].standard = Share(0.4)
    office.scheme.indicators[0].yellow = Factor(4)
    #expect(office.ledgers()[0].count(.weaknesses) == 0)
  }
}
