import Ledger

/// A question with its atoms resolved to places: what is evaluated for means and for every run.
struct Formula {
  /// The question as a tree over variables.
  private indirect enum Node {
    case number(Double)
    case variable(Int)
    case combined(Node, Question.Operation, Node)
    case gini(Unevenness)
  }
  /// A value with its derivatives by the variables.
  struct Slope {
    var value: Double
    var gradient: [Double]
  }

  private let root: Node
  /// The sums that the question reads: the first variables.
  let sums: [Int]
  /// What a whole number of each of them is worth.
  let scales: [Double]
  /// The distributions that it reads: the variables after them.
  let distributions: [Int]

  /// Resolves a question whose atoms were all asked of the sheet.
  init(_ question: Question, in sheet: Sheet) {
    let atoms = question.atoms
    func positions(_ atoms: [Atom]) -> [Int] {
      atoms.map { atom in
        guard let place = sheet.position(of: atom) else {
          preconditionFailure("the sheet was not asked for \(atom)")
        }
        return place
      }
    }
    let summed = atoms.filter { !$0.measure.isDistribution }
    let pooled = atoms.filter(\.measure.isDistribution)
    let order = summed + pooled
    let places = Dictionary(
      zip(order, order.indices), uniquingKeysWith: { first, _ in first })
    func node(_ question: Question) -> Node {
      switch question {
      case .number(let number): .number(number)
      case .atom(let atom): .variable(places[atom] ?? 0)
      case .combined(let left, let operation, let right):
        .combined(node(left), operation, node(right))
      case .gini(let portions):
        .gini(
          Unevenness(
            portions: portions.map { (count: places[$0.count] ?? 0, seats: places[$0.seats] ?? 0) })
        )
      }
    }
    root = node(question)
    sums = positions(summed)
    scales = summed.map(\.measure.scale)
    distributions = positions(pooled)
  }

  /// The value at a point, or nil where it is undefined: a denominator 0, a variable without value.
  func value(at point: [Double?]) -> Double? { Formula.value(root, point).flatMap(finite) }

  private static func value(_ node: Node, _ point: [Double?]) -> Double? {
    switch node {
    case .number(let number): return number
    case .variable(let index): return point[index]
    case .combined(let left, let operation, let right):
      guard let a = value(left, point), let b = value(right, point) else { return nil }
      switch operation {
      case .add: return a + b
      case .subtract: return a - b
      case .multiply: return a * b
      case .divide: return b == 0 ? nil : a / b
      case .minimum: return b < a ? b : a
      case .maximum: return b > a ? b : a
      }
    case .gini(let unevenness): return unevenness.value(at: point)
    }
  }

  /// The value and its derivatives at a point, by forward differentiation (architecture.md 6.5).
  func slope(at point: [Double?]) -> Slope? {
    Formula.slope(root, point).flatMap { finite($0.value) == nil ? nil : $0 }
  }

  private static func slope(_ node: Node, _ point: [Double?]) -> Slope? {
    let flat = [Double](repeating: 0, count: point.count)
    switch node {
    case .number(let number): return Slope(value: number, gradient: flat)
    case .variable(let index):
      guard let value = point[index] else { return nil }
      var gradient = flat
      gradient[index] = 1
      return Slope(value: value, gradient: gradient)
    case .combined(let left, let operation, let right):
      guard let a = slope(left, point), let b = slope(right, point) else { return nil }
      return combined(a, operation, b)
    case .gini(let unevenness): return unevenness.slope(at: point)
    }
  }

  private static func combined(_ a: Slope, _ operation: Question.Operation, _ b: Slope) -> Slope? {
    func both(_ value: Double, _ byA: Double, _ byB: Double) -> Slope {
      Slope(value: value, gradient: zip(a.gradient, b.gradient).map { byA * $0 + byB * $1 })
    }
    switch operation {
    case .add: return both(a.value + b.value, 1, 1)
    case .subtract: return both(a.value - b.value, 1, -1)
    case .multiply: return both(a.value * b.value, b.value, a.value)
    case .divide:
      guard b.value != 0 else { return nil }
      let ratio = a.value / b.value
      return both(ratio, 1 / b.value, -ratio / b.value)
    case .minimum: return b.value < a.value ? b : a
    case .maximum: return b.value > a.value ? b : a
    }
  }

  private func finite(_ number: Double) -> Double? { number.isFinite ? number : nil }
}
