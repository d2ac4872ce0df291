import Model
import Plan
import Quantities
import Syntax
import Testing

private let office = """
  organization o {
    trace 10%
    unit u { copies 3; post p { headcount 4; risk_level high }; post q { headcount 2 } }
  }
  body b { kind supervisory }
  risk r { at p; rate 1% per year }
  indicator i { on p; clean normal(0, 1); shows normal(2, 1) under r }
  threshold i { yellow 2; orange 3; red 4 }
  response yellow { by unit }
  response orange { by b }
  response red { by b }
  review look { by b; every 1 year; finds 5% }
  rotation { of p; every 3 years }

  """

/// The scenario of the office with some more text.
private func scenario(_ text: String) throws -> Scenario {
  let reading = reading(office + text)
  #expect(told(reading).filter { $0.hasPrefix("E") } == [])
  let checked = reading.scenario
  return try #require(checked)
}

@Suite struct OverlayTests {
  @Test func aPolicyThatRepeatsTheBaselineHasAnEqualPlan() throws {
    let scenario = try scenario("policy same { rotation { of p } }")
    let plan = scenario.plan(policies: ["same"])
    #expect(plan.arms[1].phases == plan.arms[0].phases)
    #expect(plan.arms[1].changes.isEmpty)
  }

  @Test func whatActsBeforeItCannotBeChanged() {
    func codes(_ policy: String) -> [String] {
      let text = "scenario { start cold }\nofficials { tenure uniform(0, 2 years) }\n"
      return told(reading(office + text + "policy p { \(policy) }")).filter { $0.hasPrefix("E") }
        .map { String($0.prefix(5)) }
    }
    #expect(codes("r.initial = 5%") == ["E0182"])
    #expect(codes("r.initial *= 2") == ["E0182"])
    #expect(codes("risk r { initial 5% }") == ["E0182"])
    #expect(codes("risk new { at q; initial 5% }") == ["E0182"])
    #expect(codes("officials.tenure = uniform(0, 1 year)") == ["E0182"])
    #expect(codes("risk new { at q; rate 5% per year }") == [])
  }

  /// Of a list and one of its parts the later holds, written in one policy or in one that extends another.
  @Test func theLaterOfAListAndItsPartHolds() throws {
    let scenario = try scenario(
      """
      policy part { sanction.removes.form_2 = 50% }
      policy part_then_list { extends part; sanction.removes = 0%, 0%, 10%, 20% }
      policy list_then_part { sanction.removes = 0%, 0%, 10%, 20%; sanction.removes.form_2 = 50% }
      sanction { }
      """)
    func removes(_ name: String) throws -> [Double] {
      let arm = try #require(scenario.policies.first { $0.name == name }).arm
      var scheme = try #require(arm.phases.last).scheme
      for change in arm.changes {
        guard case .fixed(let amount) = change.amount else { continue }
        change.dial.turn(&scheme, to: amount)
      }
      let shares = scheme.sanctions[0].removes
      return [shares.first, shares.second, shares.third, shares.fourth].map {
        ($0.number * 100).rounded()
      }
    }
    #expect(try removes("part") == [0, 50, 100, 100])
    #expect(try removes("part_then_list") == [0, 0, 10, 20])
    #expect(try removes("list_then_part") == [0, 50, 10, 20])
  }

  @Test func theFirstFormWeighsNothing() {
    func codes(_ text: String) -> [String] {
      told(reading(office + "deterrence { }\n" + text)).filter { $0.hasPrefix("E") }
    }
    #expect(codes("sanction { weights 0, 2, 3, 10 }") == [])
    #expect(codes("sanction { weights 1, 2, 3, 10 }").count == 1)
    #expect(codes("policy p { sanction.weights.form_1 = 1 }").count == 1)
    #expect(codes("policy p { sanction.weights.form_2 = 2 }") == [])
  }

