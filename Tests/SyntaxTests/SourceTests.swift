import Syntax
import Testing

@Suite struct SourceTests {
  @Test func positions() {
    let source = Source(name: "", text: "\u{FEFF}ab\r\n轮岗😀x\n")
    #expect(source.text == "ab\n轮岗😀x\n")
    let lines = LineIndex(source)
    #expect(lines.count == 3)
    for (offset, line, column, utf16) in [
      (0, 1, 1, 0), (2, 1, 3, 2), (3, 2, 1, 0), (6, 2, 2, 1), (13, 2, 4, 4), (14, 2, 5, 5),
      (15, 3, 1, 0), (99, 3, 1, 0), (-1, 1, 1, 0),
    ] {
      let position = lines.position(of: offset)
      #expect(position == source.position(of: offset))
      #expect(
        [position.line, position.column, position.utf16] == [line, column, utf16], "\(offset)")
    }
    #expect([0, 1, 2, 3, 4].map { source.line($0) } == ["", "ab", "轮岗😀x", "", ""])
    #expect([1, 2, 3, 9].map { lines.offset(ofLine: $0) } == [0, 3, 15, 15])
  }

  @Test func lineEnds() {
    #expect(Source(name: "", text: "a\rb\r\n\r\nc").text == "a\nb\n\nc")
  }

  @Test(arguments: [
    ("rotation {", true), ("rotation { a }", false), ("x a,", true), ("x a, # why", true),
    ("x (a", true), ("x (a)", false), ("x a +", true), ("x a and", true), ("x a 且", true),
    ("not", false), ("x =", true), ("x", false), ("", false), ("x \"{", false),
    ("x {\n y }\n", false),
    ("x }", false), ("x { y (", true), ("x 每", true), ("x of", false), ("# {", false),
    ("x ~", true), ("比较 a，", true), ("x（a", true),
  ])
  func entriesThatGoOn(text: String, goesOn: Bool) {
    #expect(unfinished(text) == goesOn)
  }

  @Test func namesCompareCanonically() {
    let names = parse(Source(name: "", text: "x é e\u{301}")).program.entries[0].groups[0].terms
    #expect(names.count == 2)
    guard case .value(let first) = names[0].kind, case .value(let second) = names[1].kind,
      case .path(let one) = first.kind, case .path(let other) = second.kind
    else {
      Issue.record("no paths")
      return
    }
    #expect(one.text == other.text)
    #expect(one.text.hashValue == other.text.hashValue)
  }

  @Test func everySpellingOfAUnitIsKnownOnce() {
    #expect(Set(Words.units.map(\.spelling)).count == Words.units.count)
    #expect(Set(Words.reserved.map(\.spelling)).count == Words.reserved.count)
    for word in UnitWord.allCases {
      #expect(Words.units.contains { $0.word == word })
    }
    #expect(Words.unit("千人年")?.factor == 1000)
    #expect(Words.unit("years")?.factor == 12)
    #expect(Words.reserved("误差") == .preposition(.within))
    for preposition in Preposition.allCases {
      for language in Language.allCases {
        #expect(
          Words.reserved.contains {
            $0.word == .preposition(preposition) && $0.language == language
          })
      }
    }
  }
}
