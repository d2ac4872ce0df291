import Ledger
import Plan
import Quantities

/// The work of the month: signals become leads, leads wait, are worked on and get a result (model.md G7).
extension Run {
  /// Step 9: admission, results due, starts with the results that come at once, direct findings, lapses; what the
  /// findings brought to light waits for the next month.
  mutating func work() {
    admitSignals()
    giveResults()
    escalateOverdue()
    meet()
    start()
    findDirectly()
    tendAdmonitions()
    lapse()
    takeUpUnravelled()
    countWaiting()
  }

  // MARK: - Leads

  /// Joins the oldest open lead of the person whose risks the signal touches, be it true or false, or opens one.
  mutating func merge(_ signal: Signal) {
    var oldest: Int32 = -1
    var candidate = state.leadsOfSeat[Int(signal.seat)]
    while candidate >= 0 {
      let lead = state.leads[Int(candidate)]
      if lead.person == signal.person, lead.risks.meets(signal.risks),
        oldest < 0 || precedes(lead, state.leads[Int(oldest)])
      {
        oldest = candidate
      }
      candidate = lead.next
    }
    let index = oldest >= 0 ? Int(oldest) : open(signal)
    attach(signal, to: index)
    guard oldest >= 0, state.leads[index].status == UInt8(ItemStatus.queued.rawValue),
      tables.answers[Int(signal.cause)].priority > ownRank(of: state.leads[index])
    else { return }
    // A graver signal takes the unstarted lead over, to the body that answers it.
    state.leads[index].cause = signal.cause
    state.leads[index].assigned = -1
    state.leads[index].isRealName =
      state.leads[index].isRealName || signal.cause == UInt8(ResponseCause.realName.rawValue)
    enqueue(index)
  }

  /// The rank that a lead has of itself, listed or not.
  @inline(__always)
  private func ownRank(of lead: Lead) -> Int32 {
    lead.listing < 0 ? lead.priority : tables.answers[Int(lead.cause)].priority
  }

  @inline(__always)
  private func precedes(_ a: Lead, _ b: Lead) -> Bool {
    (a.created, a.id) < (b.created, b.id)
  }

  /// Opens a lead.
  private mutating func open(_ signal: Signal) -> Int {
    let seat = Int(signal.seat)
    var lead = lead(of: signal)
    lead.next = state.leadsOfSeat[seat]
    let index = Int(state.freeLeads.popLast() ?? Int32(state.leads.count))
    if index == state.leads.count { state.leads.append(lead) } else { state.leads[index] = lead }
    state.leadsOfSeat[seat] = Int32(index)
    enqueue(index)
    let lapses = tables.answers[Int(signal.cause)].lapses
    if lapses < .max { state.lapses.add(index, signal.id, month: month + lapses) }
    promiseFeedback(signal)
    return index
  }

  @inline(__always)
  func lead(of signal: Signal) -> Lead {
    Lead(
      id: signal.id, seat: signal.seat, person: signal.person, risks: signal.risks,
      created: signal.time, month: Int32(month), cause: signal.cause, source: signal.source,
      queue: queue(of: signal.cause, signal.source, seat: Int(signal.seat)),
      priority: tables.answers[Int(signal.cause)].priority,
      status: UInt8(ItemStatus.queued.rawValue),
      isRealName: signal.cause == UInt8(ResponseCause.realName.rawValue), isExempt: signal.isExempt,
      channel: signal.channel)
  }

  /// Who answers. What a unit notices of its own it looks into itself, as long as nothing graver turns up.
  @inline(__always)
  private func queue(of cause: UInt8, _ source: UInt8, seat: Int) -> Int32 {
    let unit = frame.layout.unit(of: seat)
    return
      source == UInt8(LeadSource.notice.rawValue) && cause == UInt8(ResponseCause.lead.rawValue)
      ? Int32(Queues.ofUnit(unit, tables.scheme))
      : answerer(tables.queues[Int(cause) * tables.scheme.units.count + unit], for: seat)
  }

