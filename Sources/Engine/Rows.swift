import Ledger
import Plan
import Quantities

enum Rows {
  /// Where moves that are alike are counted.
  static func index(of reason: MoveReason, _ complied: Bool?, handover: Bool, at post: Int32) -> Int
  {
    let kind = reason == .rotation ? (complied == true ? 2 : 3) : reason == .refill ? 0 : 1
    return Int(post) << 3 | kind << 1 | (handover ? 1 : 0)
  }
}

/// What happened, as rows for the sink. The warm-up is not reported: a row is dated at its creation.
extension Run {
  /// Where answered alerts that are alike are counted. At one post one indicator is like another, unless somebody
  /// asks which it was.
  @inline(__always)
  func row(ofAnswered watch: Int32, _ colour: Int32, isGenuine: Bool, isVerified: Bool) -> Int {
    let like = wants.indicator || tables.keepsList ? watch : frame.layout.firstWatches[Int(watch)]
    return Int(like) << 4 | (isVerified ? 8 : 0) | (isGenuine ? 4 : 0) | Int(colour)
  }

  @inline(__always)
  private func post(of seat: Int) -> Int32 { seat < 0 ? -1 : frame.layout.postOfSeat[seat] }

  @inline(__always)
  private func flag(_ claim: Bool) -> Int64 { claim ? 1 : 0 }

  /// The row of an offence that is over, or goes on at the horizon.
  mutating func report(offence index: Int) {
    guard wants.offences, state.offences[index].month >= 1 else { return }
    let horizon = end(of: frame.horizon)
    let onset = state.offences[index].onset
    let endedAt = state.offences[index].endedAt
    let verifiedAt = state.offences[index].verifiedAt
    let firstLead = state.offences[index].firstLead
    var row = Row(
      .offences, month: state.offences[index].month,
      post: post(of: Int(state.offences[index].seat)))
    row.slots[0] = Int64(frame.layout.exposures[Int(state.offences[index].exposure)].risk)
    row.slots[1] = Int64(state.offences[index].stage)
    row.slots[2] = state.offences[index].loss
    row.slots[3] = (endedAt == Row.absent ? horizon : endedAt) - onset
    row.slots[4] =
      endedAt == Row.absent
      ? Int64(EndReason.censored.rawValue) : Int64(state.offences[index].reason)
    row.slots[5] = flag(verifiedAt != Row.absent)
    if firstLead != Row.absent { row.slots[6] = firstLead - onset }
    if verifiedAt != Row.absent { row.slots[7] = verifiedAt - onset }
    row.slots[8] = horizon - onset
    row.slots[9] = flag(state.offences[index].isAlerted)
    let accomplices = accomplices(of: index)
    row.slots[10] = flag(accomplices > 0)
    row.slots[11] = accomplices
    row.slots[12] = flag(state.offences[index].via == .infected)
    sink.settle(row)
  }

  /// How many take part in an offence besides its lead person.
  @inline(__always)
  private func accomplices(of index: Int) -> Int64 {
    var number: Int64 = 0
    var link = state.offences[index].accomplices
    while link >= 0 {
      number += 1
      link = state.accomplices[Int(link)].next
    }
    return number
  }

  /// What became of a temptation, and the control that blocked it.
  mutating func report(_ attempt: Attempt, _ outcome: AttemptOutcome, control: Int? = nil) {
    guard wants.attempts, isReported else { return }
    var row = Row(.attempts, month: Int32(month), post: post(of: Int(attempt.seat)))
    row.slots[0] = Int64(frame.layout.exposures[Int(attempt.exposure)].risk)
    row.slots[1] = Int64(outcome.rawValue)
    if let control { row.slots[2] = Int64(control) }
    row.slots[3] = Int64(attempt.via.rawValue)
    sink.settle(row)
  }

  /// A blocked attempt that somebody noticed.
  mutating func report(noticeOf attempt: Attempt, _ control: Int) {
    guard wants.notices, isReported else { return }
    var row = Row(.notices, month: Int32(month), post: post(of: Int(attempt.seat)))
    row.slots[0] = Int64(control)
    sink.settle(row)
  }

