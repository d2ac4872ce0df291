import Ledger
import Plan
import Quantities

/// Rules close the loop (model.md G12): after the reviews that they name they look at what an institution can see,
/// and turn numbers, order reviews, issue remedies from the next month on.
extension Run {
  /// Whether months are told as they stand now, or at the horizon.
  var outlook: Int { sink.isAsking ? month : frame.horizon }

  /// The last step of a month: rules whose reviews took place are asked, in the order of declaration.
  mutating func evaluate() {
    guard !tables.scheme.rules.isEmpty, isReported, month < frame.horizon else { return }
    // What they had listed for this month has had its starts.
    state.rulings.listed.removeAll()
    let due = tables.scheme.rules.indices.filter { isDue($0) }
    guard !due.isEmpty else { return }
    lookAround()
    let firing = due.filter { holds(tables.scheme.rules[$0].condition) }
    for rule in firing { fire(rule) }
  }

  private func isDue(_ index: Int) -> Bool {
    let rule = tables.scheme.rules[index]
    guard rule.isOn, desk.visits.contains(where: { rule.at.contains(Int($0.review)) }) else {
      return false
    }
    guard let last = state.rulings.fired[rule.name] else { return true }
    return Double(month - Int(last)) >= rule.cooldown.number
  }

  /// Everything that is open is told to the rules as it stands, and then goes on.
  private mutating func lookAround() {
    var kept = State()
    kept.become(state)
    sink.book?.beginAsking()
    sink.isAsking = true
    conclude()
    for index in state.loop.remedies.indices { reportRecommendation(index) }
    sink.isAsking = false
    swap(&state, &kept)
  }

  // MARK: - When

  private func holds(_ condition: RuleCondition?) -> Bool {
    guard let condition else { return false }
    switch condition {
    case .and(let left, let right): return holds(left) && holds(right)
    case .or(let left, let right): return holds(left) || holds(right)
    case .not(let inner): return !holds(inner)
    case .compares(let left, let relation, let right):
      // What cannot be answered yet, such as a share of nothing, fulfils no comparison.
      guard let a = answer(left), let b = answer(right) else { return false }
      switch relation {
      case .equal: return a == b
      case .unequal: return a != b
      case .less: return a < b
      case .lessOrEqual: return a <= b
      case .greater: return a > b
      case .greaterOrEqual: return a >= b
      }
    }
  }

  private func answer(_ question: Question) -> Double? {
    switch question {
    case .number(let number): return number
    case .atom(let atom): return sink.book?.value(of: atom, at: month)
    case .combined(let left, let operation, let right):
      guard let a = answer(left), let b = answer(right) else { return nil }
      switch operation {
      case .add: return a + b
      case .subtract: return a - b
      case .multiply: return a * b
      case .divide: return b == 0 ? nil : a / b
      case .minimum: return min(a, b)
      case .maximum: return max(a, b)
      }
    case .gini: return nil
    }
  }

  // MARK: - Then

  private mutating func fire(_ index: Int) {
    let rule = tables.scheme.rules[index]
    state.rulings.fired[rule.name] = Int32(month)
    report(firing: index)
    for (place, action) in rule.actions.enumerated() {
      switch action {
      case .turn, .restore:
        state.rulings.pending.append(Ruling(rule: index, action: action))
      case .order(let review, let posts):
        state.rulings.orders.append(Order(review: review, posts: posts?.posts))
      case .issue(let remedy, let units):
        let named = units ?? Array(tables.scheme.units.indices)
        for unit in named { issue(remedy, to: unit, by: rule, place: place) }
      case .admonish(let selection):
        admonish(by: rule, place: place, at: selection.posts)
      case .list(let condition): state.rulings.listed.append(condition)
      }
    }
  }

  private mutating func issue(_ remedy: Int, to unit: Int, by rule: RuleTerms, place: Int) {
    guard let post = tables.leader(of: unit) else { return }
    let id = Meaning("rule." + rule.name).with(frame.layout.places.units[unit].bits)
      .with(UInt64(keyed(month)) << 8 | UInt64(place))
    issueRemedies(
      .rule, LoopPlace(post: Int32(post), unit: Int32(unit)), id: id, only: remedy)
  }

  /// Step 1: what rules decided last month takes effect.
  mutating func turnByRules(_ program: Program) {
    guard !state.rulings.pending.isEmpty else { return }
    let pending = state.rulings.pending
    state.rulings.pending.removeAll()
    let declared = program.scheme(in: month)
    let before = ruled(declared)
    for ruling in pending {
      if case .restore(let dial) = ruling.action {
        state.rulings.turned.removeAll { $0.action.dial == dial }
      } else {
        state.rulings.turned.append(ruling)
      }
    }
    let after = ruled(declared)
    for (place, dial) in before.ruledDials.enumerated() {
      let (old, new) = (dial.read(before), dial.read(after))
      guard old != new, let ruling = pending.last(where: { $0.action.dial == dial }) else {
        continue
      }
      report(changeOf: place, from: old, to: new, by: ruling.rule)
    }
    if after != before { turn(toScheme: after) }
  }

