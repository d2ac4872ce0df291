import Ledger
import Plan
import Quantities
import Testing

/// What a policy's words do from their month on: headcounts, switches, phase-ins, new rates and cycles.
struct PolicyMeanings {
  /// Seats by month in the second arm.
  private func seats(_ office: Office) -> [Int] {
    let rows = office.ledgers()[1].rows(.seats)
    return (1...office.horizon).map { month in
      rows.reduce(0) { $0 + (Int($1.month) == month ? Int($1.times) : 0) }
    }
  }

  /// Added seats are filled after `refill`, at once without turnover; removed ones leave with what goes on.
  @Test func headcountsChange() {
    var office = Office(seats: 30, horizon: 6)
    office.addOffences()
    office.addPolicy(from: 3) { $0.scheme.posts[0].headcount = .constant(42) }
    #expect(seats(office) == [30, 30, 42, 42, 42, 42])
    office.policies = []
    office.addPolicy(from: 3) { $0.scheme.posts[0].headcount = .constant(20) }
    #expect(seats(office) == [30, 30, 20, 20, 20, 20])
    let left = office.ledgers()[1].rows(.offences).filter {
      $0[.reason] == EndReason.left.rawValue
    }
    #expect(left.count == 10)
    #expect(left.allSatisfy { $0.time(.months) == 2 })
    office.policies = []
    office.addTurnover(1e-9) { $0.refill = .constant(2) }
    office.addPolicy(from: 3) { $0.scheme.posts[0].headcount = .constant(42) }
    #expect(seats(office) == [30, 30, 30, 30, 42, 42])
  }

  /// Starts by month, as shares of the seats, of acts at hazard .2 that a policy changes.
  private func expectActs(_ changes: [Change], _ hazards: [Int: Double]) {
    var office = Office(seats: 300, horizon: 30)
    office.addRisk(0.2) { $0.lasts = Months(0) }
    office.addPolicy(changes: changes)
    let months = hazards.keys.sorted()
    let questions = months.map { Atom.count(.offences, in: Window(first: $0, last: $0)) }
    var evidence = [Evidence](repeating: Evidence(), count: months.count)
    office.forEachRun(300, questions) { sums in
      for index in months.indices { evidence[index].add(sums[1][index], per: 300) }
    }
    for (index, month) in months.enumerated() {
      evidence[index].expect(-exponentialMinusOne(-(hazards[month] ?? 0)), power: 0.08)
    }
  }

  /// A change holds from its month, and grows in linearly over its phase.
  @Test func changesBeginAndGrow() {
    let dial = Dial(
      path: "risk.risk0.rate", dimension: .rate, bounds: 0...1, place: \.risks[0].rate.number)
    expectActs([Change(dial, .multiply, .fixed(2), from: 13)], [12: 0.2, 13: 0.4, 30: 0.4])
    expectActs(
      [Change(dial, .multiply, .fixed(2), from: 13, phaseIn: 10)],
      [12: 0.2, 13: 0.2, 18: 0.3, 23: 0.4, 30: 0.4])
    expectActs(
      [Change(dial, .set, .fixed(0.1)), Change(dial, .add, .fixed(0.3), from: 5)],
      [4: 0.1, 5: 0.4])
    expectActs([Change(dial, .set, .fixed(7), from: 2)], [1: 0.2, 2: 1])
  }

  /// A policy that starts rotation makes a seat due at the next multiple of its occupant's tenure.
  @Test func rotationBeginsAtTheNextMultiple() {
    var office = Office(seats: 60, horizon: 40)
    office.scheme.officials.tenure = .uniform(low: 0, high: 60)
    office.addRotation(every: 24)
    office.scheme.rotations[0].isOn = false
    office.addPolicy(from: 13) { $0.scheme.rotations[0].isOn = true }
    let ledgers = office.ledgers()
    #expect(ledgers[0].count(.moves) == 0)
    let moves = ledgers[1].rows(.moves).filter { $0[.complied] == 1 }
    #expect(moves.allSatisfy { $0.month >= 13 })
    #expect(moves.allSatisfy { (Int($0.time(.tenure) ?? 1)) % 24 == 0 })
    // Within 24 months everybody is due exactly once.
    #expect(moves.count { $0.month <= 36 } == 60)
  }

  /// A new rate of turnover prices what is left of every service anew, from its month on.
  @Test func turnoverIsPricedAnew() {
    var office = Office(seats: 400, horizon: 48)
    office.addTurnover(0.01)
    office.addPolicy(from: 25) { $0.scheme.turnovers[0].rate = Rate(0.03) }
    let left = Condition.has(.why, MoveReason.departure)
    let windows = [(2, 24, 0.01), (26, 48, 0.03)]
    let questions = windows.map { window in
      Atom.count(.moves, where: left, in: Window(first: window.0, last: window.1))
    }
    var evidence = [Evidence](repeating: Evidence(), count: 2)
    office.forEachRun(600, questions) { sums in
      #expect(sums[0][0] == sums[1][0])
      for index in 0..<2 { evidence[index].add(sums[1][index], per: 23 * 400) }
    }
    for (index, window) in windows.enumerated() {
      evidence[index].expect(-exponentialMinusOne(-window.2), power: 0.05)
    }
  }

  /// A higher threshold under a policy leaves a part of the same alerts.
  @Test func thresholdsNest() {
    var office = Office(seats: 200)
    office.addIndicator(yellow: 2)
    office.addPolicy { $0.scheme.indicators[0].yellow = Factor(2.5) }
    let ledgers = office.ledgers()
    let readings = ledgers.map { ledger in
      ledger.rows(.alerts).map { [Int($0.month), $0[.value] ?? 0] }
    }
    #expect(Set(readings[1]).isSubset(of: Set(readings[0])))
    let high = readings[0].filter { $0[1] >= 5 << 19 }
    #expect(abs(high.count - readings[1].count) <= 1)
    #expect(readings[1].count < readings[0].count / 2)
  }
}
