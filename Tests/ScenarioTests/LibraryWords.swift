import Support
import Syntax
import Testing
import Vocabulary

@testable import Workbench

/// The library of scenarios, with the rules that it uses, writes every kind, field and clause of the language.
@Suite struct LibraryWords {
  @Test func everyWordIsWrittenSomewhere() throws {
    var written = Version.all.reduce(into: Set<String>()) { $0.formUnion($1.written) }
    for path in Scenarios.paths {
      let program = parse(try Files.source(at: path)).program
      for entry in program.entries { Self.collect(entry, into: &written) }
    }
    let missing = KindEntry.all.filter { ![.common, .use].contains($0.kind) }
      .flatMap { Self.words(of: $0) }.filter { !written.contains($0) }
    #expect(missing.isEmpty, "no scenario writes \(missing.joined(separator: ", "))")
  }

  /// The words of a kind: itself, its fields, their blocks and clauses.
  private static func words(of entry: KindEntry) -> [String] {
    let kind = entry.kind.word.en
    let opening = entry.opening?.clauses.map { "\(kind) … \($0.preposition.rawValue)" } ?? []
    let fields = entry.rows.flatMap { row -> [String] in
      let field = "\(kind).\(row.word.en)"
      let parts =
        row.children.flatMap { child in
          ["\(field).\(child.word.en)"]
            + child.clauses.map { "\(field).\(child.word.en).\($0.preposition.rawValue)" }
        } + row.clauses.map { "\(field).\($0.preposition.rawValue)" }
      return [field] + parts
    }
    return [kind] + opening + fields
  }

  /// What an entry writes: a declaration, with what stands in its block.
  private static func collect(_ entry: Entry, into written: inout Set<String>) {
    guard entry.change == nil, let declared = Kind(word: entry.head.text) else { return }
    let found = KindEntry.of(declared)
    let kind = declared.word.en
    written.insert(kind)
    written.formUnion(clauses(of: entry).map { "\(kind) … \($0)" })
    for inner in entry.block?.entries ?? [] {
      let word = inner.head.text
      if let row = found.row(word) {
        let field = "\(kind).\(row.word.en)"
        written.insert(field)
        written.formUnion(clauses(of: inner).map { "\(field).\($0)" })
        for part in inner.block?.entries ?? [] {
          guard
            let child = row.children.first(where: {
              [$0.word.en, $0.word.zh].contains(part.head.text)
            })
          else { continue }
          written.insert("\(field).\(child.word.en)")
          written.formUnion(clauses(of: part).map { "\(field).\(child.word.en).\($0)" })
        }
      } else if let common = KindEntry.of(.common).row(word) {
        written.insert("common.\(common.word.en)")
      } else {
        collect(inner, into: &written)
      }
    }
  }

  private static func clauses(of entry: Entry) -> [String] {
    entry.groups.flatMap(\.terms).compactMap { term in
      if case .clause(let preposition, _, _) = term.kind { preposition.rawValue } else { nil }
    }
  }
}
