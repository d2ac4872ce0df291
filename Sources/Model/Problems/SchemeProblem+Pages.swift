import Syntax

extension SchemeProblem {
  /// What `explain` says of each code.
  static let pages: [Explanation] = [
    Explanation(
      "E0180", Wording("shares that do not add up", "比例之和不为 1"),
      Wording(
        "The parts of a whole add up to 100 %; those not written keep their defaults.",
        "整体各部分之和为 100%；未写的取默认值。"),
      wrong: "risk theft { at tender; severity { sign 60%; violation 30%; crime 20% } }",
      right: "risk theft { at tender; severity { sign 60%; violation 30%; crime 10% } }"),
    Explanation(
      "E0181", Wording("thresholds that do not rise", "阈值没有依次升高"),
      Wording(
        "A colour below a lesser one would hide it.",
        "较重的颜色若阈值更低，会掩盖较轻的。"),
      wrong: "indicator late { on tender; clean normal(0, 1); shows normal(2, 1) under "
        + "kickbacks }; threshold late { yellow 3; orange 2 }",
      right: "indicator late { on tender; clean normal(0, 1); shows normal(2, 1) under "
        + "kickbacks }; threshold late { yellow 2; orange 3 }"),
    Explanation(
      "W0183", Wording("an indicator without a threshold", "指标没有阈值"),
      Wording(
        "It is read every month and nothing follows.",
        "每月有读数，却没有后续。"),
      wrong: "indicator late { on tender; clean normal(0, 1); shows normal(2, 1) under "
        + "kickbacks }",
      right: "indicator late { on tender; clean normal(0, 1); shows normal(2, 1) under "
        + "kickbacks }; threshold late { yellow 2 }"),
    Explanation(
      "E0184", Wording("a threshold without an indicator", "阈值没有指标"),
      Wording(
        "A threshold is the other facet of an indicator's name.",
        "阈值与指标同名，是同一名称的两面。"),
      wrong: "threshold single_bit { yellow 20% }",
      right: "indicator late { on tender; clean normal(0, 1); shows normal(2, 1) under "
        + "kickbacks }; threshold late { yellow 2 }"),
    Explanation(
      "E0185", Wording("too large", "过大"),
      Wording(
        "A scenario has limits, so that no file can exhaust the machine.",
        "情景有规模上限，以免耗尽机器。"),
      wrong: "organization big { unit u { copies 1000; post p { copies 1000; headcount 1 } } }",
      right: "organization big { unit u { copies 10; post p { headcount 100 } } }"),
    Explanation(
      "E0186", Wording("readings in another unit", "读数单位不同"),
      Wording(
        "All readings and thresholds of an indicator are in one unit.",
        "一个指标的读数和阈值用同一单位。"),
      wrong: "indicator late { on tender; clean normal(0, 1); shows normal(2, 1) under "
        + "kickbacks }; threshold late { yellow 3 months }",
      right: "indicator late { on tender; clean normal(0, 1); shows normal(2, 1) under "
        + "kickbacks }; threshold late { yellow 3 }"),
    Explanation(
      "W0310", Wording("selects nobody", "没有选中任何岗位"),
      Wording(
        "No post has all of what is asked for.",
        "没有岗位同时符合所有条件。"),
      wrong: "rotation { of low_risk and tender; every 3 years }",
      right: "rotation { of high_risk; every 3 years }"),
    Explanation(
      "N0411", Wording("an alert that nobody answers", "预警无人处置"),
      Wording(
        "It is counted, but nobody works on it, and it stays outside the verification rate.",
        "会计数，但无人处置，也不计入查实率。"),
      wrong: "indicator late { on tender; clean normal(0, 1); shows normal(2, 1) under "
        + "kickbacks }; threshold late { yellow 2 }",
      right: "response yellow { by unit }"),
    Explanation(
      "W0312", Wording("a response to nothing", "处置无从触发"),
      Wording(
        "Nothing in the scheme makes what it answers.",
        "方案中没有什么会触发它。"),
      wrong: "response real_name { by inspectorate }",
      right: "reporting { hears 2% per month }; response real_name { by inspectorate }"),
    Explanation(
      "W0313", Wording("a review that finds nothing", "查不出问题的检查"),
      Wording(
        "It costs money and time and has no yield.",
        "有费用而无产出。"),
      wrong: "review look { by inspectorate; every 1 year }",
      right: "review look { by inspectorate; every 1 year; finds 5% }"),
    Explanation(
      "N0415", Wording("no body", "没有机构"),
      Wording(
        "Without a body one implicit supervisory body acts, without limit and cost.",
        "不声明机构时，由一个不限能力、不计费用的监察机关承办。"),
      wrong: "",
      right: ""),
    Explanation(
      "E0187", Wording("a field that does nothing", "不起作用的字段"),
      Wording(
        "It acts only beside another value of another field, and would be ignored.",
        "它只与另一字段的另一取值一起才起作用，否则会被忽略。"),
      wrong: "officials { tenure uniform(0, 35 months) }",
      right: "scenario { start cold }; officials { tenure uniform(0, 35 months) }"),
    Explanation(
      "E0195", Wording("an indicator that cannot stand on others", "指标组合不成立"),
      Wording(
        "An indicator with `together` raises an alert where all that it names are beyond yellow on a "
          + "seat in one month. It names two or more that read all its posts, and reads nothing itself.",
        "写有“同时触发”的指标，在所列指标同月同席均达黄色时预警；须列两个以上监测其全部岗位的指标，自身不再读数。"),
      wrong: "indicator late { on tender; clean normal(0, 1); shows normal(2, 1) under "
        + "kickbacks }; threshold late { yellow 2 }; indicator both { on tender; together late }",
      right: "indicator late { on tender; clean normal(0, 1); shows normal(2, 1) under "
        + "kickbacks }; threshold late { yellow 2 }; indicator dear { on tender; clean normal(0, 1); "
        + "shows normal(2, 1) under kickbacks }; threshold dear { yellow 2 }; "
        + "indicator both { on tender; together late, dear }"),
    Explanation(
      "E0196", Wording("a leader of another unit", "负责人不在本单位"),
      Wording(
        "The post that answers for a unit is one of the unit.",
        "对单位负责的岗位须在该单位之内。"),
      wrong: "organization o { unit a { leader boss; post clerk { headcount 3 } }; "
        + "unit b { post boss { headcount 1 } } }; review survey { by supervisory; every 1 year; "
        + "reveals 60% }",
      right: "organization o { unit a { leader clerk; post clerk { headcount 3 } }; "
        + "unit b { post boss { headcount 1 } } }; review survey { by supervisory; every 1 year; "
        + "reveals 60% }"),
    Explanation(
      "E0197", Wording("above itself", "自己的上级"),
      Wording(
        "Levels rise: whoever follows `above` never comes back.",
        "层级逐级向上：沿“上级”走不会绕回。"),
      wrong: "organization township { above city }; organization city { above township }",
      right: "organization township { above city }; organization city"),
    Explanation(
      "W0316", Wording("reads the wrong posts", "监测的岗位不对"),
      Wording(
        "The risk that it shows does not exist at any post that it reads.",
        "所监测的岗位上没有它要显示的风险。"),
      wrong: "indicator late { on approval; clean normal(0, 1); shows normal(2, 1) "
        + "under kickbacks }; threshold late { yellow 2 }",
      right: "indicator late { on tender; clean normal(0, 1); shows normal(2, 1) under "
        + "kickbacks }; threshold late { yellow 2 }"),
    Explanation(
      "W0317", Wording("nothing can happen", "不会发生任何事"),
      Wording(
        "Without posts nobody can offend and nobody can be found.",
        "没有岗位，就没有人作案，也无从查处。"),
      wrong: "",
      right: ""),
    Explanation(
      "W0318", Wording("a rotation that moves nobody", "不轮换的轮岗"),
      Wording(
        "Its cycle is endless.",
        "周期为永不。"),
      wrong: "rotation { of tender }",
      right: "rotation { of tender; every 3 years }"),
  ]
}
