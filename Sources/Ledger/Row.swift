/// One row of what happened: a thing with its settled fields, as whole numbers.
///
/// The fields stand in the slots that `EventKind.fields` gives; a field without a value is `absent`.
public struct Row: Sendable {
  /// The number that stands for "no value": an offence never found has no delay.
  public static let absent = Int64.min

  /// What kind of thing.
  public var kind: EventKind
  /// Month of its creation; 1 is the first reported month.
  public var month: Int32
  /// Post where it happened, or -1 for none.
  public var post: Int32
  /// How many such things the row stands for.
  public var times: Int32
  /// The fields.
  public var slots: InlineArray<13, Int64>

  /// A row without fields yet.
  @inlinable
  public init(_ kind: EventKind, month: Int32, post: Int32, times: Int32 = 1) {
    self.kind = kind
    self.month = month
    self.post = post
    self.times = times
    slots = InlineArray(repeating: Row.absent)
  }
}

/// Where the rows of a run go: counted at once, or kept.
public protocol Sink {
  /// Whether anybody asked for rows of the kind.
  func wants(_ kind: EventKind) -> Bool
  /// Whether anybody asked for the field of the kind: what costs to compute is computed only then.
  func wants(_ field: EventField, of kind: EventKind) -> Bool
  /// Takes a row whose fields are settled.
  mutating func settle(_ row: borrowing Row)
}
