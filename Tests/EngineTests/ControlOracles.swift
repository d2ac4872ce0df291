import Ledger
import Plan
import Quantities
import Testing

/// O11, O12, O13, O35: what controls block, whom they make collude, and that nothing spreads by it.
struct ControlOracles {
  /// Acts at .3 a month at the first post; colleagues at the second, where nobody is tempted.
  static func acts(colleagues: Int = 30, horizon: Int = 20) -> Office {
    var office = Office(seats: 1000, horizon: horizon)
    office.addRisk(0.3) {
      $0.lasts = Months(0)
      $0.loss = .constant(1000)
    }
    office.addPost(seats: colleagues)
    return office
  }

  /// How many attempts came to this, of all.
  private func expect(
    _ office: Office, _ shares: [(AttemptOutcome, Double)], runs: Int = 100, power: Double = 0.03,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let questions =
      [Atom.count(.attempts)] + shares.map { .count(.attempts, where: .has(.outcome, $0.0)) }
    var evidence = [Evidence](repeating: Evidence(), count: shares.count)
    office.forEachRun(runs, questions) { sums in
      for index in shares.indices { evidence[index].add(sums[0][index + 1], per: sums[0][0]) }
    }
    for (index, share) in shares.enumerated() {
      if share.1 == 0 {
        #expect(evidence[index].ratio == 0, "\(share.0)", sourceLocation: sourceLocation)
      } else {
        evidence[index].expect(share.1, power: power, sourceLocation: sourceLocation)
      }
    }
  }

  /// The baseline's sum of something per that of the policy, whose luck is the same.
  private func ratio(_ office: Office, _ runs: Int, _ atom: Atom) -> Evidence {
    var evidence = Evidence()
    office.forEachRun(runs, [atom]) { evidence.add($0[0][0], per: $0[1][0]) }
    return evidence
  }

  /// b′ = .5, .4, .3 at ρ = ½ give B = .66, at 1 .79, at 0 .5; every control is credited its increment.
  @Test(arguments: zip([0.5, 1, 0], [[0.5, 0.1, 0.06], [0.5, 0.2, 0.09], [0.5, 0, 0]]))
  func blocksOverlap(_ independence: Double, _ increments: [Double]) {
    var office = Self.acts()
    office.scheme.organizations[0].independence = Share(independence)
    office.scheme.posts[0].override = Share(0.2)
    // Declared is what each alone stops: (1 − o)·b′, performed half as often as it would have to be.
    for share in [0.24, 0.4, 0.32] {
      office.addControl {
        $0.blocks = Share(share == 0.4 ? 0.8 : share)
        $0.performed = Share(share == 0.4 ? 0.5 : 1)
      }
    }
    let blocked = increments.reduce(0, +)
    expect(
      office,
      [
        (.overridden, 0.2), (.blocked, 0.8 * blocked), (.solo, 0.8 * (1 - blocked)),
        (.abandoned, 0),
      ],
      power: 0.03)
    let questions =
      [1, 2, 0].map { Atom.count(.attempts, where: .isOneOf(.control, [$0])) }
      + [.count(.attempts)]
    var credited = [Evidence](repeating: Evidence(), count: 3)
    office.forEachRun(100, questions) { sums in
      for index in 0..<3 { credited[index].add(sums[0][index], per: sums[0][3]) }
    }
    for (index, increment) in increments.enumerated() {
      if increment == 0 {
        #expect(credited[index].ratio == 0)
      } else {
        credited[index].expect(0.8 * increment, power: 0.06)
      }
    }
  }

  /// O11: the order of declaration means nothing, also among equals.
  @Test func orderMeansNothing() {
    var office = Self.acts()
    let names = ["first", "second", "third", "fourth"]
    for (name, share) in zip(names, [0.2, 0.3, 0.3, 0.1]) {
      office.addControl {
        $0.name = name
        $0.blocks = Share(share)
        $0.colludes = Share(share)
        $0.colludesBy = Selection(posts: [1])
        $0.evades = Share(1 - share)
        $0.tells = Share(0.5)
        $0.lossFactor = CollusionFactor(one: 1 + share, more: 3)
      }
    }
    office.scheme.organizations[0].independence = Share(0.5)
    office.addResponse()
    office.addPolicy { $0.scheme.controls.reverse() }
    for run in 0..<10 {
      let ledgers = office.ledgers(run: run)
      let rows = ledgers.map { ledger in
        ledger.rows.filter { $0.kind != .attempts }.map(\.numbers)
      }
      #expect(rows[0] == rows[1])
      let credited = ledgers.enumerated().map { arm, ledger in
        ledger.rows(.attempts).map { row in
          row[.control].map { arm == 0 ? names[$0] : names.reversed()[$0] }
        }
      }
      #expect(credited[0] == credited[1])
      #expect(Set(credited[0]).count == 5)
    }
  }

  /// O12: with o = .2, B = .66, C = .25 and e* = 1 there pass .472, of which .144 collude.
  @Test func passThrough() {
    var office = Self.acts()
    office.scheme.organizations[0].independence = Share(0.5)
    office.scheme.posts[0].override = Share(0.2)
    for share in [0.4, 0.32, 0.24] { office.addControl { $0.blocks = Share(share) } }
    office.addControl {
      $0.colludes = Share(0.25)
      $0.colludesBy = Selection(posts: [1])
    }
    let passes = 0.2 + 0.8 * 0.34 * (0.25 + 0.75)
    #expect(abs(passes - 0.472) < 1e-9)
    #expect(abs(0.8 * 0.34 * 0.25 / passes - 0.144) < 5e-4)
    office.evidence(100, .count(.offences), per: .count(.attempts)).expect(passes, power: 0.02)
    office.evidence(
      100, .count(.offences, where: .flag(.collusive)), per: .count(.offences)
    ).expect(0.8 * 0.34 * 0.25 / passes, power: 0.05)
    // Who cannot pass alone has only accomplices, or overrides.
    office.addControl { $0.evades = Share(0.4) }
    office.evidence(100, .count(.offences), per: .count(.attempts))
      .expect(0.2 + 0.8 * 0.34 * (0.25 + 0.75 * 0.4), power: 0.03)
  }

