import Measures
import Model
import Presentation
import Syntax

/// `test`: every `expect`, three-valued, with the figure and its interval.
struct TestExpectations: Command {
  static let word = Wording("test", "检验")
  static let usage = Wording("test", "检验")
  static let help = Wording(
    "whether each `expect` of the file holds: passed, failed or undecided",
    "逐条检验文件中的“预期”：通过、未通过或未定")
  static let examples = ["test"]

  /// Files or folders; empty is the scenario that is loaded.
  var paths: [String] = []
  /// Where a report in JUnit's form is written.
  var junit: String?

  init(_ arguments: CommandArguments) throws { paths = arguments.names }

  init(paths: [String], junit: String?) {
    self.paths = paths
    self.junit = junit
  }

  func perform(in session: inout Session) throws -> Exhibit {
    var judgements: [Judgement] = []
    var exhibit = Exhibit()
    if paths.isEmpty {
      judgements = try judge(try session.loaded(), in: &session)
    }
    for path in try paths.flatMap(Files.scenarios) {
      do {
        try session.load([path])
        judgements += try judge(try session.loaded(), in: &session)
      } catch let problematic as Problematic {
        session.status = session.status.worse(.failed)
        let problems = ProblemsExhibit(
          diagnostics: problematic.diagnostics, sources: problematic.sources,
          language: session.settings.language)
        exhibit.parts += problems.parts + [.line(Styled(problems.count(in: path))), .blank]
      }
    }
    let verdicts = judgements.map(\.verdict)
    if verdicts.contains(.failed) || verdicts.contains(.undefined) {
      session.status = session.status.worse(.failed)
    } else if verdicts.contains(.undecided) {
      session.status = session.status.worse(.undecided)
    }
    if let junit { try Files.write(JUnit(judgements).text, to: junit, over: true) }
    exhibit.append(
      TestExhibit(
        judgements: judgements, status: session.status, language: session.settings.language
      ).exhibit)
    return exhibit
  }

  private func judge(_ study: Study, in session: inout Session) throws -> [Judgement] {
    let loaded = study
    let all = loaded.expectations
    var judged: [(Int, Judgement)] = []
    for name in Self.distinct(all.map(\.experiment)) {
      let experiment = try name.map(loaded.experiment)
      let isOwn = session.settings.horizon == nil
      let study = isOwn ? loaded.over(experiment?.horizon) : loaded
      let own = study.expectations.enumerated().filter { $0.element.experiment == name }
      let claims = own.map(\.element.claim)
      let named = claims.flatMap { $0.left.questions + $0.right.questions }
      let policies = Self.distinct(named.map { $0.policy ?? "baseline" })
      guard !policies.isEmpty else { continue }
      var order = try session.order(policies, in: study)
      if let experiment {
        order = try session.order(for: experiment, in: study)
        order.policies = Self.distinct(order.policies + policies)
      }
      order.questions += named.map(\.question)
      let (results, making) = try session.project(order, in: study)
      guard !making.wasInterrupted else { throw Complaint.interrupted }
      for (index, expectation) in own {
        judged.append(
          (
            index,
            Judgement(
              expectation, at: study.place(of: expectation.claim.span), results: results,
              metrics: study.metrics)
          ))
      }
    }
    return judged.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The values in the order of their first standing.
  private static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Swift.Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}

extension Complaint {
  /// Ctrl-C, where half an answer is none.
  static let interrupted = Complaint(
    Wording("interrupted; nothing was judged", "已中断；未作判定"), status: .interrupted)
}

extension Study {
  /// The file and the line of a place.
  func place(of span: Span) -> (file: String, line: Int) {
    guard sources.indices.contains(span.file) else { return (name, 0) }
    let source = sources[span.file]
    return (source.name, source.position(of: span.lower).line)
  }
}
