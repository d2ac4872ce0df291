import Ledger
import Plan
import Quantities

/// Bodies have money for a year (model.md 1, G7): a review that costs more than is left is skipped, an item of work
/// waits, unless it is red or listed. What must be paid anyway is paid, and the year's rest is smaller.
extension Run {
  /// Step 1: a new year, a new budget.
  mutating func renewBudgets() {
    guard tables.hasBudgets else { return }
    guard (month - 1) % 12 == 0 else { return openAccounts() }
    state.spent.reset(to: 0, count: tables.scheme.bodies.count)
  }

  /// A policy may add a body in the middle of a year.
  private mutating func openAccounts() {
    while state.spent.count < tables.scheme.bodies.count { state.spent.append(0) }
  }

  /// Spends what a body, by its code in rows, has to pay.
  @inline(__always)
  mutating func spend(_ amount: Money, body code: Int64) {
    guard tables.hasBudgets, code >= 0 else { return }
    state.spent[Int(code)] += amount.hundredths
  }

  /// Whether a body, by its code in rows, has so much left this year.
  @inline(__always)
  func isAffordable(_ amount: Money, body code: Int64) -> Bool {
    guard tables.hasBudgets, code >= 0, let budget = tables.budgets[Int(code)] else { return true }
    return state.spent[Int(code)] + amount.hundredths <= budget.hundredths
  }

  /// The reviews of the month in their order: for each that is not skipped its money is put aside.
  mutating func payForVisits() {
    guard tables.hasBudgets else { return }
    var paid: [Visit] = []
    for visit in desk.visits {
      let bill = bill(of: visit)
      if isAffordable(bill.cost, body: bill.body) {
        spend(bill.cost, body: bill.body)
        paid.append(visit)
      } else {
        report(skipped: visit, bill.cost, body: bill.body)
      }
    }
    desk.visits = paid
  }

  /// A review for which there was no money.
  private mutating func report(skipped visit: Visit, _ cost: Money, body: Int64) {
    guard isReported else { return }
    if wants.reviews {
      var row = Row(.reviews, month: Int32(month), post: -1)
      row.slots[0] = Int64(visit.review)
      row.slots[1] = body
      (row.slots[2], row.slots[3], row.slots[4], row.slots[6]) = (0, 0, 0, 1)
      sink.settle(row)
    }
    report(unpaid: .review, cost, seat: -1, body: body)
  }

  /// An item of work that waits for money: told once.
  mutating func waitForMoney(_ index: Int, _ cost: Money) {
    guard !state.leads[index].isUnpaid else { return }
    state.leads[index].isUnpaid = true
    let lead = state.leads[index]
    report(unpaid: .response, cost, seat: Int(lead.seat), body: tables.codes[Int(lead.queue)])
  }

  private mutating func report(unpaid activity: Activity, _ cost: Money, seat: Int, body: Int64) {
    guard wants.costs, isReported else { return }
    var row = Row(
      .costs, month: Int32(month), post: seat < 0 ? -1 : frame.layout.postOfSeat[seat])
    row.slots[0] = body
    row.slots[1] = Int64(activity.rawValue)
    row.slots[2] = 0
    row.slots[3] = cost.hundredths
    sink.settle(row)
  }
}

extension Lead {
  /// Whether it goes on without money: what is red or listed may overdraw.
  var isUrgent: Bool { cause == UInt8(ResponseCause.red.rawValue) || listing >= 0 }
}