  mutating func report(prevalence offence: Offence) {
    var row = Row(.prevalence, month: Int32(month), post: post(of: Int(offence.seat)))
    row.slots[0] = Int64(frame.layout.exposures[Int(offence.exposure)].risk)
    row.slots[1] = Int64(offence.stage)
    sink.settle(row)
  }

  /// Settles an alert; without an outcome it was not answered.
  mutating func settle(alert index: Int32, outcome: Resolution?) {
    let alert = state.alerts[Int(index)]
    state.freeAlerts.append(index)
    if tables.keepsList, let outcome, outcome.isAnswer {
      noteYield(of: Int(alert.watch), isVerified: outcome.status == .verified)
    }
    guard wants.alerts, alert.month >= 1 else { return }
    var row = Row(.alerts, month: alert.month, post: post(of: Int(alert.seat)))
    row.slots[0] = Int64(frame.layout.watches[Int(alert.watch)].indicator)
    row.slots[1] = Int64(alert.colour)
    row.slots[2] = alert.value
    let status = outcome?.status
    row.slots[3] = flag(status == .verified)
    row.slots[4] = flag(status == .void)
    row.slots[5] = flag(status == .verified || status == .void)
    row.slots[6] = flag(alert.isGenuine)
    row.slots[7] = flag(outcome?.isDisposed == true)
    row.slots[8] = flag(outcome?.isFiled == true)
    row.slots[9] = flag(alert.isScreened)
    sink.settle(row)
  }

  mutating func report(
    hearing seat: Int, isRealName: Bool, isAdmitted: Bool, isGenuine: Bool, isMalicious: Bool,
    reporter: Reporter?, channel: ReportChannel
  ) {
    guard wants.reports, isReported else { return }
    var row = Row(.reports, month: Int32(month), post: post(of: seat))
    row.slots[0] = flag(isRealName)
    row.slots[1] = flag(isAdmitted)
    row.slots[2] = flag(isGenuine)
    row.slots[3] = flag(isMalicious)
    if let reporter { row.slots[4] = Int64(reporter.rawValue) }
    // Where no co-worker reports there is nothing to tell apart.
    if frame.causes.coworkers > 0 { row.slots[5] = Int64(channel.rawValue) }
    sink.settle(row)
  }

  /// The row of a lead; one that was answered at once has no list, but an offence, or -1.
  mutating func report(lead: Lead, _ status: ItemStatus, on offence: Int = -1) {
    guard wants.leads, lead.month >= 1 else { return }
    sink.settle(row(of: lead, status, on: offence, isSeen: wants.appearance))
  }

  /// A lead as its row tells it now, with what it looks like from outside.
  func row(of lead: Lead, _ status: ItemStatus, on offence: Int = -1, isSeen: Bool = true) -> Row {
    var row = Row(.leads, month: lead.month, post: post(of: Int(lead.seat)))
    let until = lead.started == .max ? month : Int(lead.started)
    row.slots[0] = Int64(lead.source)
    row.slots[1] = tables.codes[Int(lead.queue)]
    row.slots[2] = Int64(lead.priority)
    row.slots[3] = Int64(status.rawValue)
    row.slots[4] = max(0, end(of: until) - lead.created)
    row.slots[5] = flag(isOverdue(lead, at: month))
    if isSeen {
      let appearance = appearance(of: lead, on: offence)
      row.slots[6] = Int64(appearance.stage)
      row.slots[7] = appearance.loss.hundredths
    }
    row.slots[8] = flag(lead.listing >= 0)
    return row
  }

  mutating func report(waiting lead: Lead, body: Int64, isOverdue: Bool) {
    var row = Row(.waiting, month: Int32(month), post: post(of: Int(lead.seat)))
    row.slots[0] = body
    row.slots[1] = Int64(lead.priority)
    row.slots[2] = flag(isOverdue)
    sink.settle(row)
  }

  mutating func report(transfer seat: Int, from: Int64, to: Int64, delay: Int64) {
    guard wants.transfers, isReported else { return }
    var row = Row(.transfers, month: Int32(month), post: post(of: seat))
    row.slots[0] = from
    row.slots[1] = to
    row.slots[2] = delay
    sink.settle(row)
  }

