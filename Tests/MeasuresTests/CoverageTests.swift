import Ledger
import Measures
import Testing

/// 95 % intervals contain the truth in 95 % of the cases (2,000 repetitions each, false alarm 1e-6).
@Suite struct CoverageTests {
  private func covers(_ interval: Interval?, _ truth: Double) -> Bool {
    interval?.contains(truth) ?? false
  }

  @Test func meansOfSums() {
    var dice = Dice(state: 11)
    let found = frequency(2_000) {
      let sample = Sample(
        (0..<20).map { _ in Counts(loss: Int64(100_000 * (1 + dice.uniform() + dice.uniform()))) })
      return covers(Estimate(of: loss, in: sample).interval, 2_000)
    }
    #expect(abs(found - 0.95) < astray, "\(found)")
  }

  @Test func ratiosOfSums() {
    var dice = Dice(state: 12)
    let found = frequency(2_000) {
      let sample = Sample(
        (0..<40).map { _ in
          let seats = Int64.random(in: 80...120, using: &dice)
          return Counts(offences: dice.poisson(0.1 * Double(seats)), seats: seats)
        })
      return covers(Estimate(of: incidence, in: sample).interval, 0.1)
    }
    #expect(abs(found - 0.95) < astray, "\(found)")
  }

  @Test func sharesThatClusterByRun() {
    var dice = Dice(state: 13)
    let found = frequency(2_000) {
      let sample = Sample(
        (0..<40).map { _ in
          let cases = Int64.random(in: 5...15, using: &dice)
          // Half of the runs are bad, half are good: 30 % in all.
          let share = dice.uniform() < 0.5 ? 0.1 : 0.5
          return Counts(offences: cases, crimes: dice.binomial(cases, share))
        })
      return covers(Estimate(of: crimeShare, in: sample).interval, 0.3)
    }
    #expect(abs(found - 0.95) < astray, "\(found)")
  }

  @Test(arguments: [0.0005, 0.005, 0.03]) func rareSharesAndRatesErrOnTheSafeSide(_ truth: Double) {
    var dice = Dice(state: 14)
    var (shares, rates) = (0.0, 0.0)
    let repetitions = 2_000
    for _ in 0..<repetitions {
      let sample = Sample(
        (0..<40).map { _ in
          Counts(
            offences: dice.poisson(20 * truth), seats: 20,
            crimes: 0)
        })
      if covers(Estimate(of: incidence, in: sample).interval, truth) { rates += 1 }
      let split = Sample(
        (0..<40).map { _ in Counts(offences: 20, crimes: dice.binomial(20, truth)) })
      if covers(Estimate(of: crimeShare, in: split).interval, truth) { shares += 1 }
    }
    #expect(rates / Double(repetitions) > 0.95 - astray, "\(rates / Double(repetitions))")
    #expect(shares / Double(repetitions) > 0.95 - astray, "\(shares / Double(repetitions))")
  }

  @Test func meansOverUncertainDraws() {
    var dice = Dice(state: 15)
    var clustered = 0.0
    var naive = 0.0
    for _ in 0..<2_000 {
      var counts: [Counts] = []
      for _ in 0..<20 {
        let level = dice.normal(1_000, 100)
        for _ in 0..<4 { counts.append(Counts(loss: Int64(100 * dice.normal(level, 50)))) }
      }
      let honest = Sample(counts, design: .uncertain(inner: 4))
      if covers(Estimate(of: loss, in: honest).interval, 1_000) { clustered += 1 }
      if covers(Estimate(of: loss, in: Sample(counts)).interval, 1_000) { naive += 1 }
    }
    #expect(abs(clustered / 2_000 - 0.95) < astray, "\(clustered / 2_000)")
    #expect(naive / 2_000 < 0.85)
  }

  @Test func pairedDifferences() {
    var dice = Dice(state: 16)
    let found = frequency(2_000) {
      var (a, b): ([Counts], [Counts]) = ([], [])
      for _ in 0..<30 {
        let shared = dice.poisson(12)
        a.append(Counts(offences: shared + dice.poisson(3), seats: 100))
        b.append(Counts(offences: shared + dice.poisson(1), seats: 100))
      }
      let difference = PairedDifference(of: incidence, in: Sample(a), versus: Sample(b))
      return covers(difference?.contrast.interval, 0.02)
    }
    #expect(abs(found - 0.95) < astray, "\(found)")
  }

  @Test func afterSequentialStopping() {
    var dice = Dice(state: 17)
    var runs = 0
    let found = frequency(2_000) {
      var stopping = Stopping(cap: 5_000)
      var sample = Sample(asked, design: .certain)
      var until = stopping.next
      while true {
        while sample.runs.count < until {
          sample.append(
            Outcome(Counts(offences: dice.poisson(5), seats: 100)), run: sample.runs.count)
        }
        let estimate = Estimate(of: incidence, in: sample)
        let narrow = Precision.relative(0.1)
          .isReached(value: estimate.value, interval: estimate.interval)
        switch stopping.look(allReached: narrow) {
        case .goOn(let next): until = next
        case .reached, .capped:
          runs += sample.runs.count
          return covers(estimate.interval, 0.05)
        }
      }
    }
    #expect(abs(found - 0.95) < astray, "\(found)")
    // Half-width 10 % needs about (1.96/0.1)²/5 = 77 runs, and the guard one look more.
    #expect((77...150).contains(runs / 2_000), "\(runs / 2_000)")
  }
}
