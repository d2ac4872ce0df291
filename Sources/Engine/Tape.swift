import Quantities

/// Points of a window, by month, in slabs that are used again from run to run.
struct Tape: ~Copyable {
  /// A point: whose seat, under which risk, indicator or channel, at what hazard.
  struct Point {
    var seat: Int32
    var owner: Int32
    var mark: Float
  }

  private(set) var points = Column<Point>(
    repeating: Point(seat: 0, owner: 0, mark: 0), count: Field.window)
  /// Where the points of a month begin and end.
  private var places = Column<Places>(repeating: Places(), count: Field.window)

  private struct Places {
    var first: UInt32 = 0
    var end: UInt32 = 0
  }

  private struct Room {
    var next: UInt32 = 0
    var end: UInt32 = 0

    /// Where the next point is written.
    @inline(__always)
    var place: Int { Int(min(next, end)) }
  }

  /// While points are written: where the next of a month goes, and where its room ends. What has no room goes to
  /// that last place, again and again.
  private var rooms = Column<Room>(repeating: Room(), count: Field.window)
  /// Words as they were read: the cell, with a bit that tells whether the point counts, and the mark.
  private var readCells = Column<UInt32>()
  private var readMarks = Column<Float>()
  /// A bit for each cell of the largest lane.
  private var cells = Column<UInt64>(repeating: 0, count: (Field.window << 8) / 64)

  /// Lets the points of a window be written and keeps those of some of its months; where the room was too
  /// small, once more with enough of it.
  mutating func write(_ kept: Range<Int>, _ draw: (inout Tape) -> Void) {
    while true {
      let room = points.count / kept.count - 1
      for month in 0..<Field.window {
        // A month that is not kept has no room.
        let isKept = kept.contains(month)
        let start = isKept ? (month - kept.lowerBound) * (room + 1) : points.count - 1
        places[month] = Places(first: UInt32(start), end: UInt32(start))
        rooms[month] = Room(next: UInt32(start), end: UInt32(isKept ? start + room : start))
      }
      draw(&self)
      var fullest = 0
      for month in kept {
        places[month].end = rooms[month].next
        fullest = max(fullest, range(of: month).count)
      }
      if fullest <= room { return }
      let wider = fullest + 9 + Int(4 * Double(fullest).squareRoot())
      points.makeRoom(wider * kept.count)
    }
  }

  /// Adds the points of some words to their months; with `isSingle`, of several points on one seat and month
  /// only the lowest counts. Beyond the room points are counted only, and the window is drawn again.
  mutating func add(
    _ words: Range<Int>, of batch: borrowing Batch, as reading: Field.Reading, isSingle: Bool
  ) {
    readCells.makeRoom(words.count)
    readMarks.makeRoom(words.count)
    batch.withWords(words) {
      reading.read($0, count: words.count, into: readCells.memory, readMarks.memory)
    }
    if isSingle {
      Tape.addSingle(
        readCells, readMarks, as: reading, to: &points, &rooms, places, &cells)
    } else {
      Tape.add(readCells, readMarks, as: reading, to: &points, &rooms)
    }
  }

  @inline(never)
  private static func add(
    _ cells: borrowing Column<UInt32>, _ marks: borrowing Column<Float>,
    as reading: Field.Reading, to points: inout Column<Point>, _ rooms: inout Column<Room>
  ) {
    for place in cells.indices {
      let cell = cells[place]
      let month = Int(cell & 127)
      // A point that does not count is overwritten by the next.
      points[rooms[month].place] = reading.point(cell, marks[place])
      rooms[month].next &+= cell &>> 31
    }
  }

  @inline(never)
  private static func addSingle(
    _ readCells: borrowing Column<UInt32>, _ marks: borrowing Column<Float>,
    as reading: Field.Reading, to points: inout Column<Point>, _ rooms: inout Column<Room>,
    _ places: borrowing Column<Places>, _ cells: inout Column<UInt64>
  ) {
    for place in readCells.indices {
      let cell = readCells[place]
      let counts = cell &>> 31
      let word = Int((cell & ~Field.Reading.counts) &>> 6)
      let bits = cells[word]
      let bit = UInt64(counts) &<< UInt64(cell)
      cells[word] = bits | bit
      let month = Int(cell & 127)
      if bits & bit != 0 {
        let written = places[month].first..<UInt32(rooms[month].place)
        lower(reading.point(cell, marks[place]), &points, written)
        continue
      }
      points[rooms[month].place] = reading.point(cell, marks[place])
      rooms[month].next &+= counts
    }
  }

  /// Of two points on one seat and month the lower stays.
  @inline(never)
  private static func lower(
    _ point: Point, _ points: inout Column<Point>, _ written: Range<UInt32>
  ) {
    for place in written.reversed() {
      let index = Int(place)
      if points[index].owner == point.owner, points[index].seat == point.seat {
        points[index].mark = min(points[index].mark, point.mark)
        return
      }
    }
  }

  /// Forgets which cells of a lane were met.
  mutating func forgetCells(_ count: Int) { cells.reset(to: 0, count: count >> 6) }

  /// The places of a month's points.
  @inline(__always)
  func range(of month: Int) -> Range<Int> {
    Int(places[month].first)..<Int(places[month].end)
  }

  /// Counts points by owner and colour, and lists those on seats where something goes on or nobody sits.
  @inline(never)
  static func count(
    _ points: borrowing Column<Point>, _ range: Range<Int>, unless ongoing: borrowing Column<UInt8>,
    _ watchings: [Tables.Watching], in counts: inout Column<Int32>, rest: inout Column<Int32>
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
