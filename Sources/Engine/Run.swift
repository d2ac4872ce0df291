import Ledger
import Plan
import Quantities

/// One arm of one run, month by month: terms and luck in, rows out.
struct Run<S: Sink>: ~Copyable {
  let frame: Frame
  let luck: Luck
  var tables: Tables
  var state: State
  var sink: Journal<S>
  var month: Int
  /// What somebody asked for, looked up once.
  let wants: Wants

  /// The window whose points the tapes hold, and the months that they hold of it.
  var window = Int.min
  var kept = 0..<0
  var desk: Desk

  /// A run in memory that is lent to it.
  init(
    frame: Frame, luck: Luck, tables: Tables, sink: S, book: RuleBook? = nil, month: Int,
    state: inout State, desk: inout Desk
  ) {
    self.frame = frame
    self.luck = luck
    self.tables = tables
    self.state = State()
    self.desk = Desk()
    self.sink = Journal(inner: sink, book: book)
    self.month = month
    wants = Wants(self.sink, keepsLoss: frame.layout.hasListings)
    swap(&self.state, &state)
    swap(&self.desk, &desk)
    self.desk.clear(
      seats: frame.layout.seats, watches: frame.layout.watches.count,
      posts: frame.layout.posts.count)
  }

  /// Gives the memory back.
  mutating func giveBack(state: inout State, desk: inout Desk) {
    swap(&self.state, &state)
    swap(&self.desk, &desk)
  }

  /// Whether the month is reported; the warm-up is not.
  @inline(__always)
  var isReported: Bool { month >= 1 }
}

/// What lies on the desk for a month or a window, and means nothing afterwards: memory used again and again.
struct Desk: ~Copyable {
  /// Points of the current window.
  var temptations = Tape()
  var readings = Tape()
  var noises = Tape()
  /// Points above the cut, of the persons who reach there: with the person, for whom alone they count.
  var above = [[AbovePoint]](repeating: [], count: Field.window)

  /// Draws that are made together.
  var batch = Batch()
  var clockBatch = Batch()

  /// Temptations of the month that may be strong enough, and the offences that begin.
  var reached = Column<Int32>()
  var begun = Column<Begun>()
  /// Attempts of the month that meet controls, and those asked in vain to take part in one of them.
  var attempts = Column<Attempt>()
  var refusals = Column<Refusal>()
  /// Attempts that turn elsewhere.
  var displaced = Column<Attempt>()

  /// The clocks that rang this month and begin anew.
  var renewals = Column<Renewal>()

  /// What this month brought: clocks that rang, readings, signals, reports, findings.
  var rung = Column<Int32>()
  var shown = Column<Shown>()
  /// Whether the clean readings of the month are still to be looked at.
  var isReadLater = false
  /// By seat: the tag of the last month with a reading.
  var met = Column<UInt8>()
  /// Void alerts by indicator and colour, and readings on seats where something goes on.
  var voids = Column<Int32>()
  var guilty = Column<Int32>()
  /// Clean alerts that go the long way.
  var clean = Column<CleanAlert>()
  /// Readings that raise an alert only together with others; -1 for the offence of a clean seat.
  var partial = Column<Shown>()
  /// Offences that are stopped on the spot, with the reading that betrayed them.
  var intercepted = Column<Shown>()
  /// Alerts that are answered at once, unless something else on their seat concerns the same risk this
  /// month: clean ones, which are void, and genuine ones.
  var quiet = Column<CleanAlert>()
  var genuine = Column<Shown>()
  /// The rows of the genuine ones that are not verified.
  var unverified = Column<Int32>()
  var raised = Column<Signal>()
  var several = Column<Signal>()
  var found = Column<Found>()
  /// Leads that this month's findings brought to light.
  var unravelled = Column<Signal>()
  var heard = Column<Heard>()
  var visits: [Visit] = []
  /// Offences that infect this month.
  var sources = Column<Source>()
  /// Share of the established seats of a unit whose occupants are honest; where somebody asks.
  var honest: [Double] = []
  /// Seats that people take at once, and those of them whose temptations reach above the cut.
  var arrivals = Column<Int32>()
  var eager = Column<Int32>()
  /// People who are due in one month, and in different ones.
  var dues = DueBag()
  var scattered = Column<Calendar.Dated>()
  /// Seats whose occupants are replaced, exchanged, or stay although they are due.
  var replaced = Column<Int32>()
  var exchanged = Column<Int32>()
  var refused = Column<Int32>()
  /// Of the replaced, those who leave nothing behind.
  var replacedQuietly = Column<Int32>()
  /// Offences that go on with the successor.
  var passed = Column<Int32>()
  /// What every clock is charged this month: all bits where the cause acts on everybody.
  var mask: [Clocks] = []
  /// By seat; empty until something is raised.
  var stamps = Column<Stamp>()
  /// Rows that are all alike, counted until the end of the month or, where nobody asks for months, of the run:
  /// answered alerts, moves and findings.
  var answered = Bunch()
  var moves = Bunch()
  var findings = Bunch()

