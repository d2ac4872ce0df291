import Ledger
import Plan
import Quantities

/// What is begun in a month: as much as bodies, responses, partners and money allow, highest rank first (model.md G7).
extension Run {
  /// Every queue starts what its body and its response can take on, highest rank first.
  mutating func start() {
    guard !tables.isImmediate || state.leads.count > state.freeLeads.count else { return }
    var desks = state.waiting.indices.map { queue in
      let isAsked =
        !state.waiting[queue].isEmpty || tables.isJoint || tables.coordination?.isListing == true
      return Opening(left: isAsked ? capacity(of: queue) : 0)
    }
    listLeads(&desks)
    if tables.isJoint {
      // Who takes part is wanted by several queues: the highest rank of all goes first.
      while let queue = highest(desks) { startNext(of: queue, &desks) }
    } else {
      for queue in desks.indices { while desks[queue].isOpen { startNext(of: queue, &desks) } }
    }
    for queue in desks.indices {
      for item in desks[queue].passed { state.waiting[queue].push(item) }
    }
  }

  /// What a queue can still start this month, of all causes and of each, and what it has passed over.
  struct Opening {
    var left: Int
    var leftOf: [Int] = []
    var passed: [Heap.Item] = []
    var isOpen = true
  }

  /// Items that a queue's body can start this month.
  private func capacity(of queue: Int) -> Int {
    guard queue < tables.scheme.bodies.count else { return .max }
    let left = starts(tables.scheme.bodies[queue].capacity.number)
    return left < .max ? left - effort(of: queue) : left
  }

  /// The open queue whose first item precedes those of the others.
  private func highest(_ desks: [Opening]) -> Int? {
    var best: Int?
    for queue in desks.indices where desks[queue].isOpen {
      guard let item = state.waiting[queue].items.first else { continue }
      if let other = best, state.waiting[other].items[0].precedes(item) { continue }
      best = queue
    }
    return best
  }

  /// Takes the next item of a queue up, or passes it over; closes the queue when nothing is left to start.
  private mutating func startNext(of queue: Int, _ desks: inout [Opening]) {
    guard desks[queue].left > 0, let item = state.waiting[queue].pop() else {
      desks[queue].isOpen = false
      return
    }
    let lead = state.leads[Int(item.lead)]
    // An item that was taken over, closed or used again leaves its old place in the queue empty.
    guard isCurrent(item, in: queue) else { return }
    if desks[queue].leftOf.isEmpty {
      desks[queue].leftOf = tables.answers.map { starts($0.capacity) }
    }
    let cause = Int(lead.cause)
    let partners = tables.partners[cause].filter { $0 != queue }
    guard desks[queue].leftOf[cause] > 0, partners.allSatisfy({ desks[$0].left > 0 }) else {
      desks[queue].passed.append(item)
      return
    }
    let cost = tables.answers[cause].cost
    guard lead.isUrgent || isAffordable(cost, body: tables.codes[queue]) else {
      waitForMoney(Int(item.lead), cost)
      desks[queue].passed.append(item)
      return
    }
    desks[queue].left -= 1
    desks[queue].leftOf[cause] -= 1
    for partner in partners { desks[partner].left -= 1 }
    begin(Int(item.lead))
  }

  /// Starts of a month at a capacity: floor(c·m) − floor(c·(m−1)), so that fractions add up.
  @inline(__always)
  private func starts(_ capacity: Double) -> Int {
    guard capacity < 1e9 else { return .max }
    let now = Double(month + Field.origin)
    return Int((capacity * now).rounded(.down) - (capacity * (now - 1)).rounded(.down))
  }

  /// Items of a body's capacity that its reviews take this month.
  private func effort(of queue: Int) -> Int {
    var effort = 0.0
    for visit in desk.visits {
      let each = tables.scheme.reviews[Int(visit.review)].effort.number
      guard each > 0 else { continue }
      let units = unitsOf(visit.posts).filter { visit.selects(unit: $0) }
      let mine = units.count {
        tables.reviewers[Int(visit.review) * tables.scheme.units.count + $0] == Int32(queue)
      }
      effort += each * Double(mine)
    }
    return Int(effort.rounded(.up))
  }
}
