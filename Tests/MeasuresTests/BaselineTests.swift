import Ledger
import Measures
import Testing

/// What is set against the baseline: what an offence prevented costs.
@Suite struct BaselineTests {
  /// Loss added per offence prevented.
  private let price: Question = {
    func ofBaseline(_ atom: Atom) -> Question { Question.atom(atom).ofBaseline ?? .number(0) }
    return .combined(
      .combined(.atom(losses), .subtract, ofBaseline(losses)), .divide,
      .combined(ofBaseline(offences), .subtract, .atom(offences)))
  }()

  /// A sample of runs that were asked for the price.
  private func sample(_ counts: [Counts]) -> Sample {
    let sheet = Sheet([price], places: nowhere)
    var sample = Sample(sheet, design: .certain)
    for (run, one) in counts.enumerated() {
      let sums = sheet.sums.map { $0.measure == .count ? one.offences : one.loss }
      sample.append(Outcome(sums: sums), run: run)
    }
    return sample
  }

  @Test func theBaselineAnswersForItself() throws {
    let policy = sample([
      Counts(offences: 3, loss: 900), Counts(offences: 4, loss: 800),
      Counts(offences: 2, loss: 1000),
    ])
    let baseline = sample([
      Counts(offences: 8, loss: 400), Counts(offences: 9, loss: 300),
      Counts(offences: 7, loss: 200),
    ])
    // (27.00 − 9.00) / (24 − 9), in hundredths.
    let against = Estimate(of: price, in: policy.against(baseline))
    #expect(against.value == 18.0 / 15)
    #expect(against.interval?.contains(18.0 / 15) == true)
    // The baseline prevents nothing against itself.
    #expect(Estimate(of: price, in: baseline.against(baseline)).value == nil)
    #expect(!price.isObservable && price.isAgainstBaseline && !incidence.isAgainstBaseline)
  }

  /// 500 for 4 of 20 offences: 125 each, in 95 % of 2,000 repetitions.
  @Test func ratiosOfDifferencesAreCovered() {
    var dice = Dice(state: 71)
    let found = frequency(2_000) {
      var (own, base): ([Counts], [Counts]) = ([], [])
      for _ in 0..<40 {
        let all = dice.poisson(20)
        let common = dice.normal(0, 30_000)
        base.append(Counts(offences: all, loss: Int64(common)))
        let added = dice.normal(50_000, 40_000)
        own.append(Counts(offences: dice.binomial(all, 0.8), loss: Int64(common + added)))
      }
      return Estimate(of: price, in: sample(own).against(sample(base))).interval?.contains(125)
        ?? false
    }
    #expect(abs(found - 0.95) < astray, "\(found)")
  }

  /// Where it is not sure that anything was prevented, no price is told.
  @Test func whatBoughtNothingHasNoPrice() {
    var dice = Dice(state: 74)
    let one = sample((0..<40).map { _ in Counts(offences: dice.poisson(20), loss: 900) })
    let other = sample((0..<40).map { _ in Counts(offences: dice.poisson(20), loss: 400) })
    let estimate = Estimate(of: price, in: one.against(other))
    #expect(estimate.value == nil && estimate.interval == nil)
    // Nor is it dearer or cheaper than what has one.
    let sure = sample((0..<40).map { _ in Counts(offences: dice.poisson(4), loss: 500) })
    let against = sure.against(other)
    #expect(Estimate(of: price, in: against).value != nil)
    let apart = Contrast([.init(1, price, in: against), .init(-1, price, in: one.against(other))])
    #expect(apart != nil && apart?.value == nil && apart?.interval == nil)
  }
}
