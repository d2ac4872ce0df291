import Ledger
import Plan
import Quantities
import Testing

/// Readings are points of a Poisson field, so that several of one indicator can meet on a seat in a month: the lowest
/// point, which is the highest reading, counts alone. Where most clean readings pass yellow that happens all the time.
struct MeetingReadings {
  private let standard = Normal(mean: 0, deviation: 1)

  /// Seats alert in P(reading ≥ yellow) of their months, and the colours are those of one reading, whether alerts wait,
  /// are answered at once, or are told one by one with their values.
  @Test(arguments: [false, true]) func theHighestReadingCounts(isAnswered: Bool) {
    var office = Office(seats: 100, horizon: 24)
    let tails: [(colour: Colour, tail: Double)] = [(.yellow, 0.8), (.orange, 0.5), (.red, 0.2)]
    office.addIndicator(yellow: standard.quantile(upper: tails[0].tail)) {
      $0.orange = Factor(standard.quantile(upper: tails[1].tail))
      $0.red = Factor(standard.quantile(upper: tails[2].tail))
      $0.quiet = Months(0)
    }
    if isAnswered {
      for cause in [ResponseCause.yellow, .orange, .red] { office.addResponse(cause) }
    }
    for (place, one) in tails.enumerated() {
      let share = one.tail - (place < 2 ? tails[place + 1].tail : 0)
      let claim = Condition.has(.colour, one.colour)
      office.evidence(60, .count(.alerts, where: claim), per: .count(.seats))
        .expect(share, power: 0.05)
      let rows = office.evidence(60) { ledger in
        (
          Double(ledger.count(.alerts) { $0[.colour] == one.colour.rawValue }),
          Double(ledger.count(.seats))
        )
      }
      rows.expect(share, power: 0.05)
    }
    // Nobody alerts twice in a month.
    var desks = Office(desks: 20, horizon: 24)
    desks.scheme.indicators = office.scheme.indicators
    desks.scheme.indicators[0].on = desks.everywhere
    desks.scheme.responses = office.scheme.responses
    let alerts = desks.ledgers()[0].rows(.alerts)
    #expect(alerts.count > 300)
    #expect(Set(alerts.map { Int($0.post) * 100 + Int($0.month) }).count == alerts.count)
  }
}
