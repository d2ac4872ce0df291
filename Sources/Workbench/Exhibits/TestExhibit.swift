import Measures
import Model
import Presentation
import Syntax

/// The answer of `test` (experience.md 8).
struct TestExhibit {
  let judgements: [Judgement]
  let status: ExitStatus
  let language: Language

  var exhibit: Exhibit {
    var table = Table(columns: [.init(), .init(), .init()])
    for judgement in judgements {
      let claim = judgement.expectation.claim.text[language]
      table.rows.append(
        .init([
          .init(judgement.verdict.styled(in: language)), .init(Styled(Self.place(judgement))),
          .init(Styled(claim)),
        ]))
      table.rows.append(.init(["", "", .init(Styled(judgement.text(in: language)))]))
    }
    var parts: [Exhibit.Part] = judgements.isEmpty ? [] : [.table(table)]
    parts += [.line(Styled(count)), .rows(rows)]
    return Exhibit(parts)
  }

  /// `01_binhai:138`
  private static func place(_ judgement: Judgement) -> String {
    let last = judgement.place.file.split(separator: "/").last ?? ""
    let name = last.hasSuffix(".probity") ? last.dropLast(8) : last
    return "\(name):\(judgement.place.line)"
  }

  private var count: String {
    func number(_ verdicts: Verdict...) -> Int {
      judgements.count { verdicts.contains($0.verdict) }
    }
    let (passed, open, failed) = (number(.passed), number(.undecided), number(.failed, .undefined))
    let all = judgements.count
    return Wording(
      "\(all) expectation\(all == 1 ? "" : "s"): \(passed) passed, \(open) undecided, "
        + "\(failed) failed. Status \(status.rawValue).",
      "\(all) 条预期：通过 \(passed)，未定 \(open)，未通过 \(failed)。状态 \(status.rawValue)。")[language]
  }

  private var rows: TidyRows {
    TidyRows(
      schema: "probity.tests/1",
      columns: [
        "file", "line", "expectation", "verdict", "value", "ci_low", "ci_high", "compared_with",
        "confidence", "runs",
      ],
      rows: judgements.map { judgement in
        let factor = judgement.metric.factor
        let contrast = judgement.contrast
        return [
          .text(judgement.place.file), .integer(judgement.place.line),
          .text(judgement.expectation.claim.text[language]), .text(judgement.verdict.rawValue),
          .measured(contrast?.value.map { $0 * factor }),
          .measured(contrast?.interval.map { $0.low * factor }),
          .measured(contrast?.interval.map { $0.high * factor }),
          .number(judgement.line * factor), .number(judgement.expectation.confidence),
          .integer(contrast?.runs ?? 0),
        ]
      })
  }
}
