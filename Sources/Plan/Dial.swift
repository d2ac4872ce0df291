public import Quantities

/// One adjustable number of a scheme: turned by defaults, overlays, sweeps, `~` draws and rules alike.
public struct Dial: Sendable, Hashable {
  /// The canonical path, in English words: `rotation.every`, `risk.tailored_spec.rate`.
  public let path: String
  /// The dimension of the number.
  public let dimension: Dimension
  /// The bounds, in canonical numbers; a turn beyond them is clipped.
  public let bounds: ClosedRange<Double>
  /// Where the number stands.
  public let place: any WritableKeyPath<Scheme, Double> & Sendable

  /// Makes a dial.
  public init(
    path: String, dimension: Dimension, bounds: ClosedRange<Double>,
    place: any WritableKeyPath<Scheme, Double> & Sendable
  ) {
    self.path = path
    self.dimension = dimension
    self.bounds = bounds
    self.place = place
  }

  /// The number as the scheme has it.
  public func read(_ scheme: Scheme) -> Double { scheme[keyPath: place] }

  /// Sets the number, within the bounds.
  public func turn(_ scheme: inout Scheme, to number: Double) {
    scheme[keyPath: place] = min(max(number, bounds.lowerBound), bounds.upperBound)
  }
}

/// What is done to a dial.
public struct Change: Sendable, Hashable {
  /// How the amount is applied.
  public enum Operation: Sendable, Hashable, CaseIterable {
    case set, add, subtract, multiply, divide
  }

  /// A number, or a distribution drawn once per outer draw, keyed by the dial's path.
  public enum Amount: Sendable, Hashable {
    case fixed(Double)
    case drawn(Distribution)
  }

  /// Which dial.
  public let dial: Dial
  /// How.
  public let operation: Operation
  /// By how much.
  public let amount: Amount
  /// First month in which it holds; 1 is the start.
  public let from: Int
  /// Months over which it grows linearly from nothing to its whole.
  public let phaseIn: Int

  /// Makes a change.
  public init(
    _ dial: Dial, _ operation: Operation, _ amount: Amount, from: Int = 1, phaseIn: Int = 0
  ) {
    self.dial = dial
    self.operation = operation
    self.amount = amount
    self.from = from
    self.phaseIn = phaseIn
  }
}
