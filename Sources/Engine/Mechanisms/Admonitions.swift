import Ledger
import Plan
import Quantities

/// Admonition 预防诫告 (model.md G11): planned when something calls for it, served, recorded, followed up by a visit.
extension Run {
  /// Something calls for admonitions at the end of the month. Whether the person himself gets one before the horizon.
  mutating func admonish(
    _ trigger: AdmonitionTrigger, at seat: Int, person: UInt64, _ occasion: Meaning
  ) -> Bool {
    guard tables.admonishing[trigger.rawValue] else { return false }
    var isReached = false
    for (index, terms) in tables.scheme.admonitions.enumerated()
    where terms.isOn && terms.on.contains(trigger) {
      let served = plan(index, at: seat, person: person, occasion)
      if terms.to == .seat, served <= frame.horizon { isReached = true }
    }
    return isReached
  }

  /// A rule admonishes whoever sits at some posts, or their units; it takes effect next month at the earliest.
  mutating func admonish(by rule: RuleTerms, place: Int, at posts: [Int]) {
    let occasion = Meaning("rule." + rule.name).with(UInt64(keyed(month)) << 8 | UInt64(place))
    for (index, terms) in tables.scheme.admonitions.enumerated()
    where terms.isOn && terms.on.contains(.rule) {
      var units: Set<Int> = []
      for post in posts where tables.headcounts[post] > 0 {
        let seat0 = frame.layout.posts[post].seat0
        switch terms.to {
        case .seat:
          for seat in seat0..<seat0 + tables.headcounts[post] where !state.seats[seat].isVacant {
            let person = state.people[seat].id
            plan(index, at: seat, person: person, occasion.with(person), notBefore: month + 1)
          }
        case .unit:
          let unit = frame.layout.posts[post].unit
          guard units.insert(unit).inserted else { continue }
          let id = occasion.with(frame.layout.places.units[unit].bits)
          plan(index, at: seat0, person: 0, id, notBefore: month + 1)
        }
      }
    }
  }

  /// Step 1 of four: the plan 预案. The month at whose end it is served.
  @discardableResult
  private mutating func plan(
    _ index: Int, at seat: Int, person: UInt64, _ occasion: Meaning, notBefore first: Int = .min
  ) -> Int {
    let terms = tables.scheme.admonitions[index]
    let served = max(first, month + wholeMonths(terms.served.number))
    let admonition = Admonition(
      id: occasion.joined(tables.admonitions[index]).bits, terms: Int32(index), seat: Int32(seat),
      person: person, month: Int32(served))
    report(admonition, .plan)
    if served <= month { serve(admonition) } else { state.admonitions.append(admonition) }
    return served
  }

  /// Step 9: what is due is served or followed up, after the direct findings of the month.
  mutating func tendAdmonitions() {
    guard !state.admonitions.isEmpty else { return }
    let due = state.admonitions.filter { Int($0.month) <= month }
    guard !due.isEmpty else { return }
    state.admonitions.removeAll { Int($0.month) <= month }
    for admonition in due.sorted(by: { $0.id < $1.id })
    where tables.scheme.admonitions[Int(admonition.terms)].isOn {
      if admonition.isServed { followUp(admonition) } else { serve(admonition) }
    }
  }

  /// Steps 2 and 3: served 送达 on the person wherever he sits now, or on the unit, and put on record 笔录.
  private mutating func serve(_ planned: Admonition) {
    let terms = tables.scheme.admonitions[Int(planned.terms)]
    var admonition = planned
    var seat = Int(planned.seat)
    if terms.to == .seat {
      // Whoever has left is not reached.
      guard let now = whereabouts(of: planned.person, near: seat) else { return }
      seat = now
      feel(terms.felt.own.number, at: seat)
    } else {
      feel(terms.felt.unit.number, in: frame.layout.unit(of: seat))
    }
    admonition.seat = Int32(seat)
    admonition.isServed = true
    report(admonition, .served)
    report(admonition, .record)
    let body = tables.codes[performer(of: admonition)]
    spend(Money(terms.cost.number), body: body)
    report(cost: .admonition, Money(terms.cost.number), seat: seat, body: body)
    guard terms.followUp.finds.number > 0 else { return }
    admonition.month = Int32(month + max(1, wholeMonths(terms.followUp.within.number)))
    state.admonitions.append(admonition)
  }

  /// Step 4: a visit 回访 looks at the person, or at everybody in the unit.
  private mutating func followUp(_ admonition: Admonition) {
    let terms = tables.scheme.admonitions[Int(admonition.terms)]
    var visited = admonition
    if terms.to == .seat {
      guard let now = whereabouts(of: admonition.person, near: Int(admonition.seat)) else { return }
      visited.seat = Int32(now)
      report(visited, .followUp)
      look(visited, terms, at: now)
      return
    }
    report(visited, .followUp)
    let unit = frame.layout.unit(of: Int(admonition.seat))
    for post in frame.layout.places.postsOfUnit[unit] {
      let seat0 = frame.layout.posts[post].seat0
      for seat in seat0..<seat0 + tables.headcounts[post] where !state.seats[seat].isVacant {
        look(visited, terms, at: seat)
      }
    }
  }

