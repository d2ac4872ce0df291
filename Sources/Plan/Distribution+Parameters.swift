extension Distribution {
  /// A number that a dial can turn.
  public struct Parameter: Sendable, Hashable {
    /// Its name; of the parts of a mixture with their number, as in `2.mean`.
    public var name: String
    /// Its canonical value.
    public var value: Double
  }

  /// The parameters in their order, those of parts included; values seen are none.
  public var parameters: [Parameter] {
    zip(parameterNames, parameterValues).map { Parameter(name: $0, value: $1) }
  }

  /// The parameter at a position of `parameters`: NaN if there is none, which cannot be set.
  public subscript(parameter position: Int) -> Double {
    get {
      let values = parameterValues
      return values.indices.contains(position) ? values[position] : .nan
    }
    set {
      var values = parameterValues
      guard values.indices.contains(position) else { return }
      values[position] = newValue
      self = with(values[...])
    }
  }

  private var parameterNames: [String] {
    switch self {
    case .constant: ["value"]
    case .uniform: ["low", "high"]
    case .normal: ["mean", "sd"]
    case .lognormal: ["mu", "sigma"]
    case .gamma, .weibull: ["shape", "scale"]
    case .beta: ["a", "b"]
    case .pert, .triangular: ["low", "mode", "high"]
    case .exponential, .poisson: ["mean"]
    case .binomial: ["n", "p"]
    case .mixture(let components):
      components.enumerated().flatMap { index, component in
        (["weight"] + component.distribution.parameterNames).map { "\(index + 1).\($0)" }
      }
    case .empirical: []
    case .truncated(let inner, _, _): inner.parameterNames + ["from", "to"]
    case .scaled(let inner, _): inner.parameterNames + ["factor"]
    }
  }

  private var parameterValues: [Double] {
    switch self {
    case .constant(let value): [value]
    case .uniform(let low, let high): [low, high]
    case .normal(let mean, let sd): [mean, sd]
    case .lognormal(let mu, let sigma): [mu, sigma]
    case .gamma(let shape, let scale), .weibull(let shape, let scale): [shape, scale]
    case .beta(let a, let b): [a, b]
    case .pert(let low, let mode, let high), .triangular(let low, let mode, let high):
      [low, mode, high]
    case .exponential(let mean), .poisson(let mean): [mean]
    case .binomial(let n, let p): [n, p]
    case .mixture(let components):
      components.flatMap { [$0.weight] + $0.distribution.parameterValues }
    case .empirical: []
    case .truncated(let inner, let low, let high): inner.parameterValues + [low, high]
    case .scaled(let inner, let factor): inner.parameterValues + [factor]
    }
  }

  /// The same family with other values, as many as `parameterValues` gives.
  private func with(_ values: ArraySlice<Double>) -> Distribution {
    let value = Array(values)
    switch self {
    case .constant: return .constant(value[0])
    case .uniform: return .uniform(low: value[0], high: value[1])
    case .normal: return .normal(mean: value[0], sd: value[1])
    case .lognormal: return .lognormal(mu: value[0], sigma: value[1])
    case .gamma: return .gamma(shape: value[0], scale: value[1])
    case .weibull: return .weibull(shape: value[0], scale: value[1])
    case .beta: return .beta(a: value[0], b: value[1])
    case .pert: return .pert(low: value[0], mode: value[1], high: value[2])
    case .triangular: return .triangular(low: value[0], mode: value[1], high: value[2])
    case .exponential: return .exponential(mean: value[0])
    case .poisson: return .poisson(mean: value[0])
    case .binomial: return .binomial(n: value[0], p: value[1])
    case .mixture(let components):
      var rest = values
      return .mixture(
        components.map { component in
          let part = rest.prefix(1 + component.distribution.parameterValues.count)
          rest = rest.dropFirst(part.count)
          return Component(
            weight: part[part.startIndex],
            distribution: component.distribution.with(part.dropFirst()))
        })
    case .empirical: return self
    case .truncated(let inner, _, _):
      return .truncated(
        inner.with(values.dropLast(2)), low: value[value.count - 2], high: value[value.count - 1])
    case .scaled(let inner, _):
      return .scaled(inner.with(values.dropLast()), by: value[value.count - 1])
    }
  }
}
