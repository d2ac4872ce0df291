import Syntax

/// The words of the contract whose mechanisms are not built yet, so that a problem can say "known word,
/// not in this version" instead of "unknown word". A word moves from here to a row when it acts.
extension LaterWords {
  /// Kinds of declarations.
  static let kinds = pairs(
    """
    lesson 课程
    """)

  /// Fields, by the English word of their kind.
  static let fields = tables(
    """
    experiment: sweep 扫描, sensitivity 敏感性分析, calibrate 校准, match 对标, by 分组
    lesson: policy 方案, run 轮次, say 讲解, ask 提问, choice 选项, predict 预测, advance 推进, \
      show 显示, why 查因, twin 对照, reveal 揭晓
    choice: say 讲解, twin 对照
    """)

  /// Words of enumerations, by the English word of the enumeration.
  static let values = tables(
    """
    why_item: alert 预警, case 案件, report 举报, lead 问题线索, sanction 处分, offence 案情, seat 个人
    source: transfer 移交
    channel: hotline 热线, web 网络, letter 来信, visit 来访, media 媒体
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
