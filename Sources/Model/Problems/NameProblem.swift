import Syntax
import Vocabulary

/// What can be wrong with words and names; codes 0130 to 0149.
enum NameProblem: Problem {
  /// An entry whose head is no kind and no command.
  case unknownHead(String, at: Span, near: [String])
  /// A name that no declaration of the kinds asked for has.
  case unknownName(String, asked: Wording, at: Span, near: [String])
  /// A name that is declared twice.
  case duplicate(String, at: Span, first: Span)
  /// A declared name that is also a word of the field; the declared name wins.
  case nameBeforeWord(String, word: Wording, at: Span)
  /// A name of another kind than the one asked for.
  case wrongKind(String, is: Wording, asked: Wording, at: Span)
  /// A declaration without the name that its kind needs.
  case missingName(Kind, at: Span)
  /// A text to be used that the library does not hold.
  case unknownText(String, at: Span, near: [String])
  /// Texts that use each other.
  case useCircle([String], at: Span)
  /// A name that the grammar reserves.
  case reserved(String, at: Span)
  /// A word of the language whose mechanism is not built.
  case later(String, at: Span)
  /// A word that is no field of the kind.
  case unknownField(String, of: Wording, at: Span, near: [String], help: Wording?)
  /// A declared name where a policy has its fields, and what to write instead.
  case declaredAsField(String, off: Span?, at: Span)
  /// A required field that is not written.
  case missingField(Wording, of: Wording, example: String, at: Span)
  /// A field written twice.
  case fieldTwice(Wording, at: Span, first: Span)
  /// A word that the field's enumeration does not have.
  case unknownWord(String, of: Wording, words: [Wording], at: Span, near: [String])
  /// A clause that the field does not take.
  case unknownClause(String, of: Wording, at: Span)
  /// A field without what it takes.
  case missingValue(Wording, example: String, at: Span)
  /// More values than the field takes.
  case tooMany(Wording, at: Span)
  /// A declaration with a second name, or a third label.
  case manyNames(Wording, at: Span)
  /// A declaration where none of its kind can stand.
  case misplaced(Kind, at: Span)
  /// Something that is not what the field takes.
  case notTaken(Wording, takes: Wording, example: String, at: Span)
  /// A change by path outside a policy.
  case changeOutside(at: Span)

  var diagnostic: Diagnostic {
    switch self {
    case .unknownHead(let word, let span, let near):
      nearest(
        130, Wording("nothing is called `\(word)`", "没有“\(word)”这个词"),
        at: span, Wording("not a kind of declaration, not a command", "不是声明，也不是命令"), near)
    case .unknownName(let name, let asked, let span, let near):
      nearest(
        131, Wording("no \(asked.en) is called `\(name)`", "没有名为“\(name)”的\(asked.zh)"),
        at: span, Wording("unknown", "未声明"), near)
    case .duplicate(let name, let span, let first):
      Diagnostic(
        132, Wording("`\(name)` is declared twice", "“\(name)”声明了两次"),
        at: [
          Label(span, Wording("declared again", "再次声明")),
          Label(first, Wording("first declared here", "首次声明在此")),
        ],
        hints: [Wording("give one of the two another name", "请给其中一个换个名称")])
    case .nameBeforeWord(let name, let word, let span):
      Diagnostic(
        133, .note,
        Wording(
          "`\(name)` is both a declared name and a word of \(word.en)",
          "“\(name)”既是声明的名称，又是\(word.zh)中的词"),
        at: [Label(span, Wording("read as the declared name", "按声明的名称理解"))],
        hints: [Wording("for the word write `field.\(name)`", "若指该词，请写 领域.\(name)")])
    case .wrongKind(let name, let kind, let asked, let span):
      Diagnostic(
        134,
        Wording(
          "`\(name)` is a \(kind.en), and a \(asked.en) is asked for",
          "“\(name)”是\(kind.zh)，此处要的是\(asked.zh)"),
        at: [Label(span, Wording("a \(kind.en)", kind.zh))])
    case .missingName(let kind, let span):
      Diagnostic(
        135, Wording("a \(kind.word.en) needs a name", "\(kind.word.zh)需要名称"),
        at: [Label(span, Wording("no name follows", "后面没有名称"))],
        hints: [Wording("such as `\(kind.example)`", "例如 \(kind.word.zh) 名称 { … }")])
    case .unknownText(let name, let span, let near):
      Diagnostic(
        136, Wording("there is no text `\(name)`", "没有文本“\(name)”"),
        at: [
          Label(
            span, Wording("not in rules/, not in the scenario's folder", "不在 rules/ 中，也不在情景所在文件夹中"))
        ],
        hints: near.first.map { [Wording("did you mean `\($0)`?", "是不是想写“\($0)”？")] } ?? [],
        edits: near.first.map { [Edit(span, "\"\($0)\"")] } ?? [])
    case .useCircle(let names, let span):
      Diagnostic(
        138, Wording("texts use each other in a circle", "文本相互引用成环"),
        at: [
          Label(span, Wording(names.joined(separator: " -> "), names.joined(separator: " -> ")))
        ],
        hints: [Wording("drop one of the `use`", "请去掉其中一处“引用”")])
    case .reserved(let name, let span):
      Diagnostic(
        140, Wording("`\(name)` cannot be a name", "“\(name)”不能用作名称"),
        at: [Label(span, Wording("a word of the grammar, or a path", "语法用词或路径"))],
        hints: [Wording("choose a name of one word", "请换一个不带点的单词作名称")])
    case .later(let word, let span):
      Diagnostic(
        141, Wording("`\(word)` is a known word, not in this version", "“\(word)”是已知的词，本版尚不支持"),
        at: [Label(span, Wording("its mechanism is not built", "相应机制尚未实现"))],
        hints: [Wording("leave it out; it is not ignored silently", "请先去掉；程序不会悄悄忽略它")])
    case .unknownField(let name, let kind, let span, let near, let help):
      unknownField(name, kind, span, near, help)
    case .declaredAsField(let name, let off, let span): declaredAsField(name, off, span)
    case .missingField, .fieldTwice, .unknownWord, .unknownClause, .missingValue, .tooMany,
      .manyNames,
      .misplaced, .notTaken, .changeOutside:
      shape
    }
  }

