import Ledger
import Model
import Plan
import Syntax
import Vocabulary

/// A question broken down by groupings: its parts in their order, each a question of its own, all answered
/// by the same runs.
struct Breakdown: Sendable {
  /// One group.
  struct Row: Sendable {
    /// How rows for machines name it: `year=3`, or `year=3;unit=finance`; empty for the whole.
    var group: String
    /// What tables call it, one for each grouping.
    var labels: [Wording]
    /// What is asked.
    var question: Question
    /// Whether it is shown although nothing happened there: a declared thing is never left out silently.
    var isLasting: Bool
  }

  /// What is asked.
  let metric: Measurand
  /// By what, in the order of the columns.
  let groupings: [Grouping]
  /// The groups, then the whole.
  let rows: [Row]
  /// Kinds of rows in denominators that cannot be told apart so, for each grouping that leaves some whole.
  let leftWhole: [(grouping: Grouping, kinds: [EventKind])]

  /// The most groups that a question is broken down into.
  static let most = 5_000

  /// Breaks a metric down; the groupings must be ones that it can be broken down by. Of declarations those
  /// of all schemes are named.
  init(
    _ metric: Measurand, by groupings: [Grouping], in scenario: Scenario, _ schemes: [Scheme],
    horizon: Int
  ) throws {
    self.metric = metric
    self.groupings = groupings
    let parts = groupings.map { grouping in
      Slice.all(of: grouping, in: scenario, schemes, horizon: horizon, metric.question)
    }
    let count = parts.reduce(1) { $0 > Breakdown.most ? $0 : $0 * max(1, $1.count) }
    guard count <= Breakdown.most else {
      throw Complaint(
        Wording("that makes more than 5,000 groups", "这样会超过 5,000 组"),
        hints: [
          Wording("ask by fewer words, or by a longer time", "请减少分组，或按更长的时间分组")
        ])
    }
    var rows = [Row(group: "", labels: [], question: metric.question, isLasting: true)]
    for slices in parts {
      rows = try rows.flatMap { row in
        try slices.map { try row.cut(to: $0, isLone: parts.count == 1) }
      }
    }
    let whole = Row(
      group: "", labels: [Wording("all", "合计")], question: metric.question, isLasting: true)
    self.rows = (groupings.isEmpty ? [] : rows) + [whole]
    leftWhole = groupings.compactMap { grouping in
      guard let field = grouping.field else { return nil }
      let kinds = metric.question.kindsLeftWhole { $0.narrowed(to: .without(field)) }
      return kinds.isEmpty ? nil : (grouping, kinds)
    }
  }

  /// Everything that it asks.
  var questions: [Question] { rows.map(\.question) }
}

/// One part by one grouping.
private struct Slice {
  var part: Part
  /// How machines name it, and what tables call it.
  var name: String
  var label: Wording
  var isLasting: Bool

  /// The parts by a grouping, in their order.
  static func all(
    of grouping: Grouping, in scenario: Scenario, _ schemes: [Scheme], horizon: Int,
    _ question: Question
  ) -> [Slice] {
    switch grouping {
    case .year: times(12, horizon, question, grouping)
    case .quarter: times(3, horizon, question, grouping)
    case .month: times(1, horizon, question, grouping)
    case .field(let field): codes(field, scenario, schemes, grouping)
    case .phase, .aim: tags(grouping)
    }
  }

  /// Spans of so many months in which anything is asked.
  private static func times(
    _ length: Int, _ horizon: Int, _ question: Question, _ grouping: Grouping
  ) -> [Slice] {
    let first = question.atoms.map(\.window.first).min() ?? 1
    let last = min(horizon, question.atoms.map(\.window.last).max() ?? horizon)
    return (0..<(horizon + length - 1) / length).compactMap { index in
      let months = Window(first: index * length + 1, last: min((index + 1) * length, horizon))
      guard months.last >= first, months.first <= last else { return nil }
      let number = "\(index + 1)"
      return Slice(
        part: .months(months), name: "\(grouping.word.en)=\(number)",
        label: Wording(number, number), isLasting: false)
    }
  }

  private static func codes(
    _ field: EventField, _ scenario: Scenario, _ schemes: [Scheme], _ grouping: Grouping
  ) -> [Slice] {
    var seen: Swift.Set<Int64> = []
    let names = schemes.flatMap { scenario.codes(of: field, in: $0) }.filter {
      seen.insert($0.code).inserted
    }
    let isDeclared = if case .declared = field.codes { true } else { false }
    let word = grouping.word.en
    return names.map { name in
      Slice(
        part: .code(field, name.code), name: "\(word)=\(name.name)", label: name.label,
        isLasting: isDeclared && name.code >= 0)
    } + [
      untold(field, grouping)
    ]
  }

  /// What is spent at each time, or on each aim.
  private static func tags(_ grouping: Grouping) -> [Slice] {
    guard let field = grouping.field, let tags = grouping.tags else { return [] }
    return tags.map { tag in
      Slice(
        part: .codes(field, tag.codes), name: "\(grouping.word.en)=\(tag.word.en)",
        label: tag.word, isLasting: false)
    } + [untold(field, grouping)]
  }

  /// Rows that do not have what the others are told apart by.
  private static func untold(_ field: EventField, _ grouping: Grouping) -> Slice {
    let word = grouping.word
    return Slice(
      part: .without(field), name: "\(word.en)=none",
      label: Wording("no \(word.en)", "无\(word.zh)"), isLasting: false)
  }
}

extension Breakdown.Row {
  fileprivate func cut(to slice: Slice, isLone: Bool) throws -> Breakdown.Row {
    Breakdown.Row(
      group: group.isEmpty ? slice.name : "\(group);\(slice.name)", labels: labels + [slice.label],
      question: try question.narrowed(to: slice.part), isLasting: isLone && slice.isLasting)
  }
}
