import Glibc
import LineEditor
import Model
import Presentation
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
    var begun = try session()
    // `edit` asks for a terminal and an editor: one that leaves the text as it is.
    begun.isInteractive = true
    setenv("EDITOR", "true", 1)
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

  @Test func noTwoStagesShareACode() {
    let pages = GrammarPage.all.map(\.code) + Explanation.all.map(\.code)
    let numbers = pages.map { $0.dropFirst() }
    let twice = Dictionary(grouping: numbers) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    #expect(twice.isEmpty, "\(twice)")
    let told = ["SyntaxTests", "ModelTests"].map { suite in
      let folder = "\(repository)/Tests/\(suite)/Golden/problems"
      return Swift.Set(files(below: folder, suffix: ".golden").map { $0.prefix(5) })
    }
    #expect(told[0].count > 20 && told[1].count > 50)
    #expect(told[0].isDisjoint(with: told[1]), "\(told[0].intersection(told[1]))")
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

  @Test func nothingThatWasSetIsLost() throws {
    var session = try session()
    func changes() -> [String] { session.overlay?.differences.map { $0.path.en } ?? [] }
    try type("set rotation.every = 1 year", in: &session)
    try type("set evaluation off", in: &session)
    #expect(changes() == ["rotation.every", "evaluation"])
    try type("undo", in: &session)
    try type("use \"norms\"", in: &session)
    #expect(changes() == ["rotation.every"], "the overlay outlives what is added to the scenario")
    try type("redo", in: &session)
    #expect(changes().count == 2)
    try type("reset", in: &session)
    #expect(changes().isEmpty && !session.hasChangesBesidePolicies)
    try type("use \"metrics\"", in: &session)
    try type("undo", in: &session)
    #expect(changes().count == 2)
    try type("redo", in: &session)
    #expect(changes().isEmpty)
    try type("undo", in: &session)
    try type("undo", in: &session)
    #expect(changes() == ["rotation.every"])
  }

  @Test(arguments: [
    ("show rotation", "coverage 80%"), ("show response.red", "response red {"),
    ("show brisk", "rotation.every  3 years -> 1 year"), ("show norms", "✓ kept"),
    ("show incidence", "is count(offences) / person_years"), ("显示 实际发生率", "metric incidence"),
    ("show rotation, evaluation", "review evaluation"),
  ])
  func shows(_ typed: String, _ expected: String) throws {
    var session = try session()
    let (entries, source) = try session.entries(of: typed)
    let exhibit = try session.answer(to: entries[0], in: source)
    #expect(exhibit.drawn(as: .table).contains(expected))
  }

  @Test func whatCannotBeShownIsTold() throws {
    var session = try session()
    for (typed, hint) in [
      ("show rotaton", "did you mean `rotation`?"), ("show", "a declared name"),
      ("show rotation over 3", "`help show` shows how"),
      ("show incidence where stage = crime, risk_level = high", "join several"),
      ("trace run 3 where (month > 3, month < 9)", "join several"),
      ("trace run 0", "runs are counted from 1"),
      ("show lesson", "`show scenario` shows all"),
    ] {
      let complaint = #expect(throws: Complaint.self) { try type(typed, in: &session) }
      #expect(complaint?.hints.first?.en.hasPrefix(hint) == true, "\(typed)")
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
    ("轮岗 { 周", ["周期"]), ("帮助 轮岗.覆", ["轮岗.覆盖"]), ("show pl", ["plan"]), ("show bri", ["brisk"]),
    ("show verification_r", ["verification_rate"]), ("show incidence wh", ["where"]),
    ("show incidence by ye", ["year"]), ("trace run 17 of bri", ["brisk"]), ("trace ru", ["run"]),
    ("show events ale", ["alerts"]), ("追踪 第17次 查", ["查实件"]), ("save po", ["policy"]),
    ("help acfe", ["acfe2024", "acfe2022", "acfe2020"]), ("显示 实际发生率 按 风险点, 单", ["单位"]),
    ("show incidence by year of bri", ["brisk"]),
    ("show incidence where st", ["stage", "status", "step_time", "step"]),
    ("显示 实际", ["实际发生率"]),
    ("help verification_r", ["verification_rate"]), ("review x { covers 40 %", []),
    ("lang z", ["zh"]), ("response yellow { by u", ["unit"]), ("运行 看 实际", ["实际发生率"]),
  ])
  func completion(_ typed: String, _ expected: [String]) throws {
    let completion = Completer(try session()).completion(of: typed, at: typed.count)
    #expect(completion.matches == expected)
  }

  @Test func categoriesAreOfferedWherePostsAreSelected() throws {
    let file = repository + "/scenarios/law_enforcement.probity"
    var session = Session(Settings(language: .en))
    session.study = try Study(paths: [file], rules: nil)
    let completer = Completer(session)
    func offered(_ typed: String) -> [String] {
      completer.completion(of: typed, at: typed.count).matches
    }
    #expect(offered("rotation { of cat") == ["category.fieldwork", "category.office"])
    #expect(offered("set rotation.of = 岗位类") == ["岗位类别.fieldwork", "岗位类别.office"])
    #expect(offered("rotation { every cat") == [])
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
