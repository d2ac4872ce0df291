/// How the runs of a sample hang together: run r is the inner run i of the outer draw k, r = k·I + i
/// (model.md, settled detail 37).
public struct Design: Sendable, Hashable {
  /// Inner runs for each draw of what is uncertain (I).
  public let inner: Int
  /// Whether anything is uncertain (`~`).
  public let isUncertain: Bool

  /// Nothing is uncertain: every run stands for itself.
  public static let certain = Design(inner: 1, isUncertain: false)

  /// Something is uncertain: so many runs for each draw, at least 1; from 2 on, chance and uncertainty
  /// can be told apart.
  public static func uncertain(inner: Int = 2) -> Design {
    Design(inner: max(inner, 1), isUncertain: true)
  }

  /// The outer draw of a run.
  public func outer(of run: Int) -> Int { run / inner }

  /// The group of a run for the delete-a-group jackknife: runs of one draw stay together.
  func group(of run: Int) -> Int { outer(of: run) % Design.groups }

  /// How many groups there are (architecture.md 6.4).
  static let groups = 32
}
