import Engine
import Ledger
import Plan
import Quantities
import Testing

/// O41: a mean-field game of corruption (Kolokoltsov and Malafeyev 2017) through the engine: contagion, co-workers,
/// the crowd, dismissal, refill. Shares are of the established seats.
struct MeanFieldOracles {
  /// The game: R → H with r, C → R with b + q_soc·n_H, H → C with q_inf·n_C, and the switch λ towards what is
  /// preferred: corruption where n_H is below x̄.
  struct Game {
    var (refill, found, told, infects, switches) = (1.0, 0.05, 0.2, 1.0, 50.0)
    var threshold = 1.0

    /// The stationary point where corruption is preferred: n_H by bisection.
    var corrupt: (vacant: Double, honest: Double, active: Double) {
      func point(_ honest: Double) -> (Double, Double, Double) {
        let leaves = found + told * honest
        let active = (1 - honest) / (1 + leaves / refill)
        return (leaves * active / refill, honest, active)
      }
      var (low, high) = (0.0, 1.0)
      for _ in 0..<200 {
        let (vacant, honest, active) = point((low + high) / 2)
        if refill * vacant > infects * honest * active + switches * honest {
          low = honest
        } else {
          high = honest
        }
      }
      return point(low)
    }

    /// The game in steps of a month.
    func office(seats: Int, step: Double, horizon: Int, active: Double) -> Office {
      var office = Office(seats: seats, horizon: horizon)
      office.addOffences(share: active) {
        $0.infects = Rate(infects * step)
        $0.tipping = Rate(switches * step)
        $0.tipsBelow = Share(threshold)
        $0.severity.sign = Share(0)
        $0.severity.crime = Share(1)
      }
      office.addChannel {
        $0.other = Rate(-exponentialMinusOne(-found * step))
        $0.coworkers = Rate(told * step)
      }
      office.addResponse(.lead)
      office.addForm(.fourth) { $0.removes = PerForm(0, 0, 0, 1) }
      office.addTurnover(1e-12) { $0.refill = .exponential(mean: 1 / (refill * step)) }
      return office
    }
  }

  private func shares(_ office: Office, runs: Int, from month: Int) -> (Evidence, Evidence) {
    let late = Window(first: month, last: office.horizon)
    let established = Double(office.horizon - month + 1) * office.scheme.posts[0].headcount.centre
    var (active, honest) = (Evidence(), Evidence())
    office.forEachRun(runs, [.count(.prevalence, in: late), .count(.seats, in: late)]) {
      active.add(Double($0[0][0]), per: established)
      honest.add(Double($0[0][1] - $0[0][0]), per: established)
    }
    return (active, honest)
  }

  /// Point (c) of the evidence: only the corrupt point, (.047744, .000937, .951319).
  @Test func theCorruptPointIsReached() {
    let game = Game()
    let point = game.corrupt
    #expect(abs(point.vacant - 0.047744) < 1e-6)
    #expect(abs(point.honest - 0.000937) < 1e-6)
    #expect(abs(point.active - 0.951319) < 1e-6)
    let step = 0.02
    let office = game.office(seats: 2000, step: step, horizon: 800, active: 0.5)
    let (active, honest) = shares(office, runs: 12, from: 400)
    #expect(abs(active.ratio - point.active) < 0.01)
    #expect(abs(honest.ratio - point.honest) < 0.01)
    // The point of the monthly steps themselves: who is removed leaves at the end of a month and is replaced at
    // the beginning of one.
    var inMonths = point
    for _ in 0..<200 {
      let leaves = -exponentialMinusOne(-step * (game.found + game.told * inMonths.honest))
      let flow = inMonths.active * leaves / (1 - leaves)
      let stays = exponential(-step * (game.switches + game.infects * inMonths.active))
      inMonths.vacant = flow * (1 + 1 / -exponentialMinusOne(-game.refill * step))
      inMonths.honest = flow * stays / (1 - stays)
      inMonths.active = 1 - inMonths.vacant - inMonths.honest
    }
    active.expect(inMonths.active, power: 0.005, tolerance: 0.0005)
    honest.expect(inMonths.honest, power: 0.2, tolerance: 0.02)
  }

  /// With two stable points each start leads to its own.
  @Test func eachStartLeadsToItsOwnPoint() {
    var game = Game()
    (game.found, game.told, game.infects, game.switches) = (0.3, 0.5, 0.5, 20)
    game.threshold = 0.4
    let point = game.corrupt
    #expect(point.honest < 0.1)
    let corrupt = shares(
      game.office(seats: 1000, step: 0.02, horizon: 800, active: 0.8), runs: 8, from: 400)
    #expect(abs(corrupt.0.ratio - point.active) < 0.02)
    #expect(abs(corrupt.1.ratio - point.honest) < 0.01)
    let honest = shares(
      game.office(seats: 1000, step: 0.02, horizon: 800, active: 0.4), runs: 8, from: 400)
    #expect(honest.0.ratio == 0)
    #expect(honest.1.ratio > 0.99)
  }
}
