import Ledger
import Plan
import Quantities

/// What a verified item brings to light besides (model.md G7).
extension Run {
  /// Other active offences of the person become leads, for the work of the next month.
  mutating func unravel(_ item: Item) {
    let share = tables.answers[Int(item.cause)].unravels.others.number
    guard share > 0, tables.answers[ResponseCause.unravelled.rawValue].isGiven,
      let seat = whereabouts(of: item.person, near: item.seat), hasOngoing(seat)
    else { return }
    forEachOffence(at: seat) { run, index in
      let offence = run.state.offences[index]
      guard offence.verifiedAt == Row.absent else { return }
      let id = item.id.with(offence.id)
      guard run.certainly(run.luck.word(.unravel, id), below: share) else { return }
      run.state.offences[index].holds += 1
      run.desk.unravelled.append(
        Signal(
          seat: offence.seat, person: offence.person, time: end(of: run.month), id: id.bits,
          risks: .one(run.frame.layout.exposures[Int(offence.exposure)].ordinal),
          cause: UInt8(ResponseCause.unravelled.rawValue),
          source: UInt8(LeadSource.unravelled.rawValue), offence: Int32(index), alert: -1))
    }
  }

  /// What was brought to light becomes leads, unless it was verified meanwhile.
  mutating func takeUpUnravelled() {
    guard !desk.unravelled.isEmpty else { return }
    desk.unravelled.sort { ($0.seat, $0.id) < ($1.seat, $1.id) }
    for place in desk.unravelled.indices {
      let signal = desk.unravelled[place]
      if state.offences[Int(signal.offence)].verifiedAt == Row.absent {
        merge(signal)
      } else {
        release(Int(signal.offence))
      }
    }
    desk.unravelled.clear()
  }

  // MARK: - Overdue

  /// Notes when an unstarted alert is overdue: in the first month in which its age exceeds the time allowed.
  mutating func watchTime(of index: Int) {
    let lead = state.leads[index]
    let within = tables.answers[Int(lead.cause)].within
    guard within < 1e6 else { return }
    let first = Int(lead.month) + Int(within.rounded(.down)) + 1
    state.aftermath.overdue.add(index, lead.id, month: max(first, month + 1))
  }

  /// Overdue unstarted alerts go to whoever answers the next colour.
  mutating func escalateOverdue() {
    let due = state.aftermath.overdue.take(month: month)
    guard !due.isEmpty else { return }
    for entry in due {
      let index = Int(entry.index)
      let lead = state.leads[index]
      guard UInt32(truncatingIfNeeded: lead.id) == entry.check,
        lead.status == UInt8(ItemStatus.queued.rawValue),
        lead.cause < UInt8(ResponseCause.red.rawValue), tables.answers[Int(lead.cause)].escalates,
        tables.answers[Int(lead.cause) + 1].isGiven,
        Double(month - Int(lead.month)) > tables.answers[Int(lead.cause)].within
      else { continue }
      state.leads[index].cause += 1
      state.leads[index].assigned = -1
      enqueue(index)
      let there = state.leads[index].queue
      if there != lead.queue {
        report(
          transfer: Int(lead.seat), from: tables.codes[Int(lead.queue)],
          to: tables.codes[Int(there)], delay: 0)
      }
    }
  }
}
