/// What happens in a month, in this order (model.md 2); `help month` prints it.
public enum MonthStep: Int, Sendable, CaseIterable {
  /// Rule changes that begin this month take effect.
  case calendar
  /// People leave, join, rotate.
  case people
  /// What influences people: education.
  case influence
  /// Temptation meets the people in their seats.
  case onset
  /// Offences escalate, end, are heard of.
  case race
  /// Indicators are read, alerts raised.
  case signals
  /// Reports, true and false, become leads.
  case reports
  /// Reviews that are due.
  case reviews
  /// Work: queues, starts, results.
  case work
  /// Sanctions that are due, with what they bring.
  case decisions
  /// Loss, cost, occupied seats.
  case accounts
  /// Rules are asked, after the reviews that they name.
  case evaluation
}

extension Run {
  /// One month.
  mutating func pass(_ program: Program) {
    for step in MonthStep.allCases {
      switch step {
      case .calendar:
        turn(program)
        turnByRules(program)
        renewBudgets()
        adaptWillingness()
        tendList()
      case .people: movePeople()
      case .influence: educate()
      case .onset: tempt()
      case .race: race()
      case .signals: read()
      case .reports: hear()
      case .reviews: review()
      case .work: work()
      case .decisions:
        decide()
        reportOnDuty()
      case .accounts: account()
      case .evaluation: evaluate()
      }
    }
  }
}