  mutating func report(
    findingAt seat: Int, _ body: Int64, _ stage: UInt8, _ source: UInt8, latency: Moment?,
    isWrong: Bool
  ) {
    guard isReported else { return }
    var row = Row(.findings, month: Int32(month), post: post(of: seat))
    row.slots[0] = body
    row.slots[1] = Int64(stage)
    row.slots[2] = 1
    row.slots[3] = Int64(source)
    if let latency { row.slots[4] = latency }
    row.slots[5] = flag(isWrong)
    sink.settle(row)
  }

  /// A finding that is like others of its post and source.
  mutating func count(findingAt seat: Int, _ source: UInt8) {
    guard isReported else { return }
    desk.findings.add(Int(post(of: seat)) << 3 | Int(source))
  }

  /// The findings that were counted.
  mutating func reportFindings() {
    desk.findings.sort()
    for place in desk.findings.touched.indices {
      let index = Int(desk.findings.touched[place])
      var row = Row(
        .findings, month: Int32(month), post: Int32(index >> 3), times: desk.findings.counts[index])
      row.slots[2] = 1
      row.slots[3] = Int64(index & 7)
      sink.settle(row)
    }
    desk.findings.clear()
  }

  /// The row of a review's occurrence, and its cost.
  mutating func report(_ visit: Visit) {
    guard isReported, wants.reviews || wants.costs else { return }
    let (cost, body, visited) = bill(of: visit)
    if wants.reviews {
      var row = Row(.reviews, month: Int32(month), post: -1)
      row.slots[0] = Int64(visit.review)
      row.slots[1] = body
      row.slots[2] = Int64(visited)
      row.slots[3] = Int64(desk.found.count { $0.review == visit.review })
      row.slots[4] = cost.hundredths
      if let weaknesses = visit.weaknesses { row.slots[5] = Int64(weaknesses) }
      row.slots[6] = 0
      sink.settle(row)
    }
    if wants.costs { report(cost: .review, cost, seat: -1, body: body) }
  }

  /// What an occurrence costs whom, and how many seats it visits.
  func bill(of visit: Visit) -> (cost: Money, body: Int64, visited: Int) {
    let review = tables.scheme.reviews[Int(visit.review)]
    let (visited, units) = reach(of: visit)
    let cost = Money(review.lump.number) + Money(rounding: review.cost.number * 100 * Double(units))
    let unit = visit.posts.first.map { frame.layout.posts[$0].unit } ?? 0
    let body = tables.codes[
      Int(tables.reviewers[Int(visit.review) * tables.scheme.units.count + unit])]
    return (cost, body, visited)
  }

  /// How many seats and how many units an occurrence visits.
  private func reach(of visit: Visit) -> (seats: Int, units: Int) {
    var seats = 0
    var units: Set<Int> = []
    for post in visit.posts {
      let place = frame.layout.posts[post]
      let visited: Int
      switch visit.choice {
      case .all: visited = tables.headcounts[post]
      case .seats(let draws): visited = draws[post].visits
      case .units(let chosen): visited = chosen[place.unit] ? tables.headcounts[post] : 0
      case .scored(let chosen):
        visited = (place.seat0..<place.seat0 + place.slots).count { chosen[$0] }
      }
      seats += visited
      if visited > 0 { units.insert(place.unit) }
    }
    return (seats, units.count)
  }

  mutating func report(
    move reason: MoveReason, seat: Int, tenure: Int, complied: Bool?, handover: Bool
  ) {
    guard wants.moves, isReported else { return }
    let isCommon = reason != .removal && reason != .sanction
    if !wants.tenure, isCommon {
      // Without its tenure one move is like another: they are counted.
      desk.moves.add(Rows.index(of: reason, complied, handover: handover, at: post(of: seat)))
      return
    }
    var row = Row(.moves, month: Int32(month), post: post(of: seat))
    row.slots[0] = Int64(reason.rawValue)
    row.slots[1] = Int64(tenure) << 20
    row.slots[2] = flag(complied == true)
    row.slots[3] = flag(complied != nil)
    row.slots[4] = flag(handover)
    sink.settle(row)
  }

