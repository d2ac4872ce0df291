import Ledger
import Plan
import Quantities

extension PerStage {
  /// The numbers by stage.
  var byStage: SIMD4<Double> { SIMD4(sign.number, violation.number, crime.number, 1) }

  /// The number of a stage.
  subscript(stage: Stage) -> Factor {
    switch stage {
    case .sign: sign
    case .violation: violation
    case .crime: crime
    }
  }
}

extension ReviewTerms {
  /// The posts that it may visit.
  var scope: [Int] {
    guard let counted = coversOf else { return of.posts }
    return of.posts.filter { counted.posts.contains($0) }
  }
}

extension QuantileTable {
  /// The highest value of the law.
  var highest: Float { knots.max() ?? 0 }
}
