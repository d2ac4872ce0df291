import Model
import Presentation
import Syntax

/// `explain`: what a code means, with a text that has the problem and the text mended.
struct Explain: Command {
  static let word = Wording("explain", "解释")
  static let usage = Wording("explain CODE", "解释 代码")
  static let help = Wording("what the code of a problem means", "问题代码的含义")
  static let examples = ["explain E0142"]

  let codes: [String]

  init(_ arguments: CommandArguments) throws { codes = arguments.names }

  init(codes: [String]) { self.codes = codes }

  func perform(in session: inout Session) throws -> Exhibit {
    let language = session.settings.language
    guard let code = codes.first else {
      return Exhibit(
        [.table(Self.list(in: language))])
    }
    let pages = Self.pages(of: code)
    guard !pages.isEmpty else {
      throw Complaint(
        Wording("there is no code `\(code)`", "没有代码“\(code)”"),
        hints: [Wording("`explain` alone lists them all", "只输入“解释”可列出全部代码")])
    }
    return Exhibit(pages.flatMap { Self.parts($0, language) })
  }

  private static func parts(_ page: Page, _ language: Language) -> [Exhibit.Part] {
    func block(_ title: Wording, _ text: String) -> [Exhibit.Part] {
      guard !text.isEmpty else { return [] }
      let source = Source(name: page.code, text: text)
      let shown = (try? FormatText.text(of: source, in: language, declared: [])) ?? text
      let lines = shown.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
      return [.line(Styled("  \(title[language])")), .preformatted(lines)]
    }
    return [
      .line(Styled("\(page.code) ", .strong) + Styled(page.title[language])),
      .prose(Styled(page.meaning[language])),
    ] + block(Wording("wrong", "错误写法"), page.wrong) + block(Wording("right", "正确写法"), page.right)
  }

  /// A page, whichever stage the code is of.
  typealias Page = (code: String, title: Wording, meaning: Wording, wrong: String, right: String)

  /// Every page, by code: of the grammar, then of meaning.
  static let pages: [Page] =
    (GrammarPage.all.map { ($0.code, $0.title, $0.meaning, $0.wrong, $0.right) }
    + Explanation.all.map { ($0.code, $0.title, $0.meaning, $0.wrong, $0.right) })
    .sorted { $0.code.dropFirst() < $1.code.dropFirst() }

  /// The pages of a code, with or without its letter.
  static func pages(of code: String) -> [Page] {
    let wanted = code.uppercased()
    return pages.filter { $0.code == wanted || $0.code.dropFirst() == wanted }
  }

  private static func list(in language: Language) -> Table {
    Table(
      columns: [.init(), .init()],
      rows: Self.pages.map {
        [.init(Styled($0.code)), .init(Styled($0.title[language]))]
      })
  }
}
