import FoundationEssentials
import Model
import Plan
import Presentation
import Support
import Syntax
import Testing

@testable import Workbench

/// `save`: what is kept and what is written says the same as what was set.
@Suite struct Saving {
  private let file = repository + "/scenarios/binhai.probity"

  private func session(_ language: Language = .en) throws -> Session {
    var session = Session(Settings(language: language))
    try session.load([file])
    return session
  }

  @discardableResult
  private func type(_ text: String, in session: inout Session) throws -> String {
    let (entries, source) = try session.entries(of: text)
    #expect(entries.count == 1, "\(text)")
    return try session.answer(to: entries[0], in: source).drawn(as: .table)
  }

  @Test(arguments: [
    ["set rotation.every = 1 year"], ["set single_bid.yellow *= 1.25", "set rotation off"],
    ["set evaluation off"],
    ["set response.orange.verifies = 90%", "set reporting.hears += 1% per month"],
    ["set rotation.of = tender, payment", "set rotation.coverage 60%"],
    ["set tailored_spec.rate *= 0.5"], ["设定 轮岗.周期 = 2年", "设定 single_bid.黄色 = 25%"],
    ["set reporting.noise = 每1000人年 20"],
    ["set private_fuel.severity.sign = 90%", "set private_fuel.severity.violation = 10%"],
  ])
  func aPolicyThatIsKeptIsWhatWasSet(_ entries: [String]) throws {
    for language in Language.allCases {
      var session = try session(language)
      for entry in entries { try type(entry, in: &session) }
      let current = try #require(session.overlay)
      #expect(session.hasChangesBesidePolicies)
      try type("save policy calm \"Calm \\\"er\\\"\", \"平稳\"", in: &session)
      #expect(!session.hasChangesBesidePolicies && session.hasUnsavedChanges)
      let calm = try session.loaded().policy("calm")
      #expect(calm.arm.changes == current.arm.changes && calm.arm.phases == current.arm.phases)
      #expect(calm.differences == current.differences)
      #expect(calm.label == Wording("Calm \"er\"", "平稳"))
      #expect(session.overlay == current, "`current` goes on")
    }
  }

  @Test func theWholeIsWrittenAndReadAgain() throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for language in Language.allCases {
      let path = "\(folder)/mine_\(language.rawValue).probity"
      var session = try session(language)
      try type("set rotation.every = 1 year", in: &session)
      try type("save policy calm \"Calm\"", in: &session)
      try type("metric own { is count(alerts) / person_years }", in: &session)
      try type("use \"norms\"", in: &session)
      let told = try type("save \"\(path)\"", in: &session)
      #expect(told.contains(language == .en ? "3 declarations" : "本次声明 3 项"), "\(told)")
      #expect(!session.hasUnsavedChanges)
      let written = try Study(paths: [path], rules: nil)
      let study = try session.loaded()
      #expect(written.policies == study.policies && written.policies.contains { $0.name == "calm" })
      let names = study.policies.map(\.name)
      #expect(written.scenario.plan(policies: names) == study.scenario.plan(policies: names))
      #expect(written.metrics == study.metrics)
      let whole = try #require(text(of: path))
      expectNoDifference(
        try FormatText.text(of: Source(name: "", text: whole), in: nil, declared: []), whole)
      #expect(whole.hasPrefix("# Binhai district"), "comments stay")
    }
  }

  @Test func nothingIsWrittenOverUnlessAskedTwice() throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/a.probity"
    try Files.write("mine\n", to: path, over: false)
    var session = try session()
    #expect(throws: Complaint.self) { try type("save \"\(path)\"", in: &session) }
    try type("diff", in: &session)
    #expect(throws: Complaint.self) { try type("save \"\(path)\"", in: &session) }
    #expect(text(of: path) == "mine\n", "something else was typed between")
    try type("save \"\(path)\"", in: &session)
    #expect(text(of: path) != "mine\n")
    let outcome = run(probity, [file], input: "save \"\(path)\"\nsave \"\(path)\"\n")
    #expect(outcome.status == 2, "in a script the first refusal ends")
  }

  @Test func whatCouldNotBeReadThereIsNotWritten() throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/in", withIntermediateDirectories: true)
    try Files.write(
      "metric own { is count(alerts) }\n", to: folder + "/in/part.probity", over: false)
    let main = folder + "/in/main.probity"
    try Files.write(try Files.source(at: file).text + "use \"part\"\n", to: main, over: false)
    var session = Session(Settings(language: .en))
    try session.load([main])
    let complaint = #expect(throws: Complaint.self) {
      try type("save \"\(folder)/out.probity\"", in: &session)
    }
    #expect(complaint?.message.en == "it could not be read there; nothing was written")
    #expect(text(of: folder + "/out.probity") == nil)
    try type("save \"\(folder)/in/out.probity\"", in: &session)
    #expect(
      try Study(paths: [folder + "/in/out.probity"], rules: nil).scenario.metric("own") != nil)
  }

  @Test func aPolicyIsKeptAnewUnderItsName() throws {
    var session = try session()
    try type("set rotation.every = 6 years", in: &session)
    try type("save policy calm", in: &session)
    try type("policy other { extends calm; single_bid.yellow = 25% }", in: &session)
    try type("set rotation.every = 5 years", in: &session)
    #expect(session.hasChangesBesidePolicies)
    try type("save policy calm", in: &session)
    let other = try session.loaded().policy("other")
    #expect(
      other.differences.map { $0.after?.en } == ["5 years", "25%"], "what builds on it follows")
    #expect(throws: Problematic.self) { try type("save policy brisk", in: &session) }
    #expect(throws: Problematic.self) { try type("save policy other", in: &session) }
    #expect(try session.loaded().policies.count { $0.name == "calm" } == 1)
  }

  @Test func whatIsLostIsSaid() throws {
    var session = try session()
    #expect(!session.hasUnsavedChanges)
    try type("set rotation.every = 6 years", in: &session)
    #expect(session.unsaved.en.hasPrefix("Not saved: 1 change of `current`."))
    try type("policy mine { rotation.every = 4 years }", in: &session)
    #expect(session.unsaved.en.hasPrefix("Not saved: 1 change of `current` and 1 declaration"))
    try type("undo", in: &session)
    #expect(session.unsaved.zh.hasPrefix("未保存：本次声明 1 项。"))
  }

  @Test(arguments: [
    "save", "save policy", "save calm", "save \"\"", "save policy a, b", "save \"a\" as b",
  ])
  func whatCannotBeSavedIsTold(_ typed: String) throws {
    var session = try session()
    #expect(throws: Complaint.self) { try type(typed, in: &session) }
  }
}
