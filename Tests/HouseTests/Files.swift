import Support
import Testing

/// Files that a newcomer can read in one sitting, in English.
@Suite struct Files {
  /// Longer files, each with its reason.
  static let longer: [String: String] = [:]

  static let all = SourceFile.all(below: "Sources") + SourceFile.all(below: "Tests")

  @Test(arguments: all)
  func haveAtMost400Lines(_ file: SourceFile) {
    let count = file.lines.count - 1
    if let reason = Files.longer[file.path] {
      #expect(count > 400, "\(file.path) is short enough now; strike it off (\(reason))")
    } else {
      #expect(count <= 400, "\(file.path) has \(count) lines")
    }
  }

  @Test(arguments: all)
  func haveEnglishIdentifiers(_ file: SourceFile) {
    let foreign = file.bareCode.unicodeScalars.first { $0.value > 0x7F }
    #expect(foreign == nil, "\(file.path) has \(foreign.map(String.init) ?? "") outside a literal")
  }

  /// The model's own document names the file of every mechanism.
  @Test func theModelNamesEveryMechanism() throws {
    let model = try #require(text(of: repository + "/Sources/Engine/MODEL.md"))
    let mechanisms = Files.all.filter { $0.path.hasPrefix("Sources/Engine/Mechanisms/") }
    #expect(mechanisms.count > 20)
    for file in mechanisms {
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      #expect(model.contains("`\(name)`"), "MODEL.md does not say what \(name) does")
    }
  }

  @Test func exceptionsExist() {
    let paths = Set(Files.all.map(\.path))
    for path in Files.longer.keys.sorted() { #expect(paths.contains(path), "\(path) is gone") }
  }
}

/// Every golden file is read by some test, and no test reads an empty folder.
///
/// The tests' sources are searched for `Golden.files("folder")`, `Transcript.files("folder")` and
/// `golden("folder/name"`, whose names therefore stand as literals.
@Suite struct GoldenFiles {
  struct Reader: Sendable, CustomTestStringConvertible {
    let target: String
    var testDescription: String { target }

    var golden: [String] {
      let root = repository + "/Tests/\(target)/Golden"
      return files(below: root, suffix: ".golden") + files(below: root, suffix: ".session")
    }

    /// The literals that stand first in calls of a function, in the target's sources.
    func literals(of call: String) -> Set<String> {
      var found: Set<String> = []
      for file in SourceFile.all(below: "Tests/\(target)") {
        for part in file.content.split(separator: call + "(", omittingEmptySubsequences: false)
          .dropFirst()
        {
          let words = part.drop { $0.isWhitespace }
          if words.hasPrefix("\"") {
            found.insert(String(words.dropFirst().prefix { $0 != "\"" }))
          } else if words.hasPrefix(")") || words.hasPrefix("suffix:") {
            found.insert("")
          }
        }
      }
      return found
    }
  }

  static let readers = Set(SourceFile.all(below: "Tests").map(\.module)).sorted()
    .filter { $0.hasSuffix("Tests") && $0 != "HouseTests" }.map(Reader.init)

  @Test(arguments: readers)
  func areRead(_ reader: Reader) {
    let folders = reader.literals(of: "Golden.files").union(reader.literals(of: "Transcript.files"))
    let single = reader.literals(of: "golden")
    for path in reader.golden {
      let parts = path.split(separator: "/")
      let folder = parts.dropLast().joined(separator: "/")
      let name = path.split(separator: ".").dropLast().joined(separator: ".")
      #expect(
        folders.contains(folder) || single.contains(name),
        "no test reads Tests/\(reader.target)/Golden/\(path)")
    }
    for folder in folders {
      let isThere = reader.golden.contains {
        $0.split(separator: "/").dropLast().joined(separator: "/") == folder
      }
      #expect(isThere, "\(reader.target) reads `\(folder)`, where no golden file is")
    }
  }
}
