import Plan
import Quantities
import Syntax
import Vocabulary

/// A distribution as it was read, in canonical numbers.
struct ReadDistribution {
  /// The distribution, with the middle of what is uncertain inside.
  var distribution: Distribution
  /// The powers of its values.
  var powers: Powers
  /// Parameters that are uncertain themselves.
  var uncertain: [(parameter: WrittenParameter, amount: Distribution)] = []
  /// The parameters as they were written.
  var parameters: [WrittenParameter] = []
  /// The factor from the unit of the values as written to that of the parameters (`per year` is 1/12).
  var isConstant: Bool {
    if case .constant = distribution { return true }
    return false
  }
}

/// Reads distributions.
struct DistributionReader {
  /// Where problems go.
  let problems: Problems
  /// How numbers are read.
  let numbers: NumberReader

  /// The distribution or constant that a value is, within the bounds of the field; nil after a problem.
  func distribution(_ value: Value, _ facts: FieldFacts) -> ReadDistribution? {
    guard let (path, groups, per) = call(value) else {
      guard let constant = numbers.number(value, facts) else { return nil }
      return ReadDistribution(
        distribution: .constant(constant.number), powers: constant.powers, parameters: [.value])
    }
    guard var read = family(path, groups, per, facts, at: value.span) else { return nil }
    guard let within = bounded(read.distribution, facts, at: value.span) else { return nil }
    read.distribution = within
    return read
  }

  /// Whether a value is a distribution, not a number.
  static func isDistribution(_ value: Value) -> Bool {
    switch value.kind {
    case .call(let path, _): DistributionFamily(word: path.text) != nil
    case .per(let inner, _): isDistribution(inner)
    case .brackets(let groups):
      groups.count == 1 && groups[0].terms.count == 1
        && groups[0].terms[0].kind.value.map(isDistribution) == true
    default: false
    }
  }

  /// The call in a value, and the `per` around it.
  private func call(_ value: Value) -> (Path, [Group], [Name.Amount])? {
    switch value.kind {
    case .call(let path, let groups): return (path, groups, [])
    case .per(let inner, let amount):
      return call(inner).map { ($0.0, $0.1, $0.2 + [amount]) }
    case .brackets(let groups):
      guard groups.count == 1, groups[0].terms.count == 1 else { return nil }
      return groups[0].terms[0].kind.value.flatMap { call($0) }
    default: return nil
    }
  }

  private func family(
    _ path: Path, _ groups: [Group], _ per: [Name.Amount], _ facts: FieldFacts, at span: Span
  ) -> ReadDistribution? {
    guard let family = DistributionFamily(word: path.text) else {
      let all = DistributionFamily.allCases.flatMap { [$0.word.en, $0.word.zh] }
      problems.report(
        DistributionProblem.unknown(
          path.text, at: path.span, near: Nearest.words(to: path.text, among: all)))
      return nil
    }
    switch family {
    case .mixture: return mixture(groups, per, facts, at: span)
    case .empirical:
      problems.report(NameProblem.later(path.text, at: path.span))
      return nil
    default: break
    }
    guard let given = parameters(of: family, groups, at: span) else { return nil }
    return built(family, given, per, facts, at: span)
  }

  /// A parameter with its value.
  private struct Given {
    var parameter: DistributionFamily.Parameter
    var item: Item
  }

  private func parameters(
    of family: DistributionFamily, _ groups: [Group], at span: Span
  ) -> [Given]? {
    var named: [Given] = []
    var plain: [Item] = []
    for group in groups {
      guard let first = group.terms.first else { continue }
      if group.terms.count > 1, case .value(let value) = first.kind, let word = value.word {
        guard let parameter = DistributionFamily.Parameter(word: word.text),
          family.parameters.contains(where: { $0.contains(parameter) })
        else {
          problems.report(
            DistributionProblem.unknownParameter(word.text, of: family, at: word.span))
          return nil
        }
        let rest = Arguments([Group(terms: Array(group.terms.dropFirst()), span: group.span)])
        if let item = rest.main.first { named.append(Given(parameter: parameter, item: item)) }
      } else if let item = Arguments([group]).main.first {
        plain.append(item)
      }
    }
    if named.isEmpty, let usual = family.parameters.first, usual.count == plain.count {
      return zip(usual, Arguments.shareUnits(plain)).map { Given(parameter: $0, item: $1) }
    }
    let names = Set(named.map(\.parameter))
    guard plain.isEmpty, names.count == named.count,
      family.parameters.contains(where: { Set($0) == names })
    else {
      problems.report(DistributionProblem.missing(of: family, at: span))
      return nil
    }
    return named
  }

