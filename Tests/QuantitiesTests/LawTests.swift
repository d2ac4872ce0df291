import CGSL
import Quantities
import Testing

/// A law beside GSL's functions for it: P, Q and their inverses.
struct Peer: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let law: any Law
  let points: [Double]
  let tolerance: Double
  let lower: @Sendable (Double) -> Double
  let upper: @Sendable (Double) -> Double

  init(
    _ name: String, _ law: any Law, _ points: [Double], within tolerance: Double = 1e-10,
    lower: @escaping @Sendable (Double) -> Double, upper: @escaping @Sendable (Double) -> Double
  ) {
    (testDescription, self.law, self.points, self.tolerance) = (name, law, points, tolerance)
    (self.lower, self.upper) = (lower, upper)
  }
}

private let continuous: [Peer] =
  [
    Peer(
      "normal", Normal(mean: 2, deviation: 3), grid(-90, 90, 200),
      lower: { gsl_cdf_gaussian_P($0 - 2, 3) }, upper: { gsl_cdf_gaussian_Q($0 - 2, 3) }),
    Peer(
      "lognormal", Lognormal(location: 1, scale: 0.7), grid(0, 90, 200),
      lower: { gsl_cdf_lognormal_P($0, 1, 0.7) }, upper: { gsl_cdf_lognormal_Q($0, 1, 0.7) }),
    Peer(
      "exponential", Exponential(mean: 4), grid(0, 400, 200),
      lower: { gsl_cdf_exponential_P($0, 4) }, upper: { gsl_cdf_exponential_Q($0, 4) }),
    Peer(
      "weibull", Weibull(shape: 1.7, scale: 5), grid(0, 60, 200),
      lower: { gsl_cdf_weibull_P($0, 5, 1.7) }, upper: { gsl_cdf_weibull_Q($0, 5, 1.7) }),
    Peer(
      "uniform", Uniform(low: -1, high: 4), grid(-2, 5, 50),
      lower: { gsl_cdf_flat_P($0, -1, 4) }, upper: { gsl_cdf_flat_Q($0, -1, 4) }),
  ]
  + [(0.05, 2.0), (0.5, 1.0), (1, 3), (4, 0.25), (30, 1), (900, 2)].map { shape, scale in
    let mean = shape * scale
    return Peer(
      "gamma \(shape)", Gamma(shape: shape, scale: scale),
      grid(0, mean, 60) + grid(mean, mean * 5 + 20 * scale, 60),
      lower: { gsl_cdf_gamma_P($0, shape, scale) }, upper: { gsl_cdf_gamma_Q($0, shape, scale) })
  }
  + [(0.5, 0.5), (0.2, 7.0), (1, 1), (2, 5), (60, 3), (400, 500)].map { a, b in
    Peer(
      "beta \(a) \(b)", Beta(a, b), grid(0, 1, 100),
      lower: { gsl_cdf_beta_P($0, a, b) }, upper: { gsl_cdf_beta_Q($0, a, b) })
  }

private let discrete: [Peer] =
  [0.02, 1.0, 7.5, 300].map { mean in
    Peer(
      "poisson \(mean)", Poisson(mean: mean), (0...40).map { Double($0) * max(1, mean / 20) },
      lower: { gsl_cdf_poisson_P(UInt32($0), mean) },
      upper: { $0 < 1 ? 1 : gsl_cdf_poisson_Q(UInt32($0) - 1, mean) })
  }
  + [(1.0, 0.3), (10, 0.5), (500, 0.02), (40, 0.97)].map { n, p in
    Peer(
      "binomial \(n) \(p)", Binomial(trials: n, probability: p), (0...Int(n)).map(Double.init),
      lower: { gsl_cdf_binomial_P(UInt32($0), p, UInt32(n)) },
      upper: { $0 < 1 ? 1 : gsl_cdf_binomial_Q(UInt32($0) - 1, p, UInt32(n)) })
  }

@Suite("Laws of chance")
struct LawTests {
  init() { gsl_set_error_handler_off() }

  @Test("Both tails agree with GSL", arguments: continuous + discrete)
  func tails(_ peer: Peer) {
    for x in peer.points.map({ peer.law is Poisson ? $0.rounded(.down) : $0 }) {
      let (p, q) = (peer.lower(x), peer.upper(x))
      if p > 1e-290 {
        #expect(agree(peer.law.cumulative(x), p, within: peer.tolerance), "P at \(x)")
      }
      if q > 1e-290 {
        #expect(agree(peer.law.survival(x), q, within: peer.tolerance), "Q at \(x)")
      }
    }
  }

  @Test("A quantile has the probability that it was asked for", arguments: continuous)
  func quantiles(_ peer: Peer) {
    let law = peer.law
    for p in [1e-60, 1e-9, 0.001] + grid(0, 1, 40) {
      // What two ulps of x move the tail by is all that may be lost.
      let (low, high) = (law.quantile(p), law.quantile(upper: p))
      let lowSlack = law.cumulative(low + 2 * low.ulp) - law.cumulative(low - 2 * low.ulp)
      #expect((law.cumulative(low) - p).magnitude <= 1e-12 * p + lowSlack, "p \(p) at \(low)")
      let slack = law.survival(high - 2 * high.ulp) - law.survival(high + 2 * high.ulp)
      #expect((law.survival(high) - p).magnitude <= 1e-12 * p + slack, "q \(p) at \(high)")
    }
    let ends = (peer.law.quantile(0), peer.law.quantile(1))
    #expect(ends.0 == peer.law.bounds.low && ends.1 == peer.law.bounds.high)
  }

