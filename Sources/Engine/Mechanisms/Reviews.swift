import Ledger
import Plan
import Quantities

/// Reviews: who is visited, what is found, what it costs (model.md G5).
extension Run {
  /// Which reviews are due this month, and whom they visit; before the race, which charges the visited.
  mutating func prepareVisits() {
    desk.visits.removeAll(keepingCapacity: true)
    if tables.hasOccasions { prepareOccasions() }
    for round in tables.rounds {
      // Due when month ≡ first (mod every), in the warm-up too.
      let elapsed = month - round.first
      guard elapsed % round.every == 0 else { continue }
      // A review that is due anyway takes the place of one on occasion.
      if tables.hasOccasions { desk.visits.removeAll { $0.review == round.review } }
      let occurrence = (elapsed + Field.origin * round.every) / round.every
      desk.visits.append(
        Visit(
          review: round.review,
          choice: round.isFull ? .all : choose(Int(round.review), occurrence: occurrence),
          posts: round.posts))
    }
    prepareOrders()
    narrowVisits()
    payForVisits()
  }

  /// Whom an occurrence of a review that does not visit everybody visits.
  private func choose(_ index: Int, occurrence: Int) -> Visit.Choice {
    let (review, meaning) = (tables.scheme.reviews[index], frame.layout.reviewMeanings[index])
    let share = review.covers.number
    let scope = review.scope
    switch (review.selects, review.targets) {
    case (.seat, .random), (.seat, .byTurn):
      var draws = [Visit.Draw](
        repeating: Visit.Draw(order: Permutation(0, keys: (0, 0, 0, 0)), count: 0),
        count: frame.layout.posts.count)
      for post in scope {
        draws[post] = draw(
          share, of: tables.headcounts[post], meaning.with(frame.layout.posts[post].meaning),
          review.targets, occurrence)
      }
      return .seats(draws)
    case (.unit, .random), (.unit, .byTurn):
      let units = unitsOf(scope)
      let draw = draw(share, of: units.count, meaning.with("units"), review.targets, occurrence)
      var chosen = [Bool](repeating: false, count: tables.scheme.units.count)
      for (place, unit) in units.enumerated() { chosen[unit] = draw.selects(place) }
      return .units(chosen)
    case (.seat, .byScore): return .scored(scoreSeats(review, meaning, scope))
    case (.unit, .byScore): return .units(scoreUnits(review, meaning, scope))
    }
  }

  /// The units of posts, ascending.
  func unitsOf(_ posts: [Int]) -> [Int] {
    Set(posts.map { frame.layout.posts[$0].unit }).sorted()
  }

  /// Exactly c·n of n, the remainder by chance; or a turn of ⌈1/c⌉, so that nobody is left out of a round.
  private func draw(
    _ share: Double, of count: Int, _ meaning: Meaning, _ targets: Targeting, _ occurrence: Int
  ) -> Visit.Draw {
    if targets == .byTurn {
      let turns = share > 0 ? max(1, Int(min((1 / share).rounded(.up), 1e6))) : 1
      let order = Permutation(count, keys: luck.block(.selection, meaning, 0, 1))
      return Visit.Draw(
        order: order, count: share > 0 ? count : 0, turn: occurrence % turns, turns: turns)
    }
    let keys = luck.block(.selection, meaning, keyed(month))
    let exact = share * Double(count)
    let whole = exact.rounded(.down)
    let more = uniform(luck.block(.selection, meaning, keyed(month), 2).0) < exact - whole
    return Visit.Draw(order: Permutation(count, keys: keys), count: Int(whole) + (more ? 1 : 0))
  }

  // MARK: - Scores

  /// The binormal score: N(0, 1), shifted by √2·Φ⁻¹(AUC) where something goes on (O20).
  private func shift(_ review: ReviewTerms) -> Double {
    (2.0).squareRoot()
      * Normal(mean: 0, deviation: 1).quantile(min(max(review.accuracy.number, 0.5), 1 - 1e-12))
  }

  private func scoreSeats(_ review: ReviewTerms, _ meaning: Meaning, _ scope: [Int]) -> [Bool] {
    let shift = shift(review)
    var scores: [(score: Double, seat: Int)] = []
    for post in scope {
      let own = meaning.with(frame.layout.posts[post].meaning)
      let seat0 = frame.layout.posts[post].seat0
      for slot in 0..<tables.headcounts[post] {
        let word = luck.block(.score, own.with(UInt64(slot)), keyed(month)).0
        let isActive = hasOngoing(seat0 + slot)
        scores.append(
          (
            Normal(mean: 0, deviation: 1).quantile(uniform(word)) + (isActive ? shift : 0),
            seat0 + slot
          ))
      }
    }
    var chosen = [Bool](repeating: false, count: frame.layout.seats)
    for seat in best(scores, review, meaning) { chosen[seat] = true }
    return chosen
  }

  private func scoreUnits(_ review: ReviewTerms, _ meaning: Meaning, _ scope: [Int]) -> [Bool] {
    let shift = shift(review)
    let scores = unitsOf(scope).map { unit in
      let word = luck.block(.score, meaning.with(tables.scheme.units[unit].path), keyed(month)).0
      let isActive = scope.contains { post in
        let place = frame.layout.posts[post]
        return place.unit == unit
          && (place.seat0..<place.seat0 + place.slots).contains { hasOngoing($0) }
      }
      return (
        score: Normal(mean: 0, deviation: 1).quantile(uniform(word)) + (isActive ? shift : 0),
        seat: unit
      )
    }
    var chosen = [Bool](repeating: false, count: tables.scheme.units.count)
    for unit in best(scores, review, meaning) { chosen[unit] = true }
    return chosen
  }

