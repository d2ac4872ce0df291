import Ledger
import Plan
import Quantities

/// Remedies 整改: issued, replied to, done or not, followed up, issued anew (model.md G9).
///
/// The luck of a remedy belongs to what it answers, its declaration and how often it was issued.
extension Run {
  /// Whatever answers a trigger is issued at the end of the month.
  mutating func issueRemedies(
    _ trigger: RemedyTrigger, _ place: LoopPlace, id: Meaning, kind: WeaknessKind? = nil,
    weakness: Int32 = -1, only: Int? = nil
  ) {
    guard tables.keepsList else { return }
    for (index, terms) in tables.scheme.remedies.enumerated()
    where terms.isOn && terms.on.contains(trigger) && (only == nil || only == index) {
      let unit = Int(place.unit)
      let remedy = Remedy(
        id: id.joined(frame.layout.places.remedies[index]).bits, terms: Int32(index),
        trigger: UInt8(trigger.rawValue),
        issuer: UInt8(tables.issuer(of: terms.by, unit: unit).rawValue),
        kind: Int32(kind?.rawValue ?? -1), weakness: weakness, place: place, month: Int32(month),
        issued: Int32(month))
      let number = state.loop.remedies.place(remedy)
      if weakness >= 0 { state.loop.weaknesses[Int(weakness)].atWork += 1 }
      if place.risk >= 0 {
        let key = unit * frame.layout.places.risks + Int(place.risk)
        state.loop.remedies[number].next = state.loop.newest[key]
        state.loop.newest[key] = Int32(number)
      }
      settleChance(of: number)
      reportRecommendation(number)
      pay(terms.cost.number, terms.by, state.loop.remedies[number])
    }
  }

  /// What this issue comes to, all of it: reply, acceptance, time, completion, paper.
  private mutating func settleChance(of index: Int) {
    let remedy = state.loop.remedies[index]
    let terms = tables.scheme.remedies[Int(remedy.terms)]
    let words = luck.block(.remedy, Meaning(bits: remedy.id), remedy.ordinal)
    let more = luck.block(.remedy, Meaning(bits: remedy.id), remedy.ordinal, 1)
    let reply = max(0, min(terms.replies.quantile(uniform(words.0)), 1e5))
    let takes = max(0, min(terms.takes.quantile(uniform(words.2)), 1e5))
    // Guidance by cases and rules on file: model.md G9.
    let completes = terms.completes.number + (terms.guides ? 0.05 : 0)
    let paper = terms.paper.number - (terms.guides ? 0.10 : 0)
    let isAccepted = certainly(words.1, below: terms.accepts.number)
    let isDone = isAccepted && certainly(words.3, below: min(1, completes))
    state.loop.remedies[index].reply = reply
    state.loop.remedies[index].isAccepted = isAccepted
    state.loop.remedies[index].isDone = isDone
    state.loop.remedies[index].isPaper =
      isAccepted && !isDone && certainly(more.0, below: max(0, paper))
    state.loop.remedies[index].isFinished = false
    state.loop.remedies[index].isAtWork = true
    let finish = Int((Double(remedy.issued) + reply + takes).rounded(.up)) + 1
    state.loop.due.add(index, remedy.check, month: max(finish, month + 1))
  }

  /// A remedy is issued anew, if it still may be.
  mutating func reissue(_ index: Int, at issued: Int) {
    let remedy = state.loop.remedies[index]
    let terms = tables.scheme.remedies[Int(remedy.terms)]
    guard Double(remedy.ordinal) < terms.reopens.number else { return }
    if !remedy.isAtWork, remedy.weakness >= 0 {
      state.loop.weaknesses[Int(remedy.weakness)].atWork += 1
      state.loop.weaknesses[Int(remedy.weakness)].isSpoilt = false
    }
    state.loop.remedies[index].ordinal += 1
    state.loop.remedies[index].issued = Int32(issued)
    state.loop.remedies[index].reportedAt = .max
    settleChance(of: index)
  }

  /// Remedies whose time is over, and those that are followed up.
  mutating func tendRemedies() {
    let due = state.loop.due.take(month: month)
    guard !due.isEmpty else { return }
    // In an order of their own: that of issue may differ between policies.
    let order = due.sorted {
      state.loop.remedies[Int($0.index)].id < state.loop.remedies[Int($1.index)].id
    }
    for entry in order {
      let index = Int(entry.index)
      guard UInt32(truncatingIfNeeded: state.loop.remedies[index].check) == entry.check else {
        continue
      }
      if state.loop.remedies[index].isFinished {
        followUp(index)
      } else {
        finish(index)
      }
    }
  }

