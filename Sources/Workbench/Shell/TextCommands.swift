import ArgumentParser
import Presentation
import Syntax
import Vocabulary

/// `probity fmt FILE …`
struct FormatShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Lays files out anew; with --lang, translates their keywords.")
  @Argument(help: "Files.") var files: [String]
  @Option(help: ArgumentHelp("Print with the keywords of a language.", valueName: "en|zh"))
  var lang: String?
  @Flag(help: "Change nothing; status 1 if a file is not in its canonical layout.") var check =
    false
  @Option(help: ArgumentHelp("Write to a file.", valueName: "file")) var out: String?

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    let target = try lang.map(FormatText.language)
    var paper = Paper()
    paper.file = out
    var status = ExitStatus.done
    for file in files {
      let source = try Files.source(at: file)
      let declared = Self.names(used: source, file)
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
        if text != source.text { try Files.write(text, to: file, over: true) }
      } else {
        try paper.show(Exhibit([.preformatted(text)]))
      }
    }
    return status
  }

  /// Names declared in texts that the file uses; none where it cannot be read as a scenario.
  private static func names(used source: Source, _ file: String) -> [String] {
    (try? Study(paths: [file], rules: nil))?.usedNames ?? []
  }
}

/// `probity schema [WORD]`
struct SchemaShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "The language as data, or as the reference.")
  @Argument(help: "A kind; all unless given.") var word: String?
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
    commandName: "explain", abstract: "What the code of a problem means.")
  @Argument(help: "Codes such as E0142; all unless given.") var codes: [String] = []
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
    commandName: "new", abstract: "Writes a commented template, in either language.")
  @Argument(help: "Name of the scenario.") var name: String
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
