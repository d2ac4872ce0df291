import Ledger
import Measures
import Plan
import Presentation
import Support
import Syntax
import Testing
import Vocabulary

@testable import Model
@testable import Workbench

/// `show METRIC by GROUPING`: the groups make the whole, and cost no run of their own.
@Suite struct Breakdowns {
  private func session(runs: Int = 6) throws -> Session {
    var session = Session(Settings(language: .en))
    session.settings.runs = runs
    session.settings.isSteady = true
    session.study = try Study(paths: [repository + "/scenarios/binhai.probity"], rules: nil)
    return session
  }

  private func answer(_ text: String, in session: inout Session) throws -> Exhibit {
    let (entries, source) = try session.entries(of: text)
    return try session.answer(to: entries[0], in: source)
  }

  /// The means of the groups, by group.
  private func means(_ text: String, in session: inout Session) throws -> [String: Double] {
    let rows = try answer(text, in: &session).drawn(as: .csv).split(separator: "\n").dropFirst()
    var means: [String: Double] = [:]
    for row in rows {
      let cells = row.replacing("\"\"", with: "").split(
        separator: ",", omittingEmptySubsequences: false)
      let group = cells.count > 6 ? String(cells[cells.count - 14]) : ""
      if cells.count > 6, let mean = Double(cells[cells.count - 13]) { means[group] = mean }
    }
    return means
  }

  @Test(arguments: EventKind.named)
  func groupsOfEveryKindMakeTheWhole(_ kind: EventKind) throws {
    var session = try session()
    let question = Question.atom(Atom(kind, .count))
    for grouping in Grouping.all where question.kinds(without: grouping) == nil {
      let means = try means("show count(\(kind.word.en)) by \(grouping.word.en)", in: &session)
      let whole = try #require(means[""])
      let sum = means.filter { $0.key != "" }.values.reduce(0, +)
      #expect(abs(sum - whole) < 1e-9 * max(1, whole), "\(kind) by \(grouping.word.en)")
    }
  }

  @Test func crossedGroupsMakeTheWhole() throws {
    var session = try session()
    let means = try means("show gross_loss by year, unit, risk", in: &session)
    #expect(means.count > 12)
    let whole = try #require(means[""])
    let sum = means.filter { $0.key != "" }.values.reduce(0, +)
    #expect(abs(sum - whole) < 1e-6 * whole)
    #expect(means.keys.contains { $0.hasPrefix("year=2;unit=procurement;risk=") })
  }

  @Test func groupsAreAnsweredByTheRunsOfTheWhole() throws {
    var session = try session()
    _ = try answer("show incidence by year, unit", in: &session)
    let study = try session.loaded()
    let order = try session.order(["baseline"], in: study)
    #expect(try session.project(order, in: study).making.computed == 0, "one pass for everything")
    _ = try answer("show incidence by risk", in: &session)
    let again = try answer("show incidence by year, unit", in: &session)
    #expect(again.drawn(as: .table).contains("All remembered."), "no answer is forgotten")
  }

  @Test func aGroupIsWhatTheFilterOfItsNameAsks() throws {
    var session = try session()
    let byUnit = try means("show incidence by unit", in: &session)
    let own = try means("show incidence(procurement) of baseline", in: &session)
    #expect(try #require(byUnit["unit=procurement"]) == own[""])
    let byColour = try means("show verification_rate by colour", in: &session)
    let yellow = try means("show verification_rate(yellow) of baseline", in: &session)
    #expect(try #require(byColour["colour=yellow"]) == yellow[""])
    let byYear = try means("show total_cost by year", in: &session)
    let third = try means("show total_cost(from year 3 to year 3) of baseline", in: &session)
    #expect(try #require(byYear["year=3"]) == third[""])
    let narrowed = try means("show incidence where risk = private_fuel", in: &session)
    let byRisk = try means("show incidence by risk", in: &session)
    #expect(try #require(byRisk["risk=private_fuel"]) == narrowed[""])
  }

