import Ledger
import Plan
import Quantities

/// Readings and alerts (model.md G4). Clean readings below yellow never exist.
extension Run {
  /// Step 6. Clean alerts whose answer is given at once, and void, are left to the admission, which knows whether
  /// anything else is raised this month; unless what indicators name may change until then.
  mutating func read() {
    let isQuick = tables.isImmediate && !wants.leads && !wants.value && !hasOpenLeads
    readGuilty(quickly: isQuick && !tables.hasSharedReadings)
    defer { finishReading() }
    if tables.hasPeculiarSeats { readPeculiar() }
    keepLowestReadings()
    desk.isReadLater = isQuick && tables.arePlain && !tables.keepsList
    guard !desk.isReadLater else { return }
    for index in readings {
      if isQuick {
        readQuickly(desk.readings.points[index])
      } else {
        readClean(desk.readings.points[index])
      }
    }
  }

  /// The places of the month's readings of clean seats in the tail.
  @inline(__always)
  private var readings: Range<Int> {
    window == Field.window(of: month)
      ? desk.readings.range(of: month - Field.firstMonth(of: window)) : 0..<0
  }

  /// An indicator shows the highest of its readings of a month, which is the lowest point of the field.
  private mutating func keepLowestReadings() {
    guard !readings.isEmpty else { return }
    desk.readings.keepLowest(
      of: month - Field.firstMonth(of: window), &desk.met,
      as: UInt8(truncatingIfNeeded: (month + Field.origin) % 255 + 1))
  }

  /// Whether some lead is open from before.
  private var hasOpenLeads: Bool { state.leads.count > state.freeLeads.count }

  /// The clean alerts of the month that are answered at once. Where nothing else is raised that they could meet,
  /// they are void, and only counted.
  mutating func readLater() {
    guard desk.raised.isEmpty, !tables.hasMeetingWatches else {
      for index in readings { readQuickly(desk.readings.points[index]) }
      return
    }
    desk.voids.reset(to: 0, count: tables.watchings.count << 2)
    desk.guilty.makeRoom(readings.count)
    let guilty = Tape.count(
      desk.readings.points, readings, unless: state.ongoing, tables.watchings, in: desk.voids.lent,
      rest: desk.guilty.lent)
    for place in 0..<guilty { readQuickly(desk.readings.points[Int(desk.guilty[place])]) }
    for place in desk.voids.indices where desk.voids[place] > 0 {
      desk.answered.add(
        row(
          ofAnswered: Int32(place >> 2), Int32(place & 3), isGenuine: false, isVerified: false),
        times: desk.voids[place])
    }
  }

  private mutating func readQuickly(_ point: Tape.Point) {
    let watch = Int(point.owner)
    let seat = Int(point.seat)
    guard tables.watchings[watch].isPlain else {
      readClean(point)
      return
    }
    guard point.mark < tables.watchings[watch].yellow, !state.seats[seat].isVacant,
      state.ongoing[seat] == 0 || !isBetrayed(seat, watch)
    else { return }
    desk.quiet.append(
      CleanAlert(
        seat: point.seat, watch: point.owner, colour: tables.watchings[watch].colour(point.mark),
        mark: point.mark))
  }

  /// Alerts that offences raised: of several on one seat and indicator the highest reading counts.
  private mutating func readGuilty(quickly: Bool) {
    guard !desk.shown.isEmpty else { return }
    if tables.hasSharedReadings, desk.shown.count > 1 {
      desk.shown.sort {
        $0.place != $1.place
          ? $0.place < $1.place
          : $0.mark != $1.mark ? $0.mark < $1.mark : $0.offence < $1.offence
      }
    }
    if quickly {
      for place in desk.shown.indices { readAtOnce(desk.shown[place]) }
      desk.shown.clear()
      return
    }
    var index = 0
    while index < desk.shown.count {
      var last = index
      let first = desk.shown[index]
      while last + 1 < desk.shown.count, desk.shown[last + 1].seat == first.seat,
        desk.shown[last + 1].watch == first.watch
      {
        last += 1
      }
      readGuilty(first, index...last)
      index = last + 1
    }
    desk.shown.clear()
  }

