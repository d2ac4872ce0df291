import Support
import Syntax
import Testing

@Suite struct ProblemTests {
  @Test(arguments: Golden.files("problems")) func problems(golden: Golden) {
    let parse = parse(Source(name: "in.probity", text: golden["in.probity"]))
    golden.expect([
      "en": told(parse, in: .en), "zh": told(parse, in: .zh), "tree": parse.program.dump,
      "mended": mended(parse),
    ])
    let code = String(golden.name.prefix(5))
    #expect(parse.diagnostics.contains { $0.code == code })
  }

  /// Places are told as `line:column text`, so that a span that is off by one shows.
  private func told(_ parse: Parse, in language: Language) -> String {
    parse.diagnostics.map { diagnostic in
      let labels = diagnostic.labels.map { label in
        let position = parse.source.position(of: label.span.lower)
        let text = String(
          decoding: Array(parse.source.text.utf8)[label.span.lower..<label.span.upper],
          as: UTF8.self)
        return "  \(position.line):\(position.column) \(shown(text)) \(label.text[language])\n"
      }
      let hints = diagnostic.hints.map { "  └ \($0[language])\n" }
      return "\(diagnostic.code) \(diagnostic.message[language])\n" + labels.joined()
        + hints.joined()
    }.joined()
  }

  /// The text with everything that cannot be seen as its code.
  private func shown(_ text: String) -> String {
    "«"
      + text.unicodeScalars.map {
        $0.properties.generalCategory == .format || $0 == "\n"
          ? "U+" + String($0.value, radix: 16) : String($0)
      }.joined() + "»"
  }

  /// The text after the first edit of every problem, from the last to the first.
  private func mended(_ parse: Parse) -> String {
    var bytes = Array(parse.source.text.utf8)
    for edit in parse.diagnostics.compactMap(\.edits.first).reversed() {
      bytes.replaceSubrange(edit.span.lower..<edit.span.upper, with: edit.text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func everyProblemSpeaksBothLanguages() {
    let all = Golden.files("problems").flatMap {
      parse(Source(name: "", text: $0["in.probity"])).diagnostics
    }
    #expect(all.count > 40)
    for diagnostic in all {
      let wordings = [diagnostic.message] + diagnostic.labels.map(\.text) + diagnostic.hints
      for wording in wordings {
        #expect(!wording.en.isEmpty && !wording.zh.isEmpty)
        #expect(!wording.en.hasSuffix(".") && !wording.zh.hasSuffix("。"))
      }
    }
  }

  private func codes(_ text: String) -> [String] {
    parse(Source(name: "", text: text)).diagnostics.map(\.code)
  }

  @Test func nestingHasALimit() {
    func nested(_ open: String, _ close: String, _ count: Int, _ middle: String = "a") -> String {
      "x " + String(repeating: open, count: count) + middle
        + String(repeating: close, count: count)
    }
    for (open, close, middle) in [
      ("(", ")", "a"), ("f(", ")", "a"), ("- ", "", "a"), ("not ", "", "a"), ("of ", "", "a"),
      ("{ y ", "}", ""),
    ] {
      #expect(codes(nested(open, close, 64, middle)) == [], "64 of \(open)")
      #expect(codes(nested(open, close, 65, middle)) == ["E0107"], "65 of \(open)")
      #expect(codes(nested(open, close, 100_000, middle)).contains("E0107"))
    }
    let sum = { "x 1" + String(repeating: " + 1", count: $0) }
    #expect(codes(sum(255)) == [])
    #expect(codes(sum(256)) == ["E0107"])
    #expect(codes(sum(100_000)) == ["E0107"])
    #expect(codes("x 1" + String(repeating: " per year", count: 100_000)) == ["E0107"])
    let tower =
      String(repeating: "(", count: 60)
      + String(repeating: "1" + String(repeating: " + 1", count: 200) + ")", count: 60)
    #expect(codes("x " + tower).contains("E0107"))
  }

  @Test func sizesHaveLimits() {
    #expect(codes(String(repeating: "a\n", count: 1_000_000)) == [])
    #expect(codes(String(repeating: "a\n", count: 1_000_001)) == ["E0109"])
    #expect(codes(String(repeating: " ", count: 16 << 20)) == [])
    #expect(codes(String(repeating: " ", count: 16 << 20 + 1)) == ["E0108"])
    let many = codes(String(repeating: "x: )\n", count: 100_000))
    #expect(many.count == 201)
    #expect(many.last == "N0122")
  }

  @Test func bytesThatAreNotUTF8() throws {
    let cases: [([UInt8], String?)] = [
      (Array("轮岗".utf8), nil),
      ([0xEF, 0xBB, 0xBF] + Array("a\r\nb".utf8), nil),
      ([0x61, 0x20, 0xC2, 0xD6, 0xB8, 0xDA], "GB18030"),  // a 轮岗 in GB 18030
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"),
      ([0x61, 0xC0, 0x7F], "save"),
      ([0x61, 0xED, 0xA0, 0x80, 0x20, 0xFF], "save"),
      ([0x61, 0xE4, 0xBD, 0xC4, 0xE3], "GB18030"), ([0x61, 0xE4], "save"),
    ]
    for (bytes, hint) in cases {
      let (source, problem) = Source.reading(bytes, name: "a.probity")
      #expect((problem == nil) == (hint == nil))
      if let hint {
        let problem = try #require(problem)
        #expect(problem.code == "E0121")
        #expect(problem.hints.first?.en.contains(hint) == true)
        #expect(problem.span.upper <= source.text.utf8.count)
      }
      #expect(Syntax.parse(source).printed == source.text)
    }
    let (source, problem) = Source.reading(Array("\u{FEFF}a\r\n".utf8) + [0xFF], name: "")
    #expect(source.text == "a\n\u{FFFD}")
    #expect(problem?.span == Span(2, 5))
    let large = Source.reading([UInt8](repeating: 0x20, count: 16 << 20 + 1), name: "")
    #expect(large.problem?.code == "E0108")
  }
}
