import Model
import Synchronization
import Syntax
import Vocabulary

/// Names and paths of a study, gathered when they are first wanted.
final class DeclaredWords: Sendable {
  /// Names, and paths that can be changed.
  typealias Found = (names: [String], paths: [Wording])
  private let found = Mutex<Found?>(nil)

  /// What was gathered, or is gathered now.
  func found(_ gather: () -> Found) -> Found {
    found.withLock { found in
      let result = found ?? gather()
      found = result
      return result
    }
  }
}

extension Study {
  /// Names that the texts declare, for completion.
  var names: [String] { declared.names }

  /// Paths that can be changed, as people write them: by the name of a declaration, or by its kind.
  var paths: [Wording] { declared.paths }

  private var declared: DeclaredWords.Found {
    vocabulary.found {
      let programs = sources.map { parse($0).program.entries }
      return (programs.flatMap { Self.declared(in: $0) }, programs.flatMap { paths(in: $0) })
    }
  }

  /// Names that the texts declare which the first one uses, for translation.
  var usedNames: [String] {
    sources.dropFirst().flatMap { Self.declared(in: parse($0).program.entries) }
  }

  private func paths(in entries: [Entry]) -> [Wording] {
    entries.flatMap { entry -> [Wording] in
      guard let kind = Kind(word: entry.head.text), kind.canBeOff || !kind.nested.isEmpty else {
        return []
      }
      let own = Self.declared(in: [
        Entry(head: entry.head, change: nil, groups: entry.groups, block: nil, span: entry.span)
      ])
      let head = own.first.map { Wording($0, $0) } ?? kind.word
      let rows = KindEntry.of(kind).rows.filter { row in
        if case .number = row.shape { true } else { false }
      }
      return rows.map {
        Wording("\(head.en).\($0.word.en)", "\(head.zh).\($0.word.zh)")
      } + paths(in: entry.block?.entries ?? [])
    }
  }

  private static func declared(in entries: [Entry]) -> [String] {
    entries.flatMap { entry -> [String] in
      guard Kind(word: entry.head.text) != nil else { return [] }
      var names: [String] = []
      for term in entry.groups.first?.terms ?? [] {
        if case .value(let value) = term.kind, case .path(let path) = value.kind {
          names.append(path.text)
        }
      }
      return names + declared(in: entry.block?.entries ?? [])
    }
  }
}
