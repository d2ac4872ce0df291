import Engine
import Ledger
import Measures
import Model
import Plan
import Presentation
import Support
import Syntax
import Testing
import Vocabulary

@testable import Workbench

/// What happened, row by row: the same numbers as the tallies that never see a row.
@Suite struct Events {
  private let file = "scenarios/binhai.probity"

  private func session(runs: Int? = nil) throws -> Session {
    var session = Session(Settings(language: .en))
    session.settings.runs = runs
    session.settings.isSteady = true
    session.study = try Study(paths: [repository + "/" + file], rules: nil)
    return session
  }

  private func answer(_ text: String, in session: inout Session) throws -> Exhibit {
    let (entries, source) = try session.entries(of: text)
    return try session.answer(to: entries[0], in: source)
  }

  /// A sum counted from rows one by one, by the contract of conditions.
  private func sum(_ atom: Atom, over rows: [EventRow], _ places: Places) -> Int64 {
    rows.reduce(0) { sum, row in
      guard row.kind == atom.kind, row.month >= 1, Int(row.month) >= atom.window.first,
        Int(row.month) <= atom.window.last, atom.condition.holds(for: row, in: places)
      else { return sum }
      guard case .sum(let field) = atom.measure else { return sum + Int64(row.times) }
      let number = row.value(of: field, in: places)
      return number == EventRow.absent ? sum : sum + number * Int64(row.times)
    }
  }

  @Test func tallyAndLedgerAgreeOnEveryStandardMetric() throws {
    let study = try #require(try session().study)
    let policies = study.policies.map(\.name)
    let (plan, _) = try study.plan(of: policies, overlay: nil)
    // Every metric, and broken down so that every kind of counter is used.
    var questions = study.metrics.map(\.question)
    for metric in study.metrics {
      for part in [Part.code(.unit, 1), .months(Window(first: 13, last: 24)), .code(.risk, 5)] {
        if let question = try? metric.question.narrowed(to: part) { questions.append(question) }
      }
    }
    #expect(study.metrics.count > 20 && questions.count > 60)
    let places = plan.scheme.places
    let sheet = Sheet(questions, places: places)
    // Each metric alone too: what nobody else asks may then be left out of the run.
    let alone = study.metrics.map { Sheet([$0.question], places: places) }
    for run in 0..<3 {
      var (one, other) = (Simulation(plan, seed: 7), Simulation(plan, seed: 7))
      var ledgers = policies.map { _ in Ledger() }
      var tallies = policies.map { _ in Tally(sheet) }
      one.run(run, outer: run / 2, into: &ledgers)
      other.run(run, outer: run / 2, into: &tallies)
      for (ledger, tally) in zip(ledgers, tallies) {
        let counted = sheet.sums.map { sum($0, over: ledger.rows, places) }
        #expect(tally.outcome.sums == counted)
        var replayed = Tally(sheet)
        ledger.replay(into: &replayed)
        #expect(pools(replayed.outcome.marks) == pools(tally.outcome.marks))
      }
      for sheet in alone {
        var tallies = [Tally(sheet)]
        other.run(run, outer: run / 2, into: &tallies)
        let counted = sheet.sums.map { sum($0, over: ledgers[0].rows, places) }
        #expect(tallies[0].outcome.sums == counted, "\(sheet.sums)")
      }
    }
  }

  /// The observations of distributions, in any order.
  private func pools(_ marks: [Mark]) -> [Mark: Int] {
    var counts: [Mark: Int] = [:]
    for mark in marks {
      var one = mark
      one.times = 1
      counts[one, default: 0] += Int(mark.times)
    }
    return counts
  }

