import FoundationEssentials
import Model
import Plan
import Quantities
import Support
import Syntax
import Testing

@testable import Workbench

/// Tables beside a scenario, as spreadsheets save them.
@Suite struct Tables {
  private func rows(_ text: String) -> [[String]]? {
    guard case .table(let table) = Files.table(text) else { return nil }
    return [table.columns] + table.rows
  }

  private func reason(_ text: String) -> String? {
    guard case .malformed(let reason) = Files.table(text) else { return nil }
    return reason.en
  }

  @Test func cellsStandBetweenCommas() {
    #expect(rows("name,post\na,tender\n") == [["name", "post"], ["a", "tender"]])
    #expect(rows(" name , post\r\na ,  tender \r\n") == [["name", "post"], ["a", "tender"]])
    #expect(rows("name\na\nb") == [["name"], ["a"], ["b"]])
    #expect(rows("名称,岗位\n收礼,招标岗") == [["名称", "岗位"], ["收礼", "招标岗"]])
  }

  @Test func quotedCellsHoldCommasQuotesAndLines() {
    #expect(
      rows("name,post\n\"a\",\"tender, payment\"\nb,\"say \"\"hi\"\"\"\n")
        == [["name", "post"], ["a", "tender, payment"], ["b", "say \"hi\""]])
    #expect(
      rows("name,note\na,\"one\ntwo\"\nb,c") == [
        ["name", "note"], ["a", "one\ntwo"], ["b", "c"],
      ])
  }

  /// Line n of the file stays line n.
  @Test func blankLinesKeepTheirPlace() {
    #expect(
      rows("name,post\n\na,x\n,\nb,y\n\n,\n") == [
        ["name", "post"], [], ["a", "x"], [], ["b", "y"],
      ])
    #expect(
      reason("name,post\n\na\n") == "line 3 has 1 cell, and there are 2 columns")
  }

  @Test func columnsHaveNamesOfTheirOwn() {
    #expect(reason("name,post,name\na,x,b\n") == "two columns are called `name`")
    #expect(reason("name,post, post\na,x,y\n") == "two columns are called `post`")
  }

  @Test func everyRowHasAsManyCells() {
    #expect(reason("name,post\na,x,y\n") == "line 2 has 3 cells, and there are 2 columns")
    #expect(reason("name,post\na,x\nb\n") == "line 3 has 1 cell, and there are 2 columns")
  }

  /// A quotation mark that is opened is closed, and nothing follows it in its cell.
  @Test func quotationMarksStandWhereTheyCan() {
    let misplaced = "a quotation mark stands where none can"
    #expect(reason("name,post\na,\"x\"y\n") == misplaced)
    #expect(reason("name,post\na,x\"y\"z\n") == misplaced)
    // Else the rows that follow would be lost in its cell.
    let open = "a quotation mark is not closed"
    #expect(reason("name,post\na,\"x\n") == open)
    #expect(reason("name,post\na,x\nb,\"y\nc,z\n") == open)
  }

  @Test func otherSignsBetweenCellsAreNamed() {
    for (sign, said) in [(";", "semicolons"), ("\t", "tabs"), ("，", "full-width commas")] {
      let text = "name,post,rate\na,x,1%\n".replacing(",", with: sign)
      #expect(reason(text) == "its first line has no comma, and looks separated by \(said)")
    }
    // A comma in a number does not hide it, and a semicolon in a row is no sign of it.
    #expect(reason("name;rate\na;0,5%\n")?.hasSuffix("semicolons") == true)
    #expect(rows("name,post\na,x;y\n") == [["name", "post"], ["a", "x;y"]])
  }

  @Test func nothingIsNoTable() {
    #expect(rows("")?.count == 1 || reason("") != nil)
    #expect(rows("name,post\n") == [["name", "post"]])
  }

  // MARK: - Files

  /// The codes that a scenario with a table of these bytes is told.
  private func codes(_ bytes: [UInt8], named file: String = "risks.csv") throws -> [String] {
    let folder =
      FileManager.default.temporaryDirectory.path
      + "/probity-tables-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = FileManager.default.createFile(atPath: folder + "/risks.csv", contents: Data(bytes))
    let text = """
      organization o { unit u { post tender { headcount 4 } } }
      risk points from "\(file)" { at column(post); rate column(rate) per year }
      """
    let path = folder + "/test.probity"
    _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
    do {
      let scenario = try Study(paths: [path], rules: nil).scenario
      return scenario.scheme.risks.map { "\($0.name) \(($0.rate.number * 12e4).rounded() / 1e4)" }
    } catch let problem as Problematic {
      return problem.diagnostics.filter { $0.severity == .error }.map(\.code)
    }
  }

  /// Spreadsheets put a byte-order mark first, and end lines as they like.
  @Test func whatSpreadsheetsSaveIsRead() throws {
    let text = "name,post,rate\r\nsplitting,tender,1%\r\n\r\nleaks,tender,2%\r\n"
    #expect(try codes([0xEF, 0xBB, 0xBF] + text.utf8) == ["splitting 0.01", "leaks 0.02"])
    #expect(try codes(Array(text.utf8)) == ["splitting 0.01", "leaks 0.02"])
    #expect(
      try codes(Array(text.replacing("\r", with: "").utf8)) == ["splitting 0.01", "leaks 0.02"])
  }

  @Test func whatIsNoTableIsTold() throws {
    // 岗 in GB 18030, as older spreadsheets save it.
    #expect(try codes([0x6E, 0x2C, 0xB8, 0xDA, 0x0A]) == ["E0221"])
    #expect(try codes(Array("name;post;rate\nsplitting;tender;1%\n".utf8)) == ["E0221"])
    #expect(try codes(Array("name,post,rate\n".utf8)) == ["E0222"])
    #expect(try codes(Array("name,post\nsplitting,tender\n".utf8)) == ["E0223"])
    #expect(try codes(Array("name,post,rate\n,tender,1%\n".utf8)) == ["E0224"])
    #expect(try codes(Array("name,post,rate\nbid splitting,tender,1%\n".utf8)) == ["E0225"])
    #expect(try codes([], named: "other.csv") == ["E0220"])
    #expect(try codes([], named: "../../etc/passwd") == ["E0220"])
    #expect(try codes([]) == ["E0223"] || codes([]) == ["E0222"])
  }
}
