import Ledger
import Plan
import Quantities
import Testing

/// A mechanism that has no effect leaves every draw, and so every row of anything else, alone.
struct NullOracles {
  /// Much goes on here.
  private func office() -> Office {
    var office = Office(seats: 200, horizon: 60, warmUp: 24)
    office.scheme.posts[0].exchangeGroup = "group"
    office.addPost(seats: 50) { $0.exchangeGroup = "group" }
    office.addRisk(0.01) { $0.loss = .lognormal(mu: 3, sigma: 1) }
    office.addRisk(0.01) { $0.evidenceLasts = Months(12) }
    office.addIndicator(yellow: 1.5, under: [0], .normal(mean: 1, sd: 1))
    office.addReview(every: 6, finds: 0.2) { $0.wrongs = Share(0.01) }
    office.addChannel(0.05) {
      $0.realName = Share(0.4)
      $0.noise = PerPersonYear(0.1)
    }
    office.addTurnover(0.01) { $0.refill = .constant(2) }
    office.addRotation(every: 12, .exchange)
    office.addBody(capacity: 4)
    for cause in [ResponseCause.yellow, .lead, .realName] {
      office.addResponse(cause, verifies: 0.5) {
        $0.within = Months(2)
        $0.wrongs = Share(0.02)
      }
    }
    return office
  }

  private func expectSame(
    _ change: (inout Office) -> Void, without kinds: EventKind...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var office = office()
    office.addPolicy { change(&$0) }
    let ledgers = office.ledgers()
    func rest(_ ledger: Ledger) -> [[Int64]] {
      ledger.rows.filter { !kinds.contains($0.kind) }.map { row in
        // Whether the subject of an alert got something is what the ladder is for.
        var numbers = row.numbers
        if row.kind == .alerts { numbers.removeSubrange(numbers.count - 3..<numbers.count - 1) }
        return numbers
      }.sorted { $0.lexicographicallyPrecedes($1) }
    }
    #expect(ledgers[0].count(.findings) > 20, sourceLocation: sourceLocation)
    #expect(rest(ledgers[0]) == rest(ledgers[1]), sourceLocation: sourceLocation)
  }

  /// A screen that keeps everything only leaves a record.
  @Test func screensThatKeepEverything() {
    expectSame({ $0.addScreen() }, without: .screened)
  }

  /// A ladder that only talks or files leaves everybody where he is.
  @Test func formsAlone() {
    expectSame({ $0.addForm(.first) }, without: .sanctions)
    expectSame(
      { $0.addLadder { $0.shifts = Share(0.3) } }, without: .sanctions, .cases, .prosecutions)
    expectSame({ $0.addForm(.second) { $0.withdraws = Share(1) } }, without: .cases)
    // Reminders are nobody's leads.
    expectSame({ $0.addForm(.first) { $0.reminders = PerPersonYear(1) } }, without: .sanctions)
  }

  /// Talks and shelves change only what they are called, feedback and chills without odds nothing.
  @Test func oddsOfOne() {
    expectSame(
      {
        $0.scheme.reportings[0].chills = Factor(1)
        $0.scheme.reportings[0].retaliation = Share(0.5)
        $0.scheme.reportings[0].surfaces = Share(1)
      }, without: .retaliations)
    expectSame({
      $0.scheme.reportings[0].feedback = Factor(1)
      $0.scheme.reportings[0].feedbackWithin = Months(1)
    })
    expectSame({ $0.scheme.units[0].climate = Factor(1) })
  }

  /// Shares of nothing: whatever does not happen draws nothing that others use.
  @Test func sharesOfNothing() {
    expectSame({
      for place in $0.scheme.responses.indices {
        $0.scheme.responses[place].talks = Share(0.5)
        $0.scheme.responses[place].escalatesOverdue = true
        $0.scheme.responses[place].unravels.accomplices = Share(0.8)
      }
      $0.addResponse(.unravelled)
      $0.addResponse(.transfer)
    })
  }

