import Ledger
import Measures
import Plan
import Presentation
import Support
import Syntax
import Testing

@testable import Workbench

/// What must not change a result: threads, what was asked before, who is compared with whom.
@Suite struct Sameness {
  let path = repository + "/scenarios/binhai.probity"

  /// Types an entry.
  private func type(_ text: String, in session: inout Session) throws {
    let (entries, source) = try session.entries(of: text)
    for entry in entries { _ = try session.answer(to: entry, in: source) }
  }

  @Test func threadsDoNotMatter() throws {
    let study = try Study(paths: [path], rules: nil)
    let one = try Scenarios.results(of: study, threads: 1)
    expectNoDifference(try Scenarios.results(of: study, threads: 3), one)
  }

  @Test func rememberedRunsAreThoseOfAFreshSession() throws {
    let study = try Study(paths: [path], rules: nil)
    var session = Session(Settings(language: .en))
    session.study = study
    session.settings.runs = 12
    _ = try RunPolicies(policies: ["brisk"], metrics: []).perform(in: &session)
    session.settings.runs = 6
    _ = try RunPolicies(policies: ["baseline"], metrics: []).perform(in: &session)
    session.settings.runs = 20
    expectNoDifference(
      try Scenarios.rows(of: study, in: &session), try Scenarios.results(of: study))
  }

  @Test func aSecondRunComputesNothing() throws {
    var session = Session(Settings(language: .en))
    session.study = try Study(paths: [path], rules: nil)
    session.settings.runs = 10
    let order = try session.order(["baseline", "brisk"], in: try session.loaded())
    #expect(try session.project(order, in: try session.loaded()).making.computed == 20)
    #expect(try session.project(order, in: try session.loaded()).making.computed == 0)
    try type("set rotation.every = 2 years", in: &session)
    let next = try session.order(["baseline", "current"], in: try session.loaded())
    #expect(
      try session.project(next, in: try session.loaded()).making.computed == 10, "only what changed"
    )
  }

  @Test func currentWithoutChangesDiffersByNothing() throws {
    var session = Session(Settings(language: .en))
    session.study = try Study(paths: [path], rules: nil)
    session.settings.runs = 10
    let exhibit = try ComparePolicies(policies: ["baseline", "current"], metrics: ["incidence"])
      .perform(in: &session)
    #expect(exhibit.drawn(as: .table).contains("= the same"))
  }

  @Test func setIsWhatAPolicyWouldDo() throws {
    var session = Session(Settings(language: .en))
    session.study = try Study(paths: [path], rules: nil)
    session.settings.runs = 10
    try type("set rotation.every = 1 year", in: &session)
    let study = try session.loaded()
    let order = try session.order(["current", "brisk"], asking: study.metrics, in: study)
    let (results, _) = try session.project(order, in: study)
    #expect(results.count == 2)
    for metric in study.metrics {
      #expect(results[0].estimate(metric) == results[1].estimate(metric), "\(metric.name)")
    }
  }

  @Test func aWholeIsSetShareByShareAndRunWhenItAddsUp() throws {
    var session = Session(Settings(language: .en))
    session.study = try Study(paths: [path], rules: nil)
    session.settings.runs = 2
    try type("set private_fuel.severity.sign = 90%", in: &session)
    #expect(session.changeExhibit.drawn(as: .table).contains("add up to 105 %"))
    let order = try session.order(["current"], in: try session.loaded())
    #expect(throws: Complaint.self) { try session.project(order, in: try session.loaded()) }
    try type("set private_fuel.severity.violation = 10%", in: &session)
    #expect(!session.changeExhibit.drawn(as: .table).contains("add up"))
    #expect(try session.project(order, in: try session.loaded()).results.count == 1)
  }

  @Test func theTemplateRunsInBothLanguages() throws {
    for language in Language.allCases {
      let text = Template.text(named: "first", in: language)
      let study = try Study(Source(name: "first.probity", text: text))
      #expect(study.diagnostics.isEmpty, "\(language.rawValue)")
      #expect(try !Scenarios.results(of: study).isEmpty)
      let source = Source(name: "first.probity", text: text)
      expectNoDifference(try FormatText.text(of: source, in: nil, declared: []), text)
    }
  }

  @Test func anotherHorizonMovesTheLastYears() throws {
    let text = try Files.source(at: path).text + "target verification_rate >= 50% last 1 year\n"
    let study = try Study(Source(name: path, text: text))
    func windows(_ study: Study) -> [Int] {
      study.targets.flatMap { $0.metric.question.atoms.map(\.window.first) }.filter { $0 > 1 }
    }
    #expect(windows(study) == [109, 109])
    #expect(windows(study.over(60)) == [49, 49])
    #expect(study.over(60).horizon == 60)
    #expect(try study.over(60).plan(of: ["baseline"], overlay: nil).plan.horizon == 60)
  }

  @Test func untilGoesOnUntilTheIntervalIsNarrow() throws {
    var session = Session(Settings(language: .en))
    session.study = try Study(paths: [path], rules: nil)
    session.settings.runs = 40
    session.settings.until = [.init(metric: "rotation_rate", share: 0.004)]
    let study = try session.loaded()
    let order = try session.order(["baseline"], in: study)
    let estimate = try session.project(order, in: study).results[0]
      .estimate(try study.metrics(named: ["rotation_rate"])[0])
    let interval = try #require(estimate.interval)
    let value = try #require(estimate.value)
    #expect((interval.high - interval.low) / 2 <= 0.004 * value)
    #expect(estimate.runs > 40 && estimate.runs < 10_000)
  }
}

/// The program itself: the same bytes on another processor and with another thread, and no other luck for anybody when
/// something is added to the text.
@Suite struct SameBytes {
  let path = repository + "/scenarios/binhai.probity"

  private func rows(_ path: String, _ more: [String] = [], environment: [String: String] = [:])
    -> String
  {
    let arguments = ["run", path, "--runs", "60", "--format", "jsonl"] + more
    let outcome = run(probity, arguments, environment: environment)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  @Test func anotherProcessorGivesTheSame() {
    // glibc then chooses other versions of its functions; ours are plus, minus, times, divide and root.
    let plain = "glibc.cpu.hwcaps=-FMA,-AVX2_Usable,-AVX2,-FMA4"
    expectNoDifference(rows(path, environment: ["GLIBC_TUNABLES": plain]), rows(path))
  }

  @Test func twoThreadsGiveTheSame() {
    expectNoDifference(rows(path, ["--threads", "2"]), rows(path, ["--threads", "1"]))
  }

  @Test func aPolicyAndAMetricMoreLeaveTheRestAlone() throws {
    let more = """
      metric own "My own", "自定" { is count(leads) / person_years }
      policy extra "Extra", "另一个" { rotation.every = 6 months; extends high_line }
      """
    let grown = temporaryFolder() + "/binhai.probity"
    try Files.write(try Files.source(at: path).text + more + "\n", to: grown, over: true)
    let lines = rows(grown).split(separator: "\n")
    let old = rows(path).split(separator: "\n")
    #expect(lines.count == old.count + 1, "the metric of its own is one row more")
    for line in old { #expect(lines.contains(line), "changed: \(line)") }
  }
}
