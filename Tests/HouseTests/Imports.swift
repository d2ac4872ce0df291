import Support
import Testing

/// The way of the data (architecture.md 1): who may import whom. SwiftPM does not enforce it.
@Suite struct Imports {
  static let mayImport: [String: Set<String>] = [
    "Quantities": [],
    "Syntax": [],
    "Ledger": ["Quantities"],
    "Plan": ["Quantities", "Ledger"],
    "Vocabulary": ["Syntax", "Plan", "Ledger", "Quantities"],
    "Model": ["Syntax", "Vocabulary", "Plan", "Ledger", "Quantities"],
    "Engine": ["Quantities", "Plan", "Ledger"],
    "Measures": ["Quantities", "Ledger"],
    "Presentation": [],
    "LineEditor": ["CReadline"],
    "CReadline": [],
    "Rules": [],
    "Workbench": [
      "Quantities", "Syntax", "Ledger", "Plan", "Vocabulary", "Model", "Engine", "Measures",
      "Presentation", "LineEditor", "Rules", "Database", "ArgumentParser", "SwiftCSV",
    ],
    "Database": ["Ledger", "GRDB"],
    "probity": ["Workbench"],
  ]

  /// What the system and the toolchain offer, and who may take it. Foundation itself brings 60 MB.
  static let system: [String: Set<String>] = [
    "Synchronization": Set(mayImport.keys),
    "Glibc": Set(mayImport.keys),
    "FoundationEssentials": [
      "Presentation", "Workbench", "Database", "Model", "Vocabulary", "Rules",
    ],
    "Foundation": ["Database"],
  ]

  @Test(arguments: SourceFile.all(below: "Sources"))
  func goOneWay(_ file: SourceFile) {
    guard let allowed = Imports.mayImport[file.module] else {
      Issue.record("\(file.module) does not stand in the table of imports")
      return
    }
    for name in file.imports where !allowed.contains(name) {
      #expect(
        Imports.system[name]?.contains(file.module) == true,
        "\(file.path) imports \(name), which \(file.module) may not (architecture.md 1)")
    }
  }

  @Test func haveNoCircle() {
    var remaining = Imports.mayImport.mapValues { $0.filter { Imports.mayImport[$0] != nil } }
    while let next = remaining.keys.sorted().first(where: { remaining[$0]?.isEmpty == true }) {
      remaining[next] = nil
      for module in remaining.keys { remaining[module]?.remove(next) }
    }
    #expect(remaining.isEmpty, "these modules import each other: \(remaining.keys.sorted())")
  }
}
