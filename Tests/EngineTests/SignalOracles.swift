import Ledger
import Plan
import Quantities
import Testing

/// O15, O16, O20, O21, O27, O28, O32: readings, visits, reports, hand-over.
struct SignalOracles {
  private let standard = Normal(mean: 0, deviation: 1)

  /// O15: false alerts are the tails of beta(8 %, 5 %), true ones those of beta(30 %, 12 %); colours their differences.
  @Test func alertsAreTails() throws {
    let clean = try Distribution.beta(mean: 0.08, sd: 0.05)
    let guilty = try Distribution.beta(mean: 0.30, sd: 0.12)
    let thresholds = [0.20, 0.30, 0.45]
    for (threshold, tail) in zip(thresholds, [0.0264, 0.00125, 3.6e-6]) {
      #expect(abs(clean.survival(threshold) / tail - 1) < 0.015)
    }
    for (threshold, tail) in zip(thresholds, [0.782, 0.468, 0.117]) {
      #expect(abs(guilty.survival(threshold) / tail - 1) < 0.005)
    }
    for (law, isActive) in [(clean, false), (guilty, true)] {
      var office = Office(seats: 400)
      office.addOffences(share: isActive ? 1 : 0)
      office.addIndicator(yellow: 0.20, under: [0], guilty) {
        $0.clean = clean
        $0.orange = Factor(0.30)
        $0.red = Factor(0.45)
      }
      let tails = thresholds.map { law.survival($0) } + [0]
      for colour in isActive ? [Colour.yellow, .orange, .red] : [.yellow, .orange] {
        let share = tails[colour.rawValue - 1] - tails[colour.rawValue]
        office.evidence(
          isActive ? 20 : 300, .count(.alerts, where: .has(.colour, colour)), per: .count(.seats)
        ).expect(share, power: 0.06)
      }
      // Every reading is where its colour says.
      for row in office.ledgers()[0].rows(.alerts) {
        let value = row.time(.value) ?? 0
        let colour = thresholds.count { value >= $0 }
        #expect(row[.colour] == colour || thresholds.contains { abs(value - $0) < 1e-4 })
        #expect((row[.genuine] == 1) == isActive)
      }
    }
  }

  /// O16: PPV by Bayes .380; verification rate PPV·ν + (1 − PPV)·wrongs.
  @Test func predictiveValueIsBayes() {
    var office = Office(seats: 4000, horizon: 1)
    let yellow = standard.quantile(upper: 0.02)
    office.addOffences(share: 0.02)
    office.addIndicator(
      yellow: yellow, under: [0], .normal(mean: yellow - standard.quantile(upper: 0.6), sd: 1))
    office.addResponse(.yellow, verifies: 0.5) { $0.wrongs = Share(0.1) }
    let value = 0.02 * 0.6 / (0.02 * 0.6 + 0.98 * 0.02)
    #expect(abs(value - 0.380) < 5e-4)
    office.evidence(1500, .count(.alerts, where: .flag(.genuine)), per: .count(.alerts))
      .expect(value, power: 0.03)
    office.evidence(1500, .count(.alerts, where: .flag(.verified)), per: .count(.alerts))
      .expect(value * 0.5 + (1 - value) * 0.1, power: 0.03)
    office.evidence(1500, .count(.findings, where: .flag(.wrong)), per: .count(.alerts))
      .expect((1 - value) * 0.1, power: 0.05)
  }

