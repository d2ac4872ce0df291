import Engine
import Ledger
import Plan
import Quantities
import Testing

extension Office {
  /// Adds an admonition of persons that nothing follows, felt by nobody, served at once.
  mutating func addAdmonition(
    _ triggers: AdmonitionTrigger..., change: (inout AdmonitionTerms) -> Void = { _ in }
  ) {
    var admonition = AdmonitionTerms()
    admonition.name = "admonition\(scheme.admonitions.count)"
    admonition.on = triggers
    change(&admonition)
    scheme.admonitions.append(admonition)
  }
}

extension Ledger {
  /// The months of the admonitions that took a step.
  fileprivate func months(_ step: AdmonitionStep) -> [Int] {
    rows(.admonitions).filter { $0[.step] == step.rawValue }
      .flatMap { [Int](repeating: Int($0.month), count: Int($0.times)) }
  }
}

/// Admonitions: what calls for them, their four steps, what they leave (model.md G11).
struct AdmonitionOracles {
  private typealias Fear = DeterrenceOracles

  private func steps(_ step: AdmonitionStep) -> Atom {
    .count(.admonitions, where: .isOneOf(.step, [Int64(step.rawValue)]))
  }

  /// Each verified sign is admonished, and nothing graver; half a month later it is served and recorded, then visited.
  @Test func signsAreAdmonished() {
    var office = Office(seats: 400, horizon: 12)
    office.addBody()
    office.addOffences {
      $0.severity.sign = Share(0.6)
      $0.severity.violation = Share(0.4)
    }
    office.addReview(every: 1000, finds: 0.5) { $0.first = Months(2) }
    office.addAdmonition(.sign) {
      $0.served = Months(0.5)
      $0.followUp.finds = Share(0.15)
      $0.followUp.within = Months(6)
      $0.cost = Price(1000)
    }
    let signs = Atom.count(.findings, where: .has(.stage, Stage.sign))
    var evidence = Evidence()
    office.forEachRun(60, [signs, steps(.plan), steps(.served), steps(.record), steps(.followUp)]) {
      for step in 1...4 { #expect($0[0][step] == $0[0][0]) }
      evidence.add($0[0][1], per: 400)
    }
    // rate × trigger: found × signs among them.
    evidence.expect(0.5 * 0.6, power: 0.06)
    let ledger = office.ledgers()[0]
    let found = ledger.count(.findings) { $0[.stage] == Stage.sign.rawValue }
    #expect(ledger.months(.plan) == [Int](repeating: 2, count: found))
    #expect(ledger.months(.served) == [Int](repeating: 3, count: found))
    #expect(ledger.months(.record) == [Int](repeating: 3, count: found))
    #expect(ledger.months(.followUp) == [Int](repeating: 9, count: found))
    let costs = ledger.rows(.costs).filter { $0[.activity] == Activity.admonition.rawValue }
    #expect(costs.count == found && costs.allSatisfy { $0[.amount] == 1000_00 && $0[.body] == 0 })
    // Without a visit three steps are taken.
    office.scheme.admonitions[0].followUp.finds = Share(0)
    #expect(office.ledgers()[0].months(.followUp).isEmpty)
  }

  /// Lets a rule admonish the holders of some posts, once, at the end of month 6.
  private func admonish(_ posts: [Int], in office: inout Office) {
    office.addReview(every: 6)
    var rule = RuleTerms()
    rule.name = "warn"
    rule.at = [office.scheme.reviews.count - 1]
    rule.condition = .compares(.number(1), .greater, .number(0))
    rule.actions = [.admonish(Selection(posts: posts))]
    rule.cooldown = Months(100)
    office.scheme.rules = [rule]
  }

  /// A visit finds q of what goes on at the addressee's: at once if it is a supervisory body's, else a lead of it.
  @Test(arguments: [BodyKind.supervisory, .procuratorate], [Addressee.seat, .unit])
  func visitsFindAShare(_ kind: BodyKind, _ addressee: Addressee) {
    var office = Office(seats: 100, horizon: 11)
    office.addBody(kind)
    office.addUnit()
    office.addPost(seats: 100)
    office.addOffences()
    office.addResponse(.lead)
    office.addAdmonition(.rule) {
      $0.by = .body(0)
      $0.to = addressee
      $0.followUp.finds = Share(0.15)
      $0.followUp.within = Months(3)
    }
    admonish([1], in: &office)
    let isDirect = kind == .supervisory
    var found = Evidence()
    office.forEachRun(220) { ledgers in
      let findings = ledgers[0].rows(.findings)
      // What a rule decides is served in the next month at the earliest.
      #expect(findings.allSatisfy { $0.month == (isDirect ? 10 : 11) && $0.post == 1 })
      #expect(findings.allSatisfy { $0[.source] == LeadSource.review.rawValue })
      #expect(ledgers[0].count(.leads) { _ in true } == (isDirect ? 0 : findings.count))
      found.add(findings.count, per: 100)
    }
    found.expect(0.15, power: 0.1)
    let ledger = office.ledgers()[0]
    let number = addressee == .seat ? 100 : 1
    for (step, month) in [
      (AdmonitionStep.plan, 6), (.served, 7), (.record, 7), (.followUp, 10),
    ] {
      #expect(ledger.months(step) == [Int](repeating: month, count: number))
    }
    #expect(ledger.rows(.admonitions).allSatisfy { $0.post == 1 && $0[.body] == 0 })
    #expect(ledger.rows(.admonitions).allSatisfy { $0[.addressee] == addressee.rawValue })
  }

  /// Whoever is addressed feels it from the month after the serving: the person alone, or the whole unit.
  @Test(arguments: [Addressee.seat, .unit])
  func admonitionsAreFelt(_ addressee: Addressee) {
    var office = Fear.office(seats: 1000, horizon: 9)
    office.addUnit()
    office.addPost(seats: 1000)
    office.addPost(seats: 1000)
    office.scheme.risks[0].at = office.everywhere
    office.addPolicy {
      $0.addAdmonition(.rule) {
        $0.to = addressee
        $0.felt.own = Factor(addressee == .seat ? 2.7 : 50)
        $0.felt.unit = Factor(addressee == .unit ? 2.7 : 50)
      }
      admonish([1], in: &$0)
    }
    let fear = (Fear.learnt(2.7), Fear.learnt(2.7 * power(2, -1.0 / 12)))
    for (post, month, multiplier) in [
      (0, 8, 1.0), (1, 7, 1), (1, 8, fear.0), (1, 9, fear.1),
      (2, 8, addressee == .unit ? fear.0 : 1),
    ] {
      let starts = Atom.count(
        .offences, where: .isOneOf(.post, [Int64(post)]), in: Window(first: month, last: month))
      var evidence = Evidence()
      office.forEachRun(300, [starts]) { evidence.add($0[1][0], per: $0[0][0]) }
      evidence.expect(
        exponentialMinusOne(-0.3 * multiplier) / exponentialMinusOne(-0.3), power: 0.012)
    }
  }

  /// Void orange alerts call for one if their reading is in the highest tenth of the clean readings of their colour.
  @Test(arguments: [false, true])
  func strikingVoidAlertsAreAdmonished(_ isActive: Bool) {
    let clean = Normal(mean: 0, deviation: 1)
    let law = Distribution.normal(mean: isActive ? 1 : 0, sd: 1)
    func mark(_ line: Double) -> Double { -naturalLog(clean.cumulative(line)) }
    let least = clean.quantile(exponential(-(mark(2.5) + (mark(1.5) - mark(2.5)) / 10)))
    let beyond = law.survival(2.5)
    let share = (law.survival(least) - beyond) / (law.survival(1.5) - beyond)
    if !isActive { #expect(abs(share - 0.1) < 0.003) }
    var office = Office(seats: 500, horizon: 24)
    office.addOffences(share: isActive ? 1 : 0)
    office.addIndicator(yellow: 1, under: [0], .normal(mean: 1, sd: 1)) {
      $0.orange = Factor(1.5)
      $0.red = Factor(2.5)
    }
    for colour in [ResponseCause.yellow, .orange, .red] {
      office.addResponse(colour, verifies: 0)
    }
    office.addAdmonition(.void)
    let orange = Atom.count(.alerts, where: .has(.colour, Colour.orange))
    let disposed = Atom.count(.alerts, where: .flag(.disposed))
    var evidence = Evidence()
    office.forEachRun(120, [orange, disposed, steps(.plan)]) {
      #expect($0[0][1] == $0[0][2])
      evidence.add($0[0][2], per: $0[0][0])
    }
    evidence.expect(share, power: 0.06)
    // An admonition of the unit is none of the subject; what is shelved is not void.
    office.scheme.admonitions[0].to = .unit
    #expect(office.ledgers()[0].count(.alerts) { $0[.disposed] == 1 } == 0)
    #expect(office.ledgers()[0].months(.served).count > 10)
    office.scheme.responses[1].shelves = Share(1)
    #expect(office.ledgers()[0].rows(.admonitions).isEmpty)
  }

  /// It is served where the person sits by then; whoever has left is not reached.
  @Test func peopleAreFollowed() {
    var office = Office(seats: 300, horizon: 24)
    office.addOffences()
    office.addReview(every: 1000, finds: 1) { $0.first = Months(2) }
    office.addAdmonition(.sign) {
      $0.served = Months(6)
      $0.followUp.finds = Share(0.5)
      $0.followUp.within = Months(4)
    }
    office.addTurnover(0.05)
    office.addRotation(every: 3, coverage: 1, .exchange)
    var served = Evidence()
    var visited = Evidence()
    office.forEachRun(130, [steps(.plan), steps(.served), steps(.followUp)]) {
      served.add($0[0][1], per: $0[0][0])
      visited.add($0[0][2], per: $0[0][1])
    }
    served.expect(exponential(-0.05 * 6), power: 0.03)
    visited.expect(exponential(-0.05 * 4), power: 0.03)
  }

  /// What is switched off changes nothing; where nobody fears and nothing is visited, it leaves its rows alone.
  @Test func admonitionsAreNeutral() {
    var office = Office(seats: 50, horizon: 24)
    office.addRisk(0.02)
    office.addReview(every: 2, finds: 0.3)
    office.addLadder()
    office.addPolicy { $0.addAdmonition(.sign, .void) { $0.isOn = false } }
    office.addPolicy { $0.addAdmonition(.sign) { $0.cost = Price(5) } }
    let ledgers = office.ledgers()
    #expect(ledgers[0].digest == ledgers[1].digest)
    let added = ledgers[2].rows(.admonitions).count
    #expect(added > 3)
    #expect(ledgers[2].count(.costs) { $0[.activity] == Activity.admonition.rawValue } == added / 3)
    #expect(
      ledgers[0].numbers(without: .costs) == ledgers[2].numbers(without: .costs, .admonitions))
  }
}
