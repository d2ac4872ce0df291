public import Ledger
import Syntax

/// Something that help can tell about.
public enum Topic: Sendable, Hashable {
  case kind(KindEntry)
  case field(Kind, AnyRow)
  case part(Kind, of: AnyRow, AnyRow)
  case word(Enumeration, Int)
  case function(Function)
  case distribution(DistributionFamily)
  case event(EventKind)
  case eventField(EventKind, EventField)
  case later(LaterWord)

  /// Everything that a word or a path (`rotation.coverage`, `轮岗.覆盖`) means anywhere in the language, the
  /// kinds first; words of later versions only where the word means nothing now.
  public static func named(_ path: String) -> [Topic] {
    let names = path.split(separator: ".").map(String.init)
    guard let first = names.first else { return [] }
    let found = names.count == 1 ? word(first) : inside(names)
    return found.isEmpty
      ? LaterWords.find(names[names.count - 1], in: Kind(word: first)).map { [.later($0)] } ?? []
      : found
  }

  private static func word(_ word: String) -> [Topic] {
    var topics: [Topic] = []
    if let kind = Kind(word: word) { topics.append(.kind(KindEntry.of(kind))) }
    for entry in KindEntry.all {
      if let row = entry.row(word) { topics.append(.field(entry.kind, row)) }
      for row in entry.rows {
        for child in row.children where spells(child.word, word) {
          topics.append(.part(entry.kind, of: row, child))
        }
      }
    }
    for words in Enumerations.all {
      if let code = words.code(of: word) { topics.append(.word(words, code)) }
    }
    if let function = Function(word: word) { topics.append(.function(function)) }
    if let family = DistributionFamily(word: word) { topics.append(.distribution(family)) }
    for event in EventKind.named {
      if spells(event.word, word) { topics.append(.event(event)) }
    }
    return topics
  }

  private static func inside(_ names: [String]) -> [Topic] {
    if let kind = Kind(word: names[0]), let row = KindEntry.of(kind).row(names[1]) {
      guard names.count > 2 else { return [.field(kind, row)] }
      return row.children.filter { spells($0.word, names[2]) }.map { .part(kind, of: row, $0) }
    }
    if let kind = Kind(word: names[0]), case .ofEnumeration(let words) = kind.naming,
      let code = words.code(of: names[1])
    {
      return names.count > 2 ? inside([names[0]] + names.dropFirst(2)) : [.word(words, code)]
    }
    if let event = EventKind(word: names[0]), let field = event.field(names[1]), names.count == 2 {
      return [.eventField(event, field)]
    }
    return []
  }

  private static func spells(_ wording: Wording, _ word: String) -> Bool {
    wording.en == word || wording.zh == word
  }
}
