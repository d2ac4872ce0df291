import Support
import Syntax
import Testing

@Suite struct FormatterTests {
  static func format(
    _ text: String, _ language: Language? = nil, respell: @escaping Formatter.Respell = { _ in nil }
  ) -> String {
    Formatter(language: language, respell: respell).text(of: parse(Source(name: "", text: text)))
  }

  @Test(arguments: Golden.files("format")) func layouts(golden: Golden) {
    let text = golden["in.probity"]
    golden.expect([
      "plain": Self.format(text), "en": Self.format(text, .en), "zh": Self.format(text, .zh),
    ])
  }

  @Test func textsWithErrorsStayAsTheyAre() {
    #expect(Self.format("x  (a\n") == "x  (a\n")
  }

  @Test(arguments: [
    ("capacity 6 per month", "capacity 每月 6"),
    ("noise 15 per 1000 person_years", "noise 每1000人年 15"),
    ("from month 13 to year 3", "from 第13个月 至 第3年"),
    ("last 1 year; x 2 days, 1 quarter", "last 1年；x 2天，1季度"),
    ("drift 1 per 60 months", "drift 每60个月 1"),
    ("x y - f(a) per year - 2", "x y - 每年 f（a） - 2"), ("x -f(a) per year", "x -每年 f（a）"),
    ("x not a and b or c", "x 非 a 且 b 或 c"),
    ("loss 8M yuan", "loss 8M 元"),
    ("x \"a\" per year", "x 每年 \"a\""),
    ("x median 3% per year", "x median 每年 3%"),
  ])
  func languages(english: String, chinese: String) {
    #expect(Self.format(english, .zh) == chinese + "\n")
    #expect(Self.format(chinese, .en) == english + "\n")
  }

  @Test func anOrderThatWouldChangeTheMeaningIsKept() {
    #expect(Self.format("x 3 4 per year", .zh) == "x 3 4 每年\n")
    #expect(Self.format("x 6 per month b", .zh) == "x 6 每月 b\n")
    #expect(Self.format("x f(a, # why\n  b) per year", .zh) == "x 每年 f（a，  # why\n    b）\n")
  }

  @Test func thousandsOfPersonYears() {
    #expect(
      Self.format("x 每千人年 6；y 每2千人年 6", .en)
        == "x 6 per 1000 person_years; y 6 per 2000 person_years\n")
  }

  @Test func wordsAreRespelledByWhoeverKnowsThem() {
    let text = "rotation { of high_risk; cost 80k yuan }"
    let words = ["rotation": "轮岗", "of": "对象", "high_risk": "高风险", "cost": "费用"]
    let chinese = Self.format(text, .zh) { spelling in
      if spelling.token.kind == .number, spelling.partner?.text == "yuan" { return "8万" }
      return words[spelling.token.text]
    }
    #expect(chinese == "轮岗 { 对象 高风险；费用 8万元 }\n")
    #expect(Self.format("x 80k yuan") { $0.token.role == .unit ? "" : nil } == "x 80k\n")
  }
}
