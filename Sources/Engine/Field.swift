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
  /// log2 of the hazard at which the lowest layer ends.
  let base: Int32
}

/// A Poisson field on hazard × (slot, month): the same points whoever asks.
///
/// Hazard is cut into layers that end at powers of two; the points of a layer are drawn together, their number
/// first. An arm takes the layers up to its own bound and, of the last, what lies below; a more demanding
/// arm finds the same points there, and more layers above.
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

  /// Lanes of a post: 16 slots up to slot 127, then growing with the slot number, at most 256. `hazard` is what
  /// is declared, whatever a policy says: a power of two below it ends the lowest layer.
  static func lanes(
    _ meaning: Meaning, owner: Int, seat0: Int, slots: Int, hazard: Double
  ) -> [Lane] {
    var lanes: [Lane] = []
    var first = 0
    while first < slots {
      let bits = first < 128 ? 4 : min(8, Int.bitWidth - 1 - first.leadingZeroBitCount - 2)
      let base = hazard > 0 ? hazard.exponent - 1 : -10
      lanes.append(
        Lane(
          meaning: meaning.with(UInt64(first)), owner: Int32(owner), seat0: Int32(seat0 + first),
          seats: Int32(min(1 << bits, slots - first)), bits: Int32(bits),
          base: Int32(max(base, Layers.rarest - 7 - bits))))
      first += 1 << bits
    }
    return lanes
  }

  /// Numbers of points by the power of two of their mean, for layers and parts of layers.
  struct Layers {
    /// log2 of the least mean, and of the greatest: what holds more is drawn in parts.
    static let rarest = -40
    static let fullest = 10
    private let tables = (rarest...fullest).map { CountTable(mean: powerOfTwo($0)) }

    @inline(__always)
    func count(ofMean exponent: Int, _ words: Words) -> Int {
      tables[exponent - Layers.rarest].draw(UInt64(words.0) << 32 | UInt64(words.1))
    }
  }

  /// Writes the points of a lane's window below a bound of hazard to a tape.
  ///
  /// With `isSingle`, of several points on one seat and month only the lowest counts.
  @inline(__always)
  static func draw(
    _ lane: Lane, _ purpose: Purpose, window: Int, below bound: Float, isSingle: Bool,
    _ layers: Layers, _ luck: Luck, _ batch: inout Batch, _ tape: Tape.Writer
  ) {
    if isSingle { tape.forgetCells(Field.window << Int(lane.bits)) }
    var layer = 0
    while true {
      let width = Int(lane.base) + max(0, layer - 1)
      let low = layer == 0 ? 0 : Float(powerOfTwo(width))
      if low >= bound { return }
      let mean = width + 7 + Int(lane.bits)
      let parts = 1 << max(0, mean - Layers.fullest)
      let height = Float(powerOfTwo(width)) / Float(parts)
      for part in 0..<parts {
        let floor = low + height * Float(part)
        if floor >= bound { return }
        let stretch = Stretch(
          lane: lane, floor: floor, bound: bound, isSingle: isSingle,
          scale: height * Float(powerOfTwo(Int(lane.bits) + 7 - 32)))
        stretch.draw(
          purpose, UInt32(truncatingIfNeeded: window | layer << 8 | part << 16),
          mean: min(mean, Layers.fullest), layers, luck, &batch, tape)
      }
      layer += 1
    }
  }

  /// A layer of a lane, or a part of one.
  private struct Stretch {
    let lane: Lane
    let floor: Float
    let bound: Float
    let isSingle: Bool
    /// What one step of a word's high bits is worth.
    let scale: Float

    @inline(__always)
    func draw(
      _ purpose: Purpose, _ index: UInt32, mean: Int, _ layers: Layers, _ luck: Luck,
      _ batch: inout Batch, _ tape: Tape.Writer
    ) {
      // As many blocks as are likely to be enough: the first begins with the number of points.
      var drawn = 1 + Int(powerOfTwo(mean) + powerOfTwo(mean / 2)) / 4
      batch.draw(purpose, luck, lane.meaning, index, from: 0, count: drawn)
      let first = batch[0]
      var left = layers.count(ofMean: mean, first)
      if left > 0 { put(first.2, tape) }
      if left > 1 { put(first.3, tape) }
      left -= 2
      var next = 1
      var before = 0
      while left > 0 {
        if next == drawn {
          before += drawn
          next = 0
          drawn = 1 + left / 4
          batch.draw(
            purpose, luck, lane.meaning, index, from: UInt32(truncatingIfNeeded: before),
            count: drawn)
        }
        let words = batch[next]
        next += 1
        put(words.0, tape)
        if left > 1 { put(words.1, tape) }
        if left > 2 { put(words.2, tape) }
        if left > 3 { put(words.3, tape) }
        left -= 4
      }
    }

    /// Writes the point of a word: the low bits give slot and month, the others the place within the layer.
    @inline(__always)
    private func put(_ word: UInt32, _ tape: Tape.Writer) {
      let bits = UInt32(bitPattern: lane.bits) &+ 7
      let cell = word & (1 &<< bits &- 1)
      let place = Float(Int32(bitPattern: word &>> bits)) + 0.5
      let mark = floor + place * scale
      let point = Tape.Point(
        seat: lane.seat0 &+ Int32(bitPattern: cell &>> 7), owner: lane.owner, mark: mark)
      // No branch depends on chance: a point that does not count is overwritten by the next.
      let counts = cell < UInt32(bitPattern: lane.seats) &<< 7 && mark < bound
      tape.add(point, cell, if: counts, isSingle: isSingle)
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
  }

  private(set) var points: [Point] = []
  private(set) var counts = [Int](repeating: 0, count: Field.window)
  /// A bit for each cell of the largest lane.
  private var cells = [UInt64](repeating: 0, count: (Field.window << 8) / 64)
  /// Places of a month, and the first month that is kept.
  private var room = 0
  private var first = 0

  /// Writes points in place: while a window is drawn, nothing is checked twice and nothing allocated per point.
  struct Writer {
    fileprivate let points: UnsafeMutablePointer<Point>
    fileprivate let counts: UnsafeMutablePointer<Int>
    fileprivate let cells: UnsafeMutablePointer<UInt64>
    fileprivate let room: Int
    fileprivate let first: Int

    /// Adds a point to its month if it counts, and, where they are single, if its cell is met for the first
    /// time; beyond the room it is counted only, and the window is drawn again.
    @inline(__always)
    func add(_ point: Point, _ cell: UInt32, if isCounted: Bool, isSingle: Bool) {
      let month = Int(cell & 127)
      var more = isCounted ? 1 : 0
      if isSingle {
        let word = cells[Int(cell >> 6)]
        let met = Int(truncatingIfNeeded: word &>> UInt64(cell & 63)) & more
        cells[Int(cell >> 6)] = word | UInt64(truncatingIfNeeded: more) &<< UInt64(cell & 63)
        if met != 0 {
          lower(point, month: month)
          more = 0
        }
      }
      let count = counts[month]
      if count < room { points[(month &- first) &* room &+ count] = point }
      counts[month] = count &+ more
    }

    /// Of two points on one seat and month the lower stays.
    @inline(never)
    private func lower(_ point: Point, month: Int) {
      guard counts[month] < Tape.nowhere else { return }
      for place in (0..<min(counts[month], room)).reversed() {
        let index = (month &- first) &* room &+ place
        if points[index].owner == point.owner, points[index].seat == point.seat {
          points[index].mark = min(points[index].mark, point.mark)
          return
        }
      }
    }

    /// Forgets which cells of a lane were met.
    @inline(__always)
    func forgetCells(_ count: Int) {
      for word in 0..<count >> 6 { cells[word] = 0 }
    }
  }

  /// The count of a month that is not kept: whatever is added to it, it has no room.
  fileprivate static let nowhere = Int.max / 2

  /// Lets the points of a window be written and keeps those of some of its months; where the room was too
  /// small, once more with enough of it.
  mutating func write(_ months: Range<Int>, _ draw: (Writer) -> Void) {
    first = months.lowerBound
    while true {
      room = points.count / months.count
      for month in counts.indices { counts[month] = months.contains(month) ? 0 : Tape.nowhere }
      points.withUnsafeMutableBufferPointer { points in
        counts.withUnsafeMutableBufferPointer { counts in
          cells.withUnsafeMutableBufferPointer { cells in
            guard let points = points.baseAddress, let counts = counts.baseAddress,
              let cells = cells.baseAddress
            else { return }
            draw(Writer(points: points, counts: counts, cells: cells, room: room, first: first))
          }
        }
      }
      let fullest = counts[months].max() ?? 0
      if fullest <= room { return }
      let wider = fullest + 8 + Int(4 * Double(fullest).squareRoot())
      points = []
      points = [Point](
        repeating: Point(seat: 0, owner: 0, mark: 0), count: wider * months.count)
    }
  }

  /// The places of a month's points.
  @inline(__always)
  func range(of month: Int) -> Range<Int> {
    let start = (month - first) * room
    return start..<start + counts[month]
  }
}
