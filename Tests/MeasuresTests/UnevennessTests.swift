import Ledger
import Measures
import Testing

/// Cases and seats of four units.
private let portions = (0..<4).map { unit in
  Question.Portion(
    count: Atom(.cases, .count, where: .isOneOf(.unit, [unit])),
    seats: Atom(.seats, .count, where: .isOneOf(.unit, [unit])))
}

private let places = Places(
  posts: (0..<4).map {
    Places.Post(unit: $0, organization: 0, field: 0, group: 0, riskLevel: 0)
  })

/// A sample of runs, each with (cases, seats) by unit.
private func sample(_ runs: [[(Int64, Int64)]]) -> Sample {
  let sheet = Sheet([.gini(portions)], places: places)
  var sample = Sample(sheet, design: .certain)
  for (run, units) in runs.enumerated() {
    sample.append(Outcome(sums: units.flatMap { [$0.0, $0.1] }), run: run)
  }
  return sample
}

/// Σᵢⱼ|xᵢ − xⱼ|/(2n²x̄), straight from its definition.
private func gini(_ rates: [Double]) -> Double {
  var sum = 0.0
  for a in rates { for b in rates { sum += abs(a - b) } }
  return sum / (2 * Double(rates.count) * rates.reduce(0, +))
}

@Suite struct UnevennessTests {
  @Test func theCoefficientIsThatOfItsDefinition() throws {
    let estimate = Estimate(
      of: .gini(portions), in: sample([[(3, 10), (0, 20), (9, 30), (4, 10)]]))
    let value = try #require(estimate.value)
    #expect(abs(value - gini([0.3, 0, 0.3, 0.4])) < 1e-15)
    #expect(
      Estimate(of: .gini(portions), in: sample([[(1, 5), (2, 10), (4, 20), (8, 40)]])).value == 0)
    let one = Estimate(of: .gini(portions), in: sample([[(7, 5), (0, 10), (0, 20), (0, 40)]]))
    #expect(abs((one.value ?? 0) - 0.75) < 1e-15)
  }

  @Test func unitsWithoutSeatsDoNotCount() throws {
    let estimate = Estimate(
      of: .gini(portions), in: sample([[(3, 10), (0, 0), (9, 10), (0, 0)]]))
    #expect(abs(try #require(estimate.value) - gini([0.3, 0.9])) < 1e-15)
    let never = Estimate(of: .gini(portions), in: sample([[(0, 10), (0, 10), (0, 10), (0, 10)]]))
    #expect(never.value == nil && never.undefinedRuns == 1)
  }

  @Test func itsGradientIsThatOfFiniteDifferences() throws {
    var dice = Dice(state: 31)
    let runs: [[(Int64, Int64)]] = (0..<40).map { _ in
      [2.0, 5, 9, 20].map { (dice.poisson($0), 40 + dice.poisson(10)) }
    }
    let estimate = Estimate(of: .gini(portions), in: sample(runs))
    let means = (0..<4).map { unit in
      (
        runs.reduce(0.0) { $0 + Double($1[unit].0) } / 40,
        runs.reduce(0.0) { $0 + Double($1[unit].1) } / 40
      )
    }
    func value(_ point: [(Double, Double)]) -> Double { gini(point.map { $0.0 / $0.1 }) }
    let h = 1e-6
    let parts = runs.map { run in
      (0..<4).reduce(0.0) { sum, unit in
        var (up, down, wide, narrow) = (means, means, means, means)
        up[unit].0 += h
        down[unit].0 -= h
        wide[unit].1 += h
        narrow[unit].1 -= h
        return sum
          + (value(up) - value(down)) / (2 * h) * (Double(run[unit].0) - means[unit].0)
          + (value(wide) - value(narrow)) / (2 * h) * (Double(run[unit].1) - means[unit].1)
      }
    }
    let error = (parts.reduce(0) { $0 + $1 * $1 } / 39 / 40).squareRoot()
    #expect(abs(try #require(estimate.value) - value(means)) < 1e-12)
    #expect(abs(try #require(estimate.standardError) / error - 1) < 1e-6)
  }
}
