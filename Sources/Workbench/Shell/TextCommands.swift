import ArgumentParser
import Presentation
import Syntax
import Vocabulary

/// `probity fmt FILE …`
struct FormatShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: said(
      "Lays files out anew; with --lang, translates their keywords.", "重新排版；加 --lang 则翻译关键词。"))
  @Argument(help: .init(said("Files.", "文件。"))) var files: [String]
  @Option(
    help: ArgumentHelp(
      said("Print with the keywords of a language.", "用某种语言的关键词打印。"), valueName: "en|zh"))
  var lang: String?
  @Flag(
    help: .init(
      said(
        "Change nothing; status 1 if a file is not in its canonical layout.", "不改动；若未按规范排版则状态为 1。"))
  ) var check =
    false
  @Option(help: ArgumentHelp(said("Write to a file.", "写入文件。"), valueName: "file")) var out: String?

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    let target = try lang.map(FormatText.language)
    var paper = Paper()
    paper.file = out
    var status = ExitStatus.done
    for file in files {
      let source = try Files.source(at: file)
      let declared = target == nil ? [] : Self.names(usedIn: file)
      let text = try FormatText.text(of: source, in: target, declared: declared)
      if check {
        if text != source.text {
          status = .failed
          paper.tell(
            Exhibit(
              line: Styled(
                Wording("\(file) is not in its canonical layout", "\(file) 未按规范排版")[language])))
        }
      } else if target == nil, out == nil {
        guard text != source.text else { continue }
        try Files.write(text, to: file, over: true)
        paper.tell(
          Exhibit(line: Styled(Wording("formatted \(file)", "已排版 \(file)")[language])))
      } else {
        try paper.show(Exhibit([.preformatted(text)]))
      }
    }
    return status
  }

  /// Names declared in texts that the file uses; none where it cannot be read as a scenario.
  private static func names(usedIn file: String) -> [String] {
    (try? Study(paths: [file], rules: nil))?.usedNames ?? []
  }
}

/// `probity schema [WORD]`
struct SchemaShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: said("The language as data, or as the reference.", "以数据或手册形式给出语言。"))
  @Argument(help: .init(said("A kind; all unless given.", "类型；默认全部。"))) var word: String?
  @OptionGroup var output: OutputOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    let paper = try output.paper()
    if paper.format == .markdown, word == nil {
      try paper.show(Exhibit([.preformatted(Reference.markdown)]))
    } else {
      try paper.show(try SchemaExhibit(word: word, language: language).exhibit)
    }
    return .done
  }
}

/// `probity explain CODE`
struct ExplainShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: said("What the code of a problem means.", "问题代码的含义。"))
  @Argument(help: .init(said("Codes such as E0142; all unless given.", "代码，如 E0142；默认全部。")))
  var codes: [String] = []
  @OptionGroup var output: OutputOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    var session = Session(Settings(language: language))
    let paper = try output.paper()
    for code in codes.isEmpty ? [nil] : codes.map(Optional.some) {
      try paper.show(try Explain(codes: [code].compactMap(\.self)).perform(in: &session))
    }
    return .done
  }
}

/// `probity new NAME`
struct NewShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: said("Writes a commented template, in either language.", "写出带注释的模板，中英文均可。"))
  @Argument(help: .init(said("Name of the scenario.", "情景名称。"))) var name: String
  @OptionGroup var output: OutputOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    let file = name.hasSuffix(".probity") ? name : name + ".probity"
    let last = file.split(separator: "/").last.map { String($0.dropLast(8)) } ?? name
    guard !last.isEmpty, !last.contains("\""), !last.contains("\\") else {
      throw Complaint(Wording("`\(name)` cannot be a name", "“\(name)”不能用作名称"))
    }
    try Files.write(Template.text(named: last, in: language), to: file, over: false)
    try output.paper().show(
      Exhibit(
        line: Styled(
          Wording(
            "Wrote \(file).  Next: probity run \(file)", "已写入 \(file)。  接着：probity run \(file)")[
              language])))
    return .done
  }
}

/// `probity describe FILE`
struct DescribeShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: said(
      "The scenario in the ODD form of published models.", "按发表模型通用的 ODD 格式描述情景。"))
  @Argument(help: .init(said("The scenario.", "情景文件。"))) var file: String
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(Describe(), on: [file], options, language)
  }
}