  mutating func clear(seats: Int, watches: Int, posts: Int) {
    begun.clear()
    attempts.clear()
    displaced.clear()
    passed.clear()
    renewals.clear()
    rung.clear()
    shown.clear()
    clean.clear()
    partial.clear()
    intercepted.clear()
    raised.clear()
    found.clear()
    unravelled.clear()
    heard.clear()
    quiet.clear()
    genuine.clear()
    stamps.clear()
    met.reset(to: 0, count: seats)
    answered.reset(watches << 4)
    moves.reset(posts * 8)
    findings.reset(posts * 8)
  }
}

/// A clock that rang and begins anew.
struct Renewal {
  var offence: Int32
  var cause: Int32
  /// How often it has rung.
  var ordinal: Int32
}

/// An offence that begins, before its luck is drawn.
struct Begun {
  var seat: Int32
  var exposure: Int32
  var offence: Int32
  /// The first of its accomplices, or -1, and what they multiply its loss by.
  var accomplices: Int32 = -1
  var loss: Float = 1
  /// How much more easily it is seen than others.
  var detectability: Float = 1
  /// The part of the month, in 2⁻²⁰, that passed before it.
  var fraction: Int32 = 0
  var id = Meaning(bits: 0)
  var via = Via.tempted
}

/// The signals of a seat in the last month with any.
struct Stamp {
  var month = Int32.min
  /// The risks that they name, folded into 32 bits: what does not meet there meets nowhere.
  var risks: UInt32 = 0
  /// Whether two of them concern one risk.
  var isMeeting = false
}

extension SIMD2 where Scalar == UInt64 {
  /// The set folded into 32 bits.
  @inline(__always)
  var folded: UInt32 {
    let both = x | y
    return UInt32(truncatingIfNeeded: both | both >> 32)
  }
}

/// Counts of rows that are alike: handed to the sink together instead of one by one.
struct Bunch: ~Copyable {
  private(set) var counts = Column<Int32>()
  private(set) var touched = Column<Int32>()

  mutating func reset(_ size: Int) {
    counts.reset(to: 0, count: size)
    touched.clear()
  }

  @inline(__always)
  mutating func add(_ index: Int, times: Int32 = 1) {
    if counts[index] == 0 { touched.append(Int32(index)) }
    counts[index] += times
  }

  /// Puts what was counted into the order of the indices.
  mutating func sort() { touched.sort { $0 < $1 } }

  /// Begins to count anew.
  mutating func clear() {
    for place in touched.indices { counts[Int(touched[place])] = 0 }
    touched.clear()
  }
}

/// An alert on a clean seat, before it is known whether something else concerns it this month.
struct CleanAlert {
  var seat: Int32
  var watch: Int32
  var colour: Int32
  var mark: Float
}

/// A point above the cut: counts only for the person for whom it was looked up.
struct AbovePoint {
  var seat: Int32
  var exposure: Int32
  var mark: Float
  var person: UInt32
}

/// A reading beyond yellow that an active offence gives this month.
struct Shown {
  var seat: Int32
  var watch: Int32
  var offence: Int32
  var colour: UInt8
  /// −ln(1 − tail) of the reading, from which its value follows.
  var mark: Float