  /// The highest c·n, the remainder by chance.
  private func best(
    _ scores: [(score: Double, seat: Int)], _ review: ReviewTerms, _ meaning: Meaning
  ) -> [Int] {
    let exact = review.covers.number * Double(scores.count)
    let whole = exact.rounded(.down)
    let more = uniform(luck.block(.selection, meaning, keyed(month), 2).0) < exact - whole
    return scores.sorted { ($0.score, $1.seat) > ($1.score, $0.seat) }
      .prefix(Int(whole) + (more ? 1 : 0)).map(\.seat)
  }

  // MARK: - Step 8

  /// Step 8: what the visits found becomes a lead now, or a finding in the work of the month.
  mutating func review() {
    for visit in desk.visits { findWrongly(visit) }
    learnFromVisits()
    for place in desk.visits.indices { desk.visits[place].weaknesses = reveal(desk.visits[place]) }
    answerFindings()
    for visit in desk.visits { report(visit) }
    // Leads of reviews go to the body that acts on them, if they are handed over, when they arrive.
    var kept = 0
    for place in desk.found.indices {
      let finding = desk.found[place]
      if tables.scheme.reviews[Int(finding.review)].establishes == .finding {
        desk.found[kept] = finding
        kept += 1
      } else {
        handOver(finding, tables.scheme.reviews[Int(finding.review)])
      }
    }
    desk.found.makeRoom(kept)
    arrive()
  }

  private mutating func handOver(_ finding: Found, _ review: ReviewTerms) {
    let index = Int(finding.offence)
    defer { if index >= 0 { release(index) } }
    let seat = Int(finding.seat)
    let unit = frame.layout.posts[Int(frame.layout.postOfSeat[seat])].unit
    let reviewer = Int(tables.reviewers[Int(finding.review) * tables.scheme.units.count + unit])
    // What the body does not answer itself arrives elsewhere as a transfer.
    let isOwn = tables.queue(of: .lead, unit: unit) == reviewer
    let cause: ResponseCause = isOwn ? .lead : .transfer
    guard tables.answers[cause.rawValue].isGiven else { return }
    let there = tables.queue(of: cause, unit: unit)
    let exposure =
      index >= 0 ? Int(state.offences[index].exposure) : wrongExposure(seat, finding.id)
    guard exposure >= 0 else { return }
    let signal = Signal(
      seat: finding.seat,
      person: index >= 0 ? state.offences[index].person : state.people[seat].id,
      time: end(of: month), id: finding.id,
      risks: .one(frame.layout.exposures[exposure].ordinal),
      cause: UInt8(cause.rawValue), source: UInt8(LeadSource.review.rawValue),
      offence: finding.offence, alert: -1, isExempt: review.isExempt)
    guard reviewer != there else {
      admit(signal)
      return
    }
    let word = luck.word(.transfer, Meaning(bits: finding.id))
    let share = review.transfers.number
    let months = review.transferWithin.number
    let arrives = tables.coordination?.handedOver(share, from: reviewer, to: there) ?? share
    guard certainly(word, below: arrives) else { return }
    let within = tables.coordination?.delay(months, from: reviewer, to: there) ?? months
    let delay = Int(max(0, within.rounded(.up)))
    report(
      transfer: seat, from: tables.codes[reviewer], to: tables.codes[there],
      delay: Int64(delay) << 20)
    if delay == 0 {
      admit(signal)
    } else {
      if index >= 0 { state.offences[index].holds += 1 }
      state.transfers.append((Int32(month + delay), signal))
    }
  }

  /// Leads that were handed over arrive.
  private mutating func arrive() {
    guard !state.transfers.isEmpty else { return }
    var underWay: [(month: Int32, signal: Signal)] = []
    for transfer in state.transfers {
      guard Int(transfer.month) <= month else {
        underWay.append(transfer)
        continue
      }
      // Who would have answered may have stopped meanwhile.
      if tables.answers[Int(transfer.signal.cause)].isGiven { admit(transfer.signal) }
      if transfer.signal.offence >= 0 { release(Int(transfer.signal.offence)) }
    }
    state.transfers = underWay
  }

  /// The risk that a wrong finding on a clean seat names.
  @inline(__always)
  func wrongExposure(_ seat: Int, _ id: UInt64) -> Int {
    let exposures = frame.layout.posts[Int(frame.layout.postOfSeat[seat])].exposures
    guard !exposures.isEmpty else { return -1 }
    let word = luck.word(.wrongs, Meaning(bits: id), 1)
    return exposures.lowerBound + choice(word, of: exposures.count)
  }

  /// Clean seats wrongly found: rare, so the visited are skipped over to the next.
  private mutating func findWrongly(_ visit: Visit) {
    let review = tables.scheme.reviews[Int(visit.review)]
    let rate = hazard(ofShare: review.wrongs.number)
    guard rate > 0 else { return }
    for post in visit.posts {
      let place = frame.layout.posts[post]
      let meaning = frame.layout.reviewMeanings[Int(visit.review)].with(place.meaning)
      var position = 0.0
      var sub: UInt32 = 0
      while true {
        // A gap of exponential length on the line of slots: each slot is hit with the share.
        position += frame.logs.draw(luck.block(.wrongs, meaning, keyed(month), sub).0) / rate
        sub += 1
        guard position < Double(tables.headcounts[post]) else { break }
        let slot = Int(position)
        position = Double(slot + 1)
        let seat = place.seat0 + slot
        guard visit.selects(seat, frame.layout), !state.seats[seat].isVacant,
          state.ongoing[seat] == 0
        else { continue }
        let id = meaning.with(UInt64(slot) << 32 | UInt64(keyed(month)))
        desk.found.append(
          Found(review: visit.review, offence: -1, seat: Int32(seat), id: id.bits))
      }
    }
  }
}
