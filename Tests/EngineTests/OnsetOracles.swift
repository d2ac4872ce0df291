import Ledger
import Plan
import Quantities
import Testing

/// O1, O4, O5, O8, O14, O40: who is tempted, how long people stay, and what is there at the beginning.
struct OnsetOracles {
  /// O1: E[starts] = idle occupied seat-months × (1 − e^{−λ}).
  @Test(arguments: [0.003, 0.05, 0.4])
  func startsAreThinned(_ hazard: Double) {
    var office = Office(seats: 100)
    office.addRisk(hazard) { $0.lasts = Months(10) }
    // Who is active at the end of a month is not idle in the next.
    var evidence = Evidence()
    let questions: [Atom] = [
      .count(.offences), .count(.seats), .count(.prevalence, in: Window(first: 1, last: 119)),
    ]
    office.forEachRun(300, questions) { evidence.add($0[0][0], per: $0[0][1] - $0[0][2]) }
    evidence.expect(-exponentialMinusOne(-hazard), power: 0.06)
  }

  /// O1 for what is over at once: at most one act a month.
  @Test func actsAreOneAMonth() {
    var office = Office(desks: 20)
    office.addRisk(0.4) { $0.lasts = Months(0) }
    office.forEachRun(20) { ledgers in
      let acts = ledgers[0].rows(.offences).map { [Int($0.post), Int($0.month)] }
      #expect(Set(acts).count == acts.count)
    }
    office.evidence(200, .count(.offences), per: .count(.seats))
      .expect(-exponentialMinusOne(-0.4), power: 0.02)
  }

  /// The hazard of the group, the tenure and the person multiply, up to the cap.
  @Test func factorsAreCapped() {
    var office = Office(seats: 200)
    office.addRisk(0.001) {
      $0.tenure = Curve(constant: 3)
      $0.cap = Factor(5)
      $0.lasts = Months(0)
    }
    office.scheme.officials.temptation = PerGroup(ordinary: 1.5)
    func expectStarts(_ hazard: Double) {
      office.evidence(400, .count(.offences), per: .count(.seats))
        .expect(-exponentialMinusOne(-hazard), power: 0.03)
    }
    expectStarts(0.0045)
    office.scheme.officials.temptation = PerGroup(ordinary: 2)
    expectStarts(0.005)
    // The cap leaves the differences between persons: E[1 − e^{−λf}] of a gamma f.
    office.scheme.officials.spread = Factor(2)
    office.scheme.officials.spreadCap = Factor(50)
    office.evidence(800, .count(.offences), per: .count(.seats))
      .expect(1 - power(1 + 0.005 / 2, -2), power: 0.08)
  }

  /// Starts per seat-month where the hazard is a function of the time in post.
  private func expectStarts(
    _ office: Office, _ weights: [Double], power: Double, _ hazard: (Int) -> Double
  ) {
    let sum = weights.reduce(0, +)
    let expected =
      weights.indices.reduce(0) { $0 - weights[$1] * exponentialMinusOne(-hazard($1)) } / sum
    office.evidence(800, .count(.offences), per: .count(.seats))
      .expect(expected, power: power)
  }

  /// An office whose acts tell the age in post: hazard .001 for each month, or .05 after a time.
  private func office(hazardByAge curve: Curve) -> Office {
    var office = Office(seats: 400, horizon: 60)
    office.addRisk(0.001) {
      $0.tenure = curve
      $0.lasts = Months(0)
    }
    return office
  }

  private let perMonth = Curve([.init(at: 0, value: 0), .init(at: 600, value: 600)])

  /// O4: mean completed tenure T/c, stationary age after the moves, share of age ≥ T; from the first month on.
  @Test(arguments: [0, 24])
  func rotationAgesAreStationary(_ warmUp: Int) {
    let weights = (0..<400).map { power(0.2, Double($0 / 36)) }
    let total = weights.reduce(0, +)
    let mean = weights.indices.reduce(0) { $0 + Double($1) * weights[$1] } / total
    #expect(abs(mean - 26.5) < 1e-4)
    let step = Curve([
      .init(at: 0, value: 0), .init(at: 36, value: 0), .init(at: 36, value: 50),
    ])
    for (curve, hazard) in [
      (perMonth, { 0.001 * Double($0) }), (step, { $0 < 36 ? 0 : 0.05 }),
    ] as [(Curve, (Int) -> Double)] {
      var office = office(hazardByAge: curve)
      office.warmUp = warmUp
      office.addRotation(every: 36, coverage: 0.8)
      expectStarts(office, weights, power: 0.02, hazard)
      office.horizon = 1
      expectStarts(office, weights, power: 0.2, hazard)
    }
    var office = Office(seats: 450, horizon: 60, warmUp: warmUp)
    office.addRotation(every: 36, coverage: 0.8)
    var tenures = Evidence()
    var first = Evidence()
    office.forEachRun(400) { ledgers in
      let moves = ledgers[0].rows(.moves).filter { $0[.complied] == 1 }
      #expect(moves.allSatisfy { Int($0.time(.tenure) ?? 1) % 36 == 0 })
      tenures.add(moves.compactMap { $0.time(.tenure) }.reduce(0, +), per: Double(moves.count))
      first.add(moves.count { $0.month == 1 }, per: 450)
    }
    tenures.expect(45, power: 0.02)
    first.expect(1.0 / 45, power: 0.1)
  }

