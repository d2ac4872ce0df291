public import Plan
public import Syntax

extension Performer {
  /// The words that name a performer without a declared body: the unit itself, then the kinds of bodies.
  public static let words = Enumeration(
    Wording("body", "机构"),
    [Wording("unit", "本单位")]
      + BodyKind.allCases.filter { $0 != .unitBody }.map(\.word)
      + [Wording("above", "上级机关")])

  /// The performer that a word names in either language.
  public init?(word: String) {
    guard let code = Self.words.code(of: word) else { return nil }
    if code == 0 {
      self = .unit
    } else if code == Self.words.values.count - 1 {
      self = .above
    } else if let kind = BodyKind.allCases.first(where: { $0.word == Self.words.values[code] }) {
      self = .kind(kind)
    } else {
      return nil
    }
  }

  /// The word of the performer; nil for a declared body, which has a name.
  public var word: Wording? {
    switch self {
    case .unit: Self.words.values[0]
    case .kind(let kind): kind.word
    case .above: Self.words.values.last
    case .body: nil
    }
  }
}
