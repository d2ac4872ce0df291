import Ledger
import Plan
import Quantities
import Testing

/// Sharing, meetings, listing of key cases, and who pays for an indicator (model.md G7).
struct CoordinationOracles {
  /// Everybody is active and alerted in the first month; an inspectorate answers.
  private func office(seats: Int = 400, horizon: Int = 1, capacity: Double = .infinity) -> Office {
    var office = Office(seats: seats, horizon: horizon)
    office.addOffences { $0.loss = .constant(100) }
    office.addIndicator(yellow: 1, under: [0], .constant(2)) {
      $0.clean = .constant(0)
      $0.quiet = Months(600)
    }
    office.addBody(capacity: capacity)
    office.addBody(.audit)
    return office
  }

  private func add(_ office: inout Office, _ change: (inout SharingTerms) -> Void) {
    var sharing = SharingTerms()
    change(&sharing)
    office.scheme.sharings.append(sharing)
  }

  private func addListing(_ office: inout Office, _ change: (inout ListingTerms) -> Void) {
    var listing = ListingTerms()
    listing.condition = ListingTerms.usual
    change(&listing)
    office.scheme.listings.append(listing)
  }

  /// Information from others: the hazard of being verified is × (1 + σ/2); what goes elsewhere helps nobody here.
  @Test func sharingHelpsToVerify() {
    for (from, to, degree) in [(nil, nil, 0.6), (1, 0, 0.6), (0, nil, 0), (nil, 1, 0)]
      as [(Int?, Int?, Double)]
    {
      var office = office()
      office.addResponse(.yellow, verifies: 0.5)
      add(&office) {
        $0.degree = Share(0.6)
        ($0.from, $0.to) = (from, to)
      }
      office.evidence(60, .count(.findings), per: .count(.alerts)).expect(
        1 - power(0.5, 1 + degree / 2), power: 0.04)
    }
  }

  /// Of what a review hands over 1 − (1 − t)(1 − σ) arrive: t = .4 and σ = .5 give .7.
  @Test func sharingLosesFewerLeads() {
    var office = office()
    office.scheme.indicators = []
    office.addReview(every: 1, finds: 1) {
      $0.by = .body(1)
      $0.establishes = .lead
      $0.transfers = Share(0.4)
    }
    office.addResponse(.transfer) { $0.by = .body(0) }
    add(&office) { ($0.degree, $0.from, $0.to) = (Share(0.5), 1, 0) }
    office.evidence(60, .count(.transfers), per: .count(.offences)).expect(0.7, power: 0.03)
    office.scheme.sharings[0].from = 0
    office.evidence(60, .count(.transfers), per: .count(.offences)).expect(0.4, power: 0.06)
  }

  /// A hand-over between bodies that meet takes half the time between two meetings at most.
  @Test func meetingsHurryHandOvers() {
    func months(_ members: [Int]) -> Set<Int> {
      var office = office(horizon: 12)
      office.scheme.indicators = []
      office.addReview(every: 12, finds: 1) {
        $0.by = .body(1)
        $0.establishes = .lead
        $0.first = Months(1)
        $0.transferWithin = Months(6)
      }
      office.addResponse(.transfer) { $0.by = .body(0) }
      addMeeting(&office, every: 4, members)
      return Set(office.ledgers()[0].months(.findings))
    }
    #expect(months([0, 1]) == [3])
    #expect(months([]) == [3])
    #expect(months([0]) == [7])
  }

  private func addMeeting(_ office: inout Office, every: Double, _ members: [Int]) {
    var meeting = MeetingTerms()
    meeting.every = Months(every)
    meeting.of = members
    meeting.cost = Price(7)
    office.scheme.meetings.append(meeting)
  }

