import Support
import Syntax
import Testing
import Vocabulary

/// Commands that the tests pretend to have.
private let heads = [
  Wording("compare", "比较"), Wording("show", "显示"), Wording("set", "设定"), Wording("sweep", "扫描"),
  Wording("best", "择优"),
]

/// A text as `fmt --lang` prints it.
private func translated(_ text: String, _ language: Language) -> String {
  let parse = parse(Source(name: "test", text: text))
  #expect(!parse.hasErrors, "\(parse.diagnostics.map(\.message.en))")
  let translation = Translation(of: parse.program, into: language, heads: heads)
  return Formatter(language: language) { translation.spelling(of: $0.token) }.text(of: parse)
}

private let binhai = """
  scenario { title "Binhai"; horizon 10 years; start cold }

  organization binhai "Binhai district" {
    unit procurement "Procurement centre" {
      post tender "Tender officer", "招标岗" { headcount 12; risk_level high; group key }
      post clerk { headcount 20 }
    }
  }

  body inspectorate { kind supervisory; capacity 6 per month }

  # high stays in a comment
  risk tailored_spec "Specification tailored to one bidder" {
    at tender
    rate ~ lognormal(median 1.2%, p90 3%) per year
    tenure 1.0 at 0 years, 1.3 at 3 years, 2.0 at 6 years
    lasts 5 years
    severity { sign 60%; violation 30%; crime 10%; escalates 4% per month }
    loss lognormal(median 80k, p90 600k) per month
    source acfe2020
  }

  indicator single_bid {
    on tender and not (clerk or land)
    clean beta(mean 8%, sd 5%)
    shows beta(mean 30%, sd 12%) under tailored_spec
  }
  threshold single_bid { yellow 20%; orange 30%; red never }

  response yellow { by unit; within 1 month; capacity 10 per month }
  response red { by task_force; within 3 months; cost 60k }
  review evaluation { by inspectorate; every 1 year; covers 40% of high_risk; lump 2k }
  reporting { hears 2% per month; noise 15 per 1000 person_years }
  rotation { of high_risk; every 3 years; mode exchange; cost 5k }

  metric heavy "Heavy cases" {
    is count(offences where stage = crime and loss >= 1M) / person_years(where group = (key, leaders))
    shown per 1000 person_years
    better lower
  }
  metric quick { is quantile(90%, delay of offences) }
  target heavy <= 6 per 1000 person_years by year 3
  policy none_rotated { rotation off }
  policy brisk { rotation.every = 1 year; response.yellow.within *= 1.5; single_bid.yellow = 30% }
  experiment study { compare baseline, brisk; on heavy; until heavy within 3% }
  expect heavy(brisk) < heavy(none_rotated) from year 3 to year 5

  """

@Suite struct TranslationTests {
  @Test func changingTheLanguageAndBackGivesTheSameFile() {
    let chinese = translated(binhai, .zh)
    #expect(translated(chinese, .en) == binhai)
    #expect(translated(binhai, .en) == binhai)
    #expect(translated(chinese, .zh) == chinese)
  }

  @Test func everyKeywordIsTranslated() {
    let chinese = translated(binhai, .zh)
    for word in [
      "risk", "review", "headcount", "yellow", "lognormal", "median", "offences", "where", "unit",
      "per", "never", "exchange", "compare", "crime", "within", "off",
    ] {
      let names = parse(Source(name: "zh", text: chinese)).tokens.filter { $0.kind == .name }
      #expect(!names.contains { $0.text == word }, "\(word)")
    }
    #expect(chinese.contains("# high stays in a comment"))
    #expect(chinese.contains("\"Specification tailored to one bidder\""))
  }

