/// One observation of a distribution.
public struct Mark: Sendable, Hashable {
  /// The cell of the sheet.
  public var cell: Int32
  /// The bin of the number (`Histogram.bin`).
  public var bin: Int16
  /// Whether the number is a time until which nothing had happened.
  public var isCensored: Bool
  /// How many such observations.
  public var times: Int32
}

/// What a run says to the questions of a sheet.
public struct Outcome: Sendable, Hashable {
  /// The sums, in the order of `Sheet.sums`.
  public var sums: [Int64]
  /// The observations of the distributions, in the order of the rows.
  public var marks: [Mark]
  /// An outcome.
  public init(sums: [Int64], marks: [Mark] = []) {
    self.sums = sums
    self.marks = marks
  }
}

/// Counts what a run leaves behind, row by row, without keeping the rows (performance.md 2.8).
///
/// Sums are whole numbers that saturate at the ends of Int64, so their order cannot matter.
public struct Tally: Sink, Sendable {
  /// The questions.
  public let sheet: Sheet
  @usableFromInline var cells: [Int64]
  @usableFromInline var marks: [Mark] = []

  /// A tally at zero.
  public init(_ sheet: Sheet) {
    self.sheet = sheet
    cells = Array(repeating: 0, count: sheet.cellCount)
  }

  /// Back to zero for the next run, keeping the memory.
  public mutating func reset() {
    for cell in cells.indices { cells[cell] = 0 }
    marks.removeAll(keepingCapacity: true)
  }

  /// Whether anybody asked for rows of the kind.
  @inlinable
  public func wants(_ kind: EventKind) -> Bool {
    sheet.kinds &>> UInt64(kind.rawValue) & 1 != 0
  }

  /// Whether anybody asked for the field of the kind.
  @inlinable
  public func wants(_ field: EventField, of kind: EventKind) -> Bool {
    sheet.fields[kind.rawValue] &>> UInt128(field.rawValue) & 1 != 0
  }

  /// Takes a row whose fields are settled.
  public mutating func settle(_ row: borrowing Row) {
    let kind = row.kind.rawValue
    // The fields are looked at many times: a span of them is made once, which copies them.
    let slots = row.slots.span
    if row.month >= 1 {
      let simple = Int(sheet.simpleStarts[kind])..<Int(sheet.simpleStarts[kind + 1])
      if !simple.isEmpty { Tally.take(row, slots, by: sheet, simple, in: &cells) }
    }
    if sheet.starts[kind] < sheet.starts[kind + 1] { takeWhereAsked(row, slots) }
  }

  /// What the other counters of the kind take.
  @inline(never)
  private mutating func takeWhereAsked(_ row: borrowing Row, _ slots: Span<Int64>) {
    var index = Int(sheet.starts[row.kind.rawValue])
    let end = Int(sheet.starts[row.kind.rawValue + 1])
    while index < end {
      take(row, slots, by: index)
      index += 1
    }
  }

  /// The same for counters that do not ask when and where.
  @inline(__always)
  private static func take(
    _ row: borrowing Row, _ slots: Span<Int64>, by sheet: Sheet, _ range: Range<Int>,
    in all: inout [Int64]
  ) {
    let times = Int64(row.times)
    var cells = all.mutableSpan
    for index in range {
      let counter = sheet.simpleCounters[index]
      guard counter.first.has(slots), counter.second.has(slots) else { continue }
      var cell = Int(counter.cell)
      if counter.keySlot != Counter.noSlot {
        let first = sheet.classOfKey(slots[Int(counter.keySlot)], counter.keys)
        guard first >= 0 else { continue }
        cell &+= Int(first)
      }
      var number = times
      if counter.slot != Counter.noSlot {
        number = slots[Int(counter.slot)]
        guard number != Row.absent else { continue }
        if times != 1 { number = number.multipliedSaturating(by: times) }
      }
      let (sum, overflow) = cells[cell].addingReportingOverflow(number)
      cells[cell] = overflow ? (number < 0 ? .min : .max) : sum
    }
  }

  @inline(__always)
  private mutating func take(_ row: borrowing Row, _ slots: Span<Int64>, by index: Int) {
    let counter = sheet.counters[index]
    var cell = sheet.classes[Int(counter.months &+ min(max(row.month, 0), counter.lastMonth))]
    if cell < 0 { return }
    if counter.posts >= 0 {
      let place = row.post < counter.lastPost ? max(row.post &+ 1, 0) : 0
      let first = sheet.classes[Int(counter.posts &+ place)]
      if first < 0 { return }
      cell &+= first
    }
    if counter.keySlot != Counter.noSlot {
      let first = sheet.classOfKey(slots[Int(counter.keySlot)], counter.keys)
      if first < 0 { return }
      cell &+= first
    }
    var step = counter.program
    while step >= 0 {
      let test = sheet.tests[Int(step)]
      step = test.passes(row, slots, sheet.words) ? test.yes : test.no
    }
    if step == Test.accepts { add(row, slots, to: cell &+ counter.cell, by: counter) }
  }

  @inline(__always)
  private mutating func add(
    _ row: borrowing Row, _ slots: Span<Int64>, to cell: Int32, by counter: Counter
  ) {
    switch counter.measure {
    case .count: increase(cell, by: Int64(row.times))
    case .sum:
      let number = slots[Int(counter.slot)]
      if number != Row.absent {
        increase(cell, by: number.multipliedSaturating(by: Int64(row.times)))
      }
    case .distribution, .survival: mark(row, slots, in: cell, by: counter)
    }
  }

  @inline(__always)
  private mutating func increase(_ cell: Int32, by number: Int64) {
    let (sum, overflow) = cells[Int(cell)].addingReportingOverflow(number)
    cells[Int(cell)] = overflow ? (number < 0 ? .min : .max) : sum
  }

  private mutating func mark(
    _ row: borrowing Row, _ slots: Span<Int64>, in cell: Int32, by counter: Counter
  ) {
    var number = slots[Int(counter.slot)]
    let isCensored = number == Row.absent && counter.measure == .survival
    if isCensored { number = slots[Int(counter.censoring)] }
    guard number != Row.absent else { return }
    marks.append(
      Mark(
        cell: cell, bin: Int16(Histogram.bin(of: number)), isCensored: isCensored,
        times: row.times))
  }

  /// The sums in the order of `sheet.sums`, and the observations of the distributions.
  public var outcome: Outcome {
    Outcome(
      sums: sheet.sumCells.map { places in
        places.reduce(0) { sum, cell in
          let (total, overflow) = sum.addingReportingOverflow(cells[Int(cell)])
          return overflow ? (sum < 0 ? .min : .max) : total
        }
      }, marks: marks)
  }
}

extension Sheet {
  /// The class of a code, whose table is `keys`; −1 where nobody asked.
  @inline(__always)
  fileprivate func classOfKey(_ number: Int64, _ keys: Int32) -> Int32 {
    let keys = Int(keys)
    guard number != Row.absent else { return classes[keys &+ 2] }
    let least = Int64(classes[keys])
    let code = min(max(number, least), Int64(classes[keys &+ 1]))
    return classes[keys &+ 3 &+ Int(code &- least)]
  }
}

extension Int64 {
  /// The product, at most at the ends.
  @inline(__always)
  fileprivate func multipliedSaturating(by other: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
  }
}
