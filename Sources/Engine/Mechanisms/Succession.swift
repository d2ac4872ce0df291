import Ledger
import Plan
import Quantities

/// What comes after a change of hands by rotation (model.md G10): collusion into which the successor is drawn, and
/// the time that it takes him to settle in.
extension Run {
  /// Whether the successor is drawn into a collusive offence; it waits for him then.
  mutating func passesOn(_ index: Int, _ share: Double) -> Bool {
    let offence = state.offences[index]
    guard offence.accomplices >= 0 else { return false }
    let word = luck.word(.succession, Meaning(bits: offence.id), keyed(month))
    guard certainly(word, below: share) else { return false }
    state.ongoing[Int(offence.seat)] -= 1
    desk.passed.append(Int32(index))
    return true
  }

  /// Successors are the lead persons of what they were drawn into; whoever drew them in takes part from now on.
  mutating func succeed() {
    for place in desk.passed.indices {
      let index = Int(desk.passed[place])
      let seat = Int(state.offences[index].seat)
      let (former, person) = (state.offences[index].person, state.people[seat].id)
      state.offences[index].person = person
      state.ongoing[seat] += 1
      // The successor may have taken part already: then his place in the list is the former person's.
      var link = state.offences[index].accomplices
      while link >= 0, state.accomplices[Int(link)].person != person {
        link = state.accomplices[Int(link)].next
      }
      if link < 0 {
        state.offences[index].accomplices = addAccomplice(
          Accomplice(
            person: former, seat: Int32(seat), next: state.offences[index].accomplices))
      } else {
        state.accomplices[Int(link)].person = former
        state.accomplices[Int(link)].seat = Int32(seat)
      }
    }
    desk.passed.clear()
  }

  /// Rotation has brought somebody to a seat.
  mutating func settleIn(_ seat: Int) {
    if state.rotated.isEmpty { state.rotated.reset(to: .min, count: state.seats.count) }
    state.rotated[seat] = state.seats[seat].since
  }

  /// Whether rotation has just brought the occupant to the seat.
  @inline(__always)
  func isSettling(_ seat: Int) -> Bool {
    guard tables.isSettling, !state.rotated.isEmpty,
      state.rotated[seat] == state.seats[seat].since
    else { return false }
    let rotation = tables.duties[Int(state.people[seat].post)].rotation
    return rotation >= 0
      && Double(tenure(of: state.seats[seat])) < tables.moves[Int(rotation)].settling
  }
}
