/// What is due in which month: contiguous bags, never searched. An entry is valid only if its check still holds.
struct Calendar {
  /// A thing that is due, with the part of the person's or lead's id that it must still have.
  struct Entry {
    var index: Int32
    var check: UInt32
  }

  /// An entry and when it is due.
  struct Dated {
    var entry: Entry
    var month: Int32
  }

  private var bags: [[Entry]] = []
  private var first = 0

  /// Empties the bags; months from −warm-up on.
  mutating func clear(_ months: Int) {
    for bag in bags.indices where !bags[bag].isEmpty { bags[bag].removeAll(keepingCapacity: true) }
    while bags.count < months { bags.append([]) }
  }

  /// The month of the first bag.
  mutating func begin(at month: Int) { first = month }

  /// Puts an entry into the bag of a month; beyond the horizon it is never due.
  @inline(__always)
  mutating func add(_ index: Int, _ check: UInt64, month: Int) {
    let bag = month - first
    guard bag >= 0, bag < bags.count else { return }
    bags[bag].append(Entry(index: Int32(index), check: UInt32(truncatingIfNeeded: check)))
  }

  /// Puts many entries into the bag of a month.
  mutating func add(_ entries: borrowing Column<Entry>, month: Int) {
    guard !entries.isEmpty, month >= first, month - first < bags.count else { return }
    let bag = month - first
    bags[bag].append(
      contentsOf: UnsafeBufferPointer(start: entries.memory, count: entries.count))
  }

  /// Puts entries into the bags of many months, in their order: sorted by month first, so that each bag is opened
  /// once.
  mutating func add(_ scattered: borrowing Column<Dated>) {
    var ends = [Int](repeating: 0, count: bags.count + 2)
    for place in scattered.indices { ends[bag(of: scattered[place].month) &+ 1] &+= 1 }
    for bag in bags.indices { ends[bag &+ 1] &+= ends[bag] }
    var sorted = Column<Entry>(repeating: Entry(index: 0, check: 0), count: scattered.count)
    for place in scattered.indices {
      let bag = bag(of: scattered[place].month)
      sorted[ends[bag]] = scattered[place].entry
      ends[bag] &+= 1
    }
    for bag in bags.indices {
      let start = bag == 0 ? 0 : ends[bag - 1]
      bags[bag].append(
        contentsOf: UnsafeBufferPointer(start: sorted.memory + start, count: ends[bag] - start))
    }
  }

  /// The bag of a month; one beyond them all for what is never due.
  @inline(__always)
  private func bag(of month: Int32) -> Int {
    let bag = Int(month) &- first
    return bag >= 0 && bag < bags.count ? bag : bags.count
  }

  /// Takes the bag of a month, whose memory goes with it: the months to come need as much again.
  mutating func take(month: Int) -> [Entry] {
    let bag = month - first
    guard bag >= 0, bag < bags.count else { return [] }
    var taken: [Entry] = []
    swap(&taken, &bags[bag])
    return taken
  }

  /// Empties every bag from a month on.
  mutating func forget(from month: Int) {
    for bag in bags.indices.dropFirst(max(0, month - first)) {
      bags[bag].removeAll(keepingCapacity: true)
    }
  }
}

/// Many people, one after the other, who are due in one month: gathered apart as long as it stays the same.
struct DueBag: ~Copyable {
  private var month = Int.min
  private var bag = Column<Calendar.Entry>()

  /// Adds a person; what is due in another month goes into the calendar first.
  @inline(__always)
  mutating func add(_ seat: Int32, _ person: UInt64, month: Int, to calendar: inout Calendar) {
    if month != self.month {
      close(&calendar)
      self.month = month
    }
    bag.append(Calendar.Entry(index: seat, check: UInt32(truncatingIfNeeded: person)))
  }

  /// Adds those who sit in some of the seats.
  @inline(__always)
  mutating func add(
    _ seats: borrowing Column<Int32>, _ places: Range<Int>, _ people: borrowing Column<Person>,
    month: Int, to calendar: inout Calendar
  ) {
    if month != self.month {
      close(&calendar)
      self.month = month
    }
    let first = bag.count
    bag.makeRoom(first &+ places.count)
    let entries = bag.lent
    for place in places {
      entries[first &+ place &- places.lowerBound] = Calendar.Entry(
        index: seats[place],
        check: UInt32(truncatingIfNeeded: people[Int(seats[place])].id))
    }
  }

  /// Puts what was gathered into the calendar.
  @inline(never)
  mutating func close(_ calendar: inout Calendar) {
    calendar.add(bag, month: month)
    bag.clear()
  }
}

/// Unstarted items of a queue: highest priority first, then the oldest, then the id of the lead.
struct Heap {
  /// An item with its rank.
  struct Item {
    var lead: Int32
    var priority: Int32
    var created: Moment
    var id: UInt64

    /// Whether this item starts before another.
    @inline(__always)
    func precedes(_ other: Item) -> Bool {
      if priority != other.priority { return priority > other.priority }
      if created != other.created { return created < other.created }
      return id < other.id
    }
  }

  private(set) var items: [Item] = []

  var isEmpty: Bool { items.isEmpty }

  mutating func push(_ item: Item) {
    items.append(item)
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard items[child].precedes(items[parent]) else { return }
      items.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> Item? {
    guard let top = items.first else { return nil }
    let last = items.removeLast()
    guard !items.isEmpty else { return top }
    items[0] = last
    var parent = 0
    while true {
      var best = parent
      let left = 2 * parent + 1
      if left < items.count, items[left].precedes(items[best]) { best = left }
      if left + 1 < items.count, items[left + 1].precedes(items[best]) { best = left + 1 }
      guard best != parent else { return top }
      items.swapAt(best, parent)
      parent = best
    }
  }
}
