import Syntax

/// The words of the contract whose mechanisms are not built yet, so that a problem can say "known word,
/// not in this version" instead of "unknown word". A word moves from here to a row when it acts.
extension LaterWords {
  /// Kinds of declarations.
  static let kinds = pairs(
    """
    pool 相对人, control 防控措施, screen 筛选, sharing 信息共享, meeting 联席会议, listing 挂牌督办, \
      sanction 惩戒, remedy 整改, education 教育, publicity 公开, duty_report 述责述廉, \
      admonition 诫告, deterrence 震慑, appraisal 考核, rule 规则, lesson 课程
    """)

  /// Fields, by the English word of their kind.
  static let fields = tables(
    """
    organization: level 层级, above 上级, independence 措施独立度, listed 已排查, drift 排查失效率
    unit: leader 负责人, listed 已排查, climate 举报氛围
    post: category 岗位类别, file 廉政档案, override 凌驾, owner 防控责任人, listed 已排查
    body: budget 预算, covers 覆盖, acts 处理率, above 上级
    risk: elasticity 震慑弹性, infects 传染率, infects_by 传染来源, tipping 从众率, tips_below 从众临界值, \
      pool 相对人, conflict 利益冲突, owner 防控责任人, listed 已排查
    pool: number 数量, spread 权重差异, recorded 已有记录, remembers 记录期限, replaces 替补, \
      guided 合规指引覆盖, guidance 合规指引效果
    control: kind 类型, at 所在岗位, against 针对, blocks 阻断, colludes 串通, evades 规避, \
      loss_factor 损失倍数, performed 执行率, relation 关系系数, tells 拒绝后举报, notices 阻断发现率, \
      displaces 转移, traces 留痕提升, checks 查询率, standard 执行率标准, cost 费用, friction 延误
    indicator: models 模型数, stable 固有差异, promotes 累计升级, intercepts 事中拦截, together 同时触发, \
      owner 责任方, standard 查实率标准
    screen: of 对象, keeps_true 真警保留, cuts_false 误警剔除, cost 费用
    review: on 触发, method 调查方法, unlisted 未排查折减, reveals 薄弱发现率, visit 检查震慑, \
      clean_visit 空查影响, announced 预告, published 结果公开, exempt 防压案, effort 工作量
    reporting: feedback 反馈效应, openness 公示效应, retaliation 打击报复, protects 防报复率, \
      surfaces 报复曝光率, chills 寒蝉效应, coworkers 同事举报, sources 来源构成, plan_within 处置方案时限
    response: disposal 处置方式, shelves 暂存待查, talks 谈话提醒, overdue 逾期升级, buries 压案, \
      unravels 牵出率, joint 联合调查, joint_gain 联合加成
    sharing: degree 共享程度, records 记录通报, cost 费用
    meeting: every 周期, of 成员单位, reassigns 调剂, cost 费用
    listing: by 督办, where 条件, priority 优先级, shortens 时限系数, gain 查实加成
    sanction: by 承办, sign 苗头, violation 违法, crime 犯罪, remembers 记录期限, shifts 从重, \
      decides 审理时长, withdraws 撤案, recovers 追缴, removes 去职, moves 调离, reminders 日常谈话提醒, \
      weights 形态权重, published 公开通报, felt 震慑强度, known 记录可见率, cost 费用
    remedy: on 触发, by 发出方, to 整改方, within 时限, replies 回复时间, accepts 采纳率, completes 真实完成, \
      takes 完成时间, paper 纸面整改, follow_up 回访, reopens 重启次数, half_life 半衰期, lists 补充排查, \
      performs 督促执行, adds 新增措施, hardens 风险点加固, tunes 模型调优, retrains 再培训, guides 案例指导, \
      cost 费用
    rotation: passes 拉拢继任, settling 适应期, lag 适应损失
    education: of 对象, content 内容, every 周期, reach 参训率, effect 效果, half_life 半衰期, \
      case_gain 案例加成, cost 费用
    publicity: of 公开内容, reach 知晓率, felt 震慑强度, cost 费用
    duty_report: of 对象, every 周期, felt 震慑强度, cost 费用
    admonition: by 承办, to 送达对象, on 触发, served 送达用时, follow_up 回访, felt 震慑强度, cost 费用
    deterrence: prior 感知查处率, learning 先验权重, half_life 半衰期, elasticity 震慑弹性, \
      severity_exponent 严厉性指数, announcement 预告可信度, announced 预告覆盖
    appraisal: on 考核指标, weight 权重, every 周期, buries 压案, chills 寒蝉效应, paper 纸面整改, \
      complies 执行提升
    rule: at 时点, when 当, then 则, cooldown 最短间隔, owner 责任方
    then: order 开展, issue 制发, list 挂牌督办, admonish 诫告, restore 恢复
    experiment: sweep 扫描, sensitivity 敏感性分析, calibrate 校准, match 对标, by 分组
    lesson: policy 方案, run 轮次, say 讲解, ask 提问, choice 选项, predict 预测, advance 推进, \
      show 显示, why 查因, twin 对照, reveal 揭晓
    choice: say 讲解, twin 对照
    """)

