import Ledger
import Plan
import Quantities

/// Joint meetings 联席会议: bodies divide what waits among those that can start it (model.md G7).
extension Run {
  /// The meetings of the month, before its starts.
  mutating func meet() {
    guard let coordination = tables.coordination else { return }
    for meeting in coordination.meetings where month % meeting.every == 0 {
      if wants.costs { report(cost: .meeting, meeting.cost, seat: -1) }
      if meeting.reassigns { reassign(meeting) }
    }
  }

  /// What a member cannot start until the next meeting, last in its queue first, goes to the member with the most
  /// room, as far as that reaches and as its scope allows.
  private mutating func reassign(_ meeting: Coordination.Meeting) {
    let members = meeting.members.filter { tables.scheme.bodies[$0].isOn }.sorted()
    var room: [Int: Double] = [:]
    var waiting: [Int: [Heap.Item]] = [:]
    for body in members {
      let items = state.waiting[body].items.filter { isCurrent($0, in: body) }
      waiting[body] = items.sorted { $0.precedes($1) }
      room[body] =
        tables.scheme.bodies[body].capacity.number * Double(meeting.every) - Double(items.count)
    }
    for body in members {
      while let free = room[body], free <= -1, let item = waiting[body]?.popLast() {
        let lead = Int(item.lead)
        let unit = frame.layout.unit(of: Int(state.leads[lead].seat))
        let partner = members.filter {
          $0 != body && room[$0] ?? 0 >= 1
            && (tables.scheme.bodies[$0].scope?.contains(unit) ?? true)
            && isReached(Int(state.leads[lead].seat), by: $0)
        }.max { (room[$0] ?? 0, $1) < (room[$1] ?? 0, $0) }
        guard let partner else { continue }
        state.leads[lead].assigned = Int32(partner)
        enqueue(lead)
        room[body]? += 1
        room[partner]? -= 1
        report(
          transfer: Int(state.leads[lead].seat), from: tables.codes[body],
          to: tables.codes[partner], delay: 0)
      }
    }
  }

  /// Whether an entry of a queue still stands for an unstarted item there.
  @inline(__always)
  func isCurrent(_ item: Heap.Item, in queue: Int) -> Bool {
    let lead = state.leads[Int(item.lead)]
    return lead.id == item.id && lead.status == UInt8(ItemStatus.queued.rawValue)
      && Int(lead.queue) == queue && lead.priority == item.priority
  }
}
