import Model
import Presentation
import Syntax

/// `check`: reads texts and judges norms; changes nothing and runs nothing.
struct CheckTexts: Command {
  static let word = Wording("check", "校验")
  static let usage = Wording("check", "校验")
  static let help = Wording(
    "all problems of the scenario, and whether it keeps its norms", "列出情景的全部问题，并判断是否符合规范")
  static let examples = ["check"]

  /// Files or folders; empty is the scenario that is loaded.
  var paths: [String] = []

  init(_ arguments: CommandArguments) throws { paths = arguments.names }

  init(paths: [String]) { self.paths = paths }

  func perform(in session: inout Session) throws -> Exhibit {
    guard !paths.isEmpty else {
      return check(try session.loaded().reading, in: &session)
    }
    var exhibit = Exhibit()
    for path in try paths.flatMap(Files.scenarios) {
      if !exhibit.parts.isEmpty { exhibit.parts.append(.blank) }
      exhibit.append(try check(path, in: &session))
    }
    return exhibit
  }

  private func check(_ path: String, in session: inout Session) throws -> Exhibit {
    do {
      let source = try Files.source(at: path)
      let library = try Files(rules: session.settings.rules).library(for: path)
      return check(read(source, library: library, commands: Commands.heads), in: &session)
    } catch let problematic as Problematic {
      session.status = session.status.worse(.failed)
      let problems = ProblemsExhibit(
        diagnostics: problematic.diagnostics, sources: problematic.sources,
        language: session.settings.language)
      return Exhibit(problems.parts + [.line(Styled(problems.count(in: path)))])
    }
  }

  private func check(_ reading: Reading, in session: inout Session) -> Exhibit {
    let language = session.settings.language
    let problems = ProblemsExhibit(
      diagnostics: reading.diagnostics, sources: reading.sources, language: language)
    var parts = problems.parts
    if !parts.isEmpty { parts.append(.blank) }
    if let scenario = reading.scenario, !scenario.norms.isEmpty {
      let norms = NormsTable(norms: scenario.norms, language: language)
      parts += [.table(norms.table), .blank, .rows(norms.rows)]
      if norms.isBroken { session.status = session.status.worse(.failed) }
    }
    var last = problems.count(in: reading.sources.first?.name ?? "")
    if reading.hasErrors {
      session.status = session.status.worse(.failed)
      let code = reading.diagnostics.first { $0.severity == .error }?.code ?? ""
      last += Wording(" Nothing was run.   explain \(code)", "未运行。   解释 \(code)")[language]
    }
    return Exhibit(parts + [.line(Styled(last))])
  }
}

/// Norms with whether the baseline keeps them, and which policies do not.
struct NormsTable {
  let norms: [Norm]
  let language: Language

  /// Whether the baseline breaks one; what a policy breaks is shown and no failure of the file.
  var isBroken: Bool {
    norms.flatMap(\.verdicts).contains { !$0.isKept && $0.policy == "baseline" }
  }

  var table: Table {
    func title(_ en: String, _ zh: String) -> Table.Cell {
      .init(Styled(Wording(en, zh)[language]))
    }
    return Table(
      columns: [
        .init(title("Norms", "规范")), .init(title("policy", "方案")),
        .init(title("requires", "要求"), rank: 1), .init(title("found", "实为"), .trailing),
        .init(title("verdict", "判定")),
      ], rows: norms.flatMap(rows))
  }

  /// Every norm and policy, for machines.
  var rows: TidyRows {
    TidyRows(
      schema: "probity.norms/1", columns: ["norm", "policy", "requires", "found", "kept"],
      rows: norms.flatMap { norm in
        norm.verdicts.map { verdict in
          [
            .text(norm.name), .text(verdict.policy), .text(verdict.requirement),
            .text(verdict.found[language]), .truth(verdict.isKept),
          ]
        }
      })
  }

  private func rows(_ norm: Norm) -> [Table.Row] {
    norm.verdicts.filter { $0.policy == "baseline" || !$0.isKept }.map { verdict in
      let word =
        verdict.isKept
        ? Styled(Wording("✓ kept", "✓ 符合")[language], .good)
        : Styled(Wording("✗ broken", "✗ 不符")[language], .bad)
      return .init([
        .init(Styled(norm.label[language])), .init(Styled(verdict.policy)),
        .init(Styled(requirement(of: verdict))), .init(Styled(verdict.found[language])),
        .init(word),
      ])
    }
  }

  /// What is required, in the words of the language.
  private func requirement(of verdict: Norm.Verdict) -> String {
    let head = "norm x { requires "
    let source = Source(name: "norm", text: "\(head)\(verdict.requirement) }")
    guard let text = try? FormatText.text(of: source, in: language, declared: []) else {
      return verdict.requirement
    }
    let start = text.firstIndex(of: "{").map { text.index($0, offsetBy: 2) } ?? text.startIndex
    return text[start...].drop { $0 != " " }.dropFirst().prefix { $0 != "}" }
      .trimmingSuffix { $0 == " " }
  }
}

extension StringProtocol {
  /// The text without the characters at its end that are so.
  fileprivate func trimmingSuffix(while isLeft: (Character) -> Bool) -> String {
    var text = String(self)
    while let last = text.last, isLeft(last) { text.removeLast() }
    return text
  }
}
