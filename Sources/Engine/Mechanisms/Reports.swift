import Ledger
import Plan
import Quantities

/// Reports, true and untrue, and what comes to light otherwise (model.md G6).
extension Run {
  /// Step 7: reports are admitted or not; what is admitted becomes a signal.
  mutating func hear() {
    recoverFromChills()
    for place in desk.heard.indices {
      let hearing = desk.heard[place]
      let index = Int(hearing.offence)
      let coworker = Int(hearing.channel) - 2 * frame.causes.reportings
      if coworker < 0, hearing.channel & 1 == 1 {
        signal(
          offence: index, cause: .lead, source: .accident, time: hearing.time,
          id: Meaning(bits: hearing.id))
      } else {
        let offence = state.offences[index]
        let ordinal = frame.layout.exposures[Int(offence.exposure)].ordinal
        take(
          Report(
            reporting: coworker < 0 ? Int(hearing.channel) / 2 : coworker,
            seat: Int(offence.seat), person: offence.person, offence: index,
            risks: .one(ordinal), time: hearing.time, id: Meaning(bits: hearing.id),
            isCoworker: coworker >= 0))
      }
      release(index)
    }
    desk.heard.clear()
    hearNoise()
  }

  /// Reports that are not true: points of a field of their own, on occupied seats.
  private mutating func hearNoise() {
    guard window == Field.window(of: month) else { return }
    let place = month - Field.firstMonth(of: window)
    for index in desk.noises.range(of: place) {
      let point = desk.noises.points[index]
      let seat = Int(point.seat)
      let owner = Int(point.owner)
      guard point.mark < tables.noises[owner], !state.seats[seat].isVacant else { continue }
      let hearing = frame.layout.hearings[owner]
      let slot = UInt64(frame.layout.slot(of: seat))
      // Several in one month on one seat differ by their height in the field.
      let id = hearing.meaning.with(slot << 32 | UInt64(keyed(month))).with(
        UInt64(point.mark.bitPattern))
      let exposures = frame.layout.posts[hearing.post].exposures
      let word = luck.block(.real, id).2
      let named =
        exposures.isEmpty ? RiskSet() : .one(choice(word, of: exposures.count))
      take(
        Report(
          reporting: hearing.reporting, seat: seat, person: state.people[seat].id,
          offence: -1, risks: named, time: end(of: month), id: id))
    }
  }

  private struct Report {
    var reporting: Int
    var seat: Int
    var person: UInt64
    var offence: Int
    var risks: RiskSet
    var time: Moment
    var id: Meaning
    /// Whether a colleague of the unit reports.
    var isCoworker = false
  }

  private mutating func take(_ report: Report) {
    let terms = tables.scheme.reportings[report.reporting]
    let channel = tables.channels[report.reporting]
    let words = luck.block(.real, report.id)
    let isRealName = words.0 < threshold32(channel.realName)
    let isAdmitted = certainly(words.1, below: terms.admits.number)
    let isMalicious = report.offence < 0 && words.3 < threshold32(terms.malicious.number)
    var reporter: Reporter?
    if wants.reporter || isRealName && channel.retaliation > 0 {
      let words = luck.block(.reporter, report.id)
      if wants.reporter {
        reporter =
          report.isCoworker
          ? .employee : self.reporter(report.reporting, isRealName: isRealName, uniform(words.0))
      }
      if isRealName { retaliate(report.reporting, at: report.seat, words) }
    }
    self.report(
      hearing: report.seat, isRealName: isRealName, isAdmitted: isAdmitted,
      isGenuine: report.offence >= 0, isMalicious: isMalicious, reporter: reporter,
      channel: report.isCoworker ? .coworker : .general)
    guard isAdmitted else { return }
    if tables.hasOccasions {
      state.occasions.complaints.append(occasion(at: report.seat))
    }
    if wants.costs || tables.hasBudgets {
      let unit = frame.layout.posts[Int(frame.layout.postOfSeat[report.seat])].unit
      spend(
        Money(terms.cost.number),
        body: tables.receivers[report.reporting * tables.scheme.units.count + unit])
      self.report(
        cost: .reporting, Money(terms.cost.number), seat: report.seat,
        body: tables.receivers[report.reporting * tables.scheme.units.count + unit])
    }
    let cause = isRealName ? ResponseCause.realName : .lead
    guard tables.answers[cause.rawValue].isGiven else { return }
    admit(
      Signal(
        seat: Int32(report.seat), person: report.person, time: report.time, id: report.id.bits,
        risks: report.risks, cause: UInt8(cause.rawValue),
        source: UInt8(LeadSource.report.rawValue),
        channel: Int16(truncatingIfNeeded: report.reporting << 1 | (isRealName ? 1 : 0)),
        offence: Int32(report.offence), alert: -1))
  }

  /// Whether a word falls below a share; a share of 1 always does.
  @inline(__always)
  func certainly(_ word: UInt32, below share: Double) -> Bool {
    share >= 1 || word < threshold32(share)
  }
}
