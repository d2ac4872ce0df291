import Presentation
import Support
import Testing

@Suite struct Rows {
  static let rows = TidyRows(
    columns: ["scenario", "label", "mean", "runs", "se", "met"],
    rows: [
      [.text("滨海"), .text("a, \"b\"\nc"), .number(0.1), .integer(12_480), .missing, .truth(true)],
      [.text(""), .text("plain"), .number(.nan), .integer(-1), .measured(nil)],
    ])

  @Test func csvQuotesByTheStandard() {
    expectNoDifference(
      Exhibit([.rows(Rows.rows)]).drawn(as: .csv),
      """
      scenario,label,mean,runs,se,met
      滨海,"a, ""b""
      c",0.1,12480,,true
      "",plain,,-1,,

      """)
  }

  @Test func jsonlHasAnObjectALine() {
    expectNoDifference(
      Exhibit([.line("for people"), .rows(Rows.rows)]).drawn(as: .jsonl),
      #"""
      {"schema":"probity.rows/1","scenario":"滨海","label":"a, \"b\"\nc","mean":0.1,"runs":12480,"se":null,"met":true}
      {"schema":"probity.rows/1","scenario":"","label":"plain","mean":null,"runs":-1,"se":null,"met":null}

      """#)
  }

  @Test func jsonNamesTheSchemaOnce() {
    let one = TidyRows(columns: ["mean"], rows: [[.number(4.5)], [.number(1e-7)]])
    #expect(
      Exhibit([.rows(one)]).drawn(as: .json)
        == #"{"schema":"probity.rows/1","rows":[{"mean":4.5},{"mean":1e-07}]}"# + "\n")
  }

  @Test func numbersReadBackAsTheSameDouble() {
    withEvery("seed", in: 0..<2_000) { seed in
      var random = SplitMix64(seed: seed)
      let value = Double(bitPattern: random.next())
      let text = JSON.number(value).text
      try #require(value.isFinite ? Double(text)?.bitPattern == value.bitPattern : text == "null")
    }
  }

  @Test func stringsAreEscaped() {
    #expect(JSON.string("\u{1}\t\\\"轮").text == #""\u0001\t\\\"轮""#)
  }

  @Test func withoutRowsMachinesGetTheCellsOrTheLines() {
    let table = Table(columns: [.init("word"), .init()], rows: [["轮岗", "x, y"]])
    #expect(Exhibit([.table(table)]).drawn(as: .csv) == "word,column_2\n轮岗,\"x, y\"\n")
    #expect(Exhibit(line: "took back").drawn(as: .csv) == "text\ntook back\n")
    #expect(Exhibit().drawn(as: .csv) == "")
  }

  @Test func withoutAnythingElsePeopleGetTheRows() {
    expectNoDifference(
      Exhibit([.rows(Rows.rows)]).drawn(as: .table, on: Terminal(width: 40)),
      """
      scenario  label     mean   runs  se  met
      滨海      a, "b"�c   0.1  12480     true
                plain              -1

      """)
  }

  @Test func markdownKeepsItsSigns() {
    let table = Table(columns: [.init("a|b"), .init("n", .trailing)], rows: [["<= 6 `x<y`", "1"]])
    expectNoDifference(
      Exhibit([.line("one *two*"), .table(table), .preformatted("a\n```\nb\n")]).drawn(
        as: .markdown),
      """
      one \\*two\\*

      | a\\|b | n |
      |---|--:|
      | &lt;= 6 `x<y` | 1 |

      ````
      a
      ```
      b
      ````

      """)
  }
}
