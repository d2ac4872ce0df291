import Quantities
import Testing

@Suite("Money")
struct MoneyTests {
  @Test("Halves go to the even hundredth")
  func rounding() {
    #expect(Money(rounding: 0.5).hundredths == 0 && Money(rounding: 1.5).hundredths == 2)
    #expect(Money(rounding: -2.5).hundredths == -2 && Money(rounding: 2.500001).hundredths == 3)
    #expect(Money(12.34).hundredths == 1234 && Money(-0.01).hundredths == -1)
    #expect((Money(hundredths: 25) * 0.5).hundredths == 12)
    for x in grid(-1e6, 1e6, 2_000) + [0x1p51 + 0.5, 0x1p52 + 1, 0x1p53 + 2] {
      #expect(Money(rounding: x).hundredths == Int64(x.rounded(.toNearestOrEven)), "\(x)")
    }
  }

  @Test("Sums are exact and saturate instead of trapping")
  func sums() {
    let most = Money(hundredths: .max)
    let least = Money(hundredths: .min)
    #expect(most + Money(hundredths: 1) == most && least - Money(hundredths: 1) == least)
    #expect(-least == most && least + least == least && most - least == most)
    #expect(Money(1e300) == most && Money(-.infinity) == least && Money(.nan) == .zero)
    var sum = Money.zero
    for _ in 0..<1_000 { sum += Money(0.1) }
    #expect(sum == Money(100) && sum.units == 100 && sum > .zero)
    sum -= Money(100)
    #expect(sum == .zero)
  }
}
