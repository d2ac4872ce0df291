import Ledger
import Testing

/// What a condition means, written from the contract: an absent field fulfils no comparison.
private func holds(_ condition: Condition, _ row: Row) -> Bool {
  func value(_ field: EventField) -> Int64? {
    let post = office.posts.indices.contains(Int(row.post)) ? office.posts[Int(row.post)] : nil
    switch field {
    case .month: return Int64(row.month)
    case .post: return post == nil ? nil : Int64(row.post)
    case .unit: return post.map { Int64($0.unit) }
    case .organization: return post.map { Int64($0.organization) }
    case .field: return post.map { Int64($0.field) }
    case .group: return post.map { Int64($0.group) }
    case .riskLevel: return post.map { Int64($0.riskLevel) }
    default:
      guard let slot = row.kind.fields.firstIndex(of: field) else { return nil }
      return row.slots[slot] == Row.absent ? nil : row.slots[slot]
    }
  }
  switch condition {
  case .always: return true
  case .isOneOf(let field, let codes): return value(field).map { codes.contains($0) } ?? false
  case .compares(let field, let relation, let number):
    guard let found = value(field) else { return false }
    switch relation {
    case .equal: return found == number
    case .unequal: return found != number
    case .less: return found < number
    case .lessOrEqual: return found <= number
    case .greater: return found > number
    case .greaterOrEqual: return found >= number
    }
  case .not(let inner): return !holds(inner, row)
  case .and(let left, let right): return holds(left, row) && holds(right, row)
  case .or(let left, let right): return holds(left, row) || holds(right, row)
  }
}

/// The sum of an atom over rows, written from the contract.
func sum(_ atom: Atom, over rows: [Row]) -> Int64 {
  var sum: Int64 = 0
  for row in rows where row.kind == atom.kind && row.month >= 1 {
    guard atom.window.first <= row.month && row.month <= atom.window.last else { continue }
    guard holds(atom.condition, row) else { continue }
    if case .sum(let field) = atom.measure {
      guard let slot = row.kind.fields.firstIndex(of: field), row.slots[slot] != Row.absent else {
        continue
      }
      sum += row.slots[slot] * Int64(row.times)
    } else {
      sum += Int64(row.times)
    }
  }
  return sum
}

@Suite struct TallyTests {
  @Test func sumsAreThoseOfTheContract() {
    var dice = Dice(state: 1)
    let rows = (0..<3_000).map { _ in Row.any(using: &dice) }
    let atoms = (0..<600).map { _ in Atom.any(using: &dice) }
    let sheet = Sheet(atoms.map { .atom($0) }, places: office)
    var tally = Tally(sheet)
    for row in rows { tally.settle(row) }
    let outcome = tally.outcome
    #expect(sheet.sums.count > 200)
    for (atom, found) in zip(sheet.sums, outcome.sums) {
      #expect(found == sum(atom, over: rows), "\(atom)")
    }
    #expect(outcome.sums.filter { $0 != 0 }.count > 50)
    tally.reset()
    #expect(tally.outcome.sums.allSatisfy { $0 == 0 } && tally.outcome.marks.isEmpty)
  }

  @Test func distributionsHoldTheRowsOfTheContract() {
    var dice = Dice(state: 2)
    let rows = (0..<3_000).map { _ in Row.any(using: &dice) }
    let atoms = (0..<400).map { _ in Atom.any(using: &dice) }.filter(\.measure.isDistribution)
    let sheet = Sheet(atoms.map { .atom($0) }, places: office)
    var tally = Tally(sheet)
    for row in rows { tally.settle(row) }
    let marks = tally.outcome.marks
    var seen = 0
    for (position, atom) in sheet.distributions.enumerated() {
      let cells = Set(sheet.cells(ofDistribution: position))
      let ended = marks.filter { cells.contains(Int($0.cell)) && !$0.isCensored }
      guard let field = atom.measure.field else { continue }
      let hasField = Condition.compares(field, .greaterOrEqual, .min + 1)
      var counted = atom
      counted.measure = .count
      counted.condition = .and(atom.condition, hasField)
      #expect(ended.reduce(0) { $0 + Int64($1.times) } == sum(counted, over: rows), "\(atom)")
      let censored = marks.filter { cells.contains(Int($0.cell)) && $0.isCensored }
      if case .survival = atom.measure {
        let lasted = Condition.compares(.months, .greaterOrEqual, .min + 1)
        counted.condition = .and(.and(atom.condition, .not(hasField)), lasted)
        #expect(censored.reduce(0) { $0 + Int64($1.times) } == sum(counted, over: rows))
        seen += censored.count
      } else {
        #expect(censored.isEmpty)
      }
    }
    #expect(seen > 0)
  }

