import Ledger
import Quantities

/// A moment or a duration in 2⁻²⁰ months: whole numbers, so that sums commute.
typealias Moment = Int64

/// The end of a month as a moment.
@inline(__always)
func end(of month: Int) -> Moment { Moment(month) << 20 }

/// A seat, as the temptations and readings of every month look at it. A vacant seat has frailty 0, so nobody
/// in it is ever tempted.
struct Seat {
  /// Individual multiplier of onset of whoever sits there.
  var frailty: Float = 0
  /// Month at whose end the person took the seat; tenure at the beginning of month m is m − 1 − since.
  var since: Int32 = .max
  /// Month at whose end the person entered the service.
  var hired: Int32 = 0

  /// Whether nobody sits here.
  @inline(__always)
  var isVacant: Bool { since == .max }
}

/// The person in a seat: what only a departure, a rotation or an offence asks for. What a change of hands
/// needs stands together, half a line of memory, with what is the seat's own.
struct Person {
  /// A hash of the seat and the ordinal of the hire; 0 when the seat is vacant.
  var id: UInt64 = 0
  /// Unit exponential left, at `priced`, until the person leaves the service.
  var exitClock: Float = 0
  /// Month from whose end on the exit clock runs.
  var priced: Int32 = 0
  /// Word of chance for the next due date of a rotation; the first is drawn with the person.
  var coin: UInt32 = 0
  /// How often the person has been due.
  var dues: UInt32 = 0
  /// The seat's own: how many people it has had since the first, and its post.
  var hires: UInt32 = 0
  var post: Int32

  /// An empty seat of a post.
  init(post: Int32) { self.post = post }

  /// The person was due: what the coin of the next time hangs on.
  @inline(__always)
  mutating func nextCoin() -> Meaning {
    dues &+= 1
    return Meaning(bits: id).with(UInt64(dues))
  }

  /// Nobody sits here any more.
  mutating func leave() {
    let hires = hires
    self = Person(post: post)
    self.hires = hires
  }

  /// Somebody from another seat sits down here.
  mutating func giveWay(to other: Person) {
    let (hires, post) = (hires, post)
    self = other
    self.hires = hires
    self.post = post
  }
}

/// An offence: what stays the same or is rarely touched; its clocks stand apart.
struct Offence {
  /// Hash of risk, post, slot and month of the onset.
  var id: UInt64 = 0
  var person: UInt64 = 0
  var seat: Int32 = 0
  var exposure: Int32 = 0
  var onset: Moment = 0
  var month: Int32 = 0
  var stage: UInt8 = 0
  var reason = UInt8(EndReason.censored.rawValue)
  var isAlerted = false
  /// How it came about.
  var via = Via.tempted
  /// How much more easily it is seen than others, drawn at birth.
  var detectability: Float = 1
  /// The first of its accomplices, or -1.
  var accomplices: Int32 = -1
  /// Loss scale and loss so far, in hundredths.
  var scale: Int64 = 0
  var loss: Int64 = 0
  var firstLead: Moment = Row.absent
  var verifiedAt: Moment = Row.absent
  var endedAt: Moment = Row.absent
  /// Its first block among the active, or -1.
  var place: Int32 = -1
  /// Open leads and evidence lists that still refer to it; at 0, and ended, its row is settled.
  var holds: Int32 = 0

  /// Whether it goes on.
  @inline(__always)
  var isActive: Bool { endedAt == Row.absent }
}

/// Eight clocks of an offence in one line of memory, with what they are charged.
struct ClockBlock {
  var clocks = Clocks(repeating: .max)
  /// How often each has rung.
  var rings = Rings()
  /// Row of the charges, which changes with the stage.
  var row: Int32
  var offence: Int32
}

/// An alert whose outcome is open.
struct Alert {
  var seat: Int32
  var watch: Int32
  var month: Int32
  var colour: UInt8
  var isGenuine: Bool
  /// Whether a screen took it out.
  var isScreened = false
  /// Whether it calls for an admonition if it is void.
  var isStriking = false
  /// Value of the reading in 2⁻²⁰, or absent if nobody asked.
  var value: Int64
  /// The next alert on the same lead, or -1.
  var next: Int32 = -1
}

/// The set of risks of a post that a signal names: bit n is the post's nth exposure.
typealias RiskSet = SIMD2<UInt64>

