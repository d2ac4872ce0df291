import Ledger
import Plan
import Quantities

/// Rotation: who has been long enough in a post moves, if the norm is complied with (model.md G10).
extension Run {
  /// The next month in which the occupant is due: tenure a multiple of the cycle.
  @inline(__always)
  mutating func scheduleDue(_ seat: Int, _ post: Int) {
    let cycle = tables.cycles[post]
    let served = tenure(of: state.seats[seat])
    // Somebody who has just arrived, or arrives at the end of this month, is due a whole cycle later.
    let wait = served < 0 ? cycle - served : cycle - served % cycle
    let due = served > 0 && served % cycle == 0 ? month : month + wait
    state.dues.add(seat, state.people[seat].id, month: due)
  }

  /// Dues of the month: first the coins, then the moves.
  mutating func rotate() {
    let dues = state.dues.take(month: month)
    guard !dues.isEmpty else { return }
    desk.replaced.makeRoom(dues.count)
    desk.refused.makeRoom(dues.count)
    var (moving, staying) = (0, 0)
    for entry in dues {
      let seat = Int(entry.index)
      let person = state.people[seat].id
      guard UInt32(truncatingIfNeeded: person) == entry.check, person != 0 else { continue }
      let index = Int(tables.rotations[Int(frame.layout.postOfSeat[seat])])
      guard index >= 0 else { continue }
      // Norms say who must move; compliance says who does. No branch depends on it: who is not meant is
      // overwritten by the next.
      let coin =
        state.people[seat].dues == 0
        ? state.people[seat].coin
        : luck.word(.coin, Meaning(bits: person), state.people[seat].dues)
      let moves = coin < tables.moves[index].compliance ? 1 : 0
      desk.replaced[moving] = entry.index
      desk.refused[staying] = entry.index
      moving &+= moves
      staying &+= 1 &- moves
    }
    desk.replaced.makeRoom(moving)
    desk.refused.makeRoom(staying)
    if tables.moves.contains(where: \.isExchange) { tellExchanged() }
    stay()
    replace()
    exchange()
  }

  /// Of those who move, who changes places with others.
  private mutating func tellExchanged() {
    var kept = 0
    for place in desk.replaced.indices {
      let seat = desk.replaced[place]
      let rotation = Int(tables.rotations[Int(frame.layout.postOfSeat[Int(seat)])])
      if tables.moves[rotation].isExchange {
        desk.exchanged.append(seat)
      } else {
        desk.replaced[kept] = seat
        kept += 1
      }
    }
    desk.replaced.makeRoom(kept)
  }

  /// Who does not move is due again later.
  private mutating func stay() {
    var refused = Column<Int32>()
    swap(&refused, &desk.refused)
    var dues = DueBag(nobody: month)
    for place in refused.indices {
      let seat = Int(refused[place])
      let post = Int(frame.layout.postOfSeat[seat])
      state.people[seat].dues &+= 1
      dues.add(
        refused[place], state.people[seat].id, month: month &+ tables.retries[post],
        to: &state.dues)
    }
    dues.close(&state.dues)
    report(moves: refused, .rotation, complied: false)
    refused.clear()
    swap(&refused, &desk.refused)
  }

  /// Newcomers take the seats over.
  private mutating func replace() {
    guard !desk.replaced.isEmpty else { return }
    var replaced = Column<Int32>()
    var quiet = Column<Int32>()
    swap(&replaced, &desk.replaced)
    swap(&quiet, &desk.replacedQuietly)
    for place in replaced.indices {
      let seat = replaced[place]
      let post = Int(frame.layout.postOfSeat[Int(seat)])
      let rotation = Int(tables.rotations[post])
      if state.seats[Int(seat)].active == 0 {
        if wants.costs { report(cost: .rotation, tables.moves[rotation].cost, seat: Int(seat)) }
        quiet.append(seat)
        continue
      }
      let served = tenure(of: state.seats[Int(seat)])
      let isFound = leaveSeat(Int(seat), rotation: rotation)
      report(move: .rotation, seat: Int(seat), tenure: served, complied: true, handover: isFound)
    }
    report(moves: quiet, .rotation, complied: true)
    hire(into: replaced)
    report(moves: replaced, .refill, complied: nil)
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
      let post = Int(frame.layout.postOfSeat[Int(seat)])
      let words = luck.block(
        .exchange, Meaning(bits: state.people[Int(seat)].id), keyed(month))
      order.append((tables.pools[post], UInt64(words.0) << 32 | UInt64(words.1), seat))
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
      let index = Int(tables.rotations[Int(frame.layout.postOfSeat[seat])])
      let isFound = leaveSeat(seat, rotation: index)
      report(
        move: .rotation, seat: seat, tenure: served, complied: true, handover: isFound)
    }
    guard seats.count > 1 else {
      hire(into: seats[0])
      report(move: .refill, seat: seats[0], tenure: 0, complied: nil, handover: false)
      return
    }
    for (place, seat) in seats.enumerated() {
      let next = (place + 1) % movers.count
      if !state.aftermath.files.isEmpty {
        carryFile(of: movers[next].person.id, from: seats[next], to: seat)
      }
      take(seat, movers[next].seat, movers[next].person, since: month - 1)
      state.people[seat].dues &+= 1
      schedule(seat)
    }
    state.beliefs.shift(seats)
  }

  /// Somebody takes a seat over from elsewhere: the person keeps what belongs to the person; the seat begins anew.
  mutating func take(_ seat: Int, _ traits: Seat, _ person: Person, since: Int) {
    state.seats[seat] = traits
    state.seats[seat].since = Int32(since)
    state.seats[seat].active = 0
    state.people[seat] = person
  }

  /// What a change of hands does to the seat: hand-over may find what is going on; then it ends.
  private mutating func leaveSeat(_ seat: Int, rotation: Int) -> Bool {
    let move = tables.moves[rotation]
    if wants.costs { report(cost: .rotation, move.cost, seat: seat) }
    var isFound = false
    if state.seats[seat].active > 0 {
      if move.handover > 0 { isFound = handOver(seat, move.handover) }
      endOffences(at: seat, .moved)
    }
    return isFound
  }

  /// The successor looks at what the predecessor left: one charge on the offence's own clock.
  private mutating func handOver(_ seat: Int, _ hazard: Double) -> Bool {
    var isFound = false
    forEachOffence(at: seat) { run, index in
      let offence = run.state.offences[index]
      let word = run.luck.word(.handover, Meaning(bits: offence.id))
      guard run.frame.logs.draw(word) < hazard * run.visibility(of: index) else { return }
      isFound = true
      run.signal(
        offence: index, cause: .lead, source: .handover, time: end(of: run.month - 1),
        id: Meaning(bits: offence.id).with(UInt64(Purpose.handover.rawValue)))
    }
    return isFound
  }
}
