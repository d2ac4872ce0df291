import Quantities

/// What does not change in the runs of a plan: where things stand, what can act, the table of logarithms.
struct Frame {
  let layout: Layout
  let causes: Causes
  let logs: ExponentialTable
  let layers: Field.Layers
  let warmUp: Int
  let horizon: Int

  /// Months for which calendars keep bags.
  var months: Int { warmUp + horizon + 2 }

  /// What the clock of a cause on an exposure hangs on, besides the offence.
  @inline(__always)
  func clockKey(_ cause: Int, _ exposure: Int) -> Meaning {
    layout.clockKeys[exposure * causes.count + cause]
  }

  /// What the block of a clock's times hangs on: one block for every four.
  @inline(__always)
  func clockMeaning(_ cause: Int, of id: Meaning, _ exposure: Int, ordinal: Int) -> Meaning {
    let meaning = id.joined(clockKey(cause, exposure))
    return ordinal < 4 ? meaning : meaning.with(UInt64(ordinal >> 2))
  }

  /// A clock of a cause: a unit exponential of the offence's own, in 2⁻²⁶. The block gives the first four.
  @inline(__always)
  func clock(
    _ cause: Int, of id: Meaning, _ exposure: Int, _ detectability: Float, ordinal: Int,
    _ luck: Luck
  ) -> Int32 {
    let words = luck.block(.clock, clockMeaning(cause, of: id, exposure, ordinal: ordinal))
    return clock(words, cause, detectability, ordinal: ordinal)
  }

  /// The clock of a block that was drawn.
  ///
  /// What can see the offence runs against its concealment; its end, its rise and its readings do not.
  @inline(__always)
  func clock(_ words: Words, _ cause: Int, _ detectability: Float, ordinal: Int) -> Int32 {
    let word =
      ordinal & 2 == 0
      ? (ordinal & 1 == 0 ? words.0 : words.1) : (ordinal & 1 == 0 ? words.2 : words.3)
    return detectability == 1 || !causes.seeing.contains(cause)
      ? logs.clock(word) : logs.clock(word, factor: Double(detectability))
  }
}
