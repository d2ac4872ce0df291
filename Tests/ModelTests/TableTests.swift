import Model
import Plan
import Quantities
import Syntax
import Testing

/// A table of three risk points and a blank line, and one of posts.
private let tables = Library(
  rules: [
    "metrics":
      "metric incidence { is count(offences) / person_years; shown per 1000 person_years; better lower }"
  ],
  table: { name, _ in
    switch name {
    case "risks.csv":
      .table(
        SourceTable(
          columns: ["name", "post", "rate", "listed"],
          rows: [
            ["splitting", "tender", "0.4%", "60%"], [], ["leaks", "tender, payment", "0.6%", ""],
            ["favours", "payment", "1%", "80%"],
          ]))
    case "posts.csv":
      .table(
        SourceTable(columns: ["name", "size"], rows: [["clerk", "3"], ["head", "1"]]))
    case "two_words.csv":
      .table(
        SourceTable(
          columns: ["name", "post"], rows: [["a", "tender"], ["bid splitting", "tender"]]))
    case "both_wrong.csv":
      .table(SourceTable(columns: ["name", "post"], rows: [["a", "tendr"], ["b", "paymt"]]))
    case "one_empty.csv":
      .table(
        SourceTable(
          columns: ["name", "post", "rate"],
          rows: [["a", "tender", "90%"], ["b", "tender", ""], ["c", "tender", "90%"]]))
    case "wrong.csv":
      .table(SourceTable(columns: ["name", "post"], rows: [["a", "tender"], ["b", "tendr"]]))
    default: .absent
    }
  })

private let office = """
  organization o { unit u { post tender { headcount 4 }; post payment { headcount 2 } } }

  """

private func tabled(_ text: String) -> Reading {
  read(Source(name: "test.probity", text: office + text), library: tables)
}

private let points = """
  risk points "All of them" from "risks.csv" {
    at column(post); rate column(rate) per year; listed column(listed)
  }

  """

@Suite struct TableTests {
  @Test func everyRowIsADeclaration() throws {
    let reading = tabled(points)
    #expect(told(reading) == [])
    let scheme = try #require(reading.scenario).scheme
    #expect(scheme.risks.map(\.name) == ["splitting", "leaks", "favours"])
    #expect(scheme.risks.map(\.at.posts) == [[0], [0, 1], [1]])
    #expect(scheme.risks.map { ($0.rate.number * 12 * 1e4).rounded() } == [40, 60, 100])
  }

  @Test func anEmptyCellLeavesItsEntryOut() throws {
    let scheme = try #require(tabled(points).scenario).scheme
    #expect(scheme.risks.map { $0.listed?.number } == [0.6, nil, 0.8])
  }

  @Test func theNameOfTheTableMeansAllRows() throws {
    let reading = tabled(
      points
        + """
        use "metrics"
        indicator rules { on tender, payment; clean normal(mean 0, sd 1); shows normal(mean 2, sd 1) under points }
        threshold rules { yellow 3 }
        policy fewer { points.rate *= 0.5 }
        policy none_left { without points }
        metric all_of_them { is count(offences where risk = points) }
        expect incidence(fewer, leaks) < incidence(points)
        """)
    #expect(told(reading).filter { $0.hasPrefix("E") } == [])
    let scenario = try #require(reading.scenario)
    #expect(scenario.scheme.indicators[0].shows[0].under == [0, 1, 2])
    #expect(scenario.policies.first { $0.name == "fewer" }?.arm.changes.count == 3)
  }

  @Test func postsStandInTables() throws {
    let reading = read(
      Source(
        name: "test.probity",
        text: """
          organization o { unit u { post all_posts from "posts.csv" { headcount column(size) } } }
          risk r { at all_posts; rate 1% per year }
          """), library: tables)
    #expect(told(reading) == [])
    let scheme = try #require(reading.scenario).scheme
    #expect(scheme.posts.map(\.path) == ["o.u.clerk", "o.u.head"])
    #expect(scheme.risks[0].at.posts == [0, 1])
  }

  @Test func aProblemShowsItsRow() {
    let reading = tabled("risk points from \"wrong.csv\" { at column(post) }")
    #expect(
      told(reading) == ["E0131 [tendr] no post, unit or class is called `tendr`"])
    let span = reading.diagnostics[0].span
    let source = reading.sources[span.file]
    #expect(source.name == "wrong.csv")
    #expect(source.text.split(separator: "\n")[2] == "risk b { alias points; at tendr }")
  }

  /// A name of two words loses none of them.
  @Test func aNameIsOneWord() {
    let reading = tabled("risk points from \"two_words.csv\" { at column(post) }")
    #expect(
      told(reading) == [
        "E0225 [\"two_words.csv\"] row 3 of `two_words.csv` has a cell that is no value"
      ])
    #expect(reading.diagnostics[0].labels[0].text.en == "reads bid splitting")
  }

  /// What is wrong with the declaration is told with the first row, and that it is so in all.
  @Test func aFaultOfAllRowsIsToldOnce() {
    let reading = tabled(
      """
      risk points from "risks.csv" { at column(post); rat 3% per year; severity { sgn 3% } }
      risk one from "wrong.csv" { at column(post) }
      """)
    #expect(
      told(reading) == [
        "E0142 [rat] risk has no field `rat`", "E0142 [sgn] severity has no field `sgn`",
        "E0131 [tendr] no post, unit or class is called `tendr`",
      ])
    let hints = reading.diagnostics.map { $0.hints.last?.en ?? "" }
    let said = hints.map { $0.contains("in every row of `risks.csv`") }
    #expect(said == [true, true, false])
    let lines = reading.diagnostics.prefix(2).map { diagnostic in
      reading.sources[diagnostic.span.file].text.utf8.prefix(diagnostic.span.lower).count {
        $0 == UInt8(ascii: "\n")
      }
    }
    #expect(lines == [1, 1])
  }

  /// Faults that differ between rows, or that one row does not have, are told of each row.
  @Test func aFaultOfSomeRowsIsToldOfEach() {
    let differing = tabled("risk points from \"both_wrong.csv\" { at column(post) }")
    #expect(told(differing).map { $0.prefix(13) } == ["E0131 [tendr]", "E0131 [paymt]"])
    let alike = tabled(
      "risk points from \"one_empty.csv\" { at column(post); rate column(rate) per year }")
    #expect(alike.diagnostics.filter { $0.severity == .error }.count == 2)
  }

  @Test func whatCannotBeReadIsToldOnce() {
    let text = """
      risk points from "nowhere.csv" { at column(post) }
      indicator rules { on tender; clean normal(mean 0, sd 1); shows normal(mean 2, sd 1) under points }
      threshold rules { yellow 3 }
      policy fewer { points.rate *= 0.5 }
      """
    #expect(tabled(text).diagnostics.filter { $0.code.hasPrefix("E") }.map(\.code) == ["E0220"])
  }

  @Test func otherKindsHaveNoTables() {
    let codes = tabled("body b from \"risks.csv\" { kind audit }").diagnostics.map(\.code)
    #expect(codes == ["E0146"])
  }
}