extension SIMD2 where Scalar == UInt64 {
  /// The set of one exposure.
  @inline(__always)
  static func one(_ ordinal: Int) -> Self {
    ordinal < 64 ? Self(1 << UInt64(ordinal), 0) : Self(0, 1 << UInt64(ordinal & 63))
  }

  /// Whether the sets have a risk in common.
  @inline(__always)
  func meets(_ other: Self) -> Bool {
    let both = self & other
    return (both.x | both.y) != 0
  }
}

/// What makes somebody look: an alert, an admitted report, a review's hand-over, an accident.
struct Signal {
  var seat: Int32
  var person: UInt64
  var time: Moment
  /// Hash of what the signal is: the same in every policy in which it happens.
  var id: UInt64
  var risks: RiskSet
  var cause: UInt8
  var source: UInt8
  /// The channel of the report: 2·reporting, plus 1 if the author gave a name; -1 if it is none.
  var channel: Int16 = -1
  /// The offence behind it, or -1.
  var offence: Int32
  /// The alert behind it, or -1.
  var alert: Int32
  /// Whether nobody can keep it from the record.
  var isExempt = false
}

/// An open lead 问题线索.
struct Lead {
  var id: UInt64
  var seat: Int32
  var person: UInt64
  var risks: RiskSet
  var created: Moment
  var month: Int32
  var cause: UInt8
  var source: UInt8
  var queue: Int32
  var priority: Int32
  var status: UInt8
  var isRealName: Bool
  /// Whether nobody can keep it from the record.
  var isExempt = false
  /// The listing under which a higher body watches over it, or -1; the body to which a meeting gave it, or -1.
  var listing: Int16 = -1
  var assigned: Int32 = -1
  /// Whether it has waited for money.
  var isUnpaid = false
  /// The channel of the report that opened it, as in the signal.
  var channel: Int16 = -1
  var started: Int32 = .max
  /// Heads of the lists of its offences and alerts, and the next lead of the same seat; -1 ends.
  var offences: Int32 = -1
  var alerts: Int32 = -1
  var next: Int32 = -1
}

/// An offence of a lead, and the next on the same lead, or -1.
struct Link {
  var offence: Int32
  var next: Int32
}

/// Everything that changes in a run: flat columns, copied on purpose where policies part.
struct State: ~Copyable {
  var seats = Column<Seat>()
  /// Who sits there.
  var people = Column<Person>()
  /// Offences of the occupant that go on in a seat; `nobody` where nobody sits. A byte a seat, so that what is
  /// asked of every reading is always near.
  var ongoing = Column<UInt8>()
  static let nobody = UInt8.max
  /// Vacancies that a seat has had.
  var vacancies = Column<UInt32>()
  /// When the current vacancy began, by seat: twice the month, plus 1 if somebody was removed.
  var vacantSince = Column<Int32>()
  /// The active offence of a risk cell, or -1.
  var cells = Column<Int32>()
  /// The last alert of a watch cell: month << 2 | colour; empty until an indicator with a quiet time speaks.
  var watched = Column<Int32>()
  /// Months of the last alerts of a watch cell, the latest first; empty until an indicator counts them.
  var repeats = Column<Int32>()
  /// The seat's own part of clean readings by watch cell, NaN until it is looked up; empty until somebody asks.
  var peculiarities = Column<Float>()
  /// Month at whose end rotation last brought somebody to a seat; empty until somebody has to settle in.
  var rotated = Column<Int32>()
  /// Seats by the month in which something is due.
  var exits = Calendar()
  var refills = Calendar()
  var dues = Calendar()

  /// Clocks of the active offences: `vectors` blocks each, one offence after the other.
  var active = Column<ClockBlock>()
  /// Clocks of ended offences whose evidence lasts, for reports and look-backs.
  var past = Column<ClockBlock>()
  var offences = Column<Offence>()
  var freeOffences = Column<Int32>()
  /// Those who take part in another's offence, in lists by offence.
  var accomplices = Column<Accomplice>()
  var freeAccomplices = Column<Int32>()

