import Measures
import Model
import Plan
import Presentation
import Quantities
import Support
import Syntax
import Testing
import Vocabulary

@testable import Workbench

/// `attribute`, `rank` and `show coverage`: what a clause is worth, and what stands where.
@Suite struct Clauses {
  private func session(runs: Int = 20) throws -> Session {
    var session = Session(Settings(language: .en))
    session.settings.runs = runs
    session.settings.isSteady = true
    session.study = try Study(paths: [repository + "/scenarios/binhai.probity"], rules: nil)
    return session
  }

  private func rows(_ text: String, in session: inout Session) throws -> [[String: String]] {
    let (entries, source) = try session.entries(of: text)
    let text = try session.answer(to: entries[0], in: source).drawn(as: .csv)
    let lines = text.filter { $0 != "\"" }.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let head = try #require(lines.first)
    return lines.dropFirst().map { cells in
      Dictionary(zip(head, cells), uniquingKeysWith: { first, _ in first })
    }
  }

  /// A policy of one clause: the clause is worth what the policy is.
  @Test func theOnlyClauseIsThePolicy() throws {
    var session = try session()
    let worth = try #require(rows("attribute brisk on incidence", in: &session).first)
    let compared = try rows("compare baseline, brisk on incidence", in: &session)
    let difference = try #require(compared.first { $0["policy"] == "brisk" }?["difference"])
    #expect(worth["clause"] == "rotation.every = 1 year")
    #expect(worth["worth"] == difference && difference != "0")
  }

  /// The baseline in either language has nothing to be held against as a whole, and of one clause the whole is told once.
  @Test func nothingIsToldTwice() throws {
    var session = try session()
    func table(_ text: String) throws -> String {
      let (entries, source) = try session.entries(of: text)
      return try session.answer(to: entries[0], in: source).drawn(as: .table)
    }
    for text in ["归因 基准 看 实际发生率", "attribute baseline on incidence"] {
      #expect(!(try table(text).contains("all together, against")), "\(text)")
    }
    #expect(!(try table("attribute brisk on incidence").contains("all together, against")))
    #expect(try table("attribute strict on incidence").contains("all together, against"))
  }

  /// What was set at the prompt is told entry by entry.
  @Test func whatWasSetIsTold() throws {
    var session = try session()
    for entry in ["set rotation.every = 1 year", "set evaluation.finds = 20%"] {
      _ = try rows(entry, in: &session)
    }
    let told = try rows("attribute current on incidence", in: &session).map { $0["clause"] }
    #expect(told == ["rotation.every = 1 year", "evaluation.finds = 20%"])
  }