  /// The cells of csv rows by the names of their columns.
  private func table(_ csv: String) -> [[String: String]] {
    let lines = csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test func theMeanOfAMetricIsThatOfItsRows() throws {
    var session = try session(runs: 4)
    let rows = table(try answer("show events", in: &session).drawn(as: .csv))
    func count(_ kind: String) -> Double {
      rows.filter { $0["kind"] == kind }.reduce(0) { $0 + (Double($1["times"] ?? "") ?? 0) }
    }
    let results = table(
      try answer("run on incidence, gross_loss, total_cost", in: &session).drawn(as: .csv))
    func mean(_ metric: String) -> Double? {
      results.first { $0["metric"] == metric && $0["group"] == "\"\"" }.flatMap {
        Double($0["mean"] ?? "")
      }
    }
    let incidence = count("offences") / (count("seats") / 12) * 1000
    #expect(abs(try #require(mean("incidence")) - incidence) < 1e-9)
    func sum(_ column: String, _ kind: String) -> Double {
      rows.filter { $0["kind"] == kind }.reduce(0) { sum, row in
        sum + (Double(row[column] ?? "") ?? 0) * (Double(row["times"] ?? "") ?? 0)
      }
    }
    #expect(abs(try #require(mean("gross_loss")) - sum("T_loss", "offences") / 4) < 1e-3)
    #expect(abs(try #require(mean("total_cost")) - sum("amount", "costs") / 4) < 1e-3)
    #expect(Swift.Set(rows.compactMap { $0["run"] }) == ["1", "2", "3", "4"])
  }

  @Test func columnsTellTruthFromSight() throws {
    var session = try session()
    let csv = try answer("trace run 3", in: &session).drawn(as: .csv)
    let rows = table(csv)
    #expect(rows.contains { $0["seen"] == "false" } && rows.contains { $0["seen"] == "true" })
    for row in rows {
      let kind = try #require(
        EventKind(word: row["kind"] ?? "") ?? (row["kind"] == "seats" ? .seats : nil))
      #expect(row["seen"] == "\(kind.isObservable)")
      let filled = EventColumn.own.filter { row[$0.name] != "" }
      for column in filled {
        let field = try #require(column.fields[kind], "\(kind) \(column.name)")
        #expect(column.isTruth == !kind.isObservable(field))
      }
    }
    // In the order of time.
    let months = rows.compactMap { Int($0["month"] ?? "") }
    #expect(months == months.sorted() && months.count == rows.count)
    #expect(rows.map { $0["event"] } == (1...rows.count).map { "\($0)" })
    // Every column is documented.
    let names = csv.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
    let help = try answer("help events", in: &session).drawn(as: .table)
    for name in names { #expect(help.contains("  \(name) "), "\(name)") }
  }

  @Test func aTraceIsTheRunOfTheProjection() throws {
    var session = try session(runs: 6)
    let all = table(try answer("show events offences", in: &session).drawn(as: .csv))
    let one = table(try answer("trace run 5 offences", in: &session).drawn(as: .csv))
    #expect(!one.isEmpty && all.filter { $0["run"] == "5" } == one)
    let other = table(try answer("trace run 5 offences of brisk", in: &session).drawn(as: .csv))
    #expect(other != one && other.allSatisfy { $0["policy"] == "brisk" })
    let few = table(
      try answer("trace run 5 offences where month > 60", in: &session).drawn(as: .csv))
    #expect(few == one.filter { Int($0["month"] ?? "") ?? 0 > 60 })
  }

  @Test func bothLanguagesTraceTheSame() throws {
    for example in TraceRun.examples {
      let texts = try Language.allCases.map { language -> String in
        var session = try session()
        session.settings.language = language
        return try answer(CommandHelp.spelled(example, in: language), in: &session).drawn(
          as: .jsonl)
      }
      #expect(CommandHelp.spelled(example, in: .zh).hasPrefix("追踪 第17次"))
      expectNoDifference(texts[1], texts[0])
    }
  }

  @Test func eventsAreWrittenToFiles() throws {
    let folder = temporaryFolder()
    let shell = run(
      probity, ["trace", file, "--run", "17", "--policy", "brisk", "--format", "csv"])
    #expect(shell.status == 0, "\(shell.errors)")
    let typed = run(probity, [file], input: "trace run 17 of brisk to \"\(folder)/a.csv\"\n")
    #expect(typed.output.hasPrefix("Wrote ") && typed.status == 0)
    expectNoDifference(text(of: folder + "/a.csv") ?? "", shell.output)
    let other = run(
      probity, ["show", "events", "run", "17", "of", "brisk", file, "--format", "csv"])
    expectNoDifference(other.output, shell.output)
    #expect(run(probity, [file], input: "trace run 17 to \"\(folder)/a.txt\"\n").status == 2)
    #expect(text(of: folder + "/a.txt") == nil)
    #expect(run(probity, ["trace", file, "--run", "0"]).status == 2)
    #expect(run(probity, ["trace", file]).status == 2)
  }
}
