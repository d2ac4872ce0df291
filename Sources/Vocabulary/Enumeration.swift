public import Syntax

/// A closed set of words; the code of a word is its place in the list.
public struct Enumeration: Sendable, Hashable {
  /// What the set is called in problems and in the reference.
  public let name: Wording
  /// The words, by code.
  public let values: [Wording]

  /// A set of words in the order of their codes.
  public init(_ name: Wording, _ values: [Wording]) {
    self.name = name
    self.values = values
  }

  /// The code of a word in either language.
  public func code(of word: String) -> Int? {
    values.firstIndex { $0.en == word || $0.zh == word }
  }
}

/// A closed set of the plan or the ledger that has words.
public protocol Enumerated: CaseIterable, RawRepresentable<Int>, Sendable {
  /// The words, in the order of the raw values.
  static var enumeration: Enumeration { get }
}

extension Enumerated {
  /// The word of the value.
  public var word: Wording { Self.enumeration.values[rawValue] }
}
