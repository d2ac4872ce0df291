import Ledger
import Measures
import Presentation
import Syntax
import Vocabulary

/// Alerts by colour: how many, and the three rates that all go by the name of precision: how many prove true where
/// somebody looked, how many end in one of the four forms, how many in a case; and how many are void.
struct AlertsTable {
  /// What the runs said.
  let result: PolicyResult
  /// How they were made.
  let making: Making
  /// The language.
  let language: Language

  /// The questions of a colour; nil is all colours together.
  struct Questions {
    let yearly: Question
    let verified: Question
    let disposed: Question
    let filed: Question
    let void: Question

    init(_ colour: Colour?, horizon: Int) {
      func alerts(_ more: [(EventField, Int64)]) -> Question {
        let own = colour.map { [(EventField.colour, Int64($0.rawValue))] } ?? []
        return .atom(
          Atom(
            .alerts, .count,
            where: (own + more).reduce(Condition.always) { condition, test in
              let next = Condition.isOneOf(test.0, [test.1])
              return condition == .always ? next : .and(condition, next)
            }))
      }
      yearly = .combined(alerts([]), .divide, .number(Double(horizon) / 12))
      verified = .combined(
        alerts([(.answered, 1), (.verified, 1)]), .divide, alerts([(.answered, 1)]))
      disposed = .combined(alerts([(.disposed, 1)]), .divide, alerts([]))
      filed = .combined(alerts([(.filed, 1)]), .divide, alerts([]))
      void = .combined(alerts([(.genuine, 0)]), .divide, alerts([]))
    }

    var all: [Question] { [yearly, verified, disposed, filed, void] }
  }

  /// Everything that the table asks.
  static func questions(horizon: Int) -> [Question] {
    ([.yellow, .orange, .red] + [nil]).flatMap { Questions($0, horizon: horizon).all }
  }

  /// The table; at 60 columns the intervals go.
  var table: Table {
    func title(_ en: String, _ zh: String, _ eye: Styled? = nil) -> Table.Cell {
      .init(Styled(Wording(en, zh)[language]) + (eye.map { Styled(" ") + $0 } ?? Styled("")))
    }
    let (sight, truth) = (Styled("●", .detected), Styled("○", .happened))
    let verified = title("verified", "查实", sight)
    let disposed = title("disposed", "处置", sight)
    let filed = title("filed", "立案", sight)
    let void = title("void", "无效", truth)
    return Table(
      columns: [
        .init(title("Alerts", "预警")), .init(title("a year", "每年"), .trailing),
        .init(verified, .trailing, span: 2), .init(.empty, rank: 1),
        .init(disposed, .trailing, span: 2), .init(.empty, rank: 1),
        .init(filed, .trailing, span: 2), .init(.empty, rank: 1),
        .init(void, .trailing),
      ],
      rows: [
        row(.yellow, "Y", .yellow), row(.orange, "O", .orange), row(.red, "R", .red), row(nil),
      ])
  }

  private func row(_ colour: Colour?, _ letter: String = "", _ style: Style = .plain) -> Table.Row {
    let questions = Questions(colour, horizon: making.horizon)
    let word = colour.map { Colour.enumeration.values[$0.rawValue] } ?? Wording("all", "合计")
    let sign = language == .en && colour != nil ? Styled(letter, style) + Styled(" ") : Styled("")
    let yearly = figure(questions.yearly, .number)
    let verified = figure(questions.verified, .share)
    let disposed = figure(questions.disposed, .share)
    let filed = figure(questions.filed, .share)
    let void = figure(questions.void, .share)
    return .init([
      .init(sign + Styled(word[language])), .init(Styled(yearly.mean)),
      .init(Styled(verified.mean)), .init(Styled(verified.interval)),
      .init(Styled(disposed.mean)), .init(Styled(disposed.interval)), .init(Styled(filed.mean)),
      .init(Styled(filed.interval)), .init(Styled(void.mean)),
    ])
  }

  private func figure(_ question: Question, _ unit: Figure.Unit) -> Figure {
    let estimate = result.estimate(question)
    return Figure(
      estimate.value, low: estimate.interval?.low, high: estimate.interval?.high, unit,
      in: language.tongue)
  }
}