  /// Of every policy of every shipped scenario each clause can be left out, and what is left is another policy.
  @Test(arguments: Scenarios.paths)
  func everyClauseCanBeLeftOut(_ path: String) throws {
    let scenario = try Study(paths: [path], rules: nil).scenario
    for policy in scenario.policies {
      for clause in scenario.clauses(of: policy) {
        let rest = try #require(clause.rest, "\(policy.name): \(clause.text.en)")
        #expect(
          rest.phases != policy.arm.phases || rest.changes != policy.arm.changes,
          "\(policy.name): \(clause.text.en)")
      }
    }
  }

  /// No mechanism of Binhai is such that runs without it stop; what nobody has does nothing.
  @Test func everyMechanismCanBeLeftOut() throws {
    var session = try session(runs: 100)
    let told = try rows("attribute baseline on incidence, total_cost", in: &session)
    let declared = try #require(session.study).scenario.clauses(
      of: try #require(session.study).policy("baseline"))
    #expect(told.count == 2 * declared.count && declared.count > 12)
    let costs = told.filter { $0["metric"] == "total_cost" }
    #expect(costs.allSatisfy { Double($0["worth"] ?? "") != nil })
    #expect(
      costs.first { $0["clause"] == "rotation" }.map { Double($0["worth"] ?? "") ?? 0 > 0 } == true)
  }

  /// What is taken out leaves a gap, and what covers no seat counts as nothing.
  @Test func gapsAreWhereNothingActs() throws {
    var study = try Study(paths: [repository + "/scenarios/binhai.probity"], rules: nil)
    let whole = Coverage(study.scenario.scheme)
    study = try study.adding(
      Source(
        name: "more",
        text: "policy bare { without separation; without single_bid; without self_check; "
          + "without evaluation; without mechanism_audit; response lead off; reporting off }"))
    let bare = Coverage(
      try #require(study.policy("bare").arm.phases.last).scheme)
    let tender = try #require(whole.cells.first)
    #expect(
      tender.controls.count == 1 && tender.indicators.count == 1 && tender.reviews.count == 3
        && tender.responses == [.yellow, .orange, .red, .lead] && tender.isReported
        && tender.gaps == 0)
    let empty = try #require(bare.cells.first)
    #expect(empty.gaps == 4 && !empty.isReported && empty.responses.isEmpty)
    #expect(bare.cells.count == whole.cells.count)
  }

  /// What controls delay is added up where they act, stands beside the gaps, and is told by `describe`.
  @Test func delaysAreAddedUp() throws {
    var session = try session(runs: 2)
    for entry in ["set separation.friction = 2 days", "show coverage"] {
      let (entries, source) = try session.entries(of: entry)
      let exhibit = try session.answer(to: entries[0], in: source)
      guard entry == "show coverage" else { continue }
      let table = exhibit.drawn(as: .table)
      #expect(table.contains("friction") && table.contains("2 days"), "\(table)")
    }
    let rows = try rows("show coverage", in: &session)
    #expect(rows.first?["friction"].flatMap(Double.init).map { abs($0 - 2.0 / 30) < 1e-9 } == true)
    var scheme = try #require(session.study).scenario.scheme
    for control in scheme.controls.indices {
      scheme.controls[control].friction = Months(1)
      scheme.controls[control].isOn = control > 0
    }
    let cells = Coverage(scheme).cells
    #expect(cells.contains { $0.friction > 0 })
    for cell in cells { #expect(cell.friction == Double(cell.controls.count)) }
    let before = try session.answer(
      to: session.entries(of: "show coverage of baseline").0[0],
      in: session.entries(of: "show coverage of baseline").1)
    #expect(!before.drawn(as: .table).contains("friction"))
  }

  /// Units that are copies of each other are one row, until a policy makes one of them differ.
  @Test func alikeUnitsAreOneRow() throws {
    let study = try Study(
      paths: [repository + "/scenarios/problem_list.probity"], rules: nil)
    let whole = Coverage(study.scenario.scheme)
    #expect(whole.cells.map(\.posts.count) == [10, 10, 10])
    var scheme = study.scenario.scheme
    scheme.indicators[0].on.posts.removeFirst()
    #expect(Coverage(scheme).cells.map(\.posts.count).sorted() == [1, 1, 9, 9, 10])
  }
}

/// `describe`: what stands in the file, in the ODD form.
@Suite struct Descriptions {
  @Test func theOpeningCommentIsThePurpose() {
    let text =
      "# A district\n# of two.\n# To see: one\n#   and two.\n# 试一试：三\nrotation off\n# not this"
    #expect(
      DescriptionExhibit.opening(of: text) == [
        "A district of two.", "To see: one and two.", "试一试：三",
      ])
    #expect(DescriptionExhibit.opening(of: "rotation off").isEmpty)
  }

  /// Levels and delays are told where they are written, and only there.
  @Test func levelsAndDelaysAreTold() throws {
    let text = """
      organization city { level prefecture }
      organization county { level county; above city; unit u { post p { headcount 3 } } }
      risk r { at p }
      control c { at p; blocks 30%; friction 2 days }
      """
    func told(_ text: String, _ language: Language) throws -> String {
      let study = try Study(Source(name: "levels.probity", text: text))
      return DescriptionExhibit(study: study, runs: nil, language: language).exhibit.drawn(
        as: .table)
    }
    let english = try told(text, .en)
    #expect(english.contains("Organisations: city (prefecture), county (county, under city)"))
    #expect(english.contains("(not simulated): c 2 days"))
    #expect(try told(text, .zh).contains("组织：city（地市级）、county（县级，上级 city）"))
    let plain = try told(
      "organization o { unit u { post p { headcount 3 } } }\nrisk r { at p }", .en)
    #expect(!plain.contains("Organisations") && !plain.contains("not simulated"))
  }

  /// Cited, written and assumed numbers are told apart.
  @Test func numbersAreCountedByWhatTheyStandOn() throws {
    let text = """
      evidence e { citation "Somebody, Somewhere (2001)"; grade A }
      organization o { unit u { post p { headcount 3 } } }
      risk r { at p; rate 2% per year; lasts 3 years; source e }
      rotation { of p; every 3 years }
      """
    let scenario = try Study(Source(name: "standing.probity", text: text)).scenario
    let risk = scenario.standing(of: .risk)
    #expect(risk.cited == 2 && risk.written == 0 && risk.assumed > 3)
    #expect(scenario.standing(of: .rotation).written == 1)
    #expect(scenario.standing(of: .deterrence).isEmpty)
  }
}
