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
      return paper.tell(error, in: language)
    }
    return session.status
  }
}

/// `probity [FILE …]`
struct PromptShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt", abstract: "The prompt, with the files loaded (the default).")
  @Argument(help: "Scenarios to load.") var files: [String] = []
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
    commandName: "run", abstract: "Runs policies: metrics and targets.")
  @Argument(help: "The scenario.") var file: String
  @Option(help: "A policy; the baseline unless given. May be repeated.") var policy: [String] = []
  @Option(help: "A metric; may be repeated.") var on: [String] = []
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(RunPolicies(policies: policy, metrics: on), on: [file], options, language)
  }
}

/// `probity compare FILE P Q …`
struct CompareShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Paired differences of each policy against the first.")
  @Argument(help: "The scenario.") var file: String
  @Argument(help: "The policies.") var policies: [String] = []
  @Option(help: "A metric; may be repeated.") var on: [String] = []
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(ComparePolicies(policies: policies, metrics: on), on: [file], options, language)
  }
}

/// `probity experiment FILE [NAME …]`
struct ExperimentShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiment", abstract: "The experiments that the file declares.")
  @Argument(help: "The scenario.") var file: String
  @Argument(help: "Names; all unless given.") var names: [String] = []
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(RunExperiments(names: names), on: [file], options, language)
  }
}

/// `probity check PATH …`
struct CheckShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Reads, checks and judges norms; changes nothing.")
  @Argument(help: "Files or folders.") var paths: [String]
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(CheckTexts(paths: paths), on: [], options, language)
  }
}

/// `probity test PATH …`
struct TestShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Every `expect`: passed, failed or undecided.")
  @Argument(help: "Files or folders.") var paths: [String]
  @Option(help: ArgumentHelp("Also write a report in JUnit's form.", valueName: "file"))
  var junit: String?
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(TestExpectations(paths: paths, junit: junit), on: [], options, language)
  }
}

/// `probity show tree|scenario|plan FILE`
struct ShowShell: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A stage of what was read: tree, scenario or plan.")
  @Argument(help: "tree, scenario or plan.") var stage: String
  @Argument(help: "The scenario.") var file: String
  @OptionGroup var options: CommonOptions

  @MainActor func perform(_ language: Language) throws -> ExitStatus {
    try perform(Show(stage: try Show.Stage(word: stage)), on: [file], options, language)
  }
}
