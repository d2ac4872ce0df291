import Quantities

/// A stretch of slots of a post under one risk, indicator or channel, whose points of chance are drawn together.
///
/// Its size depends on the first slot alone and its key on declared paths, so that a post that grows, or a
/// neighbour that is added, moves nobody else's luck (luck-notes.md 4).
struct Lane {
  /// What the lane belongs to, with its first slot.
  let meaning: Meaning
  /// Which exposure, watch or hearing.
  let owner: Int32
  /// The seat of the first slot.
  let seat0: Int32
  /// Slots that exist; the rest of the lane is virtual.
  let seats: Int32
  /// log2 of the slots.
  let bits: Int32
  /// Whether hazards are so small that gap and place need a word each.
  let isWide: Bool
}

/// A Poisson field on hazard × (slot, month): the same points whoever asks, in ascending hazard.
enum Field {
  /// The month in which the first window begins is `-origin`.
  static let origin = 1280
  /// Months in a window.
  static let window = 128

  /// The window of a month.
  @inline(__always)
  static func window(of month: Int) -> Int { (month + origin) >> 7 }

  /// The first month of a window.
  @inline(__always)
  static func firstMonth(of window: Int) -> Int { window << 7 - origin }

  /// Lanes of a post: 16 slots up to slot 127, then growing with the slot number, at most 256.
  static func lanes(
    _ meaning: Meaning, owner: Int, seat0: Int, slots: Int, isWide: (Int) -> Bool
  ) -> [Lane] {
    var lanes: [Lane] = []
    var first = 0
    while first < slots {
      let bits = first < 128 ? 4 : min(8, Int.bitWidth - 1 - first.leadingZeroBitCount - 2)
      lanes.append(
        Lane(
          meaning: meaning.with(UInt64(first)), owner: Int32(owner), seat0: Int32(seat0 + first),
          seats: Int32(min(1 << bits, slots - first)), bits: Int32(bits),
          isWide: isWide(window << bits)))
      first += 1 << bits
    }
    return lanes
  }

  /// Walks the points of a lane in one window with hazards from `low` up to `high`, in ascending hazard.
  ///
  /// An arm stops at its own bound; a more demanding arm walks on past the same first points. Gives the slot
  /// within the lane, the month within the window and the hazard of each point.
  @inline(__always)
  static func walk(
    _ lane: Lane, _ purpose: Purpose, window: Int, from low: Double, to high: Double, _ luck: Luck,
    _ logs: ExponentialTable, _ emit: (Int, Int, Float) -> Void
  ) {
    let cells = Field.window << Int(lane.bits)
    let mask = UInt32(cells - 1)
    let limit = high * Double(cells)
    let floor = low * Double(cells)
    let scale = 1 / Double(cells)
    var height = 0.0
    var sub: UInt32 = 0
    // One word gives gap and place: the high bits the gap, the low bits slot and month.
    @inline(__always)
    func point(_ gap: UInt32, _ place: UInt32) -> Bool {
      height += logs.draw(gap)
      if height >= limit { return false }
      let cell = Int(place & mask)
      let slot = cell >> 7
      if slot < Int(lane.seats), height >= floor {
        emit(slot, cell & 127, Float(height * scale))
      }
      return true
    }
    while true {
      let w = luck.block(purpose, lane.meaning, UInt32(window), sub)
      sub += 1
      if lane.isWide {
        guard point(w.0, w.1), point(w.2, w.3) else { return }
      } else {
        let half = mask >> 1
        guard point((w.0 & ~mask) | half, w.0), point((w.1 & ~mask) | half, w.1),
          point((w.2 & ~mask) | half, w.2), point((w.3 & ~mask) | half, w.3)
        else { return }
      }
    }
  }

  /// Which cells of a lane's window were met already.
  struct Seen {
    private var bits = [UInt64](repeating: 0, count: (Field.window << 8) / 64)

    /// Whether the cell is met for the first time.
    @inline(__always)
    mutating func insert(_ slot: Int, _ month: Int) -> Bool {
      let cell = slot << 7 | month
      let bit = (1 as UInt64) << UInt64(cell & 63)
      if bits[cell >> 6] & bit != 0 { return false }
      bits[cell >> 6] |= bit
      return true
    }

    /// Forgets the cells of a lane.
    mutating func clear(_ lane: Lane) {
      for word in 0..<(Field.window << Int(lane.bits)) / 64 { bits[word] = 0 }
    }
  }

  /// The points of one slot above the cut: the same walk on a field of its own.
  @inline(__always)
  static func walkAbove(
    _ cut: Double, to high: Double, of meaning: Meaning, window: Int, _ luck: Luck,
    _ logs: ExponentialTable, _ emit: (Int, Float) -> Void
  ) {
    let limit = high * Double(Field.window)
    var height = cut * Double(Field.window)
    var sub: UInt32 = 0
    while true {
      let w = luck.block(.aboveCut, meaning, UInt32(window), sub)
      sub += 1
      height += logs.draw(w.0)
      if height >= limit { return }
      emit(Int(w.1 & 127), Float(height / Double(Field.window)))
      height += logs.draw(w.2)
      if height >= limit { return }
      emit(Int(w.3 & 127), Float(height / Double(Field.window)))
    }
  }
}

/// Points of a window, by month, in slabs that are used again from run to run.
struct Tape: Sendable {
  /// A point: whose seat, under which risk, indicator or channel, at what hazard.
  struct Point: Sendable {
    var seat: Int32
    var owner: Int32
    var mark: Float

    @inline(__always)
    init(_ lane: Lane, _ slot: Int, _ mark: Float) {
      seat = lane.seat0 &+ Int32(truncatingIfNeeded: slot)
      owner = lane.owner
      self.mark = mark
    }
  }

  private(set) var points: [Point] = []
  private(set) var counts = [Int](repeating: 0, count: Field.window)
  private var room = 0

  /// Forgets the points.
  mutating func clear() {
    for month in 0..<Field.window { counts[month] = 0 }
  }

  /// Adds a point to a month.
  @inline(__always)
  mutating func add(_ point: Point, month: Int) {
    let count = counts[month]
    if count == room { grow() }
    points[month * room + count] = point
    counts[month] = count + 1
  }

  /// The places of a month's points.
  @inline(__always)
  func range(of month: Int) -> Range<Int> {
    let first = month * room
    return first..<first + counts[month]
  }

  @inline(never)
  private mutating func grow() {
    let wider = max(16, room * 2)
    let empty = Point(
      Lane(meaning: Meaning(bits: 0), owner: 0, seat0: 0, seats: 0, bits: 0, isWide: false), 0, 0)
    var slabs = [Point](repeating: empty, count: wider * Field.window)
    for month in 0..<Field.window {
      for i in 0..<counts[month] { slabs[month * wider + i] = points[month * room + i] }
    }
    points = slabs
    room = wider
  }
}
