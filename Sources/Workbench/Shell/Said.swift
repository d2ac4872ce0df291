import LineEditor
import Syntax

extension Language {
  /// The language of this process: `--lang`, or else that of the locale.
  static let ofProcess = Language.asked(by: CommandLine.arguments) ?? Language.ofLocale

  /// What `--lang` asks for.
  static func asked(by arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
    }
    return nil
  }

  /// The language that the locale asks for, as GNU programs read it; English unless it is Chinese.
  static var ofLocale: Language {
    let names = ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
    let found = names.compactMap { Device.environment($0) }.first { !$0.isEmpty }
    return found?.hasPrefix("zh") == true ? .zh : .en
  }
}

/// A text of `--help` in the language of the process.
func said(_ en: String, _ zh: String) -> String { Wording(en, zh)[.ofProcess] }
