import Ledger
import Plan
import Quantities
import Testing

/// Reviews that look on occasion: what happens in a month is looked at in the next.
struct OccasionMeanings {
  /// The months in which a review looks, with how many seats.
  private func looks(_ ledger: Ledger, _ review: Int) -> [[Int]] {
    ledger.rows(.reviews).filter { $0[.review] == review }
      .map { [Int($0.month), $0[.visits] ?? -1] }
  }

  /// Who leaves is audited, alone, for what is over now.
  @Test func departuresAreAudited() {
    var office = Office(desks: 40, horizon: 40)
    office.addOffences { $0.evidenceLasts = Months(1e9) }
    office.addTurnover(0.03) { $0.refill = .constant(2) }
    office.addReview(every: .infinity, finds: 1) {
      $0.on = [ReviewOccasion(.departure)]
      $0.lookback = Months(36)
    }
    let ledger = office.ledgers()[0]
    let departures = ledger.rows(.moves).filter { $0[.why] == MoveReason.departure.rawValue }
    #expect(departures.count > 20)
    var first: [Int32: Int32] = [:]
    for row in departures where first[row.post] == nil { first[row.post] = row.month }
    var found: [Int32: Int32] = [:]
    for row in ledger.rows(.findings) { found[row.post] = row.month }
    // Everybody acts from the beginning, and nobody after the first has left.
    #expect(found == first)
    let left = Dictionary(grouping: departures, by: \.month).map { [Int($0.key), $0.value.count] }
    #expect(looks(ledger, 0) == left.sorted { $0[0] < $1[0] })
  }

  /// A case brings a survey of its unit in the next month, of no other, and none where a look is due anyway.
  @Test func casesAreSurveyed() {
    var office = RemedyOracles.oneCase(horizon: 4)
    office.scheme.risks[0].initial = Share(0.5)
    office.addReview(every: .infinity) { $0.on = [ReviewOccasion(.filing)] }
    let ledger = office.ledgers()[0]
    let cases = ledger.count(.cases)
    #expect((10...40).contains(cases))
    #expect(looks(ledger, 1) == [[2, cases]])
    office.scheme.reviews[1].every = Months(2)
    office.scheme.reviews[1].first = Months(2)
    #expect(looks(office.ledgers()[0], 1) == [[2, 50], [4, 50]])
  }

  /// So many admitted reports on a unit bring a survey; then they are counted anew.
  @Test(arguments: [12.0, 2])
  func complaintsAreSurveyed(_ within: Double) {
    var office = Office(seats: 10, horizon: 60)
    office.addUnit()
    office.addPost(seats: 5)
    office.addRisk()
    office.addChannel { $0.noise = PerPersonYear(12) }
    office.addReview(every: .infinity) {
      var occasion = ReviewOccasion(.complaints)
      occasion.least = Count(25)
      occasion.within = Months(within)
      $0.on = [occasion]
      $0.of = Selection(posts: [0])
    }
    let ledger = office.ledgers()[0]
    var expected: [[Int]] = []
    var last = 0
    for month in 1...60 {
      let reports = ledger.count(.reports) {
        $0.post == 0 && Int($0.month) < month && Int($0.month) >= last
          && Double(month - Int($0.month)) <= within
      }
      guard reports >= 25 else { continue }
      last = month
      expected.append([month, 10])
    }
    #expect(within < 12 || expected.count > 10)
    #expect(looks(ledger, 0) == expected)
  }

  /// Five cases in a year, more than 1.3 times what was usual: the field of work is surveyed, once a year at most.
  @Test func risingCasesAreSurveyed() {
    var office = Office(seats: 30, horizon: 120)
    office.addUnit()
    office.addPost(seats: 30)
    office.scheme.units[1].field = .finance
    office.addRisk(0.02)
    office.addForm(.second)
    office.addCertainReview()
    office.addReview(every: .infinity) { $0.on = [ReviewOccasion(.rising)] }
    let ledger = office.ledgers()[0]
    var expected: [[Int]] = []
    var last = [-100, -100]
    for month in 1...120 {
      var visits = 0
      for unit in 0..<2 {
        func cases(_ ages: ClosedRange<Int>) -> Int {
          ledger.count(.cases) { Int($0.post) == unit && ages.contains(month - Int($0.month)) }
        }
        let now = cases(1...12)
        guard now >= 5, Double(now) > 1.3 * Double(cases(13...48)) / 3, month - last[unit] >= 12
        else { continue }
        last[unit] = month
        visits += 30
      }
      if visits > 0 { expected.append([month, visits]) }
    }
    #expect(expected.count > 3)
    #expect(looks(ledger, 1) == expected)
  }

  /// Occasions that never come change nothing.
  @Test func occasionsWithoutCauseChangeNothing() {
    var office = FieldOracles.busy()
    office.addPolicy { $0.scheme.reviews[0].on = [ReviewOccasion(.rising)] }
    for run in 0..<3 { #expect(Set(office.ledgers(run: run).map(\.digest)).count == 1) }
  }
}
