import Ledger
import Plan
import Quantities
import Testing

/// The way of a weakness: revealed, put right or not, looked at again, closed or issued anew; and what hangs on it.
struct LoopMeanings {
  /// A control that is performed below its standard is on the list until it is performed as it should be.
  @Test func weakControlsAreRevealed() {
    var office = Office(desks: 2, horizon: 12)
    office.addRisk()
    office.addControl {
      $0.performed = Share(0.4)
      $0.standard = Share(0.9)
    }
    office.addSurvey(every: 2, reveals: 1)
    office.addRemedy(on: [.weakness]) { $0.performs = Share(0.5) }
    let ledger = office.ledgers()[0]
    // .4, .7, .85 are below .9; .925 is not.
    #expect(ledger.months(.weaknesses) == [2, 4, 6])
    #expect(ledger.rows(.weaknesses).allSatisfy { $0[.weakness] == 1 && $0[.owner] == 0 })
    #expect(ledger.rows(.reviews).map { $0[.weaknesses] } == [1, 1, 1, 0, 0, 0])
    #expect(ledger.rows(.rectifications).allSatisfy { $0[.trigger] == 1 && $0[.done] == 1 })
    // Without a remedy it stays on one line; a survey of nothing reveals nothing.
    office.scheme.remedies[0].on = [.filing]
    #expect(office.ledgers()[0].months(.weaknesses) == [2])
    office.scheme.reviews[0].reveals = Share(0)
    #expect(office.ledgers()[0].count(.weaknesses) == 0)
    #expect(office.ledgers()[0].rows(.reviews).allSatisfy { $0[.weaknesses] == nil })
  }

