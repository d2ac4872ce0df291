import Engine
import Ledger
import Plan
import Quantities
import Testing

extension Office {
  /// Adds a publicity that everybody hears of.
  mutating func addPublicity(
    _ what: Published..., felt: Double, _ change: (inout PublicityTerms) -> Void = { _ in }
  ) {
    var publicity = PublicityTerms()
    publicity.name = "publicity\(scheme.publicities.count)"
    publicity.of = what
    publicity.reach = Share(1)
    publicity.felt = Factor(felt)
    change(&publicity)
    scheme.publicities.append(publicity)
  }

  /// Adds duty reports of everybody.
  mutating func addDutyReport(
    every: Double, felt: Double, _ change: (inout DutyReportTerms) -> Void = { _ in }
  ) {
    var report = DutyReportTerms()
    report.name = "report\(scheme.dutyReports.count)"
    report.of = everywhere
    report.every = Months(every)
    report.felt = Factor(felt)
    change(&report)
    scheme.dutyReports.append(report)
  }

  /// Adds an organisation with a post of its own.
  fileprivate mutating func addOrganization(seats: Int) {
    var organization = OrganizationTerms()
    organization.name = "other"
    scheme.organizations.append(organization)
    addUnit()
    scheme.units[scheme.units.count - 1].organization = scheme.organizations.count - 1
    addPost(seats: seats)
  }
}

/// What is told to people: publicity and reports on duty (model.md G11).
struct TellingOracles {
  private typealias Fear = DeterrenceOracles

  /// A published result raises the perceived risk by r·f·(1 − p₀)/(k + r·f) in the organisation, and nowhere else.
  @Test func publicityReachesTheOrganisation() {
    let rise = 2.7 * (1 - 0.1) / (20 + 2.7)
    #expect(abs(Fear.perceived(2.7) - (0.1 + rise)) < 1e-12)
    var office = Fear.office(horizon: 2)
    office.addOrganization(seats: 2000)
    office.scheme.risks[0].at = office.everywhere
    office.addReview(every: 1000) {
      $0.first = Months(1)
      $0.of = Selection(posts: [0])
      $0.isPublished = true
    }
    let published = exponentialMinusOne(-0.3 * Fear.learnt(0.1))
    let told = exponentialMinusOne(-0.3 * Fear.learnt(2.7))
    office.addPolicy {
      $0.addPublicity(.results, felt: 9) { $0.reach = Share(0.2) }
      $0.addPublicity(.cases, .results, felt: 9) { $0.reach = Share(0.1) }
      $0.addPublicity(.sanctions, .cases, felt: 9)
      $0.addPublicity(.results, felt: 9) { $0.isOn = false }
    }
    expect(office, told / published, at: 0)
    expect(office, 1, at: 1)
    // What is not published nobody tells of.
    office.scheme.reviews[0].isPublished = false
    office.policies[0].phases[0].scheme.reviews[0].isPublished = false
    expect(office, 1, at: 0)
  }

  /// Cases are told of when they are filed, sanctions when they are decided, from form 2 on.
  @Test func casesAndSanctionsAreToldOf() {
    func office(_ form: Form, decides months: Double, _ what: Published) -> Office {
      var office = Fear.office(horizon: 14) { $0.halfLife = Months(1e9) }
      office.scheme.sanctions = []
      // What is done at the first post would be a violation, what is found at the other is a sign.
      office.scheme.risks[0].severity.sign = Share(0)
      office.scheme.risks[0].severity.violation = Share(1)
      office.addForm(form) {
        $0.violation = PerForm(0, 1, 0, 0)
        $0.weights = PerForm(1, 1, 1, 1)
        $0.decides = PerForm(months, months, months, months)
        $0.isPublished = true
      }
      // Twenty-seven at another unit, who are found in the first month.
      office.addUnit()
      office.addPost(seats: 27)
      office.addOffences { $0.at = Selection(posts: [1]) }
      office.addReview(every: 1000, finds: 1) {
        $0.first = Months(1)
        $0.of = Selection(posts: [1])
      }
      office.addPolicy { $0.addPublicity(what, felt: 1) { $0.reach = Share(0.1) } }
      return office
    }
    let told = exponentialMinusOne(-0.3 * Fear.learnt(2.7)) / exponentialMinusOne(-0.3)
    expect(office(.second, decides: 12, .cases), told, in: 2, at: 0)
    expect(office(.second, decides: 12, .sanctions), 1, in: 2, at: 0)
    expect(office(.second, decides: 12, .sanctions), told, in: 14, at: 0)
    // A first form is neither a case nor a sanction to tell of.
    expect(office(.first, decides: 0, .cases), 1, in: 2, at: 0)
    expect(office(.first, decides: 0, .sanctions), 1, in: 2, at: 0)
    // Where sanctions are not published there is none to tell of, and a publicity takes the place of what is felt.
    var secret = office(.second, decides: 0, .sanctions)
    secret.policies[0].phases[0].scheme.sanctions[0].isPublished = false
    expect(secret, 1, in: 2, at: 0)
    var usual = office(.second, decides: 0, .sanctions)
    usual.scheme.sanctions[0].felt.organization = Factor(0.5)
    usual.policies[0].phases[0].scheme.sanctions[0].felt.organization = Factor(0.5)
    let loud = exponentialMinusOne(-0.3 * Fear.learnt(13.5))
    expect(usual, exponentialMinusOne(-0.3 * Fear.learnt(2.7)) / loud, in: 2, at: 0)
  }

