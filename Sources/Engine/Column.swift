/// A growing column of plain numbers that has one owner.
///
/// An `Array` asks before every write whether somebody else holds it too, and that question costs more
/// than most writes of the engine (performance.md 2.9). A column cannot be held twice, so it need not ask;
/// where a state is really wanted twice, `become` says so. Every index is checked. This is the only place
/// of the engine that handles memory by hand.
struct Column<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  /// An empty column; it takes no memory.
  init() {
    capacity = 0
    base = Column.nowhere
  }

  /// A column of a value.
  init(repeating value: Element, count: Int) {
    capacity = count
    base = .allocate(capacity: count)
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  deinit { free() }

  /// Where an empty column stands: a place that is aligned and never read or written.
  private static var nowhere: UnsafeMutablePointer<Element> {
    unsafeBitCast(MemoryLayout<Element>.alignment, to: UnsafeMutablePointer<Element>.self)
  }

  private func free() { if capacity > 0 { base.deallocate() } }

  @inline(__always)
  var isEmpty: Bool { count == 0 }

  @inline(__always)
  var indices: Range<Int> { 0..<count }

  subscript(index: Int) -> Element {
    @inline(__always)
    _read {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      yield base[index]
    }
    @inline(__always)
    _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      yield &base[index]
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    base[count] = element
    count &+= 1
  }

  /// Adds an element and gives its place.
  @inline(__always)
  mutating func place(_ element: Element) -> Int {
    append(element)
    return count &- 1
  }

  @inline(__always)
  mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    count &-= 1
    return base[count]
  }

  @inline(__always)
  mutating func removeLast(_ few: Int) {
    precondition(few >= 0 && few <= count)
    count &-= few
  }

  /// Forgets everything but keeps the memory.
  @inline(__always)
  mutating func clear() { count = 0 }

  /// Fills the column anew without giving its memory back.
  mutating func reset(to value: Element, count: Int) {
    self.count = 0
    if count > capacity { grow(to: count) }
    base.update(repeating: value, count: count)
    self.count = count
  }

  /// Takes a count of elements whose values are written next, and mean nothing before.
  @inline(__always)
  mutating func makeRoom(_ count: Int) {
    precondition(count >= 0)
    if count > capacity { grow(to: count) }
    self.count = count
  }

  /// The memory of all elements, for loops that the compiler is to turn into vector instructions.
  @inline(__always)
  var memory: UnsafeMutablePointer<Element> { base }

  /// Where the elements from a place on end that fulfil a claim as the first does.
  @inline(__always)
  func end(of first: Int, while claim: (Element) -> Bool) -> Int {
    var end = first &+ 1
    while end < count, claim(base[end]) { end &+= 1 }
    return end
  }

  /// The elements lent to a loop that also writes elsewhere: what it needs stays in registers. Nothing may be added
  /// meanwhile.
  @inline(__always)
  var lent: LentColumn<Element> {
    mutating get { LentColumn(base: base, count: count) }
  }

  /// How many elements fulfil a claim.
  func count(where claim: (Element) -> Bool) -> Int {
    var number = 0
    for index in indices where claim(base[index]) { number += 1 }
    return number
  }

  /// Sorts in place.
  mutating func sort(by precedes: (Element, Element) -> Bool) {
    var elements = UnsafeMutableBufferPointer(start: base, count: count)
    elements.sort(by: precedes)
  }

  /// Takes the elements of another column over, keeping its own memory.
  mutating func become(_ other: borrowing Column) {
    count = 0
    if other.count > capacity { grow(to: other.count) }
    base.update(from: other.base, count: other.count)
    count = other.count
  }

  @inline(never)
  private mutating func grow(to least: Int) {
    let wider = Swift.max(least, 2 * capacity, 8)
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: wider)
    memory.update(from: base, count: count)
    free()
    base = memory
    capacity = wider
  }
}

/// The elements of a column while it is lent; every index is checked.
struct LentColumn<Element: BitwiseCopyable> {
  fileprivate let base: UnsafeMutablePointer<Element>
  let count: Int

  subscript(index: Int) -> Element {
    @inline(__always)
    _read {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      yield base[index]
    }
    @inline(__always)
    nonmutating _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      yield &base[index]
    }
  }

  /// Writes at a place, or over the last element where the place is beyond; there must be one.
  @inline(__always)
  func write(_ element: Element, notBeyondEnd index: Int) {
    precondition(count > 0)
    base[Int(bitPattern: min(UInt(bitPattern: index), UInt(bitPattern: count &- 1)))] = element
  }
}
