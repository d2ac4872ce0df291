/// A curve over time in post: linear between its points, flat outside (model.md, settled detail 15).
public struct Curve: Sendable, Hashable {
  /// A point of a curve.
  public struct Point: Sendable, Hashable {
    /// The time, in months.
    public var at: Double
    /// The value there.
    public var value: Double

    /// A point of a curve.
    public init(at: Double, value: Double) {
      self.at = at
      self.value = value
    }
  }

  /// The points, in order of time. Two at one time make a jump, whose later value holds there.
  public var points: [Point]

  /// The curve through the points, in whatever order they are given.
  public init(_ points: [Point]) { self.points = points.sorted { $0.at < $1.at } }

  /// The same value at all times.
  public init(constant: Double) { points = [Point(at: 0, value: constant)] }

  /// The value at a time in months; 0 if the curve has no points.
  public func value(at time: Double) -> Double {
    guard let next = points.firstIndex(where: { $0.at > time }) else {
      return points.last?.value ?? 0
    }
    guard next > 0 else { return points[0].value }
    let (left, right) = (points[next - 1], points[next])
    return left.value + (right.value - left.value) * ((time - left.at) / (right.at - left.at))
  }

  /// The highest value; 0 if the curve has no points.
  public var highest: Double { points.map(\.value).max() ?? 0 }

  /// The lowest value; 0 if the curve has no points.
  public var lowest: Double { points.map(\.value).min() ?? 0 }
}
