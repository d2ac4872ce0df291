import Ledger
import Plan
import Quantities
import Testing

/// O17, interception, seats that are peculiar but honest.
struct ScreeningOracles {
  private let standard = Normal(mean: 0, deviation: 1)

  /// The office of O16: prevalence .02, sensitivity .6, false alerts .02.
  private func office() -> Office {
    var office = Office(seats: 4000, horizon: 1)
    let yellow = standard.quantile(upper: 0.02)
    office.addOffences(share: 0.02)
    office.addIndicator(
      yellow: yellow, under: [0], .normal(mean: yellow - standard.quantile(upper: 0.6), sd: 1))
    return office
  }

  /// O17: keeping .95 of the genuine and cutting .6 of the others lifts PPV from .380 to .593; what is taken out gets no
  /// work and no result, and leaves a record.
  @Test(arguments: [false, true]) func screeningLiftsTheOdds(waits: Bool) {
    var office = office()
    office.addScreen {
      $0.keepsTrue = Share(0.95)
      $0.cutsFalse = Share(0.6)
    }
    office.addResponse(.yellow, verifies: 0.5) { $0.within = Months(waits ? 1 : 0) }
    office.horizon = waits ? 2 : 1
    let first = Condition.compares(.month, .equal, 1)
    let kept = Condition.and(first, .not(.flag(.screened)))
    let odds = 0.012 / 0.0196 * 0.95 / 0.4
    #expect(abs(odds / (1 + odds) - 0.593) < 1e-3)
    office.evidence(
      1000, .count(.alerts, where: .and(kept, .flag(.genuine))), per: .count(.alerts, where: kept)
    ).expect(odds / (1 + odds), power: 0.03)
    for (isGenuine, share) in [(true, 0.05), (false, 0.6)] {
      let own: Condition = isGenuine ? .flag(.genuine) : .not(.flag(.genuine))
      office.evidence(
        1000, .count(.alerts, where: .and(own, .flag(.screened))),
        per: .count(.alerts, where: own)
      ).expect(share, power: isGenuine ? 0.12 : 0.03)
    }
    let ledger = office.ledgers()[0]
    let out = ledger.count(.alerts) { $0[.screened] == 1 }
    #expect(out > 0)
    #expect(ledger.count(.alerts) { $0[.screened] == 1 && $0[.answered] == 1 } == 0)
    #expect(ledger.count(.alerts) == ledger.count(.screened))
    #expect(ledger.count(.screened) { $0[.kept] == 0 } == out)
    // Whatever was kept became somebody's work.
    #expect(
      ledger.count(.leads) { $0.month == 1 }
        == ledger.count(.alerts) { $0.month == 1 && $0[.screened] == 0 })
  }

  /// Two screens act one after the other, each on the indicators that it names; what they take out is quiet all the same.
  @Test func screensAreIndependent() {
    var office = Office(seats: 400, horizon: 20)
    for _ in 0..<2 {
      office.addIndicator(yellow: 1) {
        $0.clean = .constant(2)
        $0.quiet = Months(2)
      }
    }
    office.addScreen { $0.cutsFalse = Share(0.5) }
    office.addScreen {
      $0.cutsFalse = Share(0.4)
      $0.of = [1]
    }
    for (indicator, share) in [(0, 0.5), (1, 0.7)] {
      let own = Condition.isOneOf(.indicator, [Int64(indicator)])
      office.evidence(
        20, .count(.alerts, where: .and(own, .flag(.screened))), per: .count(.alerts, where: own)
      ).expect(share, power: 0.02)
    }
    #expect(office.ledgers()[0].count(.alerts) == 2 * 400 * 10)
  }

  /// Of the genuine alerts above yellow a share stops what it reads: over at the end of the month, at no cost in it.
  @Test func interceptionStops() {
    var office = Office(seats: 400, horizon: 4)
    office.addOffences { $0.loss = .constant(100) }
    office.addIndicator(yellow: 1, under: [0], .constant(3)) {
      $0.orange = Factor(2)
      $0.every = Months(2)
      $0.intercepts = Share(0.25)
    }
    office.evidence(60, .count(.interceptions), per: .count(.seats)).expect(
      (0.25 + 0.75 * 0.25) / 4, power: 0.05)
    let ledger = office.ledgers()[0]
    let stopped = ledger.rows(.interceptions)
    #expect(stopped.allSatisfy { $0.month % 2 == 0 && $0.time(.value) == 3 })
    #expect(
      ledger.count(.offences) { $0[.reason] == EndReason.intercepted.rawValue } == stopped.count)
    // A month before the alert costs a month's loss, that of the alert nothing.
    let cost = ledger.rows(.offences).reduce(0) { $0 + ($1[.loss] ?? 0) }
    let early = stopped.count { $0.month == 2 }
    let late = stopped.count { $0.month == 4 }
    #expect(cost == 100 * 100 * (early + 3 * late + 4 * (400 - early - late)))
  }

  /// Yellow alerts stop nothing, nor do those that a screen takes out; what is stopped can still be verified.
  @Test func interceptionNeedsColourAndSight() {
    var office = Office(seats: 100, horizon: 1)
    office.addOffences()
    office.addIndicator(yellow: 1, under: [0], .constant(2)) { $0.intercepts = Share(1) }
    #expect(office.ledgers()[0].count(.interceptions) == 0)
    office.scheme.indicators[0].orange = Factor(2)
    office.addResponse(.orange)
    #expect(office.ledgers()[0].count(.interceptions) == 100)
    #expect(office.ledgers()[0].count(.alerts) { $0[.verified] == 1 } == 100)
    office.addIndicator(yellow: 1, under: [0], .constant(2)) {
      $0.orange = Factor(2)
      $0.intercepts = Share(1)
    }
    #expect(office.ledgers()[0].count(.interceptions) == 100)
    office.addScreen { $0.keepsTrue = Share(0) }
    #expect(office.ledgers()[0].count(.interceptions) == 0)
  }

  /// A seat's own part leaves the law of all readings as it is, and brings the same seats back: for a line at the median
  /// and a correlation s, both of two months are beyond it with 1/4 + asin(s)/2π; s = ½ gives 1/3.
  @Test func peculiarSeatsComeBack() {
    for (line, isPaired) in [(standard.quantile(upper: 0.02), false), (0, true)] {
      var office = Office(desks: isPaired ? 100 : 1, horizon: isPaired ? 2 : 60)
      if !isPaired { office = Office(seats: 300, horizon: 60) }
      office.addIndicator(yellow: line) { $0.stable = Share(0.5) }
      guard isPaired else {
        office.evidence(60, .count(.alerts), per: .count(.seats)).expect(0.02, power: 0.12)
        continue
      }
      office.evidence(60) { ledger in
        let posts = ledger.rows(.alerts).map(\.post)
        return (Double(posts.count - Set(posts).count), 100)
      }.expect(1.0 / 3, power: 0.1)
    }
  }

  /// A lower line keeps every alert of a higher one.
  @Test func peculiarLinesAreNested() {
    var office = Office(desks: 60, horizon: 12)
    office.addIndicator(yellow: 1.5) { $0.stable = Share(0.3) }
    office.addPolicy { $0.scheme.indicators[0].yellow = Factor(1) }
    let places = office.ledgers().map {
      Set($0.rows(.alerts).map { [Int($0.month), Int($0.post)] })
    }
    #expect(places[0].isStrictSubset(of: places[1]))
  }
}
