import Ledger
import Model
import Plan
import Quantities
import Rules
import Syntax
import Testing
import Vocabulary

private let office = """
  organization o {
    independence 30%
    unit u { climate 0.5
      post tender { headcount 4; risk_level high; group key }
      post chief { headcount 1; group leaders; override 40% }
      post approval { headcount 2; file standard }
    }
    unit v { post payment { headcount 3 } }
  }
  body inspectorate { kind supervisory; acts 90% }
  body desk { kind unit_body }
  risk rigged { at tender; rate 1% per year }
  risk skimmed { at payment; rate 1% per year; elasticity 0.05 }
  reporting { hears 2% per month; feedback 1.1; openness 1.2 of v; sources { anonymous 26%; vendor 0% } }
  response yellow { by unit; disposal explain }
  response orange { by desk; disposal talk; unravels 70% }
  response red { by inspectorate; buries 5%; unravels 70%, 40% }
  review look { by inspectorate; every 1 year; finds 5% }
  review own { by desk; every 1 year; finds 5%; visit 0.5 }
  indicator i { on tender; clean normal(0, 1); shows normal(2, 1) under rigged }
  threshold i { yellow 2; orange 3; red 4 }
  control steps as separation { against rigged; blocks 40%; colludes 20% by approval; loss_factor 2.1 }
  control paper as tiered { at chief }
  deterrence { prior 5% per quarter }

  """

private func read(_ text: String) -> Reading {
  Model.read(
    Source(name: "test.probity", text: office + text), library: Library(rules: Rules.texts))
}

/// The scenario of the office with some more text.
private func scenario(_ text: String = "") throws -> Scenario {
  let reading = read(text)
  #expect(told(reading).filter { $0.hasPrefix("E") } == [])
  let checked = reading.scenario
  return try #require(checked)
}

private func codes(_ text: String) -> [String] {
  let known = read("").diagnostics.map(\.code)
  return read(text).diagnostics.map(\.code).filter { !known.contains($0) }
}

@Suite struct ConsequenceTests {
  @Test func controlsLower() throws {
    let scheme = try scenario().scheme
    let (steps, paper) = (scheme.controls[0], scheme.controls[1])
    #expect(steps.kinds == [.separation] && steps.against == [0])
    #expect(steps.at.posts == [0, 1, 2, 3] && steps.colludesBy?.posts == [2])
    #expect(steps.blocks == Share(0.4) && steps.colludes == Share(0.2))
    #expect(steps.lossFactor == CollusionFactor(one: 2.1, more: 4))
    #expect(steps.relation.value(at: 36) == 1 && steps.notices == Share(0.1))
    // What is written is performed wholly, what a preset says as often as it says.
    #expect(steps.performed == Share(1) && paper.performed == Share(0.8))
    #expect(paper.blocks == Share(0.25) && paper.against == nil && paper.colludesBy == nil)
    #expect(scheme.posts.map(\.override.number) == [0.2, 0.4, 0.2, 0.2])
    #expect(scheme.posts.map(\.file) == [.dynamic, .none, .standard, .none])
    #expect(scheme.organizations[0].independence == Share(0.3))
  }

  @Test func theSanctionLadderActsUnlessItIsOff() throws {
    let scheme = try scenario("policy none { sanction off }").scheme
    let sanction = try #require(scheme.sanctions.first)
    #expect(scheme.sanctions.count == 1 && sanction.isOn && sanction.isPublished)
    #expect(sanction[.violation] == PerForm<Share>(0.35, 0.58, 0.06, 0.01))
    #expect(sanction.decides == PerForm<Months>(0, 3, 6, 6))
    #expect(sanction.cost[.fourth] == Price(60_000) && sanction.known[.standard] == Share(0.7))
    #expect(sanction.felt.unit == Factor(0.3) && sanction.reminders == PerPersonYear(0))
    let plan = try scenario("policy none { sanction off }").plan(policies: ["none"])
    #expect(plan.arms[1].phases.map { $0.scheme.sanctions[0].isOn } == [false])
    #expect(scheme.responses.map(\.cause) == [.yellow, .orange, .red, .lead])
    #expect(try scenario("sanction off").scheme.sanctions.map(\.isOn) == [false])
    #expect(try scenario("response lead { within 1 month }").scheme.responses.count == 4)
  }