  private func built(
    _ family: DistributionFamily, _ given: [Given], _ per: [Name.Amount], _ facts: FieldFacts,
    at span: Span
  ) -> ReadDistribution? {
    var values: [DistributionFamily.Parameter: Double] = [:]
    var result = ReadDistribution(distribution: .constant(0), powers: .none)
    for entry in given {
      let unit = parameterFacts(entry.parameter, family, facts)
      var value = entry.item.value
      if entry.parameter.isInUnitOfValues, family != .beta {
        for amount in per { value = Value(.per(value, amount), span: value.span) }
      }
      let written = entry.parameter.written
      if entry.item.isUncertain {
        guard facts.isUncertain else {
          problems.report(
            DistributionProblem.structural(field: facts.word, at: entry.item.span))
          return nil
        }
        guard DistributionReader.isDistribution(value) else {
          problems.report(DistributionProblem.nothingUncertain(at: entry.item.span))
          return nil
        }
        guard let inner = distribution(value, unit) else { return nil }
        values[entry.parameter] = inner.distribution.centre
        result.uncertain.append((written, inner.distribution))
        result.powers = entry.parameter.isInUnitOfValues ? inner.powers : result.powers
      } else {
        guard let number = numbers.number(value, unit) else { return nil }
        values[entry.parameter] = number.number
        result.powers = entry.parameter.isInUnitOfValues ? number.powers : result.powers
      }
      result.parameters.append(written)
    }
    guard let distribution = checked(family, values, at: span) else { return nil }
    result.distribution = distribution
    return fitted(result, family, per, facts, at: span)
  }

  /// A beta distribution lives between 0 and 100 %, whatever it is of, and counts are numbers: their `per`
  /// and their powers are judged here.
  private func fitted(
    _ read: ReadDistribution, _ family: DistributionFamily, _ per: [Name.Amount],
    _ facts: FieldFacts, at span: Span
  ) -> ReadDistribution? {
    var result = read
    guard [.beta, .poisson, .binomial].contains(family) else { return result }
    result.powers = family == .beta ? .share : .none
    for amount in per {
      guard let divisor = numbers.amount(amount) else { return nil }
      result.powers = result.powers.times(divisor.powers, sign: -1)
      if family == .beta {
        result.distribution = result.distribution.scaled(by: 1 / divisor.number)
      }
    }
    guard let asked = facts.dimension else { return result }
    let value = Value(.string(""), span: span)
    guard
      let fit = numbers.coerced(
        Measured(number: 1, powers: result.powers), to: asked, value, facts)
    else { return nil }
    result.powers = fit.powers
    return result
  }

  /// What a parameter asks for: the unit of the values, or a plain number, or a share.
  private func parameterFacts(
    _ parameter: DistributionFamily.Parameter, _ family: DistributionFamily, _ facts: FieldFacts
  ) -> FieldFacts {
    var own = facts
    own.bounds = nil
    own.isSharePerPeriod = false
    if family == .beta {
      own.dimension = parameter.isInUnitOfValues ? .share : .number
    } else if family == .poisson || family == .binomial {
      own.dimension = parameter == .p ? .share : .number
    } else if !parameter.isInUnitOfValues {
      own.dimension = .number
    } else if facts.dimension == .count {
      own.dimension = .number
    }
    own.isEndless = false
    return own
  }

  private func mixture(
    _ groups: [Group], _ per: [Name.Amount], _ facts: FieldFacts, at span: Span
  ) -> ReadDistribution? {
    var parts: [Distribution.Component] = []
    var powers = Powers.none
    var unbounded = facts
    unbounded.bounds = nil
    for group in groups {
      let arguments = Arguments([group])
      guard let weight = arguments.main.first, var value = arguments.clause(.of)?.items.first?.value
      else {
        problems.report(DistributionProblem.missing(of: .mixture, at: group.span))
        return nil
      }
      for amount in per { value = Value(.per(value, amount), span: value.span) }
      let share = FieldFacts(Wording("weight", "权重"), nil, example: "0.7 of constant(3)")
      guard let number = numbers.number(weight.value, share),
        let read = distribution(value, unbounded)
      else { return nil }
      parts.append(.init(weight: number.number, distribution: read.distribution))
      powers = read.powers
    }
    let total = parts.reduce(0) { $0 + $1.weight }
    guard parts.count > 1, parts.allSatisfy({ $0.weight >= 0 }), abs(total - 1) < 1e-9 else {
      problems.report(
        DistributionProblem.contradicts(
          Wording("the weights add up to \(Figure.plain(total))", "权重之和为 \(Figure.plain(total))"),
          hint: Wording("weights of a mixture add up to 1", "混合分布的权重之和应为 1"), at: span))
      return nil
    }
    return ReadDistribution(distribution: .mixture(parts), powers: powers)
  }
}

extension DistributionFamily.Parameter {
  /// The parameter as the plan knows it.
  var written: WrittenParameter {
    switch self {
    case .value: .value
    case .low: .low
    case .high: .high
    case .mode: .mode
    case .mean: .mean
    case .sd: .sd
    case .median: .median
    case .p90: .p90
    case .shape: .shape
    case .scale: .scale
    case .a: .a
    case .b: .b
    case .n: .n
    case .p: .p
    }
  }
}
