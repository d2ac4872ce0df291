import Model
import Rules
import Support
import Syntax
import Testing

/// What the pieces of text in the pages lean on.
private let context = """
  organization binhai { unit procurement {
    post tender { headcount 12; risk_level high }
    post approval { headcount 6 }
  } }
  body inspectorate { kind supervisory }
  risk kickbacks { at tender }
  indicator single_bid { on tender; clean beta(mean 8%, sd 5%); shows beta(mean 30%, sd 12%) under kickbacks }
  threshold single_bid { yellow 20%; orange 30%; red 45% }

  """

/// The shipped rules, and the tables that the pages use.
private let shelf = Library(
  rules: Rules.texts,
  table: { name, _ in
    switch name {
    case "risks.csv":
      .table(
        SourceTable(
          columns: ["name", "post", "rate"],
          rows: [["splitting", "tender", "0.4%"], ["leaks", "tender, approval", ""]]))
    case "torn.csv": .malformed(Wording("line 3 has 2 cells", "第 3 行有 2 格"))
    case "empty.csv": .table(SourceTable(columns: ["name"], rows: [[]]))
    case "nameless.csv": .table(SourceTable(columns: ["name"], rows: [[""]]))
    case "notes.csv":
      .table(SourceTable(columns: ["name", "post"], rows: [["a", "tender; rate 3%"]]))
    default: .absent
    }
  })

/// The problems of a piece of text, those of the context apart.
private func diagnostics(_ text: String) -> Reading {
  read(
    Source(name: "piece.probity", text: context + text), library: shelf)
}

@Suite struct ExplanationTests {
  @Test func everyCodeHasOnePage() {
    let codes = Explanation.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(Explanation.page("e0142")?.title.en == "unknown field")
    #expect(Explanation.page("0142")?.code == "E0142")
    #expect(Explanation.page("E9999") == nil)
  }

  @Test(arguments: Explanation.all.filter { !$0.wrong.isEmpty })
  func theWrongTextHasTheProblemAndTheRightOneNot(page: Explanation) {
    let before = diagnostics("").diagnostics.map(\.code)
    var wrong = diagnostics(page.wrong).diagnostics.map(\.code)
    for code in before where code != page.code { wrong.removeAll { $0 == code } }
    #expect(wrong.contains(page.code), "\(page.code): \(wrong)")
    #expect(Set(wrong).count == 1, "\(page.code): \(wrong)")
    let right = diagnostics(page.right)
    #expect(!right.hasErrors, "\(page.code): \(told(right))")
    #expect(
      right.diagnostics.count { $0.code == page.code }
        < wrong.count { $0 == page.code } || page.code == "N0411",
      "\(page.code): \(told(right))")
  }

  /// One golden file per code, made of the page's own wrong text.
  @Test(arguments: Golden.files("problems"))
  func problemsAreToldInBothLanguages(file: Golden) {
    let reading = read(
      Source(name: "in.probity", text: file["in.probity"]), library: shelf)
    func lines(_ language: Language) -> String {
      reading.diagnostics.filter { file.name.hasPrefix($0.code) }.map { one in
        let bytes = Array(reading.sources[one.span.file].text.utf8)
        func place(_ span: Span) -> String {
          String(decoding: bytes[span.lower..<min(span.upper, bytes.count)], as: UTF8.self)
        }
        let labels = one.labels.map { "  [\(place($0.span))] \($0.text[language])" }
        let hints = one.hints.map { "  └ \($0[language])" }
        let edits = one.edits.map { "  edit [\(place($0.span))] -> \($0.text)" }
        return (["\(one.code) \(one.message[language])"] + labels + hints + edits)
          .joined(separator: "\n")
      }.joined(separator: "\n")
    }
    file.expect(["en": lines(.en), "zh": lines(.zh)])
  }

  @Test func everyPageHasItsGoldenFile() {
    let names = Set(Golden.files("problems").map(\.name))
    let codes = Set(Explanation.all.filter { !$0.wrong.isEmpty }.map(\.code))
    #expect(names == codes)
  }
}