  @Test func chineseIsPrintedAsTheRowsSay() {
    func expectPrinted(_ english: String, _ chinese: String, _ note: Comment? = nil) {
      #expect(translated(english + "\n", .zh) == chinese + "\n", note)
      #expect(translated(chinese + "\n", .en) == english + "\n", note)
    }
    expectPrinted("review a { covers 40% of high_risk }", "检查 a { 覆盖 40% 面向 高风险 }")
    expectPrinted(
      "risk r { loss mixture(70% of constant(80k), 30% of constant(2k)) per month }",
      "风险点 r { 损失 每月 混合（70% 属于 常数（8万元）, 30% 属于 常数（2000元）） }".replacing(", ", with: "，"))
    expectPrinted("target m >= 68% by year 3", "目标 m >= 68% 截至 第3年")
    expectPrinted("show m by year, unit", "显示 m 按 年，单位")
    expectPrinted("experiment e { until m within 3% }", "实验 e { 直至 m 误差 3% }")
    expectPrinted("best a, b within 1%", "择优 a，b 误差 1%")
    expectPrinted("response red { within 3 months }", "处置 红色 { 时限 3个月 }")
    expectPrinted(
      "control c { colludes 25% by approval; loss_factor 2, 4; cost 30k per year }",
      "防控措施 c { 串通 25% 伙同 approval；损失倍数 2，4；费用 每年 3万元 }")
    expectPrinted(
      "sanction { crime 0%, 5%, 25%, 70%; cost 3k, 10k, 20k, 60k; decides 0, 3, 6, 6 months }",
      "惩戒 { 犯罪 0%，5%，25%，70%；费用 3000元，1万元，2万元，6万元；审理时长 0，3，6，6个月 }")
    expectPrinted(
      "policy p { sanction.removes.form_2 = 20%; deterrence.prior = 10% per year }",
      "方案 p { 惩戒.去职.第二种形态 = 20%；震慑.感知查处率 = 每年 10% }")
    expectPrinted(
      "reporting { openness 1.2 of funds; sources { employee 52%; other 48% } }",
      "举报 { 公示效应 1.2 面向 民生资金；来源构成 { 职工 52%；其他 48% } }")
    expectPrinted(
      "metric m { is share(form = form_2 of sanctions) }", "评估指标 m { 定义 占比（形态 = 第二种形态 属于 形态处理） }")
    expectPrinted(
      "metric m { is gini(count of cases by unit) }", "评估指标 m { 定义 基尼系数（计数 属于 案件 按 单位） }")
    expectPrinted("threshold i { red never }", "阈值 i { 红色 不设 }")
    expectPrinted("risk r { lasts never }", "风险点 r { 自然存续期 永不 }")
    expectPrinted("review a { lump 150M }", "检查 a { 单次成本 1.5亿元 }")
    expectPrinted(
      "policy p { without rotation; from month 13 }",
      "方案 p { 取消 轮岗; 自 第13个月 }"
        .replacing("; ", with: "；"))
    expectPrinted(
      "metric m { is count(moves where why = rotation) }", "评估指标 m { 定义 计数（人员变动 其中 事由 = 轮岗） }")
    expectPrinted("norm n { requires review.a.cost <= 3k }", "规范 n { 要求 检查.a.费用 <= 3000元 }")
    expectPrinted("sweep rotation.cost over 1k, 20k", "扫描 轮岗.费用 取 1000元，2万元")
    expectPrinted("compare a, b on m from year 1 to year 2", "比较 a，b 看 m 自 第1年 至 第2年")
    expectPrinted("set response.yellow.cost 3k", "设定 处置.黄色.费用 3000元")
    expectPrinted("set response.explain.within 1 month", "设定 处置.责令说明.时限 1个月")
    expectPrinted("response explain { verifies 30% }", "处置 责令说明 { 查实能力 30% }")
    expectPrinted("show m by phase, aim", "显示 m 按 防控环节，三不腐")
    expectPrinted("risk r { at category.fieldwork }", "风险点 r { 所在岗位 岗位类别.fieldwork }")
    expectPrinted("control c { friction 2 days }", "防控措施 c { 延误 2天 }")
    expectPrinted("organization o { level township; above city }", "组织 o { 层级 乡级；上级 city }")
  }

  @Test func aFilterIsTranslatedOnlyIfItsWordIsUnique() {
    #expect(translated("target m(red) <= 3\n", .zh) == "目标 m（红色） <= 3\n")
    #expect(translated("target m(departure) <= 3\n", .zh) == "目标 m（departure） <= 3\n")
    #expect(translated("target m(离职) <= 3\n", .en) == "target m(离职) <= 3\n")
    #expect(translated("显示 举报\n", .en) == "show reporting\n")
    #expect(translated("show indicator\n", .zh) == "显示 监测指标\n")
    #expect(translated("target m <= 100万元\n", .en) == "target m <= 1M yuan\n")
  }

  @Test func declaredNamesWinOverWords() {
    let text = """
      organization o { unit key { post high_risk { headcount 3 } } }
      risk crime { at high_risk }
      metric m { is count(offences where risk = crime) }
      review r { by unit; of key }

      """
    let chinese = translated(text, .zh)
    #expect(chinese.contains("所在岗位 high_risk"))
    #expect(chinese.contains("风险点 = crime"))
    #expect(chinese.contains("范围 key"))
    #expect(translated(chinese, .en) == text)
  }

  @Test func aWordStaysWhereItsTwinIsADeclaredName() {
    let text = """
      organization o { unit u { post 高风险 { headcount 3 } } }
      rotation { of high_risk }

      """
    #expect(translated(text, .zh).contains("对象 high_risk"))
  }

  @Test func everyExampleIsReadAndGoesThereAndBack() {
    let fields = KindEntry.all.flatMap { entry in
      entry.rows.map {
        "\(entry.kind == .common ? "post" : entry.kind.word.en) x { \($0.example) }\n"
      }
    }
    let kinds = Kind.allCases.map { $0.example + "\n" }
    let functions = Function.allCases.map { "metric x { is \($0.example) }\n" }
    let distributions = DistributionFamily.allCases.map { "indicator x { clean \($0.example) }\n" }
    for example in fields + kinds + functions + distributions + ["language 1\n"] {
      let english = translated(example, .en)
      let chinese = translated(english, .zh)
      #expect(translated(chinese, .en) == english)
      #expect(chinese != english)
    }
  }

  @Test(arguments: files(below: repository + "/rules", suffix: ".probity"))
  func theShippedTextsGoThereAndBack(_ file: String) {
    guard let shipped = text(of: repository + "/rules/" + file) else {
      Issue.record("cannot read \(file)")
      return
    }
    let english = translated(shipped, .en)
    let chinese = translated(english, .zh)
    #expect(translated(chinese, .en) == english)
  }
}
