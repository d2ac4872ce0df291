import Engine
import Ledger
import Plan
import Quantities
import Testing

extension Office {
  /// Adds a programme that reaches everybody and does nothing yet, and never fades.
  mutating func addEducation(
    every: Double, effect: Double = 0, _ change: (inout EducationTerms) -> Void = { _ in }
  ) {
    var education = EducationTerms()
    education.name = "education\(scheme.educations.count)"
    education.of = everywhere
    education.every = Months(every)
    education.effect = Share(effect)
    education.halfLife = Months(1e9)
    change(&education)
    scheme.educations.append(education)
  }
}

/// O33: sessions reach people, and what reached them fades.
struct EducationOracles {
  /// Momentary acts at .3 a month.
  private func office(seats: Int = 500, horizon: Int) -> Office {
    var office = Office(seats: seats, horizon: horizon)
    office.addRisk(0.3) { $0.lasts = Months(0) }
    return office
  }

  /// The starts of a policy in some months are those of the baseline, each month's at a hazard so many times as high.
  private func expect(
    _ office: Office, _ factors: [Double], from month: Int, at post: Int? = nil, runs: Int = 120,
    power: Double = 0.01, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let place: Condition = post.map { .isOneOf(.post, [Int64($0)]) } ?? .always
    let starts = Atom.count(
      .offences, where: place, in: Window(first: month, last: month + factors.count - 1))
    var evidence = Evidence()
    office.forEachRun(runs, [starts]) { evidence.add($0[1][0], per: $0[0][0]) }
    let expected = factors.reduce(0) { $0 + exponentialMinusOne(-0.3 * $1) }
    evidence.expect(
      expected / (Double(factors.count) * exponentialMinusOne(-0.3)), power: power,
      sourceLocation: sourceLocation)
  }

  /// What is left of an effect on average over the nth month after a session.
  private func left(_ month: Int, halfLife: Double) -> Double {
    let pace = 0x1.62e42fefa39efp-1 / halfLife
    return exponential(-pace * Double(month)) * -exponentialMinusOne(-pace) / pace
  }

