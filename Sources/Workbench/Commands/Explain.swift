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
    guard let page = Explanation.page(code) else {
      throw Complaint(
        Wording("there is no code `\(code)`", "没有代码“\(code)”"),
        hints: [Wording("`explain` alone lists them all", "只输入“解释”可列出全部代码")])
    }
    func block(_ title: Wording, _ text: String) -> [Exhibit.Part] {
      guard !text.isEmpty else { return [] }
      let source = Source(name: page.code, text: text)
      let shown = (try? FormatText.text(of: source, in: language, declared: [])) ?? text
      let lines = shown.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
      return [.line(Styled("  \(title[language])")), .preformatted(lines)]
    }
    return Exhibit(
      [
        .line(Styled("\(page.code) ", .strong) + Styled(page.title[language])),
        .prose(Styled(page.meaning[language])),
      ] + block(Wording("wrong", "错误写法"), page.wrong) + block(Wording("right", "正确写法"), page.right))
  }

  private static func list(in language: Language) -> Table {
    Table(
      columns: [.init(), .init()],
      rows: Explanation.all.map {
        [.init(Styled($0.code)), .init(Styled($0.title[language]))]
      })
  }
}
