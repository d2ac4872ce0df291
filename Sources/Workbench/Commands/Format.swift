import Presentation
import Syntax
import Vocabulary

/// `fmt`: lays texts out anew, and translates their keywords.
struct FormatText: Command {
  static let word = Wording("fmt", "排版")
  static let usage = Wording("fmt [to en|zh]", "排版 [至 en|zh]")
  static let help = Wording(
    "the text in its canonical layout, or with the keywords of the other language",
    "按规范排版，或把关键词换成另一种语言")
  static let examples = ["fmt", "fmt to zh"]

  /// The language to write in; nil keeps the words.
  let language: Language?

  init(_ arguments: CommandArguments) throws {
    language = try arguments.names(after: .to).first.map(Self.language)
  }

  /// The language of a word.
  static func language(_ word: String) throws -> Language {
    guard let language = Language(rawValue: word) else {
      throw Complaint(
        Wording("`\(word)` is no language of Probity", "“\(word)”不是本程序的语言"),
        hints: [Wording("en or zh", "en 或 zh")])
    }
    return language
  }

  func perform(in session: inout Session) throws -> Exhibit {
    let study = try session.loaded()
    guard let source = study.sources.first else { return Exhibit() }
    let text = try Self.text(of: source, in: language, declared: study.names)
    return Exhibit([.preformatted(text)])
  }

  /// A text laid out anew; a text with errors is a problem.
  static func text(of source: Source, in language: Language?, declared: [String]) throws -> String {
    let parse = parse(source)
    guard !parse.hasErrors else {
      throw Problematic(diagnostics: parse.diagnostics, sources: [source])
    }
    guard let language else { return Formatter().text(of: parse) }
    let translation = Translation(
      of: parse.program, into: language, heads: Commands.all.map { $0.word },
      arguments: Show.Stage.allCases.map(\.word) + [Show.events], declared: declared)
    return Formatter(language: language) { translation.spelling(of: $0.token) }.text(of: parse)
  }
}
