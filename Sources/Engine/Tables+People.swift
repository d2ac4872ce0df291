import Ledger
import Plan
import Quantities

/// Folding what concerns people and work: turnover, rotation, exchange, responses and their queues.
extension Tables {
  /// One rotation.
  struct Move {
    var isExchange = true
    /// Hazard of being found at hand-over.
    var handover = 0.0
    /// Share of collusive offences that the successor carries on.
    var passes = 0.0
    /// Months in which the controls of the seat are performed less, and by how much.
    var settling = 0.0
    var lag = 0.0
    var cost = Money.zero

    /// Whether somebody who has just come performs controls less.
    var isSettling: Bool { settling > 0 && lag > 0 }
  }

  /// What rotation asks of the people of one post.
  struct Duty {
    /// The rotation, or -1.
    var rotation: Int32 = -1
    /// Share of the due that move, as a threshold for words.
    var compliance: UInt32 = 0
    /// Months from one due date to the next, and after a refusal.
    var cycle = 1
    var retry = 1

    /// Whether people are due in the same months.
    func hasDates(of other: Duty) -> Bool { rotation == other.rotation && cycle == other.cycle }
  }

  mutating func foldMoves() {
    moves = scheme.rotations.map {
      Move(
        isExchange: $0.mode == .exchange, handover: hazard(ofShare: $0.handover.number),
        passes: $0.passes.number, settling: $0.settling.number, lag: $0.lag.number,
        cost: Money($0.cost.number))
    }
    isSettling =
      scheme.controls.contains(where: \.isOn)
      && zip(scheme.rotations, moves).contains { $0.isOn && $1.isSettling }
  }

  /// The rotation of a post.
  func rotation(of post: Int) -> Int? {
    scheme.rotations.firstIndex {
      $0.isOn && $0.every.number < .infinity && $0.of.posts.contains(post)
    }
  }

  mutating func foldPeople(_ layout: Layout) {
    turnover = scheme.turnovers.last { $0.isOn && $0.rate.number > 0 }
    for post in layout.posts.indices {
      var duty = Duty()
      if let rotation = rotation(of: post) {
        let terms = scheme.rotations[rotation]
        duty = Duty(
          rotation: Int32(rotation), compliance: threshold32(terms.coverage.number),
          cycle: max(1, Int(terms.every.number.rounded())),
          retry: max(1, Int((terms.retry ?? terms.every).number.rounded())))
      }
      duties.append(duty)
      let place = layout.posts[post]
      aboveCut.append(
        place.exposures.map { onsets[$0].highest / Float(layout.exposures[$0].cut) }.max() ?? 0)
    }
    highestAboveCut = aboveCut.max() ?? 0
    lookbacks = scheme.reviews.map { $0.isOn ? $0.lookback.number : 0 }
    foldRounds()
    hasSharedReadings = named.contains { ($0.x.nonzeroBitCount + $0.y.nonzeroBitCount) > 1 }
    hasMeetingWatches = layout.posts.contains { post in
      post.watches.contains { watch in
        (watch + 1..<post.watches.upperBound).contains { other in
          watchings[watch].isOn && watchings[other].isOn && named[watch].meets(named[other])
        }
      }
    }
    hasRarerReadings = watchings.contains { $0.isOn && $0.every > 1 }
    pools = Tables.pools(scheme, posts: layout.posts.count)
  }

  /// Posts of one exchange group within an organisation share a pool; a post without group is its own.
  private static func pools(_ scheme: Scheme, posts: Int) -> [Int32] {
    var first: [String: Int32] = [:]
    return (0..<posts).map { post in
      guard post < scheme.posts.count, let group = scheme.posts[post].exchangeGroup else {
        return Int32(post)
      }
      let key = "\(scheme.units[scheme.posts[post].unit].organization).\(group)"
      let pool = first[key] ?? Int32(post)
      first[key] = pool
      return pool
    }
  }

  mutating func foldResponses(_ layout: Layout) {
    var responses = ResponseCause.allCases.map { cause in
      scheme.responses.last { $0.isOn && $0.cause == cause }
    }
    // What has no response of its own goes the way of every lead.
    for cause in [ResponseCause.realName, .unravelled, .transfer]
    where responses[cause.rawValue] == nil {
      responses[cause.rawValue] = responses[ResponseCause.lead.rawValue]
    }
    let isSanctioned = scheme.sanctions.contains { $0.isOn }
    answers = responses.map { response in
      guard let response else { return Answer() }
      return Answer(
        isGiven: true,
        hazard: hazard(ofShare: response.verifies.number)
          * (response.joint.contains { scheme.bodies[$0].isOn } ? response.jointGain.number : 1),
        wrongs: threshold32(response.wrongs.number), shelves: response.shelves.number,
        // A talk is a form: without a ladder there is none.
        talks: isSanctioned ? response.talks.number : 0, buries: response.buries.number,
        unravels: response.unravels, escalates: response.escalatesOverdue,
        delay: wholeMonths(response.within.number),
        within: response.within.number,
        lapses: response.lapses.number < 1e6 ? wholeMonths(response.lapses.number) : .max,
        priority: Int32(min(max(0, response.priority.number), 9)),
        capacity: response.capacity.number, cost: Money(response.cost.number))
    }
    foldBodies(responses)
    let queue = Queues(scheme)
    for response in responses {
      for unit in scheme.units.indices {
        queues.append(Int32(response.map { queue.queue(of: $0.by, unit: unit) } ?? -1))
      }
    }
    codes = (0..<scheme.bodies.count + 1 + scheme.units.count).map { queue.code(of: $0) }
    for review in scheme.reviews {
      for unit in scheme.units.indices {
        reviewers.append(Int32(queue.queue(of: review.by, unit: unit)))
      }
    }
    for watch in watchings.indices {
      watchings[watch].isPlain =
        watchings[watch].every == 1 && watchings[watch].quiet <= 0 && watchings[watch].covers >= 1
        && watchings[watch].promotes == 0 && !watchings[watch].isPart
        && !watchings[watch].isScreened && watchings[watch].intercepts <= 0
        && answers[...ResponseCause.red.rawValue].allSatisfy(\.isPlain)
        && !admonishing[AdmonitionTrigger.void.rawValue]
    }
    arePlain = watchings.allSatisfy(\.isPlain)
    isImmediate =
      coordination == nil
      && responses.allSatisfy { response in
        guard let response else { return true }
        return response.within.number <= 0 && response.capacity.number == .infinity
          && scheme.units.indices.allSatisfy { queue.isUnlimited(response.by, unit: $0) }
          && response.joint.allSatisfy { !scheme.bodies[$0].isOn || queue.isUnlimited($0) }
      }
  }
}

extension Tables.Answer {
  /// Whether an item that is not verified is void, and one that is verified is found.
  var isPlain: Bool { isGiven && wrongs == 0 && shelves == 0 && talks == 0 && buries == 0 }
}
