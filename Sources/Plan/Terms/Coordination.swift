public import Ledger
public import Quantities

/// Sharing of information between bodies 信息共享 (model.md G7).
public struct SharingTerms: Terms {
  /// Declared name or `sharing`.
  public var name = ""
  /// How much is shared.
  public var degree = Share(0.3)
  /// Who shares and who gets it, by index; nil is every body.
  public var from: Int?
  /// Who gets it.
  public var to: Int?
  /// Whether records follow people who change posts.
  public var records = true
  /// Money per month.
  public var cost = PriceRate(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}

/// A joint meeting of bodies 联席会议 (model.md G7).
public struct MeetingTerms: Terms {
  /// Declared name or `meeting`.
  public var name = ""
  /// Months between two meetings.
  public var every = Months(.infinity)
  /// The bodies that meet, by index; empty is all.
  public var of: [Int] = []
  /// Whether what one of them cannot start goes to another that can.
  public var reassigns = true
  /// Money per meeting.
  public var cost = Price(0)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}
}

/// Listing of key cases for supervision from above 挂牌督办 (model.md G7).
public struct ListingTerms: Terms {
  /// Declared name or `listing`.
  public var name = ""
  /// Who supervises.
  public var by = Performer.above
  /// Which leads, by what they look like from outside.
  public var condition = Condition.always
  /// Their rank in the queue.
  public var priority = Count(5)
  /// Factor on the time from start to result.
  public var shortens = Factor(0.75)
  /// Factor on the hazard of being verified.
  public var gain = Factor(1.3)
  /// False where switched off.
  public var isOn = true
  /// The neutral terms.
  public init() {}

  /// What is listed unless it is written: what looks like a crime, or like a loss of a million.
  public static let usual = Condition.or(
    .isOneOf(.stage, [Int64(Stage.crime.rawValue)]),
    .compares(.loss, .greaterOrEqual, Money(1_000_000).hundredths))
}
