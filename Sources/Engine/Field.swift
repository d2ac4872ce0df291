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
  static func draw(
    _ lane: Lane, _ purpose: Purpose, window: Int, below bound: Float,
    _ layers: Layers, _ luck: Luck, _ batch: inout Batch, _ tape: inout Tape
  ) {
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
        let stretch = Stretch(lane: lane, floor: floor, bound: bound, height: height)
        stretch.draw(
          purpose, UInt32(truncatingIfNeeded: window | layer << 8 | part << 16),
          mean: min(mean, Layers.fullest), layers, luck, &batch, &tape)
      }
      layer += 1
    }
  }

  /// A layer of a lane, or a part of one.
  private struct Stretch {
    let lane: Lane
    let floor: Float
    let bound: Float
    let height: Float

    @inline(__always)
    func draw(
      _ purpose: Purpose, _ index: UInt32, mean: Int, _ layers: Layers, _ luck: Luck,
      _ batch: inout Batch, _ tape: inout Tape
    ) {
      // As many blocks as are likely to be enough: the first begins with the number of points, one word each.
      var drawn = 1 + Int(powerOfTwo(mean) + powerOfTwo(mean / 2)) / 4
      batch.draw(purpose, luck, lane.meaning, index, from: 0, count: drawn)
      var left = layers.count(ofMean: mean, batch[0])
      var before = 0
      var first = 2
      while true {
        let words = first..<min(first + left, 4 * drawn)
        tape.add(words, of: batch, as: reading)
        left -= words.count
        if left == 0 { return }
        before += drawn
        first = 0
        drawn = (left + 3) / 4
        batch.draw(
          purpose, luck, lane.meaning, index, from: UInt32(truncatingIfNeeded: before),
          count: drawn)
      }
    }

    /// How the words of the stretch are read.
    private var reading: Reading {
      let bits = UInt32(bitPattern: lane.bits) + 7
      return Reading(
        bits: bits, step: height * Float(powerOfTwo(Int(bits) - 32)), floor: floor,
        bound: bound.bitPattern, end: UInt32(bitPattern: lane.seats) << 7, seat0: lane.seat0,
        owner: lane.owner)
    }
  }

  /// How a word becomes a point: the low bits give slot and month, the others the place within the layer.
  struct Reading {
    /// How many bits give slot and month.
    let bits: UInt32
    /// What a step of the other bits is worth.
    let step: Float
    let floor: Float
    /// The bits of the bound, which order as it does.
    let bound: UInt32
    /// The first cell of seats that do not exist.
    let end: UInt32
    let seat0: Int32
    let owner: Int32

    /// The bit of a cell that tells whether its point counts.
    static let counts: UInt32 = 1 << 31

    /// Reads words into marks and cells: a loop of its own, which the compiler turns into vector instructions.
    @inline(never)
    func read(
      _ words: UnsafePointer<UInt32>, count: Int, into cells: UnsafeMutablePointer<UInt32>,
      _ marks: UnsafeMutablePointer<Float>
    ) {
      let slots = (1 as UInt32) &<< bits &- 1
      for n in 0..<count {
        let cell = words[n] & slots
        let mark = floor + (Float(Int32(bitPattern: words[n] &>> bits)) + 0.5) * step
        // A point counts if its seat exists and it lies below the bound: the signs of the differences tell.
        let sign = (cell &- end) & (mark.bitPattern &- bound)
        cells[n] = cell | sign & Reading.counts
        marks[n] = mark
      }
    }

    @inline(__always)
    func point(_ cell: UInt32, _ mark: Float) -> Tape.Point {
      let slot = Int32(bitPattern: (cell & ~Reading.counts) &>> 7)
      return Tape.Point(seat: seat0 &+ slot, owner: owner, mark: mark)
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
