import Quantities

/// What does not change in the runs of a plan: where things stand, what can act, the table of logarithms.
struct Frame {
  let layout: Layout
  let causes: Causes
  let logs: ExponentialTable
  let warmUp: Int
  let horizon: Int

  /// Months for which calendars keep bags.
  var months: Int { warmUp + horizon + 2 }

  /// A clock of a cause: a unit exponential of the offence's own, in 2⁻²⁶.
  ///
  /// What can see the offence runs against its concealment; its end, its rise and its readings do not.
  @inline(__always)
  func clock(
    _ cause: Int, of id: Meaning, _ exposure: Int, _ detectability: Float, ordinal: Int,
    _ luck: Luck
  ) -> Int32 {
    if cause <= Causes.escalation { return courseClock(cause, of: id, ordinal: ordinal, luck) }
    let isReading = cause >= causes.watch(0)
    let purpose: Purpose =
      isReading ? .watch : cause < causes.review(0) ? .channel : .review
    let key = layout.clockKeys[exposure * causes.count + cause]
    // Both are hashes of all bits: together they are one.
    let words = luck.block(purpose, Meaning(bits: id.bits ^ key.bits), UInt32(ordinal >> 2))
    let word =
      ordinal & 2 == 0
      ? (ordinal & 1 == 0 ? words.0 : words.1) : (ordinal & 1 == 0 ? words.2 : words.3)
    return isReading || detectability == 1
      ? logs.clock(word) : logs.clock(word, factor: Double(detectability))
  }

  /// The clock of the offence's own end or rise; apart, so that nobody draws it who has neither.
  @inline(never)
  private func courseClock(
    _ cause: Int, of id: Meaning, ordinal: Int, _ luck: borrowing Luck
  ) -> Int32 {
    let words = luck.block(.course, id)
    return logs.clock(cause == Causes.end ? words.0 : ordinal == 0 ? words.1 : words.2)
  }
}
