import Plan
import Quantities
import Testing

private let each: [Distribution] = [
  .constant(3), .uniform(low: 1, high: 4), .normal(mean: 2, sd: 0.5),
  .lognormal(mu: 0.5, sigma: 0.8), .gamma(shape: 0.5, scale: 4), .beta(a: 2, b: 6),
  .pert(low: 1, mode: 2, high: 6), .triangular(low: 0, mode: 1, high: 4), .exponential(mean: 3),
  .weibull(shape: 1.5, scale: 2), .poisson(mean: 3), .binomial(n: 12, p: 0.3),
  .mixture([
    .init(weight: 7, distribution: .exponential(mean: 1)),
    .init(weight: 3, distribution: .constant(2)),
  ]),
  .empirical([5, 1, 2, 2, 9]), .truncated(.normal(mean: 0, sd: 2), low: -1, high: 3),
  .truncated(.poisson(mean: 3), low: 1, high: 5),
  .truncated(.exponential(mean: 1), low: 30, high: .infinity),
  .truncated(.empirical([5, 1, 2, 2, 9]), low: 2, high: 6),
  .scaled(.beta(a: 2, b: 6), by: -3), .scaled(.poisson(mean: 2), by: 0.5),
]

/// The mean of the quantiles of `steps` evenly spread probabilities.
private func average(_ distribution: Distribution, steps: Int = 20_000) -> Double {
  grid(0, 1, steps).reduce(0) {
    $0 + ($1 < 0.5 ? distribution.quantile($1) : distribution.quantile(upper: 1 - $1))
  } / Double(steps)
}

@Suite("Distributions of the plan")
struct DistributionTests {
  @Test("The quantile is the least number that reaches the probability", arguments: each)
  func quantiles(_ distribution: Distribution) {
    var last = -Double.infinity
    for u in grid(0, 1, 199) {
      let x = distribution.quantile(u)
      let slack = x.magnitude * 1e-13
      #expect(distribution.cumulative(x + slack) >= u - 1e-12, "\(u)")
      #expect(1 - distribution.survival(x - slack) <= u + 1e-12, "\(u)")
      #expect(x >= last && agree(x, distribution.quantile(upper: 1 - u), within: 1e-9), "\(u)")
      #expect((distribution.bounds.low...distribution.bounds.high).contains(x), "\(u)")
      last = x
    }
    #expect(distribution.contradiction == nil)
  }

  @Test("Probabilities on both sides of a point add up", arguments: each)
  func sides(_ distribution: Distribution) {
    for x in grid(-4, 40, 89) + [1, 2, 3, 5] {
      let sum = distribution.cumulative(x) + distribution.exceedance(x)
      #expect((sum - 1).magnitude < 1e-12, "\(x)")
      #expect(distribution.survival(x) >= distribution.exceedance(x), "\(x)")
    }
  }

  @Test("The mean is the mean of the quantiles", arguments: each)
  func means(_ distribution: Distribution) {
    #expect(agree(distribution.mean, average(distribution), within: 2e-3))
  }

  @Test("Scaling multiplies quantiles, bounds and mean", arguments: each)
  func scaling(_ distribution: Distribution) {
    for factor in [1.0 / 12, 1, 5, -2] {
      let scaled = distribution.scaled(by: factor)
      #expect(agree(scaled.mean, factor * distribution.mean, within: 1e-9))
      for u in grid(0, 1, 20) {
        let x = factor > 0 ? distribution.quantile(u) : distribution.quantile(upper: u)
        #expect(agree(scaled.quantile(u), factor * x, within: 1e-10), "\(factor) \(u)")
      }
    }
    #expect(distribution.scaled(by: 0) == .constant(0))
  }

