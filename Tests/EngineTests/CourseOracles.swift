import Ledger
import Plan
import Quantities
import Testing

/// O3, O6, O7, O22, O25, O26, O28, O36, O39: the life of an offence and who finds it when.
struct CourseOracles {
  /// An office whose offences begin in the first months and are followed until they are over.
  private func cohort(months: Int, followed: Int) -> Office {
    var office = Office(seats: 300, horizon: months + followed)
    office.addRisk(0.02)
    return office
  }

  /// Months until one of the reviews finds an offence that began evenly within a month.
  private func expectedDelay(_ month: Int, _ reviews: [(every: Int, finds: Double)]) -> Double {
    var undetected = 1.0
    var sum = 0.5
    for later in month..<4000 {
      for review in reviews where later % review.every == 0 { undetected *= 1 - review.finds }
      sum += undetected
    }
    return sum
  }

  /// O3: one periodic review, T/2 + T(1−q)/q; two layers, 15.86; a channel of equal rate, 26.9.
  @Test func periodicReviewsTakeTheirTime() {
    for (reviews, mean) in [
      ([(every: 6, finds: 0.2)], 27), ([(every: 6, finds: 0.2), (every: 24, finds: 0.5)], 15.86),
    ] {
      let delays = (1...24).map { expectedDelay($0, reviews) }
      #expect(abs(delays.reduce(0, +) / 24 - mean) < 0.005)
      var office = cohort(months: 48, followed: 400)
      for review in reviews { office.addReview(every: Double(review.every), finds: review.finds) }
      office.evidence(40) { ledger in
        let cohort = ledger.rows(.offences).filter { $0.month <= 48 }
        let delay = cohort.reduce(0) { $0 + ($1.time(.delay) ?? 400) }
        return (delay, cohort.reduce(0) { $0 + delays[(Int($1.month) - 1) % 24] })
      }.expect(1, power: 0.06)
    }
    var office = cohort(months: 48, followed: 600)
    let hazard = -logOnePlus(-0.2) / 6
    #expect(abs(1 / hazard - 26.9) < 0.02)
    office.addChannel(hazard)
    office.addResponse()
    office.evidence(48) { ledger in
      let cohort = ledger.rows(.offences).filter { $0.month <= 48 }
      return (cohort.reduce(0) { $0 + ($1.time(.latency) ?? 600) }, Double(cohort.count))
    }.expect(1 / hazard, power: 0.06)
  }

  private func severity(_ sign: Double, _ violation: Double, rises: Double) -> Severity {
    var severity = Severity()
    severity.sign = Share(sign)
    severity.violation = Share(violation)
    severity.crime = Share(1 - sign - violation)
    severity.escalates = Rate(rises)
    return severity
  }

  /// Shares of the stages after so many months, each of which rises at most one stage.
  private func stages(after months: Int, rises hazard: Double) -> [Double] {
    var shares = [0.6, 0.3, 0.1]
    let stays = exponential(-hazard)
    for _ in 0..<months {
      shares = [
        shares[0] * stays, shares[1] * stays + shares[0] * (1 - stays),
        shares[2] + shares[1] * (1 - stays),
      ]
    }
    return shares
  }

  /// O6: the stage at an age; a tenth of the step comes near the law of continuous time.
  @Test(arguments: [1, 10])
  func stagesRiseWithAge(_ steps: Int) {
    let hazard = 0.04 / Double(steps)
    let expected = stages(after: 14 * steps, rises: hazard)
    for (share, continuous) in zip(expected, [0.343, 0.363, 0.294]) {
      let room = 0.005 / Double(steps) + 0.0005
      #expect(abs(share - continuous) < room)
    }
    var office = Office(seats: 200, horizon: 14 * steps)
    office.addOffences { $0.severity = severity(0.6, 0.3, rises: hazard) }
    for stage in Stage.allCases {
      office.evidence(800, .count(.offences, where: .has(.stage, stage)), per: .count(.offences))
        .expect(expected[stage.rawValue], power: 0.03)
    }
  }