  @Test func extendsAppliesLeftToRightThenItsOwn() throws {
    let scenario = try scenario(
      """
      policy a { rotation.every = 1 year }
      policy b2 { rotation.every = 2 years; look.finds += 1% }
      policy c { extends a, b2; rotation.every *= 2 }
      """)
    let arm = scenario.plan(policies: ["c"]).arms[1]
    #expect(
      arm.changes.map(\.dial.path) == [
        "rotation.every", "rotation.every", "review.look.finds", "rotation.every",
      ])
    #expect(arm.changes.map(\.operation) == [.set, .set, .add, .multiply])
    let difference = try #require(scenario.policy("c")?.differences.first)
    #expect(difference.after?.en == "4 years")
  }

  @Test func whatRefersToSomethingTakenOutIsSwitchedOff() throws {
    let reading = reading(office + "policy nobody { without b }")
    let notes = told(reading).filter { $0.hasPrefix("N0417") }
    #expect(
      notes == [
        "N0417 [nobody] `look` is switched off with `b`",
        "N0417 [nobody] `response.orange` is switched off with `b`",
        "N0417 [nobody] `response.red` is switched off with `b`",
      ])
    let arm = try #require(reading.scenario?.plan(policies: ["nobody"]).arms[1])
    #expect(arm.phases[0].scheme.reviews[0].isOn == false)
    #expect(arm.phases[0].scheme.responses.map(\.isOn) == [true, false, false, true])
  }

  @Test func newDeclarationsAreAppendedAndWaitForTheirMonth() throws {
    let scenario = try scenario(
      "policy more { from month 13; review second { by b; every 6 months; finds 9% } }")
    let arm = scenario.plan(policies: ["more"]).arms[1]
    #expect(arm.phases.map(\.from) == [1, 13])
    #expect(arm.phases.map { $0.scheme.reviews.map(\.isOn) } == [[true, false], [true, true]])
    #expect(arm.phases[1].scheme.reviews[1].finds.number == 0.09)
  }

  @Test func copiesTurnTogether() throws {
    let scenario = try scenario(
      """
      policy wide { u.trace = 30% }
      policy all { o.trace = 40% }
      policy first { u_1.p.headcount = 6 }
      policy big { p.headcount = ~ uniform(2, 9) }
      """)
    #expect(scenario.scheme.posts.count == 6)
    #expect(scenario.scheme.units.map(\.trace.number) == [0.1, 0.1, 0.1])
    let all = scenario.plan(policies: ["all"]).arms[1].changes
    #expect(all.count == 4)
    #expect(Set(all.map(\.dial.path)).count == 1)
    let big = scenario.plan(policies: ["big"]).arms[1].changes
    #expect(big.count == 3)
    #expect(Set(big.map(\.dial.path)) == ["post.o.u.p.headcount"])
  }

  @Test func changesThatBreakTheSchemeAreProblems() {
    let text =
      office + """
        policy far { look.finds *= 30 }
        policy up { i.yellow = 5 }
        policy no { rotaton.every = 1 year }
        policy what { rotation.evry = 1 year }
        policy word { rotation.mode += replace }
        """
    let errors = told(reading(text)).filter { $0.hasPrefix("E") }
    #expect(
      errors == [
        "E0177 [look.finds] this makes `look.finds` 150%",
        "E0178 [i.yellow] this puts the colours of `i` out of order",
        "E0172 [rotaton.every] nothing is called `rotaton.every`",
        "E0172 [rotation.evry] nothing is called `rotation.evry`",
        "E0174 [rotation.mode] `rotation.mode` is no number to reckon with",
      ])
  }

  @Test func theOverlayOfThePromptIsAPolicy() throws {
    let scenario = try scenario("")
    func entry(_ text: String) -> Entry {
      parse(Source(name: "prompt", text: text), file: 1).program.entries[0]
    }
    let first = scenario.overlay(nil, applying: entry("set rotation.every = 1 year"))
    let one = try #require(first.overlay)
    #expect(one.differences.map(\.path.en) == ["rotation.every"])
    #expect(one.differences[0].before?.zh == "3年")
    #expect(one.differences[0].after?.en == "1 year")
    let second = scenario.overlay(one, applying: entry("设定 i.黄色 *= 1.25"))
    let two = try #require(second.overlay)
    #expect(two.entries.count == 2)
    #expect(
      two.text == "rotation.every = 1 year\ni.黄色 *= 1.25\n", "as it was typed, factors and all")
    let again = scenario.overlay(of: parse(Source(name: "edit", text: two.text)).program.entries)
    #expect(again.overlay?.arm == two.arm)
    let plan = scenario.plan(overlay: two)
    #expect(plan.arms.map(\.name) == ["baseline", "current"])
    let wrong = scenario.overlay(two, applying: entry("set rotation.evry = 1 year"))
    #expect(wrong.overlay == nil)
    #expect(wrong.diagnostics.map(\.code) == ["E0172"])
    let off = scenario.overlay(two, applying: entry("set rotation off"))
    #expect(off.overlay?.arm.phases[0].scheme.rotations[0].isOn == false)
  }
}
