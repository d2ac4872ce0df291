import LineEditor
import Model
import Support
import Syntax
import Testing

@testable import Workbench

/// What help, completion and tests read of every command is true.
@Suite struct CommandWords {
  private func session() throws -> Session {
    var session = Session(Settings(language: .en))
    session.settings.runs = 4
    session.settings.isSteady = true
    session.study = try Study(paths: [repository + "/scenarios/binhai.probity"], rules: nil)
    return session
  }

  private func type(_ text: String, in session: inout Session) throws {
    let (entries, source) = try session.entries(of: text)
    #expect(entries.count == 1, "\(text)")
    for entry in entries { _ = try session.answer(to: entry, in: source) }
  }

  @Test func everyExampleRunsInBothLanguages() throws {
    let begun = try session()
    for command in Commands.all {
      #expect(!command.examples.isEmpty, "\(command.word.en)")
      for example in command.examples {
        for language in Language.allCases {
          var session = begun
          try type("set rotation.every = 2 years", in: &session)
          if command.word.en == "redo" { try type("undo", in: &session) }
          try type(CommandHelp.spelled(example, in: language), in: &session)
        }
      }
    }
  }

  @Test(arguments: GrammarPage.samples.map(\.wrong))
  func grammarPagesShowOneProblemAndItsMend(_ wrong: String) throws {
    let right = try #require(GrammarPage.samples.first { $0.wrong == wrong }).right
    let told = parse(Source(name: "wrong", text: wrong + "\n")).diagnostics
    #expect(Swift.Set(told.map(\.number)).count == 1, "\(told.map(\.code))")
    let mended = parse(Source(name: "right", text: right + "\n")).diagnostics
    #expect(mended.isEmpty, "\(mended.map(\.code))")
  }

  @Test func everyCodeOfTheGrammarHasAPage() {
    let golden = files(below: repository + "/Tests/SyntaxTests/Golden/problems", suffix: ".golden")
    #expect(golden.count > 20)
    for name in golden {
      let code = String(name.prefix(5))
      #expect(GrammarPage.all.contains { $0.code.dropFirst() == code.dropFirst() }, "\(code)")
    }
    let codes = GrammarPage.all.map(\.code)
    #expect(Swift.Set(codes).count == codes.count, "\(codes)")
  }

  @Test func everyCommandHasItsOwnWords() {
    let words = Commands.all.flatMap { [$0.word.en, $0.word.zh] }
    #expect(Swift.Set(words).count == words.count)
    #expect(Commands.heads.count == words.count)
    for command in Commands.all {
      #expect(command.usage.en.hasPrefix(command.word.en))
      #expect(command.usage.zh.hasPrefix(command.word.zh))
      #expect(command.help.en != command.help.zh)
    }
  }

  @Test func anExperimentWithABlockIsDeclaredAndWithoutOneIsRun() throws {
    var session = try session()
    try type("experiment mine { compare baseline, brisk; on incidence; runs 4 }", in: &session)
    #expect(session.study?.scenario.experiments.last?.name == "mine")
    try type("experiment mine", in: &session)
  }

  @Test(arguments: [
    ("comp", ["compare"]), ("比", ["比较"]), ("set rotation.ev", ["rotation.every"]),
    ("compare baseline, br", ["brisk"]), ("compare baseline, brisk on inci", ["incidence"]),
    ("set rotation.every = 1 y", ["years", "year"]), ("rotation { ev", ["every"]),
    ("轮岗 { 周", ["周期"]), ("帮助 轮岗.覆", ["轮岗.覆盖"]), ("show p", ["plan"]),
    ("help verification_r", ["verification_rate"]), ("review x { covers 40 %", []),
    ("lang z", ["zh"]), ("response yellow { by u", ["unit"]), ("运行 看 实际", ["实际发生率"]),
  ])
  func completion(_ typed: String, _ expected: [String]) throws {
    let completion = Completer(try session()).completion(of: typed, at: typed.count)
    #expect(completion.matches == expected)
  }

  @Test func onlyFittingUnitsAreOffered() throws {
    let completer = Completer(try session())
    func units(_ typed: String) -> [String] {
      completer.completion(of: typed, at: typed.count).matches
    }
    #expect(units("set rotation.coverage = 80 ") == ["%", "‰"])
    #expect(units("rotation { every 3 ").allSatisfy { Words.unit($0)?.word.isTime == true })
    #expect(units("rotation { every 3 ").contains("years"))
  }
}