  /// Seat and indicator as one number.
  @inline(__always)
  var place: UInt64 { UInt64(UInt32(bitPattern: seat)) << 32 | UInt64(UInt32(bitPattern: watch)) }
}

/// A true report, before anybody decided on it.
struct Heard {
  var offence: Int32
  /// Twice the reporting channel, plus 1 for what came to light otherwise; beyond twice the channels, the
  /// channel of a co-worker.
  var channel: Int32
  var time: Moment
  var id: UInt64
}

/// What a review found this month.
struct Found {
  var review: Int32
  /// The offence, or -1 for a clean seat wrongly found.
  var offence: Int32
  var seat: Int32
  /// What the finding is called.
  var id: UInt64
}

/// What the sink asks for.
struct Wants {
  let offences, prevalence, alerts, reports, leads, waiting, transfers, findings: Bool
  let reviews, moves, vacancies, costs, seats, loss, value, tenure: Bool
  let attempts, notices, exclusions, firings, changes, sessions, admonitions: Bool
  let weaknesses, recommendations, rectifications, cells, screened, interceptions: Bool
  let retaliations, burials, cases, sanctions, recoveries, prosecutions: Bool
  /// Which indicator an alert came from, who reported, and what leads look like from outside.
  let indicator, reporter, appearance: Bool
  /// In which month an alert was answered, or paid for, and somebody moved.
  let answerMonths, moveMonths: Bool
  /// Whether findings are asked where they happened and by what source, and no more.
  let findsAlike: Bool

  init(_ sink: some Sink, keepsLoss: Bool) {
    offences = sink.wants(.offences)
    prevalence = sink.wants(.prevalence)
    alerts = sink.wants(.alerts)
    reports = sink.wants(.reports)
    leads = sink.wants(.leads)
    waiting = sink.wants(.waiting)
    transfers = sink.wants(.transfers)
    findings = sink.wants(.findings)
    reviews = sink.wants(.reviews)
    moves = sink.wants(.moves)
    vacancies = sink.wants(.vacancies)
    costs = sink.wants(.costs)
    seats = sink.wants(.seats)
    attempts = sink.wants(.attempts)
    notices = sink.wants(.notices)
    exclusions = sink.wants(.exclusions)
    firings = sink.wants(.firings)
    changes = sink.wants(.changes)
    weaknesses = sink.wants(.weaknesses)
    recommendations = sink.wants(.recommendations)
    rectifications = sink.wants(.rectifications)
    cells = sink.wants(.cells)
    screened = sink.wants(.screened)
    interceptions = sink.wants(.interceptions)
    sessions = sink.wants(.sessions)
    admonitions = sink.wants(.admonitions)
    retaliations = sink.wants(.retaliations)
    burials = sink.wants(.burials)
    cases = sink.wants(.cases)
    sanctions = sink.wants(.sanctions)
    recoveries = sink.wants(.recoveries)
    prosecutions = sink.wants(.prosecutions)
    loss = keepsLoss || Wants.loss(sink)
    tenure = sink.wants(.tenure, of: .moves)
    value = sink.wants(.value, of: .alerts)
    indicator = sink.wants(.indicator, of: .alerts)
    reporter = sink.wants(.reporter, of: .reports)
    answerMonths = sink.wants(.month, of: .alerts) || costs
    moveMonths = sink.wants(.month, of: .moves)
    findsAlike = ![EventField.month, .body, .stage, .latency, .wrong].contains {
      sink.wants($0, of: .findings)
    }
    appearance = sink.wants(.stage, of: .leads) || sink.wants(.loss, of: .leads)
  }

  /// Whether somebody asks for money that hangs on the loss of offences.
  static func loss(_ sink: some Sink) -> Bool {
    sink.wants(.loss, of: .offences) || outlastingLoss(sink)
  }

  /// Whether somebody asks for money that hangs on the loss of offences from before the first month, too.
  static func outlastingLoss(_ sink: some Sink) -> Bool {
    sink.wants(.loss, of: .leads) || sink.wants(.amount, of: .cases) || sink.wants(.recoveries)
  }
}
