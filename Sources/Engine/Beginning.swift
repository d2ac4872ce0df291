import Ledger
import Plan
import Quantities

/// How a run begins, and how an arm takes its own terms over (model.md 2).
extension Run {
  /// Fills the seats before the first month: tenure at its stationary age, or as the scenario says.
  mutating func populate(cold isCold: Bool) {
    let layout = frame.layout
    let queues = tables.scheme.bodies.count + 1 + tables.scheme.units.count
    state.clear(seats: layout.seats, layout: layout, months: frame.months, queues: queues)
    state.begin(at: month)
    beginToLearn()
    if layout.programmes > 0 {
      state.schooling.begin(
        programmes: layout.programmes, seats: layout.seats, fields: WorkField.allCases.count)
    }
    for post in layout.posts.indices {
      state.occupied[post] = tables.headcounts[post]
      seatFirst(post, ages: ages(post, cold: isCold))
    }
    if tables.keepsList { beginList() }
    if isCold { beginWithOffences() }
  }

  /// The time in post that a person has at the beginning.
  private func ages(_ post: Int, cold isCold: Bool) -> Ages {
    if isCold, let tenure = tables.scheme.officials.tenure {
      if case .uniform(let low, let high) = tenure { return .uniform(low: low, span: high - low) }
      return .declared(tenure)
    }
    let shares = stationaryAges(post)
    return shares.count > 1 ? .shares(shares) : .none
  }

  /// Cumulative shares of the months in post, in proportion to survival there under turnover and rotation.
  private func stationaryAges(_ post: Int) -> [Double] {
    let leaving = tables.turnover?.rate.number ?? 0
    let duty = tables.duties[post]
    let rotation = Int(duty.rotation)
    guard leaving > 0 || rotation >= 0 else { return [] }
    let stays = exponential(-leaving)
    var survival = 1.0
    var sums: [Double] = []
    var sum = 0.0
    var due = rotation >= 0 ? duty.cycle : .max
    for age in 0..<6000 {
      if age == due {
        survival *= 1 - tables.scheme.rotations[rotation].coverage.number
        due += duty.retry
      }
      sum += survival
      sums.append(sum)
      survival *= stays
      if survival < 1e-9 * sum { break }
    }
    return sums.map { $0 / sum }
  }

  /// `risk.initial`: offences that are there when a cold start begins.
  private mutating func beginWithOffences() {
    for (index, exposure) in frame.layout.exposures.enumerated() {
      let risk = tables.scheme.risks[exposure.risk]
      let share = risk.initial.number
      guard share > 0, tables.onsets[index].hazard > 0 || risk.at.posts.contains(exposure.post)
      else { continue }
      let place = frame.layout.posts[exposure.post]
      for slot in 0..<tables.headcounts[exposure.post] {
        let seat = place.seat0 + slot
        let meaning = exposure.meaning.with(UInt64(slot))
        guard certainly(luck.word(.initial, meaning), below: share) else { continue }
        conceive(seat, index, frame.layout.cell(seat, index))
      }
    }
    begin(atStart: true)
  }

  /// Takes an arm's own terms over at the beginning of month 1.
  mutating func take(over next: Tables) {
    turn(to: next)
  }

  /// Step 1: a change of the arm's terms that begins this month.
  mutating func turn(_ program: Program) {
    guard month != 1, program.turns.contains(month) else { return }
    turn(toScheme: ruled(program.scheme(in: month)))
  }

  /// Other terms from this month on.
  mutating func turn(toScheme scheme: Scheme) {
    var laws = GammaTables()
    laws.remember(tables)
    let counts = scheme.posts.indices.map { post in
      scheme.posts[post].headcount == tables.scheme.posts[post].headcount && scheme.posts[post].isOn
        ? tables.headcounts[post] : headcount(of: scheme.posts[post])
    }
    turn(
      to: Tables(
        scheme, baseline: tables.baseline, layout: frame.layout, causes: frame.causes,
        headcounts: counts, laws: &laws))
  }

  private func headcount(of post: PostTerms) -> Int {
    guard post.isOn else { return 0 }
    let word = luck.word(.headcount, Meaning(post.path))
    return Int(min(max(0, post.headcount.quantile(uniform(word)).rounded()), 1e6))
  }

  /// Puts new tables in force: what is stored of the future is priced anew.
  private mutating func turn(to next: Tables) {
    // What was answered until now cost what it cost then.
    reportAnswered()
    let old = tables
    tables = next
    learnAnew(from: old)
    takeListOver(from: old)
    if next.frailty != old.frailty { redrawFrailty() }
    if next.pools != old.pools { state.aftermath.isMixed = true }
    changeHeadcounts(from: old)
    if next.turnover != old.turnover { repriceExits(from: old.turnover) }
    if !zip(next.duties, old.duties).allSatisfy({ $0.hasDates(of: $1) }) { rescheduleDues() }
    drawMissingClocks()
    requeue(from: old)
    // The field is the same; how far this arm looks into it is not.
    window = .min
  }

