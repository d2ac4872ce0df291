import Plan
import Quantities

/// Tables of gamma laws with mean 1, made once for each shape: frailty and detectability.
struct GammaTables {
  /// Takes over the tables that are in force, so that a turn of terms does not make them again.
  mutating func remember(_ tables: Tables) {
    made.append(
      (
        tables.scheme.officials.spread.number, tables.scheme.officials.spreadCap.number,
        tables.frailty
      ))
    for (risk, table) in zip(tables.scheme.risks, tables.detectabilities) {
      made.append((risk.detectability.number, .infinity, table))
    }
  }

  private var made: [(shape: Double, cap: Double, table: QuantileTable)] = []

  /// The law of a shape, cut at `cap`; an infinite shape is the constant 1.
  mutating func table(shape: Double, cap: Double) -> QuantileTable {
    if let found = made.first(where: { $0.shape == shape && $0.cap == cap }) { return found.table }
    let table =
      shape == .infinity
      ? QuantileTable { _, _ in 1 }
      : QuantileTable { p, isUpper in
        let law = Gamma(shape: shape, scale: 1 / shape)
        return min(cap, isUpper ? law.quantile(upper: p) : law.quantile(p))
      }
    made.append((shape, cap, table))
    return table
  }
}