  @Test("What people know makes the law that has it")
  func making() throws {
    let p90 = try Distribution.lognormal(median: 2, p90: 9)
    #expect(
      agree(p90.quantile(0.5), 2, within: 1e-14) && agree(p90.quantile(0.9), 9, within: 1e-13))
    let lognormal = try Distribution.lognormal(mean: 5, sd: 7)
    #expect(agree(lognormal.mean, 5, within: 1e-14))
    let gamma = try Distribution.gamma(mean: 1, sd: 2)
    #expect(gamma == .gamma(shape: 0.25, scale: 4))
    let beta = try Distribution.beta(mean: 0.25, sd: 0.125)
    #expect(beta == .beta(a: 2.75, b: 8.25))
    #expect(try Distribution.beta(mean: 1, sd: 0) == .constant(1))
    #expect(try Distribution.lognormal(median: 3, p90: 3) == .constant(3))
    #expect(try Distribution.sample([3, 1, 2]) == .empirical([1, 2, 3]))
  }

  @Test("What contradicts itself is refused with its reason")
  func contradictions() {
    #expect(throws: Contradiction.p90BelowMedian(median: 5, p90: 4)) {
      try Distribution.lognormal(median: 5, p90: 4)
    }
    #expect(throws: Contradiction.notPositive(parameter: "mean")) {
      try Distribution.gamma(mean: 0, sd: 1)
    }
    #expect(throws: Contradiction.tooWide(sd: 0.5, below: 0.5)) {
      try Distribution.beta(mean: 0.5, sd: 0.5)
    }
    #expect(throws: Contradiction.outsideUnit(parameter: "mean")) {
      try Distribution.beta(mean: 1.5, sd: 0.5)
    }
    #expect(throws: Contradiction.negative(parameter: "sd")) {
      try Distribution.lognormal(mean: 1, sd: -1)
    }
    #expect(throws: Contradiction.empty) { try Distribution.sample([]) }
  }

  @Test("Parameters given directly are checked too")
  func checks() {
    let cases: [(Distribution, Contradiction)] = [
      (.uniform(low: 3, high: 2), .disordered(low: 3, high: 2)),
      (.pert(low: 0, mode: 5, high: 4), .modeOutside(mode: 5, low: 0, high: 4)),
      (.triangular(low: 1, mode: 1, high: 1), .disordered(low: 1, high: 1)),
      (.normal(mean: .nan, sd: 1), .notFinite(parameter: "mean")),
      (.weibull(shape: 0, scale: 1), .notPositive(parameter: "shape")),
      (.binomial(n: 2.5, p: 0.5), .notWhole(parameter: "n")),
      (.binomial(n: 2, p: 1.5), .outsideUnit(parameter: "p")),
      (.poisson(mean: -1), .negative(parameter: "mean")),
      (.mixture([.init(weight: 0, distribution: .constant(1))]), .empty),
      (.truncated(.uniform(low: 0, high: 1), low: 2, high: 3), .nothingKept(low: 2, high: 3)),
      (.truncated(.exponential(mean: -1), low: 0, high: 1), .notPositive(parameter: "mean")),
      (.scaled(.poisson(mean: 1), by: .infinity), .notFinite(parameter: "factor")),
    ]
    for (distribution, contradiction) in cases {
      #expect(distribution.contradiction == contradiction)
      // No question about them traps.
      for x in [-1, 0, 0.5, 1, Double.infinity, .nan] {
        _ = (distribution.quantile(x), distribution.quantile(upper: x), distribution.survival(x))
        _ = (distribution.cumulative(x), distribution.exceedance(x))
      }
      _ = (distribution.mean, distribution.bounds)
    }
  }

  @Test("Truncation keeps the far tail's digits and its exact mean")
  func truncation() {
    // Beyond 30 an exponential of mean 1 begins anew.
    let tail = Distribution.truncated(.exponential(mean: 1), low: 30, high: .infinity)
    #expect(agree(tail.quantile(0.5), 30 + naturalLog(2), within: 1e-14))
    #expect(agree(tail.mean, 31, within: 1e-6))
    // The half normal.
    let half = Distribution.truncated(.normal(mean: 0, sd: 1), low: 0, high: .infinity)
    #expect(agree(half.mean, 0.7978845608028654, within: 1e-6))
    let counts = Distribution.truncated(.poisson(mean: 2), low: 1, high: 2)
    #expect(agree(counts.mean, 1.5, within: 1e-15))
    let beta = Distribution.beta(a: 1, b: 1)
    #expect(beta.truncated(low: 0, high: 1) == beta)
    #expect(beta.truncated(low: 0, high: 0.5) == .truncated(beta, low: 0, high: 0.5))
  }

  @Test("A dial reads and turns any parameter, also in parts", arguments: each)
  func parameters(_ distribution: Distribution) {
    let parameters = distribution.parameters
    #expect(Set(parameters.map(\.name)).count == parameters.count)
    for (position, parameter) in parameters.enumerated() {
      var turned = distribution
      #expect(turned[parameter: position] == parameter.value)
      turned[parameter: position] = parameter.value + 1
      var expected = parameters
      expected[position].value += 1
      #expect(turned.parameters == expected)
      turned[parameter: position] = parameter.value
      #expect(turned == distribution)
    }
    var turned = distribution
    turned[parameter: 99] = 1
    #expect(turned == distribution && turned[parameter: -1].isNaN)
  }
}

@Suite("Curves")
struct CurveTests {
  @Test("Linear between points, flat outside, in order of time")
  func values() {
    let curve = Curve([
      .init(at: 36, value: 1), .init(at: 0, value: 0.5), .init(at: 96, value: 1.9),
    ])
    #expect(curve.value(at: -5) == 0.5 && curve.value(at: 18) == 0.75 && curve.value(at: 36) == 1)
    #expect(agree(curve.value(at: 66), 1.45, within: 1e-15) && curve.value(at: 1e9) == 1.9)
    #expect(curve.highest == 1.9 && curve.lowest == 0.5)
    #expect(Curve(constant: 2).value(at: 7) == 2)
  }

  @Test("Two points at one time are a jump; no points are nothing")
  func jumps() {
    let jump = Curve([.init(at: 6, value: 1), .init(at: 6, value: 3)])
    #expect(jump.value(at: 5.9) == 1 && jump.value(at: 6) == 3)
    let none = Curve([])
    #expect(none.value(at: 3) == 0 && none.highest == 0 && none.lowest == 0)
  }
}
