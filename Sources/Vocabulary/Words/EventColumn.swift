public import Ledger
public import Syntax

/// A column of the events that `show events` and `trace` write: a field of one or several kinds.
///
/// A name that begins with `T_` holds the truth, which no institution sees: without these columns, and
/// without the rows that are not `seen`, the table is what an institution knows.
public struct EventColumn: Sendable, Hashable {
  /// Its name, the same in both languages.
  public let name: String
  /// The field's word.
  public let word: Wording
  /// How its values are to be read.
  public let unit: FieldUnit
  /// Whether it is the truth.
  public let isTruth: Bool
  /// The kinds that have it, each with the field.
  public let fields: [EventKind: EventField]

  /// The kinds that have it, in their order.
  public var kinds: [EventKind] { EventKind.allCases.filter { fields[$0] != nil } }

  /// The columns that every event has, with what they say.
  public static let common: [(name: String, help: Wording)] = [
    ("scenario", Wording("name of the scenario", "情景名称")),
    ("policy", Wording("name of the policy", "方案名称")),
    ("seed", Wording("the seed of all luck", "随机种子")),
    ("run", Wording("number of the run, from 1", "轮次，从 1 起")),
    (
      "event",
      Wording(
        "number of the event in the run, from 1, in the order of time", "该轮中事件的序号，从 1 起，按时间排列")
    ),
    ("month", Wording("month in which it begins, from 1", "开始的月份，从 1 起")),
    ("kind", Wording("kind of event", "事件类型")),
    ("times", Wording("how many such events the row stands for", "该行代表几件同样的事件")),
    ("seen", Wording("whether an institution could know of it", "机构是否可能知道")),
    (
      "organization",
      Wording("where it happened; missing where it is in no one place", "发生的组织；不在某一处时为空")
    ),
    ("unit", Wording("likewise", "同上，单位")), ("post", Wording("likewise", "同上，岗位")),
    ("field", Wording("field of work of the post", "岗位所属领域")),
    ("group", Wording("group of the post's officials", "岗位人员的群体")),
    ("risk_level", Wording("how risky the post is held to be", "岗位的风险等级")),
  ]

  /// The columns of own fields, kind by kind.
  public static let own: [EventColumn] = {
    var names: [String] = []
    var columns: [String: EventColumn] = [:]
    for kind in EventKind.named {
      for field in kind.fields {
        let isTruth = !kind.isObservable(field)
        let word = kind.word(of: field)
        // What every event has keeps its name: the kind of a weakness is `weaknesses_kind`.
        let isTaken = common.contains { $0.name == word.en }
        let name = (isTruth ? "T_" : "") + (isTaken ? "\(kind.word.en)_" : "") + word.en
        if columns[name] == nil { names.append(name) }
        var fields = columns[name]?.fields ?? [:]
        fields[kind] = field
        columns[name] = EventColumn(
          name: name, word: columns[name]?.word ?? word, unit: field.unit, isTruth: isTruth,
          fields: fields)
      }
    }
    return names.compactMap { columns[$0] }
  }()

  /// What its values are, in words.
  public var values: Wording {
    switch unit {
    case .code: Wording("a word or a name", "词或名称")
    case .flag: Wording("true or false", "true 或 false")
    case .count: Wording("a number", "数")
    case .duration: Wording("months", "月数")
    case .money: Wording("money", "金额")
    case .reading: Wording("a reading", "读数")
    case .share: Wording("a share", "比例")
    }
  }
}
