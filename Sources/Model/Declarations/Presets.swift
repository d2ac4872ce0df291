import Plan
import Syntax
import Vocabulary

/// Presets: declarations of `rules/` whose fields fill what a declaration does not write.
struct Presets {
  /// The presets, by kind and name.
  let draft: Draft

  /// Fills the declarations that name a preset with `as`, or bear the name of one.
  func fill(_ draft: inout Draft, problems: Problems) {
    for index in draft.declarations.indices {
      let one = draft.declarations[index]
      guard one.kind != .policy else { continue }
      if let path = one.preset {
        guard let preset = self.draft.index(one.kind, path.text) else {
          report(path, one.kind, problems)
          continue
        }
        take(preset, &draft.declarations[index])
      } else if let preset = self.draft.index(one.kind, one.name) {
        let named = self.draft.declarations[preset]
        // A declaration that bears a preset's name has one canonical name, English, for luck and rows.
        draft.declarations[index].name = named.name
        draft.declarations[index].aliases += named.aliases
        if one.label == nil { draft.declarations[index].label = named.label }
        take(preset, &draft.declarations[index])
      }
    }
  }

  /// Whether any declaration asks for a preset.
  func isAsked(_ draft: Draft) -> Bool {
    draft.declarations.contains { one in
      one.kind != .policy && (one.preset != nil || self.draft.index(one.kind, one.name) != nil)
    }
  }

  private func take(_ preset: Int, _ declaration: inout Declaration) {
    // A control whose `blocks` is written is performed wholly, whatever its preset says.
    let isOwn = declaration.writes("blocks") && declaration.kind == .control
    let fields = draft.declarations[preset].fields.filter { field in
      CommonTerms.row(field.entry.head.text) == nil
        && !(isOwn && ControlTerms.row(field.entry.head.text)?.word.en == "performed")
    }
    declaration.fields = fields.map { .init(entry: $0.entry, layer: -1) } + declaration.fields
  }

  private func report(_ path: Path, _ kind: Kind, _ problems: Problems) {
    if LaterWords.find(path.text) != nil {
      problems.report(NameProblem.later(path.text, at: path.span))
      return
    }
    let known = draft.indices(kind).flatMap {
      [draft.declarations[$0].name] + draft.declarations[$0].aliases
    }
    problems.report(
      NameProblem.unknownName(
        path.text, asked: Wording("preset of \(kind.word.en)", "\(kind.word.zh)模板"), at: path.span,
        near: Nearest.words(to: path.text, among: known)))
  }
}
