import Ledger
import Measures
import Testing

@Suite struct DifferenceTests {
  /// Two policies that share so much of their luck.
  private func pair(runs: Int, shared: Double, effect: Double) -> (Sample, Sample) {
    var dice = Dice(state: 51)
    var (a, b): ([Counts], [Counts]) = ([], [])
    for _ in 0..<runs {
      let common = dice.poisson(20 * shared)
      a.append(Counts(offences: common + dice.poisson(20 * (1 - shared) + effect), seats: 100))
      b.append(Counts(offences: common + dice.poisson(20 * (1 - shared)), seats: 100))
    }
    return (Sample(a), Sample(b))
  }

  @Test func identicalRunsAreTheSame() throws {
    let (a, _) = pair(runs: 30, shared: 0.5, effect: 1)
    let difference = try #require(PairedDifference(of: incidence, in: a, versus: a))
    #expect(difference.contrast.value == 0)
    #expect(difference.contrast.interval == Interval(low: 0, high: 0))
    #expect(difference.contrast.standardError == 0 && difference.contrast.isExactlyZero)
    #expect(difference.contrast.verdict(better: .lower) == .same)
    #expect(difference.contrast.verdict(better: .neither) == .same)
    #expect(difference.correlation == 1 && difference.unpairedRuns == nil)
    #expect(difference.contrast.verdict(expecting: .less, 0) == .failed)
    #expect(difference.contrast.verdict(expecting: .lessOrEqual, 0) == .passed)
    #expect(difference.contrast.verdict(expecting: .equal, 0) == .passed)
  }

  @Test func commonLuckNarrowsTheInterval() throws {
    let (a, b) = pair(runs: 400, shared: 0.9, effect: 1)
    let difference = try #require(PairedDifference(of: incidence, in: a, versus: b))
    let first = try #require(Estimate(of: incidence, in: a).standardError)
    let second = try #require(Estimate(of: incidence, in: b).standardError)
    let error = try #require(difference.contrast.standardError)
    #expect(error < 0.6 * (first * first + second * second).squareRoot())
    // Var: 21, 20, common 18: correlation .878, and 41/5 = 8.2 times the runs.
    #expect(abs(try #require(difference.correlation) - 0.878) < 0.06)
    #expect(abs(try #require(difference.unpairedRuns) / 400 - 8.2) < 3)
    #expect(difference.contrast.verdict(better: .lower) == .worse)
    #expect(difference.contrast.verdict(better: .higher) == .better)
    #expect(difference.contrast.verdict(better: .neither) == .different)
    #expect(difference.contrast.verdict(expecting: .greater, 0) == .passed)
    #expect(difference.contrast.verdict(expecting: .less, 0) == .failed)
  }

  @Test func luckOfTheirOwnGainsNothing() throws {
    let (a, b) = pair(runs: 400, shared: 0, effect: 0)
    let difference = try #require(PairedDifference(of: incidence, in: a, versus: b))
    #expect(abs(try #require(difference.correlation)) < 0.25)
    #expect(abs(try #require(difference.unpairedRuns) / 400 - 1) < 0.25)
    #expect(difference.contrast.verdict(better: .lower) == .undecided)
    #expect(difference.contrast.verdict(better: .neither) == .undecided)
  }

  @Test func differentRunsAreNotCompared() {
    let (a, _) = pair(runs: 30, shared: 0.5, effect: 1)
    let (b, _) = pair(runs: 31, shared: 0.5, effect: 1)
    #expect(PairedDifference(of: incidence, in: a, versus: b) == nil)
  }

  @Test func anUndefinedSideLeavesNoDifference() throws {
    let a = Sample([Counts(offences: 1, seats: 10), Counts(offences: 2, seats: 10)])
    let b = Sample([Counts(), Counts()])
    let difference = try #require(PairedDifference(of: incidence, in: a, versus: b))
    #expect(difference.contrast.value == nil && difference.contrast.interval == nil)
    #expect(difference.contrast.verdict(better: .lower) == .undefined)
  }

  @Test func aConstantShiftIsCertain() throws {
    let a = Sample((0..<10).map { Counts(loss: 100 * $0) })
    let b = Sample((0..<10).map { Counts(loss: 100 * $0 + 500) })
    let difference = try #require(PairedDifference(of: loss, in: a, versus: b))
    #expect(abs(try #require(difference.contrast.value) + 5) < 1e-12)
    #expect(try #require(difference.contrast.standardError) < 1e-12)
    #expect(difference.contrast.verdict(better: .lower) == .better)
  }

  @Test func pooledMediansArePairedByGroups() throws {
    let sheet = Sheet([.atom(medianLoss)], places: nowhere)
    var dice = Dice(state: 52)
    var (a, b) = (Sample(sheet, design: .certain), Sample(sheet, design: .certain))
    for run in 0..<320 {
      var (left, right) = (Tally(sheet), Tally(sheet))
      for _ in 0..<10 {
        var row = Row(.offences, month: 1, post: -1)
        row.slots[2] = 100_000 + Int64(1e6 * dice.uniform())
        left.settle(row)
        row.slots[2] += 100_000
        right.settle(row)
      }
      a.append(left.outcome, run: run)
      b.append(right.outcome, run: run)
    }
    let same = try #require(PairedDifference(of: .atom(medianLoss), in: a, versus: a))
    #expect(same.contrast.verdict(better: .lower) == .same)
    let shifted = try #require(PairedDifference(of: .atom(medianLoss), in: a, versus: b))
    #expect(abs(try #require(shifted.contrast.value) + 1_000) < 7_000.0 / 64)
    #expect(try #require(shifted.correlation) > 0.5)
    #expect(shifted.contrast.verdict(better: .lower) == .better)
  }
}