  /// O12: nothing stops who overrides, and the rest is stopped at most.
  @Test func overridingPasses() {
    var office = Self.acts()
    office.scheme.posts[0].override = Share(0.2)
    for _ in 0..<2 {
      office.addControl {
        $0.blocks = Share(0.9)
        $0.evades = Share(0)
      }
    }
    expect(office, [(.overridden, 0.2), (.blocked, 0.8), (.abandoned, 0), (.solo, 0)])
    // Without any control there is nothing to override, and all who try begin.
    office.scheme.controls = []
    expect(office, [(.solo, 1), (.overridden, 0)])
    office.evidence(10, .count(.offences), per: .count(.attempts)).expect(1, power: 0.01)
  }

  /// O13: strict dual control leaves q·c, all of it collusive, not q².
  @Test func strictControlsForceCollusion() {
    var office = Self.acts()
    office.addControl {
      $0.colludes = Share(0.25)
      $0.colludesBy = Selection(posts: [1])
      $0.evades = Share(0)
    }
    expect(office, [(.collusive, 0.25), (.abandoned, 0.75), (.solo, 0), (.blocked, 0)])
    for ledger in [office.ledgers()[0]] {
      #expect(ledger.rows(.offences).allSatisfy { $0[.accomplices] == 1 && $0[.collusive] == 1 })
    }
    // Where it is not performed it stops nobody: e* = 1 − u.
    office.scheme.controls[0].performed = Share(0.6)
    expect(office, [(.collusive, 0.15), (.abandoned, 0.85 * 0.6), (.solo, 0.85 * 0.4)])
  }

  /// O13: 40 %, 25 %, ×2.1 leave .6 of the starts and .765 of the loss; .71 at an override of 20 %.
  @Test(arguments: [(0, 0.765), (0.2, 0.71)])
  func collusionCosts(_ override: Double, _ loss: Double) {
    var office = Self.acts()
    office.scheme.posts[0].override = Share(override)
    office.addControl {
      $0.blocks = Share(0.4)
      $0.colludes = Share(0.25)
      $0.colludesBy = Selection(posts: [1])
      $0.lossFactor = CollusionFactor(one: 2.1, more: 9)
    }
    office.addPolicy { $0.scheme.controls[0].isOn = false }
    ratio(office, 100, .count(.offences)).expect(0.6, power: 0.02)
    ratio(office, 100, .sum(.loss, of: .offences)).expect(loss, power: 0.03)
  }

  /// O35 without contagion: multiplier 1. Neither collusion nor an active colleague makes anybody begin.
  @Test func nothingSpreads() {
    var office = Office(desks: 2, horizon: 100)
    office.addRisk(0.05) { $0.lasts = Months(15) }
    office.addControl {
      $0.colludes = Share(0.9)
      $0.colludesBy = $0.at
    }
    var beside = Evidence()
    var alone = Evidence()
    office.forEachRun(1500) { ledgers in
      var active = [[Bool]](repeating: [Bool](repeating: false, count: 101), count: 2)
      var begins = active
      for row in ledgers[0].rows(.offences) {
        let start = Int(row.month)
        begins[Int(row.post)][start] = true
        let end = (row.time(.months) ?? 0) + 101 - (row.time(.followed) ?? 0) - 1
        for month in start..<max(start, Int(end.rounded(.down)) + 1) where month <= 100 {
          active[Int(row.post)][month] = Double(month) < end || month == start
        }
      }
      var counts = [(0, 0), (0, 0)]
      for month in 2...100 where !active[0][month - 1] {
        let colleague = active[1][month - 1] ? 1 : 0
        counts[colleague].0 += begins[0][month] ? 1 : 0
        counts[colleague].1 += 1
      }
      alone.add(counts[0].0, per: counts[0].1)
      beside.add(counts[1].0, per: counts[1].1)
    }
    let starts = -exponentialMinusOne(-0.05)
    alone.expect(starts, power: 0.15)
    beside.expect(starts, power: 0.15)
  }

  /// O38: a control without effect leaves every draw alone; more blocking leaves a part of the same starts.
  @Test func controlsThin() {
    var office = FieldOracles.busy()
    office.addPolicy { $0.addControl() }
    office.addPolicy {
      $0.addControl {
        $0.blocks = Share(0.5)
        $0.colludes = Share(0.5)
        $0.colludesBy = $0.at
        $0.evades = Share(0)
        $0.traces = Share(0.5)
        $0.performed = Share(0)
      }
    }
    for run in 0..<5 { #expect(Set(office.ledgers(run: run).map(\.digest)).count == 1) }
    office = Self.acts()
    office.addControl { $0.blocks = Share(0.2) }
    office.addPolicy { $0.scheme.controls[0].blocks = Share(0.3) }
    let starts = office.ledgers().map { Set($0.rows(.offences).map(\.numbers)) }
    #expect(starts[1].isSubset(of: starts[0]))
    #expect(starts[1].count < starts[0].count)
  }
}
