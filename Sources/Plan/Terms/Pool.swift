public import Quantities

/// Counterparties 相对人 with whom offences are committed: bidders, candidates (model.md G2).
///
/// An offence of a risk that names the pool is one with a member of it. Verified, it gives the member a record, and
/// a control that checks records keeps whoever has one out.
public struct PoolTerms: Terms {
  /// Declared name, the key of its luck.
  public var name = ""
  /// How many members it has.
  public var number = Count(1)
  /// Shape of the gamma weights with mean 1 by which members are met; infinity means all alike.
  public var spread = Factor(.infinity)
  /// Share with a record at the beginning, of any age alike.
  public var recorded = Share(0)
  /// Months for which a record stands.
  public var remembers = Months(60)
  /// Share of the excluded for whom another member is sought.
  public var replaces = Share(0)
  /// Share of the members who were given guidance on compliance.
  public var guided = Share(0)
  /// What guidance leaves of the temptation that a member is.
  public var guidance = Factor(1)
  /// The neutral terms.
  public init() {}
}
