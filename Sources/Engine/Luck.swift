import Quantities

/// What a draw is for. The raw value is part of the counter, so it is part of the results: append only.
enum Purpose: UInt32 {
  case uncertain = 1
  case headcount, person, tenure, temptation, aboveCut, reading, noise
  case onset, clock, handover
  case coin, exchange, refill, selection, score, wrongs
  case verify, real, admission, covered, initial, transfer
  case attempt, collusion
  /// What follows results and reports.
  case form = 40
  case unverified, bury, unravel, appearance, reporter, known, moved, reminder
  /// The list of risk points, what reviews reveal, remedies.
  case listing = 60
  case weakness, remedy
  /// What spreads among people and what influences them.
  case contagion = 80
  case conformity, reached
  /// What becomes of alerts before anybody works on them, and readings that are partly the seat's own.
  case screen = 100
  case interception, peculiar
  /// Whom a body reaches.
  case reach
  /// Whom an attempt is with, who of them has a record, where what is stopped turns to.
  case counterparty = 120
  case record, displacement
  /// What a successor is drawn into.
  case succession = 140
  /// What the visit after an admonition sees.
  case admonition = 160
}

/// The luck of one run: a field that any draw can be read from, in any order (model.md 25, 26).
///
/// The Philox key is the seed and the run; the counter is what the draw belongs to: the hash of a declared
/// path, a person or an offence, an occasion, and the purpose. Nothing depends on the policy or on the
/// order of execution, so two policies share their luck until they make the difference themselves.
struct Luck {
  let key: (UInt32, UInt32)

  init(seed: UInt64, run: UInt64) {
    let mixed = Meaning(bits: seed).with(run).words
    key = (mixed.low, mixed.high)
  }

  /// Four words of chance.
  @inline(__always)
  func block(
    _ purpose: Purpose, _ meaning: Meaning, _ index: UInt32 = 0, _ sub: UInt32 = 0
  ) -> Words {
    let words = meaning.words
    return philox4x32(
      key: key, counter: (words.low, words.high, index, purpose.rawValue << 24 | sub))
  }

  /// One word of chance.
  @inline(__always)
  func word(_ purpose: Purpose, _ meaning: Meaning, _ index: UInt32 = 0) -> UInt32 {
    block(purpose, meaning, index).0
  }
}

extension Meaning {
  /// Two meanings as one: both are hashes of all bits already.
  @inline(__always)
  func joined(_ other: Meaning) -> Meaning { Meaning(bits: bits ^ other.bits) }
}

/// One of so many, each as likely. The brackets count: Swift shifts before it multiplies.
@inline(__always)
func choice(_ word: UInt32, of count: Int) -> Int { Int((UInt64(word) &* UInt64(count)) >> 32) }

/// A month as part of a key: never negative.
@inline(__always)
func keyed(_ month: Int) -> UInt32 { UInt32(truncatingIfNeeded: month + Field.origin) }
