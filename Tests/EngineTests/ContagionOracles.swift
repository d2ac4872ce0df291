import Engine
import Ledger
import Plan
import Quantities
import Testing

/// O35: what goes on in a unit, or is known, draws colleagues in.
struct ContagionOracles {
  /// Onsets through others in the first month, per onset expected: each of the idle is hit by a Poisson number of
  /// attempts, whose mean is `reach`·ω·active/(seats − 1), and accepts with `accepted` of a hazard.
  private func firstGeneration(
    _ office: Office, runs: Int = 400, omega: Double, idlePosts: [Int]? = nil, share: Double = 1,
    accepted: (Double) -> Double = { -exponentialMinusOne(-$0) }
  ) -> Evidence {
    let seats = office.scheme.posts.reduce(0) { $0 + Int($1.headcount.centre) }
    let exposed = (idlePosts ?? Array(office.scheme.posts.indices)).reduce(0) {
      $0 + Int(office.scheme.posts[$1].headcount.centre)
    }
    return office.evidence(runs) { ledger in
      let infected = ledger.count(.offences) { $0[.infected] == 1 }
      let active = ledger.count(.offences) { $0[.infected] == 0 }
      let mean = omega * Double(active) / Double(seats - 1)
      return (Double(infected), Double(exposed - active) * accepted(mean) * share)
    }
  }

  private func office(_ omega: Double, active: Double = 0.2) -> Office {
    var office = Office(seats: 500, horizon: 1)
    office.addOffences(share: active) { $0.infects = Rate(omega) }
    return office
  }

  /// Each offence makes Poisson attempts on the other seats of its unit.
  @Test(arguments: [0.2, 2.0])
  func attemptsArePoisson(_ omega: Double) {
    firstGeneration(office(omega), omega: omega).expect(1, power: 0.07)
  }

  /// Who is more easily tempted is more easily drawn in: E[1 − e^{−f·m}] of a gamma f.
  @Test func whoIsFrailAccepts() {
    var office = office(1)
    office.scheme.officials.spread = Factor(0.5)
    office.scheme.officials.spreadCap = Factor(50)
    firstGeneration(office, runs: 500, omega: 1) { 1 - power(1 + $0 / 0.5, -0.5) }
      .expect(1, power: 0.03)
  }

  /// Attempts on seats of posts without the risk, and on vacant ones, are lost; another unit is out of reach.
  @Test func whatMissesIsLost() {
    var office = office(0.5)
    office.addPost(seats: 300)
    firstGeneration(office, omega: 0.5, idlePosts: [0]).expect(1, power: 0.05)
    // Whoever sits alone in his unit infects nobody, and nobody infects him.
    var apart = Office(seats: 1, horizon: 1)
    apart.addUnit()
    apart.addPost(seats: 50)
    apart.addOffences(share: 0.5) { $0.infects = Rate(1) }
    var infected = [0, 0]
    apart.forEachRun(40) { ledgers in
      for row in ledgers[0].rows(.offences) where row[.infected] == 1 {
        infected[Int(row.post)] += 1
      }
    }
    #expect(infected[0] == 0 && infected[1] > 300)
  }

  /// Of two colleagues every attempt of one meets the other, never himself.
  @Test func nobodyInfectsHimself() {
    var office = Office(seats: 2, horizon: 1)
    office.addOffences(share: 0.5) { $0.infects = Rate(0.5) }
    var evidence = Evidence()
    office.forEachRun(6000) { ledgers in
      let rows = ledgers[0].rows(.offences)
      guard rows.count(where: { $0[.infected] == 0 }) == 1 else { return }
      evidence.add(Double(rows.count - 1), per: 1)
    }
    evidence.expect(-exponentialMinusOne(-0.5), power: 0.12)
  }

