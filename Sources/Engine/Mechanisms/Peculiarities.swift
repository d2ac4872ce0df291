import Plan
import Quantities

/// Seats that are peculiar but honest: part of what an indicator reads on a clean seat is the seat's own and stays, so
/// that the same seats are falsely alerted again and again (model.md G4, `stable`).
extension Run {
  /// Clean readings of the indicators with such a part: z = √s·(the seat's) + √(1 − s)·(the month's), so that over all
  /// seats a reading has the declared law. They have no field, since the hazard differs from seat to seat.
  mutating func readPeculiar() {
    if state.peculiarities.isEmpty {
      state.peculiarities.reset(to: .nan, count: frame.layout.watchCells)
    }
    for watch in tables.watchings.indices {
      let watching = tables.watchings[watch]
      guard watching.isOn, watching.stable > 0,
        watching.every == 1 || isDue(every: watching.every)
      else { continue }
      let own = watching.stable.squareRoot()
      let other = (1 - watching.stable).squareRoot()
      let post = frame.layout.watches[watch].post
      let seat0 = frame.layout.posts[post].seat0
      for slot in 0..<tables.headcounts[post] where !state.seats[seat0 + slot].isVacant {
        let seat = seat0 + slot
        let meaning = frame.layout.watches[watch].meaning.with(UInt64(slot))
        let word = luck.word(.peculiar, meaning, keyed(month))
        let month = standard.quantile(upper: tail(frame.logs.draw(word) / watching.models))
        let z = own * peculiarity(seat, watch, meaning) + other * month
        let mark = watching.models * hazard(ofShare: standard.survival(z))
        readClean(Tape.Point(seat: Int32(seat), owner: Int32(watch), mark: Float(mark)))
      }
    }
  }

  private var standard: Normal { Normal(mean: 0, deviation: 1) }

  /// The share beyond a mark: 1 − e^(−mark).
  private func tail(_ mark: Double) -> Double { -exponentialMinusOne(-mark) }

  /// The seat's own part, in standard deviations; looked up once.
  private mutating func peculiarity(_ seat: Int, _ watch: Int, _ meaning: Meaning) -> Double {
    let cell = frame.layout.watchCell(seat, watch)
    if state.peculiarities[cell].isNaN {
      state.peculiarities[cell] = Float(standard.quantile(uniform(luck.word(.peculiar, meaning))))
    }
    return Double(state.peculiarities[cell])
  }
}
