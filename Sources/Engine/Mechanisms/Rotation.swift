import Ledger
import Plan
import Quantities

/// Rotation: who has been long enough in a post moves, if the norm is complied with (model.md G10).
extension Run {
  /// Enters the occupant into the calendar.
  mutating func scheduleDue(_ seat: Int) {
    state.dues.add(seat, state.people[seat].id, month: dueMonth(seat))
  }

  /// Enters the occupants of neighbouring seats into the calendar, who have been there for different times.
  mutating func scheduleDues(_ seats: Range<Int>) {
    desk.scattered.makeRoom(seats.count)
    for seat in seats {
      desk.scattered[seat &- seats.lowerBound] = Calendar.Dated(
        entry: Calendar.Entry(
          index: Int32(truncatingIfNeeded: seat),
          check: UInt32(truncatingIfNeeded: state.people[seat].id)),
        month: Int32(truncatingIfNeeded: dueMonth(seat)))
    }
    state.dues.add(desk.scattered)
  }

  /// The next month in which the occupant is due: tenure a multiple of the cycle.
  @inline(__always)
  private func dueMonth(_ seat: Int) -> Int {
    let cycle = tables.duties[Int(state.people[seat].post)].cycle
    let served = tenure(of: state.seats[seat])
    // Somebody who has just arrived, or arrives at the end of this month, is due a whole cycle later.
    var wait = cycle &- served
    if served >= cycle {
      let rest = Int(UInt32(truncatingIfNeeded: served) % UInt32(truncatingIfNeeded: cycle))
      wait = rest == 0 ? 0 : cycle &- rest
    }
    return month &+ wait
  }

  /// Dues of the month: first the coins, then the moves.
  mutating func rotate() {
    let dues = state.dues.take(month: month)
    guard !dues.isEmpty else { return }
    desk.replaced.makeRoom(dues.count)
    desk.refused.makeRoom(dues.count)
    let (moving, staying) = Calendar.part(
      dues, state.people, tables.duties, moving: desk.replaced.lent, staying: desk.refused.lent)
    desk.replaced.makeRoom(moving)
    desk.refused.makeRoom(staying)
    if tables.moves.contains(where: \.isExchange) { tellExchanged() }
    stay()
    replace()
    exchange()
    if !desk.passed.isEmpty { succeed() }
  }

  /// Of those who move, who changes places with others.
  private mutating func tellExchanged() {
    var kept = 0
    for place in desk.replaced.indices {
      let seat = desk.replaced[place]
      if tables.moves[rotation(at: Int(seat))].isExchange {
        desk.exchanged.append(seat)
      } else {
        desk.replaced[kept] = seat
        kept += 1
      }
    }
    desk.replaced.makeRoom(kept)
  }

  /// The rotation of a seat's post.
  @inline(__always)
  private func rotation(at seat: Int) -> Int {
    Int(tables.duties[Int(state.people[seat].post)].rotation)
  }

  /// Who does not move is due again later.
  private mutating func stay() {
    var refused = Column<Int32>()
    swap(&refused, &desk.refused)
    desk.batch.makeRoom(refused.count)
    for place in refused.indices {
      let seat = Int(refused[place])
      let retry = tables.duties[Int(state.people[seat].post)].retry
      desk.batch.ask(state.people[seat].nextCoin(), at: place)
      desk.dues.add(refused[place], state.people[seat].id, month: month &+ retry, to: &state.dues)
    }
    desk.batch.draw(.coin, luck)
    for place in refused.indices {
      state.people[Int(refused[place])].coin = desk.batch[place].0
    }
    desk.dues.close(&state.dues)
    report(moves: refused, .rotation, complied: false)
    refused.clear()
    swap(&refused, &desk.refused)
  }

  /// Newcomers take the seats over.
  private mutating func replace() {
    guard !desk.replaced.isEmpty else { return }
    var replaced = Column<Int32>()
    swap(&replaced, &desk.replaced)
    // Who leaves nothing behind is only reported, unless moving costs something.
    var quiet = Column<Int32>()
    swap(&quiet, &desk.replacedQuietly)
    quiet.makeRoom(replaced.count)
    var count = 0
    let paid = wants.costs
    for place in replaced.indices {
      let seat = Int(replaced[place])
      quiet[count] = replaced[place]
      if state.ongoing[seat] == 0 {
        count &+= 1
        if paid {
          report(cost: .rotation, tables.moves[rotation(at: seat)].cost, seat: seat)
        }
        continue
      }
      let served = tenure(of: state.seats[seat])
      let isFound = leaveSeat(seat, rotation: rotation(at: seat))
      report(move: .rotation, seat: seat, tenure: served, complied: true, handover: isFound)
    }
    quiet.makeRoom(count)
    report(moves: quiet, .rotation, complied: true)
    hire(into: replaced)
    report(moves: replaced, .refill, complied: nil)
    if tables.isSettling { for place in replaced.indices { settleIn(Int(replaced[place])) } }
    replaced.clear()
    quiet.clear()
    swap(&replaced, &desk.replaced)
    swap(&quiet, &desk.replacedQuietly)
  }