  /// An alert that the readings of a seat and an indicator raise together; the first is the highest.
  private mutating func readGuilty(_ first: Shown, _ places: ClosedRange<Int>) {
    let watch = Int(first.watch)
    guard isCovered(Int(first.seat), watch) else { return }
    guard !tables.watchings[watch].isPart else {
      for place in places { desk.partial.append(desk.shown[place]) }
      return
    }
    guard
      tables.watchings[watch].quiet <= 0 || speaksUp(Int(first.seat), watch, first.colour)
    else { return }
    let told = promoted(first)
    let alert = raise(told, isGenuine: true)
    if screensOut(told, alert: alert, isGenuine: true) { return }
    for place in places {
      let offence = desk.shown[place].offence
      intercept(offence, told)
      state.offences[Int(offence)].isAlerted = true
      signal(told, of: Int(offence), alert: offence == first.offence ? alert : -1)
    }
  }

  /// The alert of an offence where answers are given at once.
  @inline(__always)
  private mutating func readAtOnce(_ shown: Shown) {
    let watch = Int(shown.watch)
    guard tables.watchings[watch].isPlain else {
      desk.shown.append(shown)
      readGuilty(shown, desk.shown.count - 1...desk.shown.count - 1)
      desk.shown.removeLast(1)
      return
    }
    state.offences[Int(shown.offence)].isAlerted = true
    desk.genuine.append(shown)
  }

  /// A reading of a clean seat in the tail.
  @inline(__always)
  mutating func readClean(_ point: Tape.Point) {
    let seat = Int(point.seat)
    let watch = Int(point.owner)
    let mark = point.mark
    let watching = tables.watchings[watch]
    guard mark < watching.yellow, !state.seats[seat].isVacant else { return }
    guard watching.every == 1 || isDue(every: watching.every) else { return }
    guard state.ongoing[seat] == 0 || !isBetrayed(seat, watch) else { return }
    guard watching.covers >= 1 || isCovered(seat, watch) else { return }
    var colour = watching.colour(mark)
    guard !watching.isPart else {
      desk.partial.append(
        Shown(
          seat: point.seat, watch: point.owner, offence: -1, colour: UInt8(colour), mark: mark))
      return
    }
    // Without a quiet time nothing needs to be remembered: the field has one reading a month.
    guard watching.quiet <= 0 || speaksUp(seat, watch, UInt8(colour)) else { return }
    if watching.promotes > 0 { colour = promoted(colour, seat, watch) }
    desk.clean.append(
      CleanAlert(seat: Int32(seat), watch: Int32(watch), colour: colour, mark: mark))
  }

  /// Whether an active offence at the seat gives the reading of this indicator.
  @inline(__always)
  private func isBetrayed(_ seat: Int, _ watch: Int) -> Bool {
    let place = frame.layout.posts[Int(frame.layout.postOfSeat[seat])]
    let names = tables.named[watch]
    for exposure in place.exposures
    where names.meets(.one(exposure - place.exposures.lowerBound)) {
      if state.cells[frame.layout.cell(seat, exposure)] >= 0 { return true }
    }
    return false
  }

  /// Whether the indicator has data on the seat.
  @inline(__always)
  func isCovered(_ seat: Int, _ watch: Int) -> Bool {
    let covers = tables.watchings[watch].covers
    guard covers < 1 else { return true }
    let slot = UInt64(frame.layout.slot(of: seat))
    return luck.word(.covered, frame.layout.watches[watch].meaning.with(slot))
      < threshold32(covers)
  }

  /// Whether the seat may raise an alert again: quiet for a time, unless of a higher colour; never twice a month.
  @inline(__always)
  mutating func speaksUp(_ seat: Int, _ watch: Int, _ colour: UInt8) -> Bool {
    let cell = frame.layout.watchCell(seat, watch)
    if state.watched.isEmpty { state.watched.reset(to: .min, count: frame.layout.watchCells) }
    let last = state.watched[cell]
    if last != .min {
      let before = Int(last >> 2)
      if before == month { return false }
      if month - before < tables.watchings[watch].quiet, Int32(colour) <= last & 3 { return false }
    }
    state.watched[cell] = Int32(month) << 2 | Int32(colour)
    return true
  }

