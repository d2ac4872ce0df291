import ArgumentParser
import LineEditor
import Presentation
import Syntax
import Vocabulary

extension ShellCommand {
  /// Performs a command of the workbench in a new session with a scenario, and shows its answer.
  @MainActor func perform(
    _ command: some Command, on paths: [String], _ options: CommonOptions, _ language: Language
  ) throws -> ExitStatus {
    let paper = try options.output.paper()
    var session = Session(try options.settings(language))
    if !Device.Stream.errors.isTerminal { session.settings.showsProgress = false }
    Interrupts.catchThem()
    do {
      if !paths.isEmpty { try session.load(paths) }
      try paper.show(try command.perform(in: &session))
    } catch {
      let status = paper.tell(error, in: language)
      return (error as? Problematic)?.isTyped == true ? .wrongUse : status
    }
    return session.status
  }
}

extension ShellCommand {
  /// Performs an entry as it would be typed at the prompt; what is wrong with it is wrong use.
  @MainActor func perform(
    typed text: String, on file: String, _ options: CommonOptions, _ language: Language
  ) throws -> ExitStatus {
    do {
      let (entries, source) = try Session(Settings(language: language)).entries(of: text)
      guard let entry = entries.first, entries.count == 1,
        let command = Commands.named(entry.head.text)
      else { throw Complaint.nothingToShow }
      return try perform(
        try command.init(CommandArguments(entry, in: source)), on: [file], options, language)
    } catch let problematic as Problematic {
      _ = try options.output.paper().tell(problematic, in: language)
      return .wrongUse
    }
  }
}

/// `probity [FILE …]`
struct PromptShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt",
    abstract: said("The prompt, with the files loaded (the default).", "提示符，并载入文件（默认）。"))
  @Argument(help: .init(said("Scenarios to load.", "要载入的情景。"))) var files: [String] = []
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    let paper = try options.output.paper()
    var session = Session(try options.settings(language))
    do {
      try Self.refuseCommand(files.first)
      if !files.isEmpty { try session.load(files) }
    } catch {
      return paper.tell(error, in: language)
    }
    var prompt = Prompt(session: session, paper: paper)
    return prompt.run()
  }

  /// A word that is no file may be a command, misspelt or of a later version.
  private static func refuseCommand(_ word: String?) throws {
    guard let word, !word.contains("."), !word.contains("/"), (try? Files.source(at: word)) == nil
    else { return }
    let commands = ProbityProgram.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    if let command = Commands.named(word), !commands.contains(word) {
      throw Complaint(
        Wording("`\(word)` is typed at the prompt", "“\(word)”在提示符下输入"),
        hints: [
          Wording(
            "`probity FILE`, then `\(command.usage.en)`", "先 probity 文件，再输入：\(command.usage.zh)")
        ])
    }
    if case .command? = LaterWords.find(word)?.role, !commands.contains(word) {
      throw Complaint.unknownOrLater(word, Wording("command", "命令"), among: [])
    }
    let near = Nearest.words(to: word, among: commands)
    if !near.isEmpty {
      throw Complaint.unknown(word, Wording("command or file", "命令或文件"), near: near)
    }
  }
}

/// `probity run FILE`
struct RunShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: said("Runs policies: metrics and targets.", "运行方案：指标和目标。"))
  @Argument(help: .init(said("The scenario.", "情景文件。"))) var file: String
  @Option(
    help: .init(said("A policy; the baseline unless given. May be repeated.", "方案；默认基准。可重复。")))
  var policy: [String] = []
  @Option(help: .init(said("A metric; may be repeated.", "指标；可重复。"))) var on: [String] = []
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(RunPolicies(policies: policy, metrics: on), on: [file], options, language)
  }
}

/// `probity compare FILE P Q …`
struct CompareShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: said("Paired differences of each policy against the first.", "各方案与第一个方案的配对差异。"))
  @Argument(help: .init(said("The scenario.", "情景文件。"))) var file: String
  @Argument(help: .init(said("The policies.", "方案。"))) var policies: [String] = []
  @Option(help: .init(said("A metric; may be repeated.", "指标；可重复。"))) var on: [String] = []
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(ComparePolicies(policies: policies, metrics: on), on: [file], options, language)
  }
}

