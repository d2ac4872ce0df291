import FoundationEssentials
import Support
import Syntax
import Testing
import Vocabulary

@Suite struct ReferenceTests {
  @Test func theReferenceIsUpToDate() throws {
    let path = repository + "/Sources/Vocabulary/REFERENCE.md"
    if isRecording { try Reference.markdown.write(toFile: path, atomically: true, encoding: .utf8) }
    #expect(text(of: path) == Reference.markdown, "record it with PROBITY_RECORD=1")
    #expect(!isRecording, "recorded")
  }

  @Test func theReferenceNamesEveryField() {
    let reference = Reference.markdown
    for row in SchemaRow.all {
      #expect(reference.contains(row.help.en) && reference.contains(row.help.zh))
      #expect(reference.contains("`\(row.example.zh)`") && row.example.zh != row.example.en)
    }
  }
}
