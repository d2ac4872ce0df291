import Ledger
import Plan
import Quantities

/// Reports on duty and integrity 述责述廉 (model.md G11): whoever gives one feels it.
extension Run {
  /// Step 10: at the end of the months in which reports are due, whoever sits at the posts named gives his.
  mutating func reportOnDuty() {
    for terms in tables.scheme.dutyReports where terms.isOn {
      guard isDue(every: max(1, Int(terms.every.number.rounded()))) else { continue }
      for post in terms.of.posts { reportOnDuty(terms, at: post) }
    }
  }

  private mutating func reportOnDuty(_ terms: DutyReportTerms, at post: Int) {
    let seat0 = frame.layout.posts[post].seat0
    var given = 0
    for seat in seat0..<seat0 + tables.headcounts[post] where !state.seats[seat].isVacant {
      given += 1
      feel(terms.felt.number, at: seat)
    }
    report(cost: .dutyReport, Money(terms.cost.number * Double(given)), seat: seat0)
  }
}