  /// Much goes on, and all of it has consequences.
  private func consequences() -> Office {
    var office = office()
    office.addLadder {
      $0.sign = PerForm(0.3, 0.3, 0.2, 0.2)
      $0.decides = PerForm(0, 3, 6, 6)
      $0.removes = PerForm(0, 0, 1, 1)
      $0.moves = PerForm(0, 0.5, 0, 0)
      $0.recovers = Share(0.3)
      $0.withdraws = Share(0.1)
      $0.remembers = Months(60)
      $0.shifts = Share(0.3)
      $0.reminders = PerPersonYear(0.02)
      $0.cost = PerForm(3, 10, 20, 60)
      $0.felt.own = Factor(1)
      $0.felt.unit = Factor(0.3)
    }
    office.scheme.deterrences = [DeterrenceTerms()]
    for risk in office.scheme.risks.indices {
      office.scheme.risks[risk].elasticity = Factor(0.2)
    }
    for place in office.scheme.responses.indices {
      office.scheme.responses[place].shelves = Share(0.2)
      office.scheme.responses[place].talks = Share(0.25)
      office.scheme.responses[place].buries = Share(0.4)
      office.scheme.responses[place].unravels.others = Share(0.5)
      office.scheme.responses[place].unravels.accomplices = Share(0.8)
      office.scheme.responses[place].cost = Price(5)
      office.scheme.responses[place].escalatesOverdue = true
    }
    office.addControl {
      $0.colludes = Share(0.5)
      $0.blocks = Share(0.2)
      $0.notices = Share(0.5)
    }
    office.scheme.reportings[0].retaliation = Share(0.5)
    office.scheme.reportings[0].surfaces = Share(0.5)
    office.scheme.reportings[0].chills = Factor(0.8)
    office.scheme.reportings[0].feedback = Factor(1.1)
    office.scheme.reportings[0].feedbackWithin = Months(0.7)
    return office
  }

  /// The same rows in the same order, whoever else is compared.
  @Test func otherArmsChangeNothing() {
    var office = consequences()
    let alone = office.ledgers()[0]
    #expect(alone.count(.sanctions) > 20 && alone.count(.retaliations) > 5)
    office.addPolicy { $0.scheme.sanctions[0].removes = PerForm(0, 0, 0, 0) }
    office.addPolicy()
    let ledgers = office.ledgers()
    #expect(ledgers[0].digest == alone.digest)
    #expect(ledgers[2].digest == alone.digest)
    #expect(ledgers[1].digest != alone.digest)
  }

  /// Whatever is asked alone is what it is among everything else, with queues and with answers at once.
  @Test(arguments: [true, false])
  func askedAloneNothingChanges(_ isQueued: Bool) {
    var office = consequences()
    if !isQueued {
      office.scheme.bodies = []
      for place in office.scheme.responses.indices {
        office.scheme.responses[place].within = Months(0)
        office.scheme.responses[place].wrongs = Share(0)
        if office.scheme.responses[place].cause == .yellow {
          office.scheme.responses[place].shelves = Share(0)
          office.scheme.responses[place].talks = Share(0)
          office.scheme.responses[place].buries = Share(0)
        }
      }
      office.addResponse(.orange)
      office.addResponse(.red)
    }
    let ledger = office.ledgers()[0]
    var atoms: [Atom] = []
    for kind in EventKind.allCases {
      atoms.append(.count(kind))
      for field in kind.fields {
        let codes = Set(ledger.rows(kind).compactMap { $0[field] }).sorted().prefix(8)
        for code in codes where field.unit == .code || field.unit == .flag {
          atoms.append(.count(kind, where: .isOneOf(field, [Int64(code)])))
        }
        if field.unit == .money || field.unit == .duration || field.unit == .count {
          atoms.append(.sum(field, of: kind))
        }
      }
    }
    for kind in [EventKind.cases, .sanctions, .recoveries, .retaliations, .burials, .notices] {
      #expect(ledger.count(kind) > 0, "\(kind)")
    }
    for atom in atoms {
      let sheet = Sheet([.atom(atom)], places: office.scheme.places)
      var replayed = Tally(sheet)
      ledger.replay(into: &replayed)
      office.forEachRun(1, [atom]) { sums in
        let alone = sheet.position(of: atom).map { Int(replayed.outcome.sums[$0]) } ?? 0
        #expect(sums[0][0] == alone, "\(atom)")
      }
    }
  }
}