  @Test func manyWindowsAndUnitsShareACounterWithoutChangingAnything() {
    var dice = Dice(state: 3)
    let rows = (0..<2_000).map { _ in Row.any(using: &dice) }
    var atoms: [Atom] = []
    for year in 0..<10 {
      for unit in 0..<3 {
        let inUnit = Condition.isOneOf(.unit, [Int64(unit)])
        let window = Window(first: 12 * year + 1, last: 12 * year + 12)
        atoms.append(Atom(.offences, .sum(.loss), where: inUnit, in: window))
      }
    }
    atoms.append(Atom(.offences, .sum(.loss)))
    atoms.append(Atom(.offences, .sum(.loss), where: .compares(.month, .greater, 60)))
    let sheet = Sheet(atoms.map { .atom($0) }, places: office)
    var tally = Tally(sheet)
    for row in rows { tally.settle(row) }
    #expect(tally.outcome.sums == atoms.map { sum($0, over: rows) })
  }

  @Test func atomsAreCompiledOnceAndKeepTheirOrder() {
    let offences = Question.atom(Atom(.offences, .count))
    let seats = Question.atom(Atom(.seats, .count))
    let sheet = Sheet(
      [.combined(offences, .divide, seats), .combined(seats, .add, offences)], places: office)
    #expect(sheet.sums == [Atom(.offences, .count), Atom(.seats, .count)])
    #expect(sheet.position(of: Atom(.seats, .count)) == 1)
    #expect(sheet.position(of: Atom(.costs, .count)) == nil)
  }

  @Test func onlyWhatIsAskedIsWanted() {
    let condition = Condition.isOneOf(.stage, [2])
    let sheet = Sheet(
      [
        .atom(Atom(.offences, .sum(.loss), where: condition)),
        .atom(Atom(.findings, .survival(0.5, .latency))),
      ], places: office)
    let tally = Tally(sheet)
    for kind in EventKind.allCases {
      #expect(tally.wants(kind) == [.offences, .findings].contains(kind))
      for field in EventField.allCases {
        let expected: [EventField] =
          switch kind {
          case .offences: [.loss, .stage]
          case .findings: [.latency, .months]
          default: []
          }
        #expect(tally.wants(field, of: kind) == expected.contains(field))
      }
    }
  }

  @Test func sumsSaturateInsteadOfTrapping() {
    var tally = Tally(Sheet([.atom(Atom(.offences, .sum(.loss)))], places: office))
    var row = Row(.offences, month: 1, post: 0, times: 3)
    row.slots[2] = .max - 5
    tally.settle(row)
    tally.settle(row)
    #expect(tally.outcome.sums == [.max])
  }

  @Test func rowsOfUnknownPostsAndFarMonthsAreTaken() {
    let tally = Tally(
      Sheet(
        [
          .atom(Atom(.costs, .count)),
          .atom(Atom(.costs, .count, where: .compares(.unit, .unequal, 99))),
        ], places: office))
    for post in [Int32.min, -1, 7, .max] {
      var one = tally
      one.settle(Row(.costs, month: .max, post: post))
      one.settle(Row(.costs, month: .min, post: post))
      #expect(one.outcome.sums == [1, 0])
    }
  }
}
