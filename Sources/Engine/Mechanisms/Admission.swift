import Ledger
import Plan
import Quantities

/// Admission: the signals of the month become leads, or are answered at once where nobody has to wait.
extension Run {
  /// What the month brought becomes work.
  mutating func admitSignals() {
    if desk.isReadLater { readLater() }
    for place in desk.clean.indices { raise(desk.clean[place]) }
    desk.clean.clear()
    if tables.isImmediate { sortOut() }
    answerQuiet()
    decideGenuine()
    if wants.answerMonths || tables.keepsList { reportAnswered() }
    guard !desk.raised.isEmpty else { return }
    for place in desk.raised.indices {
      let signal = desk.raised[place]
      // A signal with an answer at once that meets no other item needs no queue and no order.
      let seat = Int(signal.seat)
      if tables.isImmediate, !isMeeting(at: seat), state.leadsOfSeat[seat] < 0 {
        decideAtOnce(signal)
      } else {
        desk.several.append(signal)
      }
    }
    desk.raised.clear()
    guard !desk.several.isEmpty else { return }
    desk.several.sort {
      ($0.seat, $0.time, $0.id, $0.offence) < ($1.seat, $1.time, $1.id, $1.offence)
    }
    for place in desk.several.indices { merge(desk.several[place]) }
    desk.several.clear()
  }

  /// Where answers are given at once: signals of a seat of which two concern one risk go the long way, all of them.
  private mutating func sortOut() {
    guard !desk.raised.isEmpty || tables.hasMeetingWatches else { return }
    if desk.stamps.isEmpty { desk.stamps.reset(to: Stamp(), count: frame.layout.seats) }
    for place in desk.raised.indices {
      stamp(desk.raised[place].seat, desk.raised[place].risks.folded)
    }
    for place in desk.quiet.indices {
      stamp(desk.quiet[place].seat, tables.watchings[Int(desk.quiet[place].watch)].names)
    }
    for place in desk.genuine.indices {
      stamp(desk.genuine[place].seat, tables.watchings[Int(desk.genuine[place].watch)].names)
    }
    var kept = 0
    for place in desk.quiet.indices {
      let alert = desk.quiet[place]
      if desk.stamps[Int(alert.seat)].isMeeting {
        raise(alert)
      } else {
        desk.quiet[kept] = alert
        kept += 1
      }
    }
    desk.quiet.removeLast(desk.quiet.count - kept)
    kept = 0
    for place in desk.genuine.indices {
      let alert = desk.genuine[place]
      if desk.stamps[Int(alert.seat)].isMeeting {
        raise(alert)
      } else {
        desk.genuine[kept] = alert
        kept += 1
      }
    }
    desk.genuine.removeLast(desk.genuine.count - kept)
  }

  /// Whether two signals of a seat concern one risk; where nothing was sorted out there is none.
  @inline(__always)
  private func isMeeting(at seat: Int) -> Bool {
    !desk.stamps.isEmpty && desk.stamps[seat].isMeeting
  }

  /// Notes the risks that a signal concerns.
  @inline(__always)
  private mutating func stamp(_ seat: Int32, _ risks: UInt32) {
    let seat = Int(seat)
    let now = Int32(truncatingIfNeeded: month)
    if desk.stamps[seat].month != now {
      desk.stamps[seat] = Stamp(month: now, risks: risks)
    } else if desk.stamps[seat].risks & risks != 0 {
      desk.stamps[seat].isMeeting = true
    } else {
      desk.stamps[seat].risks |= risks
    }
  }

  /// Clean alerts that are answered at once are void.
  private mutating func answerQuiet() {
    for place in desk.quiet.indices {
      desk.answered.add(
        row(
          ofAnswered: desk.quiet[place].watch, desk.quiet[place].colour, isGenuine: false,
          isVerified: false))
    }
    desk.quiet.clear()
  }

  /// Genuine alerts that are answered at once.
  private mutating func decideGenuine() {
    guard !desk.genuine.isEmpty else { return }
    desk.batch.makeRoom(desk.genuine.count)
    for place in desk.genuine.indices {
      let shown = desk.genuine[place]
      noteLead(Int(shown.offence), end(of: month))
      desk.batch.ask(
        leadID(of: shown).joined(Meaning(bits: state.offences[Int(shown.offence)].id)), at: place)
    }
    desk.batch.draw(.verify, luck)
    keepVerified()
    for place in desk.unverified.indices { desk.answered.add(Int(desk.unverified[place])) }
    for place in desk.genuine.indices {
      let shown = desk.genuine[place]
      let cause = Int(shown.colour) - 1
      let index = Int(shown.offence)
      let seat = Int(shown.seat)
      let item = Item(
        id: leadID(of: shown), seat: seat, person: state.people[seat].id,
        risks: tables.named[Int(shown.watch)], cause: UInt8(cause),
        source: UInt8(LeadSource.alert.rawValue), queue: queue(of: cause, seat: seat))
      let result = find(index..<index + 1, item, isWrong: false)
      if result.isDisposed || result.isFiled {
        report(answered: shown, result)
        if wants.costs {
          report(
            cost: .response, tables.answers[cause].cost, seat: seat, body: tables.codes[item.queue])
        }
      } else {
        desk.answered.add(
          row(ofAnswered: shown.watch, Int32(shown.colour), isGenuine: true, isVerified: true))
      }
    }
    desk.genuine.clear()
  }

  /// Keeps the genuine alerts that are verified, and lists the rows of the others. Nobody can guess which: so no
  /// branch depends on it.
  private mutating func keepVerified() {
    desk.unverified.makeRoom(desk.genuine.count)
    var (kept, others) = (0, 0)
    for place in desk.genuine.indices {
      let shown = desk.genuine[place]
      let hazard =
        tables.answers[Int(shown.colour) - 1].hazard * visibility(of: Int(shown.offence))
      desk.genuine[kept] = shown
      desk.unverified[others] = Int32(
        truncatingIfNeeded: row(
          ofAnswered: shown.watch, Int32(shown.colour), isGenuine: true, isVerified: false))
      let verified = frame.logs.draw(desk.batch[place].0) < hazard ? 1 : 0
      kept &+= verified
      others &+= 1 &- verified
    }
    desk.genuine.makeRoom(kept)
    desk.unverified.makeRoom(others)
  }

  /// The queue of who answers a cause about a seat.
  @inline(__always)
  private func queue(of cause: Int, seat: Int) -> Int {
    let unit = frame.layout.posts[Int(frame.layout.postOfSeat[seat])].unit
    return Int(tables.queues[cause * tables.scheme.units.count + unit])
  }
}
