import Ledger
import Plan
import Quantities

/// What reviews look at on occasion: who sat where, cases, admitted reports, and when a unit was last visited for it.
struct Occasions: ~Copyable {
  /// Whoever sat there in the last month, by seat; empty while nobody looks at departures.
  var sitting = Column<UInt64>()
  var cases = Column<Occasion>()
  var complaints = Column<Occasion>()
  /// The month of the last visit for reports or for rising cases, by review and unit; empty before the first.
  var visited = Column<Int32>()

  /// Months that cases are kept: a year, and the three before it.
  static let months = 48

  /// Empties everything, keeping the memory.
  mutating func clear() {
    sitting.clear()
    cases.clear()
    complaints.clear()
    visited.clear()
  }

  /// Becomes like another.
  mutating func become(_ other: borrowing Occasions) {
    sitting.become(other.sitting)
    cases.become(other.cases)
    complaints.become(other.complaints)
    visited.become(other.visited)
  }
}

/// Something that happened in a unit in a month.
struct Occasion {
  var month: Int32
  var unit: Int32
}

/// Reviews on occasion (model.md G5): what happens in a month is looked at in the next.
extension Run {
  /// Something happens at a seat now.
  @inline(__always)
  func occasion(at seat: Int) -> Occasion {
    Occasion(month: Int32(month), unit: Int32(frame.layout.unit(of: seat)))
  }

  /// Which reviews have an occasion this month, and whom they visit.
  mutating func prepareOccasions() {
    forgetOccasions()
    let left = departures()
    for (index, review) in tables.scheme.reviews.enumerated()
    where review.isOn && !review.on.isEmpty {
      let scope = review.scope.filter { tables.headcounts[$0] > 0 }
      var units: Set<Int> = []
      var seats: [Int] = []
      for occasion in review.on {
        switch occasion.trigger {
        case .departure:
          seats += left.filter { scope.contains(Int(frame.layout.postOfSeat[$0])) }
        case .filing: units.formUnion(unitsWithCases())
        case .complaints: units.formUnion(complainedOf(occasion, index, scope))
        case .rising: units.formUnion(rising(index, scope))
        // Rules order it, whatever it says of itself.
        case .order: break
        }
      }
      visit(index, scope, units, seats)
    }
  }

  private mutating func visit(_ index: Int, _ scope: [Int], _ units: Set<Int>, _ seats: [Int]) {
    let posts = scope.filter { post in
      units.contains(frame.layout.posts[post].unit)
        || seats.contains { Int(frame.layout.postOfSeat[$0]) == post }
    }
    guard !posts.isEmpty else { return }
    guard !seats.isEmpty else {
      let chosen = tables.scheme.units.indices.map { units.contains($0) }
      desk.visits.append(Visit(review: Int32(index), choice: .units(chosen), posts: posts))
      return
    }
    var chosen = [Bool](repeating: false, count: frame.layout.seats)
    for seat in seats { chosen[seat] = true }
    for post in posts where units.contains(frame.layout.posts[post].unit) {
      let place = frame.layout.posts[post]
      for seat in place.seat0..<place.seat0 + tables.headcounts[post] { chosen[seat] = true }
    }
    desk.visits.append(Visit(review: Int32(index), choice: .scored(chosen), posts: posts))
  }

  /// Seats that somebody has left since the last month; whoever was removed at its end counts, too.
  private mutating func departures() -> [Int] {
    let isAsked = tables.scheme.reviews.contains { review in
      review.isOn && review.on.contains { $0.trigger == .departure }
    }
    guard isAsked else { return [] }
    let isFirst = state.occasions.sitting.isEmpty
    if isFirst { state.occasions.sitting.reset(to: 0, count: frame.layout.seats) }
    var left: [Int] = []
    for seat in state.people.indices {
      let before = state.occasions.sitting[seat]
      let now = state.people[seat].id
      guard before != now else { continue }
      if before != 0 { left.append(seat) }
      state.occasions.sitting[seat] = now
    }
    return isFirst ? [] : left
  }

  private func unitsWithCases() -> Set<Int> {
    var units: Set<Int> = []
    for place in state.occasions.cases.indices
    where Int(state.occasions.cases[place].month) == month - 1 {
      units.insert(Int(state.occasions.cases[place].unit))
    }
    return units
  }

  /// Units of the scope on which enough reports were admitted since the last visit for it, within the time.
  private mutating func complainedOf(
    _ occasion: ReviewOccasion, _ review: Int, _ scope: [Int]
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: tables.scheme.units.count)
    for place in state.occasions.complaints.indices {
      let complaint = state.occasions.complaints[place]
      let unit = Int(complaint.unit)
      guard Double(month - Int(complaint.month)) <= occasion.within.number,
        Int(complaint.month) >= lastVisit(review, unit), unit < counts.count
      else { continue }
      counts[unit] += 1
    }
    let units = unitsOf(scope).filter { Double(counts[$0]) >= max(1, occasion.least.number) }
    for unit in units { noteVisit(review, unit) }
    return units
  }

  /// Units of the scope in a field of work whose cases of a year are five or more, and above 1.3 times the yearly
  /// mean of the three years before; once a year at most.
  private mutating func rising(_ review: Int, _ scope: [Int]) -> [Int] {
    let field = fieldsOfUnits()
    var recent: [WorkField: Int] = [:]
    var before: [WorkField: Int] = [:]
    for place in state.occasions.cases.indices {
      let one = state.occasions.cases[place]
      guard Int(one.unit) < field.count else { continue }
      let age = month - Int(one.month)
      if age <= 12 {
        recent[field[Int(one.unit)], default: 0] += 1
      } else if age <= Occasions.months {
        before[field[Int(one.unit)], default: 0] += 1
      }
    }
    let units = unitsOf(scope).filter { unit in
      let now = recent[field[unit]] ?? 0
      let usual = Double(before[field[unit]] ?? 0) / 3
      return now >= 5 && Double(now) > 1.3 * usual && month - lastVisit(review, unit) >= 12
    }
    for unit in units { noteVisit(review, unit) }
    return units
  }

  private func fieldsOfUnits() -> [WorkField] {
    tables.scheme.units.map {
      $0.field ?? tables.scheme.organizations[$0.organization].field
    }
  }

  // MARK: - Memory

  private func lastVisit(_ review: Int, _ unit: Int) -> Int {
    let place = review * frame.layout.units + unit
    return place < state.occasions.visited.count
      ? Int(state.occasions.visited[place]) : -Field.origin
  }

  private mutating func noteVisit(_ review: Int, _ unit: Int) {
    if state.occasions.visited.isEmpty {
      state.occasions.visited.reset(
        to: Int32(-Field.origin), count: frame.causes.reviews * frame.layout.units)
    }
    state.occasions.visited[review * frame.layout.units + unit] = Int32(month)
  }

  /// Forgets what is too old for any question.
  private mutating func forgetOccasions() {
    guard (month + Field.origin) % 12 == 0 else { return }
    var longest = Double(Occasions.months)
    for occasion in tables.scheme.reviews.flatMap(\.on) {
      longest = max(longest, occasion.within.number)
    }
    let oldest = month - Int(min(longest, 1e5))
    Self.forget(before: oldest, &state.occasions.cases)
    Self.forget(before: oldest, &state.occasions.complaints)
  }

  private static func forget(before oldest: Int, _ list: inout Column<Occasion>) {
    var kept = 0
    for place in list.indices where Int(list[place].month) >= oldest {
      list[kept] = list[place]
      kept += 1
    }
    list.removeLast(list.count - kept)
  }
}