  /// O5: full rotation with turnover: a mean age of 1.455 years, 1.413 just after the moves.
  @Test func rotationWithTurnover() {
    let leaves = 0.005
    let weights = (0..<36).map { exponential(-leaves * Double($0)) }
    let mean =
      weights.indices.reduce(0) { $0 + Double($1) * weights[$1] }
      / weights.reduce(0, +) / 12
    #expect(abs(mean - 1.413) < 5e-4)
    let years = 0.06
    let survives = exponential(-years * 3)
    #expect(abs(1 / years - 3 * survives / (1 - survives) - 1.455) < 5e-4)
    for mode in RotationMode.allCases {
      var office = office(hazardByAge: perMonth)
      office.addRotation(every: 36, mode)
      office.addTurnover(leaves)
      office.warmUp = 48
      expectStarts(office, weights, power: 0.02) { 0.001 * Double($0) }
    }
  }

  /// O8: those with one prior offend (α + 1)/(α + μ) times as often as all, μ being what was expected so far.
  @Test(arguments: [2, 1, 0.25])
  func frailtyShowsInPriors(_ shape: Double) {
    var office = Office(desks: 100)
    let hazard = 0.002
    office.addRisk(hazard) { $0.lasts = Months(0) }
    office.scheme.officials.spread = Factor(shape)
    office.scheme.officials.spreadCap = Factor(50)
    let expected = (shape + 1) / (shape + 60 * hazard)
    let questions = [Window(first: 1, last: 60), Window(first: 61, last: 120)].flatMap { window in
      office.everywhere.posts.map {
        Atom.count(.offences, where: .isOneOf(.post, [Int64($0)]), in: window)
      }
    }
    var evidence = Evidence()
    office.forEachRun(1500, questions) { sums in
      let marked = (0..<100).filter { sums[0][$0] == 1 }
      let again = marked.reduce(0) { $0 + sums[0][100 + $1] }
      evidence.add(Double(again), per: Double(marked.count) * 60 * hazard)
    }
    evidence.expect(expected, power: 0.15)
  }

  /// The cap on frailty cuts the mean: .9434 at α = .25 and 8.
  @Test func frailtyIsCapped() {
    var office = Office(seats: 400)
    office.addRisk(0.0002) { $0.lasts = Months(0) }
    office.scheme.officials.spread = Factor(0.25)
    office.scheme.officials.spreadCap = Factor(8)
    office.evidence(3600, .count(.offences), per: .count(.seats), 0.0002).expect(
      0.9434, power: 0.03)
  }
}

/// O14, O40: what goes on at the beginning.
struct BeginningOracles {
  private let onset = 0.001
  private let leaves = 0.05

  /// O14: prevalence λ/(λ + h), as many starts as ends, prevalence = incidence × duration.
  @Test func prevalenceIsStationary() {
    var office = Office(seats: 500, horizon: 60, warmUp: 120)
    office.addRisk(onset) { $0.lasts = Months(1 / leaves) }
    let starts = -exponentialMinusOne(-onset)
    let expected = starts / (starts + leaves)
    #expect(abs(expected - onset / (onset + leaves)) < 2e-5)
    #expect(abs(expected - 0.0196) < 5e-5)
    office.evidence(2000, .count(.prevalence), per: .count(.seats))
      .expect(expected, power: 0.03)
    office.evidence(2000, .count(.offences), per: .count(.prevalence), leaves).expect(
      1, power: 0.025)
    // What was there at the beginning is there at the end: the mean of the difference is 0.
    office.evidence(
      2000, .count(.prevalence, in: Window(first: 60, last: 60)),
      per: .count(.prevalence, in: Window(first: 1, last: 1))
    ).expect(1, power: 0.1)
  }

  /// O40: after a cold start the first year finds 24.8 % of what a stationary one finds.
  @Test func coldStartsFindLess() {
    var office = Office(seats: 500, horizon: 12)
    office.addRisk(onset)
    office.addChannel(leaves)
    office.addResponse()
    let starts = -exponentialMinusOne(-onset)
    let stays = exponential(-leaves)
    // Of those that begin in a month this share is still unseen at its end.
    let unseen = (1 - stays) / leaves
    func findings(_ active: Double) -> Double {
      var active = active
      var found = 0.0
      for _ in 1...12 {
        let begun = (1 - active) * starts
        found += begun * (1 - unseen) + active * (1 - stays)
        active = begun * unseen + active * stays
      }
      return found / 12
    }
    let stationary = starts / (starts + leaves)
    let share = 1 - (1 - exponential(-12 * leaves)) / (12 * leaves)
    #expect(abs(share - 0.248) < 5e-4)
    #expect(abs(findings(0) / onset / share - 1) < 0.01)
    #expect(abs(findings(stationary) / onset - 1) < 0.025)
    office.evidence(6000, .count(.findings), per: .count(.seats))
      .expect(findings(0), power: 0.06)
    office.warmUp = 240
    office.evidence(1200, .count(.findings), per: .count(.seats))
      .expect(findings(stationary), power: 0.06)
  }
}
