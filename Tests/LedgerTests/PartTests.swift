import Ledger
import Testing

/// Questions broken down: the parts are cells of one sheet, and together they are the whole.
@Suite struct PartTests {
  /// Rows with codes and posts of every kind, some without.
  private func rows(_ seed: UInt64, _ count: Int = 3_000) -> [Row] {
    var dice = Dice(state: seed)
    return (0..<count).map { _ in
      var row = Row.any(using: &dice)
      for (slot, field) in row.kind.fields.enumerated() where field.unit == .code {
        if row.slots[slot] != Row.absent { row.slots[slot] = row.slots[slot] % 12 - 2 }
      }
      return row
    }
  }

  private func tally(_ questions: [Question], _ rows: [Row]) -> (Sheet, Outcome) {
    let sheet = Sheet(questions, places: office)
    var tally = Tally(sheet)
    for row in rows { tally.settle(row) }
    return (sheet, tally.outcome)
  }

  /// Every code that the rows have, and the rows without one.
  private func parts(by field: EventField) -> [Part] {
    (-2...9).map { .code(field, $0) } + [.without(field)]
  }

  private let years = (0..<11).map { Part.months(Window(first: 12 * $0 + 1, last: 12 * $0 + 12)) }

  @Test func partsAreCountedAsTheContractSays() throws {
    let rows = rows(11, 5_000)
    let whole = Question.atom(
      Atom(.alerts, .count, where: .isOneOf(.verified, [1]), in: Window(first: 7, last: 90)))
    let loss = Question.atom(Atom(.offences, .sum(.loss)))
    var questions: [Question] = []
    for part in parts(by: .indicator) {
      for year in years {
        questions.append(try whole.narrowed(to: part).narrowed(to: year))
        let unit = Part.code(.unit, 1)
        questions.append(try whole.narrowed(to: part).narrowed(to: year).narrowed(to: unit))
      }
    }
    for part in parts(by: .risk) { questions.append(try loss.narrowed(to: part)) }
    let (sheet, outcome) = tally(questions + [whole, loss], rows)
    for (atom, found) in zip(sheet.sums, outcome.sums) {
      #expect(found == sum(atom, over: rows), "\(atom)")
    }
    #expect(outcome.sums.count { $0 != 0 } > 50)
  }

  @Test func unevennessIsAskedOfPartsOfItsRowsAndOfSeatsWhereTheyHaveThem() throws {
    let unit = Condition.isOneOf(.unit, [1])
    let cases = Atom(.cases, .count, where: unit)
    let seats = Atom(.seats, .count, where: unit)
    let question = Question.gini([.init(count: cases, seats: seats)])
    let crimes = try question.narrowed(to: .code(.stage, 2))
    #expect(crimes.atoms == [cases.narrowed(to: .code(.stage, 2)), seats])
    #expect(question.kindsLeftWhole { $0.narrowed(to: .code(.stage, 2)) } == [.seats])
    let year = Part.months(Window(first: 1, last: 12))
    let first = try question.narrowed(to: year)
    #expect(first.atoms == [cases.narrowed(to: year), seats.narrowed(to: year)])
    #expect(throws: Indivisible(kinds: [.cases])) {
      try question.narrowed(to: .code(.indicator, 0))
    }
  }

  @Test(arguments: EventKind.allCases)
  func partsOfEveryFieldMakeTheWhole(_ kind: EventKind) throws {
    let rows = rows(12)
    for measure in [Atom.Measure.count, .sum(kind.fields.last ?? .month)] {
      let whole = Question.atom(Atom(kind, measure))
      let common: [EventField] = [.post, .unit, .organization, .field, .group, .riskLevel]
      for field in common + kind.fields.filter({ $0.unit == .code }) {
        let parts =
          try parts(by: field).map { try whole.narrowed(to: $0) }
        let (_, outcome) = tally([whole] + parts, rows)
        #expect(outcome.sums[0] == outcome.sums.dropFirst().reduce(0, &+), "\(kind) \(field)")
      }
    }
  }

  @Test func oneCounterServesAllCodes() throws {
    let whole = Question.atom(Atom(.offences, .count))
    let sheet = Sheet(try parts(by: .risk).map { try whole.narrowed(to: $0) }, places: office)
    #expect(sheet.counterCount == 1)
    let few = Sheet(
      try [Part.code(.stage, 0), .code(.stage, 1)].map { try whole.narrowed(to: $0) },
      places: office)
    #expect(few.counterCount == 2, "two codes are tested faster than looked up")
  }

  @Test func codesBeyondTheNamedOnesAreToldApart() {
    var rows: [Row] = []
    for code in [Int64.min + 1, -9, -1, 0, 4, 5, 99, 1 << 40, .max] {
      var row = Row(.offences, month: 3, post: 0)
      row.slots[0] = code
      rows.append(row)
    }
    rows.append(Row(.offences, month: 3, post: 0))
    let conditions =
      (0..<4).map { Condition.isOneOf(.risk, [$0]) }
      + Relation.allCases.map { .compares(.risk, $0, 4) }
      + [.not(.isOneOf(.risk, [4])), .compares(.risk, .greater, Row.absent)]
    let atoms = conditions.map { Atom(.offences, .count, where: $0) }
    let (_, outcome) = tally(atoms.map { .atom($0) }, rows)
    #expect(outcome.sums == atoms.map { sum($0, over: rows) })
  }

  @Test func distributionsAreDividedToo() throws {
    let rows = rows(13)
    let whole = Question.atom(Atom(.offences, .survival(0.5, .latency)))
    let parts = try parts(by: .risk).map { try whole.narrowed(to: $0) }
    let (sheet, outcome) = tally([whole] + parts, rows)
    func times(_ position: Int, censored: Bool) -> Int {
      let cells = Set(sheet.cells(ofDistribution: position))
      return outcome.marks.filter { cells.contains(Int($0.cell)) && $0.isCensored == censored }
        .reduce(0) { $0 + Int($1.times) }
    }
    for censored in [true, false] {
      let sum = (1...parts.count).reduce(0) { $0 + times($1, censored: censored) }
      #expect(times(0, censored: censored) == sum)
      #expect(sum > 0)
    }
  }

  @Test func denominatorsAreDividedWhereTheyCanBe() throws {
    let offences = Question.atom(Atom(.offences, .count))
    let seats = Question.atom(Atom(.seats, .count))
    let costs = Question.atom(Atom(.costs, .sum(.amount)))
    let rate = Question.combined(offences, .divide, seats)
    func kinds(_ part: Part) -> [EventKind] {
      rate.kindsLeftWhole { $0.narrowed(to: part) }
    }
    #expect(kinds(.code(.risk, 1)) == [.seats])
    #expect(kinds(.code(.unit, 1)) == [])
    #expect(kinds(.months(Window(first: 1, last: 12))) == [])
    let byRisk = try rate.narrowed(to: .code(.risk, 1))
    #expect(byRisk.atoms.last == Atom(.seats, .count), "person-years of all")
    #expect(try rate.narrowed(to: .code(.unit, 1)).atoms.last?.condition == .isOneOf(.unit, [1]))
    #expect(throws: Indivisible(kinds: [.costs])) {
      try Question.combined(costs, .divide, offences).narrowed(to: .code(.risk, 1))
    }
    #expect(throws: Indivisible(kinds: [.costs])) {
      try Question.combined(offences, .add, costs).narrowed(to: .code(.risk, 1))
    }
    let mixed = Question.combined(offences, .divide, .combined(offences, .add, seats))
    #expect(throws: Indivisible(kinds: [.seats])) { try mixed.narrowed(to: .code(.risk, 1)) }
  }
}
