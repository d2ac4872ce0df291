extension SyntaxProblem {
  static func sayUnclosed(_ sign: Sign, _ opened: Span, _ until: Span) -> Diagnostic {
    let closing = sign == .openBrace ? "}" : ")"
    return Diagnostic(
      102, Wording("`\(sign.rawValue)` is not closed", "“\(sign.rawValue)”没有闭合"),
      at: [
        Label(opened, Wording("opened here", "在这里打开")),
        Label(until, Wording("`\(closing)` is missing before this", "此前缺少“\(closing)”")),
      ], hints: [Wording("write `\(closing)` where it ends", "在结束处写“\(closing)”")])
  }

  static func sayStrayClosing(_ sign: Sign, _ span: Span) -> Diagnostic {
    let opening = sign == .closeBrace ? "{" : "("
    return told(
      111,
      Wording(
        "`\(sign.rawValue)` closes nothing", "“\(sign.rawValue)”没有对应的“\(opening)”"), at: span,
      Wording("no `\(opening)` is open here", "这里没有打开的括号"),
      hint: Wording(
        "delete it, or look for a `\(opening)` that is missing above", "删去它，或检查上文是否漏了“\(opening)”"),
      edits: [Edit(span, "")])
  }

  static func sayBraceOnOwnLine(_ span: Span) -> Diagnostic {
    told(
      119, Wording("`{` stands on the line of its head", "“{”与开头的词同在一行"), at: span,
      Wording("begins a line", "另起了一行"),
      hint: Wording("move it to the end of the line above", "请移到上一行末尾"))
  }

  static func sayWithoutHead(_ found: String, _ span: Span) -> Diagnostic {
    told(
      112, Wording("an entry begins with a word", "每个条目以一个词开头"), at: span,
      Wording("begins with \(found)", "这里以\(chinese(found))开头"),
      hint: Wording(
        "if the line above goes on, end it with a comma or an operator, or open `(`",
        "如果接着上一行，请让上一行以逗号或运算符结尾，或先写“(”"))
  }

  static func sayMissingEnd(_ found: String, _ span: Span) -> Diagnostic {
    told(
      120, Wording("an entry ends after its `}`", "“}”之后条目就结束了"), at: span,
      Wording("\(found) on the same line", "同一行还有\(chinese(found))"),
      hint: Wording("put `;` or a new line before it", "在它之前写“；”或换行"),
      edits: [Edit(Span(file: span.file, span.lower, span.lower), "; ")])
  }

  static func sayPathAsHead(_ text: String, _ span: Span) -> Diagnostic {
    told(
      126, Wording("a path at the start of an entry is changed", "条目开头的路径表示要改动它"),
      at: span, Wording("no `=`, `+=`, `-=`, `*=` or `/=` after it", "后面没有 =、+=、-=、*= 或 /="),
      hint: Wording(
        "write `\(text) = …`, or `show \(text)` to see it", "写“\(text) = …”；要查看，写“显示 \(text)”")
    )
  }

  static func sayMissing(_ after: String, _ found: String, _ span: Span) -> Diagnostic {
    told(
      113, Wording("something is missing after `\(after)`", "“\(after)”之后缺少内容"), at: span,
      found.hasPrefix("the end")
        ? Wording("nothing follows it", "后面没有内容")
        : Wording("\(found) stands here", "这里是\(chinese(found))"),
      hint: Wording("write a value, a name or `(`", "写一个值、名称或“(”"))
  }

  static func sayChained(_ span: Span) -> Diagnostic {
    told(
      118, Wording("one comparison at a time", "一次只作一个比较"), at: span,
      Wording("a second comparison", "第二个比较"),
      hint: Wording("join two with `and`: `a < b and b < c`", "用“且”连接：“a < b 且 b < c”"))
  }

  static func sayChangeOfValue(_ sign: String, _ span: Span) -> Diagnostic {
    told(
      129, Wording("`\(sign)` changes a path, not a value", "“\(sign)”改动的是路径，不是值"),
      at: span, Wording("no path before it", "前面不是路径"),
      hint: Wording("such as `rotation.every \(sign) 2`", "例如“轮岗.周期 \(sign) 2”"))
  }

  static func sayUnexpected(_ found: String, _ span: Span) -> Diagnostic {
    told(
      124, Wording("\(found) has no place here", "这里不能有\(chinese(found))"), at: span,
      Wording("not expected", "多出来的"),
      hint: Wording(
        "an entry is a word, then values and clauses; `;` or a new line begins the next",
        "条目是一个词，后接值与从句；“；”或换行开始下一条"))
  }

  static func sayTooDeep(_ most: Int, _ span: Span) -> Diagnostic {
    told(
      107, Wording("nested more than \(most) deep", "嵌套超过 \(most) 层"), at: span,
      Wording("the first one too many", "从这里起过深"),
      hint: Wording("split it into several entries", "请拆成几个条目"))
  }

  static func sayTooLarge(_ bytes: Int, _ span: Span) -> Diagnostic {
    let size = (bytes + (1 << 20) - 1) >> 20
    return told(
      108, Wording("the file is larger than 16 MB", "文件超过 16 MB"), at: span,
      Wording("\(size) MB", "\(size) MB"),
      hint: Wording(
        "split it, or put rows into a table: `risk points from \"risks.csv\"`",
        "请拆开，或把多行放进表格：“风险点 … 自 \"risks.csv\"”"))
  }

  static func sayTooManyEntries(_ most: Int, _ span: Span) -> Diagnostic {
    told(
      109, Wording("more than \(most) entries", "条目超过 \(most) 条"), at: span,
      Wording("the first one too many", "从这一条起过多"),
      hint: Wording(
        "`copies` makes many alike; rows can stand in a table", "相同的用“个数”；多行可放进表格"))
  }

  static func sayTooManyProblems(_ most: Int, _ span: Span) -> Diagnostic {
    Diagnostic(
      122, .note, Wording("the first \(most) problems are told", "只列出前 \(most) 个问题"),
      at: [Label(span, Wording("there are more from here on", "从这里起还有"))],
      hints: [Wording("mend these and check again", "改好后再检查")])
  }

  /// The Chinese name of what was found, which English names by a sign in back-quotes or a few words.
  private static func chinese(_ found: String) -> String {
    switch found {
    case "the end of the line": "行末"
    case "the end of the text": "文末"
    case "a number": "数"
    case "a string": "字符串"
    default: "“" + found.filter { $0 != "`" } + "”"
    }
  }
}
