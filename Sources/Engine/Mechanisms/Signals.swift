import Ledger
import Plan
import Quantities

/// Readings and alerts (model.md G4). Clean readings below yellow never exist.
extension Run {
  /// Step 6.
  mutating func read() {
    readGuilty()
    guard window == Field.window(of: month) else { return }
    let range = desk.readings.range(of: month - Field.firstMonth(of: window))
    if tables.isImmediate, !wants.leads, !wants.value {
      readQuickly(range)
    } else {
      for index in range { readClean(desk.readings.points[index]) }
    }
  }

  /// Clean alerts whose answer is given at once, and void: rows that are all alike are counted, unless
  /// something else happens on the seat this month.
  private mutating func readQuickly(_ range: Range<Int>) {
    let now = Int32(truncatingIfNeeded: month)
    for index in range {
      let point = desk.readings.points[index]
      let watching = tables.watchings[Int(point.owner)]
      let seat = Int(point.seat)
      guard watching.isPlain, point.mark < watching.yellow, state.seats[seat].active == 0,
        !state.seats[seat].isVacant, state.leadsOfSeat[seat] < 0,
        desk.stamps[seat].month != now
      else {
        readClean(point)
        continue
      }
      let colour: Int32 = point.mark < watching.red ? 3 : point.mark < watching.orange ? 2 : 1
      desk.stamps[seat] = Stamp(month: now, signal: Int32(truncatingIfNeeded: desk.quiet.count))
      desk.quiet.append(
        CleanAlert(seat: point.seat, watch: point.owner, colour: colour, mark: point.mark))
      desk.voids.add(Int(point.owner) << 2 | Int(colour))
    }
  }

  /// Alerts that offences raised: of several on one seat and indicator the highest reading counts.
  private mutating func readGuilty() {
    guard !desk.shown.isEmpty else { return }
    if tables.hasSharedReadings, desk.shown.count > 1 {
      desk.shown.sort {
        $0.place != $1.place
          ? $0.place < $1.place
          : $0.mark != $1.mark ? $0.mark < $1.mark : $0.offence < $1.offence
      }
    }
    var index = 0
    while index < desk.shown.count {
      let first = desk.shown[index]
      var last = index
      while last + 1 < desk.shown.count, desk.shown[last + 1].seat == first.seat,
        desk.shown[last + 1].watch == first.watch
      {
        last += 1
      }
      let watching = tables.watchings[Int(first.watch)]
      if isCovered(Int(first.seat), Int(first.watch)),
        watching.quiet <= 0 || speaksUp(Int(first.seat), Int(first.watch), first.colour)
      {
        let alert = raise(first, isGenuine: true)
        for place in index...last {
          let other = desk.shown[place]
          state.offences[Int(other.offence)].isAlerted = true
          signal(first, of: Int(other.offence), alert: other.offence == first.offence ? alert : -1)
        }
      }
      index = last + 1
    }
    desk.shown.clear()
  }