  var leads = Column<Lead>()
  var freeLeads = Column<Int32>()
  /// The open leads of a seat, or -1.
  var leadsOfSeat = Column<Int32>()
  /// The offences of leads.
  var links = Column<Link>()
  var freeLinks = Column<Int32>()
  var alerts = Column<Alert>()
  var freeAlerts = Column<Int32>()
  /// Unstarted items by queue.
  var waiting: [Heap] = []
  /// Items by the month of their result, and of their lapse.
  var results = Calendar()
  var lapses = Calendar()
  /// Signals of reviews on their way to the body that acts on them.
  var transfers: [(month: Int32, signal: Signal)] = []
  /// What each body has spent this year, in hundredths; empty until some body has a budget.
  var spent = Column<Int64>()
  /// Occupied seats, by post.
  var occupied: [Int] = []
  /// What people have learnt of being caught.
  var beliefs = Beliefs()
  /// What people have been taught.
  var schooling = Schooling()
  /// What findings and reports leave behind.
  var aftermath = Aftermath()
  /// The list of risk points, the problem list and remedies.
  var loop = Loop()
  /// What reviews look at on occasion.
  var occasions = Occasions()
  /// Admonitions that are to be served or followed up.
  var admonitions: [Admonition] = []
  /// What spreads among people.
  var spread = Spread()
  /// Counterparties, and their records.
  var dealings = Dealings()
  /// What rules have done.
  var rulings = Rulings()

  /// Empties everything, keeping the memory.
  mutating func clear(seats count: Int, layout: Layout, months: Int, queues: Int) {
    seats.reset(to: Seat(), count: count)
    ongoing.reset(to: State.nobody, count: count)
    people.makeRoom(count)
    for (index, post) in layout.posts.enumerated() {
      let nobody = Person(post: Int32(index))
      for seat in post.seat0..<post.seat0 + post.slots { people[seat] = nobody }
    }
    vacancies.reset(to: 0, count: count)
    vacantSince.reset(to: 0, count: count)
    leadsOfSeat.reset(to: -1, count: count)
    cells.reset(to: -1, count: layout.riskCells)
    watched.clear()
    repeats.clear()
    peculiarities.clear()
    rotated.clear()
    occupied.reset(to: 0, count: layout.posts.count)
    exits.clear(months)
    refills.clear(months)
    dues.clear(months)
    results.clear(months)
    lapses.clear(months)
    active.clear()
    offences.clear()
    freeOffences.clear()
    accomplices.clear()
    freeAccomplices.clear()
    past.clear()
    leads.clear()
    freeLeads.clear()
    links.clear()
    freeLinks.clear()
    alerts.clear()
    freeAlerts.clear()
    transfers.removeAll(keepingCapacity: true)
    spent.clear()
    waiting.reset(to: Heap(), count: queues)
    beliefs.clear()
    schooling.clear()
    aftermath.clear(months: months)
    loop.clear(months: months)
    occasions.clear()
    admonitions.removeAll(keepingCapacity: true)
    spread.clear()
    dealings.clear()
    rulings.clear()
  }

  /// Becomes like another state, and goes its own way from here.
  mutating func become(_ other: borrowing State) {
    seats.become(other.seats)
    people.become(other.people)
    ongoing.become(other.ongoing)
    vacancies.become(other.vacancies)
    vacantSince.become(other.vacantSince)
    cells.become(other.cells)
    watched.become(other.watched)
    repeats.become(other.repeats)
    peculiarities.become(other.peculiarities)
    rotated.become(other.rotated)
    active.become(other.active)
    past.become(other.past)
    offences.become(other.offences)
    freeOffences.become(other.freeOffences)
    accomplices.become(other.accomplices)
    freeAccomplices.become(other.freeAccomplices)
    leads.become(other.leads)
    freeLeads.become(other.freeLeads)
    leadsOfSeat.become(other.leadsOfSeat)
    links.become(other.links)
    freeLinks.become(other.freeLinks)
    alerts.become(other.alerts)
    freeAlerts.become(other.freeAlerts)
    exits = other.exits
    refills = other.refills
    dues = other.dues
    waiting = other.waiting
    results = other.results
    lapses = other.lapses
    transfers = other.transfers
    spent.become(other.spent)
    occupied = other.occupied
    beliefs.become(other.beliefs)
    schooling.become(other.schooling)
    aftermath.become(other.aftermath)
    loop.become(other.loop)
    occasions.become(other.occasions)
    admonitions = other.admonitions
    spread.become(other.spread)
    dealings.become(other.dealings)
    rulings.become(other.rulings)
  }
}

extension Array {
  /// Fills the array anew without giving its memory back.
  mutating func reset(to value: Element, count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(value, count: count))
  }
}