  /// The movers of a pool shift cyclically, in an order of chance; a single one is replaced from outside.
  private mutating func exchange() {
    guard !desk.exchanged.isEmpty else { return }
    var order: [(pool: Int32, key: UInt64, seat: Int32)] = []
    for place in desk.exchanged.indices {
      let seat = desk.exchanged[place]
      let person = state.people[Int(seat)]
      let words = luck.block(.exchange, Meaning(bits: person.id), keyed(month))
      order.append((tables.pools[Int(person.post)], UInt64(words.0) << 32 | UInt64(words.1), seat))
    }
    desk.exchanged.clear()
    order.sort { ($0.pool, $0.key, $0.seat) < ($1.pool, $1.key, $1.seat) }
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, order[last + 1].pool == order[first].pool { last += 1 }
      shift(order[first...last].map { Int($0.seat) })
      first = last + 1
    }
  }

  private mutating func shift(_ seats: [Int]) {
    var movers: [(seat: Seat, person: Person)] = []
    for seat in seats {
      let served = tenure(of: state.seats[seat])
      movers.append((state.seats[seat], state.people[seat]))
      let isFound = leaveSeat(seat, rotation: rotation(at: seat))
      report(
        move: .rotation, seat: seat, tenure: served, complied: true, handover: isFound)
    }
    guard seats.count > 1 else {
      hire(into: seats[0])
      if tables.isSettling { settleIn(seats[0]) }
      report(move: .refill, seat: seats[0], tenure: 0, complied: nil, handover: false)
      return
    }
    for (place, seat) in seats.enumerated() {
      let next = (place + 1) % movers.count
      if !state.aftermath.files.isEmpty {
        carryFile(of: movers[next].person.id, from: seats[next], to: seat)
      }
      take(seat, movers[next].seat, movers[next].person, since: month - 1)
      state.people[seat].coin = luck.word(.coin, state.people[seat].nextCoin())
      schedule(seat)
      if tables.isSettling { settleIn(seat) }
    }
    state.beliefs.shift(seats)
    state.schooling.shift(seats)
  }

  /// Somebody takes a seat over from elsewhere: the person keeps what belongs to the person; the seat begins anew.
  mutating func take(_ seat: Int, _ traits: Seat, _ person: Person, since: Int) {
    state.seats[seat] = traits
    state.seats[seat].since = Int32(since)
    state.ongoing[seat] = 0
    state.people[seat].giveWay(to: person)
  }

  /// What a change of hands does to the seat: hand-over may find what is going on; then it ends, unless the successor
  /// is drawn into it.
  private mutating func leaveSeat(_ seat: Int, rotation: Int) -> Bool {
    let move = tables.moves[rotation]
    if wants.costs { report(cost: .rotation, move.cost, seat: seat) }
    guard hasOngoing(seat) else { return false }
    var isFound = false
    forEachOffence(at: seat) { run, index in
      if move.handover > 0, run.handsOver(index, move.handover) {
        isFound = true
      } else if move.passes > 0, run.passesOn(index, move.passes) {
        return
      }
      run.finish(index, .moved, at: end(of: run.month - 1))
    }
    return isFound
  }

  /// The successor looks at what the predecessor left: one charge on the offence's own clock.
  private mutating func handsOver(_ index: Int, _ hazard: Double) -> Bool {
    let id = Meaning(bits: state.offences[index].id)
    // What a successor may carry on is handed over again, with other luck.
    let again = state.offences[index].accomplices < 0 ? 0 : keyed(month)
    let word = luck.word(.handover, id, again)
    guard frame.logs.draw(word) < hazard * visibility(of: index) else { return false }
    signal(
      offence: index, cause: .lead, source: .handover, time: end(of: month - 1),
      id: id.with(UInt64(Purpose.handover.rawValue)))
    return true
  }
}

extension Calendar {
  /// Parts those who are due into who moves and who stays: norms say who must move, compliance says who does. No branch
  /// depends on it: who is not meant is overwritten by the next.
  @inline(never)
  fileprivate static func part(
    _ dues: [Entry], _ people: borrowing Column<Person>, _ duties: [Tables.Duty],
    moving: LentColumn<Int32>, staying: LentColumn<Int32>
  ) -> (moving: Int, staying: Int) {
    var counts = (moving: 0, staying: 0)
    var post: Int32 = -1
    var duty = Tables.Duty()
    for entry in dues {
      let seat = Int(entry.index)
      let id = people[seat].id
      guard UInt32(truncatingIfNeeded: id) == entry.check, id != 0 else { continue }
      // Neighbours share a post.
      if people[seat].post != post {
        post = people[seat].post
        duty = duties[Int(post)]
      }
      guard duty.rotation >= 0 else { continue }
      let moves = people[seat].coin < duty.compliance ? 1 : 0
      moving[counts.moving] = entry.index
      staying[counts.staying] = entry.index
      counts.moving &+= moves
      counts.staying &+= 1 &- moves
    }
    return counts
  }
}
