import Syntax

/// What `new` writes: a small scenario that runs, with a comment where a newcomer would ask.
enum Template {
  /// The text, in a language; the name becomes its title.
  static func text(named name: String, in language: Language) -> String {
    language == .en ? english(name) : chinese(name)
  }

  private static func english(_ name: String) -> String {
    """
    # \(name): a first scenario. Nobody in it exists. `probity run FILE` runs it.
    use "metrics"

    scenario {
      title "\(name)"
      horizon 10 years
      runs 200; seed 1
    }

    # Who works where.
    organization district {
      unit office "Procurement office" {
        post tender "Tender officer" { headcount 12; risk_level high; group key }
        post payment "Payment officer" { headcount 8; risk_level high; group key }
      }
    }
    turnover { rate 6% per year; refill exponential(mean 2 months) }

    # What can go wrong: `~` says that a value is not known exactly.
    risk tailored_spec "Specification tailored to one bidder" {
      at tender
      rate ~ lognormal(median 1.2%, p90 3%) per year
      lasts 5 years
      loss lognormal(median 80k, p90 600k) per month
    }

    # What is watched, and who answers.
    indicator single_bid "Share of single-bid tenders" {
      on tender
      clean beta(mean 8%, sd 5%)
      shows beta(mean 30%, sd 12%) under tailored_spec
    }
    threshold single_bid { yellow 20%; orange 30%; red 45% }
    body inspectorate "Inspectorate" { kind supervisory; capacity 6 per month }
    response yellow { by unit; within 1 month; verifies 35% }
    response orange { by inspectorate; within 2 months; verifies 60% }
    response red { by inspectorate; within 3 months; verifies 85% }
    reporting { hears 2% per month }
    review yearly "Yearly inspection" { by inspectorate; every 1 year; covers 40%; finds 20% }
    rotation { of high_risk; every 5 years; coverage 80% }

    # What should come of it, and what else could be done.
    target incidence <= 10 per 1000 person_years
    policy brisk "Yearly rotation" { rotation.every = 1 year }
    experiment rotation_study { compare baseline, brisk; on incidence, total_cost }

    """
  }

  private static func chinese(_ name: String) -> String {
    """
    # \(name)：第一个情景。其中没有真实的人。运行：probity run 文件
    引用 "metrics"

    情景 {
      标题 "\(name)"
      时长 10年
      模拟次数 200；随机种子 1
    }

    # 谁在哪里任职。
    组织 本区 {
      单位 采购中心 {
        岗位 招标岗 { 编制 12；风险等级 高；群体 关键岗位 }
        岗位 支付岗 { 编制 8；风险等级 高；群体 关键岗位 }
      }
    }
    人员流动 { 离职率 每年 6%；补缺时间 指数（均值 2个月） }

    # 会出什么问题：“~”表示数值并不确切知道。
    风险点 量身定制 "为特定投标人量身定制" {
      所在岗位 招标岗
      发生率 ~ 每年 对数正态（中位数 1.2%，p90 3%）
      自然存续期 5年
      损失 每月 对数正态（中位数 8万元，p90 60万元）
    }

    # 监测什么，由谁核查。
    监测指标 单一投标 "单一投标占比" {
      对象 招标岗
      正常分布 贝塔（均值 8%，标准差 5%）
      异常分布 贝塔（均值 30%，标准差 12%） 对应 量身定制
    }
    阈值 单一投标 { 黄色 20%；橙色 30%；红色 45% }
    机构 监察机关 { 类型 监察机关；承办能力 每月 6 }
    处置 黄色 { 承办 本单位；时限 1个月；查实能力 35% }
    处置 橙色 { 承办 监察机关；时限 2个月；查实能力 60% }
    处置 红色 { 承办 监察机关；时限 3个月；查实能力 85% }
    举报 { 知情举报率 每月 2% }
    检查 年度检查 { 承办 监察机关；周期 1年；覆盖 40%；查出率 20% }
    轮岗 { 对象 高风险；周期 5年；覆盖 80% }

    # 希望达到什么，还可以怎么做。
    目标 实际发生率 <= 每1000人年 10
    方案 年度轮岗 { 轮岗.周期 = 1年 }
    实验 轮岗研究 { 比较 基准，年度轮岗；结果指标 实际发生率，总费用 }

    """
  }
}
