import Presentation
import Support
import Testing

@Suite struct Tables {
  @Test func theFirstScreen() {
    golden(
      "run",
      [
        "en 80": Samples.run(.en).drawn(as: .table), "zh 80": Samples.run(.zh).drawn(as: .table),
        "en 60": Samples.run(.en).drawn(as: .table, on: Terminal(width: 60)),
        "zh 60": Samples.run(.zh).drawn(as: .table, on: Terminal(width: 60)),
        "en 40": Samples.run(.en).drawn(as: .table, on: Terminal(width: 40)),
        "en ascii": Samples.run(.en).drawn(as: .table, on: Terminal(isASCII: true)),
        "zh markdown": Samples.run(.zh).drawn(as: .markdown),
      ])
  }

  @Test func comparison() {
    golden(
      "compare",
      [
        "en 80": Samples.compare(.en).drawn(as: .table),
        "zh 80": Samples.compare(.zh).drawn(as: .table),
        "en 60": Samples.compare(.en).drawn(as: .table, on: Terminal(width: 60)),
        "zh 60": Samples.compare(.zh).drawn(as: .table, on: Terminal(width: 60)),
      ])
  }

  @Test(arguments: Tongue.allCases) func keepToTheWidth(_ tongue: Tongue) {
    for exhibit in [Samples.run(tongue), Samples.compare(tongue)] {
      for width in 20...100 {
        for isASCII in [false, true] {
          let sheet = Terminal(width: width, isASCII: isASCII)
          for line in exhibit.drawn(as: .table, on: sheet).split(separator: "\n") {
            #expect(Width.of(String(line)) <= width, "\(line)")
          }
        }
      }
    }
  }

  @Test func cutOnlyWithAMark() {
    withEvery("seed", in: 0..<400) { seed in
      var random = SplitMix64(seed: seed)
      let words = ["", "轮岗", "incidence", "4.5 %", "滨海区十年推演", "a much longer name of a thing"]
      func cell() -> Table.Cell { Table.Cell(Styled(words.randomElement(using: &random) ?? "")) }
      let columns = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        Table.Column(
          cell(), Bool.random(using: &random) ? .leading : .trailing,
          rank: Int.random(in: 0...2, using: &random), span: Int.random(in: 1...2, using: &random))
      }
      let rows = (0..<4).map { _ in Table.Row(columns.map { _ in cell() }) }
      let exhibit = Exhibit([.table(Table(columns: columns, rows: rows))])
      let width = Int.random(in: 20...80, using: &random)
      var lines = exhibit.drawn(as: .table, on: Terminal(width: width))
        .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      for line in lines { try #require(Width.of(String(line)) <= width, "\(line)") }
      // The columns that always stay are there, whole or with a mark.
      lines = lines.suffix(rows.count)
      for (index, column) in columns.enumerated() where column.rank == 0 {
        for (line, row) in zip(lines, rows) {
          let text = row.cells[index].full.text
          try #require(line.contains(text) || line.contains("…"), "\(text) in \(line)")
        }
      }
    }
  }

  @Test func coloursOnlyWhenAsked() {
    let plain = Samples.compare(.en).drawn(as: .table)
    let coloured = Samples.compare(.en).drawn(as: .table, on: Terminal(isColoured: true))
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[38;5;25m✓ better\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[38;5;166m✗ worse\u{1B}[0m"))
    let stripped = coloured.split(separator: "\u{1B}[").enumerated().map { index, part in
      index == 0 ? part : part.drop { $0 != "m" }.dropFirst()
    }.joined()
    expectNoDifference(stripped, plain)
  }

  @Test func noTextSteersTheTerminal() {
    let hostile = Exhibit([
      .line("a\u{1B}[2Jb\u{7}\u{202E}c"), .prose("x\u{9B}y"),
      .table(Table(columns: [.init()], rows: [["\u{1B}]0;title\u{7}"]])),
    ]).drawn(as: .table)
    #expect(hostile == "a\u{FFFD}[2Jb\u{FFFD}\u{FFFD}c\nx\u{FFFD}y\n\u{FFFD}]0;title\u{FFFD}\n")
  }
}