  /// Whoever reports feels it from the next month on: after n reports f·(1 − 2^(−nT/h))/(1 − 2^(−T/h)) is left.
  @Test func dutyReportsAreFelt() {
    var office = Fear.office(horizon: 7) { $0.halfLife = Months(3) }
    office.addPost(seats: 2000)
    office.scheme.risks[0].at = office.everywhere
    office.addPolicy {
      $0.addDutyReport(every: 3, felt: 2.7) {
        $0.of = Selection(posts: [1])
        $0.cost = Price(7)
      }
      $0.addDutyReport(every: 1, felt: 2.7) { $0.isOn = false }
    }
    func left(after reports: Double) -> Double {
      2.7 * (1 - power(2, -reports)) / (1 - power(2, -1))
    }
    #expect(abs(left(after: 2) - 4.05) < 1e-12)
    let idle = exponentialMinusOne(-0.3)
    expect(office, 1, in: 3, at: 1)
    for (month, felt) in [(4, left(after: 1)), (6, 2.7 * power(2, -2.0 / 3)), (7, left(after: 2))] {
      expect(office, exponentialMinusOne(-0.3 * Fear.learnt(felt)) / idle, in: month, at: 1)
    }
    expect(office, 1, in: 7, at: 0)
    let costs = office.ledgers()[1].rows(.costs)
    #expect(costs.map(\.month) == [3, 6])
    #expect(costs.allSatisfy { $0[.activity] == Activity.dutyReport.rawValue && $0.post == 1 })
    #expect(costs.allSatisfy { $0[.amount] == 2000 * 7_00 })
  }

  /// Publicity costs money as long as it acts; who is not deterred learns nothing from it.
  @Test func tellingCosts() {
    var office = Office(seats: 10, horizon: 3)
    office.addRisk(0.3) { $0.lasts = Months(0) }
    office.addPolicy {
      $0.addPublicity(.results, felt: 9) { $0.cost = PriceRate(50) }
      $0.addPublicity(.results, felt: 9) {
        $0.cost = PriceRate(50)
        $0.isOn = false
      }
      $0.addDutyReport(every: 1, felt: 9)
    }
    let ledgers = office.ledgers()
    let costs = ledgers[1].rows(.costs)
    #expect(costs.map(\.month) == [1, 2, 3])
    #expect(costs.allSatisfy { $0[.activity] == Activity.publicity.rawValue && $0[.body] == nil })
    #expect(costs.allSatisfy { $0[.amount] == 50_00 })
    #expect(ledgers[0].numbers() == ledgers[1].numbers(without: .costs))
  }

  /// Starts of a month in the policy, per start in the baseline.
  private func expect(
    _ office: Office, _ ratio: Double, in month: Int = 2, at post: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let starts = Atom.count(
      .offences,
      where: .and(.isOneOf(.post, [Int64(post)]), .isOneOf(.risk, [0])),
      in: Window(first: month, last: month))
    var evidence = Evidence()
    office.forEachRun(200, [starts]) { evidence.add($0[1][0], per: $0[0][0]) }
    evidence.expect(ratio, power: 0.01, sourceLocation: sourceLocation)
  }
}
