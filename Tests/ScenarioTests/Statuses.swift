import FoundationEssentials
import Support
import Testing

/// The exit statuses of interface.md 1, each by the program itself.
@Suite struct Statuses {
  private let scenario = "scenarios/binhai.probity"

  /// A scenario of the test's own, in a folder of its own.
  private func withText(_ extra: String, _ body: (String) throws -> Void) throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/own.probity"
    let whole = text(of: repository + "/" + scenario) ?? ""
    let own = whole.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("expect") }.joined(separator: "\n")
    try Data((own + extra + "\n").utf8).write(to: URL(filePath: path))
    try body(path)
  }

  @Test func doneAlsoWhenATargetIsMissed() {
    let outcome = run(probity, ["run", scenario, "--runs", "20", "--steady"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("✗ missed"))
    #expect(outcome.errors == "", "nothing but results")
  }

  @Test func aFileWithErrorsFails() throws {
    try withText("rotation other { of tender; coverge 80% }") { path in
      for command in ["check", "run", "test"] {
        #expect(run(probity, [command, path]).status == 1, "\(command)")
      }
      let outcome = run(probity, ["run", path])
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("error E0142"))
    }
  }

  @Test func anExpectationThatDoesNotHoldFails() throws {
    try withText("expect total_cost(brisk) < total_cost(baseline)") { path in
      let outcome = run(probity, ["test", path, "--runs", "40"])
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("1 failed. Status 1."))
    }
  }

  @Test func aBrokenNormFails() throws {
    try withText("norm strict { requires rotation.coverage >= 90%; of high_risk }") { path in
      let outcome = run(probity, ["check", path])
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("✗ broken"))
    }
  }

  @Test(arguments: [
    ["run", "no_such_file.probity"], ["run", "scenarios/binhai.probity", "--policy", "brsk"],
    ["run", "scenarios/binhai.probity", "--bogus"], ["rnu"], ["sweep", "x"], ["explain", "E9999"],
    ["run", "scenarios/binhai.probity", "--until", "incidence"], ["schema", "nothing_so_called"],
    ["run", "scenarios/binhai.probity", "--format", "xml"], ["run"],
    ["run", "scenarios/binhai.probity", "--rules", "no_such_folder"],
  ])
  func wrongUse(_ arguments: [String]) {
    let outcome = run(probity, arguments)
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(outcome.errors != "")
  }

  @Test func aCommandOfThePromptIsSentThere() {
    let outcome = run(probity, ["save"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("`save` is typed at the prompt"), "\(outcome.errors)")
  }

  @Test func anExpectationOnTheLineIsUndecided() throws {
    try withText("expect incidence(baseline) < 11.5 per 1000 person_years") { path in
      let outcome = run(probity, ["test", path, "--runs", "40"])
      #expect(outcome.status == 3, "\(outcome.output)")
      #expect(outcome.output.contains("? undecided"))
      #expect(outcome.output.contains("more runs"))
    }
  }

  @Test func interruptedKeepsWhatWasFinished() {
    // On a busy machine nothing may be finished after a second; the longer waits are for that.
    for seconds in [1, 5, 25] {
      let command =
        "timeout --preserve-status -s INT \(seconds) \(probity) run \(scenario) --runs 1000000"
      let outcome = run("/bin/bash", ["-c", command])
      #expect(outcome.status == 130, "\(outcome.errors)")
      if outcome.errors.contains("before two runs were finished"), seconds < 25 { continue }
      #expect(outcome.output.contains("Interrupted: what was finished is shown."))
      #expect(outcome.output.contains("incidence"))
      return
    }
  }

  @Test func helpAndVersionAreDone() {
    #expect(run(probity, ["--version"]).output == "0.1\n")
    let help = run(probity, ["--help"])
    #expect(help.status == 0)
    for status in ["0 ", "1 ", "2 ", "3 ", "130 "] {
      #expect(help.output.contains("\n  \(status)"), "the table of statuses stands in --help")
    }
  }

  @Test func withoutATerminalTheFirstErrorEnds() {
    let outcome = run(
      probity, [scenario, "--steady"], input: "diff\nset rotation.evry = 1 year\nhelp month\n")
    #expect(outcome.status == 1)
    #expect(outcome.output == "current is as the baseline.\n", "nothing is echoed, nothing follows")
    #expect(outcome.errors.contains("error E0172"))
    #expect(run(probity, [scenario], input: "rnu\n").status == 2)
    #expect(run(probity, [scenario], input: "diff\nquit\n").status == 0)
  }

  @Test func formattingIsChecked() throws {
    try withText("rotation  {  coverage 80%  }") { path in
      #expect(run(probity, ["fmt", "--check", path]).status == 1)
      let outcome = run(probity, ["fmt", path])
      #expect(outcome.status == 0)
      #expect(outcome.output == "")
      #expect(outcome.errors == "formatted \(path)\n")
      #expect(run(probity, ["fmt", "--check", path]).status == 0)
      #expect(run(probity, ["fmt", path]).errors == "", "nothing was changed")
    }
  }

  @Test func commandsInAFileAreCarriedOutInOrder() throws {
    try withText("set rotation.every = 2 years\ndiff") { path in
      let outcome = run(probity, [path], input: "undo\n")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        outcome.output == """
          current: rotation.every  3 years -> 2 years   (1 change; `undo` takes it back)
          current against baseline, 1 change:   rotation.every  3 years -> 2 years
          Took back: rotation.every  3 years -> 2 years

          """)
    }
  }

  @Test func filesOutsideTheFolderOfTheScenarioAreNotRead() throws {
    try withText("use \"../outside\"") { path in
      let outside = folder(of: folder(of: path)) + "/outside.probity"
      try Data("metric nothing { is count(alerts) }\n".utf8).write(to: URL(filePath: outside))
      defer { try? FileManager.default.removeItem(atPath: outside) }
      let outcome = run(probity, ["check", path])
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("error E0136"))
    }
    try withText("use \"inside\"") { path in
      let inside = folder(of: path) + "/inside.probity"
      try Data("metric nothing { is count(alerts) }\n".utf8).write(to: URL(filePath: inside))
      #expect(run(probity, ["run", path, "--on", "nothing", "--runs", "4"]).status == 0)
    }
  }

  @Test func rulesOfAnotherFolderAreRecorded() {
    let outcome = run(
      probity, ["run", scenario, "--runs", "4", "--rules", "rules", "--format", "csv"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("scenario,policy,metric"))
    let lines = outcome.output.split(whereSeparator: \.isNewline)
    #expect(lines.allSatisfy { $0.hasSuffix(",rules") }, "a column and its value")
  }

  @Test func aReportForContinuousIntegration() throws {
    try withText("expect total_cost(brisk) < total_cost(baseline)") { path in
      let report = folder(of: path) + "/report.xml"
      #expect(run(probity, ["test", path, "--runs", "20", "--junit", report]).status == 1)
      let xml = try #require(text(of: report))
      #expect(xml.contains("tests=\"1\" failures=\"1\" skipped=\"0\""))
      #expect(xml.contains("total_cost(brisk) &lt; total_cost(baseline)"))
    }
  }
}
