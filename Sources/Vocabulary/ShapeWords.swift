public import Quantities
public import Syntax

extension Shape {
  /// What the field takes, in words.
  public var wording: Wording {
    switch self {
    case .number(let dimension): dimension?.word ?? Wording("a reading", "读数")
    case .distribution(let dimension):
      Wording(
        "\(dimension?.word.en ?? "a reading") or a distribution",
        "\(dimension?.word.zh ?? "读数")或分布")
    case .readings: Wording("a reading or a distribution, `under` risks", "读数或分布，“对应”风险点")
    case .curve: Wording("numbers at durations", "各时点的数")
    case .selection: Wording("posts: names, classes, fields of work", "岗位：名称、类别或领域")
    case .choice(let words):
      Wording(
        "one of \(words.values.map(\.en).joined(separator: ", "))",
        "其一：\(words.values.map(\.zh).joined(separator: "、"))")
    case .choices(let words):
      Wording(
        "some of \(words.values.map(\.en).joined(separator: ", "))",
        "若干：\(words.values.map(\.zh).joined(separator: "、"))")
    case .performer: Wording("a body, its kind, or the unit", "机构、机构类型或本单位")
    case .units: Wording("units or organisations", "单位或组织")
    case .text, .texts: Wording("a string", "字符串")
    case .word: Wording("a name or a string", "名称或字符串")
    case .flag: Wording("yes or no", "是或否")
    case .expression: Wording("an expression", "表达式")
    case .condition: Wording("a condition", "条件")
    case .claim(let kind):
      Wording("a condition over \(kind.word.en)", "关于\(kind.word.zh)的条件")
    case .point: Wording("a point in time", "时点")
    case .names(let kinds):
      kinds.isEmpty
        ? Wording("names", "名称")
        : Wording(
          "names of: \(kinds.map(\.word.en).joined(separator: ", "))",
          "名称：\(kinds.map(\.word.zh).joined(separator: "、"))")
    case .entries, .kept: Wording("a value", "值")
    case .group: Wording("a block", "块")
    case .steps: Wording("a block of changes and actions", "由改动和措施组成的块")
    case .each(let words, _):
      Wording(
        "a block of \(words.values.map(\.en).joined(separator: ", "))",
        "块：\(words.values.map(\.zh).joined(separator: "、"))")
    case .series(let words, let dimension):
      Wording(
        "\(dimension.word.en) for each of \(words.values.map(\.en).joined(separator: ", "))",
        "依次为\(words.values.map(\.zh).joined(separator: "、"))的\(dimension.word.zh)")
    }
  }
}

extension Dimension {
  /// What people call it, with its article in English.
  public var word: Wording {
    switch self {
    case .duration: Wording("a duration", "时长")
    case .share: Wording("a share", "比例")
    case .rate: Wording("a rate", "速率")
    case .money: Wording("money", "金额")
    case .moneyRate: Wording("money per time", "单位时间金额")
    case .number: Wording("a number", "数")
    case .count: Wording("a whole number", "整数")
    case .perPersonYear: Wording("a number per person-year", "每人年次数")
    case .persons: Wording("persons", "人数")
    case .personYears: Wording("person-years", "人年")
    case .point: Wording("a point in time", "时点")
    }
  }
}
