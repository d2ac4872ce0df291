import Ledger
import Plan
import Quantities
import Testing

/// O32, what goes on after a move: collusion into which the successor is drawn, and the time to settle in.
struct SuccessionOracles {
  /// Offences at the first post, all with an accomplice at the second; the first post moves every 12 months.
  private func office(
    _ mode: RotationMode, horizon: Int, handover: Double = 0, passes: Double
  ) -> Office {
    var office = Office(seats: 300, horizon: horizon)
    office.addRisk(0.1)
    office.addPost(seats: 30)
    office.scheme.risks[0].at = Selection(posts: [0])
    office.scheme.officials.tenure = .constant(0)
    office.addControl {
      $0.at = Selection(posts: [0])
      $0.colludes = Share(0.9)
      $0.colludesBy = Selection(posts: [1])
      $0.evades = Share(0)
    }
    office.addRotation(every: 12, mode) {
      $0.of = Selection(posts: [0])
      $0.handover = Share(handover)
      $0.passes = Share(passes)
    }
    return office
  }

  private let goesOn = Condition.has(.reason, EndReason.censored)
  private let firstYear = Window(first: 1, last: 12)

  /// Of what is collusive (1 − found)·passes goes on after each hand-over, found = 1 − (1 − .15)^δ.
  @Test(arguments: RotationMode.allCases)
  func collusionIsPassedOn(_ mode: RotationMode) {
    let share = 0.6 * power(0.85, 1.6)
    for (horizon, handOvers) in [(13, 1), (25, 2)] {
      var office = office(mode, horizon: horizon, handover: 0.15, passes: 0.6)
      office.scheme.officials.visibility = PerGroup(ordinary: 1.6)
      let begun = Atom.count(.offences, in: firstYear)
      office.evidence(260, .count(.offences, where: goesOn, in: firstYear), per: begun)
        .expect(power(share, Double(handOvers)), power: 0.05)
      // Whoever drew the successor in takes part from then on.
      let parts = office.ledgers()[0].rows(.offences).filter {
        $0.month <= 12 && $0[.reason] == EndReason.censored.rawValue
      }
      #expect(!parts.isEmpty && parts.allSatisfy { $0[.accomplices] == 1 + handOvers })
    }
    // Alone nobody passes anything on.
    var alone = office(mode, horizon: 13, passes: 1)
    alone.scheme.controls = []
    #expect(
      alone.ledgers()[0].rows(.offences).allSatisfy {
        $0.month > 12 || $0[.reason] == EndReason.moved.rawValue
      })
  }

  /// The successor is the lead person: he is tempted by nothing else there, is removed for it, and the predecessor
  /// is found with him like everybody who takes part.
  @Test(arguments: RotationMode.allCases)
  func successorsAnswer(_ mode: RotationMode) {
    var office = office(mode, horizon: 13, passes: 1)
    office.addReview(every: 13, finds: 1) { $0.of = Selection(posts: [0]) }
    office.addResponse { $0.unravels.accomplices = Share(1) }
    office.addSanction {
      $0.sign = PerForm(0, 0, 0, 1)
      $0.removes = PerForm(0, 0, 0, 1)
    }
    let ledger = office.ledgers()[0]
    let passed = ledger.rows(.offences).filter { $0[.accomplices] == 2 }
    #expect(passed.count > 100)
    #expect(ledger.rows(.offences).allSatisfy { $0[.verified] == 1 })
    let findings = ledger.rows(.findings)
    #expect(findings.count == ledger.rows(.offences).count)
    // One of each two accomplices is the predecessor; some take part in several offences.
    let sanctioned = ledger.count(.sanctions)
    let parts = ledger.rows(.offences).reduce(0) { $0 + 1 + ($1[.accomplices] ?? 0) }
    #expect(sanctioned == parts)
    let removed = ledger.rows(.moves).filter { $0[.why] == MoveReason.removal.rawValue }
    // Every seat with an offence loses its occupant, and with exchange predecessors sit there, too.
    #expect(removed.count { $0.post == 0 } >= findings.count)
  }

  /// An open lead is about the predecessor; the successor is found with him, and nobody twice.
  @Test func openLeadsFindBoth() {
    var office = office(.replace, horizon: 20, passes: 1)
    office.scheme.risks[0].rate = Rate(5)
    office.addChannel(10)
    office.addResponse {
      $0.within = Months(15)
      $0.unravels.accomplices = Share(1)
    }
    office.addSanction { $0.sign = PerForm(0, 1, 0, 0) }
    let ledger = office.ledgers()[0]
    let found = ledger.rows(.offences).filter { $0[.verified] == 1 }
    #expect(found.count > 200 && found.allSatisfy { $0.month < 6 && $0[.accomplices] == 2 })
    #expect(ledger.count(.findings) == found.count)
    #expect(ledger.count(.sanctions) == 3 * found.count)
  }

  /// For `settling` months after a move controls are performed u − lag, and nowhere else.
  @Test(arguments: RotationMode.allCases)
  func moversSettleIn(_ mode: RotationMode) {
    var office = ControlOracles.acts(horizon: 24)
    office.scheme.officials.tenure = .constant(108)
    office.addControl {
      $0.blocks = Share(0.6)
      $0.performed = Share(0.9)
    }
    office.addRotation(every: 120, mode) {
      $0.settling = Months(3)
      $0.lag = Share(0.4)
    }
    // Whoever refills a vacancy is new there, too, but rotation did not bring him.
    office.addTurnover(0.2)
    let windows = [(1, 12, 0.54), (13, 15, 0.3), (16, 16, 0.54), (17, 24, 0.54)]
    for (first, last, share) in windows {
      let window = Window(first: first, last: last)
      office.scheme.turnovers[0].isOn = first == 1 || first == 17
      // A month alone needs more runs.
      office.evidence(
        first == last ? 400 : 100,
        .count(.attempts, where: .has(.outcome, AttemptOutcome.blocked), in: window),
        per: .count(.attempts, in: window)
      ).expect(share, power: 0.03)
    }
    // What is lost is lost at once, however little is performed.
    office.scheme.controls[0].performed = Share(0.3)
    office.scheme.turnovers = []
    let blocked = office.ledgers()[0].rows(.attempts).filter {
      $0[.outcome] == AttemptOutcome.blocked.rawValue
    }
    #expect(!blocked.isEmpty && blocked.allSatisfy { !(13...15).contains($0.month) })
  }

  /// Settling changes nothing but the attempts of those months: the policy without it has the same luck.
  @Test func settlingOnlyThins() {
    var office = ControlOracles.acts(horizon: 18)
    office.scheme.officials.tenure = .constant(0)
    office.addControl { $0.blocks = Share(0.6) }
    office.addRotation(every: 12) {
      $0.settling = Months(3)
      $0.lag = Share(0.4)
    }
    office.addPolicy { $0.scheme.rotations[0].lag = Share(0) }
    let ledgers = office.ledgers()
    let rows = ledgers.map { $0.rows(.offences).map { [Int64($0.month)] + $0.numbers } }
    let (with, without) = (Set(rows[0]), Set(rows[1]))
    #expect(without.isStrictSubset(of: with))
    #expect(with.subtracting(without).allSatisfy { (13...15).contains($0[0]) })
  }
}
