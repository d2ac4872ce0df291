import Ledger
import Plan
import Quantities

/// What bodies do for one another: sharing of information, meetings, listing of key cases (model.md G7).
struct Coordination {
  /// How much of what one body knows another can use, by giver and taker; and the most that each gets.
  private let degrees: [[Double]]
  private let gets: [Double]
  /// Share of records of which others are told.
  private let records: Double
  let meetings: [Meeting]
  let listings: [ListingTerms?]
  let places: Places
  /// Whether some listing acts.
  var isListing: Bool { listings.contains { $0 != nil } }

  /// A meeting: who meets how often.
  struct Meeting {
    let every: Int
    let members: Set<Int>
    let reassigns: Bool
    let cost: Money
  }

  /// What a scheme comes to; nil where nobody coordinates.
  init?(_ scheme: Scheme) {
    let sharings = scheme.sharings.filter(\.isOn)
    let bodies = scheme.bodies.indices
    listings = scheme.listings.map { $0.isOn ? $0 : nil }
    meetings = scheme.meetings.filter { $0.isOn && $0.every.number < .infinity }.map {
      Meeting(
        every: max(1, Int($0.every.number.rounded())),
        members: Set($0.of.isEmpty ? Array(bodies) : $0.of),
        reassigns: $0.reassigns, cost: Money($0.cost.number))
    }
    guard !sharings.isEmpty || !meetings.isEmpty || scheme.listings.contains(where: \.isOn) else {
      return nil
    }
    let degrees = bodies.map { giver in
      bodies.map { taker in
        sharings.filter { sharing in
          giver != taker && sharing.from ?? giver == giver && sharing.to ?? taker == taker
        }.map(\.degree.number).max() ?? 0
      }
    }
    self.degrees = degrees
    gets = bodies.map { taker in bodies.map { degrees[$0][taker] }.max() ?? 0 }
    records = sharings.filter(\.records).map(\.degree.number).max() ?? 0
    places = scheme.places
  }

  /// Share of records that are known after a move: 1 − (1 − known)(1 − σ).
  func known(_ share: Double) -> Double { 1 - (1 - share) * (1 - records) }

  /// Factor on the hazard of being verified by whoever works on a queue: 1 + σ/2.
  func gain(of queue: Int) -> Double { queue < gets.count ? 1 + 0.5 * gets[queue] : 1 }

  /// Share of leads that arrive: 1 − (1 − t)(1 − σ).
  func handedOver(_ share: Double, from: Int, to: Int) -> Double {
    guard from < degrees.count, to < degrees.count else { return share }
    return 1 - (1 - share) * (1 - degrees[from][to])
  }

  /// Months that a hand-over takes between bodies that meet: half the time between two meetings at most.
  func delay(_ months: Double, from: Int, to: Int) -> Double {
    meetings.filter { $0.members.contains(from) && $0.members.contains(to) }
      .reduce(months) { min($0, Double($1.every) / 2) }
  }
}
