import Ledger
import Plan
import Quantities

/// An attempt that the controls let alone, or that is still looking for accomplices.
struct Attempt {
  var seat: Int32
  var exposure: Int32
  /// The controls that it meets, among those of the tables.
  var guarded: Int32 = 0
  /// The word that says whether it goes on without accomplices.
  var alone: UInt32 = 0
  var via = Via.tempted
  /// The counterparty whom a check of records let pass, or -1.
  var partner: Int32 = -1
}

/// Somebody who takes part in another's offence, and the next of the same offence, or -1.
struct Accomplice {
  var person: UInt64
  var seat: Int32
  var next: Int32
}

/// Controls meet who is tempted: block, force to collude, discourage (model.md G2).
///
/// The luck of an attempt belongs to the temptation, that of collusion to the temptation and the control.
extension Run {
  /// A cell on which somebody has tried this month: one attempt a month.
  private var tried: Int32 { -2 }

  /// Somebody idle is tempted. Where no control stands the offence begins.
  mutating func attempt(_ seat: Int, _ exposure: Int, _ cell: Int, via: Via) {
    var attempt = Attempt(seat: Int32(seat), exposure: Int32(exposure), via: via)
    guard tables.isGuarded else {
      goOn(attempt, .solo)
      return
    }
    let guarded = isSettling(seat) ? frame.layout.exposures.count + exposure : exposure
    attempt.guarded = Int32(guarded)
    guard !tables.guards[guarded].isOpen else {
      goOn(attempt, .solo)
      return
    }
    state.cells[cell] = tried
    desk.attempts.append(attempt)
  }

  /// The attempts of the month meet their controls; some of what is stopped turns elsewhere.
  mutating func resolveAttempts() {
    meetControls(round: 0)
    if !desk.displaced.isEmpty { tryElsewhere() }
  }

  /// Everybody who tries meets the controls; the second round is that of the displaced.
  mutating func meetControls(round: UInt32) {
    guard !desk.attempts.isEmpty else { return }
    desk.batch.clear()
    for place in desk.attempts.indices {
      desk.batch.ask(meaning(ofTempted: desk.attempts[place].seat, desk.attempts[place].exposure))
    }
    desk.batch.draw(.attempt, luck, round)
    var kept = 0
    for place in desk.attempts.indices {
      var attempt = desk.attempts[place]
      let words = desk.batch[place]
      let guarded = tables.guards[Int(attempt.guarded)]
      if uniform(words.0) < guarded.override {
        goOn(attempt, .overridden)
      } else if !guarded.recordChecks.isEmpty,
        let control = exclusion(of: &attempt, round: round)
      {
        giveUp(attempt, .excluded, control: control)
      } else if let stop = stop(guarded, uniform(words.1)) {
        block(attempt, stop, words.3)
      } else if guarded.collusions.isEmpty {
        if uniform(words.2) < guarded.alone {
          goOn(attempt, .solo)
        } else {
          giveUp(attempt, .abandoned)
        }
      } else {
        attempt.alone = words.2
        desk.attempts[kept] = attempt
        kept += 1
      }
    }
    desk.attempts.removeLast(desk.attempts.count - kept)
    collude(round: round)
    desk.attempts.clear()
  }

  /// The control that blocks, to which the increments of B credit it.
  @inline(__always)
  private func stop(_ guarded: Guard, _ u: Double) -> Guard.Stop? {
    for index in guarded.stops where u < tables.stops[index].below { return tables.stops[index] }
    return nil
  }

  private mutating func block(_ attempt: Attempt, _ stop: Guard.Stop, _ word: UInt32) {
    giveUp(attempt, .blocked, control: stop.control)
    guard uniform(word) < stop.notices else { return }
    report(noticeOf: attempt, stop.control)
    notice(
      attempt,
      id: meaning(ofTempted: attempt.seat, attempt.exposure).with(UInt64(Purpose.attempt.rawValue)))
  }

  /// An attempt that came to nothing is noticed: a lead of the unit's own, with no offence behind it.
  private mutating func notice(_ attempt: Attempt, id: Meaning) {
    guard tables.answers[ResponseCause.lead.rawValue].isGiven else { return }
    admit(
      Signal(
        seat: attempt.seat, person: state.people[Int(attempt.seat)].id, time: end(of: month),
        id: id.bits, risks: .one(frame.layout.exposures[Int(attempt.exposure)].ordinal),
        cause: UInt8(ResponseCause.lead.rawValue), source: UInt8(LeadSource.notice.rawValue),
        offence: -1, alert: -1))
  }

  private mutating func goOn(
    _ attempt: Attempt, _ outcome: AttemptOutcome, accomplices: Int32 = -1, loss: Float = 1
  ) {
    report(attempt, outcome)
    let (seat, exposure) = (Int(attempt.seat), Int(attempt.exposure))
    if tables.register != nil {
      note(partner: attempt, of: meaning(ofTempted: attempt.seat, attempt.exposure))
    }
    conceive(
      seat, exposure, frame.layout.cell(seat, exposure), accomplices: accomplices, loss: loss,
      via: attempt.via)
  }