  /// A scheme with all that rules have turned, in order; what would break bounds or the order of colours is clipped.
  func ruled(_ scheme: Scheme) -> Scheme {
    guard !state.rulings.turned.isEmpty else { return scheme }
    var scheme = scheme
    for ruling in state.rulings.turned {
      guard case .turn(let dial, let operation, let amount) = ruling.action else { continue }
      let before = dial.read(scheme)
      let number =
        switch operation {
        case .set: amount
        case .add: before + amount
        case .subtract: before - amount
        case .multiply: before * amount
        case .divide: before / amount
        }
      let old = scheme.indicators
      dial.turn(&scheme, to: number)
      for index in old.indices { scheme.indicators[index].keepColours(like: old[index]) }
    }
    return scheme
  }

  /// Reviews that rules ordered last month look now.
  mutating func prepareOrders() {
    guard !state.rulings.orders.isEmpty else { return }
    for order in state.rulings.orders {
      let review = tables.scheme.reviews[order.review]
      let scope = review.scope.filter { post in
        tables.headcounts[post] > 0 && order.posts?.contains(post) ?? true
      }
      guard review.isOn, !scope.isEmpty else { continue }
      desk.visits.removeAll { Int($0.review) == order.review }
      var chosen = [Bool](repeating: false, count: frame.layout.seats)
      for post in scope {
        let seat0 = frame.layout.posts[post].seat0
        for seat in seat0..<seat0 + tables.headcounts[post] { chosen[seat] = true }
      }
      desk.visits.append(
        Visit(review: Int32(order.review), choice: .scored(chosen), posts: scope))
    }
    state.rulings.orders.removeAll()
  }

  // MARK: - Rows

  private mutating func report(firing index: Int) {
    guard wants.firings else { return }
    var row = Row(.firings, month: Int32(month), post: -1)
    row.slots[0] = Int64(index)
    row.slots[1] = tables.code(of: tables.scheme.rules[index].owner)
    sink.settle(row)
  }

  private mutating func report(changeOf place: Int, from old: Double, to new: Double, by rule: Int)
  {
    guard wants.changes, isReported else { return }
    var row = Row(.changes, month: Int32(month), post: -1)
    row.slots[0] = Int64(place)
    row.slots[1] = reading(old)
    row.slots[2] = reading(new)
    row.slots[3] = Int64(rule)
    sink.settle(row)
  }

  /// A number as a row holds it; one that is not set is absent.
  private func reading(_ number: Double) -> Int64 {
    guard number.isFinite, abs(number) < 0x1p40 else { return Row.absent }
    return Int64((number * 0x1p20).rounded())
  }
}

/// What rules have done in a run.
struct Rulings: ~Copyable {
  /// When a rule last fired, by name. Looked up only.
  var fired: [String: Int32] = [:]
  /// What takes effect at the beginning of the next month, and what has, in order.
  var pending: [Ruling] = []
  var turned: [Ruling] = []
  /// Reviews that look next month.
  var orders: [Order] = []
  /// Which leads are listed next month.
  var listed: [Condition] = []

  /// Forgets everything.
  mutating func clear() {
    guard !fired.isEmpty else { return }
    fired.removeAll()
    pending.removeAll()
    turned.removeAll()
    orders.removeAll()
    listed.removeAll()
  }

  /// Becomes like another, and goes its own way from here.
  mutating func become(_ other: borrowing Rulings) {
    fired = other.fired
    pending = other.pending
    turned = other.turned
    orders = other.orders
    listed = other.listed
  }
}

/// What a rule turns.
struct Ruling {
  var rule: Int
  var action: RuleAction
}

/// A review that a rule orders; nil posts are its scope.
struct Order {
  var review: Int
  var posts: [Int]?
}

extension IndicatorTerms {
  /// Keeps yellow ≤ orange ≤ red: whichever was turned goes as far as the others let it.
  mutating func keepColours(like before: IndicatorTerms) {
    if yellow != before.yellow {
      yellow = Factor(min(yellow.number, orange.number, red.number))
    }
    if orange != before.orange {
      orange = Factor(min(max(orange.number, yellow.number), red.number))
    }
    if red != before.red {
      red = Factor(
        max(red.number, yellow.number, orange.number.isFinite ? orange.number : yellow.number))
    }
  }
}

extension Tables {
  /// The code of a performer in rows.
  func code(of performer: Performer) -> Int64 {
    switch performer {
    case .unit: return BodyCode.unit
    case .body(let body): return Int64(body)
    case .above:
      return codes[Queues(scheme).queue(of: .above, unit: 0)]
    case .kind(let kind):
      let body = scheme.bodies.firstIndex { $0.isOn && $0.kind == kind }
      return body.map { Int64($0) } ?? BodyCode.implicit
    }
  }
}