  @Test("Normal and gamma quantiles agree with GSL's own")
  func inverses() {
    for p in grid(0, 1, 100) + [1e-300, 1e-100, 1e-20, 1e-5] {
      let z = Normal(mean: 0, deviation: 1)
      #expect(agree(z.quantile(p), gsl_cdf_ugaussian_Pinv(p), within: 1e-12), "\(p)")
      #expect(agree(z.quantile(upper: p), gsl_cdf_ugaussian_Qinv(p), within: 1e-12), "\(p)")
      // GSL's own inverse leaves the truth in the far tail (by a third at 1e-100).
      if p < 1e-20 { continue }
      let gamma = Gamma(shape: 0.25, scale: 4)
      #expect(agree(gamma.quantile(upper: p), gsl_cdf_gamma_Qinv(p, 0.25, 4), within: 1e-7), "\(p)")
    }
  }

  @Test("A count's quantile is the least that reaches the probability", arguments: discrete)
  func leastCounts(_ peer: Peer) {
    for p in grid(0, 1, 97) + [1e-12, 1e-6] {
      let count = peer.law.quantile(p)
      #expect(peer.law.cumulative(count) >= p - 1e-15)
      #expect(count == 0 || peer.law.cumulative(count - 1) < p + 1e-15)
      let top = peer.law.quantile(upper: p)
      #expect(peer.law.survival(top + 1) <= p * (1 + 1e-12))
      #expect(top == 0 || peer.law.survival(top) > p * (1 - 1e-12))
    }
  }

  @Test("Quantiles never fall", arguments: continuous + discrete)
  func monotone(_ peer: Peer) {
    var last = -Double.infinity
    for p in grid(0, 1, 500) {
      let x = peer.law.quantile(p)
      #expect(x >= last, "\(p)")
      last = x
    }
  }

  @Test("The mean is the mean of the quantiles", arguments: continuous + discrete)
  func means(_ peer: Peer) {
    // Substituting p = u²(3 − 2u) tames both ends.
    let n = 20_000
    let sum = grid(0, 1, n).reduce(0.0) { sum, u in
      let (p, q) = (u * u * (3 - 2 * u), (1 - u) * (1 - u) * (1 + 2 * u))
      let x = p < 0.5 ? peer.law.quantile(p) : peer.law.quantile(upper: q)
      return sum + x * 6 * u * (1 - u)
    }
    #expect(agree(sum / Double(n), peer.law.mean, within: 1e-3))
  }

  @Test("Triangular and PERT laws keep their corners")
  func corners() {
    let triangle = Triangular(low: 1, mode: 2, high: 5)
    #expect(triangle.cumulative(2) == 0.25 && triangle.quantile(0.25) == 2)
    #expect(agree(triangle.cumulative(triangle.quantile(0.8)), 0.8, within: 1e-15))
    #expect(agree(triangle.survival(5 - 1e-9), 1e-18 / 12, within: 1e-6))
    let pert = Pert(low: 1, mode: 2, high: 5)
    #expect(pert.mean == 14.0 / 6 && pert.quantile(0) == 1 && pert.quantile(1) == 5)
    #expect(agree(pert.cumulative(3), gsl_cdf_beta_P(0.5, 2, 4), within: 1e-13))
    #expect(agree(pert.quantile(0.3), 1 + 4 * gsl_cdf_beta_Pinv(0.3, 2, 4), within: 1e-10))
  }

  @Test("Large shapes stay accurate, also where the method changes")
  func large() {
    // The quantile of an enormous shape is that of Wilson and Hilferty to its order.
    for shape in [0x1p29, 0x1.8p30] {
      let law = Gamma(shape: shape, scale: 1)
      for z in [-6.0, -1, 0.5, 5] {
        let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
        let p = gsl_cdf_ugaussian_P(z)
        #expect(agree(law.cumulative(shape * root * root * root), p, within: 1e-6), "\(z)")
      }
    }
  }

  @Test("Nonsense gives NaN, never a trap")
  func nonsense() {
    let laws: [any Law] = [
      Gamma(shape: -1, scale: 1), Gamma(shape: .nan, scale: 1), Beta(0, 1), Beta(1, .infinity),
      Poisson(mean: -1), Poisson(mean: .nan), Binomial(trials: -3, probability: 0.5),
      Binomial(trials: 3, probability: 1.5), Binomial(trials: .nan, probability: 0.5),
    ]
    for law in laws { #expect(law.quantile(0.3).isNaN && law.quantile(upper: 0.3).isNaN) }
    for x in [-Double.infinity, -1, 0, 1, 1e308, .infinity, .nan] {
      for peer in continuous + discrete {
        let (p, q) = (peer.law.cumulative(x), peer.law.survival(x))
        #expect(x.isNaN || ((0...1).contains(p) && (0...1).contains(q)), "\(peer.law) \(x)")
        _ = (peer.law.quantile(x), peer.law.quantile(upper: x))
      }
    }
  }
}
