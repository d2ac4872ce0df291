import Plan
import Quantities
import Syntax
import Vocabulary

/// `response explain`: the figures of all that is dealt with by `disposal explain`. It answers nothing itself.
extension Lowering {
  /// The name of its declaration.
  static let explained = Disposal.explain.word.en

  /// What is explained has the figures of `response explain` where it writes none of its own, also when these are
  /// turned.
  func lowerExplaining() {
    guard let index = draft.index(.response, Self.explained) else { return }
    let own = written[index] ?? []
    var figures = scheme.responses[draft.ordinal(index)]
    figures.disposal = .explain
    figures.isOn = false
    for row in ResponseTerms.rows where row.word.en != "disposal" && !own.contains(row.word.en) {
      row.fill(&figures)
    }
    scheme.responses[draft.ordinal(index)] = figures
    refuseOthers(index)
    guard !draft.declarations[index].isOff else { return }
    for (position, response) in draft.indices(.response).enumerated()
    where response != index && scheme.responses[position].disposal == .explain {
      let place = through(\Scheme.responses, \[ResponseTerms][position])
      for row in ResponseTerms.rows where written[response]?.contains(row.word.en) != true {
        for (tail, field) in row.figures {
          // What it leaves to defaults may hang on the cause or on who performs.
          if own.contains(row.word.en) {
            scheme.responses[position][keyPath: field] = figures[keyPath: field]
          }
          inherit("\(path(index)).\(tail)", through(place, field))
        }
      }
    }
  }

  /// Who explains what to whom is said where it is answered.
  private func refuseOthers(_ index: Int) {
    for entry in draft.declarations[index].holding {
      guard let row = ResponseTerms.row(entry.head.text), row.figures.isEmpty else { continue }
      problems.report(
        SchemeProblem.idle(
          row.word, needs: Wording("response yellow", "处置 黄色"), at: entry.head.span))
    }
  }

  /// Whether anything is explained in this version.
  var explainsAny: Bool {
    draft.indices(.response).enumerated().contains { position, index in
      draft.declarations[index].name != Self.explained
        && scheme.responses[position].disposal == .explain
    }
  }

  /// Tells that nothing is explained, where a policy says how.
  func checkExplaining(at span: Span) {
    guard let index = draft.index(.response, Self.explained), !draft.declarations[index].isOff,
      !explainsAny
    else { return }
    problems.report(SchemeProblem.nothingExplained(at: span))
  }
}

extension SchemeProblem {
  /// `response explain` where nothing is explained.
  static func nothingExplained(at span: Span) -> SchemeProblem {
    .idle(
      Wording("response explain", "处置 责令说明"), needs: Wording("disposal explain", "处置方式 责令说明"),
      at: span)
  }
}

extension Row {
  /// The single numbers that the field holds, each with the end of its path.
  fileprivate var figures: [(tail: String, field: Field<Owner, Double>)] {
    switch takes {
    case .number(_, let field): [(word.en, field)]
    case .series(let enumeration, _, let fields, _):
      zip(enumeration.values, fields).map { ("\(word.en).\($0.en)", $1) }
    default: []
    }
  }
}

extension Draft {
  /// Declares `response explain` where a change names it and nobody wrote it, so that its defaults can be changed.
  mutating func implyExplaining(_ path: Path) {
    let words = path.names.map(\.text)
    guard words.count > 2, Kind(head: words[0]) == .response,
      Enumeration.responseTo.code(of: words[1])
        == Enumeration.responseTo.code(of: Lowering.explained),
      index(.response, Lowering.explained) == nil
    else { return }
    declarations.append(
      Declaration(
        kind: .response, name: Lowering.explained, span: path.span, isImplied: true))
  }
}