  private mutating func finish(_ index: Int) {
    let remedy = state.loop.remedies[index]
    let terms = tables.scheme.remedies[Int(remedy.terms)]
    state.loop.remedies[index].isFinished = true
    if remedy.isDone || remedy.isPaper { state.loop.remedies[index].reportedAt = Int32(month - 1) }
    if remedy.isDone {
      state.loop.remedies[index].doneAt = Int32(month - 1)
      mend(remedy, terms)
    }
    let within = wholeMonths(terms.followUp.within.number)
    if terms.followUp.sees.number <= 0 {
      leaveWork(index, isClosed: false)
    } else if within == 0 {
      followUp(index)
    } else {
      state.loop.due.add(index, remedy.check, month: month + within)
    }
  }

  private mutating func followUp(_ index: Int) {
    let remedy = state.loop.remedies[index]
    guard remedy.isAtWork else { return }
    let terms = tables.scheme.remedies[Int(remedy.terms)]
    pay(terms.cost.number / 2, terms.followUp.by, remedy)
    guard !remedy.isDone else {
      leaveWork(index, isClosed: true)
      return
    }
    let word = luck.block(.remedy, Meaning(bits: remedy.id), remedy.ordinal, 1).1
    let sees = terms.followUp.sees.number + (isThirdParty(terms.followUp.by) ? 0.30 : 0)
    guard certainly(word, below: min(1, sees)) else {
      // Who does not look closely believes what is reported.
      leaveWork(index, isClosed: remedy.isPaper)
      return
    }
    if Double(remedy.ordinal) < terms.reopens.number {
      reissue(index, at: month - 1)
    } else {
      leaveWork(index, isClosed: false)
    }
  }

  private func isThirdParty(_ performer: Performer) -> Bool {
    switch performer {
    case .unit, .above: false
    case .kind(let kind): kind == .thirdParty
    case .body(let body): tables.scheme.bodies[body].kind == .thirdParty
    }
  }

  private mutating func pay(_ amount: Double, _ performer: Performer, _ remedy: Remedy) {
    guard tables.hasBudgets || wants.costs && isReported, amount > 0 else { return }
    let unit = Int(remedy.place.unit)
    let queue = Queues(tables.scheme).queue(of: performer, unit: unit)
    spend(Money(amount), body: tables.codes[queue])
    report(
      cost: .remedy, Money(amount), seat: frame.layout.posts[Int(remedy.place.post)].seat0,
      body: tables.codes[queue])
  }

  // MARK: - What answers what

  /// A case was filed: its risk point in its unit is to be put right.
  mutating func answerCase(of exposure: Int, seat: Int, id: Meaning) {
    if tables.hasOccasions { state.occasions.cases.append(occasion(at: seat)) }
    noteCase(at: seat)
    guard tables.keepsList, exposure >= 0 else { return }
    let place = self.place(of: exposure, seat: seat)
    let month = month
    forEachRemedy(at: place) { remedy in
      if Remedy.falls(month, after: remedy.reportedAt) { remedy.hasRecurred = true }
    }
    issueRemedies(.filing, place, id: id)
  }

  /// A review found something: so is its risk point.
  mutating func answerFindings() {
    guard tables.scheme.remedies.contains(where: { $0.isOn && $0.on.contains(.review) }) else {
      return
    }
    for index in desk.found.indices {
      let finding = desk.found[index]
      let exposure =
        finding.offence >= 0
        ? Int(state.offences[Int(finding.offence)].exposure)
        : wrongExposure(Int(finding.seat), finding.id)
      guard exposure >= 0 else { continue }
      issueRemedies(
        .review, place(of: exposure, seat: Int(finding.seat)), id: Meaning(bits: finding.id))
    }
  }

  private func place(of exposure: Int, seat: Int) -> LoopPlace {
    let post = Int(frame.layout.postOfSeat[seat])
    return LoopPlace(
      post: Int32(post), unit: Int32(frame.layout.posts[post].unit), exposure: Int32(exposure),
      risk: Int32(frame.layout.exposures[exposure].risk))
  }

  /// Offences of the month begin where remedies were done.
  mutating func noteRelapses() {
    guard tables.keepsList, state.loop.remedies.count > 0 else { return }
    for index in desk.begun.indices {
      let exposure = Int(desk.begun[index].exposure)
      let month = month
      forEachRemedy(at: place(of: exposure, seat: Int(desk.begun[index].seat))) { remedy in
        if Remedy.falls(month, after: remedy.doneAt) { remedy.hasRelapsed = true }
      }
    }
  }

  private mutating func forEachRemedy(at place: LoopPlace, _ act: (inout Remedy) -> Void) {
    var index = state.loop.newest[Int(place.unit) * frame.layout.places.risks + Int(place.risk)]
    while index >= 0 {
      act(&state.loop.remedies[Int(index)])
      index = state.loop.remedies[Int(index)].next
    }
  }
}
