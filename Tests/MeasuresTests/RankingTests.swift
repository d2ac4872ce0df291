import Ledger
import Measures
import Testing

/// Places of policies, as far as their pairs tell (Holm's procedure).
@Suite struct RankingTests {
  /// Policies with these means and luck that they share in part.
  private func samples(_ means: [Double], runs: Int, _ dice: inout Dice) -> [Sample] {
    var counts = Array(repeating: [Counts](), count: means.count)
    for _ in 0..<runs {
      let common = dice.poisson(10)
      for (policy, mean) in means.enumerated() {
        counts[policy].append(Counts(offences: common + dice.poisson(mean), seats: 100))
      }
    }
    return counts.map { Sample($0) }
  }

  @Test func whatDiffersSurelyHasOnePlace() throws {
    var dice = Dice(state: 7)
    let samples = samples([9, 3, 6], runs: 400, &dice)
    let lower = try #require(Ranking(of: incidence, in: samples, better: .lower))
    #expect(lower.order == [1, 2, 0])
    #expect(lower.places.map(\.best) == [3, 1, 2] && lower.places.map(\.worst) == [3, 1, 2])
    let higher = try #require(Ranking(of: incidence, in: samples, better: .higher))
    #expect(higher.order == [0, 2, 1])
    #expect(higher.places.map(\.best) == [1, 3, 2])
    // What is better one way is worse the other way: every pair is reversed.
    let pairs = lower.reversals(in: higher)
    #expect(pairs.map(\.better) == [1, 1, 2] && pairs.map(\.worse) == [0, 2, 0])
    #expect(lower.reversals(in: lower).isEmpty)
    // Where neither way is better the fewest come first all the same.
    let neither = try #require(Ranking(of: incidence, in: samples, better: .neither))
    #expect(neither == lower)
  }

  @Test func theSameSharesAllPlaces() throws {
    var dice = Dice(state: 8)
    let one = samples([5], runs: 50, &dice)[0]
    let ranking = try #require(
      Ranking(of: incidence, in: [one, one, one], better: .lower))
    #expect(ranking.order == [0, 1, 2])
    #expect(ranking.places.allSatisfy { $0.best == 1 && $0.worst == 3 })
  }

  @Test func whatIsUndecidedLeavesPlacesOpen() throws {
    var dice = Dice(state: 9)
    let samples = samples([5, 5, 12], runs: 300, &dice)
    let ranking = try #require(Ranking(of: incidence, in: samples, better: .lower))
    #expect(ranking.places.map(\.best) == [1, 1, 3] && ranking.places.map(\.worst) == [2, 2, 3])
  }

  /// Five equal policies: in about 5 of 100 families any pair is called different, though there are ten pairs.
  @Test func luckIsHeldDownForAllPairsTogether() throws {
    var dice = Dice(state: 10)
    var wrong = 0
    for _ in 0..<400 {
      let samples = samples([5, 5, 5, 5, 5], runs: 60, &dice)
      let ranking = try #require(Ranking(of: incidence, in: samples, better: .lower))
      if ranking.isBetter.contains(where: { $0.contains(true) }) { wrong += 1 }
    }
    // 20 expected; Bonferroni is a little conservative, uncorrected pairs would give about 110.
    #expect((4...42).contains(wrong), "\(wrong) of 400")
  }
}
