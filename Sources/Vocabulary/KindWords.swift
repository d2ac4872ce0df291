public import Syntax

extension Kind {
  /// The word that declares it, in both languages.
  public var word: Wording {
    switch self {
    case .common: Wording("common", "通用")
    case .scenario: Wording("scenario", "情景")
    case .organization: Wording("organization", "组织")
    case .unit: Wording("unit", "单位")
    case .post: Wording("post", "岗位")
    case .officials: Wording("officials", "公职人员")
    case .turnover: Wording("turnover", "人员流动")
    case .body: Wording("body", "机构")
    case .pool: Wording("pool", "相对人")
    case .risk: Wording("risk", "风险点")
    case .control: Wording("control", "防控措施")
    case .indicator: Wording("indicator", "监测指标")
    case .threshold: Wording("threshold", "阈值")
    case .screen: Wording("screen", "筛选")
    case .response: Wording("response", "处置")
    case .sharing: Wording("sharing", "信息共享")
    case .meeting: Wording("meeting", "联席会议")
    case .listing: Wording("listing", "挂牌督办")
    case .review: Wording("review", "检查")
    case .reporting: Wording("reporting", "举报")
    case .rotation: Wording("rotation", "轮岗")
    case .sanction: Wording("sanction", "惩戒")
    case .education: Wording("education", "教育")
    case .publicity: Wording("publicity", "公开")
    case .dutyReport: Wording("duty_report", "述责述廉")
    case .admonition: Wording("admonition", "诫告")
    case .deterrence: Wording("deterrence", "震慑")
    case .remedy: Wording("remedy", "整改")
    case .rule: Wording("rule", "规则")
    case .appraisal: Wording("appraisal", "考核")
    case .metric: Wording("metric", "评估指标")
    case .norm: Wording("norm", "规范")
    case .target: Wording("target", "目标")
    case .policy: Wording("policy", "方案")
    case .experiment: Wording("experiment", "实验")
    case .expect: Wording("expect", "预期")
    case .evidence: Wording("evidence", "资料")
    case .use: Wording("use", "引用")
    }
  }

  /// What it declares, in one line.
  public var help: Wording {
    switch self {
    case .common: Wording("fields that every declaration takes", "各类声明通用的字段")
    case .scenario: Wording("what is simulated, for how long, how often", "模拟什么、多久、多少次")
    case .organization: Wording("an organisation and its units", "一个组织及其单位")
    case .unit: Wording("a unit and its posts", "一个单位及其岗位")
    case .post: Wording("a post: seats alike", "一个岗位：若干相同的席位")
    case .officials:
      Wording("individual differences; undeclared, everybody is equal", "个体差异；不声明则人人相同")
    case .turnover: Wording("people leave and seats are refilled", "人员离开与补缺")
    case .body: Wording("who performs reviews and responses", "承办检查与处置的机构")
    case .pool:
      Wording(
        "counterparties with whom offences are committed: bidders, candidates", "违法行为的相对人：投标人、应聘者等")
    case .risk: Wording("a risk point: where, how often, what becomes of it", "一个风险点：在哪里、多频繁、如何发展")
    case .control:
      Wording(
        "what stops a temptation, or makes it need an accomplice", "阻断作案，或使作案须有人串通的措施")
    case .indicator:
      Wording("what is measured where, clean and under an offence", "在哪里监测什么，正常与异常各如何")
    case .threshold: Wording("readings from which an indicator raises an alert", "指标达到多少即预警")
    case .screen:
      Wording("what takes alerts out before anybody works on them", "预警交办之前的筛选，剔除无效预警")
    case .response:
      Wording("what is done about a colour, a lead or a real-name report", "对各色预警、线索和实名举报如何处置")
    case .sharing: Wording("how much bodies let each other know", "机构之间互通信息的程度")
    case .meeting: Wording("bodies that meet and divide their work", "机构定期会商、调剂承办事项")
    case .listing: Wording("leads that a higher body watches over", "由上级督办的重点线索")
    case .review: Wording("a periodic look at posts", "对岗位的定期检查")
    case .reporting: Wording("reports by those who know, true and untrue", "知情人举报，属实与不实")
    case .rotation: Wording("officials change posts after a time", "公职人员任职一定时间后轮岗")
    case .sanction:
      Wording(
        "what follows a finding: four forms, recovery, removal; acts unless it is off",
        "查实之后：四种形态、追缴、去职；不停用即起作用")
    case .education:
      Wording("sessions that lower temptation a little, for a while", "教育场次：使诱因略有降低，逐渐消退")
    case .publicity:
      Wording(
        "how far what is made public is heard of and felt; acts with `deterrence`",
        "公开的内容有多少人得知、感受多强；有“震慑”时起作用")
    case .dutyReport:
      Wording(
        "reports on duty and integrity, which remind those who give them; act with `deterrence`",
        "定期述责述廉，使述者受到警醒；有“震慑”时起作用")
    case .admonition:
      Wording(
        "a warning on signs and at risk: a plan, a served notice, a record, a visit that follows it up",
        "对有苗头或有风险的个人、单位预防诫告：预案、送达、笔录、回访")
    case .deterrence:
      Wording("what people believe about being caught, and what that does", "对被查处的预期及其作用")
    case .remedy:
      Wording(
        "what a case or a weakness obliges the unit to put right", "案件或薄弱环节要求单位作出的整改")
    case .rule:
      Wording(
        "what an evaluation changes from the next month on, if what can be observed is so",
        "评估显示某种情形时，自次月起作何改动")
    case .appraisal:
      Wording("what units are scored on, and what that does to them", "考核单位的指标，以及考核的副作用")
    case .metric: Wording("a question over what happened", "对所发生之事的提问")
    case .norm: Wording("what a scheme must satisfy by design", "方案本身须满足的要求")
    case .target: Wording("what results should reach", "结果应达到的目标")
    case .policy: Wording("changes to the baseline, by path", "对基准方案的改动")
    case .experiment: Wording("a question asked of several policies", "对若干方案的同一提问")
    case .expect: Wording("what a result must satisfy: a test", "结果须满足的条件，即检验")
    case .evidence: Wording("a published figure with its source and grade", "已发表的数值及其出处、等级")
    case .use: Wording("reads another text first", "先读入另一份文本")
    }
  }

