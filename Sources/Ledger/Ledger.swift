/// Keeps the rows of a run, for traces, stories and tests; the numbers are those of a `Tally`.
public struct Ledger: Sink, Sendable {
  /// The rows, in the order in which they were settled.
  public private(set) var rows: [Row] = []

  /// An empty ledger.
  public init() {}

  /// True: a ledger keeps everything.
  public func wants(_ kind: EventKind) -> Bool { true }

  /// True: a ledger keeps everything.
  public func wants(_ field: EventField, of kind: EventKind) -> Bool { true }

  /// Takes a row whose fields are settled.
  public mutating func settle(_ row: borrowing Row) { rows.append(copy row) }

  /// Forgets the rows, keeping the memory.
  public mutating func reset() { rows.removeAll(keepingCapacity: true) }

  /// Settles the rows once more, into another sink, in their order.
  public func replay(into sink: inout some Sink) {
    for row in rows where sink.wants(row.kind) { sink.settle(row) }
  }

  /// A hash of all rows in their order: part of golden results, so it must not change.
  public var digest: UInt64 {
    var digest = Digest()
    for row in rows {
      digest.add(Int64(row.kind.rawValue))
      digest.add(Int64(row.month))
      digest.add(Int64(row.post))
      digest.add(Int64(row.times))
      for (slot, field) in row.kind.fields.enumerated() {
        // A review that looks for no weaknesses has the digest that it had before there were any.
        if field == .weaknesses, row.slots[slot] == Row.absent { continue }
        digest.add(row.slots[slot])
      }
    }
    return digest.bits
  }
}

/// A 64-bit hash of a sequence of whole numbers (the finaliser of SplitMix64 over a running sum).
public struct Digest: Sendable, Hashable {
  /// The hash so far.
  public private(set) var bits: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The digest of nothing.
  public init() {}

  /// Takes one more number; the order counts.
  public mutating func add(_ number: Int64) {
    var mixed = (bits ^ UInt64(bitPattern: number)) &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
    bits = mixed ^ (mixed &>> 31)
  }
}

/// Hands every row to two sinks, such as a tally and a ledger.
public struct Both<First: Sink, Second: Sink>: Sink {
  /// The sinks.
  public var first: First, second: Second

  /// Both sinks.
  public init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  /// Whether anybody asked for rows of the kind.
  @inlinable
  public func wants(_ kind: EventKind) -> Bool { first.wants(kind) || second.wants(kind) }

  /// Whether anybody asked for the field of the kind.
  @inlinable
  public func wants(_ field: EventField, of kind: EventKind) -> Bool {
    first.wants(field, of: kind) || second.wants(field, of: kind)
  }

  /// Takes a row whose fields are settled.
  @inlinable
  public mutating func settle(_ row: borrowing Row) {
    first.settle(row)
    second.settle(row)
  }
}
