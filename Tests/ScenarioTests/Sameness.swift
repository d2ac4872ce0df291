import Presentation
import Support
import Syntax
import Testing

@testable import Workbench

/// What must not change a result: threads, what was asked before, who is compared with whom.
@Suite struct Sameness {
  let path = repository + "/scenarios/binhai.probity"

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
    #expect(try session.project(order).making.computed == 20)
    #expect(try session.project(order).making.computed == 0)
    _ = try session.answers(to: "set rotation.every = 2 years")
    let next = try session.order(["baseline", "current"], in: try session.loaded())
    #expect(try session.project(next).making.computed == 10, "only what changed")
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
    _ = try session.answers(to: "set rotation.every = 1 year")
    let order = try session.order(["current", "brisk"], in: try session.loaded())
    let (results, _) = try session.project(order)
    for metric in try session.loaded().metrics {
      #expect(results[0].estimate(metric) == results[1].estimate(metric), "\(metric.name)")
    }
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
}
