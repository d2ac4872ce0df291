// swift-tools-version: 6.2
import PackageDescription

/// Strict everywhere: imports are internal unless they say `public`, and show what they bring.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The engine is fifty times slower without optimisation, so statistical tests would take an hour, and reading a scenario
/// is slow, which tests do thousands of times: what computes or reads is optimised in test builds too.
let fast: [SwiftSetting] = strict + [.unsafeFlags(["-O"])]

let package = Package(
  name: "probity",
  products: [.executable(name: "probity", targets: ["probity"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // The way of the data: text -> Syntax -> Model -> Plan -> Engine -> Ledger -> Measures -> eyes.
    .target(name: "Quantities", swiftSettings: fast),
    .target(name: "Syntax", swiftSettings: fast),
    .target(name: "Ledger", dependencies: ["Quantities"], swiftSettings: fast),
    .target(name: "Plan", dependencies: ["Quantities", "Ledger"], swiftSettings: fast),
    .target(
      name: "Vocabulary", dependencies: ["Quantities", "Syntax", "Plan", "Ledger"],
      exclude: ["REFERENCE.md"], swiftSettings: fast),
    .target(
      name: "Model", dependencies: ["Quantities", "Syntax", "Vocabulary", "Plan", "Ledger"],
      swiftSettings: fast),
    .target(name: "Engine", dependencies: ["Quantities", "Plan", "Ledger"], swiftSettings: fast),
    .target(name: "Measures", dependencies: ["Quantities", "Ledger"], swiftSettings: fast),
    .target(name: "Presentation", swiftSettings: strict),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"]), .brew(["readline"])]),
    .target(name: "LineEditor", dependencies: ["CReadline"], swiftSettings: strict),
    .target(
      name: "Rules",
      resources: [
        .embedInCode("texts/metrics.probity"), .embedInCode("texts/norms.probity"),
        .embedInCode("texts/evidence.probity"), .embedInCode("texts/presets.probity"),
      ], swiftSettings: strict),
    .target(
      name: "Workbench",
      dependencies: [
        "Quantities", "Syntax", "Ledger", "Plan", "Vocabulary", "Model", "Engine", "Measures",
        "Presentation", "LineEditor", "Rules",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "probity", dependencies: ["Workbench"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m")]),

    .target(name: "Support", path: "Tests/Support", swiftSettings: strict),
    .executableTarget(
      name: "EditorProbe", dependencies: ["LineEditor"], path: "Tests/EditorProbe",
      swiftSettings: strict, linkerSettings: [.linkedLibrary("m")]),
    .systemLibrary(name: "CGSL", path: "Tests/CGSL", providers: [.apt(["libgsl-dev"])]),
    .testTarget(name: "HouseTests", dependencies: ["Support"], swiftSettings: strict),
    .testTarget(
      name: "QuantitiesTests", dependencies: ["Support", "Quantities", "Plan", "CGSL"],
      swiftSettings: strict),
    .testTarget(
      name: "SyntaxTests", dependencies: ["Support", "Syntax"], exclude: ["Golden", "Texts"],
      swiftSettings: strict),
    .testTarget(
      name: "VocabularyTests",
      dependencies: ["Support", "Syntax", "Plan", "Ledger", "Quantities", "Vocabulary"],
      swiftSettings: strict),
    .testTarget(
      name: "ModelTests",
      dependencies: [
        "Support", "Syntax", "Plan", "Ledger", "Quantities", "Vocabulary", "Model", "Rules",
      ], swiftSettings: strict),
    .testTarget(
      name: "LedgerTests", dependencies: ["Support", "Quantities", "Ledger"], swiftSettings: strict),
    .testTarget(
      name: "EngineTests",
      dependencies: [
        "Support", "Quantities", "Plan", "Ledger", "Engine", "Measures", "Syntax", "Model", "Rules",
      ], exclude: ["MUTATIONS.md"], swiftSettings: fast),
    .testTarget(
      name: "MeasuresTests", dependencies: ["Support", "Quantities", "Ledger", "Measures"],
      swiftSettings: strict),
    .testTarget(
      name: "PresentationTests", dependencies: ["Support", "Presentation"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "ScenarioTests",
      dependencies: [
        "Support", "Workbench", "Model", "Syntax", "Plan", "Ledger", "LineEditor", "Measures",
        "Rules", "Presentation", "Engine", "Vocabulary",
      ], exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "ValidationTests", dependencies: ["Support", "Workbench"], swiftSettings: strict),
    .testTarget(
      name: "TranscriptTests", dependencies: ["Support", "LineEditor", "EditorProbe"],
      exclude: ["Golden"],
      swiftSettings: strict),
  ]
)