  /// O7: the stage at detection, a_s·ρ, a_v·ρ + a_s·ρ(1 − ρ), the rest, with ρ = h/(h + e).
  @Test func stagesAtDetection() {
    let rises = 0.004
    let hazard = 0.005
    var expected = [0.0, 0, 0]
    for month in 1...3000 {
      let found = exponential(-hazard * Double(month - 1)) - exponential(-hazard * Double(month))
      // Verified at the month's end, at the stage reached by then.
      for (stage, share) in stages(after: month, rises: rises).enumerated() {
        expected[stage] += found * share
      }
    }
    let ratio = hazard / (hazard + rises)
    let closed = [0.6 * ratio, 0.3 * ratio + 0.6 * ratio * (1 - ratio)]
    for stage in 0..<2 { #expect(abs(expected[stage] - closed[stage]) < 0.0015) }
    for (share, written) in zip(closed, [0.333, 0.315]) { #expect(abs(share - written) < 5e-4) }
    var office = Office(seats: 200, horizon: 3000)
    office.addOffences { $0.severity = severity(0.6, 0.3, rises: rises) }
    office.addChannel(hazard)
    office.addResponse()
    for stage in Stage.allCases {
      office.evidence(500, .count(.findings, where: .has(.stage, stage)), per: .count(.findings))
        .expect(expected[stage.rawValue], power: 0.03)
    }
  }

  /// O22: first-lead shares are h/Σh; a stronger channel shortens the median by Σh/Σh′.
  @Test func hazardsCompete() {
    for (heard, other) in [(0.02, 0.01), (0.06, 0.01)] {
      var office = cohort(months: 12, followed: 500)
      office.addChannel(heard) { $0.other = Rate(-exponentialMinusOne(-other)) }
      office.addResponse()
      let total = heard + other
      office.evidence(
        60, .count(.findings, where: .has(.source, LeadSource.accident)), per: .count(.findings)
      ).expect(other / total, power: 0.06)
      let median = 0x1.62e42fefa39efp-1 / total
      office.evidence(60) { ledger in
        let cohort = ledger.rows(.offences).filter { $0.month <= 12 }
        return (
          Double(cohort.count { ($0.time(.latency) ?? 1e9) <= median }), Double(cohort.count)
        )
      }.expect(0.5, power: 0.1)
    }
  }

  /// O25: ever detected h/(h + e): .643; the dark figure is the rest.
  @Test func someAreNeverDetected() {
    var office = cohort(months: 60, followed: 500)
    office.scheme.risks[0].lasts = Months(60)
    office.addChannel(0.03)
    office.addResponse()
    let expected = 0.03 / (0.03 + 1.0 / 60)
    #expect(abs(expected - 0.643) < 5e-4)
    office.evidence(60) { ledger in
      let cohort = ledger.rows(.offences).filter { $0.month <= 60 }
      return (Double(cohort.count { $0[.latency] != nil }), Double(cohort.count))
    }.expect(expected, power: 0.03)
  }

  /// O26: detected by H; with gamma detectability S(x) = (1 + hx/5)^{−5}.
  @Test func hiddenOnesStayHidden() {
    let hazard = 0.03
    let last = 120
    func unseen(_ month: Int) -> Double {
      let rest = Double(last - month)
      return exponential(-hazard * rest) * (1 - exponential(-hazard)) / hazard
    }
    let mean = (1...last).reduce(0) { $0 + 1 - unseen($1) } / Double(last)
    #expect(abs(mean - 0.730) < 5e-4)
    let closed = 1 - (1 - exponential(-3.6)) / 3.6
    #expect(abs(mean - closed) < 1e-9)
    var office = cohort(months: last, followed: 0)
    office.addChannel(hazard)
    office.addResponse()
    office.evidence(100) { ledger in
      let all = ledger.rows(.offences)
      // Nobody hears of what has not begun.
      let earliest = all.compactMap { $0[.latency] }.min() ?? 0
      #expect(earliest >= 0)
      return (
        Double(all.count { $0[.latency] != nil }), all.reduce(0) { $0 + 1 - unseen(Int($1.month)) }
      )
    }.expect(1, power: 0.02)
    office = cohort(months: 60, followed: 60)
    office.scheme.risks[0].detectability = Factor(5)
    office.addChannel(0.05)
    office.addResponse()
    for time in [14.87, 40] {
      let seen = 1 - power(1 + 0.05 * time / 5, -5)
      if time < 20 { #expect(abs(seen - 0.5) < 1e-3) }
      office.evidence(100) { ledger in
        let cohort = ledger.rows(.offences).filter { $0.month <= 60 }
        return (Double(cohort.count { ($0.time(.latency) ?? 1e9) <= time }), Double(cohort.count))
      }.expect(seen, power: 0.04)
    }
  }

  /// O39: detected = 1 − E[e^{−h·exposure}] on the exposures that happened.
  @Test func coverageFollowsExposure() {
    let hazard = 0.04
    var office = cohort(months: 60, followed: 0)
    office.scheme.risks[0].lasts = Months(15)
    office.addChannel(hazard)
    office.addResponse(verifies: 0)
    office.evidence(100) { ledger in
      let all = ledger.rows(.offences)
      let expected = all.reduce(0) { $0 - exponentialMinusOne(-hazard * ($1.time(.months) ?? 0)) }
      return (Double(all.count { $0[.latency] != nil }), expected)
    }.expect(1, power: 0.04)
  }

  /// What is still active at the horizon is censored there: followed to the end, lasting until then.
  @Test func theHorizonCensors() {
    var office = cohort(months: 36, followed: 0)
    office.scheme.risks[0].lasts = Months(20)
    for row in office.ledgers()[0].rows(.offences) {
      let isCensored = row[.reason] == EndReason.censored.rawValue
      let (months, followed) = (row.time(.months) ?? 0, row.time(.followed) ?? 0)
      #expect((months == followed) == isCensored)
      #expect(months <= followed)
      let rest = Double(36 - row.month)
      #expect(rest <= followed && followed <= rest + 1)
    }
    // Ends at hazard 1/20: their number per month of exposure.
    office.evidence(200) { ledger in
      let all = ledger.rows(.offences)
      return (
        Double(all.count { $0[.reason] == EndReason.desisted.rawValue }),
        all.reduce(0) { $0 + ($1.time(.months) ?? 0) }
      )
    }.expect(0.05, power: 0.04)
  }

  /// O36: lognormal (median 80k, p90 600k): σ 1.572, mean 275k; stages, groups and tenure multiply.
  @Test func lossFollowsItsLaw() throws {
    let law = try Distribution.lognormal(median: 80_000, p90: 600_000)
    guard case .lognormal(_, let sigma) = law else {
      Issue.record("no lognormal law")
      return
    }
    #expect(abs(sigma - 1.572) < 5e-4)
    #expect(abs(law.mean - 275_000) < 1000)
    var office = Office(seats: 1000, horizon: 1)
    office.addOffences { $0.loss = law }
    office.evidence(600, .sum(.loss, of: .offences), per: .count(.offences), 100)
      .expect(law.mean, power: 0.05)
    for (share, loss) in [(0.5, 8_000_000), (0.9, 60_000_000)] {
      office.evidence(
        200, .count(.offences, where: .compares(.loss, .lessOrEqual, Int64(loss))),
        per: .count(.offences)
      ).expect(share, power: 0.02)
    }
  }

  /// Loss accrues month by month: scale × stage × group × tenure, until the end.
  @Test func lossAccrues() {
    var office = Office(seats: 50, horizon: 10)
    office.addOffences {
      $0.loss = .constant(1000)
      $0.severity = severity(0, 0, rises: 0)
      $0.stageLoss = PerStage(sign: 0.1, violation: 1, crime: 2)
    }
    office.scheme.officials.damage = PerGroup(ordinary: 3)
    func losses() -> Set<Int?> { Set(office.ledgers()[0].rows(.offences).map { $0[.loss] }) }
    #expect(losses() == [6_000_000])
    office.scheme.risks[0].severity = severity(0, 1, rises: 0)
    #expect(losses() == [3_000_000])
    // Tenure at mid-exposure: 1/24, 3/24 … of a year's factor, 0 to 1 in ten months.
    office.scheme.risks[0].tenureLoss = Curve([.init(at: 0, value: 0), .init(at: 10, value: 1)])
    #expect(losses() == [1_500_000])
    // Until the natural end, by the exact time, to the rounding of a month's hundredths.
    office = Office(seats: 300, horizon: 60)
    office.addRisk(0.05) {
      $0.loss = .constant(1000)
      $0.lasts = Months(8)
    }
    for row in office.ledgers()[0].rows(.offences) {
      let months = row.time(.months) ?? 0
      let excess = Double(row[.loss] ?? 0) - months * 100_000
      #expect(abs(excess) <= 1 + months / 2)
    }
    // What a cold start finds there is lost, too, where nothing but the loss of offences is asked.
    office = Office(seats: 50, horizon: 10)
    office.addOffences { $0.loss = .constant(1000) }
    let asked = office.evidence(2, .sum(.loss, of: .offences), per: .count(.seats))
    #expect(abs(asked.ratio / 100_000 - 1) < 1e-9)
  }
}