  /// What an overloaded body cannot start until the next meeting goes to one that can, as far as that reaches: 100 items,
  /// 4 a month here and 3 there, meetings every 10 months: 40 stay and 30 go, 30 wait for the next.
  @Test func meetingsDivideWork() {
    var office = office(seats: 100, horizon: 30, capacity: 4)
    office.scheme.bodies[1].capacity = Rate(3)
    office.scheme.indicators[0].every = Months(10)
    office.addResponse(.yellow) { $0.by = .body(0) }
    addMeeting(&office, every: 10, [])
    let ledger = office.ledgers()[0]
    for (body, capacity) in [(0, 4), (1, 3)] {
      let months = ledger.rows(.findings).filter { $0[.body] == body && $0.month < 20 }.map(\.month)
      #expect(months.sorted() == (10..<20).flatMap { Array(repeating: Int32($0), count: capacity) })
    }
    #expect(ledger.count(.transfers) { $0.month == 10 } == 30)
    #expect(ledger.count(.findings) == 100)
    #expect(ledger.count(.costs) { $0[.activity] == Activity.meeting.rawValue } == 3)
    office.scheme.meetings[0].reassigns = false
    #expect(office.ledgers()[0].count(.findings) { $0[.body] == 1 } == 0)
  }

  /// A listed lead goes first and is answered in less time; what has cost little by then is not listed.
  @Test func listedLeadsGoFirst() {
    var office = office(seats: 50, horizon: 40, capacity: 2)
    office.scheme.risks[0].loss = .constant(0)
    office.addPost(seats: 10)
    office.addOffences {
      $0.at = Selection(posts: [1])
      $0.loss = .constant(1000)
    }
    office.scheme.indicators[0].on = office.everywhere
    office.scheme.indicators[0].shows[0].under = [0, 1]
    office.addResponse(.yellow) { $0.within = Months(4) }
    addListing(&office) {
      $0.by = .body(1)
      $0.condition = .compares(.loss, .greaterOrEqual, Money(100).hundredths)
      $0.shortens = Factor(0.5)
    }
    let ledger = office.ledgers()[0]
    let leads = ledger.rows(.leads)
    // Nothing has been lost when the first two are begun.
    let begun = leads.filter { $0[.age] == 0 }
    let listed = leads.filter { $0[.listed] == 1 }
    #expect(begun.count == 2 && begun.allSatisfy { $0[.listed] == 0 })
    #expect(listed.count == 10 - begun.count { $0.post == 1 })
    #expect(listed.allSatisfy { $0.post == 1 && $0[.priority] == 5 })
    let ages = listed.map { Int($0.time(.age) ?? 0) }.sorted()
    #expect(ages == listed.indices.map { 1 + $0 / 2 })
    let first = ledger.months(.findings).filter { $0 <= 4 + (listed.count - 1) / 2 }
    #expect(first == (listed.indices.map { 4 + $0 / 2 } + [5, 5]).sorted())
  }

  /// With ν = ½ a gain of 1.3 verifies .594; the higher body lists what its capacity allows.
  @Test func listedLeadsAreVerified() {
    var office = office(capacity: .infinity)
    office.addResponse(.yellow, verifies: 0.5)
    addListing(&office) {
      $0.by = .body(1)
      $0.condition = .always
    }
    office.evidence(60, .count(.findings), per: .count(.alerts)).expect(
      1 - power(0.5, 1.3), power: 0.04)
    office.scheme.bodies[1].capacity = Rate(30)
    #expect(office.ledgers()[0].count(.leads) { $0[.listed] == 1 } == 30)
    office.scheme.bodies[1].capacity = Rate(0)
    #expect(office.ledgers()[0].count(.leads) { $0[.listed] == 1 } == 0)
  }

