import Ledger
import Plan
import Quantities
import Testing

/// O15 with several models, readings that count together, alerts that come again.
struct RepeatOracles {
  private let standard = Normal(mean: 0, deviation: 1)

  /// O15: of n models the highest reading counts, p → 1 − (1 − p)ⁿ; each costs.
  @Test func modelsMultiplyTails() throws {
    let clean = try Distribution.beta(mean: 0.08, sd: 0.05)
    let guilty = try Distribution.beta(mean: 0.30, sd: 0.12)
    for (law, isActive, models) in [(clean, false, 20.0), (guilty, true, 3)] {
      var office = Office(seats: 400)
      office.addOffences(share: isActive ? 1 : 0)
      office.addIndicator(yellow: isActive ? 0.30 : 0.20, under: [0], guilty) {
        $0.clean = clean
        $0.models = Count(models)
        $0.orange = Factor(isActive ? 0.45 : 0.30)
        $0.cost = PriceRate(10)
      }
      for (threshold, colours) in [
        (isActive ? 0.30 : 0.20, Condition.not(.has(.colour, Colour.red))),
        (isActive ? 0.45 : 0.30, .has(.colour, Colour.orange)),
      ] {
        office.evidence(
          isActive ? 20 : 100, .count(.alerts, where: colours), per: .count(.seats)
        ).expect(1 - power(1 - law.survival(threshold), models), power: 0.06)
      }
      let ledger = office.ledgers()[0]
      // The readings themselves are those of the highest of n.
      var above = Evidence()
      let (line, higher) = isActive ? (0.30, 0.40) : (0.20, 0.23)
      for row in ledger.rows(.alerts) {
        above.add((row.time(.value) ?? 0) >= higher ? 1 : 0)
      }
      above.expect(
        (1 - power(1 - law.survival(higher), models)) / (1 - power(1 - law.survival(line), models)),
        power: 0.06)
      let costs = ledger.rows(.costs).reduce(0) { $0 + ($1[.amount] ?? 0) }
      #expect(costs == Int(models) * 10 * 100 * office.horizon)
    }
  }

  /// Readings that are independent: on clean seats an alert of both has the product of the tails, colour by colour,
  /// and where one reads an offence it is genuine. The parts say nothing alone.
  @Test(arguments: [false, true]) func togetherIsTheProduct(isAnswered: Bool) {
    for isActive in [false, true] {
      var office = Office(seats: 400)
      office.addOffences(share: isActive ? 1 : 0)
      office.addIndicator(
        yellow: standard.quantile(upper: 0.2), under: [0],
        .normal(
          mean: standard.quantile(upper: 0.2) - standard.quantile(upper: 0.6), sd: 1)
      ) { $0.orange = Factor(standard.quantile(upper: 0.05)) }
      office.addIndicator(yellow: standard.quantile(upper: 0.3)) {
        $0.orange = Factor(standard.quantile(upper: 0.1))
        $0.quiet = Months(6)
      }
      office.addIndicator(yellow: .infinity) { $0.together = [0, 1] }
      if isAnswered {
        for cause in [ResponseCause.yellow, .orange] { office.addResponse(cause, verifies: 0) }
      }
      let alerts = Condition.flag(.genuine)
      office.evidence(
        60, .count(.alerts, where: isActive ? alerts : .not(alerts)), per: .count(.seats)
      ).expect((isActive ? 0.6 : 0.2) * 0.3, power: 0.05)
      if !isActive {
        office.evidence(
          100, .count(.alerts, where: .has(.colour, Colour.orange)), per: .count(.seats)
        ).expect(0.05 * 0.1, power: 0.05)
      }
      let ledger = office.ledgers()[0]
      #expect(ledger.count(.alerts) { $0[.indicator] != 2 } == 0)
      #expect(ledger.count(.alerts) { ($0[.genuine] == 1) != isActive } == 0)
      if isAnswered, isActive {
        office.horizon = 1
        for place in [0, 1] { office.scheme.responses[place].verifies = Share(0.5) }
        office.evidence(300, .count(.findings), per: .count(.alerts)).expect(0.5, power: 0.05)
      }
    }
  }

  /// Parts are silent only where the whole watches.
  @Test func partsSpeakElsewhere() {
    var office = Office(seats: 5, horizon: 10)
    office.addPost(seats: 7)
    for _ in 0..<2 { office.addIndicator(yellow: 1) { $0.clean = .constant(2) } }
    office.addIndicator(yellow: .infinity) {
      $0.together = [0, 1]
      $0.on = Selection(posts: [0])
    }
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.alerts) { $0.post == 0 && $0[.indicator] == 2 } == 50)
    #expect(ledger.count(.alerts) { $0.post == 1 && $0[.indicator] != 2 } == 140)
    #expect(ledger.count(.alerts) == 190)
  }

  /// The nth alert within the time has the next colour: on guilty and on clean seats.
  @Test(arguments: [false, true]) func repeatsArePromoted(isActive: Bool) {
    func colours(_ quiet: Double, _ number: Double, within: Double) -> [Int] {
      var office = Office(seats: 1, horizon: 8)
      office.addOffences(share: isActive ? 1 : 0)
      office.addIndicator(yellow: 1, under: [0], .constant(2)) {
        $0.clean = .constant(2)
        $0.quiet = Months(quiet)
        $0.promotes = Count(number)
        $0.promotesWithin = Months(within)
      }
      return office.ledgers()[0].rows(.alerts).sorted { $0.month < $1.month }
        .map { $0[.colour] ?? 0 }
    }
    #expect(colours(0, 3, within: 12) == [1, 1, 2, 2, 2, 2, 2, 2])
    #expect(colours(0, 3, within: 2) == [1, 1, 1, 1, 1, 1, 1, 1])
    #expect(colours(2, 3, within: 4) == [1, 1, 1, 1])
    #expect(colours(2, 3, within: 5) == [1, 1, 2, 2])
  }

  /// An alert is a repeat if one of the last k months had one: 1 − (1 − p)ᵏ.
  @Test func repeatsAreAsFrequentAsAlerts() {
    var office = Office(seats: 300, warmUp: 12)
    office.addIndicator(yellow: standard.quantile(upper: 0.2)) {
      $0.promotes = Count(2)
      $0.promotesWithin = Months(4)
    }
    office.evidence(
      60, .count(.alerts, where: .has(.colour, Colour.orange)), per: .count(.alerts)
    ).expect(1 - power(0.8, 3), power: 0.02)
  }
}
