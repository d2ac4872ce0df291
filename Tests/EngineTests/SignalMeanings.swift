import Ledger
import Plan
import Quantities
import Testing

/// What the words of readings, reports and visits do: quiet, covers, cycles, look-backs, what is over.
struct SignalMeanings {
  private func guilty(
    _ seats: Int, horizon: Int, _ change: (inout IndicatorTerms) -> Void
  ) -> Office {
    var office = Office(seats: seats, horizon: horizon)
    office.addOffences()
    office.addIndicator(yellow: 1, under: [0], .constant(2), change)
    return office
  }

  /// A repeat is allowed when at least two months have passed.
  @Test func quietLasts() {
    let office = guilty(5, horizon: 7) { $0.quiet = Months(2) }
    #expect(Set(office.ledgers()[0].months(.alerts)) == [1, 3, 5, 7])
    #expect(office.ledgers()[0].count(.alerts) == 20)
  }

  /// What is not true names any of the risks of the post, each as likely.
  @Test func untruthNamesAnyRisk() {
    var office = Office(seats: 100)
    for _ in 0..<4 { office.addRisk() }
    // Work never ends, so there is one lead for each risk that somebody is said to have been tempted by.
    office.addResponse { $0.within = Months(1000) }
    var wrong = office
    office.addChannel { $0.noise = PerPersonYear(0.5) }
    office.evidence(100, .count(.leads), per: .count(.seats), 1.0 / 120)
      .expect(-4 * exponentialMinusOne(-1.25), power: 0.02)
    wrong.addReview(every: 1) {
      $0.establishes = .lead
      $0.wrongs = Share(0.01)
    }
    wrong.evidence(200, .count(.leads), per: .count(.seats), 1.0 / 120)
      .expect(4 * (1 - power(0.9975, 120)), power: 0.04)
  }

  /// Within the quiet time only a higher colour speaks up.
  @Test func higherColoursSpeakUp() {
    var office = Office(desks: 30, horizon: 100)
    office.addOffences()
    office.addIndicator(yellow: 0, under: [0], .normal(mean: 0, sd: 1)) {
      $0.orange = Factor(0.5)
      $0.red = Factor(1)
      $0.quiet = Months(4)
    }
    var last: [Int32: (month: Int32, colour: Int)] = [:]
    var broken = 0
    for row in office.ledgers()[0].rows(.alerts).sorted(by: { $0.month < $1.month }) {
      let colour = row[.colour] ?? 0
      if let before = last[row.post], row.month - before.month < 4 {
        #expect(colour > before.colour)
        broken += 1
      }
      last[row.post] = (row.month, colour)
    }
    #expect(broken > 50)
  }

  /// The seats with data are a share of all, and the same ones every month.
  @Test func coverageIsOfSeats() {
    let office = guilty(2000, horizon: 3) { $0.covers = Share(0.3) }
    let months = office.ledgers()[0].months(.alerts)
    let first = months.count { $0 == 1 }
    #expect(abs(Double(first) - 600) < 4.9 * (2000 * 0.3 * 0.7).squareRoot())
    #expect(months.count == 3 * first)
  }

  /// A rarer reading is taken in its months only, of the clean as of the others.
  @Test func readingsHaveTheirMonths() {
    let office = guilty(20, horizon: 12) { $0.every = Months(3) }
    #expect(Set(office.ledgers()[0].months(.alerts)) == [3, 6, 9, 12])
    #expect(office.ledgers()[0].count(.alerts) == 80)
    var clean = Office(seats: 300)
    clean.addIndicator(yellow: 1) { $0.every = Months(3) }
    #expect(clean.ledgers()[0].months(.alerts).allSatisfy { $0 % 3 == 0 })
    clean.evidence(40, .count(.alerts), per: .count(.seats), 1.0 / 3)
      .expect(Normal(mean: 0, deviation: 1).survival(1), power: 0.05)
  }

  /// What is over is heard of half as often, less by half each half-life, for three of them.
  @Test func theOverAreHeardOf() {
    var office = Office(seats: 500, horizon: 30)
    office.addOffences {
      $0.lasts = Months(0)
      $0.evidenceLasts = Months(6)
    }
    office.addChannel(0.1)
    for month in [1, 6, 12, 18] {
      office.evidence(
        400, .count(.reports, in: Window(first: month, last: month)),
        per: .count(.seats, in: Window(first: month, last: month))
      ).expect(0.1 / 2 * power(0.5, Double(month) / 6), power: 0.15, tolerance: 0.03)
    }
    office.forEachRun(20) { ledgers in
      #expect(ledgers[0].months(.reports).allSatisfy { $0 <= 19 })
    }
    office.scheme.risks[0].evidenceLasts = Months(0)
    #expect(office.ledgers()[0].count(.reports) == 0)
  }

  /// A review that looks back finds what is over, by the evidence that is left.
  @Test func reviewsLookBack() {
    var office = Office(seats: 500, horizon: 6)
    office.addOffences {
      $0.lasts = Months(0)
      $0.evidenceLasts = Months(6)
    }
    office.addReview(every: 6, finds: 0.4) { $0.lookback = Months(6) }
    office.evidence(200, .count(.findings), per: .count(.offences))
      .expect(1 - power(0.6, 0.5), power: 0.04)
    office.scheme.reviews[0].lookback = Months(5)
    #expect(office.ledgers()[0].count(.findings) == 0)
  }

  /// Vacancies: left at the beginning of month m with refill 2, filled in m + 2; nobody reads or tempts the empty.
  @Test func refillsTakeTheirTime() {
    var office = Office(seats: 200)
    office.addTurnover(0.02) { $0.refill = .constant(2) }
    let ledger = office.ledgers()[0]
    let vacancies = ledger.rows(.vacancies)
    #expect(vacancies.allSatisfy { $0.time(.months) == 2 || $0.month >= 119 })
    let empty = vacancies.reduce(0) { $0 + ($1.time(.months) ?? 0) }
    #expect(Double(200 * 120 - ledger.count(.seats)) == empty)
    #expect(vacancies.count > 300)
  }

  /// Newcomers have their own temptation while they are new.
  @Test func newcomersAreTempted() {
    var office = Office(seats: 300, horizon: 24)
    office.addRisk(0.01) { $0.lasts = Months(0) }
    office.addTurnover(1e-9) { $0.newcomer = Months(12) }
    office.scheme.officials.tenure = .constant(0)
    office.scheme.officials.temptation = PerGroup(newcomers: 3)
    for (first, last, hazard) in [(1, 12, 0.03), (13, 24, 0.01)] {
      let window = Window(first: first, last: last)
      office.evidence(200, .count(.offences, in: window), per: .count(.seats, in: window))
        .expect(-exponentialMinusOne(-hazard), power: 0.07)
    }
  }
}
