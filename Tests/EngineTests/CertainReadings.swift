import Ledger
import Plan
import Testing

/// A threshold that every clean reading passes: one alert per seat and month, and an end to the walk.
struct CertainReadings {
  @Test(.timeLimit(.minutes(1))) func everyReadingAlerts() {
    var office = Office(seats: 20, horizon: 12)
    office.addIndicator(yellow: 1) { $0.clean = .constant(2) }
    #expect(office.ledgers()[0].count(.alerts) == 240)
  }
}
