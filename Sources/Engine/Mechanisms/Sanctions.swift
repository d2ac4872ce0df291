import Ledger
import Plan
import Quantities

/// The ladder 梯度惩戒: which form follows a finding, when, and what it brings (model.md G8).
extension Run {
  /// At the verification: the form is drawn from stage and known record, and a case is filed from form 2 on.
  mutating func judge(
    _ offences: some Collection<Int>, _ item: Item, stage: UInt8
  ) -> Resolution {
    guard let ladder = tables.ladder else { return Resolution(status: .verified) }
    var gravest = -1
    var amount = Money.zero
    for index in offences {
      amount += Money(hundredths: state.offences[index].loss)
      if gravest < 0 || isGraver(index, than: gravest) { gravest = index }
    }
    // The same offence has the same luck, whoever finds it; a wrong finding has that of its item.
    let id = gravest < 0 ? item.id : Meaning(bits: state.offences[gravest].id)
    let exposure =
      gravest < 0 ? self.exposure(of: item) : Int(state.offences[gravest].exposure)
    let matter = Matter(
      stage: stage, risk: exposure < 0 ? -1 : frame.layout.exposures[exposure].risk,
      amount: amount, seat: item.seat)
    var result = Resolution(status: .verified)
    if let decision = sentence(item.person, id.with(item.person), matter, ladder) {
      file(decision, ladder)
      result.isFiled = decision.isCase
      if decision.isCase {
        answerCase(of: exposure, seat: item.seat, id: Meaning(bits: decision.id))
      }
      // Nothing keeps a sanction that is due from being made but the horizon.
      result.isDisposed = !decision.isWithdrawn && due(decision, ladder) <= frame.horizon
    }
    judgeAccomplices(offences, item, &result, ladder)
    return result
  }

  /// Accomplices who are found with it get forms of their own. The money hangs on one case: the subject's, or
  /// that of the first accomplice of an offence.
  private mutating func judgeAccomplices(
    _ offences: some Collection<Int>, _ item: Item, _ result: inout Resolution, _ ladder: Ladder
  ) {
    let share = tables.answers[Int(item.cause)].unravels.accomplices.number
    guard share > 0 else { return }
    var judged: [UInt64] = []
    let hasSubjectCase = result.isFiled
    for index in offences {
      let offence = state.offences[index]
      var isCharged = hasSubjectCase
      // Whoever has taken the offence over from the subject is found with him, too.
      var next: Accomplice? = Accomplice(
        person: offence.person, seat: offence.seat, next: offence.accomplices)
      while let accomplice = next {
        next = accomplice.next < 0 ? nil : state.accomplices[Int(accomplice.next)]
        let id = Meaning(bits: offence.id).with(accomplice.person)
        guard accomplice.person != item.person, certainly(luck.word(.unravel, id), below: share),
          !judged.contains(accomplice.person)
        else { continue }
        judged.append(accomplice.person)
        let matter = Matter(
          stage: offence.stage, risk: frame.layout.exposures[Int(offence.exposure)].risk,
          amount: isCharged ? .zero : Money(hundredths: offence.loss), seat: Int(accomplice.seat))
        guard let decision = sentence(accomplice.person, id, matter, ladder) else { continue }
        file(decision, ladder)
        isCharged = isCharged || decision.isCase
        result.isFiled = result.isFiled || decision.isCase
      }
    }
  }

  @inline(__always)
  private func isGraver(_ index: Int, than other: Int) -> Bool {
    let (a, b) = (state.offences[index], state.offences[other])
    return a.stage == b.stage ? a.id < b.id : a.stage > b.stage
  }

  /// The risk that a wrong finding names first.
  private func exposure(of item: Item) -> Int {
    let place = frame.layout.posts[Int(frame.layout.postOfSeat[item.seat])]
    return place.exposures.first { item.risks.meets(.one($0 - place.exposures.lowerBound)) } ?? -1
  }

  /// What somebody gets, or nil where the body that sanctions does not act on the finding.
  private func sentence(
    _ person: UInt64, _ id: Meaning, _ matter: Matter, _ ladder: Ladder
  ) -> Decision? {
    let unit = frame.layout.posts[Int(frame.layout.postOfSeat[matter.seat])].unit
    let words = luck.block(.form, id)
    guard certainly(words.0, below: ladder.acts[unit]) else { return nil }
    let prior = priors(of: person)
    let form = ladder.form(stage: Int(matter.stage), priors: prior, uniform(words.1))
    let isCase = form > 0
    let isWithdrawn = isCase && certainly(words.2, below: ladder.withdraws)
    let places = luck.block(.form, id, 1)
    return Decision(
      id: id.bits, person: person, seat: Int32(matter.seat), month: Int32(month),
      stage: matter.stage, form: UInt8(form), isWithdrawn: isWithdrawn,
      removes: certainly(places.0, below: ladder.removes[form]),
      moves: certainly(places.1, below: ladder.moves[form]), risk: Int32(matter.risk),
      prior: Int32(prior), amount: matter.amount.hundredths,
      recovered: isCase ? (matter.amount * ladder.recovers).hundredths : 0,
      cost: ladder.costs[form].hundredths, body: ladder.bodies[unit])
  }

  /// The month at whose end a sanction is decided.
  @inline(__always)
  private func due(_ decision: Decision, _ ladder: Ladder) -> Int {
    month + ladder.delays[Int(decision.form)]
  }

