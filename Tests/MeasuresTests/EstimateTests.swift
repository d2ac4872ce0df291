import Ledger
import Measures
import Testing

@Suite struct EstimateTests {
  @Test func aRatioIsOneOfSumsWithTheErrorOfItsLinearisation() throws {
    var dice = Dice(state: 21)
    let counts = (0..<50).map { _ in
      Counts(offences: dice.poisson(7), seats: Int64.random(in: 50...150, using: &dice))
    }
    let estimate = Estimate(of: incidence, in: Sample(counts))
    let x = counts.map { Double($0.offences) }
    let y = counts.map { Double($0.seats) }
    let ratio = x.reduce(0, +) / y.reduce(0, +)
    let rest = zip(x, y).reduce(0.0) { $0 + ($1.0 - ratio * $1.1) * ($1.0 - ratio * $1.1) }
    let error = (rest / 49 / 50).squareRoot() / (y.reduce(0, +) / 50)
    #expect(abs(try #require(estimate.value) - ratio) < 1e-15)
    #expect(abs(try #require(estimate.standardError) - error) < 1e-15)
    #expect(estimate.runs == 50 && estimate.undefinedRuns == 0)
  }

  @Test func gradientsAreThoseOfFiniteDifferences() throws {
    // (offences · loss − min(seats, 40)) / (crimes + 3): every operation, with all variables at once.
    let a = Question.atom(offences)
    let question = Question.combined(
      .combined(
        .combined(a, .multiply, loss), .subtract,
        .combined(.atom(seats), .minimum, .combined(.number(40), .maximum, .number(3)))),
      .divide, .combined(.atom(crimes), .add, .number(3)))
    var dice = Dice(state: 22)
    let counts = (0..<30).map { _ in
      Counts(
        offences: dice.poisson(9), seats: dice.poisson(20), crimes: dice.poisson(4),
        loss: dice.poisson(300) * 100)
    }
    func value(_ x: Double, _ l: Double, _ s: Double, _ c: Double) -> Double {
      (x * l - min(s, 40)) / (c + 3)
    }
    let runs = counts.map {
      (Double($0.offences), Double($0.loss) / 100, Double($0.seats), Double($0.crimes))
    }
    func mean(_ part: (Counts) -> Int64) -> Double {
      counts.reduce(0.0) { $0 + Double(part($1)) } / 30
    }
    let (x, l, s, c) = (mean(\.offences), mean(\.loss) / 100, mean(\.seats), mean(\.crimes))
    let h = 1e-5
    let parts = runs.map { run in
      (value(x + h, l, s, c) - value(x - h, l, s, c)) / (2 * h) * (run.0 - x)
        + (value(x, l + h, s, c) - value(x, l - h, s, c)) / (2 * h) * (run.1 - l)
        + (value(x, l, s + h, c) - value(x, l, s - h, c)) / (2 * h) * (run.2 - s)
        + (value(x, l, s, c + h) - value(x, l, s, c - h)) / (2 * h) * (run.3 - c)
    }
    let error = (parts.reduce(0) { $0 + $1 * $1 } / 29 / 30).squareRoot()
    let estimate = Estimate(of: question, in: Sample(counts))
    #expect(abs(try #require(estimate.value) - value(x, l, s, c)) < 1e-9)
    #expect(abs(try #require(estimate.standardError) / error - 1) < 1e-6)
  }

  @Test func whatIsUndefinedStaysUndefined() {
    let never = Estimate(
      of: incidence, in: Sample([Counts(offences: 3), Counts(offences: 2), Counts()]))
    #expect(never.value == nil && never.interval == nil && never.standardError == nil)
    #expect(never.undefinedRuns == 3 && never.runQuantiles == nil)
    #expect(never.verdict(on: .lessOrEqual, 1) == .undefined)
    let partly = Estimate(
      of: incidence, in: Sample([Counts(), Counts(offences: 2, seats: 10), Counts(seats: 10)]))
    #expect(abs((partly.value ?? 0) - 0.1) < 1e-15 && partly.undefinedRuns == 1)
    #expect(partly.runQuantiles?.middle == 0.1)
    #expect(Estimate(of: incidence, in: Sample([])).value == nil)
    let alone = Estimate(of: incidence, in: Sample([Counts(offences: 1, seats: 10)]))
    #expect(alone.value == 0.1 && alone.standardError == nil && alone.interval == nil)
  }

