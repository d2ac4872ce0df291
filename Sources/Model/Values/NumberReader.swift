import Quantities
import Syntax
import Vocabulary

/// Reads values as numbers in canonical units, and says what is wrong with those that are none.
struct NumberReader {
  /// Where problems go.
  let problems: Problems
  /// The scenario's own currency, a unit like `yuan`.
  var currency: String?

  /// A number of the field's dimension, within its bounds; nil after a problem. Without a dimension the
  /// powers are those of the number.
  func number(_ value: Value, _ facts: FieldFacts) -> Measured? {
    if let word = value.word, let special = SpecialWord(word: word.text) {
      guard isTaken(special, facts) else {
        problems.report(DimensionProblem.specialWord(word.text, field: facts.word, at: value.span))
        return nil
      }
      return Measured(number: .infinity, powers: facts.dimension.map { Powers($0) } ?? .none)
    }
    guard let measured = measured(value, facts) else { return nil }
    return fitted(measured, value, facts)
  }

  /// Whether the word stands for an endless value of the field.
  private func isTaken(_ special: SpecialWord, _ facts: FieldFacts) -> Bool {
    switch special {
    case .equal: facts.mayBeEqual
    case .never, .off: facts.isEndless && (facts.dimension == .duration || facts.dimension == nil)
    case .unlimited: facts.isEndless && facts.dimension != .duration && facts.dimension != nil
    case .yes, .no: false
    }
  }

  /// The number as the field's dimension wants it, or a problem.
  func fitted(_ measured: Measured, _ value: Value, _ facts: FieldFacts) -> Measured? {
    guard let asked = facts.dimension else { return measured }
    if facts.isSharePerYear, measured.powers.matches(Powers(.rate)),
      case .per(let inner, let amount) = value.kind, let share = self.measured(inner, facts)
    {
      let year = Measured(number: sharePerYear(share.number, amount), powers: .share)
      return isWithin(year.number, facts, at: value.span) ? year : nil
    }
    guard var fit = coerced(measured, to: asked, value, facts) else { return nil }
    if facts.isSharePerPeriod, case .per(_, let amount) = value.kind {
      fit.number = sharePerMonth(fit.number, amount)
    }
    if asked == .count, fit.number.rounded() != fit.number {
      problems.report(DimensionProblem.notWhole(field: facts.word, at: value.span))
      return nil
    }
    return isWithin(fit.number, facts, at: value.span) ? fit : nil
  }

  /// Whether the number is within the bounds; a problem if not.
  func isWithin(_ number: Double, _ facts: FieldFacts, at span: Span) -> Bool {
    guard let bounds = facts.bounds else { return true }
    // Bounds are compared with room for the rounding of units: 6 % per year is .06/12 either way.
    let slack = 1e-12 * Swift.max(1, abs(number))
    let range = bounds.canonical
    guard number >= range.lowerBound - slack, number <= range.upperBound + slack else {
      problems.report(
        DimensionProblem.outside(
          field: facts.word, low: bounds.low.wording, high: bounds.high.wording, at: span))
      return false
    }
    return true
  }

  /// 1 − (1 − p)^(1/T) of a share p per T months (model.md, settled detail 1).
  private func sharePerMonth(_ perMonth: Double, _ amount: Name.Amount) -> Double {
    let months = (amount.number?.value ?? 1) * (Words.unit(amount.unit.text)?.factor ?? 1)
    guard months != 1, months > 0 else { return perMonth }
    return 1 - power(1 - min(perMonth * months, 1), 1 / months)
  }

  /// 1 − (1 − p)^(1 year/T) of a share p per T.
  private func sharePerYear(_ share: Double, _ amount: Name.Amount) -> Double {
    let months = (amount.number?.value ?? 1) * (Words.unit(amount.unit.text)?.factor ?? 1)
    guard months != 12, months > 0 else { return share }
    return 1 - power(1 - min(share, 1), 12 / months)
  }

  /// The number with the powers that are asked for; nil after a problem.
  func coerced(
    _ measured: Measured, to asked: Dimension, _ value: Value, _ facts: FieldFacts
  ) -> Measured? {
    let wanted = Powers(asked)
    let powers = measured.powers
    let isBare = powers.isPlain && !powers.isShare
    // Nothing is nothing in every unit.
    if measured.number == 0, powers.isPlain || powers.matches(Powers(.money)), asked != .point {
      return Measured(number: 0, powers: wanted)
    }
    let fits: Bool
    switch asked {
    case .share: fits = powers.isPlain && powers.isShare
    case .number, .count: fits = isBare
    case .rate: fits = powers.matches(wanted)
    case .money: fits = powers.matches(wanted) || isBare
    case .moneyRate: fits = powers.matches(wanted) || powers == Powers(.rate)
    default: fits = powers.matches(wanted)
    }
    if fits { return Measured(number: measured.number, powers: wanted) }
    if asked == .count, powers.matches(Powers(.persons)) {
      return Measured(number: measured.number, powers: wanted)
    }
    report(powers, asked, value, facts)
    return nil
  }

