import Ledger
import Plan
import Quantities

/// What becomes of alerts before anybody works on them 筛选、事中拦截 (model.md G4).
extension Run {
  /// Whether a screen takes the alert out: it is settled then, and nobody ever works on it.
  mutating func screensOut(_ shown: Shown, alert: Int32, isGenuine: Bool) -> Bool {
    let watch = Int(shown.watch)
    guard tables.watchings[watch].isScreened else { return false }
    let id = leadID(of: shown)
    var isKept = true
    for screening in tables.screens[watch] {
      let share = isGenuine ? screening.keeps : 1 - screening.cuts
      if !certainly(luck.word(.screen, id.joined(screening.meaning)), below: share) {
        isKept = false
      }
    }
    if wants.screened, isReported { report(screeningOf: shown, isKept: isKept) }
    guard !isKept else { return false }
    state.alerts[Int(alert)].isScreened = true
    settle(alert: alert, outcome: nil)
    return true
  }

  /// A genuine alert above yellow may stop the transaction that it reads. What is stopped ends when all alerts of the
  /// month are raised, so that each of them still has its offence.
  mutating func intercept(_ offence: Int32, _ shown: Shown) {
    let share = tables.watchings[Int(shown.watch)].intercepts
    guard share > 0, shown.colour > UInt8(Colour.yellow.rawValue) else { return }
    let id = leadID(of: shown).with(state.offences[Int(offence)].id)
    guard certainly(luck.word(.interception, id), below: share) else { return }
    var stopped = shown
    stopped.offence = offence
    desk.intercepted.append(stopped)
  }

  /// The end of step 6: readings that count together, and what is stopped on the spot.
  mutating func finishReading() {
    if !desk.partial.isEmpty { conjoin() }
    guard !desk.intercepted.isEmpty else { return }
    for place in desk.intercepted.indices {
      let stopped = desk.intercepted[place]
      let index = Int(stopped.offence)
      // Two indicators may stop the same offence.
      guard state.offences[index].isActive else { continue }
      if wants.interceptions, isReported { report(interceptionBy: stopped) }
      // The transaction of this month is held: it costs nothing any more.
      finish(index, .intercepted, at: end(of: month))
    }
    desk.intercepted.clear()
  }

  private mutating func report(screeningOf shown: Shown, isKept: Bool) {
    var row = Row(
      .screened, month: Int32(month), post: frame.layout.postOfSeat[Int(shown.seat)])
    row.slots[0] = Int64(frame.layout.watches[Int(shown.watch)].indicator)
    row.slots[1] = isKept ? 1 : 0
    sink.settle(row)
  }

  private mutating func report(interceptionBy shown: Shown) {
    var row = Row(
      .interceptions, month: Int32(month), post: frame.layout.postOfSeat[Int(shown.seat)])
    row.slots[0] = Int64(frame.layout.watches[Int(shown.watch)].indicator)
    row.slots[1] = value(of: shown)
    sink.settle(row)
  }
}

extension Tables {
  /// One screen as the alerts of an indicator meet it.
  struct Screening {
    let meaning: Meaning
    /// Shares of the genuine that it keeps, and of the others that it takes out.
    let keeps: Double
    let cuts: Double
  }

  /// Which screens the alerts of each watch pass.
  mutating func foldScreens(_ layout: Layout) {
    hasPeculiarSeats = watchings.contains { $0.isOn && $0.stable > 0 }
    guard scheme.screens.contains(where: \.isOn) else { return }
    screens = layout.watches.map { watch in
      scheme.screens.filter { $0.isOn && ($0.of.isEmpty || $0.of.contains(watch.indicator)) }.map {
        Screening(
          meaning: Meaning("screen." + $0.name), keeps: $0.keepsTrue.number,
          cuts: $0.cutsFalse.number)
      }
    }
    for watch in watchings.indices { watchings[watch].isScreened = !screens[watch].isEmpty }
  }
}