  /// Many moves of one kind, before their seats change hands.
  mutating func report(
    moves seats: borrowing Column<Int32>, _ reason: MoveReason, complied: Bool?
  ) {
    guard wants.moves, isReported else { return }
    if wants.tenure {
      for place in seats.indices {
        let seat = Int(seats[place])
        report(
          move: reason, seat: seat, tenure: tenure(of: state.seats[seat]), complied: complied,
          handover: false)
      }
      return
    }
    // Neighbours share a post: they are counted together.
    var place = 0
    while place < seats.count {
      let post = frame.layout.postOfSeat[Int(seats[place])]
      let own = frame.layout.posts[Int(post)].seats
      let end = seats.end(of: place) { own.contains($0) }
      desk.moves.add(
        Rows.index(of: reason, complied, handover: false, at: post), times: Int32(end - place))
      place = end
    }
  }

  /// The moves of the month that were counted.
  mutating func reportMoves() {
    let reasons: [MoveReason] = [.refill, .departure, .rotation, .rotation]
    desk.moves.sort()
    for place in desk.moves.touched.indices {
      let index = Int(desk.moves.touched[place])
      let times = desk.moves.counts[index]
      let kind = index >> 1 & 3
      var row = Row(.moves, month: Int32(month), post: Int32(index >> 3), times: times)
      row.slots[0] = Int64(reasons[kind].rawValue)
      row.slots[2] = kind == 2 ? 1 : 0
      row.slots[3] = kind >= 2 ? 1 : 0
      row.slots[4] = Int64(index & 1)
      sink.settle(row)
    }
    desk.moves.clear()
  }

  /// The answered alerts of the month that were counted, and what answering them cost.
  mutating func reportAnswered() {
    desk.answered.sort()
    for place in desk.answered.touched.indices {
      let index = Int(desk.answered.touched[place])
      let times = desk.answered.counts[index]
      if tables.keepsList, times > 0 {
        noteYield(of: index >> 4, isVerified: index & 8 != 0, times: times)
      }
      guard isReported, times > 0 else { continue }
      let watch = frame.layout.watches[index >> 4]
      let isVerified = index & 8 != 0
      let isGenuine = index & 4 != 0
      if wants.alerts {
        var row = Row(.alerts, month: Int32(month), post: Int32(watch.post), times: times)
        row.slots[0] = Int64(watch.indicator)
        row.slots[1] = Int64(index & 3)
        row.slots[3] = flag(isVerified)
        row.slots[4] = flag(!isVerified)
        row.slots[5] = 1
        row.slots[6] = flag(isGenuine)
        row.slots[7] = 0
        row.slots[8] = 0
        row.slots[9] = 0
        sink.settle(row)
      }
      let cause = index & 3 - 1
      let cost = tables.answers[cause].cost
      if wants.costs, cost.hundredths != 0 {
        let unit = frame.layout.posts[watch.post].unit
        var row = Row(.costs, month: Int32(month), post: Int32(watch.post), times: times)
        row.slots[0] = tables.codes[Int(tables.queues[cause * tables.scheme.units.count + unit])]
        row.slots[1] = Int64(Activity.response.rawValue)
        row.slots[2] = cost.hundredths
        row.slots[3] = 0
        sink.settle(row)
      }
    }
    desk.answered.clear()
  }

  /// A vacancy that ends now, or lasts at the horizon.
  mutating func report(vacancyOf seat: Int, until: Moment? = nil) {
    let since = state.vacantSince[seat] >> 1
    let isRemoval = state.vacantSince[seat] & 1 == 1
    // Whoever is removed leaves at the end of a month, all others at its beginning.
    let month = isRemoval ? since : since + 1
    guard wants.vacancies, month >= 1 else { return }
    var row = Row(.vacancies, month: month, post: post(of: seat))
    let reason: MoveReason = isRemoval ? .removal : .departure
    row.slots[0] = Int64(reason.rawValue)
    row.slots[1] = (until ?? end(of: self.month - 1)) - end(of: Int(since))
    sink.settle(row)
  }

  mutating func report(cost activity: Activity, _ amount: Money, seat: Int, body: Int64? = nil) {
    guard wants.costs, isReported, amount.hundredths != 0 else { return }
    var row = Row(.costs, month: Int32(month), post: post(of: seat))
    if let body { row.slots[0] = body }
    row.slots[1] = Int64(activity.rawValue)
    row.slots[2] = amount.hundredths
    row.slots[3] = 0
    sink.settle(row)
  }
}
