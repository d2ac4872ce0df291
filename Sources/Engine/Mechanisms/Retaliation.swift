import Ledger
import Plan
import Quantities

/// What happens to those who report, and what that does to the next (model.md G6).
extension Run {
  /// Who reports: shares of all reports, so that whoever gives a name is anybody but anonymous.
  @inline(__always)
  func reporter(_ reporting: Int, isRealName: Bool, _ u: Double) -> Reporter {
    let sources = tables.scheme.reportings[reporting].sources
    let known = Reporter.allCases.filter { $0 != .anonymous }
    let total = known.reduce(0) { $0 + sources[$1].number }
    let anonymous = sources.anonymous.number
    let unnamed = 1 - tables.channels[reporting].realName
    var rest = u
    if !isRealName {
      let share = total > 0 ? min(1, anonymous / max(unnamed * (anonymous + total), 1e-12)) : 1
      if u < share { return .anonymous }
      rest = (u - share) / (1 - share)
    }
    var sum = 0.0
    for reporter in known {
      sum += sources[reporter].number / total
      if rest < sum { return reporter }
    }
    return .other
  }

  /// Retaliation against somebody who gave a name; what becomes known chills the unit.
  mutating func retaliate(_ reporting: Int, at seat: Int, _ words: Words) {
    let channel = tables.channels[reporting]
    guard certainly(words.1, below: channel.retaliation) else { return }
    let isKnown = certainly(words.2, below: channel.surfaces)
    report(retaliationAt: seat, isKnown: isKnown)
    guard isKnown, channel.chill != 0 else { return }
    if state.aftermath.chills.isEmpty {
      state.aftermath.chills.reset(to: 0, count: frame.layout.units)
    }
    state.aftermath.chills[frame.layout.posts[Int(frame.layout.postOfSeat[seat])].unit] +=
      channel.chill
  }

  /// What was chilled before recovers by a month.
  mutating func recoverFromChills() {
    for unit in state.aftermath.chills.indices where state.aftermath.chills[unit] != 0 {
      let left = state.aftermath.chills[unit] * tables.fades
      // Less than a millionth of the odds is nothing.
      state.aftermath.chills[unit] = left.magnitude < 1e-6 ? 0 : left
    }
  }

  /// Before the month: willingness as chills and kept promises leave it.
  mutating func adaptWillingness() {
    guard !state.aftermath.chills.isEmpty || !state.aftermath.promises.isEmpty else { return }
    for reporting in tables.scheme.reportings.indices {
      // The terms count feedback as kept; what is not kept is taken back.
      let broken = (kept(reporting) - 1) * tables.channels[reporting].feedback
      let odds = tables.scheme.units.indices.map { unit in
        let chill = unit < state.aftermath.chills.count ? state.aftermath.chills[unit] : 0
        return broken + chill == 0 ? 1 : exponential(broken + chill)
      }
      tables.refold(reporting, odds: odds, frame.layout, frame.causes)
    }
  }

  // MARK: - Feedback

  /// Share of the channel's real-name leads of the last 12 months that were begun in time; 1 while there is none.
  private func kept(_ reporting: Int) -> Double {
    guard tables.channels[reporting].promise != nil, !state.aftermath.promises.isEmpty else {
      return 1
    }
    var made: Int32 = 0
    var kept: Int32 = 0
    for place in reporting * Aftermath.ring..<(reporting + 1) * Aftermath.ring {
      let promise = state.aftermath.promises[place]
      guard Int(promise.month) < month, Int(promise.month) >= month - 12 else { continue }
      made += promise.made
      kept += promise.kept
    }
    return made > 0 ? min(1, Double(kept) / Double(made)) : 1
  }

  /// The month at whose end feedback on a lead is due, and the place of its count; nil without a promise.
  @inline(__always)
  private func promise(_ channel: Int16, _ created: Moment) -> (month: Int, place: Int)? {
    guard channel >= 0, channel & 1 == 1, let within = tables.channels[Int(channel) >> 1].promise
    else { return nil }
    let due = max(Int(created >> 20) + within, Int((created + (1 << 20) - 1) >> 20))
    return (due, Int(channel >> 1) * Aftermath.ring + (due + Field.origin) % Aftermath.ring)
  }

  /// A real-name report opens a lead: feedback is due.
  mutating func promiseFeedback(_ signal: Signal) {
    guard let (due, place) = promise(signal.channel, signal.time) else { return }
    if state.aftermath.promises.isEmpty {
      state.aftermath.promises.reset(
        to: Promise(), count: frame.causes.reportings * Aftermath.ring)
    }
    if Int(state.aftermath.promises[place].month) != due {
      state.aftermath.promises[place] = Promise(month: Int32(due))
    }
    state.aftermath.promises[place].made += 1
  }

  /// Work on a real-name lead begins: in time, or not.
  mutating func keepFeedback(_ channel: Int16, _ created: Moment) {
    guard let (due, place) = promise(channel, created), month <= due,
      !state.aftermath.promises.isEmpty
    else { return }
    state.aftermath.promises[place].kept += 1
  }
}
