import Ledger
import Plan
import Quantities
import Testing

/// What is asked decides how rows are handed over, one by one, by month or once a run; never what is answered.
struct AskingOracles {
  /// Much goes on here, and alerts are answered at once or wait for a body.
  private func office(isImmediate: Bool) -> Office {
    var office = Office(seats: 200, horizon: 60, warmUp: 24)
    office.addPost(seats: 50)
    office.addRisk(0.01)
    office.addRisk(0.01)
    office.addIndicator(yellow: 1, under: [0], .normal(mean: 1, sd: 1)) {
      $0.orange = Factor(2)
      $0.cost = PriceRate(10)
    }
    office.addReview(every: 6, finds: 0.2) { $0.wrongs = Share(0.01) }
    office.addChannel(0.05) { $0.noise = PerPersonYear(0.1) }
    office.addTurnover(0.01) { $0.refill = .constant(2) }
    office.addRotation(every: 12, coverage: 0.7)
    if !isImmediate { office.addBody(capacity: 6) }
    for cause in [ResponseCause.yellow, .orange, .lead] {
      office.addResponse(cause, verifies: 0.5) {
        $0.within = Months(isImmediate ? 0 : 2)
        $0.wrongs = Share(0.02)
        $0.cost = Price(100)
      }
    }
    return office
  }

  private let plain: [Atom] = [
    .count(.findings), .count(.findings, where: .has(.source, LeadSource.review)),
    .count(.alerts), .count(.alerts, where: .has(.colour, Colour.yellow)),
    .count(.alerts, where: .flag(.verified)), .count(.moves),
    .count(.moves, where: .flag(.complied)),
    .count(.moves, where: .has(.why, MoveReason.departure)),
  ]

  /// The sums of what is asked, run by run.
  private func sums(_ office: Office, _ atoms: [Atom], with more: [Atom] = []) -> [[Int]] {
    var found: [[Int]] = []
    office.forEachRun(4, atoms + more) { found.append(Array($0[0].prefix(atoms.count))) }
    return found
  }

  /// Whoever asks for months, or for more that tells rows apart, changes no answer to what does not.
  @Test(arguments: [false, true]) func monthsChangeNoAnswer(isImmediate: Bool) {
    let office = office(isImmediate: isImmediate)
    let known = sums(office, plain)
    #expect(known.allSatisfy { $0.allSatisfy { $0 > 0 } }, "\(known)")
    let finer: [[Atom]] = [
      plain.map { Atom($0.kind, .count, where: $0.condition, in: Window(first: 13, last: 24)) },
      [.count(.findings, where: .flag(.wrong))],
      [.count(.findings, where: .has(.stage, Stage.sign))],
      [.sum(.latency, of: .findings)], [.sum(.amount, of: .costs)], [.sum(.tenure, of: .moves)],
      [.sum(.value, of: .alerts)], [.count(.alerts, where: .isOneOf(.indicator, [0]))],
      [.count(.leads)],
    ]
    for more in finer { #expect(sums(office, plain, with: more) == known, "with \(more)") }
  }

  /// Every month has what a ledger, which keeps every row as it is, has in it.
  @Test(arguments: [false, true]) func monthsAreThoseOfTheRows(isImmediate: Bool) {
    let office = office(isImmediate: isImmediate)
    for atom in plain {
      let months = (1...60).map {
        Atom(atom.kind, .count, where: atom.condition, in: Window(first: $0, last: $0))
      }
      let sheet = Sheet(months.map { .atom($0) }, places: office.scheme.places)
      var kept: [[Int]] = []
      office.forEachRun(2) { ledgers in
        var tally = Tally(sheet)
        ledgers[0].replay(into: &tally)
        let sums = tally.outcome.sums
        kept.append(months.map { sheet.position(of: $0).map { Int(sums[$0]) } ?? 0 })
      }
      #expect(Array(sums(office, months).prefix(2)) == kept, "\(atom)")
      #expect(kept[0].count { $0 > 0 } > 5, "\(atom) is spread over months")
    }
  }
}
