import Ledger
import Plan
import Quantities

/// Key cases are listed for supervision from above 挂牌督办, by what they look like (model.md G7): they go first, take
/// less time, and are verified more easily; each takes one of the higher body's capacity.
extension Run {
  /// Lists the unstarted leads that fulfil a condition, oldest first, as far as the higher bodies can.
  mutating func listLeads(_ desks: inout [Opening]) {
    guard let coordination = tables.coordination, coordination.isListing else { return }
    let open = state.leads.indices.filter { index in
      let lead = state.leads[index]
      return lead.id != 0 && lead.status == UInt8(ItemStatus.queued.rawValue) && lead.listing < 0
    }.sorted {
      (state.leads[$0].created, state.leads[$0].id) < (state.leads[$1].created, state.leads[$1].id)
    }
    let queues = Queues(tables.scheme)
    for index in open {
      let seen = row(of: state.leads[index], .queued)
      let unit = frame.layout.unit(of: Int(state.leads[index].seat))
      let isRuled = state.rulings.listed.contains { $0.holds(for: seen, in: coordination.places) }
      for (place, listing) in coordination.listings.enumerated() {
        guard let listing, isRuled || listing.condition.holds(for: seen, in: coordination.places)
        else { continue }
        let queue = queues.queue(of: listing.by, unit: unit)
        guard desks[queue].left > 0 else { continue }
        desks[queue].left -= 1
        state.leads[index].listing = Int16(place)
        enqueue(index)
        break
      }
    }
  }

  /// What listing and sharing make of the hazard of being verified.
  func support(of lead: Lead) -> Double {
    guard let coordination = tables.coordination else { return 1 }
    return coordination.gain(of: Int(lead.queue)) * (listing(of: lead)?.gain.number ?? 1)
  }

  /// Months from start to result.
  func delay(of lead: Lead) -> Int {
    let answer = tables.answers[Int(lead.cause)]
    guard let listing = listing(of: lead) else { return answer.delay }
    return wholeMonths(answer.within * listing.shortens.number)
  }

  /// The rank of a lead: its response's, or that of its listing if that is higher.
  func rank(of lead: Lead) -> Int32 {
    let own = tables.answers[Int(lead.cause)].priority
    guard let listing = listing(of: lead) else { return own }
    return max(own, Int32(min(max(0, listing.priority.number), 9)))
  }

  /// The listing under which a lead is watched over, if that still acts.
  private func listing(of lead: Lead) -> ListingTerms? {
    guard lead.listing >= 0, let listings = tables.coordination?.listings,
      listings.indices.contains(Int(lead.listing))
    else { return nil }
    return listings[Int(lead.listing)]
  }
}
