import Syntax

extension QuestionProblem {
  /// What `explain` says of each code.
  static let pages: [Explanation] = [
    Explanation(
      "E0200", Wording("unknown event", "未知的事件"),
      Wording(
        "Metrics count rows of events: offences, alerts, reports, leads, findings, "
          + "reviews, moves, costs and a few more.",
        "指标统计事件：违法行为、预警、举报件、问题线索、查实件等。"),
      wrong: "metric m { is count(ofences) }",
      right: "metric m { is count(offences) }"),
    Explanation(
      "E0201", Wording("unknown field of an event", "事件没有这个字段"),
      Wording(
        "Each kind of event has its own fields, besides post, unit, month and the like.",
        "每种事件有自己的字段，另有岗位、单位、月份等。"),
      wrong: "metric m { is count(alerts where color = red) }",
      right: "metric m { is count(alerts where colour = red) }"),
    Explanation(
      "E0203", Wording("metrics in a circle", "指标循环"),
      Wording(
        "A metric that asks itself has no answer.",
        "指标引用自己，没有答案。"),
      wrong: "metric a { is b * 2 }; metric b { is a / 2 }",
      right: "metric a { is count(offences) * 2 }; metric b { is a / 2 }"),
    Explanation(
      "E0204", Wording("unknown metric or function", "未知的指标或函数"),
      Wording(
        "A metric of rules/ is known only after `use \"metrics\"`.",
        "rules/ 中的指标要先写 引用 \"metrics\"。"),
      wrong: "target incidance <= 6 per 1000 person_years",
      right: "metric frequency { is count(offences) / person_years }; target frequency "
        + "<= 6 per 1000 person_years"),
    Explanation(
      "E0205", Wording("a function asked wrongly", "函数写法不对"),
      Wording(
        "The function asks for something else in its brackets.",
        "括号中的内容不是该函数所要的。"),
      wrong: "metric m { is share(alerts) }",
      right: "metric m { is share(verified of alerts) }"),
    Explanation(
      "E0206", Wording("not a question", "不是提问"),
      Wording(
        "A metric is an expression over events.",
        "指标是关于事件的表达式。"),
      wrong: "metric m { is \"many\" }",
      right: "metric m { is count(offences) }"),
    Explanation(
      "E0207", Wording("cannot be added up", "不能求和"),
      Wording(
        "Words have no sum.",
        "词没有和。"),
      wrong: "metric m { is sum(stage of offences) }",
      right: "metric m { is sum(loss of offences) }"),
    Explanation(
      "E0208", Wording("compared with something else", "比较的内容不对"),
      Wording(
        "A field is compared with what it holds: words, yes or no, numbers with their unit.",
        "字段要与同类内容比较：词、是否、带单位的数。"),
      wrong: "metric m { is count(offences where stage = 3) }",
      right: "metric m { is count(offences where stage = crime) }"),
    Explanation(
      "E0209", Wording("not a window", "不是时间窗"),
      Wording(
        "A window is `last 1 year` or `from year 3 to year 5`.",
        "时间窗写作 最近 1年，或 自 第3年 至 第5年。"),
      wrong: "metric m { is count(offences, from year 5 to year 3) }",
      right: "metric m { is count(offences, from year 3 to year 5) }"),
    Explanation(
      "E0210", Wording("a filter of nothing", "无效的筛选"),
      Wording(
        "None of the events that the metric asks has this field.",
        "该指标所问的事件都没有这个字段。"),
      wrong: "metric m { is count(reports) }; target m(kickbacks) <= 3",
      right: "metric m { is count(offences) }; target m(kickbacks) <= 3"),
    Explanation(
      "E0211", Wording("a metric of one policy", "指标引用了某一方案"),
      Wording(
        "A metric is asked of whatever policy one names. The one policy that it can set that against is the baseline, by what "
          + "is counted and added up there.",
        "指标可以问任何方案；指标内部只能与基准相比，并且只能用计数与合计。"),
      wrong:
        "metric a { is count(offences) }; metric b { is a - a(calm) }; policy calm { turnover { rate 3% per year } }",
      right: "metric a { is count(offences) }; metric b { is a - a(baseline) }"),
    Explanation(
      "E0212", Wording("not a condition", "不是条件"),
      Wording(
        "Targets and expectations compare two sides.",
        "目标和预期要比较两边。"),
      wrong: "metric m { is count(offences) }; target m",
      right: "metric m { is count(offences) }; target m <= 3"),
    Explanation(
      "E0213", Wording("two policies at once", "一次问了两个方案"),
      Wording(
        "Ask each policy for itself and compare the two.",
        "请分别提问，再作比较。"),
      wrong: "policy p { single_bid.yellow = 25% }; metric m { is count(offences) }; "
        + "expect m(p, baseline) <= 3",
      right: "policy p { single_bid.yellow = 25% }; metric m { is count(offences) }; "
        + "expect m(p) <= m(baseline)"),
    Explanation(
      "E0214", Wording("beyond the horizon", "超出模拟时长"),
      Wording(
        "The run ends before the window begins or ends.",
        "运行在该时间窗之前已结束。"),
      wrong: "metric m { is count(offences) }; target m <= 3 by year 30",
      right: "metric m { is count(offences) }; target m <= 3 by year 3"),
    Explanation(
      "E0215", Wording("cannot be grouped so", "不能这样分组"),
      Wording(
        "`show METRIC by WORD` counts rows apart by a field. What is added up must have the field; a "
          + "denominator that has not stays whole, as person-years do by risk.",
        "“显示 指标 按 词” 按某个字段分开统计。被加总的事件必须有该字段；没有该字段的分母保持整体，例如按风险点时的人年数。"),
      wrong: "", right: ""),
    Explanation(
      "E0216", Wording("unknown grouping", "未知的分组"),
      Wording(
        "Answers are broken down by time (year, quarter, month) or by a field that holds words or names.",
        "结果可按时间（年、季度、月）或按取词、取名称的字段分组。"),
      wrong: "", right: ""),
    Explanation(
      "E0217", Wording("a condition on a part", "条件只适用于一部分"),
      Wording(
        "After `where` stands a condition that everything added up can fulfil.",
        "“其中”后面的条件必须适用于被加总的全部事件。"),
      wrong: "", right: ""),
  ]
}
