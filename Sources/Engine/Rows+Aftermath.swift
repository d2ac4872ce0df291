import Ledger
import Quantities

/// Rows of what follows results and reports.
extension Run {
  @inline(__always)
  private func post(of seat: Int32) -> Int32 { frame.layout.postOfSeat[Int(seat)] }

  @inline(__always)
  private func flag(_ claim: Bool) -> Int64 { claim ? 1 : 0 }

  /// An alert that was answered at once, with more than a result.
  mutating func report(answered shown: Shown, _ result: Resolution) {
    guard wants.alerts, isReported else { return }
    var row = Row(.alerts, month: Int32(month), post: post(of: shown.seat))
    row.slots[0] = Int64(frame.layout.watches[Int(shown.watch)].indicator)
    row.slots[1] = Int64(shown.colour)
    row.slots[3] = flag(result.status == .verified)
    row.slots[4] = flag(result.status == .void)
    row.slots[5] = 1
    row.slots[6] = 1
    row.slots[7] = flag(result.isDisposed)
    row.slots[8] = flag(result.isFiled)
    row.slots[9] = 0
    sink.settle(row)
  }

  mutating func report(retaliationAt seat: Int, isKnown: Bool) {
    guard wants.retaliations, isReported else { return }
    var row = Row(.retaliations, month: Int32(month), post: post(of: Int32(seat)))
    row.slots[0] = flag(isKnown)
    sink.settle(row)
  }

  mutating func report(burialAt seat: Int, _ body: Int64) {
    guard wants.burials, isReported else { return }
    var row = Row(.burials, month: Int32(month), post: post(of: Int32(seat)))
    row.slots[0] = body
    sink.settle(row)
  }

  /// The row of a case, dated at the verification, when it is decided or still open at the horizon.
  mutating func report(case decision: Decision, isWithdrawn: Bool) {
    guard wants.cases, decision.isCase, decision.month >= 1 else { return }
    var row = Row(.cases, month: decision.month, post: post(of: decision.seat))
    row.slots[0] = Int64(decision.stage)
    row.slots[1] = Int64(decision.form)
    row.slots[2] = Int64(decision.risk)
    row.slots[3] = flag(isWithdrawn)
    row.slots[4] = decision.amount
    sink.settle(row)
  }

  /// The rows of a sanction: the form, what is recovered, the hand-over to the procuratorate, the cost.
  mutating func report(sanction decision: Decision) {
    spend(Money(hundredths: decision.cost), body: decision.body)
    guard isReported else { return }
    let post = post(of: decision.seat)
    if wants.sanctions {
      var row = Row(.sanctions, month: Int32(month), post: post)
      row.slots[0] = Int64(decision.form)
      row.slots[1] = Int64(decision.stage)
      row.slots[2] = Int64(decision.prior)
      row.slots[3] = end(of: month) - end(of: Int(decision.month))
      row.slots[4] = 0
      sink.settle(row)
    }
    if wants.recoveries, decision.recovered > 0 {
      var row = Row(.recoveries, month: Int32(month), post: post)
      row.slots[0] = decision.recovered
      sink.settle(row)
    }
    if wants.prosecutions, decision.form == UInt8(Form.fourth.rawValue) {
      var row = Row(.prosecutions, month: Int32(month), post: post)
      row.slots[0] = Int64(decision.stage)
      sink.settle(row)
    }
    report(
      cost: .sanction, Money(hundredths: decision.cost), seat: Int(decision.seat),
      body: decision.body)
  }

  /// Reminder talks, which have no stage; daily ones are counted, and nobody looks up a record for them.
  mutating func report(reminders times: Int, post: Int, prior: Int?) {
    guard let ladder = tables.ladder else { return }
    let cost = ladder.costs[Form.first.rawValue]
    let body = ladder.bodies[frame.layout.posts[post].unit]
    spend(cost * Double(times), body: body)
    guard isReported else { return }
    if wants.sanctions {
      var row = Row(.sanctions, month: Int32(month), post: Int32(post), times: Int32(times))
      row.slots[0] = Int64(Form.first.rawValue)
      if let prior { row.slots[2] = Int64(prior) }
      row.slots[3] = 0
      row.slots[4] = 1
      sink.settle(row)
    }
    if wants.costs, cost.hundredths != 0 {
      var row = Row(.costs, month: Int32(month), post: Int32(post), times: Int32(times))
      row.slots[0] = body
      row.slots[1] = Int64(Activity.sanction.rawValue)
      row.slots[2] = cost.hundredths
      row.slots[3] = 0
      sink.settle(row)
    }
  }
}
