import Ledger
import Plan
import Quantities

/// Rows of the closed loop: lines of the problem list, recommendations, remedies.
extension Run {
  private func flag(_ claim: Bool) -> Int64 { claim ? 1 : 0 }

  /// A line of the problem list, closed at the end of a month, or open at the horizon.
  mutating func report(_ weakness: Weakness, closed: Int?) {
    guard wants.weaknesses, weakness.month >= 1 else { return }
    let place = weakness.place
    let kind = WeaknessKind(rawValue: Int(weakness.kind))
    var row = Row(.weaknesses, month: weakness.month, post: kind == .model ? -1 : place.post)
    row.slots[0] = Int64(weakness.kind)
    if kind != .model {
      let owner =
        place.exposure >= 0
        ? tables.owner(of: frame.layout.exposures[Int(place.exposure)])
        : tables.leader(of: Int(place.unit))
      if let owner { row.slots[1] = Int64(owner) }
    }
    row.slots[2] = Int64(weakness.review)
    row.slots[3] = flag(closed != nil)
    if let closed { row.slots[4] = Int64(closed - Int(weakness.month)) << 20 }
    row.slots[5] = Int64(outlook - Int(weakness.month)) << 20
    if place.risk >= 0 { row.slots[6] = Int64(place.risk) }
    sink.settle(row)
  }

  /// What was proposed to a unit, with its reply: both are settled when it is issued.
  mutating func reportRecommendation(_ index: Int) {
    let remedy = state.loop.remedies[index]
    guard wants.recommendations, isReported, remedy.issuer != UInt8(Issuer.own.rawValue) else {
      return
    }
    let left = Double(outlook - Int(remedy.month))
    let within = tables.scheme.remedies[Int(remedy.terms)].within.number
    var row = Row(.recommendations, month: remedy.month, post: remedy.place.post)
    row.slots[0] = Int64(remedy.issuer)
    row.slots[1] = flag(within <= left && remedy.reply > within)
    row.slots[2] = flag(remedy.reply <= left)
    row.slots[3] = flag(remedy.reply <= left && remedy.isAccepted)
    row.slots[4] = flag(within <= left)
    sink.settle(row)
  }

  private mutating func report(_ remedy: Remedy) {
    guard wants.rectifications, remedy.month >= 1 else { return }
    let left = Double(outlook - Int(remedy.issued))
    let within = tables.scheme.remedies[Int(remedy.terms)].within.number
    let isReported = remedy.reportedAt < .max
    var row = Row(.rectifications, month: remedy.month, post: remedy.place.post)
    row.slots[0] = Int64(remedy.issuer)
    row.slots[1] = Int64(remedy.trigger)
    row.slots[2] = flag(isReported)
    row.slots[3] = flag(remedy.doneAt < .max)
    row.slots[4] = flag(within <= left && remedy.reply > within)
    row.slots[5] = flag(remedy.ordinal > 0)
    row.slots[6] = Int64(outlook - Int(remedy.month)) << 20
    row.slots[7] = flag(remedy.hasRecurred)
    row.slots[8] = flag(remedy.hasRelapsed)
    if isReported { row.slots[9] = Int64(outlook - Int(remedy.reportedAt)) << 20 }
    if remedy.place.risk >= 0 { row.slots[10] = Int64(remedy.place.risk) }
    sink.settle(row)
  }

  /// At the horizon: what is still open, and every remedy as it stands.
  mutating func concludeLoop() {
    for index in state.loop.weaknesses.indices where state.loop.weaknesses[index].month > .min {
      report(state.loop.weaknesses[index], closed: nil)
    }
    for index in state.loop.remedies.indices { report(state.loop.remedies[index]) }
  }
}
