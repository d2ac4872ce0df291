import Ledger

/// How a question depends on one count: value = offset + scale · (share or rate).
///
/// Shares and rates of rare things have skew errors, and no error at all when nothing was seen; their
/// intervals are then built otherwise than value ± t · error.
struct Shape {
  /// What the count is set against.
  enum Core {
    /// Rows among all rows of which they are a part.
    case share(part: Atom, whole: Atom)
    /// Rows against anything else: person-years, other rows, runs.
    case rate(Atom)
  }
  var core: Core
  var offset = 0.0
  var scale = 1.0

  /// The shape of a question, or nil if it is not one count, shifted and scaled.
  static func of(_ question: Question) -> Shape? {
    switch question {
    case .number: nil
    case .atom(let atom): atom.measure == .count ? Shape(core: .rate(atom)) : nil
    case .combined(let left, let operation, let right): of(left, operation, right)
    case .gini: nil
    }
  }

  private static func of(
    _ left: Question, _ operation: Question.Operation, _ right: Question
  ) -> Shape? {
    switch (left, operation, right) {
    case (.number(let number), .add, let inner), (let inner, .add, .number(let number)):
      return of(inner)?.mapped(offset: number, scale: 1)
    case (let inner, .subtract, .number(let number)):
      return of(inner)?.mapped(offset: -number, scale: 1)
    case (.number(let number), .subtract, let inner):
      return of(inner)?.mapped(offset: number, scale: -1)
    case (.number(let number), .multiply, let inner), (let inner, .multiply, .number(let number)):
      return of(inner)?.mapped(offset: 0, scale: number)
    case (let inner, .divide, .number(let number)):
      return number == 0 ? nil : of(inner)?.mapped(offset: 0, scale: 1 / number)
    case (.atom(let part), .divide, .atom(let whole)) where part.isPart(of: whole):
      return Shape(core: .share(part: part, whole: whole))
    case (let inner, .divide, let against):
      // The denominator scales the rate, whatever it is, as long as the count is not in it.
      guard let rate = of(inner), case .rate(let atom) = rate.core, rate.offset == 0,
        !against.atoms.contains(atom), !against.atoms.contains(where: \.measure.isDistribution)
      else { return nil }
      return rate
    default: return nil
    }
  }

  private func mapped(offset more: Double, scale factor: Double) -> Shape? {
    factor == 0 ? nil : Shape(core: core, offset: more + factor * offset, scale: factor * scale)
  }
}

extension Atom {
  /// Whether every row that this atom counts is one that the other counts.
  func isPart(of whole: Atom) -> Bool {
    guard measure == .count, whole.measure == .count, kind == whole.kind else { return false }
    guard whole.window.first <= window.first && window.last <= whole.window.last else {
      return false
    }
    let own = condition.conjuncts
    return self != whole && whole.condition.conjuncts.allSatisfy { own.contains($0) }
  }
}
