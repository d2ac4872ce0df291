/// A word that cannot be declared as a name: after the head of an entry it joins values.
public enum ReservedWord: Sendable, Hashable {
  /// `of`, `属于`: opens a clause.
  case preposition(Preposition)
  /// `per`, `每`
  case per
  /// `and`, `且`
  case and
  /// `or`, `或`
  case or
  /// `not`, `非`
  case not
}

/// What a unit word counts, whatever its spelling (schema.md, Units).
public enum UnitWord: String, Sendable, Hashable, CaseIterable {
  case percent, permille, day, month, quarter, year, yuan, person, personYear

  /// How much of its dimension's base one of it is: shares of 1, months, yuan, persons, person-years.
  public var factor: Double {
    switch self {
    case .percent: 0.01
    case .permille: 0.001
    case .day: 1.0 / 30
    case .month, .yuan, .person, .personYear: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// Whether it measures time, so that a number after it makes a point in time (`year 3`).
  public var isTime: Bool {
    switch self {
    case .day, .month, .quarter, .year: true
    case .percent, .permille, .yuan, .person, .personYear: false
    }
  }
}

/// The one table of reserved words, unit spellings and number suffixes, in both languages.
///
/// It is all of the vocabulary that the parser knows (language.md 3); every other word is data.
public enum Words {
  /// A spelling of a reserved word.
  public struct Reserved: Sendable, Hashable {
    /// The word.
    public let word: ReservedWord
    /// In which language it is written so.
    public let language: Language
    /// The spelling.
    public let spelling: String
  }

  /// A spelling of a unit.
  public struct Unit: Sendable, Hashable {
    /// What it counts.
    public let word: UnitWord
    /// In which language it is written so; nil for signs that both share.
    public let language: Language?
    /// The spelling.
    public let spelling: String
    /// How many of `word` one stands for: 1000 for 千人年, else 1.
    public let multiple: Double

    /// How much of its dimension's base one stands for.
    public var factor: Double { word.factor * multiple }
  }

  /// A letter or character after the digits of a number that multiplies it by a power of ten.
  public struct Suffix: Sendable, Hashable {
    /// The spelling.
    public let spelling: String
    /// The power of ten.
    public let exponent: Int
    /// In which language it is written so.
    public let language: Language
  }

  /// Every reserved spelling; the first of a word and language is the usual one.
  public static let reserved: [Reserved] =
    Preposition.allCases.map {
      Reserved(word: .preposition($0), language: .en, spelling: $0.rawValue)
    }
    + chinesePrepositions.map { Reserved(word: .preposition($0), language: .zh, spelling: $1) }
    + [
      Reserved(word: .per, language: .en, spelling: "per"),
      Reserved(word: .per, language: .zh, spelling: "每"),
      Reserved(word: .and, language: .en, spelling: "and"),
      Reserved(word: .and, language: .zh, spelling: "且"),
      Reserved(word: .or, language: .en, spelling: "or"),
      Reserved(word: .or, language: .zh, spelling: "或"),
      Reserved(word: .not, language: .en, spelling: "not"),
      Reserved(word: .not, language: .zh, spelling: "非"),
    ]

  private static let chinesePrepositions: [(Preposition, String)] = [
    (.of, "属于"), (.of, "面向"), (.by, "由"), (.by, "按"), (.by, "伙同"), (.by, "截至"), (.at, "在"),
    (.on, "看"), (.in, "于"), (.over, "取"), (.under, "对应"), (.against, "针对"), (.within, "限"),
    (.within, "误差"), (.until, "直至"), (.where, "其中"), (.last, "最近"), (.to, "至"), (.from, "自"),
    (.as, "参照"),
  ]

  /// Every unit spelling; the first of a word and language is the one that is printed after a number.
  public static let units: [Unit] = [
    unit(.percent, nil, "%"), unit(.permille, nil, "‰"),
    unit(.day, .en, "days"), unit(.day, .en, "day"), unit(.day, .zh, "天"), unit(.day, .zh, "日"),
    unit(.month, .en, "months"), unit(.month, .en, "month"),
    unit(.month, .zh, "个月"), unit(.month, .zh, "月"),
    unit(.quarter, .en, "quarters"), unit(.quarter, .en, "quarter"),
    unit(.quarter, .zh, "季度"), unit(.quarter, .zh, "季"),
    unit(.year, .en, "years"), unit(.year, .en, "year"), unit(.year, .zh, "年"),
    unit(.yuan, .en, "yuan"), unit(.yuan, .zh, "元"),
    unit(.person, .en, "persons"), unit(.person, .en, "person"), unit(.person, .zh, "人"),
    unit(.personYear, .en, "person_years"), unit(.personYear, .en, "person_year"),
    unit(.personYear, .zh, "人年"),
    Unit(word: .personYear, language: .zh, spelling: "千人年", multiple: 1000),
  ]

  private static func unit(_ word: UnitWord, _ language: Language?, _ spelling: String) -> Unit {
    Unit(word: word, language: language, spelling: spelling, multiple: 1)
  }

  /// Every suffix of a number.
  public static let suffixes: [Suffix] = [
    Suffix(spelling: "k", exponent: 3, language: .en),
    Suffix(spelling: "M", exponent: 6, language: .en),
    Suffix(spelling: "bn", exponent: 9, language: .en),
    Suffix(spelling: "万", exponent: 4, language: .zh),
    Suffix(spelling: "亿", exponent: 8, language: .zh),
  ]

  /// What opens an ordinal in Chinese: `第3年`.
  public static let ordinal = "第"

  private static let reservedBySpelling = Dictionary(
    reserved.map { ($0.spelling, $0.word) }, uniquingKeysWith: { first, _ in first })
  private static let unitsBySpelling = Dictionary(
    units.map { ($0.spelling, $0) }, uniquingKeysWith: { first, _ in first })
  private static let longest = reserved.map(\.spelling.utf8.count).max() ?? 0

  /// The reserved word that is spelled so, or nil if the spelling is free.
  public static func reserved(_ spelling: String) -> ReservedWord? {
    spelling.utf8.count <= longest ? reservedBySpelling[spelling] : nil
  }

  /// The unit that is spelled so, or nil (a currency of the scenario is not in this table).
  public static func unit(_ spelling: String) -> Unit? { unitsBySpelling[spelling] }
}

extension Words {
  /// How a reserved word or a unit is spelled in a language; every other word as it is.
  static func spelling(of token: Token, partner: Token?, in language: Language) -> String {
    switch token.role {
    case .preposition, .per, .connective:
      spelling(ofReserved: token, in: language)
    case .unit, .perUnit, .pointUnit: spelling(ofUnit: token, number: partner, in: language)
    default: token.text
    }
  }

  private static func spelling(ofReserved token: Token, in language: Language) -> String {
    let spellings = reserved.filter { $0.word == token.reserved && $0.language == language }
    if spellings.contains(where: { $0.spelling == token.text }) { return token.text }
    return spellings.first?.spelling ?? token.text
  }

  /// `3 years`, `1 year`, `per year`, `year 3`; `3个月`, `每月`, `第3个月`.
  private static func spelling(
    ofUnit token: Token, number: Token?, in language: Language
  ) -> String {
    guard let unit = unit(token.text), unit.language != nil else { return token.text }
    if unit.multiple != 1, language == .zh { return token.text }
    let spellings = units.filter {
      $0.word == unit.word && $0.language == language && $0.multiple == 1
    }.map(\.spelling)
    let isOne =
      switch token.role {
      case .pointUnit: true
      default: number.map { $0.value * unit.multiple == 1 } ?? true
      }
    guard let usual = spellings.first, let short = spellings.last else { return token.text }
    let spelling = (language == .en ? isOne : number == nil) ? short : usual
    return unit.multiple != 1 && number == nil ? whole(unit.multiple) + " " + usual : spelling
  }

  /// A number; 2千人年 is `2000 person_years` in English.
  static func spelling(ofNumber token: Token, unit: Token?, in language: Language) -> String {
    guard language == .en, let unit = unit.flatMap({ Words.unit($0.text) }), unit.multiple != 1
    else { return token.text }
    return whole(token.value * unit.multiple)
  }

  private static func whole(_ value: Double) -> String {
    Int(exactly: value).map { String($0) } ?? "\(value)"
  }
}