  /// A declaration as one would write it.
  public var example: String {
    switch self {
    case .common: "risk kickbacks { at tender; note \"from the audit\" }"
    case .scenario: "scenario { title \"Binhai\"; horizon 10 years }"
    case .organization: "organization binhai { unit finance { post payment { headcount 8 } } }"
    case .unit: "unit finance { post payment { headcount 8 } }"
    case .post: "post tender \"Tender officer\", \"招标岗\" { headcount 12; risk_level high }"
    case .officials: "officials { spread 1; damage { leaders 8; key 3 } }"
    case .turnover: "turnover { rate 6% per year }"
    case .body: "body inspectorate { kind supervisory; capacity 6 per month }"
    case .pool: "pool bidders { number 40; recorded 10%; replaces 30% }"
    case .risk: "risk kickbacks { at tender; rate 1.2% per year; lasts 5 years }"
    case .indicator:
      "indicator single_bid { on tender; clean beta(mean 8%, sd 5%); "
        + "shows beta(mean 30%, sd 12%) under kickbacks }"
    case .control:
      "control separation { at tender; against kickbacks; blocks 40%; colludes 25% by approval }"
    case .threshold: "threshold single_bid { yellow 20%; orange 30%; red 45% }"
    case .screen: "screen { of single_bid; keeps_true 95%; cuts_false 60% }"
    case .response: "response orange { by inspectorate; within 2 months; verifies 60% }"
    case .sharing: "sharing { degree 30% }"
    case .meeting: "meeting { every 3 months; of inspectorate, audit_office }"
    case .listing: "listing { by city_commission; where stage = crime or loss >= 1M }"
    case .review:
      "review evaluation { by inspectorate; every 1 year; covers 40% of high_risk; finds 5% }"
    case .reporting: "reporting { hears 2% per month; real_name 35% }"
    case .rotation: "rotation { of high_risk; every 3 years; coverage 80% }"
    case .sanction: "sanction { recovers 30%; decides 0, 3, 6, 6 months }"
    case .education: "education warning_cases { of high_risk; every 6 months; reach 90% }"
    case .publicity: "publicity { of results, sanctions; reach 50%; felt 0.1 }"
    case .dutyReport: "duty_report { of leaders; every 1 year }"
    case .admonition: "admonition { on sign; follow_up 15% within 6 months }"
    case .deterrence: "deterrence { prior 10% per year; elasticity 0.114 }"
    case .remedy: "remedy rectification { on case; within 3 months; completes 75%; hardens 15% }"
    case .rule:
      "rule tune { at evaluation; when verification_rate(last 1 year) < 40%; "
        + "then { single_bid.yellow *= 1.1 } }"
    case .appraisal: "appraisal { on detected_incidence; weight 50% }"
    case .metric: "metric onsets { is count(offences) / person_years; shown per 1000 person_years }"
    case .norm: "norm regular_rotation { requires rotation.every <= 5 years }"
    case .target: "target verification_rate >= 68% by year 3"
    case .policy: "policy brisk { rotation.every = 1 year }"
    case .experiment: "experiment study { compare baseline, brisk; on incidence; seed 2026 }"
    case .expect: "expect incidence(brisk) < incidence(baseline)"
    case .evidence: "evidence acfe2020 { citation \"ACFE 2020\"; value 14 months; grade C }"
    case .use: "use \"metrics\""
    }
  }
}