  /// What is wrong with the shape of a field or entry.
  private var shape: Diagnostic {
    switch self {
    case .missingField(let field, let kind, let example, let span):
      Diagnostic(
        143, Wording("`\(field.en)` of \(kind.en) is missing", "\(kind.zh)缺少“\(field.zh)”"),
        at: [Label(span, Wording("must say `\(field.en)`", "必须写明“\(field.zh)”"))],
        hints: [Wording("such as `\(example)`", "例如 \(example)")])
    case .fieldTwice(let field, let span, let first):
      Diagnostic(
        144, Wording("`\(field.en)` is written twice", "“\(field.zh)”写了两次"),
        at: [
          Label(span, Wording("written again", "再次出现")),
          Label(first, Wording("first written here", "首次出现在此")),
        ],
        hints: [Wording("keep one of the two", "请保留其中一个")])
    case .unknownWord(let word, let field, let words, let span, let near):
      unknownWord(word, field, words, span, near)
    case .unknownClause(let word, let field, let span):
      Diagnostic(
        146, Wording("`\(field.en)` takes no `\(word)`", "“\(field.zh)”后面不能用“\(word)”"),
        at: [Label(span, Wording("no such clause here", "此处没有这种说法"))])
    case .missingValue(let field, let example, let span):
      Diagnostic(
        147, Wording("`\(field.en)` says nothing", "“\(field.zh)”后面没有内容"),
        at: [Label(span, Wording("a value is missing", "缺少值"))],
        hints: [Wording("such as `\(example)`", "例如 \(example)")])
    case .tooMany(let field, let span):
      Diagnostic(
        148, Wording("`\(field.en)` takes one value", "“\(field.zh)”只取一个值"),
        at: [Label(span, Wording("one too many", "多出来的"))],
        hints: [Wording("another field? put `;` before it", "若是另一个字段，请在前面加“；”")])
    case .manyNames(let kind, let span):
      Diagnostic(
        148, Wording("`\(kind.en)` takes one name", "“\(kind.zh)”只取一个名称"),
        at: [Label(span, Wording("one too many", "多出来的"))],
        hints: [
          Wording(
            "one name, then a label in quotation marks in English and one in Chinese",
            "一个名称，后面是引号中的英文标签和中文标签")
        ])
    case .misplaced(let kind, let span):
      Diagnostic(
        149, Wording("a \(kind.word.en) cannot be declared here", "此处不能声明\(kind.word.zh)"),
        at: [Label(span, Wording("out of place", "位置不对"))], hints: [place(of: kind)])
    case .notTaken(let field, let takes, let example, let span):
      Diagnostic(
        145, Wording("`\(field.en)` takes \(takes.en)", "“\(field.zh)”要的是\(takes.zh)"),
        at: [Label(span, Wording("something else", "不是所要的内容"))],
        hints: [Wording("such as `\(example)`", "例如 \(example)")])
    default:
      Diagnostic(
        139, Wording("a change stands in a policy, or after `set`", "改动写在方案里，或写在“设定”后面"),
        at: [Label(span, Wording("a change of nothing", "此处没有可改的对象"))],
        hints: [Wording("write it in `policy NAME { … }`", "请写进 方案 名称 { … }")])
    }
  }

