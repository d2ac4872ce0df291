import Quantities

/// What has been learnt of being caught: how often it happened, A, and how often it could have, N; it fades
/// (model.md G1). In whole 2⁻²⁴, so that what is learnt in one month adds up to the same in any order.
struct Experience {
  var caught: Int64 = 0
  var chances: Int64 = 0
  /// The month at whose end it stood so.
  var month: Int32 = 0

  /// Nothing learnt.
  init() {}

  /// So much, at the end of a month.
  init(caught: Double, chances: Double, month: Int) {
    self.caught = Int64(caught * 0x1p24)
    self.chances = Int64(chances * 0x1p24)
    self.month = Int32(month)
  }

  /// What is left of it at the end of a later month.
  func faded(to later: Int, _ fading: Fading) -> Experience {
    var left = self
    left.month = Int32(later)
    guard later > month, chances | caught != 0 else { return left }
    let share = fading.share(after: later - Int(month))
    left.caught = Int64(Double(caught) * share)
    left.chances = Int64(Double(chances) * share)
    return left
  }

  /// Adds what is learnt at the end of a month that is not earlier.
  mutating func add(_ more: Experience, _ fading: Fading) {
    self = faded(to: Int(more.month), fading)
    caught += more.caught
    chances += more.chances
  }
}

/// What is left after so many months: 2^(−months/half-life).
struct Fading: Hashable {
  private let shares: [Double]

  /// A half-life in months; after 60 of them nothing is left.
  init(halfLife: Double) {
    let last = Int(min(60 * halfLife, 7200).rounded(.up))
    shares = (0...last).map {
      exponential(-0x1.62e42fefa39efp-1 * Double($0) / max(halfLife, 1e-3))
    }
  }

  @inline(__always)
  func share(after months: Int) -> Double { months < shares.count ? shares[months] : 0 }
}

/// The experience of the person in a seat; somebody else's counts for nothing.
struct OwnExperience {
  var person: UInt64 = 0
  var experience = Experience()
}

/// What people have learnt themselves, from their colleagues, from their organisation; empty where nobody is
/// deterred.
struct Beliefs: ~Copyable {
  /// By seat.
  var own = Column<OwnExperience>()
  var units = Column<Experience>()
  var organizations = Column<Experience>()

  /// Whether anybody learns.
  @inline(__always)
  var isEmpty: Bool { own.isEmpty }

  /// Forgets everything, and that anybody learns.
  mutating func clear() {
    own.clear()
    units.clear()
    organizations.clear()
  }

  /// Nobody has learnt anything yet.
  mutating func begin(seats: Int, units unitCount: Int, organizations organizationCount: Int) {
    own.reset(to: OwnExperience(), count: seats)
    units.reset(to: Experience(), count: unitCount)
    organizations.reset(to: Experience(), count: organizationCount)
  }

  /// Becomes like others, and goes its own way from here.
  mutating func become(_ other: borrowing Beliefs) {
    own.become(other.own)
    units.become(other.units)
    organizations.become(other.organizations)
  }

  /// The occupants of the seats move on by one place: the first gets who sat in the second, the last who sat
  /// in the first. What they have learnt goes along.
  mutating func shift(_ seats: [Int]) {
    guard !isEmpty, seats.count > 1 else { return }
    let first = own[seats[0]]
    for (place, next) in zip(seats, seats.dropFirst()) { own[place] = own[next] }
    own[seats[seats.count - 1]] = first
  }

  /// Lets everything fade until now at the old pace, before another begins.
  mutating func settle(at month: Int, _ fading: Fading) {
    for seat in own.indices {
      own[seat].experience = own[seat].experience.faded(to: month, fading)
    }
    for unit in units.indices { units[unit] = units[unit].faded(to: month, fading) }
    for organization in organizations.indices {
      organizations[organization] = organizations[organization].faded(to: month, fading)
    }
  }
}
