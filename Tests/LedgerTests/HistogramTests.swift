import Ledger
import Testing

@Suite struct HistogramTests {
  @Test func binsCoverAllNumbersInOrder() {
    for bin in -7_000...7_000 {
      let range = Histogram.range(of: bin)
      #expect(Histogram.bin(of: range.lowerBound) == bin)
      #expect(Histogram.bin(of: range.upperBound) == bin)
      #expect(Histogram.range(of: bin + 1).lowerBound == range.upperBound + 1)
      let width = Double(range.upperBound - range.lowerBound)
      #expect(width <= Double(min(range.lowerBound.magnitude, range.upperBound.magnitude)) / 128)
    }
    #expect(Histogram.bin(of: .max) == 7_295)
    #expect(Histogram.bin(of: .min) == -7_295)
  }

  @Test func quantilesErrByLessThanABin() {
    var dice = Dice(state: 7)
    var numbers = (0..<5_001).map { _ in
      Int64.random(in: -1_000...1_000, using: &dice) * Int64.random(in: 0...100_000, using: &dice)
    }
    var histogram = Histogram()
    for number in numbers { histogram.add(number) }
    numbers.sort()
    for percent in 0...100 {
      let rank = max(1, (percent * numbers.count + 99) / 100)
      let exact = Double(numbers[rank - 1])
      let found = histogram.quantile(Double(percent) / 100) ?? .nan
      #expect(abs(found - exact) <= abs(exact) / 128)
    }
    #expect(Histogram().quantile(0.5) == nil)
  }

  @Test func addingCommutes() {
    var dice = Dice(state: 8)
    var parts = (0..<6).map { _ in
      var part = Histogram()
      for _ in 0..<50 {
        let number = Int64.random(in: -5_000...500_000, using: &dice)
        part.add(number, times: Int64.random(in: 0...3, using: &dice))
      }
      return part
    }
    func sum(_ parts: [Histogram]) -> Histogram { parts.reduce(into: Histogram()) { $0 += $1 } }
    let forward = sum(parts)
    parts.shuffle(using: &dice)
    #expect(sum(parts) == forward)
    #expect(forward.without(parts[0]) == sum(Array(parts.dropFirst())))
    #expect(forward.total == parts.reduce(0) { $0 + $1.total })
  }
}
