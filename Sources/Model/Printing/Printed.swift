import Plan
import Quantities
import Syntax
import Vocabulary

/// Parts of the tree as the language writes them, in both languages: keywords are translated, names kept.
enum Printed {
  /// Values, clauses and changes of an entry.
  static func groups(_ groups: [Group], _ row: AnyRow? = nil) -> Wording {
    let parts = groups.map { group in group.terms.map { term($0, row) } }
    return Wording(
      parts.map { $0.map(\.en).joined(separator: " ") }.joined(separator: ", "),
      parts.map { $0.map(\.zh).joined(separator: " ") }.joined(separator: ", "))
  }

  /// A field on one line, block included.
  static func field(_ kind: KindEntry, _ entry: Entry) -> Wording {
    let row = kind.row(entry.head.text)
    let common = CommonTerms.row(entry.head.text)?.word
    let word = row?.word ?? common ?? Wording(entry.head.text, entry.head.text)
    let text = groups(entry.groups, row)
    guard let block = entry.block else {
      return Wording("\(word.en) \(text.en)", "\(word.zh) \(text.zh)")
    }
    let inner = block.entries.map { inner -> Wording in
      let child = row?.children.first {
        $0.word.en == inner.head.text || $0.word.zh == inner.head.text
      }
      var head = child?.word ?? Wording(inner.head.text, inner.head.text)
      if case .each(let enumeration, _)? = row?.shape,
        let code = enumeration.code(of: inner.head.text)
      {
        head = enumeration.values[code]
      }
      let text = groups(inner.groups, child)
      return Wording("\(head.en) \(text.en)", "\(head.zh) \(text.zh)")
    }
    return Wording(
      "\(word.en) { \(inner.map(\.en).joined(separator: "; ")) }",
      "\(word.zh) { \(inner.map(\.zh).joined(separator: "；")) }")
  }

  private static func term(_ term: Term, _ row: AnyRow?) -> Wording {
    switch term.kind {
    case .value(let value): return self.value(value, row)
    case .uncertain(let value):
      let text = self.value(value, row)
      return Wording("~ \(text.en)", "~ \(text.zh)")
    case .clause(let preposition, let spelling, let inner):
      let word = Preposition.wording(preposition) ?? Wording(spelling.text, spelling.text)
      let isChinese = spelling.text != word.en
      let text = self.term(inner, row)
      return Wording("\(word.en) \(text.en)", "\(isChinese ? spelling.text : word.zh) \(text.zh)")
    case .change(let path, let sign, let value):
      let text = self.value(value, row)
      return Wording(
        "\(path.text) \(sign.rawValue) \(text.en)", "\(path.text) \(sign.rawValue) \(text.zh)")
    case .per(let amount):
      let unit = self.unit(amount)
      return Wording("per \(unit.en)", "每\(unit.zh)")
    }
  }

  /// A value.
  static func value(_ value: Value, _ row: AnyRow? = nil) -> Wording {
    switch value.kind {
    case .quantity(let number, let unit):
      guard let unit else { return Wording(number.text, number.text) }
      let word = self.unit(unit)
      let isSign = unit.text == "%" || unit.text == "‰"
      let isOne = number.text == "1" && word.en.hasSuffix("s")
      let english = isOne ? String(word.en.dropLast()) : word.en
      return Wording("\(number.text)\(isSign ? "" : " ")\(english)", "\(number.text)\(word.zh)")
    case .point(let unit, let number):
      let word = self.unit(unit)
      let english = word.en.hasSuffix("s") ? String(word.en.dropLast()) : word.en
      return Wording("\(english) \(number.text)", "第\(number.text)\(word.zh)")
    case .string(let text): return Wording("\"\(text)\"", "\"\(text)\"")
    case .path(let path): return self.path(path, row)
    case .call(let path, let groups):
      let head = self.path(path, row)
      let inner = self.groups(groups, row)
      return Wording("\(head.en)(\(inner.en))", "\(head.zh)(\(inner.zh))")
    case .brackets(let groups):
      let inner = self.groups(groups, row)
      return Wording("(\(inner.en))", "(\(inner.zh))")
    case .prefix(let prefix, let inner):
      let text = self.value(inner, row)
      return prefix == .not
        ? Wording("not \(text.en)", "非 \(text.zh)") : Wording("-\(text.en)", "-\(text.zh)")
    case .infix(let left, let sign, let right):
      let (a, b) = (self.value(left, row), self.value(right, row))
      let chinese = sign == .and ? "且" : sign == .or ? "或" : sign.rawValue
      return Wording("\(a.en) \(sign.rawValue) \(b.en)", "\(a.zh) \(chinese) \(b.zh)")
    case .per(let inner, let amount):
      let (text, unit) = (self.value(inner, row), self.unit(amount))
      return Wording("\(text.en) per \(unit.en)", "每\(unit.zh) \(text.zh)")
    }
  }

