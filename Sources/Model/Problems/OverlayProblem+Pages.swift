import Syntax

extension OverlayProblem {
  /// What `explain` says of each code.
  static let pages: [Explanation] = [
    Explanation(
      "E0169", Wording("a value drawn by chance", "由偶然决定的值"),
      Wording(
        "The field holds a distribution, so there is no one value to multiply; set "
          + "it, or change a parameter.",
        "该字段是分布，没有单一的值可乘；请直接设值，或改动参数。"),
      wrong: "turnover { refill exponential(mean 2 months) }; policy p { turnover.refill *= 2 }",
      right: "turnover { refill exponential(mean 2 months) }; policy p { "
        + "turnover.refill.mean *= 2 }"),
    Explanation(
      "E0170", Wording("a policy that is always there", "本来就有的方案"),
      Wording(
        "`baseline` is the scheme as declared, `current` what was set at the prompt.",
        "“基准”即所声明的方案，“当前”即提示符下的改动。"),
      wrong: "policy baseline { single_bid.yellow = 25% }",
      right: "policy higher { single_bid.yellow = 25% }"),
    Explanation(
      "E0171", Wording("policies in a circle", "方案循环"),
      Wording(
        "A policy that extends itself, over others or not, has no beginning.",
        "方案直接或间接基于自己，就没有起点。"),
      wrong: "policy a { extends b }; policy b { extends a; single_bid.yellow = 25% }",
      right: "policy a { extends b }; policy b { single_bid.yellow = 25% }"),
    Explanation(
      "E0172", Wording("a path that leads nowhere", "路径不存在"),
      Wording(
        "A path begins with a declared name or a kind, then a field.",
        "路径以声明的名称或种类开头，后接字段。"),
      wrong: "policy p { single_bid.yelow = 25% }",
      right: "policy p { single_bid.yellow = 25% }"),
    Explanation(
      "E0173", Wording("nothing to change", "没有可改的对象"),
      Wording(
        "A policy changes fields of a scheme.",
        "方案改动的是字段。"),
      wrong: "policy p { single_bid = 25% }",
      right: "policy p { single_bid.yellow = 25% }"),
    Explanation(
      "E0182", Wording("a change of what has been", "改动已成事实的内容"),
      Wording(
        "All policies branch from one state at the end of month 0, so a policy cannot change what that state "
          + "was made of.",
        "各方案都从第 0 个月末的同一状态出发，因此不能改动形成这一状态的内容。"),
      wrong: "scenario { start cold }; policy p { kickbacks.initial = 5% }",
      right: "scenario { start cold }; policy p { kickbacks.rate = 5% per year }"),
    Explanation(
      "E0174", Wording("no number to reckon with", "不能计算"),
      Wording(
        "Words and selections are set, not added to.",
        "词和范围只能设定，不能加减。"),
      wrong: "rotation { of tender; every 3 years }; policy p { rotation.mode += replace }",
      right: "rotation { of tender; every 3 years }; policy p { rotation.mode = replace }"),
    Explanation(
      "E0175", Wording("nothing to take out", "没有可取消的内容"),
      Wording(
        "What a policy takes out must be declared in the baseline.",
        "方案取消的内容须在基准中声明。"),
      wrong: "policy p { rotation off }",
      right: "rotation { of tender; every 3 years }; policy p { rotation off }"),
    Explanation(
      "E0176", Wording("cannot be switched off", "不能停用"),
      Wording(
        "Some kinds are always there; change their fields instead.",
        "有些声明始终存在；请改动其字段。"),
      wrong: "officials { spread 1 }; policy p { officials off }",
      right: "officials { spread 1 }; policy p { officials.spread = 2 }"),
    Explanation(
      "E0177", Wording("a change beyond the bounds", "改动超出范围"),
      Wording(
        "In a policy a change must keep the bounds of its field.",
        "方案中的改动须保持在字段的范围内。"),
      wrong: "policy p { single_bid.covers *= 30 }",
      right: "policy p { single_bid.covers = 90% }"),
    Explanation(
      "E0178", Wording("colours out of order", "颜色次序被打乱"),
      Wording(
        "A yellow threshold above the orange one would never be seen.",
        "黄色阈值若高于橙色，永远不会出现黄色。"),
      wrong: "policy p { single_bid.yellow = 60% }",
      right: "policy p { single_bid.yellow = 25% }"),
    Explanation(
      "E0179", Wording("not a point in time", "不是时点"),
      Wording(
        "A policy begins at a point: a month or a year.",
        "方案从某个时点开始：某月或某年。"),
      wrong: "policy p { from 13; single_bid.yellow = 25% }",
      right: "policy p { from month 13; single_bid.yellow = 25% }"),
    Explanation(
      "W0319", Wording("a policy that changes nothing", "没有改动的方案"),
      Wording(
        "It would give the baseline's results exactly.",
        "结果会与基准完全相同。"),
      wrong: "policy p { }",
      right: "policy p { single_bid.yellow = 25% }"),
    Explanation(
      "N0417", Wording("switched off with something else", "随之停用"),
      Wording(
        "What rests on a body or risk that a policy takes out cannot act any more.",
        "方案取消了机构或风险点后，依靠它的内容不再起作用。"),
      wrong: "review look { by inspectorate; every 1 year; finds 5% }; policy p { "
        + "without inspectorate }",
      right: "review look { by inspectorate; every 1 year; finds 5% }; policy p { without look }"),
  ]
}
