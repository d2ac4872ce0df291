public import Syntax
import Plan
import Vocabulary

/// What came of reading a text: the scenario if nothing is wrong with it, and everything to be told.
public struct Reading: Sendable {
  /// The texts that were read, in the order of their file numbers.
  public let sources: [Source]
  /// All problems, by file and place.
  public let diagnostics: [Diagnostic]
  /// The checked scenario; nil if there is an error.
  public let scenario: Scenario?
  /// Commands of the text itself, in order.
  public let commands: [CommandEntry]
  /// What Workbench must know to read further entries on top.
  let programs: [SourcedProgram]
  /// File numbers of the texts that are tables written out.
  let tables: Set<Int>

  /// Whether anything stops the scenario.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// A text that was parsed.
struct SourcedProgram: Sendable, Hashable {
  var source: Source
  var program: Program
  var isStandard: Bool
}

/// Reads a text with all that it uses.
///
/// `commands` are the heads of commands in every spelling, with their canonical word; their entries are
/// handed back unbound.
public func read(
  _ source: Source, library: Library, commands: [String: String] = [:]
) -> Reading {
  var loader = Loader(library: library)
  loader.load(source, isStandard: false, at: nil)
  return reading(loader, commands)
}

extension Reading {
  /// The scenario with further entries on top: declarations typed at the prompt, or a file used there.
  /// The earlier texts keep their file numbers; only the commands of `source` are handed back.
  public func adding(
    _ source: Source, library: Library, commands: [String: String] = [:]
  ) -> Reading {
    var loader = Loader(library: library)
    loader.sources = sources
    loader.programs = programs
    loader.tables = tables
    loader.load(source, isStandard: false, at: nil)
    return reading(loader, commands, asked: sources.count)
  }
}

/// Follows `use` from text to text; each is read once.
private struct Loader {
  let library: Library
  var sources: [Source] = []
  var programs: [SourcedProgram] = []
  var diagnostics: [Diagnostic] = []
  var tables: Set<Int> = []
  let problems = Problems()
  /// Names of tables that could not be read.
  private(set) var spoiled: Set<String> = []
  private var open: [String] = []

  init(library: Library) { self.library = library }

  mutating func load(_ source: Source, isStandard: Bool, at span: Span?) {
    let file = sources.count
    sources.append(source)
    let parse = parse(source, file: file)
    diagnostics += parse.diagnostics
    open.append(source.name)
    for entry in parse.program.entries where Kind(head: entry.head.text) == .use {
      follow(entry, from: source, isStandard: isStandard)
    }
    open.removeLast()
    let program = Program(entries: writtenOut(parse.program.entries, usedIn: source))
    programs.append(SourcedProgram(source: source, program: program, isStandard: isStandard))
  }

  /// The entries with those `from` a table written out, those inside of organisations and units too.
  private mutating func writtenOut(_ entries: [Entry], usedIn user: Source) -> [Entry] {
    var written: [Entry] = []
    for var entry in entries {
      if let rows = TableRows(entry, problems: problems) {
        written += self.entries(of: rows, usedIn: user)
        continue
      }
      if let block = entry.block, Kind(head: entry.head.text)?.nested.isEmpty == false {
        entry.block?.entries = writtenOut(block.entries, usedIn: user)
      }
      written.append(entry)
    }
    return written
  }

  private mutating func entries(of rows: TableRows, usedIn user: Source) -> [Entry] {
    switch library.table(rows.file, usedIn: user.name) {
    case .absent: problems.report(TableProblem.unknown(rows.file, at: rows.span))
    case .malformed(let reason):
      problems.report(TableProblem.malformed(rows.file, reason, at: rows.span))
    case .table(let table):
      guard let text = rows.text(of: table) else { break }
      let source = Source(name: rows.file, text: text)
      let parse = parse(source, file: sources.count)
      tables.insert(sources.count)
      sources.append(source)
      diagnostics += parse.diagnostics
      return parse.program.entries
    }
    if let name = rows.name { spoiled.insert(name.text) }
    return []
  }

  private mutating func follow(_ entry: Entry, from user: Source, isStandard: Bool) {
    let items = Arguments(entry.groups).main
    guard !items.isEmpty else {
      problems.report(
        NameProblem.missingValue(
          Kind.use.word, example: Kind.use.example, at: entry.head.span))
      return
    }
    for item in items {
      guard let name = item.value.string ?? item.value.path?.text else {
        problems.report(
          NameProblem.notTaken(
            Kind.use.word, takes: Wording("the name of a text", "文本名"), example: Kind.use.example,
            at: item.span))
        continue
      }
      guard let text = library.text(name, usedIn: user.name) else {
        problems.report(
          NameProblem.unknownText(
            name, at: item.span, near: Nearest.words(to: name, among: library.names)))
        continue
      }
      if open.contains(text.source.name) {
        problems.report(NameProblem.useCircle(open + [text.source.name], at: item.span))
      } else if !sources.contains(where: { $0.name == text.source.name }) {
        load(text.source, isStandard: text.isStandard, at: item.span)
      }
    }
  }
}

/// Collects, lowers and checks what was loaded.
private func reading(
  _ loader: Loader, _ commands: [String: String], asked: Int = 0
) -> Reading {
  let problems = loader.problems
  for diagnostic in loader.diagnostics { problems.report(diagnostic) }
  var collector = Collector(problems: problems, commands: commands)
  for loaded in loader.programs {
    collector.isStandard = loaded.isStandard
    if loaded.source.name != loader.sources[asked].name {
      // Commands of a text that is used are not the user's.
      var quiet = collector
      quiet.collect(loaded.program)
      quiet.entries = collector.entries
      collector = quiet
    } else {
      collector.collect(loaded.program)
    }
  }
  var sources = loader.sources
  var draft = collector.draft
  draft.spoiled = loader.spoiled
  if let presets = presets(loader, file: sources.count) {
    let isAsked = presets.presets.isAsked(draft)
    presets.presets.fill(&draft, problems: problems)
    if isAsked { sources.append(presets.source) }
  }
  draft.imply()
  let scenario = ScenarioReader(draft: draft, problems: problems).scenario(
    named: loader.sources[asked].name)
  let tables = Dictionary(uniqueKeysWithValues: loader.tables.map { ($0, sources[$0]) })
  return Reading(
    sources: sources, diagnostics: problems.sorted.toldOnce(in: tables),
    scenario: problems.hasErrors ? nil : scenario, commands: collector.entries,
    programs: loader.programs, tables: loader.tables)
}

/// The presets of `rules/`, whose file number is the next one.
private func presets(_ loader: Loader, file: Int) -> (presets: Presets, source: Source)? {
  guard let text = loader.library.text("presets", usedIn: "") else { return nil }
  let parse = parse(text.source, file: file)
  var collector = Collector(problems: Problems(), commands: [:])
  collector.collect(parse.program)
  return (Presets(draft: collector.draft), text.source)
}
