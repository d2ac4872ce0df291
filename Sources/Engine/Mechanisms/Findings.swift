import Ledger
import Plan
import Quantities

/// Findings: what is verified ends, and every other open lead on it closes (model.md G7).
extension Run {
  /// Something is verified: the offences end, and every other open lead on them closes as verified.
  mutating func find(
    _ offences: some Collection<Int>, seat: Int, by body: Int64, source: UInt8, isWrong: Bool
  ) {
    var stage: UInt8 = 0
    var onset = Moment.max
    for index in offences {
      stage = max(stage, state.offences[index].stage)
      onset = min(onset, state.offences[index].onset)
    }
    if wants.findings {
      report(
        findingAt: seat, body, stage, source, latency: isWrong ? nil : end(of: month) - onset,
        isWrong: isWrong)
    }
    for index in offences {
      state.offences[index].verifiedAt = end(of: month)
      // What was accounted until now ends with the month.
      if state.offences[index].isActive {
        if wants.loss { addLoss(index, from: end(of: month - 1), to: end(of: month)) }
        finish(index, .verified, at: end(of: month))
      }
    }
  }

  /// Findings of this month's reviews, of offences that nobody else has verified meanwhile.
  mutating func findDirectly() {
    guard !desk.found.isEmpty else { return }
    if desk.found.count > 1 {
      desk.found.sort { ($0.review, $0.id, $0.offence) < ($1.review, $1.id, $1.offence) }
    }
    for place in desk.found.indices {
      let finding = desk.found[place]
      let index = Int(finding.offence)
      let post = Int(frame.layout.postOfSeat[Int(finding.seat)])
      let unit = frame.layout.posts[post].unit
      let body = tables.reviewers[Int(finding.review) * tables.scheme.units.count + unit]
      if index < 0 {
        find(
          0..<0, seat: Int(finding.seat), by: body, source: UInt8(LeadSource.review.rawValue),
          isWrong: true)
        continue
      }
      if state.offences[index].verifiedAt == Row.absent {
        noteLead(index, end(of: month))
        let seat = Int(state.offences[index].seat)
        find(
          index..<index + 1, seat: seat, by: body, source: UInt8(LeadSource.review.rawValue),
          isWrong: false)
        closeOthers(at: seat, on: index)
      }
      release(index)
    }
    desk.found.clear()
  }

  /// Leads on offences that are all verified by other items close as verified, without a second finding.
  mutating func closeOthers(at seat: Int, on index: Int) {
    var candidate = state.leadsOfSeat[seat]
    while candidate >= 0 {
      let lead = state.leads[Int(candidate)]
      candidate = lead.next
      var link = lead.offences
      var concerns = false
      var isOpen = false
      while link >= 0 {
        let offence = Int(state.links[Int(link)].offence)
        if offence == index { concerns = true }
        if state.offences[offence].verifiedAt == Row.absent { isOpen = true }
        link = state.links[Int(link)].next
      }
      if concerns, !isOpen, let place = place(of: lead) { close(place, .verified) }
    }
  }

  @inline(__always)
  private func place(of lead: Lead) -> Int? {
    var candidate = state.leadsOfSeat[Int(lead.seat)]
    while candidate >= 0 {
      if state.leads[Int(candidate)].id == lead.id { return Int(candidate) }
      candidate = state.leads[Int(candidate)].next
    }
    return nil
  }
}
