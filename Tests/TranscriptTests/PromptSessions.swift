import Support
import Testing

/// The prompt of the program itself, on a pseudo-terminal, in both languages and at both widths.
@Suite struct PromptSessions {
  @Test(arguments: Transcript.files("prompt"))
  func session(_ session: Transcript) {
    transcript(session)
  }
}