/// `probity rank FILE [P Q …]`
struct RankShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: said(
      "Policies in order, by the truth and by what is seen.", "按真实情况和机构所见给方案排名。"))
  @Argument(help: .init(said("The scenario.", "情景文件。"))) var file: String
  @Argument(help: .init(said("The policies; all unless given.", "方案；默认全部。")))
  var policies: [String] = []
  @Option(help: .init(said("A metric; may be repeated.", "指标；可重复。"))) var on: [String] = []
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(RankPolicies(policies: policies, metrics: on), on: [file], options, language)
  }
}

/// `probity attribute FILE [P]`
struct AttributeShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribute",
    abstract: said(
      "What each clause of a policy is worth, by leaving it out.", "逐条去掉，看方案每一条的作用。"))
  @Argument(help: .init(said("The scenario.", "情景文件。"))) var file: String
  @Argument(help: .init(said("The policy; the baseline unless given.", "方案；默认基准。"))) var policy:
    String?
  @Option(help: .init(said("A metric; may be repeated.", "指标；可重复。"))) var on: [String] = []
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(AttributePolicy(policy: policy, metrics: on), on: [file], options, language)
  }
}

/// `probity experiment FILE [NAME …]`
struct ExperimentShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiment",
    abstract: said("The experiments that the file declares.", "文件中声明的实验。"))
  @Argument(help: .init(said("The scenario.", "情景文件。"))) var file: String
  @Argument(help: .init(said("Names; all unless given.", "名称；默认全部。"))) var names: [String] = []
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(RunExperiments(names: names), on: [file], options, language)
  }
}

/// `probity check PATH …`
struct CheckShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: said("Reads, checks and judges norms; changes nothing.", "读取、校验并判断规范；不改动任何内容。"))
  @Argument(help: .init(said("Files or folders.", "文件或文件夹。"))) var paths: [String]
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(CheckTexts(paths: paths), on: [], options, language)
  }
}

/// `probity test PATH …`
struct TestShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: said("Every `expect`: passed, failed or undecided.", "逐条检验“预期”：通过、未通过或未定。"))
  @Argument(help: .init(said("Files or folders.", "文件或文件夹。"))) var paths: [String]
  @Option(
    help: ArgumentHelp(
      said("Also write a report in JUnit's form.", "同时写出 JUnit 格式的报告。"), valueName: "file"))
  var junit: String?
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(TestExpectations(paths: paths, junit: junit), on: [], options, language)
  }
}

/// `probity show WHAT FILE`: the same words as at the prompt, then the file.
struct ShowShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: said(
      "What was read, a declaration, or a metric by a grouping.", "查看读取的内容、一项声明，或分组的指标。"),
    discussion: said(
      "As at the prompt: probity show tree FILE, probity show incidence by year FILE.",
      "与提示符下相同：probity show 结构 文件，probity show 实际发生率 按 年 文件。"))
  @Argument(
    help: .init(said("What to show, then the scenario.", "要查看的内容，最后是情景文件。")))
  var words: [String]
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    guard words.count > 1, let file = words.last else { throw Complaint.nothingToShow }
    let text = ([Show.word.en] + words.dropLast()).joined(separator: " ")
    return try perform(typed: text, on: file, options, language)
  }
}

/// `probity trace FILE --run N [--policy P]`
struct TraceShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: said("The events of one run.", "一轮中的事件。"))
  @Argument(help: .init(said("The scenario.", "情景文件。"))) var file: String
  @Option(help: ArgumentHelp(said("Number of the run, from 1.", "轮次，从 1 起。"), valueName: "n"))
  var run: Int
  @Option(help: .init(said("The policy; the baseline unless given.", "方案；默认基准。"))) var policy:
    String?
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    let of = policy.map { " of \($0)" } ?? ""
    return try perform(
      typed: "\(TraceRun.word.en) run \(run)\(of)", on: file, options, language)
  }
}
