import CGSL
import Quantities
import Testing

/// Whether two numbers agree to a relative tolerance; equal numbers and two NaN always do.
func agree(_ a: Double, _ b: Double, within tolerance: Double) -> Bool {
  if a == b || (a.isNaN && b.isNaN) { return true }
  return (a - b).magnitude <= tolerance * max(a.magnitude, b.magnitude)
}

/// Evenly spread numbers from `low` to `high`.
func grid(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
  (0..<count).map { low + (high - low) * (Double($0) + 0.5) / Double(count) }
}

@Suite("Logarithm, exponential and their relatives")
struct ElementaryTests {
  #if arch(x86_64)
    /// The distance from the true value in units of the last place, taking 80 bits for the truth.
    func ulps(_ value: Double, _ truth: Float80) -> Double {
      Double((Float80(value) - truth).magnitude / Float80(value.ulp))
    }

    @Test("The logarithm errs by less than one unit in the last place")
    func logarithm() {
      let points =
        grid(0.5, 2, 20_000) + grid(-700, 700, 20_000).map(exponential) + [
          .leastNonzeroMagnitude, 0x1.8p-1030, 1.7e308,
        ]
      for x in points { #expect(ulps(naturalLog(x), Float80.log(x)) < 1, "ln \(x)") }
    }

    @Test("The exponential errs by less than one unit in the last place")
    func exponentials() {
      for x in grid(-2, 2, 20_000) + grid(-745, 709.7, 20_000) {
        #expect(ulps(exponential(x), Float80.exp(x)) < 1, "exp \(x)")
      }
    }
  #endif

  @Test("log(1 + x) and e^x − 1 keep their digits near 0")
  func nearZero() {
    for x in grid(-0.999, 5, 2_000) + grid(-1e-3, 1e-3, 500) + [1e-300, -1e-17, 1e15, 1e300] {
      #expect(agree(logOnePlus(x), gsl_log1p(x), within: 1e-15), "log1p \(x)")
    }
    for x in grid(-40, 50, 2_000) + grid(-1e-3, 1e-3, 500) + [1e-300, -1e-17, 700, -700] {
      #expect(agree(exponentialMinusOne(x), gsl_expm1(x), within: 2e-15), "expm1 \(x)")
    }
  }

  @Test("Ends and nonsense have the usual values")
  func ends() {
    #expect(naturalLog(0) == -.infinity && naturalLog(-1).isNaN && naturalLog(.nan).isNaN)
    #expect(naturalLog(1) == 0 && naturalLog(.infinity) == .infinity)
    #expect(exponential(0) == 1 && exponential(-800) == 0 && exponential(710) == .infinity)
    #expect(exponential(.infinity) == .infinity && exponential(-.infinity) == 0)
    #expect(exponential(.nan).isNaN && exponentialMinusOne(-.infinity) == -1)
    #expect(logOnePlus(-1) == -.infinity && logOnePlus(-2).isNaN && logOnePlus(0) == 0)
    #expect(logGamma(1) == 0 && logGamma(2) == 0 && logGamma(0) == .infinity)
    #expect(logGamma(-1).isNaN && complementaryError(.infinity) == 0)
    #expect(complementaryError(-.infinity) == 2 && complementaryError(0) == 1)
  }

  @Test("Powers: exact where they should be, close elsewhere, C's values at the ends")
  func powers() {
    #expect(power(2, 10) == 1024 && power(3, 5) == 243 && power(10, 22) == 1e22)
    #expect(power(-2, 3) == -8 && power(-2, 2) == 4 && power(-2, 0.5).isNaN)
    #expect(power(0, 2) == 0 && power(0, -1) == .infinity && power(0, 0) == 1)
    #expect(power(.infinity, 2) == .infinity && power(.infinity, -2) == 0)
    #expect(power(0.5, .infinity) == 0 && power(2, .infinity) == .infinity)
    #expect(power(1, .nan) == 1 && power(.nan, 0) == 1 && power(.nan, 1).isNaN)
    #expect(power(-.infinity, 3) == -.infinity && power(1e300, 2) == .infinity)
    for x in [0.25, 0.9, 1.0000001, 3.7, 1e5] {
      for n in -20...20 {
        let truth = gsl_sf_pow_int(x, Int32(n))
        #expect(agree(power(x, Double(n)), truth, within: 2e-14), "\(x)^\(n)")
      }
      let root = power(power(x, 0.3), 1 / 0.3)
      #expect(agree(root, x, within: 4e-15), "\(x)")
    }
  }

  @Test("erfc against GSL, to the far tail")
  func errors() {
    for x in grid(-6, 26, 2_000) {
      #expect(agree(complementaryError(x), gsl_sf_erfc(x), within: 4e-13), "erfc \(x)")
      #expect(agree(errorFunction(x), gsl_sf_erf(x), within: 1e-13), "erf \(x)")
    }
    // Abramowitz and Stegun, table 7.1 and 7.3.
    #expect(agree(complementaryError(1), 0.15729920705028513, within: 4e-16))
    #expect(agree(complementaryError(10), 2.088487583762545e-45, within: 8e-16))
  }

  @Test("ln Γ against GSL, with relative accuracy near its zeros")
  func gammas() {
    for x in grid(0.001, 12, 3_000) + grid(12, 2_000, 500) + [1e-300, 1e-10, 1e8, 1e15] {
      #expect(agree(logGamma(x), gsl_sf_lngamma(x), within: 1e-12), "lnΓ \(x)")
    }
    #expect(agree(logGamma(0.5), 0.5723649429247001, within: 4e-16))
    #expect(agree(logGamma(1 + 0x1p-40), -0.5772156649013 * 0x1p-40, within: 1e-11))
    #expect(agree(logGamma(2 + 0x1p-40), 0.4227843350985 * 0x1p-40, within: 1e-11))
  }
}

#if arch(x86_64)
  import Glibc

  extension Float80 {
    static func log(_ x: Double) -> Float80 { Glibc.log(Float80(x)) }
    static func exp(_ x: Double) -> Float80 { Glibc.exp(Float80(x)) }
  }
#endif