  /// What a rule lists is listed in the next month alone, whatever the listings ask, by those that have room.
  @Test func rulesListLeads() {
    var office = office(seats: 50, horizon: 40, capacity: 2)
    office.scheme.risks[0].loss = .constant(0)
    office.addPost(seats: 10)
    office.scheme.risks[0].at = office.everywhere
    office.scheme.indicators[0].on = office.everywhere
    office.addBody(.leading)
    office.addResponse(.yellow) { $0.within = Months(4) }
    for body in [1, 2] {
      addListing(&office) {
        $0.by = .body(body)
        $0.condition = .not(.always)
        $0.shortens = Factor(0.5)
      }
    }
    office.addReview(every: 6)
    var rule = RuleTerms()
    rule.name = "press"
    rule.at = [0]
    rule.condition = .compares(.atom(.count(.reviews)), .equal, .number(1))
    rule.actions = [.list(.isOneOf(.post, [1]))]
    office.scheme.rules = [rule]
    for room in [1.0, 2, .infinity] {
      office.scheme.bodies[1].capacity = Rate(1)
      office.scheme.bodies[2].capacity = Rate(room)
      let ledger = office.ledgers()[0]
      let there = ledger.rows(.leads).filter { $0.post == 1 }
      // Two are begun in each of the six months before.
      let waiting = there.filter { $0.time(.age) ?? 0 >= 6 }
      let listed = ledger.rows(.leads).filter { $0[.listed] == 1 }
      #expect(waiting.count > 3)
      #expect(listed.count == min(waiting.count, room < 3 ? 1 + Int(room) : 10))
      #expect(listed.allSatisfy { $0.post == 1 && $0[.priority] == 5 })
      #expect(listed.map { Int($0.time(.age) ?? 0) }.sorted() == listed.indices.map { 6 + $0 / 2 })
      // They are begun first, and are through in two months of four.
      let through = (0..<24).map { place in
        1 + place / 2 + ((12..<12 + listed.count).contains(place) ? 2 : 4)
      }
      #expect(
        ledger.months(.findings).filter { $0 <= 12 } == through.filter { $0 <= 12 }.sorted())
    }
    office.scheme.rules[0].isOn = false
    #expect(office.ledgers()[0].count(.leads) { $0[.listed] == 1 } == 0)
  }

  /// What a lead looks like is not what it is: a share of true crimes is listed, and a share of nothing.
  @Test func listingSeesDimly() {
    var office = office(horizon: 1)
    office.scheme.risks[0].severity.sign = Share(0)
    office.scheme.risks[0].severity.violation = Share(0)
    office.addResponse(.yellow)
    addListing(&office) { $0.condition = .isOneOf(.stage, [2]) }
    let listed = Condition.flag(.listed)
    office.evidence(60, .count(.leads, where: listed), per: .count(.leads)).expect(
      0.8, power: 0.03)
    office.scheme.indicators[0].clean = .constant(2)
    office.scheme.indicators[0].shows = []
    office.evidence(200, .count(.leads, where: listed), per: .count(.leads)).expect(
      0.05, power: 0.12)
  }

  /// What is listed goes on without money.
  @Test func listedLeadsOverdraw() {
    var office = office(seats: 50)
    office.scheme.bodies[0].budget = PriceRate(0)
    office.addResponse(.yellow) { $0.cost = Price(10) }
    #expect(office.ledgers()[0].count(.findings) == 0)
    addListing(&office) { $0.condition = .always }
    #expect(office.ledgers()[0].count(.findings) == 50)
  }

  /// An owner pays for his indicator, out of his budget.
  @Test func ownersPay() {
    var office = office(seats: 20, horizon: 24)
    office.addResponse(.yellow) { $0.cost = Price(10) }
    office.scheme.indicators[0].cost = PriceRate(5)
    office.scheme.bodies[0].budget = PriceRate(10)
    #expect(office.ledgers()[0].count(.findings) { $0.month == 1 } == 12)
    office.scheme.indicators[0].owner = .body(0)
    office.scheme.indicators[0].every = Months(6)
    let ledger = office.ledgers()[0]
    // 25 of 120 are spent before the first alert.
    #expect(ledger.months(.findings).prefix(9).allSatisfy { $0 == 6 })
    #expect(ledger.count(.findings) { $0.month == 6 } == 9)
    #expect(ledger.count(.costs) { $0[.activity] == 3 && $0[.body] == 0 } == 24)
  }
}
