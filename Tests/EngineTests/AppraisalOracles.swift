import Ledger
import Plan
import Quantities
import Testing

/// O34, Goodhart: who is scored on what is found finds less, and no less happens.
struct AppraisalOracles {
  /// Offences heard of at 5 % a month, verified by the unit at once; a case each.
  private func office(_ change: (inout AppraisalTerms) -> Void = { _ in }) -> Office {
    var office = Office(seats: 400, horizon: 60)
    office.addRisk(0.02) {
      $0.lasts = Months(30)
      $0.severity.sign = Share(0)
      $0.severity.violation = Share(1)
    }
    office.addChannel(0.05) { $0.willingness = Share(0.6) }
    office.addResponse { $0.by = .unit }
    office.addSanction {
      $0.violation = PerForm(0, 1, 0, 0)
      $0.withdraws = Share(0)
    }
    office.addPolicy { office in
      var appraisal = AppraisalTerms()
      appraisal.name = "appraisal"
      change(&appraisal)
      office.scheme.appraisals = [appraisal]
    }
    return office
  }

  /// Weight 1: .4 of what the unit verifies is buried, and the odds of reporting are .8 of what they were.
  @Test func findingsAreHidden() {
    let scored = office {
      $0.scores.findings = true
      $0.weight = Share(1)
    }
    var (cases, buried, reports) = (Evidence(), Evidence(), Evidence())
    scored.forEachRun(
      80,
      [.count(.cases), .count(.burials), .count(.reports), .count(.prevalence), .count(.offences)]
    ) { sums in
      cases.add(sums[1][0], per: sums[0][0])
      buried.add(sums[1][1], per: sums[1][0] + sums[1][1])
      // Reports per active offence-month, against those of the baseline.
      reports.add(
        Double(sums[1][2]) / Double(sums[1][3]), per: Double(sums[0][2]) / Double(sums[0][3]))
      #expect(sums[0][1] == 0)
    }
    buried.expect(0.4, power: 0.07)
    // w = .6 to .8·1.5/(1 + .8·1.5) = .5455.
    reports.expect(0.5454545 / 0.6, power: 0.04, tolerance: 0.01)
    #expect(cases.ratio < 0.75)
  }

  /// Fewer cases are on record, and no fewer offences are begun by those who are free to.
  @Test func noLessHappens() {
    let scored = office {
      $0.scores.findings = true
      $0.weight = Share(1)
    }
    var onsets = Evidence()
    scored.forEachRun(80, [.count(.offences), .count(.prevalence)]) { sums in
      let idle = sums.map { 400.0 * 60 - Double($0[1]) }
      onsets.add(Double(sums[1][0]) / idle[1], per: Double(sums[0][0]) / idle[0])
    }
    onsets.expect(1, power: 0.03, tolerance: 0.005)
  }

  /// What is written holds whatever the weight; others who perform bury nothing; a weight of nothing is nothing.
  @Test func whatIsWrittenHolds() {
    var written = office {
      $0.scores.findings = true
      $0.buries = Share(0.2)
      $0.chills = Factor(0)
    }
    var buried = Evidence()
    written.forEachRun(60, [.count(.cases), .count(.burials)]) { sums in
      buried.add(sums[1][1], per: sums[1][0] + sums[1][1])
    }
    buried.expect(0.2, power: 0.12)
    written.policies = []
    written.scheme.responses[0].by = .kind(.supervisory)
    written.addPolicy { office in
      var appraisal = AppraisalTerms()
      appraisal.scores.findings = true
      appraisal.weight = Share(1)
      appraisal.chills = Factor(0)
      office.scheme.appraisals = [appraisal]
    }
    written.addPolicy { office in
      var appraisal = AppraisalTerms()
      appraisal.scores.findings = true
      office.scheme.appraisals = [appraisal]
    }
    let ledgers = written.ledgers()
    #expect(ledgers[0].rows.map(\.numbers) == ledgers[1].rows.map(\.numbers))
    #expect(ledgers[0].rows.map(\.numbers) == ledgers[2].rows.map(\.numbers))
  }