  /// O20: a score of AUC .70 lifts a tenth of the visits by 2.273; AUC .5 and full coverage do not.
  @Test(arguments: [(0.70, 0.1), (0.5, 0.1), (0.9, 0.3), (0.7, 1)])
  func scoresLift(_ accuracy: Double, _ covers: Double) {
    let shift = (2.0).squareRoot() * standard.quantile(accuracy)
    // The cut that leaves the covered share above it, by halving.
    var (low, high) = (-10.0, 10.0)
    for _ in 0..<60 {
      let cut = (low + high) / 2
      let above = 0.2 * standard.survival(cut - shift) + 0.8 * standard.survival(cut)
      if above > covers { low = cut } else { high = cut }
    }
    let lift = covers < 1 ? standard.survival(low - shift) / covers : 1
    if accuracy == 0.7, covers < 1 { #expect(abs(lift - 2.273) < 1e-3) }
    var office = Office(seats: 1000, horizon: 1)
    office.addOffences(share: 0.2)
    office.addReview(every: 1, finds: 1) {
      $0.covers = Share(covers)
      $0.targets = .byScore
      $0.accuracy = Share(accuracy)
    }
    office.evidence(1200, .count(.findings), per: .sum(.visits, of: .reviews))
      .expect(0.2 * lift, power: 0.05)
  }

  /// O21: by turn everybody is visited exactly once in ⌈1/c⌉ occurrences.
  @Test(arguments: [(0.1, 20), (0.3, 10), (0.25, 7), (1, 5)])
  func turnsVisitEverybodyOnce(_ covers: Double, _ seats: Int) {
    let turns = Int((1 / covers).rounded(.up))
    for selects in SelectionUnit.allCases {
      var office = Office(seats: 1, horizon: 2 * turns)
      for _ in 1..<seats {
        office.addUnit()
        office.addPost(seats: 1)
      }
      if selects == .seat {
        office = Office(seats: seats, horizon: 2 * turns)
      }
      office.addOffences()
      office.addReview(every: 1, finds: 1) {
        $0.covers = Share(covers)
        $0.targets = .byTurn
        $0.selects = selects
      }
      let ledger = office.ledgers()[0]
      let months = ledger.months(.findings)
      #expect(months.count == seats)
      #expect(months.allSatisfy { $0 <= turns })
      for row in ledger.rows(.reviews) {
        // Nobody was visited before in this round, so each visit finds.
        if row.month <= turns { #expect(row[.found] == row[.visits]) }
        let excess = Double(row[.visits] ?? 0) - Double(seats) / Double(turns)
        #expect(abs(excess) < 1)
      }
    }
  }

  /// O21: at random the gaps are geometric with mean 1/c, and each occurrence visits exactly c·n.
  @Test func chanceVisitsGeometrically() {
    var office = Office(seats: 40, horizon: 200)
    office.addOffences()
    office.addReview(every: 1, finds: 1) { $0.covers = Share(0.1) }
    for row in office.ledgers()[0].rows(.reviews) { #expect(row[.visits] == 4) }
    office.evidence(200, .sum(.delay, of: .offences), per: .count(.offences), 0x1p20)
      .expect(10, power: 0.05)
    office.evidence(
      200, .count(.offences, where: .compares(.delay, .greater, 15 << 20)), per: .count(.offences)
    ).expect(power(0.9, 15), power: 0.1)
    // What is over is visited by chance: 4.2 of 42.
    office = Office(seats: 42, horizon: 100)
    office.addReview(every: 1) { $0.covers = Share(0.1) }
    office.evidence(200, .sum(.visits, of: .reviews), per: .count(.reviews))
      .expect(4.2, power: 0.01)
  }

  /// O27: protection and rewards multiply the hazard by w/w₀, protection shifts who gives a name; reports are true
  /// and untrue; leads are the admitted.
  @Test func reportsAddUp() {
    let odds = 0.6 / 0.4 * 1.3 * 1.2
    let willing = odds / (1 + odds)
    #expect(abs(willing - 0.701) < 5e-4)
    #expect(abs(willing / 0.6 - 1.168) < 5e-4)
    var office = Office(seats: 200)
    office.addOffences(share: 0.5)
    office.addChannel(0.02) {
      $0.protection = Factor(1.3)
      $0.reward = Factor(1.2)
      $0.realName = Share(0.35)
      $0.noise = PerPersonYear(0.12)
      $0.malicious = Share(0.1)
      $0.admits = Share(0.5)
    }
    let genuine = Condition.flag(.genuine)
    let noise = Condition.not(genuine)
    let hazard = 0.02 * willing / 0.6
    office.evidence(200, .count(.reports, where: genuine), per: .count(.prevalence))
      .expect(hazard, power: 0.03)
    office.evidence(200, .count(.reports, where: noise), per: .count(.seats), 1.0 / 12)
      .expect(0.12, power: 0.03)
    office.evidence(200, .count(.reports, where: .flag(.admitted)), per: .count(.reports))
      .expect(0.5, power: 0.04)
    office.evidence(
      200, .count(.reports, where: .and(genuine, .flag(.realName))),
      per: .count(.reports, where: genuine)
    ).expect(0.35 * 1.3 / (0.65 + 0.35 * 1.3), power: 0.05)
    office.evidence(
      200, .count(.reports, where: .flag(.malicious)), per: .count(.reports, where: noise)
    ).expect(0.1, power: 0.08)
    // Several reports on one seat in a month are several reports, but one lead.
    office.addResponse(verifies: 0) { $0.within = Months(1000) }
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.leads) < ledger.count(.reports) { $0[.admitted] == 1 })
  }

  /// O28: visibility and stage raise what is verified to 1 − (1 − ν)^G.
  @Test func visibilityHelpsToVerify() {
    let expected = 1 - power(0.5, 1.6)
    #expect(abs(expected - 0.670) < 5e-4)
    var office = Office(seats: 500, horizon: 1)
    office.addOffences()
    office.addReview(every: 1, finds: 1) { $0.establishes = .lead }
    office.addResponse(verifies: 0.5)
    office.scheme.officials.visibility = PerGroup(ordinary: 1.6)
    func verified() -> Evidence {
      office.evidence(400, .count(.findings), per: .count(.leads))
    }
    verified().expect(expected, power: 0.02)
    office.scheme.risks[0].stageDetect = PerStage(sign: 0.6)
    verified().expect(1 - power(0.5, 0.96), power: 0.02)
    office.scheme.officials.visibility = PerGroup(ordinary: 0)
    #expect(office.ledgers()[0].count(.findings) == 0)
    office.scheme.officials.visibility = PerGroup()
    office.scheme.units[0].trace = Share(0.5)
    verified().expect(1 - power(0.5, 0.9), power: 0.02)
    office.scheme.responses[0].verifies = Share(1)
    #expect(office.ledgers()[0].count(.findings) == 500)
  }

  /// Visibility and stage multiply the hazards of being heard of and of being found at a visit.
  @Test func visibilityHelpsToHear() {
    var office = Office(seats: 300, horizon: 60)
    office.addOffences { $0.stageDetect = PerStage(sign: 0.6) }
    office.scheme.officials.visibility = PerGroup(ordinary: 1.6)
    office.addChannel(0.05)
    office.evidence(1500, .count(.reports), per: .count(.prevalence))
      .expect(0.05 * 0.96, power: 0.01)
    office.scheme.reportings = []
    office.horizon = 1
    office.addReview(every: 1, finds: 0.3)
    office.evidence(400, .count(.findings), per: .count(.offences))
      .expect(1 - power(0.7, 0.96), power: 0.04)
  }

  /// A reporter who gives a name raises the gain by a quarter.
  @Test func namesHelpToVerify() {
    var office = Office(seats: 500, horizon: 1)
    office.addOffences()
    office.addChannel(0.05) { $0.realName = Share(1) }
    office.addResponse(.realName, verifies: 0.5)
    office.evidence(4000, .count(.findings), per: .count(.leads))
      .expect(1 - power(0.5, 1.25), power: 0.02)
  }

  /// O32: hand-over finds 1 − (1 − .15)^δ of what is active, and the rest ends with the move.
  @Test(arguments: RotationMode.allCases)
  func handOversFind(_ mode: RotationMode) {
    var office = Office(seats: 200, horizon: 1)
    office.addOffences()
    office.scheme.officials.tenure = .constant(12)
    office.scheme.officials.visibility = PerGroup(ordinary: 1.6)
    office.addRotation(every: 12, mode) { $0.handover = Share(0.15) }
    office.addResponse(verifies: 0)
    let moved = Condition.flag(.complied)
    office.evidence(
      1000, .count(.moves, where: .and(moved, .flag(.handover))), per: .count(.moves, where: moved)
    ).expect(1 - power(0.85, 1.6), power: 0.03)
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.moves) { $0[.complied] == 1 } == 200)
    #expect(
      ledger.count(.leads) { $0[.source] == LeadSource.handover.rawValue }
        == ledger.count(.moves) { $0[.handover] == 1 })
    #expect(ledger.count(.offences) { $0[.reason] == EndReason.moved.rawValue } == 200)
  }

  /// O32: exchange keeps the persons, so that a run's luck with them lasts; replacement brings others.
  @Test func exchangeKeepsPersons() {
    // Acts of 4 persons of one pool: Var = μ + μ²/(α·4·generations).
    for (mode, generations) in [(RotationMode.exchange, 1.0), (.replace, 10)] {
      var office = Office(seats: 4)
      office.addRisk(0.01) { $0.lasts = Months(0) }
      office.scheme.officials.spread = Factor(1)
      office.scheme.officials.spreadCap = Factor(50)
      office.scheme.officials.tenure = .constant(0)
      office.addRotation(every: 12, mode)
      let mean = 4.8
      let starts = 1 - 0.01
      var spread = Evidence()
      office.forEachRun(24_000, [.count(.offences)]) { sums in
        let rest = Double(sums[0][0]) - mean * starts
        spread.add(rest * rest)
      }
      let expected = mean * 0.97 + mean * mean * 0.98 / (4 * generations)
      spread.expect(expected, power: 0.08, tolerance: 0.02)
    }
  }
}
