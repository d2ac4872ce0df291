import Ledger
import Testing

@Suite struct LedgerTests {
  @Test func aLedgerReplayedGivesTheTallyMadeWhileRunning() {
    var dice = Dice(state: 4)
    let atoms = (0..<200).map { _ in Atom.any(using: &dice) }
    let sheet = Sheet(atoms.map { .atom($0) }, places: office)
    var both = Both(Tally(sheet), Ledger())
    for _ in 0..<2_000 { both.settle(Row.any(using: &dice)) }
    var replayed = Tally(sheet)
    both.second.replay(into: &replayed)
    #expect(both.first.outcome == replayed.outcome)
    #expect(both.second.rows.count == 2_000)
    #expect(both.wants(.offences) && both.wants(.loss, of: .offences))
  }

  @Test func everyKindFitsIntoARowAndEveryFieldIntoAMask() {
    let slots = Row(.seats, month: 1, post: 0).slots.count
    for kind in EventKind.allCases {
      #expect(kind.fields.count <= slots, "\(kind)")
      #expect(Set(kind.fields).count == kind.fields.count, "\(kind)")
    }
    #expect(EventKind.allCases.count <= 64 && EventField.allCases.count <= 128)
  }

  @Test func theTruthIsHidden() {
    #expect(!EventKind.attempts.isObservable && !EventKind.burials.isObservable)
    #expect(!EventKind.retaliations.isObservable(.known))
    #expect(EventKind.leads.isObservable(.loss) && EventKind.cases.isObservable(.amount))
    #expect(EventKind.alerts.isObservable(.filed) && !EventKind.alerts.isObservable(.genuine))
  }

  @Test func theDigestSeesEveryNumberAndTheOrder() {
    var dice = Dice(state: 5)
    let rows = (0..<40).map { _ in Row.any(using: &dice) }
    func digest(_ rows: [Row]) -> UInt64 {
      var ledger = Ledger()
      for row in rows { ledger.settle(row) }
      return ledger.digest
    }
    let whole = digest(rows)
    #expect(whole == digest(rows))
    #expect(whole != digest(rows.reversed()))
    for index in rows.indices {
      var changed = rows
      changed[index].month += 1
      #expect(digest(changed) != whole)
      for slot in rows[index].kind.fields.indices {
        changed = rows
        changed[index].slots[slot] &+= 1
        #expect(digest(changed) != whole)
      }
    }
  }

  @Test func aRowIsFoundByTheSameConditionAsItIsCounted() {
    var dice = Dice(state: 6)
    for _ in 0..<2_000 {
      let row = Row.any(using: &dice)
      let condition = Condition.any(on: row.kind, depth: 3, using: &dice)
      var tally = Tally(
        Sheet([.atom(Atom(row.kind, .count, where: condition))], places: office))
      tally.settle(row)
      let counted = condition.holds(for: row, in: office) && row.month >= 1
      #expect(tally.outcome.sums == [counted ? Int64(row.times) : 0])
    }
  }
}
