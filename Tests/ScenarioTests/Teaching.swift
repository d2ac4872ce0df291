import Measures
import Model
import Support
import Syntax
import Testing

@testable import Workbench

/// What an expectation teaches: `# teaches EXPECT by CHANGE` names an expectation of the file, as it is written,
/// and a change, as a policy writes it, that takes the mechanism away. With the change in every policy of the
/// expectation it must fail, whole interval and all; an expectation that holds whatever is switched off teaches nothing.
@Suite struct Teaching {
  /// One such line.
  struct Lesson: CustomStringConvertible {
    var path: String
    var expectation: String
    var change: String
    var description: String {
      "\(path.dropFirst(repository.count + 1)): \(expectation) by \(change)"
    }
  }

  /// What the benchmark expects is agreement with other programs, not a lesson.
  static let paths = Scenarios.paths.filter { !$0.contains("/benchmark/") }

  static let lessons: [Lesson] = paths.flatMap { path in
    let text = (try? Files.source(at: path))?.text ?? ""
    return text.split(separator: "\n").compactMap { line -> Lesson? in
      let opening = "# teaches "
      guard line.hasPrefix(opening), let by = line.firstRange(of: " by ") else { return nil }
      return Lesson(
        path: path, expectation: String(line[..<by.lowerBound].dropFirst(opening.count)),
        change: String(line[by.upperBound...]))
    }
  }

  @Test(arguments: paths)
  func everyFileTeachesSomething(_ path: String) {
    #expect(Self.lessons.contains { $0.path == path })
  }

  @Test(arguments: lessons)
  func withoutTheMechanismItFails(_ lesson: Lesson) throws {
    let source = try Files.source(at: lesson.path)
    let study = try Study(source)
    let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
    let number = try #require(
      lines.firstIndex { $0 == "expect \(lesson.expectation)" }, "no such expectation")
    let expectation = try #require(
      study.expectations.first { study.place(of: $0.claim.span).line == number + 1 })
    let policies = Self.policies(of: expectation)
    let added = policies.map { policy in
      let base = policy == "baseline" ? "" : "extends \(policy); "
      return "policy \(Self.changed(policy)) { \(base)\(lesson.change) }\n"
    }
    var changed = try Study(Source(name: source.name, text: source.text + added.joined()))
    changed.expectations = []
    let verdict = try Self.verdict(of: Self.redirected(expectation), in: changed)
    #expect(verdict == .failed)
  }

  private static func changed(_ policy: String) -> String { policy + "_changed" }

  private static func policies(of expectation: Model.Expectation) -> [String] {
    let claim = expectation.claim
    return Set((claim.left.questions + claim.right.questions).map { $0.policy ?? "baseline" })
      .sorted()
  }

  /// The expectation asked of the changed policies.
  private static func redirected(_ expectation: Model.Expectation) -> Model.Expectation {
    func redirected(_ term: ClaimTerm) -> ClaimTerm {
      switch term {
      case .number: term
      case .question(let question, let policy):
        .question(question, policy: changed(policy ?? "baseline"))
      case .combined(let left, let operation, let right):
        .combined(redirected(left), operation, redirected(right))
      }
    }
    var other = expectation
    other.claim.left = redirected(expectation.claim.left)
    other.claim.right = redirected(expectation.claim.right)
    return other
  }

  private static func verdict(of expectation: Model.Expectation, in study: Study) throws -> Verdict
  {
    var session = Session(Settings(language: .en))
    session.settings.threads = 1
    session.study = study
    var order = try session.order(policies(of: expectation), in: study)
    let claim = expectation.claim
    order.questions = (claim.left.questions + claim.right.questions).map(\.question)
    // Most fail so clearly that a quarter of the runs tells; the others have all of them.
    let all = order.runs
    var verdict = Verdict.undecided
    for runs in [max(20, all / 4), all] where verdict != .failed {
      order.runs = runs
      let (results, _) = try session.project(order, in: study)
      verdict =
        Judgement(
          expectation, at: study.place(of: claim.span), results: results, metrics: study.metrics
        ).verdict
    }
    return verdict
  }
}