  private var span: Span {
    if case .changeOutside(let span) = self { return span }
    return Span(0, 0)
  }

  private func place(of kind: Kind) -> Wording {
    switch kind {
    case .unit: Wording("a unit stands in an organization", "单位写在组织里面")
    case .post: Wording("a post stands in a unit", "岗位写在单位里面")
    default: Wording("put it at the top level of the file", "请写在文件的最外层")
    }
  }

  private func unknownField(
    _ name: String, _ kind: Wording, _ span: Span, _ near: [String], _ help: Wording?
  ) -> Diagnostic {
    let hints: [Wording]
    if let first = near.first, let help {
      hints = [Wording("did you mean `\(first)` (\(help.en))?", "是不是想写“\(first)”（\(help.zh)）？")]
    } else {
      hints = [Wording("`help \(kind.en)` lists its fields", "“帮助 \(kind.zh)” 列出它的字段")]
    }
    return Diagnostic(
      142, Wording("\(kind.en) has no field `\(name)`", "\(kind.zh)没有“\(name)”这个字段"),
      at: [Label(span, Wording("not a field of \(kind.en)", "不是\(kind.zh)的字段"))], hints: hints,
      edits: near.first.map { [Edit(span, $0)] } ?? [])
  }

  private func declaredAsField(_ name: String, _ off: Span?, _ span: Span) -> Diagnostic {
    let policy = Kind.policy.word
    let without = PolicyTerms.row("without")?.word ?? policy
    let hint =
      off == nil
      ? Wording(
        "to change it write `\(name).FIELD = VALUE`; to take it out `\(without.en) \(name)`",
        "若要改动，请写 \(name).字段 = 值；若要取消，请写 \(without.zh) \(name)")
      : Wording("write `\(without.en) \(name)`", "请写 \(without.zh) \(name)")
    return Diagnostic(
      142, Wording("\(policy.en) has no field `\(name)`", "\(policy.zh)没有“\(name)”这个字段"),
      at: [Label(span, Wording("a declared name", "这是已声明的名称"))], hints: [hint],
      edits: off.map { [Edit($0, "\(without.en) \(name)")] } ?? [])
  }

  private func unknownWord(
    _ word: String, _ field: Wording, _ words: [Wording], _ span: Span, _ near: [String]
  ) -> Diagnostic {
    let english = words.map(\.en).joined(separator: ", ")
    let chinese = words.map(\.zh).joined(separator: "、")
    return Diagnostic(
      137, Wording("`\(word)` is no word of `\(field.en)`", "“\(field.zh)”没有“\(word)”这个取值"),
      at: [Label(span, Wording("unknown word", "未知的词"))],
      hints: [Wording("one of: \(english)", "可取：\(chinese)")],
      edits: near.first.map { [Edit(span, $0)] } ?? [])
  }

  private func nearest(
    _ number: Int, _ message: Wording, at span: Span, _ label: Wording, _ near: [String]
  ) -> Diagnostic {
    let hints: [Wording]
    switch near.count {
    case 0: hints = []
    case 1: hints = [Wording("did you mean `\(near[0])`?", "是不是想写“\(near[0])”？")]
    default:
      let english = near.map { "`\($0)`" }.joined(separator: ", ")
      let chinese = near.map { "“\($0)”" }.joined(separator: "、")
      hints = [Wording("names that are near: \(english)", "相近的有：\(chinese)")]
    }
    return Diagnostic(
      number, message, at: [Label(span, label)], hints: hints,
      edits: near.count == 1 ? [Edit(span, near[0])] : [])
  }
}
