import Ledger
import Plan
import Quantities
import Testing

/// A threshold that every clean reading passes: one alert per seat and month, and an end to the walk.
struct CertainReadings {
  @Test(.timeLimit(.minutes(1))) func everyReadingAlerts() {
    var office = Office(seats: 20, horizon: 12)
    office.addIndicator(yellow: 1) { $0.clean = .constant(2) }
    #expect(office.ledgers()[0].count(.alerts) == 240)
  }

  /// Where orange is not used, what passes red is red, on clean seats and under offences.
  @Test(arguments: [false, true]) func redNeedsNoOrange(isActive: Bool) {
    var office = Office(seats: 20, horizon: 12)
    office.addRisk { $0.initial = Share(isActive ? 1 : 0) }
    office.addIndicator(yellow: 1, under: [0], .constant(3)) {
      $0.clean = .constant(3)
      $0.red = Factor(2)
    }
    let alerts = office.ledgers()[0].rows(.alerts)
    #expect(alerts.count == 240)
    #expect(alerts.allSatisfy { $0[.colour] == Colour.red.rawValue })
  }
}
