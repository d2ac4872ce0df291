import Ledger
import Plan
import Quantities
import Testing

/// Removals and moves that are part of a sanction (settled details 17 and 18).
struct RemovalOracles {
  /// Who is removed at step 10 of month m is replaced in m + 3 if a refill takes two months.
  @Test(arguments: [nil, 0, 2])
  func vacanciesFollow(_ refill: Double?) {
    var office = Office(seats: 50, horizon: 6)
    office.addOffences()
    office.addCertainReview(every: 2) { $0.first = Months(2) }
    office.addForm(.fourth) { $0.removes = PerForm(0, 0, 0, 1) }
    if let refill { office.addTurnover(0) { $0.refill = .constant(refill) } }
    let ledger = office.ledgers()[0]
    func moves(_ why: MoveReason) -> [Row] {
      ledger.rows(.moves).filter { $0[.why] == why.rawValue }
    }
    #expect(moves(.removal).count == 50 && moves(.refill).count == 50)
    #expect(moves(.removal).allSatisfy { $0.month == 2 && $0.time(.tenure) == 2 })
    let back = 3 + Int(refill ?? 0)
    #expect(moves(.refill).allSatisfy { Int($0.month) == back })
    // At the end of months 2 … back − 1 nobody sits there.
    for month in 1...6 {
      let occupied = ledger.count(.seats) { $0.month == month }
      #expect(occupied == (month >= 2 && month < back ? 0 : 50))
    }
    let vacancies = ledger.rows(.vacancies)
    #expect(vacancies.count == 50)
    #expect(vacancies.allSatisfy { $0[.why] == MoveReason.removal.rawValue && $0.month == 2 })
    #expect(vacancies.allSatisfy { $0.time(.months) == Double(back - 3) })
    // Who comes is somebody else, who did nothing.
    #expect(ledger.count(.findings) == 50)
  }

  /// What else the removed did ends with the removal, and costs until then.
  @Test func removalEndsWhatGoesOn() {
    var office = Office(seats: 40, horizon: 4)
    office.addOffences()
    office.addOffences { $0.loss = .constant(100) }
    // Only the first risk is ever read.
    office.addIndicator(yellow: 1, under: [0], .constant(2)) { $0.every = Months(2) }
    office.addResponse(.yellow)
    office.addForm(.third) {
      $0.decides = PerForm(0, 0, 1, 0)
      $0.removes = PerForm(0, 0, 1, 0)
    }
    let ledger = office.ledgers()[0]
    let ended = ledger.rows(.offences).filter { $0[.reason] == EndReason.removed.rawValue }
    #expect(ended.count == 40)
    #expect(ended.allSatisfy { $0[.risk] == 1 && $0.time(.months) == 3 && $0[.loss] == 30_000 })
  }

