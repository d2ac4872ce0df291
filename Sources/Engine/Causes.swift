import Plan
import Quantities

/// Eight clocks, or eight charges, in units of 2⁻²⁶ (clock-notes.md).
typealias Clocks = SIMD8<Int32>

extension Clocks {
  /// 1 if some clock has rung, else 0: one sign bit of all.
  @inline(__always)
  var isAnyNegative: Int {
    let four = lowHalf | highHalf
    let two = four.lowHalf | four.highHalf
    return Int(truncatingIfNeeded: UInt32(bitPattern: two.x | two.y) &>> 31)
  }
}

extension Clocks {
  /// The lanes whose clock has rung: a byte each, all bits or none, the first lane lowest.
  @inline(__always)
  var negativeLanes: UInt64 {
    let signs = SIMD8<UInt8>(truncatingIfNeeded: self &>> 31)
    return UInt64(littleEndian: unsafeBitCast(signs, to: UInt64.self))
  }
}

/// How often each of eight clocks has rung.
typealias Rings = SIMD8<UInt16>

/// What can act on an active offence: one clock each, in this order.
///
/// The first causes mean the same for every offence; the last are the indicators that watch its risk.
struct Causes {
  let reportings: Int
  /// As many as reporting channels where some channel has co-workers, else none.
  let coworkers: Int
  let reviews: Int
  let watches: Int
  /// How many clocks, and how many vectors of eight.
  let count: Int
  let vectors: Int

  /// The causes that see an offence, each the sooner the plainer it is.
  let seeing: Range<Int>
  /// The first review, and the first indicator.
  let firstReview: Int
  let firstWatch: Int

  /// The offence ends by itself.
  static let end = 0
  /// The offence rises a stage.
  static let escalation = 1

  /// Somebody who saw it reports it.
  func hears(_ reporting: Int) -> Int { 2 + 2 * reporting }
  /// It comes to light otherwise.
  func other(_ reporting: Int) -> Int { 3 + 2 * reporting }
  /// A co-worker reports it.
  func coworker(_ reporting: Int) -> Int { 2 + 2 * reportings + reporting }
  /// A review finds it.
  func review(_ review: Int) -> Int { firstReview + review }
  /// The indicator with this place among those of the exposure raises an alert.
  func watch(_ place: Int) -> Int { firstWatch + place }

  /// The block and the lane of a cause's clock among those of an offence.
  @inline(__always)
  static func block(of cause: Int) -> Int { cause >> 3 }
  @inline(__always)
  static func lane(of cause: Int) -> Int { cause & 7 }

  /// The causes that any of the schemes declares; `watched` is the most indicators on one exposure.
  init(_ schemes: [Scheme], watched: Int) {
    reportings = schemes.map(\.reportings.count).max() ?? 0
    let tell = schemes.contains { $0.reportings.contains { $0.isOn && $0.coworkers.number > 0 } }
    coworkers = tell ? reportings : 0
    reviews = schemes.map(\.reviews.count).max() ?? 0
    watches = watched
    firstReview = 2 + 2 * reportings + coworkers
    firstWatch = firstReview + reviews
    count = firstWatch + watches
    vectors = (count + 7) / 8
    seeing = 2..<firstWatch
  }
}

/// A hazard as the charge of a clock: capped where it is all but certain; infinite means certain.
func charge(_ hazard: Double) -> Int32 {
  if hazard == .infinity { return .max }
  return hazard > 0 ? Int32(min(hazard, 8) * 0x1p26 + 0.5) : 0
}

/// The hazard of a probability: −ln(1 − p), infinite for what is certain.
func hazard(ofShare share: Double) -> Double {
  share >= 1 ? .infinity : share <= 0 ? 0 : -logOnePlus(-share)
}
