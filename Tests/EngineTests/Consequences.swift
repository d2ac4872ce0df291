import Ledger
import Plan
import Quantities

/// What follows results in a plan made by hand.
extension Office {
  /// The ladder of the schema's defaults, of which only the forms act.
  mutating func addLadder(_ change: (inout SanctionTerms) -> Void = { _ in }) {
    var sanction = SanctionTerms()
    sanction.name = "sanction"
    sanction.sign = PerForm(0.95, 0.05, 0, 0)
    sanction.violation = PerForm(0.35, 0.58, 0.06, 0.01)
    sanction.crime = PerForm(0, 0.05, 0.25, 0.70)
    change(&sanction)
    scheme.sanctions.append(sanction)
  }

  /// Everybody gets this form, whatever he did.
  mutating func addForm(_ form: Form, _ change: (inout SanctionTerms) -> Void = { _ in }) {
    let shares = Form.allCases.map { $0 == form ? 1.0 : 0 }
    let all = PerForm<Share>(shares[0], shares[1], shares[2], shares[3])
    addLadder {
      ($0.sign, $0.violation, $0.crime) = (all, all, all)
      change(&$0)
    }
  }

  /// Adds a look that finds everything at once, in its months.
  mutating func addCertainReview(
    every: Double = 1, _ change: (inout ReviewTerms) -> Void = { _ in }
  ) {
    addReview(every: every, finds: 1, change)
  }
}

extension Ledger {
  /// How many sanctions of each form.
  var forms: [Int] {
    Form.allCases.map { form in count(.sanctions) { $0[.form] == form.rawValue } }
  }

  /// The sum of a field of a kind.
  func sum(_ field: EventField, of kind: EventKind) -> Int {
    rows(kind).reduce(0) { $0 + ($1[field] ?? 0) * Int($1.times) }
  }

  /// The rows of other kinds than these, in an order of their own.
  func numbers(without kinds: EventKind...) -> [[Int64]] {
    rows.filter { !kinds.contains($0.kind) }.map(\.numbers).sorted {
      $0.lexicographicallyPrecedes($1)
    }
  }
}