  /// A sanction that is due on somebody who was removed meanwhile is made and counted.
  @Test func theRemovedAreStillSanctioned() {
    var office = Office(seats: 60, horizon: 12)
    office.addOffences()
    office.addOffences()
    for risk in 0..<2 {
      office.addIndicator(yellow: 1, under: [risk], .constant(2)) {
        $0.every = Months(risk == 0 ? 2 : 3)
      }
    }
    office.addResponse(.yellow)
    office.addForm(.third) {
      $0.decides = PerForm(0, 0, 6, 0)
      $0.removes = PerForm(0, 0, 1, 0)
    }
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.cases) == 120)
    #expect(
      ledger.months(.sanctions) == Array(repeating: 8, count: 60) + Array(repeating: 9, count: 60))
    #expect(ledger.count(.moves) { $0[.why] == MoveReason.removal.rawValue } == 60)
  }

  /// Who has moved since is found where he sits now; who has left cannot be removed.
  @Test(arguments: RotationMode.allCases)
  func theMovedAreFound(_ mode: RotationMode) {
    var office = Office(seats: 60, horizon: 12)
    office.addOffences()
    office.addCertainReview(every: 100) { $0.first = Months(1) }
    office.scheme.officials.tenure = .constant(0)
    office.addRotation(every: 3, mode)
    office.addForm(.fourth) {
      $0.decides = PerForm(0, 0, 0, 6)
      $0.removes = PerForm(0, 0, 0, 1)
    }
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.sanctions) == 60)
    #expect(
      ledger.count(.moves) { $0[.why] == MoveReason.removal.rawValue }
        == (mode == .exchange ? 60 : 0))
  }

  /// Nobody returns: the seat of who is removed goes to a newcomer with a record of his own.
  @Test func newcomersHaveNoRecord() {
    var office = Office(seats: 60, horizon: 12)
    office.addRisk(20)
    office.addCertainReview(every: 3)
    office.addForm(.fourth) {
      $0.removes = PerForm(0, 0, 0, 1)
      $0.remembers = Months(600)
    }
    let rows = office.ledgers()[0].rows(.sanctions)
    #expect(rows.count == 240)
    #expect(rows.allSatisfy { $0[.prior] == 0 })
  }

  /// A move takes somebody to another post of the exchange group, where anybody sits as likely.
  @Test func movesGoElsewhere() {
    var office = Office(seats: 1, horizon: 1)
    office.scheme.posts[0].exchangeGroup = "group"
    office.addPost(seats: 30) { $0.exchangeGroup = "group" }
    office.addPost(seats: 10) { $0.exchangeGroup = "group" }
    office.addPost(seats: 10) { $0.exchangeGroup = "other" }
    office.addPost(seats: 10)
    office.addOffences { $0.at = Selection(posts: [0]) }
    office.addCertainReview()
    office.addForm(.second) { $0.moves = PerForm(0, 1, 0, 0) }
    var share = Evidence()
    office.forEachRun(6000) { ledgers in
      let moves = ledgers[0].rows(.moves)
      #expect(moves.count == 2 && moves.contains { $0.post == 0 })
      #expect(moves.allSatisfy { $0[.why] == MoveReason.sanction.rawValue })
      let other = moves.first { $0.post != 0 }?.post ?? 0
      #expect(other == 1 || other == 2)
      share.add(other == 1 ? 1 : 0, per: 1)
    }
    share.expect(0.75, power: 0.05)
  }

  /// Without anybody elsewhere nobody moves.
  @Test func nobodyMovesAlone() {
    var office = Office(seats: 30, horizon: 1)
    office.addOffences()
    office.addCertainReview()
    office.addForm(.second) { $0.moves = PerForm(0, 1, 0, 0) }
    let ledger = office.ledgers()[0]
    #expect(ledger.count(.sanctions) == 30 && ledger.count(.moves) == 0)
  }

  /// Both who change places begin anew: rotation is due a whole cycle later, what went on ends.
  @Test func moversBeginAnew() {
    var office = Office(seats: 1, horizon: 20)
    office.scheme.posts[0].exchangeGroup = "group"
    office.addPost(seats: 1) { $0.exchangeGroup = "group" }
    office.addOffences { $0.at = Selection(posts: [0]) }
    office.addOffences { $0.at = Selection(posts: [1]) }
    office.addIndicator(yellow: 1, under: [0], .constant(2)) { $0.every = Months(4) }
    office.addResponse(.yellow)
    office.scheme.officials.tenure = .constant(0)
    office.addRotation(every: 10, .exchange)
    office.addForm(.second) { $0.moves = PerForm(0, 1, 0, 0) }
    let ledger = office.ledgers()[0]
    // Found and moved at the end of month 4, due ten months of service later.
    let rotations = ledger.rows(.moves).filter { $0[.why] == MoveReason.rotation.rawValue }
    #expect(rotations.map(\.month) == [15, 15])
    #expect(rotations.allSatisfy { $0.time(.tenure) == 10 })
    let moved = ledger.rows(.offences).filter { $0[.reason] == EndReason.moved.rawValue }
    #expect(moved.count == 1 && moved[0][.risk] == 1 && moved[0].time(.months) == 4)
  }
}
