import Ledger
import Plan
import Quantities

/// What people learn of being caught, from sanctions and from visits; it acts from the next month on
/// (model.md G1, G8, settled detail 11). Where no deterrence is declared nobody learns.
extension Run {
  /// A sanction is decided at the end of the month: the person feels it, from form 2 on the colleagues of a unit
  /// too, and, if sanctions are published, the unit's organisation.
  ///
  /// `seat` is where the person sits now, -1 for somebody who has left; `unit` whose colleagues feel it.
  mutating func learn(
    from sanction: SanctionTerms, _ form: Form, person: UInt64, seat: Int, unit: Int
  ) {
    guard let fading = tables.deterrence?.fading else { return }
    func pulse(_ felt: Factor) -> Experience {
      Experience(caught: felt.number, chances: felt.number, month: month)
    }
    if seat >= 0, state.people[seat].id == person {
      learn(pulse(sanction.felt.own), at: seat, fading)
    }
    guard form != .first else { return }
    state.beliefs.units[unit].add(pulse(sanction.felt.unit), fading)
    guard sanction.isPublished else { return }
    publish(
      .sanctions, in: tables.scheme.units[unit].organization,
      weighing: sanction.felt.organization.number, fading)
  }

  /// The person in a seat feels something like so many chances of being caught, each with its catch.
  mutating func feel(_ felt: Double, at seat: Int) {
    guard let fading = tables.deterrence?.fading else { return }
    learn(Experience(caught: felt, chances: felt, month: month), at: seat, fading)
  }

  /// The person in a seat learns.
  private mutating func learn(_ more: Experience, at seat: Int, _ fading: Fading) {
    let person = state.people[seat].id
    if state.beliefs.own[seat].person != person {
      state.beliefs.own[seat] = OwnExperience(person: person)
    }
    state.beliefs.own[seat].experience.add(more, fading)
  }

  /// Everybody in a unit feels something like so many chances of being caught, each with its catch.
  mutating func feel(_ felt: Double, in unit: Int) {
    guard let fading = tables.deterrence?.fading else { return }
    state.beliefs.units[unit].add(
      Experience(caught: felt, chances: felt, month: month), fading)
  }

  // MARK: - Visits

  /// A visit is a catch and a chance for whoever it is paid to, and a chance besides if it found nothing there.
  mutating func learnFromVisits() {
    guard let fading = tables.deterrence?.fading else { return }
    for visit in desk.visits {
      let review = tables.scheme.reviews[Int(visit.review)]
      if review.isPublished { publish(visit, fading) }
      let weight = review.visitWeight.number
      let clean = review.cleanVisit.number
      guard weight > 0 || clean > 0 else { continue }
      let seen = Experience(caught: weight, chances: weight, month: month)
      let nothing = Experience(caught: weight, chances: weight + clean, month: month)
      let found = clean > 0 ? seatsFound(by: visit.review) : []
      switch review.selects {
      case .seat:
        forEachVisited(by: visit) { run, seat in
          guard !run.state.seats[seat].isVacant else { return }
          run.learn(found.contains(seat) ? seen : nothing, at: seat, fading)
        }
      case .unit:
        let foundIn = Set(found.map { frame.layout.unit(of: $0) })
        for unit in unitsOf(visit.posts) where visit.selects(unit: unit) {
          state.beliefs.units[unit].add(foundIn.contains(unit) ? seen : nothing, fading)
        }
      }
    }
  }

  /// Where a review found something this month, be it true or not.
  private func seatsFound(by review: Int32) -> Set<Int> {
    var seats: Set<Int> = []
    for place in desk.found.indices where desk.found[place].review == review {
      seats.insert(Int(desk.found[place].seat))
    }
    return seats
  }

  /// Calls for every established seat that an occurrence visits.
  private mutating func forEachVisited(by visit: Visit, _ act: (inout Self, Int) -> Void) {
    for post in visit.posts {
      let seat0 = frame.layout.posts[post].seat0
      let established = tables.headcounts[post]
      if case .seats(let draws) = visit.choice {
        for nth in 0..<draws[post].visits { act(&self, seat0 + draws[post].slot(nth)) }
      } else {
        for seat in seat0..<seat0 + established where visit.selects(seat, frame.layout) {
          act(&self, seat)
        }
      }
    }
  }

  // MARK: - Beginnings

  /// Nobody has learnt anything when a run begins.
  mutating func beginToLearn() {
    guard tables.deterrence != nil else { return }
    state.beliefs.begin(
      seats: frame.layout.seats, units: frame.layout.units,
      organizations: frame.layout.organizations)
  }

  /// New terms hold: what was learnt fades at the new pace from now on.
  mutating func learnAnew(from old: Tables) {
    guard let next = tables.deterrence else { return }
    if state.beliefs.isEmpty {
      beginToLearn()
    } else if let former = old.deterrence, former.fading != next.fading {
      state.beliefs.settle(at: month - 1, former.fading)
    }
  }
}
