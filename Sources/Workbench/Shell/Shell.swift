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
    let language = language(of: arguments)
    let command: any ParsableCommand
    do {
      command = try ProbityProgram.parseAsRoot(arguments)
    } catch {
      return tell(error, language)
    }
    guard let command = command as? any ShellCommand else {
      Paper.put(ProbityProgram.helpMessage(columns: 80), on: 1)
      return .done
    }
    do {
      return try command.perform(language)
    } catch {
      return Paper().tell(error, in: language)
    }
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

  /// `--lang`, or the language of the locale.
  private static func language(of arguments: [String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = Language(rawValue: String(argument.dropFirst(7)))
      {
        return language
      }
    }
    return Language.ofLocale
  }
}

extension Language {
  /// The language that the locale asks for, as GNU programs read it; English unless it is Chinese.
  static var ofLocale: Language {
    let names = ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
    let found = names.compactMap { Device.environment($0) }.first { !$0.isEmpty }
    return found?.hasPrefix("zh") == true ? .zh : .en
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
    discussion: """
      Without a command: the prompt, with the files loaded. Every command works the same at the prompt.

      EXIT STATUS
      \(ExitStatus.allCases.map { "  \($0.rawValue)\($0.rawValue < 100 ? "    " : "  ")\($0.meaning.en)" }.joined(separator: "\n"))
      """,
    version: Version.number,
    subcommands: [
      PromptShell.self, RunShell.self, CompareShell.self, ExperimentShell.self, CheckShell.self,
      TestShell.self, FormatShell.self, SchemaShell.self, ExplainShell.self, ShowShell.self,
      NewShell.self,
    ], defaultSubcommand: PromptShell.self)
}
