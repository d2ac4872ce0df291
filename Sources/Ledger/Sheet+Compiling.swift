/// What is done with the rows of one kind that fulfil one condition.
@usableFromInline
struct Counter: Sendable {
  /// What is taken of a row.
  @usableFromInline
  enum Measure: Sendable, Hashable {
    case count, sum, distribution, survival
  }
  @usableFromInline var measure: Measure
  /// Slot of the field that is taken.
  @usableFromInline var slot: UInt8
  /// Slot of the time of censoring.
  @usableFromInline var censoring: UInt8
  /// First step of the condition, or an end.
  @usableFromInline var program: Int32
  /// Where the classes of months stand, and the last month that has one of its own.
  @usableFromInline var months: Int32
  @usableFromInline var lastMonth: Int32
  /// Where the classes of posts stand, or −1 if all posts are alike; and the last post + 1.
  @usableFromInline var posts: Int32
  @usableFromInline var lastPost: Int32
  /// The first cell.
  @usableFromInline var cell: Int32
  /// Whether all reported months and all posts are alike: then every row falls into the first cell.
  @usableFromInline var isEverywhere = false
  /// The condition, where it is a single test for some codes below 64: their slot and their bits.
  @usableFromInline var codeSlot: UInt8 = Counter.noSlot
  @usableFromInline var codes: UInt64 = 0

  static let noSlot: UInt8 = 255

  /// Notes what makes the counter a simple one, as most are.
  mutating func simplify(months: [Int32], tests: [Test]) {
    isEverywhere = posts < 0 && months.first == -1 && months.dropFirst().allSatisfy { $0 == 0 }
    guard program >= 0 else { return }
    let test = tests[Int(program)]
    guard test.form == .mask, test.source < Test.month, test.yes == Test.accepts,
      test.no == Test.rejects
    else { return }
    codeSlot = test.source
    codes = test.span
  }
}

/// Atoms that share a counter: the same rows but for window and place.
private struct Family {
  /// What the atoms of a family have in common.
  struct Trait: Hashable {
    var kind: EventKind
    var measure: Counter.Measure
    var field: EventField?
    var condition: Condition
  }
  /// One atom of the family: where its sum is kept, when and where its rows are created.
  struct Member {
    var atom: Atom
    var position: Int
    var months: [Condition]
    var places: [Condition]
  }
  var trait: Trait
  var members: [Member]
}

/// A division of months or posts into classes that all members of a family treat alike.
private struct Division {
  /// The class of each month or post; −1 where no member wants it.
  var classes: [Int32] = []
  /// For each class which members want it.
  var wanted: [[Bool]] = []

  init(count: Int, members: Int, wants: (_ member: Int, _ index: Int) -> Bool) {
    var known: [[Bool]: Int32] = [:]
    for index in 0..<count {
      let pattern = (0..<members).map { wants($0, index) }
      if !pattern.contains(true) {
        classes.append(-1)
      } else if let found = known[pattern] {
        classes.append(found)
      } else {
        known[pattern] = Int32(wanted.count)
        classes.append(Int32(wanted.count))
        wanted.append(pattern)
      }
    }
  }
}

extension Sheet {
  /// Months from here on are told apart by no window.
  private static let endOfTime: Int64 = 8191

  mutating func compile() {
    sumCells = Array(repeating: [], count: sums.count)
    distributionCells = Array(repeating: [], count: distributions.count)
    let families = gather()
    for kind in EventKind.allCases {
      starts.append(Int32(counters.count))
      for family in families where family.trait.kind == kind { compile(family) }
    }
    starts.append(Int32(counters.count))
  }

  /// The families, in the order of their first atoms.
  private func gather() -> [Family] {
    var families: [Family] = []
    var known: [Family.Trait: Int] = [:]
    let numbered = Array(sums.enumerated()) + Array(distributions.enumerated())
    for (position, atom) in numbered {
      var months: [Condition] = []
      var places: [Condition] = []
      var rest: [Condition] = []
      for condition in atom.condition.conjuncts {
        let fields = condition.fields
        if fields == [.month] {
          months.append(condition)
        } else if fields.allSatisfy({ $0.isCommon && $0 != .month }) {
          places.append(condition)
        } else {
          rest.append(condition)
        }
      }
      let trait = Family.Trait(
        kind: atom.kind, measure: Counter.Measure(atom.measure), field: atom.measure.field,
        condition: Condition(all: rest))
      let member = Family.Member(atom: atom, position: position, months: months, places: places)
      if let index = known[trait] {
        families[index].members.append(member)
      } else {
        known[trait] = families.count
        families.append(Family(trait: trait, members: [member]))
      }
    }
    return families
  }

