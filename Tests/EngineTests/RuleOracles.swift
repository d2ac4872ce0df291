import Ledger
import Plan
import Quantities
import Testing

/// O34: rules see only what an institution can see, and what they change takes effect a month later.
struct RuleOracles {
  /// A review of nothing every six months, after which rules are asked; N(0, 1) read monthly at a line.
  private func office(
    seats: Int = 500, yellow: Double = 1, horizon: Int = 24,
    _ change: (inout RuleTerms) -> Void
  ) -> Office {
    var office = Office(seats: seats, horizon: horizon)
    office.addRisk()
    office.addIndicator(yellow: yellow)
    office.addResponse(.yellow)
    office.addReview(every: 6) { $0.name = "look" }
    var rule = RuleTerms()
    rule.name = "tune"
    rule.at = [0]
    change(&rule)
    office.scheme.rules = [rule]
    return office
  }

  private let yellow = Dial(
    path: "threshold.indicator0.yellow", dimension: .number, bounds: -10...10,
    place: \Scheme.indicators[0].yellow.number)

  private func alerts(
    _ condition: Condition = .always, last months: Int = 6
  ) -> Question {
    .atom(
      Atom(.alerts, .count, where: condition, in: Window(first: 1 - months, last: 0)))
  }

  /// Fired at month 6, the line stands higher from month 7 on; the share of alerts is the tail there.
  @Test func thresholdsAreTurnedFromTheNextMonth() {
    let office = office { rule in
      rule.condition = .compares(alerts(), .greater, .number(0))
      rule.actions = [.turn(yellow, .add, 0.5)]
      rule.cooldown = Months(100)
    }
    let tails = [0.15865525, 0.0668072]
    var evidence = [Evidence(), Evidence()]
    office.forEachRun(
      40,
      [
        .count(.alerts, in: Window(first: 1, last: 6)),
        .count(.alerts, in: Window(first: 7, last: 24)),
      ]
    ) { sums in
      evidence[0].add(Double(sums[0][0]), per: 500 * 6)
      evidence[1].add(Double(sums[0][1]), per: 500 * 18)
    }
    for index in 0..<2 { evidence[index].expect(tails[index], power: 0.05) }
    let ledger = office.ledgers()[0]
    #expect(ledger.months(.firings) == [6])
    #expect(ledger.months(.changes) == [7])
    let change = ledger.rows(.changes)[0]
    #expect(change.time(.old) == 1 && change.time(.new) == 1.5)
  }

  /// Windows count back from now, and end now; a rule that has fired rests until its time is over.
  @Test func windowsCountBack() {
    let month = office { rule in
      rule.condition = .compares(
        .combined(alerts(last: 1), .divide, .number(500)), .greater, .number(0.12))
      rule.actions = [.turn(yellow, .add, 0.5)]
    }
    // One month of alerts after the first change is 6.7 % of the seats: it fires once.
    #expect(month.ledgers()[0].months(.firings) == [6])
    let ever = office { rule in
      rule.condition = .compares(
        .combined(.atom(.count(.alerts)), .divide, .number(500)), .greater, .number(0.5))
      rule.actions = [.turn(yellow, .add, 0.1)]
    }
    #expect(ever.ledgers()[0].months(.firings) == [6, 12, 18])
    var resting = ever
    resting.scheme.rules[0].cooldown = Months(12)
    #expect(resting.ledgers()[0].months(.firings) == [6, 18])
    resting.scheme.rules[0].condition = .not(
      ever.scheme.rules[0].condition ?? .not(.compares(.number(0), .less, .number(1))))
    #expect(resting.ledgers()[0].months(.firings) == [])
  }

  /// What is open when a rule asks counts as it stands then, and goes on afterwards as if nobody had asked.
  @Test func askingChangesNothing() {
    var office = Office(seats: 300, horizon: 36)
    office.addRisk(0.01)
    office.addIndicator(yellow: 1.5, under: [0], .normal(mean: 2, sd: 1))
    office.addResponse(.yellow, verifies: 0.5) { $0.within = Months(4) }
    office.addBody(capacity: 5)
    office.addChannel(0.02) { $0.noise = PerPersonYear(0.1) }
    office.addResponse(verifies: 0.5) { $0.within = Months(3) }
    office.addSanction { $0.decides = PerForm(0, 3, 3, 3) }
    office.addTurnover(0.01)
    office.addReview(every: 3, finds: 0.05)
    office.addPolicy { office in
      var rule = RuleTerms()
      rule.name = "idle"
      rule.at = [0]
      rule.condition = .compares(.atom(.count(.leads)), .less, .number(0))
      rule.actions = [.order(review: 0, posts: nil)]
      office.scheme.rules = [rule]
    }
    for run in 0..<5 {
      let ledgers = office.ledgers(run: run)
      #expect(ledgers[0].rows.map(\.numbers) == ledgers[1].rows.map(\.numbers))
    }
  }

  /// Alerts that wait are alerts; verified ones count when they are.
  @Test func openAlertsAreSeen() {
    var office = office { rule in
      rule.condition = .and(
        .compares(alerts(), .greater, .number(300)),
        .compares(alerts(.flag(.answered)), .equal, .number(0)))
      rule.actions = [.turn(yellow, .add, 0.1)]
      rule.cooldown = Months(100)
    }
    office.scheme.responses[0].within = Months(30)
    #expect(office.ledgers()[0].months(.firings) == [6])
    office.scheme.responses[0].within = Months(0)
    #expect(office.ledgers()[0].months(.firings) == [])
  }

