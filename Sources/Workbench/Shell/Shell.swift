import ArgumentParser
import Glibc
import LineEditor
import Syntax

/// The program as the shell calls it: arguments in, exit status out.
@MainActor
public enum Shell {
  /// Carries out what the arguments ask for; the status with which the program is to end.
  public static func run(_ arguments: [String]) -> ExitStatus {
    signal(SIGPIPE, SIG_IGN)
    let language = Language.asked(by: arguments) ?? .ofLocale
    var parsed: any ParsableCommand
    do {
      parsed = try ProbityProgram.parseAsRoot(withoutLanguage(arguments))
      // What is no command of ours is the parser's own: it shows help.
      if !(parsed is any ShellCommand) { try parsed.run() }
    } catch {
      return tell(error, language)
    }
    do {
      return try (parsed as? any ShellCommand)?.perform(language) ?? .done
    } catch {
      return Paper().tell(error, in: language)
    }
  }

  /// `--help` of the whole program in a language: the program itself has no options.
  private static func withoutLanguage(_ arguments: [String]) -> [String] {
    let isHelp = ["--help", "-h"].contains(arguments.first) && arguments.count <= 3
    return isHelp && Language.asked(by: arguments) != nil ? ["--help"] : arguments
  }

  /// Help and version are asked for; everything else that parsing throws is wrong use.
  private static func tell(_ error: any Error, _ language: Language) -> ExitStatus {
    let text = ProbityProgram.fullMessage(for: error, columns: 80)
    guard ProbityProgram.exitCode(for: error) == .success else {
      Paper.put(text.hasSuffix("\n") ? text : text + "\n", on: 2)
      return .wrongUse
    }
    Paper.put(text.hasSuffix("\n") ? text : text + "\n", on: 1)
    return .done
  }
}

/// A command of the shell.
protocol ShellCommand: ParsableCommand {
  /// Carries it out in a language.
  @MainActor func perform(_ language: Language) throws -> ExitStatus
}

/// The whole program.
struct ProbityProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probity",
    abstract:
      "What would happen under which mechanism against misconduct: synthetic officials only.",
    discussion: said(
      "Without a command: the prompt, with the files loaded. Every command works the same there.",
      "不写命令：进入提示符并载入文件；各命令在那里同样可用。") + "\n\n" + statuses,
    version: Version.number,
    subcommands: [
      PromptShell.self, RunShell.self, CompareShell.self, RankShell.self, AttributeShell.self,
      DescribeShell.self,
      ExperimentShell.self, CheckShell.self,
      TestShell.self, FormatShell.self, SchemaShell.self, ExplainShell.self, ShowShell.self,
      TraceShell.self, NewShell.self,
    ], defaultSubcommand: PromptShell.self)

  /// The table of exit statuses.
  private static var statuses: String {
    let lines = ExitStatus.allCases.map { status in
      "  \(status.rawValue)\(status.rawValue < 100 ? "    " : "  ")\(status.meaning[.ofProcess])"
    }
    return ([said("EXIT STATUS", "退出状态")] + lines).joined(separator: "\n")
  }
}