  /// A reading of a clean seat in the tail.
  @inline(__always)
  private mutating func readClean(_ point: Tape.Point) {
    let seat = Int(point.seat)
    let watch = Int(point.owner)
    let mark = point.mark
    let watching = tables.watchings[watch]
    guard mark < watching.yellow, !state.seats[seat].isVacant else { return }
    guard watching.every == 1 || isDue(every: watching.every) else { return }
    guard state.seats[seat].active == 0 || !isBetrayed(seat, watch) else { return }
    guard watching.covers >= 1 || isCovered(seat, watch) else { return }
    let colour: Colour = mark < watching.red ? .red : mark < watching.orange ? .orange : .yellow
    // Without a quiet time nothing needs to be remembered: the field has one reading a month.
    guard watching.quiet <= 0 || speaksUp(seat, watch, UInt8(colour.rawValue)) else { return }
    note(seat)
    desk.clean.append(
      CleanAlert(
        seat: Int32(seat), watch: Int32(watch), colour: Int32(colour.rawValue), mark: mark))
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
  private func isCovered(_ seat: Int, _ watch: Int) -> Bool {
    let covers = tables.watchings[watch].covers
    guard covers < 1 else { return true }
    let slot = UInt64(frame.layout.slot(of: seat))
    return luck.word(.covered, frame.layout.watches[watch].meaning.with(slot))
      < threshold32(covers)
  }

  /// Whether the seat may raise an alert again: quiet for a time, unless of a higher colour; never twice a month.
  @inline(__always)
  private mutating func speaksUp(_ seat: Int, _ watch: Int, _ colour: UInt8) -> Bool {
    let cell = frame.layout.watchCell(seat, watch)
    let last = state.watched[cell]
    if last != .min {
      let before = Int(last >> 2)
      if before == month { return false }
      if month - before < tables.watchings[watch].quiet, Int32(colour) <= last & 3 { return false }
    }
    state.watched[cell] = Int32(month) << 2 | Int32(colour)
    return true
  }

  /// Records an alert whose outcome is open. Where everything is decided at once it needs no record yet.
  private mutating func raise(_ shown: Shown, isGenuine: Bool) -> Int32 {
    let index = state.freeAlerts.popLast() ?? Int32(state.alerts.count)
    let alert = Alert(
      seat: shown.seat, watch: shown.watch, month: Int32(month), colour: shown.colour,
      isGenuine: isGenuine, value: wants.value ? value(of: shown) : Row.absent)
    if Int(index) == state.alerts.count {
      state.alerts.append(alert)
    } else {
      state.alerts[Int(index)] = alert
    }
    return index
  }

  /// The reading itself, in 2⁻²⁰: the place in the law at which −ln(1 − tail) is the mark.
  private func value(of shown: Shown) -> Int64 {
    let watch = frame.layout.watches[Int(shown.watch)]
    let indicator = tables.scheme.indicators[watch.indicator]
    var law = indicator.clean
    if shown.offence >= 0 {
      let exposure = Int(state.offences[Int(shown.offence)].exposure)
      let risk = frame.layout.exposures[exposure].risk
      law = indicator.shows.first { $0.under.contains(risk) }?.reading ?? law
    }
    let reading = law.quantile(exponential(-Double(max(shown.mark, 0x1p-60)))) * 0x1p20
    return Int64(min(max(reading, -0x1p62), 0x1p62))
  }

  /// The signal of an alert; without a response for its colour it stays unanswered.
  private mutating func signal(
    _ shown: Shown, of offence: Int, alert: Int32, isNoted: Bool = false
  ) {
    let cause = Int(shown.colour) - 1
    guard tables.answers[cause].isGiven else {
      if alert >= 0 { settle(alert: alert, outcome: nil) }
      return
    }
    let watch = Int(shown.watch)
    let slot = UInt64(frame.layout.slot(of: Int(shown.seat)))
    let id = frame.layout.watches[watch].meaning.with(slot << 32 | UInt64(keyed(month)))
    admit(
      Signal(
        seat: shown.seat, person: state.seats[Int(shown.seat)].person, time: end(of: month),
        id: id.bits, risks: tables.named[watch], cause: UInt8(cause),
        source: UInt8(LeadSource.alert.rawValue), offence: Int32(offence), alert: alert))
  }

  /// Takes a signal up for this month's work.
  @inline(__always)
  mutating func admit(_ signal: Signal) {
    note(Int(signal.seat))
    if signal.offence >= 0 { state.offences[Int(signal.offence)].holds += 1 }
    desk.raised.append(signal)
  }

  /// Counts the signals on a seat in this month; a quiet alert that is not alone goes the long way after all.
  @inline(__always)
  private mutating func note(_ seat: Int) {
    let stamp = desk.stamps[seat]
    guard stamp.month == Int32(truncatingIfNeeded: month) else {
      desk.stamps[seat] = Stamp(month: Int32(truncatingIfNeeded: month), signal: Stamp.single)
      return
    }
    desk.stamps[seat].signal = Stamp.several
    guard stamp.signal >= 0 else { return }
    let alert = desk.quiet[Int(stamp.signal)]
    desk.voids.add(Int(alert.watch) << 2 | Int(alert.colour), times: -1)
    desk.clean.append(alert)
  }

  /// Whether the seat had a single signal this month.
  @inline(__always)
  func isSingle(_ seat: Int) -> Bool { desk.stamps[seat].signal == Stamp.single }

  /// A clean alert that must go the long way: as a record and a signal.
  mutating func raise(_ clean: CleanAlert) {
    let shown = Shown(
      seat: clean.seat, watch: clean.watch, offence: -1, colour: UInt8(clean.colour),
      mark: clean.mark)
    signal(shown, of: -1, alert: raise(shown, isGenuine: false), isNoted: true)
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
