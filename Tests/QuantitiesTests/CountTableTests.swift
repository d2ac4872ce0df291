import Quantities
import Testing

@Suite("Counts of a Poisson law by table")
struct CountTableTests {
  @Test("A count is the quantile of the law", arguments: [0x1p-40, 0x1p-5, 1.0, 3.25, 64, 1024])
  func quantiles(mean: Double) {
    let table = CountTable(mean: mean)
    let law = Poisson(mean: mean)
    for n in 1..<400 {
      let p = Double(n) / 400
      #expect(Double(table.draw(UInt64(p * 0x1p64))) == law.quantile(p), "at \(p)")
    }
  }

  @Test("The ends are as likely as they should be")
  func ends() {
    // Of 2⁶⁴ words, one point of a mean of 2⁻⁴⁰ takes the last 2²⁴.
    let rare = CountTable(mean: 0x1p-40)
    #expect(rare.draw(.max - 1 << 24 - 1 << 20) == 0 && rare.draw(.max - 1 << 23) == 1)
    #expect(CountTable(mean: 1024).draw(0) > 700)
    #expect(CountTable(mean: 1024).draw(.max) < 1400)
  }
}