  private static func unit(_ amount: Name.Amount) -> Wording {
    let word = unit(amount.unit)
    guard let number = amount.number else {
      let english = word.en.hasSuffix("s") ? String(word.en.dropLast()) : word.en
      return Wording(english, word.zh == "个月" ? "月" : word.zh)
    }
    return Wording("\(number.text) \(word.en)", "\(number.text)\(word.zh)")
  }

  private static func unit(_ name: Name) -> Wording {
    guard let unit = Words.unit(name.text), unit.multiple == 1 else {
      return Wording(name.text, name.text)
    }
    func spelling(_ language: Language) -> String {
      Words.units.first {
        $0.word == unit.word && $0.multiple == 1 && ($0.language == language || $0.language == nil)
      }?.spelling ?? name.text
    }
    return Wording(spelling(.en), spelling(.zh))
  }

  /// A word of the language in both; a name as it is.
  private static func path(_ path: Path, _ row: AnyRow?) -> Wording {
    guard path.names.count == 1 else { return Wording(path.text, path.text) }
    let word = path.text
    if case .choice(let enumeration)? = row?.shape, let code = enumeration.code(of: word) {
      return enumeration.values[code]
    }
    if case .choices(let enumeration)? = row?.shape, let code = enumeration.code(of: word) {
      return enumeration.values[code]
    }
    if let family = DistributionFamily(word: word) { return family.word }
    if let parameter = DistributionFamily.Parameter(word: word) { return parameter.word }
    if let special = SpecialWord(word: word) { return special.word }
    switch row?.shape {
    case .performer?:
      if let performer = Performer(word: word)?.word { return performer }
    case .selection?, .number?:
      for enumeration in [PostClass.enumeration, WorkField.enumeration] {
        if let code = enumeration.code(of: word) { return enumeration.values[code] }
      }
    default: break
    }
    return Wording(word, word)
  }

  /// A distribution in canonical numbers, as the language writes it.
  static func distribution(_ distribution: Distribution, _ dimension: Dimension?) -> Wording {
    func number(_ x: Double, _ dimension: Dimension?) -> Wording {
      Figure.wording(x, dimension, digits: 6)
    }
    if case .constant(let value) = distribution { return number(value, dimension) }
    if case .truncated(let inner, _, _) = distribution {
      return self.distribution(inner, dimension)
    }
    guard let family = distribution.family, let parameters = family.parameters.first else {
      return Wording("mixture", "混合")
    }
    let parts = parameters.map { parameter -> Wording in
      let own = parameter.isInUnitOfValues ? dimension : .number
      let value = number(distribution[written: parameter.written], own)
      return Wording("\(parameter.word.en) \(value.en)", "\(parameter.word.zh) \(value.zh)")
    }
    return Wording(
      "\(family.word.en)(\(parts.map(\.en).joined(separator: ", ")))",
      "\(family.word.zh)(\(parts.map(\.zh).joined(separator: ", ")))")
  }
}

extension Distribution {
  /// The family, if it is a plain one.
  var family: DistributionFamily? {
    switch self {
    case .constant: .constant
    case .uniform: .uniform
    case .normal: .normal
    case .lognormal: .lognormal
    case .gamma: .gamma
    case .beta: .beta
    case .pert: .pert
    case .triangular: .triangular
    case .exponential: .exponential
    case .weibull: .weibull
    case .poisson: .poisson
    case .binomial: .binomial
    case .mixture, .empirical, .truncated, .scaled: nil
    }
  }
}