  private mutating func redrawFrailty() {
    for seat in state.seats.indices where !state.seats[seat].isVacant {
      let word = luck.block(.person, Meaning(bits: state.people[seat].id)).0
      state.seats[seat].frailty = tables.frailty.value(word)
    }
  }

  /// Added seats are vacant and filled after `refill`, at once without turnover; removed ones leave (model.md 34).
  private mutating func changeHeadcounts(from old: Tables) {
    for post in frame.layout.posts.indices {
      let before = post < old.headcounts.count ? old.headcounts[post] : 0
      let after = tables.headcounts[post]
      let seat0 = frame.layout.posts[post].seat0
      for slot in after..<max(after, before) {
        let seat = seat0 + slot
        guard !state.seats[seat].isVacant else { continue }
        endOffences(at: seat, .left)
        vacate(seat, since: month - 1, .departure)
      }
      for slot in before..<max(after, before) {
        let seat = seat0 + slot
        state.vacantSince[seat] = Int32(month - 1) << 1
        let word = luck.word(.refill, frame.layout.meaning(ofSeat: seat), state.vacancies[seat])
        let delay = tables.turnover.map { max(0, $0.refill.quantile(uniform(word)).rounded(.up)) }
        if let delay, delay > 0 {
          state.refills.add(
            seat, UInt64(state.vacancies[seat]), month: month + Int(min(delay, 1e6)))
        } else {
          fill(seat)
        }
      }
    }
  }

  private mutating func rescheduleDues() {
    state.dues.forget(from: month)
    for seat in state.seats.indices where !state.seats[seat].isVacant {
      if tables.duties[Int(state.people[seat].post)].rotation >= 0 { scheduleDue(seat) }
    }
  }

  /// What could not act before, but can now, gets its clock.
  private mutating func drawMissingClocks() {
    let causes = frame.causes
    for place in stride(from: 0, to: state.active.count, by: causes.vectors) {
      let offence = state.offences[Int(state.active[place].offence)]
      let exposure = Int(offence.exposure)
      for charged in tables.births[exposure].charged {
        let cause = Int(tables.charged[Int(charged)].cause)
        let block = place + Causes.block(of: cause)
        let lane = Causes.lane(of: cause)
        guard state.active[block].clocks[lane] == .max else { continue }
        state.active[block].clocks[lane] = frame.clock(
          cause, of: Meaning(bits: offence.id), exposure, offence.detectability, ordinal: 0, luck)
      }
    }
  }

  /// Unstarted items go to whom the new terms send them, with the new priority; without a response they lapse.
  private mutating func requeue(from old: Tables) {
    let queues = tables.scheme.bodies.count + 1 + tables.scheme.units.count
    let reaches = (tables.hasGaps || old.hasGaps) && tables.scheme.bodies != old.scheme.bodies
    guard tables.answers != old.answers || tables.queues != old.queues || reaches else { return }
    state.waiting.reset(to: Heap(), count: queues)
    state.aftermath.overdue.forget(from: month)
    for index in state.leads.indices {
      let lead = state.leads[index]
      guard lead.id != 0, lead.status == UInt8(ItemStatus.queued.rawValue) else { continue }
      if tables.answers[Int(lead.cause)].isGiven {
        enqueue(index)
      } else {
        close(index, Resolution(status: .lapsed))
      }
    }
  }
}

/// How long people have been in a post when a run begins.
enum Ages {
  case none
  case declared(Distribution)
  case uniform(low: Double, span: Double)
  /// Cumulative shares by age just after a month's moves; by the next month's everybody is a month older.
  case shares([Double])

  /// Whole months, of a uniform number.
  @inline(__always)
  func months(_ u: Double) -> Int32 {
    switch self {
    case .none: 0
    case .uniform(let low, let span): Int32(max(0, min(low + span * u, 1e5)))
    case .declared(let law): Int32(max(0, min(law.quantile(u), 1e5)))
    case .shares(let sums): Int32(sums.partitioningIndex { $0 > u }) + 1
    }
  }
}

extension State {
  /// Tells the calendars which month comes first.
  mutating func begin(at month: Int) {
    exits.begin(at: month)
    refills.begin(at: month)
    dues.begin(at: month)
    results.begin(at: month)
    lapses.begin(at: month)
    aftermath.begin(at: month)
    loop.due.begin(at: month)
  }
}

extension Array {
  /// The first index at which a claim holds that, once true, stays true; the last if none.
  func partitioningIndex(where claim: (Element) -> Bool) -> Int {
    var low = 0
    var high = count - 1
    while low < high {
      let middle = (low + high) / 2
      if claim(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return Swift.max(0, low)
  }
}