  /// What goes on at a seat is seen with 1 − (1 − q)^δ each: a finding of a supervisory body, a lead of any other.
  private mutating func look(_ admonition: Admonition, _ terms: AdmonitionTerms, at seat: Int) {
    guard hasOngoing(seat) else { return }
    let hazard = hazard(ofShare: terms.followUp.finds.number)
    var seen: [Int] = []
    forEachOffence(at: seat) { run, index in
      let offence = run.state.offences[index]
      guard offence.verifiedAt == Row.absent else { return }
      let id = Meaning(bits: admonition.id).joined(Meaning(bits: offence.id))
      let word = run.luck.word(.admonition, id)
      if run.frame.logs.draw(word) < hazard * run.visibility(of: index) { seen.append(index) }
    }
    guard !seen.isEmpty else { return }
    for index in seen { state.offences[index].holds += 1 }
    guard isSupervisory(terms.by) else {
      for index in seen { passOn(index, admonition) }
      return
    }
    var item = Item(
      id: Meaning(bits: admonition.id).with(state.people[seat].id), seat: seat,
      person: state.people[seat].id, risks: RiskSet(), cause: UInt8(ResponseCause.lead.rawValue),
      source: UInt8(LeadSource.review.rawValue), queue: performer(of: admonition))
    for index in seen {
      item.risks |= .one(frame.layout.exposures[Int(state.offences[index].exposure)].ordinal)
      noteLead(index, end(of: month))
    }
    let result = find(seen, item, isWrong: false)
    for index in seen {
      closeOthers(at: seat, on: index, result)
      release(index)
    }
  }

  /// What is seen becomes a lead, for the work of the next month.
  private mutating func passOn(_ index: Int, _ admonition: Admonition) {
    guard tables.answers[ResponseCause.lead.rawValue].isGiven else {
      release(index)
      return
    }
    let offence = state.offences[index]
    desk.unravelled.append(
      Signal(
        seat: offence.seat, person: offence.person, time: end(of: month),
        id: Meaning(bits: admonition.id).with(offence.id).bits,
        risks: .one(frame.layout.exposures[Int(offence.exposure)].ordinal),
        cause: UInt8(ResponseCause.lead.rawValue), source: UInt8(LeadSource.review.rawValue),
        offence: Int32(index), alert: -1))
  }

  /// The queue of who admonishes.
  private func performer(of admonition: Admonition) -> Int {
    Queues(tables.scheme).queue(
      of: tables.scheme.admonitions[Int(admonition.terms)].by,
      unit: frame.layout.unit(of: Int(admonition.seat)))
  }

  private func isSupervisory(_ performer: Performer) -> Bool {
    switch performer {
    case .unit, .above: false
    case .kind(let kind): kind == .supervisory
    case .body(let body): tables.scheme.bodies[body].kind == .supervisory
    }
  }

  // MARK: - Striking alerts

  /// Whether an orange alert is among the tenth of the clean readings of its colour that are highest.
  func isStriking(_ shown: Shown) -> Bool {
    let watch = Int(shown.watch)
    let place = frame.layout.watches[watch]
    guard shown.colour == UInt8(Colour.orange.rawValue),
      tables.scheme.indicators[place.indicator].together.isEmpty
    else { return false }
    let watching = tables.watchings[watch]
    var least = shown
    least.offence = -1
    least.mark = watching.red + (watching.orange - watching.red) / 10
    return value(of: shown) >= value(of: least)
  }

  /// Whether some alert of a lead is striking.
  func isStriking(alerts first: Int32) -> Bool {
    var alert = first
    while alert >= 0 {
      if state.alerts[Int(alert)].isStriking { return true }
      alert = state.alerts[Int(alert)].next
    }
    return false
  }

  // MARK: - Rows

  private mutating func report(_ admonition: Admonition, _ step: AdmonitionStep) {
    guard wants.admonitions, isReported else { return }
    var row = Row(
      .admonitions, month: Int32(month),
      post: frame.layout.postOfSeat[Int(admonition.seat)])
    row.slots[0] = Int64(tables.scheme.admonitions[Int(admonition.terms)].to.rawValue)
    row.slots[1] = Int64(step.rawValue)
    row.slots[2] = tables.codes[performer(of: admonition)]
    sink.settle(row)
  }
}

/// An admonition that is under way.
struct Admonition {
  /// What its luck hangs on: what called for it, and its declaration.
  var id: UInt64
  var terms: Int32
  /// Where the person sits, or a seat of the unit.
  var seat: Int32
  /// To whom it is addressed; 0 where it is the unit alone.
  var person: UInt64
  /// The month at whose end it is served, and then followed up.
  var month: Int32
  var isServed = false
}

extension Tables {
  /// Folds what calls for admonitions, and what the luck of each hangs on.
  mutating func foldAdmonitions() {
    admonishing = AdmonitionTrigger.allCases.map { trigger in
      scheme.admonitions.contains { $0.isOn && $0.on.contains(trigger) }
    }
    admonitions = scheme.admonitions.map { Meaning("admonition." + $0.name) }
  }
}