  /// It acts from the first scoring after the switch on, in months that are multiples of the cycle.
  @Test(arguments: [(1, 1, 1), (1, 12, 12), (13, 12, 24), (24, 12, 24), (5, 60, 60), (7, 7, 7)])
  func scoringComesFirst(from month: Int, every: Double, first: Int) {
    var office = office()
    office.policies = []
    office.addPolicy(from: month) { office in
      var appraisal = AppraisalTerms()
      appraisal.scores.findings = true
      appraisal.every = Months(every)
      appraisal.buries = Share(0.8)
      office.scheme.appraisals = [appraisal]
    }
    let ledgers = office.ledgers()
    let burials = ledgers[1].months(.burials)
    // Some months pass before anybody offends and is heard of.
    #expect(burials.min().map { ($0 - max(first, 3)) } == 0, "\(burials)")
    // Until then nobody knows of it.
    func early(_ arm: Int) -> [[Int64]] {
      ledgers[arm].rows(.cases).filter { $0.month < first }.map(\.numbers)
    }
    #expect(early(1) == early(0))
  }

  /// The baseline's is scored in the warm-up, or waits in a cold start; a policy that only changes it goes on with it.
  @Test func theBaselineIsScoredBefore() {
    var office = office()
    office.policies = []
    var appraisal = AppraisalTerms()
    appraisal.scores.findings = true
    appraisal.every = Months(24)
    appraisal.buries = Share(0.8)
    office.scheme.appraisals = [appraisal]
    office.addPolicy { $0.scheme.appraisals[0].buries = Share(0.7) }
    #expect(office.ledgers().map { $0.months(.burials).min() } == [24, 24])
    office.warmUp = 30
    office.policies = []
    office.addPolicy { $0.scheme.appraisals[0].buries = Share(0.7) }
    #expect(office.ledgers().map { $0.months(.burials).min() } == [1, 1])
    // A longer cycle later on does not undo what was scored.
    let longer = Dial(
      path: "appraisal.every", dimension: .duration, bounds: 1...60,
      place: \Scheme.appraisals[0].every.number)
    office.warmUp = 0
    office.policies = []
    office.addPolicy(changes: [Change(longer, .set, .fixed(60), from: 30)])
    let both = office.ledgers().map { $0.rows.map(\.numbers) }
    #expect(both[0] == both[1])
    office.warmUp = 30
    // How long it was in force before counts: from month −25 on, or from month 0 on.
    func rows(_ every: Double) -> [[Int64]] {
      var other = office
      other.scheme.appraisals[0].every = Months(every)
      return other.ledgers()[0].rows.map(\.numbers)
    }
    #expect(rows(30) == rows(60) && rows(30) != rows(5))
    // Being scored for nothing changes nothing, in the warm-up neither.
    office.policies = []
    office.scheme.appraisals[0].buries = Share(0)
    office.scheme.appraisals[0].chills = Factor(0)
    let scored = office.ledgers()[0].rows.map(\.numbers)
    office.scheme.appraisals = []
    #expect(office.ledgers()[0].rows.map(\.numbers) == scored)
  }

  /// Where rotation is scored, a tenth more of the due rotate at weight 1; where completion is, paper grows.
  @Test func otherScoresActElsewhere() {
    var rotating = Office(seats: 400, horizon: 60)
    rotating.addRisk()
    rotating.addRotation(every: 12, coverage: 0.5)
    rotating.addPolicy { office in
      var appraisal = AppraisalTerms()
      appraisal.scores.rotation = true
      appraisal.weight = Share(1)
      office.scheme.appraisals = [appraisal]
    }
    var complied = Evidence()
    let due = Condition.flag(.due)
    rotating.forEachRun(
      40, [.count(.moves, where: due), .count(.moves, where: due.and(.flag(.complied)))]
    ) { sums in complied.add(sums[1][1], per: sums[1][0]) }
    complied.expect(0.6, power: 0.02)

    var mending = Office(seats: 200, horizon: 60)
    mending.addOffences { $0.severity.violation = Share(1) }
    mending.addReview(every: 12, finds: 1)
    mending.addSanction { $0.violation = PerForm(0, 1, 0, 0) }
    var remedy = RemedyTerms()
    remedy.name = "rectification"
    remedy.on = [.filing]
    remedy.replies = .constant(0)
    remedy.takes = .constant(1)
    remedy.accepts = Share(1)
    remedy.completes = Share(0.5)
    remedy.paper = Share(0.4)
    mending.scheme.remedies = [remedy]
    mending.scheme.risks[0].severity.sign = Share(0)
    mending.addPolicy { office in
      var appraisal = AppraisalTerms()
      appraisal.scores.completion = true
      appraisal.weight = Share(1)
      office.scheme.appraisals = [appraisal]
    }
    var reported = Evidence()
    mending.forEachRun(
      40,
      [.count(.rectifications), .count(.rectifications, where: .flag(.reported))]
    ) { sums in reported.add(sums[1][1], per: sums[1][0]) }
    // Done, or on paper: .5 + .5·(.4 + .3).
    reported.expect(0.85, power: 0.05)
  }
}
