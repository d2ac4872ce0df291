import Quantities
import Testing

/// Words spread over the whole range, and all those at both ends.
private let words: [UInt32] =
  (0..<2_000).flatMap { [$0, .max - $0] } + (0..<100_000).map { $0 &* 2_654_435_761 }

@Suite("Unit exponentials and clocks")
struct ClockTests {
  let table = ExponentialTable()

  @Test("The table gives −ln of the word's uniform number")
  func draws() {
    for word in words {
      #expect((table.draw(word) + naturalLog(uniform(word))).magnitude < 4e-12, "\(word)")
      #expect(table.draw(word) > 0)
    }
  }

  @Test("A greater word never draws more, across every cell of the table")
  func monotone() {
    let starts = (0..<32).flatMap { octave in
      (0..<256).map { (UInt64(256 + $0) << UInt64(octave)) >> 8 }
    }
    for start in starts where start > 0 {
      let (before, after) = (UInt32(start - 1), UInt32(start))
      #expect(table.draw(before) > table.draw(after), "\(start)")
    }
  }

  @Test("Mean and variance are 1")
  func moments() {
    let n = 1 << 20
    var (sum, squares) = (0.0, 0.0)
    for index in 0..<n {
      let draw = table.draw(UInt32(index) << 12 | 0x800)
      sum += draw
      squares += draw * draw
    }
    #expect((sum / Double(n) - 1).magnitude < 1e-5)
    #expect((squares / Double(n) - 2).magnitude < 1e-3)
  }

  @Test("A clock rings under a charge with probability 1 − e^{−h}, exactly to 2⁻³²")
  func law() {
    for hazard in [1e-6, 0.001, 0.05, 0.7, 3, 7.9] {
      let charge = Clock.charge(hazard: hazard)
      // clock falls as the word grows, so the words that ring are those from some word on.
      var (low, high): (UInt64, UInt64) = (0, 1 << 32)
      while low < high {
        let middle = (low + high) / 2
        if table.clock(UInt32(middle)) < charge { high = middle } else { low = middle + 1 }
      }
      let ringing = Double((1 << 32) - low) * 0x1p-32
      let truth = -exponentialMinusOne(-Double(charge) * Clock.unit)
      #expect((ringing - truth).magnitude < 0x1p-31, "\(hazard)")
      #expect((Double(charge) * Clock.unit - hazard).magnitude <= Clock.unit / 2)
    }
  }

  @Test("Charges are capped, and nonsense charges nothing")
  func charges() {
    #expect(Clock.charge(hazard: 100) == Clock.greatestCharge)
    #expect(Clock.charge(hazard: .infinity) == Clock.greatestCharge)
    #expect(Clock.charge(hazard: -1) == 0 && Clock.charge(hazard: .nan) == 0)
    #expect(Clock.charge(probability: 1) == Clock.greatestCharge)
    #expect(Clock.charge(probability: 0) == 0 && Clock.charge(probability: .nan) == 0)
    #expect(Clock.charge(probability: 0.5) == Clock.charge(hazard: -naturalLog(0.5)))
    #expect(Clock.time(left: -5, charge: 10) == 0.5)
    // The longest clock with a full charge given back still fits.
    #expect(Int64(table.clock(0)) + Int64(Clock.greatestCharge) < Int64(Int32.max))
  }

  @Test("A factor divides the clock, and a clock too long never rings")
  func factors() {
    for word in words {
      let plain = table.draw(word) * 0x1p26
      #expect(table.clock(word) == Int32(plain) && table.clock(word, factor: 1) == Int32(plain))
      #expect(table.clock(word, factor: 4) == Int32(plain / 4))
      #expect(table.clock(word, factor: 0) == .max)
    }
    #expect(table.clock(0, factor: 0.5) == .max && table.clock(0, factor: .nan) == .max)
  }
}

@Suite("Quantile tables")
struct QuantileTableTests {
  @Test("Exact at the knots, close between them, in both tails")
  func values() {
    let law = Gamma(shape: 0.25, scale: 4)
    let table = QuantileTable(law)
    #expect(table.knots.count == QuantileTable.size)
    for word in words {
      let p = uniform(word)
      let exact = word >> 31 == 0 ? law.quantile(p) : law.quantile(upper: uniform(~word))
      #expect(agree(Double(table.value(word)), exact, within: 2e-3), "\(word)")
    }
    #expect(table.value(1 << 31) >= table.value(1 << 31 - 1))
  }

  @Test("The mean and the mean excess of a frailty keep to some 1e-5")
  func means() {
    let table = QuantileTable(Gamma(shape: 1, scale: 1))
    var (sum, excess) = (0.0, 0.0)
    let n = 1 << 22
    for index in 0..<n {
      let value = Double(table.value(UInt32(index) << 10 | 0x200))
      sum += value
      excess += max(value - 2, 0)
    }
    #expect((sum / Double(n) - 1).magnitude < 3e-5)
    #expect((excess / Double(n) - exponential(-2)).magnitude < 2e-5)
  }

  @Test("Joined tables are read where they begin; infinite ends are cut")
  func joined() {
    let uniform = QuantileTable(Uniform(low: 0, high: 1))
    let wide = QuantileTable { _, upper in upper ? .infinity : -.infinity }
    let both = uniform.knots + wide.knots
    #expect(QuantileTable.value(1 << 30, in: both, at: 0) == uniform.value(1 << 30))
    #expect(QuantileTable.value(.max, in: both, at: QuantileTable.size).isFinite)
    #expect((uniform.value(1 << 30) - 0.25).magnitude < 1e-6)
  }
}
