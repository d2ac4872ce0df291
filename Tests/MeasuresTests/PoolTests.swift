import Ledger
import Quantities
import Testing

@testable import Measures

private let pooledSheet = Sheet([.atom(medianLoss), .atom(medianLatency)], places: nowhere)

/// A run's offences, each with a loss (hundredths), and either its latency or how long it lasted.
private func outcome(_ offences: [(loss: Int64, latency: Double?, months: Double)]) -> Outcome {
  var tally = Tally(pooledSheet)
  for offence in offences {
    var row = Row(.offences, month: 1, post: -1)
    row.slots[2] = offence.loss
    row.slots[3] = Int64(offence.months * 0x1p20)
    if let latency = offence.latency { row.slots[6] = Int64(latency * 0x1p20) }
    tally.settle(row)
  }
  return tally.outcome
}

@Suite struct PoolTests {
  /// Kaplan and Meier's own way, by hand: ends at 1, 3, 3, 6, 7; censored at 2, 3, 5, 8.
  /// S: 8/9 at 1; at 3 seven are at risk, 8/9 · 5/7 = .635; at 6 three, .423; at 7 two, .212.
  @Test func theCurveIsThatOfAHandComputedExample() {
    var pool = Pool()
    for time in [1, 3, 3, 6, 7] as [Int64] { pool.ended.add(time) }
    for time in [2, 3, 5, 8] as [Int64] { pool.censored.add(time) }
    #expect(pool.survivalTime(0.05) == 1)
    #expect(pool.survivalTime(0.11) == 1)
    #expect(pool.survivalTime(0.12) == 3)
    #expect(pool.survivalTime(0.36) == 3)
    #expect(pool.survivalTime(0.37) == 6)
    #expect(pool.survivalTime(0.5) == 6)
    #expect(pool.survivalTime(0.58) == 7)
    #expect(pool.survivalTime(0.788) == 7)
    #expect(pool.survivalTime(0.79) == nil)
    #expect(Pool().survivalTime(0.5) == nil)
  }

  @Test func aShareThatIsJustReachedIsReached() {
    var pool = Pool()
    for time in 1...10 as ClosedRange<Int64> { pool.ended.add(time) }
    for tenth in 1...10 {
      #expect(pool.survivalTime(Double(tenth) / 10) == Double(tenth))
    }
  }

  @Test func withoutCensoringTheMediansAgree() throws {
    var dice = Dice(state: 41)
    var sample = Sample(
      Sheet(
        [.atom(Atom(.offences, .quantile(0.5, .latency))), .atom(medianLatency)], places: nowhere),
      design: .certain)
    for run in 0..<64 {
      var tally = Tally(sample.sheet)
      for _ in 0..<20 {
        var row = Row(.offences, month: 1, post: -1)
        row.slots[6] = Int64(dice.duration(mean: 20) * 0x1p20)
        tally.settle(row)
      }
      sample.append(tally.outcome, run: run)
    }
    let plain = Estimate(of: .atom(Atom(.offences, .quantile(0.5, .latency))), in: sample)
    let survival = Estimate(of: .atom(medianLatency), in: sample)
    let truth = 20 * naturalLog(2)
    let value = try #require(plain.value)
    #expect(abs(value - (try #require(survival.value))) < value / 128)
    // The median of 1,280 exponential times errs by mean/√1,280 = .56: five times that.
    #expect(abs(value - truth) < 2.8)
  }

  @Test func jackknifeIntervalsCover() {
    var dice = Dice(state: 42)
    var (losses, latencies) = (0.0, 0.0)
    for _ in 0..<2_000 {
      var sample = Sample(pooledSheet, design: .certain)
      for run in 0..<64 {
        sample.append(
          outcome(
            (0..<8).map { _ in
              let latency = dice.duration(mean: 20)
              // Follow-up ends between 10 and 60 months: a fifth is censored before the median.
              let end = 10 + 50 * dice.uniform()
              return (
                Int64(1e6 * dice.uniform()), latency < end ? latency : nil, min(latency, end)
              )
            }), run: run)
      }
      if Estimate(of: .atom(medianLoss), in: sample).interval?.contains(5_000) == true {
        losses += 1
      }
      let median = 20 * naturalLog(2)
      if Estimate(of: .atom(medianLatency), in: sample).interval?.contains(median) == true {
        latencies += 1
      }
    }
    // The jackknife of a quantile errs a little; 95 % within a point, and chance.
    #expect(abs(losses / 2_000 - 0.95) < 0.01 + astray, "\(losses / 2_000)")
    #expect(abs(latencies / 2_000 - 0.95) < 0.01 + astray, "\(latencies / 2_000)")
  }

  @Test func aCurveThatDoesNotGetThereIsUndefined() {
    var sample = Sample(pooledSheet, design: .certain)
    for run in 0..<40 {
      sample.append(outcome([(1, run % 3 == 0 ? 2 : nil, 2), (1, nil, 5)]), run: run)
    }
    let estimate = Estimate(of: .atom(medianLatency), in: sample)
    #expect(estimate.value == nil && estimate.interval == nil)
  }

  @Test func aMedianOfMoneyIsInCurrency() throws {
    var sample = Sample(pooledSheet, design: .certain)
    for run in 0..<40 { sample.append(outcome([(20_000, 3, 3)]), run: run) }
    let estimate = Estimate(of: .atom(medianLoss), in: sample)
    #expect(abs(try #require(estimate.value) - 200) < 200.0 / 128)
    #expect(estimate.standardError == 0 && estimate.runQuantiles == nil)
    #expect(estimate.chance == nil)
    #expect(abs(try #require(Estimate(of: .atom(medianLatency), in: sample).value) - 3) < 3.0 / 128)
  }
}

@Suite struct SampleTests {
  /// Some runs with sums and distributions.
  private let mixed = Sheet(
    [incidence, loss, .atom(medianLoss), .atom(medianLatency)], places: nowhere)

  private func runs(_ numbers: some Sequence<Int>) -> Sample {
    var sample = Sample(mixed, design: .uncertain(inner: 2))
    for run in numbers {
      var dice = Dice(state: UInt64(run) &* 977)
      var tally = Tally(mixed)
      for _ in 0..<10 {
        var row = Row(.offences, month: 5, post: -1)
        row.slots[2] = dice.poisson(900)
        row.slots[3] = dice.poisson(50) << 20
        if dice.uniform() < 0.7 { row.slots[6] = dice.poisson(30) << 20 }
        tally.settle(row)
      }
      tally.settle(Row(.seats, month: 5, post: -1, times: Int32(90 + dice.poisson(10))))
      sample.append(tally.outcome, run: run)
    }
    return sample
  }

  @Test func shardsMergeToTheWhole() throws {
    let whole = runs(0..<99)
    let halves = try #require(runs(50..<99).merged(with: runs(0..<50)))
    let strided = try #require(
      runs(stride(from: 0, to: 99, by: 2)).merged(with: runs(stride(from: 1, to: 99, by: 2))))
    for question in [incidence, loss, .atom(medianLoss), .atom(medianLatency)] {
      let expected = Estimate(of: question, in: whole)
      #expect(expected.interval != nil)
      #expect(Estimate(of: question, in: halves) == expected)
      #expect(Estimate(of: question, in: strided) == expected)
    }
  }

  @Test func shardsThatDoNotFitAreRefused() {
    #expect(runs(0..<5).merged(with: runs(4..<9)) == nil)
    #expect(runs(0..<5).merged(with: Sample([])) == nil)
  }
}
