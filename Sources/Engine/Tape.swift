import Quantities

/// Points of a window, by month, in slabs that are used again from run to run.
struct Tape: ~Copyable {
  /// A point: whose seat, under which risk, indicator or channel, at what hazard.
  struct Point {
    var seat: Int32
    var owner: Int32
    var mark: Float
  }

  private(set) var points = Column<Point>()
  /// Where the points of a month begin and end.
  private var places = Column<Places>()

  private struct Places {
    var first: UInt32 = 0
    var end: UInt32 = 0
  }

  /// While points are written: where the next of a month goes. What has no room goes on into that of the next
  /// month, or to the last place of all; then the window is drawn again.
  private var nexts = Column<UInt32>()
  /// Words as they were read: the cell, with a bit that tells whether the point counts, and the mark.
  private var readCells = Column<UInt32>()
  private var readMarks = Column<Float>()
  /// Lets the points of a window be written and keeps those of some of its months; where the room was too
  /// small, once more with enough of it.
  mutating func write(_ kept: Range<Int>, _ draw: (inout Tape) -> Void) {
    places.makeRoom(Field.window)
    nexts.makeRoom(Field.window)
    if points.isEmpty { points.makeRoom(Field.window) }
    while true {
      let room = points.count / kept.count - 1
      for month in 0..<Field.window {
        // One place more than there is room: what does not count is written there. A month that is not kept
        // has the last place of all.
        let start =
          kept.contains(month) ? (month - kept.lowerBound) * (room + 1) : points.count - 1
        places[month] = Places(first: UInt32(start), end: UInt32(start))
        nexts[month] = UInt32(start)
      }
      draw(&self)
      var fullest = 0
      for month in kept {
        places[month].end = nexts[month]
        fullest = max(fullest, range(of: month).count)
      }
      if fullest <= room { return }
      let wider = fullest + 9 + Int(4 * Double(fullest).squareRoot())
      points.makeRoom(wider * kept.count)
    }
  }

  /// Adds the points of some words to their months. Beyond the room points are counted only, and the window is
  /// drawn again.
  mutating func add(_ words: Range<Int>, of batch: borrowing Batch, as reading: Field.Reading) {
    readCells.makeRoom(words.count)
    readMarks.makeRoom(words.count)
    batch.withWords(words) {
      reading.read($0, count: words.count, into: readCells.memory, readMarks.memory)
    }
    Tape.add(readCells, readMarks, as: reading, to: points.lent, nexts.lent)
  }

  @inline(never)
  private static func add(
    _ cells: borrowing Column<UInt32>, _ marks: borrowing Column<Float>,
    as reading: Field.Reading, to points: LentColumn<Point>, _ nexts: LentColumn<UInt32>
  ) {
    // Told once, so that it need not be asked at every point.
    precondition(marks.count == cells.count && nexts.count == Field.window)
    for place in cells.indices {
      let cell = cells[place]
      let month = Int(cell & 127)
      let next = nexts[month]
      // A point that does not count is overwritten by the next.
      points.write(reading.point(cell, marks[place]), notBeyondEnd: Int(next))
      nexts[month] = next &+ cell &>> 31
    }
  }

  /// Of several points of one owner on one seat in a month only the lowest stays. `met` has a byte a seat in which
  /// the month leaves its tag.
  mutating func keepLowest(of month: Int, _ met: inout Column<UInt8>, as tag: UInt8) {
    places[month].end = UInt32(Tape.lowest(points.lent, range(of: month), met.lent, as: tag))
  }

  /// Moves those that stay together, and tells where they end.
  @inline(never)
  private static func lowest(
    _ points: LentColumn<Point>, _ range: Range<Int>, _ met: LentColumn<UInt8>, as tag: UInt8
  ) -> Int {
    var end = range.lowerBound
    for place in range {
      let seat = Int(points[place].seat)
      // The points of an owner on a stretch of seats stand together.
      if met[seat] == tag, lower(points[place], points, range.lowerBound..<end) { continue }
      met[seat] = tag
      if end < place { points[end] = points[place] }
      end &+= 1
    }
    return end
  }

  /// Lowers the point of the same owner and seat among those just before, if there is one.
  @inline(never)
  private static func lower(
    _ point: Point, _ points: LentColumn<Point>, _ range: Range<Int>
  ) -> Bool {
    for place in range.reversed() {
      guard points[place].owner == point.owner else { return false }
      if points[place].seat == point.seat {
        points[place].mark = min(points[place].mark, point.mark)
        return true
      }
    }
    return false
  }

  /// The places of a month's points.
  @inline(__always)
  func range(of month: Int) -> Range<Int> {
    Int(places[month].first)..<Int(places[month].end)
  }

  /// Counts points by owner and colour, and lists those on seats where something goes on or nobody sits.
  @inline(never)
  static func count(
    _ points: borrowing Column<Point>, _ range: Range<Int>, unless ongoing: borrowing Column<UInt8>,
    _ watchings: [Tables.Watching], in counts: LentColumn<Int32>, rest: LentColumn<Int32>
  ) -> Int {
    var left = 0
    for index in range {
      let point = points[index]
      if ongoing[Int(point.seat)] != 0 {
        rest[left] = Int32(truncatingIfNeeded: index)
        left &+= 1
        continue
      }
      let colour = watchings[Int(point.owner)].colour(point.mark)
      counts[Int(point.owner) &<< 2 | Int(colour)] &+= 1
    }
    return left
  }
}
