import Ledger
import Plan
import Quantities

/// Findings: what is verified ends, and every other open lead on it closes (model.md G7).
extension Run {
  /// Something is verified: the offences end, somebody is sanctioned, more comes to light.
  mutating func find(
    _ offences: some Collection<Int>, _ item: Item, isWrong: Bool
  ) -> Resolution {
    var stage: UInt8 = 0
    var onset = Moment.max
    for index in offences {
      stage = max(stage, state.offences[index].stage)
      onset = min(onset, state.offences[index].onset)
      state.offences[index].verifiedAt = end(of: month)
      if tables.isSpreading { becomeKnown(index) }
      if tables.register != nil { enterRecord(index) }
    }
    if isWrong { stage = falseStage(of: item.id) }
    if wants.findings, wants.findsAlike {
      count(findingAt: item.seat, item.source)
    } else if wants.findings {
      report(
        findingAt: item.seat, tables.codes[item.queue], stage, item.source,
        latency: isWrong ? nil : end(of: month) - onset, isWrong: isWrong)
    }
    if !isWrong { unravel(item) }
    let isJudged = tables.ladder != nil
    for index in offences {
      // Who is judged is asked for his accomplices, when it is over.
      if isJudged { state.offences[index].holds += 1 }
      // What was accounted until now ends with the month.
      if state.offences[index].isActive { endThisMonth(index, .verified) }
    }
    // Before the form: the same finding may bring both.
    let isAdmonished =
      stage == UInt8(Stage.sign.rawValue)
      && admonish(.sign, at: item.seat, person: item.person, item.id)
    guard isJudged else { return Resolution(status: .verified, isDisposed: isAdmonished) }
    var result = judge(offences, item, stage: stage)
    if isAdmonished { result.isDisposed = true }
    for index in offences { release(index) }
    return result
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
      if index < 0 {
        _ = find(0..<0, item(of: finding), isWrong: true)
        continue
      }
      if state.offences[index].verifiedAt == Row.absent {
        noteLead(index, end(of: month))
        let result = find(index..<index + 1, item(of: finding), isWrong: false)
        closeOthers(at: Int(state.offences[index].seat), on: index, result)
      }
      release(index)
    }
    desk.found.clear()
  }

  /// What a review found, as an item: it brings to light what a lead would.
  @inline(__always)
  private func item(of finding: Found) -> Item {
    let index = Int(finding.offence)
    let seat = index < 0 ? Int(finding.seat) : Int(state.offences[index].seat)
    let unit = frame.layout.posts[Int(frame.layout.postOfSeat[seat])].unit
    let exposure =
      index < 0 ? wrongExposure(seat, finding.id) : Int(state.offences[index].exposure)
    return Item(
      id: Meaning(bits: finding.id), seat: seat,
      person: index < 0 ? state.people[seat].id : state.offences[index].person,
      risks: exposure < 0 ? RiskSet() : .one(frame.layout.exposures[exposure].ordinal),
      cause: UInt8(ResponseCause.lead.rawValue), source: UInt8(LeadSource.review.rawValue),
      queue: Int(tables.reviewers[Int(finding.review) * tables.scheme.units.count + unit]))
  }

  /// Leads on offences that are all verified by other items close as verified, without a second finding.
  mutating func closeOthers(at seat: Int, on index: Int, _ result: Resolution) {
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
      if concerns, !isOpen, let place = place(of: lead) { close(place, result) }
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
