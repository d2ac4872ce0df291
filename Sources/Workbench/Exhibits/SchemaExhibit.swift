import Presentation
import Syntax
import Vocabulary

/// The language as rows: kinds, fields, commands.
struct SchemaExhibit {
  /// A kind in either language; nil is everything.
  let word: String?
  /// The language of helps.
  let language: Language

  var exhibit: Exhibit {
    get throws {
      var rows = SchemaRow.all.filter { isAsked($0.kind) }.map(row)
      rows += Commands.all.filter { isAsked($0.word) }.map { command in
        cells(
          Wording("command", "命令"), command.word, command.usage, nil, nil, flags: "",
          command.help, Wording("", ""), command.examples[0])
      }
      guard !rows.isEmpty else {
        let known = KindEntry.all.map(\.kind.word) + Commands.all.map { $0.word }
        throw Complaint.unknownOrLater(word ?? "", Wording("kind", "类型"), among: known)
      }
      return Exhibit([
        .rows(
          TidyRows(
            schema: "probity.schema/1",
            columns: [
              "kind", "kind_zh", "field", "field_zh", "takes", "default", "bounds", "flags", "help",
              "source", "example",
            ], rows: rows))
      ])
    }
  }

  private func isAsked(_ kind: Wording) -> Bool {
    word.map { $0 == kind.en || $0 == kind.zh } ?? true
  }

  private func row(_ row: SchemaRow) -> [TidyRows.Value] {
    let flags =
      (row.isRequired ? "!" : "") + (row.isRepeatable ? "*" : "") + (row.isUncertain ? "~" : "")
      + (row.isList ? "L" : "")
    return cells(
      row.kind, row.field, row.takes, row.usually, row.bounds, flags: flags, row.help, row.source,
      row.example[language])
  }

  private func cells(
    _ kind: Wording, _ field: Wording, _ takes: Wording, _ usual: Wording?, _ bounds: Wording?,
    flags: String, _ help: Wording, _ source: Wording, _ example: String
  ) -> [TidyRows.Value] {
    func text(_ wording: Wording?) -> TidyRows.Value {
      wording.map { .text($0[language]) } ?? .missing
    }
    return [
      .text(kind.en), .text(kind.zh), .text(field.en), .text(field.zh), text(takes), text(usual),
      text(bounds), .text(flags), text(help), text(source), .text(example),
    ]
  }
}