  /// O33: the mean effect over a cycle is (1 − RR)·h/(T ln 2)·(1 − 2^(−T/h)): .05, 3, 6 → .0271.
  @Test(arguments: [(0.05, 3.0, 6), (0.6, 1, 3)])
  func theMeanEffectOfACycle(_ effect: Double, _ halfLife: Double, _ every: Int) {
    let factors = (0..<every).map { 1 - effect * left($0, halfLife: halfLife) }
    let span = Double(every) * 0x1.62e42fefa39efp-1
    let closed = effect * halfLife / span * (1 - power(2, -Double(every) / halfLife))
    let mean = factors.reduce(0, +) / Double(every)
    #expect(abs(mean - (1 - closed)) < 1e-12)
    if every == 6 { #expect(abs(closed - 0.0271) < 5e-5) }
    var office = office(horizon: 3 * every - 1)
    office.addPolicy {
      $0.addEducation(every: Double(every), effect: effect) { $0.halfLife = Months(halfLife) }
    }
    expect(office, factors + factors, from: every, power: effect < 0.1 ? 0.003 : 0.01)
    // Before the first session nobody is taught.
    expect(office, [Double](repeating: 1, count: every - 1), from: 1)
  }

  /// A session reaches a share of those meant; whom it misses keeps what an earlier one left; sessions do not stack.
  @Test func sessionsReachSome() {
    var office = office(horizon: 8)
    office.addPolicy {
      $0.addEducation(every: 3, effect: 0.8) {
        $0.reach = Share(0.5)
        $0.cost = Price(100)
      }
    }
    var reached = Evidence()
    office.forEachRun(40) { ledgers in
      let sessions = ledgers[1].rows(.sessions)
      #expect(sessions.map(\.month) == [3, 6])
      #expect(sessions.allSatisfy { $0[.programme] == 0 })
      let shares = sessions.reduce(0) { $0 + ($1.time(.reach) ?? 0) }
      reached.add(shares, per: 2)
      let costs = ledgers[1].rows(.costs)
      #expect(costs.allSatisfy { $0[.activity] == Activity.education.rawValue })
      #expect(ledgers[1].sum(.amount, of: .costs) == Int((shares * 500).rounded()) * 100_00)
    }
    reached.expect(0.5, power: 0.04)
    // The mean over persons, half of whom are taught, then three quarters.
    let (idle, taught) = (exponentialMinusOne(-0.3), exponentialMinusOne(-0.3 * 0.2))
    for (months, share) in [(3...5, 0.5), (6...8, 0.75)] {
      let starts = Atom.count(
        .offences, in: Window(first: months.lowerBound, last: months.upperBound))
      var evidence = Evidence()
      office.forEachRun(120, [starts]) { evidence.add($0[1][0], per: $0[0][0]) }
      evidence.expect(((1 - share) * idle + share * taught) / idle, power: 0.03)
    }
  }

  /// Of a programme the latest session counts alone; programmes multiply.
  @Test func programmesMultiply() {
    var office = office(horizon: 6)
    office.addPolicy { $0.addEducation(every: 1, effect: 0.4) }
    expect(office, [0.6, 0.6, 0.6], from: 4, power: 0.02)
    office.policies = []
    office.addPolicy {
      $0.addEducation(every: 1, effect: 0.4)
      $0.addEducation(every: 1, effect: 0.5)
    }
    expect(office, [0.3, 0.3, 0.3], from: 4, power: 0.04)
  }

  /// What makes things worse is drawn as fully as what makes them better.
  @Test func whatMakesBoldMultiplies() {
    var office = office(horizon: 3)
    office.addPolicy { $0.addEducation(every: 1, effect: -0.5) { $0.caseGain = Factor(1) } }
    expect(office, [1.5, 1.5], from: 2, power: 0.02)
  }

  /// Warning cases gain from a real one of the same field, filed within 12 months.
  @Test(arguments: [
    (13, EducationContent.warning, 1, 0.4), (14, .warning, 1, 0.8), (13, .law, 1, 0.8),
    (13, .warning, 2, 0.8),
  ])
  func realCasesTell(_ every: Int, _ content: EducationContent, _ post: Int, _ factor: Double) {
    var office = Office(seats: 1, horizon: every)
    office.scheme.posts[0].field = .tax
    office.addOffences()
    office.addPost(seats: 500) { $0.field = .tax }
    office.addPost(seats: 500) { $0.field = .health }
    office.addRisk(0.3) {
      $0.at = Selection(posts: [1, 2])
      $0.lasts = Months(0)
    }
    office.addForm(.second)
    office.addCertainReview(every: 1000) {
      $0.first = Months(1)
      $0.of = Selection(posts: [0])
    }
    office.addPolicy {
      $0.addEducation(every: Double(every), effect: 0.2) {
        $0.content = content
        $0.caseGain = Factor(3)
      }
    }
    expect(office, [factor], from: every, at: post, power: 0.06)
  }

  /// Whoever changes places takes along what he was taught; whoever comes has been taught nothing.
  @Test func teachingBelongsToThePerson() {
    var office = Office(seats: 300, horizon: 9)
    office.scheme.officials.tenure = .constant(0)
    office.addPost(seats: 100)
    for post in 0..<2 { office.scheme.posts[post].exchangeGroup = "all" }
    office.addRisk(0.3) { $0.lasts = Months(0) }
    office.addRotation(every: 6, .exchange)
    office.addPolicy {
      $0.addEducation(every: 6, effect: 1) { $0.of = Selection(posts: [0]) }
    }
    // A quarter of all was not taught, wherever they sit now; before, all of them sat in one post.
    expect(office, [0], from: 6, at: 0)
    let starts = Atom.count(.offences, in: Window(first: 7, last: 9))
    let moved = Atom.count(
      .offences, where: .isOneOf(.post, [0]), in: Window(first: 7, last: 9))
    var (all, some) = (Evidence(), Evidence())
    office.forEachRun(120, [starts, moved]) {
      all.add($0[1][0], per: $0[0][0])
      some.add($0[1][1], per: $0[0][1])
    }
    all.expect(0.25, power: 0.05)
    some.expect(0.25, power: 0.08)
    office.scheme.rotations[0].mode = .replace
    office.policies = []
    office.addPolicy {
      $0.addEducation(every: 6, effect: 1) { $0.of = Selection(posts: [0]) }
    }
    expect(office, [1, 1, 1], from: 7, at: 0, power: 0.03)
  }

  /// Newcomers alone: each in the month of the entry, and at each cycle while he is new.
  @Test(arguments: [100, 3])
  func newcomersAreTaughtAtEntry(_ every: Int) {
    let ages = Array(stride(from: 0, to: 9, by: every))
    var office = Office(desks: 60, horizon: 40)
    office.scheme.officials.tenure = .constant(50)
    office.addRisk(0.3) { $0.lasts = Months(0) }
    office.addTurnover(0.02) { $0.newcomer = Months(9) }
    office.addEducation(every: Double(every), effect: 1) { [posts = office.everywhere.posts] in
      $0.of = Selection(posts: [], newcomers: posts)
    }
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.moves) { $0[.why] == MoveReason.refill.rawValue } > 20)
    for post in office.scheme.posts.indices {
      func months(_ kind: EventKind, _ claim: (Row) -> Bool = { _ in true }) -> [Int] {
        ledger.rows(kind).filter { $0.post == Int32(post) && claim($0) }.map { Int($0.month) }
      }
      let entries = months(.moves) { $0[.why] == MoveReason.refill.rawValue }
      var expected: [Int] = []
      for (place, entry) in entries.enumerated() {
        let next = place + 1 < entries.count ? entries[place + 1] : 41
        expected += ages.map { entry + $0 }.filter { $0 < next }
      }
      #expect(months(.sessions) == expected)
      // Who came was taught for good.
      #expect(months(.offences).allSatisfy { $0 < entries.first ?? 41 })
    }
  }

  /// Who is old is meant where newcomers are left out.
  @Test func othersAreTaughtOnTheirDay() {
    var office = office(horizon: 6)
    office.addTurnover(0.05) { $0.newcomer = Months(1000) }
    office.addPolicy {
      $0.addEducation(every: 3, effect: 1) { $0.of = Selection(posts: [0], newcomers: []) }
    }
    let ledgers = office.ledgers()
    #expect(ledgers[1].count(.sessions) == 0)
    #expect(ledgers[0].count(.offences) == ledgers[1].count(.offences))
  }

  /// Contagion meets what people were taught, for better and for worse.
  @Test(arguments: [0.5, -0.5])
  func contagionMeetsTeaching(_ effect: Double) {
    var office = Office(seats: 500, horizon: 1)
    office.addOffences(share: 0.2) { $0.infects = Rate(1) }
    office.addEducation(every: 1, effect: effect) { $0.content = .law }
    office.evidence(300) { ledger in
      let active = ledger.count(.offences) { $0[.infected] == 0 }
      let mean = (1 - effect) * Double(active) / 499
      return (
        Double(ledger.count(.offences) { $0[.infected] == 1 }),
        Double(500 - active) * -exponentialMinusOne(-mean)
      )
    }.expect(1, power: 0.06)
  }
}