  /// Puts an unstarted lead into the queue of whoever answers its cause.
  mutating func enqueue(_ index: Int) {
    let lead = state.leads[index]
    let queue =
      lead.assigned >= 0
      ? lead.assigned : queue(of: lead.cause, lead.source, seat: Int(lead.seat))
    let priority = rank(of: lead)
    state.leads[index].queue = queue
    state.leads[index].priority = priority
    state.waiting[Int(queue)].push(
      Heap.Item(lead: Int32(index), priority: priority, created: lead.created, id: lead.id))
    if tables.answers[Int(lead.cause)].escalates { watchTime(of: index) }
  }

  /// The signal's evidence becomes the lead's.
  private mutating func attach(_ signal: Signal, to index: Int) {
    state.leads[index].risks |= signal.risks
    if signal.isExempt { state.leads[index].isExempt = true }
    if signal.alert >= 0 {
      state.alerts[Int(signal.alert)].next = state.leads[index].alerts
      state.leads[index].alerts = signal.alert
    }
    guard signal.offence >= 0 else { return }
    noteLead(Int(signal.offence), signal.time)
    var link = state.leads[index].offences
    while link >= 0 {
      if state.links[Int(link)].offence == signal.offence {
        release(Int(signal.offence))
        return
      }
      link = state.links[Int(link)].next
    }
    // The signal's reference becomes the lead's.
    let place = Int(state.freeLinks.popLast() ?? Int32(state.links.count))
    let entry = Link(offence: signal.offence, next: state.leads[index].offences)
    if place == state.links.count { state.links.append(entry) } else { state.links[place] = entry }
    state.leads[index].offences = Int32(place)
  }

  /// The offence's first lead.
  mutating func noteLead(_ index: Int, _ time: Moment) {
    if state.offences[index].firstLead == Row.absent { state.offences[index].firstLead = time }
  }

  // MARK: - Results

  /// Work on a lead begins; without a delay its result comes at once.
  mutating func begin(_ index: Int) {
    state.leads[index].status = UInt8(ItemStatus.working.rawValue)
    state.leads[index].started = Int32(month)
    let lead = state.leads[index]
    let answer = tables.answers[Int(lead.cause)]
    keepFeedback(lead.channel, lead.created)
    spend(answer.cost, body: tables.codes[Int(lead.queue)])
    if wants.costs {
      report(
        cost: .response, answer.cost, seat: Int(lead.seat), body: tables.codes[Int(lead.queue)])
    }
    let delay = delay(of: lead)
    if delay == 0 {
      giveResult(index)
    } else {
      state.results.add(index, lead.id, month: month + delay)
    }
  }

  private mutating func giveResults() {
    let due = state.results.take(month: month)
    for entry in due {
      let lead = state.leads[Int(entry.index)]
      guard UInt32(truncatingIfNeeded: lead.id) == entry.check,
        lead.status == UInt8(ItemStatus.working.rawValue)
      else { continue }
      giveResult(Int(entry.index))
    }
  }

  /// The result of a lead: what of its offences is verified decides.
  private mutating func giveResult(_ index: Int) {
    let lead = state.leads[index]
    let answer = tables.answers[Int(lead.cause)]
    var item = Item(lead)
    item.isStriking = isStriking(alerts: lead.alerts)
    let hazard = answer.hazard * support(of: lead)
    var verified: [Int] = []
    var isTrue = false
    var link = lead.offences
    while link >= 0 {
      let offence = Int(state.links[Int(link)].offence)
      if state.offences[offence].verifiedAt == Row.absent {
        isTrue = true
        if verifies(offence, hazard, lead: item.id, isRealName: lead.isRealName) {
          verified.append(offence)
        }
      }
      link = state.links[Int(link)].next
    }
    for offence in verified { state.offences[offence].holds += 1 }
    let result = resolve(item, verified, isTrue: isTrue)
    close(index, result)
    for offence in verified {
      if result.status == .verified { closeOthers(at: item.seat, on: offence, result) }
      release(offence)
    }
  }

  /// 1 − (1 − ν)^G: the offence's own visibility, and a quarter more if the reporter gave a name.
  @inline(__always)
  private func verifies(
    _ offence: Int, _ hazard: Double, lead: Meaning, isRealName: Bool
  ) -> Bool {
    let gain = visibility(of: offence) * (isRealName ? 1.25 : 1)
    let word = luck.word(.verify, lead.joined(Meaning(bits: state.offences[offence].id)))
    return frame.logs.draw(word) < hazard * gain
  }

