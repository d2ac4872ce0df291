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
  /// Slot of the code that atoms are told apart by, or none.
  @usableFromInline var keySlot: UInt8 = Counter.noSlot
  /// Where its classes stand: after the least and the greatest code the class of rows without the field,
  /// then one a code; codes beyond the ends are as those at the ends.
  @usableFromInline var keys: Int32 = 0

  static let noSlot: UInt8 = 255

  /// The same as a simple counter, if all reported months and posts are alike, so that the code alone tells the
  /// cell of a row, and the condition is no more than two tests for some codes below 64; most are.
  func simple(months: [Int32], tests: [Test]) -> SimpleCounter? {
    guard measure == .count || measure == .sum, posts < 0, months.first == -1,
      months.dropFirst().allSatisfy({ $0 == 0 })
    else { return nil }
    var wanted: [SimpleCounter.Codes] = []
    var step = program
    while step != Test.accepts {
      let test = tests[Int(step)]
      let isNegated = test.yes == Test.rejects
      guard test.form == .mask, test.source < Test.month, isNegated || test.no == Test.rejects
      else { return nil }
      wanted.append(
        SimpleCounter.Codes(
          slot: test.source, others: isNegated, bits: isNegated ? ~test.span : test.span))
      step = isNegated ? test.no : test.yes
    }
    guard wanted.count <= 2 else { return nil }
    let any = SimpleCounter.Codes(slot: Counter.noSlot, others: true, bits: .max)
    return SimpleCounter(
      first: wanted.first ?? any, second: wanted.dropFirst().first ?? any, cell: cell, keys: keys,
      slot: measure == .sum ? slot : Counter.noSlot, keySlot: keySlot)
  }
}

/// A counter of all rows of a kind, or of those that have some codes.
@usableFromInline
struct SimpleCounter: Sendable {
  /// What the code in a slot must be.
  struct Codes {
    /// The slot, or none if every row will do.
    var slot: UInt8
    /// Whether codes from 64 on will do, and rows without the field.
    var others: Bool
    /// The codes below 64 that will do.
    var bits: UInt64

    @inline(__always)
    func has(_ slots: Span<Int64>) -> Bool {
      guard slot != Counter.noSlot else { return true }
      let code = UInt64(bitPattern: slots[Int(slot)])
      return code < 64 ? bits &>> code & 1 != 0 : others
    }
  }

  var first: Codes
  var second: Codes
  var cell: Int32
  /// As in `Counter`.
  var keys: Int32
  /// Slot of the field that is summed, or none where rows are counted.
  var slot: UInt8
  /// As in `Counter`.
  var keySlot: UInt8
}

extension Sheet {
  /// Months from here on are told apart by no window.
  private static let endOfTime: Int64 = 8191

  mutating func compile() {
    sumCells = Array(repeating: [], count: sums.count)
    distributionCells = Array(repeating: [], count: distributions.count)
    let families = Family.gather(sums, distributions)
    for kind in EventKind.allCases {
      starts.append(Int32(counters.count))
      simpleStarts.append(Int32(simpleCounters.count))
      for family in families where family.trait.kind == kind { compile(family) }
    }
    starts.append(Int32(counters.count))
    simpleStarts.append(Int32(simpleCounters.count))
  }

  private mutating func compile(_ family: Family) {
    let trait = family.trait
    let members = family.members
    // A field that no row of the kind has is never there to be taken.
    let slot = trait.field.flatMap { trait.kind.slot(of: $0) }
    if trait.measure != .count && slot == nil { return }
    let axes = Axes(
      months: divideMonths(members), posts: dividePosts(members), keys: family.divideKeys())
    if axes.count > 64 && axes.count > 8 * members.count {
      for member in members { compile(Family(trait: trait, members: [member])) }
      return
    }
    guard axes.count > 0, let program = compileCondition(of: trait) else { return }
    let isSum = trait.measure == .count || trait.measure == .sum
    let cell = isSum ? cellCount : distributionCellCount
    let anywhere = axes.posts.wanted.count == 1 && !axes.posts.classes.contains(-1)
    var counter = Counter(
      measure: trait.measure, slot: UInt8(slot ?? 0),
      censoring: trait.kind.slot(of: .months).map { UInt8($0) } ?? UInt8(slot ?? 0),
      program: program,
      months: place(axes.months.classes), lastMonth: Int32(axes.months.classes.count - 1),
      posts: anywhere ? -1 : place(axes.posts.classes(times: axes.months.wanted.count)),
      lastPost: Int32(axes.posts.classes.count - 1), cell: Int32(cell))
    if let keys = axes.keys {
      let first = axes.months.wanted.count * axes.posts.wanted.count
      counter.keySlot = UInt8(keys.slot)
      counter.keys = place([keys.least, keys.greatest] + keys.division.classes(times: first))
    }
    if let simple = counter.simple(months: axes.months.classes, tests: tests) {
      simpleCounters.append(simple)
    } else {
      counters.append(counter)
    }
    assignCells(members, from: cell, axes)
    if isSum { cellCount += axes.count } else { distributionCellCount += axes.count }
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

  private mutating func assignCells(_ members: [Family.Member], from first: Int, _ axes: Axes) {
    let monthCount = axes.months.wanted.count
    let postCount = axes.posts.wanted.count
    for (index, member) in members.enumerated() {
      var cells: [Int32] = []
      for (key, wantedKeys) in axes.wantedKeys.enumerated() where wantedKeys?[index] != false {
        for (post, wantedPosts) in axes.posts.wanted.enumerated() where wantedPosts[index] {
          for (month, wantedMonths) in axes.months.wanted.enumerated() where wantedMonths[index] {
            cells.append(Int32(first + (key * postCount + post) * monthCount + month))
          }
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