  @Test func whatADisposalMeansStandsInTheDefaults() throws {
    let responses = try scenario().scheme.responses
    #expect(responses[0].within == Months(0.5) && responses[0].verifies == Share(0.2))
    #expect(responses[0].cost == Price(100) && responses[0].talks == Share(0.25))
    #expect(responses[1].verifies == Share(0.15) && responses[1].talks == Share(1))
    #expect(responses[2].verifies == Share(0.85) && responses[2].cost == Price(60_000))
    // A unit and its own body bury, others only what is written.
    #expect(responses.map(\.buries.number) == [0.1, 0.1, 0.05, 0])
    #expect(responses[1].unravels.others == Share(0.5))
    #expect(responses[2].unravels.others == Share(0.4))
  }

  @Test func deterrenceIsKeptByTheYear() throws {
    let scheme = try scenario().scheme
    let prior = scheme.deterrences[0].prior.number
    #expect(abs(prior - (1 - 0.95 * 0.95 * 0.95 * 0.95)) < 1e-12)
    #expect(try scenario("policy p { deterrence.prior = 12% per year }").policies.count == 2)
    let p = try #require(try scenario("policy p { deterrence.prior = 12% per year }").policy("p"))
    #expect(p.differences.map(\.after?.en) == ["12% per year"])
    #expect(p.arm.changes.map(\.amount) == [.fixed(0.12)])
    #expect(scheme.risks.map(\.elasticity.number) == [0.114, 0.05])
    #expect(scheme.reviews.map(\.visitWeight.number) == [2.7, 0.5])
    #expect(scheme.reviews.map(\.isAnnounced) == [true, true])
  }

  @Test func elasticityTurnsEveryRiskThatHasNoneOfItsOwn() throws {
    let arm = try scenario("policy p { deterrence.elasticity = 0.2 }").plan(policies: ["p"]).arms[1]
    var scheme = arm.phases[0].scheme
    for change in arm.changes {
      guard case .fixed(let number) = change.amount else { continue }
      change.dial.turn(&scheme, to: number)
    }
    #expect(scheme.risks.map(\.elasticity.number) == [0.2, 0.05])
  }

