import Engine
import Syntax

extension MonthStep {
  /// What happens in the step, in words.
  var wording: Wording {
    switch self {
    case .calendar: Wording("calendar: changes that begin this month", "日历：本月开始的改动")
    case .people: Wording("people: leave, join, rotate", "人员：离职、补缺、轮岗")
    case .influence: Wording("influence: education", "影响：教育")
    case .onset: Wording("temptation and onset of offences", "诱因与违法行为的发生")
    case .race: Wording("course: offences escalate, end, are heard of", "发展：升级、终止、被人知晓")
    case .signals: Wording("signals: indicators are read, alerts raised", "信号：读取指标，发出预警")
    case .reports: Wording("reports, true and false", "举报：属实与不实")
    case .reviews: Wording("reviews that are due", "到期的检查")
    case .work: Wording("work: queues, starts, results", "核查：排队、开始、出结果")
    case .decisions:
      Wording("decisions: sanctions, removals, duty reports", "处理：形态处理、去职、追缴、述责述廉")
    case .accounts: Wording("accounts: loss, cost, seats", "核算：损失、费用、在岗人数")
    case .evaluation: Wording("evaluation: rules are asked", "评估：判断规则")
    }
  }

  /// Whether an institution can see it.
  var isObservable: Bool {
    switch self {
    case .onset, .race: false
    case .calendar, .people, .influence, .signals, .reports, .reviews, .work, .decisions, .accounts,
      .evaluation:
      true
    }
  }
}
