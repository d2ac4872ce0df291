import Engine
import Ledger
import Plan
import Testing

/// Pairs of a sum and what it is counted on, one from each independent run.
struct Evidence {
  private var pairs: [(sum: Double, base: Double)] = []

  /// Takes a run's pair; the mean of single numbers has the base 1.
  mutating func add(_ sum: Double, per base: Double = 1) { pairs.append((sum, base)) }

  /// Takes a run's numbers of things.
  mutating func add(_ sum: Int, per base: Int) { add(Double(sum), per: Double(base)) }

  /// The ratio of the sums.
  var ratio: Double { total(\.sum) / total(\.base) }

  /// The ratio is the expected number within 4.9 standard errors (a false alarm in a million), and
  /// these are small enough to tell it from one that is off by `power` of it.
  ///
  /// `tolerance` is how far the closed form itself may be off, as a share.
  func expect(
    _ expected: Double, power: Double, tolerance: Double = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let rests = pairs.map { $0.sum - expected * $0.base }
    let mean = rests.reduce(0, +) / Double(rests.count)
    let squares = rests.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    // s.e. of the sum of the rests, on the scale of the ratio.
    let error = squares.squareRoot() / total(\.base)
    #expect(
      abs(ratio - expected) <= 4.9 * error + (tolerance + 1e-12) * abs(expected),
      "\(ratio) is \((ratio - expected) / error) s.e. from \(expected)",
      sourceLocation: sourceLocation)
    #expect(
      4.9 * error <= power * abs(expected), "weak: 4.9 s.e. are \(4.9 * error / abs(expected))",
      sourceLocation: sourceLocation)
  }

  private func total(_ part: KeyPath<(sum: Double, base: Double), Double>) -> Double {
    pairs.reduce(0) { $0 + $1[keyPath: part] }
  }
}

extension Office {
  /// What each run leaves behind, one ledger per arm.
  func forEachRun(_ runs: Int, _ body: (_ ledgers: [Ledger]) -> Void) {
    var simulation = Simulation(plan, seed: seed)
    var ledgers = [Ledger](repeating: Ledger(), count: 1 + policies.count)
    for run in 0..<runs {
      for arm in ledgers.indices { ledgers[arm].reset() }
      simulation.run(run, outer: run, into: &ledgers)
      body(ledgers)
    }
  }

  /// Evidence from the baseline's rows of so many runs.
  func evidence(
    _ runs: Int, _ measure: (_ ledger: Ledger) -> (sum: Double, base: Double)
  ) -> Evidence {
    var evidence = Evidence()
    forEachRun(runs) {
      let pair = measure($0[0])
      evidence.add(pair.sum, per: pair.base)
    }
    return evidence
  }

  /// Evidence from what is counted in the baseline: one sum per another, which is scaled.
  func evidence(
    _ runs: Int, _ sum: Atom, per base: Atom, _ scale: Double = 1
  ) -> Evidence {
    var evidence = Evidence()
    forEachRun(runs, [sum, base]) { evidence.add(Double($0[0][0]), per: Double($0[0][1]) * scale) }
    return evidence
  }

  /// What each run answers to the questions, one row of sums per arm.
  func forEachRun(_ runs: Int, _ atoms: [Atom], _ body: (_ sums: [[Int]]) -> Void) {
    var simulation = Simulation(plan, seed: seed)
    let sheet = Sheet(atoms.map { .atom($0) }, places: scheme.places)
    var tallies = [Tally](repeating: Tally(sheet), count: 1 + policies.count)
    for run in 0..<runs {
      for arm in tallies.indices { tallies[arm].reset() }
      simulation.run(run, outer: run, into: &tallies)
      body(
        tallies.map { tally in
          let sums = tally.outcome.sums
          return atoms.map { sheet.position(of: $0).map { Int(sums[$0]) } ?? 0 }
        })
    }
  }

  /// The rows of one run, one ledger per arm.
  func ledgers(run: Int = 0) -> [Ledger] {
    var simulation = Simulation(plan, seed: seed)
    var ledgers = [Ledger](repeating: Ledger(), count: 1 + policies.count)
    simulation.run(run, outer: run, into: &ledgers)
    return ledgers
  }
}

extension Ledger {
  /// The rows of a kind.
  func rows(_ kind: EventKind) -> [Row] { rows.filter { $0.kind == kind } }

  /// How many things of a kind fulfil a claim.
  func count(_ kind: EventKind, where claim: (Row) -> Bool = { _ in true }) -> Int {
    rows.reduce(0) { $0 + ($1.kind == kind && claim($1) ? Int($1.times) : 0) }
  }

  /// The months of the things of a kind, ascending.
  func months(_ kind: EventKind) -> [Int] { rows(kind).map { Int($0.month) }.sorted() }
}

extension Row {
  /// The number in a field; nil where there is none.
  subscript(field: EventField) -> Int? {
    guard let slot = kind.slot(of: field), slots[slot] != Row.absent else { return nil }
    return Int(slots[slot])
  }

  /// The duration in a field, in months.
  func time(_ field: EventField) -> Double? { self[field].map { Double($0) * 0x1p-20 } }

  /// The numbers of the row, for comparing and sorting.
  var numbers: [Int64] {
    [Int64(kind.rawValue), Int64(month), Int64(post), Int64(times)]
      + kind.fields.indices.map { slots[$0] }
  }
}

extension Atom {
  /// How many things of a kind.
  static func count(
    _ kind: EventKind, where condition: Condition = .always, in window: Window = .all
  ) -> Atom {
    Atom(kind, .count, where: condition, in: window)
  }

  /// The sum of a field.
  static func sum(
    _ field: EventField, of kind: EventKind, where condition: Condition = .always,
    in window: Window = .all
  ) -> Atom {
    Atom(kind, .sum(field), where: condition, in: window)
  }
}

extension Condition {
  /// The field has this code.
  static func has(_ field: EventField, _ code: some RawRepresentable<Int>) -> Condition {
    .isOneOf(field, [Int64(code.rawValue)])
  }

  /// The flag is set.
  static func flag(_ field: EventField) -> Condition { .isOneOf(field, [1]) }
}
