public import Testing

/// A small repeatable generator (Steele, Lea and Flood 2014) for making test cases.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Begins the stream of a seed.
  public init(seed: some BinaryInteger) { state = UInt64(truncatingIfNeeded: seed) }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Runs a test body for every value and stops at the first that fails, naming it.
///
///     withEvery("seed", in: 0..<500) { seed in
///       var random = SplitMix64(seed: seed)
///       …
///     }
public func withEvery<Values: Sequence>(
  _ name: String, in values: Values, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: (Values.Element) throws -> Void
) {
  for value in values {
    let failures = Failures()
    do {
      // No issue is taken as known; the matcher only sees them pass.
      try withKnownIssue(isIntermittent: true, sourceLocation: sourceLocation) {
        try body(value)
      } matching: { _ in
        failures.count += 1
        return false
      }
    } catch {
      failures.count += 1
      Issue.record(error, sourceLocation: sourceLocation)
    }
    if failures.count > 0 {
      Issue.record("failed with \(name) = \(value)", sourceLocation: sourceLocation)
      return
    }
  }
}

/// Counts the issues of one value; the matcher may be asked from another thread.
private final class Failures: @unchecked Sendable {
  var count = 0
}