  /// An attempt through others meets the controls like any other.
  @Test func controlsStopIt() {
    var office = office(1)
    office.addControl { $0.blocks = Share(0.4) }
    firstGeneration(office, omega: 1, share: 0.6).expect(1, power: 0.04)
    office.forEachRun(20) { ledgers in
      let attempts = ledgers[0].rows(.attempts)
      let areInfected = attempts.allSatisfy { $0[.via] == Via.infected.rawValue }
      #expect(areInfected)
      let areBlockedInPart = attempts.contains { $0[.outcome] == AttemptOutcome.blocked.rawValue }
      #expect(areBlockedInPart)
      #expect(
        attempts.count { $0[.outcome] != AttemptOutcome.blocked.rawValue }
          == ledgers[0].count(.offences) { $0[.infected] == 1 })
    }
  }

  /// Fear weighs on what comes from others as on any temptation, at the post to which a review is announced; at the
  /// other one nobody has heard of it.
  @Test func fearWeighsOnIt() {
    var office = office(0.5)
    office.addPost(seats: 500)
    office.scheme.risks[0].at = Selection(posts: [0, 1])
    office.addLadder()
    var deterrence = DeterrenceTerms()
    deterrence.announcement = Factor(1)
    office.scheme.deterrences = [deterrence]
    office.scheme.risks[0].elasticity = Factor(0.5)
    office.addPolicy {
      $0.addReview(every: 12, finds: 0.8) {
        $0.of = Selection(posts: [1])
        $0.isAnnounced = true
      }
    }
    var evidence = Evidence()
    office.forEachRun(500) { ledgers in
      let counts = ledgers.map { ledger in
        (0...1).map { post in
          ledger.count(.offences) { $0[.infected] == 1 && Int($0.post) == post }
        }
      }
      #expect(counts[0][0] == counts[1][0])
      evidence.add(counts[1][1], per: counts[0][1])
    }
    // The perceived risk is .9 instead of .1; s·v^κ of violations that begin as signs, and m₀, hardly count.
    let strength = 0.05
    let ratio = (0.9 * strength + 0.002) / (0.1 * strength + 0.002)
    evidence.expect(power(ratio, -0.5), power: 0.05, tolerance: 0.02)
  }

  /// A risk point that a remedy has hardened is hardened against colleagues too, from the month after its case.
  @Test func hardeningHoldsAgainstColleagues() {
    var office = Office(seats: 1, horizon: 3)
    office.addPost(seats: 400)
    office.addOffences(share: 0.5) { $0.infects = Rate(0.2) }
    office.addForm(.second)
    office.addReview(every: 500, finds: 1) {
      $0.first = Months(2)
      $0.of = Selection(posts: [0])
    }
    office.addPolicy {
      $0.addRemedy(on: [.filing]) {
        $0.hardens = Share(0.5); $0.halfLife = Months(.infinity)
      }
    }
    var evidence = Evidence()
    office.forEachRun(300) { ledgers in
      guard ledgers[0].count(.cases) == 1 else { return }
      let counts = ledgers.map { $0.count(.offences) { $0[.infected] == 1 && $0.month == 3 } }
      evidence.add(counts[1], per: counts[0])
    }
    // Six tenths are active by then: (1 − e^{−.0595})/(1 − e^{−.119}).
    evidence.expect(0.515, power: 0.1, tolerance: 0.01)
  }

  /// What is known infects for twelve months, from the month after the verification.
  @Test func whatIsKnownInfects() {
    var office = Office(seats: 400, horizon: 20)
    office.addOffences(share: 0.1) {
      $0.infects = Rate(0.3)
      $0.infectsBy = .known
    }
    office.addReview(every: 100, finds: 1) { $0.first = Months(2) }
    var evidence = Evidence()
    office.forEachRun(300) { ledgers in
      let known = ledgers[0].count(.findings)
      let infected = ledgers[0].rows(.offences).filter { $0[.infected] == 1 }
      let areInTime = infected.allSatisfy { (3...14).contains($0.month) }
      #expect(areInTime)
      let mean = 12 * 0.3 * Double(known) / 399
      // The seats of the known themselves are reached by the others only.
      evidence.add(Double(infected.count), per: -400 * exponentialMinusOne(-mean))
    }
    evidence.expect(1, power: 0.03, tolerance: 0.003)
  }

  /// O35: incidence is multiplied by 1/(1 − ωD) while few are active; exactly, by the stationary balance.
  @Test func incidenceIsMultiplied() {
    let (lambda, omega, mean) = (1e-4, 0.02, 20.0)
    var office = Office(seats: 2000, horizon: 400, warmUp: 200)
    office.addRisk(lambda) {
      $0.infects = Rate(omega)
      $0.lasts = Months(mean)
    }
    var active = lambda * mean
    for _ in 0..<200 {
      active = mean * (1 - active) * -exponentialMinusOne(-lambda - omega * active * 2000 / 1999)
    }
    let multiplier = active / (mean * (1 - active)) / lambda
    #expect(abs(multiplier - 1 / (1 - omega * mean)) < 0.0125 * 1.667)
    var evidence = Evidence()
    var shares = Evidence()
    let infected = Atom.count(.offences, where: .flag(.infected))
    office.forEachRun(300, [.count(.offences), .count(.seats), infected]) {
      evidence.add(Double($0[0][0]), per: Double($0[0][1]) * (1 - active) * lambda)
      shares.add($0[0][2], per: $0[0][0])
    }
    evidence.expect(multiplier, power: 0.06)
    shares.expect(omega * mean, power: 0.08, tolerance: 0.01)
  }

  /// O35: beyond ωD = 1 a level stays without any temptation: 1 − 1/(ωD) in continuous time, here in months.
  @Test func whatSpreadsStays() {
    let (omega, mean) = (0.1, 20.0)
    var office = Office(seats: 2000, horizon: 300)
    office.addOffences(share: 0.5) {
      $0.infects = Rate(omega)
      $0.lasts = Months(mean)
    }
    var level = 0.5
    for _ in 0..<200 {
      level = (level + mean * (1 - level) * -exponentialMinusOne(-omega * level)) / 2
    }
    #expect(abs(level - 0.5) < 0.02)
    let late = Window(first: 101, last: 300)
    office.evidence(40, .count(.prevalence, in: late), per: .count(.seats, in: late))
      .expect(level, power: 0.011, tolerance: 0.003)
    // Below ωD = 1 it dies out.
    office.scheme.risks[0].infects = Rate(0.02)
    let end = Window(first: 251, last: 300)
    let left = office.evidence(20, .count(.prevalence, in: end), per: .count(.seats, in: end))
    #expect(left.ratio < 0.001)
  }

  /// A weaker contagion makes a part of the same attempts.
  @Test func aWeakerContagionTakesFewer() {
    var office = Office(desks: 60, horizon: 1)
    office.addOffences(share: 0.3) { $0.infects = Rate(0.8) }
    office.addPolicy { $0.scheme.risks[0].infects = Rate(0.4) }
    var (more, fewer) = (0, 0)
    office.forEachRun(60) { ledgers in
      let starts = ledgers.map { Set($0.rows(.offences).map(\.post)) }
      #expect(starts[1].isSubset(of: starts[0]))
      more += starts[0].count
      fewer += starts[1].count
    }
    #expect(fewer < more)
  }

  /// Contagion that no offence can pass on changes nothing.
  @Test func withoutASourceNothingChanges() {
    var office = Office(desks: 30, horizon: 60)
    office.addRisk(0.01) { $0.lasts = Months(10) }
    office.addPolicy {
      $0.scheme.risks[0].infectsBy = .known; $0.scheme.risks[0].infects = Rate(0.5)
    }
    office.forEachRun(10) { #expect($0[0].rows.map(\.numbers) == $0[1].rows.map(\.numbers)) }
  }
}