  @Test func singleNumbersOfListsCanBeChanged() throws {
    let scenario = try scenario(
      """
      policy a { steps.blocks = 50%; sanction.removes.form_2 = 20%; steps.loss_factor.more += 1 }
      policy b { sanction.decides = 1, 2, 3, 4 months; response.red.unravels = 90% }
      policy c { sanction.felt.unit *= 2; reporting.feedback.within = 1 month; steps.colludes = 30% by tender }
      """)
    let plan = scenario.plan(policies: ["a", "b", "c"])
    #expect(
      plan.arms[1].changes.map(\.dial.path) == [
        "control.steps.blocks", "sanction.removes.form_2", "control.steps.loss_factor.more",
      ])
    let b = plan.arms[2].phases[0].scheme
    #expect(b.sanctions[0].decides == PerForm<Months>(1, 2, 3, 4))
    #expect(b.responses[2].unravels.accomplices == Share(0.9))
    #expect(b.responses[2].unravels.others == Share(0.5))
    #expect(
      plan.arms[3].changes.map(\.dial.path) == [
        "sanction.felt.unit", "reporting.feedback.within",
      ])
    #expect(plan.arms[3].phases[0].scheme.controls[0].colludesBy?.posts == [0])
  }

  /// Every number of these kinds is a dial, by the path of its row and, in lists and blocks, of its word; what acts
  /// before any policy does is none that a policy turns.
  @Test(arguments: [
    (Kind.control, "control.steps"), (.sanction, "sanction"), (.deterrence, "deterrence"),
    (.reporting, "reporting"), (.response, "response.red"), (.review, "review.look"),
    (.post, "post.u.chief"), (.unit, "unit.u"), (.organization, "organization.o"),
    (.body, "body.inspectorate"), (.risk, "risk.rigged"),
  ])
  func everyNumberIsADial(kind: Kind, prefix: String) throws {
    var paths: [String] = []
    for row in KindEntry.of(kind).rows
    where !row.isOfBeginning && (row.word.en != "announced" || kind != .deterrence) {
      if let words = row.shape.words {
        paths += words.values.map { "\(row.word.en).\($0.en)" }
      } else if case .number = row.shape {
        paths.append(row.word.en)
        paths += row.clauses.compactMap { clause in
          if case .number = clause.shape {
            "\(row.word.en).\(clause.preposition.rawValue)"
          } else {
            nil
          }
        }
      } else {
        paths += row.children.map { "\(row.word.en).\($0.word.en)" }
      }
    }
    let changes = paths.map { "\(prefix).\($0) *= 1" }
    let scenario = try scenario("policy p { \(changes.joined(separator: "; ")) }")
    let made = scenario.plan(policies: ["p"]).arms[1].changes
    #expect(Set(made.map(\.dial.path)).count == paths.count && !paths.isEmpty)
    for change in made { #expect(change.dial.read(scenario.scheme).isNaN == false) }
  }

  @Test func numbersOfListsMayBeUncertain() throws {
    let scenario = try scenario("sanction { removes 0%, ~ beta(mean 10%, sd 3%), 100%, 100% }")
    #expect(scenario.uncertain.map(\.dial.path) == ["sanction.removes.form_2"])
    #expect(abs(scenario.scheme.sanctions[0].removes.second.number - 0.1) < 0.01)
    let drawn = try self.drawn("deterrence.elasticity ~ uniform(0.05, 0.2)")
    #expect(drawn.map(\.dial.path) == ["deterrence.elasticity", "deterrence.elasticity"])
  }

  /// The draws of an assignment in a policy.
  private func drawn(_ assignment: String) throws -> [Change] {
    let path = assignment.split(separator: "~", maxSplits: 1).map(String.init)
    return try scenario("policy p { \(path[0])= ~\(path[1]) }").plan(policies: ["p"]).arms[1]
      .changes
  }

  @Test func sharesOfAWholeAddUpInPoliciesToo() throws {
    #expect(codes("policy p { sanction.crime.form_4 = 60% }") == ["E0180"])
    #expect(codes("policy p { sanction.crime.form_4 = 60%; sanction.crime.form_3 = 35% }") == [])
    #expect(codes("policy p { rigged.severity.sign = 50% }") == ["E0180"])
    #expect(codes("sanction { crime 0%, 5%, 25%, 60% }") == ["E0180"])
    #expect(codes("sanction { crime 0%, 5%, 95% }") == ["E0147"])
    #expect(codes("sanction { crime 0%, 5%, 25%, 70%, 0% }") == ["E0148"])
  }

  @Test func whatCouldNotActIsRefused() {
    #expect(codes("response lead { overdue yes }") == ["E0187"])
    #expect(codes("body b2 { kind audit }\nresponse lead { joint_gain 2 }") == ["E0187"])
    #expect(codes("body b2 { kind audit }\nresponse lead { joint b2; joint_gain 2 }") == [])
    #expect(codes("meeting { }") == ["E0143"])
    #expect(codes("listing { where stage = crime and not overdue }") == [])
    #expect(codes("listing { where genuine }").count == 1)
    let list = "rule r { at look; when count(cases) > 3; then { list overdue or unit = u } }"
    #expect(codes("listing { }\n" + list) == [])
    #expect(codes(list) == ["E0187"])
    #expect(codes("listing { }\n" + list + "\npolicy p { listing off }") == ["E0187"])
    #expect(codes("listing { }\n" + list.replacing("overdue", with: "genuine")).count == 1)
    #expect(codes("sharing { degree 60% from nobody }").count == 1)
    #expect(codes("deterrence second { }") == ["E0188"])
    #expect(codes("policy p { deterrence second { } }") == ["E0188"])
    #expect(codes("policy p { without deterrence; deterrence second { } }") == [])
    #expect(codes("body idle { kind audit; acts 50% }") == ["E0187"])
    #expect(codes("policy p { without rigged }").contains("N0417"))
    let bare = """
      organization o { independence 50%; unit u { climate 1; post p { headcount 1; override 1% } } }
      body b { kind supervisory }
      risk r { at p; elasticity 0.1 }
      sanction { felt { own 2 } }
      """
    #expect(reading(bare).diagnostics.map(\.code) == Array(repeating: "E0187", count: 5))
  }

  /// Screens that take nothing out, interceptions that nothing could reach, variance of what does not read.
  @Test func whatActsOnNoAlertIsRefused() {
    let bare = """
      organization o { unit u { post p { headcount 2 } } }
      body b { kind supervisory }
      risk r { at p }
      """
    let watch = """
      indicator i { on p; clean normal(mean 0, sd 1); shows constant(3) under r; intercepts 50%; stable 20% }
      threshold i { yellow 2 }
      response yellow { by b }
      """
    func idle(_ more: String) -> Int {
      reading(bare + "\n" + more).diagnostics.count { $0.code == "E0187" }
    }
    #expect(idle("screen { cuts_false 50% }") == 1)
    #expect(idle(watch) == 1)
    #expect(idle(watch + "policy q { i.orange = 3 }") == 0)
    #expect(idle(watch + "screen { }") == 2)
    #expect(idle(watch + "screen { }\npolicy q { screen.cuts_false = 20%; i.orange = 3 }") == 0)
  }

  /// What says how something spreads or what is weak, where nothing spreads and nobody looks.
  @Test func whatDependsOnSpreadingOrLookingIsRefusedWithout() {
    let bare = """
      organization o { unit u { post p { headcount 2; owner p } } }
      risk r { at p; infects_by known; tips_below 40%; owner p }
      control c { at p; blocks 10%; standard 80% }
      review v { by supervisory; every 1 year; finds 5%; method talk }
      """
    func idle(_ more: String) -> Int {
      reading(bare + "\n" + more).diagnostics.count { $0.code == "E0187" }
    }
    #expect(idle("") == 6)
    #expect(idle("policy p1 { r.infects = 1% per month }") == 5)
    #expect(idle("policy p1 { risk.tipping = 1% per month }") == 5)
    // A review that reveals makes the standard, both owners and nothing else act.
    #expect(idle("review w { by supervisory; every 1 year; reveals 20% }") == 3)
    #expect(idle("policy p1 { v.reveals = 20% }") == 2)
  }

  @Test func questionsKnowFormsAndOutcomes() throws {
    let scenario = try scenario(
      """
      metric grave { is count(sanctions where form >= 3 and not reminder) }
      metric second { is share(form = form_2 of sanctions) }
      metric stopped { is share(outcome = blocked of attempts where control = steps) }
      metric looks { is sum(loss of leads where stage = crime) }
      metric named { is share(source = (employee, vendor) of reports) }
      metric uneven { is gini(count of findings by unit where risk_level = high, last 1 year) }
      """)
    func question(_ name: String) -> Question? {
      scenario.metrics.first { $0.name == name }?.question
    }
    let grave = Condition.and(
      .compares(.form, .greaterOrEqual, 2), .not(.isOneOf(.reminder, [1])))
    #expect(question("grave") == .atom(Atom(.sanctions, .count, where: grave)))
    #expect(question("stopped")?.isObservable == false)
    #expect(question("looks")?.isObservable == true)
    #expect(question("named")?.atoms.first?.condition == .isOneOf(.reporter, [0, 3]))
    guard case .gini(let portions)? = question("uneven") else {
      Issue.record("no gini")
      return
    }
    #expect(portions.count == 2)
    #expect(portions[1].count.condition.fields == [.riskLevel, .unit])
    #expect(portions[1].seats.condition.fields == [.riskLevel, .unit])
    #expect(portions[0].seats.window == Window(first: 109, last: 120))
    #expect(codes("metric m { is gini(count of findings by month) }") == ["E0205"])
    #expect(codes("metric m { is gini(findings by unit) }") == ["E0205"])
    #expect(codes("metric m { is count(sanctions where form = 5) }") == ["E0208"])
  }

  /// Newcomers are people, at any post; what could teach nobody, or nothing, is told.
  @Test func education() throws {
    let scheme = try scenario(
      """
      turnover { rate 6% per year }
      education induction
      education warning_cases
      education others { of not newcomers and unit.u; content law; effect -5% }
      """
    ).scheme
    let (induction, cases, others) = (
      scheme.educations[0], scheme.educations[1], scheme.educations[2]
    )
    #expect(induction.of == Selection(posts: [], newcomers: [0, 1, 2, 3]))
    #expect(induction.content == .law && induction.effect.number == 0.05)
    #expect(cases.of == Selection(posts: [0]) && cases.caseGain.number == 1.5)
    #expect(others.of == Selection(posts: [0, 1, 2], newcomers: []))
    #expect(others.effect.number == -0.05)
    func idle(_ text: String) -> Int { codes(text).count { $0 == "E0187" } }
    #expect(idle("education { of newcomers }") == 1)
    #expect(idle("education { of newcomers }\npolicy q { turnover { rate 6% per year } }") == 0)
    #expect(idle("education { effect 0% }") == 1)
    #expect(idle("education { reach 0% }\npolicy q { education.reach = 50% }") == 0)
    #expect(idle("education { content law; case_gain 2 }") == 1)
    // Elsewhere newcomers are the posts of their group, of which there is none.
    #expect(codes("rotation { of newcomers; every 3 years }").contains("W0310"))
  }
}
