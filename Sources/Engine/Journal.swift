import Ledger
import Plan

/// The sink of a run: hands every row on, and counts for the rules what an institution can see of it.
///
/// While a rule asks, what is still open is told as it stands; that is for the rules alone.
struct Journal<S: Sink>: Sink {
  /// Where the rows go.
  var inner: S
  /// What the rules of the arm ask; nil where there are none.
  var book: RuleBook?
  /// Whether a rule is asking.
  var isAsking = false

  @inline(__always)
  func wants(_ kind: EventKind) -> Bool { inner.wants(kind) || book?.asks(kind) == true }

  @inline(__always)
  func wants(_ field: EventField, of kind: EventKind) -> Bool {
    inner.wants(field, of: kind) || book?.asks(field, of: kind) == true
  }

  @inline(__always)
  mutating func settle(_ row: borrowing Row) {
    if book != nil { note(row) }
    if !isAsking { inner.settle(row) }
  }

  private mutating func note(_ row: borrowing Row) { book?.take(copy row, isOpen: isAsking) }
}

/// What rules ask of the rows of a run, counted by month.
struct RuleBook {
  /// What is counted: nothing that no institution can see.
  let atoms: [Atom]
  private let places: Places
  private let months: Int
  private var kinds: UInt64 = 0
  /// By atom and month: of rows that are settled, and of those that are open while a rule asks.
  private var settled: [Int64]
  private var open: [Int64]

  /// A book for all rules of the schemes that hold at some time; nil where there are none.
  init?(_ schemes: [Scheme], horizon: Int) {
    var atoms: [Atom] = []
    for rule in schemes.flatMap(\.rules) where rule.isOn {
      for atom in (rule.condition?.questions ?? []).flatMap(\.atoms) {
        let atom = atom.inAnyMonth
        if atom.isObservable, !atoms.contains(atom) { atoms.append(atom) }
      }
    }
    guard schemes.contains(where: { $0.rules.contains(where: \.isOn) }) else { return nil }
    self.atoms = atoms
    let all = schemes.max { $0.posts.count < $1.posts.count }
    places = all?.places ?? Places(posts: [])
    months = horizon + 1
    for atom in atoms { kinds |= 1 << UInt64(atom.kind.rawValue) }
    settled = Array(repeating: 0, count: atoms.count * months)
    open = settled
  }

  func asks(_ kind: EventKind) -> Bool { kinds & 1 << UInt64(kind.rawValue) != 0 }

  func asks(_ field: EventField, of kind: EventKind) -> Bool {
    // A book counts by month.
    field == .month ? asks(kind) : atoms.contains { $0.kind == kind && $0.fields.contains(field) }
  }

  /// Forgets what is open.
  mutating func beginAsking() {
    for place in open.indices { open[place] = 0 }
  }

  mutating func take(_ row: Row, isOpen: Bool) {
    guard asks(row.kind), (1..<months).contains(Int(row.month)) else { return }
    // Replies to recommendations are settled when these are issued: told as they stand when somebody asks.
    if row.kind == .recommendations, !isOpen { return }
    for (index, atom) in atoms.enumerated()
    where atom.kind == row.kind && atom.condition.holds(for: row, in: places) {
      var amount: Int64 = 1
      if let field = atom.measure.field {
        amount = row.value(of: field, in: places)
        if amount == Row.absent { continue }
      }
      let (product, isBeyond) = amount.multipliedReportingOverflow(by: Int64(row.times))
      guard !isBeyond else { continue }
      let place = index * months + Int(row.month)
      if isOpen { open[place] &+= product } else { settled[place] &+= product }
    }
  }

  /// What an atom comes to at the end of a month; nil for one that nobody counts.
  func value(of atom: Atom, at month: Int) -> Double? {
    guard let index = atoms.firstIndex(of: atom.inAnyMonth) else { return nil }
    let isRelative = atom.window.last <= 0
    let first = max(1, isRelative ? month + atom.window.first : atom.window.first)
    let last = min(month, isRelative ? month + atom.window.last : atom.window.last)
    guard first <= last else { return 0 }
    var sum: Int64 = 0
    for month in first...last {
      sum &+= settled[index * months + month] &+ open[index * months + month]
    }
    return Double(sum) * atom.measure.scale
  }
}

extension Atom {
  /// The atom without its window.
  fileprivate var inAnyMonth: Atom { Atom(kind, measure, where: condition) }
}
