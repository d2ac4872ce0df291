import FoundationEssentials
public import Testing

/// Whether this run records golden files anew (`PROBITY_RECORD=1`); a test that recorded fails.
public let isRecording = ProcessInfo.processInfo.environment["PROBITY_RECORD"] == "1"

/// A golden file: sections of input and of output in one text.
///
///     -- in.probity --
///     rotation { coverge 80% }
///     -- en --
///     …
///
/// Sections whose name is `in` or begins with `in.` are input; all others are what a test makes of it,
/// and every one of them must be made. Files live in `Golden/` beside the test that reads them, and the
/// house tests look for the literal `Golden.files("folder")` or `golden("folder/name"` that does.
public struct Golden: Sendable, CustomTestStringConvertible {
  /// The file.
  public let path: String
  /// Names and bodies, in the order of the file.
  public private(set) var sections: [(name: String, body: String)]

  /// Reads a file; one that does not exist has no sections.
  public init(path: String) {
    self.path = path
    sections = Golden.parse((try? String(contentsOfFile: path, encoding: .utf8)) ?? "")
  }

  /// The files of `Golden/folder` beside the calling file that end in `suffix`, sorted by name.
  public static func files(
    _ folder: String = "", suffix: String = ".golden", beside source: String = #filePath
  ) -> [Golden] {
    let directory = Golden.directory(beside: source) + (folder.isEmpty ? "" : "/" + folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map {
      Golden(path: directory + "/" + $0)
    }
  }

  /// The body of a section; a missing one is an issue and empty.
  public subscript(name: String) -> String {
    if let section = sections.first(where: { $0.name == name }) { return section.body }
    Issue.record("\(path) has no section `\(name)`")
    return ""
  }

  /// The names of the input sections.
  public var inputs: [String] { sections.map(\.name).filter(Golden.isInput) }

  /// Expects that the output sections of the file are these, or records them.
  public func expect(
    _ outputs: KeyValuePairs<String, String>, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(sections: outputs.map { ($0.key, $0.value) }, sourceLocation: sourceLocation)
  }

  /// Expects that the output sections of the file are these, or records them.
  public func expect(
    sections outputs: [(name: String, body: String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let made = outputs.map { (name: $0.name, body: Golden.closed($0.body)) }
    if isRecording {
      record(made, sourceLocation)
      return
    }
    for stale in sections where !Golden.isInput(stale.name) {
      if !made.contains(where: { $0.name == stale.name }) {
        Issue.record(
          "\(path): no test makes section `\(stale.name)`", sourceLocation: sourceLocation)
      }
    }
    for (name, body) in made {
      let recorded = sections.first { $0.name == name }?.body ?? ""
      if let difference = lineDifference(from: recorded, to: body) {
        Issue.record(
          "\(path) -- \(name) --\n\(difference)\nPROBITY_RECORD=1 records it anew.",
          sourceLocation: sourceLocation)
      }
    }
  }

  /// The file's name without folders and suffix.
  public var name: String {
    let last = path.split(separator: "/").last ?? ""
    return String(last.prefix { $0 != "." })
  }

  /// What the test is called: the file's name.
  public var testDescription: String { name }

  private func record(
    _ made: [(name: String, body: String)], _ sourceLocation: SourceLocation
  ) {
    let kept = sections.filter { Golden.isInput($0.name) }
    let text = (kept + made).map { "-- \($0.name) --\n" + $0.body }.joined()
    if text != (try? String(contentsOfFile: path, encoding: .utf8)) {
      write(text, to: path, sourceLocation)
    }
  }

  static func directory(beside source: String) -> String { folder(of: source) + "/Golden" }

  private static func isInput(_ name: String) -> Bool { name == "in" || name.hasPrefix("in.") }

  private static func closed(_ body: String) -> String {
    body.isEmpty || body.hasSuffix("\n") ? body : body + "\n"
  }

  private static func parse(_ text: String) -> [(name: String, body: String)] {
    var sections: [(name: String, body: String)] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
        sections.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if !sections.isEmpty {
        sections[sections.count - 1].body += line + "\n"
      }
    }
    return sections
  }
}

/// Expects that the golden file `Golden/name.golden` beside the calling file holds these outputs.
public func golden(
  _ name: String, _ outputs: KeyValuePairs<String, String>, beside source: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  Golden(path: Golden.directory(beside: source) + "/\(name).golden")
    .expect(outputs, sourceLocation: sourceLocation)
}

/// Writes a recorded file, making its folders, and says so in an issue: a recording run never passes.
func write(_ text: String, to path: String, _ sourceLocation: SourceLocation) {
  do {
    try FileManager.default.createDirectory(
      atPath: folder(of: path), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
    Issue.record("recorded \(path)", sourceLocation: sourceLocation)
  } catch {
    Issue.record(error, "cannot record \(path)", sourceLocation: sourceLocation)
  }
}
