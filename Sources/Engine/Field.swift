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

  /// Which part of a field is asked for: points of a window from a month on, with hazards from `low` up to `high`.
  struct Stretch {
    var purpose: Purpose
    var window: Int
    var first: Int
    var low: Double
    var high: Double
    /// Whether of two points on one cell only the first, which is the lower, counts.
    var isSingle = false
  }

  /// Walks the points of a lane in ascending hazard and writes them to a tape.
  ///
  /// An arm stops at its own bound; a more demanding arm walks on past the same first points.
  @inline(__always)
  static func walk(
    _ lane: Lane, _ stretch: Stretch, _ luck: Luck, _ logs: ExponentialTable,
    _ tape: Tape.Writer
  ) {
    let cells = Field.window << Int(lane.bits)
    let mask = UInt32(truncatingIfNeeded: cells &- 1)
    let half = mask >> 1
    let limit = stretch.high * Double(cells)
    let line = Line(
      slots: UInt32(lane.seats) << 7, first: UInt32(max(0, stretch.first)),
      floor: stretch.low * Double(cells), scale: 1 / Double(cells), lane: lane,
      isSingle: stretch.isSingle)
    let window = UInt32(truncatingIfNeeded: stretch.window)
    var height = 0.0
    var sub: UInt32 = 0
    if stretch.isSingle { tape.forgetCells(cells) }
    while true {
      let w = luck.block(stretch.purpose, lane.meaning, window, sub)
      sub &+= 1
      if lane.isWide {
        height += logs.draw(w.0)
        if height >= limit { return }
        line.put(w.1 & mask, height, tape)
        height += logs.draw(w.2)
        if height >= limit { return }
        line.put(w.3 & mask, height, tape)
        continue
      }
      // One word gives gap and place: the high bits the gap, the low bits slot and month.
      height += logs.draw((w.0 & ~mask) | half)
      if height >= limit { return }
      line.put(w.0 & mask, height, tape)
      height += logs.draw((w.1 & ~mask) | half)
      if height >= limit { return }
      line.put(w.1 & mask, height, tape)
      height += logs.draw((w.2 & ~mask) | half)
      if height >= limit { return }
      line.put(w.2 & mask, height, tape)
      height += logs.draw((w.3 & ~mask) | half)
      if height >= limit { return }
      line.put(w.3 & mask, height, tape)
    }
  }

  /// What a lane's points are held against before they are written.
  private struct Line {
    let slots: UInt32
    let first: UInt32
    let floor: Double
    let scale: Double
    let lane: Lane
    let isSingle: Bool

    /// Writes a point, unless its slot is virtual, its month past, or another walk has met it.
    @inline(__always)
    func put(_ cell: UInt32, _ height: Double, _ tape: Tape.Writer) {
      guard cell < slots else { return }
      if isSingle, !tape.meets(cell) { return }
      guard cell & 127 >= first, height >= floor else { return }
      tape.add(
        Tape.Point(lane, Int(cell >> 7), Float(height * scale)), month: Int(cell & 127))
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

    init(seat: Int32, owner: Int32, mark: Float) {
      self.seat = seat
      self.owner = owner
      self.mark = mark
    }

    @inline(__always)
    init(_ lane: Lane, _ slot: Int, _ mark: Float) {
      seat = lane.seat0 &+ Int32(truncatingIfNeeded: slot)
      owner = lane.owner
      self.mark = mark
    }
  }

  private(set) var points: [Point] = [Point](
    repeating: Point(seat: 0, owner: 0, mark: 0), count: Field.window)
  private(set) var counts = [Int](repeating: 0, count: Field.window)
  /// A bit for each cell of the largest lane.
  private var cells = [UInt64](repeating: 0, count: (Field.window << 8) / 64)
  private var room = 1

  /// Forgets the points.
  mutating func clear() {
    for month in 0..<Field.window { counts[month] = 0 }
  }

  /// Writes points in place: while a window is drawn, nothing is checked twice and nothing allocated per point.
  struct Writer {
    fileprivate let points: UnsafeMutablePointer<Point>
    fileprivate let counts: UnsafeMutablePointer<Int>
    fileprivate let cells: UnsafeMutablePointer<UInt64>
    fileprivate let room: Int

    /// Adds a point to a month; beyond the room it is counted only, and the window is drawn again.
    @inline(__always)
    func add(_ point: Point, month: Int) {
      let count = counts[month]
      if count < room { points[month &* room &+ count] = point }
      counts[month] = count &+ 1
    }

    /// Whether the cell is met for the first time.
    @inline(__always)
    func meets(_ cell: UInt32) -> Bool {
      let bit = (1 as UInt64) << UInt64(cell & 63)
      let word = cells[Int(cell >> 6)]
      cells[Int(cell >> 6)] = word | bit
      return word & bit == 0
    }

    /// Forgets which cells of a lane were met.
    @inline(__always)
    func forgetCells(_ count: Int) {
      for word in 0..<count >> 6 { cells[word] = 0 }
    }
  }

  /// Lets points be written; where the room was too small, once more with enough of it.
  mutating func write(_ draw: (Writer) -> Void) {
    let before = counts
    while true {
      let room = room
      points.withUnsafeMutableBufferPointer { points in
        counts.withUnsafeMutableBufferPointer { counts in
          cells.withUnsafeMutableBufferPointer { cells in
            guard let points = points.baseAddress, let counts = counts.baseAddress,
              let cells = cells.baseAddress
            else { return }
            draw(Writer(points: points, counts: counts, cells: cells, room: room))
          }
        }
      }
      let fullest = counts.max() ?? 0
      if fullest <= room { return }
      counts = before
      grow(to: fullest + fullest / 8 + 8)
    }
  }

  /// The places of a month's points.
  @inline(__always)
  func range(of month: Int) -> Range<Int> {
    let first = month * room
    return first..<first + counts[month]
  }

  private mutating func grow(to wider: Int) {
    var slabs = [Point](
      repeating: Point(seat: 0, owner: 0, mark: 0), count: wider * Field.window)
    for month in 0..<Field.window {
      for i in 0..<counts[month] { slabs[month * wider + i] = points[month * room + i] }
    }
    points = slabs
    room = wider
  }
}
