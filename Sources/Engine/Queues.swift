import Ledger
import Plan
import Quantities

/// Which queue an item waits in: one per body, one for the implicit supervisory body, one per unit.
struct Queues {
  let scheme: Scheme

  init(_ scheme: Scheme) { self.scheme = scheme }

  /// The queue of the supervisory body that acts where none is declared: unlimited.
  static func implicit(_ scheme: Scheme) -> Int { scheme.bodies.count }
  /// The queue of a unit.
  static func ofUnit(_ unit: Int, _ scheme: Scheme) -> Int { scheme.bodies.count + 1 + unit }

  /// The queue of a performer for the matters of a unit.
  func queue(of performer: Performer, unit: Int) -> Int {
    switch performer {
    case .unit: return Queues.ofUnit(unit, scheme)
    case .body(let body) where body < scheme.bodies.count && scheme.bodies[body].isOn:
      return scheme.answers(body, for: unit)
        ? body : instead(of: body, unit: unit) ?? Queues.implicit(scheme)
    case .body: return body(of: .supervisory, unit: unit) ?? Queues.implicit(scheme)
    case .kind(.unitBody):
      return body(of: .unitBody, unit: unit) ?? Queues.ofUnit(unit, scheme)
    case .above:
      let own = body(of: .supervisory, unit: unit)
      return own.flatMap(above) ?? scheme.bodyAbove(unit: unit) ?? own ?? Queues.implicit(scheme)
    case .kind(let kind):
      return body(of: kind, unit: unit) ?? body(of: .supervisory, unit: unit)
        ?? Queues.implicit(scheme)
    }
  }

  /// Whether a performer can start any number of items.
  func isUnlimited(_ performer: Performer, unit: Int) -> Bool {
    let queue = queue(of: performer, unit: unit)
    return queue >= scheme.bodies.count || isUnlimited(queue)
  }

  /// Whether neither capacity nor money nor reach limits a body.
  func isUnlimited(_ body: Int) -> Bool {
    let terms = scheme.bodies[body]
    return terms.capacity.number == .infinity && terms.budget.number == .infinity
      && terms.covers.number >= 1
  }

  /// The body above a body.
  func above(_ body: Int) -> Int? {
    scheme.bodies[body].above.flatMap { $0 != body && scheme.bodies[$0].isOn ? $0 : nil }
  }

  /// Who answers for the seats of a unit that a body does not reach; the body itself where nobody else does.
  func standIn(for body: Int, unit: Int) -> Int { instead(of: body, unit: unit) ?? body }

  /// Who answers for a unit instead of a body: the body above it, else the supervisory body.
  private func instead(of body: Int, unit: Int) -> Int? {
    if let above = above(body), scheme.answers(above, for: unit) { return above }
    return self.body(of: .supervisory, unit: unit)
  }

  /// The body of a kind in whose scope the unit lies: the smallest scope, then the order of the names.
  private func body(of kind: BodyKind, unit: Int) -> Int? {
    scheme.bodies.indices
      .filter {
        let body = scheme.bodies[$0]
        return body.isOn && body.kind == kind && (body.scope?.contains(unit) ?? true)
      }
      .min { a, b in
        let first = scheme.bodies[a]
        let second = scheme.bodies[b]
        let sizes = (first.scope?.count ?? .max, second.scope?.count ?? .max)
        return sizes.0 == sizes.1 ? first.name < second.name : sizes.0 < sizes.1
      }
  }

  /// The code of a queue in rows: the index of the body, or `BodyCode`.
  func code(of queue: Int) -> Int64 {
    queue < scheme.bodies.count
      ? Int64(queue)
      : queue == Queues.implicit(scheme) ? BodyCode.implicit : BodyCode.unit
  }
}
