import Model
import Plan
import Quantities
import Rules
import Syntax
import Testing

private func read(_ text: String) -> Reading {
  Model.read(Source(name: "test.probity", text: text), library: Library(rules: Rules.texts))
}

private func errors(_ text: String) -> [String] { told(read(text)).filter { $0.hasPrefix("E") } }

/// Categories of posts, and who stands above whom.
@Suite struct PlacesTests {
  private func office(_ at: String) -> String {
    """
    organization o {
      unit u { post patrol { headcount 4; category fieldwork }; post clerk { headcount 2 } }
      unit v { post inspector { headcount 3; category fieldwork }; post chief { headcount 1; group leaders } }
    }
    risk taken { at \(at); rate 1% per year }
    """
  }

  @Test(arguments: [
    ("category.fieldwork", [0, 2]), ("岗位类别.fieldwork", [0, 2]), ("not category.fieldwork", [1, 3]),
    ("category.fieldwork and u", [0]), ("leaders, category.fieldwork", [0, 2, 3]),
  ])
  func categoriesAreSelected(_ at: String, _ posts: [Int]) throws {
    let reading = read(office(at))
    #expect(errors(office(at)) == [])
    #expect(try #require(reading.scenario).scheme.risks[0].at.posts == posts)
  }

  /// Who answers may be told by a category of posts that come later.
  @Test func ownersAreTheirs() throws {
    let text = office("patrol").replacing(
      "category fieldwork }; post clerk", with: "owner category.heads }; post clerk"
    ).replacing("group leaders }", with: "group leaders; category heads }")
    let more = "\nreview look { by supervisory; every 1 year; finds 5%; reveals 50% }"
    #expect(errors(text + more) == [])
    #expect(try #require(read(text + more).scenario).scheme.posts[0].owner?.posts == [3])
  }

  @Test func unknownCategoriesAreProblems() {
    let reading = read(office("category.feildwork"))
    #expect(
      told(reading).filter { $0.hasPrefix("E") }
        == ["E0131 [category.feildwork] no category of posts is called `category.feildwork`"])
    let edits = reading.diagnostics.first { $0.code == "E0131" }?.edits ?? []
    #expect(edits.map(\.text) == ["category.fieldwork"])
  }

  @Test func bothLanguagesSayTheSame() throws {
    let english = office("category.fieldwork")
    let chinese = english.replacing("category fieldwork", with: "岗位类别 fieldwork")
      .replacing("category.fieldwork", with: "岗位类别.fieldwork")
    #expect(read(chinese).scenario?.scheme == read(english).scenario?.scheme)
  }

  /// Three levels, a body of each; the discipline inspection of a unit is below nobody of its own kind.
  private func levels(_ more: String = "", city: String = "above province") -> String {
    """
    organization province { level province }
    organization city { level prefecture; \(city); unit bureau { post a { headcount 2 } } }
    organization township { copies 2; level township; above city
      unit office { post b { headcount 2 } } }
    body provincial { kind supervisory; scope province }
    body city_body { kind supervisory; scope city }
    body city_audit { kind audit; scope city }
    body town_body { kind supervisory; scope township }
    body town_audit { kind audit; scope township }
    body town_police { kind police; scope township }
    body resident_body { kind resident; scope township.office }
    body everywhere { kind audit }
    \(more)
    """
  }

  @Test func bodiesHaveThoseOfTheOrganisationAboveAboveThem() throws {
    #expect(errors(levels()) == [])
    let bodies = try #require(read(levels()).scenario).scheme.bodies
    let above = bodies.map { $0.above.map { bodies[$0].name } }
    #expect(
      above == [
        nil, "provincial", "provincial", "city_body", "city_audit", "city_body", nil, nil,
      ])
    let organizations = try #require(read(levels()).scenario).scheme.organizations
    #expect(organizations.map(\.above) == [nil, 0, 1, 1])
    #expect(organizations.map(\.level) == [.province, .prefecture, .township, .township])
  }

  /// What is written holds, and what a policy takes out is above nobody.
  @Test func whatIsWrittenHolds() throws {
    let text = levels("body own { kind audit; scope township; above provincial }")
    let bodies = try #require(read(text).scenario).scheme.bodies
    #expect(bodies.last?.above == 0)
    let policy = levels("policy p { without city_audit }")
    let arm = try #require(read(policy).scenario?.policy("p")?.arm.phases.last?.scheme)
    #expect(arm.bodies[4].above == 1)
  }

  @Test func nobodyIsAboveHimself() {
    #expect(
      errors(levels(city: "above township"))
        == [
          "E0197 [above township] `city` is above itself",
          "E0197 [above city] `township_1` is above itself",
        ])
    #expect(errors(levels(city: "above city")) == ["E0197 [above city] `city` is above itself"])
    let circle = "body x { kind audit; above y }\nbody y { kind audit; above x }"
    #expect(errors(levels(circle)).count == 2)
    #expect(errors(levels(city: "above bureau")).first?.hasPrefix("E0134") == true)
  }

  /// A delay is a figure of the design: norms judge it, and a draw may move it.
  @Test func normsJudgeFriction() throws {
    let text =
      office("patrol") + """

        control separation { at patrol; blocks 30%; friction 3 days }
        control dual { at patrol; blocks 30%; friction ~ uniform(1 day, 2 days) }
        norm quick { requires separation.friction <= 2 days }
        policy faster { separation.friction = 1 day }
        """
    #expect(errors(text) == [])
    let scenario = try #require(read(text).scenario)
    #expect(scenario.scheme.controls.map(\.friction.number) == [0.1, 0.05])
    let verdicts = scenario.norms.first { $0.name == "quick" }?.verdicts ?? []
    #expect(verdicts.map(\.isKept) == [false, true])
    #expect(verdicts.map(\.found.en) == ["3 days", "1 day"])
    #expect(verdicts.map(\.found.zh) == ["3天", "1天"])
  }
}
