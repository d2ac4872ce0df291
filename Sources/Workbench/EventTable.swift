import Ledger
import Model
import Plan
import Presentation
import Quantities
import Syntax
import Vocabulary

/// The rows of runs of one policy, named: what codes stand for under its scheme.
struct EventTable {
  /// One row, with the number of its run.
  struct Event: Sendable {
    var run: Int
    var number: Int
    var row: EventRow
  }

  /// The events, run by run, each in the order of time.
  var events: [Event] = []
  /// Canonical name of the scenario and of the policy, and the seed.
  let scenario: String
  let policy: String
  let seed: UInt64
  private let places: Places
  /// Indicators, by index, whose readings are shares.
  private let shares: [Bool]
  private var names: [EventField: [Int64: CodeName]] = [:]

  /// An empty table for the rows of a policy.
  init(_ study: Study, _ policy: String, _ scheme: Scheme, seed: UInt64) {
    scenario = study.shortName
    self.policy = policy
    self.seed = seed
    places = scheme.places
    shares = scheme.indicators.map { $0.dimension == .share }
    for field in EventField.allCases where field.codes != nil {
      names[field] = Dictionary(
        study.scenario.codes(of: field, in: scheme).map { ($0.code, $0) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Takes the rows of a run that fulfil a claim: by month, in a month in the order of its steps.
  mutating func take(_ ledger: Ledger, run: Int, where isWanted: (EventRow, Places) -> Bool) {
    let reported = ledger.rows.filter { $0.month >= 1 }.enumerated().sorted { left, right in
      let first = (left.element.month, left.element.kind.placeInMonth, left.offset)
      return first < (right.element.month, right.element.kind.placeInMonth, right.offset)
    }
    for (index, (_, row)) in reported.enumerated() where isWanted(row, places) {
      events.append(Event(run: run, number: index + 1, row: row))
    }
  }

  /// What a code stands for.
  func name(_ field: EventField, _ code: Int64) -> CodeName? { names[field]?[code] }

  /// Whether the reading of a row is a share.
  func readsShare(_ row: EventRow) -> Bool {
    let indicator = row.value(of: .indicator, in: places)
    return indicator >= 0 && indicator < shares.count && shares[Int(indicator)]
  }

  /// The label of a common field of a row; nil where the row is in no one place.
  func place(_ field: EventField, of row: EventRow) -> CodeName? {
    let code = row.value(of: field, in: places)
    return code == EventRow.absent ? nil : name(field, code)
  }
}

extension EventTable {
  /// The rows for machines (columns: `EventColumn`).
  var rows: TidyRows {
    let columns = EventColumn.common.map(\.name) + EventColumn.own.map(\.name)
    return TidyRows(schema: "probity.events/1", columns: columns, rows: events.map(cells))
  }

  private func cells(_ event: Event) -> [TidyRows.Value] {
    let row = event.row
    let places: [EventField] = [.organization, .unit, .post, .field, .group, .riskLevel]
    var cells: [TidyRows.Value] = [
      .text(scenario), .text(policy), .integer(Int(clamping: seed)), .integer(event.run),
      .integer(event.number), .integer(Int(row.month)), .text(row.kind.word.en),
      .integer(Int(row.times)), .truth(row.kind.isObservable),
    ]
    for field in places {
      if let name = place(field, of: row)?.name {
        cells.append(.text(name))
      } else {
        cells.append(.missing)
      }
    }
    for column in EventColumn.own {
      cells.append(column.fields[row.kind].map { value($0, of: row) } ?? .missing)
    }
    return cells
  }

  private func value(_ field: EventField, of row: EventRow) -> TidyRows.Value {
    let number = row.value(of: field, in: places)
    guard number != EventRow.absent else { return .missing }
    switch field.unit {
    case .code: return .text(name(field, number)?.name ?? "\(number)")
    case .flag: return .truth(number != 0)
    case .count: return .integer(Int(number))
    case .money: return .number(Double(number) / 100)
    case .duration, .reading, .share:
      return .number((Double(number) * 0x1p-20 * 1e6).rounded() / 1e6)
    }
  }
}

extension EventKind {
  /// Where rows of the kind stand within a month: in the order of its steps; what is counted at its end last.
  fileprivate var placeInMonth: Int {
    let order: [EventKind] = [
      .moves, .vacancies, .offences, .alerts, .reports, .leads, .reviews, .findings, .transfers,
    ]
    let last: [EventKind] = [.waiting, .prevalence, .costs, .seats]
    if let place = order.firstIndex(of: self) { return place }
    return (last.firstIndex(of: self).map { $0 + 200 }) ?? 100 + rawValue
  }

  /// Whether rows of the kind keep account, every month or of money, rather than tell what happens.
  var isAccount: Bool {
    self == .prevalence || self == .waiting || self == .seats || self == .costs
  }
}
