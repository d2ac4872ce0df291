import Support
import Syntax
import Testing

/// The tree of a text as `show tree` prints it, or its problems.
func tree(_ text: String) -> String {
  let parse = parse(Source(name: "test", text: text))
  guard parse.diagnostics.isEmpty else {
    return parse.diagnostics.map { "\($0.code) \($0.message.en)" }.joined(separator: "\n")
  }
  return String(parse.program.dump.dropLast())
}

@Suite struct TreeTests {
  @Test(arguments: Golden.files("tree")) func dumps(golden: Golden) {
    golden.expect(["tree": tree(golden["in.probity"])])
  }

  @Test(arguments: Texts.names) func everyTextParses(name: String) {
    let parse = parse(Source(name: name, text: Texts.text(name)))
    #expect(parse.diagnostics.map { "\($0.code) \($0.message.en) \($0.span)" } == [])
    #expect(parse.program.entries.count > 5)
    #expect(parse.printed == parse.source.text)
  }

  @Test(arguments: [
    (
      "rate ~ lognormal(median 1.2%, p90 3%) per year",
      "rate: ~[lognormal(median 1.2·% | p90 3·%) per year]"
    ),
    ("发生率 ~ 每年 对数正态（中位数 1.2%，p90 3%）", "发生率: ~[对数正态(中位数 1.2·% | p90 3·%) per 年]"),
    (
      "tenure 1.0 at 0 years, 1.3 at 3 years",
      "tenure: 1.0 ⟨at 0·years⟩ | 1.3 ⟨at 3·years⟩"
    ),
    ("任职年限系数 1.0 在 0年，1.3 在 3年", "任职年限系数: 1.0 ⟨at 0·年⟩ | 1.3 ⟨at 3·年⟩"),
    ("周期3年", "周期: 3·年"),
    ("编制 12；风险等级 高", "编制: 12\n风险等级: 高"),
    ("承办能力 每月 6", "承办能力: [6 per 月]"),
    ("不实举报 每1000人年 15", "不实举报: [15 per 1000·人年]"),
    ("自 第13个月；截至第3年", "自: #个月·13\n截至: #年·3"),
    ("shown per 1000 person_years", "shown: ⟨per 1000·person_years⟩"),
    ("median 每年 3%", "median: [3·% per 年]"),
    ("x median 每年 3%", "x: median [3·% per 年]"),
    ("x median per year", "x: [median per year]"),
    ("advance to month 12", "advance: ⟨to #month·12⟩"),
    ("from month 13", "from: #month·13"),
    ("of funds and high_risk", "of: [funds and high_risk]"),
    (
      "is share(not genuine of alerts where a and b = c)",
      "is: share([not genuine] ⟨of alerts⟩ ⟨where [a and [b = c]]⟩)"
    ),
    ("when not a < b and c or d", "when: [[[not [a < b]] and c] or d]"),
    ("x a -b", "x: a [- b]"), ("x a - b", "x: [a - b]"), ("x a-b", "x: [a - b]"),
    ("x 1 + 2 * -3 - 4", "x: [[1 + [2 * [- 3]]] - 4]"),
    ("x -2 per year", "x: [- [2 per year]]"),
    ("threshold.yellow *= 1.1", "threshold.yellow *=: 1.1"),
    ("set x *= 1.1", "set: ⟨x *= 1.1⟩"), ("set x = 1", "set: [x = 1]"),
    ("colour = (red, orange)", "colour =: (red | orange)"),
    ("loss 80k yuan", "loss: 80k·yuan"), ("loss 8万元", "loss: 8万·元"),
    ("x 3 max(1, 2)", "x: 3 max(1 | 2)"), ("x 3 a.b", "x: 3 a.b"),
    ("within 10% to 40%", "within: 10·% ⟨to 40·%⟩"),
    (
      "calibrate a.rate within 0.1% to 5% per year",
      "calibrate: a.rate ⟨within 0.1·%⟩ ⟨to [5·% per year]⟩"
    ),
    (
      "expect a(b) - c < 0 per 1000 person_years in d",
      "expect: [[a(b) - c] < [0 per 1000·person_years]] ⟨in d⟩"
    ),
    ("response.yellow.within = 2 months", "response.yellow.within =: 2·months"),
    ("list a,\n b, c", "list: a | b | c"), ("sum a +\n b", "sum: [a + b]"),
    ("f(a,\n b\n)", "f: (a | b)"), ("not\nx", "not\nx"),
    ("t \"a\\\"b\\\\\\n\", “c”", "t: \"a\\\"b\\\\\\n\" | \"c\""),
    ("x ａ１ ＞＝ ２ × ３；y 1 ≤ 4。z", "x: [a1 >= [2 * 3]]\ny: [1 <= 4]\nz"),
    ("模型_116 第一课、b", "模型_116: 第一课 | b"),
    ("回放 a 第17次", "回放: a #次·17"),
    ("scenario x { a 1; b { c } }", "scenario: x {\n  a: 1\n  b {\n    c\n  }\n}"),
    ("x 1_000.5e-1k # note\n\u{3000}y", "x: 1_000.5e-1k\ny"),
    ("x { }", "x {\n}"), ("", ""),
  ])
  func trees(text: String, expected: String) {
    #expect(tree(text) == expected)
  }
}
