import Presentation
import Support
import Testing

@Suite struct Excerpts {
  /// A text whose lines before the one that matters are empty.
  static func source(_ name: String, _ line: Int, _ text: String) -> Excerpt.Source {
    Excerpt.Source(name: name, text: String(repeating: "\n", count: line - 1) + text + "\n")
  }

  /// Where a part stands in a source.
  static func place(_ part: String, in source: Excerpt.Source, number: Int = 0) -> Excerpt.Place {
    let bytes = Array(source.text.utf8)
    let wanted = Array(part.utf8)
    let lower = (0...max(0, bytes.count - wanted.count)).first {
      Array(bytes[$0..<$0 + wanted.count]) == wanted
    }
    return Excerpt.Place(source: number, lower ?? 0, (lower ?? 0) + wanted.count)
  }

  static let unknownField: Excerpt = {
    let text = source(
      "binhai.probity", 96, "rotation { of high_risk; every 3 years; coverge 80% }")
    return Excerpt(
      .error, code: "E0142", "rotation has no field `coverge`", sources: [text],
      labels: [.init(place("coverge", in: text), "not a field of rotation")],
      hints: ["did you mean `coverage` (share of due seats that really move)?"],
      edits: [.init(place("coverge", in: text), "coverage")], in: .en)
  }()

  static let unknownFieldChinese: Excerpt = {
    let text = source("滨海.probity", 96, "轮岗 { 对象 高风险；周期 3年；覆概 80% }")
    return Excerpt(
      .error, code: "E0142", "轮岗没有“覆概”这个字段", sources: [text],
      labels: [.init(place("覆概", in: text), "不是轮岗的字段")],
      hints: ["是不是想写“覆盖”（到期人员中真正轮换的比例）？"], in: .zh)
  }()

  static let blindRule: Excerpt = {
    let text = source("滨海.probity", 131, "  当 实际发生率（最近 1年）> 6 每 1000 人年")
    return Excerpt(
      .error, code: "E0211", "规则看不到没有人查出的事", sources: [text],
      labels: [.init(place("实际发生率", in: text), "含永远不会被查出的违法行为")],
      hints: ["改用“发案率”（已立案件），机构看得到；“帮助 可见” 列出规则能读的量"], in: .zh)
  }()

  /// Two labels in one text, a third in another.
  static let circle: Excerpt = {
    let one = Excerpt.Source(
      name: "binhai.probity",
      text: "policy brisk { extends strict; every 1 year }\npolicy strict { extends base }\n")
    let other = source("base.probity", 7, "policy base { extends brisk }")
    return Excerpt(
      .warning, code: "W0171", "policies extend each other in a circle", sources: [one, other],
      labels: [
        .init(place("extends strict", in: one), "brisk -> strict"),
        .init(place("every 1 year", in: one), "changed here"),
        .init(place("extends base", in: one), "strict -> base"),
        .init(place("extends brisk", in: other, number: 1), "base -> brisk"),
      ], hints: ["two of them:", "drop one of the three `extends`"], in: .en)
  }()

  static func drawn(_ excerpt: Excerpt, width: Int = 80, isASCII: Bool = false) -> String {
    Exhibit([.excerpt(excerpt)]).drawn(as: .table, on: Terminal(width: width, isASCII: isASCII))
  }

  @Test func inBothLanguages() {
    golden(
      "excerpts",
      [
        "en": Excerpts.drawn(Excerpts.unknownField),
        "zh": Excerpts.drawn(Excerpts.unknownFieldChinese) + Excerpts.drawn(Excerpts.blindRule),
        "several labels": Excerpts.drawn(Excerpts.circle),
        "en 40": Excerpts.drawn(Excerpts.unknownField, width: 40),
        "zh 40": Excerpts.drawn(Excerpts.blindRule, width: 40),
        "ascii": Excerpts.drawn(Excerpts.circle, isASCII: true),
        "jsonl": Exhibit([.excerpt(Excerpts.unknownField), .excerpt(Excerpts.blindRule)])
          .drawn(as: .jsonl),
      ])
  }

  @Test func standOnAnyPlaceOfAnyText() {
    withEvery("seed", in: 0..<500) { seed in
      var random = SplitMix64(seed: seed)
      let parts = ["轮岗", "a", " ", "\n", "\t", "🎲", "e\u{301}", "every 1 year; ", "\u{1B}", "。"]
      let count = Int.random(in: 0...40, using: &random)
      let text = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      func offset() -> Int { Int.random(in: -2...(text.utf8.count + 2), using: &random) }
      let excerpt = Excerpt(
        .note, code: "N0001", "something", sources: [.init(name: "a.probity", text: text)],
        labels: (0..<2).map { _ in .init(.init(offset(), offset()), "轮岗没有 this") },
        hints: ["do `this`"], in: .en)
      let width = Int.random(in: 20...80, using: &random)
      for line in Excerpts.drawn(excerpt, width: width).split(separator: "\n") {
        try #require(Width.of(String(line)) <= width, "\(line)")
      }
    }
  }

  @Test func withoutAPlaceStillSayWhatIsWrong() {
    let excerpt = Excerpt(
      .error, code: "E0900", "the file cannot be read", sources: [],
      labels: [.init(.init(source: 3, 0, 1), "lost")], in: .en)
    #expect(Excerpts.drawn(excerpt) == "error E0900: the file cannot be read\n")
  }

  @Test func placesCountLinesCharactersAndUTF16() {
    let lines = SourceLines("轮岗\na🎲b\n")
    #expect(lines.position(utf8: 7) == lines.position(utf8: 7))
    let dice = lines.position(utf8: 12)
    #expect((dice.line, dice.column, dice.utf16) == (1, 2, 3))
    #expect(lines.line(1) == "a🎲b")
    #expect(lines.line(9) == "")
    #expect(lines.position(utf8: 99).line == 2)
  }
}
