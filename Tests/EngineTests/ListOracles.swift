import Ledger
import Plan
import Quantities
import Testing

extension Office {
  /// Adds a remedy that is accepted, done at once and changes nothing yet.
  mutating func addRemedy(
    on triggers: [RemedyTrigger], _ change: (inout RemedyTerms) -> Void = { _ in }
  ) {
    var remedy = RemedyTerms()
    remedy.name = "remedy\(scheme.remedies.count)"
    remedy.on = triggers
    change(&remedy)
    scheme.remedies.append(remedy)
  }

  /// Adds a survey that reveals a share of the weaknesses and finds no offence.
  mutating func addSurvey(
    every: Double, reveals: Double, _ change: (inout ReviewTerms) -> Void = { _ in }
  ) {
    addReview(every: every) {
      $0.reveals = Share(reveals)
      change(&$0)
    }
  }

  /// Posts of one seat each with a risk that never acts, of which this share is on the list.
  static func listed(_ share: Double, desks: Int = 100, drift: Double = 0, horizon: Int) -> Office {
    var office = Office(desks: desks, horizon: horizon)
    office.addRisk()
    for post in office.scheme.posts.indices { office.scheme.posts[post].listed = Share(share) }
    office.scheme.organizations[0].drift = Rate(drift)
    return office
  }
}

/// O19: the list of risk points, what drifts off it, what surveys bring back.
struct ListOracles {
  /// .730 before the next survey, .809 in the mean, .892 just after it: v = .6, d = 1/60, T = 12.
  @Test func surveysKeepTheList() {
    var office = Office.listed(1, drift: 1.0 / 60, horizon: 180)
    office.addSurvey(every: 12, reveals: 0.6)
    office.addRemedy(on: [.weakness]) { $0.lists = true }
    let (d, v) = (1.0 / 60, 0.6)
    let decay = 0.8187307530779818
    let after = v / (1 - (1 - v) * decay)
    #expect(abs(after - 0.892) < 5e-4)
    let window = Window(first: 61, last: 180)
    let all = Atom.count(.cells, in: window)
    let listed = Atom.count(.cells, where: .flag(.listed), in: window)
    // Month ends see it after a month's drift: the mean over time is higher by (e^d − 1)/d.
    let month = -exponentialMinusOne(-d)
    office.evidence(100, listed, per: all, d * (1 - month) / month)
      .expect(after * (1 - decay) / (d * 12), power: 0.01)
    #expect(abs(after * (1 - decay) / (d * 12) - 0.809) < 5e-4)
    var before = Evidence()
    var next = Evidence()
    office.forEachRun(100) { ledgers in
      for row in ledgers[0].rows(.cells) where row.month > 60 {
        if row.month % 12 == 0 { before.add(row[.listed] ?? 0, per: 1) }
        if row.month % 12 == 1 { next.add(row[.listed] ?? 0, per: 1) }
      }
    }
    before.expect(after * decay, power: 0.02)
    #expect(abs(after * decay - 0.730) < 5e-4)
    next.expect(after * (1 - month), power: 0.02)
  }

  /// Without surveys the list decays from its first share; without drift it stands.
  @Test func listsDecay() {
    var office = Office.listed(0.7, drift: 0.05, horizon: 24)
    let listed = Atom.count(.cells, where: .flag(.listed), in: Window(first: 24, last: 24))
    let all = Atom.count(.cells, in: Window(first: 24, last: 24))
    office.evidence(200, listed, per: all).expect(0.7 * exponential(-1.2), power: 0.08)
    office.scheme.organizations[0].drift = Rate(0)
    office.evidence(200, listed, per: all).expect(0.7, power: 0.03)
    // What the risk says goes before what the posts say.
    office.scheme.risks[0].listed = Share(0.2)
    office.evidence(200, listed, per: all).expect(0.2, power: 0.1)
  }

