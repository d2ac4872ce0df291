extension Distribution {
  /// Why the parameters make no law; nil if they do.
  public var contradiction: Contradiction? {
    do {
      try check()
      return nil
    } catch {
      return error
    }
  }

  private func check() throws(Contradiction) {
    switch self {
    case .truncated(let inner, let low, let high): try checkTruncation(inner, low, high)
    case .mixture(let components): try checkMixture(components)
    case .empirical(let values):
      guard !values.isEmpty else { throw .empty }
      guard values.allSatisfy(\.isFinite) else { throw .notFinite(parameter: "values") }
    case .scaled(let inner, let factor):
      try requireFinite(factor, "factor")
      try inner.check()
    default:
      for parameter in parameters { try requireFinite(parameter.value, parameter.name) }
      try checkFamily()
    }
  }

  /// Checks a plain family whose parameters are finite.
  private func checkFamily() throws(Contradiction) {
    switch self {
    case .constant, .mixture, .empirical, .truncated, .scaled: break
    case .uniform(let low, let high):
      guard low <= high else { throw .disordered(low: low, high: high) }
    case .normal(_, let sd): try requireNonnegative(sd, "sd")
    case .lognormal(_, let sigma): try requireNonnegative(sigma, "sigma")
    case .gamma(let shape, let scale), .weibull(let shape, let scale):
      try requirePositive(shape, "shape")
      try requirePositive(scale, "scale")
    case .beta(let a, let b):
      try requirePositive(a, "a")
      try requirePositive(b, "b")
    case .pert(let low, let mode, let high), .triangular(let low, let mode, let high):
      guard low < high else { throw .disordered(low: low, high: high) }
      guard low <= mode && mode <= high else {
        throw .modeOutside(mode: mode, low: low, high: high)
      }
    case .exponential(let mean): try requirePositive(mean, "mean")
    case .poisson(let mean): try requireNonnegative(mean, "mean")
    case .binomial(let n, let p):
      try requireNonnegative(n, "n")
      guard n < 0x1p50, n == Double(Int(n)) else { throw .notWhole(parameter: "n") }
      guard p >= 0 && p <= 1 else { throw .outsideUnit(parameter: "p") }
    }
  }

  private func checkTruncation(
    _ inner: Distribution, _ low: Double, _ high: Double
  ) throws(Contradiction) {
    try inner.check()
    guard !low.isNaN, !high.isNaN else { throw .notFinite(parameter: low.isNaN ? "low" : "high") }
    guard low <= high else { throw .disordered(low: low, high: high) }
    guard Truncation(inner, low: low, high: high).mass > 0 else {
      throw .nothingKept(low: low, high: high)
    }
  }

  private func checkMixture(_ components: [Component]) throws(Contradiction) {
    for component in components {
      try requireNonnegative(component.weight, "weight")
      try component.distribution.check()
    }
    guard components.contains(where: { $0.weight > 0 }) else { throw .empty }
  }
}
