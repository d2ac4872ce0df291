/// A curve over time in post: linear between its points, flat outside.
public struct Curve: Sendable, Hashable {
  public struct Point: Sendable, Hashable {
    /// Months.
    public var at: Double
    public var value: Double
    public init(at: Double, value: Double) {
      self.at = at
      self.value = value
    }
  }
  public var points: [Point]
  public init(_ points: [Point]) { self.points = points.sorted { $0.at < $1.at } }
  public init(constant: Double) { points = [Point(at: 0, value: constant)] }
}
