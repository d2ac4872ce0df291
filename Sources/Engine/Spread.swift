/// What a run remembers of what spreads among people.
struct Spread: ~Copyable {
  /// Offences that were verified in the last 12 months, where such infect.
  var known = Column<KnownOffence>()

  /// Forgets everything.
  mutating func clear() {
    known.clear()
  }

  /// Becomes like another, and goes its own way from here.
  mutating func become(_ other: borrowing Spread) {
    known.become(other.known)
  }
}

/// An offence that was verified.
struct KnownOffence {
  var id: UInt64
  var seat: Int32
  var risk: Int32
  /// Month of the verification.
  var month: Int32
}