  @Test func whatWasNeverSeenIsBoundedByTheRuleOfThree() throws {
    let none = Sample(Array(repeating: Counts(offences: 10, seats: 100), count: 50))
    let share = Estimate(of: crimeShare, in: none)
    #expect(share.value == 0 && share.interval?.low == 0)
    #expect(abs(try #require(share.interval?.high) - 2.9957 / 500) < 2e-5)
    let complement = Estimate(of: .combined(.number(1), .subtract, crimeShare), in: none)
    #expect(complement.value == 1 && complement.interval?.high == 1)
    #expect(abs(try #require(complement.interval?.low) - (1 - 2.9957 / 500)) < 2e-5)
    let quiet = Sample(Array(repeating: Counts(seats: 100), count: 50))
    let perThousand = Question.combined(.number(1_000), .multiply, incidence)
    let rate = Estimate(of: perThousand, in: quiet)
    #expect(rate.interval?.low == 0)
    #expect(abs(try #require(rate.interval?.high) - 1_000 * 2.9957 / 5_000) < 1e-4)
  }

  @Test func sharesStayBetweenZeroAndOne() throws {
    var counts = Array(repeating: Counts(offences: 10), count: 30)
    counts[4].crimes = 1
    let rare = try #require(Estimate(of: crimeShare, in: Sample(counts)).interval)
    #expect(rare.low > 0 && rare.low < 1.0 / 300 && rare.high > 2.0 / 300 && rare.high < 0.03)
    counts = Array(repeating: Counts(offences: 10, crimes: 10), count: 30)
    counts[7].crimes = 9
    let usual = try #require(Estimate(of: crimeShare, in: Sample(counts)).interval)
    #expect(usual.high < 1 && usual.low > 0.97)
  }

  @Test func constantsHaveNoError() {
    let sample = Sample(Array(repeating: Counts(seats: 70, loss: 123_456_700), count: 7))
    let estimate = Estimate(of: loss, in: sample)
    #expect(estimate.value == 1_234_567 && estimate.standardError == 0)
    #expect(estimate.interval == Interval(low: 1_234_567, high: 1_234_567))
    #expect(estimate.chance == 0 && estimate.uncertainty == 0)
  }

  @Test func moreConfidenceIsWider() throws {
    var dice = Dice(state: 23)
    let sample = Sample((0..<20).map { _ in Counts(loss: dice.poisson(500)) })
    let usual = try #require(Estimate(of: loss, in: sample).interval)
    let sure = try #require(Estimate(of: loss, in: sample, confidence: 0.99).interval)
    // t quantiles with 19 degrees of freedom: 2.860935 and 2.093024.
    #expect(abs((sure.high - sure.low) / (usual.high - usual.low) - 2.860935 / 2.093024) < 1e-6)
  }

  @Test func quantilesOfRunsAreThoseOfTheRuns() {
    let sample = Sample((0...100).reversed().map { Counts(loss: Int64($0) * 100) })
    let quantiles = Estimate(of: loss, in: sample).runQuantiles
    #expect(quantiles?.low == 5 && quantiles?.middle == 50 && quantiles?.high == 95)
  }
}

/// O42: chance and uncertainty are told apart.
@Suite struct SpreadTests {
  /// Draws × inner runs, with these standard deviations.
  private func sample(draws: Int, inner: Int, chance: Double, uncertainty: Double) -> Sample {
    var dice = Dice(state: 31)
    var counts: [Counts] = []
    for _ in 0..<draws {
      let level = dice.normal(10_000, uncertainty)
      let shared = Int64(100 * level)
      for _ in 0..<inner {
        counts.append(Counts(loss: chance == 0 ? shared : Int64(100 * dice.normal(level, chance))))
      }
    }
    return Sample(counts, design: .uncertain(inner: inner))
  }

  @Test func withoutChanceAllIsUncertainty() throws {
    let estimate = Estimate(
      of: loss, in: sample(draws: 2_000, inner: 3, chance: 0, uncertainty: 80))
    #expect(estimate.chance == 0)
    // The standard deviation of 2,000 draws errs by 80/√4,000 = 1.3; five times that is once in 1e6.
    #expect(abs(try #require(estimate.uncertainty) - 80) < 6.2)
  }

  @Test func withoutUncertaintyAllIsChance() throws {
    let estimate = Estimate(
      of: loss, in: sample(draws: 2_000, inner: 2, chance: 80, uncertainty: 0))
    #expect(abs(try #require(estimate.chance) - 80) < 6.2)
    // σ_e² is a difference of two variances of 3,200 that err by 100 and 72: at most 600, once in 1e6.
    #expect(try #require(estimate.uncertainty) < 25)
  }

  @Test func bothAreToldApart() throws {
    let estimate = Estimate(
      of: loss, in: sample(draws: 4_000, inner: 2, chance: 60, uncertainty: 80))
    #expect(abs(try #require(estimate.chance) - 60) < 3.3)
    #expect(abs(try #require(estimate.uncertainty) - 80) < 6)
  }

  @Test func oneInnerRunCannotTellThemApart() {
    let estimate = Estimate(
      of: loss, in: sample(draws: 50, inner: 1, chance: 60, uncertainty: 80))
    #expect(estimate.chance == nil && estimate.uncertainty == nil)
    #expect(estimate.standardError != nil)
  }
}
