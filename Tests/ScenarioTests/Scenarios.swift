import Ledger
import Model
import Presentation
import Support
import Syntax
import Testing

@testable import Workbench

/// Every file in `scenarios/`: it parses, its expectations hold, its results are those recorded, and its
/// twin in the other language gives the same bytes.
@Suite struct Scenarios {
  static let paths = files(below: repository + "/scenarios", suffix: ".probity")
    .map { repository + "/scenarios/" + $0 }

  @Test(arguments: paths)
  func parsesAndKeepsItsNorms(_ path: String) throws {
    var session = Session(Settings(language: .en))
    let exhibit = try CheckTexts(paths: [path]).perform(in: &session)
    #expect(session.status == .done, "\(exhibit.drawn(as: .table))")
  }

  @Test(arguments: paths)
  func expectationsHold(_ path: String) throws {
    var session = Session(Settings(language: .en))
    session.settings.threads = 2
    let exhibit = try TestExpectations(paths: [path], junit: nil).perform(in: &session)
    #expect(session.status == .done, "\(exhibit.drawn(as: .table))")
  }

  @Test func resultsAreThoseRecorded() throws {
    var lines = ""
    for path in Self.paths {
      let name = path.dropFirst(repository.count + 1)
      let bytes = try Self.results(of: try Study(paths: [path], rules: nil))
      lines += "\(Self.digest(bytes)) \(name)\n"
    }
    golden("digests", ["digests": lines])
  }

  @Test(arguments: paths)
  func twinGivesTheSameBytes(_ path: String) throws {
    let study = try Study(paths: [path], rules: nil)
    let first = try #require(study.sources.first)
    for language in Language.allCases {
      let text = try FormatText.text(of: first, in: language, declared: study.usedNames)
      // A file of another name in the same folder; what it uses is found there.
      let name = study.scenario.name == nil ? path : folder(of: path) + "/twin.probity"
      let twin = try Study(Source(name: name, text: text))
      #expect(
        try Self.results(of: twin) == Self.results(of: study), "\(path) in \(language.rawValue)")
    }
  }

  @Test(arguments: paths)
  func layoutIsCanonical(_ path: String) throws {
    let source = try Files.source(at: path)
    expectNoDifference(try FormatText.text(of: source, in: nil, declared: []), source.text)
  }

  /// The rows of all policies, a few runs each.
  static func results(
    of study: Study, threads: Int = 2, runs: Int = 20
  ) throws -> String {
    var session = Session(Settings(language: .en))
    session.settings.isSteady = true
    session.settings.threads = threads
    session.settings.runs = runs
    session.study = study
    return try rows(of: study, in: &session)
  }

  /// The rows of all policies from a session.
  static func rows(of study: Study, in session: inout Session) throws -> String {
    let order = try session.order(study.policies.map(\.name), in: study)
    let (results, making) = try session.project(order, in: try session.loaded())
    let rows = ResultRows(making: making, targets: study.targets, language: .en)
      .rows(comparing: results, metrics: study.metrics.filter { !$0.question.isAgainstBaseline })
    return Exhibit([.rows(rows)]).drawn(as: .csv)
  }

  /// Sixteen digits that tell texts apart (FNV-1a).
  static func digest(_ text: String) -> String {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
