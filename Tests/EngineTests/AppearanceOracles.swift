import Ledger
import Plan
import Quantities
import Testing

/// What leads look like, and what an alert is worth (settled question 11, O18).
struct AppearanceOracles {
  private func office(_ stage: Stage) -> Office {
    var office = Office(seats: 1000, horizon: 3)
    office.addOffences {
      $0.severity.sign = Share(stage == .sign ? 1 : 0)
      $0.severity.violation = Share(stage == .violation ? 1 : 0)
      $0.loss = .constant(100)
    }
    office.addIndicator(yellow: 1, under: [0], .constant(2)) { $0.every = Months(3) }
    office.addResponse(.yellow, verifies: 0)
    return office
  }

  /// The true stage with .7, one lower with .2, one higher with .1; nothing is below a sign or above a crime.
  @Test(arguments: [
    (Stage.sign, [0.9, 0.1, 0]), (.violation, [0.2, 0.7, 0.1]), (.crime, [0, 0.2, 0.8]),
  ])
  func stagesAreGuessed(_ stage: Stage, _ shares: [Double]) {
    let office = office(stage)
    for (seen, share) in zip(Stage.allCases, shares) {
      let evidence = office.evidence(
        40, .count(.leads, where: .has(.stage, seen)), per: .count(.leads))
      if share > 0 {
        evidence.expect(share, power: 0.08)
      } else {
        #expect(evidence.ratio == 0)
      }
    }
  }

  /// The loss is seen with a factor of median 1 and 90th percentile 2; of nothing, half a draw of the risk's.
  @Test func lossesAreGuessed() {
    func shares(_ office: Office, below losses: [Double]) -> [Evidence] {
      losses.map { loss in
        office.evidence(
          40, .count(.leads, where: .compares(.loss, .less, Int64(loss * 100))), per: .count(.leads)
        )
      }
    }
    // Two months' losses are accounted when the third is worked on.
    let deciles = shares(office(.sign), below: [100, 200, 400])
    for (evidence, share) in zip(deciles, [0.1, 0.5, 0.9]) { evidence.expect(share, power: 0.12) }
    var office = Office(seats: 1000, horizon: 3)
    office.addRisk { $0.loss = .uniform(low: 0, high: 100) }
    office.addChannel { $0.noise = PerPersonYear(4) }
    office.addResponse()
    let halves = shares(office, below: [5, 25, 50])
    for (evidence, share) in zip(halves, [0.1, 0.5, 1]) { evidence.expect(share, power: 0.12) }
    for (seen, share) in zip(Stage.allCases, [0.7, 0.25, 0.05]) {
      office.evidence(60, .count(.leads, where: .has(.stage, seen)), per: .count(.leads))
        .expect(share, power: 0.1)
    }
  }

  /// A lead looks the same whether it waits or is answered at once, and whoever asks.
  @Test func looksDoNotHangOnTheWay() {
    var office = office(.violation)
    office.addPolicy { $0.scheme.responses[0].within = Months(0.5) }
    office.horizon = 4
    let ledgers = office.ledgers()
    func looks(_ ledger: Ledger) -> [[Int?]] {
      ledger.rows(.leads).map { [Int($0.month), $0[.stage]] }
        .sorted { ($0[1] ?? 0) < ($1[1] ?? 0) }
    }
    #expect(ledgers[0].count(.leads) == 1000)
    #expect(looks(ledgers[0]) == looks(ledgers[1]))
  }

  /// O18: a predictive value of .32 becomes .676 if false alerts are 4.43 times rarer, at every prevalence.
  @Test(arguments: [0.01, 0.05])
  func fewerFalseAlertsAreWorthMore(_ prevalence: Double) {
    let standard = Normal(mean: 0, deviation: 1)
    let sensitivity = 0.6
    let rate = prevalence * sensitivity / (1 - prevalence) * (1 - 0.32) / 0.32
    for (tail, value) in [(rate, 0.32), (rate / 4.43, 0.676)] {
      let yellow = standard.quantile(upper: tail)
      var office = Office(seats: 4000, horizon: 1)
      office.addOffences(share: prevalence)
      office.addIndicator(
        yellow: yellow, under: [0],
        .normal(mean: yellow - standard.quantile(upper: sensitivity), sd: 1))
      office.evidence(800, .count(.alerts, where: .flag(.genuine)), per: .count(.alerts))
        .expect(value, power: 0.04, tolerance: 0.001)
    }
  }
}
