import Ledger
import Plan
import Quantities

/// Education 教育引导 (model.md G11): sessions reach people, and what reached them fades; so does what remedies train.
extension Run {
  /// Step 3: sessions of the programmes that are due.
  mutating func educate() {
    for index in tables.programmes.indices where tables.programmes[index].every > 0 {
      let isDue = isDue(every: tables.programmes[index].every)
      for post in frame.layout.posts.indices {
        let programme = tables.programmes[index]
        // Where newcomers alone are meant, each is taught in the month of his entry, and at each cycle from then on.
        let inducts = programme.isForNewcomers[post] && !programme.isForOthers[post]
        if inducts || isDue && programme.isForOthers[post] {
          hold(index, at: post, inducts: inducts)
        }
      }
    }
  }

  /// A session for those of a post whom it means.
  private mutating func hold(_ index: Int, at post: Int, inducts: Bool) {
    let programme = tables.programmes[index]
    let hasCase = programme.gains && tellsOfCase(at: post)
    let seat0 = frame.layout.posts[post].seat0
    var (meant, reached) = (0, 0)
    for seat in seat0..<seat0 + tables.headcounts[post] where !state.seats[seat].isVacant {
      let hired = state.seats[seat].hired
      guard isNewcomer(hired: hired) ? programme.isForNewcomers[post] : programme.isForOthers[post]
      else { continue }
      if inducts, (month - 1 - Int(hired)) % programme.every != 0 { continue }
      meant += 1
      let id = Meaning(bits: state.people[seat].id).joined(programme.meaning)
      guard certainly(luck.word(.reached, id, keyed(month)), below: programme.reach) else {
        continue
      }
      reached += 1
      teach(index, seat, hasCase: hasCase)
    }
    guard meant > 0 else { return }
    if wants.sessions, isReported {
      var row = Row(.sessions, month: Int32(month), post: Int32(post))
      // The first programme is no declaration.
      row.slots[0] = Int64(index - 1)
      row.slots[1] = Int64((Double(reached) / Double(meant) * 0x1p20).rounded())
      sink.settle(row)
    }
    if wants.costs {
      report(
        cost: .education, Money(programme.cost.number * Double(reached)), seat: seat0)
    }
  }

  private mutating func teach(_ programme: Int, _ seat: Int, hasCase: Bool) {
    state.schooling[programme, seat] = Taught(
      person: UInt32(truncatingIfNeeded: state.people[seat].id), month: Int32(month),
      hasCase: hasCase)
  }

  /// A remedy trains everybody in a unit anew.
  mutating func retrain(_ unit: Int) {
    for post in frame.layout.places.postsOfUnit[unit] {
      let seat0 = frame.layout.posts[post].seat0
      for seat in seat0..<seat0 + tables.headcounts[post] where !state.seats[seat].isVacant {
        teach(0, seat, hasCase: false)
      }
    }
  }

  // MARK: - Real cases

  /// A case was filed: for 12 months there is something to tell of in its field of work.
  mutating func noteCase(at seat: Int) {
    guard !state.schooling.isEmpty, !tables.fields.isEmpty else { return }
    state.schooling.cases[tables.fields[Int(frame.layout.postOfSeat[seat])]] = Int32(month)
  }

  @inline(__always)
  private func tellsOfCase(at post: Int) -> Bool {
    Int(state.schooling.cases[tables.fields[post]]) >= month - 12
  }

  // MARK: - What it does

  /// E: what is left of the temptation of the person in a seat.
  @inline(__always)
  func schooling(_ seat: Int) -> Float {
    let person = UInt32(truncatingIfNeeded: state.people[seat].id)
    var left: Float = 1
    for index in tables.programmes.indices {
      let taught = state.schooling[index, seat]
      guard taught.person == person else { continue }
      left *= tables.programmes[index].factor(taught, in: month)
    }
    return left
  }
}

extension Tables {
  /// A programme of education, folded.
  struct Programme {
    /// What its luck hangs on.
    var meaning = Meaning(bits: 0)
    /// Months between sessions; 0 where it holds none.
    var every = 0
    var reach = 0.0
    /// 1 − RR just after a session, without and with a real case to tell of.
    var effect = 0.0
    var effectWithCase = 0.0
    /// Whether a real case adds to it.
    var gains: Bool { effectWithCase != effect }
    /// What is left of the effect on average over a month, by months since the session.
    var left: [Double] = []
    var cost = Price(0)
    /// By post: whether it means newcomers, and whether everybody else.
    var isForNewcomers: [Bool] = []
    var isForOthers: [Bool] = []

    /// A programme whose effect halves after so many months.
    init(halfLife: Double) {
      // ∫ 2^(−x/h) dx over the month, so that the mean over a cycle is exact (O33).
      let last = Int(min(30 * halfLife, 3600).rounded(.up))
      let ln2 = 0x1.62e42fefa39efp-1
      let pace = ln2 / max(halfLife, 1e-3)
      left = (0...last).map {
        exponential(-pace * Double($0)) * -exponentialMinusOne(-pace) / pace
      }
    }

    /// By what a session multiplies the temptation in a month.
    @inline(__always)
    func factor(_ taught: Taught, in month: Int) -> Float {
      let age = month - Int(taught.month)
      guard age >= 0, age < left.count else { return 1 }
      return Float(1 - (taught.hasCase ? effectWithCase : effect) * left[age])
    }

    /// The highest factor that it can be.
    var highest: Double { 1 + max(0, -effect, -effectWithCase) }
  }

  /// What G11 gives a session, and what remedies train gives as much.
  private static let training = (effect: 0.05, halfLife: 3.0)

  /// Folds what teaches; the first programme is what remedies train.
  mutating func foldEducation(_ layout: Layout) {
    guard layout.programmes > 0 else { return }
    var training = Programme(halfLife: Tables.training.halfLife)
    training.effect = Tables.training.effect
    training.effectWithCase = training.effect
    programmes = [training]
    for terms in scheme.educations {
      var programme = Programme(halfLife: terms.halfLife.number)
      programme.meaning = Meaning("education." + terms.name)
      if terms.isOn {
        programme.every = max(1, Int(terms.every.number.rounded()))
        programme.effect = terms.effect.number
      }
      programme.effectWithCase =
        programme.effect * (terms.content == .warning ? terms.caseGain.number : 1)
      programme.reach = terms.reach.number
      programme.cost = terms.cost
      let (newcomers, others) = (Set(terms.of.newcomers), Set(terms.of.posts))
      programme.isForNewcomers = layout.posts.indices.map { newcomers.contains($0) }
      programme.isForOthers = layout.posts.indices.map { others.contains($0) }
      programmes.append(programme)
    }
    fields = scheme.places.posts.map { Int($0.field) }
    boldest = Float(programmes.reduce(1) { $0 * $1.highest })
  }
}
