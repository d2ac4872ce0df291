import Syntax

/// A page of `explain` on letters and grammar, made from a text that has the problem: what is said of it
/// is what a person would be told.
struct GrammarPage {
  /// The code with its letter.
  let code: String
  /// The problem in a few words.
  let title: Wording
  /// What is said at the place, and what to do.
  let meaning: Wording
  /// A text that has the problem; empty where none is short enough.
  let wrong: String
  /// The text mended.
  let right: String

  /// Every page, by code.
  static let all: [GrammarPage] =
    (samples.compactMap { GrammarPage(wrong: $0.wrong, right: $0.right) } + others)
    .sorted { $0.code.dropFirst() < $1.code.dropFirst() }

  /// Texts with one problem of grammar each, and the same mended.
  static let samples: [(wrong: String, right: String)] = [
    ("set rotation.every = [1 year]", "set rotation.every = (1 year)"),
    ("rate lognormal(median 1%, p90 3%", "rate lognormal(median 1%, p90 3%)"),
    ("note \"after the reform", "note \"after the reform\""),
    ("headcount 8,300", "headcount 8_300"), ("every: 3 years", "every 3 years"),
    ("loss 8K", "loss 8k"), ("rotation { every 3 years } }", "rotation { every 3 years }"),
    ("= 3 years", "every 3 years"), ("set rotation.every = ", "set rotation.every = 1 year"),
    ("note \"C:\\temp\"", "note \"C:\\\\temp\""), ("显示 招标岗的发生率", "显示 招标岗.发生率"),
    ("周期 三年", "周期 3年"), ("时限 3个月内", "时限 3个月"),
    ("expect a < b < c", "expect a < b"),
    ("rotation\n{ every 3 years }", "rotation { every 3 years }"),
    ("rotation { every 3 years } coverage 80%", "rotation { every 3 years; coverage 80% }"),
    ("noise 15 per 1000", "noise 15 per 1000 person_years"),
    ("rotation { every % 3 years }", "rotation { every 3 years }"),
    ("set rotation.every == 1 year", "set rotation.every = 1 year"),
    ("rotation.every 1 year", "rotation.every = 1 year"), ("spread 1.2.3", "spread 1.23"),
    ("spread .5", "spread 0.5"), ("loss \(String(repeating: "9", count: 400))", "loss 9M"),
    ("set 3 += 4", "set rotation.every += 4 months"),
  ]

  /// Pages without a text: what they are about is too long to show, or cannot be seen.
  private static let others: [GrammarPage] = [
    GrammarPage(
      "E0107", Wording("nested too deep", "嵌套过深"),
      Wording(
        "Brackets or operators stand inside each other deeper than anybody reads; name a part.",
        "括号或运算层层嵌套，无人能读；请把其中一部分单独写出。")),
    GrammarPage(
      "E0108", Wording("a file of more than 16 MB", "文件超过 16 MB"),
      Wording(
        "A scenario is written by people; data belong in a table of its own.",
        "情景由人书写；数据应放在单独的表中。")),
    GrammarPage(
      "E0109", Wording("too many entries", "条目过多"),
      Wording(
        "Say `copies N` where declarations are alike.", "相同的声明可用“个数 N”代替。")),
    GrammarPage(
      "E0110", Wording("a character that cannot be seen", "看不见的字符"),
      Wording(
        "Copying from pages and documents brings them along; delete it where the mark stands.",
        "从网页或文档复制时会带进来；请在标出之处删除。")),
    GrammarPage(
      "E0121", Wording("not UTF-8", "不是 UTF-8 编码"),
      Wording(
        "Save the file as UTF-8, or convert it: iconv -f GB18030 -t UTF-8 OLD > NEW.",
        "请以 UTF-8 保存，或转换：iconv -f GB18030 -t UTF-8 旧文件 > 新文件。")),
    GrammarPage(
      "N0122", Wording("more problems than are told", "问题太多，未全部列出"),
      Wording("Mend the first ones and check again.", "请先改好前面的，再校验一次。")),
  ]

  private init(_ code: String, _ title: Wording, _ meaning: Wording) {
    (self.code, self.title, self.meaning) = (code, title, meaning)
    (wrong, right) = ("", "")
  }

  /// A page on the first problem of a text; nil if it has none.
  private init?(wrong: String, right: String) {
    let parse = parse(Source(name: "example", text: wrong + "\n"))
    guard let told = parse.diagnostics.first else { return nil }
    code = told.code
    title = told.message
    let said = told.labels.prefix(1).map(\.text) + told.hints
    meaning = Wording(
      said.map(\.en).joined(separator: "; ") + ".", said.map(\.zh).joined(separator: "；") + "。")
    // A number of hundreds of digits is shown by its beginning.
    self.wrong = wrong.count > 72 ? String(wrong.prefix(40)) + "…" : wrong
    self.right = right
  }
}
