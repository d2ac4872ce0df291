import Engine
import Ledger
import Plan
import Quantities
import Testing

/// O2, O37, O38: luck that belongs to what happens, whoever is compared, asked or computing.
struct FieldOracles {
  /// An office in which everything acts.
  static func busy() -> Office {
    var office = Office(seats: 40, horizon: 60, warmUp: 24)
    office.addPost(seats: 7) { $0.group = .leaders }
    office.scheme.officials.spread = Factor(1)
    office.scheme.officials.visibility = PerGroup(leaders: 0.6)
    for _ in 0..<2 {
      office.addRisk(0.01) {
        $0.lasts = Months(30)
        $0.severity.sign = Share(0.6)
        $0.severity.violation = Share(0.4)
        $0.severity.escalates = Rate(0.04)
        $0.loss = .lognormal(mu: 8, sigma: 1)
        $0.detectability = Factor(5)
        $0.evidenceLasts = Months(12)
        $0.elasticity = Factor(0.3)
      }
    }
    office.scheme.organizations[0].independence = Share(0.5)
    office.scheme.posts[0].override = Share(0.2)
    for share in [0.2, 0.1] {
      office.addControl {
        $0.blocks = Share(share)
        $0.colludes = Share(share)
        $0.colludesBy = Selection(posts: [1])
        $0.evades = Share(0.8)
        $0.lossFactor = CollusionFactor(one: 2, more: 4)
        $0.relation = Curve([.init(at: 0, value: 0.5), .init(at: 36, value: 1)])
        $0.tells = Share(0.2)
        $0.notices = Share(0.2)
        $0.traces = Share(0.2)
        $0.cost = PriceRate(100)
      }
    }
    var deterrence = DeterrenceTerms()
    deterrence.announcement = Factor(0.3)
    office.scheme.deterrences = [deterrence]
    office.addSanction {
      $0.sign = PerForm(0.5, 0.5, 0, 0)
      $0.weights = PerForm(0, 1, 3, 10)
    }
    for risk in 0..<2 {
      office.addIndicator(yellow: 2, under: [risk], .normal(mean: 1.5, sd: 1)) {
        $0.orange = Factor(2.5)
        $0.red = Factor(3)
        $0.quiet = Months(2)
      }
    }
    office.addReview(every: 6, finds: 0.1) {
      $0.covers = Share(0.3)
      $0.isAnnounced = true
      $0.visit = Factor(2.7)
      $0.cleanVisit = Factor(1)
    }
    office.addReview(every: 12, finds: 0.2) {
      $0.by = .kind(.audit)
      $0.establishes = .lead
      $0.targets = .byScore
      $0.accuracy = Share(0.7)
      $0.covers = Share(0.2)
      $0.wrongs = Share(0.01)
      $0.lookback = Months(12)
    }
    office.addChannel(0.02) {
      $0.other = Rate(0.003)
      $0.realName = Share(0.35)
      $0.noise = PerPersonYear(0.05)
      $0.admits = Share(0.5)
    }
    office.addBody(capacity: 2)
    office.addBody(.audit)
    for cause in ResponseCause.allCases {
      office.addResponse(cause, verifies: 0.5) {
        $0.within = Months(cause == .red ? 2 : 1)
        $0.wrongs = Share(0.01)
        $0.lapses = Months(12)
        $0.priority = Count(Double(1 + cause.rawValue))
        $0.cost = Price(500)
      }
    }
    office.addRotation(every: 36, coverage: 0.8, .exchange) { $0.handover = Share(0.15) }
    office.addTurnover(0.005) { $0.refill = .constant(2) }
    return office
  }

