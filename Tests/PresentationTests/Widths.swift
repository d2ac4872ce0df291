import Presentation
import Support
import Testing

@Suite struct Widths {
  @Test func countsColumnsOfEastAsianText() {
    #expect(Width.of("rotation") == 8)
    #expect(Width.of("轮岗") == 4)
    #expect(Width.of("（ａ）") == 6)
    #expect(Width.of("○●✓✗·…—│└█") == 10)
    #expect(Width.of("e\u{301}") == 1)
    #expect(Width.of("\u{200B}") == 0)
    #expect(Width.of("🎲") == 2)
    #expect(Width.of("한글") == 4)
  }

  @Test func cutsWithAMark() {
    #expect(Styled("rotation").truncated(to: 8).text == "rotation")
    #expect(Styled("rotation").truncated(to: 5).text == "rota…")
    #expect(Styled("轮岗周期").truncated(to: 6).text == "轮岗…")
    #expect(Styled("轮岗周期").truncated(to: 1).text == "…")
    #expect(Styled("rotation").truncated(to: 6, mark: "...").text == "rot...")
  }

  @Test func padsOnTheSideOfTheAlignment() {
    #expect(Styled("轮岗").padded(to: 6).text == "轮岗  ")
    #expect(Styled("轮岗").padded(to: 6, .trailing).text == "  轮岗")
  }

  @Test func breaksBetweenWordsAndChineseCharacters() {
    let english = Styled("so `did you mean it` is 4.5 % here")
    #expect(english.wrapped(to: 20).map(\.text) == ["so `did you mean it`", "is 4.5 % here"])
    #expect(Styled("is now 4.5 % here").wrapped(to: 10).map(\.text) == ["is now", "4.5 % here"])
    let chinese = Styled("轮岗没有这个字段，是不是想写覆盖？").wrapped(to: 16, hanging: 2).map(\.text)
    #expect(chinese == ["轮岗没有这个字", "  段，是不是想写", "  覆盖？"])
  }

  @Test func keepsCodeTogetherAndLosesNothing() {
    withEvery("seed", in: 0..<300) { seed in
      var random = SplitMix64(seed: seed)
      let words = ["a", "rotation", "`run 17`", "轮岗", "，", "（", "4.5 %", "●", "字段。", "x"]
      let count = Int.random(in: 0...30, using: &random)
      let text = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      let width = Int.random(in: 12...60, using: &random)
      let lines = Styled(text).wrapped(to: width)
      for line in lines { try #require(line.width <= width, "\(line.text)") }
      func solid(_ text: String) -> String { text.filter { $0 != " " } }
      try #require(solid(lines.map(\.text).joined()) == solid(text))
    }
  }
}
