public import Syntax

/// Something that is wrong with a scenario, or worth a look: a case of its stage's enum, with its facts.
protocol Problem {
  /// The problem in words, with its place and the way out.
  var diagnostic: Diagnostic { get }
}

/// The problems of a reading, each once.
final class Problems {
  /// In order of finding.
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  /// Nothing is added while this is true: a trial reading.
  var isMuted = false

  /// Takes a problem down.
  func report(_ problem: some Problem) { report(problem.diagnostic) }

  /// Takes a diagnostic down, unless it stands already.
  func report(_ diagnostic: Diagnostic) {
    guard !isMuted, seen.insert(diagnostic).inserted else { return }
    diagnostics.append(diagnostic)
  }

  /// How many problems stop the scenario.
  var errors: Int { diagnostics.count { $0.severity == .error } }

  /// Whether anything stops the scenario.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// By file and place; notes after errors of the same place.
  var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      let first = (a.span.file, a.span.lower, a.number, left.offset)
      let second = (b.span.file, b.span.lower, b.number, right.offset)
      return first < second
    }.map(\.element)
  }
}

/// What a page of `explain` says about a code.
public struct Explanation: Sendable, Hashable {
  /// The code with its letter, such as `E0142`.
  public let code: String
  /// The problem in a few words.
  public let title: Wording
  /// What it means, and why it is a problem and not ignored.
  public let meaning: Wording
  /// A text that has the problem; empty where no single text can show it.
  public let wrong: String
  /// The text mended.
  public let right: String

  /// Makes a page.
  init(
    _ code: String, _ title: Wording, _ meaning: Wording, wrong: String, right: String
  ) {
    self.code = code
    self.title = title
    self.meaning = meaning
    self.wrong = wrong
    self.right = right
  }

  /// Every page, by code.
  public static let all: [Explanation] =
    (NameProblem.pages + DimensionProblem.pages + DistributionProblem.pages
    + OverlayProblem.pages + SchemeProblem.pages + SchemeProblem.controlPages
    + QuestionProblem.pages + RuleProblem.pages + TableProblem.pages)
    .sorted { $0.code.dropFirst() < $1.code.dropFirst() }

  /// The page of a code, with or without its letter.
  public static func page(_ code: String) -> Explanation? {
    let wanted = code.uppercased()
    return all.first { $0.code == wanted || $0.code.dropFirst() == wanted }
  }
}
