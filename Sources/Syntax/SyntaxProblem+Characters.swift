extension SyntaxProblem {
  static func sayUnexpectedCharacter(_ text: String, _ span: Span) -> Diagnostic {
    let instead = replacement(for: text)
    let edit = instead.map { $0.en.utf8.allSatisfy(Characters.isLetter) ? " \($0.en) " : $0.en }
    return told(
      101, Wording("`\(text)` has no use in this language", "本语言不用“\(text)”"), at: span,
      Wording("not read", "未读入"),
      hint: instead.map { Wording("write `\($0.en)`", "写“\($0.zh)”") }
        ?? Wording("delete it, or put it into a string `\"…\"`", "请删去，或放进字符串 \"…\" 里"),
      edits: edit.map { [Edit(span, $0)] } ?? [])
  }

  /// What somebody who is used to another notation meant.
  private static func replacement(for text: String) -> Wording? {
    switch text {
    case "!": Wording("not", "非")
    case "&", "&&": Wording("and", "且")
    case "|", "||": Wording("or", "或")
    case "[", "【", "〔": Wording("(", "（")
    case "]", "】", "〕": Wording(")", "）")
    case "'", "‘", "’", "「", "」", "『", "』", "《", "》": Wording("\"", "\"")
    case "−", "–", "—": Wording("-", "-")
    case "〜": Wording("~", "~")
    case "·", "•": Wording(".", ".")
    case "⩽": Wording("<=", "<=")
    case "⩾": Wording(">=", ">=")
    default: nil
    }
  }

  static func sayColon(_ span: Span) -> Diagnostic {
    told(
      105, Wording("`:` has no use in this language", "本语言不用冒号"), at: span,
      Wording("not needed", "不需要"),
      hint: Wording(
        "a word and its value stand side by side: `headcount 12`", "词与值并列即可：“编制 12”"),
      edits: [Edit(span, " ")])
  }

  static func sayInvisible(_ scalar: Unicode.Scalar, _ span: Span) -> Diagnostic {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return told(
      110, Wording("a character that cannot be seen, \(code)", "看不见的字符 \(code)"), at: span,
      Wording("text could read differently from what runs", "看到的可能与运行的不同"),
      hint: Wording("delete it", "请删去"), edits: [Edit(span, "")])
  }

  static func sayUnclosedString(_ span: Span) -> Diagnostic {
    told(
      103, Wording("this string does not end on its line", "字符串在行末没有结束"), at: span,
      Wording("begins here", "从这里开始"),
      hint: Wording(
        "close it with `\"`; inside it `\\\"` is a quotation mark and `\\n` a new line",
        "用 \" 结束；其中的引号写 \\\"，换行写 \\n"),
      edits: [Edit(Span(file: span.file, span.upper, span.upper), "\"")])
  }

  static func sayUnknownEscape(_ span: Span) -> Diagnostic {
    told(
      114, Wording("`\\` stands only before `\"`, `\\` and `n`", "反斜杠后只能是 \"、\\ 或 n"),
      at: span, Wording("means nothing here", "在这里没有意义"),
      hint: Wording("for the sign itself write `\\\\`", "要写反斜杠本身，写 \\\\"),
      edits: [Edit(span, "\\\\")])
  }

  static func sayDoubleEqual(_ span: Span) -> Diagnostic {
    told(
      125, Wording("one `=` compares", "比较用一个等号"), at: span, Wording("two signs", "写了两个"),
      hint: Wording("write `=`", "写“=”"), edits: [Edit(span, "=")])
  }

  static func sayNotUTF8(_ guess: Encoding, _ name: String, _ span: Span) -> Diagnostic {
    let hint =
      switch guess {
      case .gb18030, .utf16:
        Wording(
          "it looks like \(guess.rawValue); convert it: `iconv -f \(guess.rawValue) -t UTF-8 \(name) > utf8.probity`",
          "看起来是 \(guess.rawValue) 编码，请转换：iconv -f \(guess.rawValue) -t UTF-8 \(name) > utf8.probity"
        )
      case .unknown:
        Wording("save the file again as UTF-8", "请另存为 UTF-8 编码")
      }
    return told(
      121, Wording("the file is not UTF-8", "文件不是 UTF-8 编码"), at: span,
      Wording("the first bytes that cannot be read", "从这里起无法读出"), hint: hint)
  }
}