  /// O34: a rule that asks for the truth is never answered, so it never fires, whatever its comparison.
  @Test func truthIsNeverSeen() {
    for relation in [Relation.greaterOrEqual, .less] {
      let hidden: [Question] = [
        .atom(.count(.offences)), .atom(.count(.alerts, where: .flag(.genuine))),
      ]
      for question in hidden {
        let office = office { rule in
          rule.condition = .compares(question, relation, .number(1))
          rule.actions = [.turn(yellow, .add, 0.5)]
        }
        #expect(office.ledgers()[0].months(.firings) == [])
      }
    }
  }

  /// O34: two worlds that look alike from outside are ruled alike, whatever is true in them: here the same alerts
  /// are untrue in one and genuine in the other, and nobody answers any.
  @Test func firingsDoNotHangOnTheTruth() {
    var office = Office(seats: 200, horizon: 24)
    office.addOffences { $0.lasts = Months(.infinity) }
    office.addIndicator(yellow: -9, under: [0], .constant(0)) { $0.clean = .constant(0) }
    office.addReview(every: 6)
    var rule = RuleTerms()
    rule.name = "tune"
    rule.at = [0]
    rule.condition = .compares(alerts(last: 1), .equal, .number(200))
    rule.actions = [.turn(yellow, .add, 0.5)]
    office.scheme.rules = [rule]
    office.addPolicy { $0.scheme.risks[0].initial = Share(0) }
    let genuine = office.ledgers()[0]
    var clean = office
    clean.scheme.risks[0].initial = Share(0)
    let untrue = clean.ledgers()[0]
    #expect(genuine.months(.firings) == [6, 12, 18])
    #expect(untrue.months(.firings) == genuine.months(.firings))
    #expect(genuine.count(.alerts) { $0[.genuine] == 1 } > 0)
    #expect(untrue.count(.alerts) { $0[.genuine] == 1 } == 0)
  }

  /// Bounds, and the order of colours, stop what rules do; what is restored stands where it stood.
  @Test func turnsAreClippedAndRestored() {
    var office = office { rule in
      rule.condition = .compares(alerts(), .greaterOrEqual, .number(0))
      rule.actions = [.turn(yellow, .add, 0.5)]
    }
    office.scheme.indicators[0].orange = Factor(1.7)
    let changes = office.ledgers()[0].rows(.changes)
    #expect(changes.map { $0.time(.new).map { ($0 * 100).rounded() } } == [150, 170])
    var rule = office.scheme.rules[0]
    rule.name = "back"
    rule.actions = [.restore(yellow)]
    rule.condition = .compares(.atom(.count(.firings)), .greaterOrEqual, .number(2))
    office.scheme.rules.append(rule)
    let restored = office.ledgers()[0].rows(.changes)
    // At 18 both fire, and the last word is that of the second.
    #expect(restored.map { $0.time(.new).map { ($0 * 100).rounded() } } == [150, 170, 100])
  }

  /// A review that is ordered looks in the next month, at some posts or at all; it needs no cycle.
  @Test func reviewsAreOrdered() {
    for (posts, found) in [(Selection(posts: [1]), 50), (nil, 150)] as [(Selection?, Int)] {
      var office = Office(seats: 100, horizon: 12)
      office.addPost(seats: 50)
      office.addOffences()
      office.addReview(every: 6) { $0.finds = Share(0) }
      office.addReview(every: .infinity, finds: 1) { $0.first = Months(.infinity) }
      var rule = RuleTerms()
      rule.name = "look"
      rule.at = [0]
      rule.condition = .compares(.atom(.count(.reviews)), .equal, .number(1))
      rule.actions = [.order(review: 1, posts: posts)]
      office.scheme.rules = [rule]
      let ledger = office.ledgers()[0]
      #expect(ledger.count(.findings) == found)
      #expect(Set(ledger.months(.findings)) == [7])
    }
  }

  /// A remedy that a rule issues reaches the units named, all without a name.
  @Test func remediesAreIssued() {
    for (units, number) in [([1], 1), (nil, 2)] as [([Int]?, Int)] {
      var office = Office(seats: 10, horizon: 12)
      office.addUnit()
      office.addPost(seats: 10)
      office.addRisk()
      office.addReview(every: 6)
      var remedy = RemedyTerms()
      remedy.name = "mend"
      remedy.on = [.rule]
      remedy.replies = .constant(0)
      remedy.takes = .constant(1)
      remedy.accepts = Share(1)
      remedy.completes = Share(1)
      remedy.hardens = Share(0.3)
      office.scheme.remedies = [remedy]
      var rule = RuleTerms()
      rule.name = "mend"
      rule.at = [0]
      rule.condition = .compares(.atom(.count(.reviews)), .greaterOrEqual, .number(1))
      rule.actions = [.issue(remedy: 0, units: units)]
      office.scheme.rules = [rule]
      let rows = office.ledgers()[0].rows(.rectifications)
      #expect(rows.count == number)
      #expect(rows.allSatisfy { $0[.trigger] == RemedyTrigger.rule.rawValue && $0[.done] == 1 })
      if units != nil { #expect(rows.allSatisfy { $0.post == 1 }) }
      // Rows name who answers for the unit.
      office.addPost(seats: 1)
      office.scheme.units[1].leader = 2
      let named = office.ledgers()[0].rows(.rectifications)
      #expect(named.map(\.post) == (units == nil ? [0, 2] : [2]))
    }
  }
}
