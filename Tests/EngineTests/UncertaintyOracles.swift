import Engine
import Ledger
import Measures
import Plan
import Quantities
import Testing

/// O42, O43: what is drawn anew for every outer draw, and what is chance.
struct UncertaintyOracles {
  private let hazard = Dial(
    path: "risk.risk0.rate", dimension: .rate, bounds: 0...1, place: \.risks[0].rate.number)
  private let price = Dial(
    path: "control.control0.cost", dimension: .moneyRate, bounds: 0...1e9,
    place: \.controls[0].cost.number)

  /// What an office answers to a question over outer draws of two runs each.
  private func estimate(_ question: Question, _ office: Office, draws: Int) -> Estimate {
    let sheet = Sheet([question], places: office.scheme.places)
    var sample = Sample(sheet, design: .uncertain(inner: 2))
    var simulation = Simulation(office.plan, seed: office.seed)
    var tallies = [Tally(sheet)]
    for run in 0..<2 * draws {
      tallies[0].reset()
      simulation.run(run, outer: run / 2, into: &tallies)
      sample.append(tallies[0].outcome, run: run)
    }
    return Estimate(of: question, in: sample)
  }

  /// O42: a price that is uncertain and no chance: all is uncertainty, 12 months × (b − a)/√12.
  @Test func withoutChanceAllIsUncertainty() throws {
    var office = Office(seats: 5, horizon: 12)
    office.addControl { $0.cost = PriceRate(200) }
    office.uncertain = [Change(price, .set, .drawn(.uniform(low: 100, high: 300)))]
    let costs = estimate(.atom(.sum(.amount, of: .costs)), office, draws: 2000)
    let deviation = 12 * 200 / (12.0).squareRoot()
    #expect(costs.chance == 0)
    // The standard deviation of n uniform numbers errs by √(.8/4n), since their kurtosis is 1.8.
    let error = deviation * (0.8 / 8000).squareRoot()
    #expect(abs(try #require(costs.uncertainty) - deviation) < 4.9 * error)
    #expect(abs(try #require(costs.value) - 2400) < 4.9 * deviation / (2000.0).squareRoot())
  }

  /// O42: chance alone: the acts of a run are binomial, and σ_e² is a difference of two variances, of which each errs
  /// by σ²/2·√(2/K).
  @Test func withoutUncertaintyAllIsChance() throws {
    var office = Office(seats: 100, horizon: 12)
    office.addRisk(0.01) { $0.lasts = Months(0) }
    let acts = estimate(.atom(.count(.offences)), office, draws: 2000)
    let share = -exponentialMinusOne(-0.01)
    let variance = 1200 * share * (1 - share)
    #expect(
      abs(try #require(acts.chance) / variance.squareRoot() - 1) < 4.9 / (4000.0).squareRoot())
    let uncertainty = try #require(acts.uncertainty)
    #expect(uncertainty * uncertainty < 4.9 * variance / (2000.0).squareRoot())
  }

  /// O42: both: by the law of total variance, a mean hazard of .01 with a standard deviation of .003.
  @Test func bothAreToldApart() throws {
    var office = Office(seats: 100, horizon: 12)
    office.addRisk(0.01) { $0.lasts = Months(0) }
    office.uncertain = [Change(hazard, .set, .drawn(.normal(mean: 0.01, sd: 0.003)))]
    let acts = estimate(.atom(.count(.offences)), office, draws: 4000)
    // 1200·E[e^{−λ}(1 − e^{−λ})] = 11.8; 1200·.003·e^{−.01} = 3.56.
    #expect(abs(try #require(acts.chance) - 3.44) < 0.2)
    #expect(abs(try #require(acts.uncertainty) - 3.56) < 0.32)
  }

  // MARK: - Forecast

  /// A unit of 100 seats for two years, its hazard drawn from a gamma; whoever begins is soon found, with a case.
  private func unit(shape: Double, perYear mean: Double) -> Office {
    var office = Office(seats: 100, horizon: 24)
    office.addRisk(mean / 12) { $0.lasts = Months(.infinity) }
    office.addChannel(20)
    office.addResponse()
    office.addForm(.second)
    office.uncertain = [
      Change(hazard, .set, .drawn(.gamma(shape: shape, scale: mean / shape / 12)))
    ]
    return office
  }

  /// O43: with the prior known, (α₀ + cases)/(β₀ + seat-years) of one year is right about the next, on the whole
  /// and for units with few and with many cases; what the year shows by itself is right on the whole alone.
  @Test func theForecastOfUnitsIsCalibrated() {
    let (shape, mean) = (2.0, 0.03)
    var simulation = Simulation(unit(shape: shape, perYear: mean).plan, seed: 43)
    let office = unit(shape: shape, perYear: mean)
    let years = [Window(first: 1, last: 12), Window(first: 13, last: 24)]
    let asked = years.flatMap { [Atom.count(.cases, in: $0), .count(.seats, in: $0)] }
    let sheet = Sheet(asked.map { .atom($0) }, places: office.scheme.places)
    var tallies = [Tally(sheet)]
    // Units of 0, 1 or 2, 3 to 5, more cases.
    var (forecasts, naive) = (Evidence(), Evidence())
    var groups = [Evidence](repeating: Evidence(), count: 4)
    var shown = [(cases: Double, next: Double, units: Double)](repeating: (0, 0, 0), count: 4)
    var gain = Evidence()
    for unit in 0..<6000 {
      tallies[0].reset()
      simulation.run(unit, outer: unit, into: &tallies)
      let sums = tallies[0].outcome.sums
      let numbers = asked.map { sheet.position(of: $0).map { Double(sums[$0]) } ?? 0 }
      let (cases, seats, next, later) = (numbers[0], numbers[1] / 12, numbers[2], numbers[3] / 12)
      let forecast = (shape + cases) / (shape / mean + seats) * later
      let plain = cases / seats * later
      let group = cases == 0 ? 0 : cases < 3 ? 1 : cases < 6 ? 2 : 3
      forecasts.add(next, per: forecast)
      naive.add(next, per: plain)
      groups[group].add(next, per: forecast)
      shown[group].cases += plain
      shown[group].next += next
      shown[group].units += 1
      gain.add((plain - next) * (plain - next) - (forecast - next) * (forecast - next))
    }
    forecasts.expect(1, power: 0.07, tolerance: 0.005)
    naive.expect(1, power: 0.08, tolerance: 0.005)
    for group in groups { group.expect(1, power: 0.2, tolerance: 0.01) }
    // The naive forecast is too low where nothing was seen and a fifth too high where much was.
    #expect(shown[0].cases == 0 && shown[0].next > 0.5 * shown[0].units)
    #expect(shown[3].cases > 1.2 * shown[3].next)
    // Of m cases a unit, and a weight w of its own year, the mean squared error is 2m naively, else m(1 + w).
    let weight = 100 / (shape / mean + 100)
    gain.expect(100 * mean * (1 - weight), power: 0.7, tolerance: 0.02)
  }
}
