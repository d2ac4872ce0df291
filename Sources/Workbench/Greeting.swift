import Presentation
import Syntax

/// What stands above the first prompt: the program, the scenario in figures, whether its file is right,
/// and three ways to begin.
struct Greeting {
  let session: Session

  /// The lines.
  var exhibit: Exhibit {
    let language = session.settings.language
    func line(_ en: String, _ zh: String) -> Exhibit.Part {
      .prose(Styled(Wording(en, zh)[language]))
    }
    guard let study = session.study else {
      return Exhibit([
        line(
          "Probity \(Version.number) · what would happen under which mechanism; synthetic officials only",
          "Probity \(Version.number) · 推演机制的效果；人员均为合成"),
        line("Try   use \"FILE\"      help      quit", "试试   引用 \"文件\"      帮助      退出"),
      ])
    }
    let facts = study.facts
    let problems = ProblemsExhibit(
      diagnostics: study.diagnostics, sources: study.sources, language: language)
    let warnings = study.diagnostics.count
    let checked = problems.count(in: "").split(separator: " in ").first.map(String.init) ?? ""
    let show = warnings == 0 ? Wording("", "") : Wording(" (`check` shows)", "（“校验” 查看）")
    let other = study.policies.dropFirst().first?.name
    return Exhibit([
      .line(
        Styled("Probity \(Version.number) · \(study.title[language]) · \(facts.people[language])"),
        shorter: [Styled("Probity \(Version.number) · \(study.title[language])")]),
      .prose(Styled(facts.parts[language])),
      line(
        "File checked: \(checked.hasSuffix(".") ? String(checked.dropLast()) : checked)\(show.en). "
          + "Nobody in it exists.",
        "情景已校验：\(Self.chinese(study))\(show.zh)。其中没有真实的人。"),
      line(
        "Try   run\(other.map { "      compare baseline, \($0)" } ?? "")      help",
        "试试   运行\(other.map { "      比较 基准, \($0)" } ?? "")      帮助"),
    ])
  }

  private static func chinese(_ study: Study) -> String {
    let warnings = study.diagnostics.count { $0.severity == .warning }
    let notes = study.diagnostics.count { $0.severity == .note }
    return
      (["无错误"] + (warnings > 0 ? ["\(warnings) 条警告"] : [])
      + (notes > 0 ? ["\(notes) 条说明"] : [])).joined(separator: "，")
  }
}