  /// Nobody lists what a survey reveals without a remedy that answers it; only what is known is on the catalogue.
  @Test func revealingIsNotListing() {
    var office = Office.listed(0.5, horizon: 24)
    office.addSurvey(every: 12, reveals: 0.6)
    let ledger = office.ledgers()[0]
    func count(_ month: Int, _ claim: (Row) -> Bool) -> Int {
      ledger.count(.cells) { Int($0.month) == month && claim($0) }
    }
    let hidden = count(1) { $0[.listed] == 0 }
    #expect((30...70).contains(hidden))
    #expect(count(24) { $0[.listed] == 0 } == hidden)
    #expect(count(11) { $0[.known] == 0 } == hidden)
    let revealed = ledger.count(.weaknesses)
    #expect(count(24) { $0[.known] == 1 && $0[.listed] == 0 } == revealed)
    // One line each, though the second survey meets some again.
    #expect(revealed < hidden && revealed > hidden / 2)
    #expect(ledger.count(.weaknesses) { $0[.closed] == 1 } == 0)
    let found = ledger.rows(.reviews).map { $0[.weaknesses] ?? 0 }
    #expect(found[0] == ledger.count(.weaknesses) { $0.month == 12 })
    #expect(found[1] > ledger.count(.weaknesses) { $0.month == 24 })
    var some = Evidence()
    office.forEachRun(200) { ledgers in
      some.add(
        ledgers[0].count(.weaknesses) { $0.month == 12 },
        per: ledgers[0].count(.cells) { $0.month == 1 && $0[.listed] == 0 })
    }
    some.expect(0.6, power: 0.05)
    // Some methods reveal less.
    office.scheme.reviews[0].method = .questionnaire
    some = Evidence()
    office.forEachRun(200) { ledgers in
      some.add(
        ledgers[0].count(.weaknesses) { $0.month == 12 },
        per: ledgers[0].count(.cells) { $0.month == 1 && $0[.listed] == 0 })
    }
    some.expect(0.42, power: 0.07)
  }

  /// What is off the list no indicator watches.
  @Test func theUnlistedRaiseNoAlerts() {
    var office = Office.listed(0.4, desks: 200, horizon: 12)
    office.scheme.risks = []
    office.addOffences()
    office.addIndicator(yellow: 5, under: [0], .constant(9)) { $0.every = Months(3) }
    office.addIndicator(yellow: 5, under: [0], .constant(9))
    let ledger = office.ledgers()[0]
    let listed = Set(ledger.rows(.cells).filter { $0[.listed] == 1 }.map(\.post))
    #expect((50...110).contains(listed.count))
    for indicator in 0..<2 {
      let alerts = ledger.rows(.alerts).filter { $0[.indicator] == indicator }
      #expect(Set(alerts.map(\.post)) == listed)
      #expect(alerts.count == listed.count * (indicator == 0 ? 4 : 12))
    }
  }

  /// Off the list a review finds with half of the hazard: 1 − (1 − q)^½.
  @Test func reviewsFindTheUnlistedLess() {
    var office = Office.listed(0, desks: 100, horizon: 6)
    office.scheme.risks = []
    office.addOffences()
    office.addReview(every: 6, finds: 0.75) { $0.unlisted = Factor(0.5) }
    let found = Atom.count(.findings)
    let all = Atom.count(.offences)
    office.evidence(100, found, per: all).expect(0.5, power: 0.06)
    for post in office.scheme.posts.indices { office.scheme.posts[post].listed = Share(1) }
    office.evidence(100, found, per: all).expect(0.75, power: 0.04)
  }

  /// A policy that lists more lists the same and more; what it says of nothing else changes nothing.
  @Test func policiesListMore() {
    var office = Office.listed(0.3, horizon: 24)
    office.warmUp = 12
    office.addPolicy { $0.scheme.risks[0].listed = Share(0.8) }
    office.addPolicy(from: 7) { $0.scheme.risks[0].listed = Share(0.8) }
    office.addPolicy { $0.scheme.organizations[0].drift = Rate(0) }
    let ledgers = office.ledgers()
    func listed(_ arm: Int, _ month: Int) -> Set<Int32> {
      Set(
        ledgers[arm].rows(.cells).filter { $0[.listed] == 1 && Int($0.month) == month }
          .map(\.post))
    }
    #expect(listed(1, 1).isStrictSuperset(of: listed(0, 1)))
    #expect(listed(2, 6) == listed(0, 6))
    #expect(listed(2, 7) == listed(1, 7))
    #expect(ledgers[3].digest == ledgers[0].digest)
  }

  /// A list on which everything stands changes no byte of anything else.
  @Test func fullListsChangeNothing() {
    var office = FieldOracles.busy()
    office.addPolicy { $0.addRemedy(on: []) }
    for run in 0..<3 {
      let ledgers = office.ledgers(run: run)
      #expect(
        ledgers[0].numbers(without: .cells) == ledgers[1].numbers(without: .cells))
    }
  }
}