  /// A lead gets its result: its row, its alerts', and what it referred to is free.
  mutating func close(_ index: Int, _ result: Resolution) {
    let lead = state.leads[index]
    unlink(index)
    report(lead: lead, result.status)
    var alert = lead.alerts
    while alert >= 0 {
      let next = state.alerts[Int(alert)].next
      settle(alert: alert, outcome: result)
      alert = next
    }
    var link = lead.offences
    while link >= 0 {
      let entry = state.links[Int(link)]
      state.freeLinks.append(link)
      release(Int(entry.offence))
      link = entry.next
    }
    state.leads[index].id = 0
    state.leads[index].status = UInt8(result.status.rawValue)
    state.freeLeads.append(Int32(index))
  }

  /// Takes a lead out of its seat's list.
  private mutating func unlink(_ index: Int) {
    let lead = state.leads[index]
    let seat = Int(lead.seat)
    if state.leadsOfSeat[seat] == Int32(index) {
      state.leadsOfSeat[seat] = lead.next
      return
    }
    var before = state.leadsOfSeat[seat]
    while before >= 0 {
      if state.leads[Int(before)].next == Int32(index) {
        state.leads[Int(before)].next = lead.next
        return
      }
      before = state.leads[Int(before)].next
    }
  }

  /// The whole way of a single signal in a month in which nothing waits: the same draws, the same rows.
  mutating func decideAtOnce(_ signal: Signal) {
    let answer = tables.answers[Int(signal.cause)]
    let seat = Int(signal.seat)
    let index = Int(signal.offence)
    let isRealName = signal.cause == UInt8(ResponseCause.realName.rawValue)
    let queue = Int(queue(of: signal.cause, signal.source, seat: seat))
    var item = Item(signal, queue: queue)
    item.isStriking = isStriking(alerts: signal.alert)
    promiseFeedback(signal)
    keepFeedback(signal.channel, signal.time)
    if wants.costs {
      report(cost: .response, answer.cost, seat: seat, body: tables.codes[queue])
    }
    if index >= 0 { noteLead(index, signal.time) }
    let isTrue = index >= 0 && state.offences[index].verifiedAt == Row.absent
    let isVerified =
      isTrue && verifies(index, answer.hazard, lead: item.id, isRealName: isRealName)
    let result = resolve(item, isVerified ? index..<index + 1 : 0..<0, isTrue: isTrue)
    if wants.leads { report(lead: lead(of: signal), result.status, on: index) }
    if signal.alert >= 0 { settle(alert: signal.alert, outcome: result) }
    if index >= 0 { release(index) }
  }

  // MARK: - Lapses

  /// What nobody started in time lapses.
  private mutating func lapse() {
    let due = state.lapses.take(month: month)
    for entry in due {
      let lead = state.leads[Int(entry.index)]
      guard UInt32(truncatingIfNeeded: lead.id) == entry.check,
        lead.status == UInt8(ItemStatus.queued.rawValue)
      else { continue }
      close(Int(entry.index), Resolution(status: .lapsed))
    }
  }

  /// Rows of what waits unstarted at the end of the month.
  private mutating func countWaiting() {
    guard wants.waiting, isReported else { return }
    for queue in state.waiting.indices {
      for item in state.waiting[queue].items {
        let lead = state.leads[Int(item.lead)]
        guard isCurrent(item, in: queue) else { continue }
        report(waiting: lead, body: tables.codes[queue], isOverdue: isOverdue(lead, at: month))
      }
    }
  }

  /// Whether a lead has waited or been worked on for longer than its response allows.
  @inline(__always)
  func isOverdue(_ lead: Lead, at month: Int) -> Bool {
    let age = Double(month - Int(lead.month))
    if age > tables.answers[Int(lead.cause)].within { return true }
    guard lead.channel >= 0 else { return false }
    // The plan for a report's lead is due sooner.
    let waited = min(age, Double(Int(lead.started) - Int(lead.month)))
    return waited > tables.channels[Int(lead.channel) >> 1].planned
  }
}
