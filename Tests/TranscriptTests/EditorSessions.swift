import LineEditor
import Support
import Testing

/// The line editor on a pseudo-terminal, played against a probe that says what it read.
@Suite struct EditorSessions {
  @Test(arguments: Transcript.files("editor"))
  func session(_ session: Transcript) {
    transcript(session, of: built("EditorProbe"))
  }

  @Test func withoutATerminalNothingIsEchoed() {
    let outcome = run(built("EditorProbe"), input: "运行\npolicy a {\n}\nlast")
    expectNoDifference(
      outcome.output, "read \"运行\"\nread \"policy a {\\n}\"\nread \"last\"\n")
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test func anEntryCutShortByTheEndIsStillHandedOver() {
    #expect(run(built("EditorProbe"), input: "policy a {").output == "read \"policy a {\"\n")
  }

  @Test func widthComesFromTheEnvironmentWithoutATerminal() {
    #expect(
      Device.width(of: .input) == Device.environment("COLUMNS").flatMap { Int($0) }
        || Device.Stream.input.isTerminal)
  }
}