  /// A tag is what its activities are together, year by year too.
  @Test(arguments: [Grouping.phase, .aim])
  func tagsAreSumsOfActivities(_ grouping: Grouping) throws {
    var session = try session()
    guard case .words(let activities) = EventField.activity.codes else { return }
    let byActivity = try means("show total_cost by activity, year", in: &session)
    let byTag = try means("show total_cost by \(grouping.word.en), year", in: &session)
    let tags = try #require(grouping.tags)
    #expect(tags.flatMap(\.codes).sorted() == activities.values.indices.map { Int64($0) })
    var found = 0
    for tag in tags {
      for year in 1...10 {
        let parts = tag.codes.map { "activity=\(activities.values[Int($0)].en);year=\(year)" }
        let sum = parts.reduce(0) { $0 + (byActivity[$1] ?? 0) }
        let whole = byTag["\(grouping.word.en)=\(tag.word.en);year=\(year)"] ?? 0
        #expect(abs(whole - sum) < 1e-6 * max(1, sum), "\(tag.word.en) \(year)")
        if sum > 0 { found += 1 }
      }
    }
    #expect(found >= 20)
    let chinese = try means("显示 总费用 按 \(grouping.word.zh)，年", in: &session)
    #expect(chinese == byTag)
  }

  @Test func everyMetricIsAnsweredByEveryGroupingOrItIsSaidWhyNot() throws {
    var session = try session(runs: 2)
    for metric in try session.loaded().metrics {
      for grouping in Grouping.all {
        let typed = "show \(metric.name) by \(grouping.word.en)"
        do {
          let exhibit = try answer(typed, in: &session)
          #expect(metric.question.kinds(without: grouping) == nil, "\(typed)")
          // What so few runs never saw has no group to show.
          let csv = exhibit.drawn(as: .csv)
          if metric.isCounted(in: csv) {
            #expect(csv.contains("\(grouping.word.en)="), "\(typed)")
          }
        } catch let problematic as Problematic {
          let one = try #require(problematic.diagnostics.first)
          #expect(one.code == "E0215" && problematic.diagnostics.count == 1, "\(typed)")
          let listed = try #require(one.hints.first).en.split(separator: ": ")[1]
          for word in listed.split(separator: ", ").map(String.init) {
            let named = try #require(Grouping(word: word))
            #expect(metric.question.kinds(without: named) == nil, "\(typed): \(word)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("show incidence by colour", "E0215", "it can be by: year, quarter"),
    ("show incidence by yaer", "E0216", "did you mean `year`?"),
    ("show incidence by phase", "E0215", "it can be by: year, quarter"),
    ("show incidance by year", "E0204", "did you mean `incidence`?"),
    ("show incidence where colour = red", "E0201", ""),
    ("show loss_plus_cost where stage = crime", "E0217", ""),
    ("show rotation by colour", "E0204", ""),
    ("显示 查实率 按 风险点", "E0215", "it can be by: year, quarter"),
  ])
  func whatCannotBeAskedIsAProblem(_ typed: String, _ code: String, _ hint: String) throws {
    var session = try session()
    let problematic = #expect(throws: Problematic.self) { try answer(typed, in: &session) }
    #expect(problematic?.diagnostics.first?.code == code, "\(typed)")
    let hints = problematic?.diagnostics.first?.hints.first?.en ?? ""
    #expect(hints.hasPrefix(hint), "\(typed): \(hints)")
  }

  @Test func bothLanguagesAskTheSame() throws {
    for example in Show.examples where example.contains(" by ") {
      let lines = try Language.allCases.map { language -> String in
        var session = try session()
        let typed = CommandHelp.spelled(example, in: language)
        #expect(language == .en || typed.contains("按"), "\(typed)")
        return try answer(typed, in: &session).drawn(as: .csv)
      }
      expectNoDifference(lines[1], lines[0])
    }
  }

  @Test func tooManyGroupsAreRefused() throws {
    var session = try session()
    #expect(throws: Complaint.self) {
      try answer("show incidence by month, post, risk", in: &session)
    }
  }

  @Test func theShellTakesTheWordsOfThePrompt() {
    let file = "scenarios/binhai.probity"
    let typed = run(
      probity, [file, "--runs", "4", "--steady"], input: "show incidence by unit of brisk\n")
    let shell = run(
      probity, ["show", "incidence", "by", "unit", "of", "brisk", file, "--runs", "4", "--steady"])
    #expect(typed.status == 0 && shell.status == 0, "\(shell.errors)")
    expectNoDifference(shell.output, typed.output)
    #expect(run(probity, ["show", "incidence", "by", "colour", file]).status == 2)
    #expect(run(probity, ["show", file]).status == 2)
    #expect(run(probity, ["show", "tree", file]).status == 0)
  }
}

extension Measurand {
  /// Whether rows for machines hold a value of it that is not 0.
  fileprivate func isCounted(in csv: String) -> Bool {
    let last = csv.split(separator: "\n").last.map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let mean = last.flatMap { $0.count > 13 ? Double($0[$0.count - 13]) : nil }
    return (mean ?? 0) != 0
  }
}
