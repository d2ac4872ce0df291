import Ledger
import Model
import Plan
import Quantities
import Syntax
import Testing

@Suite struct LoweringTests {
  @Test func k1LowersWithoutErrors() throws {
    let reading = reading(k1)
    #expect(told(reading).filter { $0.hasPrefix("E") } == [])
    let checked = reading.scenario
    let scenario = try #require(checked)
    let plan = scenario.plan()
    #expect(plan.start == .cold)
    #expect(plan.horizon == 120)
    #expect(plan.scheme.posts.map(\.headcount) == [.constant(1000)])
    #expect(plan.scheme.officials.spread.number == 2)
    #expect(plan.scheme.officials.tenure == .uniform(low: 0, high: 35))
    #expect(plan.scheme.risks[0].rate.number == 0.01 / 12)
    #expect(plan.scheme.risks[0].lasts.number == .infinity)
    #expect(plan.scheme.risks[0].detectability.number == .infinity)
    #expect(plan.scheme.risks[0].loss == .constant(0))
    #expect(
      plan.scheme.risks[0].tenure
        == Curve([.init(at: 0, value: 1), .init(at: 60, value: 2)]))
    #expect(plan.scheme.indicators[0].shows[0].under == [0, 1])
    #expect(plan.scheme.indicators[0].yellow.number == 2.5)
    #expect(plan.scheme.reportings[0].hears.number == 0.02)
    #expect(plan.scheme.reviews[0].establishes == .finding)
    #expect(plan.scheme.rotations[0].mode == .replace)
    #expect(plan.scheme.rotations[0].every.number == 36)
    #expect(plan.uncertain.isEmpty)
    #expect(plan.arms.count == 1)
  }

  @Test func districtLowers() throws {
    let reading = reading(district)
    #expect(told(reading).filter { $0.hasPrefix("E") } == [])
    let checked = reading.scenario
    let scenario = try #require(checked)
    let plan = scenario.plan(policies: ["none_rotated", "brisk", "strict", "later"])
    let scheme = plan.scheme
    #expect(scheme.posts.map(\.name) == ["director", "tender", "approval", "clerk", "payment"])
    #expect(scheme.posts[1].path == "binhai.procurement.tender")
    #expect(scheme.units.map(\.trace.number) == [0.1, 0.2])
    #expect(scheme.rotations[0].of.posts == [0, 1, 2, 4])
    #expect(scheme.reviews[1].coversOf?.posts == [0, 1, 2, 4])
    #expect(scheme.reviews[1].of.posts == [0, 1, 2, 3, 4])
    #expect(scheme.reviews[0].by == .unit)
    #expect(scheme.reviews[0].establishes == .lead)
    #expect(scheme.reviews[1].by == .body(0))
    #expect(scheme.bodies[2].scope == [0])
    #expect(scheme.bodies[0].capacity.number == 6)
    #expect(scheme.reportings[0].noise.number == 0.015)
    #expect(scheme.indicators[0].dimension == .share)
    #expect(
      plan.uncertain.map(\.dial.path) == [
        "post.binhai.procurement.clerk.headcount", "risk.tailored_spec.rate",
        "risk.split_payment.loss.median",
      ])
  }

  /// A body looks at the posts of its scope alone, and a look at no post is told.
  @Test func bodiesLookAtTheirScope() throws {
    let text = """
      organization o { unit u { post p { headcount 3 } }; unit v { post q { headcount 3 } } }
      body auditors { kind audit; scope u }
      risk r { at p, q; rate 2% per year }
      review look { by auditors; every 1 year; finds 5% }
      review other { by audit; every 1 year; finds 5% }
      """
    let scheme = try #require(reading(text).scenario).scheme
    #expect(scheme.reviews.map(\.of.posts) == [[0], [0, 1]])
    let nowhere = reading(
      text.replacing("every 1 year", with: "every 1 year; of q", maxReplacements: 1))
    #expect(told(nowhere).contains { $0.hasSuffix("`of` selects no post") })
  }

  /// One response is switched off by its name, in the baseline and in a policy.
  @Test func aResponseIsSwitchedOffByItsName() throws {
    let text = """
      organization o { unit u { post p { headcount 3 } } }
      body b { kind supervisory }
      risk r { at p; rate 2% per year }
      reporting { hears 2% per month; real_name 35% }
      response lead { by b }
      response real_name { by b }
      policy silent { response lead off }
      """
    let scenario = try #require(reading(text).scenario)
    #expect(scenario.scheme.responses.map(\.isOn) == [true, true])
    let silent = try #require(scenario.policy("silent")).arm.phases.last?.scheme
    #expect(silent?.responses.map(\.isOn) == [false, true])
    let off = reading(text.replacing("response lead { by b }", with: "response lead off"))
    #expect(off.scenario?.scheme.responses.map(\.isOn) == [false, true])
  }

  @Test func policiesAreOverlays() throws {
    let checked = reading(district).scenario
    let scenario = try #require(checked)
    let plan = scenario.plan(policies: ["none_rotated", "brisk", "strict", "later"])
    #expect(plan.arms.map(\.name) == ["baseline", "none_rotated", "brisk", "strict", "later"])
    #expect(plan.arms[1].phases.map { $0.scheme.rotations[0].isOn } == [false])
    #expect(plan.arms[2].phases.map(\.scheme) == [plan.scheme])
    #expect(plan.arms[2].changes.map(\.amount) == [.fixed(12)])
    #expect(plan.arms[3].changes.map(\.operation) == [.set, .multiply])
    #expect(plan.arms[3].changes.map(\.phaseIn) == [6, 6])
    #expect(plan.arms[4].changes.map(\.from) == [13])
    #expect(plan.arms[4].phases.map(\.from) == [1, 13])
    #expect(plan.arms[4].phases.map { $0.scheme.reviews[0].isOn } == [true, false])
    let brisk = try #require(scenario.policy("brisk"))
    #expect(brisk.differences.map(\.path.en) == ["rotation.every"])
    #expect(brisk.differences.first?.before?.en == "3 years")
    #expect(brisk.differences.first?.after?.zh == "1年")
  }

  @Test func metricsCompile() throws {
    let checked = reading(district).scenario
    let scenario = try #require(checked)
    let incidence = try #require(scenario.metric("实际发生率"))
    #expect(incidence.name == "incidence")
    #expect(!incidence.isObservable)
    #expect(incidence.dimension == .perPersonYear)
    #expect(incidence.shown.factor == 1000)
    #expect(
      incidence.question
        == .combined(
          .atom(Atom(.offences, .count)), .divide,
          .combined(.atom(Atom(.seats, .count)), .divide, .number(12))))
    #expect(scenario.metric("verification_rate")?.isObservable == true)
    #expect(scenario.targets.count == 1)
    #expect(scenario.expectations.map(\.confidence) == [0.95, 0.9])
    #expect(scenario.expectations[0].claim.left.questions.map(\.policy) == ["brisk"])
    #expect(scenario.experiments[0].until.map(\.within) == [0.03])
    #expect(scenario.evidence[0].citedBy == ["risk.tailored_spec"])
    #expect(scenario.evidence[0].values.map(\.en) == ["14 months"])
  }
}