  private mutating func compile(_ family: Family) {
    let trait = family.trait
    let members = family.members
    // A field that no row of the kind has is never there to be taken.
    let slot = trait.field.flatMap { trait.kind.slot(of: $0) }
    if trait.measure != .count && slot == nil { return }
    let months = divideMonths(members)
    let posts = dividePosts(members)
    let cellsOfFamily = months.wanted.count * posts.wanted.count
    if cellsOfFamily > 64 && cellsOfFamily > 8 * members.count {
      for member in members { compile(Family(trait: trait, members: [member])) }
      return
    }
    guard cellsOfFamily > 0, let program = compileCondition(of: trait) else { return }
    let isSum = trait.measure == .count || trait.measure == .sum
    let cell = isSum ? cellCount : distributionCellCount
    let anywhere = posts.wanted.count == 1 && !posts.classes.contains(-1)
    var counter = Counter(
      measure: trait.measure, slot: UInt8(slot ?? 0),
      censoring: trait.kind.slot(of: .months).map { UInt8($0) } ?? UInt8(slot ?? 0),
      program: program,
      months: place(months.classes), lastMonth: Int32(months.classes.count - 1),
      posts: anywhere
        ? -1 : place(posts.classes.map { $0 < 0 ? -1 : $0 * Int32(months.wanted.count) }),
      lastPost: Int32(posts.classes.count - 1), cell: Int32(cell))
    counter.simplify(months: months.classes, tests: tests)
    counters.append(counter)
    assignCells(members, from: cell, months: months, posts: posts)
    if isSum { cellCount += cellsOfFamily } else { distributionCellCount += cellsOfFamily }
  }

  /// The first step of the condition of a family, or nil if no row can fulfil it.
  private mutating func compileCondition(of trait: Family.Trait) -> Int32? {
    var program = Program(kind: trait.kind, places: places, tests: tests, words: words)
    let start = program.append(trait.condition, yes: Test.accepts, no: Test.rejects)
    guard start != Test.rejects else { return nil }
    tests = program.tests
    words = program.words
    return start
  }

  private func divideMonths(_ members: [Family.Member]) -> Division {
    let named = members.flatMap { member in
      [Int64(member.atom.window.first), Int64(member.atom.window.last)]
        + member.months.flatMap(\.numbers)
    }
    // The month after the last one named stands for all later ones.
    let last = named.filter { (0..<Sheet.endOfTime).contains($0) }.max().map { $0 + 1 } ?? 1
    return Division(count: Int(last) + 1, members: members.count) { index, month in
      let window = members[index].atom.window
      guard month > 0 && window.first <= month && month <= window.last else { return false }
      return members[index].months.allSatisfy { $0.holds { _ in Int64(month) } }
    }
  }

  private func dividePosts(_ members: [Family.Member]) -> Division {
    let places = places
    return Division(count: places.posts.count + 1, members: members.count) { index, place in
      members[index].places.allSatisfy { condition in
        condition.holds { places.code($0, ofPost: place - 1) }
      }
    }
  }

  private mutating func assignCells(
    _ members: [Family.Member], from first: Int, months: Division, posts: Division
  ) {
    for (index, member) in members.enumerated() {
      var cells: [Int32] = []
      for (post, wantedPosts) in posts.wanted.enumerated() where wantedPosts[index] {
        for (month, wantedMonths) in months.wanted.enumerated() where wantedMonths[index] {
          cells.append(Int32(first + post * months.wanted.count + month))
        }
      }
      if member.atom.measure.isDistribution {
        distributionCells[member.position] = cells
      } else {
        sumCells[member.position] = cells
      }
    }
  }

  /// Where a table of classes stands; equal tables stand once.
  private mutating func place(_ table: [Int32]) -> Int32 {
    if let known = tables[table] { return known }
    let start = Int32(classes.count)
    tables[table] = start
    classes += table
    return start
  }
}

extension Counter.Measure {
  /// What a counter takes for a measure.
  init(_ measure: Atom.Measure) {
    switch measure {
    case .count: self = .count
    case .sum: self = .sum
    case .quantile: self = .distribution
    case .survival: self = .survival
    }
  }
}
