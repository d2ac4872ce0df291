import Syntax

extension DimensionProblem {
  /// What `explain` says of each code.
  static let pages: [Explanation] = [
    Explanation(
      "E0150", Wording("unknown unit", "未知的单位"),
      Wording(
        "A word after a number is its unit.",
        "数字后面的词是它的单位。"),
      wrong: "rotation { of tender; every 3 yaers }",
      right: "rotation { of tender; every 3 years }"),
    Explanation(
      "E0151", Wording("a rate without a time", "速率没有单位时间"),
      Wording(
        "A share alone does not say how often; 1.2 % a month is twelve times 1.2 % a year.",
        "只有比例说不清多久发生一次；每月 1.2% 是每年 1.2% 的十二倍。"),
      wrong: "risk theft { at tender; rate 1.2% }",
      right: "risk theft { at tender; rate 1.2% per year }"),
    Explanation(
      "E0152", Wording("unlike things", "量纲不同"),
      Wording(
        "Durations, shares, money and numbers can be added and compared only with "
          + "their like.",
        "时长、比例、金额和数只能与同类相加、比较。"),
      wrong: "rotation { of tender; every 1 year + 3% }",
      right: "rotation { of tender; every 1 year + 3 months }"),
    Explanation(
      "E0153", Wording("another dimension", "量纲不对"),
      Wording(
        "The field takes another kind of quantity.",
        "该字段要的是另一种量。"),
      wrong: "rotation { of tender; every 80% }",
      right: "rotation { of tender; every 3 years }"),
    Explanation(
      "E0154", Wording("beyond the bounds", "超出范围"),
      Wording(
        "Every field has bounds, so that a slip of the keyboard does not pass as a scheme.",
        "每个字段都有范围，以免笔误被当作方案。"),
      wrong: "rotation { of tender; every 3 years; coverage 180% }",
      right: "rotation { of tender; every 3 years; coverage 80% }"),
    Explanation(
      "E0155", Wording("not a whole number", "不是整数"),
      Wording(
        "Seats and runs are counted.",
        "席位和次数是整数。"),
      wrong: "scenario s { runs 10.5 }",
      right: "scenario s { runs 10 }"),
    Explanation(
      "E0156", Wording("a unit is missing", "缺少单位"),
      Wording(
        "`5` could be months or years; `0.8` could be 80 % or .8 %.",
        "“5”可能是月也可能是年；“0.8”可能是 80% 也可能是 0.8%。"),
      wrong: "rotation { of tender; every 3 }",
      right: "rotation { of tender; every 3 years }"),
    Explanation(
      "E0157", Wording("not a number", "不是数值"),
      Wording(
        "The field takes a number.",
        "该字段要的是数值。"),
      wrong: "rotation { of tender; every often }",
      right: "rotation { of tender; every 3 years }"),
    Explanation(
      "E0158", Wording("a word instead of a number", "不能用这个词"),
      Wording(
        "Only some fields can be endless (never, unlimited) or without differences (equal).",
        "只有部分字段可取永不、不限或相同。"),
      wrong: "rotation { of tender; every 3 years; coverage never }",
      right: "rotation { of tender; every 3 years; coverage 80% }"),
  ]
}
