import Support
import Testing

/// A mechanism's terms are read in its own files: `Sources/Engine/MODEL.md` says which these are, and who else reads
/// them.
@Suite struct Mechanisms {
  /// A section of the model's own document.
  struct Submodel {
    var title: String
    var files: Set<String>
    /// Words of the language that declare it, and those of others that it reads.
    var declares: Set<String> = []
    var reads: Set<String> = []
  }

  /// A kind of declaration as the plan keeps it: `duty_report`, `scheme.dutyReports`, `DutyReportTerms`.
  struct Kept {
    var word: String
    var list: String
    var type: String

    /// Whether code reads its terms.
    func isRead(in code: String) -> Bool {
      let places = ["scheme", "Scheme", "schemes", "$0", "\\"].map { "\($0).\(list)" }
      return (places + [type]).contains { code.hasWord($0) }
    }
  }

  /// What everybody reads.
  static let world: Set<String> = ["organization", "unit", "post", "body", "risk"]

  static let document = text(of: repository + "/Sources/Engine/MODEL.md") ?? ""

  static let submodels: [Submodel] = document.split(separator: "\n### ").dropFirst().map { part in
    let lines = part.split(separator: "\n", maxSplits: 2)
    var one = Submodel(title: String(lines[0]), files: Set(lines[0].quoted))
    if lines.count > 1, lines[1].hasPrefix("Declared as `") || lines[1].hasPrefix("Reads `") {
      let halves = lines[1].lowercased().split(
        separator: "reads ", omittingEmptySubsequences: false)
      one.declares = Set(halves[0].quoted)
      one.reads = Set(halves.count > 1 ? halves[1].quoted : [])
    }
    return one
  }

  /// Files that read for all.
  static let frame: Set<String> = {
    let sentence = document.split(separator: "by the frame,").last?.split(separator: " The world")
      .first
    return Set((sentence ?? "").quoted)
  }()

  /// The lists of the scheme.
  static let kept: [Kept] = {
    let lines = (text(of: repository + "/Sources/Plan/Scheme.swift") ?? "").split(separator: "\n")
    return lines.compactMap { line in
      let words = line.split { " :[]".contains($0) }
      guard words.count > 3, words[0] == "public", words[1] == "var", words[3].hasSuffix("Terms")
      else { return nil }
      let name = words[3].dropLast("Terms".count)
      let word = name.reduce("") {
        $0 + ($1.isUppercase && !$0.isEmpty ? "_" : "") + $1.lowercased()
      }
      return Kept(word: word, list: String(words[2]), type: String(words[3]))
    }.filter { !world.contains($0.word) }
  }()

  /// The code of the engine's files, by name.
  static let code: [String: String] = Dictionary(
    SourceFile.all(below: "Sources/Engine").map {
      (String($0.path.split(separator: "/").last ?? ""), $0.bareCode)
    }, uniquingKeysWith: +)

  @Test func everyWordDeclaresOneSubmodel() {
    #expect(Self.kept.count > 15)
    for one in Self.kept {
      let declared = Self.submodels.filter { $0.declares.contains(one.word) }
      #expect(declared.count == 1, "MODEL.md declares `\(one.word)` in \(declared.map(\.title))")
    }
  }

  /// Who reads a word says so.
  @Test(arguments: code.keys.sorted())
  func readOnlyWhatTheySay(_ file: String) {
    let found = Set(Self.kept.filter { $0.isRead(in: Self.code[file] ?? "") }.map(\.word))
    guard !Self.frame.contains(file) else {
      #expect(!found.isEmpty, "\(file) need not be in the frame")
      return
    }
    let own = Self.submodels.filter { $0.files.contains(file) }
    let allowed = own.reduce(into: Set<String>()) {
      $0.formUnion($1.declares)
      $0.formUnion($1.reads)
    }
    let others = found.subtracting(allowed).sorted()
    #expect(others.isEmpty, "\(file) reads \(others), which MODEL.md does not say")
  }

  /// Who says that he reads a word does.
  @Test func nobodySaysTooMuch() {
    for submodel in Self.submodels {
      for file in submodel.files { #expect(Self.code[file] != nil, "\(file) is gone") }
      let code = submodel.files.sorted().compactMap { Self.code[$0] }.joined(separator: "\n")
      for word in submodel.reads.union(submodel.declares) {
        let isRead = Self.kept.first { $0.word == word }?.isRead(in: code) ?? false
        // What is declared may be read by the frame alone.
        let isFolded = submodel.declares.contains(word)
        #expect(isRead || isFolded, "\(submodel.title) does not read `\(word)`")
      }
    }
    for file in Self.frame { #expect(Self.code[file] != nil, "\(file) is gone") }
  }
}

extension StringProtocol {
  /// What stands between backquotes.
  fileprivate var quoted: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

extension String {
  /// Whether a word occurs that does not go on in a longer one.
  fileprivate func hasWord(_ word: String) -> Bool {
    var rest = self[...]
    while let found = rest.firstRange(of: word) {
      rest = rest[found.upperBound...]
      guard let next = rest.first, next.isLetter || next.isNumber || next == "_" else {
        return true
      }
    }
    return false
  }
}
