import Model
import Plan
import Quantities
import Rules
import Syntax
import Testing

private let office = """
  organization o {
    unit u { post tender { headcount 4 }; post approval { headcount 2 } }
    unit v { post payment { headcount 3 } }
  }
  body inspectorate { kind supervisory }
  risk rigged { at tender; rate 1% per year }
  review look { by inspectorate; every 1 year; finds 5%; reveals 50% }
  indicator i { on tender; clean normal(0, 1); shows normal(2, 1) under rigged }
  threshold i { yellow 2; orange 3; red 4 }

  """

private func read(_ text: String) -> Reading {
  Model.read(
    Source(name: "test.probity", text: office + text), library: Library(rules: Rules.texts))
}

private func codes(_ text: String) -> [String] {
  told(read(text)).filter { $0.hasPrefix("E") }
}

/// The baseline of the office with some more text, or what a policy makes of it.
private func scheme(_ text: String, under policy: String = "baseline") throws -> Scheme {
  let reading = read(text)
  #expect(told(reading).filter { $0.hasPrefix("E") } == [])
  let arm = try #require(reading.scenario?.policy(policy)?.arm)
  var scheme = try #require(arm.phases.last?.scheme)
  for change in arm.changes {
    guard case .fixed(let number) = change.amount else { continue }
    let before = change.dial.read(scheme)
    change.dial.turn(&scheme, to: change.operation == .multiply ? before * number : number)
  }
  return scheme
}

/// `response explain`: one declaration for all that is explained.
@Suite struct ExplainedTests {
  private let explained = """
    response yellow { by unit; disposal explain }
    response orange { by inspectorate; disposal explain; within 2 months }
    response red { by inspectorate }

    """

  @Test func allThatIsExplainedHasItsFigures() throws {
    let own = "response explain { within 1 month; verifies 30%; unravels 10%, 20%; priority 7 }\n"
    // The order of declaration means nothing.
    for text in [explained + own, own + explained] {
      let responses = try scheme(text).responses.filter { $0.isOn && $0.cause != .lead }
      #expect(responses.map(\.within.number) == [1, 2, 3])
      #expect(responses.map(\.verifies.number) == [0.3, 0.3, 0.85])
      #expect(responses.map(\.unravels.others.number) == [0.2, 0.2, 0.5])
      #expect(responses.map(\.priority.number) == [7, 7, 4])
      #expect(responses.map(\.cost.number) == [100, 100, 60_000])
      // What it does not say hangs on who performs.
      #expect(responses.map(\.buries.number) == [0.1, 0, 0])
    }
    let off = try scheme(explained + own + "policy p { without explain }", under: "p")
    #expect(off.responses.filter { $0.isOn && $0.cause == .yellow }.map(\.within.number) == [0.5])
  }

  @Test func onePathTurnsThemAll() throws {
    for own in ["", "response explain { cost 50 }\n"] {
      let policy = "policy p { response.explain.within = 3 months; 处置.责令说明.查实能力 *= 2 }"
      let responses = try scheme(explained + own + policy, under: "p").responses.filter(\.isOn)
      #expect(responses.map(\.within.number) == [3, 2, 3, 2])
      #expect(responses.map(\.verifies.number) == [0.4, 0.4, 0.85, 0.5])
    }
    let reading = read(explained + "policy p { response.explain.within = 3 months }")
    let differences = reading.scenario?.policy("p")?.differences
    #expect(differences?.map(\.path.en) == ["response.explain.within"])
    #expect(differences?.map(\.path.zh) == ["处置.责令说明.时限"])
  }

  /// A policy that lets explain what the baseline verifies.
  @Test func aPolicyMayLetThemExplain() throws {
    let text = """
      response yellow { by unit }
      response explain { within 1 month }
      policy p { response.yellow.disposal = explain; response.explain.verifies = 40% }
      """
    #expect(try scheme(text).responses[0].within == Months(1))
    #expect(try scheme(text).responses[0].verifies == Share(0.35))
    let yellow = try scheme(text, under: "p").responses[0]
    #expect(yellow.within == Months(1) && yellow.verifies == Share(0.4))
  }

  @Test func whereNothingIsExplainedItIsRefused() {
    let plain = "response yellow { by unit }\n"
    let problem = "E0187 [explain] `response explain` does nothing here"
    #expect(codes(plain + "response explain { within 1 month }") == [problem])
    #expect(codes(plain + "policy p { response explain { within 1 month } }") == [problem])
    #expect(
      codes(plain + "policy p { response.explain.within = 1 month }")
        == ["E0187 [response.explain.within] `response explain` does nothing here"])
    #expect(
      codes(explained + "response explain { by inspectorate }") == [
        "E0187 [by] `by` does nothing here"
      ])
    #expect(codes(explained + "response explain { disposal talk }").count == 1)
    #expect(
      codes(explained + "policy p { response.explain.by = inspectorate }").map { $0.prefix(10) }
        == ["E0187 [res"])
  }
}

/// `leader` of a unit.
@Suite struct LeaderTests {
  private func text(_ leader: String) -> String {
    """
    organization o {
      unit u { copies 2; leader \(leader); post tender { headcount 4 }; post approval { headcount 2 } }
      unit v { post payment { headcount 3 }; post approval { headcount 2 } }
    }
    risk rigged { at tender; rate 1% per year }
    review look { by supervisory; every 1 year; finds 5%; reveals 50% }

    """
  }

  private func reading(_ text: String) -> Reading {
    Model.read(Source(name: "test.probity", text: text), library: Library(rules: Rules.texts))
  }

  @Test func everyCopyOfAUnitHasItsOwn() throws {
    let read = reading(text("approval"))
    #expect(told(read).filter { $0.hasPrefix("E") } == [])
    let scheme = try #require(read.scenario?.scheme)
    #expect(scheme.units.map(\.leader) == [1, 3, nil])
    let policy = reading(text("approval") + "policy p { u.leader = tender }")
    #expect(
      policy.scenario?.policy("p")?.arm.phases.last?.scheme.units.map(\.leader) == [0, 2, nil])
  }

  @Test func itIsAPostOfTheUnit() {
    func codes(_ leader: String) -> [String] {
      told(reading(text(leader))).filter { $0.hasPrefix("E") }
    }
    #expect(codes("payment") == ["E0196 [payment] `payment` is no post of `u`"])
    #expect(codes("u") == ["E0134 [u] `u` is a unit, and a post is asked for"])
    #expect(codes("tendr") == ["E0131 [tendr] no post is called `tendr`"])
  }

  /// Where nobody is asked for his risk points the leader does nothing.
  @Test func itActsWhereSomebodyIsAsked() {
    func codes(_ reveals: String, _ more: String = "") -> [String] {
      let text = """
        organization o { unit u { leader tender; post tender { headcount 4 } } }
        risk rigged { at tender; rate 1% per year }
        review look { by supervisory; every 1 year; finds 5%\(reveals) }
        \(more)
        """
      return told(reading(text)).filter { $0.hasPrefix("E") }
    }
    #expect(codes("") == ["E0187 [leader] `leader` does nothing here"])
    #expect(codes("; reveals 50%") == [])
    let rule =
      "remedy mend { on rule }\n"
      + "rule r { at look; when count(cases, last 1 year) > 1; then { issue mend } }"
    #expect(codes("", rule) == [])
  }
}