  /// Rows of some kinds, of the first post and its first risk and indicator, in an order of their own.
  private func luck(_ ledger: Ledger, _ kinds: [EventKind]) -> [[Int64]] {
    ledger.rows.filter { row in
      row.post == 0 && kinds.contains(row.kind)
        && (row[.risk] ?? 0) == 0 && (row[.indicator] ?? 0) == 0
    }.map(\.numbers).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Without capacities that bind, what one thing meets is its own.
  private func free() -> Office {
    var office = Office(seats: 200, horizon: 140)
    office.scheme.officials.spread = Factor(0.5)
    office.addRisk(0.004) { $0.lasts = Months(30) }
    office.addIndicator(yellow: 2.5, under: [0], .normal(mean: 1.5, sd: 1))
    office.addResponse(.yellow, verifies: 0.3)
    office.addRotation(every: 36, coverage: 0.8)
    office.addTurnover(0.005)
    office.addControl { $0.blocks = Share(0.2) }
    return office
  }

  private let kinds: [EventKind] = [.offences, .alerts, .moves, .findings]

  /// O2: another arm that asks four times the hazards and readings far lower moves nobody's luck.
  @Test func otherArmsChangeNothing() {
    let alone = free()
    var compared = alone
    compared.addPolicy { other in
      other.scheme.risks[0].rate = Rate(0.016)
      other.scheme.indicators[0].yellow = Factor(1)
    }
    compared.addPolicy { $0.scheme.posts[0].headcount = .constant(213) }
    for run in 0..<20 {
      let (before, after) = (alone.ledgers(run: run), compared.ledgers(run: run))
      #expect(before[0].digest == after[0].digest)
      #expect(after[1].count(.offences) > after[0].count(.offences))
    }
  }

  /// O2: another post, risk, indicator, review or channel moves nothing of what was there.
  @Test func additionsChangeNothing() {
    let alone = free()
    var grown = alone
    grown.addPost(seats: 70)
    grown.addRisk(0.01) { $0.lasts = Months(10) }
    grown.addIndicator(yellow: 2, under: [1], .normal(mean: 1, sd: 1))
    grown.addReview(every: 6)
    grown.addChannel()
    grown.addControl {
      $0.blocks = Share(0.5); $0.at = Selection(posts: [1])
    }
    grown.scheme.rotations[0].of = Selection(posts: [0])
    for run in 0..<20 {
      let (before, after) = (alone.ledgers(run: run)[0], grown.ledgers(run: run)[0])
      // Findings do not tell their risk.
      let told: [EventKind] = [.offences, .alerts, .moves]
      #expect(luck(before, told) == luck(after, told))
      #expect(after.count(.offences) > before.count(.offences))
    }
  }

  /// O2: a crowd of readings, for which the points of a window are kept for some of its months only, moves
  /// nothing of what was there.
  @Test func crowdsChangeNothing() {
    let alone = free()
    var crowded = alone
    crowded.addPost(seats: 1500)
    crowded.addRisk(0.01) { $0.at = Selection(posts: [1]) }
    crowded.addIndicator(yellow: -6, under: [1], .normal(mean: 0, sd: 1)) {
      $0.on = Selection(posts: [1])
    }
    crowded.scheme.rotations[0].of = Selection(posts: [0])
    let (before, after) = (alone.ledgers(run: 0)[0], crowded.ledgers(run: 0)[0])
    let told: [EventKind] = [.offences, .alerts, .moves]
    let isSame = luck(before, told) == luck(after, told)
    #expect(isSame)
    #expect(after.count(.alerts) > 100 * before.count(.alerts))
  }

  /// O2: a post that grows keeps the luck of who was there: theirs is a part of what now happens.
  @Test func growthChangesNothing() {
    let small = free()
    var large = small
    large.scheme.posts[0].headcount = .constant(331)
    for run in 0..<10 {
      var rows = luck(large.ledgers(run: run)[0], kinds)[...]
      for row in luck(small.ledgers(run: run)[0], kinds) {
        guard let place = rows.firstIndex(of: row) else {
          Issue.record("a row is gone")
          return
        }
        rows.remove(at: place)
      }
      #expect(!rows.isEmpty)
    }
  }

  /// O38: a policy that changes nothing gives the same bytes.
  @Test func nullPoliciesAreEqual() {
    var office = Self.busy()
    office.addPolicy()
    office.addPolicy(from: 25)
    for run in 0..<10 {
      let digests = office.ledgers(run: run).map(\.digest)
      #expect(Set(digests).count == 1)
    }
  }

  /// O38: with everything else equal, who is heard of more is never found later.
  @Test func hearingMoreNeverFindsLater() {
    var office = Office(desks: 30, horizon: 100)
    office.addRisk(0.02) {
      $0.severity.sign = Share(0.6)
      $0.severity.violation = Share(0.4)
      $0.severity.escalates = Rate(0.04)
      $0.stageDetect = PerStage(sign: 0.6, crime: 1.4)
      $0.detectability = Factor(5)
    }
    office.addChannel(0.02)
    office.addReview(every: 12, finds: 0.1)
    office.addResponse()
    office.addPolicy { $0.scheme.reportings[0].hears = Rate(0.03) }
    var earlier = 0
    office.forEachRun(100) { ledgers in
      let first = ledgers.map { ledger in
        Dictionary(
          ledger.rows(.offences).sorted { $0.month < $1.month }.map { ($0.post, $0) },
          uniquingKeysWith: { first, _ in first })
      }
      for (post, before) in first[0] {
        guard let after = first[1][post] else {
          Issue.record("an onset is gone")
          continue
        }
        #expect(before.month == after.month)
        let (late, soon) = (before[.delay] ?? .max, after[.delay] ?? .max)
        #expect(soon <= late)
        if soon < late { earlier += 1 }
      }
    }
    #expect(earlier > 100)
  }

  private var questions: [Question] {
    [
      .atom(.count(.offences)), .atom(.sum(.loss, of: .offences)), .atom(.count(.findings)),
      .atom(.count(.alerts, where: .flag(.verified))), .atom(.sum(.amount, of: .costs)),
      .atom(.count(.waiting)), .atom(.count(.moves, in: Window(first: 13, last: 24))),
      .atom(Atom(.offences, .survival(0.5, .delay))), .atom(.sum(.age, of: .leads)),
    ]
  }

  /// O37: any number of threads and any order of the runs gives the same tallies.
  @Test func threadsChangeNothing() async {
    let office = Self.busy()
    let sheet = Sheet(questions, places: office.scheme.places)
    func outcomes(threads: Int) async -> [Int: Outcome] {
      await withTaskGroup(of: [Int: Outcome].self) { group in
        for thread in 0..<threads {
          group.addTask {
            var simulation = Simulation(office.plan, seed: 5)
            var tallies = [Tally(sheet)]
            var found: [Int: Outcome] = [:]
            let runs = stride(from: thread, to: 48, by: threads)
            for run in thread % 2 == 0 ? Array(runs) : runs.reversed() {
              tallies[0].reset()
              simulation.run(run, outer: run, into: &tallies)
              found[run] = tallies[0].outcome
            }
            return found
          }
        }
        var all: [Int: Outcome] = [:]
        for await part in group { all.merge(part) { first, _ in first } }
        return all
      }
    }
    let one = await outcomes(threads: 1)
    #expect(Set(one.values).count == 48)
    for threads in [2, 16] { #expect(await outcomes(threads: threads) == one) }
  }

  /// O37: a tally of a kept ledger is the tally that is counted while running.
  @Test func ledgersTallyAlike() {
    let office = Self.busy()
    let sheet = Sheet(questions, places: office.scheme.places)
    var simulation = Simulation(office.plan, seed: office.seed)
    for run in 0..<20 {
      var running = [Tally(sheet)]
      simulation.run(run, outer: run, into: &running)
      var replayed = Tally(sheet)
      office.ledgers(run: run)[0].replay(into: &replayed)
      #expect(running[0].outcome.sums == replayed.outcome.sums)
      #expect(running[0].outcome.marks.count == replayed.outcome.marks.count)
    }
  }

  /// K1, the kernel of the peers: six counts of 12,000 naive runs.
  @Test func kernelAgrees() {
    var office = Office(seats: 1000)
    office.scheme.officials.spread = Factor(2)
    office.scheme.officials.spreadCap = Factor(50)
    office.scheme.officials.tenure = .uniform(low: 1, high: 37)
    for risk in 0..<5 {
      office.addRisk(0.01 / 12) {
        $0.tenure = Curve([.init(at: 0, value: 1), .init(at: 60, value: 2)])
      }
      office.addIndicator(yellow: 2.5, under: [risk], .normal(mean: 1.5, sd: 1)) {
        $0.orange = Factor(3)
        $0.red = Factor(3.5)
      }
    }
    for (cause, share) in [(ResponseCause.yellow, 0.3), (.orange, 0.6), (.red, 0.9)] {
      office.addResponse(cause, verifies: share)
    }
    office.addReview(every: 1, finds: 0.02)
    office.addReview(every: 12, finds: 0.5) { $0.covers = Share(0.3) }
    office.addRotation(every: 36, coverage: 0.8)
    let byAlert = Condition.has(.source, LeadSource.alert)
    let questions: [Atom] = [
      .count(.offences), .count(.alerts), .count(.findings, where: byAlert), .count(.findings),
      .count(.moves, where: .flag(.complied)), .sum(.months, of: .offences),
    ]
    // The reference's own standard errors, of its 12,000 runs; alerts are exact.
    let reference: [(mean: Double, error: Double)] = [
      (687.92, 27.5), (4479.8, 0), (368.14, 19.7), (520.68, 23.8), (2666.8, 25.9), (4577.0, 251),
    ]
    var evidence = [Evidence](repeating: Evidence(), count: 6)
    office.forEachRun(4000, questions) { sums in
      for index in 0..<5 { evidence[index].add(Double(sums[0][index])) }
      // The peers count a month at whose end the offence is there or has just been found by tip or audit.
      let months = Double(sums[0][5]) * 0x1p-20 + 0.5 * Double(sums[0][0])
      evidence[5].add(months - Double(sums[0][2]))
    }
    for (index, known) in reference.enumerated() {
      evidence[index].expect(
        known.mean, power: 0.01, tolerance: 4.9 * known.error / (12_000.0).squareRoot() / known.mean
      )
    }
  }
}
