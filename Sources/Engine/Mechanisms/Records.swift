import Ledger
import Plan
import Quantities

/// Counterparties with records are kept out (model.md G2): after overriding, before anything else is stopped.
///
/// With whom an offence would be belongs to the temptation's luck; a record stands from the verification of an
/// offence with the member, and some stand at the beginning.
extension Run {
  /// The control that keeps the counterparty of an attempt out, after another was sought in vain; nil if there is
  /// somebody whom no check stops, who then stands in the attempt.
  mutating func exclusion(of attempt: inout Attempt, round: UInt32) -> Int? {
    guard let register = tables.register else { return nil }
    let pool = Int(register.poolOf[Int(attempt.exposure)])
    guard pool >= 0 else { return nil }
    let meaning = meaning(ofTempted: attempt.seat, attempt.exposure)
    let words = luck.block(.counterparty, meaning, round)
    let first = member(of: pool, words.0)
    attempt.partner = Int32(first)
    guard let control = check(first, pool, attempt, words.1) else { return nil }
    guard certainly(words.2, below: tables.scheme.pools[pool].replaces.number),
      let other = member(of: pool, besides: first, words.3)
    else { return control }
    attempt.partner = Int32(other)
    return check(other, pool, attempt, luck.block(.counterparty, meaning, round, 1).0)
  }

  /// The control that sees the record of a member, if he has one.
  private mutating func check(
    _ member: Int, _ pool: Int, _ attempt: Attempt, _ word: UInt32
  ) -> Int? {
    guard let left = recordLeft(member, pool) else { return nil }
    let u = uniform(word)
    for index in tables.guards[Int(attempt.guarded)].recordChecks
    where u < tables.recordChecks[index].below {
      let control = tables.recordChecks[index].control
      report(exclusionOf: attempt, pool, left, by: control)
      return control
    }
    return nil
  }

  /// Months for which a member's record still stands, from the beginning of the month; nil if he has none.
  private func recordLeft(_ member: Int, _ pool: Int) -> Double? {
    let own = state.dealings.until[Dealings.key(pool, member)].map { Double(Int($0) - month + 1) }
    let terms = tables.scheme.pools[pool]
    var left = own ?? 0
    if terms.recorded.number > 0 {
      let words = luck.block(.record, Meaning("pool." + terms.name).with(UInt64(member)))
      if certainly(words.0, below: terms.recorded.number) {
        // Of any age at the beginning; the warm-up is before it.
        let initial = uniform(words.1) * terms.remembers.number - Double(max(0, month - 1))
        left = max(left, initial)
      }
    }
    return left > 0 ? left : nil
  }

  /// An offence is committed with whoever stands in its attempt.
  mutating func note(partner attempt: Attempt, of id: Meaning) {
    guard attempt.partner >= 0 else { return }
    state.dealings.partners[id.bits] = attempt.partner
  }

  /// A verified offence gives its counterparty a record.
  mutating func enterRecord(_ index: Int) {
    guard let register = tables.register else { return }
    let offence = state.offences[index]
    let pool = Int(register.poolOf[Int(offence.exposure)])
    guard pool >= 0 else { return }
    let member =
      state.dealings.partners.removeValue(forKey: offence.id).map { Int($0) }
      ?? member(of: pool, luck.block(.counterparty, Meaning(bits: offence.id)).0)
    let until = month + Int(tables.scheme.pools[pool].remembers.number.rounded())
    let key = Dealings.key(pool, member)
    state.dealings.until[key] = max(state.dealings.until[key] ?? .min, Int32(until))
  }

  // MARK: - Who it is

  /// A member in proportion to the weights.
  private mutating func member(of pool: Int, _ word: UInt32) -> Int {
    let sums = weights(of: pool)
    guard let total = sums.last else { return choice(word, of: size(of: pool)) }
    let height = uniform(word) * total
    return sums.partitioningIndex { $0 > height }
  }

  /// Another member in proportion to the weights; nil where there is no other.
  private mutating func member(of pool: Int, besides first: Int, _ word: UInt32) -> Int? {
    let sums = weights(of: pool)
    guard let total = sums.last else {
      let others = size(of: pool) - 1
      guard others > 0 else { return nil }
      let nth = choice(word, of: others)
      return nth < first ? nth : nth + 1
    }
    guard sums.count > 1 else { return nil }
    let below = first > 0 ? sums[first - 1] : 0
    let own = sums[first] - below
    guard total > own else { return nil }
    var height = uniform(word) * (total - own)
    if height >= below { height += own }
    let other = sums.partitioningIndex { $0 > height }
    return other == first ? nil : other
  }

  private func size(of pool: Int) -> Int {
    Int(max(1, tables.scheme.pools[pool].number.number.rounded()))
  }

