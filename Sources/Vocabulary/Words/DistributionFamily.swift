public import Syntax

/// A family of distributions, with the ways in which its parameters can be given (language.md 4).
public enum DistributionFamily: String, Sendable, Hashable, CaseIterable {
  case constant, uniform, normal, lognormal, gamma, beta, pert, triangular, exponential, weibull
  case poisson, binomial, mixture, empirical

  /// One parameter of a family.
  public enum Parameter: String, Sendable, Hashable, CaseIterable {
    case value, low, high, mode, mean, sd, median, p90, shape, scale, a, b, n, p

    /// The word in both languages.
    public var word: Wording {
      switch self {
      case .value: Wording("value", "值")
      case .low: Wording("low", "下限")
      case .high: Wording("high", "上限")
      case .mode: Wording("mode", "众数")
      case .mean: Wording("mean", "均值")
      case .sd: Wording("sd", "标准差")
      case .median: Wording("median", "中位数")
      case .p90: Wording("p90", "p90")
      case .shape: Wording("shape", "形状")
      case .scale: Wording("scale", "尺度")
      case .a: Wording("a", "a")
      case .b: Wording("b", "b")
      case .n: Wording("n", "n")
      case .p: Wording("p", "p")
      }
    }

    /// Whether it is measured like the values of the distribution; if not, it is a plain number or a share.
    public var isInUnitOfValues: Bool {
      switch self {
      case .value, .low, .high, .mode, .mean, .sd, .median, .p90, .scale: true
      case .shape, .a, .b, .n, .p: false
      }
    }
  }

  /// The word in both languages.
  public var word: Wording {
    switch self {
    case .constant: Wording("constant", "常数")
    case .uniform: Wording("uniform", "均匀")
    case .normal: Wording("normal", "正态")
    case .lognormal: Wording("lognormal", "对数正态")
    case .gamma: Wording("gamma", "伽马")
    case .beta: Wording("beta", "贝塔")
    case .pert: Wording("pert", "三点估计")
    case .triangular: Wording("triangular", "三角")
    case .exponential: Wording("exponential", "指数")
    case .weibull: Wording("weibull", "威布尔")
    case .poisson: Wording("poisson", "泊松")
    case .binomial: Wording("binomial", "二项")
    case .mixture: Wording("mixture", "混合")
    case .empirical: Wording("empirical", "经验")
    }
  }

  /// The ways to give the parameters, in the order in which they may stand without names; the first way is
  /// the usual one. A mixture takes `weight of D`, an empirical distribution a file and a column.
  public var parameters: [[Parameter]] {
    switch self {
    case .constant: [[.value]]
    case .uniform: [[.low, .high]]
    case .normal: [[.mean, .sd]]
    case .lognormal: [[.median, .p90], [.mean, .sd]]
    case .gamma: [[.mean, .sd], [.shape, .scale]]
    case .beta: [[.mean, .sd], [.a, .b]]
    case .pert, .triangular: [[.low, .mode, .high]]
    case .exponential, .poisson: [[.mean]]
    case .weibull: [[.shape, .scale]]
    case .binomial: [[.n, .p]]
    case .mixture, .empirical: []
    }
  }

  /// The family as one would write it, in English.
  public var example: String {
    switch self {
    case .constant: "constant(3)"
    case .uniform: "uniform(0, 35 months)"
    case .normal: "normal(mean 3%, sd 1%)"
    case .lognormal: "lognormal(median 80k, p90 600k)"
    case .gamma: "gamma(mean 2 months, sd 1 month)"
    case .beta: "beta(mean 8%, sd 5%)"
    case .pert: "pert(1%, 2%, 6%)"
    case .triangular: "triangular(1%, 2%, 6%)"
    case .exponential: "exponential(mean 2 months)"
    case .weibull: "weibull(shape 1.5, scale 2 months)"
    case .poisson: "poisson(mean 12)"
    case .binomial: "binomial(n 20, p 60%)"
    case .mixture: "mixture(70% of uniform(1, 2), 30% of constant(9))"
    case .empirical: "empirical(\"losses.csv\", amount)"
    }
  }

  /// The family that is spelled so in either language.
  public init?(word: String) {
    guard let family = Self.allCases.first(where: { $0.word.en == word || $0.word.zh == word })
    else { return nil }
    self = family
  }
}

extension DistributionFamily.Parameter {
  /// The parameter that is spelled so in either language.
  public init?(word: String) {
    guard let parameter = Self.allCases.first(where: { $0.word.en == word || $0.word.zh == word })
    else { return nil }
    self = parameter
  }
}