@Suite struct VerdictTests {
  private func estimate(_ percent: Int64, runs: Int) -> Estimate {
    var counts: [Counts] = []
    for run in 0..<runs {
      counts.append(Counts(offences: 100, crimes: percent + (run % 2 == 0 ? 10 : -10)))
    }
    return Estimate(of: crimeShare, in: Sample(counts))
  }

  @Test func aWordNeedsTheWholeIntervalOnOneSide() {
    // Standard error of 100 runs: 10 points/√99, so the interval reaches 2 points.
    let found = estimate(70, runs: 100)
    #expect(found.verdict(on: .greaterOrEqual, 0.67) == .met)
    #expect(found.verdict(on: .greaterOrEqual, 0.69) == .undecided)
    #expect(found.verdict(on: .greaterOrEqual, 0.73) == .missed)
    #expect(found.verdict(on: .lessOrEqual, 0.73) == .met)
    #expect(found.verdict(on: .less, 0.67) == .missed)
    #expect(found.verdict(on: .equal, 0.70) == .undecided)
    #expect(found.verdict(on: .unequal, 0.75) == .met)
  }

  @Test func runsToDecideDoDecide() throws {
    let few = estimate(70, runs: 100)
    let runs = try #require(few.runsToDecide(0.69))
    #expect((300...700).contains(runs))
    let more = estimate(70, runs: runs + runs % 2)
    #expect(more.verdict(on: .greaterOrEqual, 0.69) == .met)
    #expect(few.runsToDecide(0.5) == nil)
    #expect(few.runsToDecide(0.7) == nil)
  }

  @Test func allOfThemMeetsATargetOfAll() {
    let sample = Sample(Array(repeating: Counts(offences: 10, crimes: 10), count: 20))
    let all = Estimate(of: crimeShare, in: sample)
    #expect(all.verdict(on: .greaterOrEqual, 1) == .met)
    #expect(all.verdict(on: .greaterOrEqual, 0.999) == .undecided)
    #expect(all.verdict(on: .greater, 1) == .missed)
  }

  @Test func claimsWeighSeveralPolicies() throws {
    var dice = Dice(state: 61)
    let arms = (1...3).map { arm in
      Sample((0..<100).map { _ in Counts(offences: dice.poisson(10 * Double(arm)), seats: 100) })
    }
    // .1 − 2 · .2 + .3 = 0
    let flat = try #require(
      Contrast([
        .init(1, incidence, in: arms[0]), .init(-2, incidence, in: arms[1]),
        .init(1, incidence, in: arms[2]),
      ]))
    #expect(flat.verdict(expecting: .less, 0) == .undecided)
    #expect(try #require(flat.runsToDecide()) > 100)
    let error = try #require(flat.standardError)
    // Variances of a run: (10 + 4 · 20 + 30)/100² = 120/100².
    #expect(abs(error / (120.0 / 1e4 / 100).squareRoot() - 1) < 0.35)
    let single = try #require(Contrast([.init(1, incidence, in: arms[0])]))
    #expect(single.interval == Estimate(of: incidence, in: arms[0]).interval)
    #expect(Contrast([]) == nil)
  }
}

@Suite struct StoppingTests {
  @Test func looksDependOnThePlanAlone() {
    #expect(Stopping(minimum: 40, cap: 100).looks == [40, 50, 62, 77, 96, 100])
    #expect(Stopping(minimum: 10, cap: 41, inner: 2).looks == [10, 12, 14, 16, 20, 24, 30, 36, 40])
    #expect(Stopping(minimum: 40, cap: 1).looks == [1])
  }

  @Test func onceNarrowIsNotEnough() {
    var stopping = Stopping(minimum: 40, cap: 100)
    #expect(stopping.next == 40)
    #expect(stopping.look(allReached: true) == .goOn(until: 50))
    #expect(stopping.look(allReached: false) == .goOn(until: 62))
    #expect(stopping.look(allReached: true) == .goOn(until: 77))
    #expect(stopping.look(allReached: true) == .reached)
  }

  @Test func theCapEndsIt() {
    var stopping = Stopping(minimum: 80, cap: 100)
    #expect(stopping.look(allReached: false) == .goOn(until: 100))
    #expect(stopping.look(allReached: false) == .capped)
    var late = Stopping(minimum: 80, cap: 100)
    #expect(late.look(allReached: false) == .goOn(until: 100))
    #expect(late.look(allReached: true) == .reached)
  }

  @Test func precisionIsRelativeOrAbsolute() {
    let interval = Interval(low: 9.7, high: 10.3)
    #expect(Precision.relative(0.031).isReached(value: 10, interval: interval))
    #expect(!Precision.relative(0.029).isReached(value: 10, interval: interval))
    #expect(Precision.absolute(0.31).isReached(value: 10, interval: interval))
    #expect(!Precision.absolute(0.29).isReached(value: 10, interval: interval))
    #expect(!Precision.relative(1).isReached(value: nil, interval: nil))
  }
}
