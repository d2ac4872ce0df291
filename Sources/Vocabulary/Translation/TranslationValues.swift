import Ledger
import Plan
import Quantities
import Syntax

extension TranslationWalk {
  /// A value of a field.
  mutating func value(_ value: Value, as shape: Shape) {
    if case .call(let path, _) = value.kind, TableWord.isColumn(path.text) {
      return say(path.names[0], TableWord.column)
    }
    switch shape {
    case .choice(let words), .choices(let words): choice(value, words)
    case .flag: special(value, reading: false)
    case .performer: performer(value)
    case .selection: selection(value)
    case .number(let dimension), .distribution(let dimension):
      quantity(value, dimension, reading: dimension == nil)
    case .readings: quantity(value, nil, reading: true)
    case .curve: quantity(value, .number, reading: false)
    case .each(_, let dimension), .series(_, let dimension):
      quantity(value, dimension, reading: false)
    case .names, .units: declared(value)
    case .text, .texts, .word, .group, .steps: break
    case .claim(let kind): expression(value, kind)
    case .expression, .condition, .point, .entries, .kept: expression(value, nil)
    }
  }

  /// The single name that a value is, if it is one.
  func single(_ value: Value) -> Name? {
    guard case .path(let path) = value.kind, path.names.count == 1 else { return nil }
    return path.names[0]
  }

  /// Applies a change to every part of a value.
  mutating func parts(_ value: Value, _ visit: (inout Self, Value) -> Void) {
    switch value.kind {
    case .brackets(let groups):
      for term in groups.flatMap(\.terms) {
        if case .value(let inner) = term.kind { visit(&self, inner) }
      }
    case .prefix(_, let inner), .per(let inner, _): visit(&self, inner)
    case .infix(let left, _, let right):
      visit(&self, left)
      visit(&self, right)
    case .quantity, .point, .string, .path, .call: break
    }
  }

  private mutating func choice(_ value: Value, _ words: Enumeration) {
    if let name = single(value), let code = words.code(of: name.text) {
      return say(name, words.values[code])
    }
    parts(value) { $0.choice($1, words) }
  }

  private mutating func performer(_ value: Value) {
    guard let name = single(value), !names.contains(name.text),
      let word = Performer(word: name.text)?.word
    else { return }
    sayBesideNames(name, word)
  }

  private mutating func selection(_ value: Value) {
    guard case .path(let path) = value.kind else { return parts(value) { $0.selection($1) } }
    guard let name = single(value) else {
      self.path(path)
      return
    }
    guard !names.contains(name.text) else { return }
    for words in [PostClass.enumeration, WorkField.enumeration] {
      if let code = words.code(of: name.text) { return sayBesideNames(name, words.values[code]) }
    }
  }

  /// Declared names, or kinds that are taken out.
  private mutating func declared(_ value: Value) {
    guard case .path(let path) = value.kind else { return parts(value) { $0.declared($1) } }
    self.path(path)
  }

  /// `never`, `equal`, `yes` …; a threshold is not set rather than never.
  private mutating func special(_ value: Value, reading: Bool) {
    guard let name = single(value), let special = SpecialWord(word: name.text) else { return }
    let isThreshold = reading && special == .never
    say(name, isThreshold ? Wording(special.word.en, SpecialWord.notSet) : special.word)
  }

  /// A number or a distribution of a dimension.
  mutating func quantity(_ value: Value, _ dimension: Dimension?, reading: Bool) {
    let isMoney = dimension == .money || dimension == .moneyRate
    switch value.kind {
    case .quantity(let number, let unit): amount(number, unit, isMoney: isMoney)
    case .path: special(value, reading: reading)
    case .call(let path, let groups):
      if TableWord.isColumn(path.text) { return say(path.names[0], TableWord.column) }
      guard let family = DistributionFamily(word: path.text) else { return }
      say(path.names[0], family.word)
      for group in groups { argument(group, of: family, dimension) }
    default: parts(value) { $0.quantity($1, dimension, reading: reading) }
    }
  }

  /// One argument of a distribution, with its name if it has one.
  private mutating func argument(
    _ group: Group, of family: DistributionFamily, _ dimension: Dimension?
  ) {
    var dimension = dimension
    if family == .empirical { return }
    if family == .mixture {
      for term in group.terms {
        if case .clause(let preposition, let spelling, let inner) = term.kind {
          say(spelling, word(of: preposition))
          self.term(inner, as: .distribution(dimension))
        }
      }
      return
    }
    if family.parameters.allSatisfy({ way in !way.allSatisfy(\.isInUnitOfValues) }) {
      dimension = .number
    }
    for term in group.terms {
      guard case .value(let value) = term.kind else { continue }
      if let name = single(value), let parameter = DistributionFamily.Parameter(word: name.text) {
        say(name, parameter.word)
        if !parameter.isInUnitOfValues { dimension = .number }
      } else {
        quantity(value, dimension, reading: false)
      }
    }
  }

  /// An amount as the language writes it: money in 元, 万元, 亿元 or with `k`, `M`, `bn`; other numbers only
  /// lose the suffixes of the other language. Where the field says that it is money, English needs no unit.
  mutating func amount(_ number: Number, _ unit: Name?, isMoney: Bool) {
    let isYuan = unit.map { Words.unit($0.text)?.word == .yuan } ?? names.isInYuan
    let digits = Amount.compact(number.value, language)
    if isMoney, isYuan {
      let text = language == .zh ? digits + "元" : digits
      if text != number.text || unit != nil { spellings[number.span.lower] = text }
      if let unit { spellings[unit.span.lower] = "" }
      return
    }
    let isForeign = Words.suffixes.contains {
      $0.language != language && number.text.hasSuffix($0.spelling)
    }
    if isMoney || isForeign || unit.map({ Words.unit($0.text)?.word == .yuan }) == true {
      if digits != number.text { spellings[number.span.lower] = digits }
    }
  }
}

extension Amount {
  /// Digits with the longest suffix of the language that leaves at most two decimals.
  static func compact(_ number: Double, _ language: Language) -> String {
    let steps: [(Double, String)] =
      language == .en ? [(1e9, "bn"), (1e6, "M"), (1e3, "k")] : [(1e8, "亿"), (1e4, "万")]
    for (step, suffix) in steps where number.magnitude >= step {
      let scaled = number / step
      if (scaled * 100).rounded() == scaled * 100 { return figure(scaled) + suffix }
    }
    return figure(number)
  }
}
