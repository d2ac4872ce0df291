import Ledger
import Plan
import Quantities

/// Removal and move as parts of a sanction, at the end of a month (model.md G8, settled details 17 and 18).
extension Run {
  /// Where a person sits; nil for whoever has left the service.
  ///
  /// People change places within a pool only, so nobody is looked for elsewhere unless pools changed.
  @inline(__always)
  func whereabouts(of person: UInt64, near seat: Int) -> Int? {
    state.people[seat].id == person ? seat : elsewhere(person, seat)
  }

  private func elsewhere(_ person: UInt64, _ seat: Int) -> Int? {
    let pool = tables.pools[Int(frame.layout.postOfSeat[seat])]
    for post in frame.layout.posts.indices
    where state.aftermath.isMixed || tables.pools[post] == pool {
      let place = frame.layout.posts[post]
      for other in place.seat0..<place.seat0 + place.slots where state.people[other].id == person {
        return other
      }
    }
    return nil
  }

  /// Somebody leaves the service for good: what goes on in the seat ends, the seat falls vacant.
  ///
  /// Leads on the person stay open: what is over can still be verified.
  mutating func remove(from seat: Int) {
    report(
      move: .removal, seat: seat, tenure: tenure(of: state.seats[seat]) + 1, complied: nil,
      handover: false)
    endOffences(withMonthAt: seat, .removed)
    vacate(seat, since: month, .removal)
    let turnover = tables.scheme.turnovers.last { $0.isOn }
    let word = luck.word(.refill, frame.layout.meaning(ofSeat: seat), state.vacancies[seat])
    let delay = turnover.map { max(0, $0.refill.quantile(uniform(word)).rounded(.up)) } ?? 0
    state.refills.add(
      seat, UInt64(state.vacancies[seat]), month: month + 1 + Int(min(delay, 1e6)))
  }

  /// Somebody changes places with a random occupant of another post of the pool; if there is none, he stays.
  mutating func move(from seat: Int, _ id: Meaning) {
    let own = Int(frame.layout.postOfSeat[seat])
    var chosen = -1
    var least = UInt64.max
    for post in frame.layout.posts.indices
    where post != own && tables.pools[post] == tables.pools[own] {
      let place = frame.layout.posts[post]
      for other in place.seat0..<place.seat0 + place.slots where !state.seats[other].isVacant {
        // Each occupant has a ticket of his seat's own, so that a neighbour changes nobody's chance.
        let words = luck.block(.moved, id.with(frame.layout.meaning(ofSeat: other)))
        let ticket = UInt64(words.0) << 32 | UInt64(words.1)
        if chosen < 0 || ticket < least { (chosen, least) = (other, ticket) }
      }
    }
    if chosen >= 0 { swap(seat, chosen) }
  }

  private mutating func swap(_ a: Int, _ b: Int) {
    for seat in [a, b] {
      report(
        move: .sanction, seat: seat, tenure: tenure(of: state.seats[seat]) + 1, complied: nil,
        handover: false)
      endOffences(withMonthAt: seat, .moved)
    }
    let (seat, person) = (state.seats[a], state.people[a])
    if !state.aftermath.files.isEmpty {
      carryFile(of: person.id, from: a, to: b)
      carryFile(of: state.people[b].id, from: b, to: a)
    }
    take(a, state.seats[b], state.people[b], since: month)
    take(b, seat, person, since: month)
    state.beliefs.shift([a, b])
    state.schooling.shift([a, b])
    schedule(a)
    schedule(b)
  }

  /// Everything that goes on at a seat ends at the end of the month, which it still costs.
  private mutating func endOffences(withMonthAt seat: Int, _ reason: EndReason) {
    guard hasOngoing(seat) else { return }
    forEachOffence(at: seat) { run, index in run.endThisMonth(index, reason) }
  }
}
