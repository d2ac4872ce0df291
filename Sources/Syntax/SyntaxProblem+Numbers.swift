extension SyntaxProblem {
  static func sayCommaInNumber(_ groups: [String], _ span: Span) -> Diagnostic {
    let plain = groups.joined(separator: "_")
    let short = shortened(groups)
    let list = groups.map { String(Int($0) ?? 0) }
    let english = list.dropLast().joined(separator: ", ") + " and " + (list.last ?? "")
    let count = groups.count == 2 ? "two" : "\(groups.count)"
    return told(
      104, Wording("a comma separates items, not digits", "逗号分隔各项，不分隔数位"), at: span,
      Wording(
        "reads as \(count) values, \(english)",
        "会读成 \(groups.count) 个值：\(list.joined(separator: "、"))"),
      hint: Wording(
        "write `\(plain)`" + (short.map { " or `\($0)`" } ?? "") + "; for a list `"
          + groups.joined(separator: ", ") + "`",
        "写 \(plain)" + (short.map { " 或 \($0)" } ?? "") + "；若是并列各项，写“"
          + groups.joined(separator: "，") + "”"),
      edits: [Edit(span, plain)])
  }

  /// `8.3k` for 8,300, if no digit is lost.
  private static func shortened(_ groups: [String]) -> String? {
    let suffixes = ["k", "M", "bn"]
    guard groups.count - 2 < suffixes.count, let first = groups.first else { return nil }
    var rest = groups.dropFirst().joined()
    while rest.hasSuffix("0") { rest.removeLast() }
    guard rest.count <= 2 else { return nil }
    return first + (rest.isEmpty ? "" : "." + rest) + suffixes[groups.count - 2]
  }

  static func saySuffix(_ text: String, _ instead: String, _ span: Span) -> Diagnostic {
    if let suffix = Words.suffixes.first(where: { text.hasPrefix($0.spelling) }) {
      return told(
        106,
        Wording(
          "`\(suffix.spelling)` stands directly after its digits", "“\(suffix.spelling)”须紧跟数字"),
        at: span, Wording("a blank between", "中间有空格"),
        hint: Wording("write `\(instead)`", "写“\(instead)”"), edits: [Edit(span, instead)])
    }
    return told(
      106, Wording("`\(text)` is not a suffix of numbers", "“\(text)”不能作数的后缀"), at: span,
      Wording("the suffixes are k, M, bn, 万, 亿", "后缀有 万、亿、k、M、bn"),
      hint: Wording("write `\(instead)`", "写“\(instead)”"), edits: [Edit(span, instead)])
  }

  static func sayTwoPoints(_ span: Span) -> Diagnostic {
    told(
      127, Wording("a number has one point", "一个数只有一个小数点"), at: span,
      Wording("more than one", "不止一个"),
      hint: Wording("for a date or a version write a string `\"…\"`", "日期或版本号请写成字符串 \"…\""))
  }

  static func sayPointAtEdge(_ instead: String, _ span: Span) -> Diagnostic {
    told(
      100, Wording("a point has digits on both sides", "小数点两侧都要有数字"), at: span,
      Wording("digits on one side only", "只有一侧有数字"),
      hint: Wording("write `\(instead)`", "写“\(instead)”"), edits: [Edit(span, instead)])
  }

  static func sayNumberTooLarge(_ span: Span) -> Diagnostic {
    told(
      128, Wording("this number is too large", "这个数太大"), at: span,
      Wording("beyond 1.8e308", "超过 1.8e308"),
      hint: Wording("check the exponent", "请检查指数部分"))
  }

  static func sayPerWithoutUnit(_ span: Span) -> Diagnostic {
    told(
      123, Wording("`per` wants a unit", "“每”之后要有单位"), at: span,
      Wording("no unit", "没有单位"),
      hint: Wording(
        "such as `6 per month` or `6 per 1000 person_years`", "例如“每月 6”“每1000人年 6”"))
  }

  static func sayPossessive(_ text: String, _ instead: String?, _ span: Span) -> Diagnostic {
    told(
      115, Wording("的 has no use in this language", "本语言不用“的”"), at: span,
      Wording("not a name", "不是名称"),
      hint: instead.map { Wording("write `\($0)`", "写“\($0)”") }
        ?? Wording(
          "a part is written with a dot, `轮岗.周期`; a selection with 属于 or 面向",
          "部分用点连接：“轮岗.周期”；选取用“属于”或“面向”"),
      edits: instead.map { [Edit(span, $0)] } ?? [])
  }

  static func sayInWords(_ text: String, _ instead: String, _ span: Span) -> Diagnostic {
    told(
      116, Wording("numbers are written in digits", "数用数字书写"), at: span,
      Wording("a number in words", "用汉字写的数"),
      hint: Wording("write `\(instead)`", "写“\(instead)”"), edits: [Edit(span, instead)])
  }

  static func sayFusedLimit(
    _ unit: String, _ word: String, _ span: Span, _ end: Span
  ) -> Diagnostic {
    let isUpper = word.hasSuffix("内") || word == "以下"
    return told(
      117, Wording("`\(unit)\(word)` is not a unit", "“\(unit)\(word)”不是单位"), at: span,
      Wording("the unit is `\(unit)`", "单位是“\(unit)”"),
      hint: isUpper
        ? Wording("a limit is a clause: `限 3\(unit)`", "期限写作“限 3\(unit)”")
        : Wording("compare instead: `>= 3\(unit)`", "写成比较：“>= 3\(unit)”"),
      edits: isUpper ? [Edit(end, "")] : [])
  }
}
