import Syntax

extension DistributionProblem {
  /// What `explain` says of each code.
  static let pages: [Explanation] = [
    Explanation(
      "E0160", Wording("unknown distribution", "未知的分布"),
      Wording(
        "`help distributions` lists them.",
        "“帮助 分布”列出全部分布。"),
      wrong: "turnover { refill exponentail(mean 2 months) }",
      right: "turnover { refill exponential(mean 2 months) }"),
    Explanation(
      "E0161", Wording("a parameter is missing", "缺少参数"),
      Wording(
        "A distribution needs all parameters of one of its ways to be given.",
        "分布的参数要按其中一种写法给全。"),
      wrong: "turnover { refill gamma(mean 2 months) }",
      right: "turnover { refill gamma(mean 2 months, sd 1 month) }"),
    Explanation(
      "E0162", Wording("unknown parameter", "未知的参数"),
      Wording(
        "The distribution has no parameter of this name.",
        "该分布没有这个参数。"),
      wrong: "turnover { refill exponential(median 2 months) }",
      right: "turnover { refill exponential(mean 2 months) }"),
    Explanation(
      "E0163", Wording("contradicts itself", "自相矛盾"),
      Wording(
        "No distribution has these parameters.",
        "没有分布具有这样的参数。"),
      wrong: "risk theft { at tender; loss lognormal(median 80k, p90 20k) per month }",
      right: "risk theft { at tender; loss lognormal(median 20k, p90 80k) per month }"),
    Explanation(
      "E0164", Wording("chance where a number is asked", "此处要数，不要偶然"),
      Wording(
        "The field is one number for a whole run. What is not known exactly is "
          + "written with `~` and drawn once per run.",
        "该字段在一次运行中只有一个值；若不确定，用“~”，每次运行抽取一次。"),
      wrong: "rotation { of tender; every uniform(1, 3 years) }",
      right: "rotation { of tender; every ~ uniform(1, 3 years) }"),
    Explanation(
      "E0165", Wording("a field that cannot be uncertain", "不能不确定的字段"),
      Wording(
        "A draw may turn rates and shares, not the structure of a scheme.",
        "抽样可以改变速率和比例，不能改变方案的结构。"),
      wrong: "scenario s { horizon ~ uniform(5, 10 years) }",
      right: "scenario s { horizon 10 years }"),
    Explanation(
      "E0166", Wording("not a curve", "不是曲线"),
      Wording(
        "A curve is written as points: a value at a time in post.",
        "曲线由点组成：在某一任职年限取某值。"),
      wrong: "risk theft { at tender; tenure 1, 2 at 3 years }",
      right: "risk theft { at tender; tenure 1 at 0 years, 2 at 3 years }"),
    Explanation(
      "E0167", Wording("nothing uncertain", "没有不确定之处"),
      Wording(
        "After `~` stands a distribution; one value is certain.",
        "“~”后面写分布；单一的值是确定的。"),
      wrong: "rotation { of tender; every ~ 3 years }",
      right: "rotation { of tender; every 3 years }"),
    Explanation(
      "E0168", Wording("wholly beyond the bounds", "全部超出范围"),
      Wording(
        "Nothing would be left to draw from.",
        "没有可抽取的值。"),
      wrong: "rotation { of tender; every 3 years; coverage ~ uniform(200%, 300%) }",
      right: "rotation { of tender; every 3 years; coverage ~ uniform(20%, 100%) }"),
    Explanation(
      "N0402", Wording("cut at the bounds", "在范围处截断"),
      Wording(
        "Values beyond the bounds of the field are drawn again, which moves the mean.",
        "超出范围的值会重新抽取，均值因此移动。"),
      wrong: "reporting { hears ~ normal(mean 3%, sd 2%) per month }",
      right: "reporting { hears ~ beta(mean 3%, sd 1%) per month }"),
  ]
}
