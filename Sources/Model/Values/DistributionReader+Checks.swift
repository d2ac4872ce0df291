import Plan
import Quantities
import Syntax
import Vocabulary

extension DistributionReader {
  /// The distribution of the parameters, or what contradicts what.
  func checked(
    _ family: DistributionFamily, _ values: [DistributionFamily.Parameter: Double], at span: Span
  ) -> Distribution? {
    do throws(Contradiction) {
      let distribution = try made(family, values)
      if let contradiction = distribution?.contradiction { throw contradiction }
      return distribution
    } catch {
      let (label, hint) = error.words
      problems.report(DistributionProblem.contradicts(label, hint: hint, at: span))
      return nil
    }
  }

  private func made(
    _ family: DistributionFamily, _ values: [DistributionFamily.Parameter: Double]
  ) throws(Contradiction) -> Distribution? {
    func number(_ parameter: DistributionFamily.Parameter) -> Double { values[parameter] ?? 0 }
    switch family {
    case .constant: return .constant(number(.value))
    case .uniform: return .uniform(low: number(.low), high: number(.high))
    case .pert: return .pert(low: number(.low), mode: number(.mode), high: number(.high))
    case .triangular:
      return .triangular(low: number(.low), mode: number(.mode), high: number(.high))
    case .normal: return .normal(mean: number(.mean), sd: number(.sd))
    case .lognormal:
      return values[.median] != nil
        ? try .lognormal(median: number(.median), p90: number(.p90))
        : try .lognormal(mean: number(.mean), sd: number(.sd))
    case .gamma:
      return values[.shape] != nil
        ? .gamma(shape: number(.shape), scale: number(.scale))
        : try .gamma(mean: number(.mean), sd: number(.sd))
    case .beta:
      return values[.a] != nil
        ? .beta(a: number(.a), b: number(.b))
        : try .beta(mean: number(.mean), sd: number(.sd))
    case .exponential: return .exponential(mean: number(.mean))
    case .weibull: return .weibull(shape: number(.shape), scale: number(.scale))
    case .poisson: return .poisson(mean: number(.mean))
    case .binomial: return .binomial(n: number(.n), p: number(.p))
    case .mixture, .empirical: return nil
    }
  }

  /// The distribution within the bounds of its field, with a note of what is cut.
  func bounded(
    _ distribution: Distribution, _ facts: FieldFacts, at span: Span
  ) -> Distribution? {
    guard let bounds = facts.bounds else { return distribution }
    let range = bounds.canonical
    let cut = distribution.truncated(low: range.lowerBound, high: range.upperBound)
    guard cut != distribution else { return distribution }
    if cut.contradiction != nil {
      problems.report(
        DistributionProblem.nothingLeft(
          field: facts.word, low: bounds.low.wording, high: bounds.high.wording, at: span))
      return nil
    }
    note(distribution, cut, range, facts, at: span)
    return cut
  }

  /// N0402, unless what is cut is less than one in a million.
  private func note(
    _ distribution: Distribution, _ cut: Distribution, _ range: ClosedRange<Double>,
    _ facts: FieldFacts, at span: Span
  ) {
    let below = distribution.cumulative(range.lowerBound.nextDown)
    let above = distribution.exceedance(range.upperBound)
    guard below + above > 1e-6 else { return }
    let low = Figure.wording(range.lowerBound, facts.dimension, like: facts.bounds?.low.unit)
    let high = Figure.wording(range.upperBound, facts.dimension, like: facts.bounds?.high.unit)
    let side =
      below >= above
      ? Wording("below \(low.en)", "低于 \(low.zh)") : Wording("above \(high.en)", "高于 \(high.zh)")
    let mass = Figure.plain(max(below, above) * 100, digits: 2) + " %"
    problems.report(
      DistributionProblem.cut(
        field: facts.word, mass: mass, side: side,
        mean: Figure.wording(
          cut.mean, facts.dimension, like: facts.bounds?.high.unit, digits: 2), at: span))
  }
}

extension Contradiction {
  /// What is wrong, and what to do.
  var words: (label: Wording, hint: Wording) {
    switch self {
    case .notFinite(let parameter):
      (
        Wording("`\(parameter)` is not finite", "参数 \(parameter) 不是有限的数"),
        Wording("write a finite number", "请写有限的数")
      )
    case .notPositive(let parameter):
      (
        Wording("`\(parameter)` is not above 0", "参数 \(parameter) 不大于 0"),
        Wording("it must be above 0", "应大于 0")
      )
    case .negative(let parameter):
      (
        Wording("`\(parameter)` is below 0", "参数 \(parameter) 小于 0"),
        Wording("it must be 0 or more", "应不小于 0")
      )
    case .outsideUnit(let parameter):
      (
        Wording("`\(parameter)` is outside 0 to 100 %", "参数 \(parameter) 不在 0 至 100% 之间"),
        Wording("it lies between 0 and 100 %", "应在 0 至 100% 之间")
      )
    case .notWhole(let parameter):
      (
        Wording("`\(parameter)` is not whole", "参数 \(parameter) 不是整数"),
        Wording("write a whole number", "请写整数")
      )
    case .disordered:
      (
        Wording("low is not below high", "下限不低于上限"),
        Wording("low first, then high. Swapped?", "先写下限，再写上限。是不是写反了？")
      )
    case .modeOutside:
      (
        Wording("the mode lies outside low to high", "众数不在上下限之间"),
        Wording("low, mode and high rise in this order", "下限、众数、上限应依次增大")
      )
    case .p90BelowMedian(let median, _):
      (
        Wording("p90 is below the median", "p90 低于中位数"),
        Wording(
          "p90: 9 in 10 values lie below it, so at least \(Figure.plain(median, digits: 6)). Swapped?",
          "p90 指十个值中有九个不超过它，至少应为 \(Figure.plain(median, digits: 6))。是不是写反了？")
      )
    case .tooWide(_, let below):
      (
        Wording("sd too wide for this mean", "相对均值，标准差过大"),
        Wording(
          "with this mean sd stays below \(Figure.plain(below * 100, digits: 3)) %",
          "取此均值时，标准差应小于 \(Figure.plain(below * 100, digits: 3))%")
      )
    case .empty:
      (Wording("there is nothing in it", "其中没有内容"), Wording("write its parts", "请写出各部分"))
    case .nothingKept:
      (
        Wording("nothing is left of it", "截断后没有剩余"),
        Wording("move it into the bounds of the field", "请移到字段范围之内")
      )
    }
  }
}