  /// A line is closed when the remedy is followed up; a follow-up of nothing closes nothing.
  @Test func linesAreClosed() {
    var office = Office.listed(0, desks: 30, horizon: 20)
    office.addSurvey(every: 2, reveals: 1) { $0.every = Months(100) }
    office.addRemedy(on: [.weakness]) {
      $0.lists = true
      $0.takes = .constant(1.5)
      $0.followUp.sees = Share(0.5)
      $0.followUp.within = Months(3)
      $0.cost = Price(10)
    }
    var ledger = office.ledgers()[0]
    // Revealed at the end of 2, done by the beginning of 5, followed up at that of 8.
    #expect(ledger.count(.weaknesses) == 30)
    #expect(
      ledger.rows(.weaknesses).allSatisfy {
        $0[.closed] == 1 && $0.time(.stepTime) == 5 && $0.time(.followed) == 18
      })
    #expect(ledger.rows(.rectifications).allSatisfy { $0.time(.elapsed) == 16 })
    #expect(ledger.count(.cells) { $0[.listed] == 1 } == 30 * 16)
    // Ten for each remedy, five for each follow-up.
    #expect(ledger.sum(.amount, of: .costs) == 30 * 1500)
    office.scheme.remedies[0].followUp.sees = Share(0)
    ledger = office.ledgers()[0]
    #expect(ledger.count(.weaknesses) { $0[.closed] == 1 } == 0)
    #expect(ledger.count(.cells) { $0[.listed] == 1 } == 30 * 16)
    #expect(ledger.sum(.amount, of: .costs) == 30 * 1000)
  }

  /// Half is done, half on paper; of these the follow-up sees half, a third party .8, and they are issued anew.
  @Test func paperIsSeen() {
    var office = RemedyOracles.oneCase(horizon: 40)
    office.addBody(.thirdParty)
    office.addRemedy(on: [.filing]) {
      $0.completes = Share(0.5)
      $0.paper = Share(1)
      $0.followUp.sees = Share(0.5)
      $0.followUp.within = Months(6)
      $0.reopens = Count(1)
    }
    let all = Atom.count(.rectifications)
    let reopened = Atom.count(.rectifications, where: .flag(.reopened))
    let done = Atom.count(.rectifications, where: .flag(.done))
    office.evidence(200, reopened, per: all).expect(0.25, power: 0.1)
    office.evidence(200, done, per: all).expect(0.5 + 0.25 * 0.5, power: 0.04)
    // The second time nothing is issued any more: what is on paper stays reported.
    #expect(office.ledgers()[0].rows(.rectifications).allSatisfy { $0[.reported] == 1 })
    office.scheme.remedies[0].followUp.by = .kind(.thirdParty)
    office.evidence(250, reopened, per: all).expect(0.4, power: 0.06)
    office.scheme.remedies[0].reopens = Count(3)
    office.evidence(200, done, per: all)
      .expect(0.5 * (1 + 0.4 + 0.16 + 0.064), power: 0.03)
  }

  /// A review reveals what is on paper only, and what is overdue: it is issued anew at once.
  @Test func weakRemediesAreRevealed() {
    var office = RemedyOracles.oneCase(desks: 30, horizon: 12)
    office.addSurvey(every: 4, reveals: 1)
    office.addRemedy(on: [.filing]) {
      $0.completes = Share(0)
      $0.paper = Share(1)
      $0.reopens = Count(1)
    }
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.weaknesses) { $0[.weakness] == 3 && $0.month == 4 } == 30)
    #expect(ledger.rows(.rectifications).allSatisfy { $0[.reopened] == 1 })
    // Reissued once, half of the rest is done; what is revealed again stays as it is.
    office.scheme.remedies[0].completes = Share(0.5)
    office.evidence(
      200, .count(.rectifications, where: .flag(.done)), per: .count(.rectifications)
    ).expect(0.75, power: 0.04)
    // Replies come in month 7, by 3 months late: overdue by 4, in by 8.
    office.scheme.remedies[0].completes = Share(1)
    office.scheme.remedies[0].reopens = Count(0)
    office.scheme.remedies[0].within = Months(3)
    office.scheme.remedies[0].replies = .constant(6)
    #expect(office.ledgers()[0].months(.weaknesses) == [Int](repeating: 4, count: 30))
    office.scheme.remedies[0].within = Months(4)
    #expect(office.ledgers()[0].count(.weaknesses) == 0)
  }

  /// A case within 24 months of the report is a recurrence, one later is none.
  @Test(arguments: [(24, 1), (25, 0)])
  func casesRecur(_ every: Int, _ recurred: Int) {
    var office = Office(desks: 20, horizon: 49)
    office.addRisk(20)
    office.addForm(.second)
    office.addCertainReview(every: Double(every)) { $0.first = Months(1) }
    office.addRemedy(on: [.filing])
    let first = office.ledgers()[0].rows(.rectifications).filter { $0.month == 1 }
    #expect(!first.isEmpty)
    // Reported at the end of the month; everybody begins again in the next.
    #expect(first.allSatisfy { $0[.recurred] == recurred && $0[.relapsed] == 1 })
    #expect(first.allSatisfy { $0.time(.elapsed) == 48 })
    office.scheme.risks[0].rate = Rate(0)
    office.scheme.risks[0].initial = Share(1)
    let once = office.ledgers()[0].rows(.rectifications)
    #expect(once.count == 20)
    #expect(once.allSatisfy { $0[.recurred] == 0 && $0[.relapsed] == 0 })
  }

  /// What a review finds is answered, too, where a remedy says so.
  @Test func findingsAreAnswered() {
    var office = Office(desks: 10, horizon: 5)
    office.addOffences()
    office.addReview(every: 4, finds: 1)
    office.addRemedy(on: [.review])
    #expect(office.ledgers()[0].months(.rectifications) == [Int](repeating: 4, count: 10))
    office.scheme.remedies[0].on = [.filing, .weakness]
    #expect(office.ledgers()[0].count(.rectifications) == 0)
  }

  /// Owners: of the risk, of the post, the leader, whoever is first in the unit.
  @Test func weaknessesHaveOwners() {
    var office = Office.listed(0, desks: 4, horizon: 2)
    office.addSurvey(every: 2, reveals: 1)
    office.addRemedy(on: [])
    func owners() -> Set<Int?> { Set(office.ledgers()[0].rows(.weaknesses).map { $0[.owner] }) }
    #expect(owners() == [0])
    office.scheme.posts[3].group = .leaders
    #expect(owners() == [3])
    office.scheme.units[0].leader = 1
    #expect(owners() == [1])
    // A policy may take the leader's post out.
    office.scheme.posts[1].isOn = false
    #expect(owners() == [3])
    office.scheme.posts[1].isOn = true
    for post in 0..<4 { office.scheme.posts[post].owner = Selection(posts: [2]) }
    #expect(owners() == [2])
    office.scheme.risks[0].owner = Selection(posts: [1])
    #expect(owners() == [1])
  }

  /// Nobody keeps from the record what an exempt review found.
  @Test func exemptFindingsAreNotBuried() {
    var office = Office(desks: 30, horizon: 3)
    office.addOffences()
    office.addReview(every: 2, finds: 1) {
      $0.by = .unit
      $0.establishes = .lead
    }
    office.addResponse(.lead) {
      $0.by = .unit
      $0.buries = Share(1)
    }
    #expect(office.ledgers()[0].count(.burials) == 30)
    office.scheme.reviews[0].isExempt = true
    #expect(office.ledgers()[0].count(.burials) == 0)
    #expect(office.ledgers()[0].count(.findings) == 30)
  }

  /// A review that takes effort leaves the body less to start.
  @Test func reviewsTakeEffort() {
    var office = Office(seats: 100, horizon: 10)
    office.addOffences()
    office.addBody(capacity: 5)
    office.addReview(every: 1) { $0.effort = Count(2) }
    office.addIndicator(yellow: 1, under: [0], .constant(9))
    office.addResponse(.yellow)
    #expect(office.ledgers()[0].count(.findings) == 30)
    office.scheme.reviews[0].effort = Count(0)
    #expect(office.ledgers()[0].count(.findings) == 50)
    office.scheme.reviews[0].by = .unit
    office.scheme.reviews[0].effort = Count(9)
    #expect(office.ledgers()[0].count(.findings) == 50)
  }

  /// O38: remedies of one policy and another have the same luck as long as their triggers are the same.
  @Test func policiesShareTheLuckOfRemedies() {
    var office = RemedyOracles.oneCase(horizon: 60)
    office.addRemedy(on: [.filing]) {
      $0.accepts = Share(0.9)
      $0.completes = Share(0.5)
      $0.takes = .exponential(mean: 6)
    }
    office.addPolicy { $0.scheme.remedies[0].completes = Share(0.8) }
    let done = office.ledgers().map { ledger in
      Set(ledger.rows(.rectifications).filter { $0[.done] == 1 }.map(\.post))
    }
    #expect(done[1].isStrictSuperset(of: done[0]))
  }
}