  /// Records an alert whose outcome is open.
  mutating func raise(_ shown: Shown, isGenuine: Bool) -> Int32 {
    let index = state.freeAlerts.popLast() ?? Int32(state.alerts.count)
    var alert = Alert(
      seat: shown.seat, watch: shown.watch, month: Int32(month), colour: shown.colour,
      isGenuine: isGenuine, value: wants.value ? value(of: shown) : Row.absent)
    if tables.admonishing[AdmonitionTrigger.void.rawValue] { alert.isStriking = isStriking(shown) }
    if Int(index) == state.alerts.count {
      state.alerts.append(alert)
    } else {
      state.alerts[Int(index)] = alert
    }
    return index
  }

  /// The reading itself, in 2⁻²⁰: the place in the law at which −ln(1 − tail) is the mark.
  @inline(__always)
  func value(of shown: Shown) -> Int64 {
    let watch = frame.layout.watches[Int(shown.watch)]
    let indicator = tables.scheme.indicators[watch.indicator]
    // Several readings together are none.
    guard indicator.together.isEmpty else { return Row.absent }
    var law = indicator.clean
    if shown.offence >= 0 {
      let exposure = Int(state.offences[Int(shown.offence)].exposure)
      let risk = frame.layout.exposures[exposure].risk
      law = indicator.shows.first { $0.under.contains(risk) }?.reading ?? law
    }
    let models = tables.watchings[Int(shown.watch)].models
    let reading = law.quantile(exponential(-Double(max(shown.mark, 0x1p-60)) / models)) * 0x1p20
    return Int64(min(max(reading, -0x1p62), 0x1p62))
  }

  /// What the lead of an alert is called: by indicator, seat and month.
  @inline(__always)
  func leadID(of shown: Shown) -> Meaning {
    let slot = UInt64(frame.layout.slot(of: Int(shown.seat)))
    return frame.layout.watches[Int(shown.watch)].meaning.with(slot << 32 | UInt64(keyed(month)))
  }

  /// The signal of an alert; without a response for its colour it stays unanswered.
  mutating func signal(_ shown: Shown, of offence: Int, alert: Int32) {
    let cause = Int(shown.colour) - 1
    guard tables.answers[cause].isGiven else {
      if alert >= 0 { settle(alert: alert, outcome: nil) }
      return
    }
    admit(
      Signal(
        seat: shown.seat, person: state.people[Int(shown.seat)].id, time: end(of: month),
        id: leadID(of: shown).bits, risks: tables.named[Int(shown.watch)], cause: UInt8(cause),
        source: UInt8(LeadSource.alert.rawValue), offence: Int32(offence), alert: alert))
  }

  /// Takes a signal up for this month's work.
  @inline(__always)
  mutating func admit(_ signal: Signal) {
    if signal.offence >= 0 { state.offences[Int(signal.offence)].holds += 1 }
    desk.raised.append(signal)
  }

  /// A clean alert as a record and a signal.
  mutating func raise(_ clean: CleanAlert) {
    let shown = Shown(
      seat: clean.seat, watch: clean.watch, offence: -1, colour: UInt8(clean.colour),
      mark: clean.mark)
    let alert = raise(shown, isGenuine: false)
    if !screensOut(shown, alert: alert, isGenuine: false) { signal(shown, of: -1, alert: alert) }
  }

  /// A genuine alert as a record and a signal.
  mutating func raise(_ genuine: Shown) {
    signal(genuine, of: Int(genuine.offence), alert: raise(genuine, isGenuine: true))
  }

  /// A signal that names an offence.
  mutating func signal(
    offence index: Int, cause: ResponseCause, source: LeadSource, time: Moment, id: Meaning
  ) {
    guard tables.answers[cause.rawValue].isGiven else { return }
    let offence = state.offences[index]
    let ordinal = frame.layout.exposures[Int(offence.exposure)].ordinal
    admit(
      Signal(
        seat: offence.seat, person: offence.person, time: time, id: id.bits,
        risks: .one(ordinal), cause: UInt8(cause.rawValue), source: UInt8(source.rawValue),
        offence: Int32(index), alert: -1))
  }
}
