import Ledger
import Plan
import Quantities

/// The ladder of sanctions as tables: which form follows from stage and record, and what each brings (model.md G8).
struct Ladder {
  let terms: SanctionTerms
  /// Up to which uniform number form 1, forms 1–2 and forms 1–3 follow, by stage and priors (two at most).
  private let sums: [SIMD4<Double>]
  /// Months for which a record counts as prior.
  let remembers: Double
  /// By form: whole months to the decision, shares that are removed and that are moved, money.
  let delays: [Int]
  let removes: [Double]
  let moves: [Double]
  let costs: [Money]
  let withdraws: Double
  let recovers: Double
  /// Reminder talks without a lead, per occupied seat and month.
  let reminders: Double
  /// Share of records that are known after a move, by the file of the post that is left.
  let known: [Double]
  /// By unit: who sanctions, and the share of findings on which that body acts.
  let bodies: [Int64]
  let acts: [Double]

  init(_ terms: SanctionTerms, _ queues: Queues) {
    self.terms = terms
    sums = Stage.allCases.flatMap { stage in
      (0...2).map { Ladder.sums(terms[stage], shifts: terms.shifts.number, priors: $0) }
    }
    remembers = terms.remembers.number
    delays = Form.allCases.map { wholeMonths(terms.decides[$0].number) }
    removes = Form.allCases.map { terms.removes[$0].number }
    moves = Form.allCases.map { terms.moves[$0].number }
    costs = Form.allCases.map { Money(terms.cost[$0].number) }
    withdraws = terms.withdraws.number
    recovers = terms.recovers.number
    reminders = terms.reminders.number / 12
    known = FileLevel.allCases.map { terms.known[$0].number }
    let units = queues.scheme.units.indices.map { queues.queue(of: terms.by, unit: $0) }
    bodies = units.map { queues.code(of: $0) }
    acts = units.map {
      $0 < queues.scheme.bodies.count ? queues.scheme.bodies[$0].acts.number : 1
    }
  }

  /// The forms of a stage after so many priors: each moves a share of every form's mass one form up.
  private static func sums(
    _ forms: PerForm<Share>, shifts: Double, priors: Int
  ) -> SIMD4<Double> {
    var masses = SIMD4(
      forms.first.number, forms.second.number, forms.third.number, forms.fourth.number)
    for _ in 0..<priors {
      var moved = masses * shifts
      moved[3] = 0
      masses = masses - moved + SIMD4(0, moved[0], moved[1], moved[2])
    }
    // Where a share is uncertain they need not add up.
    let total = masses.sum()
    guard total > 0 else { return SIMD4(1, 1, 1, 1) }
    let first = masses[0] / total
    let second = first + masses[1] / total
    return SIMD4(first, second, second + masses[2] / total, 1)
  }

  /// The form of a uniform number.
  func form(stage: Int, priors: Int, _ u: Double) -> Int {
    let sums = sums[stage * 3 + min(priors, 2)]
    return u < sums[0] ? 0 : u < sums[1] ? 1 : u < sums[2] ? 2 : 3
  }
}

extension Tables {
  /// Folds what follows results: the ladder, and what responses bring to light or keep back.
  mutating func foldSanctions() {
    let queues = Queues(scheme)
    ladder = scheme.sanctions.last { $0.isOn }.map { Ladder($0, queues) }
    for reporting in scheme.reportings {
      for unit in scheme.units.indices {
        receivers.append(codes[queues.queue(of: reporting.by, unit: unit)])
      }
    }
  }
}