  /// The sums of the members' weights, in their order; empty where all are alike.
  private mutating func weights(of pool: Int) -> [Double] {
    let terms = tables.scheme.pools[pool]
    guard terms.spread.number < .infinity, let register = tables.register else { return [] }
    let count = size(of: pool)
    let law = Dealings.Law(count: count, spread: terms.spread.number)
    while state.dealings.sums.count <= pool {
      state.dealings.sums.append([])
      state.dealings.laws.append(nil)
    }
    if state.dealings.laws[pool] == law { return state.dealings.sums[pool] }
    var sums: [Double] = []
    var sum = 0.0
    for member in 0..<count {
      let word = luck.word(.record, Meaning("pool." + terms.name).with(UInt64(member)), 1)
      sum += Double(register.weights[pool].value(word))
      sums.append(sum)
    }
    state.dealings.sums[pool] = sums
    state.dealings.laws[pool] = law
    return sums
  }

  // MARK: - Rows

  private mutating func report(
    exclusionOf attempt: Attempt, _ pool: Int, _ left: Double, by control: Int
  ) {
    guard wants.exclusions, isReported else { return }
    var row = Row(
      .exclusions, month: Int32(month), post: frame.layout.postOfSeat[Int(attempt.seat)])
    row.slots[0] = Int64(pool)
    row.slots[1] = Int64((left * 0x1p20).rounded())
    row.slots[2] = Int64(frame.layout.exposures[Int(attempt.exposure)].risk)
    row.slots[3] = Int64(control)
    sink.settle(row)
  }
}

/// What a run remembers of counterparties. Looked up only, never walked through.
struct Dealings: ~Copyable {
  /// Of whom there are how many, how different.
  struct Law: Equatable {
    var count: Int
    var spread: Double
  }
  /// Sums of weights by pool, and what they were drawn for.
  var sums: [[Double]] = []
  var laws: [Law?] = []
  /// The last month of the records that came of this run's findings.
  var until: [UInt64: Int32] = [:]
  /// With whom an offence was committed, by its name, where a check was passed.
  var partners: [UInt64: Int32] = [:]

  /// A member of a pool.
  static func key(_ pool: Int, _ member: Int) -> UInt64 { UInt64(pool) << 32 | UInt64(member) }

  /// Forgets everything.
  mutating func clear() {
    guard !(sums.isEmpty && until.isEmpty && partners.isEmpty) else { return }
    sums.removeAll()
    laws.removeAll()
    until.removeAll()
    partners.removeAll()
  }

  /// Becomes like another, and goes its own way from here.
  mutating func become(_ other: borrowing Dealings) {
    sums = other.sums
    laws = other.laws
    until = other.until
    partners = other.partners
  }
}

/// Counterparties, folded.
struct Register {
  /// By exposure: the pool with a member of which offences are committed, or -1.
  var poolOf: [Int32]
  /// By pool: weights of the members from a word.
  var weights: [QuantileTable]
}

extension Guard {
  /// One control's question for records beside those before it.
  struct RecordCheck {
    var control: Int
    /// A uniform number below this, and not below that of the check before, sees the record by this control.
    var below: Double
  }
}

extension Tables {
  /// What guidance given to the counterparties leaves of the onset of a risk.
  func guidance(of risk: RiskTerms) -> Double {
    guard let pool = risk.pool, scheme.pools.indices.contains(pool) else { return 1 }
    return 1 - scheme.pools[pool].guided.number * (1 - scheme.pools[pool].guidance.number)
  }

  /// Counterparties count where somebody asks for records, in this arm or another.
  mutating func foldRegister(_ layout: Layout, _ laws: inout GammaTables) {
    guard layout.keepsRecords, scheme.risks.contains(where: { $0.pool != nil }) else { return }
    register = Register(
      poolOf: layout.exposures.map { exposure in
        guard exposure.risk < scheme.risks.count, let pool = scheme.risks[exposure.risk].pool else {
          return -1
        }
        return Int32(pool)
      },
      weights: scheme.pools.map { laws.table(shape: $0.spread.number, cap: .infinity) })
  }

  /// The controls that ask for records at an exposure: seen by one of them with 1 − Π(1 − checks·performed).
  mutating func foldRecordChecks(
    _ acting: [Int], _ meanings: [Meaning], _ exposure: Layout.Exposure, lag: Double
  ) -> Range<Int> {
    let first = recordChecks.count
    guard exposure.risk < scheme.risks.count, scheme.risks[exposure.risk].pool != nil else {
      return first..<first
    }
    let unit = scheme.posts[exposure.post].unit
    var missed = 1.0
    for index in acting.sorted(by: { $0.bits(meanings) < $1.bits(meanings) }) {
      let share = scheme.controls[index].checks.number * performed(index, in: unit, lag: lag)
      guard share > 0 else { continue }
      missed *= 1 - share
      recordChecks.append(Guard.RecordCheck(control: index, below: 1 - missed))
    }
    return first..<recordChecks.count
  }
}

extension ReviewTerms {
  /// Whether it looks for a risk at a post.
  func looks(at risk: RiskTerms, _ post: Int) -> Bool {
    scope.contains(post) && (!isOfConflicts || risk.isConflict)
  }
}
