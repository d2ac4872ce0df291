import Support
import Testing

/// Published figures (evidence.md 10), as scenarios: they hold with other luck than the one they were written with, and
/// each cites where its figure is from.
@Suite struct Published {
  static let paths = files(below: repository + "/scenarios/published", suffix: ".probity")
    .map { repository + "/scenarios/published/" + $0 }

  @Test(arguments: paths, [7, 8])
  func holdsWithOtherLuck(_ path: String, _ seed: Int) {
    let outcome = run(probity, ["test", path, "--seed", String(seed)])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test(arguments: paths)
  func citesItsSource(_ path: String) {
    let outcome = run(probity, ["show", "scenario", path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("citation "))
    #expect(outcome.output.contains("source "))
  }
}