  /// Puts a decision into its month.
  private mutating func file(_ decision: Decision, _ ladder: Ladder) {
    if decision.isCase { publishCase(at: Int(decision.seat)) }
    let place = state.aftermath.freeDecisions.popLast() ?? Int32(state.aftermath.decisions.count)
    if Int(place) == state.aftermath.decisions.count {
      state.aftermath.decisions.append(decision)
    } else {
      state.aftermath.decisions[Int(place)] = decision
    }
    state.aftermath.due.add(Int(place), decision.id, month: due(decision, ladder))
  }

  // MARK: - Records

  /// How many forms of a person are known and not too old.
  @inline(__always)
  func priors(of person: UInt64) -> Int {
    guard let ladder = tables.ladder, var record = state.aftermath.files[person] else { return 0 }
    var count = 0
    while record >= 0 {
      let entry = state.aftermath.records[Int(record)]
      if Double(month - Int(entry.month)) <= ladder.remembers { count += 1 }
      record = entry.next
    }
    return count
  }

  /// A form goes on the record.
  private mutating func enter(_ decision: Decision) {
    let before = state.aftermath.files[decision.person] ?? -1
    let place = state.aftermath.records.place(
      Record(id: decision.id, month: Int32(month), next: before))
    state.aftermath.files[decision.person] = Int32(place)
  }

  /// Somebody changes posts: elsewhere a record is known only in part.
  mutating func carryFile(of person: UInt64, from left: Int, to seat: Int) {
    let post = frame.layout.postOfSeat[left]
    guard let ladder = tables.ladder, post != frame.layout.postOfSeat[seat],
      var record = state.aftermath.files[person]
    else { return }
    let own = ladder.known[tables.scheme.posts[Int(post)].file.rawValue]
    let known = tables.coordination?.known(own) ?? own
    guard known < 1 else { return }
    var kept: Int32 = -1
    while record >= 0 {
      let entry = state.aftermath.records[Int(record)]
      let word = luck.word(.known, Meaning(bits: entry.id), keyed(month))
      if certainly(word, below: known) {
        if kept < 0 {
          state.aftermath.files[person] = record
        } else {
          state.aftermath.records[Int(kept)].next = record
        }
        kept = record
      }
      record = entry.next
    }
    if kept < 0 {
      state.aftermath.files[person] = nil
    } else {
      state.aftermath.records[Int(kept)].next = -1
    }
  }

  // MARK: - Step 10

  /// Step 10: sanctions that are due, with removals, moves and recovery; daily reminders.
  mutating func decide() {
    let due = state.aftermath.due.take(month: month)
    if !due.isEmpty {
      var places = due.map(\.index)
      places.sort {
        state.aftermath.decisions[Int($0)].id < state.aftermath.decisions[Int($1)].id
      }
      for place in places { decide(state.aftermath.decisions[Int(place)], at: place) }
    }
    if let ladder = tables.ladder, ladder.reminders > 0 { remindDaily(ladder.reminders) }
  }

  private mutating func decide(_ decision: Decision, at place: Int32) {
    report(case: decision, isWithdrawn: decision.isWithdrawn)
    state.aftermath.decisions[Int(place)].month = .min
    state.aftermath.freeDecisions.append(place)
    guard !decision.isWithdrawn else { return }
    report(sanction: decision)
    enter(decision)
    guard decision.removes || decision.moves || tables.deterrence != nil else { return }
    let seat = whereabouts(of: decision.person, near: Int(decision.seat))
    feel(decision, at: seat)
    guard let seat else { return }
    if decision.removes {
      remove(from: seat)
    } else if decision.moves {
      move(from: seat, Meaning(bits: decision.id))
    }
  }

  /// The person and, from form 2 on, others learn from the sanction, as the terms of the month have it.
  private mutating func feel(_ decision: Decision, at seat: Int?) {
    guard let ladder = tables.ladder, let form = Form(rawValue: Int(decision.form)) else { return }
    let unit = frame.layout.posts[Int(frame.layout.postOfSeat[Int(decision.seat)])].unit
    learn(from: ladder.terms, form, person: decision.person, seat: seat ?? -1, unit: unit)
  }

  /// Cases that are still open at the horizon.
  mutating func reportPending() {
    for place in state.aftermath.decisions.indices {
      let decision = state.aftermath.decisions[place]
      if decision.month > .min { report(case: decision, isWithdrawn: false) }
    }
  }

  // MARK: - Reminders

  /// A talk without a finding.
  mutating func remind(_ person: UInt64, at seat: Int) {
    report(
      reminders: 1, post: Int(frame.layout.postOfSeat[seat]), prior: priors(of: person))
  }

  /// Talks without a lead, of whoever sits there.
  private mutating func remindDaily(_ rate: Double) {
    guard tables.hasBudgets || isReported && (wants.sanctions || wants.costs) else { return }
    for post in state.occupied.indices where state.occupied[post] > 0 {
      let word = luck.word(.reminder, frame.layout.posts[post].meaning, keyed(month))
      let mean = rate * Double(state.occupied[post])
      let times = Int(Poisson(mean: mean).quantile(uniform(word)))
      if times > 0 { report(reminders: times, post: post, prior: nil) }
    }
  }
}

/// What somebody is sanctioned for.
struct Matter {
  var stage: UInt8
  var risk: Int
  var amount: Money
  var seat: Int
}