  /// Words of enumerations, by the English word of the enumeration.
  static let values = tables(
    """
    level: province 省级, prefecture 地市级, county 县级, township 乡级, village 村级, enterprise 企业
    file: none 无档, standard 一般, dynamic 动态
    infects_by: active 存量, known 已查实
    control_kind: dual 双人负责, separation 三分离, two_lines 收支两条线, tiered 权限分级, \
      collective 集体决策, expert 专家论证, public 公众参与, recusal 任职回避, declaration 个人事项报告, \
      disclosure 信息公开, online 网上办理, platform 公共资源交易平台, record_check 行贿档案查询, \
      three_major 三重一大, custody 错案责任追究, other 其他
    review_trigger: departure 离任, case 发案, complaints 举报, order 交办, rising 发案上升
    survey_method: symposium 座谈, questionnaire 问卷, document 审阅, talk 谈心, expert 专家约谈
    response: case 案件, transfer 移交件, explain 责令说明
    disposal: verify 初步核实, explain 责令说明, talk 谈话函询
    remedy_trigger: case 案件, weakness 薄弱环节, rule 规则, review 检查
    content: warning 警示, values 权力观, law 法治, culture 廉洁文化
    published_what: results 评估结果, sanctions 处分, cases 案例
    addressee: seat 个人, unit 单位
    admonition_trigger: rule 规则, sign 苗头, void 查否
    report_source: employee 职工, customer 服务对象, anonymous 匿名, vendor 供应商, other 其他
    felt_by: own 本人, unit 本单位, organization 全组织
    body: above 上级机关
    why_item: alert 预警, case 案件, report 举报, lead 问题线索, sanction 处分, offence 案情, seat 个人
    status: shelved 暂存待查, buried 被压案
    source: case 案件, transfer 移交, notice 阻断发现
    channel: hotline 热线, web 网络, letter 来信, visit 来访, coworker 同事, media 媒体
    outcome: blocked 被阻断, abandoned 放弃, solo 单独作案, collusive 串通作案, overridden 凌驾作案, \
      excluded 被禁入
    via: tempted 诱发, infected 传染, displaced 转移
    reason: intercepted 被拦截, removed 去职
    step: plan 预案, served 送达, record 笔录, follow_up 回访
    why: removal 去职
    weakness_kind: unlisted 未排查, control 防控措施, model 模型, remedy 整改
    issuer: supervisory 监察, procuratorial 检察, judicial 司法, audit 审计, own 自行
    activity: education 教育, remedy 整改, meeting 会议, sanction 惩戒
    """)

  /// Kinds of events.
  static let events = pairs(
    """
    attempts 企图, screened 筛选记录, interceptions 拦截, retaliations 打击报复, burials 压案件, \
      cases 案件, sanctions 形态处理, recoveries 追缴款, prosecutions 移送起诉, weaknesses 薄弱环节, \
      recommendations 整改建议, rectifications 整改件, cells 排查单元, sessions 教育场次, \
      admonitions 诫告件, exclusions 禁入, notices 阻断发现, firings 规则触发, changes 参数变更
    """)

  /// Fields of events, by the English word of the kind of event.
  static let eventFields = tables(
    """
    attempts: risk 风险点, outcome 结果, control 防控措施, via 经由
    offences: collusive 串通, accomplices 同案人数, infected 被传染
    alerts: screened 已筛除, filed 已立案, disposed 已处置
    screened: indicator 监测指标, kept 已保留
    interceptions: indicator 监测指标, value 数值
    reports: channel 渠道, source 来源
    retaliations: known 已曝光
    leads: listed 已挂牌, stage 疑似阶段, loss 涉案金额
    burials: body 机构
    cases: stage 阶段, form 形态, risk 风险点, filed 已立案, amount 金额
    sanctions: form 形态, stage 阶段, prior 既往处理, delay 耗时, reminder 谈话提醒
    recoveries: amount 金额
    prosecutions: stage 阶段
    reviews: weaknesses 薄弱环节数, skipped 未开展
    weaknesses: kind 类型, owner 责任方, review 检查, closed 已销号, step_time 环节时长
    recommendations: issuer 发出方, late 已逾期, replied 已回复, accepted 已采纳, due 已到期
    rectifications: issuer 发出方, trigger 触发, reported 报告完成, done 真实完成, late 已逾期, \
      reopened 已重启
    cells: listed 已排查, existing 实有, cause 原因
    sessions: programme 教育项目, reach 参训率
    admonitions: to 对象, step 环节
    exclusions: pool 相对人, until 禁入期限
    notices: control 防控措施
    firings: rule 规则, owner 责任方
    changes: path 路径, old 原值, new 新值
    costs: skipped 未支出
    """)

  /// Functions.
  static let functions = pairs(
    """
    gini 基尼系数, column 列
    """)

  /// Words after `by`.
  static let groupings = pairs(
    """
    form 形态, channel 渠道, control 防控措施, phase 防控环节, aim 三不腐
    """)

  /// Presets of declarations.
  static let presets = tables(
    """
    review: accountability_audit 经济责任审计, general_survey 一般性调查, targeted_survey 针对性调查, \
      after_case_survey 案后整改调查, file_check 个人事项核查, inspection_from_above 上级督查
    control: dual 双人负责, separation 三分离, two_lines 收支两条线, tiered 权限分级, collective 集体决策, \
      recusal 任职回避, declaration 个人事项报告, disclosure 信息公开, online 网上办理, platform 公共资源交易平台, \
      record_check 行贿档案查询
    remedy: rectification 以案促改, recommendation 监察建议
    education: power_lessons 权力观教育, warning_cases 风险警示教育, induction 法治岗前培训, culture 廉洁文化
    """)

  /// Commands; the caller knows which of them it has.
  static let commands = pairs(
    """
    run 运行, compare 比较, sweep 扫描, sensitivity 敏感性分析, calibrate 校准, test 检验, check 校验, \
      show 显示, set 设定, diff 差异, undo 撤销, redo 重做, reset 重置, save 保存, plot 绘图, trace 追踪, \
      why 查因, twin 对照, next 下一步, back 后退, lang 语言, answer 回答, reveal 揭晓, report 报告, \
      fmt 排版, rank 排名, attribute 归因, find 查找, describe 描述, edit 编辑, best 择优, replay 回放, \
      explain 解释, help 帮助, history 历史记录, quit 退出
    """)
}
