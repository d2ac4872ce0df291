import Plan
import Quantities

/// Bodies that do not reach every seat of their scope (model.md 1, `covers`): which they reach is settled for good, and
/// a body that reaches more reaches the same seats and others.
extension Run {
  /// Whether a queue's body reaches a seat; units reach their own.
  func isReached(_ seat: Int, by queue: Int) -> Bool {
    guard queue < tables.scheme.bodies.count else { return true }
    let body = tables.scheme.bodies[queue]
    let id = frame.layout.meaning(ofSeat: seat).joined(Meaning("body." + body.name))
    return certainly(luck.word(.reach, id), below: body.covers.number)
  }

  /// Who answers for a seat instead of a body that does not reach it.
  func answerer(_ queue: Int32, for seat: Int) -> Int32 {
    guard tables.hasGaps, !isReached(seat, by: Int(queue)) else { return queue }
    let unit = frame.layout.unit(of: seat)
    return Int32(Queues(tables.scheme).standIn(for: Int(queue), unit: unit))
  }

  /// The visits of the month leave out whom their reviewers do not reach.
  mutating func narrowVisits() {
    guard tables.hasGaps else { return }
    for place in desk.visits.indices {
      let visit = desk.visits[place]
      let reviewers = visit.posts.map { reviewer(of: Int(visit.review), at: $0) }
      let isNarrow = reviewers.contains {
        $0 < tables.scheme.bodies.count && tables.scheme.bodies[$0].covers.number < 1
      }
      guard isNarrow else { continue }
      var chosen = [Bool](repeating: false, count: frame.layout.seats)
      for (post, reviewer) in zip(visit.posts, reviewers) {
        let seat0 = frame.layout.posts[post].seat0
        for seat in seat0..<seat0 + tables.headcounts[post] {
          chosen[seat] = visit.selects(seat, frame.layout) && isReached(seat, by: reviewer)
        }
      }
      desk.visits[place] = Visit(review: visit.review, choice: .scored(chosen), posts: visit.posts)
    }
  }

  private func reviewer(of review: Int, at post: Int) -> Int {
    let unit = frame.layout.posts[post].unit
    return Int(tables.reviewers[review * tables.scheme.units.count + unit])
  }
}