  private mutating func giveUp(
    _ attempt: Attempt, _ outcome: AttemptOutcome, control: Int? = nil
  ) {
    report(attempt, outcome, control: control)
    state.cells[frame.layout.cell(Int(attempt.seat), Int(attempt.exposure))] = -1
    displace(attempt, by: control)
  }

  // MARK: - Collusion

  /// Who was not blocked looks for accomplices, one for each control that makes him.
  private mutating func collude(round: UInt32) {
    guard !desk.attempts.isEmpty else { return }
    desk.batch.clear()
    for place in desk.attempts.indices {
      let id = meaning(ofTempted: desk.attempts[place].seat, desk.attempts[place].exposure)
      for index in tables.guards[Int(desk.attempts[place].guarded)].collusions {
        desk.batch.ask(id.joined(tables.collusions[index].meaning))
      }
    }
    desk.batch.draw(.collusion, luck, round)
    var drawn = 0
    for place in desk.attempts.indices {
      let attempt = desk.attempts[place]
      seekAccomplices(attempt, drawn: drawn)
      drawn += tables.guards[Int(attempt.guarded)].collusions.count
    }
  }

  private mutating func seekAccomplices(_ attempt: Attempt, drawn: Int) {
    let guarded = tables.guards[Int(attempt.guarded)]
    var accomplices: Int32 = -1
    var number = 0
    var loss = CollusionFactor()
    desk.refusals.clear()
    for (place, index) in guarded.collusions.enumerated() {
      let collusion = tables.collusions[index]
      let words = desk.batch[drawn + place]
      let seat = asked(collusion, words.1)
      guard seat >= 0, seat != Int(attempt.seat), !state.seats[seat].isVacant else { continue }
      let together = min(
        tenure(of: state.seats[seat]), tenure(of: state.seats[Int(attempt.seat)]))
      let share = min(
        Guard.mostWonOver, collusion.share * collusion.relation.value(at: Double(together)))
      let u = uniform(words.0)
      if u < share {
        loss.one = Factor(max(loss.one.number, collusion.loss.one.number))
        loss.more = Factor(max(loss.more.number, collusion.loss.more.number))
        if add(accomplice: seat, to: &accomplices) { number += 1 }
      } else if u < collusion.performed {
        desk.refusals.append(Refusal(collusion: Int32(index), word: words.2))
      }
    }
    if number > 0 {
      let factor = (number == 1 ? loss.one : loss.more).number
      goOn(attempt, .collusive, accomplices: accomplices, loss: Float(factor))
    } else if uniform(attempt.alone) < guarded.alone {
      goOn(attempt, .solo)
    } else {
      giveUp(attempt, .abandoned)
      beTold(of: attempt)
    }
  }

  /// The seat that is asked, each as likely, or -1 where there is none.
  @inline(__always)
  private func asked(_ collusion: Guard.Collusion, _ word: UInt32) -> Int {
    var nth = choice(word, of: collusion.seats)
    for post in collusion.posts {
      if nth < tables.headcounts[post] { return frame.layout.posts[post].seat0 + nth }
      nth -= tables.headcounts[post]
    }
    return -1
  }

  /// Adds whoever sits there to a list of accomplices; false if he is on it.
  private mutating func add(accomplice seat: Int, to list: inout Int32) -> Bool {
    let person = state.people[seat].id
    var link = list
    while link >= 0 {
      if state.accomplices[Int(link)].person == person { return false }
      link = state.accomplices[Int(link)].next
    }
    list = addAccomplice(Accomplice(person: person, seat: Int32(seat), next: list))
    return true
  }

  /// Puts an accomplice before a list; gives its new head.
  mutating func addAccomplice(_ accomplice: Accomplice) -> Int32 {
    guard let free = state.freeAccomplices.popLast() else {
      return Int32(state.accomplices.place(accomplice))
    }
    state.accomplices[Int(free)] = accomplice
    return free
  }

  /// Those who refused tell, some of them.
  private mutating func beTold(of attempt: Attempt) {
    for place in desk.refusals.indices {
      let refusal = desk.refusals[place]
      let collusion = tables.collusions[Int(refusal.collusion)]
      guard uniform(refusal.word) < collusion.tells else { continue }
      notice(
        attempt,
        id: meaning(ofTempted: attempt.seat, attempt.exposure).joined(collusion.meaning)
          .with(UInt64(Purpose.collusion.rawValue)))
    }
  }

  /// Forgets the accomplices of an offence that is over.
  mutating func freeAccomplices(of index: Int) {
    var link = state.offences[index].accomplices
    while link >= 0 {
      state.freeAccomplices.append(link)
      link = state.accomplices[Int(link)].next
    }
    state.offences[index].accomplices = -1
  }

  // MARK: - What it costs

  /// What the controls cost this month.
  mutating func payForControls() {
    for control in tables.scheme.controls where control.isOn && control.cost.number > 0 {
      report(cost: .control, Money(control.cost.number), seat: -1, body: BodyCode.unit)
    }
  }
}

/// Somebody who was asked in vain, for which control, with the word that says whether he tells.
struct Refusal {
  var collusion: Int32
  var word: UInt32
}