  private func report(_ powers: Powers, _ asked: Dimension, _ value: Value, _ facts: FieldFacts) {
    let text = Figure.written(value)
    if asked == .rate || asked == .moneyRate, powers.isPlain || powers.matches(Powers(.money)) {
      problems.report(
        DimensionProblem.rateWithoutTime(text, example: "\(text) per year", at: value.span))
    } else if powers.isPlain, !powers.isShare {
      problems.report(DimensionProblem.unitMissing(text, asked: asked, at: value.span))
    } else {
      problems.report(
        DimensionProblem.wrong(
          powers, asked: asked, field: facts.word, example: facts.example, at: value.span))
    }
  }

  /// A number with whatever powers it has: quantities and arithmetic; nil after a problem.
  func measured(_ value: Value, _ facts: FieldFacts) -> Measured? {
    switch value.kind {
    case .quantity(let number, let unit): return quantity(number, unit)
    case .per(let inner, let amount):
      guard let inner = measured(inner, facts), let divisor = self.amount(amount) else {
        return nil
      }
      return Measured(
        number: inner.number / divisor.number,
        powers: inner.powers.times(divisor.powers, sign: -1))
    case .prefix(.minus, let inner):
      return measured(inner, facts).map { Measured(number: -$0.number, powers: $0.powers) }
    case .infix(let left, let sign, let right):
      guard let left = measured(left, facts), let right = measured(right, facts) else {
        return nil
      }
      return combined(left, sign, right, facts, at: value.span)
    case .brackets(let groups):
      if groups.count == 1, groups[0].terms.count == 1, let inner = groups[0].terms[0].kind.value {
        return measured(inner, facts)
      }
    case .point(let unit, let number):
      return quantity(number, unit).map { Measured(number: $0.number, powers: Powers(.point)) }
    case .string, .path, .call, .prefix: break
    }
    problems.report(
      DimensionProblem.notNumber(
        field: facts.word, asked: facts.dimension?.word ?? Wording("a reading", "读数"),
        example: facts.example, at: value.span))
    return nil
  }

  private func combined(
    _ left: Measured, _ sign: Infix, _ right: Measured, _ facts: FieldFacts, at span: Span
  ) -> Measured? {
    switch sign {
    case .plus, .minus:
      guard left.powers.matches(right.powers) else {
        problems.report(DimensionProblem.unlike(left.powers, sign, right.powers, at: span))
        return nil
      }
      var powers = left.powers
      powers.isShare = left.powers.isShare || right.powers.isShare
      return Measured(
        number: sign == .plus ? left.number + right.number : left.number - right.number,
        powers: powers)
    case .times:
      return Measured(number: left.number * right.number, powers: left.powers.times(right.powers))
    case .divided:
      return Measured(
        number: left.number / right.number, powers: left.powers.times(right.powers, sign: -1))
    case .or, .and, .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
      problems.report(
        DimensionProblem.notNumber(
          field: facts.word, asked: facts.dimension?.word ?? Wording("a reading", "读数"),
          example: facts.example, at: span))
      return nil
    }
  }

  /// A number with a unit word.
  func quantity(_ number: Number, _ unit: Name?) -> Measured? {
    guard let unit else { return Measured(number: number.value, powers: .none) }
    guard let measure = measure(unit) else { return nil }
    return Measured(number: scaled(number.value, measure), powers: measure.powers)
  }

  /// What stands after `per`.
  func amount(_ amount: Name.Amount) -> Measured? {
    guard let measure = measure(amount.unit) else { return nil }
    return Measured(
      number: scaled(amount.number?.value ?? 1, measure), powers: measure.powers)
  }

  /// Per cent are divided, so that 35 % is the same number as 35/100.
  private func scaled(_ number: Double, _ measure: (factor: Double, powers: Powers)) -> Double {
    measure.factor < 1 ? number / (1 / measure.factor).rounded() : number * measure.factor
  }

  private func measure(_ unit: Name) -> (factor: Double, powers: Powers)? {
    if unit.text == currency { return (1, Powers(.money)) }
    guard let found = Words.unit(unit.text) else {
      problems.report(
        DimensionProblem.unknownUnit(
          unit.text, at: unit.span,
          near: Nearest.words(to: unit.text, among: Words.units.map(\.spelling))))
      return nil
    }
    let powers: Powers
    switch found.word {
    case .percent, .permille: powers = .share
    case .day, .month, .quarter, .year: powers = Powers(.duration)
    case .yuan: powers = Powers(.money)
    case .person: powers = Powers(.persons)
    case .personYear: powers = Powers(.personYears)
    }
    return (found.factor, powers)
  }
}

extension Amount {
  /// The figure in both languages.
  var wording: Wording { Wording(text(.en), text(.zh)) }
}
